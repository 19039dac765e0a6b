//! A pack's font that is damaged, empty, or asks for too much: `pack check`, `check` and `build` refuse it with one finding, within two seconds and
//! 300 MB. A sound one is used, and so is one whose lists are of a kind that our own reading of them bounds.

use std::collections::BTreeMap;

use careers_policy::catalogue::Layer;
use careers_policy::font::Font;

use crate::amount::some;
use crate::bounded::{Ended, bounded};
use crate::sandbox::Sandbox;
use crate::school::{library, repository};

const FAMILY: &str = "themes/plain/fonts/SourceSans3-Regular.ttf";

/// The tables of a font, to be changed.
struct Tables(BTreeMap<[u8; 4], Vec<u8>>);

fn number(bytes: &[u8], at: usize) -> usize {
    u32::from_be_bytes(bytes[at..at + 4].try_into().unwrap()) as usize
}

impl Tables {
    /// Those of the font that running text is set in.
    fn own() -> Tables {
        let file = Layer::base().files[FAMILY].clone();
        let entries = file[12..].chunks(16).take(usize::from(file[5]));
        let table = |entry: &[u8]| file[number(entry, 8)..number(entry, 8) + number(entry, 12)].to_vec();
        Tables(entries.map(|entry| (entry[..4].try_into().unwrap(), table(entry))).collect())
    }

    fn with(mut self, name: &[u8; 4], change: impl FnOnce(&mut Vec<u8>)) -> Tables {
        change(self.0.get_mut(name).unwrap());
        self
    }

    /// The file, with checksums that are right, as whoever means harm would make it.
    fn file(&self) -> Vec<u8> {
        let mut file = [&[0, 1, 0, 0, 0, self.0.len() as u8][..], &[0; 6]].concat();
        let mut start = 12 + 16 * self.0.len();
        for (name, table) in &self.0 {
            let mut summed = table.clone();
            summed.resize(table.len().next_multiple_of(4), 0);
            if name == b"head" {
                summed[8..12].fill(0);
            }
            let sum = summed.chunks(4).fold(0_u32, |sum, four| sum.wrapping_add(number(four, 0) as u32));
            file.extend([&name[..], &sum.to_be_bytes()].concat());
            file.extend([(start as u32).to_be_bytes(), (table.len() as u32).to_be_bytes()].concat());
            start += summed.len();
        }
        for table in self.0.values() {
            file.extend(table);
            file.resize(file.len().next_multiple_of(4), 0);
        }
        file
    }

    /// The same with shapes of our own from one number on.
    fn with_shapes(self, first: usize, shapes: &[Vec<u8>]) -> Tables {
        let mut glyf = self.0[b"glyf"].clone();
        let mut places = Vec::new();
        for shape in shapes {
            places.push((glyf.len() as u32).to_be_bytes());
            glyf.extend(shape);
            glyf.resize(glyf.len().next_multiple_of(2), 0);
        }
        assert_eq!(self.0[b"head"][51], 1, "places are of four bytes");
        // What comes after our shapes is empty.
        self.with(b"loca", |loca| {
            let end = (glyf.len() as u32).to_be_bytes();
            loca[4 * first..].chunks_mut(4).for_each(|chunk| chunk.copy_from_slice(&end));
            for (index, at) in places.iter().enumerate() {
                loca[4 * (first + index)..4 * (first + index) + 4].copy_from_slice(at);
            }
        })
        .with(b"glyf", |table| *table = glyf)
    }
}

fn put(table: &mut [u8], at: usize, value: u16) {
    table[at..at + 2].copy_from_slice(&value.to_be_bytes());
}

/// A shape that is put together of so many of another.
fn together(of: u16, times: usize) -> Vec<u8> {
    let part = |more: bool| [&[0, if more { 0x20 } else { 0 }][..], &of.to_be_bytes(), &[0, 0]].concat();
    let parts: Vec<u8> = (1..=times).flat_map(|count| part(count < times)).collect();
    [&[0xff, 0xff, 0, 0, 0, 0, 0, 0, 0, 0][..], &parts].concat()
}

/// A table of so many lists that are all one, which names as often a list of shapes that runs from one number to another.
fn lists(times: u16, run: (u16, u16)) -> Vec<u8> {
    let (lookups, subtables) = (times, times);
    let number = |number: u16| number.to_be_bytes();
    let first = 2 + 2 * lookups;
    // The version; then scripts and features, which are empty, and the lists.
    let mut table = vec![0, 1, 0, 0, 0, 10, 0, 12, 0, 14, 0, 0, 0, 0];
    table.extend(number(lookups));
    (0..lookups).for_each(|_| table.extend(number(first)));
    // One exchange of single shapes.
    [1, 0, subtables].into_iter().for_each(|value| table.extend(number(value)));
    (0..subtables).for_each(|_| table.extend(number(6 + 2 * subtables)));
    [1, 6, 0, 2, 1, run.0, run.1, 0].into_iter().for_each(|value| table.extend(number(value)));
    table
}

