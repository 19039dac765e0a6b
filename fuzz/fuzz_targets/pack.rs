#![no_main]
//! A pack from anybody: loaded over the built-in catalogue, its wording run on a school, what was found shown. Whatever a pack says, it
//! cannot say less of a duty than the catalogue below it.

use std::sync::LazyLock;

use careers_policy::finding::{Context, Look, render_human};
use careers_policy::job::{Intake, Library, check_intake, diff_packs};
use careers_policy_fuzz::document::hold_documents;
use careers_policy_fuzz::lines::mutate_lines;
use careers_policy_fuzz::parts::parts;
use careers_policy_fuzz::scratch::scratch_with;
use careers_policy_fuzz::starters::{SHORT, library, today};
use libfuzzer_sys::{fuzz_mutator, fuzz_target};

fuzz_mutator!(|data: &mut [u8], size: usize, most: usize, seed: u32| { mutate_lines(data, size, most, seed) });

static SCHOOL: LazyLock<Intake> =
    LazyLock::new(|| Intake::of_text("harbour-view-school.yaml".as_ref(), SHORT).expect("no other file is asked for"));

fuzz_target!(|data: &[u8]| {
    let folder = scratch_with(&parts(data));
    let over = match Library::load(&[folder.clone()], &[]) {
        Ok(over) => over,
        Err(unloadable) => {
            assert!(!unloadable.findings.is_empty(), "a pack that cannot be used is told why");
            render_human(&unloadable.findings, &Context::of(&unloadable.sources), Look::default());
            return;
        }
    };
    for (id, below) in &library().catalogue.requirements {
        let above = over.catalogue.requirements.get(id).unwrap_or_else(|| panic!("{id} is gone"));
        assert!(above.entry.asks == below.entry.asks, "{id} asks something else");
        let setting = SCHOOL.profile().expect("a starter can be read").setting.kind;
        assert!(above.duty_of(setting) >= below.duty_of(setting), "{id} is a lesser duty");
    }
    let findings = check_intake(&SCHOOL, &over, today());
    render_human(&findings, &SCHOOL.context(), Look::default());
    let school = SCHOOL.institution.as_ref().expect("a starter can be read");
    hold_documents(&school.case(&over.catalogue, &over.engine, today()));
    let _ = diff_packs(&[folder]);
});
