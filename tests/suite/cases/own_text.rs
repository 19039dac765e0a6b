//! A school's own text: its tables, headings, lists, notes and quotations come out as what they are, in every format, and what cannot be
//! carried is told where it stands.

use careers_policy::doc::{Block, BlockKind, is_private, plain_text, walk};
use careers_policy::finding::Code;
use careers_policy::profile::{DocumentName, OwnSection};
use careers_policy::theme::Numbering;
use careers_policy::write::{write_docx, write_html, write_markdown};
use proptest::prelude::*;

#[cfg(feature = "pdf")]
use crate::case::tried_in_pdf;
use crate::case::{Tried, tried};
#[cfg(feature = "pdf")]
use crate::readers::pdf_text;
use crate::readers::{docx_outline, docx_part, docx_text, html_text};
#[cfg(feature = "pdf")]
use crate::school::pdf_writer;
use crate::school::{School, library};
use crate::words::{check_words, split};

const POLICY: &str = "careers-policy";

/// The words of a case's careers policy as a PDF, on one line.
#[cfg(feature = "pdf")]
fn in_pdf(name: &str) -> String {
    let tried = tried_in_pdf(name);
    let bytes = tried.files.get("careers-policy.pdf").unwrap_or_else(|| panic!("no PDF: {}", tried.printed));
    pdf_text(bytes).split_whitespace().collect::<Vec<_>>().join(" ")
}

/// One part of the policy as a Word document.
fn word_part(tried: &Tried, part: &str) -> String {
    docx_part(&tried.files["careers-policy.docx"], part)
}

/// The style and the words of each paragraph of the Word document.
fn word_lines(tried: &Tried) -> String {
    docx_outline(&tried.files["careers-policy.docx"])
}

/// The findings of a code as line:column and title.
fn told(tried: &Tried, code: Code) -> Vec<String> {
    let head = format!("[{}]", code.id());
    let mut lines = tried.printed.lines();
    let mut told = Vec::new();
    while let Some(line) = lines.next() {
        if let Some((_, title)) = line.split_once(&format!("{head}: ")) {
            let place = lines.find(|line| line.contains("-->")).unwrap_or_default();
            let file = place.rsplit('/').next().unwrap_or_default();
            told.push(format!("{} {title}", file.split_once(':').map_or("", |(_, at)| at)));
        }
    }
    told
}

#[test]
fn a_sign_of_a_symbol_font_is_left_out_and_no_word_with_it() {
    let tried = tried("private-use-characters");
    for text in tried.texts(POLICY) {
        assert!(text.contains("Ring 01632 960500 before you visit the school."), "{text}");
    }
    let found = told(tried, Code::CP407);
    assert_eq!(found.len(), 1, "{}", tried.printed);
    assert!(found[0].contains("U+") && found[0].starts_with("4:"), "{found:?}");
    #[cfg(feature = "pdf")]
    assert!(in_pdf("private-use-characters").contains("Ring 01632 960500 before"));
}

#[test]
fn a_table_of_a_school_s_own_is_a_table_under_its_caption() {
    let tried = tried("own-table");
    let [markdown, html, docx] = tried.texts(POLICY);
    assert!(markdown.contains("Table: Benchmarks met, by year\n\n| Benchmark | 2024 | 2025 |\n"), "{markdown}");
    assert!(markdown.contains("\n| 1 Stable programme | 64% | 100% |\n"));
    assert!(html.contains(">Benchmarks met, by year</caption>"));
    assert!(html.contains(">1 Stable programme</th>") && html.contains(">64%</td>") && html.contains(">100%</td>"));
    assert!(docx.contains("Benchmarks met, by year"));
    assert!(word_part(tried, "word/document.xml").contains("<w:tblCaption w:val=\"Benchmarks met, by year\"/>"));
    assert!(!docx.contains("Table:"));
    #[cfg(feature = "pdf")]
    assert!(in_pdf("own-table").contains("Benchmarks met, by year"));
}

