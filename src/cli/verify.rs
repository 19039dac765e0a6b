//! `verify`: proves that documents are those that their profiles make.

use super::args::VerifyArgs;
use super::ending::Ending;
use super::error::CommandError;
use super::print::counted;
use super::typed::libraries;
use crate::finding::visible_path;
use crate::job::{made_folders, verify};
use crate::write::FORMATS;

pub(super) fn run(args: &VerifyArgs) -> Result<Ending, CommandError> {
    let libraries = libraries(&args.pack, FORMATS)?;
    let folders = made_folders(&args.folder)?;
    let mut ended = Ending::Made;
    let mut good = 0;
    for folder in &folders {
        let verdict = match verify(folder, &libraries) {
            Ok(verdict) => verdict,
            Err(failure) => {
                ended = ended.max(CommandError::from(failure).say());
                continue;
            }
        };
        let name = visible_path(&verdict.folder);
        if verdict.differing.is_empty() {
            good += 1;
            say!("{name}: {} as they were made", counted(verdict.files, "file"));
        } else {
            ended = ended.max(Ending::Found);
            say!("{name}:");
            verdict.differing.iter().for_each(|(file, what)| say!("  {file} {what}"));
        }
        verdict.notes.iter().for_each(|note| say!("  note: {note}"));
    }
    if folders.len() > 1 {
        say!("\n{}: {good} as they were made, {} not.", counted(folders.len(), "school"), folders.len() - good);
    }
    Ok(ended)
}
