//! The sections of both documents by their ids, for `own_sections.before` and `own_sections.after`: the reference, `docs/src/profile.md`, ends
//! with them.
//!
//! In: the built-in outlines. Out: a table for each document. A title that follows the institution is shown as an academy has it.

use std::fmt::Write;

use careers_policy::catalogue::{Catalogue, Section};
use careers_policy::law::Setting;

/// The tables as they stand in the reference.
pub(super) fn section_ids(catalogue: &Catalogue) -> String {
    let mut page = "\n## The sections by their ids\n\nA section of your own stands `before` or `after` one of these (`own_sections`), and `[who does what](#roles)` in a text of \
                    yours leads to it. Which of them a document has follows from what you have answered.\n"
        .to_owned();
    for id in ["careers-policy", "provider-access-policy"] {
        let outline = catalogue.outlines.iter().find(|outline| outline.document == id).unwrap();
        write!(page, "\nOf `document: {id}`:\n\n| id | the section |\n| --- | --- |\n").unwrap();
        for section in outline.front.iter().chain(&outline.sections).chain(&outline.appendices) {
            put(section, "", catalogue, &mut page);
        }
    }
    page
}

fn put(section: &Section, above: &str, catalogue: &Catalogue, page: &mut String) {
    let title = format!("{above}{}", plain(&section.title, catalogue));
    writeln!(page, "| `{}` | {title} |", section.id).unwrap();
    let above = format!("{title}: ");
    section.sections.iter().for_each(|part| put(part, &above, catalogue, page));
}

/// A title without its tags: of several it may be, the first.
fn plain(title: &str, catalogue: &Catalogue) -> String {
    let mut words = String::new();
    let mut rest = title;
    while let Some((before, tag)) = rest.split_once("{%") {
        words.push_str(before);
        let (_, after) = tag.split_once("%}").unwrap();
        let (inside, _) = after.split_once("{%").unwrap();
        words.push_str(inside);
        rest = after.split_once("{% endif %}").unwrap().1;
    }
    words.push_str(rest);
    let terms = &catalogue.terms[&Setting::Academy];
    words = words.replace("{{ programme_by.one }}", "year");
    terms.iter().fold(words, |words, (term, word)| words.replace(&format!("{{{{ term.{term} }}}}"), word))
}
