//! A finding: one thing that is wrong, or worth a look, in a user's files.
//!
//! In: what a reader or a check has to say. Out: [`Finding`], plain data that every renderer shows.

use std::ops::Range;

use super::code::Code;
use super::place::Place;
use crate::text::Span;

/// How grave a finding is. The gravest comes first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Severity {
    /// A statutory gap, or a file that cannot be read: no document is made.
    Error,
    /// A recommended gap, or something a person should look at: the document is made.
    Warning,
    /// For information.
    Note,
}

impl Severity {
    /// The word for it: `error`, `warning`, `note`.
    pub fn word(self) -> &'static str {
        match self {
            Severity::Error => "error",
            Severity::Warning => "warning",
            Severity::Note => "note",
        }
    }
}

/// One thing that was found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Finding {
    /// Which kind of finding it is.
    pub code: Code,
    /// How grave it is.
    pub severity: Severity,
    /// What is wrong, in the school's words, beginning with a small letter.
    pub title: String,
    /// Where.
    pub at: Place,
    /// The words under the carets.
    pub label: Option<String>,
    /// Other places that belong to it, each with the words under its carets.
    pub also: Vec<(Place, String)>,
    /// The field it is about, where `at` is a span and the reader knows the field.
    pub field: Option<String>,
    /// Why it is so.
    pub notes: Vec<String>,
    /// What to do.
    pub help: Vec<String>,
    /// What could be written where the answer is missing, as it would stand in the file: `name: Priya Nair`.
    pub example: Option<String>,
    /// What means the same as the words at the place and is written as it is read: `careers-policy fix` puts it there.
    pub instead: Option<String>,
    /// The requirement that is not met: `education-act-42b/procedure`.
    pub requirement: Option<String>,
    /// The clause concerned: `provider-access/asking`.
    pub clause: Option<String>,
}

impl Finding {
    /// A finding with a title and nothing else yet.
    pub fn new(severity: Severity, code: Code, title: impl Into<String>) -> Finding {
        Finding {
            code,
            severity,
            title: title.into(),
            at: Place::None,
            label: None,
            also: Vec::new(),
            field: None,
            notes: Vec::new(),
            help: Vec::new(),
            example: None,
            instead: None,
            requirement: None,
            clause: None,
        }
    }

    /// An error with a title and nothing else yet.
    pub fn error(code: Code, title: impl Into<String>) -> Finding {
        Finding::new(Severity::Error, code, title)
    }

    /// A warning with a title and nothing else yet.
    pub fn warning(code: Code, title: impl Into<String>) -> Finding {
        Finding::new(Severity::Warning, code, title)
    }

    /// Places it at a field of the profile: `roles.careers_leader.email`, `provider_access.encounters[2].date`.
    #[must_use]
    pub fn at_field(mut self, path: impl Into<String>) -> Finding {
        self.at = Place::Field(path.into());
        self
    }

    /// Places it at some words of a field's text: a range of its bytes.
    #[must_use]
    pub fn at_words(mut self, field: impl Into<String>, text: &str, words: Range<usize>) -> Finding {
        let (field, at) = (field.into(), words.start);
        self.at = match text.get(words) {
            Some(word) if !word.is_empty() => Place::Word { field, at, word: word.to_owned() },
            _ => Place::Field(field),
        };
        self
    }

    /// Places it at a span of a source.
    #[must_use]
    pub fn at_span(mut self, span: Span) -> Finding {
        self.at = Place::Span(span);
        self
    }

    /// Places it at a file as a whole.
    #[must_use]
    pub fn at_file(mut self, name: impl Into<String>) -> Finding {
        self.at = Place::File(name.into());
        self
    }

    /// Says what stands under the carets.
    #[must_use]
    pub fn with_label(mut self, label: impl Into<String>) -> Finding {
        self.label = Some(label.into());
        self
    }

    /// Adds another place that belongs to it.
    #[must_use]
    pub fn with_also(mut self, at: Place, label: impl Into<String>) -> Finding {
        self.also.push((at, label.into()));
        self
    }

    /// Adds a note: why it is so.
    #[must_use]
    pub fn with_note(mut self, note: impl Into<String>) -> Finding {
        self.notes.push(note.into());
        self
    }

    /// Adds help: what to do.
    #[must_use]
    pub fn with_help(mut self, help: impl Into<String>) -> Finding {
        self.help.push(help.into());
        self
    }

    /// Says what could be written where the answer is missing.
    #[must_use]
    pub fn with_example(mut self, example: impl Into<String>) -> Finding {
        self.example = Some(example.into());
        self
    }

    /// Says what can be put in place of the words there without changing what they mean.
    #[must_use]
    pub fn with_instead(mut self, words: impl Into<String>) -> Finding {
        self.instead = Some(words.into());
        self
    }

    /// Names the requirement that is not met.
    #[must_use]
    pub fn for_requirement(mut self, id: impl Into<String>) -> Finding {
        self.requirement = Some(id.into());
        self
    }

    /// Names the clause concerned.
    #[must_use]
    pub fn for_clause(mut self, id: impl Into<String>) -> Finding {
        self.clause = Some(id.into());
        self
    }
}

/// Whether the findings stand in the way of a document.
pub fn has_errors(findings: &[Finding]) -> bool {
    findings.iter().any(|finding| finding.severity == Severity::Error)
}
