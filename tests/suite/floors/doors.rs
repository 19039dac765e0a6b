//! Each foreign crate has one door: the one file or folder that may use it, so that it can be exchanged there.

use std::collections::BTreeSet;
use std::fs;

use super::sources::sources;
use super::tokens::tokens;
use crate::school::repository;

/// The crates that the whole of `src/` may use: they describe types where these are defined.
const EVERYWHERE: [&str; 4] = ["schemars", "serde", "serde_json", "thiserror"];

/// All other crates, and where in `src/` each may be used.
const DOORS: [(&str, &[&str]); 38] = [
    ("ab_glyph_rasterizer", &["picture/fill.rs"]),
    ("annotate_snippets", &["finding/render/human.rs"]),
    ("anstream", &["cli"]),
    ("axum", &["editor/server.rs"]),
    ("base64", &["write/html/document.rs"]),
    ("clap", &["cli"]),
    ("clap_complete", &["cli"]),
    ("clap_mangen", &["cli/manual.rs"]),
    ("comemo", &["write/pdf"]),
    ("csv", &["workbook/read/lists.rs", "workbook/read/stream.rs"]),
    ("form_urlencoded", &["editor/asked.rs"]),
    ("getrandom", &["editor/server.rs"]),
    ("glob", &["job/profiles.rs"]),
    ("granit_parser", &["yaml"]),
    // The built-in pack is the catalogue's; the example profiles are for trying packs out.
    ("include_dir", &["catalogue", "job/packs/examples.rs"]),
    ("indicatif", &["cli/build.rs"]),
    // The clock is the command line's; everything else about dates is law's.
    ("jiff", &["law/date.rs", "cli/typed.rs"]),
    ("jsonschema", &["yaml"]),
    // Wording, which is held to its own language; and the markup of pages.
    ("minijinja", &["editor/pages.rs", "words"]),
    ("png", &["picture/raster.rs"]),
    ("pulldown_cmark", &["doc/parse"]),
    ("quick_xml", &["workbook/read/markup.rs", "write/docx"]),
    ("resvg", &["logo/draw.rs", "logo/raster.rs"]),
    ("roxmltree", &["logo/vector"]),
    ("rust_xlsxwriter", &["workbook/write"]),
    ("rustix", &["job/exchange.rs"]),
    ("rustybuzz", &["font", "picture/shaper.rs"]),
    ("sha2", &["text/hash.rs"]),
    ("similar", &["text/changes.rs"]),
    ("strsim", &["text/suggest.rs"]),
    ("svgtypes", &["logo/vector"]),
    ("tokio", &["editor/server.rs"]),
    ("typst", &["write/pdf"]),
    ("typst_layout", &["write/pdf"]),
    ("typst_pdf", &["write/pdf"]),
    // Used nowhere: Cargo.toml says why it is there.
    ("unicode_properties", &[]),
    ("zip", &["text/packed.rs", "write/archive.rs"]),
    ("zune_jpeg", &["logo/raster.rs"]),
];

/// The crates of `[dependencies]` in Cargo.toml, as Rust spells them.
fn dependencies() -> BTreeSet<String> {
    let manifest = fs::read_to_string(repository("Cargo.toml")).unwrap();
    // Those of some systems alone stand in sections of their own.
    let is_ours = |heading: &str| heading == "[dependencies]" || heading.ends_with(".dependencies]");
    let mut heading = "";
    let lines = manifest.lines().filter(|line| {
        heading = if line.starts_with('[') { line } else { heading };
        is_ours(heading) && *line != heading
    });
    lines.filter_map(|line| line.split_once(" = ")).map(|(name, _)| name.replace('-', "_")).collect()
}

fn uses_crate(tokens: &[String], name: &str) -> bool {
    // A folder may have a file of the crate's name.
    if tokens.windows(2).any(|pair| pair[0] == "mod" && pair[1] == name) {
        return false;
    }
    (0..tokens.len()).any(|at| {
        let before = at.checked_sub(1).map_or("", |before| &tokens[before]);
        let after = tokens.get(at + 1).map_or("", String::as_str);
        tokens[at] == name && before != "::" && (after == "::" || before == "use")
    })
}

#[test]
fn every_foreign_crate_is_listed() {
    let listed = DOORS.iter().map(|(name, _)| *name).chain(EVERYWHERE).map(String::from).collect();
    assert_eq!(dependencies(), listed);
}

#[test]
fn each_foreign_crate_has_one_door() {
    let mut faults = Vec::new();
    let mut unused: BTreeSet<(&str, &str)> =
        DOORS.iter().flat_map(|(name, doors)| doors.iter().map(|door| (*name, *door))).collect();
    for (file, text) in sources() {
        let tokens = tokens(&text);
        for (name, doors) in DOORS.iter().filter(|(name, _)| uses_crate(&tokens, name)) {
            match doors.iter().find(|door| file.starts_with(**door)) {
                Some(door) => drop(unused.remove(&(*name, *door))),
                None => faults.push(format!("src/{file} uses {name}; its door is {doors:?}")),
            }
        }
    }
    faults.extend(unused.iter().map(|(name, door)| format!("{name} is not used in src/{door}: it is no door")));
    assert!(faults.is_empty(), "{faults:#?}");
}
