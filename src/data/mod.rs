//! YAML into typed values: profiles, the catalogue, themes.

mod answers;
pub mod catalogue;
mod examples;
pub mod profile;
mod schools;
mod starter;
mod starter_pack;
mod theme;
mod yaml;

pub use answers::Answers;
pub use catalogue::{
    Catalogue, Certainty, Clause, Duty, Edition, Editions, Files, Form, Outline, RemarkWords, Requirement, ReviewMark,
    ReviewMarks, ReviewWords, Section, Terms,
};
pub use examples::{Example, examples};
pub use profile::{Brand, Profile};
pub use schools::{Member, read_schools};
pub use starter::starter_profile;
pub use starter_pack::starter_pack;
pub use theme::{Clash, Colour, Colours, Fonts, Logo, Numbering, PageSize, PictureKind, Theme, Tokens};
pub use yaml::{
    FieldHelp, Index, Put, Read, Unplaced, Unread, field_help, profile_schema, put, read_as, read_profile,
    read_profile_as, shared_file,
};
