//! The fingerprint of bytes: SHA-256 in hexadecimal, as `sha256sum` prints it.
//!
//! In: bytes. Out: 64 small letters and digits. Not here: which bytes are worth one.

use sha2::{Digest, Sha256};

/// The SHA-256 of some bytes, as 64 hexadecimal digits.
pub fn sha256(bytes: &[u8]) -> String {
    Sha256::digest(bytes).iter().map(|byte| format!("{byte:02x}")).collect()
}

/// Whether some bytes would have a fingerprint if their lines ended otherwise: as on Windows, or as everywhere else.
pub fn differs_in_line_ends_only(bytes: &[u8], fingerprint: &str) -> bool {
    let mut plain = Vec::with_capacity(bytes.len());
    for (at, byte) in bytes.iter().enumerate() {
        if *byte != b'\r' || bytes.get(at + 1) != Some(&b'\n') {
            plain.push(*byte);
        }
    }
    let lines: Vec<&[u8]> = plain.split(|byte| *byte == b'\n').collect();
    sha256(&plain) == fingerprint || sha256(&lines.join(&b"\r\n"[..])) == fingerprint
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn other_line_ends_are_told_from_other_words() {
        let plain = sha256(b"a: 1\nb: 2\n");
        assert!(differs_in_line_ends_only(b"a: 1\r\nb: 2\r\n", &plain));
        assert!(differs_in_line_ends_only(b"a: 1\nb: 2\n", &sha256(b"a: 1\r\nb: 2\r\n")));
        assert!(!differs_in_line_ends_only(b"a: 1\r\nb: 3\r\n", &plain));
    }

    /// The test vectors of FIPS 180-2, appendix B.1, and of the empty message.
    #[test]
    fn known_messages_have_their_known_fingerprints() {
        assert_eq!(sha256(b"abc"), "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
        assert_eq!(sha256(b""), "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
    }
}
