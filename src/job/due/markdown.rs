//! The list as a digest for an e-mail or a meeting.
//!
//! In: [`Due`]s in order, and the day. Out: Markdown: what is overdue, what falls due in each month, and what has no date.

use super::list::{Due, Status};
use crate::law::Date;

/// The list as Markdown.
pub fn due_markdown(list: &[Due], today: Date) -> String {
    let mut text = format!("# Reviews of careers policies and statements\n\nAs of {}.\n", today.in_words());
    let mut heading = String::new();
    for due in list {
        let part = part_of(due);
        if part != heading {
            text.push_str(&format!(
                "\n## {part}\n\n| Due | School | Review of the | Owner |\n| --- | --- | --- | --- |\n"
            ));
            heading = part;
        }
        let day = due.due.map_or_else(|| "no date".to_owned(), Date::in_words);
        let owner = due.owner.as_deref().or(due.email.as_deref()).unwrap_or("nobody is named");
        let cells = [&day, &due.school, due.name, owner].map(cell).join(" | ");
        text.push_str(&format!("| {cells} |\n"));
    }
    if list.is_empty() {
        text.push_str("\nNothing falls due.\n");
    }
    text
}

/// The part of the digest, or of a message, that a review stands in.
pub(super) fn part_of(due: &Due) -> String {
    match (due.status, due.due) {
        (Status::Overdue, _) => "Overdue".to_owned(),
        (Status::ToCome, Some(day)) => format!("{} {}", day.month_name(), day.year()),
        _ => "Without a date".to_owned(),
    }
}

/// Words in a cell: what Markdown would read as markup is not.
fn cell(words: &str) -> String {
    let mut escaped = String::new();
    for character in words.chars() {
        match character {
            '\\' | '|' | '*' | '_' | '`' | '[' | ']' | '<' | '>' | '~' | '&' | '#' => {
                escaped.extend(['\\', character]);
            }
            character if character.is_control() => escaped.push(' '),
            character => escaped.push(character),
        }
    }
    escaped
}

#[cfg(test)]
mod tests {
    use super::cell;

    #[test]
    fn a_name_breaks_no_table() {
        assert_eq!(cell("A|B\n<b>*c*"), "A\\|B \\<b\\>\\*c\\*");
    }
}
