//! The events of the YAML parser into nodes: the only user of granit-parser, with `syntax` and `advice`.
//!
//! In: a text. Out: [`Built`], the root and findings for what YAML allows and is refused here: the same heading twice, anchors,
//! tags, several documents, hidden control characters; for words that a `#` may have cut off (`remark`); or where the text cannot be
//! followed any further.

use granit_parser::{Event, Parser, ScalarStyle, options};

use super::advice::{Why, cannot_be_printed, hidden_character};
use super::syntax::Stop;
use super::tree::{Entry, Kind, Node, Style, join};
use super::{blanks, remark};
use crate::finding::{Code, Finding, Place, visible};
use crate::text::Span;

/// The deepest nesting that is read.
const DEEPEST: usize = 64;
/// The most headings that stand under one.
const MOST_HEADINGS: usize = 1000;
/// The most entries of one list: more than any school, trust or pack has, and few enough to be drawn and set in moments.
const MOST_ENTRIES: usize = 1000;

/// What became of the events.
pub(super) struct Built {
    /// The root; none if there was no event, or none is finished.
    pub(super) root: Option<Node>,
    /// What is wrong with the text so far.
    pub(super) findings: Vec<Finding>,
    /// Why it cannot be followed to its end, if it cannot.
    pub(super) halt: Option<Halt>,
}

/// That the text cannot be followed any further.
pub(super) enum Halt {
    /// For a reason that is clear.
    Said(Box<Finding>),
    /// For one that the lines will show.
    Stop(Stop),
}

/// Builds the tree of some words; `text` is their span in their source.
pub(super) fn build(words: &str, text: Span) -> Built {
    let mut builder = Builder { text, words, frames: Vec::new(), root: None, documents: 0, findings: Vec::new() };
    let halt = builder.run().err();
    Built { root: builder.root, findings: builder.findings, halt }
}

struct Builder<'a> {
    text: Span,
    words: &'a str,
    frames: Vec<Frame>,
    root: Option<Node>,
    documents: usize,
    findings: Vec<Finding>,
}

/// A list or some headings that are not finished yet.
struct Frame {
    path: String,
    start: Span,
    body: Body,
}

enum Body {
    List(Vec<Node>),
    Headings { entries: Vec<Entry>, name: Option<(String, Span)> },
}

