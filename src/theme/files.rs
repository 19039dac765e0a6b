//! A theme: its values, its logo and the files of its folder.
//!
//! In: what was loaded from the folder (`catalogue`). Out: [`Theme`], asked for its texts and fonts by the writers.
//!
//! Not here: what the values are (`tokens`), and what a school changes about them (`brand`).

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::sync::Arc;

use super::brand::Brand;
use super::tokens::Tokens;
use crate::logo::Logo;

/// A loaded theme.
#[derive(Clone, Debug, Default)]
pub struct Theme {
    /// The values of `theme.yaml`, or what a school's brand makes of them.
    pub tokens: Tokens,
    /// The logo on the first page.
    pub logo: Option<Logo>,
    /// The other files of the theme's folder by their path in it: `page.css`, `page.typ`, `fonts/….ttf`. Shared by the themes of
    /// all schools.
    pub files: Arc<BTreeMap<String, Cow<'static, [u8]>>>,
}

impl Theme {
    /// The theme with a school's brand laid over it. `logo` is the file that the brand names, if it names one.
    #[must_use]
    pub fn with_brand(&self, brand: &Brand, logo: Option<Logo>) -> Theme {
        let logo = logo.or_else(|| self.logo.clone());
        Theme { tokens: self.tokens.with_brand(brand), logo, files: Arc::clone(&self.files) }
    }

    /// A text file of the theme, or nothing if it has none of that name or it is not text.
    pub fn text(&self, name: &str) -> Option<&str> {
        self.files.get(name).and_then(|bytes| std::str::from_utf8(bytes).ok())
    }

    /// The font files, in order of their names.
    pub fn fonts(&self) -> impl Iterator<Item = &[u8]> {
        self.files.iter().filter(|(name, _)| is_font(name)).map(|(_, bytes)| &**bytes)
    }
}

/// Whether a file of a theme's folder is a font, by its name.
pub fn is_font(name: &str) -> bool {
    name.ends_with(".ttf") || name.ends_with(".otf")
}
