//! New values as the lines of a file.
//!
//! In: what is meant. Out: its lines, the first without indentation; or one line with brackets.

use super::meant::Meant;
use super::same::is_nothing;
use super::words::{as_lines, escaped, in_brackets, on_one_line};

/// A heading with what stands under it.
pub(super) fn block(name: &str, meant: &Meant, step: usize) -> Vec<String> {
    let behind = behind(meant, step);
    let mut lines = behind.into_iter();
    let first = lines.next().unwrap_or_default();
    let first = if first.is_empty() { format!("{name}:") } else { format!("{name}: {first}") };
    std::iter::once(first).chain(lines).collect()
}

/// What stands behind a colon or a hyphen, and below it.
fn behind(meant: &Meant, step: usize) -> Vec<String> {
    let indented = |line: String| if line.is_empty() { line } else { " ".repeat(step) + &line };
    match meant {
        Meant::Nothing | Meant::Absent => vec![String::new()],
        Meant::Words(words) if words.contains('\n') => match as_lines(words) {
            Some(lines) => std::iter::once("|-".to_owned()).chain(lines.into_iter().map(indented)).collect(),
            None => vec![escaped(words)],
        },
        Meant::Words(words) => vec![on_one_line(words, false)],
        Meant::Bare(words) => vec![on_one_line(words, true)],
        Meant::List(items) => {
            let lines = items.iter().flat_map(|item| item_lines(item, step, " ")).map(indented);
            std::iter::once(String::new()).chain(lines).collect()
        }
        Meant::Headings(_) => {
            let lines = headings(meant, step).into_iter().map(indented);
            std::iter::once(String::new()).chain(lines).collect()
        }
    }
}

fn headings(meant: &Meant, step: usize) -> Vec<String> {
    let Meant::Headings(fields) = meant else { return behind(meant, step) };
    let fields = fields.iter().filter(|(_, meant)| !is_nothing(meant));
    fields.flat_map(|(name, meant)| block(name, meant, step)).collect()
}

/// An entry of a list, with its hyphen.
pub(super) fn item_lines(item: &Meant, step: usize, gap: &str) -> Vec<String> {
    let lines = headings(item, step);
    let lines = if lines.is_empty() { vec!["{}".to_owned()] } else { lines };
    let marks = std::iter::once(format!("-{gap}")).chain(std::iter::repeat(" ".repeat(gap.len() + 1)));
    lines.into_iter().zip(marks).map(|(line, mark)| if line.is_empty() { line } else { mark + &line }).collect()
}

/// What is meant, between brackets on one line.
pub(super) fn flow(meant: &Meant) -> String {
    match meant {
        Meant::Nothing | Meant::Absent => "\"\"".to_owned(),
        Meant::Words(words) => in_brackets(words, false),
        Meant::Bare(words) => in_brackets(words, true),
        Meant::List(items) => format!("[{}]", items.iter().map(flow).collect::<Vec<_>>().join(", ")),
        Meant::Headings(fields) => {
            let fields = fields.iter().filter(|(_, meant)| !is_nothing(meant));
            let fields: Vec<String> = fields.map(|(name, meant)| format!("{name}: {}", flow(meant))).collect();
            format!("{{{}}}", fields.join(", "))
        }
    }
}

/// How many answers are meant; an entry of a list is one.
pub(super) fn units(meant: &Meant) -> usize {
    match meant {
        Meant::List(items) => items.len(),
        Meant::Headings(fields) => fields.iter().map(|(_, meant)| units(meant)).sum(),
        other => usize::from(!is_nothing(other)),
    }
}
