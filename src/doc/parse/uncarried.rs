//! What a school's own Markdown holds that the documents do not carry, each where it stands.
//!
//! In: a school's text. Out: HTML, pictures, links that may not be followed, headings where none can stand, notes without their
//! text, each with its place in the text.
//!
//! Not here: what is said of it (`check`), and whether a link within the document leads to a heading, which only a finished document
//! knows.

use std::collections::BTreeSet;
use std::ops::Range;

use pulldown_cmark::{Event, LinkType, Parser, Tag, TagEnd};

use super::addresses::{options, unused_addresses};
use super::reader::{met_in, safe_target};
use crate::doc::pasted::Pasted;
use crate::text::{is_turn, turned};

/// What the documents do not carry, or carry only where something else is there.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Uncarried {
    /// HTML: it is printed as it was typed.
    Html,
    /// A picture: its description is printed.
    Picture,
    /// A link to somewhere that no document links to.
    Link(String),
    /// A link to a place in the document.
    Within(String),
    /// The address of a link that is written apart and that nothing uses.
    UnusedAddress,
    /// A heading in a list, a quotation or a note, or one that holds a link or a note.
    Heading,
    /// A table in a quotation or a list, which is no fault by itself.
    Table,
    /// A reference to a note that is not there.
    NoNote,
    /// A note to which nothing refers.
    UnusedNote,
    /// A reference to a character that turns the words after it round, such as `&#8238;`.
    Turned(char),
}

/// What a school's text holds that documents do not carry, with its place in the text.
pub fn uncarried(text: &str) -> Vec<(Uncarried, Range<usize>)> {
    let pasted = Pasted::of(text);
    let parser = Parser::new_ext(&pasted.markdown, options(true));
    let mut seen = Seen::default();
    let mut depth = 0_usize;
    let mut heading = None;
    for (event, range) in parser.into_offset_iter() {
        match event {
            Event::Html(html) | Event::InlineHtml(html) if !is_nothing(&html) => seen.add(Uncarried::Html, range),
            Event::Start(Tag::Image { .. }) => seen.add(Uncarried::Picture, range),
            Event::Start(Tag::Link { dest_url, link_type, .. }) => {
                if heading.is_some() {
                    seen.add(Uncarried::Heading, range.clone());
                }
                let address = dest_url.into_string();
                match address.strip_prefix('#') {
                    Some(id) => seen.add(Uncarried::Within(id.to_owned()), range),
                    None if link_type == LinkType::Email || safe_target(&address) => {}
                    None => seen.add(Uncarried::Link(address), range),
                }
            }
            Event::Start(Tag::Heading { .. }) => {
                heading = Some(range.start);
                if depth > 0 {
                    seen.add(Uncarried::Heading, range);
                }
            }
            Event::End(TagEnd::Heading(_)) => heading = None,
            Event::Start(Tag::List(_) | Tag::BlockQuote(_)) => depth += 1,
            Event::End(TagEnd::List(_) | TagEnd::BlockQuote(_)) => depth = depth.saturating_sub(1),
            Event::Start(Tag::Table(_)) => seen.add(Uncarried::Table, range),
            Event::Start(Tag::FootnoteDefinition(label)) => {
                depth += 1;
                seen.notes.push((label.to_lowercase(), range));
            }
            Event::End(TagEnd::FootnoteDefinition) => depth = depth.saturating_sub(1),
            Event::FootnoteReference(label) => {
                if heading.is_some() {
                    seen.add(Uncarried::Heading, range);
                }
                seen.references.insert(label.to_lowercase());
            }
            Event::Text(words) => {
                if let Some(c) = refers_to_a_turn(&pasted.markdown, &words, &range) {
                    seen.add(Uncarried::Turned(c), range.clone());
                }
                seen.no_notes(&words, range);
            }
            _ => {}
        }
    }
    let mut found = seen.all();
    found.extend(unused_addresses(&pasted.markdown).into_iter().map(|range| (Uncarried::UnusedAddress, range)));
    found.sort_by_key(|(_, range)| range.start);
    found
        .into_iter()
        .map(|(what, range)| {
            // One line is enough to show the place.
            let line = pasted.markdown[range.clone()].lines().next().unwrap_or_default().trim_end().len();
            (what, pasted.origin(range.start..range.start + line))
        })
        .collect()
}

/// The most bytes that the label of a note has (CommonMark, "link label").
const LONGEST_LABEL: usize = 1_000;

/// The places of the HTML in the wording of a clause, but for what clauses may have: line breaks and remarks on what words are there for.
pub fn html_in(wording: &str) -> impl Iterator<Item = Range<usize>> {
    Parser::new_ext(wording, options(false)).into_offset_iter().filter_map(|(event, range)| match event {
        Event::Html(html) | Event::InlineHtml(html) if !is_nothing(&html) && met_in(&html).next().is_none() => {
            Some(range)
        }
        _ => None,
    })
}

