//! Approvals in many schools' profiles.
//!
//! In: profiles' paths and an [`Approval`]. Out: for each in order what comes of it; what is wrong with one stops none of the others.

use std::path::{Path, PathBuf};

use super::approval::{Approval, Recorded, Unrecorded};
use super::record::review_profile;
use crate::finding::Failure;
use crate::job::batch;
use crate::job::library::Libraries;
use crate::law::Date;

/// Works out many profiles' texts with an approval in them, several at a time, and hands them on in the order of the paths.
pub fn review_all(
    paths: &[PathBuf],
    approval: &Approval,
    libraries: &Libraries,
    today: Date,
    mut take: impl FnMut(&Path, Result<Recorded, Unrecorded>),
) {
    let record = |path: &PathBuf| review_profile(path, approval, libraries, today);
    let fault = |path: &PathBuf, why: &str| Err(Unrecorded::Failure(Failure::fault(path, why)));
    batch::in_order(paths, record, fault, |path, recorded| take(path, recorded));
}
