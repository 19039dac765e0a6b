//! Whether the clauses that a profile leaves out can be left out.
//!
//! In: a case, its `leave_out`. Out: CP105, an error, where there is no such clause, or where what binds the institution asks for it; CP106, a
//! note, on each clause that is left out, with what it would have said. [`is_left_out`] keeps the requirement of such a clause from being
//! counted as a gap.

use crate::case::Case;
use crate::catalogue::{Clause, Requirement};
use crate::draft::{Choice, choose, is_asked};
use crate::finding::{Code, Finding, Severity};

/// Checks each clause that is left out.
pub(super) fn check_left_out(case: &Case<'_>, findings: &mut Vec<Finding>) {
    for (index, left) in case.profile.leave_out.iter().enumerate() {
        let field = format!("leave_out[{index}].clause");
        let Some(clause) = case.catalogue.clauses.get(&*left.clause) else {
            findings.push(
                Finding::error(Code::CP105, format!("there is no clause `{}` to leave out", left.clause))
                    .at_field(field)
                    .with_help(
                        "write the id of a clause as `careers-policy catalogue` lists it, or take the entry out",
                    ),
            );
            continue;
        };
        match binding(case, clause) {
            Some(requirement) => findings.push(
                Finding::error(Code::CP105, format!("`{}` cannot be left out", clause.id))
                    .at_field(field)
                    .with_note(requirement.entry.asks.clone())
                    .with_note(format!("{}: {}", case.duty_of(requirement).word(), requirement.citation()))
                    .with_help("take the entry out")
                    .for_requirement(&requirement.id),
            ),
            None if matches!(choose(case, clause), Ok(Choice::LeftOut(_))) => {
                let finding = Finding::new(
                    Severity::Note,
                    Code::CP106,
                    format!("`{}` is left out: {}", clause.id, clause.header.title),
                );
                let asked = asked_only_there(case, clause).map(|requirement| requirement.entry.asks.clone());
                findings.push(asked.fold(finding.at_field(field), Finding::with_note));
            }
            None => {}
        }
    }
}

/// Whether every clause that would say what a requirement asks is left out by the profile.
pub(super) fn is_left_out(case: &Case<'_>, requirement: &Requirement) -> bool {
    if case.profile.leave_out.is_empty() {
        return false;
    }
    let choices = case.catalogue.clauses_of(&requirement.id).map(|clause| choose(case, clause));
    let mut any = false;
    for choice in choices {
        match choice {
            Ok(Choice::LeftOut(_)) => any = true,
            Ok(Choice::Applies | Choice::Lacks { .. }) | Err(_) => return false,
            Ok(Choice::NotConcerned | Choice::ConditionFalse(_)) => {}
        }
    }
    any
}

/// What binds the institution and asks for a clause.
fn binding<'a>(case: &Case<'a>, clause: &'a Clause) -> Option<&'a Requirement> {
    asked(case, clause).find(|requirement| case.duty_of(requirement).is_binding())
}

/// What is asked that no other clause says.
fn asked_only_there<'a>(case: &Case<'a>, clause: &'a Clause) -> impl Iterator<Item = &'a Requirement> {
    asked(case, clause).filter(|requirement| is_left_out(case, requirement))
}

fn asked<'a>(case: &Case<'a>, clause: &'a Clause) -> impl Iterator<Item = &'a Requirement> {
    case.catalogue.requirements_of(clause).filter(|requirement| is_asked(case, requirement).unwrap_or(false))
}
