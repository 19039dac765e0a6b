//! `verify`: proves that documents are those that their profiles make.

use super::args::VerifyArgs;
use super::ending::Ending;
use super::error::CommandError;
use super::print::counted;
use super::typed::libraries;
use crate::finding::{visible_line, visible_path};
use crate::job::{Answer, Verdict, made_folders, verify};
use crate::write::FORMATS;

/// So many files that were not made here are named in a line each.
const SHOWN: usize = 20;

pub(super) fn run(args: &VerifyArgs) -> Result<Ending, CommandError> {
    let libraries = libraries(&args.pack, FORMATS)?;
    let folders = made_folders(&args.folder)?;
    let mut ended = Ending::Made;
    let (mut good, mut changed) = (0, 0);
    for folder in &folders {
        let verdict = match verify(folder, &libraries) {
            Ok(verdict) => verdict,
            Err(failure) => {
                ended = ended.max(CommandError::from(failure).say());
                continue;
            }
        };
        print(&verdict);
        match verdict.answer() {
            Answer::AsMade => good += 1,
            Answer::NotProved => ended = ended.max(Ending::NotProved),
            Answer::Changed => {
                changed += 1;
                ended = ended.max(Ending::Found);
            }
        }
    }
    if folders.len() > 1 {
        let others = folders.len() - good;
        let which = match others {
            0 => String::new(),
            _ => format!(": {changed} changed, {} not proved", others - changed),
        };
        say!("\n{}: {good} as they were made, {others} not{which}.", counted(folders.len(), "school"));
    }
    Ok(ended)
}

/// Says what was found. The names in it are anybody's.
fn print(verdict: &Verdict) {
    let name = visible_path(&verdict.folder);
    match verdict.answer() {
        Answer::AsMade => say!("{name}: {} as they were made", counted(verdict.files, "file")),
        Answer::NotProved => say!("{name}: not proved"),
        Answer::Changed => say!("{name}: changed"),
    }
    verdict.differing.iter().for_each(|(file, what)| say!("  {} {}", visible_line(file), visible_line(what)));
    verdict.unproved.iter().for_each(|why| say!("  not proved: {}", visible_line(why)));
    verdict.notes.iter().for_each(|note| say!("  note: {}", visible_line(note)));
    verdict.others.iter().take(SHOWN).for_each(|file| say!("  also here, and not made here: {}", visible_line(file)));
    if verdict.others.len() > SHOWN {
        say!("  and {} more that were not made here", verdict.others.len() - SHOWN);
    }
}
