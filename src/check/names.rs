//! Whether those who are named are named, each by themselves.
//!
//! In: the answers that name somebody, a body or a place, and the catalogue's list of what names nobody. Out: CP123, an error, where
//! "Vacancy" or "n/a" stands in the place of a name; CP124, a warning, where the names of two people stand in one answer.
//!
//! Not here: marks such as `TBC`, which are looked for in every answer (`placeholders`), and the form of addresses (`yaml`).

use super::own_words::own_words;
use crate::case::Case;
use crate::finding::{Code, Finding};
use crate::text::misleads;

/// Checks that a name names somebody.
pub(super) fn check_names(case: &Case<'_>, findings: &mut Vec<Finding>) {
    let words = &case.catalogue.placeholders;
    for (field, text) in own_words(case, &["brand"]) {
        if words.name_fields.iter().any(|name| name == last_part(field)) && names_nobody(text, &words.not_names) {
            let help = "write the name; while there is none, name who stands in, or take the entry out. What is the same as another \
                        answer is written again";
            findings.push(
                Finding::error(Code::CP123, format!("\"{}\" stands where a name belongs", text.trim()))
                    .at_field(field)
                    .with_note("the documents would print it as a name")
                    .with_help(help),
            );
        }
    }
}

/// Checks that one name is that of one person.
pub(super) fn check_two_in_one(case: &Case<'_>, findings: &mut Vec<Finding>) {
    let bodies = &case.catalogue.placeholders.words_of_bodies;
    for (field, text) in own_words(case, &[]) {
        let of_a_person = field.starts_with("roles.") || field.starts_with("provider_access.contact");
        if !of_a_person || last_part(field) != "name" {
            continue;
        }
        let Some((one, other)) = two_people(text, bodies) else { continue };
        findings.push(
            Finding::warning(Code::CP124, format!("two people stand in one answer: {one}, and {other}"))
                .at_field(field)
                .with_note("the documents speak of one person there, and give one address")
                .with_help(
                    "write each by themselves, as a list: below the role `- name:` for each, with their own `email:` and `phone:`",
                ),
        );
    }
}

/// The last part of a field's name: `providers` of `provider_access.encounters[2].providers[0]`.
fn last_part(field: &str) -> &str {
    let name = field.rsplit('.').next().unwrap_or(field);
    name.split('[').next().unwrap_or(name)
}

/// Whether a text that should be a name names nobody.
fn names_nobody(text: &str, not_names: &[String]) -> bool {
    let first = text.split(['(', ',', ';', ':', '–', '—']).next().unwrap_or(text);
    let first = first.split(" - ").next().unwrap_or(first);
    let alone = |text: &str| {
        let words = text.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
        words.map(str::to_lowercase).collect::<Vec<_>>().join(" ")
    };
    // Some letters, such as the filler of Hangul, show nothing.
    let shows = |c: char| c.is_alphanumeric() && misleads(c).is_none();
    let first = alone(first);
    !text.contains(shows) || not_names.iter().any(|name| alone(name) == first)
}

/// The names of two people in one text. What stands in brackets, such as their days, does not count.
fn two_people<'a>(text: &'a str, bodies: &[String]) -> Option<(&'a str, &'a str)> {
    [" and ", " & ", "/", " + ", ";"].iter().find_map(|between| {
        let (one, other) = text.split_once(between)?;
        (is_person(one, bodies) && is_person(other, bodies)).then(|| (one.trim(), other.trim()))
    })
}

/// Whether a text is like the name of a person: two words or more, each with a capital.
fn is_person(text: &str, bodies: &[String]) -> bool {
    let outside = text.split('(').next().unwrap_or(text);
    let words: Vec<&str> = outside.split_whitespace().collect();
    let capital = |word: &&str| word.starts_with(char::is_uppercase);
    words.len() >= 2
        && words.iter().all(capital)
        && !words.iter().any(|word| bodies.contains(&word.trim_matches(|c: char| !c.is_alphanumeric()).to_lowercase()))
}

#[cfg(test)]
mod tests {
    use super::{names_nobody, two_people};
    use crate::catalogue::{Catalogue, Placeholders};
    use crate::text::Sources;

    fn placeholders() -> Placeholders {
        Catalogue::base(&mut Sources::default()).unwrap().placeholders
    }

    #[test]
    fn what_stands_in_place_of_a_name_is_told_from_names() {
        let not_names = placeholders().not_names;
        for text in [
            "To be confirmed",
            "n/a",
            "N/A.",
            "Vacancy",
            "vacant – advert out",
            "As above",
            "None",
            "-",
            "?",
            "Vacancy (from May)",
        ] {
            assert!(names_nobody(text, &not_names), "{text}");
        }
        for text in
            ["Na Li", "Noah None-Smith", "Dr Ditto Vacant", "The Headteacher", "N. A. Okafor", "Above and Beyond Ltd"]
        {
            assert!(!names_nobody(text, &not_names), "{text}");
        }
    }

    #[test]
    fn two_people_are_told_from_a_team_and_from_one_person() {
        let bodies = placeholders().words_of_bodies;
        for text in [
            "Ana Lowther and Bo Skelton",
            "Ana Lowther (Mon–Wed) and Bo Skelton (Thu–Fri)",
            "Mrs A Lowther/Mr B Skelton",
            "Ana Lowther & Bo Skelton",
        ] {
            assert!(two_people(text, &bodies).is_some(), "{text}");
        }
        for text in [
            "Careers and Guidance Team",
            "Student Services and Careers Office",
            "Ana Lowther",
            "Mr and Mrs Jones",
            "Careers Leader and deputy",
        ] {
            assert_eq!(two_people(text, &bodies), None, "{text}");
        }
    }
}
