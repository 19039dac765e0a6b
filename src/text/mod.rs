//! The lowest floor: the texts that were read, places in them, and what can be said of words without knowing what they mean.
//!
//! In: files as bytes. Out: [`Sources`], the store of every text with its name; [`Span`], a place in one of them; [`suggest`], the
//! nearest of several words; [`capital`] and [`sentence`], words as they begin; [`find_words`], whole words in a text; [`line_changes`], what differs between two; [`Reading`], how hard a
//! text is to read; [`dialled`], what a telephone number is to a telephone; and [`sha256`], a fingerprint. [`read_at_most`] is the one way to read a file.
//!
//! Not here: what any text means (`yaml`), or how a place is shown (`finding::render`).

mod bounded;
mod capital;
mod caught;
mod cell;
mod changes;
mod character;
mod decode;
mod file;
mod hash;
mod html;
mod packed;
mod path;
mod phrase;
mod portable;
mod program;
mod readable;
mod reading;
mod source;
mod suggest;
mod telephone;
mod turned;
mod typography;
mod unbroken;
mod word_index;

pub use bounded::{open_at_most, read_at_most, read_unlinked};
pub use capital::{capital, sentence};
pub use caught::{caught, tell_of_others};
pub use cell::csv_cell;
pub use changes::{Change, line_changes, unified_diff};
pub use character::{CharacterKind, Language, language_of, right_to_left, shows_nothing, takes_joiners};
pub use decode::{Undecodable, decode, decode_windows};
pub use file::{TextFile, Unreadable, create_file, read_source, read_standard_input, replace_file, rewrite_source};
pub use hash::{differs_in_line_ends_only, sha256};
pub use html::{escape_html, html_words};
pub use packed::{NotUnpacked, Packed, PackedBounds, part_name};
pub use path::{beside, display_path};
pub use phrase::{Letters, find_all_words, find_words, range_of};
pub use portable::{is_left_behind, portable_name, slug};
pub use program::PROGRAM;
pub use readable::{misleading, misleads, readable_words};
pub use reading::{Reading, sentences, words};
pub use source::{Position, Source, SourceId, Sources, Span};
pub use suggest::{slip_of, suggest};
pub use telephone::dialled;
pub use turned::{is_turn, turned};
pub use typography::{with_quotes, without_quotes};
pub use unbroken::{MONTHS, NO_BREAK, keeps_its_hyphen, whole, with_whole_terms, with_whole_terms_within};
pub use word_index::WordIndex;
