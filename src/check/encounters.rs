//! Whether the planned encounters meet the provider access duty, cohort by cohort.
//!
//! In: the encounters of a profile. Out: CP221 where a cohort's window closes this school year and it falls short, CP222
//! where both occasions are with exactly the same providers, CP223 where nothing is dated, CP224 for an encounter that
//! counts for nobody, or an opportunity that cannot count for some years. The arithmetic is `law::encounters`; the law is cited as the catalogue's requirements cite it.
//!
//! A cohort in the first year of its phase still has a year to go: what it lacks is a warning. So is what a cohort lacks whose window has
//! closed, for nothing that the school plans can make it good.

use crate::case::Case;
use crate::finding::{Code, Finding, Severity};
use crate::law::{self, Cohort, Date, Occasion, Shortfall, YearGroups};
use crate::profile::Term;

const LIST: &str = "provider_access.encounters";

/// How many school years ahead of this one, and before it, an encounter may be dated without a question: nobody plans farther, and of
/// encounters longer ago no learner is left.
const AHEAD: i16 = 3;
const AGO: i16 = 10;

/// Checks the encounters of every cohort that is in a key phase this school year.
pub(super) fn check_encounters(case: &Case<'_>, findings: &mut Vec<Finding>) {
    let setting = case.profile.setting.kind;
    let years = &case.profile.setting.year_groups;
    let school_year = case.today.school_year();
    let cohorts = law::cohorts_in_school_year(setting, years, school_year);
    if cohorts.is_empty() {
        return;
    }
    let occasions: Vec<Occasion> =
        case.profile.provider_access.encounters.iter().map(|encounter| encounter.occasion()).collect();
    // A list that ends before this school year is an old plan, not a broken promise: it cannot be judged.
    if !occasions.iter().any(|occasion| occasion.date.school_year() >= school_year) {
        let year = format!("{school_year} to {}", school_year + 1);
        findings.push(
            Finding::warning(
                Code::CP223,
                format!(
                    "no encounter with a provider is dated in the school year {year}, so the duty cannot be checked"
                ),
            )
            .at_field(LIST)
            .with_note(format!(
                "{} encounters are owed: {}",
                law::encounters_owed(setting, years),
                case.catalogue.named.encounters.citation()
            ))
            .with_help("list each planned encounter with its date, year groups and providers"),
        );
        return;
    }
    findings.extend(cohorts_now(case, &occasions).into_iter().filter_map(|(_, lacks)| lacks));
    // Where the plan reaches into later school years, those who enter a phase then are looked at too.
    let planned =
        occasions.iter().map(|occasion| occasion.date.school_year()).filter(|year| *year <= school_year + AHEAD);
    let last_year = planned.max().unwrap_or(school_year);
    for later in school_year + 1..=last_year {
        let entering =
            law::cohorts_in_school_year(setting, years, later).into_iter().filter(|cohort| cohort.entered == later);
        for shortfall in entering.filter_map(|cohort| law::shortfall(&occasions, cohort)) {
            let mut finding = shortfall_finding(case, &shortfall, later);
            finding.title = format!("{}, of those who enter it in September {later}", finding.title);
            findings.push(finding);
        }
    }
    check_each(case, &occasions, findings);
}

/// The cohorts that are in a key phase this school year, each with the finding on what it lacks, if anything.
pub fn cohorts_now(case: &Case<'_>, occasions: &[Occasion]) -> Vec<(Cohort, Option<Finding>)> {
    let setting = &case.profile.setting;
    let school_year = case.today.school_year();
    let cohorts = law::cohorts_in_school_year(setting.kind, &setting.year_groups, school_year);
    let looked_at = cohorts.into_iter().map(|cohort| {
        let shortfall = law::shortfall(occasions, cohort);
        (cohort, shortfall.map(|shortfall| shortfall_finding(case, &shortfall, school_year)))
    });
    looked_at.collect()
}

/// Names each opportunity that is said to count, and cannot for some of its year groups.
pub(super) fn check_opportunities(case: &Case<'_>, findings: &mut Vec<Finding>) {
    if law::encounters_owed(case.profile.setting.kind, &case.profile.setting.year_groups) == 0 {
        return;
    }
    for (index, one) in case.profile.provider_access.opportunities.iter().enumerate() {
        let is_late = one.term == Term::Summer;
        let cannot = YearGroups::new(one.year_groups.iter().filter(|year| !law::can_count(*year, is_late)));
        if one.counts != Some(true) || cannot.is_empty() {
            continue;
        }
        let title = format!("this opportunity cannot count for {}", cannot.in_words());
        findings.push(
            Finding::new(Severity::Note, Code::CP224, title)
                .at_field(format!("provider_access.opportunities[{index}].counts"))
                .with_note("only Years 8 to 13 are in a key phase, and Years 9, 11 and 13 only until 28 February")
                .with_note("the statement says that it counts where it can, and says nothing of these years"),
        );
    }
}

