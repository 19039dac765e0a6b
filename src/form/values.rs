//! The answers to the questions of a page: what the file says, what was sent, and what is meant by what changed.
//!
//! In: a [`Question`], the tree of a profile, or the fields of a page that was sent. Out: [`Given`]; and from it [`Meant`], to be laid over the text.
//!
//! An answer that a page cannot show as it is stays as it is: it is shown as words of the file, and nothing is meant by it.

use super::cells::{meant, words_of};
use super::questions::{Question, QuestionKind};
use super::read::{in_order, put_below};
use super::tree::entries;
use crate::profile::whole_schema;
use crate::yaml::{Expects, FieldSchema, Kind, Meant, Node, Style, meaning};

/// What a question is answered with.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Given {
    /// Words; of a question with several answers, one to a line.
    Words(String),
    /// The answers of each entry, in the order of its questions.
    Entries(Vec<Vec<Given>>),
}

/// The fields of a page as they were sent: their names and what stood in them.
pub(crate) type Sent = [(String, String)];

impl Given {
    /// Nothing.
    fn nothing(question: &Question) -> Given {
        match question.kind {
            QuestionKind::Entries { .. } => Given::Entries(Vec::new()),
            _ => Given::Words(String::new()),
        }
    }

    /// Whether it holds nothing.
    pub(crate) fn is_blank(&self) -> bool {
        match self {
            Given::Words(words) => words.trim().is_empty(),
            Given::Entries(rows) => rows.iter().all(|row| row.iter().all(Given::is_blank)),
        }
    }

    /// In words, to be laid beside another.
    pub(crate) fn in_words(&self) -> String {
        match self {
            Given::Words(words) => words.clone(),
            Given::Entries(rows) => {
                let row = |row: &Vec<Given>| {
                    let given = row.iter().filter(|given| !given.is_blank()).map(Given::in_words);
                    given.collect::<Vec<_>>().join(", ")
                };
                rows.iter().map(row).collect::<Vec<_>>().join("\n")
            }
        }
    }
}

/// An entry in which nothing is answered.
pub(crate) fn blank_entry(questions: &[Question]) -> Vec<Given> {
    questions.iter().map(Given::nothing).collect()
}

/// What the file says; nothing where a page cannot show it.
pub(crate) fn shown(question: &Question, node: Option<&Node>) -> Option<Given> {
    let Some(node) = node.filter(|node| !matches!(node.kind, Kind::Empty)) else {
        return Some(Given::nothing(question));
    };
    match (&question.kind, &node.kind) {
        (QuestionKind::Entries { questions, people }, _) => {
            let rows = match &node.kind {
                Kind::Headings(_) if !people => return None,
                _ => entries(Some(node)),
            };
            rows.into_iter().map(|entry| row(question, questions, entry)).collect::<Option<_>>().map(Given::Entries)
        }
        (QuestionKind::Lines, _) => {
            let lines: Option<Vec<&str>> = entries(Some(node)).into_iter().map(words_of).collect();
            lines
                .filter(|lines| lines.iter().all(|line| !line.contains('\n')))
                .map(|lines| Given::Words(lines.join("\n")))
        }
        (_, Kind::Words { text, .. }) => Some(Given::Words(one(text, node, question.schema))),
        // Numbers of years or benchmarks.
        (QuestionKind::Line(_), Kind::List(items)) => {
            let words: Option<Vec<&str>> = items.iter().map(words_of).collect();
            words.map(|words| Given::Words(words.join(", ")))
        }
        _ => None,
    }
}

fn row(list: &Question, questions: &[Question], entry: &Node) -> Option<Vec<Given>> {
    match &entry.kind {
        Kind::Headings(entries) => {
            let is_asked = |name: &str| questions.iter().any(|question| question.path == name);
            if entries.iter().any(|entry| !is_asked(&entry.name) && !matches!(entry.value.kind, Kind::Empty)) {
                return None;
            }
            let value = |question: &Question| entry.entry(&question.path).map(|entry| &entry.value);
            questions.iter().map(|question| shown(question, value(question))).collect()
        }
        Kind::Words { text, style } if *style != Style::Block => {
            let only = list.schema.entry().only_required()?;
            let given = |question: &Question| match question.path == only {
                true => Given::Words(text.trim().to_owned()),
                false => Given::nothing(question),
            };
            Some(questions.iter().map(given).collect())
        }
        _ => None,
    }
}

/// One answer, as a page shows it: a choice as it is listed, a day by its number.
fn one(text: &str, node: &Node, schema: FieldSchema<'_>) -> String {
    let value = meaning(node, schema).value;
    match (schema.expects(), value) {
        (Expects::YesNo, serde_json::Value::Bool(truth)) => if truth { "yes" } else { "no" }.to_owned(),
        (Expects::Choice(_) | Expects::Date | Expects::AnyOf(_), serde_json::Value::String(read)) => read,
        _ => text.trim().to_owned(),
    }
}

