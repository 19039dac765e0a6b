//! Puts single values into the text of a YAML file and leaves every other byte as it is: comments, quotation marks, blank lines,
//! line endings.
//!
//! In: a text, a field `section.name`, and its words or an entry for the end of its list. Out: the text with them, or [`Unplaced`] with
//! the line that stands in the way.
//!
//! Places come from the tree; between them the text is cut and joined, never written anew. New lines take the indentation, the line
//! ending and the quotation marks of those beside them. Not here: whether the result is right. Whoever edits reads the result again.

use schemars::JsonSchema;

use super::parse::parse;
use super::quote::{in_quotes, quoted_if_needed};
use super::schema::Schema;
use super::splice::{Original, UNUSUAL, Unplaced, line_end, line_start};
use super::tree::{Entry, Kind, Node, Style};
use crate::text::Sources;

/// What is put into a field.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Put {
    /// Words, in place of those that stand there.
    Words(String),
    /// An entry for the end of a list: headings with words.
    Entry(Vec<(&'static str, String)>),
}

/// What is the matter with a value that cannot be replaced.
const SEVERAL_LINES: &str = "this value runs over several lines; write it on one line after the colon";

/// The text of a `T` with a value put into a field of a section. A new field stands where the type has it among the others.
///
/// # Errors
/// If the text is written in a way that cannot be changed safely.
pub fn put<T: JsonSchema>(text: &str, section: &str, name: &str, value: &Put) -> Result<String, Unplaced> {
    let mut sources = Sources::default();
    let id = sources.add("", text);
    let Some(root) = parse(&sources, sources.whole(id)).root else {
        return Err(Unplaced { line: 1, why: UNUSUAL });
    };
    Editor { original: Original { text }, step: step(text, &root), root: &root, schema: Schema::of::<T>() }
        .put(section, name, value)
}

/// How far headings are indented under another in this file.
pub(super) fn step(text: &str, root: &Node) -> usize {
    let column = |at: usize| at - line_start(text, at);
    let mut nested = root.entries().iter().filter_map(|entry| {
        let first = entry.value.entries().first()?;
        column(first.name_span.start).checked_sub(column(entry.name_span.start)).filter(|step| (1..=8).contains(step))
    });
    nested.next().unwrap_or(2)
}

struct Editor<'a> {
    original: Original<'a>,
    root: &'a Node,
    step: usize,
    schema: Schema,
}

