//! How it stands at one school with its reviews, with the encounters of each cohort, and with the benchmarks of its programme.
//!
//! In: its case, what was found on it. Out: the cells of these three parts. The sums are `law`'s, and what is found is `check`'s.

use super::model::{Cell, Column, Part, State};
use super::sight::Sight;
use crate::catalogue::PublicationKind;
use crate::check::{cohorts_now, reviewed_by};
use crate::finding::{Code, Finding, Severity};
use crate::law::{self, BENCHMARKS, Date, ENCOUNTERS_PER_PHASE, Occasion};
use crate::profile::{REVIEWED, Reviewed};
use crate::text::capital;

/// The benchmarks that no activity shows.
const NOT_SEEN: [u8; 2] = [1, 3];

/// The first year group that the benchmarks speak of.
const FIRST_YEAR: u8 = 7;

/// The review of each document.
pub(super) fn reviews(sight: &mut Sight<'_, '_>) {
    let case = sight.case;
    let Ok(reviewed) = reviewed_by(case) else { return };
    for one in reviewed {
        let next = one.next_review(case.profile);
        let field = format!("{}.next_review", one.section());
        let mut cell = match next {
            None => Cell { words: Some("no day is set".to_owned()), ..Cell::of(State::Missing) },
            Some(day) if day < case.today => {
                Cell { words: Some(format!("was due {}", day.in_words())), day: Some(day), ..Cell::of(State::Thin) }
            }
            Some(day) => {
                Cell { words: Some(format!("due {}", day.in_words())), day: Some(day), ..Cell::of(State::Found) }
            }
        };
        if cell.state.is_open() {
            let known = sight.position(|finding| finding.at.field() == Some(field.as_str()));
            let words = format!("no day is set for the review of the {}", one.name());
            let absent = || Finding::warning(Code::CP202, words).at_field(field.clone());
            cell.entry = Some(known.unwrap_or_else(|| sight.note(absent())));
        }
        sight.put(Part::Reviews, one.document(), cell);
    }
}

/// The columns of the reviews.
pub(super) fn review_columns() -> impl Iterator<Item = Column> {
    REVIEWED.into_iter().map(|reviewed: Reviewed| {
        let name = reviewed.name();
        Column {
            id: reviewed.document().to_owned(),
            title: capital(name),
            asks: format!("The day by which the {name} is to be reviewed."),
            source: String::new(),
            citation: String::new(),
        }
    })
}

/// The encounters of each cohort that is in a key phase this school year.
pub(super) fn encounters(sight: &mut Sight<'_, '_>) {
    let case = sight.case;
    let encounters = &case.profile.provider_access.encounters;
    let occasions: Vec<Occasion> = encounters.iter().map(|encounter| encounter.occasion()).collect();
    let undated = sight.position(|finding| finding.code == Code::CP223);
    for (cohort, lacks) in cohorts_now(case, &occasions) {
        let counted = occasions.iter().filter(|occasion| law::counts_for(occasion, cohort)).count();
        let state = match (&lacks, counted) {
            (None, _) => State::Found,
            (Some(_), 0) => State::Missing,
            (Some(_), _) => State::Thin,
        };
        let owed = usize::from(ENCOUNTERS_PER_PHASE);
        let words = match counted {
            many if many >= owed && lacks.is_some() => format!("{many} of {owed}, with the same providers"),
            many => format!("{many} of {owed}"),
        };
        let entry = lacks.map(|finding| {
            let known = sight.position(|known| known.code == finding.code && known.title == finding.title);
            known.or(undated).unwrap_or_else(|| sight.note(finding))
        });
        let column = format!("year-{}", cohort.year_group(case.today.school_year()));
        sight.put(Part::Encounters, &column, Cell { words: Some(words), entry, ..Cell::of(state) });
    }
}

/// The columns of the encounters on a day: the years of the key phases.
pub(super) fn encounter_columns(today: Date) -> impl Iterator<Item = Column> {
    let school_year = today.school_year();
    law::KEY_PHASES.into_iter().flat_map(move |phase| {
        [school_year, school_year - 1].map(|entered| {
            let cohort = law::Cohort { phase, entered };
            let year = cohort.year_group(school_year);
            let closes = cohort.window().1.in_words();
            Column {
                id: format!("year-{year}"),
                title: format!("Year {year}, until {closes}"),
                asks: format!(
                    "Two encounters of this year's Year {year} in the {} key phase, which closes on {closes}.",
                    phase.name()
                ),
                source: String::new(),
                citation: String::new(),
            }
        })
    })
}

/// The activities that serve each benchmark.
pub(super) fn benchmarks(sight: &mut Sight<'_, '_>) {
    let case = sight.case;
    let setting = &case.profile.setting;
    if setting.kind.has_year_groups() && setting.year_groups.is_empty() {
        return;
    }
    let activities: Vec<_> = case.profile.programme.activities.iter().map(|activity| activity.facts()).collect();
    let thin = law::thin_benchmarks(setting.kind, &setting.year_groups, &activities);
    // What follows is asked from Year 7 on; and where a trust publishes the policy, a school's calendar stands in none.
    let from_year_7 =
        !setting.kind.has_year_groups() || setting.year_groups.last().is_some_and(|year| year >= FIRST_YEAR);
    if !from_year_7 || case.kind == PublicationKind::SchoolOfTrust && activities.is_empty() {
        return;
    }
    let is_judged = activities.iter().any(|activity| !activity.benchmarks.is_empty());
    for number in BENCHMARKS.filter(|number| !NOT_SEEN.contains(number)) {
        let Some(benchmark) = case.catalogue.named.benchmark(number, setting.kind) else { continue };
        let is_thin = thin.iter().any(|thin| thin.benchmark == number);
        let serving = activities.iter().filter(|activity| activity.benchmarks.contains(&number)).count();
        let state = match serving {
            // Where the benchmark asks for nothing in these years, nothing is lacking.
            0 if is_judged && !is_thin => continue,
            0 => State::Missing,
            _ if is_thin => State::Thin,
            _ => State::Found,
        };
        let words = match serving {
            1 => "1 activity".to_owned(),
            many => format!("{many} activities"),
        };
        let mut cell = Cell { words: Some(words), ..Cell::of(state) };
        if state.is_open() {
            let id = benchmark.requirement.id.as_str();
            let of_code = |finding: &Finding| finding.code == Code::CP231;
            let known = sight
                .position(|finding| of_code(finding) && finding.requirement.as_deref() == Some(id))
                .or_else(|| sight.position(|finding| of_code(finding) && finding.requirement.is_none()))
                .or_else(|| {
                    sight.position(|finding| {
                        finding.requirement.is_some() && finding.at.field() == Some("programme.activities")
                    })
                });
            let title = format!("no activity of the programme names Benchmark {number} ({})", benchmark.subject);
            let absent = || Finding::new(Severity::Note, Code::CP231, title).at_field("programme.activities");
            cell.entry = Some(known.unwrap_or_else(|| sight.note(absent())));
        }
        sight.put(Part::Benchmarks, &format!("benchmark-{number}"), cell);
    }
}

/// The columns of the benchmarks.
pub(super) fn benchmark_columns() -> impl Iterator<Item = Column> {
    BENCHMARKS.filter(|number| !NOT_SEEN.contains(number)).map(|number| Column {
        id: format!("benchmark-{number}"),
        title: format!("Benchmark {number}"),
        asks: format!("The activities of the programme that serve Benchmark {number}."),
        source: String::new(),
        citation: String::new(),
    })
}
