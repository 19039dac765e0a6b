//! Where links lead: the bookmarks of headings and notes, and the addresses outside the document.
//!
//! In: heading ids and link targets. Out: bookmark names that Word allows, and [`Target`]s that no reader rejects; an
//! address that is not sound, or of a scheme the model does not allow, is no target and stays plain words.
//!
//! One malformed address is enough for Microsoft's own library to refuse to open a whole document.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;

use crate::doc::Heading;

/// The longest name that Word allows.
const LONGEST: usize = 40;

/// Where a link leads.
#[derive(Debug, PartialEq)]
pub(super) enum Target<'a> {
    /// A bookmark of the document.
    Bookmark(&'a str),
    /// An address outside, sound as a URI.
    Address(String),
}

/// The bookmarks of a document's headings.
#[derive(Default)]
pub(super) struct Bookmarks {
    names: BTreeMap<String, String>,
    taken: BTreeSet<String>,
    written: BTreeSet<String>,
}

impl Bookmarks {
    /// The bookmarks of some headings. Of two headings with one id, links lead to the first.
    pub(super) fn of<'a>(headings: impl IntoIterator<Item = &'a Heading>) -> Bookmarks {
        let mut bookmarks = Bookmarks::default();
        headings.into_iter().for_each(|heading| bookmarks.add(&heading.id));
        bookmarks
    }

    /// The same with the bookmarks of some notes and of the references to them.
    #[must_use]
    pub(super) fn with_notes(mut self, notes: usize) -> Bookmarks {
        for number in (1..).take(notes) {
            self.add(&note(number));
            self.add(&note_reference(number));
        }
        self
    }

    fn add(&mut self, id: &str) {
        if !self.names.contains_key(id) {
            let name = self.free_name(id);
            // Word takes names that differ only in case for the same.
            self.taken.insert(name.to_ascii_lowercase());
            self.names.insert(id.to_owned(), name);
        }
    }

    fn free_name(&self, id: &str) -> String {
        let mut name: String = id.chars().map(|c| if c.is_ascii_alphanumeric() { c } else { '_' }).collect();
        if !name.starts_with(|c: char| c.is_ascii_alphabetic()) {
            name.insert_str(0, "h_");
        }
        name.truncate(LONGEST);
        let is_free = |name: &String| !self.taken.contains(&name.to_ascii_lowercase());
        let with_suffix = |suffix: u32| {
            let suffix = format!("_{suffix}");
            format!("{}{suffix}", &name[..name.len().min(LONGEST - suffix.len())])
        };
        std::iter::once(name.clone()).chain((2..).map(with_suffix)).find(is_free).unwrap_or(name.clone())
    }

    /// The name of a heading's bookmark.
    pub(super) fn name(&self, id: &str) -> Option<&str> {
        self.names.get(id).map(String::as_str)
    }

    /// The number and the name of a bookmark to be written now; none if the document has it already.
    pub(super) fn begin(&mut self, id: &str) -> Option<(usize, String)> {
        let name = self.names.get(id)?.clone();
        self.written.insert(name.clone()).then_some((self.written.len(), name))
    }

    /// Where a link of the model leads, if anywhere.
    pub(super) fn resolve(&self, target: &str) -> Option<Target<'_>> {
        match target.strip_prefix('#') {
            Some(id) => self.name(id).map(Target::Bookmark),
            None => address(target).map(Target::Address),
        }
    }
}

/// The id of the place of a note. No heading has it, for those of the outline and of a school have no such name.
pub(super) fn note(number: u32) -> String {
    format!("note-{number}")
}

/// The id of the place where a note is first referred to.
pub(super) fn note_reference(number: u32) -> String {
    format!("note-reference-{number}")
}

/// The address as a URI in ASCII, or none if it is unsound or of an unexpected scheme.
pub(super) fn address(target: &str) -> Option<String> {
    let (scheme, rest) = target.trim().split_once(':')?;
    let scheme = scheme.to_ascii_lowercase();
    let rest = if scheme == "tel" { rest.replace(' ', "") } else { rest.to_owned() };
    let sound = match scheme.as_str() {
        "http" | "https" => is_web(&rest),
        "mailto" => is_mail(&rest),
        "tel" => is_number(&rest),
        _ => false,
    };
    sound.then(|| format!("{scheme}:{}", percent_encoded(&rest)))
}

/// A number to dial, perhaps with an extension: `+441632960123;ext=214`.
fn is_number(rest: &str) -> bool {
    let (number, extension) = rest.split_once(";ext=").unwrap_or((rest, "0"));
    let is_written = |part: &str| !part.is_empty() && part.chars().all(|c| c.is_ascii_digit() || "+-.()".contains(c));
    is_written(number) && is_written(extension)
}

