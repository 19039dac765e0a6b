//! A text with values laid over it: what stands behind a heading that is there, and headings that are new.
//!
//! In: the text, its tree, what is meant. Out: splices, and the text joined from them. Not here: the entries of lists (`list`), or how new values are
//! written (`lines`, `words`).

use super::lines::{block, flow, units};
use super::meant::Meant;
use super::same::{is_nothing, same};
use super::words::in_place;
use crate::text::Sources;
use crate::yaml::edit::step;
use crate::yaml::parse::parse;
use crate::yaml::schema::FieldSchema;
use crate::yaml::splice::{Original, UNUSUAL, Unplaced, line_end, line_start};
use crate::yaml::tree::{Entry, Kind, Node, Style};

/// A text with values laid over it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Laid {
    /// The text.
    pub(crate) text: String,
    /// How many answers are others than before; an entry of a list is one.
    pub(crate) changed: usize,
    /// How many there were none of before.
    pub(crate) new: usize,
    /// How many there are none of now.
    pub(crate) gone: usize,
}

/// A part of the text, and what is to stand there.
struct Splice {
    from: usize,
    to: usize,
    by: String,
}

/// A text with values laid over it.
///
/// # Errors
/// If the text is written in a way that cannot be changed safely.
pub(crate) fn lay(text: &str, meant: &[(String, Meant)], schema: FieldSchema<'_>) -> Result<Laid, Unplaced> {
    let mut sources = Sources::default();
    let id = sources.add("", text);
    let unusual = || Unplaced { line: 1, why: UNUSUAL };
    let root = parse(&sources, sources.whole(id)).root.ok_or_else(unusual)?;
    let mut layer =
        Layer { original: Original { text }, step: step(text, &root), splices: Vec::new(), laid: Laid::default() };
    layer.root(&root, meant, schema)?;
    let laid = layer.joined()?;
    let id = sources.add("", &laid.text);
    let after = parse(&sources, sources.whole(id)).root.ok_or_else(unusual)?;
    let wrong = meant.iter().find(|(name, meant)| {
        let property = schema.property(name).unwrap_or(schema);
        !same(after.entry(name).map(|entry| &entry.value), meant, property)
    });
    match wrong {
        None => Ok(laid),
        Some((name, _)) => {
            let at = root.entry(name).map_or(0, |entry| entry.name_span.start);
            Err(Original { text }.unplaced(at, UNUSUAL))
        }
    }
}

pub(super) struct Layer<'a> {
    pub(super) original: Original<'a>,
    pub(super) step: usize,
    splices: Vec<Splice>,
    pub(super) laid: Laid,
}

