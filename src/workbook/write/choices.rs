//! The lists that cells offer to pick from.
//!
//! In: the [`Choices`](super::super::Choices) of sheets. Out: each cell's list, within the cell where it is short. A list of over 255
//! characters, or with a comma in it, goes into a column of a hidden sheet, for nothing else can hold it. What is not in a list can
//! still be typed: a school may know better.

use rust_xlsxwriter::{DataValidation, Formula, Workbook as File, Worksheet};

use super::super::words::{length, put_down};
use super::super::{At, Sheet, Workbook};
use super::looks::plain;
use super::unwritable::{Unwritable, column_of};

/// The longest list that a cell holds itself, with its commas.
const LONGEST_WITHIN: usize = 255;

/// The lists of a workbook that do not fit into cells.
pub(super) struct Lists {
    /// The name of the hidden sheet.
    name: String,
    long: Vec<Vec<String>>,
}

impl Lists {
    /// None yet; the hidden sheet will have a name that no sheet has.
    pub(super) fn of(workbook: &Workbook) -> Lists {
        let is_free = |name: &String| workbook.sheets.iter().all(|sheet| !sheet.name.eq_ignore_ascii_case(name));
        let names = (1..).map(|number| if number == 1 { "Lists".to_owned() } else { format!("Lists {number}") });
        Lists { name: names.take(workbook.sheets.len() + 1).find(is_free).unwrap_or_default(), long: Vec::new() }
    }

    /// Lets the cells of a sheet offer their lists.
    pub(super) fn offer(&mut self, page: &mut Worksheet, sheet: &Sheet) -> Result<(), Unwritable> {
        for choices in &sheet.choices {
            let of: Vec<String> = choices.of.iter().map(|choice| put_down(choice).into_owned()).collect();
            if of.is_empty() {
                continue;
            }
            let is_within = length(&of.join(",")) <= LONGEST_WITHIN
                && !of.iter().any(|choice| choice.contains([',', '"', '\n']) || choice.trim() != choice);
            let list = if is_within {
                DataValidation::new().allow_list_strings(&of)?
            } else {
                DataValidation::new().allow_list_formula(Formula::new(self.add(of)))
            };
            let list = list.show_error_message(false);
            page.add_data_validation(
                choices.from.row,
                column_of(choices.from)?,
                choices.to.row,
                column_of(choices.to)?,
                &list,
            )?;
        }
        Ok(())
    }

    /// Takes in a list and says where it will stand.
    fn add(&mut self, list: Vec<String>) -> String {
        let index = self.long.iter().position(|known| *known == list).unwrap_or_else(|| {
            self.long.push(list.clone());
            self.long.len() - 1
        });
        let column = At { row: 0, column: u32::try_from(index).unwrap_or(u32::MAX) }.to_string();
        let column = column.trim_end_matches('1');
        format!("='{}'!${column}$1:${column}${}", self.name, list.len())
    }

    /// Writes the lists that were taken in on a sheet that is not shown.
    pub(super) fn write(self, file: &mut File) -> Result<(), Unwritable> {
        if self.long.is_empty() {
            return Ok(());
        }
        let page = file.add_worksheet();
        page.set_name(&self.name)?.set_hidden(true).protect();
        let words = plain().set_num_format("@");
        for (column, list) in (0..).zip(&self.long) {
            for (row, choice) in (0..).zip(list) {
                page.write_string_with_format(row, column, choice, &words)?;
            }
        }
        Ok(())
    }
}
