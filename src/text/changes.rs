//! What changed from one text to another: the only user of similar.
//!
//! In: two texts. Out: the pieces that stayed, went and came, in order: line by line, or word by word within what changed; or a
//! unified diff, as `patch` and `git apply` take it.
//!
//! Not here: how the pieces are shown (`cli`).

use similar::{ChangeTag, TextDiff};

/// Texts longer than this together, in bytes, are compared by lines only: words would take too long.
const LONGEST: usize = 20_000;

/// A piece of two texts that are compared.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Change {
    /// It stands in both.
    Same(String),
    /// It stands in the old one only.
    Gone(String),
    /// It stands in the new one only.
    New(String),
}

/// What changed in a list of lines. Each line that was changed, rather than taken out or put in, is given word by word.
pub fn line_changes(old: &[String], new: &[String]) -> Vec<Vec<Change>> {
    let (old, new): (Vec<&str>, Vec<&str>) =
        (old.iter().map(String::as_str).collect(), new.iter().map(String::as_str).collect());
    let diff = TextDiff::from_slices(&old, &new);
    let mut lines: Vec<Vec<Change>> = Vec::new();
    let (mut gone, mut came): (Vec<String>, Vec<String>) = (Vec::new(), Vec::new());
    for change in diff.iter_all_changes() {
        let line = change.value().to_owned();
        match change.tag() {
            ChangeTag::Delete => gone.push(line),
            ChangeTag::Insert => came.push(line),
            ChangeTag::Equal => {
                pair_up(&mut gone, &mut came, &mut lines);
                lines.push(vec![Change::Same(line)]);
            }
        }
    }
    pair_up(&mut gone, &mut came, &mut lines);
    lines
}

/// The difference of two texts under one name as a unified diff; nothing if they are the same.
pub fn unified_diff(name: &str, before: &str, after: &str) -> String {
    let (old, new): (Vec<&str>, Vec<&str>) =
        (before.split_inclusive('\n').collect(), after.split_inclusive('\n').collect());
    let diff = TextDiff::configure().newline_terminated(true).diff_slices(&old, &new);
    diff.unified_diff().header(name, name).to_string()
}

/// Pairs lines that went with lines that came in their place.
fn pair_up(gone: &mut Vec<String>, came: &mut Vec<String>, lines: &mut Vec<Vec<Change>>) {
    let pairs = gone.len().min(came.len());
    let paired: Vec<(String, String)> = gone.drain(..pairs).zip(came.drain(..pairs)).collect();
    lines.extend(paired.into_iter().map(|(old, new)| word_changes(&old, &new)));
    lines.extend(gone.drain(..).map(|line| vec![Change::Gone(line)]));
    lines.extend(came.drain(..).map(|line| vec![Change::New(line)]));
}

/// What changed from one line to another, word by word; as a whole where they have less than half in common.
fn word_changes(old: &str, new: &str) -> Vec<Change> {
    let whole = || vec![Change::Gone(old.to_owned()), Change::New(new.to_owned())];
    if old.len() + new.len() > LONGEST {
        return whole();
    }
    let diff = TextDiff::from_words(old, new);
    if diff.ratio() < 0.5 {
        return whole();
    }
    let mut changes: Vec<Change> = Vec::new();
    for change in diff.iter_all_changes() {
        let words = change.value();
        match (change.tag(), changes.last_mut()) {
            (ChangeTag::Equal, Some(Change::Same(before)))
            | (ChangeTag::Delete, Some(Change::Gone(before)))
            | (ChangeTag::Insert, Some(Change::New(before))) => before.push_str(words),
            (ChangeTag::Equal, _) => changes.push(Change::Same(words.to_owned())),
            (ChangeTag::Delete, _) => changes.push(Change::Gone(words.to_owned())),
            (ChangeTag::Insert, _) => changes.push(Change::New(words.to_owned())),
        }
    }
    changes
}

#[cfg(test)]
mod tests {
    use super::{Change, line_changes, unified_diff};

    fn lines(words: &[&str]) -> Vec<String> {
        words.iter().map(|line| (*line).to_owned()).collect()
    }

    #[test]
    fn a_changed_line_is_given_word_by_word() {
        let changes = line_changes(
            &lines(&["one", "please tell our office first"]),
            &lines(&["one", "please tell our school first"]),
        );
        assert_eq!(changes[0], [Change::Same("one".into())]);
        assert_eq!(changes[1][1], Change::Gone("office".into()));
        assert_eq!(changes[1][2], Change::New("school".into()));
    }

    #[test]
    fn lines_with_nothing_in_common_are_given_whole() {
        let changes = line_changes(&lines(&["a b c"]), &lines(&["x y z"]));
        assert_eq!(changes, [vec![Change::Gone("a b c".into()), Change::New("x y z".into())]]);
    }

    #[test]
    fn a_change_is_shown_with_three_lines_around_it() {
        let before = "1\n2\n3\n4\n5\n6\n7\n8\n9\n";
        let after = "1\n2\n3\n4\nfive\n6\n6a\n7\n8\n9\n";
        let shown = " 2\n 3\n 4\n-5\n+five\n 6\n+6a\n 7\n 8\n 9\n";
        assert_eq!(unified_diff("a", before, after), format!("--- a\n+++ a\n@@ -2,8 +2,9 @@\n{shown}"));
        assert_eq!(unified_diff("a", before, before), "");
    }

    #[test]
    fn a_last_line_without_an_ending_is_named() {
        let diff = unified_diff("a", "x", "x\ny");
        assert!(diff.ends_with("-x\n\\ No newline at end of file\n+x\n+y\n\\ No newline at end of file\n"), "{diff}");
    }
}
