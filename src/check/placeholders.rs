//! Whether something stands in a profile that was meant to be replaced: `TBC`, `[school name]`, `insert link here`.
//!
//! In: every answer in words, and the catalogue's list of what is left over in such texts. Out: CP401, an error, for the documents print
//! every answer as it stands.
//!
//! An error cannot be accepted, so each mark is one that nobody writes on purpose. A single word in brackets, "insert" or "click
//! here" alone are not; and `TBC` is not a placeholder where the profile spells it out as a name: "Thornleigh Business Circle (TBC)".

use super::own_words::own_words;
use crate::case::Case;
use crate::catalogue::Placeholders;
use crate::finding::{Code, Finding};
use crate::text::{Letters, find_words, range_of};

/// Checks every answer in words.
pub(super) fn check_placeholders(case: &Case<'_>, findings: &mut Vec<Finding>) {
    let words = &case.catalogue.placeholders;
    let texts = own_words(case, &[]);
    let is_name = |mark: &&String| texts.iter().any(|(_, text)| spells_out(text, mark));
    let marks: Vec<&str> = words.marks.iter().filter(|mark| !is_name(mark)).map(String::as_str).collect();
    for (field, text) in &texts {
        if let Some(placeholder) = placeholder(text, words, &marks) {
            let words = range_of(placeholder, text).unwrap_or_default();
            findings.push(
                Finding::error(Code::CP401, format!("a placeholder was left in the text: `{placeholder}`"))
                    .at_words(field, text, words)
                    .with_note("the documents print every answer as it stands")
                    .with_help("write what belongs there, or take it out until you know it"),
            );
        }
    }
}

/// The first placeholder in a text, as it stands there. `marks` are those that are no names in this profile.
fn placeholder<'a>(text: &'a str, words: &Placeholders, marks: &[&str]) -> Option<&'a str> {
    text.split_whitespace()
        .find_map(|token| mark(token, marks))
        .or_else(|| {
            words.phrases.iter().find_map(|phrase| find_words(text, phrase, Letters::Any)).map(|range| &text[range])
        })
        .or_else(|| insert(text, words))
        .or_else(|| slot(text, words, ['[', ']']))
        .or_else(|| slot(text, words, ['<', '>']))
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
        let inside = &text[at + 1..at + 1 + text[at + 1..].find(close)?];
        let end = at + inside.len() + 2;
        let link = open == '[' && text[end..].starts_with(['(', '[', ':']);
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
        super::placeholder(text, &words, &marks)
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
        assert_eq!(super::placeholder("Interviews with the TBC", &words, &["TBA"]), None);
    }
}
