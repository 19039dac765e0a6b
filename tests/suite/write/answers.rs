//! Whatever a school writes: its words stand unchanged and in order in a document, in every format, or it is told that they do not.

use careers_policy::doc::Document;
use careers_policy::draft::draft_all;
use careers_policy::write::{write_docx, write_html, write_markdown};
use proptest::prelude::*;

use crate::filled::{Filled, Holders, filled, is_told, told};
use crate::readers::{docx_text, html_text, markdown_text};
use crate::school::{School, library, starters};
use crate::words::split;

/// The words that profiles are filled with.
fn any_words() -> impl Strategy<Value = Vec<String>> {
    const MARKS: &str = "[-*_|<>#~`\\[\\](){}$%&@!?.,;:'\"/\\\\+=^“”’–…]{0,2}";
    let letters = "[A-Za-z0-9À-ÖØ-öø-ÿĀ-žΑ-ΡΣ-ωА-я]{1,8}";
    proptest::collection::vec((MARKS, letters, MARKS).prop_map(|(before, word, after)| before + &word + &after), 12..30)
}

/// The words of one answer, one among them its own. Markdown has its own meaning for marks, so where an answer may hold it there are none but
/// those of plain text.
fn answer(words: &[String], number: usize, format: &str) -> String {
    let word = |at: usize| {
        let word = &words[(number * 7 + at) % words.len()];
        match format {
            "markdown" => word.chars().filter(|c| c.is_alphanumeric() || ".,;:?'’–…".contains(*c)).collect(),
            _ => word.clone(),
        }
    };
    format!("{} x{number}x {} {}", word(0), word(1), word(2))
}

/// All documents that are made from a profile, those of a trust's schools among them.
fn documents(school: &School) -> Vec<Document> {
    let case = school.case();
    let publications = case.publications();
    let drafts = publications.iter().flat_map(|publication| draft_all(publication.case).documents);
    drafts.map(|draft| draft.document).collect()
}

/// The words of all documents in one format, each with a space on both sides.
fn all_words(documents: &[Document], write: impl Fn(&Document) -> String) -> String {
    documents.iter().map(|document| format!(" {} ", split(&write(document)).join(" "))).collect()
}

/// What is neither in the words nor told.
fn lost(marks: &[(String, String)], told: &[String], words: &str) -> Vec<String> {
    let is_lost = |(field, answer): &&(String, String)| {
        !is_told(field, told) && !words.contains(&format!(" {} ", split(answer).join(" ")))
    };
    // What a web address is for is to be a link.
    let marks = marks.iter().filter(|(_, answer)| !answer.starts_with("https:"));
    marks.filter(is_lost).map(|(field, answer)| format!("{field}: {answer}")).collect()
}

proptest! {
    #![proptest_config(crate::amount::cases(2, 48))]

    #[test]
    fn every_word_of_an_answer_is_printed_in_order_in_every_format_or_told(
        name in proptest::sample::select(starters()),
        holders in proptest::sample::select(vec![Holders::One, Holders::Two]),
        words in any_words(),
    ) {
        let theme = &library().catalogue.theme;
        let Filled { school, marks } = filled(&name, holders, &|number, format| answer(&words, number, format));
        let (documents, told) = (documents(&school), told(&school));
        let in_markdown = all_words(&documents, |document| markdown_text(&write_markdown(document)));
        prop_assert_eq!(lost(&marks, &told, &in_markdown), Vec::<String>::new(), "{} in Markdown", name);
        let in_html = all_words(&documents, |document| html_text(&write_html(document, theme).unwrap()));
        prop_assert_eq!(lost(&marks, &told, &in_html), Vec::<String>::new(), "{} in HTML", name);
        let in_docx = all_words(&documents, |document| docx_text(&write_docx(document, theme).unwrap()));
        prop_assert_eq!(lost(&marks, &told, &in_docx), Vec::<String>::new(), "{} in DOCX", name);
    }
}

#[cfg(feature = "pdf")]
mod pdf {
    use super::*;
    use crate::readers::{pdf_alternatives, pdf_text};
    use crate::school::pdf_writer;

    proptest! {
        #![proptest_config(crate::amount::cases(1, 6))]

        /// A line ends and a page turns anywhere, so each word is looked for by itself; each answer has one of its own.
        #[test]
        fn every_word_of_an_answer_is_printed_in_the_pdf_or_told(
            name in proptest::sample::select(starters()),
            holders in proptest::sample::select(vec![Holders::One, Holders::Two]),
            words in any_words(),
        ) {
            let theme = &library().catalogue.theme;
            let Filled { school, marks } = filled(&name, holders, &|number, format| answer(&words, number, format));
            let (mut documents, told) = (documents(&school), told(&school));
            documents.iter_mut().for_each(|document| careers_policy::picture::draw_all(document, theme));
            let mut words = Vec::new();
            for document in &documents {
                let bytes = pdf_writer().write(document, theme).map_err(|error| TestCaseError::fail(error.to_string()))?;
                words.extend(split(&pdf_text(&bytes)));
                // What stands in a picture is read out.
                words.extend(pdf_alternatives(&bytes).iter().flat_map(|text| split(text)));
            }
            let is_own = |word: &String| word.len() > 2 && word.starts_with('x') && word.ends_with('x');
            let own = marks.iter().filter_map(|(field, answer)| {
                Some((field.clone(), split(answer).into_iter().find(is_own)?))
            });
            let own: Vec<(String, String)> = own.collect();
            prop_assert_eq!(lost(&own, &told, &format!(" {} ", words.join(" "))), Vec::<String>::new(), "{}", name);
        }
    }
}
