//! How one long answer looks, by itself: its Markdown as a web page shows it.
//!
//! In: the fields of a section's page, whether or not they are saved. Out: a page for a frame that can do nothing. Not here: the documents.

use serde::Serialize;

use super::asked::{Answer, Asked, Kind};
use super::names::without_numbers;
use super::state::Editor;
use crate::doc::{Block, BlockKind, Document, OwnText, parse_own};
use crate::form::field_label;
use crate::write::write_fragment;

#[derive(Serialize)]
struct LookView {
    markup: String,
}

/// Shows the answer that the address names.
pub(super) fn show(editor: &Editor, asked: &Asked) -> Answer {
    let name = asked.query("field").unwrap_or_default();
    let OwnText { blocks: mut body, notes } = parse_own(asked.field(&name), None);
    if !notes.is_empty() {
        body.push(Block::new(None, BlockKind::Notes(notes)));
    }
    let title = field_label(&without_numbers(&name));
    let document = Document { title, language: "en-GB".to_owned(), body, ..Document::default() };
    Answer::new(200, Kind::Document, editor.pages.part("look.html", &LookView { markup: write_fragment(&document) }))
}
