//! What is known of an institution when its profile is begun. Each answer is held to what the program asks of it when it is given.
//!
//! In: an answer as it was typed. Out: it stands in [`Begun`], as it will be written; or a sentence that says what is wrong with it. It is
//! read by the reader of profiles and looked at by the checks, so that nothing is taken here that is refused later, or the other way about.
//!
//! Not here: the questions (`dialogue`).

use std::path::Path;

use serde_json::Value;

use super::tree::{Answer, Tree};
use crate::check::check_answers;
use crate::finding::{Finding, Severity};
use crate::job::intake::Intake;
use crate::job::library::Library;
use crate::law::{Date, Setting, YearGroups};
use crate::profile::Answers;
use crate::text::sentence;
use crate::yaml::as_yaml;

/// What stands for a name that is not known. A draft shows it, and no finished document is made with it.
pub(super) const NO_NAME: &str = "\"[To complete: the name]\"";

/// What is known so far.
#[derive(Clone, Debug, Default)]
pub struct Begun {
    /// The kind of institution.
    pub setting: Option<Setting>,
    /// The file whose answers it shares, by the way to it from the new file.
    pub extends: Option<String>,
    /// The folder of the pack that it uses, by the way to it from the new file.
    pub pack: Option<String>,
    /// For a school of a trust that has a profile of its own: the file.
    pub file: Option<String>,
    /// The schools of a trust.
    pub schools: Vec<Begun>,
    /// The answers by their fields, as they are written.
    answers: Vec<(&'static str, String)>,
    /// What somebody has to confirm, by the field, with the remark that stands above it in the file.
    confirm: Vec<(&'static str, String)>,
    /// What is said of the answers to be confirmed, at the top of the file.
    opening: Vec<String>,
}

impl Begun {
    /// What is known of an institution of that kind: nothing yet.
    pub fn of(setting: Setting) -> Begun {
        Begun { setting: Some(setting), ..Begun::default() }
    }

    /// A school that has a profile of its own, in this file.
    pub fn in_file(file: &str) -> Begun {
        Begun { file: Some(file.to_owned()), ..Begun::default() }
    }

    /// The answers by their fields, as they are written, with a mark in the place of a name that is not known.
    pub fn written(&self) -> Vec<(&'static str, String)> {
        let name = self.answer("setting.name").is_none().then(|| ("setting.name", NO_NAME.to_owned()));
        name.into_iter().chain(self.answers.iter().cloned()).collect()
    }

    /// An answer as it is written in the profile.
    pub fn answer(&self, field: &str) -> Option<&str> {
        self.answers.iter().find(|(name, _)| *name == field).map(|(_, written)| written.as_str())
    }

    /// The answers by their fields, as they are written.
    pub(super) fn answers(&self) -> impl Iterator<Item = (&'static str, &str)> {
        self.answers.iter().map(|(field, written)| (*field, written.as_str()))
    }

    /// Says that somebody has to confirm an answer, in the words that stand above it in the file.
    pub(super) fn confirm(&mut self, field: &'static str, remark: String) {
        self.confirm.push((field, remark));
    }

    /// The remark on an answer that somebody has to confirm.
    pub(super) fn to_confirm(&self, field: &str) -> Option<&str> {
        self.confirm.iter().find(|(name, _)| *name == field).map(|(_, remark)| remark.as_str())
    }

    /// The fields of the answers that somebody has to confirm.
    pub fn unconfirmed(&self) -> impl Iterator<Item = &'static str> {
        self.confirm.iter().map(|(field, _)| *field)
    }

    /// Says something at the top of the file.
    pub(super) fn open_with(&mut self, line: String) {
        self.opening.push(line);
    }

    /// What is said at the top of the file besides.
    pub(super) fn opening(&self) -> &[String] {
        &self.opening
    }

    /// The institution's name, if it was given.
    pub fn name(&self) -> Option<&str> {
        let written = self.answer("setting.name")?;
        // What had to be written in quotation marks is a name without them.
        Some(written.trim_matches('"'))
    }

    /// Its year groups, if they were given.
    pub fn years(&self) -> Option<YearGroups> {
        YearGroups::parse(self.answer("setting.year_groups")?.trim_matches(['[', ']']))
    }

    /// Whether an answer on the institution is one that its kind can give.
    pub(super) fn has(&self, field: &str) -> bool {
        match field {
            "setting.year_groups" => self.setting.is_none_or(Setting::has_year_groups),
            // The services are for people of 13 and above.
            "setting.publicly_funded" => {
                self.setting.is_some_and(Setting::may_be_funded)
                    && self.years().is_none_or(|years| years.iter().any(|year| year >= 8))
            }
            _ => true,
        }
    }

    /// The field without which not even a draft can be made, if one is not known.
    pub fn lacks(&self) -> Option<&'static str> {
        let setting = self.setting.unwrap_or_default();
        let lacks_years = |begun: &Begun| {
            let has_years = begun.setting.is_some_and(Setting::has_year_groups);
            begun.file.is_none() && has_years && begun.years().is_none()
        };
        if setting == Setting::MultiAcademyTrust && self.schools.is_empty() {
            return Some("schools");
        }
        (lacks_years(self) || self.schools.iter().any(lacks_years)).then_some("year_groups")
    }

