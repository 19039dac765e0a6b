//! Where leavers went, with the numbers hidden that would let a reader recognise somebody.
//!
//! In: the cohorts of a profile. Out: a [`DestinationTable`] for each.

use crate::profile::Cohort;

/// Where one cohort of leavers went.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DestinationTable<'a> {
    /// Who they are: "Year 11 leavers, 2025".
    pub leavers: &'a str,
    /// The destinations.
    pub rows: Vec<DestinationRow<'a>>,
    /// Whether a number is hidden.
    pub any_hidden: bool,
}

/// One destination.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DestinationRow<'a> {
    /// The kind of destination.
    pub kind: &'a str,
    /// How many went there, as far as that may be printed.
    pub number: PrintedNumber,
}

/// A number of learners as far as it may be printed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PrintedNumber {
    /// The number itself.
    Exact(u32),
    /// No more than that it is fewer than this.
    FewerThan(u32),
    /// Nothing at all.
    NotShown,
}

/// The smallest number of learners that may be printed, so that nobody can be recognised.
const SMALLEST_PRINTED: u32 = 5;

/// The cohorts with small numbers hidden. Where only one number of a cohort is small the next smallest is hidden too:
/// otherwise the hidden one could be worked out from the size of the year group.
pub(super) fn destination_tables(cohorts: &[Cohort]) -> Vec<DestinationTable<'_>> {
    cohorts.iter().map(destination_table).collect()
}

fn destination_table(cohort: &Cohort) -> DestinationTable<'_> {
    let small = |number: u32| (1..SMALLEST_PRINTED).contains(&number);
    let hidden = cohort.destinations.iter().filter(|row| small(row.number)).count();
    let also_hidden = (hidden == 1)
        .then(|| cohort.destinations.iter().map(|row| row.number).filter(|n| *n >= SMALLEST_PRINTED).min())
        .flatten();
    let mut spent = false;
    let rows = cohort.destinations.iter().map(|row| {
        let number = if small(row.number) {
            PrintedNumber::FewerThan(SMALLEST_PRINTED)
        } else if also_hidden == Some(row.number) && !spent {
            spent = true;
            PrintedNumber::NotShown
        } else {
            PrintedNumber::Exact(row.number)
        };
        DestinationRow { kind: &row.kind, number }
    });
    DestinationTable { leavers: &cohort.leavers, rows: rows.collect(), any_hidden: hidden > 0 }
}

#[cfg(test)]
mod tests {
    use super::{PrintedNumber, destination_table};
    use crate::profile::{Cohort, Destination};

    fn printed(numbers: &[u32]) -> Vec<PrintedNumber> {
        let destination = |number: &u32| Destination { kind: "Sixth form".into(), number: *number };
        let cohort = Cohort { leavers: "Leavers".into(), destinations: numbers.iter().map(destination).collect() };
        destination_table(&cohort).rows.into_iter().map(|row| row.number).collect()
    }

    #[test]
    fn a_single_small_number_takes_the_next_smallest_with_it() {
        use PrintedNumber::{Exact, FewerThan, NotShown};
        assert_eq!(printed(&[40, 3, 7, 7]), [Exact(40), FewerThan(5), NotShown, Exact(7)]);
        assert_eq!(printed(&[40, 3, 4, 7]), [Exact(40), FewerThan(5), FewerThan(5), Exact(7)]);
        assert_eq!(printed(&[40, 0, 5]), [Exact(40), Exact(0), Exact(5)]);
    }
}
