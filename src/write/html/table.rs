//! Tables and pictures of a web page, each in a frame of its own.

use super::language::language;
use super::page::Page;
use super::style::escape;
use crate::doc::{Inline, Picture, Table, is_tight, numeric_columns, plain_text};

impl Page<'_> {
    pub(super) fn table(&mut self, table: &Table) {
        let caption = self.inlines(&table.caption);
        let words = table.name(&self.under);
        let number = self.tables.len() + 1;
        let times = self.tables.iter().filter(|other| **other == words).count();
        // A reader who jumps from table to table needs a name of its own for each.
        let name = match times {
            0 if !caption.is_empty() => format!("aria-labelledby=\"table-{number}\""),
            0 => format!("aria-label=\"{}\"", escape(&words)),
            _ => format!("aria-label=\"{}\"", escape(format!("{words} ({number})").trim())),
        };
        self.tables.push(words);
        match (self.bare, table.header.len()) {
            (true, _) => self.line("<table>"),
            (false, columns) => {
                let tight = if is_tight(table) { " tight" } else { "" };
                self.line(&format!(
                    "<div class=\"table\" role=\"group\" {name} tabindex=\"0\">\n<table class=\"columns-{columns}{tight}\">"
                ));
            }
        }
        if !caption.is_empty() {
            let id = if self.bare { String::new() } else { format!(" id=\"table-{number}\"") };
            self.line(&format!("<caption{id}>{caption}</caption>"));
        }
        self.line("<thead>\n<tr>");
        let numeric = numeric_columns(table);
        let is_numeric = |index: usize| numeric.get(index).copied().unwrap_or(false);
        for (index, cell) in table.header.iter().enumerate() {
            self.cell(cell, Some("col"), "", is_numeric(index));
        }
        self.line("</tr>\n</thead>\n<tbody>");
        for row in &table.rows {
            self.line("<tr>");
            for (index, cell) in row.iter().enumerate() {
                let heading = table.header.get(index).map(|heading| plain_text(heading)).unwrap_or_default();
                self.cell(cell, (index == 0).then_some("row"), &heading, is_numeric(index));
            }
            self.line("</tr>");
        }
        self.line(if self.bare { "</tbody>\n</table>" } else { "</tbody>\n</table>\n</div>" });
    }

    /// A picture under its caption; in place of one that has not been drawn stands what it shows.
    pub(super) fn picture(&mut self, picture: &Picture) {
        self.pictures += 1;
        let (number, caption) = (self.pictures, self.inlines(&picture.caption));
        let name = if caption.is_empty() {
            format!("aria-label=\"{}\"", escape(&picture.alt))
        } else {
            format!("aria-labelledby=\"picture-{number}\"")
        };
        self.line(&format!("<figure class=\"picture\" {name} tabindex=\"0\">"));
        if !caption.is_empty() {
            self.line(&format!("<figcaption id=\"picture-{number}\">{caption}</figcaption>"));
        }
        if picture.sheets.is_empty() {
            self.line(&format!("<p>{}</p>", escape(&picture.alt)));
        }
        for sheet in &picture.sheets {
            self.line(&sheet.svg(&format!("role=\"img\" aria-label=\"{}\" ", escape(&sheet.alt))));
        }
        self.line("</figure>");
        match &picture.table {
            Some(table) if picture.sheets.is_empty() => self.table(table),
            Some(table) => {
                self.line("<details class=\"same\">\n<summary>Read the picture as a table</summary>");
                self.table(table);
                self.line("</details>");
            }
            None => {}
        }
    }

    /// A cell: a header cell if it names a row or a column and is not empty. On a narrow screen, where a row is a card, every other cell
    /// says which column it is of. Numbers stand under each other.
    pub(super) fn cell(&mut self, inlines: &[Inline], scope: Option<&str>, heading: &str, numeric: bool) {
        let (words, language) = (self.inlines(inlines), language(&plain_text(inlines)));
        let class = if numeric && !self.bare { " class=\"numeric\"" } else { "" };
        match scope {
            Some(scope) if !words.trim().is_empty() => {
                self.line(&format!("<th scope=\"{scope}\"{class}{language}>{words}</th>"));
            }
            _ if self.bare || heading.trim().is_empty() => self.line(&format!("<td{class}{language}>{words}</td>")),
            _ => self.line(&format!("<td data-label=\"{}\"{class}{language}>{words}</td>", escape(heading.trim()))),
        }
    }
}
