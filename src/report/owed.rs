//! How it stands at one school with each requirement that concerns it.
//!
//! In: its case, its drafts, what was found on it. Out: a cell for each requirement that is asked of it, apart by duty.
//!
//! Found: every answer is there that the requirement needs, its test is passed, the drafted documents say it, and nothing was found that
//! speaks against it. Thin: some of that. Missing: none of it.

use super::model::{Cell, Part, State};
use super::proof::spoken_of;
use super::sight::Sight;
use crate::case::Case;
use crate::catalogue::{Duty, PublicationKind, Requirement};
use crate::draft::{Choice, choose, is_asked_itself};
use crate::finding::{Code, Finding, Gravity};
use crate::profile::REVIEWED;

/// Puts the cells of all requirements into a school's row.
pub(super) fn requirements(sight: &mut Sight<'_, '_>) {
    let case = sight.case;
    let kinds: &[PublicationKind] = match case.kind {
        PublicationKind::School => &[PublicationKind::School],
        PublicationKind::Trust => &[PublicationKind::Trust],
        PublicationKind::SchoolOfTrust => &[PublicationKind::Trust, PublicationKind::SchoolOfTrust],
    };
    let spoken_of = spoken_of(case.catalogue, kinds);
    let setting = &case.profile.setting;
    let is_known = !setting.kind.has_year_groups() || !setting.year_groups.is_empty();
    for requirement in case.catalogue.requirements.values() {
        let part = match requirement.duty_of(setting.kind) {
            Duty::Statutory => Part::Statutory,
            Duty::Required => Part::Required,
            Duty::Recommended => Part::Recommended,
            Duty::Optional | Duty::NotApplicable => continue,
        };
        // What is only recommended is looked for where a document that is made here would say it.
        if part == Part::Recommended && !spoken_of.contains(requirement.id.as_str()) {
            continue;
        }
        let cell = match is_asked_itself(case, requirement) {
            Ok(false) => continue,
            // Which duties there are follows from the years.
            Ok(true) if !is_known => Cell::of(State::NotKnown),
            Ok(true) => cell(sight, requirement, part),
            Err(_) => Cell::of(State::NotKnown),
        };
        sight.put(part, &requirement.id, cell);
    }
}

fn cell(sight: &mut Sight<'_, '_>, requirement: &Requirement, part: Part) -> Cell {
    let case = sight.case;
    let missing = case.answers.missing(&requirement.entry.needs);
    let has_some = missing.len() < requirement.entry.needs.len();
    let proof = sight.proofs.get(&requirement.id);
    let against = against(sight, requirement, &missing);
    if let Some((document, clause)) = proof
        && missing.is_empty()
        && passes(case, requirement)
        && against.is_none()
    {
        return Cell { proof: Some((document.to_owned(), clause.to_owned())), ..Cell::of(State::Found) };
    }
    if proof.is_none() && sight.is_partial {
        return Cell { entry: against, ..Cell::of(State::NotKnown) };
    }
    if part == Part::Recommended
        && proof.is_none()
        && against.is_none()
        && missing.is_empty()
        && passes_over(case, requirement)
    {
        return Cell::of(State::DoesNotApply);
    }
    let is_thin = proof.is_some() && (missing.is_empty() || has_some);
    let entry = against.unwrap_or_else(|| sight.note(stand_in(case, requirement, part, &missing)));
    Cell { entry: Some(entry), ..Cell::of(if is_thin { State::Thin } else { State::Missing }) }
}

