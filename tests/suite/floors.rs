//! Keeps the floors: a module uses only those below it, and each foreign crate has one door.

use std::fs;
use std::path::{Path, PathBuf};

/// The modules by floors, from the ground up.
const FLOORS: [&[&str]; 12] = [
    &["text"],
    &["finding", "law", "doc"],
    &["yaml"],
    &["theme"],
    &["profile"],
    &["catalogue"],
    &["words", "picture"],
    &["case"],
    &["draft", "write"],
    &["check"],
    &["job"],
    &["cli"],
];

/// The foreign crates and the one place in `src/` that each may be used in.
const DOORS: [(&str, &[&str]); 25] = [
    ("annotate_snippets", &["finding/render"]),
    ("anstream", &["cli"]),
    ("clap", &["cli"]),
    ("clap_complete", &["cli"]),
    ("clap_mangen", &["cli"]),
    ("comemo", &["write/pdf"]),
    ("glob", &["job/profiles.rs"]),
    ("granit_parser", &["yaml"]),
    ("imagesize", &["theme/logo.rs"]),
    ("include_dir", &["catalogue", "job/packs/examples.rs"]),
    ("indicatif", &["cli"]),
    // The clock is the command line's; everything else about dates is law's.
    ("jiff", &["law/date.rs", "cli/typed.rs"]),
    ("jsonschema", &["yaml"]),
    ("minijinja", &["words"]),
    ("pulldown_cmark", &["doc"]),
    ("quick_xml", &["write/docx"]),
    ("resvg", &["picture/raster.rs"]),
    ("roxmltree", &["theme/logo.rs"]),
    ("rustybuzz", &["picture/pen.rs"]),
    ("sha2", &["text/hash.rs"]),
    ("similar", &["text/changes.rs"]),
    ("strsim", &["text"]),
    ("typst", &["write/pdf"]),
    ("typst_pdf", &["write/pdf"]),
    ("zip", &["write/docx"]),
];

fn sources() -> Vec<(String, String)> {
    fn gather(folder: &Path, files: &mut Vec<PathBuf>) {
        for entry in fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                gather(&path, files);
            } else if path.extension().is_some_and(|ending| ending == "rs") {
                files.push(path);
            }
        }
    }
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut files = Vec::new();
    gather(&root, &mut files);
    let name = |path: &Path| path.strip_prefix(&root).unwrap().to_string_lossy().replace('\\', "/");
    files.into_iter().map(|path| (name(&path), fs::read_to_string(&path).unwrap())).collect()
}

fn floor(module: &str) -> usize {
    FLOORS.iter().position(|names| names.contains(&module)).unwrap_or_else(|| panic!("`{module}` is on no floor"))
}

/// The modules of the crate that a text names: `crate::data` and the like, comments left aside.
fn modules_named(text: &str) -> Vec<String> {
    text.lines()
        .filter(|line| !line.trim_start().starts_with("//"))
        .flat_map(|line| line.match_indices("crate::").map(|(at, _)| line[at + 7..].to_owned()).collect::<Vec<_>>())
        .map(|rest| rest.chars().take_while(|c| c.is_ascii_lowercase() || *c == '_').collect::<String>())
        .filter(|module| !module.is_empty())
        .collect()
}

#[test]
fn a_module_uses_only_lower_floors() {
    let mut climbers = Vec::new();
    for (file, text) in sources() {
        let module = file.split(['/', '.']).next().unwrap().to_owned();
        if matches!(file.as_str(), "lib.rs" | "main.rs") {
            continue;
        }
        for used in modules_named(&text) {
            if used != module && floor(&used) >= floor(&module) {
                climbers.push(format!("src/{file} uses {used}"));
            }
        }
    }
    assert!(climbers.is_empty(), "{climbers:#?}");
}

#[test]
fn each_foreign_crate_has_one_door() {
    let mut intruders = Vec::new();
    for (file, text) in sources() {
        for (name, doors) in DOORS {
            let uses = text.lines().filter(|line| !line.trim_start().starts_with("//")).any(|line| {
                line.match_indices(&format!("{name}::"))
                    .any(|(at, _)| !line[..at].ends_with(|c: char| c.is_alphanumeric() || c == '_' || c == ':'))
            });
            if uses && !doors.iter().any(|door| file.starts_with(door)) {
                intruders.push(format!("src/{file} uses {name}; its door is {doors:?}"));
            }
        }
    }
    assert!(intruders.is_empty(), "{intruders:#?}");
}

#[test]
fn every_file_opens_with_what_it_is_for_and_is_short_enough_to_read() {
    let mut troubles = Vec::new();
    for (file, text) in sources() {
        if !text.starts_with("//!") {
            troubles.push(format!("src/{file} does not open with `//!`"));
        }
        if text.lines().count() > 500 {
            troubles.push(format!("src/{file} has more than 500 lines: split it"));
        }
    }
    assert!(troubles.is_empty(), "{troubles:#?}");
}