/// The first character of some Markdown that turns the words after it round, whether it stands there or is written as a reference.
pub fn turned_in(markdown: &str) -> Option<char> {
    turned(markdown).or_else(|| {
        let reference = |(event, range): (Event<'_>, Range<usize>)| match event {
            Event::Text(words) => refers_to_a_turn(markdown, &words, &range),
            _ => None,
        };
        // To read it is worth while only where there is one.
        let parser = markdown.contains("&#").then(|| Parser::new_ext(markdown, options(false)).into_offset_iter());
        parser.into_iter().flatten().find_map(reference)
    })
}

/// The character that a piece of text turns words round with, if it is written as a reference: the reader gives that as a piece of its own.
fn refers_to_a_turn(markdown: &str, words: &str, range: &Range<usize>) -> Option<char> {
    let is_reference = markdown.get(range.clone()).is_some_and(|source| source.starts_with("&#"));
    words.chars().find(|c| is_reference && is_turn(*c))
}

#[derive(Default)]
struct Seen {
    found: Vec<(Uncarried, Range<usize>)>,
    references: BTreeSet<String>,
    notes: Vec<(String, Range<usize>)>,
    /// The last piece of text, for a bracket comes as a piece of its own.
    text: (String, usize),
}

impl Seen {
    fn add(&mut self, what: Uncarried, range: Range<usize>) {
        self.found.push((what, range));
    }

    /// Finds `[^1]` in plain text: there is no such note, or it would be no text.
    fn no_notes(&mut self, words: &str, range: Range<usize>) {
        if self.text.1 + self.text.0.len() != range.start {
            self.text = (String::new(), range.start);
        }
        self.text.0.push_str(words);
        while let Some(start) = self.text.0.find("[^") {
            let at = self.text.1 + start;
            let label = self.text.0.as_bytes()[start..].iter().take(LONGEST_LABEL).position(|byte| *byte == b']');
            match label {
                Some(end) => {
                    self.found.push((Uncarried::NoNote, at..at + end + 1));
                    self.pass_over(start + end + 1);
                }
                None if self.text.0.len() - start >= LONGEST_LABEL => self.pass_over(start + 2),
                // The rest of the label may come as the next piece.
                None => return self.pass_over(start),
            }
        }
        self.pass_over(self.text.0.len() - usize::from(self.text.0.ends_with('[')));
    }

    /// Forgets so many bytes of the text, in which nothing more is to be found.
    fn pass_over(&mut self, bytes: usize) {
        self.text = (self.text.0.split_off(bytes), self.text.1 + bytes);
    }

    fn all(self) -> Vec<(Uncarried, Range<usize>)> {
        let Seen { mut found, references, notes, .. } = self;
        let unused = notes.into_iter().filter(|(label, _)| !references.contains(label));
        found.extend(unused.map(|(_, range)| (Uncarried::UnusedNote, range)));
        found
    }
}

/// Whether there is nothing to tell of some HTML: a line break and what parts two lists are understood, and the end of an element is
/// told with its beginning.
fn is_nothing(html: &str) -> bool {
    html.starts_with("</")
        || matches!(html.trim().to_ascii_lowercase().as_str(), "<br>" | "<br/>" | "<br />" | "<!-- -->" | "")
}

#[cfg(test)]
mod tests {
    use super::{Uncarried, turned_in, uncarried};

    fn found(text: &str) -> Vec<(Uncarried, &str)> {
        uncarried(text).into_iter().map(|(what, range)| (what, &text[range])).collect()
    }

    #[test]
    fn each_thing_is_found_where_it_stands() {
        let text = "Our <b>team</b>.\n\n• ![a map](map.png)\n• [run](javascript:x) and [here](#law)\n";
        let link = Uncarried::Link("javascript:x".into());
        assert_eq!(
            found(text),
            [
                (Uncarried::Html, "<b>"),
                (Uncarried::Picture, "![a map](map.png)"),
                (link, "[run](javascript:x)"),
                (Uncarried::Within("law".into()), "[here](#law)"),
            ]
        );
        assert_eq!(found("Write to <a@b.example> or see <https://b.example>."), []);
    }

    #[test]
    fn notes_and_their_text_are_held_against_each_other() {
        assert_eq!(found("One[^1].\n\n[^1]: Text.\n"), []);
        assert_eq!(found("One[^2].\n"), [(Uncarried::NoNote, "[^2]")]);
        assert_eq!(found("One.\n\n[^1]: Text.\n"), [(Uncarried::UnusedNote, "[^1]: Text.")]);
        assert_eq!(found("One.\n\n[a]: https://a.example\n"), [(Uncarried::UnusedAddress, "[a]: https://a.example")]);
    }

    #[test]
    fn a_reference_to_what_turns_words_round_is_found() {
        assert_eq!(found("Oak&#8238;dleif &#228;"), [(Uncarried::Turned('\u{202e}'), "&#8238;")]);
        assert_eq!(turned_in("Oak&#x202e;dleif"), Some('\u{202e}'));
        assert_eq!(turned_in("Oak\u{202e}dleif"), Some('\u{202e}'));
        assert_eq!(turned_in("One \\&#8238; two &#124; three"), None);
    }

    #[test]
    fn a_heading_in_an_item_is_found() {
        assert_eq!(found("# One\n\n- # Two\n"), [(Uncarried::Heading, "# Two")]);
    }
}
