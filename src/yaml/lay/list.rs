//! The entries of a list laid over those that are there.
//!
//! In: the nodes of the old entries, and the entries that are meant. Out: splices. Entries that mean the same are matched in their order, the
//! most that can be; what is left between two of them is changed in place, one by one, and the rest is added or taken out.

use super::layer::Layer;
use super::lines::{flow, item_lines};
use super::meant::Meant;
use super::same::same;
use super::words::in_place;
use crate::yaml::schema::FieldSchema;
use crate::yaml::splice::{UNUSUAL, Unplaced, line_end, line_start};
use crate::yaml::tree::{Kind, Node, Style};

impl Layer<'_> {
    /// The entries of a list that stand on lines of their own.
    pub(super) fn list(&mut self, olds: &[Node], items: &[Meant], schema: FieldSchema<'_>) -> Result<(), Unplaced> {
        let (mut old, mut new) = (0, 0);
        for (old_at, new_at) in matched(olds, items, schema).into_iter().chain([(olds.len(), items.len())]) {
            while old < old_at && new < new_at {
                self.laid.changed += 1;
                let counted = (self.laid.changed, self.laid.new, self.laid.gone);
                self.item(&olds[old], &items[new], schema)?;
                // An entry of a list is one answer, however much of it differs.
                (self.laid.changed, self.laid.new, self.laid.gone) = counted;
                (old, new) = (old + 1, new + 1);
            }
            while new < new_at {
                self.laid.new += 1;
                self.insert(olds, old, &items[new])?;
                new += 1;
            }
            while old < old_at {
                self.laid.gone += 1;
                self.delete(&olds[old])?;
                old += 1;
            }
            (old, new) = (old_at + 1, new_at + 1);
        }
        Ok(())
    }

    /// One entry in place of another.
    fn item(&mut self, old: &Node, item: &Meant, schema: FieldSchema<'_>) -> Result<(), Unplaced> {
        let end = self.original.end_of(old)?;
        match (&old.kind, item) {
            (Kind::Headings(entries), Meant::Headings(fields)) if !entries.is_empty() => {
                self.headings(old, fields, schema)
            }
            (Kind::Words { style: Style::Plain | Style::Quoted, .. }, Meant::Words(words) | Meant::Bare(words)) => {
                let written = &self.original.text[old.span.range()];
                let hint = (!written.contains('\n')).then_some(written);
                let words = in_place(words, hint, matches!(item, Meant::Bare(_)));
                self.splice(old.span.start, end, words);
                Ok(())
            }
            (Kind::Words { style: Style::Plain | Style::Quoted, .. }, _) => {
                self.splice(old.span.start, end, flow(item));
                Ok(())
            }
            _ => Err(self.original.unplaced(old.span.start, UNUSUAL)),
        }
    }

    /// Where the hyphen of an entry stands, and what stands between it and the entry.
    fn dash(&self, item: &Node) -> Result<(usize, &str), Unplaced> {
        let text = self.original.text;
        let before = text[..item.span.start].trim_end().len().saturating_sub(1);
        // The place of an entry may be that of its hyphen or that of its words.
        let dash = if text[item.span.start..].starts_with("- ") && self.original.indentation(item.span.start).is_ok() {
            item.span.start
        } else {
            before
        };
        if !text[dash..].starts_with('-') {
            return Err(self.original.unplaced(item.span.start, UNUSUAL));
        }
        let between = text.get(dash + 1..item.span.start).unwrap_or_default();
        let gap = if !between.is_empty() && between.bytes().all(|byte| byte == b' ') { between } else { " " };
        Ok((dash, gap))
    }

    /// A new entry before the old one of that number.
    fn insert(&mut self, olds: &[Node], at: usize, item: &Meant) -> Result<(), Unplaced> {
        let text = self.original.text;
        let beside = &olds[at.saturating_sub(1)];
        let (dash, gap) = self.dash(beside)?;
        let indentation = self.original.indentation(dash)?;
        let lines = match self.original.is_flow(beside) {
            true => vec![format!("-{gap}{}", flow(item))],
            false => item_lines(item, self.step, gap),
        };
        let indented =
            lines.iter().map(|line| if line.is_empty() { line.clone() } else { format!("{indentation}{line}") });
        if at == 0 {
            let start = line_start(text, dash);
            let newline = self.original.newline(line_end(text, start));
            let added: String = indented.map(|line| line + newline).collect();
            self.splice(start, start, added);
        } else {
            let end = line_end(text, self.original.end_of(beside)?);
            let newline = self.original.newline(end);
            let added: String = indented.map(|line| newline.to_owned() + &line).collect();
            self.splice(end, end, added);
        }
        Ok(())
    }

    /// Takes an entry out with its lines; a comment on a line of its own stays.
    fn delete(&mut self, item: &Node) -> Result<(), Unplaced> {
        let text = self.original.text;
        let (dash, _) = self.dash(item)?;
        self.original.indentation(dash)?;
        let start = line_start(text, dash);
        let end = line_end(text, self.original.end_of(item)?);
        let comments: Vec<&str> = match holds_block(item) {
            true => Vec::new(),
            false => text[start..end].lines().filter(|line| line.trim_start().starts_with('#')).collect(),
        };
        let newline = self.original.newline(end);
        if start == 0 {
            return Err(self.original.unplaced(dash, UNUSUAL));
        }
        let from = line_end(text, start - 1);
        let kept: String = comments.iter().map(|line| format!("{newline}{line}")).collect();
        self.splice(from, end, kept);
        Ok(())
    }
}

/// Whether words stand below a sign in a node, where a line that begins with `#` is part of them.
fn holds_block(node: &Node) -> bool {
    match &node.kind {
        Kind::Words { style, .. } => *style == Style::Block,
        Kind::List(items) => items.iter().any(holds_block),
        Kind::Headings(entries) => entries.iter().any(|entry| holds_block(&entry.value)),
        Kind::Empty => false,
    }
}

/// How many pairs of entries are compared at most.
const MOST_COMPARED: usize = 250_000;

/// The pairs of old and new entries that mean the same: the longest common sequence, or, of very long lists, what they begin with alike.
fn matched(olds: &[Node], items: &[Meant], schema: FieldSchema<'_>) -> Vec<(usize, usize)> {
    let is_same = |old: usize, new: usize| same(Some(&olds[old]), &items[new], schema);
    let first = (0..olds.len().min(items.len())).take_while(|at| is_same(*at, *at)).count();
    let mut pairs: Vec<(usize, usize)> = (0..first).map(|at| (at, at)).collect();
    let (rows, columns) = (olds.len() - first, items.len() - first);
    if rows * columns == 0 || rows * columns > MOST_COMPARED {
        return pairs;
    }
    let alike: Vec<Vec<bool>> =
        (0..rows).map(|row| (0..columns).map(|column| is_same(first + row, first + column)).collect()).collect();
    let mut longest = vec![vec![0_usize; columns + 1]; rows + 1];
    for row in (0..rows).rev() {
        for column in (0..columns).rev() {
            longest[row][column] = match alike[row][column] {
                true => longest[row + 1][column + 1] + 1,
                false => longest[row + 1][column].max(longest[row][column + 1]),
            };
        }
    }
    let (mut row, mut column) = (0, 0);
    while row < rows && column < columns {
        if alike[row][column] {
            pairs.push((first + row, first + column));
            (row, column) = (row + 1, column + 1);
        } else if longest[row + 1][column] >= longest[row][column + 1] {
            row += 1;
        } else {
            column += 1;
        }
    }
    pairs
}
