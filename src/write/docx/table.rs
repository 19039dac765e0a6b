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
use crate::doc::{Cell, Table, column_widths, is_tight, numeric_columns};
use crate::write::remarked::Leaf;

/// No table is narrower, however deep it stands.
const NARROWEST: Twips = 2_400;

impl MainText<'_> {
    /// Writes a table with its caption.
    pub(super) fn write_table(&mut self, xml: &mut Xml, table: &Table, place: Place, leaf: Leaf<'_>) -> io::Result<()> {
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
        let columns = in_twips(&column_widths(self.alike.with(table)), width);
        let columns: Vec<(Twips, bool)> = columns.into_iter().zip(numeric_columns(table)).collect();
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
                columns.iter().try_for_each(|(width, _)| xml.empty("w:gridCol", &[("w:w", &width.to_string())]))
            })?;
            let none = Leaf::default();
            let end = |after: usize| if after == table.rows.len() { last } else { none };
            self.write_row(xml, &table.header, &columns, style, true, end(0))?;
            (1..)
                .zip(&table.rows)
                .try_for_each(|(after, row)| self.write_row(xml, row, &columns, style, false, end(after)))
        })?;
        self.gap = Some(GAP);
        Ok(())
    }

    fn write_row(
        &mut self,
        xml: &mut Xml,
        cells: &[Cell],
        columns: &[(Twips, bool)],
        style: &'static str,
        header: bool,
        leaf: Leaf<'_>,
    ) -> io::Result<()> {
        // Word keeps a row with the next one if its paragraphs are kept so.
        let keep_next = header.then_some(true);
        xml.element("w:tr", &[], |xml| {
            xml.element("w:trPr", &[], |xml| {
                xml.flag("w:cantSplit", true)?;
                xml.flag("w:tblHeader", header)
            })?;
            columns.iter().enumerate().try_for_each(|(column, (width, at_right))| {
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
                        self.links.write_cell(xml, words)?;
                        if column + 1 == columns.len() { write_end(xml, leaf) } else { Ok(()) }
                    })
                })
            })
        })
    }
}

/// The shares of a width as whole twips that add up to it.
fn in_twips(shares: &[f64], width: Twips) -> Vec<Twips> {
    let edge = |count: usize| (shares[..count].iter().sum::<f64>() * f64::from(width)).round() as Twips;
    (0..shares.len()).map(|column| edge(column + 1).saturating_sub(edge(column))).collect()
}

#[cfg(test)]
mod tests {
    use super::in_twips;

    #[test]
    fn the_columns_of_a_table_add_up_to_its_width() {
        assert_eq!(in_twips(&[1.0 / 3.0, 1.0 / 3.0, 1.0 / 3.0], 9_412), [3_137, 3_138, 3_137]);
    }
}
