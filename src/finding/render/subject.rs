//! What was found in one profile of a run, as rows that need no text of a file any more.
//!
//! In: a school's name and file, and its findings in order. Out: a [`Subject`], and the headline that counts what was found.

use super::{Look, Row, render_human};
use crate::finding::{Context, Finding, GRAVITIES, Gravity};

/// A profile and what was found in it.
#[derive(Clone, Debug)]
pub struct Subject {
    /// The school's name, if its profile could be read.
    pub name: Option<String>,
    /// The file as it was given.
    pub file: String,
    /// What was found, in order.
    pub rows: Vec<Row>,
    /// The same in full, with the lines of the file; empty where that is not asked for.
    pub details: Vec<String>,
    /// What is shown after its findings in full.
    pub after: String,
}

impl Subject {
    /// A profile with its findings in the order given.
    pub fn new(name: Option<String>, file: String, findings: &[Finding], context: &Context<'_>) -> Subject {
        let rows = findings.iter().map(|finding| Row::of(finding, context)).collect();
        Subject { name, file, rows, details: Vec::new(), after: String::new() }
    }

    /// The same with its findings in full.
    #[must_use]
    pub fn with_details(mut self, findings: &[Finding], context: &Context<'_>, look: Look) -> Subject {
        let one = |finding: &Finding| render_human(std::slice::from_ref(finding), context, look);
        self.details = findings.iter().map(one).collect();
        self
    }

    /// How many findings of a gravity there are.
    pub fn count(&self, gravity: Gravity) -> usize {
        self.rows_of(gravity).count()
    }

    /// The findings of a gravity, in order.
    pub fn rows_of(&self, gravity: Gravity) -> impl Iterator<Item = &Row> {
        self.rows.iter().filter(move |row| row.gravity == gravity)
    }

    /// Whether it is known how much is missing that the law asks for.
    pub fn is_sure(&self) -> bool {
        self.name.is_some() && (self.count(Gravity::Mistake) == 0 || self.count(Gravity::Law) > 0)
    }

    /// How many findings there are, in words.
    pub fn headline(&self) -> String {
        match self.name {
            Some(_) => headline(|gravity| self.count(gravity)),
            None => {
                format!("{} before anything can be checked", Gravity::Mistake.counted(self.count(Gravity::Mistake)))
            }
        }
    }
}

/// How many there are of each gravity, the gravest first: "3 things the law asks for · 12 recommendations".
///
/// That nothing is missing is not said while there are mistakes: what the law asks may follow from the very answer that is wrong.
pub fn headline(count: impl Fn(Gravity) -> usize) -> String {
    let is_told = |gravity: Gravity| match gravity {
        Gravity::Law => count(gravity) > 0 || count(Gravity::Mistake) == 0,
        Gravity::Recommended => true,
        _ => count(gravity) > 0,
    };
    let told = GRAVITIES.into_iter().rev().filter(|gravity| is_told(*gravity));
    told.map(|gravity| gravity.counted(count(gravity))).collect::<Vec<_>>().join(" · ")
}
