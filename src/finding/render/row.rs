//! A finding as plain words and numbers, its places worked out: what every form but the pictures of lines is made from.
//!
//! In: a finding and its [`Context`]. Out: a [`Row`], which needs no text of a file any more.

use crate::finding::place::Resolved;
use crate::finding::{Code, Context, Finding, Gravity, Mark, Place, Severity};

/// A finding with everything about it worked out.
#[derive(Clone, Debug)]
pub struct Row {
    /// Which kind of finding it is.
    pub code: Code,
    /// How grave it is to the program.
    pub severity: Severity,
    /// What it means for the school.
    pub gravity: Gravity,
    /// What is wrong.
    pub title: String,
    /// The file.
    pub file: Option<String>,
    /// The line, from 1.
    pub line: Option<usize>,
    /// The column in characters, from 1.
    pub column: Option<usize>,
    /// The path of the field.
    pub field: Option<String>,
    /// The words at the place.
    pub label: Option<String>,
    /// Other places.
    pub also: Vec<Other>,
    /// The requirement that is not met.
    pub requirement: Option<String>,
    /// The clause concerned.
    pub clause: Option<String>,
    /// Why it is so.
    pub notes: Vec<String>,
    /// What to do.
    pub help: Vec<String>,
    /// What could be written where the answer is missing.
    pub example: Option<String>,
}

/// Another place that belongs to a finding.
#[derive(Clone, Debug)]
pub struct Other {
    /// The file.
    pub file: Option<String>,
    /// The line, from 1.
    pub line: Option<usize>,
    /// The column in characters, from 1.
    pub column: Option<usize>,
    /// The words at the place.
    pub label: String,
}

impl Row {
    /// A finding worked out.
    pub fn of(finding: &Finding, context: &Context<'_>) -> Row {
        let at = context.resolve(&finding.at);
        let (line, column) = line_and_column(&at, context);
        Row {
            code: finding.code,
            severity: finding.severity,
            gravity: finding.gravity(),
            title: finding.title.clone(),
            file: at.file,
            line,
            column,
            field: at.field.or_else(|| finding.field.clone()),
            label: finding.label.clone().or(at.label),
            also: finding.also.iter().map(|(place, label)| other(place, label, context)).collect(),
            requirement: finding.requirement.clone(),
            clause: finding.clause.clone(),
            notes: finding.notes.clone(),
            help: finding.help.clone(),
            example: finding.example.clone(),
        }
    }

    /// What to write, in a sentence.
    pub fn remedy(&self) -> Option<String> {
        let label = self.label.clone().filter(|label| self.line.is_none() || label.starts_with("add "));
        match (&self.example, self.help.first()) {
            (Some(example), _) => Some(label.map_or_else(
                || format!("For example: `{example}`"),
                |label| format!("{label}, for example `{example}`"),
            )),
            // The first sentence of what the field is for says enough.
            (None, Some(help)) if self.code.is(Mark::Missing) => {
                let first = help.split_once(". ").map_or(help.as_str(), |(first, _)| first);
                Some(label.map_or_else(|| format!("To write: {first}"), |label| format!("{label}. To write: {first}")))
            }
            (None, Some(help)) => Some(help.clone()),
            (None, None) => self.label.clone(),
        }
    }

    /// The heading that the field stands under at the outermost: `roles`.
    pub fn section(&self) -> Option<&str> {
        self.field.as_deref()?.split(['.', '[']).next()
    }

    /// The heading in that section: `careers_leader`; none where the finding is about the section as a whole.
    pub(super) fn heading(&self) -> Option<&str> {
        self.field.as_deref()?.split('.').nth(1)?.split('[').next()
    }
}

fn other(place: &Place, label: &str, context: &Context<'_>) -> Other {
    let at = context.resolve(place);
    let (line, column) = line_and_column(&at, context);
    Other { file: at.file, line, column, label: label.to_owned() }
}

fn line_and_column(at: &Resolved, context: &Context<'_>) -> (Option<usize>, Option<usize>) {
    let position = at.span.map(|span| context.sources.position(span));
    (position.map(|position| position.line), position.map(|position| position.column))
}
