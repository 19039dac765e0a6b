//! Well-formed XML, whatever the words: the only file here that writes with quick-xml.
//!
//! In: element names, attributes and words. Out: the bytes of one part of the package. Every attribute and every word
//! is escaped, and loses the characters that XML 1.0 does not allow.
//!
//! Not here: which elements WordprocessingML has, or their order (`properties`).

use std::borrow::Cow;
use std::fmt::Display;
use std::io;

use quick_xml::Writer;
use quick_xml::events::{BytesDecl, BytesEnd, BytesStart, BytesText, Event};

/// The names and values of an element's attributes.
pub(super) type Attributes<'a> = &'a [(&'a str, &'a str)];

/// An XML part while it is being written.
pub(super) struct Xml(Writer<Vec<u8>>);

impl Xml {
    /// One whole part: the declaration, and the root element with its content.
    pub(super) fn part(
        root: &str,
        attributes: Attributes,
        content: impl FnOnce(&mut Xml) -> io::Result<()>,
    ) -> io::Result<Vec<u8>> {
        let mut xml = Xml(Writer::new(Vec::new()));
        xml.0.write_event(Event::Decl(BytesDecl::new("1.0", Some("UTF-8"), Some("yes"))))?;
        xml.element(root, attributes, content)?;
        Ok(xml.0.into_inner())
    }

    /// An element with what the closure writes inside it.
    pub(super) fn element(
        &mut self,
        name: &str,
        attributes: Attributes,
        content: impl FnOnce(&mut Xml) -> io::Result<()>,
    ) -> io::Result<()> {
        self.0.write_event(Event::Start(start(name, attributes)))?;
        content(self)?;
        self.0.write_event(Event::End(BytesEnd::new(name)))
    }

    /// An element without content.
    pub(super) fn empty(&mut self, name: &str, attributes: Attributes) -> io::Result<()> {
        self.0.write_event(Event::Empty(start(name, attributes)))
    }

    /// An element that holds only words.
    pub(super) fn words(&mut self, name: &str, attributes: Attributes, words: &str) -> io::Result<()> {
        self.element(name, attributes, |xml| xml.text(words))
    }

    /// Words between the elements.
    pub(super) fn text(&mut self, words: &str) -> io::Result<()> {
        self.0.write_event(Event::Text(BytesText::new(&allowed(words))))
    }

    /// An element whose one attribute is `w:val`: most of WordprocessingML.
    pub(super) fn value(&mut self, name: &str, value: impl Display) -> io::Result<()> {
        self.empty(name, &[("w:val", &value.to_string())])
    }

    /// An element that says yes by being there; nothing for no.
    pub(super) fn flag(&mut self, name: &str, on: bool) -> io::Result<()> {
        if on { self.empty(name, &[]) } else { Ok(()) }
    }
}

fn start<'a>(name: &'a str, attributes: Attributes) -> BytesStart<'a> {
    let mut start = BytesStart::new(name);
    for (key, value) in attributes {
        start.push_attribute((*key, allowed(value).as_ref()));
    }
    start
}

/// The words without what XML 1.0 does not allow; a line end or a tab becomes a space.
pub(super) fn allowed(words: &str) -> Cow<'_, str> {
    let refused = |c: char| c.is_control() || matches!(c, '\u{FFFE}' | '\u{FFFF}');
    if !words.contains(refused) {
        return Cow::Borrowed(words);
    }
    let one_line = words.replace("\r\n", " ");
    let kept = one_line.chars().filter_map(|c| match c {
        '\n' | '\r' | '\t' | '\u{85}' => Some(' '),
        c if refused(c) => None,
        c => Some(c),
    });
    Cow::Owned(kept.collect())
}

#[cfg(test)]
mod tests {
    use super::{Xml, allowed};

    #[test]
    fn what_xml_does_not_allow_is_dropped_and_a_line_end_becomes_a_space() {
        assert_eq!(allowed("a\u{0}b\u{b}c\u{FFFF}\r\nd\te\u{1f600}"), "abc d e\u{1f600}");
    }

    #[test]
    fn markup_in_words_and_attributes_is_escaped() {
        let part = Xml::part("r", &[("a", "\"<&>'")], |xml| xml.words("t", &[], "<b>&amp;")).unwrap();
        let text = String::from_utf8(part).unwrap();
        assert!(text.ends_with("<r a=\"&quot;&lt;&amp;&gt;&apos;\"><t>&lt;b&gt;&amp;amp;</t></r>"), "{text}");
    }
}
