//! Whether the documents really say what the law asks, and what a hub or trust requires, and say it without a hole.
//!
//! In: a case and its drafts. Out: CP310 for each binding requirement that is asked of it and of which no clause says anything in its
//! documents: because a pack has given the clause a `when` that is false here, has emptied its wording, or has taken it out. The same for each
//! that one document no longer says and says without the packs, whatever another document says. Where an answer is missing that the
//! requirement needs, or its test fails, that is said already (`needs`).

use std::collections::BTreeSet;

use crate::case::Case;
use crate::catalogue::{Clause, Duty, PublicationKind, Requirement};
use crate::draft::{Choice, Drafts, choose, draft_all, is_asked, is_asked_itself};
use crate::finding::{Code, Finding, Severity};
use crate::words::built_in_engine;

/// Checks that every binding requirement is met by words.
pub(super) fn check_coverage(case: &Case<'_>, drafts: &Drafts<'_>, findings: &mut Vec<Finding>) {
    let setting = &case.profile.setting;
    if setting.kind.has_year_groups() && setting.year_groups.is_empty() {
        // That the years are missing is said, and what follows from them cannot be worded.
        return;
    }
    if case.schools.iter().any(|school| !school.profile.setting.kind.can_belong_to_trust()) {
        // That is said, and a trust's wording is not for such a school.
        return;
    }
    if !drafts.errors.is_empty() {
        // What stops a document is said; what it then does not say is not.
        for found in drafts.errors.iter().map(|stopped| Finding::from(stopped.error.clone())) {
            if !findings.contains(&found) {
                findings.push(found);
            }
        }
        return;
    }
    check_gaps(case, drafts, findings);
    let lost = lost(case, drafts);
    let lost = lost.iter().map(|(requirement, document)| {
        (*requirement, format!("`{document}` does not say what `{}` asks", requirement.id))
    });
    let unsaid = unsaid(case, &drafts.said).into_iter();
    let unsaid = unsaid.map(|requirement| (requirement, format!("no document says what `{}` asks", requirement.id)));
    findings.extend(unsaid.chain(lost).map(|(requirement, title)| {
        let finding = Finding::error(Code::CP310, title);
        let why = why_not(case, requirement);
        let finding = why.into_iter().fold(finding.with_note(requirement.entry.asks.clone()), Finding::with_note);
        let duty = case.duty_of(requirement).word();
        finding
            .with_note(format!("{duty} for {}: {}", case.profile.setting.kind.with_article(), requirement.citation()))
            .with_help("this is about the wording and not about your answers: tell whoever made your pack")
            .for_requirement(&requirement.id)
    }));
}

/// Checks that whoever is shown a gap is also told of it. What a trust's policy says of all its schools needs the trust's own answer, and the
/// law that asks for it may bind the schools and not the trust, so that no requirement of the trust's own speaks of it.
fn check_gaps(case: &Case<'_>, drafts: &Drafts<'_>, findings: &mut Vec<Finding>) {
    for gap in drafts.gaps() {
        let Some(clause) = case.catalogue.clauses.get(&gap.clause).filter(|clause| !clause.header.of_schools) else {
            // What a school lacks is found on the school.
            continue;
        };
        for field in &gap.fields {
            let place = case.answers.place_of_missing(field);
            let is_at_field = |finding: &Finding| finding.at.field() == Some(place.as_str());
            if findings.iter().any(|finding| finding.severity == Severity::Error && is_at_field(finding)) {
                continue;
            }
            let needs_field = |requirement: &&Requirement| {
                case.duty_of(requirement).is_binding() && requirement.entry.needs.contains(field)
            };
            let Some(requirement) = case.catalogue.requirements_of(clause).find(needs_field) else { continue };
            let code = if case.duty_of(requirement) == Duty::Statutory { Code::CP201 } else { Code::CP205 };
            let duty = case.duty_of(requirement).word();
            findings.push(
                Finding::error(code, requirement.gap_in_words())
                    .at_field(field)
                    .with_note(format!("{duty} for its schools: {} ({})", requirement.citation(), requirement.id))
                    .with_help(
                        "the policy of a trust says it for all its schools, so write it here, in the trust's own file",
                    )
                    .for_requirement(&requirement.id),
            );
        }
    }
}

