//! Which mistake it is that YAML could not follow.
//!
//! In: where and how the parser stopped. Out: what `advice` has to say of it.
//!
//! The parser's own words ("mapping values are not allowed in this context") help nobody, and it often stops a line
//! after the mistake. So the lines themselves are looked at.

use granit_parser::ErrorKind;

use super::advice::{Explained, Stopped, Why, cannot_be_printed};
use super::line::SourceLine;
use crate::text::Span;

/// Where the parser stopped.
#[derive(Debug)]
pub(super) struct Stop {
    /// The byte of the text.
    pub(super) at: usize,
    /// Why.
    pub(super) why: Why,
}

/// Puts a stop in plain words. `text` is the span of `words` in its source.
pub(super) fn explain(stop: &Stop, words: &str, text: Span) -> Explained {
    let at = (0..=stop.at.min(words.len())).rev().find(|at| words.is_char_boundary(*at)).unwrap_or(0);
    Stopped { at, why: &stop.why, line: SourceLine::at(words, at), text, words }.explain()
}

impl Stopped<'_> {
    fn explain(&self) -> Explained {
        let why = match self.why {
            Why::Mark => return self.special_mark(self.at),
            Why::NoHeading => return self.no_heading(),
            Why::NotYaml(why) => why,
        };
        match why {
            ErrorKind::UnexpectedCharacter { character } if cannot_be_printed(*character) => {
                return self.hidden_character(*character);
            }
            ErrorKind::RecursionLimitExceeded => return self.too_deep(),
            ErrorKind::BomInsideDocument => return self.hidden_character('\u{feff}'),
            ErrorKind::DirectiveDisallowed => return self.directive(),
            ErrorKind::UnknownQuotedScalarEscape
            | ErrorKind::InvalidQuotedScalarHexEscape
            | ErrorKind::InvalidLowSurrogateHexEscape
            | ErrorKind::InvalidLowSurrogate
            | ErrorKind::MissingLowSurrogate
            | ErrorKind::UnpairedLowSurrogate
            | ErrorKind::InvalidUnicodeEscape => return self.backslash(),
            _ => {}
        }
        if let Some(tab) = self.tab() {
            return self.tabs(tab);
        }
        match why {
            ErrorKind::CommentInterceptedScalar => self.cut_off(),
            ErrorKind::UnclosedQuotedScalar
            | ErrorKind::InvalidQuotedScalarIndent
            | ErrorKind::DocumentIndicatorInQuotedScalar => self.never_closed(&self.line, self.at),
            ErrorKind::InvalidTrailingSingleQuotedScalar | ErrorKind::InvalidTrailingDoubleQuotedScalar => {
                self.after_the_quotation()
            }
            ErrorKind::UnclosedFlowCollection { .. }
            | ErrorKind::UnexpectedEofFlowSequence
            | ErrorKind::UnexpectedEofFlowMapping
            | ErrorKind::UnexpectedEofImplicitFlowMapping
            | ErrorKind::ExpectedFlowMappingSeparator
            | ErrorKind::ExpectedFlowSequenceSeparator
            | ErrorKind::MismatchedFlowCollectionEnd { .. }
            | ErrorKind::MisplacedFlowCollectionEnd
            | ErrorKind::BlockEntryInFlowCollection
            | ErrorKind::InvalidFlowScalarIndent
            | ErrorKind::InvalidColonPlacement => self.brackets(),
            _ => self.by_the_lines(),
        }
    }

    /// What the line itself, or the one above it, shows to be wrong.
    fn by_the_lines(&self) -> Explained {
        let line = &self.line;
        if line.content().starts_with('-') && !line.content().starts_with("- ") && line.content().len() > 1 {
            return self.missing_space(line.content + 1);
        }
        let in_value = self.at >= line.value.start && !line.value.is_empty();
        let opens = line.value().chars().next();
        if in_value && opens.is_some_and(|mark| "*&!@`%[{>|?-".contains(mark)) {
            return self.special_mark(line.value.start);
        }
        if in_value && line.name.is_some() && (line.value().contains(": ") || line.value().ends_with(':')) {
            return self.colon_inside(line);
        }
        if let Some(space) = line.missing_space() {
            return self.missing_space(space);
        }
        if let Some(above) = line.above().filter(|_| self.is(&ErrorKind::MappingValueNotAllowed)) {
            return self.by_the_line_above(&above);
        }
        if line.name.is_none() && self.is(&ErrorKind::SimpleKeyExpected) {
            return self.no_colon(line);
        }
        let out_of_line =
            [ErrorKind::ExpectedBlockMappingKey, ErrorKind::ExpectedBlockSequenceEntry, ErrorKind::InvalidIndentation];
        if out_of_line.iter().any(|kind| self.is(kind)) {
            return self.out_of_line();
        }
        self.something_else()
    }

    fn is(&self, kind: &ErrorKind) -> bool {
        matches!(self.why, Why::NotYaml(why) if why == kind)
    }

    fn by_the_line_above(&self, above: &SourceLine<'_>) -> Explained {
        if let Some(space) = above.missing_space() {
            return self.missing_space(space);
        }
        if above.name.is_none() && !above.content().starts_with("- ") {
            return self.no_colon(above);
        }
        if self.line.content - self.line.start > above.content - above.start {
            return self.indented_too_far();
        }
        self.something_else()
    }

    /// The first tab in the indentation of this line, the one above or one of the next two.
    fn tab(&self) -> Option<usize> {
        let below = self.line.below();
        let next = below.as_ref().and_then(SourceLine::below);
        let lines = [self.line.above(), Some(self.line.clone()), below, next];
        lines.into_iter().flatten().find_map(|line| line.indentation().find('\t').map(|tab| line.start + tab))
    }
}
