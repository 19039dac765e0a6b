#![no_main]
//! A school's own Markdown, in a section of its own: every format says the same words in the same order, and none of them takes a word for
//! markup.

use careers_policy::draft::draft_all;
use careers_policy::job::{Intake, check_intake};
use careers_policy::write::{write_docx, write_html, write_markdown};
use careers_policy_fuzz::document::{hold_docx, hold_html, hold_words};
use careers_policy_fuzz::starters::{library, today};
use libfuzzer_sys::fuzz_target;

/// A school of which little is asked, so that its policy is short and many texts can be tried.
const SCHOOL: &str = "setting: {name: Oak School, type: independent_school, year_groups: 7-11}\n";

fuzz_target!(|text: &str| {
    let words = serde_json::to_string(text).expect("text can be written as JSON");
    let profile =
        format!("{SCHOOL}own_sections: [{{document: careers-policy, after: vision, title: Ours, text: {words}}}]\n");
    let Ok(intake) = Intake::of_text("school.yaml".as_ref(), &profile) else { return };
    let Some(institution) = &intake.institution else { return };
    check_intake(&intake, library(), today());
    let case = institution.case(&library().catalogue, &library().engine, today());
    for draft in draft_all(&case).documents {
        // Its pictures are left out, which no own text changes: a table says the same.
        let document = draft.document;
        write_markdown(&document);
        let Ok(html) = write_html(&document, &case.theme) else { continue };
        hold_html(&html);
        let Ok(docx) = write_docx(&document, &case.theme) else { continue };
        hold_docx(&docx);
        hold_words(&document, &html, &docx);
    }
});
