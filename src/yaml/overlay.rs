//! One tree laid over another.
//!
//! In: two trees. Out: one, in which headings are joined, and a list or a value replaces the one below it whole. A heading with
//! nothing after it leaves what is below as it is. Every value keeps the place it had in its own file.

use super::tree::{Entry, Kind, Node};

/// A tree with another laid over it.
pub(crate) fn overlay(base: Node, own: Node) -> Node {
    match (base, own) {
        (Node { kind: Kind::Headings(mut entries), .. }, Node { span, kind: Kind::Headings(own) }) => {
            for entry in own {
                match entries.iter_mut().find(|shared| shared.name == entry.name) {
                    Some(shared) => lay_over(shared, entry),
                    None => entries.push(entry),
                }
            }
            Node { span, kind: Kind::Headings(entries) }
        }
        (base, Node { kind: Kind::Empty, .. }) => base,
        (_, own) => own,
    }
}

fn lay_over(shared: &mut Entry, own: Entry) {
    // An empty heading gives nothing, so the shared answer keeps its own place.
    if matches!(own.value.kind, Kind::Empty) && !matches!(shared.value.kind, Kind::Empty) {
        return;
    }
    let nothing = Node { span: shared.name_span, kind: Kind::Empty };
    let base = std::mem::replace(&mut shared.value, nothing);
    *shared = Entry { value: overlay(base, own.value), ..own };
}
