//! `sheet schools` and `sheet refresh`: profiles from a hub's list of schools, and profiles held against the register.
//!
//! In: what was typed. Out: profiles in a folder, and a report on each row that was taken or refused.

use std::path::{Path, PathBuf};

use super::ending::Ending;
use super::error::CommandError;
use super::print::{counted, print_findings};
use super::typed::{a_file, library, profiles, today};
use crate::finding::{Failure, typed_path, visible_path};
use crate::job::{
    Differs, Done, Intake, List, Planned, Refused, SchoolsOptions, Unrefreshed, find_list, plan_schools,
    read_registers, refresh_profile, schools_template, urn_in, way_to,
};
use crate::text::{create_file, read_at_most};
use crate::workbook::{LARGEST_WORKBOOK, read_workbook, write_workbook};

#[derive(clap::Args, Debug)]
pub(super) struct SheetSchoolsArgs {
    /// The list: a workbook, or a CSV file with commas or semicolons.
    #[arg(value_name = "LIST", required_unless_present = "template")]
    list: Option<PathBuf>,
    /// The folder of the profiles.
    #[arg(long, value_name = "DIR", default_value = "schools")]
    out: PathBuf,
    /// The file whose answers new profiles share.
    #[arg(long, value_name = "FILE")]
    extends: Option<PathBuf>,
    /// The folder of the pack that new profiles use.
    #[arg(long, value_name = "DIR")]
    pack: Option<PathBuf>,
    /// The extract of the register of schools, from which new profiles are filled in, to be confirmed; once more for its file of links.
    #[arg(long, value_name = "FILE.csv")]
    register: Vec<PathBuf>,
    /// Say what would be written, and write nothing.
    #[arg(long)]
    dry_run: bool,
    /// Write an empty list to be filled in, and nothing else.
    #[arg(long, value_name = "FILE.xlsx", conflicts_with_all = ["list", "extends", "pack", "register", "dry_run"])]
    template: Option<PathBuf>,
}

#[derive(clap::Args, Debug)]
pub(super) struct SheetRefreshArgs {
    /// Profiles, folders of profiles, or patterns such as `schools/*.yaml`.
    #[arg(required = true)]
    profiles: Vec<PathBuf>,
    /// The extract of the register of schools; once more for its file of links.
    #[arg(long, value_name = "FILE.csv", required = true)]
    register: Vec<PathBuf>,
    /// Put the register's answers in place of those that differ; without it they are only shown.
    #[arg(long)]
    write: bool,
}

pub(super) fn schools(args: &SheetSchoolsArgs) -> Result<Ending, CommandError> {
    if let Some(template) = &args.template {
        return write_template(template);
    }
    let path = args.list.as_deref().ok_or_else(|| CommandError::refused("name the list of schools"))?;
    let shown = visible_path(path);
    let bytes = read_at_most(path, LARGEST_WORKBOOK + 1).map_err(|error| Failure::reading(path, error))?;
    let sheets = read_workbook(&bytes, &shown).map_err(CommandError::refused)?;
    let list = find_list(&sheets).map_err(|why| CommandError::refused(format!("{shown}: {why}")))?;
    let register = match args.register.first() {
        None => None,
        Some(first) => Some((read_registers(&args.register, &list.urns())?, file_name(first))),
    };
    let options = SchoolsOptions {
        folder: &args.out,
        extends: args.extends.as_deref().map(|file| way_to(file, &args.out)).transpose()?,
        pack: args.pack.as_deref().map(|folder| way_to(folder, &args.out)).transpose()?,
        register: register.as_ref().map(|(register, file)| (register, file.clone())),
    };
    let (planned, refused) = plan_schools(&list, &options, &library(&[])?, today(None));
    let mut ended = Ending::Made;
    if !args.dry_run && planned.iter().any(|plan| matches!(plan.done, Done::New)) {
        make_folder(&args.out)?;
    }
    let mut unwritten = 0;
    for plan in &planned {
        let written = if args.dry_run { Ok(()) } else { plan.write() };
        match written {
            Ok(()) => print_plan(plan),
            Err(failure) => {
                unwritten += 1;
                ended = ended.max(CommandError::from(failure).say());
            }
        }
    }
    for Refused { row, place, why } in &refused {
        say!("row {row} was not taken: {place}: {why}");
    }
    ended = ended.max(print_unknown(&list));
    if !refused.is_empty() {
        ended = ended.max(Ending::Found);
    }
    let of = |is_it: fn(&Done) -> bool| planned.iter().filter(|plan| is_it(&plan.done)).count();
    say!(
        "{shown}: {}: {} new, {} changed, {} as they were, {} not taken.",
        counted(planned.len() + refused.len(), "school"),
        of(|done| matches!(done, Done::New)),
        of(|done| matches!(done, Done::Changed(_))),
        of(|done| matches!(done, Done::Unchanged)),
        refused.len() + unwritten
    );
    if args.dry_run {
        complain!("careers-policy: nothing was written; this is what would be.");
    } else if !planned.is_empty() {
        say!("What each still lacks: careers-policy check {}", typed_path(&args.out));
    }
    Ok(ended)
}