fn is_web(rest: &str) -> bool {
    let Some(rest) = rest.strip_prefix("//") else { return false };
    let authority = rest.split(['/', '?', '#']).next().unwrap_or_default();
    let (host, port) = authority.split_once(':').unwrap_or((authority, "80"));
    is_host(host) && port.parse::<u16>().is_ok()
}

fn is_mail(rest: &str) -> bool {
    let address = rest.split('?').next().unwrap_or_default();
    let allowed = |c: char| c.is_ascii_alphanumeric() || "._%+-'&".contains(c);
    address.split_once('@').is_some_and(|(name, host)| !name.is_empty() && name.chars().all(allowed) && is_host(host))
}

fn is_host(host: &str) -> bool {
    let sound = |label: &str| {
        (1..=63).contains(&label.len()) && label.chars().all(|c| c.is_ascii_alphanumeric() || c == '-' || c == '_')
    };
    host.len() <= 253 && host.split('.').all(sound)
}

/// Every character that a URI may not hold as it is, percent-encoded; what is encoded already stays so.
fn percent_encoded(rest: &str) -> String {
    let bytes = rest.as_bytes();
    let is_code = |at: usize| bytes.get(at + 1..at + 3).is_some_and(|code| code.iter().all(u8::is_ascii_hexdigit));
    let mut seen_fragment = false;
    bytes.iter().enumerate().fold(String::with_capacity(rest.len()), |mut out, (at, byte)| {
        let keep = match byte {
            b'%' => is_code(at),
            b'#' => !std::mem::replace(&mut seen_fragment, true),
            _ => byte.is_ascii_alphanumeric() || b"-._~:/?@!$&'()*+,;=".contains(byte),
        };
        if keep {
            out.push(char::from(*byte));
        } else {
            // Writing to a string cannot fail.
            let _ = write!(out, "%{byte:02X}");
        }
        out
    })
}

#[cfg(test)]
mod tests {
    use super::{Bookmarks, address};
    use crate::doc::Heading;

    fn bookmarks(ids: &[&str]) -> Bookmarks {
        let heading = |id: &&str| Heading { level: 1, number: None, id: (*id).to_owned(), text: String::new() };
        Bookmarks::of(&ids.iter().map(heading).collect::<Vec<_>>())
    }

    #[test]
    fn bookmark_names_are_such_as_word_allows_and_differ_in_more_than_case() {
        let long = "a-very-long-heading-that-goes-on-for-more-than-forty-letters";
        let other = format!("{long}-and-on");
        let bookmarks = bookmarks(&["our-roles", "Our-Roles", "16-to-19", "é", long, &other]);
        assert_eq!(bookmarks.name("our-roles"), Some("our_roles"));
        assert_eq!(bookmarks.name("Our-Roles"), Some("Our_Roles_2"));
        assert_eq!(bookmarks.name("16-to-19"), Some("h_16_to_19"));
        assert_eq!(bookmarks.name("é"), Some("h__"));
        assert_eq!(bookmarks.name(long), Some("a_very_long_heading_that_goes_on_for_mor"));
        assert_eq!(bookmarks.name(&other), Some("a_very_long_heading_that_goes_on_for_m_2"));
    }

    #[test]
    fn sound_addresses_are_kept_and_encoded() {
        let same = |target: &str| assert_eq!(address(target).as_deref(), Some(target));
        same("https://www.example.org:8080/a/b%20c?q=1&r=2#part");
        same("mailto:careers@oakfield.sch.uk?subject=Visit");
        same("tel:+44-1632-960123");
        same("tel:+441632960123;ext=214");
        assert_eq!(address("tel:01632 960123").as_deref(), Some("tel:01632960123"));
        assert_eq!(address("HTTPS://example.org/ä b#c#d").as_deref(), Some("https://example.org/%C3%A4%20b#c%23d"));
    }

    #[test]
    fn unsound_addresses_and_other_schemes_are_no_links() {
        let none = |target: &str| assert_eq!(address(target), None, "{target}");
        none("javascript:alert(1)");
        none("file:///etc/passwd");
        none("https://");
        none("https:/one-slash.org");
        none("https://exa mple.org");
        none("https://a..b");
        none("https://example.org:port/");
        none("https://user@example.org/");
        none("mailto:nobody");
        none("mailto:a@b.org,mailto:c@d.org");
        none("tel:01632 960123 ext 4");
        none("page.html");
    }
}
