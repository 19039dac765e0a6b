//! A requirement: what the law, the guidance or good practice asks, and how strongly of whom.
//!
//! In: `requirements/*.yaml` of a pack. Out: [`Requirement`]s with a duty for each of the twelve settings.
//! A requirement never names a clause; clauses name the requirements they meet.

use std::collections::BTreeMap;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::law::{SETTINGS, Setting, SettingGroup};

/// How strongly a requirement binds a setting.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Duty {
    /// It does not concern this setting at all.
    NotApplicable,
    /// May be done.
    Optional,
    /// Should be done: guidance to which regard is had, or good practice.
    Recommended,
    /// Must be done because the school's own hub or trust says so in its pack.
    Required,
    /// Must be done: by statute, by regulation, or through the funding agreement that carries it.
    Statutory,
}

impl Duty {
    /// The word for it: `statutory`.
    pub fn word(self) -> &'static str {
        match self {
            Duty::Statutory => "statutory",
            Duty::Required => "required",
            Duty::Recommended => "recommended",
            Duty::Optional => "optional",
            Duty::NotApplicable => "not applicable",
        }
    }

    /// Whether no document is made without it.
    pub fn is_binding(self) -> bool {
        self >= Duty::Required
    }
}

/// How sure the catalogue is of what it says about the law.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Certainty {
    /// Read in the source or beyond doubt.
    #[default]
    Sure,
    /// Very probably right; the note says what was not seen.
    FairlySure,
    /// Not settled; the note says why.
    Unsure,
}

/// One file of `requirements/`.
#[derive(Clone, Debug, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct RequirementFile {
    /// The act, regulation or guidance.
    pub source: String,
    /// What the source is called in a sentence, where its title is no name for it: "the hub guide".
    #[serde(default)]
    pub called: Option<String>,
    /// Where it can be read.
    #[serde(default)]
    pub url: Option<String>,
    /// Which edition or amendment was read.
    #[serde(default)]
    pub edition: Option<String>,
    /// The duty of every requirement here that has none of its own: by setting, group of settings, or `all`.
    #[serde(default)]
    pub duty: BTreeMap<String, Duty>,
    /// How the duty reaches a setting that the source does not name.
    #[serde(default)]
    pub through: BTreeMap<String, String>,
    /// The requirements by their keys.
    pub requirements: BTreeMap<String, RequirementEntry>,
}

/// One requirement as it stands in its file.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct RequirementEntry {
    /// What is asked, in one plain sentence.
    pub asks: String,
    /// The exact place in the source: "s.42B(5)(a)".
    #[serde(default)]
    pub cites: Option<String>,
    /// What the institution is told when the requirement is not met.
    #[serde(default)]
    pub gap: Option<String>,
    /// The duty by setting, group of settings, or `all`.
    #[serde(default)]
    pub duty: BTreeMap<String, Duty>,
    /// How the duty reaches a setting that the source does not name.
    #[serde(default)]
    pub through: BTreeMap<String, String>,
    /// The answers of the profile without which it is not met.
    #[serde(default)]
    pub needs: Vec<String>,
    /// Asked only where this is true.
    #[serde(default)]
    pub when: Option<String>,
    /// Met only where this is true.
    #[serde(default)]
    pub test: Option<String>,
    /// What to do when the test fails.
    #[serde(default)]
    pub help: Option<String>,
    /// What it is about, in a few words.
    #[serde(default)]
    pub subject: Option<String>,
    /// The number that the program holds answers to: the most months to a review, the lowest level of a qualification.
    #[serde(default)]
    pub limit: Option<u8>,
    /// The items of the hub guide that it carries.
    #[serde(default)]
    pub guide: Option<GuideItems>,
    /// The items of the provider access statement that it carries: P01 to P34.
    #[serde(default)]
    pub statement: Vec<String>,
    /// How sure this is.
    #[serde(default)]
    pub certainty: Certainty,
    /// The settings and groups for which it is sure all the same.
    #[serde(default)]
    pub sure_for: Vec<String>,
    /// Why it is not sure, or what else an officer should know.
    #[serde(default)]
    pub note: Option<String>,
}

/// Items of the hub guide, with the colour they have there.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct GuideItems {
    /// The numbers of the items, 1 to 143.
    pub items: Vec<u16>,
    /// The colour in the guide: where the item came from, never its duty.
    pub colour: Colour,
    /// How sure the reading of the colour is.
    pub confidence: Confidence,
}

/// A colour of the hub guide.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Colour {
    /// Statutory.
    Red,
    /// Highly recommended.
    Green,
    /// An example.
    Blue,
    /// Commentary to the author.
    Black,
}

/// How sure a reading is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Confidence {
    /// High.
    High,
    /// Medium.
    Medium,
    /// Low.
    Low,
}

/// A requirement with all that its file says about it.
#[derive(Clone, Debug, PartialEq)]
pub struct Requirement {
    /// Its id: the file's name and its key, `education-act-42b/procedure`.
    pub id: String,
    /// The name of the pack that added it, or changed it last.
    pub pack: String,
    /// The act, regulation or guidance.
    pub source: String,
    /// What the source is called in a sentence.
    pub called: String,
    /// Where the source can be read.
    pub url: Option<String>,
    /// Which edition was read.
    pub edition: Option<String>,
    /// The duty of each of the twelve settings.
    pub duty: BTreeMap<Setting, Duty>,
    /// How the duty reaches a setting that the source does not name.
    pub through: BTreeMap<Setting, String>,
    /// All else.
    pub entry: RequirementEntry,
}

