//! The style sheet: what every style looks like under a theme.
//!
//! In: a [`Look`]. Out: the [`Style`]s. Changing the design of the DOCX means changing this file.
//!
//! Bold in a table comes from the table style alone: Word lets bold in a paragraph style and bold in a table style cancel
//! each other out.
//!
//! Not here: how a style is written (`styles`), or the indents of lists and numbered headings (`numbering`).

use super::lengths::{CALLOUT_INDENT, GAP, LIST_GAP, LIST_STEP, Twips};
use super::look::Look;
use super::numbering::{APPENDICES, BULLETS, Counted, HEADINGS, NUMBERS};
use super::opening::{ENTRY, PART};
use super::properties::{Borders, DOTTED, Indent, Line, ParagraphProperties, RunProperties, Spacing};
use super::style::{Kind, Style};
use super::table_properties::{CellProperties, TableProperties};

/// Where the values of the facts on the cover start, under each other: a label such as "Chair of the local governing body" fits before.
const COVER_STOP: Twips = 3_700;

/// The paragraph styles.
pub(super) fn paragraph_styles(look: &Look, counted: Counted) -> Vec<Style<'_>> {
    let mut styles = vec![
        Style {
            name: "Normal",
            based_on: None,
            next: None,
            paragraph: Some(plain(spacing(0, 120, 278))),
            run: RunProperties { colour: Some(&look.text), ..RunProperties::default() },
            ..gallery("Normal", 0)
        },
        Style { name: "Body Text", next: None, paragraph: Some(plain(spacing(0, 140, 278))), ..gallery("BodyText", 1) },
    ];
    styles.extend(cover_styles(look));
    styles.extend(heading_styles(look, counted));
    styles.extend(contents_styles(look));
    styles.extend(list_styles(look));
    styles.extend(numbered_styles(counted));
    styles.extend(other_styles(look));
    styles
}

/// A style that Word does not know by itself.
fn own(id: &'static str, priority: u8) -> Style<'static> {
    Style { own: true, ..gallery(id, priority) }
}

/// A paragraph style in Word's gallery, starting from Normal and followed by running text.
fn gallery(id: &'static str, priority: u8) -> Style<'static> {
    Style {
        id,
        name: id,
        based_on: Some("Normal"),
        next: Some("BodyText"),
        priority,
        in_gallery: true,
        ..Style::default()
    }
}

fn spacing(before: Twips, after: Twips, line: u32) -> Spacing {
    Spacing { before: Some(before), after: Some(after), line: Some(line) }
}

fn plain(spacing: Spacing) -> ParagraphProperties<'static> {
    ParagraphProperties { spacing, ..ParagraphProperties::default() }
}

fn line(colour: &str, eighths: u32, space: u32) -> Option<Line<'_>> {
    Some(Line { colour, eighths, space })
}

fn cover_styles(look: &Look) -> [Style<'_>; 4] {
    // A band in the accent colour; the lines on all sides are its padding.
    let pad = line(&look.accent, 4, 10);
    let (borders, ground, colour, indent) = match &look.on_accent {
        Some(colour) => {
            let borders = Borders { top: pad, left: pad, bottom: pad, right: pad, ..Borders::default() };
            let indent = Indent { left: CALLOUT_INDENT, right: Some(CALLOUT_INDENT), hanging: 0 };
            (borders, Some(look.accent.as_str()), colour, Some(indent))
        }
        None => (Borders { bottom: line(&look.accent, 18, 10), ..Borders::default() }, None, &look.accent, None),
    };
    let fact_rules = Borders { bottom: line(&look.rule, 4, 4), between: line(&look.rule, 4, 4), ..Borders::default() };
    [
        Style {
            paragraph: Some(ParagraphProperties { keep_next: Some(true), ..plain(spacing(0, 60, 252)) }),
            run: RunProperties { colour: Some(&look.muted), size: Some(look.size(1.3)), ..RunProperties::default() },
            ..gallery("Subtitle", 11)
        },
        Style {
            paragraph: Some(ParagraphProperties {
                keep_next: Some(true),
                keep_lines: true,
                borders,
                ground,
                indent,
                ..plain(spacing(200, 280, 240))
            }),
            run: RunProperties { colour: Some(colour), ..heading_run(look, 2.2) },
            ..gallery("Title", 10)
        },
        Style {
            name: "Cover Fact",
            next: None,
            paragraph: Some(ParagraphProperties {
                keep_lines: true,
                borders: fact_rules,
                tabs: vec![("left", COVER_STOP)],
                indent: Some(Indent { left: COVER_STOP, right: None, hanging: COVER_STOP }),
                ..plain(spacing(20, 20, 250))
            }),
            ..own("CoverFact", 12)
        },
        Style {
            name: "Cover Logo",
            next: None,
            paragraph: Some(ParagraphProperties { keep_next: Some(true), ..plain(spacing(0, 240, 240)) }),
            ..own("CoverLogo", 12)
        },
    ]
}

