//! Holds a profile against the register: what the register has otherwise, field by field, and the profile's text with it.
//!
//! In: a profile that was taken in, the register. Out: [`Refreshed`], or why nothing can be said. The kind of institution is told and never put in
//! place, for the law hangs on it. What the profile says and the register does not stays.

use serde_json::Value;

use super::alike::alike;
use super::laid::{Differs, differing, laid_over};
use crate::job::intake::Intake;
use crate::job::library::Library;
use crate::job::new::{Begun, entry_answers};
use crate::job::rewritten::Rewritten;
use crate::law::Date;
use crate::register::{Ours, Register, Standing, kind_of, standing, urn_of};

/// What the register has otherwise than a profile. Nothing is written yet.
#[derive(Debug)]
pub struct Refreshed {
    /// The answers that differ.
    pub differs: Vec<Differs>,
    /// What has to be told of the school, in sentences.
    pub told: Vec<String>,
    /// The profile's text with the register's answers, where any differ.
    pub text: Option<Rewritten>,
}

/// Why a profile cannot be held against the register.
#[derive(Debug, PartialEq, Eq)]
pub enum Unrefreshed {
    /// It cannot be read; its findings say why.
    Unread,
    /// Why, in a sentence.
    Refused(String),
}

/// The number of the school that a profile is for, if it says one.
pub fn urn_in(intake: &Intake) -> Option<u32> {
    urn_of(intake.profile()?.setting.urn.as_ref()?)
}

/// Works out what the register has otherwise than a profile.
///
/// # Errors
/// Why that cannot be said.
pub fn refresh_profile(
    intake: &Intake,
    register: &Register,
    library: &Library,
    today: Date,
) -> Result<Refreshed, Unrefreshed> {
    let institution = intake.institution.as_ref().ok_or(Unrefreshed::Unread)?;
    let refused = |why: String| Unrefreshed::Refused(why);
    let urn = urn_in(intake).ok_or_else(|| {
        refused(
            "it has no `setting.urn`, by which a school is found in the register; write its six digits there"
                .to_owned(),
        )
    })?;
    let entry = register.entry(urn).map_err(|why| refused(why.to_string()))?;
    let mut told = Vec::new();
    match standing(entry, register.successors(urn)) {
        Standing::Open => {}
        Standing::Told(sentence) => told.push(sentence),
        // What the register has of a closed school is its past.
        Standing::Closed(sentence) => return Err(refused(sentence)),
    }
    let kind = institution.profile.setting.kind;
    if let Ours::Is(theirs) | Ours::Likely(theirs, _) = kind_of(entry)
        && theirs != kind
    {
        let name = entry.kind_name.as_deref().unwrap_or_default();
        told.push(format!(
            "the register has it as {} ({name}), and `setting.type` says {}: other law may bind it, so change that line yourself",
            theirs.with_article(),
            kind.with_article()
        ));
    }
    let begun = Begun::of(kind);
    let mut answers: Vec<(&'static str, Value)> = Vec::new();
    for (field, answer) in entry_answers(kind, entry) {
        match begun.value(field, &answer, library, today) {
            Ok(value) => answers.push((field, value)),
            Err(why) => told.push(format!("`{field}` was left out, for the register has \"{answer}\": {why}")),
        }
    }
    let differs = differing(intake, institution, &answers, alike);
    answers.retain(|(field, _)| differs.iter().any(|differs| differs.field == *field));
    let text = match answers.is_empty() {
        true => None,
        false => Some(laid_over(&intake.path, intake, institution, &answers).map_err(refused)?),
    };
    Ok(Refreshed { differs, told, text })
}
