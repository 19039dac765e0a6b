//! Mistakes in plain words: what stands in the file, what should, and an example to copy.
//!
//! In: a [`Spot`]: the place of a mistake in the file and in the schema. Out: a [`Finding`].
//!
//! The words are for people who run a careers programme. A key is a heading, an array is a list, a string is words.

use super::phrase::{in_lines, in_words, last_name, listed, short};
use super::quote::quoted_if_needed;
use super::schema::{Expects, FieldSchema, Schema};
use super::spot::Spot;
use super::tree::{Entry, Kind, Node, join};
use crate::finding::{Code, Finding};
use crate::text::suggest;

/// A heading that is not known. With it comes the heading that was probably meant, if any.
pub(super) fn unknown<'a>(spot: &Spot<'a>, entry: &Entry, schema: &'a Schema) -> (Finding, Option<&'a str>) {
    let name = short(&entry.name);
    let mut finding =
        Finding::error(Code::CP004, format!("`{name}` is not a heading that is known here")).at_span(entry.name_span);
    finding.field = Some(join(&spot.field, &entry.name));
    let meant = suggest(&entry.name, spot.schema.names().filter(|known| spot.node.entry(known).is_none()));
    let elsewhere = places_of(schema, &entry.name);
    if matches!(entry.value.kind, Kind::Empty) && entry.name.contains(' ') {
        finding = finding.with_label("this is read as a heading, because of the comma before it");
        finding = finding.with_help("between { and } put words that have a comma in them in quotation marks");
    } else if let Some(meant) = meant {
        finding = finding.with_label(format!("did you mean `{meant}`?"));
    } else if let Some(places) = listed(&elsewhere, 3) {
        finding = finding.with_label(format!("`{name}` belongs under {places}"));
        finding = finding.with_help("move it there; how far a line is indented says what it stands under");
    } else {
        let given = suggest(&entry.name, spot.schema.names()).filter(|known| spot.node.entry(known).is_some());
        if let Some(given) = given {
            finding = finding.with_label(format!("if `{given}` is meant, it is there already"));
        }
        let names: Vec<String> = spot.schema.names().map(str::to_owned).collect();
        if let Some(names) = listed(&names, 20) {
            finding = finding.with_help(in_lines(&format!("the headings that can stand here are {names}")));
        }
    }
    (finding, meant)
}

/// A heading that must be there and is not, or has nothing after it.
pub(super) fn missing(spot: &Spot<'_>, name: &str, file: &str) -> Finding {
    let field = join(&spot.field, name);
    let mut finding = Finding::error(Code::CP005, format!("{} is missing", in_words(&field)));
    finding = match (spot.node.entry(name), spot.heading) {
        (Some(empty), _) => finding.at_span(empty.name_span).with_label("nothing is written here yet"),
        (None, Some(_)) => finding.at_span(spot.mark()).with_label(format!("add `{name}:` under this heading")),
        (None, None) if spot.field.is_empty() => finding.at_file(file).with_label(format!("add `{name}:` to the file")),
        (None, None) => finding.at_span(spot.mark()).with_label(format!("add `{name}:` to this entry")),
    };
    finding.field = Some(field);
    let Some(schema) = spot.schema.property(name) else { return finding };
    if let Some(description) = schema.description() {
        finding = finding.with_note(description);
    }
    with_example(finding, name, schema)
}

