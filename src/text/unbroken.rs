//! Dates and telephone numbers that do not break over two lines.
//!
//! In: words as they are written. Out: the same words with no-break spaces inside dates, "8 July 2026", or throughout. For layout only:
//! a document itself holds plain spaces.

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

/// The words with their dates kept whole.
pub fn with_whole_dates(words: &str) -> String {
    if !MONTHS.iter().any(|month| words.contains(month)) {
        return words.to_owned();
    }
    let parts: Vec<&str> = words.split(' ').collect();
    let mut whole = String::with_capacity(words.len());
    for (index, part) in parts.iter().enumerate() {
        if index > 0 {
            let before = parts[index - 1];
            let joins =
                (is_day(before) && MONTHS.contains(&bare(part))) || (MONTHS.contains(&before) && is_year(bare(part)));
            whole.push(if joins { NO_BREAK } else { ' ' });
        }
        whole.push_str(part);
    }
    whole
}

/// The words kept whole throughout, such as a telephone number.
pub fn whole(words: &str) -> String {
    words.replace(' ', &NO_BREAK.to_string())
}

/// A word without the marks that may follow it.
fn bare(word: &str) -> &str {
    word.trim_end_matches([',', '.', ';', ':', ')', '’', '”'])
}

fn is_day(word: &str) -> bool {
    let digits = word.trim_start_matches(['(', '‘', '“']);
    (1..=2).contains(&digits.len()) && digits.bytes().all(|byte| byte.is_ascii_digit())
}

fn is_year(word: &str) -> bool {
    word.len() == 4 && word.bytes().all(|byte| byte.is_ascii_digit())
}

#[cfg(test)]
mod tests {
    use super::with_whole_dates;

    #[test]
    fn a_date_is_kept_whole_and_nothing_else_is() {
        for (written, kept) in [
            ("by 8 July 2026, and sooner", "by 8\u{a0}July\u{a0}2026, and sooner"),
            ("from 28 February of Year 9", "from 28\u{a0}February of Year 9"),
            ("(1 May 2027)", "(1\u{a0}May\u{a0}2027)"),
            ("In May 12 pupils may go", "In May 12 pupils may go"),
            ("July 2026; 30 pupils", "July\u{a0}2026; 30 pupils"),
            ("two  spaces in March", "two  spaces in March"),
        ] {
            assert_eq!(with_whole_dates(written), kept);
        }
    }
}
