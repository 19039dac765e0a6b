//! What of the findings is shown, and how: the options that `check` and `build` share, and what is printed by them.
//!
//! In: the options, outcomes. Out: subjects for the renderers, and their text.

use clap::ValueEnum;

use super::print::{column_table, counted, has_colour};
use crate::finding::{
    Finding, GRAVITIES, Gravity, Look, Subject, arranged, headline, render_details, render_summary, visible_line,
};
use crate::job::Outcome;
use crate::profile::headings;
use crate::text::display_path;

#[derive(clap::Args, Debug)]
pub(super) struct ShownArgs {
    /// Show each finding in full: the line of the file, why it is so, and what to write.
    #[arg(long, visible_alias = "verbose")]
    pub(super) details: bool,
    /// Show only what makes the command fail, and nothing where all is well.
    #[arg(long)]
    pub(super) quiet: bool,
    /// Show only these, with commas between them. All are counted and decide the exit code, shown or not.
    #[arg(long, value_delimiter = ',', value_enum, value_name = "WHAT")]
    pub(super) only: Vec<GravityName>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(super) enum GravityName {
    /// What the law asks for and is missing.
    Law,
    /// What is wrong in the file and has to be put right.
    Mistakes,
    /// What your hub or trust requires.
    Required,
    /// What is recommended.
    Recommended,
    /// What is for information.
    Notes,
}

impl From<GravityName> for Gravity {
    fn from(name: GravityName) -> Gravity {
        match name {
            GravityName::Law => Gravity::Law,
            GravityName::Mistakes => Gravity::Mistake,
            GravityName::Required => Gravity::Required,
            GravityName::Recommended => Gravity::Recommended,
            GravityName::Notes => Gravity::Note,
        }
    }
}

impl ShownArgs {
    /// The gravities that are shown; `fails` says which make the command fail.
    pub(super) fn gravities(&self, fails: impl Fn(Gravity) -> bool) -> Vec<Gravity> {
        let only: Vec<Gravity> = self.only.iter().map(|name| Gravity::from(*name)).collect();
        let is_shown =
            |gravity: &Gravity| (only.is_empty() || only.contains(gravity)) && (!self.quiet || fails(*gravity));
        GRAVITIES.into_iter().filter(is_shown).collect()
    }

    /// What was found in a profile, in the order in which it is told.
    pub(super) fn subject(&self, outcome: &Outcome, findings: &[Finding], look: Look) -> Subject {
        let (intake, context) = (&outcome.intake, outcome.intake.context());
        let file = display_path(&intake.path);
        let findings = arranged(findings, &context, &file, &headings());
        let name = intake.profile().map(|profile| profile.setting.name.to_string());
        let subject = Subject::new(name, file, &findings, &context);
        if self.details { subject.with_details(&findings, &context, look) } else { subject }
    }

    /// The findings of a run, with a line or two on how to see what is not shown; empty where there is nothing to show.
    pub(super) fn findings(&self, subjects: &[Subject], shown: &[Gravity], look: Look) -> String {
        let text = render_summary(subjects, shown, look);
        let found = subjects.iter().any(|subject| !subject.rows.is_empty());
        if found && !(text.is_empty() && self.quiet) { format!("{text}\n{}\n", self.more(subjects)) } else { text }
    }

    /// How to see what is not shown.
    fn more(&self, subjects: &[Subject]) -> String {
        let full = "the same command with `--details`";
        let hidden = if self.only.is_empty() { "" } else { " The rest: without `--only`." };
        match subjects {
            [] | [_] => format!("Each in full, with its line and whose duty it is: {full}.{hidden}"),
            [first, ..] => {
                let most = subjects.iter().rev().max_by_key(|subject| subject.rows.len()).unwrap_or(first);
                let file = quoted(&visible_line(&most.file));
                format!("One school's own: careers-policy check {file}   All in full: {full}.{hidden}")
            }
        }
    }
}

/// What `check` says for people of all profiles.
pub(super) fn report(args: &ShownArgs, subjects: &[Subject], shown: &[Gravity], look: Look) -> String {
    let told: Vec<Subject> = match args.quiet {
        true => {
            subjects.iter().filter(|subject| shown.iter().any(|gravity| subject.count(*gravity) > 0)).cloned().collect()
        }
        false => subjects.to_vec(),
    };
    if args.details {
        return render_details(&told, shown);
    }
    match &told[..] {
        [] => String::new(),
        [subject] => {
            let headline = format!("{}: {}\n", visible_line(&subject.file), subject.headline());
            headline + &args.findings(&told, shown, look)
        }
        _ => {
            let count = |gravity| told.iter().map(|subject| subject.count(gravity)).sum();
            let headline = format!("{}: {}\n", counted(told.len(), "school"), headline(count));
            format!("{}\n{headline}{}", table(&told), args.findings(&told, shown, look))
        }
    }
}

/// A path as it is typed, in quotation marks where it holds a space.
fn quoted(path: &str) -> String {
    if path.contains(char::is_whitespace) { format!("\"{path}\"") } else { path.to_owned() }
}

/// The schools of a run, each with how much was found.
fn table(subjects: &[Subject]) -> String {
    let titles = [
        (Gravity::Law, "Law"),
        (Gravity::Mistake, "Mistakes"),
        (Gravity::Required, "Required"),
        (Gravity::Recommended, "Recommended"),
    ];
    let is_told = |gravity: Gravity| {
        matches!(gravity, Gravity::Law | Gravity::Recommended)
            || subjects.iter().any(|subject| subject.count(gravity) > 0)
    };
    let columns: Vec<(Gravity, &str)> = titles.into_iter().filter(|(gravity, _)| is_told(*gravity)).collect();
    let header = ["School", "Profile"].into_iter().chain(columns.iter().map(|(_, title)| *title));
    let row = |subject: &Subject| {
        let name = subject.name.as_deref().map_or_else(|| "not known".to_owned(), visible_line);
        let counts = columns.iter().map(|(gravity, _)| match gravity {
            Gravity::Law if !subject.is_sure() => "–".to_owned(),
            _ => subject.count(*gravity).to_string(),
        });
        [name, visible_line(&subject.file)].into_iter().chain(counts).collect::<Vec<String>>()
    };
    column_table(&header.collect::<Vec<_>>(), &subjects.iter().map(row).collect::<Vec<_>>())
}

/// How findings look on the standard output.
pub(super) fn look() -> Look {
    Look { colour: has_colour(&std::io::stdout()), ..Look::default() }
}