fn heading_run(look: &Look, ratio: f64) -> RunProperties<'_> {
    RunProperties { bold: true, colour: Some(&look.accent), size: Some(look.size(ratio)), ..RunProperties::default() }
}

fn heading(spacing: Spacing, list: Option<(u32, u8)>, outline: u8) -> ParagraphProperties<'static> {
    ParagraphProperties { keep_next: Some(true), keep_lines: true, list, outline: Some(outline), ..plain(spacing) }
}

fn heading_styles(look: &Look, counted: Counted) -> Vec<Style<'_>> {
    let list = |list: u32, level: u8| counted.heading(level + 1).then_some((list, level));
    let spaces = [spacing(440, 140, 250), spacing(320, 100, 259), spacing(240, 80, 259), spacing(200, 60, 259)];
    let builtin = |id, name, level: u8, space, ratio| Style {
        name,
        paragraph: Some(heading(space, if level < 3 { list(HEADINGS, level) } else { None }, level)),
        run: heading_run(look, ratio),
        ..gallery(id, 9)
    };
    // A heading of our own starts from Word's, so that a template which restyles Heading 1 restyles it too.
    let derived = |id, name, base, list: Option<(u32, u8)>, outline| Style {
        name,
        based_on: Some(base),
        paragraph: Some(ParagraphProperties {
            list,
            indent: list.filter(|(list, _)| *list == 0).map(|_| Indent::default()),
            outline: Some(outline),
            ..ParagraphProperties::default()
        }),
        own: id != "TOCHeading",
        ..gallery(id, 10)
    };
    let mut styles = vec![
        builtin("Heading1", "heading 1", 0, spaces[0], 1.6),
        builtin("Heading2", "heading 2", 1, spaces[1], 1.24),
        builtin("Heading3", "heading 3", 2, spaces[2], 1.08),
        builtin("Heading4", "heading 4", 3, spaces[3], 1.0),
        derived("FrontHeading", "Front Heading", "Heading1", list(0, 0), 0),
        derived("FrontHeading2", "Front Heading 2", "Heading2", counted.heading(2).then_some((0, 0)), 1),
        derived("TOCHeading", "TOC Heading", "Heading1", list(0, 0), 9),
    ];
    if counted != Counted::Nothing {
        styles.push(derived("AppendixHeading1", "Appendix Heading 1", "Heading1", Some((APPENDICES, 0)), 0));
    }
    if counted == Counted::Headings {
        styles.push(derived("AppendixHeading2", "Appendix Heading 2", "Heading2", Some((APPENDICES, 1)), 1));
    }
    styles
}

/// The lines of the contents; which of them stay together is for each to say, for the list as a whole may go on over a page.
fn contents_styles(look: &Look) -> [Style<'_>; 3] {
    let entry = |id, name, space, left: Twips, hanging: Twips, bold| Style {
        name,
        next: Some(id),
        in_gallery: false,
        paragraph: Some(ParagraphProperties {
            tabs: vec![("left", left), (DOTTED, look.text_width())],
            indent: Some(Indent { left, right: None, hanging }),
            ..plain(space)
        }),
        run: RunProperties { bold, colour: bold.then_some(look.accent.as_str()), ..RunProperties::default() },
        ..gallery(id, 39)
    };
    [
        entry("TOC1", "toc 1", spacing(60, 20, 250), ENTRY, ENTRY, true),
        entry("TOC2", "toc 2", spacing(0, 20, 250), PART, PART - ENTRY, false),
        entry("TOC3", "toc 3", spacing(0, 20, 250), 2_040, 850, false),
    ]
}

