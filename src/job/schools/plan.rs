//! Makes profiles of the rows of a list: new ones, and changes of those that a folder holds.
//!
//! In: a list, the folder, what the profiles share, the register. Out: for each row [`Planned`], or [`Refused`] with the cell and the reason. A row is taken
//! whole or not at all, and nothing is written before [`Planned::write`].
//!
//! A row belongs to the profile with its URN; without one, to the only profile of its name. A file of another school is never written over. What a row leaves
//! empty stays as it is, and the register fills in only what a new profile would lack.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use serde_json::Value as Json;

use super::cells::words_of;
use super::columns::label;
use super::laid::{Differs, differing, laid_over};
use super::list::{List, Refused};
use crate::finding::{Failure, visible_path};
use crate::job::intake::Intake;
use crate::job::library::{Libraries, Library};
use crate::job::new::{Begun, Unwritten, file_name_for, short_profile_of_many, take_entry};
use crate::job::profiles::find_profiles;
use crate::job::rewritten::Rewritten;
use crate::law::{Date, Setting};
use crate::profile::{Identity, kind_named, kinds};
use crate::register::{Register, urn_of};
use crate::text::{create_file, sentence, slug};
use crate::workbook::Value;

/// What the profiles of a list have in common.
pub struct SchoolsOptions<'a> {
    /// The folder that holds them.
    pub folder: &'a Path,
    /// The file whose answers new ones share, by the way to it from the folder.
    pub extends: Option<String>,
    /// The pack that new ones use, by the way to it from the folder.
    pub pack: Option<String>,
    /// The register, with the name of its file.
    pub register: Option<(&'a Register, String)>,
}

/// What becomes of a row.
#[derive(Debug)]
pub enum Done {
    /// A new profile, with what it takes from the register to be confirmed.
    New,
    /// Answers of a profile are changed.
    Changed(Vec<Differs>),
    /// The profile says so already.
    Unchanged,
}

/// A row that was taken. Nothing is written yet.
#[derive(Debug)]
pub struct Planned {
    /// The row as spreadsheets number it.
    pub row: u32,
    /// The profile's file.
    pub path: PathBuf,
    /// What becomes of it.
    pub done: Done,
    /// What has to be told of it, in sentences.
    pub told: Vec<String>,
    text: Text,
}

#[derive(Debug)]
enum Text {
    New(String),
    Changed(Rewritten),
    Same,
}

impl Planned {
    /// Puts the profile in place.
    ///
    /// # Errors
    /// If it cannot be written, or another program was there in the meantime.
    pub fn write(&self) -> Result<(), Failure> {
        match &self.text {
            Text::New(text) => {
                create_file(&self.path, text.as_bytes()).map_err(|error| Failure::writing(&self.path, error))
            }
            Text::Changed(text) => text.write(),
            Text::Same => Ok(()),
        }
    }
}

/// A cell in which something stands.
struct Filled {
    field: &'static str,
    place: String,
    words: String,
}

/// Works out what becomes of each row of a list, in their order.
pub fn plan_schools(
    list: &List<'_>,
    options: &SchoolsOptions<'_>,
    library: &Library,
    today: Date,
) -> (Vec<Planned>, Vec<Refused>) {
    let known = match options.folder.is_dir() {
        // A folder without profiles is one that the list begins.
        true => find_profiles(&[options.folder.to_owned()]).unwrap_or_default(),
        false => Vec::new(),
    };
    let known = known.into_iter().map(|path| (Identity::of(&path), path)).collect();
    let mut planner = Planner {
        options,
        library,
        libraries: Libraries::new(Vec::new(), Vec::new()),
        today,
        known,
        seen: BTreeSet::new(),
    };
    let (mut planned, mut refused) = (Vec::new(), Vec::new());
    for (at, row) in list.rows() {
        match filled(list, at, row).and_then(|cells| planner.row(list, at, &cells)) {
            Ok(plan) => planned.push(plan),
            Err(why) => refused.push(why),
        }
    }
    (planned, refused)
}

/// The cells of a row in which something stands.
fn filled(list: &List<'_>, at: usize, row: &[Value]) -> Result<Vec<Filled>, Refused> {
    let mut cells = Vec::new();
    for column in &list.columns {
        let value = usize::try_from(column.at).ok().and_then(|at| row.get(at)).unwrap_or(&Value::Empty);
        let place = list.place(at, column.at);
        match words_of(value, column.field) {
            Ok(Some(words)) => cells.push(Filled { field: column.field, place, words }),
            Ok(None) => {}
            Err(why) => return Err(refused(at, place, why)),
        }
    }
    Ok(cells)
}

