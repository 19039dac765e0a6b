//! Answers laid over other answers.
//!
//! In: two trees, or two values. Out: one, in which headings are joined, and a list or a value replaces the one below it whole.
//! What is left empty leaves what is below as it is.
//!
//! Trees and values differ in one thing. In a file, `[]` is an answer: there are none. In a typed value nobody can tell it from a
//! list that was not given, so there an empty list counts as left empty.

use serde_json::Value;

use super::tree::{Entry, Kind, Node};

/// A tree with another laid over it. Every value keeps the place it had in its own file.
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
