//! The register of schools: the public extract of Get Information About Schools, of which a few rows are wanted.
//!
//! In: the file as the department publishes it, fifty thousand rows long, and perhaps its file of links; the numbers of the schools that are meant.
//! Out: a [`Register`] with an [`Entry`] for each, its words cleaned of what files of this kind lose; what [kind](kind_of) of institution it is
//! for us; and in a plain sentence that it is closed, is to close or is yet to open.
//!
//! Not here: what becomes of it in a profile (`job`).

mod entry;
mod kinds;
mod read;
mod standing;
mod words;

pub use entry::Entry;
pub use kinds::{KINDS, Ours, kind_of};
pub use read::{NoEntry, NoRegister, Register, urn_of};
pub use standing::{Standing, standing};
pub use words::telephone;
