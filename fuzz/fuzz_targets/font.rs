#![no_main]
//! A font from anybody, in a pack: refused in words, or written anew as a font that holds, and that words can be drawn in.

use std::collections::BTreeMap;
use std::process::abort;
use std::sync::Arc;

use careers_policy::doc::{Block, BlockKind, Design, Document, Entry, Inline, Picture};
use careers_policy::font::Font;
use careers_policy::picture::draw_all;
use careers_policy::text::tell_of_others;
use careers_policy::theme::Theme;
use careers_policy_fuzz::starters::library;
use libfuzzer_sys::{fuzz_mutator, fuzz_target, fuzzer_mutate};

// The checksums of the tables are put right again most of the time, or nothing behind them would ever be tried.
fuzz_mutator!(|data: &mut [u8], size: usize, most: usize, seed: u32| {
    let size = fuzzer_mutate(data, size, most);
    if seed % 8 != 0 {
        mend_checksums(&mut data[..size]);
    }
    size
});

// Some of what a library does with a font is tried where the program catches it; that is no find, and anything else is.
fuzz_target!(init: tell_of_others(|told| {
    eprintln!("{told}");
    abort();
}), |data: &[u8]| {
    let Ok(font) = Font::new(data) else { return };
    assert!(Font::new(&font.bytes).is_ok(), "what is written anew holds");
    let tokens = library().catalogue.theme.tokens.clone();
    let files = Arc::new(BTreeMap::from([("fonts/Own.ttf".to_owned(), font.bytes.into())]));
    let theme = Theme { tokens, files, ..Theme::default() };
    let words = || vec![Inline::Text("Year 8: meet a provider, שלום".to_owned())];
    let (design, alt) = (Design::Roadmap, "A road".to_owned());
    let entries = vec![Entry { words: words(), entries: Vec::new() }];
    let picture = Picture { design, caption: words(), alt, entries, key: Vec::new(), table: None, sheets: Vec::new() };
    let kind = BlockKind::Picture(picture);
    let block = Block { id: 0, clause: None, meets: Vec::new(), number: None, kind };
    let mut document = Document { body: vec![block], ..Document::default() };
    draw_all(&mut document, &theme);
});

/// Puts the checksum of each table right that lies in the file.
fn mend_checksums(font: &mut [u8]) {
    let number = |font: &[u8], at: usize| {
        font.get(at..at + 4).map(|four| u32::from_be_bytes([four[0], four[1], four[2], four[3]]))
    };
    let count = font.get(4..6).map_or(0, |two| usize::from(two[0]) << 8 | usize::from(two[1]));
    for entry in (0..count).map(|index| 12 + 16 * index) {
        let Some((start, length)) = number(font, entry + 8).zip(number(font, entry + 12)) else { return };
        let Some(table) = font.get(start as usize..(start as usize).saturating_add(length as usize)) else { continue };
        let is_head = &font[entry..entry + 4] == b"head";
        let mut sum = 0_u32;
        // The third number of the head is the sum of the whole.
        for (_, chunk) in table.chunks(4).enumerate().filter(|(index, _)| !is_head || *index != 2) {
            let mut four = [0; 4];
            four[..chunk.len()].copy_from_slice(chunk);
            sum = sum.wrapping_add(u32::from_be_bytes(four));
        }
        font[entry + 4..entry + 8].copy_from_slice(&sum.to_be_bytes());
    }
}
