//! How far the activities of a programme cover the Gatsby Benchmarks, year by year or stage by stage.
//!
//! In: activities as plain facts, the setting, its year groups. Out: a [`BenchmarkMatrix`], and each [`ThinBenchmark`].
//!
//! Source: the Gatsby Benchmarks as updated in November 2024; for colleges and training providers Benchmark 5 follows the older wording.
//! A learner passes through every year, so what the years before hold counts for "by 16". "Meaningful experiences" of
//! workplaces, in the plural, are read as two; a stage of a college is taken for a year. Both are our reading.
//!
//! What activities cannot show: whether an encounter is meaningful, who was there, who visits a university twice.

use super::{Group, LAST_YEAR, Setting, SettingGroup, YearGroups, groups};

/// The benchmarks by their numbers.
pub const BENCHMARKS: std::ops::RangeInclusive<u8> = 1..=8;

/// The facts about one activity that decide which benchmarks it serves for whom.
#[derive(Clone, Debug, Default)]
pub struct BenchmarkActivity {
    /// The year groups it is for.
    pub year_groups: YearGroups,
    /// The stage it is for, where there are no year groups.
    pub stage: Option<String>,
    /// The benchmarks it serves.
    pub benchmarks: Vec<u8>,
}

impl BenchmarkActivity {
    fn serves(&self, benchmark: u8) -> bool {
        self.benchmarks.contains(&benchmark)
    }
}

/// How many activities serve each benchmark, by year group or stage.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct BenchmarkMatrix {
    /// The rows.
    pub rows: Vec<BenchmarkRow>,
}

/// One year group or stage.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BenchmarkRow {
    /// Which.
    pub group: Group,
    /// The number of activities that serve Benchmarks 1 to 8.
    pub counts: [u32; 8],
}

impl BenchmarkRow {
    /// The year group, or nothing for a stage.
    fn year(&self) -> Option<u8> {
        match self.group {
            Group::Year(year) => Some(year),
            Group::Stage(_) => None,
        }
    }

    fn count(&self, benchmark: u8) -> u32 {
        self.counts.get(usize::from(benchmark).wrapping_sub(1)).copied().unwrap_or_default()
    }
}

impl BenchmarkMatrix {
    /// The matrix of a programme: a row for each group that an activity is for. Where an institution works in years, and not in stages, each
    /// year on roll from Year 7 on has a row, so that an empty one is seen.
    pub fn new(on_roll: &YearGroups, activities: &[BenchmarkActivity]) -> BenchmarkMatrix {
        let is_served = |activity: &&BenchmarkActivity| !activity.benchmarks.is_empty() || activity.stage.is_some();
        let parts = activities.iter().filter(is_served);
        let mut groups = groups(on_roll, parts.map(|activity| (&activity.year_groups, activity.stage.as_deref())));
        if activities.iter().all(|activity| activity.stage.is_none()) {
            groups.extend(on_roll.between(7, LAST_YEAR).iter().map(Group::Year));
            groups.sort();
            groups.dedup();
        }
        let rows = groups.into_iter().map(|group| {
            let mine = |activity: &&BenchmarkActivity| group.takes(&activity.year_groups, activity.stage.as_deref());
            let count = |benchmark: u8| activities.iter().filter(mine).filter(|one| one.serves(benchmark)).count();
            let counts = std::array::from_fn(|index| {
                u32::try_from(u8::try_from(index + 1).map(count).unwrap_or_default()).unwrap_or(u32::MAX)
            });
            BenchmarkRow { group, counts }
        });
        BenchmarkMatrix { rows: rows.collect() }
    }

    /// How many occasions a learner of these years has.
    fn occasions(&self, benchmark: u8, years: &YearGroups) -> u32 {
        self.rows
            .iter()
            .filter(|row| row.year().is_some_and(|year| years.contains(year)))
            .map(|row| row.count(benchmark))
            .sum()
    }
}

/// A benchmark for which a programme has too little.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ThinBenchmark {
    /// Its number.
    pub benchmark: u8,
    /// Where it is thin.
    pub lacks: Vec<Lack>,
}

/// Where a benchmark is thin, how many activities are asked there, and the most that there are.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Lack {
    /// Where.
    pub place: LackPlace,
    /// How many activities are asked there: in each of several years or stages.
    pub asked: u32,
    /// How many there are: in the best of them.
    pub found: u32,
}

/// Where a benchmark is thin.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum LackPlace {
    /// In each of these years.
    Years(YearGroups),
    /// In each of these stages.
    Stages(Vec<String>),
    /// In a whole key stage, of which these years are on roll.
    KeyStage(u8, YearGroups),
    /// From the first year on roll to the end of Year 11.
    ByYear11,
    /// In these years together, which follow Year 11.
    AfterYear11(YearGroups),
    /// In the whole programme.
    Programme,
}

