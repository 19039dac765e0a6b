//! Whether review dates are within their limits and versions in order.
//!
//! In: the dates of a profile. Out: CP211 (a review set too far ahead), CP212 (a review overdue), CP213 (dates in the wrong
//! order), CP214 (a version history that does not end at the present version).
//!
//! The limits, and whom they are from, are those of the catalogue's requirements. What nobody approves is counted from today.

use crate::case::Case;
use crate::catalogue::{Duty, Limit};
use crate::draft::is_due;
use crate::finding::{Code, Finding};
use crate::law::DayOrMonth;
use crate::profile::{REVIEWED, Reviewed, Version, VersionNumber};
use crate::words::WordingError;

/// Checks the review dates of both documents and of the published information.
pub(super) fn check_reviews(case: &Case<'_>, findings: &mut Vec<Finding>) {
    let profile = case.profile;
    let made: Vec<Reviewed> = REVIEWED.into_iter().filter(|reviewed| is_made(*reviewed, case)).collect();
    for reviewed in &made {
        check_interval(*reviewed, case, findings);
    }
    for reviewed in &made {
        if let Some(date) = reviewed.next_review(profile).filter(|date| *date < case.today) {
            let title = format!("the review of the {} was due on {}", reviewed.name(), date.in_words());
            findings.push(
                Finding::warning(Code::CP212, title)
                    .at_field(format!("{}.next_review", reviewed.section()))
                    .with_help("review it, then write the new dates of approval and of the next review"),
            );
        }
    }
    for reviewed in &made {
        if reviewed.approved_on(profile).is_some_and(|date| date > case.today) {
            findings.push(
                Finding::warning(Code::CP213, "the day of approval is still to come")
                    .at_field(format!("{}.approved_on", reviewed.section()))
                    .with_help("write the day on which it was approved, or leave the field out until then"),
            );
        }
    }
    for (index, signature) in profile.policy.signed.iter().enumerate() {
        if signature.on.first() > case.today {
            findings.push(
                Finding::warning(Code::CP213, "the day of the signature is still to come")
                    .at_field(format!("policy.signed[{index}].on"))
                    .with_help("write the day on which the policy was signed, or leave the signature out until then"),
            );
        }
    }
    let past = [
        (
            "policy.guidance_checked_on",
            "the day on which the guidance was last checked",
            profile.policy.guidance_checked_on.map(DayOrMonth::first),
        ),
        (
            "impact.leadership_review_on",
            "the day of the last Internal Leadership Review",
            profile.impact.leadership_review_on,
        ),
    ];
    for (field, what, _) in past.into_iter().filter(|(_, _, day)| day.is_some_and(|day| day > case.today)) {
        findings.push(
            Finding::warning(Code::CP213, format!("{what} is still to come"))
                .at_field(field)
                .with_help("write the day on which it was done, or leave the field out until then"),
        );
    }
    if let (Some(approved), Some(effective)) = (profile.policy.approved_on, profile.policy.effective_on)
        && effective < approved.first()
        && made.contains(&Reviewed::CareersPolicy)
    {
        findings.push(
            Finding::warning(Code::CP213, "the policy takes effect before it was approved")
                .at_field("policy.effective_on")
                .with_note(format!("it was approved on {}", approved.in_words()))
                .with_help("write a day on or after the day of approval"),
        );
    }
}

/// What an institution reviews: its documents that are made, and its information on the website where a day is given for it, for that is no
/// document of its own.
///
/// # Errors
/// If the condition of a document cannot be read.
pub fn reviewed_by(case: &Case<'_>) -> Result<Vec<Reviewed>, WordingError> {
    let mut list = Vec::new();
    for reviewed in REVIEWED {
        let is_made = case.outline_of(reviewed.document()).map_or(Ok(false), |outline| is_due(case, outline))?;
        if is_made && (reviewed.is_approved() || reviewed.next_review(case.profile).is_some()) {
            list.push(reviewed);
        }
    }
    Ok(list)
}

/// Whether the document is made at all: a primary school, say, has no statement. What is published on the website is in the policy too.
fn is_made(reviewed: Reviewed, case: &Case<'_>) -> bool {
    let is_made = |outline| is_due(case, outline).unwrap_or(true);
    !reviewed.is_approved() || case.outline_of(reviewed.document()).is_some_and(is_made)
}

fn check_interval(reviewed: Reviewed, case: &Case<'_>, findings: &mut Vec<Finding>) {
    let (approved, next) = (reviewed.approved_on(case.profile), reviewed.next_review(case.profile));
    let Some(next) = next else { return };
    let Limit { requirement, number: months } = case.catalogue.named.review_limit(reviewed);
    let what = reviewed.name();
    let field = format!("{}.next_review", reviewed.section());
    let (from, since) = match approved {
        Some(approved) => (approved, format!("approved on {}", approved.in_words())),
        None if reviewed.is_approved() => return,
        None => (case.today, format!("today is {}", case.today.in_words())),
    };
    let latest = from.plus_months(i32::from(*months));
    if next > latest {
        let after = if approved.is_some() { "after its approval" } else { "ahead" };
        let limit = match requirement.duty_of(case.profile.setting.kind) {
            Duty::Statutory => format!("at least every {months} months by law: {}", requirement.citation()),
            _ => format!("no statute sets a limit, {} recommends {months} months", requirement.called),
        };
        findings.push(
            Finding::warning(
                Code::CP211,
                format!("the next review of the {what} is more than {months} months {after}"),
            )
            .at_field(field)
            .with_note(format!("{since}; {limit}"))
            .with_help(format!("write {latest} or an earlier day")),
        );
    } else if let Some(approved) = approved.filter(|approved| next <= *approved) {
        findings.push(
            Finding::warning(Code::CP213, format!("the next review of the {what} is not after its approval"))
                .at_field(field)
                .with_note(format!("approved on {}", approved.in_words()))
                .with_help(format!("write a day after that, {latest} at the latest")),
        );
    }
}

/// Checks that the version history rises and ends at the present version.
pub(super) fn check_versions(case: &Case<'_>, findings: &mut Vec<Finding>) {
    let policy = &case.profile.policy;
    for (index, pair) in policy.history.windows(2).enumerate() {
        let numbers = |row: &Version| row.version.parse::<VersionNumber>().ok();
        if numbers(&pair[1]) <= numbers(&pair[0]) || pair[1].date.last() < pair[0].date.first() {
            findings.push(
                Finding::warning(Code::CP214, "the version history does not rise")
                    .at_field(format!("policy.history[{}]", index + 1))
                    .with_help("list the versions oldest first, each with a higher number and a later date"),
            );
        }
    }
    if let (Some(last), Some(version)) = (policy.history.last(), &policy.version)
        && last.version != *version
    {
        findings.push(
            Finding::warning(
                Code::CP214,
                format!("the version history ends at {}, but the policy is version {version}", last.version),
            )
            .at_field("policy.history")
            .with_help(format!("add a row for version {version}, or correct `policy.version`")),
        );
    }
}
