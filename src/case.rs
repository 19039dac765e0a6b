//! One profile held against one catalogue: what every check and every draft looks at.
//!
//! In: a profile, a catalogue with its engine, today's date. Out: a [`Case`] with the answers and the values worked out once, and the
//! [`Publication`]s that follow from it.
//!
//! The case of a trust holds those of its schools: the law asks of a trust's policy whatever it asks of any of them.
//!
//! Not here: reading a profile (`profile`), or the documents themselves (`draft`).

use std::sync::{Arc, OnceLock};

use crate::catalogue::{Catalogue, Duty, Edition, Outline, PublicationKind, Requirement};
use crate::law::{Date, Setting};
use crate::logo::Logo;
use crate::profile::{Answers, Profile};
use crate::text::{sha256, slug};
use crate::theme::Theme;
use crate::words::{Budget, Context, Engine};

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
    /// Which of the catalogue's documents it publishes.
    pub kind: PublicationKind,
    /// The theme with the profile's brand and logo laid over it.
    pub theme: Theme,
    /// Which answers have been given.
    pub answers: Answers,
    /// The values for wording and conditions.
    pub context: Context,
    /// The cases of a trust's schools; none for anybody else.
    pub schools: Vec<Case<'a>>,
    /// The fingerprint of the profile alone, once it has been asked for.
    fingerprint: OnceLock<String>,
}

/// What one institution publishes: a school is one publication, a trust is its own and one for each of its schools.
pub struct Publication<'c, 'a> {
    /// The case that its documents are drafted from.
    pub case: &'c Case<'a>,
    /// What the names of its files begin with: nothing, or the school's name and a hyphen where a trust's file makes them.
    pub prefix: String,
}

impl<'a> Case<'a> {
    /// Holds a profile against a catalogue.
    pub fn new(profile: &'a Profile, catalogue: &'a Catalogue, engine: &'a Engine, today: Date) -> Case<'a> {
        let edition = edition_of(profile, catalogue);
        let terms = catalogue.terms.get(&profile.setting.kind).cloned().unwrap_or_default();
        let kind = match profile.setting.kind {
            Setting::MultiAcademyTrust => PublicationKind::Trust,
            _ => PublicationKind::School,
        };
        Case {
            profile,
            catalogue,
            engine,
            today,
            kind,
            theme: catalogue.theme.with_brand(&profile.brand, None),
            answers: Answers::of(profile),
            context: Context::new(profile, &terms, &catalogue.phrases, edition),
            schools: Vec::new(),
            fingerprint: OnceLock::new(),
        }
    }

    /// The same case with the logo that its profile names.
    #[must_use]
    pub fn with_logo(mut self, logo: Option<&Logo>) -> Case<'a> {
        self.theme.logo = logo.cloned().or(self.theme.logo);
        self
    }

    /// The same case, whose wording runs under this budget.
    #[must_use]
    pub fn with_budget(mut self, budget: &Arc<Budget>) -> Case<'a> {
        self.context = self.context.with_budget(budget);
        self
    }

    /// The case of a trust with these schools. Nobody else has schools, so any other case stays as it is.
    #[must_use]
    pub fn with_schools(mut self, schools: impl IntoIterator<Item = Case<'a>>) -> Case<'a> {
        if self.kind != PublicationKind::Trust {
            return self;
        }
        self.schools = schools.into_iter().collect();
        for school in &mut self.schools {
            school.kind = PublicationKind::SchoolOfTrust;
            if self.profile.describes(&school.profile.setting.name) {
                school.context.describe_in_trusts_file();
            }
        }
        let schools: Vec<(&Profile, &Context)> =
            self.schools.iter().map(|school| (school.profile, &school.context)).collect();
        self.context =
            self.context.with_schools(&schools, &self.catalogue.phrases, edition_of(self.profile, self.catalogue));
        self
    }

    /// The same institution, with its schools, held against another catalogue.
    #[must_use]
    pub fn against<'b>(&'b self, catalogue: &'b Catalogue, engine: &'b Engine) -> Case<'b> {
        let schools = self.schools.iter().map(|school| school.against(catalogue, engine));
        let case = Case::new(self.profile, catalogue, engine, self.today).with_schools(schools);
        Case { kind: self.kind, ..case }
    }

    /// The outlines of the documents that it publishes itself, whether or not their conditions hold.
    pub fn outlines(&self) -> impl Iterator<Item = &'a Outline> + use<'a> {
        self.catalogue.outlines_for(self.kind)
    }

    /// The outline of a document, by the name under which any institution knows it: a trust's takes the place of its schools'.
    pub fn outline_of(&self, document: &str) -> Option<&'a Outline> {
        self.outlines().find(|outline| outline.stands_for() == document)
    }

    /// What the names of its own files begin with where they are to tell whose they are.
    pub fn file_name(&self) -> String {
        let own = file_name(&self.profile.setting.name, 0);
        let is_of_a_school =
            (1..).zip(&self.schools).any(|(number, school)| file_name(&school.profile.setting.name, number) == own);
        if is_of_a_school { format!("{own}-trust") } else { own }
    }

    /// Its own publication, and those of a trust's schools in their order.
    pub fn publications(&self) -> Vec<Publication<'_, 'a>> {
        let own = Publication { case: self, prefix: String::new() };
        let schools = self.schools.iter().enumerate().map(|(index, school)| {
            let name = file_name(&school.profile.setting.name, index + 1);
            Publication { case: school, prefix: format!("{name}-") }
        });
        std::iter::once(own).chain(schools).collect()
    }

    /// The strongest duty that the requirement lays on the institution, or on any of a trust's schools.
    pub fn duty_of(&self, requirement: &Requirement) -> Duty {
        let own = requirement.duty_of(self.profile.setting.kind);
        self.schools.iter().map(|school| school.duty_of(requirement)).fold(own, Duty::max)
    }

    /// The fingerprint of the answers; a trust's covers those of its schools.
    pub fn fingerprint(&self) -> String {
        let own = self.fingerprint.get_or_init(|| self.profile.fingerprint()).clone();
        if self.schools.is_empty() {
            return own;
        }
        let all: String = self.schools.iter().map(Case::fingerprint).fold(own, |all, school| all + &school);
        sha256(all.as_bytes())
    }
}

/// What the names of a school's files begin with; `number` is its place among the trust's schools.
fn file_name(school: &str, number: usize) -> String {
    /// Longer names are cut off: with what follows, a file's name has an end.
    const LONGEST: usize = 80;
    let name: String = slug(school).chars().take(LONGEST).collect();
    // A name in another script has none of the letters that every computer takes.
    if name.is_empty() { format!("school-{number}") } else { name }
}

/// The edition of the guidance that a profile cites, if the catalogue knows it.
fn edition_of<'a>(profile: &Profile, catalogue: &'a Catalogue) -> Option<&'a Edition> {
    profile.policy.guidance_edition.and_then(|day| catalogue.editions.guidance_of(day))
}
