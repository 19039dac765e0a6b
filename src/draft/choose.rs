//! Chooses which clauses a document contains, and says why.
//!
//! In: a [`Case`], a clause. Out: a [`Choice`], so that `explain` can answer "why is this here?" and "why is it not?".
//!
//! A clause is left out where none of its requirements concerns the setting, where its condition is false, and where
//! an answer is missing that a requirement of its strongest duty needs. A clause that a statute asks for is never
//! dropped because of something that is only recommended.

use crate::case::Case;
use crate::catalogue::{Clause, Duty, Requirement};
use crate::words::WordingError;

/// Whether a clause applies to a profile, and why.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Choice {
    /// It applies.
    Applies,
    /// None of the requirements it meets concerns this setting.
    NotConcerned,
    /// Its condition is false.
    ConditionFalse(String),
    /// The institution leaves it out, for this reason, and nothing that binds it asks for the clause.
    LeftOut(String),
    /// It applies, but answers are missing that it cannot do without.
    Lacks {
        /// The duty that the clause fulfils for this setting.
        duty: Duty,
        /// The fields that are missing.
        fields: Vec<String>,
    },
}

/// Whether a requirement is asked of this profile: it concerns the setting and its condition is true. A trust is asked whatever any of
/// its schools is asked, and what trusts themselves are asked.
///
/// # Errors
/// If its condition cannot be read.
pub fn is_asked(case: &Case<'_>, requirement: &Requirement) -> Result<bool, WordingError> {
    for school in &case.schools {
        if is_asked(school, requirement)? {
            return Ok(true);
        }
    }
    is_asked_itself(case, requirement)
}

/// Whether a requirement is asked of the institution itself, whatever is asked of a trust's schools.
///
/// # Errors
/// If its condition cannot be read.
pub fn is_asked_itself(case: &Case<'_>, requirement: &Requirement) -> Result<bool, WordingError> {
    if requirement.duty_of(case.profile.setting.kind) == Duty::NotApplicable {
        return Ok(false);
    }
    match &requirement.entry.when {
        Some(condition) => case.engine.is_true(&requirement.id, condition, &case.context),
        None => Ok(true),
    }
}

/// Whether a clause applies to the profile.
///
/// # Errors
/// If a condition cannot be read.
pub fn choose(case: &Case<'_>, clause: &Clause) -> Result<Choice, WordingError> {
    let mut asked = Vec::new();
    for requirement in case.catalogue.requirements_of(clause) {
        if is_asked(case, requirement)? {
            asked.push(requirement);
        }
    }
    if asked.is_empty() && !clause.header.meets.is_empty() {
        return Ok(Choice::NotConcerned);
    }
    if let Some(condition) = &clause.header.when
        && !case.engine.is_true(&clause.id, condition, &case.context)?
    {
        return Ok(Choice::ConditionFalse(condition.clone()));
    }
    if let Some(left) = case.profile.leave_out.iter().find(|left| *left.clause == *clause.id)
        && !asked.iter().any(|requirement| case.duty_of(requirement).is_binding())
    {
        return Ok(Choice::LeftOut(left.because.to_string()));
    }
    let Some(duty) = asked.iter().map(|requirement| case.duty_of(requirement)).max() else {
        return Ok(Choice::Applies);
    };
    asked.retain(|requirement| case.duty_of(requirement) == duty);
    let mut fields = if clause.header.of_schools && !case.schools.is_empty() {
        missing_in_schools(case, &asked)?
    } else {
        case.answers.missing(asked.iter().flat_map(|requirement| &requirement.entry.needs))
    };
    fields.sort();
    fields.dedup();
    Ok(if fields.is_empty() { Choice::Applies } else { Choice::Lacks { duty, fields } })
}

/// The answers that schools of a trust lack which the requirements asked of them need, each with the school's name.
fn missing_in_schools(case: &Case<'_>, asked: &[&Requirement]) -> Result<Vec<String>, WordingError> {
    let mut fields = Vec::new();
    for school in &case.schools {
        for requirement in asked {
            // A school that need not give the answer leaves no gap.
            if school.duty_of(requirement).is_binding() && is_asked(school, requirement)? {
                let missing = school.answers.missing(&requirement.entry.needs);
                fields.extend(missing.iter().map(|field| format!("{field} of {}", school.profile.setting.name)));
            }
        }
    }
    Ok(fields)
}
