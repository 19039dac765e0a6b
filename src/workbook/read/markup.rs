//! XML from elsewhere, piece by piece, within bounds.
//!
//! In: the bytes of a part. Out: its tags and words in their order, until it ends; or a [`Fault`]. A document type definition, which can
//! make a small part grow without end, is refused, and so is what is cut off, nested deeper or in more pieces than any program writes.
//!
//! Not here: what the tags mean.

use std::borrow::Cow;

use quick_xml::Reader;
use quick_xml::escape::unescape;
use quick_xml::events::{BytesStart, Event};

use super::bounds::{DEEPEST, MOST_PIECES};
use super::fault::Fault;

/// A part while it is read.
pub(super) struct Markup<'a> {
    reader: Reader<&'a [u8]>,
    name: &'a str,
    depth: usize,
    left: usize,
}

/// A piece of a part.
pub(super) enum Piece<'a> {
    /// A tag begins.
    Begin(Tag<'a>),
    /// The innermost tag ends.
    End,
    /// Words.
    Words(Cow<'a, str>),
}

/// A tag with its attributes.
pub(super) struct Tag<'a>(BytesStart<'a>);

impl Tag<'_> {
    /// Its name without the prefix that stands for a namespace.
    pub(super) fn name(&self) -> &str {
        local(self.0.name().into_inner())
    }

    /// What an attribute says, by its name without a prefix.
    pub(super) fn attribute(&self, name: &str) -> Option<String> {
        let mut attributes = self.0.attributes();
        attributes.with_checks(false);
        let found = attributes.flatten().take(100).find(|attribute| local(attribute.key.into_inner()) == name)?;
        unescape(&found.value).ok().map(Cow::into_owned)
    }

    /// What an attribute says, if it is a number.
    pub(super) fn number(&self, name: &str) -> Option<u32> {
        self.attribute(name)?.trim().parse().ok()
    }
}

fn local(name: &str) -> &str {
    name.rsplit_once(':').map_or(name, |(_, local)| local)
}

impl<'a> Markup<'a> {
    /// The beginning of a part.
    pub(super) fn of(name: &'a str, bytes: &'a [u8]) -> Result<Markup<'a>, Fault> {
        let text = std::str::from_utf8(bytes).map_err(|_| Fault::damaged(format!("{name} is not UTF-8")))?;
        let mut reader = Reader::from_str(text.trim_start_matches('\u{feff}'));
        reader.config_mut().expand_empty_elements = true;
        Ok(Markup { reader, name, depth: 0, left: MOST_PIECES })
    }

    /// The next piece; nothing at the end of the part.
    pub(super) fn next(&mut self) -> Result<Option<Piece<'a>>, Fault> {
        loop {
            self.left =
                self.left.checked_sub(1).ok_or_else(|| Fault::too_large(format!("{} is too long", self.name)))?;
            let event = self.reader.read_event().map_err(|error| Fault::damaged(format!("{}: {error}", self.name)))?;
            return Ok(Some(match event {
                Event::Start(tag) | Event::Empty(tag) => {
                    self.depth += 1;
                    if self.depth > DEEPEST {
                        return Err(self.unsound());
                    }
                    Piece::Begin(Tag(tag))
                }
                Event::End(_) => {
                    self.depth = self.depth.checked_sub(1).ok_or_else(|| self.unsound())?;
                    Piece::End
                }
                Event::Text(text) => Piece::Words(text.xml10_content().into_owned().into()),
                Event::CData(text) => Piece::Words(text.xml10_content().into_owned().into()),
                Event::GeneralRef(name) => {
                    let reference = format!("&{};", name.xml10_content());
                    Piece::Words(unescape(&reference).map_err(|_| self.unsound())?.into_owned().into())
                }
                Event::Comment(_) | Event::Decl(_) | Event::PI(_) => continue,
                Event::Eof if self.depth == 0 => return Ok(None),
                Event::DocType(_) | Event::Eof => return Err(self.unsound()),
            }));
        }
    }

    /// The next tag that begins, or nothing when the innermost tag that was open ends.
    pub(super) fn child(&mut self) -> Result<Option<Tag<'a>>, Fault> {
        loop {
            match self.next()? {
                Some(Piece::Begin(tag)) => return Ok(Some(tag)),
                Some(Piece::Words(_)) => {}
                Some(Piece::End) | None => return Ok(None),
            }
        }
    }

    /// Passes over what is left of the innermost tag.
    pub(super) fn skip(&mut self) -> Result<(), Fault> {
        let outside = self.depth.saturating_sub(1);
        while self.depth > outside {
            if self.next()?.is_none() {
                break;
            }
        }
        Ok(())
    }

    /// The words of the innermost tag, to its end, without those in tags within it.
    pub(super) fn words(&mut self) -> Result<String, Fault> {
        let mut words = String::new();
        loop {
            match self.next()? {
                Some(Piece::Words(more)) => words.push_str(&more),
                Some(Piece::Begin(_)) => self.skip()?,
                Some(Piece::End) | None => return Ok(words),
            }
        }
    }

    fn unsound(&self) -> Fault {
        Fault::damaged(format!("{} is not sound XML", self.name))
    }
}

#[cfg(test)]
mod tests {
    use super::{Markup, Piece};

    fn is_read(part: &str) -> bool {
        let mut markup = Markup::of("part", part.as_bytes()).unwrap();
        loop {
            match markup.next() {
                Ok(None) => return true,
                Ok(Some(_)) => {}
                Err(_) => return false,
            }
        }
    }

    #[test]
    fn what_is_cut_off_too_deep_or_declares_entities_is_refused() {
        assert!(is_read("<a b=\"1\">x<c/></a>"));
        for part in ["<a><b></a>", "<a>", "</a>", "<!DOCTYPE a [<!ENTITY x \"y\">]><a>&x;</a>", "<a>&x;</a>"] {
            assert!(!is_read(part), "{part}");
        }
        assert!(!is_read(&("<a>".repeat(300) + &"</a>".repeat(300))));
    }

    #[test]
    fn tags_are_known_without_their_prefixes() {
        let mut markup = Markup::of("part", b"<x:row r:id=\"a&amp;b\" n=\"7\"/>").unwrap();
        let Ok(Some(Piece::Begin(tag))) = markup.next() else { panic!("a tag begins") };
        assert_eq!((tag.name(), tag.attribute("id").as_deref(), tag.number("n")), ("row", Some("a&b"), Some(7)));
    }
}
