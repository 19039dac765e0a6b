#![no_main]
//! A logo from anybody, named by a profile: refused in words, or drawn into a web page and a Word document that are whole.

use std::fs;

use careers_policy::doc::Document;
use careers_policy::job::Intake;
use careers_policy::write::{write_docx, write_html};
use careers_policy_fuzz::document::{hold_docx, hold_html};
use careers_policy_fuzz::lines::mutate_lines;
use careers_policy_fuzz::scratch::{scratch, scratch_with};
use careers_policy_fuzz::starters::{library, today};
use libfuzzer_sys::{fuzz_mutator, fuzz_target, fuzzer_mutate};

/// What every PNG begins with.
const PNG: &[u8] = b"\x89PNG\r\n\x1a\n";

const PROFILE: &str =
    "setting: {name: Oak School, type: academy, year_groups: 7-11}\nbrand: {logo: logo, logo_alt: An oak}\n";

// The checksums of a PNG are put right again half of the time, or nothing behind them would ever be tried.
fuzz_mutator!(|data: &mut [u8], size: usize, most: usize, seed: u32| {
    if !data.starts_with(PNG) {
        return mutate_lines(data, size, most, seed);
    }
    let size = fuzzer_mutate(data, size, most);
    if seed % 2 == 0 {
        mend_checksums(&mut data[..size]);
    }
    size
});

fuzz_target!(|data: &[u8]| {
    let folder = scratch();
    if fs::write(folder.join("logo"), data).is_err() {
        scratch_with(&[("logo".to_owned(), data.to_vec())]);
    }
    let Ok(intake) = Intake::of_text(&folder.join("school.yaml"), PROFILE) else { return };
    let institution = intake.institution.as_ref().expect("the profile can be read");
    if institution.logo.is_none() {
        assert!(!intake.findings.is_empty(), "a logo that is not taken is told why");
        return;
    }
    let case = institution.case(&library().catalogue, &library().engine, today());
    let [title, language, made_on] = ["Logo", "en-GB", "2026-09-01"].map(str::to_owned);
    let page = Document { title, language, made_on, ..Document::default() };
    hold_html(&write_html(&page, &case.theme).expect("a page with a logo that was taken"));
    hold_docx(&write_docx(&page, &case.theme).expect("a document with a logo that was taken"));
});

/// Puts the checksum of each chunk of a PNG right.
fn mend_checksums(png: &mut [u8]) {
    let mut at = PNG.len();
    while let Some(&[a, b, c, d]) = png.get(at..at + 4) {
        let length = u32::from_be_bytes([a, b, c, d]) as usize;
        let end = at.saturating_add(8).saturating_add(length);
        if end.saturating_add(4) > png.len() {
            return;
        }
        let sum = checksum(&png[at + 4..end]);
        png[end..end + 4].copy_from_slice(&sum.to_be_bytes());
        at = end + 4;
    }
}

/// The CRC-32 that PNG uses.
fn checksum(bytes: &[u8]) -> u32 {
    let step = |sum: u32, byte: &u8| {
        (0..8).fold(sum ^ u32::from(*byte), |sum, _| if sum & 1 == 1 { sum >> 1 ^ 0xedb8_8320 } else { sum >> 1 })
    };
    !bytes.iter().fold(u32::MAX, step)
}
