//! YAML text into a tree whose every node knows its place: the only user of granit-parser, with `syntax`.
//!
//! In: a span of a source. Out: the root [`Node`], and findings for what YAML allows and is refused here: the same
//! heading twice, anchors, tags, several documents, hidden control characters. Size and depth are bounded, and nothing
//! is ever expanded, so no text can make the reader slow or large.
//!
//! Not here: what a value means. `01632 960123`, `yes` and `2.0` are words until `shape` knows which field they are for.

use std::borrow::Cow;

use granit_parser::{Event, Parser, ScalarStyle, options};

use super::line::Line;
use super::syntax::{self, Explained, Stop, Why, cannot_be_printed, hidden_character};
use crate::finding::{Code, Finding, Place, visible};
use crate::text::{Sources, Span};

/// The longest text that is read, in bytes.
const LONGEST: usize = 1 << 20;
/// The deepest nesting that is read.
const DEEPEST: usize = 64;
/// The most headings that stand under one.
const MOST_HEADINGS: usize = 1000;
/// How many lines are set aside in one file before the rest is left for the next run.
const MOST_REPAIRS: usize = 20;

/// A value and its place.
#[derive(Clone, Debug)]
pub(crate) struct Node {
    pub(crate) span: Span,
    pub(crate) kind: Kind,
}

/// What a value is.
#[derive(Clone, Debug)]
pub(crate) enum Kind {
    /// Nothing after the colon, `~`, `null`, or quotation marks with nothing between them.
    Empty,
    /// Words.
    Words { text: String, style: Style },
    /// A list. Empty entries are left out.
    List(Vec<Node>),
    /// Headings with values.
    Headings(Vec<Entry>),
}

/// How words are written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Style {
    /// Bare, after the colon.
    Plain,
    /// In straight quotation marks.
    Quoted,
    /// Below the heading, after `|` or `>`.
    Block,
}

/// A heading and what stands under it.
#[derive(Clone, Debug)]
pub(crate) struct Entry {
    pub(crate) name: String,
    pub(crate) name_span: Span,
    pub(crate) value: Node,
}

/// What became of a text.
#[derive(Debug)]
pub(crate) struct Parsed {
    /// The tree; none if the text could not be followed to its end.
    pub(crate) root: Option<Node>,
    /// What is wrong with it.
    pub(crate) findings: Vec<Finding>,
    /// Lines that were blanked out: what they hold is not known, so nothing more is said of them.
    pub(crate) unsure: Vec<Span>,
}

impl Node {
    /// The headings directly under this one; none if it is not made of headings.
    pub(crate) fn entries(&self) -> &[Entry] {
        match &self.kind {
            Kind::Headings(entries) => entries,
            _ => &[],
        }
    }

    /// The heading of that name directly under this one.
    pub(crate) fn entry(&self, name: &str) -> Option<&Entry> {
        self.entries().iter().find(|entry| entry.name == name)
    }
}

/// The path of a heading under another: `roles.senco`.
pub(crate) fn join(path: &str, name: &str) -> String {
    if path.is_empty() { name.to_owned() } else { format!("{path}.{name}") }
}

/// The tree of a text.
///
/// Where a line cannot be followed and the trouble ends with that line, it is blanked out and the rest is read all the
/// same, so that one run names the mistakes of the whole file. [`Parsed::unsure`] keeps the lines that were blanked.
pub(crate) fn parse(sources: &Sources, text: Span) -> Parsed {
    let mut words = Cow::Borrowed(sources.slice(text));
    if words.len() > LONGEST {
        let finding = Finding::error(Code::CP011, "the file is too large to be read")
            .at_file(sources.get(text.source).name.clone())
            .with_note("a file of up to 1 MB is read");
        return Parsed { root: None, findings: vec![finding], unsure: Vec::new() };
    }
    let mut troubles = Vec::new();
    let mut unsure = Vec::new();
    loop {
        let mut builder = Builder { text, frames: Vec::new(), root: None, documents: 0, findings: Vec::new() };
        let stop = builder.run(&words).err();
        let explained = match stop {
            None => {
                troubles.append(&mut builder.findings);
                let nothing = Node { span: Span { end: text.start, ..text }, kind: Kind::Headings(Vec::new()) };
                let root = builder.root.filter(|root| !matches!(root.kind, Kind::Empty)).unwrap_or(nothing);
                return Parsed { root: Some(root), findings: troubles, unsure };
            }
            Some(Halt::Said(finding)) => Explained { finding: *finding, blank: None },
            Some(Halt::Stop(stop)) => syntax::explain(&stop, &words, text),
        };
        troubles.push(explained.finding);
        match explained.blank.filter(|blank| !blank.is_empty() && troubles.len() < MOST_REPAIRS) {
            Some(blank) => {
                let line = Line::at(&words, blank.start);
                unsure.push(Span { source: text.source, start: text.start + line.start, end: text.start + line.end });
                let spaces = " ".repeat(blank.len());
                words.to_mut().replace_range(blank, &spaces);
            }
            None => {
                troubles.append(&mut builder.findings);
                return Parsed { root: None, findings: troubles, unsure };
            }
        }
    }
}

