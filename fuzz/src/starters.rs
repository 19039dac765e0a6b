//! The built-in catalogue, a day, and the starter profiles as files.

use std::sync::LazyLock;

use careers_policy::doc::Document;
use careers_policy::draft::draft_all;
use careers_policy::job::{Intake, Library};
use careers_policy::law::Date;
use careers_policy::theme::Theme;

/// A short starter, complete as it stands.
pub const SHORT: &str = include_str!("../../profiles/harbour-view-school.yaml");

/// The files that starters name, so that what is tried can name them as well.
const NAMED: [(&str, &[u8]); 4] = [
    ("meadowbank-trust.yaml", include_bytes!("../../profiles/meadowbank-trust.yaml")),
    ("ashgrove-academy.yaml", include_bytes!("../../profiles/ashgrove-academy.yaml")),
    ("oakfield-academy.yaml", include_bytes!("../../profiles/oakfield-academy.yaml")),
    ("oakfield-academy.png", include_bytes!("../../profiles/oakfield-academy.png")),
];

static LIBRARY: LazyLock<Library> = LazyLock::new(|| match Library::built_in(&[]) {
    Ok(library) => library,
    Err(unloadable) => panic!("{:#?}", unloadable.findings),
});

/// The built-in catalogue.
pub fn library() -> &'static Library {
    &LIBRARY
}

/// The day on which everything is tried.
pub fn today() -> Date {
    "2026-09-01".parse().expect("a date")
}

/// A file beside those that starters name.
pub fn beside_starters(name: &str, bytes: &[u8]) -> Vec<(String, Vec<u8>)> {
    let own = std::iter::once((name.to_owned(), bytes.to_vec()));
    own.chain(NAMED.iter().map(|(name, bytes)| ((*name).to_owned(), bytes.to_vec()))).collect()
}

/// The short starter's careers policy, its pictures as tables, and the theme it is written with.
pub fn short_policy() -> (Document, Theme) {
    let intake = Intake::of_text("harbour-view-school.yaml".as_ref(), SHORT).expect("no other file is asked for");
    let institution = intake.institution.as_ref().expect("a starter can be read");
    let case = institution.case(&library().catalogue, &library().engine, today());
    (draft_all(&case).documents.remove(0).document, case.theme.clone())
}
