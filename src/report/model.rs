//! What a report is made of. Values alone: nothing here holds a profile, a document or a text of a file.
//!
//! Words of strangers are made visible where they come in, so that all renderings hold the same.
//! Not here: where the values come from (`look`), or how they look (`html`, `sheets`, `json`).

use std::collections::BTreeMap;

use crate::finding::{Gravity, Row, visible_line};
use crate::law::Date;

/// What a report says of itself to programs.
pub(super) const FORMAT: &str = "careers-policy report 1";

/// A report on some schools.
#[derive(Clone, Debug)]
pub struct Report {
    /// The day it was made for.
    pub day: Date,
    /// The packs and their editions, in words.
    pub catalogue: Vec<String>,
    /// What can be in a column, by part; each part that any school has.
    pub parts: Vec<(Part, Vec<Column>)>,
    /// The schools, in the order of their files.
    pub schools: Vec<School>,
    /// What is otherwise than in an earlier report, if there is one.
    pub changes: Option<Changes>,
}

/// A part of the report: a table with a column for each thing that is looked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Part {
    /// What the law asks.
    Statutory,
    /// What a hub's or trust's pack requires.
    Required,
    /// What guidance and good practice recommend.
    Recommended,
    /// The reviews of the documents.
    Reviews,
    /// The encounters with providers, cohort by cohort.
    Encounters,
    /// The activities that serve each benchmark.
    Benchmarks,
}

/// All parts, in order.
pub(super) const PARTS: [Part; 6] =
    [Part::Statutory, Part::Required, Part::Recommended, Part::Reviews, Part::Encounters, Part::Benchmarks];

impl Part {
    /// Its name in files that programs read, and in anchors.
    pub fn id(self) -> &'static str {
        match self {
            Part::Statutory => "statutory",
            Part::Required => "required",
            Part::Recommended => "recommended",
            Part::Reviews => "reviews",
            Part::Encounters => "encounters",
            Part::Benchmarks => "benchmarks",
        }
    }

    /// Its heading.
    pub fn title(self) -> &'static str {
        match self {
            Part::Statutory => "What the law asks",
            Part::Required => "What your hub or trust requires",
            Part::Recommended => "What is recommended",
            Part::Reviews => "Reviews",
            Part::Encounters => "Encounters with providers",
            Part::Benchmarks => "Benchmarks in the programme",
        }
    }

    /// What it shows, in a sentence or two.
    pub(super) fn about(self) -> &'static str {
        match self {
            Part::Statutory => {
                "Found: the drafted documents say it. Where it does not bind a school, it does not apply."
            }
            Part::Required => "Found: the drafted documents say it.",
            Part::Recommended => "Found: the drafted documents say it. No document waits for these.",
            Part::Reviews => "Found: the day is still to come. Thin: it has passed. Missing: no day is set.",
            Part::Encounters => {
                "How many of the two encounters owed to each cohort are in the school's list, held or planned, and count."
            }
            Part::Benchmarks => {
                "What the activities of the programme show. Benchmarks 1 and 3 cannot be seen from activities."
            }
        }
    }

    /// Whether its columns are requirements.
    pub(super) fn is_of_requirements(self) -> bool {
        matches!(self, Part::Statutory | Part::Required | Part::Recommended)
    }
}

/// One thing that is looked for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Column {
    /// What it is known by: the id of a requirement, of a document, `year-9`, `benchmark-5`.
    pub id: String,
    /// Its heading.
    pub title: String,
    /// What is asked, in a sentence.
    pub asks: String,
    /// Where it is asked: the act, the regulation, the guidance.
    pub source: String,
    /// The same with the exact place.
    pub citation: String,
}

/// One school, or a trust itself.
#[derive(Clone, Debug)]
pub struct School {
    /// What it is known by in a later report: its number, or else its name, and its trust's file where that describes it.
    pub key: String,
    /// Its name; the file's where that could not be read.
    pub name: String,
    /// Its name as no other school of the report has it.
    pub label: String,
    /// Its unique reference number.
    pub urn: Option<String>,
    /// What kind of institution it is.
    pub kind: Option<&'static str>,
    /// Its year groups, as a profile writes them.
    pub years: String,
    /// The trust it belongs to.
    pub trust: Option<String>,
    /// The file in which it stands.
    pub file: String,
    /// Whether that file could be read.
    pub is_read: bool,
    /// The careers leader's name.
    pub leader: Option<String>,
    /// The careers leader's email address.
    pub email: Option<String>,
    /// What is in its cells, by part and column. What has none does not apply, or is not known where the file could not be read.
    pub cells: BTreeMap<(Part, String), Cell>,
    /// What was found, each with its place.
    pub entries: Vec<Entry>,
}

