//! `pack copy`: puts a clause of our wording into a pack, by its id or by a sentence of it.

use super::args::PackCopyArgs;
use super::ending::Ending;
use super::error::CommandError;
use super::print::print_findings;
use super::typed::library;
use crate::catalogue::{FoundKind, find_named, find_sentence, nearest};
use crate::finding::{Context, typed_path, visible, visible_path};
use crate::job::{Uncopied, copy_clause};
use crate::text::Sources;

/// So many clauses are named where several can be meant.
const SHOWN: usize = 10;

pub(super) fn run(args: &PackCopyArgs) -> Result<Ending, CommandError> {
    let typed = args.words.join(" ");
    let catalogue = &library(&args.pack)?.catalogue;
    let mut ids: Vec<String> = Vec::new();
    if catalogue.clauses.contains_key(typed.trim()) {
        ids.push(typed.trim().to_owned());
    } else {
        let found = find_sentence(catalogue, &typed).into_iter().chain(find_named(catalogue, &typed));
        let found = found.filter(|found| found.kind == FoundKind::Clause).map(|found| found.name);
        let part = typed.trim().to_lowercase().replace(' ', "-");
        let named = catalogue.clauses.keys().filter(|id| id.contains(&part)).cloned();
        for id in found.chain(named) {
            if !ids.contains(&id) {
                ids.push(id);
            }
        }
    }
    let id = match &ids[..] {
        [id] => id,
        [] => {
            let near = nearest(catalogue, &typed).map(|near| format!(" Did you mean `{near}`?")).unwrap_or_default();
            return Err(CommandError::refused(format!(
                "no clause is called `{0}` or has these words.{near} `careers-policy catalogue --clauses` lists all; a sentence out of a document \
                 goes in quotation marks",
                visible(&typed)
            )));
        }
        several => {
            let shown: Vec<&str> = several.iter().take(SHOWN).map(String::as_str).collect();
            return Err(CommandError::refused(format!(
                "this can be any of these clauses; name the one you mean:\n  {}",
                shown.join("\n  ")
            )));
        }
    };
    let place = copy_clause(&args.folder, &args.pack, id).map_err(|why| match why {
        Uncopied::Failure(failure) => failure.into(),
        Uncopied::Found(findings) => {
            print_findings(&findings, &Context::of(&Sources::default()));
            CommandError::Found
        }
    })?;
    let (place, folder) = (visible_path(&place), typed_path(&args.folder));
    say!(
        "{place} is ready. Change the words below its second line of `---`, and then: careers-policy pack check {folder}"
    );
    Ok(Ending::Made)
}
