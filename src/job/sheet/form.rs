//! Makes a form: an empty one for a kind of institution, or one with the answers of a profile.
//!
//! In: a kind, or a profile's path. Out: a workbook, and what of the profile it does not show.

use std::path::Path;

use super::shared::inherited_answers;
use crate::catalogue::{Catalogue, field_duties};
use crate::finding::Failure;
use crate::form::{View, kind_in, write_form};
use crate::job::intake::Intake;
use crate::job::library::{Library, Unloadable};
use crate::law::Setting;
use crate::text::{Sources, display_path};
use crate::workbook::Workbook;
use crate::yaml::{Unread, parse, read_file};

/// A profile as a form.
#[derive(Debug)]
pub struct SchoolForm {
    /// The workbook.
    pub workbook: Workbook,
    /// The fields of the profile that it does not show: they stay as they are when it is read.
    pub not_shown: Vec<String>,
}

/// Why there is no form.
#[derive(Debug)]
pub enum NoForm {
    /// The profile cannot be read: its findings say why.
    Found(Box<Intake>),
    /// The world stands in the way.
    Failure(Failure),
    /// The packs that the profile names cannot be used.
    Unloadable(Unloadable),
}

/// A form for a kind of institution, with no answer but the kind itself.
pub fn new_form(catalogue: &Catalogue, setting: Setting) -> Workbook {
    let mut sources = Sources::default();
    let begun = sources.add("", format!("setting:\n  type: {}\n", setting.id()));
    let root = parse(&sources, sources.whole(begun)).root;
    let duties = field_duties(catalogue, setting);
    let mut written = write_form(&View { setting: Some(setting), duties, root: root.as_ref(), ..View::default() });
    written.workbook.title = format!("{}: {}", written.workbook.title, setting.with_article());
    written.workbook
}

/// The form of a profile, with its answers. Those that it shares from another file are said beside the empty boxes.
///
/// # Errors
/// Why there is none.
pub fn form_of(path: &Path) -> Result<SchoolForm, NoForm> {
    let intake = Intake::read(path).map_err(NoForm::Failure)?;
    let mut sources = Sources::default();
    let file = match read_file(path, &display_path(path), &mut sources) {
        Ok(file) => file,
        Err(Unread::Failure(failure)) => return Err(NoForm::Failure(failure)),
        Err(Unread::Findings(_)) => return Err(NoForm::Found(Box::new(intake))),
    };
    let root = parse(&sources, sources.whole(file)).root;
    // A profile with slips in it has a form all the same, in which they can be put right.
    let kind = intake.profile().map(|profile| profile.setting.kind).or_else(|| kind_in(root.as_ref()?));
    let (Some(root), Some(setting)) = (root, kind) else { return Err(NoForm::Found(Box::new(intake))) };
    let packs = intake.packs();
    let library = match packs.is_empty() {
        true => Library::built_in(&[]),
        false => Library::load(&packs, &[]),
    };
    let library = library.map_err(NoForm::Unloadable)?;
    let duties = field_duties(&library.catalogue, setting);
    let shared = inherited_answers(path, &root);
    let written = write_form(&View { setting: Some(setting), duties, root: Some(&root), shared });
    Ok(SchoolForm { workbook: written.workbook, not_shown: written.not_shown })
}
