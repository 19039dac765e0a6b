//! YAML into typed values: profiles, the catalogue, themes.

pub mod profile;
mod theme;

pub use profile::Profile;
pub use theme::{Colours, Fonts, Theme, Tokens};