#[test]
fn a_wide_table_keeps_every_cell_and_what_follows_stands_below_it() {
    let tried = tried("wide-table");
    let [markdown, html, docx] = tried.texts(POLICY);
    assert!(markdown.contains("\n| GB8 Personal guidance | 61% | 100% | 100% | 100% | 100% | 100% | 100% | 100% |\n"));
    assert!(html.contains("<table class=\"columns-9 tight\">"));
    // The heading in the text is one, below its section, and in the contents.
    assert!(html.contains("</span> What we will do next</h3>"), "{html}");
    assert!(html.contains("<li><a href=\"#own-what-we-will-do-next\">"));
    assert!(markdown.contains("What we will do next](#"));
    assert!(word_lines(tried).contains("\nHeading2: What we will do next\n"), "{}", word_lines(tried));
    for text in [&markdown, &html, &docx] {
        assert!(text.contains("Results are rounded^1."));
    }
    #[cfg(feature = "pdf")]
    for words in ["GB8 Personal guidance", "What we will do next", "Results are rounded^1."] {
        assert!(in_pdf("wide-table").contains(words), "{words}");
    }
}

#[test]
fn a_table_without_a_caption_has_a_name_and_loses_no_cell_of_an_uneven_row() {
    let tried = tried("own-headings-and-quotation");
    let [markdown, html, _] = tried.texts(POLICY);
    assert!(
        markdown.contains("| Fenside College | 2 | in May |\n| A &#124; B |")
            || markdown.contains("| Fenside College | 2 | in May |\n| A \\| B |"),
        "{markdown}"
    );
    assert!(html.contains("role=\"group\" aria-label=\"What we did\""), "{html}");
    assert!(word_part(tried, "word/document.xml").contains("<w:tblCaption w:val=\"What we did\"/>"));
    assert!(html.contains("A | B"));
}

#[test]
fn headings_in_own_text_are_numbered_below_their_section_without_a_gap() {
    let tried = tried("own-headings-and-quotation");
    let [markdown, html, _] = tried.texts(POLICY);
    let levels = |line: &str| line.bytes().take_while(|byte| *byte == b'#').count();
    let headings: Vec<&str> = markdown.lines().filter(|line| line.starts_with("##")).collect();
    for pair in headings.windows(2) {
        assert!(levels(pair[1]) <= levels(pair[0]) + 1, "{pair:?}");
    }
    let find = |words: &str| {
        let found: Vec<&str> = headings.iter().copied().filter(|line| line.ends_with(words)).collect();
        assert!(!found.is_empty(), "{words}: {headings:#?}");
        found
    };
    let number = find(" Our work in depth")[0].split(' ').nth(1).unwrap().to_owned();
    assert_eq!(find(" What we did"), [format!("### {number}.1 What we did"), format!("### {number}.2 What we did")]);
    assert_eq!(find(" In Year 9"), [format!("#### {number}.1.1 In Year 9")]);
    // An own heading in a section comes before its parts, and no two have one number.
    assert!(find(" Thanks").iter().all(|line| line.starts_with("### ")));
    let mut numbers: Vec<&str> = headings.iter().filter_map(|line| line.split(' ').nth(1)).collect();
    numbers.retain(|number| number.starts_with(|c: char| c.is_ascii_digit()));
    let count = numbers.len();
    numbers.sort_unstable();
    numbers.dedup();
    assert_eq!(numbers.len(), count, "{headings:#?}");
    // The anchors differ, and a link leads to the first.
    for id in ["own-what-we-did", "own-what-we-did-2", "own-in-year-9", "own-thanks"] {
        assert_eq!(html.matches(&format!(" id=\"{id}\"")).count(), 1, "{id}");
    }
    assert!(html.contains("<a href=\"#own-what-we-did\">above</a>"));
    let lines = word_lines(tried);
    for line in ["Heading2: What we did", "Heading3: In Year 9", "Heading2: Thanks"] {
        assert!(lines.contains(&format!("\n{line}\n")), "{line}: {lines}");
    }
    assert!(tried.found(Code::CP408).is_empty(), "{}", tried.printed);
}

#[test]
fn a_quotation_is_a_quotation_and_no_callout() {
    let tried = tried("own-headings-and-quotation");
    let [markdown, html, _] = tried.texts(POLICY);
    assert!(markdown.contains("> It _helped_ her choose.\n>\n> - every week"), "{markdown}");
    assert!(html.contains("<blockquote>\n<p>It <em>helped</em> her choose.</p>\n<ul>"), "{html}");
    assert!(word_lines(tried).contains("\nQuote: It helped her choose.\n"));
}

#[test]
fn an_address_keeps_its_lines() {
    let [markdown, html, _] = tried("own-headings-and-quotation").texts(POLICY);
    assert!(markdown.contains("Lowfield School\\\n12 Mill Lane\\\nMarlow LN4 2AB\n"), "{markdown}");
    assert!(html.contains("<br>12 Mill Lane<br>Marlow LN4 2AB"));
}

