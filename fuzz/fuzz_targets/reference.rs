#![no_main]
//! A Word file whose look is taken over: as it stands, or put together from parts that the fuzzer changes one by one. What is written with it
//! is well formed, fetches nothing and asks nothing.

use std::sync::LazyLock;

use careers_policy::doc::Document;
use careers_policy::theme::Theme;
use careers_policy::write::{Extras, Reference, write_docx_with};
use careers_policy_fuzz::document::hold_docx;
use careers_policy_fuzz::lines::mutate_lines;
use careers_policy_fuzz::parts::{archive, parts};
use careers_policy_fuzz::starters::short_policy;
use libfuzzer_sys::{fuzz_mutator, fuzz_target};

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
