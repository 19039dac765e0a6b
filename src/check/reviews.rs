//! Whether review dates are within their limits and versions in order.
//!
//! In: the dates of a profile. Out: CP211 (a review set too far ahead), CP212 (a review overdue), CP213 (dates in the wrong
//! order), CP214 (a version history that does not end at the present version).
//!
//! The limits, 36 months for the policy and 12 for the statement, are the hub guide's; no statute sets one.

use crate::case::Case;
use crate::finding::{Code, Finding};
use crate::law::Date;

/// The longest time between approval and review of the careers policy, in months.
pub(crate) const POLICY_MONTHS: i32 = 36;
/// The same for the provider access policy statement.
pub(crate) const STATEMENT_MONTHS: i32 = 12;

/// Checks the review dates of both documents and of the published information.
pub(super) fn check_reviews(case: &Case<'_>, findings: &mut Vec<Finding>) {
    let policy = &case.profile.policy;
    let access = &case.profile.provider_access;
    check_interval("careers policy", "policy", policy.approved_on, policy.next_review, POLICY_MONTHS, findings);
    check_interval(
        "provider access policy statement",
        "provider_access",
        access.approved_on,
        access.next_review,
        STATEMENT_MONTHS,
        findings,
    );
    let reviews = [
        ("careers policy", "policy.next_review", policy.next_review),
        ("provider access policy statement", "provider_access.next_review", access.next_review),
        ("published careers information", "programme.next_review", case.profile.programme.next_review),
    ];
    for (what, field, date) in reviews {
        if let Some(date) = date.filter(|date| *date < case.today) {
            findings.push(
                Finding::warning(Code::CP212, format!("the review of the {what} was due on {}", date.in_words()))
                    .at_field(field)
                    .with_help("review it, then write the new dates of approval and of the next review"),
            );
        }
    }
    for (field, date) in
        [("policy.approved_on", policy.approved_on), ("provider_access.approved_on", access.approved_on)]
    {
        if date.is_some_and(|date| date > case.today) {
            findings.push(
                Finding::warning(Code::CP213, "the day of approval is still to come")
                    .at_field(field)
                    .with_help("write the day on which it was approved, or leave the field out until then"),
            );
        }
    }
    if let (Some(approved), Some(effective)) = (policy.approved_on, policy.effective_on)
        && effective < approved
    {
        findings.push(
            Finding::warning(Code::CP213, "the policy takes effect before it was approved")
                .at_field("policy.effective_on")
                .with_note(format!("it was approved on {}", approved.in_words()))
                .with_help("write a day on or after the day of approval"),
        );
    }
}

fn check_interval(
    what: &str,
    section: &str,
    approved: Option<Date>,
    next: Option<Date>,
    months: i32,
    findings: &mut Vec<Finding>,
) {
    let (Some(approved), Some(next)) = (approved, next) else { return };
    let latest = approved.plus_months(months);
    let field = format!("{section}.next_review");
    if next > latest {
        findings.push(
            Finding::warning(
                Code::CP211,
                format!("the next review of the {what} is more than {months} months after its approval"),
            )
            .at_field(field)
            .with_note(format!(
                "approved on {}; no statute sets a limit, the hub guide recommends {months} months",
                approved.in_words()
            ))
            .with_help(format!("write {latest} or an earlier day")),
        );
    } else if next <= approved {
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
        if numbers(&pair[1].version) <= numbers(&pair[0].version) || pair[1].date < pair[0].date {
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

fn numbers(version: &str) -> Vec<u32> {
    version.split('.').map(|part| part.parse().unwrap_or(0)).collect()
}
