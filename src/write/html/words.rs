//! Running text of a web page: emphasis, links, numbers, and where a line may end.

use super::page::Page;
use super::style::escape;
use crate::doc::Inline;
use crate::text::{NO_BREAK, with_whole_terms};

/// An address of fewer characters fits on the line of any telephone.
const SHORT_ADDRESS: usize = 16;

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

/// Words as markup: dates, numbers and postcodes stay on their line, and a long address may go on over a line between its parts.
pub(super) fn words(text: &str) -> String {
    let pieces = with_whole_terms(text);
    let pieces: Vec<String> =
        pieces.split(' ').map(|piece| if is_address(piece) { parted(piece) } else { escape(piece) }).collect();
    // By its name a no-break space is seen in the markup.
    pieces.join(" ").replace(NO_BREAK, "&nbsp;")
}

/// Whether a word is a web or email address, or reads like one.
fn is_address(word: &str) -> bool {
    word.len() >= SHORT_ADDRESS && (word.contains(['@', '/']) || word.starts_with("www."))
}

/// An address that may break between its parts, and within none of them. After a hyphen lines end without being told.
fn parted(address: &str) -> String {
    let mut out = String::with_capacity(address.len());
    let mut from = 0;
    for (at, mark) in address.match_indices(['/', '.', '@']) {
        let end = at + mark.len();
        if at > 0 && address[end..].starts_with(char::is_alphanumeric) {
            out.push_str(&escape(&address[from..end]));
            out.push_str("<wbr>");
            from = end;
        }
    }
    out + &escape(&address[from..])
}

/// What a link of a contact's details gives: an address or a number.
fn contact_property(target: &str) -> Option<&'static str> {
    match target.split_once(':')?.0 {
        "mailto" => Some("email"),
        "tel" => Some("telephone"),
        _ => None,
    }
}
