//! Drafts the documents of a profile: clause by clause to Markdown, and from there to a [`Document`](crate::doc::Document).
//!
//! In: a [`Case`](crate::case::Case). Out: [`Drafts`], one document for each outline that is due, every block marked with its clause.
//!
//! A document is always drafted with its gaps shown. Where nothing binding is missing there are none, and the draft is the document.
//!
//! Not here: whether the profile may be published (`check`), and how a document looks (`write`).

mod choose;
#[cfg(test)]
pub(crate) mod count;
mod document;
mod drafts;
mod number;
mod own_headings;
mod plan;
mod printable;
mod prose;
mod remarks;
mod render;
mod said;

pub use choose::{Choice, choose, is_asked, is_asked_itself};
pub use document::{Draft, Gap, draft, is_due};
pub use drafts::{DraftError, Drafts, draft_all};
pub use remarks::remarks;