#[test]
fn notes_are_gathered_numbered_and_linked_both_ways() {
    let tried = tried("own-notes-and-bullets");
    let [markdown, html, docx] = tried.texts(POLICY);
    assert!(markdown.contains("We follow the guidance.[^1] Visitors must:"), "{markdown}");
    assert!(markdown.ends_with("## Notes\n\n[^1]: Department for Education, 2025.\n"), "{markdown}");
    assert!(
        html.contains("guidance.<sup><a href=\"#note-1\" id=\"note-reference-1\" aria-label=\"Note 1\">[1]</a></sup>")
    );
    assert!(html.contains("<h2 id=\"notes\">Notes</h2>\n<ol>\n<li id=\"note-1\">"), "{html}");
    assert!(html.contains("<a href=\"#note-reference-1\""));
    assert!(docx.contains("We follow the guidance.[1] Visitors must:"), "{docx}");
    let word = word_part(tried, "word/document.xml");
    for piece in
        ["w:name=\"note_1\"", "w:name=\"note_reference_1\"", "w:anchor=\"note_1\"", "w:anchor=\"note_reference_1\""]
    {
        assert_eq!(word.matches(piece).count(), 1, "{piece}");
    }
    assert!(tried.found(Code::CP409).is_empty());
    #[cfg(feature = "pdf")]
    for words in ["We follow the guidance.", "Notes", "Department for Education, 2025."] {
        assert!(in_pdf("own-notes-and-bullets").contains(words), "{words}");
    }
}

#[test]
fn lettered_lines_and_bullets_are_lists() {
    let tried = tried("own-notes-and-bullets");
    let [markdown, html, docx] = tried.texts(POLICY);
    assert!(markdown.contains("\n- a) sign in\n- b) wear a badge\n"), "{markdown}");
    assert!(markdown.contains("\n- bring ID\n- leave by 3pm\n"));
    assert!(html.contains("<li class=\"numbered\"><span class=\"number\">a)</span> sign in</li>"), "{html}");
    assert!(html.contains("<li>bring ID</li>"));
    assert!(!docx.contains('•'), "{docx}");
    let numbering = word_part(tried, "word/numbering.xml");
    assert!(
        numbering.contains("<w:numFmt w:val=\"lowerLetter\"/><w:suff w:val=\"tab\"/><w:lvlText w:val=\"%1)\"/>"),
        "{numbering}"
    );
    assert!(word_lines(tried).contains("\nListNumber: sign in\nListNumber: wear a badge\nListBullet: bring ID\n"));
}

#[test]
fn a_list_within_one_answer_of_a_list_stays_one() {
    let tried = tried("nested-grounds");
    let [markdown, html, _] = tried.texts("provider-access-policy");
    assert!(markdown.contains("- the visit clashes with \\*any\\* of\n  - examinations\n  - a trip\n"), "{markdown}");
    assert!(html.contains("of\n<ul>\n<li>examinations</li>\n<li>a trip</li>\n</ul>"), "{html}");
}

#[test]
fn two_sections_with_one_title_have_two_anchors_and_the_contents_lead_to_each() {
    let tried = tried("same-title");
    let [markdown, html, _] = tried.texts(POLICY);
    for id in ["own-contacts", "own-contacts-2"] {
        assert_eq!(html.matches(&format!(" id=\"{id}\"")).count(), 1, "{id}");
        assert_eq!(html.matches(&format!("href=\"#{id}\"")).count(), 1, "{id}");
    }
    let links: Vec<&str> = markdown.lines().filter(|line| line.contains("Contacts](#")).collect();
    assert_eq!(links.len(), 2);
    assert_ne!(links[0], links[1]);
    let word = word_part(tried, "word/document.xml");
    for name in ["own_contacts", "own_contacts_2"] {
        assert_eq!(word.matches(&format!("w:name=\"{name}\"")).count(), 1, "{name}");
        assert_eq!(word.matches(&format!("w:anchor=\"{name}\"")).count(), 1, "{name}");
    }
}

