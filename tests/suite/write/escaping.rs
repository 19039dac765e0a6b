//! What the writers of Markdown, HTML and PDF must keep: every word as it is, nothing read as markup, and the same
//! bytes for the same document.

use std::fs;
use std::path::Path;
use std::sync::Arc;

use careers_policy::doc::{Block, BlockKind, Document, Heading, Inline, List, Origin, Table};
use careers_policy::theme::Theme;
use careers_policy::write::{write_html, write_markdown};
use proptest::prelude::*;
use pulldown_cmark::{CodeBlockKind, Event, Options, Parser, Tag, TagEnd};

use crate::numbers::heading_number;

/// Words that some format would take for markup.
const AWKWARD: &str = "St Mary & St John's <script>alert(1)</script> *star* _under_ a|b #import \"x\" {{ name }} $x$ @ref \
    [link](javascript:x) ![x](y) `code` ~~gone~~ \\ back\\slash &amp; &#38; 5 < 6 > 4 = \"quoted\" – é";

/// The plain theme as it lies in the tree.
fn theme() -> Theme {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("templates/base/themes/plain");
    let read = |name: &str| (name.to_string(), fs::read(folder.join(name)).unwrap().into());
    let styles = ["Regular", "Bold", "Italic", "BoldItalic"].map(|style| format!("fonts/SourceSans3-{style}.ttf"));
    let files = styles.iter().map(|name| read(name)).chain(["page.css", "page.typ"].map(read)).collect();
    let mut theme = Theme { files: Arc::new(files), ..Theme::default() };
    let colours = &mut theme.tokens.colours;
    for colour in [
        &mut colours.text,
        &mut colours.muted,
        &mut colours.accent,
        &mut colours.on_accent,
        &mut colours.tint,
        &mut colours.rule,
        &mut colours.link,
        &mut colours.warning,
    ] {
        *colour = "#14466b".parse().unwrap();
    }
    theme.tokens.fonts.pdf = "Source Sans 3".to_string();
    theme.tokens.body_size = 11.0;
    theme
}

fn block(kind: BlockKind) -> Block {
    Block::new(None, kind)
}

fn text(words: &str) -> Vec<Inline> {
    vec![Inline::Text(words.to_string())]
}

fn paragraph(words: &str) -> Block {
    block(BlockKind::Paragraph(text(words)))
}

fn heading(level: u8, number: &str, id: &str, words: &str) -> Block {
    let number = heading_number(number);
    block(BlockKind::Heading(Heading { level, number, id: id.to_string(), text: words.to_string() }))
}

/// How often [`everywhere`] shows its words: title, institution, cover 2, front 2, contents 3, headings 3, paragraphs 4,
/// list, table 5, callout.
const PLACES: usize = 1 + 1 + 2 + 2 + 3 + 3 + 4 + 1 + 5 + 1;

/// A document that has these words in every place where words can stand.
fn everywhere(words: &str) -> Document {
    let table = Table {
        caption: text(words),
        header: vec![text(words), text("Second")],
        rows: vec![vec![
            text(words),
            vec![Inline::Strong(text(words)), Inline::LineBreak, Inline::Text(words.to_string())],
        ]],
    };
    let list = List { start: None, items: vec![vec![paragraph(words)], vec![paragraph("last")]] };
    Document {
        id: "sample".to_string(),
        title: words.to_string(),
        institution: words.to_string(),
        summary: words.to_string(),
        language: "en-GB".to_string(),
        made_on: "2026-09-01".to_string(),
        origin: Origin::default(),
        cover: vec![(words.to_string(), text(words))],
        draft: true,
        front: vec![heading(1, "", "control", words), paragraph(words)],
        body: vec![
            heading(1, "1", "one", words),
            paragraph(words),
            block(BlockKind::Paragraph(vec![
                Inline::Emphasis(text(words)),
                Inline::Link { target: "#one".to_string(), text: text(words) },
                Inline::LineBreak,
                Inline::Text(words.to_string()),
            ])),
            heading(2, "1.1", "one-one", words),
            block(BlockKind::List(list)),
            block(BlockKind::Table(table)),
            block(BlockKind::Callout(vec![paragraph(words)])),
            heading(1, "Appendix 1", "appendix", words),
            paragraph("end"),
        ],
        ..Document::default()
    }
}

/// A document of one paragraph.
fn one_paragraph(inlines: Vec<Inline>) -> Document {
    Document {
        title: "Title".to_string(),
        institution: "School".to_string(),
        language: "en-GB".to_string(),
        made_on: "2026-09-01".to_string(),
        body: vec![block(BlockKind::Paragraph(inlines))],
        ..Document::default()
    }
}

