//! An XML part as a tree, for parts that come from elsewhere and are changed before they are written again.
//!
//! In: the bytes of a part. Out: its root [`Element`], or nothing if the part is not sound. A document type definition, which
//! can make a small part grow without end, is refused, and so is nesting deeper than any program writes.
//!
//! Not here: what the elements mean.

use std::io;

use quick_xml::Reader;
use quick_xml::escape::unescape;
use quick_xml::events::{BytesStart, Event};

use super::super::package::{MAIN, REFERENCES};
use super::super::xml::Xml;
use super::order::rank;

/// The deepest nesting that is read.
const DEEPEST: usize = 200;

/// An element with all that stands in it.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Element {
    /// Its name with the prefix: `w:style`.
    pub(super) name: String,
    /// Its attributes with their values, unescaped.
    pub(super) attributes: Vec<(String, String)>,
    /// What stands in it.
    pub(super) children: Vec<Node>,
}

/// A piece of an element's content.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Node {
    /// An element.
    Element(Element),
    /// Words, unescaped.
    Words(String),
}

impl Element {
    /// An element whose one attribute is `w:val`.
    pub(super) fn value(name: &str, value: &str) -> Element {
        Element {
            name: name.to_owned(),
            attributes: vec![("w:val".to_owned(), value.to_owned())],
            children: Vec::new(),
        }
    }

    /// Reads a part.
    pub(super) fn parse(bytes: &[u8]) -> Option<Element> {
        let text = std::str::from_utf8(bytes).ok()?;
        let mut reader = Reader::from_str(text.trim_start_matches('\u{feff}'));
        let mut open: Vec<Element> = Vec::new();
        loop {
            match reader.read_event().ok()? {
                Event::Start(start) if open.len() < DEEPEST => open.push(begin(&start)?),
                Event::Empty(start) => {
                    let element = begin(&start)?;
                    match open.last_mut() {
                        Some(parent) => parent.children.push(Node::Element(element)),
                        None => return Some(element),
                    }
                }
                Event::End(_) => {
                    let element = open.pop()?;
                    match open.last_mut() {
                        Some(parent) => parent.children.push(Node::Element(element)),
                        None => return Some(element),
                    }
                }
                Event::Text(text) => add_words(&mut open, &text.xml10_content()),
                Event::CData(text) => add_words(&mut open, &text.xml10_content()),
                Event::GeneralRef(name) => {
                    add_words(&mut open, &unescape(&format!("&{};", name.xml10_content())).ok()?);
                }
                Event::Start(_) | Event::DocType(_) | Event::Eof => return None,
                Event::Comment(_) | Event::Decl(_) | Event::PI(_) => {}
            }
        }
    }

    /// Reads a part of WordprocessingML whose prefixes are the usual ones, as all common programs write them.
    pub(super) fn parse_word(bytes: &[u8]) -> Option<Element> {
        let root = Element::parse(bytes)?;
        let mut usual = root.attribute(MAIN.0) == Some(MAIN.1);
        root.each(&mut |element| {
            for (key, value) in &element.attributes {
                let (prefix, space) = (key.as_str(), value.as_str());
                usual &= match prefix {
                    "xmlns:w" => space == MAIN.1,
                    "xmlns:r" => space == REFERENCES.1,
                    _ => !prefix.starts_with("xmlns") || (space != MAIN.1 && space != REFERENCES.1),
                };
            }
        });
        usual.then_some(root)
    }

    /// The element as a whole part.
    pub(super) fn to_part(&self) -> io::Result<Vec<u8>> {
        Xml::part(&self.name, &self.pairs(), |xml| self.write_children(xml))
    }

    fn pairs(&self) -> Vec<(&str, &str)> {
        self.attributes.iter().map(|(key, value)| (key.as_str(), value.as_str())).collect()
    }

    fn write_children(&self, xml: &mut Xml) -> io::Result<()> {
        self.children.iter().try_for_each(|node| match node {
            Node::Words(words) => xml.text(words),
            Node::Element(child) if child.children.is_empty() => xml.empty(&child.name, &child.pairs()),
            Node::Element(child) => xml.element(&child.name, &child.pairs(), |xml| child.write_children(xml)),
        })
    }

    /// The value of an attribute.
    pub(super) fn attribute(&self, name: &str) -> Option<&str> {
        self.attributes.iter().find(|(key, _)| key == name).map(|(_, value)| value.as_str())
    }

