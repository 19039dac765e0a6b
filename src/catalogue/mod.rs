//! The catalogue: requirements, clauses, outlines, terms, editions and the theme, loaded and held together.
//!
//! In: the files of packs ([`Files`]). Out: a [`Catalogue`] in which every name that one file says of another exists.
//!
//! Not here: whether a profile meets a requirement (`check`), or the running of wording (`words`).

mod as_workbook;
mod bodies;
mod contents;
mod dead_names;
mod editions;
mod folder;
mod forbidden;
mod guide;
mod layers;
mod literal;
mod load;
mod named;
mod no_pack;
mod outline;
mod pack;
mod phrases;
mod placeholders;
mod requirement;
mod review;
mod school_words;
mod search;
mod starter;
mod starter_pack;
mod terms;
mod unprinted;

pub use bodies::{Bodies, BodiesOf};
pub use contents::Catalogue;
pub use dead_names::{DeadName, DeadNames};
pub use editions::{Edition, Editions};
pub use folder::read_layer;
pub use guide::{Guide, GuideItem, NotCarried, Said};
pub use layers::{Files, Layer};
pub use literal::{Literal, literals, words_of};
pub use named::{Benchmark, Limit, NamedRequirements};
pub use no_pack::is_pack;
pub use outline::{Addition, Clause, ClauseHeader, CoverRow, Form, Outline, PublicationKind, Section};
pub use pack::Pack;
pub use phrases::{HistoryPhrases, LearnerPhrases, NumberPhrases, OneAndMany, Phrases, WindowPhrases};
pub use placeholders::Placeholders;
pub use requirement::{
    Certainty, Colour, Confidence, Duty, GuideItems, Requirement, RequirementEntry, RequirementFile,
};
pub use review::{OwnRemark, RemarkWords, ReviewMark, ReviewMarks, ReviewWords};
pub use school_words::{SchoolWord, SchoolWords};
pub use search::{Found, FoundKind, find_named, find_sentence, nearest};
pub use starter::{field_duties, field_duties_of, sections, starter_profile, starter_section};
pub use starter_pack::{UnfitName, starter_pack};
pub use terms::Terms;
pub use unprinted::{Unprinted, UnprintedAnswer};
