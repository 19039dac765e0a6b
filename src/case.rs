//! One profile held against one catalogue: what every check and every draft looks at.
//!
//! In: a profile, a catalogue with its engine, today's date. Out: a [`Case`] with the answers and the values worked out once.
//!
//! The case of a trust holds those of its schools: what the law asks of a trust's policy is what it asks of any of them.

use crate::catalogue::{Catalogue, Duty, Edition, Requirement};
use crate::finding::{Code, Finding};
use crate::law::{Date, Setting};
use crate::profile::{Answers, Profile};
use crate::text::{Sources, sha256};
use crate::theme::Tokens;
use crate::words::{Context, Engine, WordingError};

/// One profile held against one catalogue.
pub struct Case<'a> {
    /// The profile.
    pub profile: &'a Profile,
    /// The catalogue.
    pub catalogue: &'a Catalogue,
    /// The engine that knows the catalogue's clauses.
    pub engine: &'a Engine,
    /// Today, as the caller says.
    pub today: Date,
    /// The values of the theme with the profile's brand laid over them.
    pub tokens: Tokens,
    /// Which answers have been given.
    pub answers: Answers,
    /// The values for wording and conditions.
    pub context: Context,
    /// The cases of a trust's schools.
    pub schools: Vec<Case<'a>>,
}

impl<'a> Case<'a> {
    /// Holds a profile against a catalogue.
    pub fn new(profile: &'a Profile, catalogue: &'a Catalogue, engine: &'a Engine, today: Date) -> Case<'a> {
        let edition = edition_of(profile, catalogue);
        let terms = catalogue.terms.get(&profile.setting.kind).cloned().unwrap_or_default();
        let context = Context::new(profile, &terms, edition);
        let tokens = catalogue.theme.tokens.with_brand(&profile.brand);
        Case { profile, catalogue, engine, today, tokens, answers: Answers::of(profile), context, schools: Vec::new() }
    }

    /// The case of a trust with these schools; that of anybody else as it is.
    #[must_use]
    pub fn with_schools(mut self, profiles: impl IntoIterator<Item = &'a Profile>) -> Case<'a> {
        if !self.is_trust() {
            return self;
        }
        let case_of = |profile| Case::new(profile, self.catalogue, self.engine, self.today);
        self.schools = profiles.into_iter().map(case_of).collect();
        let schools: Vec<(&Profile, &Context)> =
            self.schools.iter().map(|school| (school.profile, &school.context)).collect();
        self.context = self.context.with_schools(&schools, edition_of(self.profile, self.catalogue));
        self
    }

    /// Whether it is the case of a trust.
    pub fn is_trust(&self) -> bool {
        self.profile.setting.kind == Setting::MultiAcademyTrust
    }

    /// The strongest duty that the requirement lays on the institution, or on any of a trust's schools.
    pub fn duty_of(&self, requirement: &Requirement) -> Duty {
        let own = requirement.duty_of(self.profile.setting.kind);
        self.schools.iter().map(|school| school.duty_of(requirement)).fold(own, Duty::max)
    }

    /// The fingerprint of the answers: of a trust's, with its schools'.
    pub fn fingerprint(&self) -> String {
        let own = self.profile.fingerprint();
        if self.schools.is_empty() {
            return own;
        }
        let all: String = self.schools.iter().map(Case::fingerprint).fold(own, |all, school| all + &school);
        sha256(all.as_bytes())
    }
}

/// The edition of the guidance that a profile cites, if the catalogue knows it.
fn edition_of<'a>(profile: &Profile, catalogue: &'a Catalogue) -> Option<&'a Edition> {
    profile.policy.guidance_edition.and_then(|day| catalogue.editions.guidance_of(day))
}

/// An engine that knows all clauses of a catalogue.
///
/// # Errors
/// A finding for each clause whose wording cannot be read.
pub fn engine_for(catalogue: &Catalogue, sources: &Sources) -> Result<Engine, Vec<Finding>> {
    let mut engine = Engine::new();
    let clauses = catalogue.clauses.values().map(|clause| (&clause.id, &clause.wording));
    let findings: Vec<Finding> = clauses
        .chain(&catalogue.partials)
        .filter_map(|(id, wording)| {
            engine.add(id, wording).err().map(|error| catalogue_finding(catalogue, &error, sources))
        })
        .collect();
    if findings.is_empty() { Ok(engine) } else { Err(findings) }
}

/// The same finding as [`wording_finding`], placed in the pack's own file. `sources` are those that the catalogue was read with.
pub fn catalogue_finding(catalogue: &Catalogue, error: &WordingError, sources: &Sources) -> Finding {
    let finding = wording_finding(error);
    let finding = Finding { notes: vec![error.message.clone()], ..finding };
    catalogue.placed(finding, &error.template, Some(error.line), sources)
}

/// The finding for wording that could not be read or run.
pub fn wording_finding(error: &WordingError) -> Finding {
    Finding::error(Code::CP306, format!("the wording of `{}` cannot be used", error.template))
        .with_note(format!("line {} of the wording: {}", error.line, error.message))
        .for_clause(error.template.clone())
}