impl Editor<'_> {
    fn put(&self, section: &str, name: &str, value: &Put) -> Result<String, Unplaced> {
        let Some(under) = self.root.entry(section) else { return self.add_section(section, name, value) };
        match &under.value.kind {
            Kind::Headings(_) => match under.value.entry(name) {
                None => self.add_field(&under.value, section, name, value),
                Some(field) => match value {
                    Put::Words(words) => self.replace(field, words, self.original.is_flow(&under.value)),
                    Put::Entry(row) => self.append(field, row, self.original.is_flow(&under.value)),
                },
            },
            Kind::Empty if self.original.is_flow(self.root) => {
                Err(self.original.unplaced(under.name_span.start, UNUSUAL))
            }
            Kind::Empty => {
                let lines = self.block(name, value);
                self.fill(under, &lines)
            }
            _ => Err(self.original.unplaced(under.name_span.start, UNUSUAL)),
        }
    }

    /// A field as lines of its own.
    fn block(&self, name: &str, value: &Put) -> Vec<String> {
        match value {
            Put::Words(words) => vec![format!("{name}: {}", quoted_if_needed(words))],
            Put::Entry(row) => {
                let mut lines = vec![format!("{name}:")];
                lines.extend(self.row(row, None, " ").into_iter().map(|line| " ".repeat(self.step) + &line));
                lines
            }
        }
    }

    /// An entry of a list as lines of its own, written like the entry before it.
    fn row(&self, row: &[(&'static str, String)], like: Option<&Node>, gap: &str) -> Vec<String> {
        let fields = self.fields(row, like, false);
        let marks = std::iter::once(format!("-{gap}")).chain(std::iter::repeat(" ".repeat(gap.len() + 1)));
        fields.into_iter().zip(marks).map(|(field, mark)| mark + &field).collect()
    }

    /// An entry of a list in brackets.
    fn flow_row(&self, row: &[(&'static str, String)], like: Option<&Node>) -> String {
        format!("{{{}}}", self.fields(row, like, true).join(", "))
    }

    fn fields(&self, row: &[(&'static str, String)], like: Option<&Node>, flow: bool) -> Vec<String> {
        let old = |name: &str| {
            like.and_then(|like| like.entry(name)).map(|entry| &self.original.text[entry.value.span.range()])
        };
        row.iter().map(|(name, words)| format!("{name}: {}", written(words, old(name), flow))).collect()
    }

    /// The text with new words in a field that is there.
    fn replace(&self, field: &Entry, words: &str, flow: bool) -> Result<String, Unplaced> {
        let span = field.value.span;
        let old = &self.original.text[span.range()];
        match &field.value.kind {
            Kind::Words { style: Style::Block, .. } => {
                Err(self.original.unplaced(field.name_span.start, SEVERAL_LINES))
            }
            Kind::Words { .. } if old.contains('\n') => {
                Err(self.original.unplaced(field.name_span.start, SEVERAL_LINES))
            }
            Kind::Empty if old.trim().is_empty() => {
                let colon = self.original.colon(field)?;
                Ok(self.original.spliced(colon, colon, &format!(" {}", written(words, None, flow))))
            }
            Kind::Empty if old.starts_with(['|', '>']) => {
                Err(self.original.unplaced(field.name_span.start, SEVERAL_LINES))
            }
            Kind::Words { .. } | Kind::Empty => {
                let hint = (old != "~" && old != "null").then_some(old);
                Ok(self.original.spliced(span.start, span.end, &written(words, hint, flow)))
            }
            _ => Err(self.original.unplaced(field.name_span.start, UNUSUAL)),
        }
    }

    /// The text with lines under a heading that has nothing under it, or `~` or `[]` behind its colon.
    fn fill(&self, heading: &Entry, lines: &[String]) -> Result<String, Unplaced> {
        let indentation = self.original.indentation(heading.name_span.start)?.to_owned() + &" ".repeat(self.step);
        let (colon, end) = (self.original.colon(heading)?, self.original.end(heading)?);
        let last = line_end(self.original.text, colon);
        if end > last {
            return Err(self.original.unplaced(heading.name_span.start, UNUSUAL));
        }
        let newline = self.original.newline(last);
        let added: String = lines.iter().map(|line| format!("{newline}{indentation}{line}")).collect();
        Ok([&self.original.text[..colon], &self.original.text[end..last], &added, &self.original.text[last..]].concat())
    }

    /// The text with an entry at the end of a list that is there.
    fn append(&self, field: &Entry, row: &[(&'static str, String)], flow: bool) -> Result<String, Unplaced> {
        let items: &[Node] = match &field.value.kind {
            Kind::List(items) => items,
            Kind::Empty => &[],
            _ => return Err(self.original.unplaced(field.name_span.start, UNUSUAL)),
        };
        let in_brackets = self.original.is_flow(&field.value);
        let Some(last) = items.last() else {
            if flow {
                let (from, to) = (self.original.colon(field)?, self.original.end(field)?);
                return Ok(self.original.spliced(from, to, &format!(" [{}]", self.flow_row(row, None))));
            }
            if matches!(field.value.kind, Kind::List(_)) && !in_brackets {
                return Err(self.original.unplaced(field.name_span.start, UNUSUAL));
            }
            return self.fill(field, &self.row(row, None, " "));
        };
        let end = self.original.end_of(last)?;
        if in_brackets {
            return Ok(self.original.spliced(end, end, &format!(", {}", self.flow_row(row, Some(last)))));
        }
        let dash = self.original.text[..last.span.start].trim_end().len().saturating_sub(1);
        // The place of an entry may be that of its hyphen or that of its words.
        let dash = if self.original.text[last.span.start..].starts_with("- ") { last.span.start } else { dash };
        if !self.original.text[dash..].starts_with('-') {
            return Err(self.original.unplaced(last.span.start, UNUSUAL));
        }
        let between = &self.original.text[dash + 1..last.span.start.max(dash + 1)];
        let gap = if !between.is_empty() && between.bytes().all(|byte| byte == b' ') { between } else { " " };
        let lines = match self.original.is_flow(last) {
            true => vec![format!("-{gap}{}", self.flow_row(row, Some(last)))],
            false => self.row(row, Some(last), gap),
        };
        Ok(self.original.below(end, self.original.indentation(dash)?, &lines))
    }

    /// The text with a field that is not there yet, behind those that come before it in the type.
    fn add_field(&self, under: &Node, section: &str, name: &str, value: &Put) -> Result<String, Unplaced> {
        let entries = under.entries();
        if self.original.is_flow(under) {
            let field = match value {
                Put::Words(words) => format!("{name}: {}", written(words, None, true)),
                Put::Entry(row) => format!("{name}: [{}]", self.flow_row(row, None)),
            };
            return match entries.last() {
                Some(last) => {
                    let end = self.original.end(last)?;
                    Ok(self.original.spliced(end, end, &format!(", {field}")))
                }
                None => Ok(self.original.spliced(under.span.start + 1, under.span.start + 1, &field)),
            };
        }
        let Some(first) = entries.first() else { return Err(self.original.unplaced(under.span.start, UNUSUAL)) };
        let indentation = self.original.indentation(first.name_span.start)?;
        let lines = self.block(name, value);
        let before: Vec<&str> = self.schema.at_path(section).map(|part| part.names().collect()).unwrap_or_default();
        let before = &before[..before.iter().position(|known| *known == name).unwrap_or(before.len())];
        match before.iter().rev().find_map(|known| under.entry(known)) {
            Some(sibling) => Ok(self.original.below(self.original.end(sibling)?, indentation, &lines)),
            None => {
                let start = line_start(self.original.text, first.name_span.start);
                let newline = self.original.newline(line_end(self.original.text, start));
                let added: String = lines.iter().map(|line| format!("{indentation}{line}{newline}")).collect();
                Ok(self.original.spliced(start, start, &added))
            }
        }
    }

    /// The text with a section that is not there yet, at its end.
    fn add_section(&self, section: &str, name: &str, value: &Put) -> Result<String, Unplaced> {
        let entries = self.root.entries();
        if self.original.is_flow(self.root) {
            return Err(self.original.unplaced(self.root.span.start, UNUSUAL));
        }
        let indentation = match entries.first() {
            Some(first) => self.original.indentation(first.name_span.start)?,
            None => "",
        };
        let newline = self.original.newline(self.original.text.len());
        let ended = self.original.text.is_empty() || self.original.text.ends_with('\n');
        let mut added = if ended { String::new() } else { newline.to_owned() };
        added.push_str(&format!("{newline}{indentation}{section}:"));
        for line in self.block(name, value) {
            added.push_str(&format!("{newline}{indentation}{}{line}", " ".repeat(self.step)));
        }
        if ended {
            added.push_str(newline);
        }
        Ok(self.original.spliced(self.original.text.len(), self.original.text.len(), &added))
    }
}

/// Words as they are written in place of others: in quotation marks of the same kind, if there were any.
fn written(words: &str, old: Option<&str>, flow: bool) -> String {
    let is_version = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit() || byte == b'.');
    match old {
        Some(old) if old.starts_with('"') => in_quotes(words),
        Some(old) if old.starts_with('\'') => format!("'{}'", words.replace('\'', "''")),
        Some(old) if is_version(old) && is_version(words) => words.to_owned(),
        _ if flow && words.contains([',', '[', ']', '{', '}']) => in_quotes(words),
        _ => quoted_if_needed(words),
    }
}