impl Requirement {
    /// Puts a requirement together from its file; the error lists the settings that have no duty and the names that
    /// are no setting.
    pub fn new(stem: &str, key: &str, file: &RequirementFile) -> Result<Requirement, Vec<String>> {
        let Some(entry) = file.requirements.get(key) else { return Err(vec![format!("there is no `{key}`")]) };
        let stated = if entry.duty.is_empty() { &file.duty } else { &entry.duty };
        let mut troubles = Vec::new();
        let duty = by_setting(stated, &mut troubles);
        let mut through = by_setting(&file.through, &mut troubles);
        through.extend(by_setting(&entry.through, &mut troubles));
        for setting in SETTINGS {
            if !duty.contains_key(&setting) {
                troubles.push(format!("the duty of {} is not given", setting.id()));
            }
        }
        if !troubles.is_empty() {
            return Err(troubles);
        }
        Ok(Requirement {
            id: format!("{stem}/{key}"),
            pack: String::new(),
            source: file.source.clone(),
            called: file.called.as_ref().unwrap_or(&file.source).clone(),
            url: file.url.clone(),
            edition: file.edition.clone(),
            duty,
            through,
            entry: entry.clone(),
        })
    }

    /// The duty of a setting.
    pub fn duty_of(&self, setting: Setting) -> Duty {
        self.duty.get(&setting).copied().unwrap_or(Duty::NotApplicable)
    }

    /// The kinds of institution whose duty is listed: every setting, and a trust only where something is asked of trusts themselves. What
    /// a trust's academies owe is listed under the academies.
    pub fn kinds(&self) -> impl Iterator<Item = Setting> {
        let of_trusts = self.duty_of(Setting::MultiAcademyTrust) != Duty::NotApplicable;
        Setting::kinds().filter(move |kind| of_trusts || *kind != Setting::MultiAcademyTrust)
    }

    /// How sure the requirement is for a setting.
    pub fn certainty_for(&self, setting: Setting) -> Certainty {
        let names = |name: &String| {
            Setting::from_id(name) == Some(setting)
                || SettingGroup::from_id(name).is_some_and(|group| group.settings().contains(&setting))
        };
        if self.entry.sure_for.iter().any(names) { Certainty::Sure } else { self.entry.certainty }
    }

    /// What the institution is told when the requirement is not met. Without words of its own, what is asked is named as what it is: a wish.
    pub fn gap_in_words(&self) -> String {
        self.entry.gap.clone().unwrap_or_else(|| format!("not met yet: {}", self.entry.asks.trim()))
    }

    /// The act, or the whole source where it is none: "Education Act 1997".
    fn act(&self) -> &str {
        let act = self.source.split(", section ").next().and_then(|act| act.split(", Schedule ").next());
        act.unwrap_or(&self.source)
    }

    /// The law as it is cited: "Education Act 1997, s.42B(5)(a)". An exact place takes the place of the section in the source.
    pub fn citation(&self) -> String {
        let Some(place) = &self.entry.cites else { return self.source.clone() };
        let is_of_act = ["s.", "ss.", "Sch."].iter().any(|unit| place.starts_with(unit));
        format!("{}, {place}", if is_of_act { self.act() } else { &self.source })
    }
}

/// Spreads values given by setting, group or `all` over the settings; the narrower name wins.
pub(super) fn by_setting<T: Clone>(stated: &BTreeMap<String, T>, troubles: &mut Vec<String>) -> BTreeMap<Setting, T> {
    let mut spread = BTreeMap::new();
    let mut narrower: Vec<(&String, &T)> = Vec::new();
    if let Some(value) = stated.get("all") {
        spread.extend(SETTINGS.map(|setting| (setting, value.clone())));
    }
    for (name, value) in stated {
        match (SettingGroup::from_id(name), Setting::from_id(name)) {
            (Some(SettingGroup::All), _) => {}
            (Some(group), _) => spread.extend(group.settings().iter().map(|setting| (*setting, value.clone()))),
            (None, Some(_)) => narrower.push((name, value)),
            (None, None) => troubles.push(format!("`{name}` is neither a setting nor a group of settings")),
        }
    }
    for (name, value) in narrower {
        spread.extend(Setting::from_id(name).map(|setting| (setting, value.clone())));
    }
    spread
}

#[cfg(test)]
mod tests {
    use super::{Duty, by_setting};
    use crate::law::Setting;

    #[test]
    fn a_single_setting_wins_over_its_group_and_a_group_over_all() {
        let stated = [
            ("academy".to_owned(), Duty::Optional),
            ("all".to_owned(), Duty::NotApplicable),
            ("state_schools".to_owned(), Duty::Statutory),
        ];
        let mut troubles = Vec::new();
        let duty = by_setting(&stated.into(), &mut troubles);
        assert_eq!(duty[&Setting::Academy], Duty::Optional);
        assert_eq!(duty[&Setting::PupilReferralUnit], Duty::Statutory);
        assert_eq!(duty[&Setting::FeCollege], Duty::NotApplicable);
        assert!(troubles.is_empty());
    }
}
