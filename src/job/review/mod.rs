//! Records that documents were reviewed and approved, in the profile itself: version, approval, history and next review.
//!
//! In: a profile's path and an [`Approval`]. Out: [`Recorded`], the file's text with it, to be looked at or written; or [`Unrecorded`].
//!
//! What is open is told before anything is written, and a gap that the law leaves no choice about stands in the way. The dates are judged
//! by the checks that judge any profile: what the change makes them find is why it is refused. And the new text is read again, and must
//! hold the old answers and the new ones, or nothing comes of it. A file that schools share is never touched.
//!
//! Not here: how a value is put into YAML (`yaml`), or the limits themselves (`check::reviews`).

mod approval;
mod due;
mod interval;
mod many;
mod open;
mod plan;
mod record;

pub use approval::{Approval, Recorded, Unrecorded};
pub use many::review_all;
pub use record::review_profile;
