//! careers-policy: a school's careers policy and provider access policy statement, from one profile.
//!
//! ```text
//! profile.yaml ─ read ─▶ Profile ─┐
//!                                 ├─ check ─▶ Findings
//! templates/   ─ load ─▶ Catalogue┤
//!                                 └─ draft ─▶ Document ─ write ─▶ md · html · pdf · docx
//! ```
//!
//! 1. [`data::read_profile`] reads a [`Profile`](data::Profile) and says everything that is wrong with it at once.
//! 2. [`data::Catalogue`] holds what the law asks ([`data::Requirement`]) and our wording ([`data::Clause`]).
//! 3. [`Case`] holds one profile against one catalogue, on one day.
//! 4. [`check()`](check::check) finds what is missing: statutory gaps are errors, recommended ones warnings.
//! 5. [`draft`](draft::draft) runs the clauses that apply and joins them to a [`Document`](doc::Document).
//! 6. [`mod@picture`] draws the pictures that the document asks for.
//! 7. [`mod@write`] turns a document into bytes, one file a format.
//! 8. [`job`] does all this for one school from start to finish.
//!
//! A module uses only those on lower floors. From the ground up: `text`; `finding`, `law`, `doc`; `data`; `words`,
//! `picture`; `case`; `draft`, `write`; `check`; `job`; `cli`. A test keeps the floors.

pub mod case;
pub mod check;
#[doc(hidden)]
pub mod cli;
pub mod data;
pub mod doc;
pub mod draft;
pub mod finding;
pub mod job;
pub mod law;
pub mod picture;
pub mod text;
pub mod words;
pub mod write;

pub use case::Case;
