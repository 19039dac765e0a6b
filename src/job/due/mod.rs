//! What falls due for review: the dates of many schools in one list, soonest first.
//!
//! In: profiles' paths and a day. Out: [`Due`], one for each document that a school has; and the list as CSV, JSON or a calendar.
//!
//! A document without a date is in the list too: nobody would otherwise notice that it is never reviewed. The website's
//! information is listed only where its date is given, for it is no document of its own.
//!
//! Not here: whether the dates are allowed (`check`), or what is printed on the terminal (`cli`).

mod csv;
mod ics;

use std::path::{Path, PathBuf};

use serde::Serialize;

use super::{Outcome, Workshop, batch, profile_name, read};
use crate::case::{Case, wording_finding};
use crate::catalogue::Outline;
use crate::check::{REVIEWED, Reviewed};
use crate::draft::is_due;
use crate::finding::{Failure, Finding};
use crate::law::Date;
use crate::profile::Profile;
use crate::text::{display_path, sha256};

pub use csv::due_csv;
pub use ics::due_ics;

/// A review of one document of one school.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Due {
    /// The day by which it is to be done; none if the profile does not say.
    pub due: Option<Date>,
    /// How that day stands to today.
    pub status: Status,
    /// The days until then; less than nothing if it is overdue.
    pub days: Option<i32>,
    /// The school's name.
    pub school: String,
    /// The document's id: `careers-policy`.
    pub document: &'static str,
    /// What the document is called.
    pub name: &'static str,
    /// The profile's path as it was given.
    pub file: String,
    /// The field that holds the day.
    pub field: String,
    /// What stays the same when the day moves, so that a calendar knows the entry again.
    #[serde(skip)]
    uid: String,
}

/// How the day of a review stands to today.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Status {
    /// It is past.
    Overdue,
    /// It is today or still to come.
    ToCome,
    /// There is none.
    NoDate,
}

impl Workshop {
    /// Reads many schools' profiles, several at a time, and hands on in the order of the paths what falls due for each.
    pub fn due_all(
        &self,
        paths: &[PathBuf],
        today: Date,
        mut take: impl FnMut(&Path, Result<(Outcome, Vec<Due>), Failure>),
    ) {
        let look = |path: &PathBuf| {
            let mut outcome = read(path)?;
            let found = outcome.profile.as_ref().map(|profile| self.due(path, profile, today)).transpose();
            let due = found.unwrap_or_else(|finding| {
                outcome.findings.push(*finding);
                None
            });
            Ok((outcome, due.unwrap_or_default()))
        };
        batch::in_order(paths, look, |path, outcome| take(path, outcome));
    }

    /// What falls due for one school.
    fn due(&self, path: &Path, profile: &Profile, today: Date) -> Result<Vec<Due>, Box<Finding>> {
        let mut list = Vec::new();
        for reviewed in self.reviewed(profile, today)? {
            let due = reviewed.next_review(profile);
            let days = due.map(|day| today.days_until(day));
            list.push(Due {
                due,
                status: days.map_or(Status::NoDate, |days| if days < 0 { Status::Overdue } else { Status::ToCome }),
                days,
                school: profile.setting.name.to_string(),
                document: reviewed.document(),
                name: reviewed.name(),
                file: display_path(path),
                field: format!("{}.next_review", reviewed.section()),
                uid: uid(path, profile, reviewed),
            });
        }
        Ok(list)
    }

    /// What a school has to review: the documents that are made for it, and its website's information if that has a date.
    pub(super) fn reviewed(&self, profile: &Profile, today: Date) -> Result<Vec<Reviewed>, Box<Finding>> {
        let case = Case::new(profile, &self.catalogue, &self.engine, today);
        let mut list = Vec::new();
        for reviewed in REVIEWED {
            // A trust reviews the policy that takes the place of its schools' own.
            let named = |outline: &&Outline| match case.is_trust() {
                true => outline.in_place_of.as_deref() == Some(reviewed.document()),
                false => outline.document == reviewed.document(),
            };
            let outline = self.catalogue.outlines.iter().find(named);
            let is_made = outline.map_or(Ok(false), |outline| is_due(&case, outline));
            let is_made = is_made.map_err(|error| Box::new(wording_finding(&error)))?;
            if is_made && (reviewed.months().is_some() || reviewed.next_review(profile).is_some()) {
                list.push(reviewed);
            }
        }
        Ok(list)
    }
}

/// Puts a list into order: the soonest first, those without a date last.
pub fn sort_due(list: &mut [Due]) {
    let key = |due: &Due| (due.due.is_none(), due.due, due.school.clone(), due.file.clone());
    list.sort_by_key(key);
}

/// The list for programs: one object a review, always with the same keys.
pub fn due_json(list: &[Due]) -> String {
    serde_json::to_string_pretty(list).unwrap_or_default() + "\n"
}

/// A school is known by its reference number, and one without by its name and its profile's; never by where the file lies, which
/// differs from computer to computer.
fn uid(path: &Path, profile: &Profile, reviewed: Reviewed) -> String {
    let school = match &profile.setting.urn {
        Some(urn) => urn.to_string(),
        None => format!("{}\n{}", profile.setting.name, profile_name(path)),
    };
    let mark = sha256(format!("{school}\n{}", reviewed.document()).as_bytes());
    format!("{}@careers-policy", &mark[..32])
}
