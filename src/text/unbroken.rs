//! Dates, references and telephone numbers that do not break over two lines.
//!
//! In: words as they are written. Out: the same words with no-break spaces inside dates, "8 July 2026", and between a name and its
//! number, "Year 10", "section 4.2"; or throughout. For layout only: a document itself holds plain spaces.

/// The months, as dates are written.
pub const MONTHS: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];

/// The space at which no line ends.
pub const NO_BREAK: char = '\u{a0}';

/// What is called by a number, so that the two stand on one line. "Year" is one with a capital letter only: "this year 30 pupils".
const NUMBERED: [&str; 22] = [
    "Year",
    "Years",
    "Appendix",
    "Appendices",
    "Article",
    "Benchmark",
    "Benchmarks",
    "Chapter",
    "Level",
    "Levels",
    "Page",
    "Paragraph",
    "Part",
    "Phase",
    "Regulation",
    "Regulations",
    "Room",
    "Schedule",
    "Section",
    "Sections",
    "Step",
    "Unit",
];
/// Those of them that are written small too.
const WRITTEN_SMALL: [&str; 8] =
    ["appendix", "benchmark", "page", "paragraph", "regulation", "section", "sections", "regulations"];

/// No longer word is kept from breaking at its hyphen.
const LONGEST_HYPHENED: usize = 14;
/// A part of a word of no more letters than this does not stand apart at the end or the start of a line: "co-", "-16".
const SHORT_PART: usize = 2;

/// The words with their dates kept whole, and with names beside their numbers.
pub fn with_whole_terms(words: &str) -> String {
    if !words.contains(|c: char| c.is_ascii_digit()) && !MONTHS.iter().any(|month| words.contains(month)) {
        return words.to_owned();
    }
    let parts: Vec<&str> = words.split(' ').collect();
    let mut whole = String::with_capacity(words.len());
    for (index, part) in parts.iter().enumerate() {
        if index > 0 {
            whole.push(if belong_together(parts[index - 1], part) { NO_BREAK } else { ' ' });
        }
        whole.push_str(part);
    }
    whole
}

/// Whether no line ends between a word and the next.
fn belong_together(before: &str, after: &str) -> bool {
    let after = bare(after);
    (is_day(before) && MONTHS.contains(&after))
        || (MONTHS.contains(&before) && is_year(after))
        || (is_numbered(before) && is_number(after))
}

/// Whether a word is to be kept from breaking at its hyphens: "Co-ordinator", "post-16".
pub fn keeps_its_hyphen(word: &str) -> bool {
    let word = bare(opened(word));
    let parts: Vec<&str> = word.split('-').collect();
    let all_letters = parts.iter().all(|part| !part.is_empty() && part.chars().all(char::is_alphanumeric));
    let is_short = |part: Option<&&str>| part.is_some_and(|part| part.chars().count() <= SHORT_PART);
    parts.len() > 1
        && all_letters
        && word.chars().count() <= LONGEST_HYPHENED
        && (is_short(parts.first()) || is_short(parts.last()))
}

/// The words kept whole throughout, such as a telephone number.
pub fn whole(words: &str) -> String {
    words.replace(' ', &NO_BREAK.to_string())
}

/// A word without the marks that may follow it.
fn bare(word: &str) -> &str {
    word.trim_end_matches([',', '.', ';', ':', ')', '’', '”'])
}

/// A word without the marks that may stand before it.
fn opened(word: &str) -> &str {
    word.trim_start_matches(['(', '‘', '“'])
}

/// Whether a word is the name of what has a number.
fn is_numbered(word: &str) -> bool {
    let word = opened(word);
    NUMBERED.contains(&word) || WRITTEN_SMALL.contains(&word)
}

/// Whether a word is a number as sections have them: "4.2", "42A", "A1.2".
fn is_number(word: &str) -> bool {
    (1..=6).contains(&word.len())
        && word.contains(|c: char| c.is_ascii_digit())
        && word.bytes().all(|byte| byte.is_ascii_digit() || byte.is_ascii_uppercase() || byte == b'.')
}

fn is_day(word: &str) -> bool {
    let digits = opened(word);
    (1..=2).contains(&digits.len()) && digits.bytes().all(|byte| byte.is_ascii_digit())
}

fn is_year(word: &str) -> bool {
    word.len() == 4 && word.bytes().all(|byte| byte.is_ascii_digit())
}

#[cfg(test)]
mod tests {
    use super::{keeps_its_hyphen, with_whole_terms};

    #[test]
    fn a_date_and_a_name_with_its_number_are_kept_whole_and_nothing_else_is() {
        for (written, kept) in [
            ("by 8 July 2026, and sooner", "by 8\u{a0}July\u{a0}2026, and sooner"),
            ("from 28 February of Year 9", "from 28\u{a0}February of Year\u{a0}9"),
            ("(1 May 2027)", "(1\u{a0}May\u{a0}2027)"),
            ("In May 12 pupils may go", "In May 12 pupils may go"),
            ("July 2026; 30 pupils", "July\u{a0}2026; 30 pupils"),
            ("two  spaces in March", "two  spaces in March"),
            ("Years 10 and 11 (section 4.2)", "Years\u{a0}10 and 11 (section\u{a0}4.2)"),
            ("sections 42A and 42B; appendix 2.", "sections\u{a0}42A and 42B; appendix\u{a0}2."),
            ("this year 30 pupils, each section of it", "this year 30 pupils, each section of it"),
            ("Year after year", "Year after year"),
        ] {
            assert_eq!(with_whole_terms(written), kept);
        }
    }
    #[test]
    fn a_short_part_of_a_word_does_not_stand_apart() {
        for word in ["Co-ordinator", "(co-ordinator)", "post-16", "T-level,"] {
            assert!(keeps_its_hyphen(word), "{word}");
        }
        for word in ["careers-leader", "co-educationally-minded", "–", "-", "ordinator", "a.b-c@example.org", "0113-"]
        {
            assert!(!keeps_its_hyphen(word), "{word}");
        }
    }
}
