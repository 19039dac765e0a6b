//! Logos from anywhere.

mod bounds;
mod vector;
