//! What does not break over two lines: dates, telephone numbers, postcodes, year groups, references by number.
//!
//! In: words as they are written. Out: the same words with no-break spaces inside such pieces, "8 July 2026", or throughout; and whether a
//! word keeps its hyphen. For layout only: a document itself holds plain spaces.

use super::telephone::dialled;

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

/// What is called by a number, so that the two stand on one line. "Year" is one with a capital letter only: "this year 30 pupils".
const NUMBERED: [&str; 23] = [
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
    "Stage",
    "Step",
    "Unit",
];
/// Those of them that are written small too.
const WRITTEN_SMALL: [&str; 9] =
    ["appendix", "benchmark", "page", "paragraph", "paragraphs", "regulation", "section", "sections", "regulations"];

/// Words that belong to the year after them: "Education Act 1997".
const OF_A_YEAR: [&str; 3] = ["Act", "Regulations", "Order"];

/// The words of a telephone number are no more than these: "01632 960 233 ext 214".
const LONGEST_TELEPHONE: usize = 5;

/// The space at which no line ends.
pub const NO_BREAK: char = '\u{a0}';

/// No longer word is kept from breaking at its hyphen.
const LONGEST_HYPHENED: usize = 14;
/// A part of a word of no more letters than this does not stand apart at the end or the start of a line: "co-", "-16".
const SHORT_PART: usize = 2;

/// The words with their dates, numbers and postcodes kept whole.
pub fn with_whole_terms(words: &str) -> String {
    if !words.contains(|c: char| c.is_ascii_digit()) {
        return words.to_owned();
    }
    let parts: Vec<&str> = words.split(' ').collect();
    // Before which words no line breaks.
    let mut joined: Vec<bool> = (0..parts.len()).map(|at| at > 0 && belongs_to_last(&parts[..=at])).collect();
    for start in 0..parts.len() {
        let end = (start + 2..=parts.len().min(start + LONGEST_TELEPHONE))
            .rev()
            .find(|end| is_telephone(&parts[start..*end]))
            .unwrap_or(start + 1);
        joined[start + 1..end].fill(true);
    }
    let mut whole = String::with_capacity(words.len());
    for (at, part) in parts.iter().enumerate() {
        if at > 0 {
            whole.push(if joined[at] { NO_BREAK } else { ' ' });
        }
        whole.push_str(part);
    }
    whole
}

