//! What can be typed after `due`, `report`, `review` and `doctor`: what falls due, what schools have, what was approved, and what is to be tried. The help texts are these comments.

use std::path::PathBuf;

use clap::ValueEnum;

use crate::law::{Date, Period};
use crate::profile::{Reviewed, VersionNumber};

#[derive(clap::Args, Debug)]
pub(super) struct DueArgs {
    /// Profiles, folders of profiles, or patterns such as `schools/*.yaml`.
    #[arg(required = true)]
    pub(super) profiles: Vec<PathBuf>,
    /// Only what falls due in so many days, weeks, months or years: 90d, 12w, 6m, 1y. What is overdue or has no date is always listed.
    #[arg(long, value_name = "TIME")]
    pub(super) within: Option<Period>,
    /// How to print it.
    #[arg(long, value_enum, default_value_t = DueFormat::Human)]
    pub(super) format: DueFormat,
    /// The file to write instead of printing; with csv, xlsx, json, ics or md. With eml the folder for the messages, which must be given.
    #[arg(long, value_name = "FILE", required_if_eq("format", "eml"))]
    pub(super) output: Option<PathBuf>,
    /// The day to look from, as 2026-09-01; today if left out.
    #[arg(long, value_name = "DATE")]
    pub(super) as_of: Option<Date>,
}

#[derive(clap::Args, Debug)]
pub(super) struct ReportArgs {
    /// Profiles, folders of profiles, or patterns such as `schools/*.yaml`. A trust's schools are rows too.
    #[arg(required = true)]
    pub(super) profiles: Vec<PathBuf>,
    /// The folder into which `report.html`, `report.xlsx` and `report.json` are written; what else is in it stays.
    #[arg(long, value_name = "DIR", default_value = "report")]
    pub(super) out: PathBuf,
    /// The `report.json` of an earlier day: the report then says what got better, what got worse, what is new and what is gone.
    #[arg(long, value_name = "FILE")]
    pub(super) since: Option<PathBuf>,
    /// The folder of a pack to use instead of those that the profiles name; several in order, the lowest first.
    #[arg(long, value_name = "DIR")]
    pub(super) pack: Vec<PathBuf>,
    /// The day to report for, as 2026-09-01; today if left out.
    #[arg(long, value_name = "DATE")]
    pub(super) as_of: Option<Date>,
}

#[derive(clap::Args, Debug)]
pub(super) struct ReviewArgs {
    /// The profile; with `--all-due` profiles, folders of profiles, or patterns such as `schools/*.yaml`.
    #[arg(required = true)]
    pub(super) profiles: Vec<PathBuf>,
    /// Record the approval of every document of every school whose review is due by the day of the approval, and of no other.
    #[arg(long, conflicts_with_all = ["version", "next_review"])]
    pub(super) all_due: bool,
    /// With `--all-due`: also of what falls due in so many days, weeks, months or years after that day: 90d, 12w, 6m, 1y.
    #[arg(long, value_name = "TIME", requires = "all_due")]
    pub(super) within: Option<Period>,
    /// The day of the approval, as 2026-07-08.
    #[arg(long, value_name = "DATE")]
    pub(super) approved_on: Date,
    /// The body that approved, as its minutes give its name.
    #[arg(long, value_name = "BODY", value_parser = one_line)]
    pub(super) approved_by: String,
    /// The document that was reviewed, twice for two. Left out: all that the institution has, and the careers information on its website.
    #[arg(long, value_enum)]
    pub(super) document: Vec<DocumentName>,
    /// Nothing was changed: version 3.0 is followed by 3.1, not by 4.0.
    #[arg(long)]
    pub(super) no_changes: bool,
    /// What changed, for the version history. This or `--no-changes` must be given.
    #[arg(long, value_name = "TEXT", value_parser = one_line, required_unless_present = "no_changes")]
    pub(super) summary: Option<String>,
    /// Who made this version of the policy, for its version history. Left out: whoever made the one before.
    #[arg(long, value_name = "NAME", value_parser = one_line)]
    pub(super) author: Option<String>,
    /// The new version, if it is not the next one.
    #[arg(long, value_name = "X")]
    pub(super) version: Option<VersionNumber>,
    /// The day of the next review. Left out: in as many whole years as the last time, and no later than recommended; a statement and the
    /// careers information on the website are reviewed every year.
    #[arg(long, value_name = "DATE")]
    pub(super) next_review: Option<Date>,
    /// Record the approval although answers are missing that the law asks for, or your hub or trust. The version history then says which.
    #[arg(long)]
    pub(super) despite_gaps: bool,
    /// The folder of a pack to use instead of those that the profile names; several in order, the lowest first.
    #[arg(long, value_name = "DIR")]
    pub(super) pack: Vec<PathBuf>,
    /// Show what would be changed, and write nothing.
    #[arg(long)]
    pub(super) dry_run: bool,
    /// Today, as 2026-09-01, for an approval to be no later than.
    #[arg(long, value_name = "DATE")]
    pub(super) as_of: Option<Date>,
}

