//! A profile as whoever writes it sees it: what is found in it, and its web pages as `build` writes them, from one drafting.
//!
//! In: an [`Intake`], a [`Library`], a day. Out: [`Preview`]. Nothing here touches the disk or the clock.

use std::collections::BTreeMap;

use super::checked::Checked;
use super::intake::Intake;
use super::library::Library;
use super::make::{MadeFiles, MakeOptions, make_checked, stands_in_the_way};
use crate::doc::{Block, BlockKind};
use crate::finding::Finding;
use crate::law::Date;
use crate::write::Format;

/// What is found in a profile, and its web pages.
pub struct Preview {
    /// What was found, of all formats that the library writes, gravest first.
    pub findings: Vec<Finding>,
    /// The pages; none where what was found cannot even be shown in a draft.
    pub pages: Vec<PreviewPage>,
}

/// A web page, byte for byte as `build` writes it.
pub struct PreviewPage {
    /// The name of its file.
    pub name: String,
    /// Its title.
    pub title: String,
    /// Its bytes.
    pub bytes: Vec<u8>,
    /// Whether it is a piece of a web page, for the institution's own website.
    pub is_piece: bool,
    /// The clauses in it, each with the anchor of the heading that it stands under.
    pub clauses: Vec<(String, String)>,
}

/// Checks a profile and writes its web pages; with gaps in it, as drafts.
pub fn preview(intake: &Intake, library: &Library, today: Date) -> Preview {
    let Some(institution) = &intake.institution else {
        return Preview { findings: intake.findings.clone(), pages: Vec::new() };
    };
    let checked = Checked::of(intake, institution, library, &library.formats, today);
    let mut options =
        MakeOptions { formats: vec![Format::Html], draft: false, review: false, packing: Default::default(), today };
    options.draft = checked.findings.iter().any(|finding| stands_in_the_way(finding, &options));
    let mut about = BTreeMap::new();
    for (publication, drafts) in checked.case.publications().iter().zip(&checked.drafts) {
        for draft in &drafts.documents {
            let document = &draft.document;
            let title = match document.title.is_empty() {
                true => document.id.replace('-', " "),
                false => document.title.clone(),
            };
            about.insert(format!("{}{}.html", publication.prefix, document.id), (title, clauses(&document.body)));
        }
    }
    let made = make_checked(intake, checked, library, &options);
    let Some(MadeFiles { files, fragments, .. }) = made.files else {
        return Preview { findings: made.findings, pages: Vec::new() };
    };
    let pages = files.into_iter().filter_map(|(name, bytes)| {
        let (title, clauses) = about.remove(&name)?;
        Some(PreviewPage { is_piece: fragments.contains(&name), name, title, bytes, clauses })
    });
    Preview { findings: made.findings, pages: pages.collect() }
}

/// The clauses of a document, each with the heading that it first stands under.
fn clauses(body: &[Block]) -> Vec<(String, String)> {
    let mut heading = "";
    let mut all: Vec<(String, String)> = Vec::new();
    for block in body {
        if let BlockKind::Heading(found) = &block.kind {
            heading = &found.id;
        }
        if let Some(clause) = block.clause.as_ref().filter(|clause| all.iter().all(|(known, _)| known != *clause)) {
            all.push((clause.clone(), heading.to_owned()));
        }
    }
    all
}