    /// Takes an answer. What it was read as is given back where that is not what was typed.
    ///
    /// # Errors
    /// What is wrong with it, in a sentence.
    pub fn take(
        &mut self,
        field: &'static str,
        typed: &str,
        library: &Library,
        today: Date,
    ) -> Result<Option<String>, String> {
        let typed = bare(typed);
        let quoted = Value::from(typed).to_string();
        let value = self.read(field, &quoted, library, today)?;
        let written = match self.read(field, &as_written(&value), library, today) {
            Ok(again) if again == value => as_written(&value),
            _ => quoted,
        };
        let note = note(&value, typed);
        self.answers.retain(|(name, _)| *name != field);
        self.confirm.retain(|(name, _)| *name != field);
        self.answers.push((field, written));
        Ok(note)
    }

    /// What an answer means that somebody typed, as the profile holds it.
    ///
    /// # Errors
    /// What is wrong with it, in a sentence.
    pub(in crate::job) fn value(
        &self,
        field: &str,
        typed: &str,
        library: &Library,
        today: Date,
    ) -> Result<Value, String> {
        self.read(field, &Value::from(bare(typed)).to_string(), library, today)
    }

    /// What the reader makes of an answer in a profile that holds nothing else.
    fn read(&self, field: &str, written: &str, library: &Library, today: Date) -> Result<Value, String> {
        let setting = self.setting.unwrap_or_default();
        let mut tree = Tree::default();
        let mut put = |field: &str, value: &str| tree.put(field, Answer::given(value), &|_| None);
        put(field, written);
        if field != "setting.name" {
            put("setting.name", "A");
        }
        put("setting.type", setting.id());
        let unread =
            |findings: &[Finding]| plain(findings.iter().find(|finding| finding.severity == Severity::Error), field);
        let intake = Intake::of_text(Path::new("profile.yaml"), &tree.text()).map_err(|failure| failure.to_string())?;
        let Some(institution) = &intake.institution else { return Err(unread(&intake.findings)) };
        let found = check_answers(&institution.case(&library.catalogue, &library.engine, today));
        let is_wrong = |finding: &&Finding| finding.severity == Severity::Error && is_about(finding, field);
        if let Some(finding) = found.iter().find(is_wrong) {
            return Err(plain(Some(finding), field));
        }
        let given = Answers::of(&institution.profile);
        if field == "setting.year_groups" {
            return Ok(institution.profile.setting.year_groups.iter().map(Value::from).collect());
        }
        let value = given.given().into_iter().find(|(name, _)| name == field).map(|(_, value)| value.clone());
        value.ok_or_else(|| "Nothing can be read in this.".to_owned())
    }
}

/// What was typed, without the blanks and the quotation marks around it.
fn bare(typed: &str) -> &str {
    let typed = typed.trim();
    let inner = [("\"", "\""), ("'", "'"), ("“", "”")].into_iter().find_map(|(open, close)| {
        typed.strip_prefix(open)?.strip_suffix(close).filter(|inner| !inner.contains(open) && !inner.contains(close))
    });
    inner.unwrap_or(typed).trim()
}

/// A value as it stands in a profile.
fn as_written(value: &Value) -> String {
    match value {
        Value::Array(years) => {
            YearGroups::new(years.iter().filter_map(|year| u8::try_from(year.as_u64()?).ok())).written()
        }
        Value::Bool(true) => "yes".to_owned(),
        Value::Bool(false) => "no".to_owned(),
        other => as_yaml(other),
    }
}

/// What a value was read as, where it is not what was typed.
fn note(value: &Value, typed: &str) -> Option<String> {
    match value {
        Value::Array(years) => {
            let years = YearGroups::new(years.iter().filter_map(|year| u8::try_from(year.as_u64()?).ok()));
            (years.written() != typed).then(|| years.in_words())
        }
        Value::String(words) => (words != typed).then(|| words.clone()),
        _ => None,
    }
}

fn is_about(finding: &Finding, field: &str) -> bool {
    finding.field.as_deref().or_else(|| finding.at.field()) == Some(field)
}

/// A finding on one answer in a sentence or two, for somebody who has just typed it.
fn plain(finding: Option<&Finding>, field: &str) -> String {
    let Some(finding) = finding else { return "This cannot be read.".to_owned() };
    let named = format!("`{field}`");
    // The label says more than the title, which names the field, and the field is known here.
    let what = match &finding.label {
        Some(label) => label.clone(),
        None => finding.title.replace(&format!("{named} are "), "these are ").replace(&named, "this"),
    };
    let key = field.rsplit('.').next().unwrap_or(field);
    let help = finding.help.iter();
    let help = help.map(|help| help.replace(", with the quotation marks", "").replace(&format!("`{key}: "), "`"));
    let sentences = std::iter::once(what).chain(help).map(|words| sentence(&words.replace('`', "")));
    sentences.collect::<Vec<_>>().join(" ")
}