/// What is thin in a programme, by the criteria for the setting. Nothing where no activity names a benchmark.
pub fn thin_benchmarks(setting: Setting, on_roll: &YearGroups, activities: &[BenchmarkActivity]) -> Vec<ThinBenchmark> {
    if activities.iter().all(|activity| activity.benchmarks.is_empty()) {
        return Vec::new();
    }
    let matrix = BenchmarkMatrix::new(on_roll, activities);
    let college = SettingGroup::Colleges.settings().contains(&setting) || setting == Setting::TrainingProvider;
    let lacks = |benchmark| match college {
        true => college_lacks(benchmark, &matrix, activities),
        // For which years an activity without any is meant cannot be known.
        false if activities.iter().any(|activity| activity.year_groups.is_empty() && activity.serves(benchmark)) => {
            Vec::new()
        }
        false => school_lacks(benchmark, &matrix, on_roll),
    };
    let thin = BENCHMARKS.map(|benchmark| ThinBenchmark { benchmark, lacks: lacks(benchmark) });
    thin.filter(|thin| !thin.lacks.is_empty()).collect()
}

/// The criteria for schools. They end at 18, so what is done in Year 14 comes too late for them, and a school without Year 11 has no "by 16" to meet.
fn school_lacks(benchmark: u8, matrix: &BenchmarkMatrix, on_roll: &YearGroups) -> Vec<Lack> {
    let found = |years: &YearGroups| matrix.occasions(benchmark, years);
    let by_16 = |asked: u32| {
        let years = on_roll.between(7, 11);
        let lacks = on_roll.contains(11) && found(&years) < asked;
        lacks.then(|| Lack { place: LackPlace::ByYear11, asked, found: found(&years) })
    };
    let by_18 = || {
        let years = on_roll.between(12, 13);
        let lacks = !years.is_empty() && found(&years) == 0;
        lacks.then_some(Lack { place: LackPlace::AfterYear11(years), asked: 1, found: 0 })
    };
    match benchmark {
        2 => {
            let stages = [(3, 7, 9), (4, 10, 11), (5, 12, LAST_YEAR)]
                .map(|(stage, first, last)| (stage, on_roll.between(first, last)));
            let thin = stages.into_iter().filter(|(_, years)| !years.is_empty() && found(years) == 0);
            thin.map(|(stage, years)| Lack { place: LackPlace::KeyStage(stage, years), asked: 1, found: 0 }).collect()
        }
        4 | 5 => {
            let years = on_roll.between(7, 13);
            let thin = YearGroups::new(years.iter().filter(|year| found(&YearGroups::new([*year])) == 0));
            let lack = (!thin.is_empty()).then_some(Lack { place: LackPlace::Years(thin), asked: 1, found: 0 });
            lack.into_iter().collect()
        }
        6 => by_16(2).into_iter().chain(by_18()).collect(),
        7 | 8 => by_16(1).into_iter().chain(by_18()).collect(),
        _ => Vec::new(),
    }
}

/// The criteria for colleges and training providers.
fn college_lacks(benchmark: u8, matrix: &BenchmarkMatrix, activities: &[BenchmarkActivity]) -> Vec<Lack> {
    const A_YEAR: u32 = 2;
    match benchmark {
        5 => {
            let (all, each): (Vec<_>, Vec<_>) =
                matrix.rows.iter().partition(|row| row.year().is_none() && is_for_all(&row.group.in_words()));
            let shared: u32 = all.iter().map(|row| row.count(benchmark)).sum();
            let thin: Vec<&BenchmarkRow> =
                each.into_iter().filter(|row| row.count(benchmark) + shared < A_YEAR).collect();
            let Some(found) = thin.iter().map(|row| row.count(benchmark) + shared).max() else { return Vec::new() };
            let years = YearGroups::new(thin.iter().filter_map(|row| row.year()));
            let stages: Vec<String> =
                thin.iter().filter(|row| row.year().is_none()).map(|row| row.group.in_words()).collect();
            let years = (!years.is_empty()).then_some(LackPlace::Years(years));
            let stages = (!stages.is_empty()).then_some(LackPlace::Stages(stages));
            years.into_iter().chain(stages).map(|place| Lack { place, asked: A_YEAR, found }).collect()
        }
        6..=8 if !activities.iter().any(|activity| activity.serves(benchmark)) => {
            vec![Lack { place: LackPlace::Programme, asked: 1, found: 0 }]
        }
        _ => Vec::new(),
    }
}

/// Whether a stage is called something like "All stages", "Every year" or "Throughout".
fn is_for_all(stage: &str) -> bool {
    let first = stage.split_whitespace().next().unwrap_or_default().to_lowercase();
    matches!(first.as_str(), "all" | "any" | "each" | "every" | "throughout" | "whole")
}

#[cfg(test)]
mod tests {
    use super::{BenchmarkActivity, BenchmarkMatrix, Lack, LackPlace, thin_benchmarks};
    use crate::law::{Group, Setting, YearGroups};

    fn of_years(years: std::ops::RangeInclusive<u8>, benchmarks: &[u8]) -> BenchmarkActivity {
        BenchmarkActivity { year_groups: YearGroups::new(years), stage: None, benchmarks: benchmarks.to_vec() }
    }

    fn of_stage(stage: &str, benchmarks: &[u8]) -> BenchmarkActivity {
        BenchmarkActivity {
            stage: Some(stage.to_owned()),
            benchmarks: benchmarks.to_vec(),
            ..BenchmarkActivity::default()
        }
    }

