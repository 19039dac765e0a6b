//! Where each field stands: the way from a path such as `roles.careers_leader.email` to a line.
//!
//! In: the tree of a file, or of several that were joined. Out: [`Index`], which finds a field, or the heading that a
//! missing field belongs under.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use super::scalar;
use super::tree::{Kind, Node, Style, join};
use crate::finding::{Locate, Located};
use crate::text::{SourceId, Sources, Span, beside};

/// The places of the fields of one file, or of several that were joined.
#[derive(Clone, Debug)]
pub struct Index {
    source: SourceId,
    fields: BTreeMap<String, Field>,
}

/// The place of one field.
#[derive(Clone, Debug)]
struct Field {
    /// Its name; an entry of a list has none.
    name: Option<Span>,
    value: Span,
    empty: bool,
    /// Whether it is there to say that there is none: it is empty, or a list without entries.
    is_none: bool,
    /// Whether it is a heading or a list, so that its value is what stands under it.
    holds_others: bool,
    /// Its text and how it is written, if it is words.
    words: Option<(String, Style)>,
}

impl Index {
    /// An index that knows no field of a file.
    pub(super) fn without_places(source: SourceId) -> Index {
        Index { source, fields: BTreeMap::new() }
    }

    /// The index of a tree; `source` is the file that a section belongs into which is missing altogether.
    pub(super) fn of(root: &Node, source: SourceId) -> Index {
        let mut index = Index::without_places(source);
        index.add_below(root, "");
        index
    }

    fn add_below(&mut self, node: &Node, path: &str) {
        match &node.kind {
            Kind::Headings(entries) => {
                for entry in entries {
                    self.add(&entry.value, Some(entry.name_span), join(path, &entry.name));
                }
            }
            Kind::List(items) => {
                for (at, item) in items.iter().enumerate() {
                    self.add(item, None, format!("{path}[{at}]"));
                }
            }
            Kind::Empty | Kind::Words { .. } => {}
        }
    }

    fn add(&mut self, node: &Node, name: Option<Span>, path: String) {
        self.add_below(node, &path);
        let holds_others = matches!(node.kind, Kind::Headings(_) | Kind::List(_));
        let words = match &node.kind {
            Kind::Words { text, style } => Some((text.clone(), *style)),
            _ => None,
        };
        let empty = matches!(node.kind, Kind::Empty);
        let is_none = empty || matches!(&node.kind, Kind::List(items) if items.is_empty());
        let field = Field { name, value: node.span, empty, is_none, holds_others, words };
        self.fields.insert(path, field);
    }

    /// The file itself, whatever others were laid under it.
    pub fn file(&self) -> SourceId {
        self.source
    }

    /// Whether the field is there and has a value.
    pub fn contains(&self, field: &str) -> bool {
        self.fields.get(field).is_some_and(|field| !field.empty)
    }

    /// The fields under a heading that are there and hold nothing, by their ways from it: `contact.email`.
    pub fn left_empty(&self, heading: &str) -> impl Iterator<Item = &str> {
        let empty = self.fields.iter().filter(|(_, what)| what.is_none);
        empty.filter_map(move |(field, _)| field.strip_prefix(heading)?.strip_prefix('.'))
    }

    /// The place of a field's value, if the field is there.
    pub fn value(&self, field: &str) -> Option<Span> {
        self.fields.get(field).map(|field| field.value)
    }

    /// The file that a field names, by the way to it from the file in which the field stands.
    pub fn file_named(&self, field: &str, name: &str, sources: &Sources) -> PathBuf {
        let named_in = self.value(field).map_or(self.source, |span| span.source);
        beside(Path::new(&sources.get(named_in).name), name)
    }

    /// The place of some words of a field's text, which begin at the byte `at` of it; none if they cannot be told for certain.
    pub fn word(&self, field: &str, at: usize, word: &str, sources: &Sources) -> Option<Span> {
        // A single answer stands for a list of one.
        let known = self.fields.get(field).or_else(|| self.fields.get(field.strip_suffix("[0]")?))?;
        let (text, style) = known.words.as_ref()?;
        if !text.get(at..)?.starts_with(word) {
            return None;
        }
        let range = scalar::find(sources.slice(known.value), *style, text, at..at + word.len())?;
        let start = known.value.start;
        Some(Span { start: start + range.start, end: start + range.end, ..known.value })
    }

