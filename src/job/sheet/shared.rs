//! The answers that a profile shares from other files, in words, so that its form can say what an empty box means.
//!
//! In: a profile's path and its tree. Out: the words by the paths of their fields, of those alone that it does not answer itself.

use std::collections::BTreeMap;
use std::path::Path;

use crate::profile::shared_file;
use crate::text::{Sources, display_path};
use crate::yaml::{Kind, Node, parse, read_file};

/// How many files may follow one another; whoever reads the profile says it if there are more.
const LONGEST: usize = 8;

/// The answers that are shared, by their fields.
pub(crate) fn inherited_answers(path: &Path, own: &Node) -> BTreeMap<String, String> {
    let mut shared = BTreeMap::new();
    let mut next = shared_file(path);
    for _ in 0..LONGEST {
        let Some(file) = next.take() else { break };
        let mut sources = Sources::default();
        let Ok(id) = read_file(&file, &display_path(&file), &mut sources) else { break };
        let Some(root) = parse(&sources, sources.whole(id)).root else { break };
        gather(&root, Some(own), "", &mut shared);
        next = shared_file(&file);
    }
    shared
}

/// Gathers what a file answers below a heading, and the profile itself does not.
fn gather(node: &Node, own: Option<&Node>, above: &str, shared: &mut BTreeMap<String, String>) {
    for entry in node.entries() {
        let path = if above.is_empty() { entry.name.clone() } else { format!("{above}.{}", entry.name) };
        let own = own.and_then(|own| own.entry(&entry.name)).map(|entry| &entry.value);
        match (&entry.value.kind, own.map(|own| &own.kind)) {
            (Kind::Headings(_), None | Some(Kind::Headings(_))) => gather(&entry.value, own, &path, shared),
            (Kind::Words { text, .. }, None) => {
                let words = text.split_whitespace().collect::<Vec<_>>().join(" ");
                shared.entry(path).or_insert(words);
            }
            (Kind::List(items), None) => {
                let words = items.iter().filter_map(|item| match &item.kind {
                    Kind::Words { text, .. } => Some(text.trim()),
                    _ => None,
                });
                let words = words.collect::<Vec<_>>().join("; ");
                if !words.is_empty() {
                    shared.entry(path).or_insert(words);
                }
            }
            _ => {}
        }
    }
}
