//! The namespaces of a reference document, by the prefixes under which this program writes them.
//!
//! In: a namespace as a part declares it. Out: its prefix, or what else it is. A part may call its namespaces as it likes: what counts is
//! what they stand for.

use std::collections::BTreeSet;

use super::tree::Element;

/// The namespaces whose elements or attributes can be carried over, in the usual form of the format.
const KNOWN: [(&str, &str); 16] = [
    ("a", "http://schemas.openxmlformats.org/drawingml/2006/main"),
    ("mc", "http://schemas.openxmlformats.org/markup-compatibility/2006"),
    ("o", "urn:schemas-microsoft-com:office:office"),
    ("pic", "http://schemas.openxmlformats.org/drawingml/2006/picture"),
    ("r", "http://schemas.openxmlformats.org/officeDocument/2006/relationships"),
    ("v", "urn:schemas-microsoft-com:vml"),
    ("w", "http://schemas.openxmlformats.org/wordprocessingml/2006/main"),
    ("w10", "urn:schemas-microsoft-com:office:word"),
    ("w14", "http://schemas.microsoft.com/office/word/2010/wordml"),
    ("wp", "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"),
    ("wp14", "http://schemas.microsoft.com/office/word/2010/wordprocessingDrawing"),
    ("wpc", "http://schemas.microsoft.com/office/word/2010/wordprocessingCanvas"),
    ("wpg", "http://schemas.microsoft.com/office/word/2010/wordprocessingGroup"),
    ("wpi", "http://schemas.microsoft.com/office/word/2010/wordprocessingInk"),
    ("wps", "http://schemas.microsoft.com/office/word/2010/wordprocessingShape"),
    ("xml", "http://www.w3.org/XML/1998/namespace"),
];

/// Prefixes that a program which does not know them may pass over.
const IGNORABLE: [&str; 2] = ["w14", "wp14"];

/// How the namespaces begin with which newer programs of Microsoft's add to the format. Who does not know them loses nothing of the words.
const ADDITIONS: &str = "http://schemas.microsoft.com/";

/// What a namespace is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Space {
    /// One of which something can be carried over, by its prefix.
    Known(&'static str),
    /// An addition of a newer program.
    Addition,
    /// Any other, the strict form of the format among them.
    Other,
}

/// What a declared namespace is.
pub(super) fn space(address: &str) -> Space {
    match KNOWN.iter().find(|(_, known)| *known == address) {
        Some((prefix, _)) => Space::Known(prefix),
        None if address.starts_with(ADDITIONS) => Space::Addition,
        None => Space::Other,
    }
}

/// Declares on the root of a part the namespaces that are used in it, and no others.
pub(super) fn declare(root: &mut Element) {
    let mut used = BTreeSet::new();
    root.each(&mut |element| {
        let names = std::iter::once(&element.name).chain(element.attributes.iter().map(|(key, _)| key));
        used.extend(names.filter_map(|name| prefix_of(name)));
        // An alternative names the prefixes that a program has to know.
        if let Some(asked) = element.attribute("Requires") {
            used.extend(asked.split(' ').filter_map(known_prefix));
        }
    });
    let ignorable: Vec<&str> = IGNORABLE.into_iter().filter(|prefix| used.contains(prefix)).collect();
    if !ignorable.is_empty() {
        used.insert("mc");
    }
    root.attributes.retain(|(key, _)| !key.starts_with("xmlns") && key != "mc:Ignorable");
    let spaces = KNOWN.iter().filter(|(prefix, _)| *prefix != "xml" && used.contains(prefix));
    let declared = spaces.map(|(prefix, address)| (format!("xmlns:{prefix}"), (*address).to_owned()));
    root.attributes.splice(0..0, declared);
    if !ignorable.is_empty() {
        root.set("mc:Ignorable", &ignorable.join(" "));
    }
}

fn prefix_of(name: &str) -> Option<&'static str> {
    known_prefix(name.split_once(':')?.0)
}

fn known_prefix(prefix: &str) -> Option<&'static str> {
    KNOWN.iter().map(|(known, _)| *known).find(|known| *known == prefix)
}