/// A value of the wrong kind: a list where one value should be, words where a number should be.
pub(super) fn wrong_kind(spot: &Spot<'_>) -> Finding {
    let what = in_words(&spot.field);
    let name = last_name(&spot.field);
    let expects = spot.schema.expects();
    let mut finding = match (&expects, &spot.node.kind) {
        _ if spot.field.is_empty() => {
            error(spot, Code::CP006, "the file should be made of headings, each with a colon after it".into())
        }
        (Expects::Headings, Kind::Words { text, .. }) if spot.field.ends_with(']') => {
            let example = entry_with(spot.schema, text);
            error(spot, Code::CP006, format!("{what} is words alone, and needs headings"))
                .with_help(format!("write it so:\n{example}"))
        }
        (Expects::Headings, Kind::Words { text, .. }) => {
            let finding =
                error(spot, Code::CP006, format!("{what} should have headings under it, not a value after it"));
            let names: Vec<String> = spot.schema.names().map(str::to_owned).collect();
            match names.first() {
                Some(first) => {
                    finding.with_help(format!("write it so:\n{name}:\n  {first}: {}", quoted_if_needed(&short(text))))
                }
                None => finding,
            }
        }
        (Expects::Headings, Kind::List(_)) => {
            let first = spot.schema.names().next().filter(|_| spot.schema.shares());
            match first {
                Some(first) => error(spot, Code::CP006, format!("each entry of {what} should have headings"))
                    .with_help(format!("begin each entry so: `- {first}: …`")),
                None => error(spot, Code::CP006, format!("{what} should be one, not a list"))
                    .with_help("keep one, and take out the hyphen before it"),
            }
        }
        (Expects::List(entry), Kind::Headings(_)) => {
            let finding = error(spot, Code::CP006, format!("{what} should be a list"));
            let first = spot.node.entries().first().map_or("", |entry| entry.name.as_str());
            if matches!(entry.expects(), Expects::Headings) {
                finding.with_help(format!(
                    "put a hyphen and a space before the first heading of each entry:\n{name}:\n  - {}: …",
                    short(first)
                ))
            } else {
                finding.with_help(format!(
                    "write each entry on a line of its own, with a hyphen and a space before it:\n{name}:\n  - …"
                ))
            }
        }
        (Expects::List(entry), Kind::Words { .. }) => {
            let finding =
                error(spot, Code::CP006, format!("{what} should be a list, each entry with its own headings"));
            let names: Vec<String> = required_or_first(*entry).iter().map(|name| format!("{name}: …")).collect();
            finding.with_help(format!("write it so:\n{name}:\n  - {}", names.join("\n    ")))
        }
        (_, Kind::List(_)) => error(spot, Code::CP006, format!("{what} should be {}, not a list", expected(&expects))),
        (_, Kind::Headings(_)) => {
            error(spot, Code::CP006, format!("{what} should be {}, with no headings under it", expected(&expects)))
                .with_help(with_its_colon(spot.node))
        }
        _ => error(spot, Code::CP006, format!("{what} should be {}", expected(&expects))),
    };
    if !matches!(expects, Expects::Headings) && finding.help.is_empty() {
        finding = with_example(finding, name, spot.schema);
    }
    finding
}

/// The headings that must stand in an entry of a list; its first where none must.
fn required_or_first(entry: FieldSchema<'_>) -> Vec<&str> {
    let required = entry.required();
    if required.is_empty() { entry.names().take(1).collect() } else { required }
}

/// An entry of a list with the headings it needs: the words go where words belong, and the others are left open.
fn entry_with(entry: FieldSchema<'_>, words: &str) -> String {
    let names = required_or_first(entry);
    let takes_words = |name: &&&str| {
        entry.property(name).is_some_and(|schema| matches!(schema.expects(), Expects::Text) && schema.form().is_none())
    };
    let own = names.iter().find(takes_words).copied();
    let value = |name: &str| match own == Some(name) {
        true => quoted_if_needed(&short(words)),
        // An example that is not a choice might be copied as it stands, and be printed.
        false => match entry.property(name).map(|schema| schema.expects()) {
            Some(Expects::Choice(choices)) => choices.first().map_or("…", |choice| choice).to_owned(),
            _ => "…".to_owned(),
        },
    };
    let first = own.into_iter().chain(names.iter().copied().filter(|name| own != Some(*name)));
    let lines: Vec<String> = first.map(|name| format!("{name}: {}", value(name))).collect();
    format!("  - {}", lines.join("\n    "))
}

/// A value that is not one of the choices.
pub(super) fn not_a_choice(spot: &Spot<'_>) -> Finding {
    let Expects::Choice(choices) = spot.schema.expects() else { return wrong_form(spot) };
    let Kind::Words { text, .. } = &spot.node.kind else { return wrong_kind(spot) };
    let mut finding = error(spot, Code::CP007, format!("{} cannot be `{}`", in_words(&spot.field), short(text)));
    if let Some(meant) = suggest(text, choices.iter().copied()) {
        finding = finding.with_label(format!("did you mean `{meant}`?"));
    }
    let choices: Vec<String> = choices.into_iter().map(str::to_owned).collect();
    match listed(&choices, 30) {
        Some(choices) => finding.with_help(in_lines(&format!("the choices are {choices}"))),
        None => finding,
    }
}

