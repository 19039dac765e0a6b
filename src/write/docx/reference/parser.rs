//! XML from elsewhere, read once from its beginning to its end: only what a gate lets through becomes a tree.
//!
//! In: the bytes of a part, and a [`Gate`]. Out: its root [`Element`], or why there is none. A document type definition, which can
//! make a small part grow without end, is refused, and so are nesting deeper, elements more and attributes more than any program writes.
//! What is kept out costs no memory.
//!
//! Not here: what is let through (`admission`).

use quick_xml::Reader;
use quick_xml::escape::unescape;
use quick_xml::events::attributes::Attribute;
use quick_xml::events::{BytesStart, Event};

use super::tree::{Element, Node};

/// The deepest nesting that is read.
const DEEPEST: usize = 200;
/// The most attributes of one element: the root of a part of Word's has some forty.
const MOST_ATTRIBUTES: usize = 120;

/// How much is read, of one part or of all parts of a file together.
#[derive(Clone, Copy, Debug)]
pub(super) struct Bounds {
    /// Beginnings, ends and words.
    events: usize,
    /// Elements that become a tree.
    elements: usize,
}

impl Bounds {
    /// For a file from elsewhere: the text of a document of some thousand pages, and as many styles as Word can have.
    pub(super) const OF_OTHERS: Bounds = Bounds { events: 1_000_000, elements: 100_000 };
    /// For parts that this program has written itself, in which a school may have said as much as it likes.
    pub(super) const OF_OURS: Bounds = Bounds { events: usize::MAX, elements: usize::MAX };
}

/// Why a part was not read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Unread {
    /// It is no sound XML, or such as no program for documents writes.
    Unsound,
    /// It holds more than a computer should bear.
    TooMuch,
}

/// What becomes of an element.
pub(super) enum Passage {
    /// It becomes a part of the tree; the words directly in it do so if the second says so.
    Enter(Element, bool),
    /// It stands no more around what is in it.
    Unwrap,
    /// It is left out with all that is in it.
    Skip,
}

/// Decides what of a part becomes a tree.
pub(super) trait Gate {
    /// An element begins.
    fn begin(&mut self, name: &str, attributes: Vec<(String, String)>) -> Passage;
    /// An element that was not skipped ends.
    fn end(&mut self) {}
}

/// Lets everything through.
pub(super) struct Everything;

impl Gate for Everything {
    fn begin(&mut self, name: &str, attributes: Vec<(String, String)>) -> Passage {
        Passage::Enter(Element { name: name.to_owned(), attributes, children: Vec::new() }, true)
    }
}

/// The elements that are open, and how much was read.
struct Reading<'a> {
    gate: &'a mut dyn Gate,
    bounds: &'a mut Bounds,
    /// Each that is open; nothing for one that was unwrapped.
    open: Vec<Option<(Element, bool)>>,
    /// How many are open in one that is skipped, with that one.
    skipped: usize,
    root: Option<Element>,
}

/// Reads a part through a gate; what it takes of the bounds is gone.
pub(super) fn parse(bytes: &[u8], bounds: &mut Bounds, gate: &mut dyn Gate) -> Result<Element, Unread> {
    let text = std::str::from_utf8(bytes).map_err(|_| Unread::Unsound)?;
    let mut reader = Reader::from_str(text.trim_start_matches('\u{feff}'));
    let mut reading = Reading { gate, bounds, open: Vec::new(), skipped: 0, root: None };
    loop {
        reading.bounds.events = reading.bounds.events.checked_sub(1).ok_or(Unread::TooMuch)?;
        let is_done = reading.root.is_some();
        match reader.read_event().map_err(|_| Unread::Unsound)? {
            Event::Eof if is_done => return reading.root.ok_or(Unread::Unsound),
            // What follows the root would be read by nobody, or by a program that should not.
            Event::Text(text) if is_done && text.xml10_content().trim().is_empty() => {}
            Event::Comment(_) | Event::Decl(_) | Event::PI(_) => {}
            _ if is_done => return Err(Unread::Unsound),
            Event::Start(start) => reading.begin(&start)?,
            Event::Empty(start) => {
                reading.begin(&start)?;
                reading.end()?;
            }
            Event::End(_) => reading.end()?,
            Event::Text(text) => reading.words(&text.xml10_content()),
            Event::CData(text) => reading.words(&text.xml10_content()),
            Event::GeneralRef(name) => {
                let reference = format!("&{};", name.xml10_content());
                reading.words(&unescape(&reference).map_err(|_| Unread::Unsound)?);
            }
            Event::DocType(_) | Event::Eof => return Err(Unread::Unsound),
        }
    }
}

