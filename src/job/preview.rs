//! A profile as whoever writes it sees it: how it stands with it, which is told at once, and its web pages as `build` writes them.
//!
//! In: an [`Intake`], a [`Library`], a day. Out: an [`Overview`], and [`PreviewPage`]s. Nothing here touches the disk or the clock.

use std::collections::{BTreeMap, BTreeSet};

use super::checked::Checked;
use super::intake::Intake;
use super::library::Library;
use super::make::{MadeFiles, MakeOptions, make_checked, stands_in_the_way};
use crate::doc::{Block, BlockKind};
use crate::draft::is_asked;
use crate::finding::Finding;
use crate::law::Date;
use crate::write::Format;

/// How it stands with a profile.
pub struct Overview {
    /// What was found, of all formats that the library writes, gravest first.
    pub findings: Vec<Finding>,
    /// The ids of the requirements that are asked of the institution, and of those whose condition cannot be told yet; nothing where the profile
    /// cannot be read.
    pub asked: Option<BTreeSet<String>>,
    /// Whether there are pages of it; if not, what was found cannot even be shown in a draft.
    pub has_pages: bool,
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

/// How web pages are made, with gaps or without.
fn options(draft: bool, today: Date) -> MakeOptions {
    MakeOptions { formats: vec![Format::Html], draft, review: false, packing: Default::default(), today }
}

/// Drafts and checks a profile.
pub fn overview(intake: &Intake, library: &Library, today: Date) -> Overview {
    let Some(institution) = &intake.institution else {
        return Overview { findings: intake.findings.clone(), asked: None, has_pages: false };
    };
    let Checked { case, findings, .. } = Checked::of(intake, institution, library, &library.formats, today);
    let requirements = library.catalogue.requirements.values();
    // A condition that cannot be told yet may be true.
    let asked = requirements.filter(|requirement| is_asked(&case, requirement).unwrap_or(true));
    let asked = Some(asked.map(|requirement| requirement.id.clone()).collect());
    let draft = options(true, today);
    let has_pages = !findings.iter().any(|finding| stands_in_the_way(finding, &draft));
    Overview { findings, asked, has_pages }
}

/// Writes the web pages of a profile; with gaps in it, as drafts. There are none where what is found cannot even be shown in a draft.
pub fn preview(intake: &Intake, library: &Library, today: Date) -> Vec<PreviewPage> {
    let Some(institution) = &intake.institution else { return Vec::new() };
    let checked = Checked::of(intake, institution, library, &library.formats, today);
    let mut options = options(false, today);
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
    let Some(MadeFiles { files, fragments, .. }) = made.files else { return Vec::new() };
    let pages = files.into_iter().filter_map(|(name, bytes)| {
        let (title, clauses) = about.remove(&name)?;
        Some(PreviewPage { is_piece: fragments.contains(&name), name, title, bytes, clauses })
    });
    pages.collect()
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
