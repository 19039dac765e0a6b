//! How much there is of everything at one school: the numbers of the overview.
//!
//! In: a school's row. Out: a [`Tally`]. It counts cells and adds nothing to them.

use super::model::{Part, STATES, School};
use crate::finding::Gravity;

/// The numbers of one school.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Tally {
    /// What the law asks and is missing or thin.
    pub law: usize,
    /// The same of what a hub or trust requires.
    pub required: usize,
    /// The same of what is recommended.
    pub recommended: usize,
    /// Reviews that are overdue or have no day.
    pub reviews: usize,
    /// Cohorts that lack encounters.
    pub encounters: usize,
    /// Benchmarks that are thin or missing in the programme.
    pub benchmarks: usize,
    /// Mistakes in the file, to be put right.
    pub mistakes: usize,
}

/// The numbers of a school.
pub fn tally(school: &School) -> Tally {
    let open = |part: Part| school.cells_of(part).filter(|(_, cell)| cell.state.is_open()).count();
    Tally {
        law: open(Part::Statutory),
        required: open(Part::Required),
        recommended: open(Part::Recommended),
        reviews: open(Part::Reviews),
        encounters: open(Part::Encounters),
        benchmarks: open(Part::Benchmarks),
        mistakes: school.entries.iter().filter(|entry| entry.gravity == Gravity::Mistake).count(),
    }
}

impl Tally {
    /// The numbers with the headings of their columns. What a hub or trust requires is a column only where any school is asked it.
    pub(super) fn columns(self, any_required: bool) -> Vec<(&'static str, &'static str, usize)> {
        let all = [
            ("law", "Law: missing or thin", self.law),
            ("required", "Your hub or trust: missing or thin", self.required),
            ("recommended", "Recommended: missing or thin", self.recommended),
            ("reviews", "Reviews overdue or without a day", self.reviews),
            ("encounters", "Year groups short of encounters", self.encounters),
            ("benchmarks", "Benchmarks thin or missing", self.benchmarks),
            ("mistakes", "Mistakes in the file", self.mistakes),
        ];
        all.into_iter().filter(|(id, _, _)| any_required || *id != "required").collect()
    }
}

/// How many schools are in each state for one column: found, thin, missing, does not apply, not known.
pub(super) fn counts<'s>(
    schools: impl IntoIterator<Item = &'s School>,
    part: Part,
    column: &str,
) -> [usize; STATES.len()] {
    let mut counts = [0; STATES.len()];
    for school in schools {
        let state = school.cell(part, column).state;
        if let Some(at) = STATES.iter().position(|known| *known == state) {
            counts[at] += 1;
        }
    }
    counts
}
