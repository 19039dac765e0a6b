//! careers-policy: a school's careers policy and provider access policy statement, from one profile.
//!
//! ```text
//! profile.yaml ─ read ─▶ Profile ─┐
//!                                 ├─ check ─▶ Findings
//! templates/   ─ load ─▶ Catalogue┤
//!                                 └─ draft ─▶ Document ─ write ─▶ md · html · pdf · docx
//! ```
//!
//! 1. [`profile::read_profile`] reads a [`Profile`](profile::Profile) and says everything that is wrong with it at once.
//! 2. [`catalogue::Catalogue`] holds what the law asks ([`catalogue::Requirement`]) and our wording ([`catalogue::Clause`]).
//! 3. [`Case`] holds one profile against one catalogue, on one day.
//! 4. [`check()`](check::check) finds what is missing: statutory gaps are errors, recommended ones warnings.
//! 5. [`draft`](draft::draft) runs the clauses that apply and joins them to a [`Document`](doc::Document).
//! 6. [`mod@picture`] draws the pictures that the document asks for.
//! 7. [`mod@write`] turns a document into bytes, one file a format.
//! 8. [`job`] does all this for one school from start to finish.
//!
//! A module uses only those on lower floors. From the ground up: `text`; `finding`, `law`, `doc`; `yaml`; `theme`; `profile`; `catalogue`; `words`,
//! `picture`; `case`; `draft`, `write`; `check`; `job`; `cli`. A test keeps the floors.

pub mod case;
pub mod catalogue;
pub mod check;
#[doc(hidden)]
pub mod cli;
pub mod doc;
pub mod draft;
pub mod finding;
pub mod job;
pub mod law;
pub mod picture;
pub mod profile;
pub mod text;
pub mod theme;
pub mod words;
pub mod write;
pub mod yaml;

pub use case::Case;
