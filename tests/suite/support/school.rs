//! A school to try things on: a starter profile, changed as a test needs it, checked and drafted on 1 September 2026.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::sync::{Mutex, OnceLock};

use careers_policy::case::Case;
use careers_policy::catalogue::Form;
use careers_policy::check::{Printed, check};
use careers_policy::doc::Document;
use careers_policy::draft::{draft, draft_all, is_due};
use careers_policy::finding::{Finding, Severity};
use careers_policy::job::{
    Documents, Intake, Library, MakeOptions, Outcome, Packing, check_intake, find_profiles, profile_name,
};
use careers_policy::law::{Date, Setting, YearGroups};
use careers_policy::picture::draw_all;
use careers_policy::profile::{Profile, read_profile, read_schools};
use careers_policy::text::Sources;
#[cfg(feature = "pdf")]
use careers_policy::write::PdfWriter;
use careers_policy::write::{Format, write_markdown};
use serde_json::Value;

/// The catalogue and its engine, loaded once for all tests.
pub(crate) fn library() -> &'static Library {
    static LIBRARY: OnceLock<Library> = OnceLock::new();
    LIBRARY.get_or_init(|| Library::built_in(&[]).unwrap_or_else(|unloadable| panic!("{:#?}", unloadable.findings)))
}

/// What is found on the profile in a file, with the built-in catalogue whatever packs it names.
pub(crate) fn checked(path: &Path) -> Outcome {
    let intake = Intake::read(path).unwrap();
    let findings = check_intake(&intake, library(), today());
    Outcome { intake, findings, documents: Documents::NotWritten }
}

/// The day on which all tests take place.
pub(crate) fn today() -> Date {
    "2026-09-01".parse().unwrap()
}

/// Documents of these formats for publication, without review copies.
pub(crate) fn make_options(formats: &[Format]) -> MakeOptions {
    MakeOptions { formats: formats.to_vec(), draft: false, review: false, packing: Packing::default(), today: today() }
}

/// The path of a file of the repository.
pub(crate) fn repository(path: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join(path)
}

/// The starter profiles that stand for an institution or a whole trust, by their file names.
pub(crate) fn starters() -> Vec<String> {
    find_profiles(&[repository("profiles")]).unwrap().iter().map(|path| profile_name(path)).collect()
}

/// The PDF writer, with its fonts loaded once for all tests.
#[cfg(feature = "pdf")]
pub(crate) fn pdf_writer() -> &'static PdfWriter {
    static WRITER: OnceLock<PdfWriter> = OnceLock::new();
    WRITER.get_or_init(|| PdfWriter::new(&library().catalogue.theme).unwrap())
}

/// The starters that were read.
static READ: Mutex<BTreeMap<String, School>> = Mutex::new(BTreeMap::new());
/// What was found on them as they stand on the day of the tests.
static FOUND: Mutex<BTreeMap<String, Vec<Finding>>> = Mutex::new(BTreeMap::new());
/// Their documents by their names and ids.
static DRAFTED: Mutex<BTreeMap<(String, String), Document>> = Mutex::new(BTreeMap::new());

/// What was made before under a key, or what is made now and kept for the next test. Two tests may make it at once, and make the same.
fn kept<K: Ord, V: Clone>(known: &Mutex<BTreeMap<K, V>>, key: K, make: impl FnOnce() -> V) -> V {
    if let Some(value) = known.lock().unwrap().get(&key) {
        return value.clone();
    }
    let value = make();
    known.lock().unwrap().insert(key, value.clone());
    value
}

/// A profile under test.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct School {
    pub(crate) profile: Profile,
    /// The schools of a trust.
    pub(crate) members: Vec<Profile>,
}

impl School {
    /// The school of a starter profile.
    pub(crate) fn starter(name: &str) -> School {
        READ.lock().unwrap().entry(name.to_owned()).or_insert_with(|| School::read(name)).clone()
    }

    fn read(name: &str) -> School {
        let path = repository(&format!("profiles/{name}.yaml"));
        let mut sources = Sources::default();
        let read = read_profile(&path, &mut sources).unwrap_or_else(|unread| panic!("{name}: {unread:#?}"));
        let mut profile = read.value;
        let (members, findings) = read_schools(&mut profile, &read.index, &mut sources).unwrap();
        assert_eq!(findings, [], "{name}");
        School { profile, members: members.into_iter().map(|member| member.profile).collect() }
    }

