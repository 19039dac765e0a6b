//! What follows from a profile: its key phases, its tables by year and term, its encounters, its destinations with small numbers hidden.
//!
//! In: a profile. Out: [`Facts`], plain values without a word of the documents in them.
//!
//! Not here: the arithmetic that statute fixes (`law`), and the words for a fact (`words`, with `phrases.yaml` of the catalogue).

mod actions;
mod all;
mod destinations;
mod duties;
mod encounters;
mod timeline;
mod year_table;

pub use actions::ActionRow;
pub use all::Facts;
pub use destinations::{CohortColumn, DestinationRow, DestinationTable, PrintedFigure, Unit};
pub use duties::{LawFacts, PhaseFacts, Window};
pub use encounters::EncounterRow;
pub use timeline::{TimelineCohort, TimelineEncounter, TimelineYear};
pub use year_table::{RowKind, YearRow};