impl Builder<'_> {
    fn run(&mut self) -> Result<(), Halt> {
        let options = options! {
            disallow_directives: true,
            emit_anchor_events: true,
            emit_comments: false,
            emit_unresolved_aliases: true,
            flow_nesting_limit: DEEPEST,
            block_nesting_limit: DEEPEST,
        };
        for next in Parser::new_from_str_with_options(self.words, options) {
            let (event, place) = next.map_err(|error| {
                let at = error.marker().byte_offset().unwrap_or(0);
                Halt::Stop(Stop { at, why: Why::NotYaml(error.kind().clone()) })
            })?;
            if event.tag().is_some() {
                let at = place.tag_start().and_then(|mark| mark.byte_offset()).unwrap_or(0);
                return Err(Halt::Stop(Stop { at, why: Why::Mark }));
            }
            self.take(&event, self.place(&place))?;
        }
        Ok(())
    }

    fn place(&self, place: &granit_parser::Span) -> Span {
        let range = place.byte_range().unwrap_or(0..0);
        Span { source: self.text.source, start: self.text.start + range.start, end: self.text.start + range.end }
    }

    fn take(&mut self, event: &Event<'_>, span: Span) -> Result<(), Halt> {
        match event {
            Event::DocumentStart(..) => {
                self.documents += 1;
                if self.documents > 1 {
                    let finding = Finding::error(Code::CP010, "the file holds more than one document")
                        .at_span(span)
                        .with_label("a second one begins here")
                        .with_help("keep each of them in a file of its own");
                    return Err(Halt::Said(Box::new(finding)));
                }
            }
            Event::Alias(_) | Event::UnresolvedAlias(_) | Event::Anchor(..) => {
                return Err(Halt::Stop(Stop { at: span.start - self.text.start, why: Why::Mark }));
            }
            Event::Scalar(text, style, ..) => self.words(text, *style, span)?,
            Event::SequenceStart(..) => self.open(span, Body::List(Vec::new()))?,
            Event::MappingStart(..) => self.open(span, Body::Headings { entries: Vec::new(), name: None })?,
            Event::SequenceEnd | Event::MappingEnd => {
                if let Some(node) = self.frames.pop().map(|frame| frame.finish(span)) {
                    self.put(node)?;
                }
            }
            _ => {}
        }
        Ok(())
    }

    fn words(&mut self, text: &str, style: ScalarStyle, span: Span) -> Result<(), Halt> {
        let style = match style {
            ScalarStyle::Plain => Style::Plain,
            ScalarStyle::SingleQuoted | ScalarStyle::DoubleQuoted => Style::Quoted,
            _ => Style::Block,
        };
        if style != Style::Block {
            self.findings.extend(remark::cut_off(self.words, self.text, span));
        }
        if style == Style::Plain {
            self.findings.extend(blanks::no_entry(self.words, self.text, span));
        }
        // A block keeps the newline at its end; nobody means it.
        let text = if style == Style::Block { text.trim_end_matches('\n') } else { text };
        if let Some(character) = text.chars().find(|character| cannot_be_printed(*character)) {
            let finding = hidden_character(Finding::error(Code::CP012, "").at_span(span), character);
            self.findings.push(finding);
        }
        let empty = text.trim().is_empty() || (style == Style::Plain && matches!(text, "~" | "null"));
        let is_name = matches!(self.frames.last(), Some(Frame { body: Body::Headings { name: None, .. }, .. }));
        let kind = if empty && !is_name { Kind::Empty } else { Kind::Words { text: text.to_owned(), style } };
        self.put(Node { span, kind })
    }

    fn open(&mut self, start: Span, body: Body) -> Result<(), Halt> {
        let path = match self.frames.last() {
            None => String::new(),
            Some(Frame { body: Body::Headings { name: None, .. }, .. }) => return Err(self.no_heading(start)),
            Some(Frame { path, body: Body::Headings { name: Some((name, _)), .. }, .. }) => join(path, name),
            Some(Frame { path, body: Body::List(items), .. }) => format!("{path}[{}]", items.len()),
        };
        self.frames.push(Frame { path, start, body });
        Ok(())
    }

    fn no_heading(&self, span: Span) -> Halt {
        Halt::Stop(Stop { at: span.start - self.text.start, why: Why::NoHeading })
    }

    /// Puts a finished value where it belongs: it is a heading's name, a heading's value, an entry of a list, or all.
    fn put(&mut self, node: Node) -> Result<(), Halt> {
        let Some(frame) = self.frames.last_mut() else {
            self.root = Some(node);
            return Ok(());
        };
        match &mut frame.body {
            Body::List(_) if matches!(node.kind, Kind::Empty) => {}
            Body::List(items) if items.len() >= MOST_ENTRIES => {
                let title = format!("more than {MOST_ENTRIES} entries stand in one list");
                let finding = Finding::error(Code::CP011, title)
                    .at_span(node.span)
                    .with_help("take out what is not published, or bring several entries together in one");
                return Err(Halt::Said(Box::new(Finding { field: Some(frame.path.clone()), ..finding })));
            }
            Body::List(items) => items.push(node),
            Body::Headings { entries, name } => match (name.take(), node) {
                (None, Node { span, kind: Kind::Words { text, .. } }) if !text.is_empty() => *name = Some((text, span)),
                (None, node) => {
                    let at = node.span.start - self.text.start;
                    return Err(Halt::Stop(Stop { at, why: Why::NoHeading }));
                }
                (Some((name, name_span)), value) => match entries.iter().find(|entry| entry.name == name) {
                    Some(first) => {
                        let path = join(&frame.path, &name);
                        self.findings.push(given_twice(path, &name, first.name_span, name_span));
                    }
                    None if entries.len() >= MOST_HEADINGS => {
                        let title = format!("more than {MOST_HEADINGS} headings stand under one");
                        let finding = Finding::error(Code::CP011, title).at_span(name_span);
                        return Err(Halt::Said(Box::new(finding)));
                    }
                    None => entries.push(Entry { name, name_span, value }),
                },
            },
        }
        Ok(())
    }
}

impl Frame {
    fn finish(self, end: Span) -> Node {
        let reach = |last: Option<Span>| last.map_or(end.end, |last| last.end.max(self.start.end));
        let (kind, end) = match self.body {
            Body::List(items) => {
                let end = reach(items.last().map(|item| item.span));
                (Kind::List(items), end)
            }
            Body::Headings { entries, .. } => {
                let end = reach(entries.last().map(|entry| entry.value.span));
                (Kind::Headings(entries), end)
            }
        };
        Node { span: Span { end: end.max(self.start.start), ..self.start }, kind }
    }
}

fn given_twice(path: String, name: &str, first: Span, second: Span) -> Finding {
    let mut finding = Finding::error(Code::CP003, format!("the same heading `{}` is given twice", visible(name)))
        .at_span(second)
        .with_label("given again here")
        .with_also(Place::Span(first), "first given here")
        .with_help("keep one of the two, with everything that belongs under it");
    finding.field = Some(path);
    finding
}
