//! Where leavers went, with the figures hidden that would let a reader recognise somebody.
//!
//! In: the cohorts of a profile. Out: a [`DestinationTable`] for cohorts one after another that went to the same kinds of destination, a
//! column each.
//!
//! A count below five is hidden, and so is a percentage that stands for one, where the size of the cohort is known. A reader who knows the
//! size can take all other numbers from it: where that would give a hidden number away, the next smallest is hidden too. A mark that the
//! school publishes in place of a number is printed as it is.

use crate::profile::{Cohort, Destination, Reading};

/// Where one cohort of leavers went, or several side by side.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DestinationTable<'a> {
    /// The cohorts, a column each.
    pub cohorts: Vec<CohortColumn<'a>>,
    /// The destinations.
    pub rows: Vec<DestinationRow<'a>>,
    /// What the figures are.
    pub unit: Unit,
    /// Whether a figure is hidden.
    pub any_hidden: bool,
}

/// What the figures of a table are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unit {
    /// Numbers of learners.
    Number,
    /// Percentages of them.
    PerCent,
    /// Some the one, some the other, or both.
    Both,
}

/// One cohort of a table.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct CohortColumn<'a> {
    /// Who they are: "Year 11 leavers, 2025".
    pub leavers: &'a str,
    /// How many they were, if that is known and gives no hidden number away.
    pub size: Option<u32>,
    /// What the school says of the figures.
    pub note: Option<&'a str>,
}

/// One destination.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DestinationRow<'a> {
    /// The kind of destination.
    pub kind: &'a str,
    /// How many of each cohort went there, as far as that may be printed.
    pub figures: Vec<PrintedFigure<'a>>,
}

/// A figure as far as it may be printed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PrintedFigure<'a> {
    /// The number of learners, or the mark that stands for it, as it is written.
    Number(&'a str),
    /// The percentage, without its sign.
    PerCent(&'a str),
    /// Both.
    Both(&'a str, &'a str),
    /// No more than that they are fewer than this.
    FewerThan(u32),
    /// Nothing, so that nobody is recognised.
    NotShown,
    /// Nothing, for nothing is given.
    NotGiven,
}

/// The smallest number of learners that may be printed, so that nobody can be recognised.
const SMALLEST_PRINTED: u32 = 5;

/// The most cohorts that stand side by side.
const MOST_COHORTS: usize = 4;

/// What official tables have in place of a number too small to publish, and how such words begin. Other marks stand for no number at all.
const HIDING_MARKS: [&str; 4] = ["supp", "suppressed", "c", "*"];
const HIDING_WORDS: [&str; 5] = ["fewer than", "less than", "under", "below", "<"];

/// The cohorts with small numbers hidden, those that went to the same kinds of destination side by side.
pub(super) fn destination_tables(cohorts: &[Cohort]) -> Vec<DestinationTable<'_>> {
    let mut tables: Vec<DestinationTable<'_>> = Vec::new();
    for cohort in cohorts {
        let printed = Printed::of(cohort);
        match tables.last_mut().filter(|table| table.takes(cohort)) {
            Some(table) => table.add(cohort, printed),
            None => tables.push(DestinationTable::new(cohort, printed)),
        }
    }
    tables
}

impl<'a> DestinationTable<'a> {
    fn new(cohort: &'a Cohort, printed: Printed<'a>) -> DestinationTable<'a> {
        let rows = cohort.destinations.iter().map(|row| DestinationRow { kind: &row.kind, figures: Vec::new() });
        let (unit, rows) = (Unit::of(cohort), rows.collect());
        let mut table = DestinationTable { cohorts: Vec::new(), rows, unit, any_hidden: false };
        table.add(cohort, printed);
        table
    }

    /// Whether a cohort went to the same kinds of destination, each given once.
    fn takes(&self, cohort: &Cohort) -> bool {
        let same =
            |row: &DestinationRow<'_>| cohort.destinations.iter().filter(|own| *own.kind == *row.kind).count() == 1;
        self.cohorts.len() < MOST_COHORTS && self.rows.len() == cohort.destinations.len() && self.rows.iter().all(same)
    }

    fn add(&mut self, cohort: &'a Cohort, printed: Printed<'a>) {
        let is_first = self.cohorts.is_empty();
        for (index, row) in self.rows.iter_mut().enumerate() {
            let same = || cohort.destinations.iter().position(|own| *own.kind == *row.kind);
            let at = if is_first { Some(index) } else { same() };
            row.figures.push(at.map_or(PrintedFigure::NotGiven, |at| printed.figures[at]));
        }
        let size = cohort.size.filter(|_| printed.may_print_size);
        self.cohorts.push(CohortColumn { leavers: &cohort.leavers, size, note: cohort.note.as_deref() });
        if self.unit != Unit::of(cohort) {
            self.unit = Unit::Both;
        }
        self.any_hidden |= printed.any_hidden;
    }
}

