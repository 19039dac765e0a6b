//! `sheet`: a school's form in Excel. `sheet new` writes an empty one, `sheet from` that of a profile, `sheet read` puts its answers into a profile.
//!
//! The lists of a hub and the register are `sheet_schools`.
//!
//! A file that is there already is replaced by no form, and a profile is written only when no slip is left.

use std::path::{Path, PathBuf};

use super::ending::Ending;
use super::error::CommandError;
use super::print::{counted, print_findings};
use super::sheet_schools::{self, SheetRefreshArgs, SheetSchoolsArgs};
use super::typed::{a_file, library, setting};
use crate::finding::{Context, Failure, typed_path, visible_path};
use crate::job::{FilledForm, NoForm, Unfilled, fill_profile, form_of, new_form};
use crate::text::{create_file, read_at_most};
use crate::workbook::{LARGEST_WORKBOOK, Workbook, read_workbook, write_workbook};

/// The commands on spreadsheets.
#[derive(clap::Subcommand, Debug)]
pub(super) enum SheetCommand {
    /// Write an empty form for a kind of institution: a workbook that a school fills in, with what the law asks of it marked.
    ///
    /// Example: careers-policy sheet new --setting academy form.xlsx
    New(SheetNewArgs),
    /// Write the form of a profile, with its answers, to be changed in Excel.
    ///
    /// Example: careers-policy sheet from our-school.yaml form.xlsx
    From(SheetFromArgs),
    /// Put the answers of a form into a profile: a new one, or one that is there, of which every line stays that did not change.
    ///
    /// Example: careers-policy sheet read form.xlsx -o our-school.yaml
    Read(SheetReadArgs),
    /// Make profiles of a list of schools, one to a row, and change those that are there; of a row that cannot be taken, say why.
    ///
    /// A column is called as a field of the profile: URN, School name, Type, Careers leader email. A row belongs to the profile with its URN, of which
    /// only what differs is changed. With the register, a row may hold nothing but a URN.
    ///
    /// Example: careers-policy sheet schools schools.xlsx --out schools
    Schools(SheetSchoolsArgs),
    /// Hold profiles against a newer extract of the register of schools, and show what it has otherwise.
    ///
    /// Example: careers-policy sheet refresh schools --register edubasealldata20261120.csv
    Refresh(SheetRefreshArgs),
}

#[derive(clap::Args, Debug)]
pub(super) struct SheetNewArgs {
    /// The kind of institution: academy, maintained_school, fe_college and so on.
    #[arg(long, value_name = "KIND")]
    setting: String,
    /// The workbook to write. A file that is there already is never replaced.
    #[arg(value_name = "FORM.xlsx")]
    form: PathBuf,
}

#[derive(clap::Args, Debug)]
pub(super) struct SheetFromArgs {
    /// The profile.
    #[arg(value_name = "PROFILE.yaml")]
    profile: PathBuf,
    /// The workbook to write. A file that is there already is never replaced.
    #[arg(value_name = "FORM.xlsx")]
    form: PathBuf,
}

#[derive(clap::Args, Debug)]
pub(super) struct SheetReadArgs {
    /// The form that was filled in: .xlsx, .ods, or one of its sheets as .csv.
    #[arg(value_name = "FORM.xlsx")]
    form: PathBuf,
    /// The profile: a new one, or one that is there.
    #[arg(short, long, value_name = "PROFILE.yaml")]
    output: PathBuf,
    /// Say what would be changed, and write nothing.
    #[arg(long)]
    dry_run: bool,
}

pub(super) fn run(command: &SheetCommand) -> Result<Ending, CommandError> {
    match command {
        SheetCommand::New(args) => new(args),
        SheetCommand::From(args) => from(args),
        SheetCommand::Read(args) => read(args),
        SheetCommand::Schools(args) => sheet_schools::schools(args),
        SheetCommand::Refresh(args) => sheet_schools::refresh(args),
    }
}

fn new(args: &SheetNewArgs) -> Result<Ending, CommandError> {
    let setting = setting(&args.setting)?;
    write(&args.form, &new_form(&library(&[])?.catalogue, setting))?;
    let (shown, typed) = (visible_path(&args.form), typed_path(&args.form));
    say!("{shown} is ready to be filled in. Then: careers-policy sheet read {typed} -o our-school.yaml");
    Ok(Ending::Made)
}