/// A list with too few entries.
pub(super) fn too_few(spot: &Spot<'_>, least: u64) -> Finding {
    let entries = if least == 1 { "one entry" } else { "entries" };
    let title = match least {
        1 => format!("{} should have at least {entries}", in_words(&spot.field)),
        _ => format!("{} should have at least {least} {entries}", in_words(&spot.field)),
    };
    with_example(error(spot, Code::CP008, title), last_name(&spot.field), spot.schema)
}

/// A value that does not look as it should: an address without its `@`, a number out of bounds.
pub(super) fn wrong_form(spot: &Spot<'_>) -> Finding {
    let what = in_words(&spot.field);
    let text = match &spot.node.kind {
        Kind::Words { text, .. } => text.as_str(),
        _ => "",
    };
    let number = |keyword| spot.schema.keyword(keyword).and_then(serde_json::Value::as_f64);
    let finding = |title: String| error(spot, Code::CP008, title);
    let finding = match (spot.schema.expects(), spot.schema.form()) {
        (Expects::Date, _) => {
            finding(format!("{what} is not a date")).with_label("write the year, the month and the day")
        }
        (_, Some(form)) => {
            let wrong = form.wrong(text);
            Finding { label: wrong.label, ..finding(format!("{what} {}", wrong.what)) }
        }
        (Expects::Whole | Expects::Number, None) => match (number("minimum"), number("maximum")) {
            (Some(least), Some(most)) => finding(format!("{what} should be between {least} and {most}")),
            (Some(least), None) => finding(format!("{what} should be {least} or more")),
            (None, Some(most)) => finding(format!("{what} should be {most} or less")),
            (None, None) => finding(format!("{what} does not look as it should")),
        },
        _ => finding(format!("{what} does not look as it should")),
    };
    with_example(finding, last_name(&spot.field), spot.schema)
}

/// What to do about words that became headings because of a colon in them.
fn with_its_colon(node: &Node) -> String {
    match node.entries() {
        [Entry { name, value: Node { kind: Kind::Words { text, .. }, .. }, .. }] => {
            format!(
                "if the colon is part of the words, put them in quotation marks: \"{}: {}\"",
                short(name),
                short(text)
            )
        }
        _ => "if the colon is part of the words, put all of them in quotation marks".to_owned(),
    }
}

fn error(spot: &Spot<'_>, code: Code, title: String) -> Finding {
    let mut finding = Finding::error(code, title).at_span(spot.mark());
    finding.field = Some(spot.field.clone());
    finding
}

fn with_example(finding: Finding, name: &str, schema: FieldSchema<'_>) -> Finding {
    match schema.example() {
        Some(example) if name.is_empty() => finding.with_help(format!("for example: {example}")),
        Some(example) => finding.with_help(format!("for example: `{name}: {example}`")),
        None => finding,
    }
}

fn expected(expects: &Expects<'_>) -> String {
    match expects {
        Expects::Text => "words".into(),
        Expects::Date => "a date".into(),
        Expects::Whole => "a whole number, in digits".into(),
        Expects::Number => "a number, in digits".into(),
        Expects::YesNo => "yes or no".into(),
        Expects::Choice(_) => "one of the choices".into(),
        Expects::Years => "year groups".into(),
        Expects::List(_) => "a list".into(),
        Expects::Headings => "headings".into(),
        Expects::AnyOf(parts) => {
            parts.iter().map(|schema| expected(&schema.expects())).collect::<Vec<_>>().join(" or ")
        }
        Expects::Anything => "something else".into(),
    }
}

/// The headings under which a heading of that name can stand, anywhere in the schema. Those under which the whole file's
/// headings repeat are left out where there are others.
fn places_of(schema: &Schema, name: &str) -> Vec<String> {
    struct Place {
        path: String,
        repeated: bool,
    }
    fn look(schema: FieldSchema<'_>, path: &str, repeated: bool, name: &str, found: &mut Vec<Place>, depth: usize) {
        for child in schema.names().filter(|_| depth < 8) {
            if child == name && !path.is_empty() {
                found.push(Place { path: path.to_owned(), repeated });
            }
            if let Some(property) = schema.property(child) {
                let repeated = repeated || property.repeats();
                look(property.entry(), &join(path, child), repeated, name, found, depth + 1);
            }
        }
    }
    let mut found = Vec::new();
    look(schema.whole(), "", false, name, &mut found, 0);
    if found.iter().any(|place| !place.repeated) {
        found.retain(|place| !place.repeated);
    }
    found.into_iter().map(|place| place.path).collect()
}