/// What was found that speaks against a requirement: on itself, or on an answer that it needs and that is not there.
fn against(sight: &Sight<'_, '_>, requirement: &Requirement, missing: &[String]) -> Option<usize> {
    let named = &sight.case.catalogue.named;
    let grave = |finding: &&Finding| finding.gravity() >= Gravity::Recommended;
    let of_itself = sight.position(|finding| {
        grave(&finding) && finding.requirement.as_deref() == Some(requirement.id.as_str())
            || finding.code == Code::CP106 && is_left_out(sight.case, finding, requirement)
    });
    let at_need = || {
        let places: Vec<String> = missing.iter().map(|field| sight.case.answers.place_of_missing(field)).collect();
        sight.position(|finding| {
            matches!(finding.code, Code::CP201 | Code::CP202 | Code::CP205)
                && finding.at.field().is_some_and(|field| places.iter().any(|place| place == field))
        })
    };
    let of_encounters = || match &requirement.id {
        id if *id == named.encounters.id => sight.position(|finding| {
            matches!(finding.code, Code::CP221) && finding.gravity() == Gravity::Law || finding.code == Code::CP223
        }),
        id if *id == named.variety.id => {
            sight.position(|finding| finding.code == Code::CP222 && finding.gravity() == Gravity::Law)
        }
        _ => None,
    };
    let of_reviews = || {
        let reviewed = REVIEWED.into_iter().find(|one| named.review_limit(*one).requirement.id == requirement.id)?;
        let field = format!("{}.next_review", reviewed.section());
        sight.position(|finding| {
            matches!(finding.code, Code::CP211 | Code::CP212) && finding.at.field() == Some(field.as_str())
        })
    };
    of_itself.or_else(at_need).or_else(of_encounters).or_else(of_reviews)
}

/// Whether a note on a clause that the school leaves out is about a clause that would say what the requirement asks.
fn is_left_out(case: &Case<'_>, finding: &Finding, requirement: &Requirement) -> bool {
    let left = case.profile.leave_out.iter().enumerate();
    let mut left = left.filter(|(index, _)| finding.at.field() == Some(format!("leave_out[{index}].clause").as_str()));
    left.any(|(_, left)| {
        case.catalogue.clauses.get(&*left.clause).is_some_and(|clause| clause.header.meets.contains(&requirement.id))
    })
}

/// Whether the wording itself passes a requirement over here: the condition of every clause that would say it is false, as where the school says
/// the same in its own words.
fn passes_over(case: &Case<'_>, requirement: &Requirement) -> bool {
    let mut choices = case.catalogue.clauses_of(&requirement.id).map(|clause| choose(case, clause)).peekable();
    let is_there = choices.peek().is_some();
    is_there && choices.all(|choice| matches!(choice, Ok(Choice::ConditionFalse(_) | Choice::NotConcerned)))
}

fn passes(case: &Case<'_>, requirement: &Requirement) -> bool {
    let Some(test) = &requirement.entry.test else { return true };
    case.engine.is_true(&requirement.id, test, &case.context).unwrap_or(false)
}

/// What is said of a requirement that is not met and of which no finding speaks: the school has accepted that, or the wording passes it over.
fn stand_in(case: &Case<'_>, requirement: &Requirement, part: Part, missing: &[String]) -> Finding {
    let lacked = case.catalogue.clauses_of(&requirement.id).find_map(|clause| match choose(case, clause) {
        Ok(Choice::Lacks { fields, .. }) => fields.into_iter().next(),
        _ => None,
    });
    let field = missing.first().or(requirement.entry.needs.first()).or(lacked.as_ref());
    let accepted = case.profile.accept.iter().any(|accept| {
        let field_of = |accepted: &str| requirement.entry.needs.iter().any(|need| need == accepted);
        ["CP202", "CP204"].contains(&&*accept.code) && accept.field.as_deref().is_none_or(field_of)
    });
    let words = requirement.gap_in_words();
    let title =
        if accepted && part == Part::Recommended { format!("{words}; the school has accepted this") } else { words };
    let finding = match part {
        Part::Recommended => Finding::warning(Code::CP202, title),
        _ => Finding::error(Code::CP310, title),
    };
    let finding = finding.for_requirement(&requirement.id);
    match field {
        Some(field) => finding.at_field(case.answers.place_of_missing(field)),
        None => finding,
    }
}