/// The binding requirements that are asked of a case and of which nothing is said, although every answer for them is there. `said` are the
/// clauses that say something in its documents.
pub fn unsaid<'a>(case: &Case<'a>, said: &BTreeSet<String>) -> Vec<&'a Requirement> {
    // A trust's policy takes the place of its schools' own: what binds any of them there it says. All else the schools' other documents
    // say, and each school is looked at by itself.
    let replaced: BTreeSet<&str> = case.catalogue.replaced_clauses().collect();
    let is_in_replaced = |requirement: &Requirement| {
        case.catalogue.clauses_of(&requirement.id).any(|clause| replaced.contains(clause.id.as_str()))
    };
    let binds = |requirement: &Requirement| match case.kind {
        PublicationKind::School => case.duty_of(requirement).is_binding(),
        PublicationKind::SchoolOfTrust => case.duty_of(requirement).is_binding() && !is_in_replaced(requirement),
        PublicationKind::Trust => case.duty_of(requirement).is_binding() && is_in_replaced(requirement),
    };
    let is_unsaid = |requirement: &&Requirement| {
        binds(requirement)
            && is_bound(case, requirement)
            && has_answers(case, requirement)
            && !case
                .catalogue
                .clauses_of(&requirement.id)
                .any(|clause| said.contains(&clause.id) || lacks(case, clause))
    };
    case.catalogue.requirements.values().filter(is_unsaid).collect()
}

/// What binds a case, is said somewhere, and is not said in a document that says it without the packs; with the name of that document.
pub fn lost<'a>(case: &Case<'a>, drafts: &Drafts<'a>) -> Vec<(&'a Requirement, &'a str)> {
    let mut lost: Vec<(&Requirement, &str)> = Vec::new();
    let Some(built_in) = &case.catalogue.built_in else { return lost };
    for requirement in built_in.requirements.keys().filter_map(|id| case.catalogue.requirements.get(id)) {
        if !case.duty_of(requirement).is_binding() || !is_bound(case, requirement) || !has_answers(case, requirement) {
            continue;
        }
        let clauses: Vec<&Clause> = case.catalogue.clauses_of(&requirement.id).collect();
        // What no document says is told by itself.
        if !clauses.iter().any(|clause| drafts.said.contains(&clause.id)) {
            continue;
        }
        for draft in &drafts.documents {
            let standing: BTreeSet<&str> = draft.outline.clause_ids().collect();
            let mut here = clauses.iter().filter(|clause| standing.contains(clause.id.as_str())).peekable();
            let is_there = here.peek().is_some();
            if is_there && !here.any(|clause| draft.said.contains(&clause.id) || lacks(case, clause)) {
                lost.push((requirement, &draft.outline.document));
            }
        }
    }
    // Many a document does not say at all what another one says; only what the built-in wording would have said there is lost.
    if lost.is_empty() {
        return lost;
    }
    let Some(engine) = built_in_engine(built_in) else { return lost };
    let below = case.against(built_in, engine);
    let below = draft_all(&below);
    let was_said = |requirement: &Requirement, document: &str| {
        let met =
            |id: &String| built_in.clauses.get(id).is_some_and(|clause| clause.header.meets.contains(&requirement.id));
        below.documents.iter().any(|draft| draft.outline.document == document && draft.said.iter().any(met))
    };
    lost.retain(|(requirement, document)| was_said(requirement, document));
    lost
}

/// Whether everybody who is asked has given the answers, and they pass.
fn has_answers(case: &Case<'_>, requirement: &Requirement) -> bool {
    let asked_of = if case.schools.is_empty() { std::slice::from_ref(case) } else { &case.schools[..] };
    asked_of
        .iter()
        .filter(|case| is_asked(case, requirement).unwrap_or(false))
        .all(|case| case.answers.missing(&requirement.entry.needs).is_empty() && passes(case, requirement))
}

/// Whether a gap stands in the place of a clause.
fn lacks(case: &Case<'_>, clause: &Clause) -> bool {
    matches!(choose(case, clause), Ok(Choice::Lacks { .. }))
}

/// Whether the institution, or one of a trust's schools, is both bound by a requirement and asked it.
fn is_bound(case: &Case<'_>, requirement: &Requirement) -> bool {
    let is_itself = |case: &Case<'_>| {
        let duty = requirement.duty_of(case.profile.setting.kind);
        duty.is_binding() && is_asked_itself(case, requirement).unwrap_or(false)
    };
    is_itself(case) || case.schools.iter().any(is_itself)
}

fn passes(case: &Case<'_>, requirement: &Requirement) -> bool {
    let Some(test) = &requirement.entry.test else { return true };
    case.engine.is_true(&requirement.id, test, &case.context).unwrap_or(true)
}

/// Why each clause that meets a requirement says nothing here.
pub fn why_not(case: &Case<'_>, requirement: &Requirement) -> Vec<String> {
    let clauses = case.catalogue.clauses_of(&requirement.id);
    let why = clauses.map(|clause| match choose(case, clause) {
        Ok(Choice::ConditionFalse(condition)) => format!("`{}` applies only where: {condition}", clause.id),
        _ => format!("`{}`, of the pack `{}`, says nothing here, or stands in no document", clause.id, clause.pack),
    });
    why.collect()
}
