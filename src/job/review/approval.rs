//! An approval as it is given, and what comes of it.
//!
//! In: nothing. Out: plain types.

use crate::finding::{Failure, Finding};
use crate::job::intake::Intake;
use crate::job::rewritten::Rewritten;
use crate::law::Date;
use crate::profile::{Reviewed, VersionNumber};

/// That documents were reviewed and approved.
#[derive(Clone, Debug)]
pub struct Approval {
    /// The documents; all that the institution has, if none is named.
    pub documents: Vec<Reviewed>,
    /// The day.
    pub on: Date,
    /// The body that approved them.
    pub by: String,
    /// Whether nothing was changed in them.
    pub no_changes: bool,
    /// What changed, for the version history.
    pub summary: Option<String>,
    /// Who changed it; whoever changed the version before, if left out.
    pub author: Option<String>,
    /// The new version, where the next number is not the right one.
    pub version: Option<VersionNumber>,
    /// The day of the next review, where it is not in as many whole years as the last time.
    pub next_review: Option<Date>,
    /// Whether it is recorded although answers are missing that the law asks for; the version history then says so.
    pub despite_gaps: bool,
    /// Only documents whose review is due by this day, and that this day's approval is not recorded in already.
    pub due_by: Option<Date>,
}

/// A profile's text with an approval in it. Nothing is written yet.
pub struct Recorded {
    /// The text before and after.
    pub text: Rewritten,
    /// The institution's name.
    pub school: String,
    /// What was reviewed, and the day of its next review.
    pub reviewed: Vec<(String, Date)>,
    /// What was recorded, in sentences.
    pub said: Vec<String>,
    /// What is worth a look.
    pub notes: Vec<String>,
    /// Whether `build` makes documents of it only as a draft, because something is missing.
    pub drafts_only: bool,
    /// What is only recommended and still open in these documents.
    pub open: Vec<Finding>,
}

/// Why an approval was not recorded.
pub enum Unrecorded {
    /// Something in the profile, or what the checks find with the approval in it, with the findings that say so.
    Found {
        /// What that means, in a sentence.
        why: &'static str,
        /// The profile that the findings point into.
        intake: Box<Intake>,
        /// The findings.
        findings: Vec<Finding>,
    },
    /// What was asked for cannot be done.
    Refused(String),
    /// Nothing is due by the day that was given.
    NothingDue {
        /// The institution's name.
        school: String,
        /// What is worth a look.
        notes: Vec<String>,
    },
    /// The world stands in the way.
    Failure(Failure),
}