fn shortfall_finding(case: &Case<'_>, shortfall: &Shortfall, school_year: i16) -> Finding {
    let Shortfall { cohort, counted, same_providers } = shortfall;
    let years = &case.profile.setting.year_groups;
    // A school that does not have the other year of a phase cannot have held its encounters then.
    let partial = cohort.phase.is_partial(years);
    let year = cohort.year_group(school_year);
    let (closes, deadline) = last_day(*cohort, years);
    let closed = case.today > closes;
    // What has closed cannot be made good, so that it must not keep the school from publishing.
    let closing = cohort.closes_in(school_year) && !partial && !closed;
    let phase = cohort.phase.name();
    let next = format!(
        "this can no longer be made good: tell those who govern, and plan two encounters with different providers for the next learners, \
         by 28 February of their Year {year}"
    );
    if *same_providers && shortfall.missing() == 0 {
        let severity = if closing { Severity::Error } else { Severity::Warning };
        let title = format!("Year {year} meets exactly the same providers on every occasion in the {phase} key phase");
        let help = if closed { next } else { format!("add an encounter with another provider {deadline}") };
        return Finding::new(severity, Code::CP222, title)
            .at_field(LIST)
            .with_note(format!(
                "the encounters must not all be with the same providers: {}",
                case.catalogue.named.variety.citation()
            ))
            .with_help(help);
    }
    let severity = if closing { Severity::Error } else { Severity::Warning };
    let title = format!(
        "Year {year} has {} of the two encounters owed in the {phase} key phase",
        match counted {
            0 => "none",
            _ => "only one",
        }
    );
    let due = if partial {
        "the institution has only part of this key phase; what it owes then is our reading of the Act, so this is a warning".to_owned()
    } else {
        let closes_or_closed = if closed { "closed" } else { "closes" };
        let law = case.catalogue.named.encounters.citation();
        format!("its window {closes_or_closed} on {}: {law}", closes.in_words())
    };
    let help = if closed {
        next
    } else {
        format!(
            "plan {} with a provider of technical education or apprenticeships, for all of Year {year}, in the school day, {deadline}",
            if shortfall.missing() == 1 { "one more encounter" } else { "two encounters" },
        )
    };
    Finding::new(severity, Code::CP221, title).at_field(LIST).with_note(due).with_help(help)
}

/// The last day on which an encounter can count for the cohort here, and the words for it. Where the school has not the second year of the
/// phase its learners have left by 28 February, and the day is the last of their school year.
fn last_day(cohort: Cohort, years: &YearGroups) -> (Date, String) {
    let first = cohort.phase.first_year();
    if years.contains(first + 1) {
        let closes = cohort.window().1;
        return (closes, format!("by {}", closes.in_words()));
    }
    let ends = Date::first_of_september(cohort.entered + 1);
    (ends, format!("before Year {first} ends in summer {}", ends.year()))
}

/// Names each encounter that counts for nobody, and why.
fn check_each(case: &Case<'_>, occasions: &[Occasion], findings: &mut Vec<Finding>) {
    let setting = case.profile.setting.kind;
    let years = &case.profile.setting.year_groups;
    let school_year = case.today.school_year();
    for (index, occasion) in occasions.iter().enumerate() {
        let far = occasion.date.school_year() - school_year;
        if !(-AGO..=AHEAD).contains(&far) {
            let years =
                if far > 0 { format!("{far} school years ahead") } else { format!("{} school years ago", -far) };
            findings.push(
                Finding::warning(Code::CP224, format!("this encounter is dated {}, {years}", occasion.date.in_words()))
                    .at_field(format!("{LIST}[{index}].date"))
                    .with_help("put the year right: what is as far away as this is not reckoned with"),
            );
            continue;
        }
        let cohorts = law::cohorts_in_school_year(setting, years, occasion.date.school_year());
        if cohorts.iter().any(|cohort| law::counts_for(occasion, *cohort)) {
            continue;
        }
        let (field, why) = reason(occasion, &cohorts);
        findings.push(
            Finding::new(Severity::Note, Code::CP224, "this encounter counts for no cohort")
                .at_field(format!("{LIST}[{index}]{field}"))
                .with_note(why),
        );
    }
}

fn reason(occasion: &Occasion, cohorts: &[Cohort]) -> (&'static str, String) {
    let school_year = occasion.date.school_year();
    let concerned: Vec<&Cohort> =
        cohorts.iter().filter(|cohort| occasion.year_groups.contains(cohort.year_group(school_year))).collect();
    if !occasion.technical {
        (".kind", "only providers of technical education or apprenticeships count".to_owned())
    } else if !occasion.in_school_day {
        (".in_school_day", "only encounters in the standard school day count".to_owned())
    } else if !occasion.whole_cohort {
        (".whole_cohort", "an encounter for an invited few does not count".to_owned())
    } else if concerned.is_empty() {
        (".year_groups", "these year groups are in no key phase here".to_owned())
    } else if let Some(cohort) = concerned.iter().find(|cohort| occasion.date > cohort.window().1) {
        (
            ".date",
            format!("the window of the {} key phase closed on {}", cohort.phase.name(), cohort.window().1.in_words()),
        )
    } else {
        ("", "in the first and second key phase every learner must attend".to_owned())
    }
}
