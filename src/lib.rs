//! careers-policy: a school's careers policy and provider access policy statement, from one profile.
//!
//! ```text
//! profile.yaml ─ intake ─▶ Intake ─┐
//!                                  ├─▶ Case ─ draft ─▶ Drafts ─┬─ check ─▶ Findings
//! packs ─────── library ─▶ Library ┘                           └─ write ─▶ md · html · pdf · docx ─ place ─▶ folder
//! ```
//!
//! 1. [`job::Intake`] takes a profile in: [`profile::read_profile`] reads it and says everything that is wrong with it at once.
//! 2. [`job::Library`] is what many schools share: the [`catalogue`], which holds what the law asks and our wording, the compiled
//!    wording ([`words::Engine`]), and the writers.
//! 3. A [`Case`] holds one profile against one catalogue, on one day. A school is one [publication](Case::publications); a trust is its
//!    own, and one for each of its schools.
//! 4. [`draft::draft_all`] runs the clauses that apply and joins them to [`doc::Document`]s, once.
//! 5. [`check::check`] reads the answers and the drafts, and finds what is missing: statutory gaps are errors, recommended ones warnings.
//! 6. [`mod@picture`] draws the pictures that a document asks for, and [`mod@write`] turns it into bytes, one folder a format.
//! 7. [`mod@report`] lays schools side by side: what is found in the documents of each, and what is not.
//! 8. [`job`] has the verbs that do all this: check, make and build, and verify, due and review beside them. [`job::make`] works on values
//!    alone; only at its edges are files read and put in place.
//! 9. [`editor`] shows all this on pages in a browser, and puts what is written there into the profile.
//!
//! From the text of a profile to the bytes of a document, without touching a disk:
//!
//! ```
//! use careers_policy::job::{Intake, Library, MakeOptions, make};
//! use careers_policy::write::Format;
//!
//! let text = include_str!("../profiles/harbour-view-school.yaml");
//! # // Without the feature `pdf` the example makes a Word document.
//! # let format = if cfg!(feature = "pdf") { Format::Pdf } else { Format::Docx };
//! # #[cfg(feature = "pdf")]
//! let format = Format::Pdf;
//! let library = Library::built_in(&[format]).expect("the built-in catalogue is in order");
//! let intake = Intake::of_text("harbour-view-school.yaml".as_ref(), text)?;
//! let today = "2026-09-01".parse().expect("a date");
//! let made = make(&intake, &library, &MakeOptions { formats: vec![format], draft: false, review: false, packing: Default::default(), today });
//! let files = made.files.expect("nothing that was found stands in the way").files;
//! let (name, bytes) = &files[0];
//! # if cfg!(feature = "pdf") {
//! assert_eq!(name, "careers-policy.pdf");
//! assert!(bytes.starts_with(b"%PDF-"));
//! # }
//! # assert!(!bytes.is_empty());
//! # Ok::<(), careers_policy::finding::Failure>(())
//! ```
//!
//! A module uses only those on lower floors. From the ground up: `text`; `finding`, `law`, `doc`, `font`, `logo`; `yaml`, `workbook`; `theme`, `register`; `profile`; `catalogue`;
//! `facts`, `form`; `words`, `picture`; `case`; `draft`, `write`; `check`; `report`; `job`; `editor`; `cli`. A test keeps the floors, forbids circles between files, and
//! keeps each foreign crate behind one door.

pub mod case;
pub mod catalogue;
pub mod check;
#[doc(hidden)]
pub mod cli;
pub mod doc;
pub mod draft;
pub mod editor;
pub mod facts;
pub mod finding;
pub mod font;
mod form;
pub mod job;
pub mod law;
pub mod logo;
pub mod picture;
pub mod profile;
pub mod register;
pub mod report;
pub mod text;
pub mod theme;
pub mod words;
pub mod workbook;
pub mod write;
pub mod yaml;

pub use case::Case;
