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

/// Why a value cannot be put in its place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Unplaced {
    /// The line that stands in the way, from 1.
    pub line: usize,
    /// What is the matter with it.
    pub why: &'static str,
}

const SEVERAL_LINES: &str = "this value runs over several lines; write it on one line after the colon";
const UNUSUAL: &str =
    "this is written in a way that cannot be changed without changing more; write the new value here yourself";

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
    Editor { text, step: step(text, &root), root: &root, schema: Schema::of::<T>() }.put(section, name, value)
}

/// How far headings are indented under another in this file.
fn step(text: &str, root: &Node) -> usize {
    let column = |at: usize| at - line_start(text, at);
    let mut nested = root.entries().iter().filter_map(|entry| {
        let first = entry.value.entries().first()?;
        column(first.name_span.start).checked_sub(column(entry.name_span.start)).filter(|step| (1..=8).contains(step))
    });
    nested.next().unwrap_or(2)
}

fn line_start(text: &str, at: usize) -> usize {
    text[..at].rfind('\n').map_or(0, |newline| newline + 1)
}

/// The end of the line that holds a byte, before its line ending.
fn line_end(text: &str, at: usize) -> usize {
    let end = text[at..].find('\n').map_or(text.len(), |length| at + length);
    if text[at..end].ends_with('\r') { end - 1 } else { end }
}

