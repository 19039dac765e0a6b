//! The verbs of the program, from a profile's path to files in their place, for one school or many.
//!
//! 1. [`Intake`] reads a profile and the files that it names.
//! 2. [`Library`] is the catalogue with its packs, its compiled wording and the writers; [`Libraries`] loads each once for many schools.
//! 3. [`check_intake`] drafts and checks what was taken in; [`make`] writes the drafts besides. [`overview`] says how it stands with a profile that is being
//!    written, and [`preview`] writes its web pages, with gaps. All work on values: no disk, no clock.
//! 4. [`build_profile`] puts what was made into its folder, [`verify`] holds a folder to what is made anew, [`due_all`] lists reviews,
//!    [`review_profile`] records one, and [`fix_profile`] writes a profile as it is read.
//! 5. [`Dialogue`] asks for what is known of an institution, and [`short_profile`] begins its profile; [`read_registers`] looks schools up in the national
//!    register. [`report_all`] lays schools side by side.
//! 6. [`plan_schools`] makes profiles of a hub's list of schools, and [`refresh_profile`] holds one against the register.
//! 7. [`new_form`] and [`form_of`] make a form in a workbook, and [`fill_profile`] puts the answers of one into a profile.
//! 8. [`settings_file`] finds the options that a folder's officer would type each time, and [`Settings`] reads them.
//! 9. [`check_packs`] tries packs on example profiles, and [`diff_packs`] says what one changes.
//!
//! Not here: what is printed on the terminal (`cli`).

mod batch;
mod below;
mod build;
mod checked;
mod due;
mod exchange;
mod findings_workbook;
mod fix;
mod intake;
mod library;
mod logo;
mod make;
mod manifest;
mod new;
mod output;
mod packs;
mod preview;
mod profiles;
mod reference_doc;
mod register;
mod remake;
mod report;
mod review;
mod rewritten;
mod schools;
mod settings;
mod sheet;
mod to_review;
mod trust;
mod twins;
mod verify;
mod way;

pub use below::profiles_passed_over;
pub use build::{BuildOptions, Documents, Outcome, build_all, build_profile, check_all, check_profile};
pub use checked::{Checked, check_intake};
pub use due::{
    Drafts, Due, Status, due_all, due_csv, due_drafts, due_ics, due_json, due_markdown, due_workbook, sort_due,
};
pub use findings_workbook::findings_workbook;
pub use fix::{Fixed, Unfixed, fix_profile};
pub use intake::{Institution, Intake};
pub use library::{Libraries, Library, Unloadable};
pub(crate) use logo::DrawnLogos;
pub use make::{Made, MadeFiles, MakeOptions, Packing, inputs_of, make};
pub use manifest::{ClauseMark, Inputs, MANIFEST, Manifest, Part};
pub use new::{Begun, Dialogue, Question, Reply, Unwritten, file_name_for, shared_answers, short_profile, take_entry};
pub use packs::{Difference, PackDiff, PackReport, Uncopied, check_packs, copy_clause, diff_packs};
pub use preview::{Overview, PreviewPage, overview, preview};
pub use profiles::{NoShard, Shard, find_profiles, profile_name, same_folders};
pub use reference_doc::ReferenceDoc;
pub use register::read_registers;
pub use report::{Reported, read_report, report_all, write_report};
pub use review::{Approval, Recorded, Unrecorded, review_all, review_profile};
pub use rewritten::Rewritten;
pub use schools::{
    Column, Differs, Done, List, NoList, Planned, Refreshed, Refused, SchoolsOptions, Unrefreshed, find_list,
    plan_schools, refresh_profile, schools_template, urn_in,
};
pub use settings::{
    SETTINGS_FILE, Settings, SettingsKey, Sought, Unset, settings_file, settings_keys, settings_schema,
};
pub(crate) use sheet::inherited_answers;
pub use sheet::{FilledForm, NoForm, SchoolForm, Unfilled, fill_profile, form_of, new_form};
pub use twins::Twins;
pub use verify::{Answer, Verdict, made_folders, verify, verify_all};
pub use way::way_to;
