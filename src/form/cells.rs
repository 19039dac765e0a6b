//! One answer in a cell, and back.
//!
//! In: a node of a profile, or the value of a cell, and the field's schema. Out: what the cell shows; or what was meant, as it is written in a profile.
//!
//! Programs turn what is typed into numbers and days; what that can only have been is taken as it was meant. What is not clear is passed on as it
//! stands, for the reader of profiles to refuse in its own words.

use serde_json::Value as Json;

use super::labels::in_words;
use crate::law::Date;
use crate::text::Sources;
use crate::workbook::Value;
use crate::yaml::{Expects, FieldSchema, Form, Kind, Meaning, Meant, Node, Style, meaning};

/// The first day that programs count, as number 2 of theirs, for they take 1900 for a leap year.
const FIRST_DAY: (i16, i8, i8) = (1900, 1, 1);
/// Numbers that can be days: from 1954 to 2119.
const DAYS: std::ops::RangeInclusive<f64> = 20_000.0..=80_000.0;

/// What a cell shows of a node.
pub(super) fn shown(node: Option<&Node>, schema: FieldSchema<'_>) -> Value {
    match node.map(|node| (&node.kind, node)) {
        None | Some((Kind::Empty, _)) => Value::Empty,
        Some((Kind::List(items), _)) => {
            let words: Vec<&str> = items.iter().filter_map(words_of).collect();
            Value::Words(words.join(separator(schema)))
        }
        Some((Kind::Words { text, .. }, node)) => single(text, node, schema),
        Some((Kind::Headings(_), _)) => Value::Empty,
    }
}

pub(super) fn words_of(node: &Node) -> Option<&str> {
    match &node.kind {
        Kind::Words { text, .. } => Some(text.trim()),
        _ => None,
    }
}

fn separator(schema: FieldSchema<'_>) -> &'static str {
    match schema.expects() {
        Expects::List(entry) if matches!(entry.expects(), Expects::Text) => "\n",
        _ => ", ",
    }
}

fn single(text: &str, node: &Node, schema: FieldSchema<'_>) -> Value {
    let plainly = || Value::Words(text.trim().to_owned());
    let value = meaning(node, schema).value;
    match (schema.expects(), &value) {
        (Expects::Date | Expects::AnyOf(_), Json::String(day)) => day.parse().map_or_else(|_| plainly(), Value::Day),
        (Expects::YesNo, Json::Bool(truth)) => Value::Words(if *truth { "Yes" } else { "No" }.to_owned()),
        (Expects::Choice(choices), Json::String(choice)) if choices.contains(&choice.as_str()) => {
            Value::Words(in_words(choice))
        }
        _ => plainly(),
    }
}

/// What was typed into a cell, as words; nothing for an empty one.
pub(super) fn typed(value: &Value, schema: FieldSchema<'_>) -> Option<String> {
    let expects = schema.entry().expects();
    let words = match value {
        Value::Empty => return None,
        Value::Words(words) => words.replace("\r\n", "\n").replace('\r', "\n").trim().to_owned(),
        Value::Truth(truth) if matches!(expects, Expects::YesNo) => if *truth { "yes" } else { "no" }.to_owned(),
        Value::Truth(truth) => if *truth { "TRUE" } else { "FALSE" }.to_owned(),
        Value::Day(day) => match expects {
            // Year groups such as 7-11 are taken for a day and a month, in either order; the lower one comes first.
            Expects::Years => year_groups(*day),
            Expects::Text => day.in_words(),
            _ => day.to_string(),
        },
        Value::Number(number) => match expects {
            Expects::Date if DAYS.contains(number) => {
                day_of(*number).map_or_else(|| digits(*number), |day| day.to_string())
            }
            _ => match schema.form() {
                // A telephone number that became a sum has lost its 0.
                Some(Form::Phone) if (9..=10).contains(&digits(*number).len()) => format!("0{number}"),
                Some(Form::Digits(count)) => format!("{:0>width$}", digits(*number), width = usize::from(count)),
                _ => digits(*number),
            },
        },
    };
    (!words.is_empty()).then_some(words)
}

fn year_groups(day: Date) -> String {
    let written = day.to_string();
    let mut parts: Vec<u8> = written.split('-').skip(1).filter_map(|part| part.parse().ok()).collect();
    parts.sort_unstable();
    match parts[..] {
        [lower, upper] if lower == upper => lower.to_string(),
        [lower, upper] => format!("{lower}-{upper}"),
        _ => written,
    }
}

fn digits(number: f64) -> String {
    number.to_string()
}

/// The day that programs count as this number.
fn day_of(number: f64) -> Option<Date> {
    let (year, month, day) = FIRST_DAY;
    // The bound above keeps it small, and what is left after the point is the time of day.
    let days = number.trunc() as i32 - 2;
    Some(Date::new(year, month, day)?.plus_days(days))
}

/// Words in a node of their own, as if they stood in a file in quotation marks.
pub(super) fn node_of(words: &str) -> Node {
    let mut sources = Sources::default();
    let nowhere = sources.add("", "");
    Node { span: sources.whole(nowhere), kind: Kind::Words { text: words.to_owned(), style: Style::Quoted } }
}

/// What is meant by words in a field, or in one row of a field that is a list.
pub(super) fn meant(words: &str, schema: FieldSchema<'_>) -> Meant {
    let Meaning { value, instead, .. } = meaning(&node_of(words), schema);
    let instead = instead.filter(|instead| !instead.starts_with(['"', '[']));
    let words = instead.as_deref().unwrap_or(words);
    match schema.expects() {
        Expects::Text => match schema.form() {
            Some(Form::Number | Form::PerCent) => Meant::Bare(words.to_owned()),
            _ if schema.keyword("format").is_some() => Meant::Words(words.to_owned()),
            _ => {
                Meant::Words(words.lines().map(str::trim).filter(|line| !line.is_empty()).collect::<Vec<_>>().join(" "))
            }
        },
        Expects::YesNo => match value {
            Json::Bool(true) => Meant::Bare("yes".to_owned()),
            Json::Bool(false) => Meant::Bare("no".to_owned()),
            _ => Meant::Bare(words.to_owned()),
        },
        Expects::Choice(_) => match value {
            Json::String(choice) => Meant::Bare(choice),
            _ => Meant::Bare(words.to_owned()),
        },
        Expects::AnyOf(_) => match value {
            Json::String(day) if day.parse::<Date>().is_ok() => Meant::Bare(day),
            _ => Meant::Words(words.to_owned()),
        },
        Expects::List(entry) if matches!(entry.expects(), Expects::Text) => {
            let lines = words.lines().map(str::trim).filter(|line| !line.is_empty());
            Meant::List(lines.map(|line| Meant::Words(line.to_owned())).collect())
        }
        Expects::List(_) => match &value {
            Json::Array(items) if items.iter().all(Json::is_number) => {
                let items: Vec<String> = items.iter().map(Json::to_string).collect();
                Meant::Bare(format!("[{}]", items.join(", ")))
            }
            _ => Meant::Bare(words.to_owned()),
        },
        _ => Meant::Bare(words.to_owned()),
    }
}
