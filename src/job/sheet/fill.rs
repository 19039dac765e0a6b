//! Puts the answers of a form into a profile: a new one, or one that is there, of which every line stays that did not change.
//!
//! In: the sheets of a workbook, its name, the profile's path. Out: [`FilledForm`], its text, to be written; or [`Unfilled`]. The new text is read as
//! every profile is, and what is wrong in it is told by the cell that it came from. So a slip is worded in one place, and nothing is written until none is left.

use std::path::Path;

use crate::finding::{Code, Failure, Finding, Mark, Place, Severity};
use crate::form::{Answers, CellPlace, read_form, without_signs};
use crate::job::intake::Intake;
use crate::job::rewritten::Rewritten;
use crate::profile::{read_profile_as, whole_schema};
use crate::text::{Sources, create_file, display_path};
use crate::workbook::ReadSheet;
use crate::yaml::{Laid, Node, Unread, lay, parse, path_at, read_file};

/// A profile's text with the answers of a form. Nothing is written yet.
#[derive(Debug)]
pub struct FilledForm {
    text: Text,
    /// How many answers are others than before; an entry of a list is one.
    pub changed: usize,
    /// How many there were none of before.
    pub new: usize,
    /// How many there are none of now.
    pub gone: usize,
    /// Sheets with something in them that are none of the form's.
    pub passed_over: Vec<String>,
}

#[derive(Debug)]
enum Text {
    New(std::path::PathBuf, String),
    Changed(Rewritten),
}

/// Why a form's answers are not put into a profile.
#[derive(Debug)]
pub enum Unfilled {
    /// The workbook is no form: what was expected.
    NotAForm(String),
    /// What is wrong in it, each with its cell.
    Slips(Vec<Finding>, Sources),
    /// The profile cannot be read as YAML: its findings say why.
    Found(Box<Intake>),
    /// The profile is written in a way that cannot be changed safely: where, and why.
    Refused(String),
    /// The world stands in the way.
    Failure(Failure),
}

impl FilledForm {
    /// The text of the profile with the answers.
    pub fn text(&self) -> &str {
        match &self.text {
            Text::New(_, text) => text,
            Text::Changed(rewritten) => &rewritten.after,
        }
    }

    /// Whether the profile is there already.
    pub fn is_of_old(&self) -> bool {
        matches!(self.text, Text::Changed(_))
    }

    /// Writes the profile.
    ///
    /// # Errors
    /// If it cannot be written, or is no longer as it was read.
    pub fn write(&self) -> Result<(), Failure> {
        match &self.text {
            Text::New(path, text) => create_file(path, text.as_bytes()).map_err(|error| Failure::writing(path, error)),
            Text::Changed(rewritten) => rewritten.write(),
        }
    }
}

/// Works out a profile's text with the answers of a form in it. `file` is the name of the workbook.
///
/// # Errors
/// Why there is none.
pub fn fill_profile(sheets: &[ReadSheet], file: &str, path: &Path) -> Result<FilledForm, Unfilled> {
    let mut sources = Sources::default();
    let old = match path.exists() {
        true => Some(read_file(path, &display_path(path), &mut sources).map_err(|unread| unreadable(unread, path))?),
        false => None,
    };
    let root = match old {
        Some(old) => {
            let parsed = parse(&sources, sources.whole(old));
            if parsed.findings.iter().any(|finding| finding.severity == Severity::Error) {
                return Err(unreadable(Unread::Findings(parsed.findings), path));
            }
            parsed.root
        }
        None => None,
    };
    let answers =
        read_form(sheets, file, root.as_ref()).map_err(|no_form| Unfilled::NotAForm(format!("{file}: {no_form}")))?;
    let opening = format!("# Written from the form {file}. Lines that begin with # are remarks.\n");
    let before = old.map_or(opening.as_str(), |old| &sources.get(old).text);
    let laid = lay(before, &answers.meant, whole_schema()).map_err(|unplaced| {
        Unfilled::Refused(format!("{}, line {}: {}", display_path(path), unplaced.line, unplaced.why))
    })?;
    let mut read = Sources::default();
    let mut slips: Vec<(Option<CellPlace>, Finding)> =
        answers.slips.iter().map(|(cell, finding)| (Some(cell.clone()), finding.clone())).collect();
    slips.extend(wrong_in(&laid, path, &answers, &mut read)?);
    if !slips.is_empty() {
        slips.sort_by(|(one, _), (other, _)| one.is_none().cmp(&other.is_none()).then_with(|| one.cmp(other)));
        let told = slips.into_iter().map(|(cell, finding)| match cell {
            Some(cell) => at_cell(finding, cell.in_file(file)),
            None => finding,
        });
        return Err(Unfilled::Slips(told.collect(), read));
    }
    let Laid { text, changed, new, gone } = laid;
    let text = match old {
        Some(old) => Text::Changed(Rewritten::new(path, sources.get(old), text)),
        None => Text::New(path.to_owned(), text),
    };
    Ok(FilledForm { text, changed, new, gone, passed_over: answers.passed_over })
}

fn unreadable(unread: Unread, path: &Path) -> Unfilled {
    match (unread, Intake::read(path)) {
        (Unread::Failure(failure), _) | (_, Err(failure)) => Unfilled::Failure(failure),
        (Unread::Findings(_), Ok(intake)) => Unfilled::Found(Box::new(intake)),
    }
}

/// What the reader of profiles finds wrong in the new text, each by the cell that it came from. What is of no cell keeps its line.
fn wrong_in(
    laid: &Laid,
    path: &Path,
    answers: &Answers,
    sources: &mut Sources,
) -> Result<Vec<(Option<CellPlace>, Finding)>, Unfilled> {
    let findings = match read_profile_as(path, &laid.text, sources) {
        Ok(_) => return Ok(Vec::new()),
        Err(Unread::Findings(findings)) => findings,
        Err(Unread::Failure(failure)) => return Err(Unfilled::Failure(failure)),
    };
    let mut places = Sources::default();
    let id = places.add("", laid.text.as_str());
    let root = parse(&places, places.whole(id)).root;
    let stand_in_the_way =
        findings.into_iter().filter(|finding| finding.severity == Severity::Error && !finding.code.is(Mark::Draft));
    let told = stand_in_the_way.map(|finding| {
        let by_place = |root: &Node| match finding.at {
            Place::Span(span) if sources.get(span.source).text == laid.text => path_at(root, span.start),
            _ => None,
        };
        let field = finding.field.clone().or_else(|| by_place(root.as_ref()?));
        (field.as_deref().and_then(|field| cell_of(field, answers)).cloned(), finding)
    });
    Ok(told.collect())
}

/// The cell of a field, or of the entry or heading that it belongs to.
fn cell_of<'a>(field: &str, answers: &'a Answers) -> Option<&'a CellPlace> {
    let mut path = field;
    loop {
        if let Some(place) = answers.places.get(path) {
            return Some(place);
        }
        path = &path[..path.rfind(['.', '['])?];
    }
}

/// A finding as it is told of a cell: without what is said of the signs of YAML alone.
fn at_cell(finding: Finding, cell: String) -> Finding {
    let help = match finding.code {
        // What is missing in a file is a line, and in a form an answer.
        Code::CP005 => vec!["write the answer in this cell".to_owned()],
        _ => finding.help.iter().map(|words| without_signs(words)).collect(),
    };
    Finding { at: Place::File(cell), also: Vec::new(), help, ..finding }
}
