//! Our own words: short sentences in the documents, and British spelling everywhere.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use careers_policy::doc::{Block, BlockKind, plain_text};
use careers_policy::law::{SETTINGS, YearGroups};
use careers_policy::text::{Letters, find_words, sentences, words};

use crate::school::{School, repository};

/// The most words of a sentence of ours.
const LONGEST: usize = 40;

/// Spellings that British readers take for slips.
const AMERICAN: [&str; 49] = [
    "analyze",
    "authorize",
    "authorized",
    "behavior",
    "behaviors",
    "canceled",
    "catalog",
    "center",
    "centered",
    "centers",
    "color",
    "colors",
    "counselor",
    "counselors",
    "customize",
    "defense",
    "emphasize",
    "enroll",
    "enrollment",
    "favor",
    "favorite",
    "fulfill",
    "gray",
    "honor",
    "labeled",
    "labor",
    "maximize",
    "minimize",
    "modeling",
    "neighbor",
    "optimize",
    "organization",
    "organizations",
    "organize",
    "organized",
    "organizes",
    "organizing",
    "prioritize",
    "realize",
    "recognize",
    "recognized",
    "skillful",
    "specialize",
    "specialized",
    "standardized",
    "summarize",
    "traveled",
    "traveling",
    "utilize",
];

fn running(blocks: &[Block], texts: &mut Vec<(String, String)>) {
    for block in blocks {
        match &block.kind {
            BlockKind::Paragraph(inlines) => {
                texts.push((block.clause.clone().unwrap_or_default(), plain_text(inlines)));
            }
            BlockKind::List(list) => list.items.iter().for_each(|item| running(item, texts)),
            BlockKind::Callout(inner) | BlockKind::Quotation(inner) => running(inner, texts),
            BlockKind::Notes(notes) => notes.iter().for_each(|note| running(note, texts)),
            BlockKind::Table(table) => {
                for cell in table.rows.iter().flatten() {
                    texts.push((block.clause.clone().unwrap_or_default(), plain_text(cell)));
                }
            }
            BlockKind::Picture(picture) => {
                texts.push((block.clause.clone().unwrap_or_default(), picture.alt.clone()));
            }
            BlockKind::Heading(_) => {}
        }
    }
}

/// A school whose own words are four each: what is long is ours.
#[test]
fn no_sentence_of_the_catalogue_is_very_long() {
    let mut long = BTreeSet::new();
    for setting in SETTINGS {
        let years = if setting.has_year_groups() { YearGroups::new(7..=13) } else { YearGroups::default() };
        let school = School::plain(setting, years);
        for id in ["careers-policy", "provider-access-policy"] {
            let document = school.document(id);
            let mut texts = Vec::new();
            running(&document.front, &mut texts);
            running(&document.body, &mut texts);
            for (clause, text) in &texts {
                for sentence in sentences(text) {
                    let count = words(sentence).count();
                    if count > LONGEST {
                        long.insert(format!("{clause}: {count} words: {sentence}"));
                    }
                }
            }
        }
    }
    assert!(long.is_empty(), "{long:#?}");
}

fn files(folder: &Path, found: &mut Vec<(String, String)>) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            files(&path, found);
        } else if path.extension().is_some_and(|ending| ["md", "yaml", "rs"].iter().any(|known| ending == *known)) {
            found.push((path.to_string_lossy().into_owned(), fs::read_to_string(&path).unwrap()));
        }
    }
}

/// Templates, pages and profiles line by line; of the code, comments and what stands in quotation marks with a space in it.
#[test]
fn our_words_are_spelt_as_in_britain() {
    let mut found = Vec::new();
    ["templates", "src", "profiles", "docs/src"].iter().for_each(|folder| files(&repository(folder), &mut found));
    for name in ["README.md", "CONTRIBUTING.md", "SECURITY.md", "CHANGELOG.md"] {
        found.push((name.to_owned(), fs::read_to_string(repository(name)).unwrap()));
    }
    let mut slips = Vec::new();
    for (name, text) in found {
        for line in text.lines() {
            let pieces: Vec<&str> = if name.ends_with(".rs") {
                match line.split_once("//") {
                    Some((_, comment)) => vec![comment],
                    None => line.split('"').skip(1).step_by(2).filter(|piece| piece.contains(' ')).collect(),
                }
            } else {
                vec![line]
            };
            // In backticks stands what a format itself calls a thing, or an option as programs call it.
            let pieces: Vec<String> = pieces.iter().map(|piece| piece.split('`').step_by(2).collect()).collect();
            for word in AMERICAN {
                if pieces.iter().any(|piece| find_words(piece, word, Letters::Any).is_some()) {
                    slips.push(format!("{name}: {word}: {line}"));
                }
            }
            // A computer has a program; a school has a programme.
            let published = ["/clauses/", "/outlines/", "/requirements/"].iter().any(|folder| name.contains(folder));
            if published && find_words(line, "program", Letters::Any).is_some() {
                slips.push(format!("{name}: program: {line}"));
            }
        }
    }
    assert!(slips.is_empty(), "{slips:#?}");
}
