//! `pack new` writes a starter pack; `pack check` tries packs out. `pack copy` and `pack diff` have files of their own.

use std::fs;

use super::args::{FindingsFormat, PackCheckArgs, PackCommand, PackNewArgs};
use super::ending::Ending;
use super::error::CommandError;
use super::print::{counted, print_json, report_findings};
use super::say::print_as_it_is;
use super::typed::today;
use super::{pack_copy, pack_diff};
use crate::catalogue::starter_pack;
use crate::finding::{
    Context, Failure, GRAVITIES, Severity, Subject, has_errors, render_csv, render_json, render_page, render_sarif,
    typed_path, visible_path,
};
use crate::job::check_packs;
use crate::law::SETTINGS;
use crate::text::{create_file, slug};

pub(super) fn run(command: &PackCommand) -> Result<Ending, CommandError> {
    match command {
        PackCommand::New(args) => new(args),
        PackCommand::Copy(args) => pack_copy::run(args),
        PackCommand::Check(args) => check(args),
        PackCommand::Diff(args) => pack_diff::run(args),
    }
}

#[expect(clippy::disallowed_methods, reason = "the starter pack is written where it was asked for")]
fn new(args: &PackNewArgs) -> Result<Ending, CommandError> {
    let of_folder = || args.folder.file_name().map(|name| slug(&name.to_string_lossy())).unwrap_or_default();
    let name = args.name.clone().unwrap_or_else(of_folder);
    let files = starter_pack(&name, &args.extends).map_err(CommandError::refused)?;
    let shown = visible_path(&args.folder);
    if fs::read_dir(&args.folder).is_ok_and(|mut entries| entries.next().is_some()) {
        let why = format!("{shown} has files in it and was left as it is; choose another folder");
        return Err(CommandError::refused(why));
    }
    for (path, bytes) in &files {
        let place = args.folder.join(path);
        let made = place.parent().map_or(Ok(()), fs::create_dir_all);
        made.and_then(|()| create_file(&place, bytes)).map_err(|error| Failure::writing(&place, error))?;
    }
    let typed = typed_path(&args.folder);
    say!("{shown} is ready. Read {shown}/README.md, change what you like, and then: careers-policy pack check {typed}");
    Ok(Ending::Made)
}

fn check(args: &PackCheckArgs) -> Result<Ending, CommandError> {
    let today = today(args.as_of);
    let report = check_packs(&args.folders, today);
    let context = Context::of(&report.sources);
    let names = || args.folders.iter().map(|folder| visible_path(folder)).collect::<Vec<String>>().join(" ");
    let subject = || Subject::new(Some(names()), names(), &report.findings, &context);
    match args.format {
        FindingsFormat::Human => {
            report_findings(&report.findings, &context);
            let count = |severity| report.findings.iter().filter(|finding| finding.severity == severity).count();
            let tried = match report.tried {
                0 => "not tried out".to_owned(),
                tried => {
                    format!("tried out on {tried} example profiles of all {} settings and a trust", SETTINGS.len())
                }
            };
            let (errors, warnings) = (count(Severity::Error), count(Severity::Warning));
            say!("{}: {}, {}; {tried}", names(), counted(errors, "error"), counted(warnings, "warning"));
        }
        FindingsFormat::Xlsx => {
            return Err(CommandError::refused(
                "`pack check` prints what it finds, and a workbook cannot be printed; use `--format csv` or `html`",
            ));
        }
        FindingsFormat::Csv => print_as_it_is(&render_csv(&[subject()], &GRAVITIES)),
        FindingsFormat::Html => print_as_it_is(&render_page(&[subject()], &GRAVITIES, &today.in_words())),
        FindingsFormat::Json => print_json(&render_json(&[(&report.findings, context)])),
        FindingsFormat::Sarif => print_json(&render_sarif(&[(&report.findings, context)])),
    }
    Ok(if has_errors(&report.findings) { Ending::Found } else { Ending::Made })
}
