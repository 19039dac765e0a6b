//! Holds the text of a finished file against the words of the document it was made from.

use careers_policy::doc::{Block, BlockKind, Document, Inline, Picture, Table, plain_text};

/// The words of a document in order, from its front matter on: of a heading without its number, for Word counts for itself.
fn words(document: &Document) -> Vec<String> {
    fn gather(blocks: &[Block], text: &mut String) {
        for block in blocks {
            match &block.kind {
                BlockKind::Heading(heading) => text.push_str(&heading.text),
                BlockKind::Paragraph(inlines) => said(inlines, text),
                BlockKind::List(list) => list.items.iter().for_each(|item| gather(item, text)),
                BlockKind::Callout(inner) | BlockKind::Quotation(inner) => gather(inner, text),
                BlockKind::Notes(notes) => notes.iter().for_each(|note| gather(note, text)),
                BlockKind::Table(table) => {
                    table.runs().for_each(|run| {
                        said(run, text);
                        text.push(' ');
                    });
                }
                BlockKind::Picture(picture) => {
                    text.push_str(&format!("{} ", plain_text(&picture.caption)));
                    match &picture.sheets[..] {
                        [] => text.push_str(&picture.alt),
                        sheets => sheets.iter().for_each(|sheet| text.push_str(&format!("{} ", sheet.alt))),
                    }
                    // The table that says the same stands there, or is what is read out in place of the picture.
                    text.push_str(&format!(" {}", picture.table.as_ref().map(Table::in_words).unwrap_or_default()));
                }
            }
            text.push(' ');
        }
    }
    let mut text = String::new();
    gather(&document.front, &mut text);
    gather(&document.body, &mut text);
    split(&text)
}

/// Running text with a space for the mark of a note, which stands in a file as a number between the words.
fn said(inlines: &[Inline], text: &mut String) {
    for inline in inlines {
        match inline {
            Inline::Strong(inner) | Inline::Emphasis(inner) | Inline::Link { text: inner, .. } => said(inner, text),
            Inline::Note { .. } => text.push(' '),
            Inline::Text(_) | Inline::LineBreak => text.push_str(&plain_text(std::slice::from_ref(inline))),
        }
    }
}

/// The words of a text without their punctuation, for a PDF sets a full stop after a link apart.
pub(crate) fn split(text: &str) -> Vec<String> {
    text.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).map(str::to_owned).collect()
}

/// Every word of the document stands in the text, in the document's order; what else stands there is furniture: the cover,
/// the contents, numbers and page headers, all of them words of the document's own headings and title.
pub(crate) fn check_words(name: &str, document: &Document, text: &str) {
    let mut furniture = split(&format!(
        "{} {1} {1}: Contents Skip to the text DRAFT Page of Read the picture as a table",
        document.title, document.institution
    ));
    document
        .cover
        .iter()
        .for_each(|(label, value)| furniture.extend(split(&format!("{label} {label}: {}", plain_text(value)))));
    // A table that goes over a page repeats its header row.
    for block in document.front.iter().chain(&document.body) {
        if let BlockKind::Table(table) | BlockKind::Picture(Picture { table: Some(table), .. }) = &block.kind {
            table.header.iter().for_each(|cell| furniture.extend(split(&plain_text(cell))));
        }
    }
    document.headings().for_each(|heading| furniture.extend(split(&heading.numbered_text())));
    furniture.extend(document.body.iter().flat_map(numbers).flat_map(|number| split(&number)));
    let mut found = split(text).into_iter().peekable();
    for word in words(document) {
        loop {
            let Some(next) = found.next() else { panic!("{name}: `{word}` is missing") };
            if next == word {
                break;
            }
            assert!(is_furniture(&next, &furniture), "{name}: `{next}` stands where `{word}` should");
        }
    }
    let rest: Vec<String> = found.filter(|word| !is_furniture(word, &furniture)).collect();
    assert!(rest.is_empty(), "{name}: words that are not the document's: {rest:?}");
}

/// The numbers of a block and of the items in it.
pub(crate) fn numbers(block: &Block) -> Vec<String> {
    let items: Vec<_> = match &block.kind {
        BlockKind::List(list) => list.items.iter().filter_map(|item| item.first()?.number.as_ref()).collect(),
        _ => Vec::new(),
    };
    block.number.iter().chain(items).map(ToString::to_string).collect()
}

fn is_furniture(word: &str, furniture: &[String]) -> bool {
    furniture.iter().any(|known| known == word) || word.chars().all(|c| !c.is_alphabetic())
}
