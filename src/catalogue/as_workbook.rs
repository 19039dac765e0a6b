//! What is asked, as a workbook: a row for each requirement, and a column for each kind of institution.
//!
//! In: the catalogue, and the kind of institution that alone is asked for, if one is. Out: a [`Workbook`].
//!
//! Not here: the bytes of the file (`workbook`), or the other forms (`cli`).

use super::{Catalogue, Certainty, Duty, Requirement};
use crate::law::Setting;
use crate::text::capital;
use crate::workbook::{Cell, Look, Sheet, Workbook};

impl Catalogue {
    /// The requirements that concern a setting, or all, in a sheet to be sorted and filtered.
    pub fn as_workbook(&self, only: Option<Setting>) -> Workbook {
        let settings: Vec<Setting> =
            Setting::kinds().filter(|setting| only.is_none_or(|only| *setting == only)).collect();
        let kinds: Vec<String> = settings.iter().map(|setting| capital(setting.without_article())).collect();
        let columns: Vec<(&str, u16)> = [("Source", 40), ("What is asked", 60)]
            .into_iter()
            .chain(kinds.iter().map(|kind| (kind.as_str(), 16)))
            .chain([("How sure", 14), ("Note", 48), ("Requirement", 36), ("Clauses", 36), ("Pack", 18)])
            .collect();
        let concerns = |requirement: &&Requirement| {
            settings.iter().any(|setting| requirement.duty_of(*setting) != Duty::NotApplicable)
        };
        let rows = self.requirements.values().filter(concerns).map(|requirement| self.row(requirement, &settings));
        let sheet = Sheet::table("Requirements", &columns, rows.collect());
        Workbook { title: format!("What is asked: {}", self.editions_in_words()), sheets: vec![sheet] }
    }

    fn row(&self, requirement: &Requirement, settings: &[Setting]) -> Vec<Cell> {
        let certainty = match requirement.entry.certainty {
            Certainty::Sure => "sure",
            Certainty::FairlySure => "fairly sure",
            Certainty::Unsure => "not sure",
        };
        let clauses: Vec<&str> = self.clauses_of(&requirement.id).map(|clause| clause.id.as_str()).collect();
        // A pack may give anything for an address; only one of a page is followed.
        let page = requirement.url.as_ref().filter(|url| url.starts_with("https://") || url.starts_with("http://"));
        let source = Cell { link: page.cloned(), ..requirement.source.as_str().into() };
        let duties = settings.iter().map(|setting| duty(requirement, *setting));
        let rest = [
            certainty,
            requirement.entry.note.as_deref().unwrap_or_default(),
            &requirement.id,
            &clauses.join("\n"),
            &requirement.pack,
        ];
        let asks = requirement.entry.asks.as_str().into();
        [source, asks].into_iter().chain(duties).chain(rest.map(Cell::from)).collect()
    }
}

/// What is asked of a setting by a requirement, with what carries it there.
fn duty(requirement: &Requirement, setting: Setting) -> Cell {
    let duty = requirement.duty_of(setting);
    let look = match duty {
        Duty::Statutory | Duty::Required => Look::Statutory,
        Duty::Recommended => Look::Recommended,
        Duty::Optional | Duty::NotApplicable => Look::Plain,
    };
    let through = requirement.through.get(&setting).map(|by| format!(", through {by}")).unwrap_or_default();
    Cell::of(format!("{}{through}", duty.word()), look)
}
