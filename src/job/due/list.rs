//! The reviews of many schools in one list, soonest first.
//!
//! In: profiles' paths and a day. Out: [`Due`], one for each document that a school has.

use std::path::{Path, PathBuf};

use serde::Serialize;

use crate::finding::{Failure, Finding};
use crate::job::batch;
use crate::job::build::{Documents, Outcome};
use crate::job::intake::{Institution, Intake};
use crate::job::library::Library;
use crate::job::profiles::profile_name;
use crate::job::to_review::to_review;
use crate::job::twins::Twins;
use crate::law::Date;
use crate::profile::{Profile, Reviewed};
use crate::text::{display_path, sha256};
use crate::words::WordingError;

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
    /// The careers leader, who sees to it; none if the profile does not name one.
    pub owner: Option<String>,
    /// The careers leader's email address.
    pub email: Option<String>,
    /// What stays the same when the day moves, so that a calendar knows the entry again.
    #[serde(skip)]
    pub(super) uid: String,
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

impl Status {
    /// The word for it in a table: `overdue`.
    pub fn word(self) -> &'static str {
        match self {
            Status::Overdue => "overdue",
            Status::ToCome => "to come",
            Status::NoDate => "no date",
        }
    }
}

/// Reads many schools' profiles, several at a time, and hands on in the order of the paths what falls due for each.
pub fn due_all(
    paths: &[PathBuf],
    twins: &Twins,
    library: &Library,
    today: Date,
    mut take: impl FnMut(&Path, Result<(Outcome, Vec<Due>), Failure>),
) {
    let look = |path: &PathBuf| {
        let intake = Intake::read(path)?;
        let mut findings: Vec<Finding> = twins.of(path).into_iter().chain(&intake.findings).cloned().collect();
        let due = match intake.institution.as_ref().map(|institution| due(path, institution, library, today)) {
            Some(Ok(due)) => due,
            Some(Err(error)) => {
                findings.push(error.into());
                Vec::new()
            }
            None => Vec::new(),
        };
        Ok((Outcome { intake, findings, documents: Documents::NotWritten }, due))
    };
    batch::in_order(paths, look, |path, why| Err(Failure::fault(path, why)), |path, outcome| take(path, outcome));
}

/// What falls due for one institution, and for the schools that its file describes.
fn due(path: &Path, institution: &Institution, library: &Library, today: Date) -> Result<Vec<Due>, WordingError> {
    let list = to_review(institution, library, today)?.into_iter().map(|to_review| {
        let (reviewed, profile) = (to_review.reviewed, to_review.profile);
        let due = reviewed.next_review(profile);
        let days = due.map(|day| today.days_until(day));
        Due {
            due,
            status: days.map_or(Status::NoDate, |days| if days < 0 { Status::Overdue } else { Status::ToCome }),
            days,
            school: profile.setting.name.to_string(),
            document: reviewed.document(),
            name: reviewed.name(),
            file: display_path(path),
            field: to_review.field("next_review", institution),
            owner: profile.roles.careers_leader.name.as_deref().map(str::to_owned),
            email: profile.roles.careers_leader.email.as_deref().map(str::to_owned),
            uid: uid(path, profile, reviewed),
        }
    });
    Ok(list.collect())
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
