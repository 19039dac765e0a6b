//! Whether the body that is said to govern, or to have approved a document, is one that this kind of institution has.
//!
//! In: `governance.body`, `policy.approved_by`, `provider_access.approved_by`: free words. Out: CP253, a note, and only for clear
//! mismatches, such as a board of trustees of a maintained school. What a body calls itself is its own affair: a local governing
//! body of an academy, a committee of any name, a corporation that says "governing body" are all left alone.

use crate::case::Case;
use crate::finding::{Code, Finding, Severity};
use crate::law::Setting;
use crate::text::{Letters, find_words};

/// Bodies that a setting clearly does not have, and the one that it has.
fn strangers(setting: Setting) -> (&'static [&'static str], &'static str) {
    const TRUST: [&str; 5] = ["board of trustees", "trust board", "academy trust", "board of directors", "corporation"];
    match setting {
        Setting::MaintainedSchool | Setting::MaintainedSpecialSchool => (&TRUST, "a governing body"),
        Setting::PupilReferralUnit => (&TRUST, "a management committee"),
        Setting::Academy
        | Setting::SpecialAcademy
        | Setting::AlternativeProvisionAcademy
        | Setting::SixteenToNineteenAcademy
        | Setting::MultiAcademyTrust => {
            (&["corporation"], "a board of trustees, which may leave it to a local governing body")
        }
        Setting::SixthFormCollege | Setting::FeCollege => (
            &["board of trustees", "trust board", "academy trust", "local governing body", "management committee"],
            "a corporation",
        ),
        Setting::TrainingProvider => (
            &[
                "governing body",
                "board of governors",
                "school governors",
                "corporation",
                "board of trustees",
                "trust board",
            ],
            "a board of directors",
        ),
        // Foundations, companies and charities govern these, by whatever name they were given.
        Setting::NonMaintainedSpecialSchool | Setting::IndependentSchool => (&[], ""),
    }
}

/// Checks the bodies that the profile names.
pub(super) fn check_bodies(case: &Case<'_>, findings: &mut Vec<Finding>) {
    let profile = case.profile;
    let setting = profile.setting.kind;
    let (strangers, usual) = strangers(setting);
    let named = [
        ("governance.body", &profile.governance.body),
        ("policy.approved_by", &profile.policy.approved_by),
        ("provider_access.approved_by", &profile.provider_access.approved_by),
    ];
    for (field, body) in named {
        let Some(body) = body else { continue };
        if strangers.iter().any(|stranger| find_words(body, stranger, Letters::Any).is_some()) {
            findings.push(
                Finding::new(
                    Severity::Note,
                    Code::CP253,
                    format!("{} does not usually have a body called \"{body}\"", setting.with_article()),
                )
                .at_field(field)
                .with_note(format!("{} usually has {usual}", setting.with_article()))
                .with_help("write the name of the body as your own minutes give it, or correct `setting.type`"),
            );
        }
    }
}
