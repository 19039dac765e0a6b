//! Tables: a caption above, a header row that repeats on every page, rows that stay whole, fixed columns.
//!
//! In: a [`Table`]. Out: its caption paragraph and `w:tbl`. The first row and the first column are marked as headers, and
//! the caption, or the heading above where there is none, is also the table's alternative text.
//!
//! Not here: how wide a column should be (`doc::column_widths`) and how the table looks (`stylesheet`).

use std::io;

use super::blocks::Place;
use super::lengths::{GAP, Twips};
use super::main_text::MainText;
use super::properties::{Borders, Indent, ParagraphProperties};
use super::remarks::{side, write_end};
use super::runs::reads_right_to_left;
use super::table_properties::{CellProperties, TableProperties};
use super::xml::Xml;
use crate::doc::{
    Cell, Table, column_widths, height_of_rows, is_tight, lines_of_rows, numeric_columns, room_in_columns,
};
use crate::write::remarked::Leaf;

/// No table is narrower, however deep it stands.
const NARROWEST: Twips = 2_400;
/// A table estimated at no more lines than this stays on one page.
const KEPT_TOGETHER: f64 = 12.0;
/// Of a longer one, the first two rows and the last two stay together if neither has more lines than this.
const SHORT_ROW: f64 = 5.0;

/// A column: its width, whether it holds numbers, and how many characters stand on a line of it.
type Column = (Twips, bool, usize);

impl MainText<'_> {
    /// Writes a table with its caption; one with a note is kept with what follows.
    pub(super) fn write_table(
        &mut self,
        xml: &mut Xml,
        table: &Table,
        place: Place,
        leaf: Leaf<'_>,
        noted: bool,
    ) -> io::Result<()> {
        // A remark begins above the table and ends in its last cell.
        let (above, last) = (Leaf { ends: None, ..leaf }, Leaf { mark: None, begins: None, ..leaf });
        let name = table.name(&self.under);
        let indent = place.indent();
        if !table.caption.is_empty() {
            // The style has the space above.
            self.gap = None;
            let indent = (indent > 0).then(|| Indent { left: indent, ..Indent::default() });
            let keep_next = Some(true);
            let properties = ParagraphProperties { indent, keep_next, ..ParagraphProperties::styled("Caption") };
            self.write_leaf(xml, properties, &table.caption, above)?;
        } else if self.gap.is_some() || leaf.begins.is_some() {
            // Word would join two tables with nothing between them.
            self.write_leaf(xml, ParagraphProperties::styled("TableText"), &[], above)?;
        }
        let tight = is_tight(self.alike.with(table));
        let style = if tight { "TableTextSmall" } else { "TableText" };
        let width = self.text_width.saturating_sub(indent).max(NARROWEST);
        let (shares, room) = (column_widths(self.alike.with(table)), room_in_columns(self.alike.with(table)));
        let kept = kept_rows(&lines_of_rows(table, &shares), noted);
        // A table that stands in has less room in its columns.
        let narrowed = f64::from(width) / f64::from(self.text_width.max(1));
        let room = room.into_iter().map(|room| (room as f64 * narrowed) as usize);
        let columns: Vec<Column> = in_twips(&shares, width)
            .into_iter()
            .zip(numeric_columns(table))
            .zip(room)
            .map(|((width, numeric), room)| (width, numeric, room))
            .collect();
        let properties = TableProperties {
            style: Some("PolicyTable"),
            width: Some(width),
            indent: Some(indent),
            borders: Borders { left: leaf.mark.map(side), ..Borders::default() },
            headers: true,
            caption: Some(&*name).filter(|name| !name.is_empty()),
            padding: tight.then_some((50, 50)),
        };
        xml.element("w:tbl", &[], |xml| {
            properties.write(xml)?;
            xml.element("w:tblGrid", &[], |xml| {
                columns.iter().try_for_each(|(width, ..)| xml.empty("w:gridCol", &[("w:w", &width.to_string())]))
            })?;
            let none = Leaf::default();
            let end = |after: usize| if after == table.rows.len() { last } else { none };
            let head = Row { header: true, keep_next: true, leaf: end(0) };
            self.write_row(xml, &table.header, &columns, style, head)?;
            (1..).zip(table.rows.iter().zip(kept)).try_for_each(|(after, (row, keep_next))| {
                self.write_row(xml, row, &columns, style, Row { header: false, keep_next, leaf: end(after) })
            })
        })?;
        self.gap = Some(GAP);
        Ok(())
    }

    fn write_row(
        &mut self,
        xml: &mut Xml,
        cells: &[Cell],
        columns: &[Column],
        style: &'static str,
        row: Row<'_>,
    ) -> io::Result<()> {
        let Row { header, keep_next, leaf } = row;
        // Word keeps a row with the next one if its paragraphs are kept so.
        let keep_next = keep_next.then_some(true);
        xml.element("w:tr", &[], |xml| {
            xml.element("w:trPr", &[], |xml| {
                xml.flag("w:cantSplit", true)?;
                xml.flag("w:tblHeader", header)
            })?;
            columns.iter().enumerate().try_for_each(|(column, (width, at_right, room))| {
                xml.element("w:tc", &[], |xml| {
                    CellProperties { width: Some(*width), ..CellProperties::default() }.write(xml)?;
                    let words = cells.get(column).map_or(&[][..], Vec::as_slice);
                    let right_to_left = reads_right_to_left(words);
                    let at_right = *at_right;
                    let properties = ParagraphProperties {
                        keep_next,
                        right_to_left,
                        at_right,
                        ..ParagraphProperties::styled(style)
                    };
                    xml.element("w:p", &[], |xml| {
                        properties.write(xml)?;
                        self.links.write_cell(xml, words, *room)?;
                        if column + 1 == columns.len() { write_end(xml, leaf) } else { Ok(()) }
                    })
                })
            })
        })
    }
}

