//! A school's or a trust's own Word file, whose look our document takes over.
//!
//! In: the bytes of a DOCX or DOTX file. Out: a [`Reference`]: its styles, numbering, theme, fonts, page setup, headers and
//! footers with their pictures. Our text keeps its words, its own numbering and its language.
//!
//! The file is not trusted. Only the parts named here are read, each up to a limit, and of each only what is on a list (`allowed`): what
//! is not named there is left out, whatever it is. Every part is written anew; nothing that leads out of the file comes along but plain
//! web, mail and telephone links. What is left behind is said in [`Reference::notes`], and what came along and deserves a look in
//! [`Reference::remarks`].
//!
//! Not here: opening the file (`archive`), headers and footers (`furniture`), and the joining with our own styles and lists
//! (`styles`, `numbering`).

mod admission;
mod allowed;
mod archive;
mod fields;
mod file;
mod frames;
mod furniture;
mod inspect;
mod instruction;
mod left_out;
mod names;
mod numbering;
mod order;
mod parser;
mod parts;
mod passed_over;
mod shift;
mod spaces;
mod styles;
mod theme;
mod tidy;
mod tree;

pub use archive::ReferenceError;
pub use file::Reference;
pub(super) use names::Names;
