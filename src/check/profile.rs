//! Whether a profile's answers fit one another: year groups and the setting, own sections and the outline.
//!
//! In: a case. Out: CP101 (year groups that do not fit), CP133 (a part of the programme that is for nobody), CP102 (an own section that has
//! no place).

use crate::case::Case;
use crate::catalogue::{Outline, Section};
use crate::finding::{Code, Finding};
use crate::law::{LAST_COMPULSORY_YEAR, Setting};
use crate::text::suggest;

/// Checks that the setting has the year groups it needs, and that nothing is planned for years it does not have.
pub(super) fn check_year_groups(case: &Case<'_>, findings: &mut Vec<Finding>) {
    let setting = &case.profile.setting;
    if setting.kind.has_year_groups() && setting.year_groups.is_empty() {
        findings.push(
            Finding::error(Code::CP101, "the year groups on roll are missing")
                .at_field("setting.year_groups")
                .with_note("what the law asks of an institution follows from the years it teaches")
                .with_help("write the first and the last year group, such as `year_groups: 7-11`"),
        );
        return;
    }
    if setting.year_groups.is_empty() {
        return;
    }
    if matches!(setting.kind, Setting::Academy | Setting::SpecialAcademy | Setting::AlternativeProvisionAcademy)
        && setting.year_groups.first().is_some_and(|first| first > LAST_COMPULSORY_YEAR)
    {
        findings.push(
            Finding::error(Code::CP101, format!("{} has pupils of compulsory school age, and none are on roll", setting.kind.with_article()))
                .at_field("setting.year_groups")
                .with_note("an academy school must be an independent school, which has such pupils, and an alternative provision academy is principally for them: Academies Act 2010, ss.1A and 1C; Education Act 1996, s.463")
                .with_help("write `type: sixteen_to_nineteen_academy` if it takes only older students, or correct the year groups"),
        );
    }
    let activities = case.profile.programme.activities.iter().map(|activity| &activity.year_groups);
    let opportunities = case.profile.provider_access.opportunities.iter().map(|opportunity| &opportunity.year_groups);
    let encounters = case.profile.provider_access.encounters.iter().map(|encounter| &encounter.year_groups);
    let lists = [
        ("programme.activities", activities.collect::<Vec<_>>()),
        ("provider_access.opportunities", opportunities.collect()),
        ("provider_access.encounters", encounters.collect()),
    ];
    for (list, entries) in lists {
        for (index, years) in entries.into_iter().enumerate() {
            if let Some(year) = years.iter().find(|year| !setting.year_groups.contains(*year)) {
                findings.push(
                    Finding::warning(Code::CP101, format!("Year {year} is not on roll"))
                        .at_field(format!("{list}[{index}].year_groups"))
                        .with_note(format!("the profile says {}", setting.year_groups.in_words()))
                        .with_help("correct the year groups here, or `setting.year_groups`"),
                );
            }
        }
    }
}

/// Checks that each part of the programme is for a year group or a stage, for the tables have no other rows.
pub(super) fn check_for_whom(case: &Case<'_>, findings: &mut Vec<Finding>) {
    let programme = &case.profile.programme;
    let activities = programme.activities.iter().map(|one| one.year_groups.is_empty() && one.stage.is_none());
    let opportunities = case.profile.provider_access.opportunities.iter();
    let opportunities = opportunities.map(|one| one.year_groups.is_empty() && one.stage.is_none());
    let outcomes = programme.outcomes.iter().map(|one| one.year_group.is_none() && one.stage.is_none());
    let has_years = !case.profile.setting.year_groups.is_empty();
    let lists = [
        ("programme.activities", "this activity", "year_groups", activities.collect::<Vec<_>>()),
        ("provider_access.opportunities", "this opportunity", "year_groups", opportunities.collect()),
        ("programme.outcomes", "this row of outcomes", "year_group", outcomes.collect()),
    ];
    for (list, what, years, for_nobody) in lists {
        for (index, _) in for_nobody.iter().enumerate().filter(|(_, for_nobody)| **for_nobody) {
            let missing = if has_years { "year group" } else { "stage" };
            let help = if has_years { format!("add `{years}: 8`, or a `stage`") } else { "add a `stage`".to_owned() };
            findings.push(
                Finding::warning(Code::CP133, format!("{what} is for no {missing}"))
                    .at_field(format!("{list}[{index}]"))
                    .with_note(format!("a table has a row for each {missing}, so that nobody can see whom it is for"))
                    .with_help(help),
            );
        }
    }
}

/// Checks that each own section names a section of its document to stand beside.
pub(super) fn check_own_sections(case: &Case<'_>, findings: &mut Vec<Finding>) {
    for (index, own) in case.profile.own_sections.iter().enumerate() {
        let Some(outline) = case.outline_of(own.document.id()) else { continue };
        let known = section_ids(outline);
        let place = match (&own.before, &own.after) {
            (Some(id), None) => ("before", id),
            (None, Some(id)) => ("after", id),
            _ => {
                findings.push(
                    Finding::error(Code::CP102, "an own section needs one place: `before` or `after` another section")
                        .at_field(format!("own_sections[{index}]"))
                        .with_help(format!("the sections are: {}", known.join(", "))),
                );
                continue;
            }
        };
        if !known.contains(&&**place.1) {
            let mut finding = Finding::error(Code::CP102, format!("there is no section `{}` in the document", place.1))
                .at_field(format!("own_sections[{index}].{}", place.0));
            if let Some(near) = suggest(place.1, known.iter().copied()) {
                finding = finding.with_help(format!("did you mean `{near}`?"));
            }
            findings.push(finding.with_help(format!("the sections are: {}", known.join(", "))));
        }
    }
}

/// The ids of all sections and appendices of an outline.
fn section_ids(outline: &Outline) -> Vec<&str> {
    fn gather<'a>(sections: &'a [Section], ids: &mut Vec<&'a str>) {
        for section in sections {
            ids.push(&section.id);
            gather(&section.sections, ids);
        }
    }
    let mut ids = Vec::new();
    gather(&outline.sections, &mut ids);
    gather(&outline.appendices, &mut ids);
    ids
}