    fn lacks(setting: Setting, years: &YearGroups, benchmark: u8, activities: &[BenchmarkActivity]) -> Vec<Lack> {
        let thin = thin_benchmarks(setting, years, activities);
        thin.into_iter().find(|thin| thin.benchmark == benchmark).map(|thin| thin.lacks).unwrap_or_default()
    }

    fn school(years: std::ops::RangeInclusive<u8>, benchmark: u8, activities: &[BenchmarkActivity]) -> Vec<Lack> {
        lacks(Setting::Academy, &YearGroups::new(years), benchmark, activities)
    }

    #[test]
    fn the_matrix_counts_an_activity_in_each_of_its_years_and_a_year_without_any_has_a_row() {
        let matrix =
            BenchmarkMatrix::new(&YearGroups::new(6..=9), &[of_years(7..=8, &[5, 5, 6]), of_years(8..=8, &[5])]);
        let rows: Vec<(Group, u32, u32)> =
            matrix.rows.into_iter().map(|row| (row.group, row.counts[4], row.counts[5])).collect();
        assert_eq!(rows, [(Group::Year(7), 1, 1), (Group::Year(8), 2, 1), (Group::Year(9), 0, 0)]);
    }

    #[test]
    fn where_an_institution_works_in_stages_no_empty_year_has_a_row() {
        let activities = [of_stage("Phase 4", &[5]), of_years(12..=12, &[6]), of_stage("Phase 3", &[])];
        let rows = BenchmarkMatrix::new(&YearGroups::new(7..=14), &activities).rows;
        let groups: Vec<String> = rows.iter().map(|row| row.group.in_words()).collect();
        assert_eq!(groups, ["Phase 4", "Year 12", "Phase 3"]);
    }

    #[test]
    fn employers_and_the_curriculum_are_asked_for_in_every_year_from_year_7_to_year_13() {
        let found = school(0..=14, 5, &[of_years(7..=9, &[5]), of_years(11..=12, &[4, 5])]);
        assert_eq!(found, [Lack { place: LackPlace::Years(YearGroups::new([10, 13])), asked: 1, found: 0 }]);
        assert_eq!(school(7..=11, 4, &[of_years(7..=11, &[4])]), []);
    }

    #[test]
    fn two_experiences_of_workplaces_are_asked_for_by_16_and_one_more_by_18() {
        let one = [of_years(10..=10, &[6])];
        assert_eq!(school(7..=11, 6, &one), [Lack { place: LackPlace::ByYear11, asked: 2, found: 1 }]);
        let after = LackPlace::AfterYear11(YearGroups::new([12, 13]));
        let two = [of_years(9..=9, &[6]), of_years(10..=10, &[6])];
        assert_eq!(school(7..=13, 6, &two), [Lack { place: after, asked: 1, found: 0 }]);
        assert_eq!(school(7..=11, 6, &two), []);
        assert_eq!(school(7..=11, 6, &[of_years(9..=10, &[6])]), [], "a pupil has it in both years");
        assert_eq!(school(5..=8, 6, &[of_years(7..=7, &[5])]), [], "a middle school has no Year 11");
    }

    #[test]
    fn labour_market_information_is_asked_for_in_every_key_stage_on_roll() {
        let found = school(7..=11, 2, &[of_years(8..=9, &[2])]);
        assert_eq!(found, [Lack { place: LackPlace::KeyStage(4, YearGroups::new([10, 11])), asked: 1, found: 0 }]);
    }

    #[test]
    fn an_activity_of_unknown_years_may_be_the_one_that_is_missing() {
        assert_eq!(school(7..=11, 8, &[of_years(7..=7, &[5]), of_stage("Key Stage 4", &[8])]), []);
        assert_eq!(school(7..=11, 8, &[of_years(7..=7, &[5])]).len(), 1);
    }

    #[test]
    fn a_college_is_asked_for_two_employers_a_stage_and_one_workplace_by_the_end() {
        let none = YearGroups::default();
        let activities = [of_stage("First", &[5]), of_stage("Second", &[5, 7, 8]), of_stage("Second", &[5])];
        let thin =
            |benchmark, activities: &[BenchmarkActivity]| lacks(Setting::FeCollege, &none, benchmark, activities);
        assert_eq!(
            thin(5, &activities),
            [Lack { place: LackPlace::Stages(vec!["First".to_owned()]), asked: 2, found: 1 }]
        );
        assert_eq!(thin(6, &activities), [Lack { place: LackPlace::Programme, asked: 1, found: 0 }]);
        assert_eq!((thin(7, &activities), thin(8, &activities), thin(4, &activities)), (vec![], vec![], vec![]));
        let throughout = [of_stage("First", &[5]), of_stage("Second", &[5]), of_stage("All stages", &[5, 6])];
        assert_eq!(thin(5, &throughout), []);
    }

    #[test]
    fn a_programme_that_names_no_benchmark_is_not_judged() {
        assert_eq!(thin_benchmarks(Setting::Academy, &YearGroups::new(7..=11), &[of_years(7..=11, &[])]), []);
    }
}
