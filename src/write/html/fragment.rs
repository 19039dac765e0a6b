//! Writes a document as a piece of a web page, to be pasted into the institution's own site.
//!
//! In: a [`Document`]. Out: elements for the body of a page, from `<h2>` down, without a style, script, id or class, so that they
//! look like the site around them and clash with nothing in it.
//!
//! Search engines are told what it is by microdata of schema.org, which is attributes only: many sites take a script out
//! of what is pasted. Outside ASCII there are only character references, for the site's encoding is not known here.

use std::fmt::Write;

use super::page::Page;
use super::style::escape;
use crate::doc::{Block, BlockKind, Document, Heading};
use crate::write::links::Links;

/// Writes a document as a piece of a web page.
pub fn write_fragment(document: &Document) -> String {
    let mut page = Page::new(Links::none());
    page.bare = true;
    let (language, title) = (escape(&document.language), title(document));
    page.line(&format!("<div lang=\"{language}\" itemscope itemtype=\"https://schema.org/EducationalOrganization\">"));
    page.line(&format!("<h2>{title}</h2>"));
    if document.draft {
        page.line("<p><strong>DRAFT</strong> – not for publication</p>");
    }
    for block in document.front.iter().chain(&document.body) {
        match &block.kind {
            BlockKind::Heading(heading) => section(&mut page, document, heading),
            _ => page.blocks(std::slice::from_ref::<Block>(block)),
        }
    }
    end_contact(&mut page);
    page.line("</div>");
    ascii(&page.out)
}

/// The title with the institution's name marked as such; a title without it is followed by the name for search engines alone.
fn title(document: &Document) -> String {
    let name = escape(&document.institution);
    match document.title.split_once(&document.institution) {
        Some((before, after)) => format!("{}<span itemprop=\"name\">{name}</span>{}", escape(before), escape(after)),
        None => format!("{}<meta itemprop=\"name\" content=\"{name}\">", escape(&document.title)),
    }
}

/// A heading, and what it opens and closes: under the one that says whom to contact stands a contact point.
fn section(page: &mut Page<'_>, document: &Document, heading: &Heading) {
    end_contact(page);
    let level = heading.level.saturating_add(2).clamp(3, 6);
    page.contact = document.contact.as_deref() == Some(&*heading.id);
    let mut kind = "";
    if page.contact {
        page.line("<div itemprop=\"contactPoint\" itemscope itemtype=\"https://schema.org/ContactPoint\">");
        kind = " itemprop=\"contactType\"";
    }
    page.line(&format!("<h{level}{kind}>{}</h{level}>", escape(&heading.text)));
}

fn end_contact(page: &mut Page<'_>) {
    if std::mem::take(&mut page.contact) {
        page.line("</div>");
    }
}

/// The markup with a character reference for whatever is not ASCII.
fn ascii(markup: &str) -> String {
    markup.chars().fold(String::with_capacity(markup.len()), |mut out, c| {
        let _ = if c.is_ascii() { write!(out, "{c}") } else { write!(out, "&#{};", u32::from(c)) };
        out
    })
}
