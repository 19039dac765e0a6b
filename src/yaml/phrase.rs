//! The parts of sentences that messages share: a field by its name, a list of names, the user's own words cut short.
//!
//! In: paths and words. Out: words for a finding, harmless whatever stood in the file.

use crate::finding::visible;

/// A field for a sentence: "`policy.version`", "`date` in entry 3 of `provider_access.encounters`".
pub(super) fn in_words(field: &str) -> String {
    let Some((list, rest)) = field.rsplit_once('[') else {
        return if field.is_empty() { "the file".into() } else { format!("`{}`", short(field)) };
    };
    let (index, tail) = rest.split_once(']').unwrap_or((rest, ""));
    let entry = format!("entry {} of {}", index.parse::<usize>().map_or(1, |index| index + 1), in_words(list));
    match tail.strip_prefix('.') {
        Some(name) => format!("`{}` in {entry}", short(name)),
        None => entry,
    }
}

/// The last name in a path: what stands before the colon.
pub(super) fn last_name(field: &str) -> &str {
    let field = if field.ends_with(']') { "" } else { field };
    field.rsplit('.').next().unwrap_or(field)
}

/// "`a`, `b` and `c`"; after `most` of them, "and others". Nothing for none.
pub(super) fn listed(words: &[String], most: usize) -> Option<String> {
    let mut shown: Vec<String> = words.iter().take(most).map(|word| format!("`{word}`")).collect();
    if words.len() > most {
        shown.push("others".into());
    }
    let last = shown.pop()?;
    Some(if shown.is_empty() { last } else { format!("{} and {last}", shown.join(", ")) })
}

/// A long sentence broken into lines.
pub(super) fn in_lines(sentence: &str) -> String {
    let mut lines = String::new();
    let mut width = 0;
    for word in sentence.split(' ') {
        let length = word.chars().count() + 1;
        if width + length > 100 && width > 0 {
            lines.push('\n');
            width = 0;
        } else if width > 0 {
            lines.push(' ');
        }
        lines.push_str(word);
        width += length;
    }
    lines
}

/// Words of the user's, harmless and at most 60 characters long.
pub(super) fn short(words: &str) -> String {
    let words = visible(words).replace('\n', " ");
    if words.chars().count() <= 60 { words } else { format!("{}…", words.chars().take(59).collect::<String>()) }
}
