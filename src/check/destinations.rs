//! Whether the figures of leavers say what they are, and fit together.
//!
//! In: the cohorts of a profile. Out: CP134 (a figure that is missing, or is called a percentage by the name of the leavers only), CP135
//! (figures that do not add up), CP136 (leavers or a destination given twice).

use crate::case::Case;
use crate::finding::{Code, Finding, Place};
use crate::profile::{Cohort, Reading};

const LIST: &str = "destinations.cohorts";

/// How far percentages may be from a hundred, in hundredths of one per cent: each is rounded.
const ROUNDING: u32 = 200;

/// Checks every cohort.
pub(super) fn check_destinations(case: &Case<'_>, findings: &mut Vec<Finding>) {
    let cohorts = &case.profile.destinations.cohorts;
    for (index, cohort) in cohorts.iter().enumerate() {
        let field = format!("{LIST}[{index}]");
        check_units(cohort, &field, findings);
        check_sum(cohort, &field, findings);
        let kinds: Vec<&str> = cohort.destinations.iter().map(|row| &*row.kind).collect();
        for (again, first) in repeated(&kinds) {
            let at = |row: usize| format!("{field}.destinations[{row}].kind");
            findings.push(twice(&format!("the destination `{}`", kinds[again]), at(again), at(first)));
        }
    }
    let leavers: Vec<&str> = cohorts.iter().map(|cohort| &*cohort.leavers).collect();
    for (again, first) in repeated(&leavers) {
        let at = |cohort: usize| format!("{LIST}[{cohort}].leavers");
        findings.push(twice(&format!("`{}`", leavers[again]), at(again), at(first)));
    }
}

fn check_units(cohort: &Cohort, field: &str, findings: &mut Vec<Finding>) {
    if cohort.hides_its_unit() {
        let row = cohort.destinations.iter().position(|row| matches!(row.readings().0, Some(Reading::Count(_))));
        let number = row.and_then(|row| cohort.destinations[row].number.as_ref()).map_or("4", |number| number.as_str());
        findings.push(
            Finding::error(
                Code::CP134,
                format!("the figures of `{}` are percentages that do not say so", cohort.leavers),
            )
            .at_field(format!("{field}.destinations[{}].number", row.unwrap_or_default()))
            .with_note("a `number` without a sign is a number of learners, and one below five is hidden")
            .with_help(format!("write `per_cent: {number}` in place of `number: {number}`, in each row"))
            .with_help("if they are numbers of learners, take the percentage out of `leavers`"),
        );
    }
    for (row, _) in cohort.destinations.iter().enumerate().filter(|(_, row)| row.readings() == (None, None)) {
        findings.push(
            Finding::error(Code::CP134, "a destination has no figure")
                .at_field(format!("{field}.destinations[{row}]"))
                .with_help("add `number: 41` or `per_cent: 4.1`, or the mark that is published in its place"),
        );
    }
}

fn check_sum(cohort: &Cohort, field: &str, findings: &mut Vec<Finding>) {
    let readings: Vec<Reading> =
        cohort.destinations.iter().filter_map(|row| row.readings().1.or(row.readings().0)).collect();
    let marks = readings.iter().filter(|reading| **reading == Reading::Mark).count();
    let shares: Vec<u32> = readings
        .iter()
        .filter_map(|reading| match reading {
            Reading::PerCent(hundredths) => Some(*hundredths),
            Reading::Count(number) if cohort.hides_its_unit() => Some(number.saturating_mul(100)),
            _ => None,
        })
        .collect();
    let share: u32 = shares.iter().sum();
    let off = share > 10_000 + ROUNDING || (marks == 0 && share + ROUNDING < 10_000);
    if shares.len() > 1 && shares.len() + marks == readings.len() && off {
        findings.push(
            Finding::warning(Code::CP135, format!("the percentages of `{}` add up to {}", cohort.leavers, in_words(share)))
                .at_field(format!("{field}.destinations"))
                .with_note("of destinations that exclude one another they would add up to about 100")
                .with_help("look for a figure that was mistyped or left out; if some destinations are part of others, say so in `note`"),
        );
    }
    let counts = cohort.destinations.iter().map(|row| match row.readings().0 {
        Some(Reading::Count(number)) if !cohort.hides_its_unit() => Some(number),
        _ => None,
    });
    let counts: Vec<Option<u32>> = counts.collect();
    let sum = counts.iter().flatten().fold(0_u32, |sum, number| sum.saturating_add(*number));
    if let Some(size) = cohort.size
        && counts.iter().any(Option::is_some)
        && (sum > size || (sum < size && counts.iter().all(Option::is_some)))
    {
        findings.push(
            Finding::warning(
                Code::CP135,
                format!("the numbers of `{}` add up to {sum}, not to {size}", cohort.leavers),
            )
            .at_field(format!("{field}.destinations"))
            .with_also(Place::Field(format!("{field}.size")), "how many there were in all")
            .with_help("look for a number that was mistyped or left out, or correct `size`"),
        );
    }
}

fn twice(what: &str, again: String, first: String) -> Finding {
    Finding::warning(Code::CP136, format!("{what} is given twice"))
        .at_field(again)
        .with_also(Place::Field(first), "the first time")
        .with_help("take one of them out, or give them different names")
}

/// Each entry that has stood before, and where it did.
fn repeated(names: &[&str]) -> Vec<(usize, usize)> {
    let same = |one: &str, other: &str| one.trim().eq_ignore_ascii_case(other.trim());
    let first = |at: usize| names[..at].iter().position(|earlier| same(earlier, names[at]));
    (0..names.len()).filter_map(|at| Some((at, first(at)?))).collect()
}

/// A percentage of hundredths: "104", "104.5".
fn in_words(hundredths: u32) -> String {
    let (whole, part) = (hundredths / 100, hundredths % 100);
    if part == 0 { whole.to_string() } else { format!("{whole}.{part:02}").trim_end_matches('0').to_owned() }
}
