//! A logo from anywhere: read within bounds, and written anew, so that no stranger's bytes reach the typesetter, Word or a browser.
//!
//! In: the bytes of a PNG, JPEG or SVG file. Out: a [`Logo`] whose bytes are this program's own, or why the file cannot be one, in words that
//! continue "the file …".
//!
//! A file is looked at from outside before it is opened (`raster_file`, `vector`), so that its size is known before room is made for it. Dots
//! are decoded and encoded again (`raster`); of an SVG a small list of shapes is read and written down (`vector`), and drawn once (`draw`)
//! for the formats that show no lines.
//!
//! Not here: where the file lies (`job`, `catalogue`), and where a logo stands on the page (`write`).

mod dots;
mod draw;
mod file;
mod raster;
mod raster_file;
mod vector;

pub use dots::{Room, dots_anew};
pub use file::{Logo, PictureKind, SAVE_ANEW};
