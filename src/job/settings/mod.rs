//! The settings of a folder of profiles: a file beside them with the options that would otherwise be typed each time.
//!
//! In: the profiles of a command. Out: [`Settings`], or what is wrong with the file. `find` says which file it is, `kind` tells it from a
//! school's profile of that name, `keys` is its shape and its help, `read` reads it.
//!
//! Not here: which options outweigh it (`cli`).

mod find;
mod keys;
mod kind;
mod read;

pub use find::{Sought, settings_file};
pub use keys::{SettingsKey, settings_keys, settings_schema};
pub use kind::SETTINGS_FILE;
pub(super) use kind::{is_passed_over, is_settings_file};
pub use read::{Settings, Unset};
