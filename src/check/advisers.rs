//! Whether the careers adviser can give what the law and the benchmarks ask of personal guidance.
//!
//! In: `roles.careers_adviser`. Out: CP251 (the adviser of a state school is on its staff, so that the guidance is not independent
//! in law), CP252 (the adviser's qualification is below Level 6).
//!
//! Whose duty it is and how sure the reading is come from the catalogue's requirements.

use super::needs::about;
use crate::case::Case;
use crate::catalogue::Duty;
use crate::finding::{Code, Finding, Severity};

/// The level to which an adviser is usually taken to be trained appropriately: Benchmark 8.
const LEVEL: u8 = 6;

/// Checks that somebody from outside gives guidance, where the law counts only that as independent.
pub(super) fn check_independence(case: &Case<'_>, findings: &mut Vec<Finding>) {
    let setting = &case.profile.setting;
    let bound = setting.kind.is_state_school() && !setting.year_groups.between(7, 13).is_empty();
    if !bound || case.profile.roles.careers_adviser.employed_by_setting != Some(true) {
        return;
    }
    let finding = Finding::warning(Code::CP251, "the only careers adviser named is on the school's own staff")
        .at_field("roles.careers_adviser.employed_by_setting")
        .with_note("guidance is independent in law only if somebody gives it who is not employed at the school: Education Act 1997, s.42A(5)")
        .with_note(
            "that is sure; whether guidance from outside is arranged as well cannot be seen from the profile, so this is a warning",
        )
        .with_help(
            "name the outside adviser here and list your own under `roles.others`; or keep the adviser, arrange guidance from outside, \
             and accept this warning with the name of who gives it as the reason",
        );
    findings.push(match case.catalogue.requirements.get("education-act-42a/independent") {
        Some(requirement) => about(case, requirement, finding),
        None => finding,
    });
}

/// Checks the level of the adviser's qualification, where it is given.
pub(super) fn check_qualification(case: &Case<'_>, findings: &mut Vec<Finding>) {
    let Some(level) = case.profile.roles.careers_adviser.qualification_level.filter(|level| *level < LEVEL) else {
        return;
    };
    let requirement = case.catalogue.requirements.get("statutory-guidance/careers-adviser");
    let duty = requirement.map_or(Duty::Recommended, |requirement| requirement.duty_of(case.profile.setting.kind));
    let severity = match duty {
        Duty::NotApplicable => return,
        Duty::Optional => Severity::Note,
        Duty::Recommended | Duty::Required | Duty::Statutory => Severity::Warning,
    };
    let title = format!("the careers adviser's qualification is at Level {level}, not {LEVEL} or above");
    let finding = Finding::new(severity, Code::CP252, title)
        .at_field("roles.careers_adviser.qualification_level")
        .with_help(
            "write the level of the adviser's highest careers guidance qualification; if it is below Level 6, name an adviser who holds one, \
             or say in Benchmark 8 who supervises the adviser in training",
        );
    findings.push(match requirement {
        Some(requirement) => about(case, requirement, finding),
        None => finding,
    });
}