/// What tells a row from the others of its table.
#[derive(Clone, Copy)]
struct Row<'a> {
    header: bool,
    /// On the same page as the next row, or as what follows the table.
    keep_next: bool,
    leaf: Leaf<'a>,
}

/// Which rows of a table stay with what comes next, by their lines: all but the last of a short table; of a longer one, no row stands
/// alone under its head. With a note, the last row stays with it.
fn kept_rows(lines: &[f64], noted: bool) -> Vec<bool> {
    let whole = height_of_rows(lines) <= KEPT_TOGETHER;
    let both_short = |at: usize| lines[at..].iter().take(2).all(|lines| *lines <= SHORT_ROW);
    let kept = |at: usize| match lines.len() - at {
        1 => noted,
        2 => whole || both_short(at),
        _ => whole || at == 0 && both_short(at),
    };
    (0..lines.len()).map(kept).collect()
}

/// The shares of a width as whole twips that add up to it.
fn in_twips(shares: &[f64], width: Twips) -> Vec<Twips> {
    let edge = |count: usize| (shares[..count].iter().sum::<f64>() * f64::from(width)).round() as Twips;
    (0..shares.len()).map(|column| edge(column + 1).saturating_sub(edge(column))).collect()
}

#[cfg(test)]
mod tests {
    use super::{in_twips, kept_rows};

    #[test]
    fn a_short_table_stays_whole_and_no_row_of_a_longer_one_stands_alone() {
        assert_eq!(kept_rows(&[1.0; 4], false), [true, true, true, false]);
        assert_eq!(kept_rows(&[2.0; 6], true), [true, false, false, false, true, true]);
        assert_eq!(kept_rows(&[2.0, 2.0, 2.0, 9.0], false), [true, false, false, false]);
        assert_eq!(kept_rows(&[], true), [false; 0]);
    }

    #[test]
    fn the_columns_of_a_table_add_up_to_its_width() {
        assert_eq!(in_twips(&[1.0 / 3.0, 1.0 / 3.0, 1.0 / 3.0], 9_412), [3_137, 3_138, 3_137]);
    }
}
