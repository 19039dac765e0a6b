//! The work on profiles and packs in folders: building, verifying, trying packs out, and reviews.

mod build;
mod due;
mod duties;
mod folders;
mod hostile_profiles;
mod new;
mod packs;
mod review;
mod schools;
mod sheet;
mod untrusted;
mod verify;