impl Reading<'_> {
    fn begin(&mut self, start: &BytesStart<'_>) -> Result<(), Unread> {
        if self.open.len() + self.skipped >= DEEPEST {
            return Err(Unread::Unsound);
        }
        if self.skipped > 0 {
            self.skipped += 1;
            return Ok(());
        }
        let attributes = attributes(start)?;
        match self.gate.begin(start.name().as_ref(), attributes) {
            Passage::Skip => self.skipped = 1,
            Passage::Unwrap => self.open.push(None),
            Passage::Enter(element, words) => {
                self.bounds.elements = self.bounds.elements.checked_sub(1).ok_or(Unread::TooMuch)?;
                self.open.push(Some((element, words)));
            }
        }
        Ok(())
    }

    fn end(&mut self) -> Result<(), Unread> {
        if self.skipped > 0 {
            self.skipped -= 1;
            // A root that is kept out leaves nothing.
            return if self.skipped == 0 && self.open.is_empty() { Err(Unread::Unsound) } else { Ok(()) };
        }
        let ended = self.open.pop().ok_or(Unread::Unsound)?;
        self.gate.end();
        let Some((element, _)) = ended else {
            return if self.open.is_empty() { Err(Unread::Unsound) } else { Ok(()) };
        };
        match self.innermost() {
            Some((parent, _)) => parent.children.push(Node::Element(element)),
            None => self.root = Some(element),
        }
        Ok(())
    }

    fn words(&mut self, words: &str) {
        let skipped = self.skipped > 0;
        let Some((parent, true)) = self.innermost().filter(|_| !skipped) else { return };
        match parent.children.last_mut() {
            Some(Node::Words(before)) => before.push_str(words),
            _ => parent.children.push(Node::Words(words.to_owned())),
        }
    }

    /// The innermost element that becomes a part of the tree.
    fn innermost(&mut self) -> Option<&mut (Element, bool)> {
        self.open.iter_mut().rev().find_map(Option::as_mut)
    }
}

fn attributes(start: &BytesStart<'_>) -> Result<Vec<(String, String)>, Unread> {
    let mut attributes = Vec::new();
    for attribute in start.attributes() {
        if attributes.len() == MOST_ATTRIBUTES {
            return Err(Unread::TooMuch);
        }
        let Attribute { key, value } = attribute.map_err(|_| Unread::Unsound)?;
        let value = unescape(&value).map_err(|_| Unread::Unsound)?;
        attributes.push((key.as_ref().to_owned(), value.into_owned()));
    }
    Ok(attributes)
}

#[cfg(test)]
mod tests {
    use super::{Bounds, Everything, Unread, parse};

    #[test]
    fn a_part_comes_out_as_it_went_in() {
        let part = r#"<a b="1 &amp; 2"><c/>x &lt; y<d>&#233;</d></a>"#;
        let root = parse(part.as_bytes(), &mut { Bounds::OF_OTHERS }, &mut Everything).unwrap();
        let written = String::from_utf8(root.to_part().unwrap()).unwrap();
        assert!(written.ends_with(r#"<a b="1 &amp; 2"><c/>x &lt; y<d>é</d></a>"#), "{written}");
    }

    #[test]
    fn what_is_cut_off_too_deep_or_declares_entities_is_refused() {
        let none = |part: &str| {
            assert_eq!(parse(part.as_bytes(), &mut { Bounds::OF_OTHERS }, &mut Everything), Err(Unread::Unsound));
        };
        none("<a><b></a>");
        none("<a>");
        none("<a/><b/>");
        none("<a/>b");
        none("");
        none("<!DOCTYPE a [<!ENTITY x \"y\">]><a>&x;</a>");
        none(&("<a>".repeat(300) + &"</a>".repeat(300)));
    }

    #[test]
    fn more_than_any_program_writes_is_refused() {
        let too_much = |part: String| {
            assert_eq!(parse(part.as_bytes(), &mut { Bounds::OF_OTHERS }, &mut Everything), Err(Unread::TooMuch));
        };
        too_much(format!("<a>{}</a>", "<b/>".repeat(100_000)));
        let many: String = (0..50_000).map(|number| format!(" a{number}=\"\"")).collect();
        too_much(format!("<a{many}/>"));
    }
}
