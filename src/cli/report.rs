//! `report`: lays schools side by side.

use super::dates_args::ReportArgs;
use super::ending::Ending;
use super::error::CommandError;
use super::print::{counted, print_findings};
use super::settings::InForce;
use super::typed::{profiles, today};
use crate::finding::visible_path;
use crate::job::{Twins, read_report, report_all, write_report};
use crate::report::{Tally, Turn, changes, tally};

pub(super) fn run(args: &ReportArgs) -> Result<Ending, CommandError> {
    // Before the work: a file that is no report is told at once.
    let earlier = args.since.as_deref().map(read_report).transpose()?;
    let paths = profiles(&args.profiles)?;
    let libraries = InForce::of(&paths)?.libraries(&args.pack, &[])?;
    let twins = Twins::among(&paths);
    let mut ended = Ending::Made;
    let mut report = report_all(&paths, &twins, &libraries, today(args.as_of), |path, reported| match reported {
        Ok(reported) => {
            print_findings(&reported.unread, &reported.intake.context());
            let twin = twins.of(path).filter(|_| reported.unread.is_empty());
            print_findings(twin.map(std::slice::from_ref).unwrap_or_default(), &reported.intake.context());
            if !reported.unread.is_empty() || twin.is_some() {
                ended = ended.max(Ending::Found);
            }
        }
        Err(failure) => ended = ended.max(CommandError::from(failure).say()),
    });
    report.changes = earlier.map(|earlier| changes(&report, &earlier));
    for path in write_report(&report, &args.out)? {
        say!("{} is written.", visible_path(&path));
    }
    let schools = &report.schools;
    let with = |is: fn(&Tally) -> bool| schools.iter().filter(|school| is(&tally(school))).count();
    let unread = schools.iter().filter(|school| !school.is_read).count();
    let unread = if unread > 0 { format!(", {unread} could not be read") } else { String::new() };
    say!(
        "{}: {} where the law asks for something missing or thin, {} with a review overdue or without a day, {} short of encounters{unread}.",
        counted(schools.len(), "school"),
        with(|sums| sums.law > 0),
        with(|sums| sums.reviews > 0),
        with(|sums| sums.encounters > 0)
    );
    if let Some(changes) = &report.changes {
        let number = |turn: Turn| changes.list.iter().filter(|change| change.turn == turn).count();
        say!(
            "Since {}: {} better, {} worse, {} new, {} gone.",
            changes.since.in_words(),
            number(Turn::Better),
            number(Turn::Worse),
            number(Turn::New),
            number(Turn::Gone)
        );
    }
    Ok(ended)
}
