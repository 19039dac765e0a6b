//! The list as messages: one to each careers leader, of the reviews of their schools.
//!
//! In: [`Due`]s in order, and the day. Out: [`Drafts`], messages after RFC 5322 and RFC 2045 in UTF-8. `X-Unsent` makes Outlook open one as
//! a draft. Nobody is named as the sender: the mail program puts in whoever sends it.
//!
//! A review whose profile gives no address is in no message; whoever asked is told (`cli`).

use std::collections::BTreeMap;

use super::list::{Due, Status};
use super::markdown::part_of;
use crate::law::Date;
use crate::text::slug;

/// The longest line of a message, without its ending and the mark that it goes on.
const LONGEST: usize = 75;

/// The longest encoded word, which leaves room for the heading's name on its line.
const LONGEST_WORD: usize = 70;

/// The messages by the names of their files, and how many reviews are in none.
pub struct Drafts {
    /// Each message's file name and its text.
    pub files: Vec<(String, String)>,
    /// How many reviews have no address.
    pub unaddressed: usize,
}

/// A message to each careers leader who has an address.
pub fn due_drafts(list: &[Due], today: Date) -> Drafts {
    let mut by_address: BTreeMap<String, Vec<&Due>> = BTreeMap::new();
    let mut unaddressed = 0;
    for due in list {
        match due.email.as_deref().map(str::trim).filter(|address| is_plain(address)) {
            // Capital and small letters lead to the same person.
            Some(address) => by_address.entry(address.to_lowercase()).or_default().push(due),
            None => unaddressed += 1,
        }
    }
    let mut names: BTreeMap<String, usize> = BTreeMap::new();
    let files = by_address.iter().map(|(address, dues)| {
        let name = slug(address);
        let before = names.entry(name.clone()).or_default();
        *before += 1;
        let name = if *before == 1 { format!("{name}.eml") } else { format!("{name}-{before}.eml") };
        (name, message(address, dues, today))
    });
    Drafts { files: files.collect(), unaddressed }
}

/// Whether an address can stand in a heading as it is.
fn is_plain(address: &str) -> bool {
    let good = |c: char| c.is_ascii_alphanumeric() || "@.!#$%&'*+-/=?^_`{|}~".contains(c);
    address.chars().all(good) && address.split('@').filter(|part| !part.is_empty()).count() == 2
}

fn message(address: &str, dues: &[&Due], today: Date) -> String {
    let owner = dues.iter().find_map(|due| due.owner.as_deref());
    let to = match owner {
        Some(owner) => format!("To: {}\r\n <{address}>\r\n", encoded(owner)),
        None => format!("To: {address}\r\n"),
    };
    let overdue = dues.iter().filter(|due| due.status == Status::Overdue).count();
    let subject = match (overdue, dues.len()) {
        (0, 1) => "Careers policy: a review falls due".to_owned(),
        (0, many) => format!("Careers policy: {many} reviews fall due"),
        (overdue, many) => format!("Careers policy: {many} to review, {overdue} overdue"),
    };
    let mut body = match owner {
        Some(owner) => format!("Dear {owner},\n\n"),
        None => "Dear colleague,\n\n".to_owned(),
    };
    body.push_str(&format!("As of {} these are to be reviewed:\n", today.in_words()));
    let mut heading = String::new();
    for due in dues {
        let part = part_of(due);
        if part != heading {
            body.push_str(&format!("\n{part}\n"));
            heading = part;
        }
        let day = due.due.map_or_else(|| "no date is set".to_owned(), |day| format!("by {}", day.in_words()));
        body.push_str(&format!("- {}: {}, {day}\n", due.school, due.name));
    }
    let (year, day, month) = (today.year(), today.in_words(), today.month_name());
    let number = day.split(' ').next().unwrap_or_default();
    let short = |name: &str| name.chars().take(3).collect::<String>();
    format!(
        "X-Unsent: 1\r\nDate: {}, {number} {} {year} 00:00:00 +0000\r\n{to}Subject: {subject}\r\nMIME-Version: 1.0\r\n\
         Content-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n{}",
        short(today.weekday()),
        short(month),
        quoted(&body)
    )
}

/// A name in a heading, as encoded words after RFC 2047, which any name can be.
fn encoded(words: &str) -> String {
    const OPENING: &str = "=?utf-8?Q?";
    let mut whole = OPENING.to_owned();
    let mut length = OPENING.len();
    for character in words.chars() {
        let letters = match character {
            ' ' => "_".to_owned(),
            character if character.is_ascii_alphanumeric() => character.to_string(),
            character => octets(character),
        };
        // With the closing mark; a character is never parted.
        if length + letters.len() + 2 > LONGEST_WORD {
            whole.push_str("?=\r\n ");
            whole.push_str(OPENING);
            length = OPENING.len();
        }
        length += letters.len();
        whole.push_str(&letters);
    }
    whole + "?="
}

/// A text as quoted-printable.
fn quoted(text: &str) -> String {
    let mut quoted = String::new();
    for line in text.lines() {
        let mut length = 0;
        let last = line.chars().count().saturating_sub(1);
        for (at, character) in line.chars().enumerate() {
            let as_it_is = match character {
                '=' => false,
                ' ' => at < last,
                character => character.is_ascii_graphic(),
            };
            let letters = if as_it_is { character.to_string() } else { octets(character) };
            if length + letters.len() > LONGEST {
                quoted.push_str("=\r\n");
                length = 0;
            }
            length += letters.len();
            quoted.push_str(&letters);
        }
        quoted.push_str("\r\n");
    }
    quoted
}

/// The octets of a character, as both ways of writing have them: `=C3=A9`.
fn octets(character: char) -> String {
    character.encode_utf8(&mut [0; 4]).bytes().map(|byte| format!("={byte:02X}")).collect()
}
