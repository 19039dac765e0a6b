//! What can be typed: the commands and their options. The help texts are these comments.

use std::path::PathBuf;
use std::sync::LazyLock;

use clap::{Parser, Subcommand, ValueEnum};
use clap_complete::Shell;

use super::dates_args::{DoctorArgs, DueArgs, EditArgs, ReportArgs, ReviewArgs};
use super::sheet::SheetCommand;
use super::shown::ShownArgs;
use crate::catalogue::Catalogue;
use crate::job::Shard;
use crate::law::Date;
use crate::write::Format;

const EXIT_CODES: &str = "Exit codes: 0 all is well, or only recommendations and notes are open; 1 something was found that stands in the way; \
    2 the program could not do its work, or what was typed cannot be done; 3 `verify` knows of nothing wrong and cannot prove that all is right.";

/// Writes a school's careers policy and provider access policy statement from one profile, and checks them against the law.
#[derive(Parser, Debug)]
#[command(name = "careers-policy", version = version(), about, max_term_width = 100, disable_help_subcommand = true, after_help = EXIT_CODES)]
pub(super) struct Args {
    #[command(subcommand)]
    pub(super) command: Command,
    /// Whether to use colours; `auto` uses them on a terminal, unless `NO_COLOR` is set.
    #[arg(long, global = true, value_enum, default_value_t = Colours::Auto, value_name = "WHEN")]
    pub(super) color: Colours,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(super) enum Colours {
    Auto,
    Always,
    Never,
}

#[derive(Subcommand, Debug)]
pub(super) enum Command {
    /// Begin a profile: asks what is known, and writes a short file with what the law asks of you, to be filled in.
    ///
    /// What options give is not asked for. Where there is no terminal to ask on, or the kind and the name are given, nothing is.
    ///
    /// With `--urn` and `--register`, what the national register says of a school is filled in, to be confirmed.
    ///
    /// Example: careers-policy new --setting academy --name "Oakfield Academy" --years 7-13
    New(NewArgs),
    /// Open the editor in your browser: profiles are made, checked, seen and published on pages, and nothing leaves this computer.
    ///
    /// The program with nothing behind its name does the same, in the folder that it is started in.
    ///
    /// Example: careers-policy edit our-school.yaml
    Edit(EditArgs),
    /// Check profiles against the law and the guidance, and say what to write.
    ///
    /// A file `careers-policy.yaml` beside them can hold the options: `careers-policy explain settings`.
    ///
    /// Example: careers-policy check profiles/our-school.yaml
    Check(CheckArgs),
    /// Check profiles and write both documents of each, and the information for its website.
    ///
    /// A file `careers-policy.yaml` beside them can hold the options: `careers-policy explain settings`.
    ///
    /// Example: careers-policy build profiles/our-school.yaml --formats docx,pdf
    Build(BuildArgs),
    /// Prove that documents are those that their profiles make, and name the file that is not.
    ///
    /// The exit code is 0 where all are as they were made, 1 where one was changed, and 3 where nothing is known to be wrong and it cannot be
    /// proved that all is right.
    ///
    /// Example: careers-policy verify out
    Verify(VerifyArgs),
    /// Write profiles anew where one is read otherwise than it is written, such as a date as 1/9/2026, and change nothing else in it.
    ///
    /// Example: careers-policy fix our-school.yaml
    Fix(FixArgs),
    /// List the reviews that fall due, the soonest first, with those that are overdue and those without a date.
    ///
    /// Example: careers-policy due schools --within 90d
    Due(DueArgs),
    /// Lay schools side by side, for a hub or a trust: what is found in the documents of each and what is missing, as a web page, a workbook and
    /// JSON.
    ///
    /// The exit code is 1 where a profile could not be read or a school is in two files; what is missing does not change it.
    ///
    /// Example: careers-policy report schools --out hub
    Report(ReportArgs),
    /// Record in a profile that its documents were reviewed and approved: version, dates and history, and nothing else is touched.
    ///
    /// Example: careers-policy review our-school.yaml --approved-on 2026-07-08 --approved-by "Full governing body" --no-changes
    Review(ReviewArgs),
    /// Explain a code, a requirement, a clause, a field or the settings of a folder, or say where a sentence of a document comes from.
    ///
    /// Example: careers-policy explain roles.careers_leader
    Explain(ExplainArgs),
    /// List what the law, the guidance and good practice ask; or the clauses, the codes or the fields there are.
    ///
    /// Example: careers-policy catalogue --setting academy
    Catalogue(CatalogueArgs),
    /// Make, try out and compare packs: a hub's or trust's own wording, duties and colours over the built-in ones.
    ///
    /// Example: careers-policy pack new our-hub
    #[command(subcommand)]
    Pack(PackCommand),
    /// Spreadsheets in and out: a school's form in Excel, profiles of a hub's list of schools, and profiles held against the register.
    ///
    /// Example: careers-policy sheet new --setting academy form.xlsx
    #[command(subcommand)]
    Sheet(SheetCommand),
    /// Say whether the program finds here what it needs: catalogue, fonts, PDF, packs, a folder to write into. The exit code is 1 where not.
    ///
    /// Example: careers-policy doctor schools
    Doctor(DoctorArgs),
    /// Print the JSON Schema of a profile or of a settings file, for an editor.
    ///
    /// Example: careers-policy schema
    Schema(SchemaArgs),
    /// Print what a shell needs to complete this program's commands and options.
    ///
    /// Example: careers-policy completions powershell
    Completions(CompletionsArgs),
    /// Write the manual pages of the program and of each of its commands.
    ///
    /// Example: careers-policy man manual
    Man(ManArgs),
    /// Print the help of a command, as `--help` behind it does; without one, the list of all commands.
    ///
    /// Example: careers-policy help pack check
    Help(HelpArgs),
}

#[derive(clap::Args, Debug)]
pub(super) struct NewArgs {
    /// The kind of institution: academy, maintained_school, fe_college, multi_academy_trust and so on.
    #[arg(long, value_name = "KIND")]
    pub(super) setting: Option<String>,
    /// Its name, as it is to be printed.
    #[arg(long)]
    pub(super) name: Option<String>,
    /// The year groups on roll, such as 7-11.
    #[arg(long)]
    pub(super) years: Option<String>,
    /// Its website.
    #[arg(long, value_name = "ADDRESS")]
    pub(super) website: Option<String>,
    /// Its unique reference number, six digits.
    #[arg(long, value_name = "URN", conflicts_with_all = ["full", "section"])]
    pub(super) urn: Option<String>,
    /// The extract of the register of schools, from which name, kind, years, address and head of the school with that number are taken, to be
    /// confirmed; once more for its file of links, which says what followed a school that closed.
    #[arg(long, value_name = "FILE.csv", requires = "urn")]
    pub(super) register: Vec<PathBuf>,
    /// The careers leader's name.
    #[arg(long, value_name = "NAME")]
    pub(super) careers_leader: Option<String>,
    /// The careers leader's email address.
    #[arg(long, value_name = "ADDRESS")]
    pub(super) email: Option<String>,
    /// The careers leader's telephone number.
    #[arg(long, value_name = "NUMBER")]
    pub(super) phone: Option<String>,
    /// A school of a trust, once for each: its name, kind and years with commas between them, or the file of its profile.
    #[arg(long, value_name = "SCHOOL")]
    pub(super) school: Vec<String>,
    /// A file whose answers the new profile shares: the path to it from the folder of the new file.
    #[arg(long, value_name = "FILE")]
    pub(super) extends: Option<String>,
    /// Write a file of answers that several schools share, instead of a profile.
    #[arg(long, conflicts_with_all = ["full", "section", "extends", "school", "name", "years", "website", "urn", "careers_leader", "email", "phone"])]
    pub(super) shared: bool,
    /// Write every field that there is, each with a comment.
    #[arg(long, conflicts_with_all = ["section", "extends", "school"])]
    pub(super) full: bool,
    /// Print every field under one heading, such as gatsby, to be pasted into a profile, and write no file.
    #[arg(long, value_name = "HEADING", conflicts_with = "path")]
    pub(super) section: Option<String>,
    /// The file to write; by default named after the institution. A file that is there already is never replaced.
    #[arg(value_name = "FILE")]
    pub(super) path: Option<PathBuf>,
}

#[derive(clap::Args, Debug)]
pub(super) struct CheckArgs {
    /// Profiles, folders of profiles, or patterns such as `schools/*.yaml`; `-` is the standard input.
    #[arg(required = true)]
    pub(super) profiles: Vec<PathBuf>,
    /// The folder of a pack to use instead of those that the profiles name; several in order, the lowest first.
    #[arg(long, value_name = "DIR")]
    pub(super) pack: Vec<PathBuf>,
    /// The formats that are to be built, with commas between them: md, html, pdf, docx. All of them if left out.
    #[arg(long, value_delimiter = ',', value_enum)]
    pub(super) formats: Vec<FormatName>,
    /// A Word file of your own, whose look the DOCX files are to take over.
    #[arg(long, value_name = "FILE.docx")]
    pub(super) reference_doc: Option<PathBuf>,
    /// The day to check for, as 2026-09-01; today if left out.
    #[arg(long, value_name = "DATE")]
    pub(super) as_of: Option<Date>,
    #[command(flatten)]
    pub(super) shown: ShownArgs,
    /// Let recommendations fail too: the exit code is 1 where there is one.
    #[arg(long)]
    pub(super) strict: bool,
    /// How to print what is found.
    #[arg(long, value_enum, default_value_t = FindingsFormat::Human)]
    pub(super) format: FindingsFormat,
    /// The file to write instead of printing.
    #[arg(long, value_name = "FILE")]
    pub(super) output: Option<PathBuf>,
}

#[derive(clap::Args, Debug)]
pub(super) struct BuildArgs {
    /// Profiles, folders of profiles, or patterns such as `schools/*.yaml`; `-` is the standard input.
    #[arg(required = true)]
    pub(super) profiles: Vec<PathBuf>,
    /// The folder of a pack to use instead of those that the profiles name; several in order, the lowest first.
    #[arg(long, value_name = "DIR")]
    pub(super) pack: Vec<PathBuf>,
    /// Pass over a school whose documents were made of the same answers, packs, program and options.
    #[arg(long)]
    pub(super) changed: bool,
    /// Build one part of the schools: 2/5 is the second of five. Each school is in exactly one part.
    #[arg(long, value_name = "PART")]
    pub(super) shard: Option<Shard>,
    /// The folder in which each profile gets a folder of its own; `out` if left out.
    #[arg(long, value_name = "DIR")]
    pub(super) out: Option<PathBuf>,
    /// The formats to write, with commas between them: md, html, pdf, docx. All of them if left out.
    #[arg(long, value_delimiter = ',', value_enum)]
    pub(super) formats: Vec<FormatName>,
    /// Write the documents in spite of gaps in what the law, your hub or your trust asks: each stands in the text as "[To complete: …]", and every page says DRAFT.
    #[arg(long)]
    pub(super) draft: bool,
    /// Write review copies besides, in HTML and DOCX: each clause with a remark on its duty, its law and why it is there.
    #[arg(long)]
    pub(super) review: bool,
    /// Begin every file's name with the name of the school: oakfield-academy-careers-policy.pdf.
    #[arg(long)]
    pub(super) name_files: bool,
    /// Write a ZIP file of each school's documents beside them, for sending them on.
    #[arg(long)]
    pub(super) zip: bool,
    /// Open what was built: the web page of one school, or the folder of many.
    #[arg(long)]
    pub(super) open: bool,
    /// A Word file of your own, whose styles, headers, footers, logo and page the DOCX files take over.
    #[arg(long, value_name = "FILE.docx")]
    pub(super) reference_doc: Option<PathBuf>,
    /// The day to build for, as 2026-09-01; today if left out.
    #[arg(long, value_name = "DATE")]
    pub(super) as_of: Option<Date>,
    #[command(flatten)]
    pub(super) shown: ShownArgs,
}

#[derive(clap::Args, Debug)]
pub(super) struct FixArgs {
    /// Profiles, folders of profiles, or patterns such as `schools/*.yaml`.
    #[arg(required = true)]
    pub(super) profiles: Vec<PathBuf>,
    /// Show what would be changed, and write nothing.
    #[arg(long)]
    pub(super) dry_run: bool,
}

#[derive(clap::Args, Debug)]
pub(super) struct VerifyArgs {
    /// The folder of one school's documents, or the folder that holds those of many.
    pub(super) folder: PathBuf,
    /// The folder of a pack that was used instead of those that the profiles name; several in order, the lowest first.
    #[arg(long, value_name = "DIR")]
    pub(super) pack: Vec<PathBuf>,
}

#[derive(clap::Args, Debug)]
pub(super) struct ExplainArgs {
    /// A code such as CP201, the id of a requirement or a clause or a part of it, a field, a word, a sentence out of a document, or `settings`.
    #[arg(value_name = "WORDS", required = true)]
    pub(super) words: Vec<String>,
    /// Say for this profile why a clause is there or was left out.
    #[arg(long)]
    pub(super) profile: Option<PathBuf>,
    /// The folder of a pack, instead of those that the profile names; several in order, the lowest first.
    #[arg(long, value_name = "DIR")]
    pub(super) pack: Vec<PathBuf>,
}

#[derive(Subcommand, Debug)]
pub(super) enum PackCommand {
    /// Write a starter pack with an example of each thing that a pack can change.
    ///
    /// Example: careers-policy pack new packs/our-hub
    New(PackNewArgs),
    /// Put a clause of our wording into a pack, to be changed there. A file that is there already is never replaced.
    ///
    /// Example: careers-policy pack copy packs/our-hub careers-policy/concerns
    Copy(PackCopyArgs),
    /// Try a pack out on example schools of every kind, and say what is wrong with it.
    ///
    /// Example: careers-policy pack check packs/our-hub packs/our-trust
    Check(PackCheckArgs),
    /// Show what a pack changes in the packs below it, or in an older edition of itself, clause by clause.
    ///
    /// Example: careers-policy pack diff packs/our-hub packs/our-trust
    Diff(PackDiffArgs),
}

#[derive(clap::Args, Debug)]
pub(super) struct PackNewArgs {
    /// The folder to make. One that has files in it is left as it is.
    pub(super) folder: PathBuf,
    /// The pack's name: small letters, digits and hyphens. That of the folder if left out.
    #[arg(long)]
    pub(super) name: Option<String>,
    /// The name of the pack that it lies over: the built-in one, or your hub's.
    #[arg(long, default_value = "base", value_name = "PACK")]
    pub(super) extends: String,
}

#[derive(clap::Args, Debug)]
pub(super) struct PackCopyArgs {
    /// The folder of your pack.
    pub(super) folder: PathBuf,
    /// The id of the clause, or a sentence of it out of a document.
    #[arg(value_name = "CLAUSE", required = true)]
    pub(super) words: Vec<String>,
    /// The folder of a pack that lies below yours, such as your hub's; several in order, the lowest first.
    #[arg(long, value_name = "DIR")]
    pub(super) pack: Vec<PathBuf>,
}

#[derive(clap::Args, Debug)]
pub(super) struct PackCheckArgs {
    /// The folders of the packs, the lowest first.
    #[arg(required = true, value_name = "DIR")]
    pub(super) folders: Vec<PathBuf>,
    /// The day to try them for, as 2026-09-01; today if left out.
    #[arg(long, value_name = "DATE")]
    pub(super) as_of: Option<Date>,
    /// How to print what is found.
    #[arg(long, value_enum, default_value_t = FindingsFormat::Human)]
    pub(super) format: FindingsFormat,
}

#[derive(clap::Args, Debug)]
pub(super) struct PackDiffArgs {
    /// The folders of the packs, the lowest first. What the last of them changes is shown: in those before it, or in the one before it if both
    /// are editions of one pack.
    #[arg(required = true, value_name = "DIR")]
    pub(super) folders: Vec<PathBuf>,
    /// How to print it.
    #[arg(long, value_enum, default_value_t = DiffFormat::Human)]
    pub(super) format: DiffFormat,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(super) enum DiffFormat {
    /// For people, on the terminal.
    Human,
    /// Markdown.
    Md,
}

#[derive(clap::Args, Debug)]
pub(super) struct SchemaArgs {
    /// What is to be written in the editor.
    #[arg(value_enum, default_value_t = SchemaOf::Profile, value_name = "FILE")]
    pub(super) of: SchemaOf,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(super) enum SchemaOf {
    /// A profile.
    Profile,
    /// The settings of a folder.
    Settings,
}

#[derive(clap::Args, Debug)]
pub(super) struct CompletionsArgs {
    /// The shell: bash, elvish, fish, powershell or zsh.
    pub(super) shell: Shell,
}

#[derive(clap::Args, Debug)]
pub(super) struct ManArgs {
    /// The folder to write them into.
    pub(super) folder: PathBuf,
}

#[derive(clap::Args, Debug)]
pub(super) struct HelpArgs {
    /// The command, such as `build` or `pack check`.
    pub(super) command: Vec<String>,
}

#[derive(clap::Args, Debug)]
pub(super) struct CatalogueArgs {
    /// Only what concerns this kind of institution.
    #[arg(long)]
    pub(super) setting: Option<String>,
    /// List the clauses instead: the pieces of our wording.
    #[arg(long, conflicts_with_all = ["codes", "fields"])]
    pub(super) clauses: bool,
    /// List the codes of findings instead.
    #[arg(long, conflicts_with = "fields")]
    pub(super) codes: bool,
    /// List the fields of a profile instead.
    #[arg(long)]
    pub(super) fields: bool,
    /// The folder of a pack to list as well; several in order, the lowest first.
    #[arg(long, value_name = "DIR")]
    pub(super) pack: Vec<PathBuf>,
    /// How to print it.
    #[arg(long, value_enum, default_value_t = CatalogueFormat::Human)]
    pub(super) format: CatalogueFormat,
    /// The file to write, with `--format xlsx`.
    #[arg(long, value_name = "FILE")]
    pub(super) output: Option<PathBuf>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(super) enum FindingsFormat {
    /// For people.
    Human,
    /// For programs.
    Json,
    /// For code-scanning tools: SARIF 2.1.0.
    Sarif,
    /// For a spreadsheet, as text.
    Csv,
    /// For Excel, with `--output`.
    Xlsx,
    /// One web page that needs nothing else.
    Html,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(super) enum CatalogueFormat {
    /// For people, on the terminal.
    Human,
    /// Tables in Markdown.
    Md,
    /// For programs.
    Json,
    /// For Excel, with `--output`.
    Xlsx,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(super) enum FormatName {
    /// Markdown.
    Md,
    /// One web page.
    Html,
    /// Accessible PDF.
    Pdf,
    /// Word.
    Docx,
}

impl From<FormatName> for Format {
    fn from(name: FormatName) -> Format {
        match name {
            FormatName::Md => Format::Markdown,
            FormatName::Html => Format::Html,
            FormatName::Pdf => Format::Pdf,
            FormatName::Docx => Format::Docx,
        }
    }
}

/// The program's version, its catalogue's edition, and the edition of the guidance that the catalogue was checked against:
/// the last two are what matters to a school.
fn version() -> &'static str {
    static VERSION: LazyLock<String> = LazyLock::new(|| {
        let mut version = env!("CARGO_PKG_VERSION").to_owned();
        if let Some((pack, editions)) = Catalogue::base_editions() {
            version.push_str(&format!("\ncatalogue: {}, edition {}", pack.name, pack.edition));
            if let Some(edition) = editions.newest_guidance() {
                let published = edition.published_in_words();
                version.push_str(&format!("\nchecked against: {}, edition of {published}", edition.title));
            }
        }
        version
    });
    &VERSION
}
