//! Numbers of headings from the words that are printed, for documents that a test writes by hand.

use careers_policy::doc::{Division, HeadingNumber};

/// The number that is printed so: `1.2`, `Appendix 1`, `A1.2`; none for no words or others.
pub(crate) fn heading_number(words: &str) -> Option<HeadingNumber> {
    let (division, counts) = match words.strip_prefix("Appendix ").or(words.strip_prefix('A')) {
        Some(counts) => (Division::Appendix, counts),
        None => (Division::Section, words),
    };
    let counts: Vec<u32> = counts.split('.').map(|count| count.parse().ok()).collect::<Option<_>>()?;
    let (top, below) = counts.split_first()?;
    Some(below.iter().fold(HeadingNumber::top(division, *top), |number, count| number.below(*count)))
}
