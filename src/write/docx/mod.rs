//! The DOCX writer: a document in WordprocessingML that Word opens without a question.
//!
//! In: a [`Document`](crate::doc::Document) and a [`Theme`](crate::theme::Theme). Out: the bytes of the file. The steps, one file each:
//!
//! 1. `look` puts the theme into Word's terms, `links` names the bookmarks, `numbering` decides whether Word can count the
//!    headings by itself.
//! 2. `opening` writes cover, front matter and contents; `blocks`, `table`, `picture` and `runs` write the rest.
//! 3. `styles` and `stylesheet`, `furniture` and `metadata` write the other parts.
//! 4. `reference` joins all of it to a school's own Word file, if one is given; `template` says where.
//! 5. `package` zips them.
//!
//! The elements' order is known to `properties` and `table_properties`, their escaping to `xml`.
//!
//! Not here: tracked changes, or fonts of ours: Word takes the reader's own.

mod blocks;
mod document;
mod drawing;
mod furniture;
mod headings;
mod lengths;
mod links;
mod look;
mod main_text;
mod metadata;
mod numbering;
mod opening;
mod package;
mod picture;
mod properties;
mod reference;
mod remarks;
mod runs;
mod style;
mod styles;
mod stylesheet;
mod table;
mod table_properties;
mod template;
mod xml;

pub use document::{Extras, write_docx, write_docx_with};
pub use reference::{Reference, ReferenceError};