impl Unit {
    fn of(cohort: &Cohort) -> Unit {
        let rows = || cohort.destinations.iter().map(|row| as_meant(cohort, row));
        let counts = rows().any(|(count, _)| count.is_some());
        let shares = rows().any(|(_, share)| share.is_some());
        match (counts, shares) {
            (_, false) => Unit::Number,
            (false, true) => Unit::PerCent,
            (true, true) => Unit::Both,
        }
    }
}

/// How many learners a row gives, and what share of them in hundredths of one per cent.
fn as_meant(cohort: &Cohort, row: &Destination) -> (Option<u32>, Option<u32>) {
    let (number, per_cent) = row.readings();
    let (mut count, mut share) = (None, None);
    for reading in [number, per_cent].into_iter().flatten() {
        match reading {
            // Numbers of leavers of whom it is said that their figures are percentages are no counts of them.
            Reading::Count(number) if cohort.hides_its_unit() => share = Some(number.saturating_mul(100)),
            Reading::Count(number) => count = Some(number),
            Reading::PerCent(hundredths) => share = Some(hundredths),
            Reading::Mark => {}
        }
    }
    (count, share)
}

/// The figures of a cohort as they are printed.
struct Printed<'a> {
    figures: Vec<PrintedFigure<'a>>,
    any_hidden: bool,
    /// Whether the size of the cohort may stand beside them.
    may_print_size: bool,
}

impl<'a> Printed<'a> {
    fn of(cohort: &'a Cohort) -> Printed<'a> {
        let known: Vec<Option<u32>> = cohort.destinations.iter().map(|row| learners(cohort, row)).collect();
        let is_small = |number: u32| (1..SMALLEST_PRINTED).contains(&number);
        let small: Vec<u32> = known.iter().flatten().copied().filter(|number| is_small(*number)).collect();
        let marks = cohort.destinations.iter().filter(|row| has_hiding_mark(row)).count();
        let next =
            known.iter().enumerate().filter_map(|(at, number)| Some((at, number.filter(|n| *n >= SMALLEST_PRINTED)?)));
        let next = next.min_by_key(|(_, number)| *number).map(|(at, _)| at);
        let given_away = are_given_away(&small, marks);
        let also_hidden = next.filter(|_| given_away);
        let figures = cohort.destinations.iter().zip(&known).enumerate().map(|(at, (row, number))| match number {
            Some(number) if is_small(*number) => match as_meant(cohort, row) {
                (Some(_), _) => PrintedFigure::FewerThan(SMALLEST_PRINTED),
                // A rounded percentage does not tell exactly how many they are.
                (None, _) => PrintedFigure::NotShown,
            },
            _ if also_hidden == Some(at) => PrintedFigure::NotShown,
            _ => as_written(cohort, row),
        });
        Printed {
            figures: figures.collect(),
            any_hidden: !small.is_empty() || also_hidden.is_some(),
            may_print_size: !given_away || also_hidden.is_some(),
        }
    }
}

/// How many learners a row stands for, as nearly as its figures and the size of the cohort tell.
fn learners(cohort: &Cohort, row: &Destination) -> Option<u32> {
    match (as_meant(cohort, row), cohort.size) {
        ((Some(count), _), _) => Some(count),
        ((None, Some(share)), Some(size)) => u32::try_from((u64::from(share) * u64::from(size) + 5_000) / 10_000).ok(),
        _ => None,
    }
}

/// Whether hidden numbers can be worked out from the size of the cohort: one alone can, and several that are all one, or all four.
fn are_given_away(small: &[u32], marks: usize) -> bool {
    let extreme = |number: u32| small.iter().all(|hidden| *hidden == number);
    match small.len() + marks {
        0 => false,
        1 => true,
        _ => marks == 0 && (extreme(1) || extreme(SMALLEST_PRINTED - 1)),
    }
}

fn has_hiding_mark(row: &Destination) -> bool {
    let hides = |words: &str| {
        let words = words.trim().to_lowercase();
        HIDING_MARKS.contains(&words.as_str()) || HIDING_WORDS.iter().any(|start| words.starts_with(start))
    };
    let written = [&row.number, &row.per_cent].into_iter().flatten();
    let readings = row.readings();
    let is_mark = [readings.0, readings.1].into_iter().flatten().all(|reading| reading == Reading::Mark);
    is_mark && written.into_iter().any(|figure| hides(figure.as_str()))
}

fn as_written<'a>(cohort: &Cohort, row: &'a Destination) -> PrintedFigure<'a> {
    let figure = |figure: &'a crate::profile::Figure, reading: Reading| match reading {
        Reading::Count(_) if cohort.hides_its_unit() => PrintedFigure::PerCent(figure.share()),
        Reading::PerCent(_) => PrintedFigure::PerCent(figure.share()),
        Reading::Count(_) | Reading::Mark => PrintedFigure::Number(figure.as_str()),
    };
    let (number, per_cent) = row.readings();
    let number = row.number.as_ref().zip(number).map(|(words, reading)| figure(words, reading));
    let per_cent = row.per_cent.as_ref().zip(per_cent).map(|(words, reading)| figure(words, reading));
    match (number, per_cent) {
        (Some(PrintedFigure::Number(number)), Some(PrintedFigure::PerCent(share))) => {
            PrintedFigure::Both(number, share)
        }
        (Some(one), _) | (None, Some(one)) => one,
        (None, None) => PrintedFigure::NotGiven,
    }
}

