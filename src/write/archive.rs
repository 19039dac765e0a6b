//! ZIP files: a document of Word's is one, and so is what holds a school's documents for sending them on.
//!
//! In: names and bytes. Out: the ZIP file, the same bytes for the same files: every date in it is fixed.
//!
//! Not here: which files belong together, or reading a ZIP file.

use std::io::{self, Cursor, Write};

use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, DateTime, System, ZipWriter};

/// What is compressed already gains nothing from a second time, and costs as much again.
const COMPRESSED: [&str; 3] = [".png", ".jpeg", ".docx"];

/// A ZIP file of these files, in their order.
///
/// # Errors
/// If there is more than such a file can hold.
pub fn write_archive<'a>(files: impl IntoIterator<Item = (&'a str, &'a [u8])>) -> io::Result<Vec<u8>> {
    // All that would differ between days or machines is given.
    let options = SimpleFileOptions::default()
        .last_modified_time(DateTime::default())
        .unix_permissions(0o644)
        .system(System::Unix);
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, bytes) in files {
        let is_compressed = COMPRESSED.iter().any(|ending| name.ends_with(ending));
        let method = if is_compressed { CompressionMethod::Stored } else { CompressionMethod::Deflated };
        zip.start_file(name, options.compression_method(method))?;
        zip.write_all(bytes)?;
    }
    Ok(zip.finish()?.into_inner())
}
