//! A place in a file and in the schema at once: what the words for a mistake are made from.

use super::schema::FieldSchema;
use super::tree::{Entry, Kind, Node};
use crate::text::Span;

/// A place in a file and in the schema at once.
#[derive(Clone, Debug)]
pub(super) struct Spot<'a> {
    /// The path of the field; empty for the whole file.
    pub(super) field: String,
    /// Its heading, if it has one.
    pub(super) heading: Option<&'a Entry>,
    pub(super) node: &'a Node,
    pub(super) schema: FieldSchema<'a>,
}

impl Spot<'_> {
    /// Where to point: at a value's words, and at the heading of anything longer.
    pub(super) fn mark(&self) -> Span {
        match (&self.node.kind, self.heading) {
            (Kind::Words { .. }, _) | (_, None) => self.node.span,
            (_, Some(heading)) => heading.name_span,
        }
    }
}