/// How it stands with one thing at one school.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum State {
    /// It is not asked of this school.
    DoesNotApply,
    /// It cannot be known: the file cannot be read, or a document could not be drafted.
    NotKnown,
    /// It is not there.
    Missing,
    /// It is there in part.
    Thin,
    /// It is there.
    Found,
}

/// All of them, the best first.
pub(super) const STATES: [State; 5] = [State::Found, State::Thin, State::Missing, State::DoesNotApply, State::NotKnown];

impl State {
    /// The words for it.
    pub fn word(self) -> &'static str {
        match self {
            State::DoesNotApply => "does not apply",
            State::NotKnown => "not known",
            State::Missing => "missing",
            State::Thin => "thin",
            State::Found => "found",
        }
    }

    /// The state of these words.
    pub(super) fn of_word(word: &str) -> Option<State> {
        STATES.into_iter().find(|state| state.word() == word)
    }

    /// Whether something is to be done.
    pub fn is_open(self) -> bool {
        matches!(self, State::Missing | State::Thin)
    }
}

/// One cell.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Cell {
    /// How it stands.
    pub state: State,
    /// What else is to be said: a day, a count.
    pub words: Option<String>,
    /// The day it is about, to be sorted by.
    pub day: Option<Date>,
    /// The document and the clause of it that prove that it is found.
    pub proof: Option<(String, String)>,
    /// The entry that says more, by its number among the school's.
    pub entry: Option<usize>,
}

impl Cell {
    /// A cell that only says how it stands.
    pub(super) fn of(state: State) -> Cell {
        Cell { state, words: None, day: None, proof: None, entry: None }
    }

    /// What it says: "thin: 1 of 2".
    pub fn text(&self) -> String {
        match &self.words {
            Some(words) => format!("{}: {words}", self.state.word()),
            None => self.state.word().to_owned(),
        }
    }
}

/// Something that was found, with its place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    /// The code.
    pub code: &'static str,
    /// What it means for the school.
    pub gravity: Gravity,
    /// What is wrong.
    pub title: String,
    /// What to write.
    pub remedy: Option<String>,
    /// The file.
    pub file: String,
    /// The line, from 1.
    pub line: Option<usize>,
    /// The field.
    pub field: Option<String>,
}

impl Entry {
    /// A finding with its place worked out; `file` is where it stands if it does not say so itself.
    pub(super) fn of(row: &Row, file: &str) -> Entry {
        Entry {
            code: row.code.id(),
            gravity: row.gravity,
            title: visible_line(&row.title),
            remedy: row.remedy().map(|words| visible_line(&words)),
            file: visible_line(row.file.as_deref().unwrap_or(file)),
            line: row.line,
            field: row.field.as_deref().map(visible_line),
        }
    }

    /// Where it is: "line 12 of schools/oakfield.yaml".
    pub fn place(&self) -> String {
        match self.line {
            Some(line) => format!("line {line} of {}", self.file),
            None => self.file.clone(),
        }
    }
}

impl School {
    /// What its cell says in a column. It has none where that does not concern it.
    pub fn cell(&self, part: Part, column: &str) -> Cell {
        let absent = if self.is_read { State::DoesNotApply } else { State::NotKnown };
        self.cells.get(&(part, column.to_owned())).cloned().unwrap_or_else(|| Cell::of(absent))
    }

    /// Its cells in a part, with the ids of their columns.
    pub(super) fn cells_of(&self, part: Part) -> impl Iterator<Item = (&str, &Cell)> {
        self.cells
            .range((part, String::new())..)
            .take_while(move |((of, _), _)| *of == part)
            .map(|((_, id), cell)| (id.as_str(), cell))
    }
}

/// What is otherwise than in an earlier report.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Changes {
    /// The day of the earlier report.
    pub since: Date,
    /// The changes, in the order of the schools; those of schools that are gone last.
    pub list: Vec<Change>,
}

/// One thing that is otherwise.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Change {
    /// Which way.
    pub turn: Turn,
    /// The school's label.
    pub school: String,
    /// Its number in this report, if it is in it.
    pub number: Option<usize>,
    /// The part, and the heading of the column; nothing where it is the school as a whole.
    pub what: Option<(Part, String)>,
    /// How it stood then; nothing where it was not asked.
    pub was: Option<State>,
    /// How it stands now; nothing where it is not asked.
    pub is: Option<State>,
}

/// Which way something changed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Turn {
    /// It got worse.
    Worse,
    /// It is new.
    New,
    /// It got better.
    Better,
    /// It is gone.
    Gone,
}

impl Turn {
    /// The word for it.
    pub fn word(self) -> &'static str {
        match self {
            Turn::Worse => "worse",
            Turn::New => "new",
            Turn::Better => "better",
            Turn::Gone => "gone",
        }
    }
}
