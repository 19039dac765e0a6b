//! How high a row is: as high as its words need in the widths of their columns.
//!
//! In: the cells of a row and the widths of a sheet. Out: a height in points, or nothing for a row of one line, which then grows by itself
//! as somebody types in it. LibreOffice shows rows as high as a file says and no higher.
//!
//! Not here: whether words wrap (`file`).

use super::super::{Cell, Look, Value};

/// The height of a line of ordinary words, of remarks and of a title, in points.
const LINE: f64 = 14.25;
const REMARK_LINE: f64 = 12.75;
const TITLE_LINE: f64 = 21.0;
/// The highest that a row can be.
const HIGHEST: f64 = 409.5;
/// How wide a column is that is given no width.
const USUAL_WIDTH: u16 = 8;

/// The height of a row whose cells' words wrap if they are true in `wraps`.
pub(super) fn height_of(cells: &[Cell], widths: &[u16], wraps: impl Fn(usize, &Cell) -> bool) -> Option<f64> {
    let heights = cells.iter().enumerate().map(|(column, cell)| {
        let width = widths.get(column).copied().unwrap_or(USUAL_WIDTH).max(1);
        let lines = match &cell.value {
            Value::Words(words) if wraps(column, cell) => lines(words, width, cell.look),
            _ => 1,
        };
        f64::from(u32::try_from(lines).unwrap_or(u32::MAX)) * line(cell.look)
    });
    let height = heights.fold(LINE, f64::max);
    (height > LINE).then_some(height.min(HIGHEST))
}

fn line(look: Look) -> f64 {
    match look {
        Look::Title => TITLE_LINE,
        Look::Remark => REMARK_LINE,
        _ => LINE,
    }
}

/// How many lines words take in a column. A width is counted in digits, than which most letters are narrower, but not bold ones.
fn lines(words: &str, width: u16, look: Look) -> usize {
    let width = usize::from(width);
    let room = match look {
        Look::Statutory | Look::Heading | Look::Title => width * 9 / 10,
        Look::Remark => width * 11 / 10,
        _ => width,
    };
    words.split('\n').map(|line| line.chars().count().div_ceil(room.max(1)).max(1)).sum()
}

#[cfg(test)]
mod tests {
    use super::height_of;
    use crate::workbook::{Cell, Look};

    #[test]
    fn a_row_is_as_high_as_its_highest_cell() {
        let height = |words: &str, look| height_of(&[Cell::from("x"), Cell::of(words, look)], &[10, 20], |_, _| true);
        assert_eq!(height("short", Look::Plain), None);
        assert_eq!(height("two\nlines", Look::Plain), Some(28.5));
        assert_eq!(height(&"x".repeat(41), Look::Plain), Some(42.75));
        assert_eq!(height(&"x".repeat(100_000), Look::Answer), Some(409.5));
        assert_eq!(height_of(&[Cell::of("a long title that runs on", Look::Title)], &[5], |_, _| false), Some(21.0));
    }
}