/// Words on one line.
fn one_line(words: &str) -> Result<String, String> {
    let words = words.trim();
    match words.is_empty() || words.chars().any(char::is_control) {
        true => Err("write words, on one line".to_owned()),
        false => Ok(words.to_owned()),
    }
}

/// A document that is reviewed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(super) enum DocumentName {
    /// The careers policy.
    CareersPolicy,
    /// The provider access policy statement.
    ProviderAccessPolicy,
    /// The careers information on the website, which is reviewed and not approved.
    WebsiteInformation,
}

impl DocumentName {
    pub(super) fn reviewed(self) -> Reviewed {
        match self {
            DocumentName::CareersPolicy => Reviewed::CareersPolicy,
            DocumentName::ProviderAccessPolicy => Reviewed::ProviderAccessPolicy,
            DocumentName::WebsiteInformation => Reviewed::WebsiteInformation,
        }
    }
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(super) enum DueFormat {
    /// For people.
    Human,
    /// For a spreadsheet, as text.
    Csv,
    /// For Excel, with `--output`.
    Xlsx,
    /// For programs.
    Json,
    /// For a calendar: Outlook, Google Calendar, a phone.
    Ics,
    /// A digest in Markdown for an e-mail or a meeting: by month, with the school, the document and its careers leader.
    Md,
    /// A message to each careers leader, which opens in Outlook as a draft.
    Eml,
}

#[derive(clap::Args, Debug)]
pub(super) struct DoctorArgs {
    /// Profiles, folders of profiles, or patterns, whose packs are to be tried.
    pub(super) profiles: Vec<PathBuf>,
    /// The folder of a pack to try instead; several in order, the lowest first.
    #[arg(long, value_name = "DIR")]
    pub(super) pack: Vec<PathBuf>,
    /// The folder that documents are to be written into; that of the settings, or `out`, if left out.
    #[arg(long, value_name = "DIR")]
    pub(super) out: Option<PathBuf>,
    /// Today, as 2026-09-01.
    #[arg(long, value_name = "DATE")]
    pub(super) as_of: Option<Date>,
}

#[derive(clap::Args, Debug)]
pub(super) struct EditArgs {
    /// A profile, or the folder of your profiles; the folder that the command runs in, if left out.
    #[arg(value_name = "FILE|FOLDER")]
    pub(super) path: Option<PathBuf>,
    /// Do not open the browser: only say under which address the editor is.
    #[arg(long)]
    pub(super) no_open: bool,
    /// The number under which this computer serves it, from 1024; any that is free, if left out.
    #[arg(long, value_name = "NUMBER", value_parser = clap::value_parser!(u16).range(1024..))]
    pub(super) port: Option<u16>,
    /// Today, as 2026-09-01.
    #[arg(long, value_name = "DATE")]
    pub(super) as_of: Option<Date>,
}
