//! Whether a value in a file means what is to be meant there.
//!
//! In: a node of the file, what is meant, the schema of the field. Out: yes or no. Spelling does not matter, where it has one meaning: a date in
//! British order is the same day as one with the year first, and `yes` the same as `true`.

use super::meant::Meant;
use crate::text::Sources;
use crate::yaml::schema::{Expects, FieldSchema};
use crate::yaml::shape::meaning;
use crate::yaml::tree::{Kind, Node, Style, join};

/// Whether nothing is meant.
pub(super) fn is_nothing(meant: &Meant) -> bool {
    match meant {
        Meant::Nothing | Meant::Absent => true,
        Meant::Words(words) | Meant::Bare(words) => words.trim().is_empty(),
        Meant::List(items) => items.is_empty(),
        Meant::Headings(fields) => fields.iter().all(|(_, meant)| is_nothing(meant)),
    }
}

/// Whether a value that is there, or is not, means what is meant.
pub(super) fn same(node: Option<&Node>, meant: &Meant, schema: FieldSchema<'_>) -> bool {
    let Some(node) = node else { return is_nothing(meant) };
    match (&node.kind, meant) {
        (_, Meant::Absent) => false,
        (Kind::Empty, meant) => is_nothing(meant),
        (Kind::Headings(_), Meant::Headings(fields)) => fields.iter().all(|(name, meant)| {
            let property = schema.property(name).unwrap_or(schema);
            same(node.entry(name).map(|entry| &entry.value), meant, property)
        }),
        (Kind::List(olds), Meant::List(items)) => {
            let entry = schema.entry();
            olds.len() == items.len() && olds.iter().zip(items).all(|(old, item)| same(Some(old), item, entry))
        }
        (Kind::List(olds), Meant::Nothing) => olds.is_empty(),
        // One answer stands for a list of one.
        (Kind::Words { .. }, Meant::List(items)) => {
            matches!(&items[..], [only] if same(Some(node), only, schema.entry()))
        }
        // Words alone are the one answer that must be there.
        (Kind::Words { text, style }, Meant::Headings(fields)) => {
            let Some(only) = schema.only_required().filter(|_| *style != Style::Block) else { return false };
            fields.iter().all(|(name, meant)| match meant {
                Meant::Words(words) if name == only => words.trim() == text.trim(),
                other => name != only && is_nothing(other),
            })
        }
        (Kind::Words { text, .. }, Meant::Words(words) | Meant::Bare(words)) => {
            text.trim() == words.trim() || is_one_line(text, words, schema) || means_the_same(node, words, schema)
        }
        (Kind::List(_), Meant::Bare(words)) => means_the_same(node, words, schema),
        _ => false,
    }
}

/// Whether words for one line are the same but for where their lines end.
fn is_one_line(text: &str, words: &str, schema: FieldSchema<'_>) -> bool {
    let is_line = matches!(schema.expects(), Expects::Text | Expects::AnyOf(_)) && schema.keyword("format").is_none();
    is_line && text.split_whitespace().eq(words.split_whitespace())
}

/// Whether a value is read as the same as these words.
fn means_the_same(node: &Node, words: &str, schema: FieldSchema<'_>) -> bool {
    let written = if let Some(inner) = words.strip_prefix('[') { inner.trim_end_matches(']') } else { words };
    let kind = Kind::Words { text: written.to_owned(), style: Style::Quoted };
    let mut sources = Sources::default();
    let nowhere = sources.add("", "");
    let other = Node { span: sources.whole(nowhere), kind };
    let (one, other) = (meaning(node, schema), meaning(&other, schema));
    !one.refused && !other.refused && !one.value.is_null() && one.value == other.value
}

/// The paths at which values mean something else than is meant: of lists of one length, the entries that differ.
pub(crate) fn differing(node: &Node, meant: &[(String, Meant)], schema: FieldSchema<'_>) -> Vec<String> {
    let mut paths = Vec::new();
    for (name, meant) in meant {
        let property = schema.property(name).unwrap_or(schema);
        let there = node.entry(name).map(|entry| &entry.value);
        differ(there, meant, property, name, &mut paths);
    }
    paths
}

fn differ(node: Option<&Node>, meant: &Meant, schema: FieldSchema<'_>, path: &str, paths: &mut Vec<String>) {
    if same(node, meant, schema) {
        return;
    }
    match (node.map(|node| (&node.kind, node)), meant) {
        (Some((Kind::Headings(_), node)), Meant::Headings(fields)) => {
            for (name, meant) in fields {
                let property = schema.property(name).unwrap_or(schema);
                let there = node.entry(name).map(|entry| &entry.value);
                differ(there, meant, property, &join(path, name), paths);
            }
        }
        (Some((Kind::List(olds), _)), Meant::List(items))
            if olds.len() == items.len() && olds.iter().all(|old| matches!(old.kind, Kind::Headings(_))) =>
        {
            for (at, (old, item)) in olds.iter().zip(items).enumerate() {
                differ(Some(old), item, schema.entry(), &format!("{path}[{at}]"), paths);
            }
        }
        _ => paths.push(path.to_owned()),
    }
}

/// The paths of values that hold something and are not mentioned.
pub(crate) fn unmentioned(node: &Node, meant: &[(String, Meant)], above: &str) -> Vec<String> {
    let mut paths = Vec::new();
    for entry in node.entries() {
        let path = join(above, &entry.name);
        match (meant.iter().find(|(name, _)| *name == entry.name).map(|(_, meant)| meant), &entry.value.kind) {
            (_, Kind::Empty) => {}
            (None, _) => paths.push(path),
            (Some(Meant::Headings(fields)), Kind::Headings(_)) => {
                paths.extend(unmentioned(&entry.value, fields, &path));
            }
            (Some(Meant::List(items)), Kind::List(olds)) if olds.len() == items.len() => {
                for (at, (old, item)) in olds.iter().zip(items).enumerate() {
                    if let Meant::Headings(fields) = item {
                        paths.extend(unmentioned(old, fields, &format!("{path}[{at}]")));
                    }
                }
            }
            _ => {}
        }
    }
    paths
}
