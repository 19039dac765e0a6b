//! Quotation marks and apostrophes as they are printed.
//!
//! In: a run of text as it was typed. Out: the same text, character for character, with ‘ ’ “ ” in place of ' and ". A double mark stays
//! double, a single one single. Feet, inches, minutes and seconds keep their straight marks, and so do web and email addresses, tags and what
//! stands between backticks, and the marks of Hebrew and Arabic.
//!
//! Not here: any other change to what somebody wrote; there is none.

/// Words that begin with an apostrophe, without it.
const CLIPPED: [&str; 10] = ["tis", "twas", "twere", "twill", "em", "til", "cos", "cause", "n", "bout"];

/// The text with typographic quotation marks and apostrophes: as many characters as before.
pub fn with_quotes(text: &str) -> String {
    if !text.contains(['\'', '"']) {
        return text.to_owned();
    }
    let characters: Vec<char> = text.chars().collect();
    let kept = verbatim(&characters);
    let mut run = Run::of(characters);
    for (at, _) in kept.iter().enumerate().filter(|(_, kept)| !**kept) {
        run.set_mark(at);
    }
    run.set.into_iter().collect()
}

/// A run of text while its marks are set from the first to the last.
struct Run {
    /// As it was typed: what follows a mark is looked for here.
    characters: Vec<char>,
    /// As it is printed: what stands before a mark is looked for here.
    set: Vec<char>,
    single_open: bool,
    double_open: bool,
    /// For each place, what follows it that is no mark.
    afters: Vec<Option<char>>,
    /// For each place, whether the next double mark after it closes something by its place alone.
    double_closes: Vec<bool>,
    /// For each place, whether a single mark after it closes something.
    single_closes: Vec<bool>,
}

impl Run {
    /// A run of which nothing is set. What follows each place is worked out once, from the end, so that a text of marks alone takes no
    /// longer than another.
    fn of(characters: Vec<char>) -> Run {
        let length = characters.len();
        let mut run = Run {
            set: characters.clone(),
            single_open: false,
            double_open: false,
            afters: vec![None; length],
            double_closes: vec![false; length],
            single_closes: vec![false; length],
            characters,
        };
        let next_plain = |after: Option<char>, c: char| if is_mark(c) { after } else { Some(c) };
        let mut befores = Vec::with_capacity(length);
        let mut before = None;
        for c in &run.characters {
            befores.push(before);
            before = next_plain(before, *c);
        }
        let (mut after, mut double, mut single) = (None, false, false);
        for at in (0..length).rev() {
            (run.afters[at], run.double_closes[at], run.single_closes[at]) = (after, double, single);
            let c = run.characters[at];
            let closes = !befores[at].is_none_or(opens_after) && !after.is_some_and(char::is_alphanumeric);
            match c {
                '"' | '“' | '”' => double = closes,
                '\'' | '‘' | '’' => single |= closes,
                _ => {}
            }
            after = next_plain(after, c);
        }
        run
    }

    fn set_mark(&mut self, at: usize) {
        let (before, after) = (at.checked_sub(1).map(|at| self.set[at]), self.afters[at]);
        let set = match self.characters[at] {
            // Hebrew has marks of its own in these places.
            '\'' | '"' if before.is_some_and(is_of_other_script) || after.is_some_and(is_of_other_script) => return,
            '"' => self.double(at, before, after),
            '\'' => self.single(at, before, after),
            marked => Some(marked),
        };
        let Some(set) = set else { return };
        self.set[at] = set;
        let in_word = self.characters.get(at + 1).is_some_and(|c| c.is_alphanumeric());
        match set {
            '“' => self.double_open = true,
            '”' => self.double_open = false,
            '‘' => self.single_open = true,
            '’' if !in_word => self.single_open = false,
            _ => {}
        }
    }

