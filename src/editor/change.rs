//! What was changed on a page, laid over the text of its profile.
//!
//! In: a section, the text that the page showed, the text as it is now with its tree, and the fields that were sent. Out: a new text; and the answers that somebody
//! else has changed meanwhile in another way, of which both are shown and neither is lost.
//!
//! Only what differs from what the page showed is a change, so that nothing is touched that was not edited, and two pages that change different answers
//! do not fight.

use super::seen::tree;
use crate::form::{
    Given, Question, QuestionKind, Section, Sent, alike, differing, laid_out, meant_by, node_at, sent, shown,
};
use crate::profile::whole_schema;
use crate::yaml::{Kind, Meant, Node, Unplaced, lay};

/// An answer that was changed here and elsewhere.
pub(super) struct Clash {
    pub(super) label: String,
    pub(super) path: String,
    pub(super) mine: String,
    pub(super) theirs: String,
}

/// What a page changes.
pub(super) struct Changed {
    /// The new text.
    pub(super) text: String,
    /// The labels of what was changed.
    pub(super) labels: Vec<String>,
    /// The answers that were changed, each by its path down to an entry's own.
    pub(super) answers: Vec<String>,
    /// What was changed elsewhere as well, and so is not.
    pub(super) clashes: Vec<Clash>,
}

/// Why nothing can be changed.
#[derive(Debug)]
pub(super) enum Unchanged {
    /// The file is no YAML.
    Broken,
    /// A place in the file is written in a way that cannot be changed safely.
    Unplaced(Unplaced),
}

/// The questions of a section, those of its groups one after the other.
fn questions(section: &Section) -> impl Iterator<Item = &Question> {
    section.groups.iter().flat_map(|group| &group.questions)
}

/// Lays what was changed over the text, whose tree is `now`. `base` is what the page showed; nothing where that is not known any more.
pub(super) fn changed(
    section: &Section,
    base: Option<&str>,
    (text, now): (&str, &Node),
    fields: &Sent,
    step: Option<&ListStep>,
) -> Result<Changed, Unchanged> {
    let parsed;
    let before = match base {
        Some(base) if base == text => Some(now),
        _ => {
            parsed = base.and_then(tree);
            parsed.as_ref()
        }
    };
    let (mut all, mut labels, mut answers, mut clashes) = (Vec::new(), Vec::new(), Vec::new(), Vec::new());
    for question in questions(section) {
        let Some(mut mine) = sent(question, &question.path, fields) else { continue };
        if let Some(step) = step {
            step.take(question, &question.path, &mut mine);
        }
        let Some(there) = shown(question, node_at(now, &question.path)) else { continue };
        let first = match before {
            Some(before) => shown(question, node_at(before, &question.path)),
            None => None,
        };
        if first.as_ref().is_some_and(|first| alike(first, &mine)) || alike(&there, &mine) {
            continue;
        }
        if first.as_ref().is_some_and(|first| alike(first, &there)) {
            labels.push(question.label.clone());
            answers.extend(differing(question, &question.path, &there, &mine));
            all.push((question.path.clone(), meant_by(question, &mine, node_at(now, &question.path))));
        } else {
            clashes.push(Clash {
                label: question.label.clone(),
                path: question.path.clone(),
                mine: mine.in_words(),
                theirs: there.in_words(),
            });
        }
    }
    let text = laid(text, all)?;
    Ok(Changed { text, labels, answers, clashes })
}

/// Takes an answer out with its lines, so that the one that is shared counts again. Headings that would be left with nothing go as well.
pub(super) fn without(text: &str, path: &str) -> Result<String, Unchanged> {
    let now = tree(text).ok_or(Unchanged::Broken)?;
    let mut path = path;
    while let Some((above, _)) = path.rsplit_once('.') {
        match node_at(&now, above).map(|node| &node.kind) {
            Some(Kind::Headings(entries)) if entries.len() == 1 => path = above,
            _ => break,
        }
    }
    laid(text, vec![(path.to_owned(), Meant::Absent)])
}

/// A text with answers of a few fields in it.
pub(super) fn laid(text: &str, fields: Vec<(String, Meant)>) -> Result<String, Unchanged> {
    if fields.is_empty() {
        return Ok(text.to_owned());
    }
    lay(text, &laid_out(fields), whole_schema()).map(|laid| laid.text).map_err(Unchanged::Unplaced)
}

/// A step on a list: an entry is taken out or moved. A blank one that is added stands on the page alone until something is written in it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct ListStep {
    /// The entry: `provider_access.encounters[2]`.
    entry: String,
    what: StepKind,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum StepKind {
    Remove,
    Up,
    Down,
}

impl ListStep {
    /// The step that a button means: `remove:provider_access.encounters[2]`.
    pub(super) fn of(words: &str) -> Option<ListStep> {
        let (what, entry) = words.split_once(':')?;
        let what = match what {
            "remove" => StepKind::Remove,
            "up" => StepKind::Up,
            "down" => StepKind::Down,
            _ => return None,
        };
        Some(ListStep { entry: entry.to_owned(), what })
    }

    /// Takes the step where it is meant for the list at a path, or for one in its entries.
    fn take(&self, question: &Question, path: &str, given: &mut Given) {
        let (QuestionKind::Entries { questions, .. }, Given::Entries(rows)) = (&question.kind, given) else { return };
        let Some(rest) = self.entry.strip_prefix(path).and_then(|rest| rest.strip_prefix('[')) else { return };
        let Some((number, below)) = rest.split_once(']') else { return };
        let Some(at) = number.parse::<usize>().ok().filter(|at| *at < rows.len()) else { return };
        if !below.is_empty() {
            let inner = questions.iter().zip(&mut rows[at]);
            inner.for_each(|(question, given)| self.take(question, &format!("{path}[{at}].{}", question.path), given));
            return;
        }
        match self.what {
            StepKind::Remove => drop(rows.remove(at)),
            StepKind::Up if at > 0 => rows.swap(at, at - 1),
            StepKind::Down if at + 1 < rows.len() => rows.swap(at, at + 1),
            StepKind::Up | StepKind::Down => {}
        }
    }
}
