//! The little world that the typesetter sees: the theme's files, its fonts, and the document as data.
//!
//! In: a [`Theme`]; for each document its content as JSON, and the theme with a school's brand laid over it. Out: a [`Sheet`], which
//! typst compiles.
//!
//! The names of files are kept by typst for ever, so every document uses the same ones.

use std::collections::BTreeMap;
use std::sync::Arc;

use typst::diag::{FileError, FileResult};
use typst::foundations::{Bytes, Datetime, Duration};
use typst::syntax::{FileId, RootedPath, Source, VirtualPath, VirtualRoot};
use typst::text::{Font, FontBook};
use typst::utils::LazyHash;
use typst::{Feature, Library, LibraryExt, World};

use crate::logo::Logo;
use crate::theme::Theme;
use crate::write::error::WriteError;

/// The theme's page: the program that lays the document out.
const PAGE: &str = "page.typ";
/// The document, as `page.typ` reads it.
const DOCUMENT: &str = "document.json";
/// The theme's values, as `page.typ` reads them.
const THEME: &str = "theme.json";

/// What all documents of a theme share.
pub(super) struct Kit {
    library: LazyHash<Library>,
    book: LazyHash<FontBook>,
    fonts: Vec<Font>,
    page: Source,
    files: BTreeMap<String, Bytes>,
}

impl Kit {
    pub(super) fn load(theme: &Theme) -> Result<Self, WriteError> {
        let page = theme.text(PAGE).ok_or(WriteError::MissingThemeFile(PAGE))?;
        let path = VirtualPath::new(PAGE).map_err(|error| WriteError::Typesetting(error.to_string()))?;
        let fonts: Vec<Font> = theme.fonts().flat_map(|font| Font::iter(Bytes::new(font.to_vec()))).collect();
        if fonts.is_empty() {
            return Err(WriteError::MissingThemeFile("fonts/*.ttf"));
        }
        // Of what a pack has in its theme, only fonts and the logo go to the typesetter, each as this program wrote it.
        let own = theme.files.iter().filter(|(name, _)| name.ends_with(".typ"));
        let files: BTreeMap<String, Bytes> =
            own.map(|(name, bytes)| (name.clone(), Bytes::new(bytes.clone()))).collect();
        Ok(Self {
            // The extras mark the first cell of a row as the header of its row.
            library: LazyHash::new(
                Library::builder().with_features([Feature::A11yExtras].into_iter().collect()).build(),
            ),
            book: LazyHash::new(FontBook::from_fonts(&fonts)),
            fonts,
            page: Source::new(RootedPath::new(VirtualRoot::Project, path).intern(), page.to_string()),
            files,
        })
    }
}

/// One document to be set.
pub(super) struct Sheet<'a> {
    kit: &'a Kit,
    /// The files of this document alone, by their names.
    files: BTreeMap<String, Bytes>,
}

impl<'a> Sheet<'a> {
    pub(super) fn new(kit: &'a Kit, document: &str, theme: &Theme) -> Result<Self, WriteError> {
        let tokens =
            serde_json::to_string(&theme.tokens).map_err(|error| WriteError::Typesetting(error.to_string()))?;
        let mut files: BTreeMap<String, Bytes> = BTreeMap::new();
        files.insert(DOCUMENT.to_string(), Bytes::from_string(document.to_string()));
        files.insert(THEME.to_string(), Bytes::from_string(tokens));
        if let Some(logo) = &theme.logo {
            files.insert(logo_file(logo), Bytes::new(Arc::clone(&logo.bytes)));
        }
        Ok(Self { kit, files })
    }
}

/// The name under which the typesetter finds the logo.
pub(super) fn logo_file(logo: &Logo) -> String {
    format!("document-logo.{}", logo.kind.extension())
}

impl World for Sheet<'_> {
    fn library(&self) -> &LazyHash<Library> {
        &self.kit.library
    }

    fn book(&self) -> &LazyHash<FontBook> {
        &self.kit.book
    }

    fn main(&self) -> FileId {
        self.kit.page.id()
    }

    fn source(&self, id: FileId) -> FileResult<Source> {
        if id == self.kit.page.id() {
            return Ok(self.kit.page.clone());
        }
        let bytes = self.file(id)?;
        let text = std::str::from_utf8(&bytes).map_err(|_| FileError::InvalidUtf8)?;
        Ok(Source::new(id, text.to_string()))
    }

    fn file(&self, id: FileId) -> FileResult<Bytes> {
        let path = id.get();
        if !matches!(path.root(), VirtualRoot::Project) {
            return Err(FileError::AccessDenied);
        }
        let name = path.vpath().get_without_slash();
        self.files
            .get(name)
            .or_else(|| self.kit.files.get(name))
            .cloned()
            .ok_or_else(|| FileError::NotFound(name.into()))
    }

    fn font(&self, index: usize) -> Option<Font> {
        self.kit.fonts.get(index).cloned()
    }

    /// No clock: the same document gives the same bytes.
    fn today(&self, _: Option<Duration>) -> Option<Datetime> {
        None
    }
}
