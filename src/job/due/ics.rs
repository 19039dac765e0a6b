//! The list as a calendar.
//!
//! In: [`Due`]s in order, and the day. Out: iCalendar after RFC 5545, which Outlook, Google Calendar and phones read: one entry for the whole
//! day, with reminders eight weeks before, in time for the next meeting of governors, four weeks before and a week before.
//!
//! A review without a date has no place in a calendar and is left out; whoever asked is told (`cli`).

use super::list::{Due, Status};
use crate::law::Date;

/// The longest line, in bytes, without its ending.
const LONGEST: usize = 75;

/// The days before a review on which it is called to mind.
const ALARMS: [u8; 3] = [56, 28, 7];

/// The list as a calendar. The same list on the same day is the same calendar.
pub fn due_ics(list: &[Due], today: Date) -> String {
    let mut calendar = String::new();
    let mut line = |words: &str| fold(words, &mut calendar);
    line("BEGIN:VCALENDAR");
    line("VERSION:2.0");
    line("PRODID:-//careers-policy//review dates//EN");
    line("CALSCALE:GREGORIAN");
    line("METHOD:PUBLISH");
    for due in list {
        let Some(day) = due.due else { continue };
        let summary = escape(&format!("Review the {}, {}", due.name, due.school));
        let late = if due.status == Status::Overdue { "This review is overdue. " } else { "" };
        let about = format!(
            "{late}Review the {} of {} by this day, then write the new dates into {}.",
            due.name, due.school, due.file
        );
        line("BEGIN:VEVENT");
        line(&format!("UID:{}", due.uid));
        line(&format!("DTSTAMP:{}T000000Z", today.compact()));
        line(&format!("DTSTART;VALUE=DATE:{}", day.compact()));
        line(&format!("SUMMARY:{summary}"));
        line(&format!("DESCRIPTION:{}", escape(&about)));
        line("TRANSP:TRANSPARENT");
        for days in ALARMS {
            line("BEGIN:VALARM");
            line("ACTION:DISPLAY");
            line(&format!("DESCRIPTION:{summary}"));
            line(&format!("TRIGGER:-P{days}D"));
            line("END:VALARM");
        }
        line("END:VEVENT");
    }
    line("END:VCALENDAR");
    calendar
}

/// Words as the value of a property.
fn escape(words: &str) -> String {
    let mut escaped = String::new();
    for character in words.chars() {
        match character {
            '\\' | ';' | ',' => escaped.extend(['\\', character]),
            '\n' => escaped.push_str("\\n"),
            character if character.is_control() => escaped.push(' '),
            character => escaped.push(character),
        }
    }
    escaped
}

/// Adds a line, broken between characters where it is too long: what goes on begins with a space.
fn fold(words: &str, calendar: &mut String) {
    let mut length = 0;
    for character in words.chars() {
        if length + character.len_utf8() > LONGEST {
            calendar.push_str("\r\n ");
            length = 1;
        }
        calendar.push(character);
        length += character.len_utf8();
    }
    calendar.push_str("\r\n");
}

#[cfg(test)]
mod tests {
    use super::{escape, fold};

    #[test]
    fn marks_with_a_meaning_are_escaped() {
        assert_eq!(escape("a,b;c\\d\ne\rf"), "a\\,b\\;c\\\\d\\ne f");
    }

    #[test]
    fn long_lines_are_broken_between_characters_and_come_together_again() {
        let words = format!("SUMMARY:{}", "Ysgol Môn – ".repeat(20));
        let mut folded = String::new();
        fold(&words, &mut folded);
        assert!(folded.split("\r\n").all(|line| line.len() <= 75), "{folded}");
        assert_eq!(folded.replace("\r\n ", ""), words + "\r\n");
    }
}
