//! Words as they are written into a file, so that they are read back as they are.
//!
//! In: words, and how those were written that stood there. Out: what to write. Each is tried out by the reader itself.

use crate::text::Sources;
use crate::yaml::parse::parse;
use crate::yaml::quote::{in_quotes, quoted_if_needed};
use crate::yaml::tree::Kind;

/// Whether what is written after a colon is read as these words.
pub(super) fn reads_as(written: &str, words: &str) -> bool {
    reads_in(&format!("a: {written}\n"), words)
}

fn reads_in(text: &str, words: &str) -> bool {
    let mut sources = Sources::default();
    let id = sources.add("", text);
    let parsed = parse(&sources, sources.whole(id));
    let value = parsed.root.as_ref().and_then(|root| root.entry("a")).map(|entry| &entry.value.kind);
    parsed.findings.is_empty()
        && match value {
            Some(Kind::Words { text, .. }) => text == words,
            // Between the brackets of a list.
            Some(Kind::List(items)) => {
                matches!(&items[..], [only] if matches!(&only.kind, Kind::Words { text, .. } if text == words))
            }
            _ => false,
        }
}

/// Words after a colon, on one line: in marks of the same kind as those that stood there, if there were any.
pub(super) fn in_place(words: &str, old: Option<&str>, bare: bool) -> String {
    let is_number = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit() || byte == b'.');
    let like = match old {
        Some(old) if old.starts_with('"') => in_quotes(words),
        Some(old) if old.starts_with('\'') => format!("'{}'", words.replace('\'', "''")),
        Some(old) if is_number(old) && is_number(words) => words.to_owned(),
        _ if bare && (words.starts_with('[') || reads_as(words, words)) => return words.to_owned(),
        _ => quoted_if_needed(words),
    };
    if reads_as(&like, words) { like } else { escaped(words) }
}

/// Words after a colon where nothing stood.
pub(super) fn on_one_line(words: &str, bare: bool) -> String {
    in_place(words, None, bare)
}

/// Words between the brackets of a list or of headings.
pub(super) fn in_brackets(words: &str, bare: bool) -> String {
    let plain = if bare { words.to_owned() } else { quoted_if_needed(words) };
    if (bare && words.starts_with('[')) || reads_in(&format!("a: [{plain}]\n"), words) { plain } else { escaped(words) }
}

/// Words as lines below a sign, if they can stand so.
pub(super) fn as_lines(words: &str) -> Option<Vec<String>> {
    let odd = |c: char| (c.is_control() && c != '\n') || matches!(c, '\u{85}' | '\u{2028}' | '\u{2029}' | '\u{feff}');
    let first = words.lines().next()?;
    let fits =
        !words.contains(odd) && !first.trim().is_empty() && !first.starts_with([' ', '\t']) && !words.ends_with('\n');
    let fits = fits && words.lines().all(|line| line.trim_end() == line);
    fits.then(|| words.lines().map(str::to_owned).collect())
}

/// Words in quotation marks on one line, with every sign that could not stand there written in letters.
pub(super) fn escaped(words: &str) -> String {
    let mut written = String::from("\"");
    for c in words.chars() {
        match c {
            '"' | '\\' => written.extend(['\\', c]),
            '\n' => written.push_str("\\n"),
            '\t' => written.push_str("\\t"),
            c if c.is_control() || matches!(c, '\u{2028}' | '\u{2029}' | '\u{feff}') => {
                written.push_str(&format!("\\u{:04x}", u32::from(c)));
            }
            c => written.push(c),
        }
    }
    written.push('"');
    written
}
