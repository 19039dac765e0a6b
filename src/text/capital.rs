//! Words as they begin a line or a sentence.

/// Words that begin with a capital letter.
pub fn capital(words: &str) -> String {
    let mut letters = words.chars();
    letters.next().map(|first| first.to_uppercase().chain(letters).collect()).unwrap_or_default()
}

/// Words as a sentence: with a capital letter, and a full stop unless it has an end already. Of nothing, nothing.
pub fn sentence(words: &str) -> String {
    let begun = capital(words.trim());
    if begun.is_empty() || begun.ends_with(['.', '!', '?', ':']) { begun } else { begun + "." }
}

#[cfg(test)]
mod tests {
    use super::{capital, sentence};

    #[test]
    fn words_begin_with_a_capital_letter_and_a_sentence_ends() {
        assert_eq!([capital("école"), capital("A"), capital("")], ["École", "A", ""]);
        assert_eq!(
            [sentence(" no name is given"), sentence("Why?"), sentence("So.")],
            ["No name is given.", "Why?", "So."]
        );
        assert_eq!(sentence(" "), "");
    }
}
