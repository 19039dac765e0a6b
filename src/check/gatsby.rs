//! Whether the activities of a programme leave a Gatsby Benchmark thin.
//!
//! In: `programme.activities` and the benchmarks that each serves. Out: CP231, one finding a benchmark, which lists the years or
//! stages that lack it: a warning where the benchmarks are recommended, a note where they are voluntary. The arithmetic is
//! `law::gatsby`; whose duty it is and how sure the criteria are come from the catalogue's requirements.
//!
//! Not here: a programme without activities, which the requirements ask for, and whether the policy says how a benchmark is met.

use super::needs::about;
use crate::case::Case;
use crate::catalogue::Duty;
use crate::finding::{Code, Finding, Severity};
use crate::law::{self, Lack, LackPlace, ThinBenchmark, YearGroups};

const LIST: &str = "programme.activities";

/// Checks how far the activities cover the benchmarks.
pub(super) fn check_benchmarks(case: &Case<'_>, findings: &mut Vec<Finding>) {
    let activities: Vec<_> = case.profile.programme.activities.iter().map(|activity| activity.facts()).collect();
    let setting = &case.profile.setting;
    if setting.kind.has_year_groups() && setting.year_groups.is_empty() {
        return;
    }
    if !activities.is_empty() && activities.iter().all(|activity| activity.benchmarks.is_empty()) {
        let finding =
            Finding::new(Severity::Note, Code::CP231, "no activity of the programme says which benchmarks it serves");
        let help = "add the numbers to each activity, such as `benchmarks: [5, 6]`, and it can be seen which benchmark is thin where";
        findings.push(finding.at_field(LIST).with_help(help));
        return;
    }
    for thin in law::thin_benchmarks(setting.kind, &setting.year_groups, &activities) {
        let Some(benchmark) = case.catalogue.named.benchmark(thin.benchmark, setting.kind) else { continue };
        let severity = match benchmark.requirement.duty_of(setting.kind) {
            Duty::Statutory | Duty::Required | Duty::Recommended => Severity::Warning,
            Duty::Optional | Duty::NotApplicable => Severity::Note,
        };
        findings.push(about(case, &benchmark.requirement, thin_finding(&thin, &benchmark.subject, severity)));
    }
}

fn thin_finding(thin: &ThinBenchmark, subject: &str, severity: Severity) -> Finding {
    let ThinBenchmark { benchmark, lacks } = thin;
    let title = format!("Benchmark {benchmark} ({subject}) is thin in the programme: {}", all_lack_words(lacks));
    let mut finding = Finding::new(severity, Code::CP231, title).at_field(LIST);
    let after_11 = lacks.iter().any(|lack| matches!(lack.place, LackPlace::AfterYear11(_)));
    if *benchmark == 6 && lacks.iter().any(|lack| lack.place == LackPlace::ByYear11) {
        finding = finding
            .with_note("the benchmark speaks of experiences by the age of 16; that two are the fewest is our reading");
    }
    if *benchmark == 7 && after_11 {
        finding = finding.with_note(
            "whether those who think of university visit two cannot be seen from activities; one is looked for",
        );
    }
    if lacks.iter().any(|lack| matches!(lack.place, LackPlace::Stages(_))) {
        finding = finding.with_note("the benchmark asks for two a year; that a stage is a year is our reading");
    }
    let places: Vec<String> = lacks.iter().map(place_to_add).collect();
    let help = format!("add {} {}", what_to_add(*benchmark), places.join(" and "));
    finding
        .with_help(help)
        .with_help(format!("or add {benchmark} to the `benchmarks` of an activity that serves it already"))
}

fn what_to_add(benchmark: u8) -> &'static str {
    match benchmark {
        2 => "work with information about careers and the labour market",
        4 => "a link between lessons and careers",
        5 => "a meeting with an employer",
        6 => "an experience of a workplace",
        7 => "a meeting with a college, a training provider or a university",
        8 => "meetings with the careers adviser",
        _ => "an activity",
    }
}

/// What is missing in all places together.
fn all_lack_words(lacks: &[Lack]) -> String {
    // Only key stages come in more than two.
    if lacks.iter().all(|lack| matches!(lack.place, LackPlace::KeyStage(..))) {
        let places: Vec<String> = lacks.iter().map(|lack| in_place(&lack.place)).collect();
        return format!("no activity {}", places.join(" or "));
    }
    lacks.iter().map(lack_words).collect::<Vec<_>>().join(", and ")
}

/// What is missing where: "no activity in Years 9 and 10", "only one activity by the end of Year 11, where two are asked".
fn lack_words(lack: &Lack) -> String {
    let place = match &lack.place {
        LackPlace::Programme => "at all".to_owned(),
        LackPlace::AfterYear11(years) => return format!("no further activity in {}", years.in_words()),
        place => in_place(place),
    };
    match (&lack.place, lack.found, lack.asked) {
        (_, 0, 1) => format!("no activity {place}"),
        (LackPlace::ByYear11, 0, _) => format!("no activity {place}, where two are asked"),
        (LackPlace::ByYear11, ..) => format!("only one activity {place}, where two are asked"),
        _ => format!("fewer than two activities {place}"),
    }
}

fn place_to_add(lack: &Lack) -> String {
    match &lack.place {
        LackPlace::Programme => "to the programme".to_owned(),
        place => in_place(place),
    }
}

fn in_place(place: &LackPlace) -> String {
    let key_stage = |stage: u8, years: &YearGroups| match stage {
        5 => format!("in {}", years.in_words()),
        _ => format!("in Key Stage {stage} ({})", years.in_words()),
    };
    match place {
        LackPlace::Years(years) | LackPlace::AfterYear11(years) => format!("in {}", years.in_words()),
        LackPlace::Stages(stages) => {
            let noun = if stages.len() == 1 { "stage" } else { "stages" };
            format!("in the {noun} \"{}\"", stages.join("\", \""))
        }
        LackPlace::KeyStage(stage, years) => key_stage(*stage, years),
        LackPlace::ByYear11 => "by the end of Year 11".to_owned(),
        LackPlace::Programme => "in the programme".to_owned(),
    }
}
