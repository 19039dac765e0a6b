//! Running text of a web page: emphasis, links, numbers.

use super::page::Page;
use super::style::escape;
use super::text::words;
use crate::doc::Inline;

impl Page<'_> {
    pub(super) fn inlines(&self, inlines: &[Inline]) -> String {
        let mut out = String::new();
        for inline in inlines {
            match inline {
                Inline::Text(text) => out.push_str(&words(text)),
                Inline::Strong(inner) => {
                    let name = if self.contact { " itemprop=\"name\"" } else { "" };
                    out.push_str(&format!("<strong{name}>{}</strong>", self.inlines(inner)));
                }
                Inline::Emphasis(inner) => out.push_str(&format!("<em>{}</em>", self.inlines(inner))),
                Inline::Link { target, text } => {
                    let mut words = self.link_words(text);
                    if target.starts_with("tel:") {
                        // A number stays on one line, in whatever style.
                        words = words.replace(' ', "&nbsp;");
                    }
                    if let Some(property) = contact_property(target).filter(|_| self.contact) {
                        words = format!("<span itemprop=\"{property}\">{words}</span>");
                    }
                    if self.links.live(target) && !words.trim().is_empty() {
                        out.push_str(&format!("<a href=\"{}\">{words}</a>", escape(target)));
                    } else {
                        out.push_str(&words);
                    }
                }
                Inline::Note { number, .. } if self.bare => out.push_str(&format!("<sup>[{number}]</sup>")),
                Inline::Note { number, again } => {
                    let id = if *again { String::new() } else { format!(" id=\"note-reference-{number}\"") };
                    out.push_str(&format!(
                        "<sup><a href=\"#note-{number}\"{id} aria-label=\"Note {number}\">[{number}]</a></sup>"
                    ));
                }
                Inline::LineBreak => out.push_str("<br>"),
            }
        }
        out
    }

    /// The words of a link; a link within them is words only, as links do not nest.
    pub(super) fn link_words(&self, inlines: &[Inline]) -> String {
        let mut out = String::new();
        for inline in inlines {
            match inline {
                Inline::Link { text, .. } => out.push_str(&self.link_words(text)),
                Inline::Note { number, .. } => out.push_str(&format!("<sup>[{number}]</sup>")),
                Inline::Strong(inner) => out.push_str(&format!("<strong>{}</strong>", self.link_words(inner))),
                Inline::Emphasis(inner) => out.push_str(&format!("<em>{}</em>", self.link_words(inner))),
                other => out.push_str(&self.inlines(std::slice::from_ref(other))),
            }
        }
        out
    }
}

/// What a link of a contact's details gives: an address or a number.
fn contact_property(target: &str) -> Option<&'static str> {
    match target.split_once(':')?.0 {
        "mailto" => Some("email"),
        "tel" => Some("telephone"),
        _ => None,
    }
}
