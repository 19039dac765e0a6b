//! `pack diff`: shows what a pack changes in the packs below it, for people or as Markdown.
//!
//! On the terminal what went stands in `[-…-]` and what came in `{+…+}`, within the line; in Markdown each is a line of its own in a block that
//! shows differences. Of a clause or an outline that stayed, the line before a change is shown, so that one sees where it is.

use super::args::{DiffFormat, PackDiffArgs};
use super::ending::Ending;
use super::error::CommandError;
use super::print::counted;
use crate::finding::visible;
use crate::job::{Difference, diff_packs};
use crate::text::Change;

pub(super) fn run(args: &PackDiffArgs) -> Result<Ending, CommandError> {
    let diff = diff_packs(&args.folders)?;
    let of_law = diff.differences.iter().filter(|difference| !difference.law.is_empty()).count();
    let changes = match of_law {
        0 => counted(diff.differences.len(), "change"),
        _ => format!(
            "{}, of them {of_law} in the words for what statute asks",
            counted(diff.differences.len(), "change")
        ),
    };
    match args.format {
        DiffFormat::Human => say!("What {} changes in {}: {changes}", visible(&diff.pack), visible(&diff.below)),
        DiffFormat::Md => say!("# What {} changes in {}\n\n{changes}.", visible(&diff.pack), visible(&diff.below)),
    }
    let mut kind = "";
    for difference in &diff.differences {
        if difference.kind != kind {
            kind = difference.kind;
            match args.format {
                DiffFormat::Human => say!("\n{kind}"),
                DiffFormat::Md => say!("\n## {kind}"),
            }
        }
        match args.format {
            DiffFormat::Human => print_human(difference),
            DiffFormat::Md => print_markdown(difference),
        }
    }
    if diff.pack == diff.below && !diff.differences.is_empty() {
        say!(
            "\nBoth are called {}: raise `edition` in `pack.yaml` of the newer one, so that schools can tell them apart.",
            visible(&diff.pack)
        );
    }
    Ok(Ending::Made)
}

/// The lines that changed, in running words each with the line before it where that one stayed.
fn shown(difference: &Difference) -> impl Iterator<Item = &Vec<Change>> {
    let stayed = |line: &Vec<Change>| matches!(line.as_slice(), [Change::Same(_)]);
    let lines = &difference.lines;
    lines.iter().enumerate().filter_map(move |(index, line)| {
        let runs = matches!(difference.kind, "Clauses" | "Partials" | "Outlines");
        let leads_up = runs && lines.get(index + 1).is_some_and(|next| !stayed(next));
        (!stayed(line) || leads_up).then_some(line)
    })
}

/// The places in the law for which the words stand.
fn of_law(difference: &Difference) -> String {
    let more = difference.law.len().saturating_sub(MOST);
    let named = difference.law.iter().take(MOST).map(|place| visible(place)).collect::<Vec<_>>().join("; ");
    if more > 0 { format!("{named}; and {more} more") } else { named }
}

/// How many places in the law are named of one difference.
const MOST: usize = 5;

fn print_human(difference: &Difference) {
    say!("\n  {}: {}", visible(&difference.name), difference.fate);
    if !difference.law.is_empty() {
        say!("    STATUTORY WORDING, now the pack's own: {}", of_law(difference));
    }
    for line in shown(difference) {
        let line: String = line
            .iter()
            .map(|change| match change {
                Change::Same(words) => visible(words),
                // What is new as a whole needs no marks to tell it from what is old.
                Change::New(words) if difference.fate == "added" => visible(words),
                Change::Gone(words) => format!("[-{}-]", visible(words)),
                Change::New(words) => format!("{{+{}+}}", visible(words)),
            })
            .collect();
        say!("    {line}");
    }
}

fn print_markdown(difference: &Difference) {
    say!("\n### `{}`: {}\n", visible(&difference.name), difference.fate);
    if !difference.law.is_empty() {
        say!("**Statutory wording, now the pack's own:** {}\n", of_law(difference));
    }
    say!("````diff");
    for line in shown(difference) {
        if let [Change::Same(words)] = line.as_slice() {
            say!("  {}", visible(words));
            continue;
        }
        let side = |leave_out: fn(&Change) -> bool| -> String {
            let kept = line.iter().filter(|change| !leave_out(change));
            kept.map(|(Change::Same(words) | Change::Gone(words) | Change::New(words))| visible(words)).collect()
        };
        let (old, new) =
            (side(|change| matches!(change, Change::New(_))), side(|change| matches!(change, Change::Gone(_))));
        if line.iter().any(|change| !matches!(change, Change::New(_))) {
            say!("- {old}");
        }
        if line.iter().any(|change| !matches!(change, Change::Gone(_))) {
            say!("+ {new}");
        }
    }
    say!("````");
}
