//! A theme: how the documents look. Colours, fonts and page furniture; never a word of wording.
//!
//! In: `themes/<name>/` of a pack: `theme.yaml`, one style file for each format, and fonts. Out: a [`Theme`], and with a
//! school's brand laid over it, that school's own.

mod brand;
mod colour;
mod files;
mod legible;
mod luminance;
mod tokens;

pub use brand::Brand;
pub use colour::{Colour, NoColour};
pub use files::{Theme, is_font};
pub use legible::Clash;
pub use tokens::{Colours, Fonts, Numbering, PageSize, Tokens};
