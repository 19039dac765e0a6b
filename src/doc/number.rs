//! The numbers of headings, paragraphs and items, as counts and not as words.
//!
//! In: how many sections, parts, paragraphs and items came before. Out: [`HeadingNumber`] and [`BlockNumber`], which print alike in every
//! format.
//!
//! Not here: what is numbered in which style (`draft`), or whether Word can count it by itself (`write::docx`).

use std::fmt;

/// What a numbered heading belongs to.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Division {
    /// The sections of the document.
    Section,
    /// Its appendices.
    Appendix,
}

/// The number of a heading: `3.2`, `Appendix 1`, or `A1.2` for a part of an appendix.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct HeadingNumber {
    /// What the heading belongs to.
    pub division: Division,
    /// The count at each level, the highest first: 3 and 2 for `3.2`. Never empty.
    counts: Vec<u32>,
}

impl HeadingNumber {
    /// The number of a section or an appendix itself, counted from 1.
    pub fn top(division: Division, count: u32) -> HeadingNumber {
        HeadingNumber { division, counts: vec![count] }
    }

    /// The number of a part of what this one numbers, counted from 1.
    #[must_use]
    pub fn below(&self, count: u32) -> HeadingNumber {
        HeadingNumber { division: self.division, counts: [&self.counts[..], &[count]].concat() }
    }

    /// The count at each level, the highest first.
    pub fn counts(&self) -> &[u32] {
        &self.counts
    }

    /// Whether it numbers an appendix or a part of one.
    pub fn is_of_appendix(&self) -> bool {
        self.division == Division::Appendix
    }

    /// Whether it numbers an appendix itself, which is called so.
    pub fn is_appendix(&self) -> bool {
        self.is_of_appendix() && self.counts.len() == 1
    }

    /// The number as it stands before another: `3.2` or `A1`.
    fn prefix(&self) -> String {
        let letter = if self.is_of_appendix() { "A" } else { "" };
        format!("{letter}{}", dotted(&self.counts))
    }
}

impl fmt::Display for HeadingNumber {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.is_appendix() {
            true => write!(f, "Appendix {}", dotted(&self.counts)),
            false => f.write_str(&self.prefix()),
        }
    }
}

/// How the items of a list that a school lettered itself are counted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Counting {
    /// a, b, c.
    Letters,
    /// A, B, C.
    Capitals,
    /// i, ii, iii.
    Roman,
    /// I, II, III.
    RomanCapitals,
    /// 1, 2, 3.
    Numbers,
}

impl Counting {
    /// Each of them.
    pub(super) fn all() -> impl Iterator<Item = Counting> {
        [Counting::Letters, Counting::Capitals, Counting::Roman, Counting::RomanCapitals, Counting::Numbers].into_iter()
    }

    /// The count as it is printed.
    fn words(self, count: u32) -> String {
        match self {
            Counting::Letters => letters(count),
            Counting::Capitals => letters(count).to_uppercase(),
            Counting::Roman => roman(count),
            Counting::RomanCapitals => roman(count).to_uppercase(),
            Counting::Numbers => count.to_string(),
        }
    }

    /// What some letters or digits count, up to a hundred.
    pub(super) fn count_of(self, words: &str) -> Option<u32> {
        (1..=100).find(|count| self.words(*count) == words)
    }
}

/// The mark of an item as a school typed it: `a)`, `(ii)`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ItemMark {
    /// How it counts.
    pub counting: Counting,
    /// Whether a bracket stands before it.
    pub opened: bool,
    /// What stands after it: a bracket or a full stop.
    pub close: char,
    /// The count, from 1.
    pub count: u32,
}

impl fmt::Display for ItemMark {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let open = if self.opened { "(" } else { "" };
        write!(f, "{open}{}{}", self.counting.words(self.count), self.close)
    }
}

/// The number of a paragraph, or of an item of a list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum BlockNumber {
    /// A paragraph, counted through its section: `4.2`, or `A1.2` in an appendix.
    Clause {
        /// The section or appendix.
        section: HeadingNumber,
        /// The count in it, from 1.
        count: u32,
    },
    /// A paragraph, counted through the document: `12`.
    Paragraph(u32),
    /// An item, lettered after the paragraph before it: `(a)`.
    Item {
        /// The section or appendix.
        section: HeadingNumber,
        /// The count after the paragraph, from 1.
        count: u32,
    },
    /// An item of a list that the school lettered itself.
    Own(ItemMark),
}

impl BlockNumber {
    /// Whether it stands in an appendix, as far as the number says.
    pub fn is_of_appendix(&self) -> bool {
        match self {
            BlockNumber::Clause { section, .. } | BlockNumber::Item { section, .. } => section.is_of_appendix(),
            BlockNumber::Paragraph(_) | BlockNumber::Own(_) => false,
        }
    }
}

impl fmt::Display for BlockNumber {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            BlockNumber::Clause { section, count } => write!(f, "{}.{count}", section.prefix()),
            BlockNumber::Paragraph(count) => write!(f, "{count}"),
            BlockNumber::Item { count, .. } => write!(f, "({})", letters(*count)),
            BlockNumber::Own(mark) => write!(f, "{mark}"),
        }
    }
}

fn dotted(counts: &[u32]) -> String {
    counts.iter().map(ToString::to_string).collect::<Vec<_>>().join(".")
}

/// a, b … z, aa, bb: as Word counts.
fn letters(count: u32) -> String {
    let before = count.saturating_sub(1);
    let letter = (b'a'..=b'z').nth(before as usize % 26).map_or('a', char::from);
    std::iter::repeat_n(letter, before as usize / 26 + 1).collect()
}

/// i, ii … ix, x, xi.
fn roman(count: u32) -> String {
    const STEPS: [(u32, &str); 9] =
        [(100, "c"), (90, "xc"), (50, "l"), (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i")];
    let mut left = count;
    let mut words = String::new();
    for (value, letters) in STEPS {
        while left >= value {
            words.push_str(letters);
            left -= value;
        }
    }
    words
}

#[cfg(test)]
mod tests {
    use super::{BlockNumber, Division, HeadingNumber, letters, roman};

    #[test]
    fn roman_numbers_are_counted() {
        assert_eq!([1, 4, 9, 14, 48].map(roman), ["i", "iv", "ix", "xiv", "xlviii"]);
    }

    #[test]
    fn letters_are_counted_as_word_counts_them() {
        assert_eq!([1, 2, 26, 27, 28, 53].map(letters), ["a", "b", "z", "aa", "bb", "aaa"]);
    }

    #[test]
    fn numbers_are_printed_as_british_policies_print_them() {
        let section = HeadingNumber::top(Division::Section, 3);
        let appendix = HeadingNumber::top(Division::Appendix, 1);
        assert_eq!(section.below(2).to_string(), "3.2");
        assert_eq!(appendix.to_string(), "Appendix 1");
        assert_eq!(appendix.below(2).to_string(), "A1.2");
        let clause = |section: &HeadingNumber| BlockNumber::Clause { section: section.clone(), count: 4 }.to_string();
        assert_eq!((clause(&section), clause(&appendix)), ("3.4".to_owned(), "A1.4".to_owned()));
        assert_eq!(BlockNumber::Item { section, count: 2 }.to_string(), "(b)");
    }
}
