//! Checks a profile against the catalogue and the law: one file a family, one function a check.
//!
//! In: a [`Case`](crate::case::Case) and its [`Drafts`](crate::draft::Drafts). Out: findings, gravest first, in the order of the families. No check knows where a field stands in a
//! file: it names the field, and whoever prints the finding finds the place.
//!
//! Not here: the shape of a profile (`profile`), the arithmetic itself (`law`), or a finished document's looks (`write`).

mod accept;
mod actions;
mod advisers;
mod brand;
mod checks;
mod contacts;
mod coverage;
mod destinations;
mod editions;
mod encounters;
mod gatsby;
mod glyphs;
mod governance;
mod guide;
mod left_out;
mod names;
mod needs;
mod own_text;
mod own_words;
mod pasted;
mod placeholders;
mod printed;
mod profile;
mod reading;
mod reviews;
mod trust;
mod unused;
mod wording;

pub use checks::{check, check_answers};
pub use coverage::{lost, unsaid, why_not};
pub use encounters::cohorts_now;
pub use glyphs::unshown_wording;
pub use guide::{comparable, concerns, lost_items, missing_words};
pub use printed::Printed;
pub use reviews::reviewed_by;
