//! `due`: lists the reviews that fall due.

use std::path::Path;

use super::dates_args::{DueArgs, DueFormat};
use super::ending::Ending;
use super::error::CommandError;
use super::print::{counted, deliver, print_findings, print_json, print_table};
use super::say::print_as_it_is;
use super::typed::{library, profiles, today};
use super::workbook::{deliver_workbook, workbook_file};
use crate::finding::{Failure, visible_path};
use crate::job::{
    Drafts, Due, Status, Twins, due_all, due_csv, due_drafts, due_ics, due_json, due_markdown, due_workbook, sort_due,
};
use crate::text::replace_file;

pub(super) fn run(args: &DueArgs) -> Result<Ending, CommandError> {
    if args.format == DueFormat::Human && args.output.is_some() {
        let why =
            "`--output` writes a file for another program; say which with `--format` csv, xlsx, json, ics, md or eml";
        return Err(CommandError::refused(why));
    }
    let workbook = (args.format == DueFormat::Xlsx).then(|| workbook_file(args.output.as_deref())).transpose()?;
    let library = library(&[])?;
    let paths = profiles(&args.profiles)?;
    let today = today(args.as_of);
    let mut ended = Ending::Made;
    let mut unread = 0;
    let mut list = Vec::new();
    let twins = Twins::among(&paths);
    due_all(&paths, &twins, &library, today, |path, looked| match looked {
        Ok((outcome, due)) => {
            let is_unread = due.is_empty() && outcome.intake.institution.is_none();
            if is_unread {
                print_findings(&outcome.findings, &outcome.intake.context());
                unread += 1;
            } else if let Some(twin) = twins.of(path) {
                print_findings(std::slice::from_ref(twin), &outcome.intake.context());
            }
            if is_unread || twins.of(path).is_some() {
                ended = ended.max(Ending::Found);
            }
            list.extend(due);
        }
        Err(failure) => {
            ended = ended.max(CommandError::from(failure).say());
            unread += 1;
        }
    });
    let last = args.within.map(|period| today.plus(period));
    list.retain(|due| due.due.zip(last).is_none_or(|(day, last)| day <= last));
    sort_due(&mut list);
    if let Some(path) = workbook {
        deliver_workbook(&due_workbook(&list), path)?;
        return Ok(ended);
    }
    let text = match args.format {
        DueFormat::Human | DueFormat::Xlsx => {
            print_human(&list, args, unread);
            return Ok(ended);
        }
        DueFormat::Csv => due_csv(&list),
        DueFormat::Json => due_json(&list),
        DueFormat::Md => due_markdown(&list, today),
        DueFormat::Eml => {
            write_drafts(&due_drafts(&list, today), args.output.as_deref())?;
            return Ok(ended);
        }
        DueFormat::Ics => {
            let dateless = count(&list, Status::NoDate);
            if dateless > 0 {
                complain!("careers-policy: {} without a date, not in the calendar", counted(dateless, "review"));
            }
            due_ics(&list, today)
        }
    };
    let print = if args.format == DueFormat::Json { print_json } else { print_as_it_is };
    deliver(&text, args.output.as_deref(), print)?;
    Ok(ended)
}

/// Writes each message into the folder, which is made if it is not there.
#[expect(clippy::disallowed_methods, reason = "the messages are written where they were asked for")]
fn write_drafts(drafts: &Drafts, folder: Option<&Path>) -> Result<(), CommandError> {
    if drafts.unaddressed > 0 {
        let reviews = counted(drafts.unaddressed, "review");
        complain!("careers-policy: {reviews} in no message: the profile gives no `roles.careers_leader.email`");
    }
    let folder = folder.unwrap_or(Path::new("."));
    std::fs::create_dir_all(folder).map_err(|error| Failure::writing(folder, error))?;
    for (name, text) in &drafts.files {
        let path = folder.join(name);
        replace_file(&path, text.as_bytes()).map_err(|error| Failure::writing(&path, error))?;
        say!("{} is written.", visible_path(&path));
    }
    Ok(())
}

fn count(list: &[Due], status: Status) -> usize {
    list.iter().filter(|due| due.status == status).count()
}

fn print_human(list: &[Due], args: &DueArgs, unread: usize) {
    let row = |due: &Due| {
        let when = match (due.status, due.days.map_or(0, i32::unsigned_abs)) {
            (Status::NoDate, _) => "no date is set".to_owned(),
            (Status::ToCome, 0) => "today".to_owned(),
            (Status::ToCome, days) => format!("in {}", counted(days as usize, "day")),
            (Status::Overdue, days) => format!("OVERDUE by {}", counted(days as usize, "day")),
        };
        let day = due.due.map_or_else(|| "none".to_owned(), |day| day.to_string());
        [day, when, due.school.clone(), due.name.to_owned(), due.file.clone()]
    };
    if !list.is_empty() {
        print_table(&["Due", "", "School", "Review of the", "Profile"], &list.iter().map(row).collect::<Vec<_>>());
        say!("");
    }
    let overdue = count(list, Status::Overdue);
    let to_come = count(list, Status::ToCome);
    let within = if args.within.is_some() { " in this time" } else { "" };
    let unread = if unread > 0 { format!(" {} could not be read.", counted(unread, "profile")) } else { String::new() };
    say!("{overdue} overdue, {to_come} to come{within}, {} without a date.{unread}", count(list, Status::NoDate));
}
