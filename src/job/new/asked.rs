//! The answers that a profile still lacks and the law asks for, in the order of the documents.
//!
//! In: an institution as far as it is known. Out: the fields, each by its place in the file and with how strongly it is asked. They follow from the
//! catalogue alone: from the requirements, whose duty differs for each kind of institution, and the clauses that meet them.
//!
//! What a hub or trust requires by its pack is asked for as well. Where the law asks for no answers of a kind at all, such as a college, they are those that it asks of others and recommends to this one.

use crate::case::Case;
use crate::catalogue::{Duty, Requirement};
use crate::draft::is_asked_itself;
use crate::job::intake::Institution;
use crate::law::SETTINGS;
use crate::profile::{FieldKind, field_kind};
use crate::words::WordingError;

/// An answer that is asked for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Asked {
    /// Its field in the profile of the institution itself: `provider_access.url`.
    pub(super) field: String,
    /// Where it belongs in the file: for a school of a trust's file, under the school, or where the trust answers for all.
    pub(super) place: String,
    /// How strongly it is asked.
    pub(super) duty: Duty,
    /// The other answers that would do as well, where one of several is enough.
    pub(super) others: Vec<String>,
}

/// What the law asks for and the institution, or a school that a trust's file describes, has not answered.
///
/// # Errors
/// If a condition of the catalogue cannot be read.
pub(super) fn asked(institution: &Institution, case: &Case<'_>) -> Result<Vec<Asked>, WordingError> {
    let mut all = asked_of(case)?;
    for ((member, _), school) in institution.schools.iter().zip(&case.schools) {
        // What a school lacks that has a file of its own belongs there.
        if member.index().is_some() {
            continue;
        }
        for asked in asked_of(school)? {
            let place = member.field_in_trust(&asked.field, &institution.index);
            if !all.iter().any(|known| known.place == place) {
                all.push(Asked { place, ..asked });
            }
        }
    }
    Ok(all)
}

/// What is asked of the institution of one case.
fn asked_of(case: &Case<'_>) -> Result<Vec<Asked>, WordingError> {
    let kind = case.profile.setting.kind;
    let in_order = in_order(case);
    let any_by_law = in_order
        .iter()
        .any(|requirement| requirement.duty_of(kind) == Duty::Statutory && !requirement.entry.needs.is_empty());
    let is_meant = |requirement: &Requirement| match requirement.duty_of(kind) {
        Duty::Statutory | Duty::Required => true,
        Duty::Recommended if !any_by_law => SETTINGS.iter().any(|other| requirement.duty_of(*other) == Duty::Statutory),
        _ => false,
    };
    let mut all: Vec<Asked> = Vec::new();
    for requirement in in_order {
        if !is_meant(requirement) || !is_asked_itself(case, requirement)? {
            continue;
        }
        let missing = case.answers.missing(&requirement.entry.needs).into_iter().map(|field| (field, Vec::new()));
        for (field, others) in missing.chain(enough_for_test(case, requirement)?) {
            if !all.iter().any(|known| known.field == field) {
                all.push(Asked { place: field.clone(), field, duty: requirement.duty_of(kind), others });
            }
        }
    }
    Ok(all)
}

/// The requirements in the order in which the documents of a school speak of them, and after them those of which no clause does.
fn in_order<'a>(case: &Case<'a>) -> Vec<&'a Requirement> {
    let catalogue = case.catalogue;
    let clauses = catalogue.outlines.iter().flat_map(|outline| outline.clause_ids());
    let met = clauses.filter_map(|id| catalogue.clauses.get(id)).flat_map(|clause| catalogue.requirements_of(clause));
    let mut order: Vec<&Requirement> = Vec::new();
    for requirement in met.chain(catalogue.requirements.values()) {
        if !order.iter().any(|known| known.id == requirement.id) {
            order.push(requirement);
        }
    }
    order
}

/// Where a requirement has a test that is not passed, the first answer that the test looks at, and the others.
fn enough_for_test(case: &Case<'_>, requirement: &Requirement) -> Result<Option<(String, Vec<String>)>, WordingError> {
    let Some(test) = &requirement.entry.test else { return Ok(None) };
    if case.engine.is_true(&requirement.id, test, &case.context)? {
        return Ok(None);
    }
    let names = test.split(|c: char| !(c.is_ascii_alphanumeric() || matches!(c, '_' | '.')));
    let is_field = |name: &&str| field_kind(name).is_some_and(|kind| kind != FieldKind::Other);
    let mut fields = names.filter(is_field).map(str::to_owned);
    Ok(fields.next().map(|first| (first, fields.collect())))
}