impl Layer<'_> {
    pub(super) fn splice(&mut self, from: usize, to: usize, by: impl Into<String>) {
        self.splices.push(Splice { from, to, by: by.into() });
    }

    /// The text with all its splices.
    fn joined(mut self) -> Result<Laid, Unplaced> {
        self.splices.sort_by_key(|splice| splice.from);
        let mut at = 0;
        for splice in &self.splices {
            if splice.from < at || splice.to < splice.from {
                return Err(self.original.unplaced(splice.from.min(self.original.text.len()), UNUSUAL));
            }
            self.laid.text.push_str(&self.original.text[at..splice.from]);
            self.laid.text.push_str(&splice.by);
            at = splice.to;
        }
        self.laid.text.push_str(&self.original.text[at..]);
        Ok(self.laid)
    }

    /// The headings of the whole file. New ones stand at its end, with an empty line before each.
    fn root(&mut self, root: &Node, meant: &[(String, Meant)], schema: FieldSchema<'_>) -> Result<(), Unplaced> {
        let text = self.original.text;
        let newline = self.original.newline(text.len());
        let mut added = String::new();
        for (name, meant) in meant {
            let property = schema.property(name).unwrap_or(schema);
            let entry = root.entry(name);
            if same(entry.map(|entry| &entry.value), meant, property) {
                continue;
            }
            match entry {
                Some(entry) if *meant == Meant::Absent => self.take_out(entry, root)?,
                Some(entry) => self.value(entry, meant, property, self.original.is_flow(root))?,
                None => {
                    self.laid.new += units(meant);
                    let indentation = match root.entries().first() {
                        Some(first) => self.original.indentation(first.name_span.start)?,
                        None => "",
                    };
                    let lines = block(name, meant, self.step);
                    if lines.len() > 1 || !added.is_empty() || !text.is_empty() {
                        added.push_str(newline);
                    }
                    for line in lines {
                        added.push_str(&format!("{indentation}{line}{newline}"));
                    }
                }
            }
        }
        if added.is_empty() {
            return Ok(());
        }
        if self.original.is_flow(root) {
            return Err(self.original.unplaced(root.span.start, UNUSUAL));
        }
        if !text.is_empty() && !text.ends_with('\n') {
            added.insert_str(0, newline);
        }
        self.splice(text.len(), text.len(), added);
        Ok(())
    }

    /// The headings below another. New ones stand behind those that come before them in the type.
    pub(super) fn headings(
        &mut self,
        node: &Node,
        meant: &[(String, Meant)],
        schema: FieldSchema<'_>,
    ) -> Result<(), Unplaced> {
        let is_flow = self.original.is_flow(node);
        for (name, meant) in meant {
            let property = schema.property(name).unwrap_or(schema);
            match node.entry(name) {
                entry if same(entry.map(|entry| &entry.value), meant, property) => {}
                Some(entry) if *meant == Meant::Absent => self.take_out(entry, node)?,
                Some(entry) => self.value(entry, meant, property, is_flow)?,
                None => {
                    self.laid.new += units(meant);
                    self.add(node, name, meant, schema)?;
                }
            }
        }
        Ok(())
    }

    /// Takes a heading out with its lines. One with a comment among them is left: whoever wrote it means something by it.
    fn take_out(&mut self, entry: &Entry, among: &Node) -> Result<(), Unplaced> {
        let (text, at) = (self.original.text, entry.name_span.start);
        let unusual = || self.original.unplaced(at, UNUSUAL);
        self.original.indentation(at)?;
        let (start, end) = (line_start(text, at), line_end(text, self.original.end(entry)?));
        let has_comment = text[start..end].lines().any(|line| line.trim_start().starts_with('#'));
        if self.original.is_flow(among) || has_comment {
            return Err(unusual());
        }
        let next = text[end..].find('\n').map_or(text.len(), |newline| end + newline + 1);
        self.laid.gone += 1;
        self.splice(start, next, "");
        Ok(())
    }

    /// A heading that is not there yet, among others.
    fn add(&mut self, node: &Node, name: &str, meant: &Meant, schema: FieldSchema<'_>) -> Result<(), Unplaced> {
        let entries = node.entries();
        let (Some(first), Some(last)) = (entries.first(), entries.last()) else {
            return Err(self.original.unplaced(node.span.start, UNUSUAL));
        };
        if self.original.is_flow(node) {
            let end = self.original.end(last)?;
            self.splice(end, end, format!(", {name}: {}", flow(meant)));
            return Ok(());
        }
        // The first heading of an entry of a list stands behind its hyphen, and the others as far to the right.
        let column = first.name_span.start - line_start(self.original.text, first.name_span.start);
        let before: Vec<&str> = schema.names().take_while(|known| *known != name).collect();
        let sibling = before.iter().rev().find_map(|known| node.entry(known));
        // Where none comes before it, it stands behind the first all the same: nothing is moved from behind a hyphen.
        let sibling = sibling.unwrap_or(first);
        let end = line_end(self.original.text, self.original.end(sibling)?);
        let newline = self.original.newline(end);
        let lines = block(name, meant, self.step);
        let added: String = lines.iter().map(|line| format!("{newline}{}{line}", " ".repeat(column))).collect();
        self.splice(end, end, added);
        Ok(())
    }

    /// What stands behind a heading that is there, and differs.
    fn value(&mut self, entry: &Entry, meant: &Meant, schema: FieldSchema<'_>, flow: bool) -> Result<(), Unplaced> {
        let node = &entry.value;
        let is_flow = self.original.is_flow(node);
        match (&node.kind, meant) {
            (Kind::Headings(entries), Meant::Headings(fields)) if !entries.is_empty() => {
                self.headings(node, fields, schema)
            }
            (Kind::List(olds), Meant::List(items)) if !is_flow && !olds.is_empty() => {
                self.list(olds, items, schema.entry())
            }
            (Kind::List(olds), Meant::Nothing) if !is_flow && !olds.is_empty() => self.list(olds, &[], schema.entry()),
            _ => {
                match (is_nothing_there(node), is_nothing(meant)) {
                    (true, _) => self.laid.new += units(meant),
                    (_, true) => self.laid.gone += 1,
                    _ => self.laid.changed += 1,
                }
                self.replace(entry, meant, flow)
            }
        }
    }

    /// Another value behind a heading, in place of all of the old one.
    fn replace(&mut self, entry: &Entry, meant: &Meant, is_flow: bool) -> Result<(), Unplaced> {
        let node = &entry.value;
        let text = self.original.text;
        let colon = self.original.colon(entry)?;
        let (mut start, mut end) = (node.span.start, self.original.end_of(node)?);
        let old = &text[node.span.range()];
        let was_empty = node.span.start == node.span.end || old.trim().is_empty();
        if was_empty {
            (start, end) = (colon, colon);
        }
        let is_block = matches!(node.kind, Kind::Words { style: Style::Block, .. }) || old.starts_with(['|', '>']);
        let stands_below = text[colon..end.max(colon)].contains('\n');
        if stands_below && !is_block && text[colon..end].lines().skip(1).any(|line| line.trim_start().starts_with('#'))
        {
            return Err(self.original.unplaced(entry.name_span.start, UNUSUAL));
        }
        if is_block {
            // The sign before the words belongs to them, and so does a remark behind it.
            (start, end) = (colon, line_end(text, end.max(colon)));
        } else if stands_below {
            start = colon;
        }
        let end = end.max(start);
        let is_last = text[end..line_end(text, end)].trim().is_empty();
        if is_nothing(meant) {
            match is_flow {
                true => self.splice(start, end, if was_empty { "" } else { "\"\"" }),
                false => self.splice(colon, end, ""),
            }
            return Ok(());
        }
        let gap = if start == colon { " " } else { "" };
        let words = match meant {
            _ if is_flow => Some(flow(meant)),
            Meant::Words(words) if words.contains('\n') && is_last => None,
            Meant::Words(words) | Meant::Bare(words) => {
                let hint = (!was_empty && !is_block && !stands_below && !matches!(old, "~" | "null")).then_some(old);
                let hint = hint.filter(|_| matches!(node.kind, Kind::Words { .. } | Kind::Empty));
                Some(in_place(words, hint, matches!(meant, Meant::Bare(_))))
            }
            Meant::List(_)
                if self.original.is_flow(node) && !matches!(&node.kind, Kind::List(olds) if olds.is_empty()) =>
            {
                Some(flow(meant))
            }
            _ if !is_last => Some(flow(meant)),
            _ => None,
        };
        if let Some(words) = words {
            self.splice(start, end, format!("{gap}{words}"));
            return Ok(());
        }
        let name_at = entry.name_span.start;
        let column = name_at - line_start(text, name_at);
        let newline = self.original.newline(line_end(text, name_at));
        let lines = block(&entry.name, meant, self.step);
        let mut added = String::new();
        // The first line is the name itself with what follows its colon: a sign before words, or nothing.
        if let Some(behind) = lines.first().and_then(|first| first.strip_prefix(&format!("{}:", entry.name))) {
            added.push_str(behind);
        }
        for line in lines.iter().skip(1) {
            added.push_str(&format!("{newline}{}{line}", " ".repeat(if line.is_empty() { 0 } else { column })));
        }
        self.splice(colon, end, added);
        Ok(())
    }
}

/// Whether a value holds nothing.
fn is_nothing_there(node: &Node) -> bool {
    match &node.kind {
        Kind::Empty => true,
        Kind::List(items) => items.is_empty(),
        Kind::Headings(entries) => entries.is_empty(),
        Kind::Words { text, .. } => text.trim().is_empty(),
    }
}
