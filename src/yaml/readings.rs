//! What single values are read as, where they are not written as the file asks for, and what is said of it.
//!
//! In: the words of a value, its place and field. Out: the value as JSON, and in [`Readings`] a note where it was read as something else, or an
//! error where there is no telling.
//!
//! Not here: which field a value is for (`shape`), and what the words themselves mean (`correct`).

use std::collections::BTreeSet;

use serde_json::Value;

use super::correct::{self, NoDay};
use super::phrase::{in_words, short};
use super::quote::requoted;
use super::schema::{Expects, FieldSchema};
use crate::finding::{Code, Finding, Severity, visible};
use crate::law::{Date, YEARS, YearGroups};
use crate::text::Span;

/// What is said of the values so far.
#[derive(Debug, Default)]
pub(super) struct Readings {
    pub(super) findings: Vec<Finding>,
    /// The fields whose values are refused.
    pub(super) refused: BTreeSet<String>,
}

impl Readings {
    /// Refuses the value of a field, with a finding at it.
    pub(super) fn refuse(&mut self, mut finding: Finding, span: Span, field: &str) {
        finding.field = Some(field.to_owned());
        self.findings.push(finding.at_span(span));
        self.refused.insert(field.to_owned());
    }

    /// Says that a value is read as something else than stands there, and what can stand there instead.
    pub(super) fn read_as(&mut self, what: &str, instead: String, span: Span, field: &str) {
        let what = short(what);
        let finding = Finding::new(Severity::Note, Code::CP020, format!("this is read as {what}"))
            .at_span(span)
            .with_label(format!("`careers-policy fix` writes {}", short(&instead)))
            .with_instead(instead);
        self.findings.push(Finding { field: Some(field.to_owned()), ..finding });
    }

    /// Curly quotation marks, as Word makes them, are part of the words for YAML. In free text they may be meant, so
    /// that is a warning; anywhere else they are in the way. True if nothing more can be said of the value.
    pub(super) fn curly_quotes(&mut self, text: &str, span: Span, schema: FieldSchema<'_>, field: &str) -> bool {
        let Some(inner) = correct::between_curly_quotes(text) else { return false };
        let free = matches!(schema.expects(), Expects::Text) && schema.keyword("pattern").is_none();
        if free {
            let finding =
                Finding::warning(Code::CP013, "curly quotation marks stand around a value and will be printed")
                    .at_span(span)
                    .with_note("YAML knows only the straight marks; Word and some web pages make curly ones")
                    .with_help(format!("if they are not meant, write {}", visible(&requoted(inner))))
                    .with_help("if they are, put straight marks around the whole as well");
            self.findings.push(Finding { field: Some(field.to_owned()), ..finding });
        } else {
            let finding = Finding::error(Code::CP013, "a value stands in curly quotation marks")
                .with_note("YAML knows only the straight marks; Word and some web pages make curly ones")
                .with_help(format!("write {}", visible(&requoted(inner))));
            self.refuse(finding, span, field);
        }
        !free
    }

    pub(super) fn phone(&mut self, text: &str, span: Span, field: &str) {
        if let Some(number) = correct::phone(text) {
            let finding = Finding::error(Code::CP014, "a telephone number has lost its leading zero")
                .with_note("spreadsheets drop the zero when they take the number for a sum")
                .with_help(format!("write \"{number}\", with the quotation marks"));
            self.refuse(finding, span, field);
        }
    }

    /// A day, however it is written. Where one may be left out, a place held for it is an answer that is missing.
    pub(super) fn date(&mut self, text: &str, span: Span, may_be_empty: bool, field: &str) -> Value {
        if text.parse::<Date>().is_ok() {
            return text.into();
        }
        let finding = match correct::date(text) {
            Ok(date) => {
                self.read_as(&date.in_words(), date.to_string(), span, field);
                return date.to_string().into();
            }
            // What the validator says of it is enough.
            Err(NoDay::Words) => return text.into(),
            Err(NoDay::Placeholder) => {
                let title = format!("a placeholder stands where a date belongs: `{}`", short(text));
                if may_be_empty {
                    let finding = Finding::error(Code::CP021, title)
                        .at_span(span)
                        .with_help("write the day, or nothing behind the colon until it is known");
                    self.findings.push(Finding { field: Some(field.to_owned()), ..finding });
                    return Value::Null;
                }
                // Without its date there is no entry, and a draft cannot show half of one.
                Finding::error(Code::CP008, title)
                    .with_help("this entry needs a date: take all of it out until the day is known")
            }
            Err(NoDay::NotInCalendar(why)) => Finding::error(Code::CP008, "there is no such day in the calendar")
                .with_label(why)
                .with_help("write year, month and day, such as 2026-09-01"),
            Err(NoDay::FarYear(year)) => Finding::error(Code::CP008, format!("no policy speaks of the year {year}"))
                .with_help(format!("write the year that is meant: one from {} to {}", YEARS.start(), YEARS.end())),
            Err(NoDay::Unclear(what, why)) => {
                Finding::error(Code::CP015, format!("a date cannot be read for certain: {what}")).with_help(why)
            }
        };
        self.refuse(finding, span, field);
        text.into()
    }

    pub(super) fn years(&mut self, text: &str, all: Option<&YearGroups>, span: Span, field: &str) -> Value {
        let listed = |years: &YearGroups| Value::Array(years.iter().map(Value::from).collect());
        if let Some(years) = YearGroups::parse(text) {
            return listed(&years);
        }
        let finding = Finding::error(Code::CP008, format!("{} are not year groups that can be read", in_words(field)));
        let finding = match (correct::all_years(text), all) {
            (true, Some(years)) => {
                self.read_as(&years.in_words(), years.written(), span, field);
                return listed(years);
            }
            (true, None) => finding.with_help("write which year groups these are, such as `7-11`"),
            (false, _) => {
                let finding = match correct::ages(text) {
                    Some(years) => finding.with_help(format!("if these are ages, write `{}`", years.written())),
                    None => finding,
                };
                finding.with_help(
                    "write `7-11`, `8`, or a list such as `[8, 10, 12]`; Reception is 0 and Year 14 the last",
                )
            }
        };
        self.refuse(finding, span, field);
        Value::Array(Vec::new())
    }
}
