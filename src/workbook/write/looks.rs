//! How cells look: one [`Format`] for what a cell is for, what it holds and whether it leads anywhere.
//!
//! In: a [`Look`]. Out: the format, in colours whose contrast with their ground is at least 4.5 to 1. What the law asks for and what is
//! recommended differ in weight and border as well as in colour, so that neither a copier nor a colour-blind reader loses it.
//!
//! Not here: what stands in the cells.

use rust_xlsxwriter::{Format, FormatAlign, FormatBorder, FormatUnderline};

use super::super::Look;

/// The font: every spreadsheet program has it or one of the same widths.
const FONT: &str = "Arial";
/// How days are shown: 1 September 2026.
const DAY: &str = "d mmmm yyyy";
/// The format of words, which nothing that is typed makes a formula of.
const WORDS: &str = "@";

/// The colour of words.
const INK: u32 = 0x1A_1A_1A;
/// The colour of remarks.
const GREY: u32 = 0x4A_4A_4A;
/// The colour of links.
const LINK: u32 = 0x1D_4F_91;
/// The ground of headings, on which words are white.
const NAVY: u32 = 0x001F_3864;
/// The colour of thin lines.
const LINE: u32 = 0x80_80_80;
/// The colour of the lines between the rows of a table.
const PALE_LINE: u32 = 0xD0_D0_D0;

/// What a cell holds, as far as its format is concerned.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Holds {
    /// Words, or nothing yet.
    Words,
    /// A number, or yes or no.
    Number,
    /// A day.
    Day,
}

/// What besides decides how a cell looks.
#[derive(Clone, Copy)]
pub(super) struct Placed {
    /// Whether it leads anywhere.
    pub(super) leads: bool,
    /// Whether its words wrap.
    pub(super) wraps: bool,
    /// Whether it stands below the headings of a table.
    pub(super) in_table: bool,
}

/// The format that all cells begin with.
pub(super) fn plain() -> Format {
    Format::new().set_font_name(FONT).set_font_size(11).set_align(FormatAlign::Top)
}

/// The format of a cell.
pub(super) fn format_of(look: Look, holds: Holds, place: Placed) -> Format {
    let base = plain().set_font_color(INK);
    let bordered = |format: Format, border, ground: u32| {
        format.set_border(border).set_border_color(LINE).set_background_color(ground)
    };
    let mut format = match look {
        // Rows of several lines are told apart by a fine line.
        Look::Plain if place.in_table => base.set_border_bottom(FormatBorder::Thin).set_border_bottom_color(PALE_LINE),
        Look::Plain => base,
        Look::Title => base.set_font_size(16).set_bold(),
        Look::Heading => bordered(base, FormatBorder::Thin, NAVY).set_font_color(0xFF_FF_FF_u32).set_bold(),
        Look::Answer => bordered(base, FormatBorder::Thin, 0xFF_FB_E6).set_unlocked(),
        Look::Remark => base.set_font_size(9.5).set_font_color(GREY),
        Look::Statutory => bordered(base, FormatBorder::Medium, 0xFC_E4_E4).set_bold(),
        Look::Recommended => bordered(base, FormatBorder::Dashed, 0xFF_F1_D6).set_italic(),
        Look::Found => bordered(base, FormatBorder::Hair, 0xE6_F4_E6),
    };
    if place.leads {
        // White on navy is a link already as far as contrast goes.
        let colour = if look == Look::Heading { 0xFF_FF_FF } else { LINK };
        format = format.set_font_color(colour).set_underline(FormatUnderline::Single);
    }
    if place.wraps {
        format = format.set_text_wrap();
    }
    match holds {
        Holds::Words => format.set_num_format(WORDS),
        // Numbers and days stand at the left as words do: a column of all three is read down one edge.
        Holds::Number => format.set_align(FormatAlign::Left),
        Holds::Day => format.set_num_format(DAY).set_align(FormatAlign::Left),
    }
}