#[cfg(test)]
mod tests {
    use super::{PrintedFigure, Unit, destination_tables};
    use crate::profile::{Cohort, Destination};

    fn cohort(size: Option<u32>, figures: &[&str]) -> Cohort {
        let destination = |(at, figure): (usize, &&str)| Destination {
            kind: format!("Place {at}").as_str().into(),
            number: Some((*figure).into()),
            per_cent: None,
        };
        let destinations = figures.iter().enumerate().map(destination).collect();
        Cohort { leavers: "Leavers".into(), size, destinations, note: None }
    }

    fn printed(size: Option<u32>, figures: &[&str]) -> Vec<String> {
        let cohorts = [cohort(size, figures)];
        let tables = destination_tables(&cohorts);
        let figure = |figure: &PrintedFigure<'_>| match figure {
            PrintedFigure::Number(words) => (*words).to_owned(),
            PrintedFigure::PerCent(share) => format!("{share}%"),
            PrintedFigure::Both(number, share) => format!("{number} ({share}%)"),
            PrintedFigure::FewerThan(number) => format!("<{number}"),
            PrintedFigure::NotShown => "not shown".to_owned(),
            PrintedFigure::NotGiven => "not given".to_owned(),
        };
        tables[0].rows.iter().map(|row| figure(&row.figures[0])).collect()
    }

    #[test]
    fn a_single_small_number_takes_the_next_smallest_with_it() {
        assert_eq!(printed(None, &["40", "3", "7", "7"]), ["40", "<5", "not shown", "7"]);
        assert_eq!(printed(None, &["40", "3", "4", "7"]), ["40", "<5", "<5", "7"]);
        assert_eq!(printed(None, &["40", "0", "5"]), ["40", "0", "5"]);
    }

    #[test]
    fn small_numbers_that_add_up_to_only_one_thing_take_another_with_them() {
        assert_eq!(printed(None, &["40", "1", "1", "9"]), ["40", "<5", "<5", "not shown"]);
        assert_eq!(printed(None, &["40", "4", "4", "9"]), ["40", "<5", "<5", "not shown"]);
    }

    #[test]
    fn a_percentage_is_hidden_where_it_is_known_to_stand_for_fewer_than_five() {
        assert_eq!(printed(None, &["96%", "4%"]), ["96%", "4%"]);
        assert_eq!(printed(Some(50), &["50.0%", "46%", "4%"]), ["50.0%", "not shown", "not shown"]);
        assert_eq!(printed(Some(250), &["96%", "4%"]), ["96%", "4%"]);
    }

    #[test]
    fn a_mark_is_printed_as_it_is_and_is_not_given_away() {
        assert_eq!(printed(None, &["40", "9", "SUPP"]), ["40", "not shown", "SUPP"]);
        assert_eq!(printed(None, &["40", "SUPP", "SUPP"]), ["40", "SUPP", "SUPP"]);
        assert_eq!(printed(None, &["40", "9", "z"]), ["40", "9", "z"]);
        assert_eq!(printed(None, &["60%", "36%", "c"]), ["60%", "36%", "c"]);
    }

    #[test]
    fn a_size_that_would_give_a_number_away_is_not_printed() {
        let size = |cohort: &Cohort| destination_tables(std::slice::from_ref(cohort))[0].cohorts[0].size;
        assert_eq!(size(&cohort(Some(43), &["40", "3"])), Some(43));
        assert_eq!(size(&cohort(Some(3), &["3"])), None);
    }

    #[test]
    fn cohorts_with_the_same_destinations_stand_side_by_side() {
        let cohorts = [cohort(None, &["40", "9"]), cohort(None, &["96%", "4%"]), cohort(None, &["1"])];
        let tables = destination_tables(&cohorts);
        assert_eq!(tables.iter().map(|table| table.cohorts.len()).collect::<Vec<_>>(), [2, 1]);
        assert_eq!((tables[0].unit, tables[1].unit), (Unit::Both, Unit::Number));
        assert_eq!(tables[0].rows[1].figures, [PrintedFigure::Number("9"), PrintedFigure::PerCent("4")]);
    }
}
