//! Begins a profile: what is known is asked for or given, and a short file is written with what the law asks besides.
//!
//! [`Dialogue`] asks, one question after another, and [`Begun`] checks and keeps each answer. [`short_profile`] writes the file that is to be
//! filled in, and [`shared_answers`] one of answers that several schools share. All of it works on values: whoever calls reads what was typed
//! and writes the file. [`take_entry`] takes what the register of schools says, to be confirmed.
//!
//! Not here: the starter with every field there is (`catalogue`).

mod asked;
mod begun;
mod dialogue;
mod file_name;
mod registered;
mod short;
mod tree;

pub use begun::Begun;
pub use dialogue::{Dialogue, Question, Reply};
pub use file_name::file_name_for;
pub(super) use registered::entry_answers;
pub use registered::take_entry;
pub(super) use short::short_profile_of_many;
pub use short::{Unwritten, shared_answers, short_profile};