fn list_styles(look: &Look) -> Vec<Style<'_>> {
    let item = |id, name, list| Style {
        name,
        next: Some(id),
        paragraph: Some(ParagraphProperties { list: Some(list), ..plain(spacing(0, LIST_GAP, 269)) }),
        ..gallery(id, 36)
    };
    let running_on = Style {
        name: "List Continue",
        next: None,
        paragraph: Some(ParagraphProperties {
            indent: Some(Indent { left: LIST_STEP, ..Indent::default() }),
            ..plain(spacing(0, LIST_GAP, 269))
        }),
        ..gallery("ListContinue", 37)
    };
    let in_callout = Style {
        name: "Callout List",
        based_on: Some("Callout"),
        next: None,
        paragraph: Some(plain(spacing(0, 60, 269))),
        ..own("CalloutList", 30)
    };
    vec![
        item("ListBullet", "List Bullet", (BULLETS, 0)),
        item("ListBullet2", "List Bullet 2", (BULLETS, 1)),
        item("ListBullet3", "List Bullet 3", (BULLETS, 2)),
        item("ListNumber", "List Number", (NUMBERS, 0)),
        item("ListNumber2", "List Number 2", (NUMBERS, 1)),
        item("ListNumber3", "List Number 3", (NUMBERS, 2)),
        running_on,
        callout(look),
        in_callout,
    ]
}

/// The styles of paragraphs and items that Word counts; what a school adds in them is counted on.
fn numbered_styles(counted: Counted) -> Vec<Style<'static>> {
    let numbered = |id, name, list, space| Style {
        name,
        based_on: Some("BodyText"),
        next: Some(id),
        paragraph: Some(ParagraphProperties { list: Some(list), ..plain(space) }),
        ..own(id, 2)
    };
    let text = |level| numbered("NumberedText", "Numbered Text", (HEADINGS, level), spacing(0, 140, 278));
    match counted {
        Counted::Clauses => {
            vec![text(1), numbered("NumberedItem", "Numbered Item", (HEADINGS, 2), spacing(0, LIST_GAP, 269))]
        }
        Counted::Paragraphs => vec![text(0)],
        Counted::Headings | Counted::Nothing => Vec::new(),
    }
}

/// A tinted ground with a bar on its left. The lines on the other sides have the ground's colour: they are its padding.
fn callout(look: &Look) -> Style<'_> {
    let pad = line(&look.tint, 4, 6);
    let borders = Borders {
        top: pad,
        left: line(&look.accent, 24, 8),
        bottom: pad,
        right: line(&look.tint, 4, 8),
        ..Borders::default()
    };
    Style {
        next: Some("Callout"),
        paragraph: Some(ParagraphProperties {
            keep_lines: true,
            borders,
            ground: Some(&look.tint),
            indent: Some(Indent { left: CALLOUT_INDENT, right: Some(CALLOUT_INDENT - 57), hanging: 0 }),
            ..plain(spacing(0, LIST_GAP, 269))
        }),
        ..own("Callout", 29)
    }
}

/// What a school quotes: set in, with a thin line on its left.
fn quote(look: &Look) -> Style<'_> {
    Style {
        next: Some("Quote"),
        paragraph: Some(ParagraphProperties {
            borders: Borders { left: line(&look.rule, 16, 8), ..Borders::default() },
            indent: Some(Indent { left: CALLOUT_INDENT, right: Some(CALLOUT_INDENT), hanging: 0 }),
            ..plain(spacing(0, 140, 278))
        }),
        ..gallery("Quote", 29)
    }
}

