//! The kinds of institution in plain words, and which of them somebody means who types a number, a name or a part of one.
//!
//! In: what was typed. Out: the [`Setting`], or those that it could be. What is said of each kind is the comment on its setting, which
//! editors show too.

use super::field::field_choices;
use crate::law::Setting;
use crate::text::suggest;

/// A kind of institution, with what is said of it: "An academy: also free schools, university technical colleges and studio schools."
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Kind {
    /// The kind.
    pub setting: Setting,
    /// One sentence.
    pub said: &'static str,
}

/// Every kind, in the order in which they are listed everywhere.
pub fn kinds() -> Vec<Kind> {
    let said = field_choices("setting.type");
    let of = |setting: Setting| {
        let words = said.iter().find(|(id, _)| *id == setting.id()).map_or(setting.with_article(), |(_, words)| words);
        let end = words.find(". ").map_or(words.len(), |end| end + 1);
        Kind { setting, said: &words[..end] }
    };
    Setting::kinds().map(of).collect()
}

/// The kind that somebody means among some: by its number in their list, its name in a profile, its name in a sentence, the first letters of
/// its name (`PRU`), or words that stand in what is said of it.
///
/// # Errors
/// The kinds that it could be: several, or the nearest, or none.
pub fn kind_named(typed: &str, among: &[Kind]) -> Result<Setting, Vec<Setting>> {
    let name = folded(typed);
    let name = ["a_", "an_", "the_"].into_iter().find_map(|article| name.strip_prefix(article)).unwrap_or(&name);
    if let Some(kind) = name.parse::<usize>().ok().and_then(|number| among.get(number.checked_sub(1)?)) {
        return Ok(kind.setting);
    }
    let settings = || among.iter().map(|kind| kind.setting);
    let spoken = |setting: Setting| folded(setting.without_article());
    let initials =
        |setting: Setting| -> String { setting.id().split('_').filter_map(|word| word.chars().next()).collect() };
    let is_it = |setting: &Setting| {
        setting.id() == name || spoken(*setting) == name || (name.len() > 1 && initials(*setting) == name)
    };
    if let Some(setting) = settings().find(is_it) {
        return Ok(setting);
    }
    let words: Vec<&str> = name.split('_').filter(|word| !matches!(*word, "" | "a" | "an" | "the")).collect();
    let holds = |kind: &&Kind| {
        let all = format!("{}_{}", kind.setting.id(), folded(kind.said));
        let has = |word: &&str| all.split('_').any(|other| other == *word || other.strip_suffix('s') == Some(word));
        !words.is_empty() && words.iter().all(has)
    };
    let could: Vec<Setting> = among.iter().filter(holds).map(|kind| kind.setting).collect();
    match could[..] {
        [only] => Ok(only),
        [] => Err(suggest(name, settings().map(Setting::id)).and_then(Setting::from_id).into_iter().collect()),
        _ => Err(could),
    }
}

/// Words in small letters, with one underscore for whatever stands between them.
fn folded(words: &str) -> String {
    let letters: String = words.to_lowercase().chars().map(|c| if c.is_alphanumeric() { c } else { '_' }).collect();
    letters.split('_').filter(|word| !word.is_empty()).collect::<Vec<_>>().join("_")
}

#[cfg(test)]
mod tests {
    use super::{kind_named, kinds};
    use crate::law::Setting;

    #[test]
    fn every_kind_is_described_and_found_by_its_number_and_its_names() {
        for (kind, number) in kinds().into_iter().zip(1..) {
            assert!(kind.said.ends_with('.') && kind.said.len() > 20, "{}", kind.said);
            for typed in [number.to_string(), kind.setting.id().to_owned(), kind.setting.with_article().to_uppercase()]
            {
                assert_eq!(kind_named(&typed, &kinds()), Ok(kind.setting), "{typed}");
            }
        }
    }

    #[test]
    fn what_people_type_is_understood_or_asked_back() {
        for (typed, meant) in [
            ("  Academy ", Setting::Academy),
            ("3.", Setting::MaintainedSpecialSchool),
            ("PRU", Setting::PupilReferralUnit),
            ("FE", Setting::FeCollege),
            ("sixth form college", Setting::SixthFormCollege),
            ("voluntary school", Setting::MaintainedSchool),
            ("studio school", Setting::Academy),
            ("MAT", Setting::MultiAcademyTrust),
            ("non-maintained", Setting::NonMaintainedSpecialSchool),
        ] {
            assert_eq!(kind_named(typed, &kinds()), Ok(meant), "{typed}");
        }
        assert!(kind_named("free school", &kinds()).is_err_and(|could| could.len() > 1));
        assert_eq!(kind_named("acadmy", &kinds()), Err(vec![Setting::Academy]));
        for nothing in ["", "0", "99", "?", "hospital"] {
            assert_eq!(kind_named(nothing, &kinds()), Err(Vec::new()), "{nothing}");
        }
    }
}