struct Builder {
    text: Span,
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

/// That the text cannot be followed any further.
enum Halt {
    /// For a reason that is clear.
    Said(Box<Finding>),
    /// For one that the lines will show.
    Stop(Stop),
}

impl Builder {
    fn run(&mut self, words: &str) -> Result<(), Halt> {
        let options = options! {
            disallow_directives: true,
            emit_anchor_events: true,
            emit_comments: false,
            emit_unresolved_aliases: true,
            flow_nesting_limit: DEEPEST,
            block_nesting_limit: DEEPEST,
        };
        for next in Parser::new_from_str_with_options(words, options) {
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
            Body::List(items) => {
                if !matches!(node.kind, Kind::Empty) {
                    items.push(node);
                }
            }
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

#[cfg(test)]
mod tests {
    use super::*;

    fn parsed(text: &str) -> (Parsed, Sources) {
        let mut sources = Sources::default();
        let id = sources.add("a.yaml", text);
        (parse(&sources, sources.whole(id)), sources)
    }

    fn codes(text: &str) -> Vec<&'static str> {
        parsed(text).0.findings.iter().map(|finding| finding.code.id()).collect()
    }

    #[test]
    fn words_keep_their_characters_and_know_their_place() {
        let (parsed, sources) = parsed("é: 1\nphone: 01632 960100\n");
        let root = parsed.root.expect("the text is YAML");
        let phone = root.entry("phone").expect("the heading is there");
        assert_eq!(sources.slice(phone.value.span), "01632 960100");
        assert_eq!(sources.slice(phone.name_span), "phone");
    }

    #[test]
    fn nothing_a_tilde_and_empty_quotation_marks_are_all_empty() {
        let root = parsed("a:\nb: ~\nc: \"\"\nd: [~, x]\n").0.root.expect("the text is YAML");
        assert!(root.entries()[..3].iter().all(|entry| matches!(entry.value.kind, Kind::Empty)));
        assert!(matches!(&root.entries()[3].value.kind, Kind::List(items) if items.len() == 1));
    }

    #[test]
    fn an_empty_file_has_no_headings_and_nothing_is_wrong_with_it() {
        let (parsed, _) = parsed("# only a comment\n");
        assert!(parsed.findings.is_empty());
        assert!(parsed.root.expect("an empty file is YAML").entries().is_empty());
    }

    #[test]
    fn what_is_yaml_and_could_mislead_is_refused() {
        assert_eq!(codes("a: 1\na: 2\n"), ["CP003"]);
        assert_eq!(codes("a: &x 1\nb: *x\n"), ["CP010", "CP010"]);
        assert_eq!(codes("a: 1\n---\nb: 2\n"), ["CP010"]);
        assert_eq!(codes("a: \"x\\0\"\n"), ["CP012"]);
        assert_eq!(codes(&format!("a: {}", "[".repeat(70))), ["CP011"]);
    }

    #[test]
    fn a_line_that_cannot_be_followed_does_not_hide_the_rest() {
        let (parsed, _) = parsed("a: x: y\nb: 1\n");
        assert_eq!(parsed.findings.len(), 1);
        assert!(parsed.root.is_some_and(|root| root.entry("b").is_some()));
        assert_eq!(parsed.unsure.len(), 1);
    }
}
