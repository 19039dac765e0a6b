//! What a file itself says of whose profile it is, without reading it as a profile.
//!
//! In: a path. Out: [`Identity`], which tells two files of one school from those of two schools.

use std::path::Path;

use crate::text::{Sources, display_path};
use crate::yaml::{Kind, parse, read_file};

/// Whose profile a file is, as far as it says so.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Identity {
    /// The institution's name.
    pub name: Option<String>,
    /// Its unique reference number.
    pub urn: Option<String>,
    /// Its postcode, in capitals and without its space.
    pub postcode: Option<String>,
}

impl Identity {
    /// What the file at a path says; nothing where it cannot be read.
    pub fn of(path: &Path) -> Identity {
        let mut sources = Sources::default();
        let Ok(file) = read_file(path, &display_path(path), &mut sources) else { return Identity::default() };
        let root = parse(&sources, sources.whole(file)).root;
        let setting = root.as_ref().and_then(|root| root.entry("setting")).map(|entry| &entry.value);
        let answer = |name: &str| match &setting?.entry(name)?.value.kind {
            Kind::Words { text, .. } => Some(text.trim().to_owned()),
            _ => None,
        };
        Identity { name: answer("name"), urn: answer("urn"), postcode: answer("address").as_deref().and_then(postcode) }
    }

    /// Whether both are of one institution: of one number, or of one name where neither number nor postcode tells them apart.
    pub fn is_of(&self, other: &Identity) -> bool {
        let differ = |own: &Option<String>, other: &Option<String>| own.is_some() && other.is_some() && own != other;
        if self.urn.is_some() && self.urn == other.urn {
            return true;
        }
        let folded = |name: &Option<String>| name.as_ref().map(|name| name.to_lowercase());
        self.name.is_some()
            && folded(&self.name) == folded(&other.name)
            && !differ(&self.urn, &other.urn)
            && !differ(&self.postcode, &other.postcode)
    }
}

/// The postcode at the end of an address: `EX1 2AB`.
fn postcode(address: &str) -> Option<String> {
    let mut words = address.split(|c: char| !c.is_ascii_alphanumeric()).filter(|word| !word.is_empty()).rev();
    let last = words.next()?.to_uppercase();
    let whole = if last.len() == 3 { words.next()?.to_uppercase() + &last } else { last };
    let (outward, inward) = whole.split_at_checked(whole.len().checked_sub(3)?)?;
    let ends = inward.starts_with(|c: char| c.is_ascii_digit()) && inward[1..].chars().all(|c| c.is_ascii_alphabetic());
    (ends && (2..=4).contains(&outward.len()) && outward.starts_with(|c: char| c.is_ascii_alphabetic()))
        .then_some(whole)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn identity(name: &str, urn: Option<&str>, address: &str) -> Identity {
        Identity { name: Some(name.to_owned()), urn: urn.map(str::to_owned), postcode: postcode(address) }
    }

    #[test]
    fn a_number_or_a_name_makes_two_files_one_school_and_another_number_or_postcode_two() {
        let one = identity("St Mary's School", Some("100000"), "Mill Lane, Exampleton, EX1 2AB");
        assert!(one.is_of(&identity("Saint Mary's", Some("100000"), "")));
        assert!(one.is_of(&identity("St Mary's school", None, "")));
        assert!(!one.is_of(&identity("St Mary's School", Some("100001"), "")));
        assert!(!one.is_of(&identity("St Mary's School", None, "High Street, Othertown, OT2 3CD")));
        assert!(!Identity::default().is_of(&Identity::default()));
    }
}
