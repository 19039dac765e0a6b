//! Answers laid over other answers.
//!
//! In: two trees, or two values. Out: one, in which headings are joined, and a list or a value replaces the one below it whole.
//!
//! In the files of a school, what is left empty is an answer: there is none, and what is below is taken back. In those of a pack it leaves what
//! is below as it is. In a typed value nobody can tell what is empty from what was not given, so there both leave it.

use serde_json::Value;

use super::tree::{Entry, Kind, Node};

/// What a heading with nothing after it says of the answer below it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Blank {
    /// It stays as it is.
    Keeps,
    /// There is none.
    TakesBack,
}

/// A tree with another laid over it. Every value keeps the place it had in its own file.
pub(crate) fn overlay(base: Node, own: Node, blank: Blank) -> Node {
    match (base, own) {
        (Node { kind: Kind::Headings(mut entries), .. }, Node { span, kind: Kind::Headings(own) }) => {
            for entry in own {
                match entries.iter_mut().find(|shared| shared.name == entry.name) {
                    Some(shared) => lay_over(shared, entry, blank),
                    None => entries.push(entry),
                }
            }
            Node { span, kind: Kind::Headings(entries) }
        }
        (base, Node { kind: Kind::Empty, .. }) if blank == Blank::Keeps => base,
        (_, own) => own,
    }
}

fn lay_over(shared: &mut Entry, own: Entry, blank: Blank) {
    // What is kept keeps its own place, too.
    if blank == Blank::Keeps && matches!(own.value.kind, Kind::Empty) && !matches!(shared.value.kind, Kind::Empty) {
        return;
    }
    let nothing = Node { span: shared.name_span, kind: Kind::Empty };
    let base = std::mem::replace(&mut shared.value, nothing);
    *shared = Entry { value: overlay(base, own.value, blank), ..own };
}

/// A value with another laid over it.
pub(crate) fn overlay_values(base: Value, own: Value) -> Value {
    match (base, own) {
        (Value::Object(mut fields), Value::Object(own)) => {
            for (name, value) in own {
                let shared = fields.entry(name).or_insert(Value::Null);
                *shared = overlay_values(shared.take(), value);
            }
            Value::Object(fields)
        }
        (base, Value::Null) => base,
        (base, Value::Array(items)) if items.is_empty() && !base.is_null() => base,
        (_, own) => own,
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::overlay_values;

    #[test]
    fn headings_are_joined_and_what_is_left_empty_leaves_what_is_below() {
        let base = json!({"aims": ["see"], "contact": {"name": "Ada", "email": null}, "url": "https://a.example"});
        let own = json!({"aims": [], "contact": {"name": null, "email": "b@b.example"}, "url": "https://b.example", "values": ["Courage"]});
        let both = json!({
            "aims": ["see"],
            "contact": {"name": "Ada", "email": "b@b.example"},
            "url": "https://b.example",
            "values": ["Courage"]
        });
        assert_eq!(overlay_values(base, own), both);
    }
}
