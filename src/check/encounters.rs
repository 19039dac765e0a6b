//! Whether the planned encounters meet the provider access duty, cohort by cohort.
//!
//! In: the encounters of a profile. Out: CP221 where a cohort's window closes this school year and it falls short, CP222
//! where both occasions are with exactly the same providers, CP223 where nothing is dated, CP224 for an encounter that
//! counts for nobody. The arithmetic is `law::encounters`; the law is cited as the catalogue's requirements cite it.
//!
//! A cohort in the first year of its phase still has a year to go: what it lacks is a warning.

use crate::case::Case;
use crate::catalogue::NamedRequirements;
use crate::finding::{Code, Finding, Severity};
use crate::law::{self, Cohort, Occasion, Shortfall};

const LIST: &str = "provider_access.encounters";

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
                "{} owes {} encounters: {}",
                setting.with_article(),
                law::encounters_owed(setting, years),
                case.catalogue.named.encounters.citation()
            ))
            .with_help("list each planned encounter with its date, year groups and providers"),
        );
        return;
    }
    let named = &case.catalogue.named;
    for cohort in cohorts {
        // A school that does not have the other year of a phase cannot have held its encounters then.
        let partial = cohort.phase.is_partial(years);
        if let Some(shortfall) = law::shortfall(&occasions, cohort) {
            findings.push(shortfall_finding(named, &shortfall, school_year, partial));
        }
    }
    // Where the plan reaches into later school years, those who enter a phase then are looked at too.
    let last_year = occasions.iter().map(|occasion| occasion.date.school_year()).max().unwrap_or(school_year);
    for later in school_year + 1..=last_year {
        let entering =
            law::cohorts_in_school_year(setting, years, later).into_iter().filter(|cohort| cohort.entered == later);
        for shortfall in entering.filter_map(|cohort| law::shortfall(&occasions, cohort)) {
            let partial = shortfall.cohort.phase.is_partial(years);
            let mut finding = shortfall_finding(named, &shortfall, later, partial);
            finding.title = format!("{}, of those who enter it in September {later}", finding.title);
            findings.push(finding);
        }
    }
    check_each(case, &occasions, findings);
}

fn shortfall_finding(named: &NamedRequirements, shortfall: &Shortfall, school_year: i16, partial: bool) -> Finding {
    let Shortfall { cohort, counted, same_providers } = shortfall;
    let year = cohort.year_group(school_year);
    let closing = cohort.closes_in(school_year) && !partial;
    let (_, closes) = cohort.window();
    let phase = cohort.phase.name();
    if *same_providers && shortfall.missing() == 0 {
        let severity = if cohort.phase.must_attend() && closing { Severity::Error } else { Severity::Warning };
        let title = format!("Year {year} meets exactly the same providers on every occasion in the {phase} key phase");
        return Finding::new(severity, Code::CP222, title)
            .at_field(LIST)
            .with_note(format!("the encounters must not all be with the same providers: {}", named.variety.citation()))
            .with_help(format!("add an encounter with another provider by {}", closes.in_words()));
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
        format!("its window closes on {}: {}", closes.in_words(), named.encounters.citation())
    };
    Finding::new(severity, Code::CP221, title).at_field(LIST).with_note(due).with_help(format!(
        "plan {} with a provider of technical education or apprenticeships, for all of Year {year}, in the school day, by {}",
        if shortfall.missing() == 1 { "one more encounter" } else { "two encounters" },
        closes.in_words()
    ))
}

/// Names each encounter that counts for nobody, and why.
fn check_each(case: &Case<'_>, occasions: &[Occasion], findings: &mut Vec<Finding>) {
    let setting = case.profile.setting.kind;
    let years = &case.profile.setting.year_groups;
    for (index, occasion) in occasions.iter().enumerate() {
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