    /// A full profile of that setting whose own words name no year, no learners and no body, so that all such words are ours.
    pub(crate) fn plain(setting: Setting, years: YearGroups) -> School {
        fn plain_words(value: &mut Value) {
            match value {
                Value::String(words) if !words.starts_with("http") && words.contains(' ') => {
                    *words = "words of our own".into();
                }
                Value::Array(items) => items.iter_mut().for_each(plain_words),
                Value::Object(fields) => fields.values_mut().for_each(plain_words),
                _ => {}
            }
        }
        let mut school = School::starter("oakfield-academy");
        let mut answers = serde_json::to_value(&school.profile).unwrap();
        plain_words(&mut answers);
        school.profile = serde_json::from_value(answers).unwrap();
        let profile = &mut school.profile;
        (profile.setting.kind, profile.setting.learner_term, profile.governance.body) = (setting, None, None);
        let keep = |of: &YearGroups| YearGroups::new(of.iter().filter(|year| years.contains(*year)));
        profile.programme.activities.iter_mut().for_each(|activity| activity.year_groups = keep(&activity.year_groups));
        let access = &mut profile.provider_access;
        access
            .opportunities
            .iter_mut()
            .for_each(|opportunity| opportunity.year_groups = keep(&opportunity.year_groups));
        access.encounters.iter_mut().for_each(|encounter| encounter.year_groups = keep(&encounter.year_groups));
        access.encounters.retain(|encounter| !encounter.year_groups.is_empty());
        profile.programme.outcomes.retain(|outcome| outcome.year_group.is_some_and(|year| years.contains(year)));
        profile.own_sections.clear();
        profile.setting.year_groups = years;
        school
    }

    /// The schools of a trust, each by itself.
    pub(crate) fn members(&self) -> impl Iterator<Item = School> {
        self.members.iter().map(|profile| School { profile: profile.clone(), members: Vec::new() })
    }

    /// The same school with something changed.
    pub(crate) fn with(mut self, change: impl FnOnce(&mut Profile)) -> School {
        change(&mut self.profile);
        self
    }

    /// The school held against the catalogue; a trust with its schools.
    pub(crate) fn case(&self) -> Case<'_> {
        let library = library();
        let case = |profile| Case::new(profile, &library.catalogue, &library.engine, today());
        case(&self.profile).with_schools(self.members.iter().map(case))
    }

    /// The name of the starter that it is, if nothing in it was changed.
    fn starter_name(&self) -> Option<String> {
        let read = READ.lock().unwrap();
        read.iter().find(|(_, school)| *school == self).map(|(name, _)| name.clone())
    }

    /// Everything that is found on it.
    pub(crate) fn findings(&self) -> Vec<Finding> {
        match self.starter_name() {
            Some(name) => kept(&FOUND, name, || self.findings_on(today())),
            None => self.findings_on(today()),
        }
    }

    /// Everything that is found on it on another day.
    pub(crate) fn findings_on(&self, today: Date) -> Vec<Finding> {
        let mut case = self.case();
        case.today = today;
        let drafts: Vec<_> = case.publications().iter().map(|publication| draft_all(publication.case)).collect();
        check(&case, &drafts[0], &Printed::of(&drafts), &[])
    }

    /// The codes of what is found at a severity.
    pub(crate) fn codes(&self, severity: Severity) -> Vec<&'static str> {
        self.findings().iter().filter(|finding| finding.severity == severity).map(|finding| finding.code.id()).collect()
    }

    /// One of its documents.
    pub(crate) fn document(&self, id: &str) -> Document {
        match self.starter_name() {
            Some(name) => kept(&DRAFTED, (name, id.to_owned()), || self.drafted(id)),
            None => self.drafted(id),
        }
    }

    fn drafted(&self, id: &str) -> Document {
        let outline = library().catalogue.outlines.iter().find(|outline| outline.document == id).unwrap();
        draft(&self.case(), outline).unwrap_or_else(|error| panic!("{error}")).document
    }

    /// One of its documents with its pictures drawn.
    pub(crate) fn drawn(&self, id: &str) -> Document {
        let mut document = self.document(id);
        draw_all(&mut document, &library().catalogue.theme);
        document
    }

    /// Whether one of its documents is made at all.
    pub(crate) fn is_due(&self, id: &str) -> bool {
        let outline = library().catalogue.outlines.iter().find(|outline| outline.document == id).unwrap();
        let case = self.case();
        case.outlines().any(|own| own == outline) && is_due(&case, outline).unwrap()
    }

    /// One of its documents as Markdown.
    pub(crate) fn markdown(&self, id: &str) -> String {
        write_markdown(&self.document(id))
    }

    /// The ids of its documents, pieces of a web page left aside.
    pub(crate) fn ids(&self) -> Vec<&'static str> {
        let documents = library().catalogue.outlines.iter().filter(|outline| outline.form == Form::Document);
        documents.map(|outline| outline.document.as_str()).filter(|id| self.is_due(id)).collect()
    }

    /// All its documents as Markdown, one after the other.
    pub(crate) fn both(&self) -> String {
        self.ids().into_iter().map(|id| self.markdown(id)).collect()
    }
}
