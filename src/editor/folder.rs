//! What is done with whole profiles: begun, made of a form in Excel, doubled for a sibling, laid in the bin.
//!
//! In: what was written on the folder's page. Out: the new profile's page, or why there is none. A file that is there already is never written over.

use std::path::{Path, PathBuf};

use super::asked::{Answer, Asked, encoded};
use super::change::laid;
use super::names::file_name;
use super::seen::tree;
use super::state::{Editor, State};
use crate::finding::visible_line;
use crate::form::node_at;
use crate::job::{
    Begun, Library, Unfilled, Unwritten, file_name_for, fill_profile, read_registers, short_profile, take_entry,
};
use crate::law::Setting;
use crate::register::urn_of;
use crate::text::create_file;
use crate::workbook::{LARGEST_WORKBOOK, read_workbook};
use crate::yaml::Meant;

/// The folder for profiles that were taken away.
const BIN: &str = "bin";
/// What is put behind the name of a file in the bin, so that no command takes it for a profile.
const IN_BIN: &str = "copy";

/// What is one institution's alone: where it is, and what its own governors approved.
const NOT_A_SIBLINGS: [&str; 19] = [
    "setting.urn",
    "setting.phone",
    "setting.address",
    "setting.website",
    "setting.privacy_notice",
    "policy.version",
    "policy.approved_by",
    "policy.approved_on",
    "policy.effective_on",
    "policy.next_review",
    "policy.status",
    "policy.url",
    "policy.signed",
    "policy.history",
    "provider_access.url",
    "provider_access.version",
    "provider_access.approved_by",
    "provider_access.approved_on",
    "provider_access.next_review",
];

/// Begins a profile.
pub(super) fn begin(editor: &Editor, asked: &Asked) -> Answer {
    let made = library(editor).and_then(|library| {
        let begun = begun(editor, asked, &library)?;
        let path = new_path(editor, begun.name())?;
        let text = short_profile(&begun, &path, &library, editor.today()).map_err(unwritten)?;
        create(&path, &text)
    });
    arrive(editor, made, "No profile was begun")
}

fn begun(editor: &Editor, asked: &Asked, library: &Library) -> Result<Begun, String> {
    let mut begun = Begun::default();
    begun.setting = Setting::from_id(asked.field("setting"));
    let answers = [("setting.name", "name"), ("setting.year_groups", "years"), ("setting.urn", "urn")];
    for (field, input) in answers {
        let typed = asked.field(input);
        if !typed.is_empty() {
            begun.take(field, typed, library, editor.today())?;
        }
    }
    let register = asked.field("register");
    if !register.is_empty() {
        let number =
            urn_of(asked.field("urn")).ok_or("Give the school's URN, six digits, to look it up in the register.")?;
        let path = editor.file(register, &["csv"]).ok_or("That register file is not in the folder any more.")?;
        let read = read_registers(&[path], &[number].into()).map_err(|failure| failure.to_string())?;
        let entry = read.entry(number).map_err(|why| why.to_string())?;
        take_entry(&mut begun, entry, &read, register, library, editor.today())?;
    }
    if begun.setting.is_none() {
        return Err("Choose what kind of institution it is.".to_owned());
    }
    if begun.name().is_none() {
        return Err("Write the name of the institution, as it is to be printed.".to_owned());
    }
    Ok(begun)
}

/// Makes a profile of a form in Excel.
pub(super) fn from_workbook(editor: &Editor, asked: &Asked) -> Answer {
    let made = match &asked.files[..] {
        [] => Err("Choose the form that was filled in.".to_owned()),
        [upload, ..] if upload.bytes.is_empty() => Err("Choose the form that was filled in.".to_owned()),
        [upload, ..] if upload.bytes.len() as u64 > LARGEST_WORKBOOK => {
            Err("This file is too large to be a form.".to_owned())
        }
        [upload, ..] => {
            let stem = Path::new(&upload.name).file_stem().unwrap_or_default().to_string_lossy().into_owned();
            // It goes into a remark of the profile, and so onto one line.
            let name = visible_line(&upload.name);
            let sheets = read_workbook(&upload.bytes, &name).map_err(|why| why.to_string());
            sheets.and_then(|sheets| {
                let path = new_path(editor, Some(&stem))?;
                let filled = fill_profile(&sheets, &name, &path).map_err(unfilled)?;
                filled.write().map_err(|failure| failure.to_string())?;
                Ok(path)
            })
        }
    };
    arrive(editor, made, "No profile was made")
}

