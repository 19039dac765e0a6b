//! Whether a school is open, in a plain sentence where it is not, or not for long.
//!
//! In: an entry, and the schools that follow it. Out: its [`Standing`].

use super::entry::Entry;
use crate::law::Date;

/// Whether a school is open.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Standing {
    /// It is.
    Open,
    /// It is or will be, with something to be said of it.
    Told(String),
    /// It is closed.
    Closed(String),
}

/// Whether a school is open. A school that follows it has a number of its own, under which its profile is begun.
pub fn standing(entry: &Entry, successors: &[(u32, String)]) -> Standing {
    let Entry { name, urn, .. } = entry;
    let on = |day: Option<Date>| day.map(|day| format!(" on {}", day.in_words())).unwrap_or_default();
    match entry.status {
        Some(2) => {
            let why = entry.closed_for.as_ref().map(|why| format!(" ({why})")).unwrap_or_default();
            let followed: Vec<String> = successors.iter().map(|(urn, name)| format!("{name} (URN {urn})")).collect();
            let next = match followed.split_last() {
                None => "look its successor up in the register, and give that one's URN".to_owned(),
                Some((only, [])) => format!("it was followed by {only}: give that URN"),
                Some((last, first)) => format!("it was followed by {} and {last}: give one of these", first.join(", ")),
            };
            Standing::Closed(format!("{name} (URN {urn}) closed{}{why}; {next}", on(entry.closes)))
        }
        Some(3) => {
            Standing::Told(format!("{name} (URN {urn}) is open, and it is proposed to close it{}", on(entry.closes)))
        }
        Some(4) => {
            Standing::Told(format!("{name} (URN {urn}) is not open yet; it is proposed to open it{}", on(entry.opens)))
        }
        _ => Standing::Open,
    }
}