struct Editor<'a> {
    text: &'a str,
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
                    Put::Words(words) => self.replace(field, words, self.is_flow(&under.value)),
                    Put::Entry(row) => self.append(field, row, self.is_flow(&under.value)),
                },
            },
            Kind::Empty if self.is_flow(self.root) => Err(self.unplaced(under.name_span.start, UNUSUAL)),
            Kind::Empty => {
                let lines = self.block(name, value);
                self.fill(under, &lines)
            }
            _ => Err(self.unplaced(under.name_span.start, UNUSUAL)),
        }
    }

    fn unplaced(&self, at: usize, why: &'static str) -> Unplaced {
        Unplaced { line: self.text[..at].matches('\n').count() + 1, why }
    }

    fn is_flow(&self, node: &Node) -> bool {
        !matches!(node.kind, Kind::Words { .. }) && self.text[node.span.start..].starts_with(['[', '{'])
    }

    /// The spaces before a place in its line; an error if anything else stands there.
    fn indentation(&self, at: usize) -> Result<&str, Unplaced> {
        let before = &self.text[line_start(self.text, at)..at];
        if before.bytes().all(|byte| byte == b' ') { Ok(before) } else { Err(self.unplaced(at, UNUSUAL)) }
    }

    /// The byte behind the colon of a heading.
    fn colon(&self, entry: &Entry) -> Result<usize, Unplaced> {
        let rest = &self.text[entry.name_span.end..];
        let colon = rest.find(|c: char| c != ' ').filter(|at| rest[*at..].starts_with(':'));
        colon.map(|at| entry.name_span.end + at + 1).ok_or_else(|| self.unplaced(entry.name_span.start, UNUSUAL))
    }

    /// Where a heading with all that belongs to it ends.
    fn end(&self, entry: &Entry) -> Result<usize, Unplaced> {
        let colon = self.colon(entry)?;
        Ok(self.end_of(&entry.value)?.max(colon))
    }

    fn end_of(&self, node: &Node) -> Result<usize, Unplaced> {
        let mut end = match &node.kind {
            Kind::Empty if node.span.start == node.span.end => return Ok(0),
            Kind::Words { .. } | Kind::Empty => self.text[..node.span.end].trim_end().len(),
            Kind::Headings(entries) => self.last_of(entries.iter().map(|entry| self.end(entry)))?,
            Kind::List(items) => self.last_of(items.iter().map(|item| self.end_of(item)))?,
        };
        if self.is_flow(node) && !matches!(node.kind, Kind::Empty) {
            // What an inner bracket may hide has been counted already; between the last entry and the bracket stand commas and remarks.
            end = end.max(node.span.start + 1);
            let mut in_remark = false;
            let close = self.text[end..].find(|c: char| {
                in_remark = (in_remark || c == '#') && c != '\n';
                !in_remark && matches!(c, ']' | '}')
            });
            end += close.ok_or_else(|| self.unplaced(node.span.start, UNUSUAL))? + 1;
        }
        Ok(end)
    }

    fn last_of(&self, mut ends: impl Iterator<Item = Result<usize, Unplaced>>) -> Result<usize, Unplaced> {
        ends.try_fold(0, |last, end| Ok(last.max(end?)))
    }

    /// The text with a part replaced.
    fn spliced(&self, from: usize, to: usize, by: &str) -> String {
        [&self.text[..from], by, &self.text[to..]].concat()
    }

    /// The line ending at a place, or that of the file where there is none.
    fn newline(&self, at: usize) -> &'static str {
        let rest = &self.text[at..];
        let first = self.text.find('\n').unwrap_or(0);
        if rest.starts_with("\r\n") || (!rest.starts_with('\n') && self.text[..first].ends_with('\r')) {
            "\r\n"
        } else {
            "\n"
        }
    }

    /// The text with lines added below the line that holds a place.
    fn below(&self, at: usize, indentation: &str, lines: &[String]) -> String {
        let end = line_end(self.text, at);
        let newline = self.newline(end);
        let added: String = lines.iter().map(|line| format!("{newline}{indentation}{line}")).collect();
        self.spliced(end, end, &added)
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

    /// An entry of a list as lines of its own, in the manner of the entry before it.
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
        let old = |name: &str| like.and_then(|like| like.entry(name)).map(|entry| &self.text[entry.value.span.range()]);
        row.iter().map(|(name, words)| format!("{name}: {}", written(words, old(name), flow))).collect()
    }

    /// The text with new words in a field that is there.
    fn replace(&self, field: &Entry, words: &str, flow: bool) -> Result<String, Unplaced> {
        let span = field.value.span;
        let old = &self.text[span.range()];
        match &field.value.kind {
            Kind::Words { style: Style::Block, .. } => Err(self.unplaced(field.name_span.start, SEVERAL_LINES)),
            Kind::Words { .. } if old.contains('\n') => Err(self.unplaced(field.name_span.start, SEVERAL_LINES)),
            Kind::Empty if old.trim().is_empty() => {
                let colon = self.colon(field)?;
                Ok(self.spliced(colon, colon, &format!(" {}", written(words, None, flow))))
            }
            Kind::Empty if old.starts_with(['|', '>']) => Err(self.unplaced(field.name_span.start, SEVERAL_LINES)),
            Kind::Words { .. } | Kind::Empty => {
                let hint = (old != "~" && old != "null").then_some(old);
                Ok(self.spliced(span.start, span.end, &written(words, hint, flow)))
            }
            _ => Err(self.unplaced(field.name_span.start, UNUSUAL)),
        }
    }

    /// The text with lines under a heading that has nothing under it, or `~` or `[]` behind its colon.
    fn fill(&self, heading: &Entry, lines: &[String]) -> Result<String, Unplaced> {
        let indentation = self.indentation(heading.name_span.start)?.to_owned() + &" ".repeat(self.step);
        let (colon, end) = (self.colon(heading)?, self.end(heading)?);
        let last = line_end(self.text, colon);
        if end > last {
            return Err(self.unplaced(heading.name_span.start, UNUSUAL));
        }
        let newline = self.newline(last);
        let added: String = lines.iter().map(|line| format!("{newline}{indentation}{line}")).collect();
        Ok([&self.text[..colon], &self.text[end..last], &added, &self.text[last..]].concat())
    }

    /// The text with an entry at the end of a list that is there.
    fn append(&self, field: &Entry, row: &[(&'static str, String)], flow: bool) -> Result<String, Unplaced> {
        let items: &[Node] = match &field.value.kind {
            Kind::List(items) => items,
            Kind::Empty => &[],
            _ => return Err(self.unplaced(field.name_span.start, UNUSUAL)),
        };
        let in_brackets = self.is_flow(&field.value);
        let Some(last) = items.last() else {
            if flow {
                let (from, to) = (self.colon(field)?, self.end(field)?);
                return Ok(self.spliced(from, to, &format!(" [{}]", self.flow_row(row, None))));
            }
            if matches!(field.value.kind, Kind::List(_)) && !in_brackets {
                return Err(self.unplaced(field.name_span.start, UNUSUAL));
            }
            return self.fill(field, &self.row(row, None, " "));
        };
        let end = self.end_of(last)?;
        if in_brackets {
            return Ok(self.spliced(end, end, &format!(", {}", self.flow_row(row, Some(last)))));
        }
        let dash = self.text[..last.span.start].trim_end().len().saturating_sub(1);
        // The place of an entry may be that of its hyphen or that of its words.
        let dash = if self.text[last.span.start..].starts_with("- ") { last.span.start } else { dash };
        if !self.text[dash..].starts_with('-') {
            return Err(self.unplaced(last.span.start, UNUSUAL));
        }
        let between = &self.text[dash + 1..last.span.start.max(dash + 1)];
        let gap = if !between.is_empty() && between.bytes().all(|byte| byte == b' ') { between } else { " " };
        let lines = match self.is_flow(last) {
            true => vec![format!("-{gap}{}", self.flow_row(row, Some(last)))],
            false => self.row(row, Some(last), gap),
        };
        Ok(self.below(end, self.indentation(dash)?, &lines))
    }

    /// The text with a field that is not there yet, behind those that come before it in the type.
    fn add_field(&self, under: &Node, section: &str, name: &str, value: &Put) -> Result<String, Unplaced> {
        let entries = under.entries();
        if self.is_flow(under) {
            let field = match value {
                Put::Words(words) => format!("{name}: {}", written(words, None, true)),
                Put::Entry(row) => format!("{name}: [{}]", self.flow_row(row, None)),
            };
            return match entries.last() {
                Some(last) => {
                    let end = self.end(last)?;
                    Ok(self.spliced(end, end, &format!(", {field}")))
                }
                None => Ok(self.spliced(under.span.start + 1, under.span.start + 1, &field)),
            };
        }
        let Some(first) = entries.first() else { return Err(self.unplaced(under.span.start, UNUSUAL)) };
        let indentation = self.indentation(first.name_span.start)?;
        let lines = self.block(name, value);
        let before: Vec<&str> = self.schema.at_path(section).map(|part| part.names().collect()).unwrap_or_default();
        let before = &before[..before.iter().position(|known| *known == name).unwrap_or(before.len())];
        match before.iter().rev().find_map(|known| under.entry(known)) {
            Some(sibling) => Ok(self.below(self.end(sibling)?, indentation, &lines)),
            None => {
                let start = line_start(self.text, first.name_span.start);
                let newline = self.newline(line_end(self.text, start));
                let added: String = lines.iter().map(|line| format!("{indentation}{line}{newline}")).collect();
                Ok(self.spliced(start, start, &added))
            }
        }
    }

    /// The text with a section that is not there yet, at its end.
    fn add_section(&self, section: &str, name: &str, value: &Put) -> Result<String, Unplaced> {
        let entries = self.root.entries();
        if self.is_flow(self.root) {
            return Err(self.unplaced(self.root.span.start, UNUSUAL));
        }
        let indentation = match entries.first() {
            Some(first) => self.indentation(first.name_span.start)?,
            None => "",
        };
        let newline = self.newline(self.text.len());
        let ended = self.text.is_empty() || self.text.ends_with('\n');
        let mut added = if ended { String::new() } else { newline.to_owned() };
        added.push_str(&format!("{newline}{indentation}{section}:"));
        for line in self.block(name, value) {
            added.push_str(&format!("{newline}{indentation}{}{line}", " ".repeat(self.step)));
        }
        if ended {
            added.push_str(newline);
        }
        Ok(self.spliced(self.text.len(), self.text.len(), &added))
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
