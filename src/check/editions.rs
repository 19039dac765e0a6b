//! Whether the edition of the statutory guidance that a policy cites was there to be followed, and still is.
//!
//! In: `policy.guidance_edition`, `policy.guidance_checked_on`, the register of editions, today. Out: CP241 (an edition that is not in
//! the register), CP242 (a known edition has replaced it), CP243 (it came out after the policy was approved), CP244 (a newer one is
//! reported, whose text was not at hand, and the policy does not say that it was checked since).
//!
//! Not here: a policy that cites no edition at all, which the requirements ask for.

use crate::case::Case;
use crate::catalogue::{Edition, Editions, PublicationKind};
use crate::finding::{Code, Finding, Place, Severity};
use crate::law::Date;

const FIELD: &str = "policy.guidance_edition";
const APPROVED: &str = "policy.approved_on";

/// Checks the edition that the careers policy cites.
pub(super) fn check_edition(case: &Case<'_>, findings: &mut Vec<Finding>) {
    let Some(cited) = case.profile.policy.guidance_edition else { return };
    let editions = &case.catalogue.editions;
    let edition = editions.guidance_cited(cited);
    match edition {
        Some(edition) => findings.extend(superseded(case, editions, edition)),
        None => findings.push(unknown(editions, cited)),
    }
    // An edition whose day is not known is taken to have come out on the first day that it can have.
    let published = edition.and_then(Edition::first_day).unwrap_or(cited);
    let words = edition.map_or_else(|| cited.in_words(), Edition::published_in_words);
    if let Some(approved) = case.profile.policy.approved_on.filter(|approved| approved.first() < published) {
        findings.push(anachronism(approved.first(), &words));
    }
}

/// An edition that the register does not hold. One from the time at which a newer edition is said to have come out may well be
/// that edition: then the catalogue is behind, not the school.
fn unknown(editions: &Editions, cited: Date) -> Finding {
    let newer = editions
        .newest_guidance()
        .filter(|newest| newest.superseded_by.as_ref().is_some_and(|by| cited.to_string().starts_with(by)));
    if let Some(newest) = newer {
        let title =
            format!("the catalogue has not been checked against an edition of the guidance of {}", cited.in_words());
        return Finding::new(Severity::Note, Code::CP241, title)
            .at_field(FIELD)
            .with_note(format!("it was checked against that of {}", newest.published_in_words()))
            .with_help("make sure yourself that the policy follows what the newer edition has changed");
    }
    let known: Vec<String> = editions.guidance.iter().map(Edition::published_in_words).collect();
    let finding = Finding::warning(Code::CP241, format!("no edition of the guidance of {} is known", cited.in_words()))
        .at_field(FIELD)
        .with_note(format!("the known editions are those of {}", known.join("; ")));
    match editions.newest_guidance() {
        Some(newest) => finding.with_help(format!(
            "write the day of the edition that the policy was written to; the newest known here is `guidance_edition: {}`",
            newest.published
        )),
        None => finding,
    }
}

/// What there is to say of an edition that has been replaced by that day.
fn superseded(case: &Case<'_>, editions: &Editions, edition: &Edition) -> Option<Finding> {
    let (when, first_day) = edition.superseded()?;
    if first_day > case.today {
        return None;
    }
    let newest = editions.newest_guidance_on(case.today)?;
    if newest.published == edition.published {
        return unread(case, &when, first_day);
    }
    let title = format!("the edition of {} was superseded by that of {when}", edition.published_in_words());
    let newest_words = newest.published_in_words();
    let finding = Finding::warning(Code::CP242, title).at_field(FIELD);
    let finding = if newest_words == when {
        finding
    } else {
        finding.with_note(format!("the newest edition that is known here is that of {newest_words}"))
    };
    Some(finding.with_help(format!(
        "read what the edition of {newest_words} has changed, bring the policy into line, and write `guidance_edition: {}`",
        newest.published
    )))
}

/// A newer edition is reported that the catalogue does not know. A school checks it itself, and says when it did. A policy approved
/// before that edition can have been out is only told of it; of a trust's schools the trust's own policy is the one that counts.
fn unread(case: &Case<'_>, when: &str, first_day: Date) -> Option<Finding> {
    let policy = &case.profile.policy;
    if case.kind == PublicationKind::SchoolOfTrust
        || policy.guidance_checked_on.is_some_and(|day| day.first() >= first_day)
    {
        return None;
    }
    let older = policy.approved_on.is_some_and(|approved| approved.first() < first_day);
    let severity = if older { Severity::Note } else { Severity::Warning };
    let title =
        format!("a newer edition of the guidance, of {when}, is reported, and the policy was not checked against it");
    Some(Finding::new(severity, Code::CP244, title).at_field(FIELD).with_help(
        "read the edition that is now on GOV.UK, and write the day on which you did under `policy`: `guidance_checked_on: 2026-09-14`",
    ))
}

/// A policy that is older than what it says it was written to.
fn anachronism(approved: Date, edition: &str) -> Finding {
    let approved = approved.in_words();
    Finding::error(
        Code::CP243,
        format!("the policy was approved on {approved}, before the guidance of {edition} was published"),
    )
    .at_field(FIELD)
    .with_also(Place::Field(APPROVED.to_owned()), "approved before that")
    .with_note("a policy cannot have been written to guidance that was not there yet")
    .with_help("write the edition that it was really written to, or the day on which this version was really approved")
}
