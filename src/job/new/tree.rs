//! Answers under their headings, as they stand in a profile.
//!
//! In: paths of fields, each with the lines for it. Out: YAML text, in the order in which the headings first came.

use std::fmt::Write;

/// What stands for a field: its comments, what stands behind its colon, and comments below it.
#[derive(Clone, Debug, Default)]
pub(super) struct Answer {
    pub(super) comments: Vec<String>,
    pub(super) value: String,
    pub(super) below: Vec<String>,
}

impl Answer {
    /// A value without comments.
    pub(super) fn given(value: impl Into<String>) -> Answer {
        Answer { value: value.into(), ..Answer::default() }
    }
}

/// Fields and headings, or the entries of a list.
#[derive(Clone, Debug, Default)]
pub(super) struct Tree {
    branches: Vec<(String, Branch)>,
}

#[derive(Clone, Debug)]
enum Branch {
    Answer(Answer),
    Headings { comment: Option<String>, below: Tree },
    Entries(Vec<Tree>),
}

impl Tree {
    /// Whether something stands at a path already.
    pub(super) fn holds(&self, path: &str) -> bool {
        let (step, rest) = split(path);
        match (self.branches.iter().find(|(name, _)| name == name_of(step)), rest) {
            (Some((_, Branch::Headings { below, .. })), Some(rest)) => below.holds(rest),
            (Some((_, Branch::Entries(entries))), Some(rest)) => {
                index_of(step).and_then(|index| entries.get(index)).is_some_and(|entry| entry.holds(rest))
            }
            (found, _) => found.is_some(),
        }
    }

    /// Puts an answer at its path: `roles.careers_leader.email`, `schools[2].setting.name`. What `comment` says of a heading stands above it.
    pub(super) fn put(&mut self, path: &str, answer: Answer, comment: &dyn Fn(&str) -> Option<String>) {
        self.put_below("", path, answer, comment);
    }

    fn put_below(&mut self, above: &str, path: &str, answer: Answer, comment: &dyn Fn(&str) -> Option<String>) {
        let (step, rest) = split(path);
        let name = name_of(step);
        let whole = if above.is_empty() { name.to_owned() } else { format!("{above}.{name}") };
        let at = match self.branches.iter().position(|(other, _)| other == name) {
            Some(at) => at,
            None => {
                let branch = match (rest, index_of(step)) {
                    (None, _) => Branch::Answer(answer.clone()),
                    (Some(_), Some(_)) => Branch::Entries(Vec::new()),
                    (Some(_), None) => Branch::Headings { comment: comment(&whole), below: Tree::default() },
                };
                self.branches.push((name.to_owned(), branch));
                self.branches.len() - 1
            }
        };
        match (&mut self.branches[at].1, rest) {
            (Branch::Headings { below, .. }, Some(rest)) => below.put_below(&whole, rest, answer, comment),
            (Branch::Entries(entries), Some(rest)) => {
                let index = index_of(step).unwrap_or_default();
                if entries.len() <= index {
                    entries.resize_with(index + 1, Tree::default);
                }
                // The fields of a list's entry are described by their own paths, as in a profile of their own.
                entries[index].put_below("", rest, answer, comment);
            }
            _ => {}
        }
    }

    /// Moves a heading of the first level to the end.
    pub(super) fn move_to_end(&mut self, heading: &str) {
        self.branches.sort_by_key(|(name, _)| name == heading);
    }

    /// The text, with an empty line before each heading of the first level but the first.
    pub(super) fn text(&self) -> String {
        let mut text = String::new();
        for (index, branch) in self.branches.iter().enumerate() {
            if index > 0 && !matches!(branch.1, Branch::Answer(_)) {
                text.push('\n');
            }
            write_branch(branch, 0, &mut text);
        }
        text
    }

    fn write(&self, depth: usize, text: &mut String) {
        self.branches.iter().for_each(|branch| write_branch(branch, depth, text));
    }
}

fn write_branch((name, branch): &(String, Branch), depth: usize, text: &mut String) {
    match branch {
        Branch::Answer(answer) => {
            answer.comments.iter().for_each(|comment| line(depth, &format!("# {comment}"), text));
            line(depth, &format!("{name}: {}", answer.value), text);
            answer.below.iter().for_each(|comment| line(depth + 1, &format!("# {comment}"), text));
        }
        Branch::Headings { comment, below } => {
            comment.iter().for_each(|comment| line(depth, &format!("# {comment}"), text));
            line(depth, &format!("{name}:"), text);
            below.write(depth + 1, text);
        }
        Branch::Entries(entries) => {
            line(depth, &format!("{name}:"), text);
            for entry in entries {
                let mut below = String::new();
                entry.write(depth + 2, &mut below);
                // The first line of an entry bears its hyphen.
                let hyphen = 2 * (depth + 1);
                if below.len() > hyphen {
                    below.replace_range(hyphen..=hyphen, "-");
                }
                text.push_str(&below);
            }
        }
    }
}

fn line(depth: usize, words: &str, text: &mut String) {
    // Writing to a String cannot fail.
    let _ = writeln!(text, "{}{}", "  ".repeat(depth), words.trim_end());
}

/// The first step of a path, and the rest.
fn split(path: &str) -> (&str, Option<&str>) {
    path.split_once('.').map_or((path, None), |(step, rest)| (step, Some(rest)))
}

/// A step without the number of an entry.
fn name_of(step: &str) -> &str {
    step.split('[').next().unwrap_or(step)
}

/// The number of the entry that a step leads to.
fn index_of(step: &str) -> Option<usize> {
    step.split_once('[')?.1.strip_suffix(']')?.parse().ok()
}

#[cfg(test)]
mod tests {
    use super::{Answer, Tree};

    #[test]
    fn fields_stand_under_their_headings_in_the_order_in_which_these_came() {
        let mut tree = Tree::default();
        let comment = |path: &str| (path == "roles.head").then(|| "Whoever leads.".to_owned());
        for (path, value) in [
            ("extends", "trust.yaml"),
            ("setting.name", "Oakfield"),
            ("roles.head.name", "Ada"),
            ("setting.type", "academy"),
            ("schools[0].setting.name", "First"),
            ("schools[1].profile", "second.yaml"),
            ("schools[0].setting.type", "academy"),
        ] {
            tree.put(path, Answer::given(value), &comment);
        }
        let expected = "extends: trust.yaml\n\nsetting:\n  name: Oakfield\n  type: academy\n\nroles:\n  # Whoever leads.\n  head:\n    name: Ada\n\
                        \nschools:\n  - setting:\n      name: First\n      type: academy\n  - profile: second.yaml\n";
        assert_eq!(tree.text(), expected);
        assert!(
            tree.holds("schools[1].profile") && !tree.holds("schools[1].setting.name") && tree.holds("roles.head.name")
        );
    }
}
