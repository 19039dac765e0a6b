#![no_main]
//! A Word file whose look is taken over: as it stands, or put together from parts that the fuzzer changes one by one. What is written with it
//! is well formed, fetches nothing and asks nothing.

use std::io::{Cursor, Write};
use std::sync::LazyLock;

use careers_policy::doc::Document;
use careers_policy::theme::Theme;
use careers_policy::write::{Extras, Reference, write_docx_with};
use careers_policy_fuzz::document::hold_docx;
use careers_policy_fuzz::lines::mutate_lines;
use careers_policy_fuzz::parts::parts;
use careers_policy_fuzz::starters::short_policy;
use libfuzzer_sys::{fuzz_mutator, fuzz_target};
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipWriter};

fuzz_mutator!(|data: &mut [u8], size: usize, most: usize, seed: u32| { mutate_lines(data, size, most, seed) });

static POLICY: LazyLock<(Document, Theme)> = LazyLock::new(short_policy);

fuzz_target!(|data: &[u8]| {
    let bytes = if data.starts_with(b"PK") { data.to_vec() } else { archive(&parts(data)) };
    let Ok(reference) = Reference::read(&bytes) else { return };
    let (document, theme) = &*POLICY;
    let extras = Extras { reference: Some(&reference), review: None };
    if let Ok(written) = write_docx_with(document, theme, extras) {
        hold_docx(&written);
    }
});

/// A ZIP file of these parts.
fn archive(parts: &[(String, Vec<u8>)]) -> Vec<u8> {
    let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
    let options = SimpleFileOptions::default().compression_method(CompressionMethod::Stored);
    for (name, bytes) in parts {
        if writer.start_file(name.as_str(), options).is_ok() {
            let _ = writer.write_all(bytes);
        }
    }
    writer.finish().map(Cursor::into_inner).unwrap_or_default()
}