/// Doubles a profile for a sibling: all answers but those that are one school's alone.
pub(super) fn double(editor: &Editor, state: &mut State, asked: &Asked, path: &Path) -> Answer {
    let name = asked.field("name");
    let made = state.profile(path).map_err(|failure| failure.to_string()).and_then(|opened| {
        if name.is_empty() {
            return Err("Write the name of the other institution.".to_owned());
        }
        let root = tree(&opened.text).ok_or("This file is not written as YAML, so it cannot be doubled.")?;
        let mut fields = vec![("setting.name".to_owned(), Meant::Words(name.to_owned()))];
        let there = NOT_A_SIBLINGS.into_iter().filter(|field| node_at(&root, field).is_some());
        fields.extend(there.map(|field| (field.to_owned(), Meant::Nothing)));
        let text =
            laid(&opened.text, fields).map_err(|_| "This file is written in a way that cannot be changed safely.")?;
        let path = new_path(editor, Some(name))?;
        create(&path, &text)
    });
    arrive(editor, made, "The profile was not doubled")
}

/// Lays a profile in the bin: a folder beside it, in which it stays until somebody empties it.
#[expect(clippy::disallowed_methods, reason = "a file is moved where the user asked for it")]
pub(super) fn to_bin(editor: &Editor, state: &mut State, path: &Path) -> Answer {
    let bin = editor.options.folder.join(BIN);
    let name = file_name(path);
    let mut target = bin.join(format!("{name}.{IN_BIN}"));
    let mut number = 2;
    while target.exists() {
        target = bin.join(format!("{name}.{number}.{IN_BIN}"));
        number += 1;
    }
    match std::fs::create_dir_all(&bin).and_then(|()| std::fs::rename(path, &target)) {
        Ok(()) => {
            state.forget(path);
            let target = format!("{BIN}/{}", file_name(&target));
            Answer::to(format!("/?gone={}&to={}", encoded(&name), encoded(&target)))
        }
        Err(error) => editor.pages.problem("The profile was not moved", &error.to_string()),
    }
}

/// The path of a new profile in the folder.
fn new_path(editor: &Editor, institution: Option<&str>) -> Result<PathBuf, String> {
    let name = file_name_for(institution);
    let path = editor.options.folder.join(&name);
    match path.exists() {
        true => Err(format!(
            "There is a file {name} already, and it stays as it is. Give that file another name, or this institution."
        )),
        false => Ok(path),
    }
}

fn create(path: &Path, text: &str) -> Result<PathBuf, String> {
    create_file(path, text.as_bytes()).map_err(|error| error.to_string())?;
    Ok(path.to_owned())
}

fn library(editor: &Editor) -> Result<std::sync::Arc<Library>, String> {
    editor.options.libraries.common().map_err(|why| {
        why.findings.first().map_or_else(|| "the wording cannot be used".to_owned(), |finding| finding.title.clone())
    })
}

fn unwritten(why: Unwritten) -> String {
    match why {
        Unwritten::Found(intake) => intake.findings.first().map_or_else(String::new, |finding| finding.title.clone()),
        Unwritten::Failure(failure) => failure.to_string(),
        Unwritten::Unloadable(unloadable) => {
            unloadable.findings.first().map_or_else(String::new, |finding| finding.title.clone())
        }
        Unwritten::Wording(error) => error.to_string(),
    }
}

/// What is wrong with a form, each slip with its cell.
fn unfilled(why: Unfilled) -> String {
    match why {
        Unfilled::NotAForm(why) | Unfilled::Refused(why) => why,
        Unfilled::Failure(failure) => failure.to_string(),
        Unfilled::Found(intake) => intake.findings.first().map_or_else(String::new, |finding| finding.title.clone()),
        Unfilled::Slips(slips, _) => {
            let told = slips.iter().map(|slip| match &slip.at {
                crate::finding::Place::File(cell) => format!("{cell}: {}", slip.title),
                _ => slip.title.clone(),
            });
            told.collect::<Vec<_>>().join("\n")
        }
    }
}

fn arrive(editor: &Editor, made: Result<PathBuf, String>, what: &str) -> Answer {
    match made {
        Ok(path) => Answer::to(format!("/profile/{}", encoded(&file_name(&path)))),
        Err(why) => editor.pages.problem(what, &why),
    }
}
