//! The number of a version: `3.1`.
//!
//! In: words. Out: a [`VersionNumber`], to be compared, and raised when a document is approved.

use std::fmt;
use std::str::FromStr;

/// The most numbers a version has.
const MOST: usize = 3;

/// Up to three whole numbers with full stops between them. Versions are compared number by number, so 3.10 is higher than 3.9.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct VersionNumber(Vec<u32>);

/// That words are no version number.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("write up to three numbers with full stops between them, such as 3.1")]
pub struct NoVersion;

impl FromStr for VersionNumber {
    type Err = NoVersion;

    fn from_str(text: &str) -> Result<VersionNumber, NoVersion> {
        let number = |part: &str| match part.bytes().all(|byte| byte.is_ascii_digit()) {
            true => part.parse().map_err(|_| NoVersion),
            false => Err(NoVersion),
        };
        let numbers = text.split('.').map(number).collect::<Result<Vec<u32>, NoVersion>>()?;
        if numbers.len() <= MOST { Ok(VersionNumber(numbers)) } else { Err(NoVersion) }
    }
}

impl fmt::Display for VersionNumber {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let numbers: Vec<String> = self.0.iter().map(ToString::to_string).collect();
        f.write_str(&numbers.join("."))
    }
}

impl VersionNumber {
    /// The first version of a document.
    pub fn first() -> VersionNumber {
        VersionNumber(vec![1, 0])
    }

    /// The next version: 3.0 is followed by 3.1 where nothing changed, and by 4.0 where something did.
    #[must_use]
    pub fn raised(&self, no_changes: bool) -> VersionNumber {
        let mut numbers = self.0.clone();
        match (numbers.as_mut_slice(), no_changes) {
            ([_], true) => numbers.push(1),
            ([.., last], true) => *last = last.saturating_add(1),
            ([first, rest @ ..], false) => {
                *first = first.saturating_add(1);
                rest.fill(0);
            }
            ([], _) => {}
        }
        VersionNumber(numbers)
    }
}

#[cfg(test)]
mod tests {
    use super::VersionNumber;

    fn version(text: &str) -> VersionNumber {
        text.parse().unwrap()
    }

    #[test]
    fn no_changes_raise_the_last_number_and_changes_the_first() {
        let raised = |text: &str, no_changes| version(text).raised(no_changes).to_string();
        assert_eq!(raised("3.0", true), "3.1");
        assert_eq!(raised("3.9", true), "3.10");
        assert_eq!(raised("2", true), "2.1");
        assert_eq!(raised("1.2.3", true), "1.2.4");
        assert_eq!(raised("3.1", false), "4.0");
    }

    #[test]
    fn versions_are_compared_number_by_number() {
        assert!(version("3.10") > version("3.9"));
        assert!(version("2") < version("2.1"));
    }

    #[test]
    fn words_that_are_no_version_are_refused() {
        for text in ["", "1.", ".1", "1.2.3.4", "1.x", "-1", "99999999999"] {
            assert!(text.parse::<VersionNumber>().is_err(), "{text}");
        }
    }
}
