//! Writes a document as a tagged PDF for readers of every kind (PDF/UA-1) and for the archive (PDF/A-2a), with the typst typesetter, used as a library.
//!
//! In: a [`Document`](crate::doc::Document) and the theme's `page.typ` and fonts. Out: the file, the same bytes on every run.
//!
//! The document travels to `page.typ` as data (`content`), never as typst markup, so no word of it can be read as
//! an instruction. The typesetter sees the theme's files and nothing else: no disk, no network, no clock.
//! A character that no font has is found beforehand (`coverage`) and named together with the words around it.
//!
//! Not here: how it looks (`page.typ`). Typst runs threads of its own: write many documents from plain threads, one
//! document each, and never from a rayon pool, where they would nest.

mod content;
mod coverage;
mod world;
mod writer;

pub use writer::PdfWriter;