fn other_styles(look: &Look) -> [Style<'_>; 7] {
    let small = RunProperties { colour: Some(&look.muted), size: Some(look.size(0.8)), ..RunProperties::default() };
    let furniture = |id, name, borders| Style {
        name,
        next: None,
        in_gallery: false,
        paragraph: Some(ParagraphProperties {
            borders,
            tabs: vec![("right", look.text_width())],
            ..plain(spacing(0, 0, 240))
        }),
        run: small.clone(),
        ..gallery(id, 99)
    };
    [
        Style {
            name: "caption",
            paragraph: Some(ParagraphProperties {
                keep_next: Some(true),
                keep_lines: true,
                ..plain(spacing(GAP, 80, 252))
            }),
            run: RunProperties { bold: true, size: Some(look.size(0.92)), ..small.clone() },
            ..gallery("Caption", 35)
        },
        Style {
            name: "Table Text",
            next: None,
            paragraph: Some(plain(spacing(0, 0, 254))),
            run: RunProperties { size: Some(look.size(0.92)), ..RunProperties::default() },
            ..own("TableText", 34)
        },
        Style {
            name: "Table Text Small",
            based_on: Some("TableText"),
            next: None,
            run: RunProperties { size: Some(look.size(0.77)), ..RunProperties::default() },
            ..own("TableTextSmall", 34)
        },
        quote(look),
        Style { name: "Picture", next: None, paragraph: Some(plain(spacing(0, GAP, 240))), ..own("Picture", 34) },
        furniture("Header", "header", Borders { bottom: line(&look.rule, 4, 5), ..Borders::default() }),
        furniture("Footer", "footer", Borders { top: line(&look.rule, 4, 5), ..Borders::default() }),
    ]
}

/// The character styles.
pub(super) fn character_styles(look: &Look) -> [Style<'_>; 4] {
    let style = |id, priority, in_gallery, run| Style {
        kind: Kind::Character,
        based_on: Some("DefaultParagraphFont"),
        next: None,
        in_gallery,
        run,
        ..gallery(id, priority)
    };
    let link = RunProperties { colour: Some(&look.link), underline: true, ..RunProperties::default() };
    [
        Style {
            name: "Default Paragraph Font",
            based_on: None,
            ..style("DefaultParagraphFont", 1, false, RunProperties::default())
        },
        style("Strong", 22, true, RunProperties { bold: true, ..RunProperties::default() }),
        style("Emphasis", 20, true, RunProperties { italic: true, ..RunProperties::default() }),
        style("Hyperlink", 99, false, link),
    ]
}

/// The styles of comments.
pub(super) fn comment_styles(look: &Look) -> [Style<'_>; 2] {
    let size = Some(look.size(0.8));
    let quiet = |id, name| Style { name, next: None, in_gallery: false, ..gallery(id, 99) };
    [
        Style {
            paragraph: Some(plain(spacing(0, 40, 240))),
            run: RunProperties { size, ..RunProperties::default() },
            ..quiet("CommentText", "annotation text")
        },
        Style {
            kind: Kind::Character,
            based_on: Some("DefaultParagraphFont"),
            run: RunProperties { size, ..RunProperties::default() },
            ..quiet("CommentReference", "annotation reference")
        },
    ]
}

/// The table styles.
pub(super) fn table_styles(look: &Look) -> [Style<'_>; 3] {
    let rule = line(&look.rule, 4, 0);
    let style = |id, name, base, table| Style {
        kind: Kind::Table,
        name,
        based_on: Some(base),
        next: None,
        in_gallery: false,
        table: Some(table),
        ..gallery(id, 39)
    };
    let off = line("auto", 0, 0);
    let all_round = Borders { top: rule, left: rule, bottom: rule, right: rule, between: rule, columns: rule };
    let rows_only = Borders { left: off, right: off, columns: off, ..all_round };
    let none = TableProperties { indent: Some(0), padding: Some((0, 108)), ..TableProperties::default() };
    let header_cell = CellProperties {
        ground: Some(&look.tint),
        borders: Borders { bottom: line(&look.accent, 8, 0), ..Borders::default() },
        align: Some("bottom"),
        ..CellProperties::default()
    };
    let bold = |colour| RunProperties { bold: true, colour, ..RunProperties::default() };
    [
        Style { based_on: None, ..style("TableNormal", "Normal Table", "TableNormal", none) },
        style(
            "TableGrid",
            "Table Grid",
            "TableNormal",
            TableProperties { borders: all_round, ..TableProperties::default() },
        ),
        Style {
            own: true,
            parts: vec![
                ("firstRow", bold(Some(&look.accent)), header_cell),
                ("firstCol", bold(None), CellProperties::default()),
            ],
            ..style(
                "PolicyTable",
                "Policy Table",
                "TableGrid",
                TableProperties { borders: rows_only, padding: Some((70, 108)), ..TableProperties::default() },
            )
        },
    ]
}