#[test]
fn what_cannot_be_carried_is_told_at_its_line_and_column_and_no_word_is_lost() {
    let tried = tried("not-carried");
    let (carried, notes) = (told(tried, Code::CP408), told(tried, Code::CP409));
    for (place, words) in [
        ("9:20", "`<b>`"),
        ("11:7", "the picture"),
        ("13:12", "`#nowhere`"),
        ("13:36", "`javascript:alert(1)`"),
        ("15:9", "`# Not a heading`"),
        ("24:7", "`## Stable`"),
        ("26:7", "the table"),
    ] {
        let told = carried.iter().any(|line| line.starts_with(&format!("{place} ")) && line.contains(words));
        assert!(told, "{place} {words}: {carried:#?}\n{}", tried.printed);
    }
    for (place, words) in [("16:17", "`[^9]`"), ("18:7", "nothing refers to this note")] {
        let told = notes.iter().any(|line| line.starts_with(&format!("{place} ")) && line.contains(words));
        assert!(told, "{place} {words}: {notes:#?}");
    }
    let [markdown, html, docx] = tried.texts(POLICY);
    for text in [&html_text(&html), &docx, &markdown.replace('\\', "")] {
        for words in [
            "We work with <b>Fenside</b>.",
            "Our hall",
            "Read the law and the form.",
            "Not a heading",
            "one more[^9]",
            "Nobody refers to this.",
            "Results are ~~wrong~~ rounded^1, and [ ] is empty.",
        ] {
            assert!(text.contains(words), "{words}: {text}");
        }
    }
}

/// A school whose careers policy has a section of this text.
fn with_own_text(text: &str) -> School {
    School::starter("harbour-view-school").with(|profile| {
        profile.own_sections.push(OwnSection {
            document: DocumentName::CareersPolicy,
            before: None,
            after: Some("vision".into()),
            title: Some("Zzz".into()),
            text: text.into(),
        });
    })
}

#[test]
fn own_headings_are_numbered_only_where_the_style_numbers_headings_and_word_goes_on_counting() {
    let text = "# One\n\na) two\nb) three\n\n### Four\n\n- five\n\n# Six\n\nSeven[^1]\n\n[^1]: Eight.\n";
    for style in [Numbering::Headings, Numbering::Clauses, Numbering::Paragraphs, Numbering::None] {
        let document = with_own_text(text).with(|profile| profile.brand.numbering = Some(style)).document(POLICY);
        let own = |words: &str| document.headings().find(|heading| heading.text == words).unwrap();
        let section = own("Zzz").number.clone();
        let numbered = style == Numbering::Headings;
        for (words, level, below) in [("One", 2, &[1][..]), ("Four", 3, &[1, 1]), ("Six", 2, &[2])] {
            let heading = own(words);
            let number = below.iter().fold(section.clone(), |number, count| Some(number?.below(*count)));
            assert_eq!((heading.level, &heading.number), (level, &number.filter(|_| numbered)), "{style:?} {words}");
        }
        let theme = &library().catalogue.theme;
        let docx = write_docx(&document, theme).unwrap();
        check_words(&format!("{style:?} html"), &document, &html_text(&write_html(&document, theme).unwrap()));
        check_words(&format!("{style:?} docx"), &document, &docx_text(&docx));
        // The heading's number, if it has one, is Word's own count and no words.
        assert!(docx_outline(&docx).contains("\nHeading2: One\n"), "{style:?}: {}", docx_outline(&docx));
    }
}

#[test]
fn the_mark_of_a_note_stands_between_the_words_around_it_in_every_format() {
    let document = with_own_text("One[^1] two[^2]3\n\n[^2]:[^1] B[^1]\n").document(POLICY);
    let theme = &library().catalogue.theme;
    check_words("html", &document, &html_text(&write_html(&document, theme).unwrap()));
    check_words("docx", &document, &docx_text(&write_docx(&document, theme).unwrap()));
}

/// A word that stands nowhere else: `qabe`.
fn word() -> impl Strategy<Value = String> {
    "q[a-f]{3,5}".prop_map(|word| word)
}