fn from(args: &SheetFromArgs) -> Result<Ending, CommandError> {
    let form = form_of(a_file(&args.profile)?).map_err(|why| match why {
        NoForm::Found(intake) => {
            print_findings(&intake.findings, &intake.context());
            CommandError::Found
        }
        NoForm::Failure(failure) => failure.into(),
        NoForm::Unloadable(unloadable) => unloadable.into(),
    })?;
    write(&args.form, &form.workbook)?;
    let (profile, shown) = (visible_path(&args.profile), visible_path(&args.form));
    let back = format!("careers-policy sheet read {} -o {}", typed_path(&args.form), typed_path(&args.profile));
    say!("{shown} holds the answers of {profile}. When they are changed: {back}");
    if !form.not_shown.is_empty() {
        say!("It does not show these, which stay as they are in {profile}: {}", form.not_shown.join(", "));
    }
    Ok(Ending::Made)
}

fn read(args: &SheetReadArgs) -> Result<Ending, CommandError> {
    let path = a_file(&args.output)?;
    if !path.extension().is_some_and(|ending| ending.eq_ignore_ascii_case("yaml") || ending.eq_ignore_ascii_case("yml"))
    {
        let shown = visible_path(path);
        return Err(CommandError::refused(format!("the file of a profile ends in .yaml, such as {shown}.yaml")));
    }
    let bytes = read_at_most(&args.form, LARGEST_WORKBOOK + 1).map_err(|error| Failure::reading(&args.form, error))?;
    let name = args.form.file_name().unwrap_or_default().to_string_lossy().into_owned();
    let sheets = read_workbook(&bytes, &name).map_err(CommandError::refused)?;
    let (shown, typed) = (visible_path(path), typed_path(path));
    let filled = fill_profile(&sheets, &name, path).map_err(|why| unfilled(why, &shown))?;
    for sheet in &filled.passed_over {
        complain!("careers-policy: note: the sheet \"{sheet}\" is none of the form's, and was passed over.");
    }
    if args.dry_run {
        say!("{shown}: {} Nothing was written.", summary(&filled, true));
        return Ok(Ending::Made);
    }
    filled.write()?;
    say!("{shown}: {} Then: careers-policy check {typed}", summary(&filled, false));
    Ok(Ending::Made)
}

/// What the form changes, in a sentence.
fn summary(filled: &FilledForm, would: bool) -> String {
    let FilledForm { changed, new, gone, .. } = filled;
    if changed + new + gone == 0 {
        return "the form says what stands there already.".to_owned();
    }
    let tense = if would { "would be " } else { "" };
    format!("{} {tense}changed, {new} new, {gone} taken away.", counted(*changed, "answer"))
}

fn unfilled(why: Unfilled, profile: &str) -> CommandError {
    match why {
        Unfilled::NotAForm(why) | Unfilled::Refused(why) => CommandError::Refused(why),
        Unfilled::Slips(slips, sources) => {
            print_findings(&slips, &Context::of(&sources));
            complain!(
                "careers-policy: nothing was written. Put {} right in the form, save it and run the command again.",
                counted(slips.len(), "slip")
            );
            CommandError::Found
        }
        Unfilled::Found(intake) => {
            print_findings(&intake.findings, &intake.context());
            complain!("careers-policy: {profile} cannot be read, so nothing in it was changed. Put it right first.");
            CommandError::Found
        }
        Unfilled::Failure(failure) => failure.into(),
    }
}

fn write(path: &Path, workbook: &Workbook) -> Result<(), CommandError> {
    let shown = visible_path(path);
    if !path.extension().is_some_and(|ending| ending.eq_ignore_ascii_case("xlsx")) {
        return Err(CommandError::refused(format!("a form ends in .xlsx, such as {shown}.xlsx")));
    }
    if path.exists() {
        return Err(CommandError::refused(format!(
            "{shown} is there already and was left as it is; choose another name"
        )));
    }
    let bytes = write_workbook(workbook).map_err(CommandError::refused)?;
    Ok(create_file(path, &bytes).map_err(|error| Failure::writing(path, error))?)
}
