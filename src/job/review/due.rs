//! Which documents an approval of all that is due concerns.
//!
//! In: what an institution has to review, the [`Approval`], the last day. Out: of these what is due by that day; what has no day is noted,
//! for nobody would otherwise notice that it is never reviewed.

use super::approval::Approval;
use super::interval::next_review;
use crate::catalogue::Catalogue;
use crate::job::to_review::ToReview;
use crate::law::Date;

/// Keeps what is due by a day. What the approval is recorded in already is due no more, so that the command can be run again.
pub(super) fn keep_due(
    list: &mut Vec<ToReview<'_>>,
    approval: &Approval,
    day: Date,
    catalogue: &Catalogue,
    notes: &mut Vec<String>,
) {
    let is_meant = |due: &ToReview<'_>| approval.documents.is_empty() || approval.documents.contains(&due.reviewed);
    list.retain(|due| {
        let (reviewed, profile) = (due.reviewed, due.profile);
        if !is_meant(due) {
            return false;
        }
        let Some(next) = reviewed.next_review(profile) else {
            notes.push(format!(
                "the {} of {} has no date of review, so it is not known to be due; record its first approval without `--all-due`, by the name of the profile and with `--document {}`",
                reviewed.name(),
                profile.setting.name,
                reviewed.document()
            ));
            return false;
        };
        let is_recorded = match reviewed.approved_on(profile) {
            Some(approved) => approved >= approval.on,
            None => !reviewed.is_approved() && next_review(reviewed, profile, approval.on, catalogue).0 <= next,
        };
        next <= day && !is_recorded
    });
}