/// What was sent for a question under a name; nothing where its page did not ask it.
pub(crate) fn sent(question: &Question, name: &str, fields: &Sent) -> Option<Given> {
    let QuestionKind::Entries { questions, .. } = &question.kind else {
        let (_, words) = fields.iter().find(|(known, _)| known == name)?;
        return Some(Given::Words(words.replace("\r\n", "\n").replace('\r', "\n").trim().to_owned()));
    };
    // The list itself is among the fields where it is asked, so that one whose last entry is taken away is told from one that is not there.
    fields.iter().find(|(known, _)| known == name)?;
    let begin = format!("{name}[");
    let number = |known: &str| known.strip_prefix(&begin)?.split_once(']')?.0.parse::<usize>().ok();
    let mut numbers: Vec<usize> = fields.iter().filter_map(|(known, _)| number(known)).collect();
    numbers.sort_unstable();
    numbers.dedup();
    let row = |number: usize| {
        let given = |question: &Question| {
            sent(question, &format!("{name}[{number}].{}", question.path), fields)
                .unwrap_or_else(|| Given::nothing(question))
        };
        questions.iter().map(given).collect()
    };
    Some(Given::Entries(numbers.into_iter().map(row).collect()))
}

/// Whether two answers are the same to the file: blank entries are none.
pub(crate) fn alike(one: &Given, other: &Given) -> bool {
    match (one, other) {
        (Given::Words(one), Given::Words(other)) => {
            let lines = |words: &str| {
                words.lines().map(str::trim_end).map(str::to_owned).collect::<Vec<_>>().join("\n").trim().to_owned()
            };
            lines(one) == lines(other)
        }
        (Given::Entries(one), Given::Entries(other)) => {
            let (one, other) = (full(one), full(other));
            let rows = one.iter().zip(&other);
            one.len() == other.len()
                && rows.into_iter().all(|(one, other)| one.iter().zip(*other).all(|(a, b)| alike(a, b)))
        }
        _ => false,
    }
}

/// The entries in which something is answered.
fn full(rows: &[Vec<Given>]) -> Vec<&Vec<Given>> {
    rows.iter().filter(|row| !row.iter().all(Given::is_blank)).collect()
}

/// The paths of the answers in which two differ: of a list, those in its entries. Blank entries do not count.
pub(crate) fn differing(question: &Question, path: &str, one: &Given, other: &Given) -> Vec<String> {
    let (QuestionKind::Entries { questions, .. }, Given::Entries(one), Given::Entries(other)) =
        (&question.kind, one, other)
    else {
        return if alike(one, other) { Vec::new() } else { vec![path.to_owned()] };
    };
    let (one, other, blank) = (full(one), full(other), blank_entry(questions));
    let row = |at: usize| {
        let (one, other) = (one.get(at).copied().unwrap_or(&blank), other.get(at).copied().unwrap_or(&blank));
        let answers = questions.iter().zip(one).zip(other);
        let below = move |question: &Question| format!("{path}[{at}].{}", question.path);
        answers
            .flat_map(|((question, one), other)| differing(question, &below(question), one, other))
            .collect::<Vec<_>>()
    };
    (0..one.len().max(other.len())).flat_map(row).collect()
}

/// What is meant by an answer. `node` is what stands there now.
pub(crate) fn meant_by(question: &Question, given: &Given, node: Option<&Node>) -> Meant {
    match (given, &question.kind) {
        (Given::Words(words), QuestionKind::Lines) => {
            let lines = words.lines().map(str::trim).filter(|line| !line.is_empty());
            Meant::List(lines.map(|line| meant(line, question.schema.entry())).collect())
        }
        (Given::Words(words), _) if words.trim().is_empty() => Meant::Nothing,
        (Given::Words(words), _) => meant(words.trim(), question.schema),
        (Given::Entries(rows), QuestionKind::Entries { questions, people }) => {
            let rows: Vec<&Vec<Given>> = rows.iter().filter(|row| !row.iter().all(Given::is_blank)).collect();
            let fields = |row: &Vec<Given>| {
                let pairs = questions.iter().zip(row);
                Meant::Headings(
                    pairs.map(|(question, given)| (question.path.clone(), meant_by(question, given, None))).collect(),
                )
            };
            let was_list = matches!(node.map(|node| &node.kind), Some(Kind::List(_)));
            match &rows[..] {
                [] if *people && !was_list => fields(&blank_entry(questions)),
                [only] if *people && !was_list => fields(only),
                rows => Meant::List(rows.iter().map(|row| fields(row)).collect()),
            }
        }
        (Given::Entries(_), _) => Meant::Nothing,
    }
}

/// What is meant for some fields, under the headings that lead to them, in the order of the type.
pub(crate) fn laid_out(fields: impl IntoIterator<Item = (String, Meant)>) -> Vec<(String, Meant)> {
    let mut all = Vec::new();
    for (path, meant) in fields {
        let steps: Vec<&str> = path.split('.').collect();
        put_below(&mut all, &steps, meant);
    }
    in_order(&mut all, whole_schema());
    all
}
