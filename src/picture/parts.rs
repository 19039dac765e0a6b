//! The words of an entry by the part they play: marks, text, aside.

use crate::doc::{Entry, Inline, plain_text};

/// The words of an entry by the part they play.
pub(super) struct Parts {
    /// The strong words, in order.
    pub(super) marks: Vec<String>,
    /// The words themselves.
    pub(super) text: String,
    /// The stressed words.
    pub(super) aside: String,
}

impl Parts {
    pub(super) fn of(entry: &Entry) -> Parts {
        let mut parts = Parts { marks: Vec::new(), text: String::new(), aside: String::new() };
        for inline in &entry.words {
            let words = plain_text(std::slice::from_ref(inline));
            match inline {
                Inline::Strong(_) => parts.marks.push(one_line(&words)),
                Inline::Emphasis(_) => parts.aside.push_str(&words),
                _ => parts.text.push_str(&words),
            }
        }
        parts.text = one_line(&parts.text);
        parts.aside = one_line(&parts.aside);
        parts
    }
}

fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}
