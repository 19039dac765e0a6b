//! Findings for people, in the manner of a compiler: the only user of annotate-snippets.
//!
//! In: findings, the texts they point into, and a [`Look`]. Out: one text, a blank line between findings.
//!
//! The drawing library panics on a span that lies outside its text or inside a character, and lets control characters
//! through in paths, labels and notes. So spans are fitted and words made visible here.

use std::ops::Range;

use annotate_snippets::{Annotation, AnnotationKind, Element, Group, Level, Message, Origin, Renderer, Snippet};

use super::visible;
use crate::finding::place::Resolved;
use crate::finding::{Context, Finding, Gravity, Severity};
use crate::text::Source;

/// How findings look on a terminal.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Look {
    /// Whether to use colours.
    pub colour: bool,
    /// How many characters fit on a line.
    pub width: usize,
}

impl Look {
    /// Words that stand out in the colour of a gravity, where there are colours.
    pub(super) fn strong(self, gravity: Gravity, words: &str) -> String {
        let colour = match gravity {
            Gravity::Note => "32",
            Gravity::Recommended => "33",
            Gravity::Required | Gravity::Mistake | Gravity::Law => "31",
        };
        if self.colour { format!("\u{1b}[1;{colour}m{words}\u{1b}[0m") } else { words.to_owned() }
    }
}

impl Default for Look {
    /// No colours, and lines of 120 characters.
    fn default() -> Look {
        Look { colour: false, width: 120 }
    }
}

/// The findings as text, in the order given, ending with a newline; empty for none.
pub fn render_human(findings: &[Finding], context: &Context<'_>, look: Look) -> String {
    let renderer = if look.colour { Renderer::styled() } else { Renderer::plain() }.term_width(look.width.max(40));
    let mut text = String::new();
    for finding in findings {
        if !text.is_empty() {
            text.push('\n');
        }
        text.push_str(&render_one(finding, context, &renderer));
        text.push('\n');
    }
    text
}

fn render_one(finding: &Finding, context: &Context<'_>, renderer: &Renderer) -> String {
    let level = match finding.severity {
        Severity::Error => Level::ERROR,
        Severity::Warning => Level::WARNING,
        Severity::Note => Level::NOTE,
    };
    let title = level.primary_title(one_line(&finding.title)).id(finding.code.id());
    let first = context.resolve(&finding.at);
    let label = finding.label.clone().or_else(|| first.label.clone());
    let unplaced = first.span.is_none().then(|| label.clone()).flatten();
    let mut places = vec![(first, label)];
    places.extend(finding.also.iter().map(|(place, label)| (context.resolve(place), Some(label.clone()))));

    let mut group = Group::with_title(title);
    for element in pictures(&places, context) {
        group = group.element(element);
    }
    for note in &finding.notes {
        group = group.element(message(Level::NOTE, note));
    }
    for help in unplaced.iter().chain(&finding.help) {
        group = group.element(message(Level::HELP, help));
    }
    renderer.render(&[group])
}

fn message<'a>(level: Level<'a>, words: &str) -> Message<'a> {
    level.message(visible(words))
}

/// One picture for each file, in order of first mention; places of one file share their picture.
fn pictures<'a>(places: &[(Resolved, Option<String>)], context: &Context<'a>) -> Vec<Element<'a>> {
    let mut pictures = Vec::new();
    let mut shown: Vec<usize> = Vec::new();
    for (index, (place, _)) in places.iter().enumerate() {
        if shown.contains(&index) {
            continue;
        }
        let Some(span) = place.span else {
            if let Some(file) = &place.file {
                pictures.push(Origin::path(one_line(file)).into());
            }
            continue;
        };
        let source = context.sources.get(span.source);
        let mut marks = Vec::new();
        for (other, (place, label)) in places.iter().enumerate().skip(index) {
            if let Some(same) = place.span.filter(|other| other.source == span.source) {
                shown.push(other);
                let kind = if other == 0 { AnnotationKind::Primary } else { AnnotationKind::Context };
                marks.push((fit(source, same.range()), kind, label.as_deref().map(one_line)));
            }
        }
        pictures.push(picture(source, marks).into());
    }
    pictures
}

type Mark = (Range<usize>, AnnotationKind, Option<String>);

