//! Where a finding is, and how a field's path becomes a line of a file.
//!
//! In: a [`Place`], the [`Sources`], and whoever can [`Locate`] fields: the index that the reader made of a profile.
//! Out: spans and labels for the renderers.

use crate::text::{SourceId, Sources, Span};

/// Where a finding is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Place {
    /// At a field of the profile, whether it is there or missing: `provider_access.encounters[2].date`.
    Field(String),
    /// At some words of a field's text.
    Word {
        /// The field.
        field: String,
        /// The byte of its text at which they begin.
        at: usize,
        /// The words as they stand in the text.
        word: String,
    },
    /// At a span of a source.
    Span(Span),
    /// At a file as a whole, by its name.
    File(String),
    /// Nowhere in particular.
    None,
}

impl Place {
    /// The field, if it is at one.
    pub fn field(&self) -> Option<&str> {
        match self {
            Place::Field(field) | Place::Word { field, .. } => Some(field),
            Place::Span(_) | Place::File(_) | Place::None => None,
        }
    }
}

/// Finds the place of a field in the file that holds it.
pub trait Locate {
    /// The place of a field; where the field is missing, that of the heading it belongs under.
    fn locate(&self, field: &str) -> Located;

    /// The place of some words of a field's text, which begin at the byte `at` of it, if it can be told.
    fn locate_word(&self, field: &str, at: usize, word: &str, sources: &Sources) -> Option<Span>;
}

/// The place of a field.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Located {
    /// The file.
    pub source: SourceId,
    /// The place in it; none where a whole section is missing, for then no line is at fault.
    pub span: Option<Span>,
    /// What to write there, where the field is missing: "add `email:` under this heading".
    pub label: Option<String>,
}

/// What a renderer needs to show places: the texts, and the index of the profile that the findings are about, if any.
#[derive(Clone, Copy)]
pub struct Context<'a> {
    /// The texts.
    pub sources: &'a Sources,
    /// The index of the profile.
    pub index: Option<&'a dyn Locate>,
}

/// A place with everything about it worked out.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Resolved {
    pub(crate) file: Option<String>,
    pub(crate) span: Option<Span>,
    pub(crate) label: Option<String>,
    pub(crate) field: Option<String>,
}

impl<'a> Context<'a> {
    /// A context without a profile: for findings that only hold spans and files.
    pub fn of(sources: &'a Sources) -> Context<'a> {
        Context { sources, index: None }
    }

    /// A context with the index of a profile.
    pub fn with_index(sources: &'a Sources, index: &'a dyn Locate) -> Context<'a> {
        Context { sources, index: Some(index) }
    }

    pub(crate) fn resolve(&self, place: &Place) -> Resolved {
        let file_of = |source| Some(self.sources.get(source).name.clone());
        match place {
            Place::Field(field) => match self.index.map(|index| index.locate(field)) {
                Some(Located { source, span, label }) => {
                    Resolved { file: file_of(source), span, label, field: Some(field.clone()) }
                }
                None => Resolved { field: Some(field.clone()), ..Resolved::default() },
            },
            Place::Word { field, at, word } => {
                let found = self.index.and_then(|index| index.locate_word(field, *at, word, self.sources));
                let place = found.map_or_else(|| Place::Field(field.clone()), Place::Span);
                Resolved { field: Some(field.clone()), ..self.resolve(&place) }
            }
            Place::Span(span) => Resolved { file: file_of(span.source), span: Some(*span), ..Resolved::default() },
            Place::File(name) => Resolved { file: Some(name.clone()), ..Resolved::default() },
            Place::None => Resolved::default(),
        }
    }
}
