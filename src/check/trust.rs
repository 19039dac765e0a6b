//! Whether a trust's schools are such as a trust can have.
//!
//! In: a case, with those of its schools if it is a trust's. Out: CP104.
//!
//! Not here: the schools' own answers, each of which is checked as a school's by itself, or their files (`profile`).

use std::collections::BTreeMap;

use crate::case::Case;
use crate::catalogue::PublicationKind;
use crate::finding::{Code, Finding};

/// Checks that a trust has schools, that nobody else has, and that each can belong to a trust.
pub(super) fn check_members(case: &Case<'_>, findings: &mut Vec<Finding>) {
    let listed = !case.profile.schools.is_empty();
    if (case.kind == PublicationKind::Trust) != listed {
        findings.push(if listed {
            Finding::error(Code::CP104, "only a multi-academy trust has schools").at_field("setting.type").with_help(
                "write `type: multi_academy_trust` if this is the profile of a whole trust, or take `schools:` out",
            )
        } else {
            Finding::error(Code::CP104, "the trust lists no schools")
                .at_field("schools")
                .with_note("the policy of a trust says what each of its schools owes")
                .with_help("name each school's profile: `schools:` and below it `- profile: oakfield-academy.yaml`")
        });
    }
    for school in &case.schools {
        let setting = &school.profile.setting;
        let name = &setting.name;
        if !setting.kind.can_belong_to_trust() {
            findings.push(
                Finding::error(
                    Code::CP104,
                    format!("{name} is {}, which no academy trust runs", setting.kind.with_article()),
                )
                .at_field("schools")
                .with_note(
                    "the trust is the proprietor of its academies and answers for their duties; others have a governing body or a \
                     proprietor of their own, who must adopt a policy themselves",
                )
                .with_help("correct the school's `setting.type`, or build its policy from a profile of its own"),
            );
        }
        if let Some(trust) = setting.trust.as_ref().filter(|trust| **trust != case.profile.setting.name) {
            findings.push(
                Finding::warning(Code::CP104, format!("{name} says that it belongs to {trust}"))
                    .at_field("schools")
                    .with_note(format!("this is the profile of {}", case.profile.setting.name))
                    .with_help("correct the name of the trust, in one place or the other"),
            );
        }
    }
}

/// Checks that no two schools would be called alike: their files are named after them.
pub(super) fn check_names(case: &Case<'_>, findings: &mut Vec<Finding>) {
    let mut seen: BTreeMap<String, &str> = BTreeMap::new();
    for publication in case.publications().iter().filter(|publication| !publication.prefix.is_empty()) {
        let name = &publication.case.profile.setting.name;
        let before = seen.insert(publication.prefix.clone(), name);
        if let Some(before) = before {
            findings.push(
                Finding::error(Code::CP104, format!("{before} and {name} cannot be told apart"))
                    .at_field("schools")
                    .with_help("list each school once, and give each a name of its own"),
            );
        }
    }
}
