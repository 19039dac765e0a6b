//! A school's or a trust's own Word file, whose look our document takes over.
//!
//! In: the bytes of a DOCX or DOTX file. Out: a [`Reference`]: its styles, numbering, theme, fonts, page setup, headers and
//! footers with their pictures. Our text keeps its words, its own numbering and its language.
//!
//! The file is not trusted. Only the parts named here are read, each up to a limit; nothing that leads out of the file comes
//! along but plain web, mail and telephone links; no macros, no embedded objects, no fields that fetch from elsewhere. What is
//! left behind is said in [`Reference::notes`], and what came along and deserves a look in [`Reference::remarks`].
//!
//! Not here: opening the file (`archive`), headers and footers (`furniture`), and the joining with our own styles and lists
//! (`styles`, `numbering`).

mod archive;
mod file;
mod furniture;
mod inspect;
mod names;
mod numbering;
mod order;
mod parts;
mod shift;
mod styles;
mod tidy;
mod tree;

pub use archive::ReferenceError;
pub use file::Reference;
pub(super) use names::Names;
