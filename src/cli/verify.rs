//! `verify`: proves that documents are those that their profiles make.

use super::args::VerifyArgs;
use super::terminal::{counted, fail, workshops};
use super::{FOUND, MADE};
use crate::job::{made_folders, verify};
use crate::text::display_path;
use crate::write::FORMATS;

pub(super) fn run(args: &VerifyArgs) -> u8 {
    let workshops = match workshops(&args.pack, FORMATS) {
        Ok(workshops) => workshops,
        Err(code) => return code,
    };
    let folders = match made_folders(&args.folder) {
        Ok(folders) => folders,
        Err(failure) => return fail(failure),
    };
    let mut code = MADE;
    let mut good = 0;
    for folder in &folders {
        let verdict = match verify(folder, &workshops) {
            Ok(verdict) => verdict,
            Err(failure) => {
                code = code.max(fail(failure));
                continue;
            }
        };
        let name = display_path(&verdict.folder);
        if verdict.differing.is_empty() {
            good += 1;
            say!("{name}: {} as they were made", counted(verdict.files, "file"));
        } else {
            code = code.max(FOUND);
            say!("{name}:");
            verdict.differing.iter().for_each(|(file, what)| say!("  {file} {what}"));
        }
        verdict.notes.iter().for_each(|note| say!("  note: {note}"));
    }
    if folders.len() > 1 {
        say!("\n{}: {good} as they were made, {} not.", counted(folders.len(), "school"), folders.len() - good);
    }
    code
}
