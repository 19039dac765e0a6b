//! An XML part as a tree, for parts that come from elsewhere and are changed before they are written again.
//!
//! In: the bytes of a part. Out: its root [`Element`], or nothing if the part is not sound.
//!
//! Not here: reading (`parser`), and what the elements mean.

use std::io;

use super::super::xml::Xml;
use super::order::rank;

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
