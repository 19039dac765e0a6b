//! Whether the careers adviser can give what the law and the benchmarks ask of personal guidance.
//!
//! In: `roles.careers_adviser`. Out: CP251 (the adviser of a state school is on its staff, so that the guidance is not independent
//! in law), CP252 (the adviser's qualification is below the level that is asked).
//!
//! Whose duty it is, how sure the reading is and which level is asked come from the catalogue's requirements.

use super::needs::about;
use crate::case::Case;
use crate::catalogue::{Duty, Limit};
use crate::finding::{Code, Finding, Severity};
use crate::law::LAST_YEAR;

/// Checks that somebody from outside gives guidance, where the law counts only that as independent.
pub(super) fn check_independence(case: &Case<'_>, findings: &mut Vec<Finding>) {
    let setting = &case.profile.setting;
    let bound = setting.kind.is_state_school() && !setting.year_groups.between(7, LAST_YEAR).is_empty();
    let adviser = &case.profile.roles.careers_adviser;
    if !bound || !adviser.everybody().all(|(_, person)| person.employed_by_setting == Some(true)) {
        return;
    }
    let requirement = &case.catalogue.named.independent_guidance;
    let finding = Finding::warning(Code::CP251, "the only careers adviser named is on the school's own staff")
        .at_field("roles.careers_adviser.employed_by_setting")
        .with_note(format!(
            "guidance is independent in law only if it is given by somebody other than a teacher employed or engaged at the school or another person employed there: {}",
            requirement.citation()
        ))
        .with_note(
            "that is sure; whether guidance from outside is arranged as well cannot be seen from the profile, so this is a warning",
        )
        .with_help(
            "name the outside adviser here and list your own under `roles.others`; or keep the adviser, arrange guidance from outside, \
             and accept this warning with the name of who gives it as the reason",
        );
    findings.push(about(case, requirement, finding));
}

/// Checks the level of the adviser's qualification, where it is given.
pub(super) fn check_qualification(case: &Case<'_>, findings: &mut Vec<Finding>) {
    let Limit { requirement, number: lowest } = &case.catalogue.named.adviser_level;
    let severity = match requirement.duty_of(case.profile.setting.kind) {
        Duty::NotApplicable => return,
        Duty::Optional => Severity::Note,
        Duty::Recommended | Duty::Required | Duty::Statutory => Severity::Warning,
    };
    for (way, adviser) in case.profile.roles.careers_adviser.everybody() {
        let Some(level) = adviser.qualification_level.filter(|level| level < lowest) else { continue };
        let title = format!("the careers adviser's qualification is at Level {level}, not {lowest} or above");
        let finding = Finding::new(severity, Code::CP252, title)
            .at_field(format!("roles.careers_adviser{way}.qualification_level"))
            .with_help(format!(
                "write the level of the adviser's highest careers guidance qualification; if it is below Level {lowest}, name an adviser who holds one, \
                 or say in Benchmark 8 who supervises the adviser in training",
            ));
        findings.push(about(case, requirement, finding));
    }
}
