//! What is left over in a text that was meant to be replaced.
//!
//! In: `placeholders.yaml` of the built-in pack; a text. Out: [`Placeholders`], and the first that stands in the text.
//!
//! Not here: in which texts they are looked for: a school's answers (`check`), and the wording of packs (`load`).

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::text::{Letters, find_words};

/// What `placeholders.yaml` holds.
#[derive(Clone, Debug, Default, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Placeholders {
    /// Words that stand for something still to come, by themselves: "TBC".
    pub marks: Vec<String>,
    /// Words of templates and of word processors: "delete as appropriate".
    pub phrases: Vec<String>,
    /// Words of which one at least stands in brackets that wait to be filled, in small letters.
    pub slot_words: Vec<String>,
    /// The fields that name somebody, a body or a place, by the last part of their names.
    pub name_fields: Vec<String>,
    /// What stands there and names nobody.
    pub not_names: Vec<String>,
    /// Words by which a team or a body is told from two people, in small letters.
    pub words_of_bodies: Vec<String>,
}

impl Placeholders {
    /// Whether one of the words stands in brackets that wait to be filled.
    pub fn has_slot_word(&self, words: &str) -> bool {
        let mut words = words.split(|c: char| !c.is_alphanumeric()).map(str::to_lowercase);
        words.any(|word| self.slot_words.contains(&word))
    }

    /// The marks that stand for something still to come in these texts: without those that one of them spells out as a name.
    pub fn marks_in<'a>(&self, texts: impl Iterator<Item = &'a str> + Clone) -> Vec<&str> {
        let is_name = |mark: &&String| texts.clone().any(|text| spells_out(text, mark));
        self.marks.iter().filter(|mark| !is_name(mark)).map(String::as_str).collect()
    }

    /// The first placeholder in a text, as it stands there. `marks` are those that are no names in what it belongs to.
    pub fn left_in<'a>(&self, text: &'a str, marks: &[&str]) -> Option<&'a str> {
        text.split_whitespace()
            .find_map(|token| mark(token, marks))
            .or_else(|| {
                self.phrases.iter().find_map(|phrase| find_words(text, phrase, Letters::Any)).map(|range| &text[range])
            })
            .or_else(|| insert(text, self))
            .or_else(|| slot(text, self, ['[', ']']))
            .or_else(|| slot(text, self, ['<', '>']))
    }
}

/// A mark in one word of a text: `TBC`, `XXX`, `???`, `____`, `{{name}}`. Addresses are left alone.
fn mark<'a>(token: &'a str, marks: &[&str]) -> Option<&'a str> {
    if token.contains('@') || token.contains("://") || token.starts_with("www.") {
        return None;
    }
    let asked = token.trim_matches(|c: char| !c.is_alphanumeric() && c != '?');
    if (asked.len() >= 3 && asked.chars().all(|c| c == '?')) || token.contains("____") || token.contains("{{") {
        return Some(token);
    }
    token.split(|c: char| !c.is_alphanumeric()).find(|word| {
        let one_case = word.chars().all(char::is_uppercase) || word.chars().all(char::is_lowercase);
        let known = marks.iter().any(|mark| mark.eq_ignore_ascii_case(word));
        let crosses = word.len() >= 3 && word.chars().all(|c| matches!(c, 'x' | 'X'));
        one_case && (known || crosses)
    })
}

/// "insert the link here", or a whole answer that is an order to insert something.
fn insert<'a>(text: &'a str, words: &Placeholders) -> Option<&'a str> {
    const LONGEST: usize = 4;
    let from = find_words(text, "insert", Letters::Any)?.start;
    let sentence = text[from..].split_inclusive(['.', ';', '\n']).next().unwrap_or_default();
    let spoken: Vec<&str> = sentence.split_whitespace().collect();
    let here = spoken
        .iter()
        .take(LONGEST + 2)
        .any(|word| word.trim_matches(|c: char| !c.is_alphanumeric()).eq_ignore_ascii_case("here"));
    let order = from == 0
        && spoken.len() <= LONGEST
        && sentence.len() == text.len()
        && words.has_slot_word(&text["insert".len()..]);
    (here || order).then(|| sentence.trim_end())
}