/// What a reader of the Markdown sees, paragraph by paragraph, with `*`…`*` for bold and `/`…`/` for italic words.
fn read_markdown(markdown: &str) -> Vec<String> {
    let mut paragraphs = vec![String::new()];
    for event in Parser::new_ext(
        markdown,
        Options::ENABLE_TABLES
            | Options::ENABLE_STRIKETHROUGH
            | Options::ENABLE_TASKLISTS
            | Options::ENABLE_FOOTNOTES
            | Options::ENABLE_MATH,
    ) {
        let last = paragraphs.last_mut().unwrap();
        match event {
            Event::Text(text) => last.push_str(&text),
            Event::Start(Tag::Strong) | Event::End(TagEnd::Strong) => last.push('\u{1}'),
            Event::Start(Tag::Emphasis) | Event::End(TagEnd::Emphasis) => last.push('\u{2}'),
            Event::HardBreak => last.push('\n'),
            Event::InlineHtml(html) if &*html == "<br>" => last.push('\n'),
            Event::Html(html) if html.trim() == "<!-- -->" => {}
            Event::Start(Tag::CodeBlock(CodeBlockKind::Indented)) => panic!("an indented code block in:\n{markdown}"),
            Event::Start(Tag::Link { .. }) | Event::End(TagEnd::Link) => {}
            Event::Start(Tag::HtmlBlock) | Event::End(TagEnd::HtmlBlock) => {}
            Event::Start(
                Tag::Paragraph
                | Tag::Heading { .. }
                | Tag::BlockQuote(None)
                | Tag::List(_)
                | Tag::Item
                | Tag::Table(_)
                | Tag::TableHead
                | Tag::TableRow
                | Tag::TableCell,
            ) => paragraphs.push(String::new()),
            Event::End(_) => {}
            other => panic!("{other:?} in:\n{markdown}"),
        }
    }
    paragraphs.retain(|paragraph| !paragraph.is_empty());
    paragraphs
}

/// Checks that each element that is opened is closed, in order, and returns the words of the page.
fn read_html(html: &str) -> String {
    let body = &html[html.find("<body").unwrap()..];
    let (mut open, mut words, mut rest) = (Vec::new(), String::new(), body);
    while let Some(at) = rest.find('<') {
        words.push_str(&rest[..at]);
        let end = rest.find('>').unwrap_or_else(|| panic!("a tag without an end in:\n{html}"));
        let tag = &rest[at + 1..end];
        let name = tag.trim_start_matches('/').split_whitespace().next().unwrap();
        if tag.starts_with('/') {
            assert_eq!(open.pop(), Some(name), "closed out of order in:\n{html}");
        } else if !matches!(name, "br" | "wbr") {
            open.push(name);
        }
        rest = &rest[end + 1..];
    }
    // `</html>` closes an element that was opened before the body.
    assert!(open.is_empty(), "left open: {open:?} in:\n{html}");
    words.replace("&lt;", "<").replace("&gt;", ">").replace("&quot;", "\"").replace("&#39;", "'").replace("&amp;", "&")
}

/// The HTML between `<body` and `</html>`.
fn body_of(document: &Document) -> String {
    let html = write_html(document, &theme()).unwrap();
    html.trim_end().strip_suffix("</html>").unwrap().to_string()
}

#[test]
fn awkward_words_are_read_back_from_the_markdown_everywhere() {
    let read = read_markdown(&write_markdown(&everywhere(AWKWARD)));
    let times = read.iter().map(|paragraph| paragraph.matches(AWKWARD).count()).sum::<usize>();
    assert_eq!(times, PLACES, "{read:#?}");
}

#[test]
fn awkward_words_are_read_back_from_the_html_everywhere() {
    let words = read_html(&body_of(&everywhere(AWKWARD)));
    // The footer says institution and title once more.
    assert_eq!(words.matches(AWKWARD).count(), PLACES + 2, "{words}");
}

#[test]
fn plain_words_get_no_backslash() {
    let plain = "Years 7 to 13, 2 * 3, year_group, A & B, 5 > 4, [To complete: name], £5, 50%, (see 3.2) e.g. C# and R+D - yes!";
    assert!(write_markdown(&one_paragraph(text(plain))).contains(plain));
}

#[test]
fn a_line_that_starts_like_a_list_stays_a_line() {
    for words in [
        "- dash",
        "+ plus",
        "* star",
        "1. one",
        "12) twelve",
        "# hash",
        "> quote",
        "---",
        "===",
        "=",
        "- - -",
        "|-|",
        "[ ] box",
        ": colon",
    ] {
        let document = one_paragraph([text("before"), vec![Inline::LineBreak], text(words)].concat());
        let read = read_markdown(&write_markdown(&document));
        assert_eq!(read.last().unwrap(), &format!("before\n{words}"));
        assert_eq!(read_markdown(&write_markdown(&one_paragraph(text(words)))).last().unwrap(), words);
    }
}

