//! How hard a text is to read: its sentences, words and syllables, and the reading age that follows from them.
//!
//! In: paragraphs in English. Out: a [`Reading`], and the [`sentences`] of a paragraph.
//!
//! The reading age is the Flesch–Kincaid grade and five years, for a pupil of the first American grade is six. It knows how long
//! sentences and words are, and nothing else. Syllables are counted by their vowels, which is right for most words and wrong for some;
//! over a hundred words that evens out, and below that there is no figure.

/// The fewest words of which a reading age means anything.
const FEWEST_WORDS: u32 = 100;

/// What ends in a full stop and does not end a sentence, besides initials.
const ABBREVIATIONS: [&str; 14] =
    ["e.g", "i.e", "etc", "mr", "mrs", "ms", "dr", "st", "no", "para", "sch", "reg", "ext", "approx"];

/// The counts of a text, gathered paragraph by paragraph.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Reading {
    sentences: u32,
    words: u32,
    syllables: u32,
    /// The sentence with most words, and how many it has.
    pub longest: (String, usize),
}

impl Reading {
    /// Adds a paragraph. It ends a sentence even where no full stop does: a line of a list, say.
    pub fn add(&mut self, paragraph: &str) {
        for sentence in sentences(paragraph) {
            let mut count = 0;
            for word in words(sentence) {
                count += 1;
                self.syllables += syllables(word);
            }
            if count == 0 {
                continue;
            }
            self.sentences += 1;
            self.words += u32::try_from(count).unwrap_or(u32::MAX);
            if count > self.longest.1 {
                self.longest = (sentence.to_owned(), count);
            }
        }
    }

    /// The age, in years, from which most people can read the text at the first go; none for a text of few words.
    pub fn age(&self) -> Option<u32> {
        if self.words < FEWEST_WORDS {
            return None;
        }
        let (sentences, words) = (f64::from(self.sentences), f64::from(self.words));
        let grade = 0.39 * words / sentences + 11.8 * f64::from(self.syllables) / words - 15.59;
        let age = (grade + 5.0).round();
        (5..=30).rev().find(|years| f64::from(*years) <= age).or(Some(5))
    }
}

/// The sentences of a paragraph.
pub fn sentences(paragraph: &str) -> Vec<&str> {
    let mut found = Vec::new();
    let mut start = 0;
    for (at, _) in paragraph.match_indices(['.', '!', '?']) {
        let after = paragraph[at + 1..].trim_start_matches([')', '”', '’', '"', '\'']);
        let ends = after.starts_with(char::is_whitespace)
            && after.trim_start().starts_with(|c: char| !c.is_lowercase())
            && !is_abbreviation(&paragraph[start..at]);
        if ends {
            let end = paragraph.len() - after.len();
            found.push(paragraph[start..end].trim());
            start = end;
        }
    }
    found.push(paragraph[start..].trim());
    found.retain(|sentence| !sentence.is_empty());
    found
}

fn is_abbreviation(before: &str) -> bool {
    let last = before.rsplit(|c: char| c.is_whitespace() || c == '(').next().unwrap_or_default();
    // A single capital is an initial.
    last.chars().count() == 1 && last.chars().all(char::is_uppercase)
        || ABBREVIATIONS.contains(&last.to_lowercase().as_str())
}

/// The words of a sentence; addresses are none.
pub fn words(sentence: &str) -> impl Iterator<Item = &str> {
    sentence
        .split(|c: char| c.is_whitespace() || matches!(c, '–' | '—'))
        .filter(|word| word.contains(char::is_alphanumeric))
        .filter(|word| !word.contains(['@', '/']) && !word.starts_with("www."))
}

/// How many syllables a word has, by its vowels: each group of them counts, but for an `e` at the end that is not heard.
fn syllables(word: &str) -> u32 {
    word.split(|c: char| !c.is_alphabetic() && !matches!(c, '\'' | '’')).map(part_syllables).sum::<u32>().max(1)
}

fn part_syllables(part: &str) -> u32 {
    let part = part.to_lowercase();
    // Before these an `e` is silent as at the end of a word: "apprenticeship", "placement".
    if let Some(stem) =
        ["ship", "ment", "less", "ness", "ful", "ly"].iter().find_map(|ending| part.strip_suffix(ending))
    {
        return part_syllables(stem) + 1;
    }
    let part = part.trim_end_matches("'s").trim_end_matches("’s");
    let vowel = |c: char| "aeiouyéèö".contains(c);
    let mut groups = 0;
    let mut before = ' ';
    for c in part.chars() {
        groups += u32::from(vowel(c) && !vowel(before));
        before = c;
    }
    let heard = |endings: &[&str]| endings.iter().any(|ending| part.ends_with(ending));
    let silent = (part.ends_with('e') && !heard(&["le", "ee", "ie", "ye", "oe", "ue"]))
        || (part.ends_with("ed") && !heard(&["ted", "ded", "eed", "ied"]))
        || (part.ends_with("es")
            && !heard(&["ses", "zes", "ches", "shes", "ges", "ces", "xes", "les", "ees", "ies", "oes", "ues"]));
    let singular = part.trim_end_matches('s');
    let silent_le = singular.ends_with("le") && singular.chars().rev().nth(2).is_some_and(vowel);
    if (silent || silent_le) && groups > 1 { groups - 1 } else { groups }
}

#[cfg(test)]
mod tests {
    use super::{Reading, sentences, syllables};

    #[test]
    fn a_sentence_ends_where_a_new_one_begins() {
        let text = "Ask Dr. J. Ash (e.g. by email). “Why?” she said. We meet at 3.30 p.m. on Mondays. See www.a.example for more";
        assert_eq!(
            sentences(text),
            [
                "Ask Dr. J. Ash (e.g. by email).",
                "“Why?” she said.",
                "We meet at 3.30 p.m. on Mondays.",
                "See www.a.example for more"
            ]
        );
        assert_eq!(sentences("  "), [] as [&str; 0]);
    }

    #[test]
    fn syllables_are_counted_as_they_are_heard() {
        for (word, count) in [
            ("school", 1),
            ("careers", 2),
            ("programme", 2),
            ("guidance", 2),
            ("education", 4),
            ("apprenticeship", 4),
            ("people", 2),
            ("rules", 1),
            ("needed", 2),
            ("asked", 1),
            ("colleges", 3),
            ("whole", 1),
            ("well-known", 2),
            ("school's", 1),
            ("2026", 1),
        ] {
            assert_eq!(syllables(word), count, "{word}");
        }
    }

    #[test]
    fn a_short_text_has_no_reading_age_and_long_words_make_it_higher() {
        let age = |sentence: &str, times: usize| {
            let mut reading = Reading::default();
            (0..times).for_each(|_| reading.add(sentence));
            reading.age()
        };
        assert_eq!(age("The cat sat on the mat.", 10), None);
        // By hand: 6 words a sentence and 1 syllable a word give a grade below 1.
        assert_eq!(age("The cat sat on the mat.", 20), Some(5));
        // By hand: 10 words a sentence and 2 syllables a word: 3.9 + 23.6 - 15.59 = 11.91, and five years.
        assert_eq!(
            age("Careers guidance careers guidance careers guidance careers guidance careers guidance.", 10),
            Some(17)
        );
    }
}