fn refused(at: usize, place: String, why: String) -> Refused {
    Refused { row: number(at), place, why }
}

fn number(at: usize) -> u32 {
    u32::try_from(at + 1).unwrap_or(u32::MAX)
}

struct Planner<'a> {
    options: &'a SchoolsOptions<'a>,
    library: &'a Library,
    libraries: Libraries,
    today: Date,
    /// The profiles of the folder, and those that rows before this one begin.
    known: Vec<(Identity, PathBuf)>,
    /// The files that rows before this one are for.
    seen: BTreeSet<PathBuf>,
}

impl Planner<'_> {
    fn row(&mut self, list: &List<'_>, at: usize, cells: &[Filled]) -> Result<Planned, Refused> {
        let cell = |field: &str| cells.iter().find(|cell| cell.field == field);
        let whole = list.column("setting.urn").or(list.column("setting.name")).unwrap_or_default();
        let of_row = |why: String| refused(at, list.place(at, whole), why);
        let urn = cell("setting.urn");
        if let Some(urn) = urn.filter(|urn| urn_of(&urn.words).is_none()) {
            return Err(refused(at, urn.place.clone(), format!("\"{}\" is no URN: it has six digits.", urn.words)));
        }
        if urn.is_none() && cell("setting.name").is_none() {
            return Err(of_row("The row names no school: write its URN, or its name.".to_owned()));
        }
        let identity = Identity {
            name: cell("setting.name").map(|cell| cell.words.clone()),
            urn: urn.map(|urn| urn.words.trim_end_matches(".0").to_owned()),
            postcode: None,
        };
        let same: Vec<PathBuf> =
            self.known.iter().filter(|(other, _)| is_one(&identity, other)).map(|(_, path)| path.clone()).collect();
        match &same[..] {
            [] => self.begin(list, at, cells, identity, of_row),
            [path] if !self.seen.insert(path.clone()) => {
                Err(of_row("An earlier row is for the same school; leave one of them out.".to_owned()))
            }
            [path] => self.update(at, cells, path, of_row),
            [first, others @ ..] => {
                let files =
                    others.iter().fold(visible_path(first), |all, path| format!("{all}, {}", visible_path(path)));
                Err(of_row(format!(
                    "Several profiles are for this school: {files}. Leave one of them, or write each one's URN into it."
                )))
            }
        }
    }

    fn begin(
        &mut self,
        list: &List<'_>,
        at: usize,
        cells: &[Filled],
        identity: Identity,
        of_row: impl Fn(String) -> Refused,
    ) -> Result<Planned, Refused> {
        let mut begun = Begun::default();
        (begun.extends, begun.pack) = (self.options.extends.clone(), self.options.pack.clone());
        if let Some(kind) = cells.iter().find(|cell| cell.field == "setting.type") {
            begun.setting = Some(self.kind(kind).map_err(|why| refused(at, kind.place.clone(), why))?);
        }
        let mut told = Vec::new();
        let urn = identity.urn.as_deref().and_then(urn_of);
        if let (Some((register, file)), Some(urn)) = (&self.options.register, urn) {
            let entry = register.entry(urn).map_err(|why| of_row(sentence(&why.to_string())))?;
            told = take_entry(&mut begun, entry, register, file, self.library, self.today)
                .map_err(|why| of_row(sentence(&why.replace("with `--setting`", "in a column Type"))))?;
        }
        if begun.setting.is_none() {
            let column = match list.column("setting.type") {
                Some(_) => "write its kind into the column Type",
                None => "add a column Type",
            };
            return Err(of_row(format!(
                "What kind of institution it is, is not known: {column}, or name the register with `--register`."
            )));
        }
        for cell in cells.iter().filter(|cell| cell.field != "setting.type") {
            begun
                .take(cell.field, &cell.words, self.library, self.today)
                .map_err(|why| refused(at, cell.place.clone(), self.of_cell(cell, &why)))?;
        }
        let Some(name) = begun.name().map(str::to_owned) else {
            return Err(of_row("Its name is not known: add it, or name the register with `--register`.".to_owned()));
        };
        let path = self.free_path(&name, identity.urn.as_deref()).map_err(|taken| {
            of_row(format!("{} is there already and is not this school's; it stays as it is.", visible_path(&taken)))
        })?;
        let text = short_profile_of_many(&begun, &path, &self.libraries, self.today).map_err(|why| match why {
            Unwritten::Found(intake) => {
                let first = intake.findings.first().map(|found| found.title.clone()).unwrap_or_default();
                of_row(sentence(&first))
            }
            Unwritten::Failure(failure) => of_row(sentence(&failure.to_string())),
            Unwritten::Unloadable(_) => {
                of_row("Its pack cannot be used: careers-policy pack check says why.".to_owned())
            }
            Unwritten::Wording(error) => of_row(sentence(&error.to_string())),
        })?;
        self.seen.insert(path.clone());
        self.known.push((Identity { name: Some(name), ..identity }, path.clone()));
        Ok(Planned { row: number(at), path, done: Done::New, told, text: Text::New(text) })
    }

    /// The file for a new profile: named after the school, and after its number too where another school has the name.
    fn free_path(&self, name: &str, urn: Option<&str>) -> Result<PathBuf, PathBuf> {
        let is_free = |path: &PathBuf| !path.exists() && !self.known.iter().any(|(_, other)| other == path);
        let path = self.options.folder.join(file_name_for(Some(name)));
        if is_free(&path) {
            return Ok(path);
        }
        let numbered = urn.map(|urn| self.options.folder.join(file_name_for(Some(&format!("{} {urn}", slug(name))))));
        numbered.filter(is_free).ok_or(path)
    }

    fn update(
        &self,
        at: usize,
        cells: &[Filled],
        path: &Path,
        of_row: impl Fn(String) -> Refused,
    ) -> Result<Planned, Refused> {
        let name = visible_path(path);
        let intake = Intake::read(path).map_err(|failure| of_row(sentence(&failure.to_string())))?;
        let Some(institution) = &intake.institution else {
            return Err(of_row(format!("{name} cannot be read: `careers-policy check` says why.")));
        };
        let mut begun = Begun::of(institution.profile.setting.kind);
        let mut answers: Vec<(&'static str, Json)> = Vec::new();
        for cell in cells {
            let value = match cell.field {
                "setting.type" => self.kind(cell).map(|kind| {
                    begun.setting = Some(kind);
                    Json::from(kind.id())
                }),
                field => begun.value(field, &cell.words, self.library, self.today),
            };
            answers.push((cell.field, value.map_err(|why| refused(at, cell.place.clone(), self.of_cell(cell, &why)))?));
        }
        let differs = differing(&intake, institution, &answers, |_, _, _| false);
        if differs.is_empty() {
            return Ok(Planned {
                row: number(at),
                path: path.to_owned(),
                done: Done::Unchanged,
                told: Vec::new(),
                text: Text::Same,
            });
        }
        answers.retain(|(field, _)| differs.iter().any(|differs| differs.field == *field));
        let text = laid_over(path, &intake, institution, &answers).map_err(|why| of_row(sentence(&why)))?;
        Ok(Planned {
            row: number(at),
            path: path.to_owned(),
            done: Done::Changed(differs),
            told: Vec::new(),
            text: Text::Changed(text),
        })
    }

    fn kind(&self, cell: &Filled) -> Result<Setting, String> {
        kind_named(&cell.words, &kinds()).map_err(|could| {
            let could: Vec<&str> = could.into_iter().map(Setting::id).collect();
            let typed = &cell.words;
            match &could[..] {
                [] => format!("\"{typed}\" is no kind of institution. Write one of the words that `careers-policy new --setting` takes, such as academy."),
                [only] => format!("\"{typed}\" is no kind of institution; did you mean {only}?"),
                several => format!("\"{typed}\" can be several kinds of institution: write {}.", several.join(" or ")),
            }
        })
    }

    fn of_cell(&self, cell: &Filled, why: &str) -> String {
        format!("{} \"{}\" cannot be taken. {why}", label(cell.field), cell.words)
    }
}

/// Whether a row and a profile are of one school: of one number; without one, of one name.
fn is_one(row: &Identity, profile: &Identity) -> bool {
    match (&row.urn, &profile.urn) {
        (Some(row), Some(profile)) => row == profile,
        _ => row.is_of(profile),
    }
}
