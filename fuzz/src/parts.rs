//! Several files in one input: a folder or an archive as a text that a fuzzer can change file by file.
//!
//! In: bytes with lines `=== NAME`, each followed by the bytes of that file. Out: the names with their bytes, and the ZIP file that
//! they make.

use std::io::{Cursor, Write};

use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipWriter};

/// What a line that names a file begins with.
const MARK: &[u8] = b"=== ";
/// More files than this are not looked at.
const MOST: usize = 64;

/// The files in some bytes, in their order; what stands before the first name has none.
pub fn parts(data: &[u8]) -> Vec<(String, Vec<u8>)> {
    let mut parts: Vec<(String, Vec<u8>)> = Vec::new();
    for line in data.split_inclusive(|byte| *byte == b'\n') {
        match line.strip_prefix(MARK) {
            Some(name) if parts.len() < MOST => {
                parts.push((String::from_utf8_lossy(name).trim().to_owned(), Vec::new()));
            }
            _ => {
                if let Some((_, bytes)) = parts.last_mut() {
                    bytes.extend_from_slice(line);
                }
            }
        }
    }
    parts
}

/// A ZIP file of these parts.
pub fn archive(parts: &[(String, Vec<u8>)]) -> Vec<u8> {
    let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
    let options = SimpleFileOptions::default().compression_method(CompressionMethod::Stored);
    for (name, bytes) in parts {
        if writer.start_file(name.as_str(), options).is_ok() {
            let _ = writer.write_all(bytes);
        }
    }
    writer.finish().map(Cursor::into_inner).unwrap_or_default()
}
