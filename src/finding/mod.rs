//! What is wrong, or worth a look, in the user's files: findings, their codes, and how they are shown.
//!
//! In: nothing. Out: [`Finding`], made by the reader and by every check; [`Code`], one page each; [`Failure`], for the
//! troubles of the world; and the renderers, for people and for programs.
//!
//! A finding is collected, never thrown: whoever looks goes on to the next trouble. A check names a field by its path;
//! where that field stands in which file is worked out when the finding is printed ([`Locate`]).

mod code;
mod failure;
mod found;
mod gravity;
mod place;
mod render;

pub use code::{CODES, Code, Mark, NoCode};
pub use failure::Failure;
pub use found::{Finding, Severity, has_errors};
pub use gravity::{GRAVITIES, Gravity};
pub use place::{Context, Locate, Located, Place};
pub use render::{
    Group, Look, Row, Subject, arranged, headline, render_csv, render_details, render_human, render_json, render_page,
    render_sarif, render_summary, typed_path, visible, visible_line, visible_path,
};
