//! Several files in one input: a folder or an archive as a text that a fuzzer can change file by file.
//!
//! In: bytes with lines `=== NAME`, each followed by the bytes of that file. Out: the names with their bytes.

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
