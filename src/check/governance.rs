//! Whether the body that is said to govern, or to have approved a document, is one that this kind of institution has.
//!
//! In: `governance.body`, `policy.approved_by`, `provider_access.approved_by`, which are free words, and the catalogue's list of bodies.
//! Out: CP253, a note, and only for clear mismatches, such as a board of trustees of a maintained school. What a body calls itself is its
//! own affair: a local governing body of an academy, a committee of any name, a corporation that says "governing body" are all left alone.

use crate::case::Case;
use crate::catalogue::BodiesOf;
use crate::finding::{Code, Finding, Severity};
use crate::text::{Letters, find_words};

/// Checks the bodies that the profile names.
pub(super) fn check_bodies(case: &Case<'_>, findings: &mut Vec<Finding>) {
    let profile = case.profile;
    let setting = profile.setting.kind;
    let Some(BodiesOf { has, has_not, .. }) = case.catalogue.bodies.of(setting) else { return };
    let named = [
        ("governance.body", &profile.governance.body),
        ("policy.approved_by", &profile.policy.approved_by),
        ("provider_access.approved_by", &profile.provider_access.approved_by),
    ];
    for (field, body) in named {
        let Some(body) = body else { continue };
        if has_not.iter().any(|other| find_words(body, other, Letters::Any).is_some()) {
            findings.push(
                Finding::new(
                    Severity::Note,
                    Code::CP253,
                    format!("{} does not usually have a body called \"{body}\"", setting.with_article()),
                )
                .at_field(field)
                .with_note(format!("{} usually has {has}", setting.with_article()))
                .with_help("write the name of the body as your own minutes give it, or correct `setting.type`"),
            );
        }
    }
}
