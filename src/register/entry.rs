//! What the register says of one school.
//!
//! In: a row and where each column is. Out: an [`Entry`]. Columns are known by their names; one that the file lacks says nothing.

use std::collections::BTreeMap;

use super::words::{day, number, said, telephone, website, years};
use crate::law::{Date, YearGroups};
use crate::workbook::Row;

/// A school in the register.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Entry {
    /// Its unique reference number.
    pub urn: u32,
    /// The line of the file in which it stands.
    pub line: u64,
    /// Its name.
    pub name: String,
    /// The code of its kind, as `kinds` lists them.
    pub kind_code: Option<u32>,
    /// The name of its kind.
    pub kind_name: Option<String>,
    /// The kind of a further education college.
    pub further_education: Option<String>,
    /// The code of its status: 1 open, 2 closed, 3 open but to close, 4 to open.
    pub status: Option<u32>,
    /// The day on which it opened or is to open.
    pub opens: Option<Date>,
    /// The day on which it closed or is to close.
    pub closes: Option<Date>,
    /// Why it closed.
    pub closed_for: Option<String>,
    /// The statutory ages, the lowest and the highest.
    pub ages: Option<(u32, u32)>,
    /// The name of its local authority.
    pub local_authority: Option<String>,
    /// The name of its trust or trusts.
    pub trust: Option<String>,
    /// Its address on one line.
    pub address: Option<String>,
    /// Its telephone number.
    pub phone: Option<String>,
    /// Its website.
    pub website: Option<String>,
    /// The name of its head, as they are addressed.
    pub head: Option<String>,
    /// What its head is called: headteacher, principal.
    pub head_title: Option<String>,
}

/// Where the columns of a file are, by their names in small letters.
#[derive(Debug, Default)]
pub(super) struct Columns(BTreeMap<String, usize>);

impl Columns {
    /// The columns that the first row of a file names.
    pub(super) fn of(first: Row<'_>) -> Columns {
        let name = |at: usize| first.words(at).trim_start_matches('\u{feff}').trim().to_lowercase();
        let mut columns = BTreeMap::new();
        for at in 0..first.len() {
            columns.entry(name(at)).or_insert(at);
        }
        Columns(columns)
    }

    /// Where a column is.
    pub(super) fn at(&self, name: &str) -> Option<usize> {
        self.0.get(&name.to_lowercase()).copied()
    }

    /// The words of a row in a column; nothing where there is none.
    pub(super) fn words(&self, row: Row<'_>, name: &str) -> Option<String> {
        said(&row.words(self.at(name)?))
    }
}

impl Entry {
    /// What a row says.
    pub(super) fn of(row: Row<'_>, urn: u32, columns: &Columns) -> Entry {
        let words = |name: &str| columns.words(row, name);
        let number = |name: &str| number(&words(name)?);
        let day = |name: &str| day(&words(name)?);
        let together = |names: &[&str], between: &str| {
            let mut parts: Vec<String> = Vec::new();
            for part in names.iter().filter_map(|name| words(name)) {
                // A village stands in the register as its locality and as its town.
                if !parts.contains(&part) {
                    parts.push(part);
                }
            }
            (!parts.is_empty()).then(|| parts.join(between))
        };
        // Of a title alone nobody can be called.
        let has_name = words("HeadLastName").is_some();
        Entry {
            urn,
            line: row.line(),
            name: words("EstablishmentName").unwrap_or_default(),
            kind_code: number("TypeOfEstablishment (code)"),
            kind_name: words("TypeOfEstablishment (name)"),
            further_education: words("FurtherEducationType (name)"),
            status: number("EstablishmentStatus (code)")
                .or_else(|| status_named(&words("EstablishmentStatus (name)")?)),
            opens: day("OpenDate"),
            closes: day("CloseDate"),
            closed_for: words("ReasonEstablishmentClosed (name)"),
            ages: number("StatutoryLowAge").zip(number("StatutoryHighAge")),
            local_authority: words("LA (name)"),
            trust: words("Trusts (name)"),
            address: together(&["Street", "Locality", "Address3", "Town", "County (name)", "Postcode"], ", "),
            phone: telephone(&words("TelephoneNum").unwrap_or_default()),
            website: website(&words("SchoolWebsite").unwrap_or_default()),
            head: has_name.then(|| together(&["HeadTitle (name)", "HeadFirstName", "HeadLastName"], " ")).flatten(),
            head_title: words("HeadPreferredJobTitle"),
        }
    }

    /// The year groups between its statutory ages.
    pub fn years(&self) -> Option<YearGroups> {
        self.ages.and_then(|(low, high)| years(low, high))
    }

    /// Whether a college is called a sixth-form college.
    pub(super) fn is_sixth_form_college(&self) -> bool {
        self.further_education.as_ref().is_some_and(|kind| kind.to_lowercase().replace('-', " ").contains("sixth form"))
    }
}

/// The code of a status that is told by its name alone.
fn status_named(name: &str) -> Option<u32> {
    let name = name.to_lowercase();
    let names = ["open", "closed", "open, but proposed to close", "proposed to open"];
    names.iter().position(|known| *known == name).and_then(|at| u32::try_from(at + 1).ok())
}