/// Words in brackets that name what belongs there: `[school name]`, `<name of school>`. Links, comments in a quotation
/// ("[the school] changed me") and comparisons are left alone.
fn slot<'a>(text: &'a str, words: &Placeholders, [open, close]: [char; 2]) -> Option<&'a str> {
    const LONGEST: usize = 60;
    text.match_indices(open).find_map(|(at, _)| {
        let behind = &text[at + 1..];
        let (length, _) = behind.char_indices().take(LONGEST + 1).find(|(_, c)| *c == close)?;
        let inside = &behind[..length];
        let end = at + inside.len() + 2;
        // `[name]: https://…` at the beginning of a line is the address of a link.
        let opens_line = || text[..at].rsplit('\n').next().is_some_and(|before| before.trim().is_empty());
        let leads_away = || text[end..].lines().next().is_some_and(|rest| rest.contains('/'));
        let address = text[end..].starts_with(':') && opens_line() && leads_away();
        let link = open == '[' && (address || text[end..].starts_with(['(', '[']));
        let first = inside.split_whitespace().next().unwrap_or_default().to_lowercase();
        let quoted = open == '[' && ["the", "this", "our", "their", "his", "her", "my", "a"].contains(&first.as_str());
        let plain = inside.len() <= LONGEST
            && inside.starts_with(char::is_alphabetic)
            && !inside.contains(['\n', '@', ':', '=', open])
            && !inside.contains("//");
        (plain && !link && !quoted && words.has_slot_word(inside)).then(|| &text[at..end])
    })
}

/// Whether a text spells the mark out as somebody's name: the words before `(TBC)` begin with its letters.
fn spells_out(text: &str, mark: &str) -> bool {
    text.match_indices(&format!("({mark})")).any(|(at, _)| {
        let initials: Vec<char> =
            text[..at].split_whitespace().rev().take(mark.len()).filter_map(|word| word.chars().next()).collect();
        initials.iter().rev().copied().eq(mark.chars())
    })
}

#[cfg(test)]
mod tests {
    use super::spells_out;
    use crate::catalogue::Catalogue;
    use crate::text::Sources;

    /// The placeholder in a text of a profile in which no mark is a name.
    fn placeholder(text: &str) -> Option<&str> {
        let words = Catalogue::base(&mut Sources::default()).unwrap().placeholders;
        let marks: Vec<&str> = words.marks.iter().map(String::as_str).collect();
        words.left_in(text, &marks)
    }

    #[test]
    fn what_was_left_over_from_a_template_is_found() {
        for (text, found) in [
            ("Room TBC, 9am", "TBC"),
            ("Dates: tbc", "tbc"),
            ("Call XXXX for details", "XXXX"),
            ("Who? ???", "???"),
            ("Signed ______", "______"),
            ("Welcome to {{school}}", "{{school}}"),
            ("Lorem ipsum dolor sit amet", "Lorem ipsum"),
            ("Governors/trustees (delete as appropriate) approve", "delete as appropriate"),
            ("Please insert the link here.", "insert the link here."),
            ("Insert school name", "Insert school name"),
            ("Pupils of [school name] visit", "[school name]"),
            ("At [INSERT NAME] we", "[INSERT NAME]"),
            ("At <name of school> we", "<name of school>"),
            ("Whom to ask at [school name]: the office", "[school name]"),
            ("[School name]: the office", "[School name]"),
            ("Click or tap here to enter text.", "Click or tap"),
        ] {
            assert_eq!(placeholder(text), Some(found), "{text}");
        }
    }

    #[test]
    fn what_somebody_may_well_mean_is_left_alone() {
        for text in [
            "Pupils insert links in their portfolios, and then they present them.",
            "Insert yourself in the working world: a morning with employers",
            "Read the [name of the page](https://www.oakfield.example/name)",
            "[our school]: https://www.oakfield.example/school",
            "\"[The school] changed what I thought I could do.\"",
            "Pupils aged <16 and >14",
            "What next??",
            "Write to tbc@oakfield.example or see https://www.oakfield.example/tbc",
            "A text by [Ada]",
            "Click here to read our policy",
            "Xx marks, taxes and Maxx",
        ] {
            assert_eq!(placeholder(text), None, "{text}");
        }
    }

    #[test]
    fn letters_that_are_spelt_out_as_a_name_are_a_name() {
        assert!(spells_out("Mentors from Thornleigh Business Circle (TBC)", "TBC"));
        assert!(!spells_out("The date of the fair (TBC)", "TBC"));
        let words = Catalogue::base(&mut Sources::default()).unwrap().placeholders;
        assert_eq!(words.left_in("Interviews with the TBC", &["TBA"]), None);
    }
}