/// The same, but for pieces of more characters than there is room for: they break between their words, not in the middle of one.
pub fn with_whole_terms_within(words: &str, room: usize) -> String {
    let whole = with_whole_terms(words);
    let pieces = whole
        .split(' ')
        .map(|piece| if piece.chars().count() > room { piece.replace(NO_BREAK, " ") } else { piece.to_owned() });
    if whole.contains(NO_BREAK) { pieces.collect::<Vec<_>>().join(" ") } else { whole }
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

/// Whether no line ends between the last of some words and the one before it.
fn belongs_to_last(words: &[&str]) -> bool {
    let [earlier @ .., before, word] = words else { return false };
    let (name, after) = (opened(before), bare(word));
    let is_date = is_day(before) && MONTHS.contains(&after) || MONTHS.contains(before) && is_year(after);
    let is_numbered = NUMBERED.contains(&name) || WRITTEN_SMALL.contains(&name);
    let is_reference = is_numbered && is_reference(word) || OF_A_YEAR.contains(&name) && is_year(after);
    let is_span = *before == "to" && is_digits(after) && matches!(earlier, [.., "Years", from] if is_digits(from));
    let is_time = before.starts_with(|c: char| c.is_ascii_digit()) && matches!(after, "am" | "pm");
    is_date || is_reference || is_span || is_time || is_outward(name) && is_inward(after)
}

/// A word without the marks that may follow it.
fn bare(word: &str) -> &str {
    word.trim_end_matches([',', '.', ';', ':', ')', '’', '”', '?', '!'])
}

/// A word without the marks that may stand before it.
fn opened(word: &str) -> &str {
    word.trim_start_matches(['(', '‘', '“'])
}

/// Whether a word is a number as sections and years have them: "4.2", "42B(1)", "A1.2", "10’s".
fn is_reference(word: &str) -> bool {
    let word = bare(word.strip_suffix("’s").unwrap_or(word));
    (1..=6).contains(&word.len())
        && word.contains(|c: char| c.is_ascii_digit())
        && word.bytes().all(|byte| byte.is_ascii_digit() || byte.is_ascii_uppercase() || matches!(byte, b'.' | b'('))
}

fn is_day(word: &str) -> bool {
    let digits = opened(word);
    (1..=2).contains(&digits.len()) && is_digits(digits)
}

fn is_year(word: &str) -> bool {
    word.len() == 4 && is_digits(word)
}

fn is_digits(word: &str) -> bool {
    !word.is_empty() && word.bytes().all(|byte| byte.is_ascii_digit())
}

/// The first half of a postcode: one letter or two, a digit, and a letter or a digit more.
fn is_outward(word: &str) -> bool {
    let digits = word.trim_start_matches(|c: char| c.is_ascii_uppercase());
    let rest = digits.strip_prefix(|c: char| c.is_ascii_digit());
    (1..=2).contains(&(word.len() - digits.len()))
        && rest.is_some_and(|rest| rest.len() < 2 && rest.chars().all(|c| c.is_ascii_digit() || c.is_ascii_uppercase()))
}

/// The second half of a postcode: a digit and two letters.
fn is_inward(word: &str) -> bool {
    matches!(word.as_bytes(), [digit, first, second]
        if digit.is_ascii_digit() && first.is_ascii_uppercase() && second.is_ascii_uppercase())
}

/// Whether words are one telephone number and nothing else, but for the marks round it.
fn is_telephone(parts: &[&str]) -> bool {
    let begins = parts.first().is_some_and(|first| first.starts_with(['0', '+', '(']));
    begins && dialled(bare(&parts.join(" "))).is_some()
}

#[cfg(test)]
mod tests {
    use super::{NO_BREAK, keeps_its_hyphen, with_whole_terms, with_whole_terms_within};

    /// What is kept whole, with `~` for the space at which no line ends.
    fn kept(words: &str) -> String {
        with_whole_terms(words).replace(NO_BREAK, "~")
    }

    #[test]
    fn a_date_is_kept_whole_and_nothing_else_is() {
        for (written, whole) in [
            ("by 8 July 2026, and sooner", "by 8~July~2026, and sooner"),
            ("(1 May 2027)", "(1~May~2027)"),
            ("In May 12 pupils may go", "In May 12 pupils may go"),
            ("July 2026; 30 pupils", "July~2026; 30 pupils"),
            ("two  spaces in March 3", "two  spaces in March 3"),
            ("from 9.00 am, or 3 pm", "from 9.00~am, or 3~pm"),
        ] {
            assert_eq!(kept(written), whole);
        }
    }

    #[test]
    fn a_year_group_and_a_reference_are_kept_with_their_number() {
        for (written, whole) in [
            ("from 28 February of Year 9", "from 28~February of Year~9"),
            ("Years 7 to 11 and Year 10’s", "Years~7 to~11 and Year~10’s"),
            ("Key Stage 4 (section 42B, paragraph 15)", "Key Stage~4 (section~42B, paragraph~15)"),
            ("the Education Act 1997, sections 42A and 45", "the Education Act~1997, sections~42A and 45"),
            ("the Act 12 years ago", "the Act 12 years ago"),
            ("3 to 4 weeks, 16 to 18", "3 to 4 weeks, 16 to 18"),
        ] {
            assert_eq!(kept(written), whole);
        }
    }

    #[test]
    fn a_postcode_and_a_telephone_number_are_kept_whole() {
        for (written, whole) in [
            ("Thornleigh, CD4 7QP.", "Thornleigh, CD4~7QP."),
            ("(SW1A 1AA)", "(SW1A~1AA)"),
            ("Class B12 3 AB", "Class B12 3 AB"),
            ("ring 01632 960 233, or 0113 496 0201", "ring 01632~960~233, or 0113~496~0201"),
            ("ring +44 1632 960233 ext 214 today", "ring +44~1632~960233~ext~214 today"),
            ("0 of 10 in 2024 2025", "0 of 10 in 2024 2025"),
        ] {
            assert_eq!(kept(written), whole);
        }
    }

    #[test]
    fn what_is_wider_than_its_room_breaks_between_its_words() {
        let within = |room| with_whole_terms_within("until 15 October 2026 in Year 9", room).replace(NO_BREAK, "~");
        assert_eq!(within(15), "until 15~October~2026 in Year~9");
        assert_eq!(within(14), "until 15 October 2026 in Year~9");
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
