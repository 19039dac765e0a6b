//! The lowest floor: the texts that were read, places in them, and "did you mean".
//!
//! In: files as bytes. Out: [`Sources`], the store of every text with its name; [`Span`], a place in one of them; and
//! [`suggest`], the nearest of several words; [`find_words`], whole words in a text; [`Reading`], how hard a text is to read; and [`sha256`], a fingerprint.
//!
//! Not here: what any text means (`yaml`), or how a place is shown (`finding::render`).

mod beside;
mod bounded;
mod changes;
mod decode;
mod hash;
mod phrase;
mod portable;
mod program;
mod reading;
mod source;
mod suggest;

pub use beside::beside;
pub use bounded::read_at_most;
pub use changes::{Change, line_changes, unified_diff};
pub use decode::{Undecodable, decode};
pub use hash::sha256;
pub use phrase::{Letters, find_all_words, find_words};
pub use portable::{portable_name, slug};
pub use program::PROGRAM;
pub use reading::{Reading, sentences, words};
pub use source::{
    Position, Source, SourceId, Sources, Span, TextFile, Unreadable, display_path, read_source, rewrite_source,
};
pub use suggest::suggest;
