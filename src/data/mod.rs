//! YAML into typed values: profiles, the catalogue, themes.

mod theme;

pub use theme::{Colours, Fonts, Theme, Tokens};
