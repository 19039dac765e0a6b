#![no_main]
//! A profile from anybody: read, checked, listed among what is due, every finding shown in every form, and its documents made as drafts.

use std::path::Path;

use careers_policy::finding::{
    GRAVITIES, Look, Subject, arranged, render_csv, render_human, render_json, render_page, render_sarif,
    render_summary,
};
use careers_policy::job::{Intake, Twins, check_intake, due_all, due_csv, due_ics, due_json, sort_due};
use careers_policy::profile::headings;
use careers_policy_fuzz::document::hold_documents;
use careers_policy_fuzz::lines::mutate_lines;
use careers_policy_fuzz::scratch::scratch_with;
use careers_policy_fuzz::starters::{beside_starters, library, today};
use libfuzzer_sys::{fuzz_mutator, fuzz_target};

fuzz_mutator!(|data: &mut [u8], size: usize, most: usize, seed: u32| { mutate_lines(data, size, most, seed) });

fuzz_target!(|data: &[u8]| {
    let path = scratch_with(&beside_starters("school.yaml", data)).join("school.yaml");
    let Ok(intake) = Intake::read(&path) else { return };
    let findings = check_intake(&intake, library(), today());
    let context = intake.context();
    render_human(&findings, &context, Look::default());
    render_json(&[(&findings, intake.context())]);
    render_sarif(&[(&findings, intake.context())]);
    let found = arranged(&findings, &context, "school.yaml", &headings());
    let subjects = [Subject::new(None, "school.yaml".to_owned(), &found, &context)];
    let summary = render_summary(&subjects, &GRAVITIES, Look::default());
    assert!(summary.chars().all(|c| c == '\n' || !c.is_control()), "a line of the summary has power over a terminal");
    render_csv(&subjects, &GRAVITIES);
    render_page(&subjects, &GRAVITIES, "today");
    let Some(institution) = &intake.institution else {
        assert!(!findings.is_empty(), "a profile that cannot be read is told why");
        return;
    };
    due(&path);
    hold_documents(&institution.case(&library().catalogue, &library().engine, today()));
});

fn due(path: &Path) {
    let paths = [path.to_owned()];
    let mut all = Vec::new();
    due_all(&paths, &Twins::among(&paths), library(), today(), |_, outcome| {
        all.extend(outcome.into_iter().flat_map(|(_, due)| due));
    });
    sort_due(&mut all);
    due_csv(&all);
    due_ics(&all, today());
    due_json(&all);
}