    fn double(&self, at: usize, before: Option<char>, after: Option<char>) -> Option<char> {
        let opens = before.is_none_or(opens_after);
        if opens && after.is_none_or(char::is_whitespace) {
            // Between two spaces it closes what is open, and else is nothing that can be told.
            return self.double_open.then_some('”');
        }
        if before.is_some_and(char::is_numeric) && (!self.double_open || self.double_closes[at]) {
            return None;
        }
        let joins = before.is_some_and(char::is_alphanumeric) && after.is_some_and(char::is_alphanumeric);
        match (opens, self.double_open) {
            // As in `a"b`, which no quotation is.
            (false, false) if joins => None,
            (true, _) => Some('“'),
            (false, false) if before.is_some_and(|c| ",:;".contains(c)) && after.is_some_and(char::is_alphanumeric) => {
                Some('“')
            }
            _ => Some('”'),
        }
    }

    fn single(&self, at: usize, before: Option<char>, after: Option<char>) -> Option<char> {
        if before.is_none_or(opens_after) {
            if after.is_none_or(char::is_whitespace) {
                return self.single_open.then_some('’');
            }
            let next = &self.characters[at + 1..];
            let word: String = next.iter().take_while(|c| c.is_alphanumeric()).flat_map(|c| c.to_lowercase()).collect();
            let digits = word.chars().take_while(char::is_ascii_digit).count();
            let is_decade = digits == 2 && word[2..] == *"s";
            let is_year = digits == 2 && word.len() == 2 && !self.single_closes[at];
            let is_apostrophe = is_decade || is_year || CLIPPED.contains(&word.as_str());
            return Some(if is_apostrophe { '’' } else { '‘' });
        }
        // A measure, as in 5' 6": nothing that is open could end here, and no letter follows.
        let next = self.characters.get(at + 1).copied();
        let is_measure = before.is_some_and(char::is_numeric)
            && (next.is_some_and(char::is_numeric) || !self.single_open && next.is_none_or(|c| !c.is_alphabetic()));
        (!is_measure).then_some('’')
    }
}

fn is_mark(c: char) -> bool {
    matches!(c, '\'' | '"' | '‘' | '’' | '“' | '”')
}

/// Whether a mark after this character opens a quotation.
fn opens_after(c: char) -> bool {
    c.is_whitespace() || "([{<‘“-–—/".contains(c)
}

/// Whether it is written from right to left.
fn is_of_other_script(c: char) -> bool {
    matches!(c, '\u{590}'..='\u{8ff}' | '\u{fb1d}'..='\u{fdff}' | '\u{fe70}'..='\u{fefc}')
}

/// Which characters are none of running text: those of addresses, of tags and of what stands between backticks.
fn verbatim(characters: &[char]) -> Vec<bool> {
    let mut kept = vec![false; characters.len()];
    // Where there is none after them, marks that open are not looked after one by one.
    let last_of = |mark: char| characters.iter().rposition(|c| *c == mark);
    let (last_tick, last_bracket) = (last_of('`'), last_of('>'));
    let mut at = 0;
    while at < characters.len() {
        let found = |from: usize, mark: char, last: Option<usize>| {
            last.filter(|last| *last >= from).and_then(|last| (from..=last).find(|at| characters[*at] == mark))
        };
        let is_tag = characters[at] == '<' && characters.get(at + 1).is_some_and(|c| c.is_alphabetic() || *c == '/');
        let end = match characters[at] {
            '`' => found(at + 1, '`', last_tick),
            '<' if is_tag => found(at + 1, '>', last_bracket),
            _ => None,
        };
        if let Some(end) = end {
            kept[at..=end].fill(true);
            at = end + 1;
            continue;
        }
        let starts = !characters[at].is_whitespace() && (at == 0 || characters[at - 1].is_whitespace());
        if starts {
            let end = (at..characters.len()).find(|at| characters[*at].is_whitespace()).unwrap_or(characters.len());
            if is_address(&characters[at..end]) {
                let (from, to) = trimmed(characters, at, end);
                kept[from..to].fill(true);
                at = to.max(at + 1);
                continue;
            }
        }
        at += 1;
    }
    kept
}

/// A word without the marks and signs that stand around it.
fn trimmed(characters: &[char], from: usize, to: usize) -> (usize, usize) {
    let around = |c: char| is_mark(c) || "()[]{}<>.,;:!?".contains(c);
    let from = (from..to).find(|at| !around(characters[*at])).unwrap_or(to);
    let to = (from..to).rev().find(|at| !around(characters[*at])).map_or(from, |at| at + 1);
    (from, to)
}

