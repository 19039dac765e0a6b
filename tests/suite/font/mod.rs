//! Fonts from anywhere.

mod packs;