#[test]
fn bold_letters_within_a_word_stay_bold() {
    let document = one_paragraph(
        [
            text("un"),
            vec![Inline::Strong(text("(break)"))],
            text("able"),
            vec![Inline::Emphasis(text("it"))],
            text("s"),
        ]
        .concat(),
    );
    let read = read_markdown(&write_markdown(&document));
    assert_eq!(read.last().unwrap(), "un\u{1}(break)\u{1}able\u{2}it\u{2}s");
}

#[test]
fn two_lists_in_a_row_stay_two() {
    let list = || block(BlockKind::List(List { start: None, items: vec![vec![paragraph("one")]] }));
    let document = Document { body: vec![list(), list()], ..one_paragraph(Vec::new()) };
    let markdown = write_markdown(&document);
    let lists = Parser::new(&markdown).filter(|event| matches!(event, Event::Start(Tag::List(_)))).count();
    assert_eq!(lists, 2, "{markdown}");
}

#[test]
fn the_contents_of_the_markdown_lead_to_its_headings() {
    let body = vec![
        heading(1, "1", "a", "Who we are"),
        heading(2, "1.1", "b", "People & places"),
        heading(1, "Appendix 1", "c", "Data"),
    ];
    let markdown = write_markdown(&Document { body, ..one_paragraph(Vec::new()) });
    let expected = "## Contents\n\n- [1 Who we are](#1-who-we-are)\n  - [1.1 People & places](#11-people--places)\n- [Appendix 1: Data](#appendix-1-data)\n\n## 1 Who we are\n";
    assert!(markdown.contains(expected), "{markdown}");
}

#[test]
fn a_script_is_never_a_link() {
    let link = Inline::Link { target: "javascript:alert(1)".to_string(), text: text("press") };
    let document = one_paragraph(vec![link]);
    assert!(write_markdown(&document).ends_with("\npress\n"));
    assert!(body_of(&document).contains("<p>press</p>"));
}

#[test]
fn headings_of_the_html_never_skip_a_rank() {
    let body = vec![heading(3, "1", "a", "Deep"), heading(1, "2", "b", "Top"), heading(4, "2.1", "c", "Deeper")];
    let html = body_of(&Document { body, ..one_paragraph(Vec::new()) });
    let ranks: Vec<&str> = html
        .match_indices("<h")
        .map(|(at, _)| &html[at + 1..at + 3])
        .filter(|tag| tag.ends_with(|c: char| c.is_ascii_digit()))
        .collect();
    assert_eq!(ranks, ["h1", "h2", "h2", "h2", "h3"]);
}

#[test]
fn a_style_sheet_cannot_end_itself() {
    let mut theme = theme();
    Arc::make_mut(&mut theme.files).insert("page.css".to_string(), b"a{}</style><script>".into());
    theme.tokens.fonts.web = "serif;}</style><b>".to_string();
    let html = write_html(&one_paragraph(text("x")), &theme).unwrap();
    assert_eq!(html.matches("</style>").count(), 1, "{html}");
}

#[test]
fn the_same_document_gives_the_same_text() {
    let document = everywhere(AWKWARD);
    assert_eq!(write_markdown(&document), write_markdown(&document));
    assert_eq!(write_html(&document, &theme()).unwrap(), write_html(&document, &theme()).unwrap());
}

/// Text of the characters that make trouble, and of any others.
fn any_words() -> impl Strategy<Value = String> {
    let troublesome =
        proptest::sample::select("ab1 .*_|<>&;#[]()!`~\\-+=:{}$@\"'\n\t\u{a0}é“”😀/^x".chars().collect::<Vec<_>>());
    proptest::collection::vec(prop_oneof![9 => troublesome, 1 => any::<char>()], 0..12).prop_map(String::from_iter)
}

/// Running text, nested at most three deep.
fn any_inlines() -> impl Strategy<Value = Vec<Inline>> {
    let leaf = prop_oneof![5 => any_words().prop_map(Inline::Text), 1 => Just(Inline::LineBreak)];
    let inline = leaf.prop_recursive(3, 12, 3, |inner| {
        let inner = proptest::collection::vec(inner, 0..3);
        prop_oneof![
            inner.clone().prop_map(Inline::Strong),
            inner.clone().prop_map(Inline::Emphasis),
            // A link without words shows its target, so each has some.
            (any_words(), inner).prop_map(|(words, inner)| Inline::Link {
                target: format!("https://example.org/{words}"),
                text: [text("a"), inner].concat()
            }),
        ]
    });
    proptest::collection::vec(inline, 0..5)
}

