//! `verify`: proves that documents are those that their profiles make.

use super::args::VerifyArgs;
use super::ending::Ending;
use super::error::CommandError;
use super::print::counted;
use super::settings::InForce;
use crate::finding::{visible_line, visible_path};
use crate::job::{Answer, Verdict, made_folders, verify_all};
use crate::write::FORMATS;

/// So many things of a kind are named in a line each.
const SHOWN: usize = 20;

pub(super) fn run(args: &VerifyArgs) -> Result<Ending, CommandError> {
    let libraries = InForce::default().libraries(&args.pack, FORMATS)?;
    let folders = made_folders(&args.folder)?;
    let mut ended = Ending::Made;
    let (mut good, mut changed) = (0, 0);
    verify_all(&folders, &libraries, |verdict| {
        let answer = match verdict {
            Ok(verdict) => {
                print(&verdict);
                verdict.answer()
            }
            Err(failure) => {
                ended = ended.max(CommandError::from(failure).say());
                Answer::NotProved
            }
        };
        match answer {
            Answer::AsMade => good += 1,
            Answer::NotProved => ended = ended.max(Ending::NotProved),
            Answer::Changed => {
                changed += 1;
                ended = ended.max(Ending::Found);
            }
        }
    });
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
    list("", &verdict.differing.iter().map(|(file, what)| format!("{file} {what}")).collect::<Vec<_>>());
    list("not proved: ", &verdict.unproved);
    list("note: ", &verdict.notes);
    list("also here, and not made here: ", &verdict.others);
}

/// A line for each, or for so many of them.
fn list(before: &str, lines: &[String]) {
    lines.iter().take(SHOWN).for_each(|line| say!("  {before}{}", visible_line(line)));
    if lines.len() > SHOWN {
        say!("  {before}and {} more", lines.len() - SHOWN);
    }
}
