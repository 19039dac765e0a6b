//! The answers of a profile's tree by their paths.
//!
//! In: a node, and the path of a field: `roles.careers_leader[1].name`. Out: the node there. Where a role is one person, that person is the first.

use crate::law::Setting;
use crate::profile::{kind_named, kinds};
use crate::yaml::{Kind, Node};

/// The node at a path below another, if something stands there. Of a role that several share the first is meant where no number stands.
pub(crate) fn node_at<'a>(root: &'a Node, path: &str) -> Option<&'a Node> {
    let mut node = root;
    for step in path.split('.') {
        if let Kind::List(items) = &node.kind {
            node = items.first()?;
        }
        let (name, index) = split(step);
        let value = &node.entry(name)?.value;
        node = match (&value.kind, index) {
            (Kind::List(items), Some(index)) => items.get(index)?,
            (_, Some(1..)) => return None,
            _ => value,
        };
    }
    Some(node)
}

/// A step of a path, and its number.
pub(super) fn split(step: &str) -> (&str, Option<usize>) {
    match step.split_once('[') {
        Some((name, rest)) => (name, rest.trim_end_matches(']').parse().ok()),
        None => (step, None),
    }
}

/// A path without numbers.
pub(super) fn plain(path: &str) -> String {
    path.split('.').map(|step| split(step).0).collect::<Vec<_>>().join(".")
}

/// The entries of a list; one value stands for a list of one.
pub(super) fn entries(node: Option<&Node>) -> Vec<&Node> {
    match node.map(|node| (&node.kind, node)) {
        None | Some((Kind::Empty, _)) => Vec::new(),
        Some((Kind::List(items), _)) => items.iter().collect(),
        Some((_, node)) => vec![node],
    }
}

/// The kind of institution that a file says it is, whether or not the rest of it can be read.
pub(crate) fn kind_in(root: &Node) -> Option<Setting> {
    match &root.entry("setting")?.value.entry("type")?.value.kind {
        Kind::Words { text, .. } => kind_named(text, &kinds()).ok(),
        _ => None,
    }
}