/// The words of running text as every writer takes them: white space is one space, control characters are nothing.
fn plain(inlines: &[Inline]) -> String {
    let words = careers_policy::doc::plain_text(inlines);
    let words: String = words
        .chars()
        .map(|c| if "\t\n\r\u{b}\u{c}\u{2028}\u{2029}".contains(c) { ' ' } else { c })
        .filter(|c| !c.is_control())
        .collect();
    words.split(' ').filter(|word| !word.is_empty()).collect::<Vec<_>>().join(" ")
}

proptest! {
    #![proptest_config(crate::amount::cases(256, 1024))]

    #[test]
    fn any_words_are_read_back_from_the_markdown(words in any_words(), more in any_words()) {
        let document = one_paragraph(vec![Inline::Text(words.clone()), Inline::LineBreak, Inline::Text(more.clone())]);
        let read = read_markdown(&write_markdown(&document));
        let expected: Vec<String> = [words, more].iter().map(|words| plain(&text(words))).filter(|words| !words.is_empty()).collect();
        let expected = if expected.is_empty() { "School".to_string() } else { expected.join("\n") };
        prop_assert_eq!(read.last().unwrap(), &expected);
    }

    #[test]
    fn any_running_text_is_read_back_from_the_markdown(inlines in any_inlines()) {
        let read = read_markdown(&write_markdown(&one_paragraph(inlines.clone())));
        let words = read.last().unwrap().replace(['\u{1}', '\u{2}'], "").replace('\n', " ");
        let expected = plain(&inlines);
        let expected = if expected.is_empty() { "School" } else { &expected };
        prop_assert_eq!(words.split(' ').filter(|word| !word.is_empty()).collect::<Vec<_>>().join(" "), expected);
    }

    #[test]
    fn any_running_text_in_a_cell_is_read_back_from_the_markdown(inlines in any_inlines()) {
        let inlines = [inlines, text("z")].concat();
        let table = Table { caption: text("c"), header: vec![text("h"), text("i")], rows: vec![vec![inlines.clone(), text("end")]] };
        let document = Document { body: vec![block(BlockKind::Table(table))], ..one_paragraph(Vec::new()) };
        let read = read_markdown(&write_markdown(&document));
        prop_assert_eq!(read.last().unwrap(), "end");
        let words = read[read.len() - 2].replace(['\u{1}', '\u{2}'], "").replace('\n', " ");
        prop_assert_eq!(words.split(' ').filter(|word| !word.is_empty()).collect::<Vec<_>>().join(" "), plain(&inlines));
    }

    #[test]
    fn any_words_leave_the_html_balanced(words in any_words()) {
        read_html(&body_of(&everywhere(&words)));
    }
}

#[cfg(feature = "pdf")]
mod pdf {
    use std::sync::LazyLock;

    use careers_policy::write::{PdfWriter, WriteError};

    use super::*;

    static WRITER: LazyLock<PdfWriter> = LazyLock::new(|| PdfWriter::new(&theme()).unwrap());

    #[test]
    fn awkward_words_make_the_same_pdf_twice() {
        let writer = PdfWriter::new(&theme()).unwrap();
        let first = writer.write(&everywhere(AWKWARD), &theme()).unwrap();
        let other_writer = PdfWriter::new(&theme()).unwrap();
        let second =
            std::thread::spawn(move || other_writer.write(&everywhere(AWKWARD), &theme()).unwrap()).join().unwrap();
        assert!(first.starts_with(b"%PDF-1.7"));
        assert!(first == second, "two runs differ");
    }

    #[test]
    fn a_character_without_a_shape_is_named_with_its_words() {
        let error = WRITER.write(&everywhere("Our stars 🚀 fly"), &theme()).unwrap_err();
        assert!(
            matches!(&error, WriteError::MissingGlyph { character: '🚀', context } if context == "Our stars 🚀 fly"),
            "{error}"
        );
    }

    #[test]
    fn a_link_to_a_heading_that_is_not_there_is_words_only() {
        let link = Inline::Link { target: "#nowhere".to_string(), text: text("press") };
        WRITER.write(&one_paragraph(vec![link]), &theme()).unwrap();
    }

    #[test]
    fn a_theme_without_a_page_is_named() {
        let error = PdfWriter::new(&Theme::default()).err().unwrap();
        assert_eq!(error.to_string(), "the theme has no file page.typ");
    }

    proptest! {
        #![proptest_config(crate::amount::cases(8, 24))]

        #[test]
        fn any_words_make_a_pdf_or_name_a_missing_character(words in any_words()) {
            let title = if !words.contains(char::is_alphanumeric) { "Title".to_string() } else { words.clone() };
            match WRITER.write(&Document { title, ..everywhere(&words) }, &theme()) {
                Ok(_) | Err(WriteError::MissingGlyph { .. }) => {}
                Err(other) => prop_assert!(false, "{other}"),
            }
        }
    }
}
