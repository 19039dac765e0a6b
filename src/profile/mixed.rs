//! People of whom one file gives the name and another the rest, so that an address may stand beside the wrong name.
//!
//! In: the tree of a file and of the one it extends. Out: CP122 for each person whom both name, and name differently.
//!
//! Not here: how the two are joined (`chain`).

use crate::finding::{Code, Finding, Place};
use crate::text::Span;
use crate::yaml::{Entry, Kind, Node};

/// The people of the shared file who are somebody else in a school's own file, and of whom answers would be shared all the same.
pub(super) fn mixed_people(shared: &Node, own: &Node) -> Vec<Finding> {
    let people = |root: &'_ Node| -> Vec<(String, Node)> {
        let roles = root.entry("roles").into_iter().flat_map(|roles| roles.value.entries());
        let contact = root.entry("provider_access").and_then(|access| access.value.entry("contact"));
        let named = roles.map(|role| (format!("roles.{}", role.name), &role.value));
        let all = named.chain(contact.map(|contact| ("provider_access.contact".to_owned(), &contact.value)));
        all.map(|(field, person)| (field, person.clone())).collect()
    };
    let of_shared = people(shared);
    let of_own = people(own);
    let pairs = of_own.iter().filter_map(|(field, own)| {
        let (_, shared) = of_shared.iter().find(|(other, _)| other == field)?;
        mixed(field, shared, own)
    });
    pairs.collect()
}

fn mixed(field: &str, shared: &Node, own: &Node) -> Option<Finding> {
    let (name, at) = words(own.entry("name")?)?;
    let (other, _) = words(shared.entry("name")?)?;
    if name == other {
        return None;
    }
    let rest: Vec<&Entry> = shared
        .entries()
        .iter()
        .filter(|entry| {
            entry.name != "name" && !matches!(entry.value.kind, Kind::Empty) && own.entry(&entry.name).is_none()
        })
        .collect();
    let names: Vec<String> = rest.iter().map(|entry| format!("`{}`", entry.name)).collect();
    let title = match &names[..] {
        [] => return None,
        [only] => format!("{only} is shared from another file, where it belongs to somebody else"),
        [first @ .., last] => {
            format!("{} and {last} are shared from another file, where they belong to somebody else", first.join(", "))
        }
    };
    let finding = Finding::warning(Code::CP122, title).at_span(at).with_label("this name stands here").with_help(
        "write them here too, beside the name; where there is none, write the field with nothing after its colon",
    );
    let finding = Finding { field: Some(format!("{field}.name")), ..finding };
    Some(rest.iter().fold(finding, |finding, entry| {
        finding.with_also(Place::Span(entry.name_span), "this would be printed beside it")
    }))
}

/// The words of an answer, and where they stand.
fn words(entry: &Entry) -> Option<(&str, Span)> {
    match &entry.value.kind {
        Kind::Words { text, .. } => Some((text.trim(), entry.value.span)),
        _ => None,
    }
}