    /// Gives an attribute a value.
    pub(super) fn set(&mut self, name: &str, value: &str) {
        match self.attributes.iter_mut().find(|(key, _)| key == name) {
            Some((_, old)) => value.clone_into(old),
            None => self.attributes.push((name.to_owned(), value.to_owned())),
        }
    }

    /// The elements directly in it.
    pub(super) fn elements(&self) -> impl Iterator<Item = &Element> {
        self.children.iter().filter_map(|node| match node {
            Node::Element(element) => Some(element),
            Node::Words(_) => None,
        })
    }

    /// The first element of that name directly in it.
    pub(super) fn child(&self, name: &str) -> Option<&Element> {
        self.elements().find(|element| element.name == name)
    }

    /// The same, to be changed; it is put in its place by this order of names if it is not there.
    pub(super) fn child_in_order(&mut self, name: &str, order: &[&str]) -> Option<&mut Element> {
        let is_it = |node: &Node| matches!(node, Node::Element(element) if element.name == name);
        let index = self.children.iter().position(is_it).unwrap_or_else(|| {
            let goes_before =
                |node: &Node| matches!(node, Node::Element(element) if rank(&element.name, order) > rank(name, order));
            let index = self.children.iter().position(goes_before).unwrap_or(self.children.len());
            self.children.insert(index, Node::Element(Element { name: name.to_owned(), ..Element::default() }));
            index
        });
        match self.children.get_mut(index) {
            Some(Node::Element(element)) => Some(element),
            _ => None,
        }
    }

    /// The `w:val` of the element found by going down these names.
    pub(super) fn value_at(&self, path: &[&str]) -> Option<&str> {
        path.iter().try_fold(self, |element, name| element.child(name))?.attribute("w:val")
    }

    /// Shows every element, this one first.
    pub(super) fn each<'a>(&'a self, look: &mut impl FnMut(&'a Element)) {
        look(self);
        self.elements().for_each(|element| element.each(look));
    }

    /// Changes every element, this one first.
    pub(super) fn change(&mut self, with: &mut impl FnMut(&mut Element)) {
        with(self);
        for node in &mut self.children {
            if let Node::Element(element) = node {
                element.change(with);
            }
        }
    }

    /// Drops every element below this one that is not to be kept, with all that stands in it.
    pub(super) fn retain(&mut self, keep: &impl Fn(&Element) -> bool) {
        self.children.retain(|node| !matches!(node, Node::Element(element) if !keep(element)));
        for node in &mut self.children {
            if let Node::Element(element) = node {
                element.retain(keep);
            }
        }
    }
}

fn begin(start: &BytesStart<'_>) -> Option<Element> {
    let attribute = |attribute: Result<quick_xml::events::attributes::Attribute<'_>, _>| {
        let attribute = attribute.ok()?;
        Some((attribute.key.as_ref().to_owned(), unescape(&attribute.value).ok()?.into_owned()))
    };
    let attributes = start.attributes().map(attribute).collect::<Option<Vec<_>>>()?;
    Some(Element { name: start.name().as_ref().to_owned(), attributes, children: Vec::new() })
}

fn add_words(open: &mut [Element], words: &str) {
    let Some(parent) = open.last_mut() else { return };
    match parent.children.last_mut() {
        Some(Node::Words(before)) => before.push_str(words),
        _ => parent.children.push(Node::Words(words.to_owned())),
    }
}

#[cfg(test)]
mod tests {
    use super::Element;

    #[test]
    fn a_part_comes_out_as_it_went_in() {
        let part = r#"<a b="1 &amp; 2"><c/>x &lt; y<d>&#233;</d></a>"#;
        let written = Element::parse(part.as_bytes()).unwrap().to_part().unwrap();
        let written = String::from_utf8(written).unwrap();
        assert!(written.ends_with(r#"<a b="1 &amp; 2"><c/>x &lt; y<d>é</d></a>"#), "{written}");
    }

    #[test]
    fn what_is_cut_off_too_deep_or_declares_entities_is_refused() {
        let none = |part: &str| assert_eq!(Element::parse(part.as_bytes()), None);
        none("<a><b></a>");
        none("<a>");
        none("");
        none("<!DOCTYPE a [<!ENTITY x \"y\">]><a>&x;</a>");
        none(&("<a>".repeat(300) + &"</a>".repeat(300)));
    }
}
