//! A word of an answer is shown where it stands in its file, however the answer is written.

use careers_policy::finding::{Code, Context, Finding, render_json};
use careers_policy::profile::Profile;
use careers_policy::text::Sources;
use careers_policy::yaml::read_as;
use proptest::prelude::*;
use proptest::sample::select;

/// How an answer can be written.
#[derive(Clone, Copy, Debug)]
enum Style {
    Plain,
    Single,
    Double,
    Escaped,
    Literal,
    Folded,
}

const STYLES: [Style; 6] = [Style::Plain, Style::Single, Style::Double, Style::Escaped, Style::Literal, Style::Folded];

impl Style {
    /// A word as it is written in this style.
    fn written(self, word: &str) -> String {
        match self {
            Style::Single => word.replace('\'', "''"),
            Style::Double => word.replace('\\', "\\\\").replace('"', "\\\""),
            Style::Escaped => word.chars().map(|c| format!("\\U{:08x}", u32::from(c))).collect(),
            Style::Plain | Style::Literal | Style::Folded => word.to_owned(),
        }
    }

    /// Lines of words as the answer to a question.
    fn answer(self, lines: &[Vec<String>], newline: &str) -> String {
        let between = format!("{newline}     ");
        let lines: Vec<String> =
            lines.iter().map(|line| line.iter().map(|word| self.written(word)).collect::<Vec<_>>().join(" ")).collect();
        let words = lines.join(&between);
        match self {
            Style::Plain => words,
            Style::Single => format!("'{words}'"),
            Style::Double | Style::Escaped => format!("\"{words}\""),
            Style::Literal => format!("|{between}{words}"),
            Style::Folded => format!(">- # as a note{between}{words}"),
        }
    }
}

/// Words of any letters; a bare answer takes plain ones only.
fn lines() -> impl Strategy<Value = (Style, Vec<Vec<String>>)> {
    select(&STYLES[..]).prop_flat_map(|style| {
        let word = match style {
            Style::Plain => "[a-zé★]{1,6}",
            _ => "x?[a-zé★🎓'\"\\\\:#|>{}-]{1,5}x",
        };
        (Just(style), prop::collection::vec(prop::collection::vec(word, 1..5), 1..4))
    })
}

proptest! {
    #[test]
    fn the_place_of_a_word_holds_exactly_the_word(
        (style, lines) in lines(),
        newline in select(&["\n", "\r\n"][..]),
    ) {
        let answer = style.answer(&lines, newline);
        let text = ["setting:", "  name: Oakfield", "  type: academy", "vision:", "  statement: "].join(newline);
        let text = format!("{text}{answer}{newline}policy:{newline}  version: 1.0{newline}");
        let mut sources = Sources::default();
        let id = sources.add("oakfield.yaml", text.as_str());
        let read = read_as::<Profile>(&sources, sources.whole(id)).map_err(|found| {
            TestCaseError::fail(format!("{found:#?}\n{text}"))
        })?;
        let statement = read.value.vision.statement.as_deref().unwrap_or_default();
        let mut from = 0;
        for word in lines.iter().flatten() {
            let at = from + statement[from..].find(word.as_str()).expect("the answer holds the word");
            from = at + word.len();
            let span = read.index.word("vision.statement", at, word, &sources);
            let held = span.map(|span| sources.slice(span));
            let written = style.written(word);
            prop_assert_eq!(held, Some(written.as_str()), "{}", &text);
        }
    }
}

#[test]
fn a_finding_on_words_is_shown_at_them_and_one_on_words_that_are_not_there_at_the_answer() {
    let text = "setting:\n  name: Oakfield\n  type: academy\nvision:\n  statement: >-\n    We see\n\n    the world.\n";
    let mut sources = Sources::default();
    let id = sources.add("oakfield.yaml", text);
    let read = read_as::<Profile>(&sources, sources.whole(id)).unwrap();
    let place = |text: &str, words: &str| {
        let at = text.find(words).unwrap();
        let finding = Finding::error(Code::CP401, "left").at_words("vision.statement", text, at..at + words.len());
        let json = render_json(&[(&[finding], Context::with_index(&sources, &read.index))]);
        let json: serde_json::Value = serde_json::from_str(&json).unwrap();
        assert_eq!(json[0]["field"], "vision.statement");
        (json[0]["line"].as_u64().unwrap(), json[0]["column"].as_u64().unwrap())
    };
    assert_eq!(place("We see\nthe world.", "world"), (8, 9));
    assert_eq!(place("Something else altogether", "else"), (6, 5));
}