fn print_plan(plan: &Planned) {
    let path = visible_path(&plan.path);
    match &plan.done {
        Done::New => say!("{path}: new (row {})", plan.row),
        Done::Changed(differs) => {
            say!("{path}: changed (row {})", plan.row);
            differs.iter().for_each(print_differs);
        }
        Done::Unchanged => {}
    }
    plan.told.iter().for_each(|sentence| say!("  note: {sentence}"));
}

fn print_differs(differs: &Differs) {
    let Differs { field, at, old, new } = differs;
    let place = at.as_ref().map(|(file, line)| format!("{file} line {line}: ")).unwrap_or_default();
    let old = old.as_deref().map_or_else(|| "nothing".to_owned(), |old| format!("\"{old}\""));
    say!("  {place}`{field}`: {old} → \"{new}\"");
}

/// Tells of columns that mean no field. One that is nearly a field's was meant as it.
fn print_unknown(list: &List<'_>) -> Ending {
    let mut ended = Ending::Made;
    for (place, heading, near) in &list.unknown {
        match near {
            Some(near) => {
                say!("{place}: no field is called \"{heading}\", so the column was not read; did you mean \"{near}\"?");
                ended = Ending::Found;
            }
            None => say!("{place}: no field is called \"{heading}\", so the column was not read."),
        }
    }
    ended
}

fn write_template(path: &Path) -> Result<Ending, CommandError> {
    if !path.extension().is_some_and(|ending| ending.eq_ignore_ascii_case("xlsx")) {
        return Err(CommandError::refused("the empty list is a workbook: give it a name that ends in .xlsx"));
    }
    let shown = visible_path(path);
    if path.exists() {
        let why = format!("{shown} is there already and was left as it is; choose another name");
        return Err(CommandError::refused(why));
    }
    let bytes = write_workbook(&schools_template()).map_err(CommandError::refused)?;
    create_file(path, &bytes).map_err(|error| Failure::writing(path, error))?;
    let typed = typed_path(path);
    say!("{shown} is ready to be filled in. Then: careers-policy sheet schools {typed} --out schools");
    Ok(Ending::Made)
}

#[expect(clippy::disallowed_methods, reason = "the profiles are written where they were asked for")]
fn make_folder(folder: &Path) -> Result<(), CommandError> {
    Ok(std::fs::create_dir_all(folder).map_err(|error| Failure::writing(folder, error))?)
}

fn file_name(path: &Path) -> String {
    path.file_name().unwrap_or_default().to_string_lossy().into_owned()
}

pub(super) fn refresh(args: &SheetRefreshArgs) -> Result<Ending, CommandError> {
    for profile in &args.profiles {
        a_file(profile)?;
    }
    let mut ended = Ending::Made;
    let mut taken = Vec::new();
    for path in profiles(&args.profiles)? {
        match Intake::read(&path) {
            Ok(intake) => taken.push(intake),
            Err(failure) => ended = ended.max(CommandError::from(failure).say()),
        }
    }
    let register = read_registers(&args.register, &taken.iter().filter_map(urn_in).collect())?;
    let library = library(&[])?;
    let mut differing = 0;
    for intake in &taken {
        let path = visible_path(&intake.path);
        match refresh_profile(intake, &register, &library, today(None)) {
            Ok(refreshed) => {
                if refreshed.differs.is_empty() {
                    say!("{path}: nothing differs.");
                } else {
                    differing += 1;
                    say!("{path}:");
                    refreshed.differs.iter().for_each(print_differs);
                }
                refreshed.told.iter().for_each(|sentence| say!("  note: {sentence}"));
                if let Some(text) = refreshed.text.filter(|_| args.write) {
                    text.write()?;
                }
            }
            Err(Unrefreshed::Unread) => {
                print_findings(&intake.findings, &intake.context());
                ended = ended.max(Ending::Found);
            }
            Err(Unrefreshed::Refused(why)) => {
                say!("{path}: {why}");
                ended = ended.max(Ending::Found);
            }
        }
    }
    if differing > 0 && !args.write {
        let named: Vec<String> = args.profiles.iter().map(|path| typed_path(path)).collect();
        let files: Vec<String> = args.register.iter().map(|file| format!("--register {}", typed_path(file))).collect();
        complain!(
            "careers-policy: nothing was written. To put the register's answers in place: careers-policy sheet refresh {} {} --write",
            named.join(" "),
            files.join(" ")
        );
    }
    Ok(ended)
}
