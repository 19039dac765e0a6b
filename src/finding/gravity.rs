//! How findings are parted for people: by what they mean for the school, which is more than how severe they are.
//!
//! In: a [`Finding`]. Out: its [`Gravity`], and the words in which so many of one are counted.

use super::code::Mark;
use super::found::{Finding, Severity};

/// What a finding means for the school. The gravest is the last in this order, so that it is said last and stays on the screen.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Gravity {
    /// For information.
    Note,
    /// Recommended, or something a person should look at: the documents are made.
    Recommended,
    /// A gap in what a hub or trust requires by its pack: no document is made.
    Required,
    /// Something in the files that has to be put right: no document is made.
    Mistake,
    /// A gap in what the law asks: no document is made.
    Law,
}

/// All of them, the least grave first.
pub const GRAVITIES: [Gravity; 5] =
    [Gravity::Note, Gravity::Recommended, Gravity::Required, Gravity::Mistake, Gravity::Law];

impl Gravity {
    /// The word for it in a table: `law`, `required`, `mistake`, `recommended`, `note`.
    pub fn word(self) -> &'static str {
        match self {
            Gravity::Note => "note",
            Gravity::Recommended => "recommended",
            Gravity::Required => "required",
            Gravity::Mistake => "mistake",
            Gravity::Law => "law",
        }
    }

    /// Its name among the choices of `--only`.
    pub fn name(self) -> &'static str {
        match self {
            Gravity::Note => "notes",
            Gravity::Recommended => "recommended",
            Gravity::Required => "required",
            Gravity::Mistake => "mistakes",
            Gravity::Law => "law",
        }
    }

    /// So many of it, in words: "3 things the law asks for", "no recommendations".
    pub fn counted(self, number: usize) -> String {
        let (one, many) = match self {
            Gravity::Note => ("note", "notes"),
            Gravity::Recommended => ("recommendation", "recommendations"),
            Gravity::Required => ("thing your hub or trust requires", "things your hub or trust requires"),
            Gravity::Mistake => ("mistake to put right", "mistakes to put right"),
            Gravity::Law => ("thing the law asks for", "things the law asks for"),
        };
        match number {
            0 if self == Gravity::Law => "nothing missing that the law asks for".to_owned(),
            0 => format!("no {many}"),
            1 => format!("1 {one}"),
            _ => format!("{number} {many}"),
        }
    }

    /// Whether the documents wait for it.
    pub fn fails(self) -> bool {
        self >= Gravity::Required
    }
}

impl Finding {
    /// What it means for the school.
    pub fn gravity(&self) -> Gravity {
        match self.severity {
            Severity::Note => Gravity::Note,
            Severity::Warning => Gravity::Recommended,
            Severity::Error if !self.code.is(Mark::Gap) => Gravity::Mistake,
            Severity::Error if self.code.is(Mark::Required) => Gravity::Required,
            Severity::Error => Gravity::Law,
        }
    }
}
