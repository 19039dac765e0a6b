//! A profile held against a catalogue, drafted and checked: all that is known before a file is written.
//!
//! In: an [`Intake`], a [`Library`], a day. Out: [`Checked`]: the case, the drafts of each of its publications, and everything found.
//! Nothing here touches the disk or the clock, and each document is drafted once.

use std::collections::BTreeMap;

use super::intake::{Institution, Intake};
use super::library::Library;
use super::trust::Joined;
use crate::case::Case;
use crate::check::{Printed, check};
use crate::draft::{Drafts, draft_all};
use crate::finding::{Code, Finding, Place};
use crate::law::Date;
use crate::text::display_path;
use crate::write::{Format, WriteError};

/// A profile that was drafted and checked.
pub struct Checked<'a> {
    /// The profile held against the catalogue.
    pub case: Case<'a>,
    /// The drafts of each of its [publications](Case::publications), in their order.
    pub drafts: Vec<Drafts<'a>>,
    /// What was found, in reading the profile too, gravest first.
    pub findings: Vec<Finding>,
}

impl<'a> Checked<'a> {
    /// Drafts and checks what was taken in, to be written in these formats. `institution` is that of the intake.
    pub(super) fn of(
        intake: &'a Intake,
        institution: &'a Institution,
        library: &'a Library,
        formats: &[Format],
        today: Date,
    ) -> Checked<'a> {
        let Seen { case, drafts, each } = Seen::of(institution, library, formats, today);
        let found = joined(&case, each, institution, intake);
        // What is about the profile as a whole stands at its file, so that many checked at once can be told apart.
        let placed = found.into_iter().map(|finding| match finding.at {
            Place::None => finding.at_file(display_path(&intake.path)),
            _ => finding,
        });
        let named = intake.packs();
        let further_in = library.further_in.iter().map(|(pack, finding)| match named.contains(pack) {
            true => finding.clone().at_field("pack"),
            false => finding.clone(),
        });
        let mut findings = bounded(intake.findings.iter().cloned().chain(further_in).chain(placed));
        findings.sort_by_key(|finding| finding.severity);
        Checked { case, drafts, findings }
    }
}

/// An institution drafted and checked, with what was found on each publication by itself: on its own, and on those of a trust's schools.
pub(super) struct Seen<'a> {
    /// The institution held against the catalogue.
    pub(super) case: Case<'a>,
    /// The drafts of each publication.
    pub(super) drafts: Vec<Drafts<'a>>,
    /// What was found on each, in its own fields.
    pub(super) each: Vec<Vec<Finding>>,
}

impl<'a> Seen<'a> {
    /// Drafts and checks an institution, to be written in these formats.
    pub(super) fn of(institution: &'a Institution, library: &'a Library, formats: &[Format], today: Date) -> Seen<'a> {
        let case = institution.case(&library.catalogue, &library.engine, today);
        let drafts: Vec<Drafts<'a>> =
            case.publications().iter().map(|publication| draft_all(publication.case)).collect();
        let printed = Printed::of(&drafts);
        let check = |case: &Case<'_>, drafts: &Drafts<'_>| {
            let mut found = check(case, drafts, &printed, formats);
            found.extend(library.writers.try_logo(&case.theme, formats).err().map(|error| refused_logo(case, &error)));
            found
        };
        let publications = case.publications().into_iter().zip(&drafts);
        let each = publications.map(|(publication, drafts)| check(publication.case, drafts)).collect();
        Seen { case, drafts, each }
    }
}

/// The most findings of one kind on the words of one answer, and the most further places of one finding: nobody reads more, and each is looked up in
/// the file.
const MOST: usize = 20;

/// The findings without those past that bound, which are counted.
fn bounded(findings: impl Iterator<Item = Finding>) -> Vec<Finding> {
    let mut kept: Vec<Finding> = Vec::new();
    let mut numbers: BTreeMap<(&'static str, String), (usize, usize)> = BTreeMap::new();
    for mut finding in findings {
        let others = finding.also.len().saturating_sub(MOST);
        if others > 0 {
            finding.also.truncate(MOST);
            finding = finding.with_note(format!("it stands in {others} more places besides"));
        }
        if let Place::Word { field, .. } = &finding.at {
            let (number, last) = numbers.entry((finding.code.id(), field.clone())).or_default();
            *number += 1;
            if *number > MOST {
                continue;
            }
            *last = kept.len();
        }
        kept.push(finding);
    }
    for (number, last) in numbers.into_values().filter(|(number, _)| *number > MOST) {
        kept[last].notes.push(format!("{} more of this kind stand in the same answer", number - MOST));
    }
    kept
}

/// What was found on each publication, in one list.
fn joined(case: &Case<'_>, each: Vec<Vec<Finding>>, institution: &Institution, intake: &Intake) -> Vec<Finding> {
    let mut each = each.into_iter();
    let own = each.next().unwrap_or_default();
    let mut joined = Joined::new(own, &institution.index, &intake.sources, case);
    for ((school, _), found) in institution.schools.iter().zip(each) {
        joined.add(school, found);
    }
    joined.findings()
}

/// The finding on a logo that no PDF can hold, although nothing is wrong with its file.
fn refused_logo(case: &Case<'_>, error: &WriteError) -> Finding {
    let finding = Finding::error(Code::CP112, "the logo cannot stand in a PDF").with_note(error.to_string());
    match case.profile.brand.logo {
        Some(_) => finding.at_field("brand.logo").with_help(
            "open it in any picture editor and save it again as PNG, in the colours of screens (RGB); or leave PDF out: `--formats md,html,docx`",
        ),
        None => finding.with_help("the logo is your pack's: tell whoever made it, or leave PDF out: `--formats md,html,docx`"),
    }
}

/// Everything that is found on a profile whose documents are to be written in the library's formats.
pub fn check_intake(intake: &Intake, library: &Library, today: Date) -> Vec<Finding> {
    match &intake.institution {
        Some(institution) => Checked::of(intake, institution, library, &library.formats, today).findings,
        None => intake.findings.clone(),
    }
}