/// Whether a word is an address, or a piece of code that gives something a value.
fn is_address(word: &[char]) -> bool {
    let word: String = word.iter().collect();
    ["://", "www."].iter().any(|part| word.contains(part))
        || word.match_indices('=').any(|(at, _)| word[at + 1..].starts_with(is_mark))
        || word.match_indices('@').any(|(at, _)| {
            word[..at].ends_with(char::is_alphanumeric) && word[at + 1..].starts_with(char::is_alphanumeric)
        })
        || word.split_once('/').is_some_and(|(host, _)| is_host(host))
}

/// Whether it is the name of a host: `school.sch.uk`.
fn is_host(word: &str) -> bool {
    let word = word.trim_start_matches(|c: char| is_mark(c) || c == '(');
    let labels: Vec<&str> = word.split('.').collect();
    let is_label = |label: &&str| label.len() > 1 && label.chars().all(|c| c.is_ascii_alphanumeric() || c == '-');
    labels.len() > 1 && labels.iter().all(is_label)
}

/// The text with straight marks in place of typographic ones, to compare two texts whatever their marks.
pub fn without_quotes(text: &str) -> String {
    let straight = |c: char| match c {
        '‘' | '’' => '\'',
        '“' | '”' => '"',
        c => c,
    };
    text.chars().map(straight).collect()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::{with_quotes, without_quotes};

    #[test]
    fn marks_are_set_as_a_printer_would() {
        for (typed, printed) in [
            ("the pupil's, the pupils' and Siobhán O'Rourke's", "the pupil’s, the pupils’ and Siobhán O’Rourke’s"),
            ("\"We can,\" she said (\"and must\").", "“We can,” she said (“and must”)."),
            ("a 'week's worth' of days", "a ‘week’s worth’ of days"),
            ("rock 'n' roll in the '90s, 'tis said", "rock ’n’ roll in the ’90s, ’tis said"),
            ("\"'Yes,' he said,\" she said", "“‘Yes,’ he said,” she said"),
            ("5' 6\" tall, a 12\" ruler", "5' 6\" tall, a 12\" ruler"),
            ("'Year 7's choice' and \"Year 9\"", "‘Year 7’s choice’ and “Year 9”"),
            (
                "see https://a.example/o'neil or o'neil@a.example's",
                "see https://a.example/o'neil or o'neil@a.example's",
            ),
            ("already “set” and ‘set’", "already “set” and ‘set’"),
            ("\"Ask head@a.example\" or 'https://a.example'", "“Ask head@a.example” or ‘https://a.example’"),
            ("the '16 to 19' offer, the class of '98", "the ‘16 to 19’ offer, the class of ’98"),
            ("a \"12\" ruler\" and (\"Year 10\", 'Year 11')", "a “12\" ruler” and (“Year 10”, ‘Year 11’)"),
            ("she said:\"Yes\" – \"and so –\" he", "she said:“Yes” – “and so –” he"),
            ("KS4's, 1990's and the 1990s' end", "KS4’s, 1990’s and the 1990s’ end"),
            ("5'6\" and 30°15'20\"", "5'6\" and 30°15'20\""),
            ("<a href=\"x\" title='y'>it's</a>, `it's`", "<a href=\"x\" title='y'>it’s</a>, `it's`"),
            ("school.sch.uk/o'neil, the head/deputy's", "school.sch.uk/o'neil, the head/deputy’s"),
            ("צה\"ל and ג'ורג'", "צה\"ל and ג'ורג'"),
            ("\"'Tis 'good'\"", "“’Tis ‘good’”"),
        ] {
            assert_eq!(with_quotes(typed), printed);
        }
    }

    proptest! {
        #[test]
        fn nothing_but_marks_changes_and_nothing_changes_twice(
            text in "[a-z0-9 '\"(),.:;@/<>`=\u{2018}\u{2019}\u{201c}\u{201d}é–ש-]{0,60}",
        ) {
            let printed = with_quotes(&text);
            prop_assert_eq!(printed.chars().count(), text.chars().count());
            prop_assert_eq!(without_quotes(&printed), without_quotes(&text));
            prop_assert_eq!(with_quotes(&printed), printed);
        }
    }
}
