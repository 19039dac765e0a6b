//! Whether a value holds a character that turns its words round, so that a reader would see other words than stand there.
//!
//! In: the tree of a file. Out: a finding at each such value, which is refused. What such a character is, is said in `text`.

use super::phrase::in_words;
use super::readings::Readings;
use super::tree::{Kind, Node, join};
use crate::finding::{Code, Finding};
use crate::text::turned;

/// Refuses each value whose words are turned round.
pub(super) fn refuse_turned(node: &Node, field: &str, readings: &mut Readings) {
    match &node.kind {
        Kind::Empty => {}
        Kind::Words { text, .. } => {
            if let Some(c) = turned(text) {
                let code = u32::from(c);
                let title =
                    format!("{} holds a character that turns the words after it round (U+{code:04X})", in_words(field));
                let finding = Finding::error(Code::CP008, title)
                    .with_note(
                        "it cannot be seen, and whoever reads the words sees them in another order than they stand in",
                    )
                    .with_help(
                        "delete the words here and type them again; such characters come along when text is pasted",
                    );
                readings.refuse(finding, node.span, field);
            }
        }
        Kind::List(items) => {
            for (index, item) in items.iter().enumerate() {
                refuse_turned(item, &format!("{field}[{index}]"), readings);
            }
        }
        Kind::Headings(entries) => {
            for entry in entries {
                refuse_turned(&entry.value, &join(field, &entry.name), readings);
            }
        }
    }
}
