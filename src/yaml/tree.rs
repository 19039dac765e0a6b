//! A YAML file as a tree whose every node knows its place.
//!
//! What a value means is not known here: `01632 960123`, `yes` and `2.0` are words until `shape` knows which field they are for.

use crate::text::Span;

/// A value and its place.
#[derive(Clone, Debug)]
pub(crate) struct Node {
    pub(crate) span: Span,
    pub(crate) kind: Kind,
}

/// What a value is.
#[derive(Clone, Debug)]
pub(crate) enum Kind {
    /// Nothing after the colon, `~`, `null`, or quotation marks with nothing between them.
    Empty,
    /// Words.
    Words { text: String, style: Style },
    /// A list. Empty entries are left out.
    List(Vec<Node>),
    /// Headings with values.
    Headings(Vec<Entry>),
}

/// How words are written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Style {
    /// Bare, after the colon.
    Plain,
    /// In straight quotation marks.
    Quoted,
    /// Below the heading, after `|` or `>`.
    Block,
}

/// A heading and what stands under it.
#[derive(Clone, Debug)]
pub(crate) struct Entry {
    pub(crate) name: String,
    pub(crate) name_span: Span,
    pub(crate) value: Node,
}

impl Node {
    /// The headings directly under this one; none if it is not made of headings.
    pub(crate) fn entries(&self) -> &[Entry] {
        match &self.kind {
            Kind::Headings(entries) => entries,
            _ => &[],
        }
    }

    /// The heading of that name directly under this one.
    pub(crate) fn entry(&self, name: &str) -> Option<&Entry> {
        self.entries().iter().find(|entry| entry.name == name)
    }

    /// The same, to be changed.
    pub(crate) fn entry_mut(&mut self, name: &str) -> Option<&mut Entry> {
        match &mut self.kind {
            Kind::Headings(entries) => entries.iter_mut().find(|entry| entry.name == name),
            _ => None,
        }
    }
}

/// The path of a heading under another: `roles.senco`.
pub(crate) fn join(path: &str, name: &str) -> String {
    if path.is_empty() { name.to_owned() } else { format!("{path}.{name}") }
}

/// The path of the value that holds a byte of a file.
pub(crate) fn path_at(node: &Node, byte: usize) -> Option<String> {
    match &node.kind {
        Kind::Headings(entries) => {
            let entry = entries.iter().rev().find(|entry| entry.name_span.start <= byte)?;
            let below = path_at(&entry.value, byte);
            Some(match below {
                Some(below) if below.starts_with('[') => format!("{}{below}", entry.name),
                Some(below) => format!("{}.{below}", entry.name),
                None => entry.name.clone(),
            })
        }
        Kind::List(items) => {
            let (at, item) = items.iter().enumerate().rev().find(|(_, item)| item.span.start <= byte)?;
            Some(match path_at(item, byte) {
                Some(below) => format!("[{at}].{below}"),
                None => format!("[{at}]"),
            })
        }
        Kind::Words { .. } | Kind::Empty => None,
    }
}
