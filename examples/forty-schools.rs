//! Writes the profiles of an invented trust, to try the commands for many schools on: 40 academies, or as many as you say.
//!
//! In: the folder to write into, and the number of schools. Out: the trust's shared file and one profile a school, made from three of the
//! starter profiles with names, addresses and review dates of their own. The same number gives the same files, every time.
//!
//! `cargo run --example forty-schools -- schools`
#![allow(
    missing_docs,
    clippy::print_stdout,
    clippy::disallowed_methods,
    reason = "a program and not a library; it speaks to its user and writes files"
)]

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

const TRUST: &str = include_str!("../profiles/meadowbank-trust.yaml");
/// The profiles that the schools are made from: name and text.
const MODELS: [(&str, &str); 3] = [
    ("Ashgrove", include_str!("../profiles/ashgrove-academy.yaml")),
    ("Millbrook", include_str!("../profiles/millbrook-school.yaml")),
    ("Oakfield", include_str!("../profiles/oakfield-academy.yaml")),
];
/// Which of them every school of ten is made from: six 11 to 16, one special, three 11 to 18.
const PATTERN: [usize; 10] = [0, 2, 0, 1, 0, 0, 2, 0, 2, 0];
const FIRST: [&str; 20] = [
    "Alder", "Amber", "Birch", "Bracken", "Cedar", "Clover", "Elder", "Fern", "Hawthorn", "Hazel", "Heather", "Holly",
    "Juniper", "Laurel", "Maple", "Rowan", "Sorrel", "Thistle", "Willow", "Yarrow",
];
const LAST: [&str; 5] = ["brook", "croft", "dale", "ridge", "wick"];

fn main() -> io::Result<()> {
    let mut args = std::env::args().skip(1);
    let folder = PathBuf::from(args.next().unwrap_or_else(|| "schools".to_owned()));
    let number = args.next().and_then(|number| number.parse().ok()).unwrap_or(40);
    write_schools(&folder, number)?;
    println!("{number} schools of an invented trust are in {}. Then: careers-policy due {0}", folder.display());
    Ok(())
}

/// Writes so many schools and what they share.
pub(crate) fn write_schools(folder: &Path, number: usize) -> io::Result<()> {
    fs::create_dir_all(folder)?;
    fs::write(folder.join("meadowbank-trust.yaml"), TRUST)?;
    for index in 0..number {
        let name = name_of(index);
        fs::write(folder.join(format!("{}.yaml", name.to_lowercase())), school(index, &name))?;
    }
    Ok(())
}

/// The name of a school, different for each.
fn name_of(index: usize) -> String {
    let (first, last) = (FIRST[index % FIRST.len()], LAST[index / FIRST.len() % LAST.len()]);
    match index / (FIRST.len() * LAST.len()) {
        0 => format!("{first}{last}"),
        round => format!("{first}{last}{}", round + 1),
    }
}

fn school(index: usize, name: &str) -> String {
    let (model, text) = MODELS[PATTERN[index % PATTERN.len()]];
    let text = without_section(text, "brand");
    let text = text.replace(model, name).replace(&model.to_lowercase(), &name.to_lowercase());
    // The number is what makes the school unique; those from 999000 on are given to no school.
    let text: String = text
        .lines()
        .map(|line| {
            if line.starts_with("  urn:") {
                format!("  urn: \"{}\"\n", 999_000 + index % 1000)
            } else {
                format!("{line}\n")
            }
        })
        .collect();
    // Every fourth statement falls due in the autumn.
    if index.is_multiple_of(4) { earlier_review(&text, index) } else { text }
}

/// The text without a section and the comment above it.
fn without_section(text: &str, section: &str) -> String {
    let mut kept: Vec<&str> = Vec::new();
    let mut inside = false;
    for line in text.lines() {
        if line.starts_with(&format!("{section}:")) {
            inside = true;
            while kept.last().is_some_and(|line| line.starts_with('#')) {
                kept.pop();
            }
        } else if inside && (line.is_empty() || line.starts_with([' ', '#'])) {
        } else {
            inside = false;
            kept.push(line);
        }
    }
    kept.join("\n") + "\n"
}

/// The text with an earlier review of the statement, the last of the dates called `next_review`.
fn earlier_review(text: &str, index: usize) -> String {
    let Some(at) = text.rfind("next_review: ") else { return text.to_owned() };
    let start = at + "next_review: ".len();
    let date = format!("2026-{:02}-{:02}", 9 + index % 3, 1 + (index * 7) % 28);
    format!("{}{date}{}", &text[..start], &text[start + date.len()..])
}