fn damaged() -> Vec<u8> {
    let mut file = Tables::own().file();
    let middle = file.len() / 2;
    file[middle] ^= 0x55;
    file
}

/// Fonts that do not hold, each with what is said of it.
fn hostile() -> Vec<(&'static str, Vec<u8>, &'static str)> {
    let sound = Tables::own().file();
    let own = Tables::own;
    let no_width = own().with(b"hmtx", |table| table.iter_mut().step_by(4).for_each(|byte| *byte = 0));
    let no_width = no_width.with(b"hmtx", |table| table.iter_mut().skip(1).step_by(4).for_each(|byte| *byte = 0));
    let empty = own().with(b"loca", |table| table.fill(0));
    let blank = own().with(b"loca", |table| table[..4 * 70].fill(0));
    // A thousand times a thousand times a letter.
    let bomb: Vec<Vec<u8>> = (0..8).map(|step| together(if step == 0 { 5 } else { 99 + step }, 60)).collect();
    let round = vec![together(101, 2), together(100, 2)];
    let points = vec![[&[0, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0xff, 0xff][..], &[0; 20]].concat()];
    // A frame as wide as two bytes cannot count.
    let frame = vec![[&[0, 1, 0x80, 0, 0, 0, 0x7f, 0xff, 0, 0, 0, 0][..], &[0; 4]].concat()];
    vec![
        ("damaged", damaged(), "is damaged: its parts do not fit together"),
        ("cut short", sound[..sound.len() / 2].to_vec(), "is damaged"),
        ("empty file", Vec::new(), "is not a TrueType font"),
        ("letter", b"Dear parents".to_vec(), "is not a TrueType font"),
        ("CFF", [b"OTTO", &sound[4..]].concat(), "(CFF), which cannot be tried out"),
        ("collection", [b"ttcf", &sound[4..]].concat(), "collection of several fonts"),
        ("web font", [b"wOF2", &sound[4..]].concat(), "a font for web pages"),
        ("empty", empty.file(), "shows nothing: every shape in it is empty"),
        ("blank letters", blank.file(), "has no shape for ‘A’"),
        ("no width", no_width.file(), "out of all measure, for ‘A’"),
        ("tall lines", own().with(b"hhea", |table| put(table, 4, 0x7fff)).file(), "lines are out of all measure"),
        ("tall lines too", own().with(b"OS/2", |table| put(table, 68, 0x7fff)).file(), "lines are out of all measure"),
        ("small em", own().with(b"head", |table| put(table, 18, 16)).file(), "out of all measure"),
        ("no em", own().with(b"head", |table| put(table, 18, 0)).file(), "is damaged"),
        ("bomb", own().with_shapes(100, &bomb).file(), "more points than any letter needs"),
        ("round", own().with_shapes(100, &round).file(), "more points than any letter needs"),
        ("points", own().with_shapes(100, &points).file(), "more points than any letter needs"),
        ("frame", own().with_shapes(100, &frame).file(), "is damaged"),
        ("lists", own().with(b"GSUB", |table| *table = lists(3_000, (1, 9))).file(), "more lists"),
        ("order", own().with(b"GSUB", |table| *table = lists(1, (9, 1))).file(), "is damaged"),
        ("outside", own().with(b"loca", |table| table[40..44].fill(0xff)).file(), "is damaged"),
    ]
}

fn pack_with(name: &str, font: &[u8]) -> Sandbox {
    let sandbox = Sandbox::pack(name);
    sandbox.write(FAMILY, font);
    sandbox
}

#[test]
fn a_font_that_does_not_hold_is_refused_by_pack_check() {
    for (name, font, words) in some(4, hostile()) {
        let sandbox = pack_with("font", &font);
        let ended = bounded(&["pack", "check", &sandbox.path().to_string_lossy()]);
        let printed = &ended.printed;
        assert_eq!((ended.code, ended.errors()), (Some(1), 1), "{name}: {printed}");
        for part in ["error[CP325]: the font `fonts/SourceSans3-Regular.ttf`", words, "download it again"] {
            assert!(printed.contains(part), "{name}: no {part} in {printed}");
        }
    }
}

