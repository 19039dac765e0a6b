//! The four styles of numbering: every number once and in order, every reference true, the same words in every format.

use careers_policy::doc::{Block, BlockKind, Document, Inline, plain_text};
use careers_policy::theme::Numbering;
use careers_policy::write::{write_docx, write_html, write_markdown};

use crate::amount::some;
#[cfg(feature = "pdf")]
use crate::readers::pdf_text;
use crate::readers::{docx_outline, docx_part, docx_text, html_text};
#[cfg(feature = "pdf")]
use crate::school::pdf_writer;
use crate::school::{School, library};
use crate::words::{check_words, numbers};

const STYLES: [Numbering; 4] = [Numbering::Headings, Numbering::Clauses, Numbering::Paragraphs, Numbering::None];

fn documents(style: Numbering) -> Vec<Document> {
    let schools = ["oakfield-academy", "kestrel-bank-school", "riverside-college"];
    let numbered = |name| School::starter(name).with(|profile| profile.brand.numbering = Some(style));
    let both = |school: School| ["careers-policy", "provider-access-policy"].map(|id| school.document(id));
    schools.into_iter().map(numbered).flat_map(both).collect()
}

/// A number as its parts, so that 4.10 comes after 4.9 and appendices after sections.
fn key(number: &str) -> (bool, Vec<u32>) {
    let digits = number.trim_start_matches("Appendix ").trim_start_matches('A');
    (number.starts_with('A'), digits.split('.').map(|part| part.parse().unwrap()).collect())
}

/// The numbers of headings, paragraphs and items in order, each item's with that of its paragraph.
fn all_numbers(document: &Document) -> Vec<String> {
    let mut found = Vec::new();
    let mut last = String::new();
    for block in &document.body {
        if let BlockKind::Heading(heading) = &block.kind {
            found.extend(heading.number.as_ref().map(ToString::to_string));
        }
        for number in numbers(block) {
            if number.starts_with('(') {
                found.push(format!("{last}{number}"));
            } else {
                last = number.clone();
                found.push(number);
            }
        }
    }
    found
}

#[test]
fn every_number_is_there_once_and_in_order() {
    for style in STYLES {
        for document in documents(style) {
            let all = all_numbers(&document);
            let unique: std::collections::BTreeSet<&String> = all.iter().collect();
            assert_eq!(unique.len(), all.len(), "{style:?} {}", document.id);
            // Where paragraphs are numbered from first to last, an appendix is counted by itself.
            let counted = |number: &&String| style != Numbering::Paragraphs || !number.starts_with('A');
            let keys: Vec<_> = all.iter().filter(counted).filter(|n| !n.contains('(')).map(|n| key(n)).collect();
            assert!(keys.is_sorted(), "{style:?}: {keys:?}");
            let paragraphs = document.body.iter().filter(|block| matches!(block.kind, BlockKind::Paragraph(_)));
            let numbered = matches!(style, Numbering::Clauses | Numbering::Paragraphs);
            assert!(paragraphs.into_iter().all(|block| block.number.is_some() == numbered), "{style:?}");
            assert_eq!(all.is_empty(), style == Numbering::None, "{style:?}");
        }
    }
}

/// The links of some blocks to headings: the heading's id and the words.
fn references(blocks: &[Block]) -> Vec<(String, String)> {
    fn of_inlines(inlines: &[Inline], found: &mut Vec<(String, String)>) {
        for inline in inlines {
            match inline {
                Inline::Link { target, text } if target.starts_with('#') => {
                    found.push((target[1..].to_owned(), plain_text(text)));
                }
                Inline::Strong(inner) | Inline::Emphasis(inner) => of_inlines(inner, found),
                _ => {}
            }
        }
    }
    let mut found = Vec::new();
    for block in blocks {
        match &block.kind {
            BlockKind::Paragraph(inlines) => of_inlines(inlines, &mut found),
            BlockKind::List(list) => list.items.iter().for_each(|item| found.extend(references(item))),
            BlockKind::Callout(inner) | BlockKind::Quotation(inner) => found.extend(references(inner)),
            BlockKind::Notes(notes) => notes.iter().for_each(|note| found.extend(references(note))),
            BlockKind::Table(table) => table.rows.iter().flatten().for_each(|cell| of_inlines(cell, &mut found)),
            BlockKind::Heading(_) | BlockKind::Picture(_) => {}
        }
    }
    found
}

#[test]
fn every_reference_names_its_heading_as_the_style_does() {
    for style in STYLES {
        let mut seen = 0;
        for document in documents(style) {
            let headings: Vec<_> = document.headings().cloned().collect();
            for (id, words) in references(&document.body) {
                let heading = headings.iter().find(|heading| heading.id == id).expect(&words);
                match &heading.number {
                    Some(number) if number.is_of_appendix() => {
                        assert_eq!(words, number.to_string().replace("App", "app"));
                    }
                    Some(number) => assert_eq!(words, format!("section {number}")),
                    None => assert!(words.ends_with(&format!("“{}”", heading.text)), "{words}"),
                }
                seen += 1;
            }
        }
        assert!(seen > 15, "{style:?}: only {seen} references");
    }
}

#[test]
fn all_formats_say_the_same_words_and_numbers_in_every_style() {
    let theme = &library().catalogue.theme;
    for style in STYLES {
        for document in some(2, documents(style)) {
            let name = format!("{style:?} {}", document.id);
            let html = write_html(&document, theme).unwrap();
            let docx = write_docx(&document, theme).unwrap();
            check_words(&format!("{name}.html"), &document, &html_text(&html));
            check_words(&format!("{name}.docx"), &document, &docx_text(&docx));
            let markdown = write_markdown(&document);
            #[cfg(feature = "pdf")]
            let pdf = pdf_text(&pdf_writer().write(&document, theme).unwrap());
            #[cfg(feature = "pdf")]
            check_words(&format!("{name}.pdf"), &document, &pdf);
            for number in document.body.iter().flat_map(numbers) {
                assert!(html.contains(&format!("<span class=\"number\">{number}</span>")), "{name}: {number}");
                let marked =
                    if number.starts_with('(') { format!("- **{number}** ") } else { format!("\n**{number}** ") };
                assert!(
                    markdown.contains(&marked.replace('(', "\\(").replace(')', "\\)")) || markdown.contains(&marked),
                    "{name}: {number}"
                );
                #[cfg(feature = "pdf")]
                assert!(pdf.contains(&number), "{name}: {number}");
            }
            // Word counts by itself: the numbers are in the styles, and every paragraph that has one is in its style.
            let outline = docx_outline(&docx);
            let of_style = |style: &str| outline.lines().filter(|line| line.starts_with(&format!("{style}: "))).count();
            let all: Vec<String> = document.body.iter().flat_map(numbers).collect();
            let letters = all.iter().filter(|number| number.starts_with('(')).count();
            assert_eq!(of_style("NumberedItem"), letters, "{name}");
            assert_eq!(of_style("NumberedText"), all.len() - letters, "{name}");
            let numbering = docx_part(&docx, "word/numbering.xml");
            assert_eq!(numbering.contains("\"NumberedText\""), !all.is_empty(), "{name}");
            assert_eq!(
                numbering.contains("\"Heading2\""),
                matches!(style, Numbering::Headings | Numbering::None),
                "{name}"
            );
        }
    }
}