    /// The place of a field's name, if the field is there and has a name: an entry of a list has none.
    pub fn name(&self, field: &str) -> Option<Span> {
        self.fields.get(field).and_then(|field| field.name)
    }
}

impl Field {
    /// Where to point: at the value of a field, and at the name of a heading.
    fn mark(&self) -> Span {
        self.name.filter(|_| self.empty || self.holds_others).unwrap_or(self.value)
    }
}

impl Locate for Index {
    fn locate_word(&self, field: &str, at: usize, word: &str, sources: &Sources) -> Option<Span> {
        self.word(field, at, word, sources)
    }

    fn locate(&self, field: &str) -> Located {
        let mut path = field;
        let mut missing = Vec::new();
        loop {
            if let Some(found) = self.fields.get(path) {
                let label = match (missing.is_empty(), found.empty) {
                    (true, true) => Some("nothing is written here yet".to_owned()),
                    (true, false) => None,
                    (false, _) => {
                        to_add(&missing, if found.name.is_some() { "under this heading" } else { "to this entry" })
                    }
                };
                return Located { source: found.mark().source, span: Some(found.mark()), label };
            }
            let (above, last) = parent(path);
            missing.insert(0, last);
            if above.is_empty() {
                return Located { source: self.source, span: None, label: to_add(&missing, "to this file") };
            }
            path = above;
        }
    }
}

/// The path above a path, and its last step: a name, or an index in brackets.
fn parent(path: &str) -> (&str, &str) {
    match path.rfind(['.', '[']) {
        Some(at) if path[at..].starts_with('.') => (&path[..at], &path[at + 1..]),
        Some(at) => (&path[..at], &path[at..]),
        None => ("", path),
    }
}

/// "add `careers_leader:` under this heading, and `email:` under that". Nothing for an entry of a list that is not there.
fn to_add(missing: &[&str], place: &str) -> Option<String> {
    let names: Vec<&str> = missing.iter().copied().take_while(|step| !step.starts_with('[')).collect();
    let (first, rest) = names.split_first()?;
    let mut words = format!("add `{first}:` {place}");
    for name in rest {
        words.push_str(&format!(", and `{name}:` under that"));
    }
    Some(words)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::yaml::parse::parse;

    fn at(field: &str) -> String {
        let text = "roles:\n  senco:\n    name: Zoë Ash\n    email:\npolicy:\n  history:\n    - version: 1.0\n";
        let mut sources = Sources::default();
        let id = sources.add("a.yaml", text);
        let root = parse(&sources, sources.whole(id)).root.expect("the text is YAML");
        let located = Index::of(&root, id).locate(field);
        let words = located.span.map_or("the file", |span| sources.slice(span)).lines().next().unwrap_or("");
        format!("{words}: {}", located.label.unwrap_or_default())
    }

    #[test]
    fn a_field_that_is_there_is_shown_by_its_value_and_a_heading_by_its_name() {
        assert_eq!(at("roles.senco.name"), "Zoë Ash: ");
        assert_eq!(at("roles.senco"), "senco: ");
        assert_eq!(at("policy.history[0]"), "version: 1.0: ");
    }

    #[test]
    fn a_missing_field_is_shown_by_the_heading_it_belongs_under() {
        assert_eq!(at("roles.senco.email"), "email: nothing is written here yet");
        assert_eq!(at("roles.senco.phone"), "senco: add `phone:` under this heading");
        assert_eq!(
            at("roles.link_governor.name"),
            "roles: add `link_governor:` under this heading, and `name:` under that"
        );
        assert_eq!(at("policy.history[0].date"), "version: 1.0: add `date:` to this entry");
        assert_eq!(at("vision.statement"), "the file: add `vision:` to this file, and `statement:` under that");
        assert_eq!(at("policy.history[3].date"), "history: ");
    }

    #[test]
    fn a_file_is_named_by_the_way_from_where_the_name_stands() {
        let mut sources = Sources::default();
        let id = sources.add("schools/oak.yaml", "logo: crest.png\n");
        let root = parse(&sources, sources.whole(id)).root.expect("the text is YAML");
        let index = Index::of(&root, id);
        assert_eq!(index.file_named("logo", "crest.png", &sources), Path::new("schools/crest.png"));
        assert_eq!(index.file_named("not.there", "..\\crest.png", &sources), Path::new("crest.png"));
    }
}
