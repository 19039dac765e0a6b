//! Gathers many schools into one report, and puts its files in place.
//!
//! In: profiles' paths, [`Libraries`], a day. Out: a [`Report`] with a row for each school, a trust's schools too; and `report.html`,
//! `report.xlsx` and `report.json` in a folder. Each profile is read, drafted and checked once, and of each only its row is kept. A profile
//! that cannot be read is a row that says so.
//!
//! Not here: what a row holds and how a report looks (`report`).

use std::path::{Path, PathBuf};
use std::sync::Arc;

use super::batch;
use super::checked::Seen;
use super::intake::{Institution, Intake};
use super::library::{Libraries, Library};
use super::output;
use super::profiles::profile_name;
use super::trust::Joined;
use super::twins::Twins;
use crate::finding::{Failure, Finding, Row, visible_path};
use crate::law::Date;
use crate::profile::Identity;
use crate::report::{Earlier, Gathering, Looked, Report, School, look, render_html, render_json, sheets, unread};
use crate::text::{display_path, read_at_most};
use crate::workbook::write_workbook;

/// The largest report that is read: one of ten thousand schools is smaller.
const LARGEST: u64 = 512 << 20;
/// What the files of a report wait under while they are written.
const NAME: &str = "report";

/// What came of one profile.
pub struct Reported {
    /// The profile as it was taken in.
    pub intake: Intake,
    /// What kept it from being looked at; nothing if it was.
    pub unread: Vec<Finding>,
    rows: Vec<School>,
    library: Option<Arc<Library>>,
}

/// Looks at many schools, several at a time, and tells what came of each profile in the order of the paths.
pub fn report_all(
    paths: &[PathBuf],
    twins: &Twins,
    libraries: &Libraries,
    today: Date,
    mut take: impl FnMut(&Path, Result<Reported, Failure>),
) -> Report {
    let mut gathering = Gathering::new(today);
    let work = |path: &PathBuf| report_one(path, twins, libraries, today);
    batch::in_order(
        paths,
        work,
        |path, why| Err(Failure::fault(path, why)),
        |path, outcome: Result<Reported, Failure>| {
            let outcome = outcome.map(|mut reported| {
                let library = reported.library.take();
                for row in reported.rows.drain(..) {
                    gathering.add(row, library.as_ref().map(|library| &library.catalogue));
                }
                reported
            });
            if let Err(failure) = &outcome {
                gathering.add(unread_row(path, &[], Some(&failure.to_string())), None);
            }
            take(path, outcome);
        },
    );
    gathering.report()
}

fn report_one(path: &Path, twins: &Twins, libraries: &Libraries, today: Date) -> Result<Reported, Failure> {
    let intake = Intake::read(path)?;
    let reading: Vec<Finding> = twins.of(path).into_iter().chain(&intake.findings).cloned().collect();
    let Some(institution) = &intake.institution else {
        let rows = vec![unread_row(path, &rows_of(&reading, &intake), None)];
        return Ok(Reported { intake, unread: reading, rows, library: None });
    };
    let library = match libraries.of(&intake) {
        Ok(library) => library,
        Err(unusable) => {
            let found: Vec<Finding> = reading.into_iter().chain([*unusable]).collect();
            let rows = vec![unread_row(path, &rows_of(&found, &intake), None)];
            return Ok(Reported { intake, unread: found, rows, library: None });
        }
    };
    let rows = rows(&intake, institution, &reading, &library, today);
    Ok(Reported { intake, unread: Vec::new(), rows, library: Some(library) })
}

/// The rows of an institution: its own, and those of a trust's schools.
fn rows(
    intake: &Intake,
    institution: &Institution,
    reading: &[Finding],
    library: &Library,
    today: Date,
) -> Vec<School> {
    // No document is written, so what only a format would say is not asked.
    let Seen { case, drafts, mut each } = Seen::of(institution, library, &[], today);
    let context = intake.context();
    let file = display_path(&intake.path);
    let of_trust = Joined::new(Vec::new(), &institution.index, &intake.sources, &case);
    for ((school, _), found) in institution.schools.iter().zip(each.iter_mut().skip(1)) {
        found.retain(|finding| of_trust.placed(school, finding.clone()).is_some());
    }
    let publications = case.publications();
    let mut rows = Vec::new();
    for (number, ((publication, drafted), found)) in publications.iter().zip(&drafts).zip(&each).enumerate() {
        let school = number.checked_sub(1).and_then(|index| institution.schools.get(index)).map(|(school, _)| school);
        let place = |finding: &Finding| match school {
            Some(school) => Row::of(&school.place(finding.clone(), &institution.index, &intake.sources), &context),
            None => Row::of(finding, &context),
        };
        rows.push(look(&Looked {
            case: publication.case,
            drafts: if school.is_some() { vec![drafted, &drafts[0]] } else { vec![drafted] },
            findings: found,
            reading: if school.is_some() { &[] } else { reading },
            place: &place,
            file: file.clone(),
            trust: school.map(|_| institution.profile.setting.name.to_string()),
        }));
    }
    rows
}

fn rows_of(findings: &[Finding], intake: &Intake) -> Vec<Row> {
    findings.iter().map(|finding| Row::of(finding, &intake.context())).collect()
}

/// The row of a file that could not be read, known by what it says of itself even so.
fn unread_row(path: &Path, findings: &[Row], why: Option<&str>) -> School {
    let Identity { name, urn, .. } = Identity::of(path);
    unread(&name.unwrap_or_else(|| profile_name(path)), urn.as_deref(), &display_path(path), findings, why)
}

/// Reads an earlier report.
///
/// # Errors
/// If it cannot be got at, or is none.
pub fn read_report(path: &Path) -> Result<Earlier, Failure> {
    let bytes = read_at_most(path, LARGEST).map_err(|error| Failure::reading(path, error))?;
    Earlier::read(&bytes).map_err(|error| Failure::Unfit { path: visible_path(path), what: error.to_string() })
}

/// Writes the three files of a report into a folder, and gives their paths.
///
/// # Errors
/// If they cannot be written.
pub fn write_report(report: &Report, out: &Path) -> Result<Vec<PathBuf>, Failure> {
    let workbook = write_workbook(&sheets(report))
        .map_err(|error| Failure::Unfit { path: visible_path(&out.join("report.xlsx")), what: error.to_string() })?;
    // A workbook may be open in a spreadsheet, which keeps Windows from replacing it: then nothing is replaced.
    let files = [
        ("report.xlsx", workbook),
        ("report.html", render_html(report).into_bytes()),
        ("report.json", render_json(report).into_bytes()),
    ];
    output::put_beside(out, NAME, &files)
}