/// A picture of the lines from the first mark to the last.
fn picture<'a>(source: &'a Source, marks: Vec<Mark>) -> Snippet<'a, Annotation<'a>> {
    let line = |byte| source.position(byte).line;
    let first_line = marks.iter().map(|(range, ..)| line(range.start)).min().unwrap_or(1);
    let last_line = marks.iter().map(|(range, ..)| line(range.start)).max().unwrap_or(1);
    let start = source.line_range(first_line).start;
    let end = source.line_range(last_line).end;
    let mut snippet =
        Snippet::source(&source.text[start..end]).path(one_line(&source.name)).line_start(first_line).fold(true);
    for (range, kind, label) in marks {
        snippet = snippet.annotation(kind.span(range.start - start..range.end - start).label(label));
    }
    snippet
}

/// A span made fit to be drawn: inside the text, on one line, on whole characters.
fn fit(source: &Source, range: Range<usize>) -> Range<usize> {
    let boundary = |mut byte: usize| {
        byte = byte.min(source.text.len());
        while !source.text.is_char_boundary(byte) {
            byte -= 1;
        }
        byte
    };
    let line = source.line_range(source.position(range.start).line);
    let start = boundary(range.start).clamp(line.start, line.end);
    let end = boundary(range.end).clamp(start, line.end);
    start..end
}

fn one_line(text: &str) -> String {
    visible(text).replace(['\n', '\t'], " ")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::finding::{Code, Locate, Located, Place};
    use crate::text::{SourceId, Sources, Span};

    struct Heading(SourceId);

    impl Locate for Heading {
        fn locate_word(&self, _: &str, _: usize, _: &str, _: &Sources) -> Option<Span> {
            None
        }

        fn locate(&self, _: &str) -> Located {
            let span = Span { source: self.0, start: 8, end: 23 };
            Located { source: self.0, span: Some(span), label: Some("add `contact:` under this heading".into()) }
        }
    }

    #[test]
    fn a_finding_looks_like_the_design() {
        let mut sources = Sources::default();
        let id = sources.add("profiles/oakfield.yaml", "a: 1\n#\n\nprovider_access:\n  procedure: Write to us.\n");
        let finding = Finding::error(Code::CP005, "nobody is named for providers to contact")
            .at_field("provider_access.contact")
            .with_note("statutory for an academy: Education Act 1997, s.42B(5)(a) (education-act-42b/procedure)")
            .with_help("`careers-policy explain CP204` shows an example to copy");
        let text = render_human(&[finding], &Context::with_index(&sources, &Heading(id)), Look::default());
        snapbox::assert_data_eq!(
            text,
            snapbox::str![[r#"
error[CP005]: nobody is named for providers to contact
 --> profiles/oakfield.yaml:4:1
  |
4 | provider_access:
  | ^^^^^^^^^^^^^^^ add `contact:` under this heading
  |
  = note: statutory for an academy: Education Act 1997, s.42B(5)(a) (education-act-42b/procedure)
  = help: `careers-policy explain CP204` shows an example to copy

"#]]
        );
    }

    #[test]
    fn two_places_share_a_picture_and_findings_are_parted_by_a_blank_line() {
        let mut sources = Sources::default();
        let id = sources.add("a.yaml", "name: A\r\nx: 1\r\nx: 1\r\nx: 1\r\nx: 1\r\nx: 1\r\nname: B\r\n");
        let twice = Finding::error(Code::CP003, "the same heading `name` is given twice")
            .at_span(Span { source: id, start: 39, end: 43 })
            .with_label("given again here")
            .with_also(Place::Span(Span { source: id, start: 0, end: 4 }), "first given here");
        let whole = Finding::warning(Code::CP002, "odd \u{1b} file").at_file("b\u{1b}.yaml").with_label("look");
        let text = render_human(&[twice, whole], &Context::of(&sources), Look::default());
        snapbox::assert_data_eq!(
            text,
            snapbox::str![[r#"
error[CP003]: the same heading `name` is given twice
 --> a.yaml:7:1
  |
1 | name: A
  | ---- first given here
...
7 | name: B
  | ^^^^ given again here

warning[CP002]: odd ␛ file
--> b␛.yaml
 = help: look

"#]]
        );
    }

    proptest::proptest! {
        #[test]
        fn any_span_in_any_text_can_be_drawn(text: String, start in 0..50_usize, end in 0..50_usize, other in 0..50_usize) {
            let mut sources = Sources::default();
            let id = sources.add("a.yaml", text.as_str());
            let finding = Finding::error(Code::CP001, text.as_str())
                .at_span(Span { source: id, start, end })
                .with_label(text.as_str())
                .with_also(Place::Span(Span { source: id, start: other, end }), text.as_str())
                .with_note(text);
            render_human(&[finding], &Context::of(&sources), Look::default());
        }
    }
}
