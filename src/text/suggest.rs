//! "Did you mean": the only user of strsim.
//!
//! In: a word that is not known and the words that are. Out: the one it was most likely meant to be, if any is near.

/// The candidate that is nearest to a word, if it is near enough to be worth suggesting.
///
/// Case, and spaces or hyphens for underscores, do not count; of equally near candidates the first one wins.
pub fn suggest<'a>(word: &str, candidates: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    nearest(word, usize::MAX, candidates)
}

/// The candidate of which a word is a slip of the fingers, two at most: where most words are none of the candidates, and mean something else.
pub fn slip_of<'a>(word: &str, candidates: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    nearest(word, 2, candidates)
}

fn nearest<'a>(word: &str, most: usize, candidates: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    let word = folded(word);
    let allowed = (word.chars().count() / 3).max(1).min(most);
    candidates
        .into_iter()
        .map(|candidate| (strsim::damerau_levenshtein(&word, &folded(candidate)), candidate))
        .filter(|(distance, _)| *distance <= allowed)
        .min_by_key(|(distance, _)| *distance)
        .map(|(_, candidate)| candidate)
}

/// A word with the differences taken out that people do not mean: case, and spaces or hyphens for underscores.
fn folded(word: &str) -> String {
    word.trim()
        .chars()
        .take(100)
        .flat_map(char::to_lowercase)
        .map(|c| if c == ' ' || c == '-' { '_' } else { c })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::{slip_of, suggest};

    #[test]
    fn a_slip_of_the_fingers_is_forgiven() {
        assert_eq!(suggest("emial", ["name", "email", "phone"]), Some("email"));
        assert_eq!(suggest("Careers Leader", ["senior_leader", "careers_leader"]), Some("careers_leader"));
        assert_eq!(suggest("telephone", ["name", "email"]), None);
    }

    #[test]
    fn a_slip_is_told_from_another_word() {
        let known = ["careersleaderemail", "schoolname"];
        assert_eq!(slip_of("careersleaderemial", known), Some("careersleaderemail"));
        assert_eq!(slip_of("statusname", known), None);
    }

    #[test]
    fn a_word_of_any_length_is_handled() {
        assert_eq!(suggest(&"x".repeat(1_000_000), ["name"]), None);
        assert_eq!(suggest("", ["name"]), None);
    }
}
