//! The findings of one profile among those of many.

use crate::finding::{Context, Finding};

/// The findings of one profile, with what is needed to show their places.
pub type Group<'a> = (&'a [Finding], Context<'a>);