/// A piece of Markdown, and its words in the order in which they are read; those of a note are read at the end.
fn piece() -> impl Strategy<Value = (String, Vec<String>, Vec<String>)> {
    let words = || proptest::collection::vec(word(), 1..4);
    let line = |words: &[String]| words.join(" ");
    prop_oneof![
        words().prop_map(move |words| (format!("{}\n", line(&words)), words, vec![])),
        (1_usize..7, words())
            .prop_map(move |(level, words)| { (format!("{} {}\n", "#".repeat(level), line(&words)), words, vec![]) }),
        (proptest::collection::vec(word(), 2..5), 0_usize..6).prop_map(|(words, kind)| {
            let items = words.iter().zip(["a", "b", "c", "d"]).map(|(word, letter)| match kind {
                0 => format!("- {word}\n"),
                1 => format!("• {word}\n"),
                2 => format!("{letter}) {word}\n"),
                3 => format!("({letter}) {word}\n"),
                4 => format!("1. {word}\n"),
                _ => format!("\u{f0b7}\t{word}\n"),
            });
            (items.collect(), words.clone(), vec![])
        }),
        (proptest::collection::vec(word(), 6), any::<bool>()).prop_map(|(words, caption)| {
            let [title, a, b, c, d, e] = &words[..] else { unreachable!() };
            let rows = format!("| {a} | {b} |\n|---|---|\n| {c} | {d} | {e} |\n");
            let (text, words) = match caption {
                true => (format!("Table: {title}\n{rows}"), words.clone()),
                false => (rows, words[1..].to_vec()),
            };
            (text, words, vec![])
        }),
        (words(), words()).prop_map(move |(words, note)| {
            let label = format!("{}{}", words[0], note[0]);
            (format!("{}[^{label}]\n\n[^{label}]: {}\n", line(&words), line(&note)), words, note)
        }),
        words().prop_map(move |words| (format!("> {}\n", line(&words)), words, vec![])),
    ]
}

/// Whether the words stand in a text in this order, whatever stands between.
fn missing(words: &[String], text: &str) -> Option<String> {
    let mut found = split(text).into_iter();
    words.iter().find(|word| !found.any(|other| other == **word)).cloned()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 40, ..ProptestConfig::default() })]

    #[test]
    fn every_word_of_any_own_text_is_kept_in_order_in_every_format(pieces in proptest::collection::vec(piece(), 1..6)) {
        let text: String = pieces.iter().map(|(text, ..)| format!("{text}\n")).collect();
        let labels: Vec<&str> = text.lines().filter_map(|line| line.strip_prefix("[^")?.split(']').next()).collect();
        prop_assume!((1..labels.len()).all(|at| !labels[..at].contains(&labels[at])));
        let own: Vec<String> = pieces.iter().flat_map(|(_, words, _)| words.clone()).collect();
        let notes: Vec<String> = pieces.iter().flat_map(|(.., notes)| notes.clone()).collect();
        let words = [&own[..], &notes].concat();
        let document = with_own_text(&text).document(POLICY);
        let theme = &library().catalogue.theme;
        let html = html_text(&write_html(&document, theme).unwrap());
        let docx = docx_text(&write_docx(&document, theme).unwrap());
        check_words("html", &document, &html);
        check_words("docx", &document, &docx);
        for (format, text) in [("markdown", write_markdown(&document)), ("html", html), ("docx", docx)] {
            prop_assert_eq!(missing(&words, &text), None, "{}: {}", format, text);
        }
        #[cfg(feature = "pdf")]
        {
            let pdf = pdf_text(&pdf_writer().write(&document, theme).unwrap());
            prop_assert_eq!(missing(&words, &pdf), None, "pdf: {}", pdf);
        }
    }

    /// Whatever is typed, private-use characters and control characters among it, nothing of it is taken for a mark of the program's own,
    /// and every letter and digit of it is printed.
    #[test]
    fn no_text_can_be_taken_for_a_mark(
        text in "[a-z0-9 \u{1}-\u{4}\u{e000}-\u{e005}\u{f0b7}\u{10ffff}]{1,40}",
        name in "[a-z0-9\u{2}\u{3}\u{e000}-\u{e002}]{1,12}",
    ) {
        let school = with_own_text(&text).with(|profile| {
            profile.vision.statement = Some(text.as_str().into());
            profile.gatsby.benchmark_1.how = Some(text.as_str().into());
            profile.roles.careers_leader.name = Some(name.as_str().into());
        });
        let document = school.document(POLICY);
        let all: String = walk(&document.body).map(words_of).collect();
        let letters = |text: &str| text.chars().filter(|c| c.is_alphanumeric()).collect::<String>();
        prop_assert!(letters(&all).matches(&letters(&text)).count() >= 3, "{all}");
        prop_assert!(letters(&all).contains(&letters(&name)), "{all}");
        let is_mark = |c: char| is_private(c) || (c.is_control() && c != '\n');
        let marked = write_markdown(&document).contains(is_mark);
        prop_assert!(!marked);
    }
}

fn words_of(block: &Block) -> String {
    match &block.kind {
        BlockKind::Paragraph(words) => {
            let number = block.own_mark().map(ToString::to_string).unwrap_or_default();
            number + &plain_text(words)
        }
        BlockKind::Table(table) => table.rows.iter().flatten().map(|cell| plain_text(cell)).collect(),
        _ => String::new(),
    }
}
