//! Writes a profile anew where it is read otherwise than it is written, and changes nothing else in it.
//!
//! In: a profile's path. Out: [`Fixed`], its text with those places as they are read; or [`Unfixed`].
//!
//! Places are cut out and filled, so comments, order, line endings and all other bytes stay. The new text is read again, and must hold the same
//! answers with nothing left to put right, or nothing comes of it. A file that schools share is never touched.
//!
//! Not here: what is read otherwise (`yaml`).

use std::path::Path;

use super::intake::{Institution, Intake};
use super::rewritten::Rewritten;
use crate::finding::{Failure, Finding, Place, visible};
use crate::profile::Profile;
use crate::text::{SourceId, Span};

/// A profile's text with its places put right. Nothing is written yet.
#[derive(Debug)]
pub struct Fixed {
    /// The text before and after.
    pub text: Rewritten,
    /// Each change, in a sentence.
    pub said: Vec<String>,
    /// What was left as it is, and why.
    pub notes: Vec<String>,
}

/// Why nothing was put right.
#[derive(Debug)]
pub enum Unfixed {
    /// The profile cannot be read; its findings say why.
    Unread(Box<Intake>),
    /// The text would not be read as it was: why.
    Refused(String),
    /// The world stands in the way.
    Failure(Failure),
}

/// A place, and what is to stand there.
struct Change<'a> {
    span: Span,
    words: &'a str,
}

/// Works out a profile's text in which each place is written as it is read.
///
/// # Errors
/// Why it cannot be.
pub fn fix_profile(path: &Path) -> Result<Fixed, Unfixed> {
    let intake = Intake::read(path).map_err(Unfixed::Failure)?;
    let Some(institution) = &intake.institution else { return Err(Unfixed::Unread(Box::new(intake))) };
    let file = institution.index.file();
    let source = intake.sources.get(file);
    let line = |span: Span| intake.sources.position(span).line;
    let (own, others): (Vec<Change<'_>>, Vec<Change<'_>>) =
        changes(&intake.findings).into_iter().partition(|change| change.span.source == file);
    let (short, long): (Vec<_>, Vec<_>) =
        own.into_iter().partition(|change| !intake.sources.slice(change.span).contains('\n'));
    let mut after = source.text.clone();
    for change in short.iter().rev() {
        after.replace_range(change.span.range(), change.words);
    }
    let said = short.iter().map(|change| {
        let old = visible(intake.sources.slice(change.span));
        format!("line {}: {old} is now {}", line(change.span), visible(change.words))
    });
    let said = said.collect();
    let notes = others.iter().map(|change| {
        let name = &intake.sources.get(change.span.source).name;
        format!(
            "line {} of {name}: write {} there; it is another file, and was left as it is",
            line(change.span),
            visible(change.words)
        )
    });
    let left = long.iter().map(|change| {
        format!(
            "line {}: write {} there; it runs over several lines, and was left as it is",
            line(change.span),
            visible(change.words)
        )
    });
    let notes = left.chain(notes).collect();
    let changed = Intake::of_text(path, &after).map_err(Unfixed::Failure)?;
    if !reads_the_same(institution, changed.institution.as_ref()) || left_over(&changed, long.len()) {
        let lines: Vec<String> = short.iter().map(|change| line(change.span).to_string()).collect();
        return Err(Unfixed::Refused(format!(
            "{} is written in a way that this change would break, so nothing was changed; look at lines {}",
            source.name,
            lines.join(", ")
        )));
    }
    Ok(Fixed { text: Rewritten::new(path, source, after), said, notes })
}

/// What can be put right, in the order of the files, each place once.
fn changes(findings: &[Finding]) -> Vec<Change<'_>> {
    let mut changes: Vec<Change<'_>> = Vec::new();
    for finding in findings {
        if let (Place::Span(span), Some(words)) = (&finding.at, &finding.instead) {
            changes.push(Change { span: *span, words });
        }
    }
    changes.sort_by_key(|change| change.span);
    changes.dedup_by_key(|change| change.span);
    changes
}

/// Whether a text holds the answers that another held, of a trust's schools too.
fn reads_the_same(before: &Institution, after: Option<&Institution>) -> bool {
    fn answers(institution: &Institution) -> Vec<&Profile> {
        let schools = institution.schools.iter().map(|(school, _)| &school.profile);
        std::iter::once(&institution.profile).chain(schools).collect()
    }
    after.is_some_and(|after| answers(before) == answers(after))
}

/// Whether more is left to put right in the file itself than could be.
fn left_over(changed: &Intake, expected: usize) -> bool {
    let file: Option<SourceId> = changed.institution.as_ref().map(|institution| institution.index.file());
    changes(&changed.findings).iter().filter(|change| Some(change.span.source) == file).count() > expected
}