/// A list that is out of order makes the shaper panic; what is caught is told in our words alone.
#[test]
fn of_what_goes_wrong_in_a_library_only_the_finding_is_told() {
    let (_, font, _) = hostile().into_iter().find(|(name, ..)| *name == "order").unwrap();
    let sandbox = pack_with("font-order", &font);
    let Ended { code, printed } = bounded(&["pack", "check", &sandbox.path().to_string_lossy()]);
    assert_eq!(code, Some(1), "{printed}");
    assert!(!printed.contains("panicked") && !printed.contains("RUST_BACKTRACE"), "{printed}");
}

#[test]
fn a_font_that_does_not_hold_is_refused_by_check_and_build() {
    let sandbox = pack_with("font-build", &damaged());
    let (pack, out) = (sandbox.path().to_string_lossy(), sandbox.path().join("out"));
    let profile = repository("profiles/harbour-view-school.yaml");
    let (profile, out) = (profile.to_string_lossy(), out.to_string_lossy());
    for command in [vec!["check"], vec!["build", "--out", &out]] {
        let formats = if cfg!(feature = "pdf") { "pdf" } else { "docx" };
        let args = [&command[..], &[&profile, "--pack", &pack, "--formats", formats]].concat();
        let Ended { code, printed } = bounded(&args);
        assert!(code.is_some_and(|code| code > 0) && printed.contains("error[CP325]"), "{command:?}: {printed}");
    }
    assert!(!sandbox.path().join("out/harbour-view-school").exists());
}

#[test]
fn a_pack_has_so_many_fonts_and_no_more() {
    let sandbox = Sandbox::pack("many-fonts");
    let small = Layer::base().files["themes/plain/fonts/NotoSansHebrew-Regular.ttf"].clone();
    (0..17).for_each(|number| sandbox.write(&format!("themes/plain/fonts/f{number}.ttf"), &small));
    let ended = bounded(&["pack", "check", &sandbox.path().to_string_lossy()]);
    assert_eq!((ended.code, ended.errors()), (Some(1), 1), "{}", ended.printed);
    assert!(ended.printed.contains("is one too many: packs have at most 16"), "{}", ended.printed);
}

#[test]
fn a_family_that_no_font_is_of_is_refused() {
    let sandbox = Sandbox::pack("no-family");
    sandbox.write("themes/plain/theme.yaml", "fonts: {pdf: Nowhere Sans}\n");
    let ended = bounded(&["pack", "check", &sandbox.path().to_string_lossy()]);
    assert_eq!((ended.code, ended.errors()), (Some(1), 1), "{}", ended.printed);
    assert!(ended.printed.contains("no font of the theme is of the family `Nowhere Sans`"), "{}", ended.printed);
    assert!(ended.printed.contains("theme.yaml:1:14"), "{}", ended.printed);
}

#[test]
fn a_sound_font_is_used() {
    let sandbox = pack_with("sound-font", &Tables::own().file());
    let (profile, pack) = (repository("profiles/harbour-view-school.yaml"), sandbox.path().to_string_lossy());
    let ended = bounded(&["check", &profile.to_string_lossy(), "--pack", &pack, "--formats", "md"]);
    assert_eq!(ended.errors(), 0, "{}", ended.printed);
    assert!(ended.printed.contains("nothing missing that the law asks for"), "{}", ended.printed);
}

/// Lists of characters that say that they go on without end, as one that was damaged did.
#[test]
fn a_list_of_characters_is_made_anew() {
    let endless = |first: u32, last: u32| {
        let head =
            [&[0, 0, 0, 1, 0, 3, 0, 10, 0, 0, 0, 12, 0, 12, 0, 0, 0, 0, 0, 28][..], &[0; 4], &[0, 0, 0, 1]].concat();
        [head, first.to_be_bytes().into(), last.to_be_bytes().into(), 1_u32.to_be_bytes().into()].concat()
    };
    for (first, last) in [(0, u32::MAX), (0x20, 0x0010_ffff), (0xffff_fff0, u32::MAX)] {
        let file = Tables::own().with(b"cmap", |table| *table = endless(first, last)).file();
        if let Ok(font) = Font::new(&file) {
            assert!(font.bytes.len() < file.len());
        }
    }
}

#[test]
fn the_built_in_fonts_hold() {
    let base = Layer::base();
    let family = &library().catalogue.theme.tokens.fonts.pdf;
    let fonts = base.files.iter().filter(|(name, _)| name.ends_with(".ttf"));
    let mut of_family = 0;
    for (name, bytes) in fonts {
        let font = Font::new(bytes).unwrap_or_else(|why| panic!("{name} {why}"));
        if font.is_of(family) {
            of_family += 1;
            assert_eq!(font.check_running_text(), Ok(()), "{name}");
        }
    }
    assert_eq!(of_family, 4);
}
