//! `catalogue`: lists what the law, the guidance and good practice ask, for people, as Markdown tables, or as JSON.

use std::collections::BTreeMap;

use serde::Serialize;

use super::args::{CatalogueArgs, CatalogueFormat};
use super::ending::Ending;
use super::error::CommandError;
use super::print::{cell, print_json};
use super::typed::{library, setting};
use super::workbook::{deliver_workbook, workbook_file};
use super::{guide, lists};
use crate::catalogue::{Catalogue, Certainty, Duty, Requirement};
use crate::catalogue::{GuideItem, GuideItems, NotCarried};
use crate::law::{SETTINGS, Setting};

pub(super) fn run(args: &CatalogueArgs) -> Result<Ending, CommandError> {
    if args.format != CatalogueFormat::Xlsx && args.output.is_some() {
        return Err(CommandError::refused("`--output` writes a workbook; add `--format xlsx`"));
    }
    let workbook = (args.format == CatalogueFormat::Xlsx).then(|| workbook_file(args.output.as_deref())).transpose()?;
    let only = args.setting.as_deref().map(setting).transpose()?;
    let library = library(&args.pack)?;
    let catalogue = &library.catalogue;
    if let Some(path) = workbook {
        let workbook = lists::workbook(catalogue, only, args).unwrap_or_else(|| catalogue.as_workbook(only));
        deliver_workbook(&workbook, path)?;
        return Ok(Ending::Made);
    }
    if lists::print(catalogue, only, args) {
        return Ok(Ending::Made);
    }
    match args.format {
        CatalogueFormat::Human | CatalogueFormat::Xlsx => print_human(catalogue, only),
        CatalogueFormat::Md => print_markdown(catalogue, only),
        CatalogueFormat::Json => print_for_programs(catalogue, only),
    }
    Ok(Ending::Made)
}

/// The requirements that concern the setting, or all.
fn listed(catalogue: &Catalogue, only: Option<Setting>) -> impl Iterator<Item = &Requirement> {
    catalogue
        .requirements
        .values()
        .filter(move |requirement| only.is_none_or(|setting| requirement.duty_of(setting) != Duty::NotApplicable))
}

/// The requirements by the source they come from.
fn by_source(catalogue: &Catalogue, only: Option<Setting>) -> BTreeMap<&str, Vec<&Requirement>> {
    let mut sources: BTreeMap<&str, Vec<&Requirement>> = BTreeMap::new();
    for requirement in listed(catalogue, only) {
        sources.entry(&requirement.source).or_default().push(requirement);
    }
    sources
}

/// The pack that a requirement is from, where it is not the built-in one.
fn pack_mark(catalogue: &Catalogue, requirement: &Requirement) -> String {
    match catalogue.layer_of(&requirement.pack) {
        0 => String::new(),
        _ => format!(" (pack {})", requirement.pack),
    }
}

fn certainty_mark(requirement: &Requirement) -> &'static str {
    match requirement.entry.certainty {
        Certainty::Sure => "",
        Certainty::FairlySure => " (fairly sure)",
        Certainty::Unsure => " (not sure)",
    }
}

fn print_human(catalogue: &Catalogue, only: Option<Setting>) {
    say!("Catalogue: {}", catalogue.editions_in_words());
    for (source, requirements) in by_source(catalogue, only) {
        say!("\n{source}");
        for requirement in requirements {
            say!("  {}{}", requirement.id, certainty_mark(requirement));
            say!("    {}", requirement.entry.asks);
            say!("    {}{}", duty_line(requirement, only), pack_mark(catalogue, requirement));
        }
    }
    say!(
        "\n`careers-policy explain ID` says more about each; `--format md` also lists the hub guide's items and what is said of them."
    );
}

/// The duty of one setting, or of all, those of the same duty together.
fn duty_line(requirement: &Requirement, only: Option<Setting>) -> String {
    if let Some(setting) = only {
        let through = requirement.through.get(&setting).map(|by| format!(", through {by}")).unwrap_or_default();
        return format!("{}{through}", requirement.duty_of(setting).word());
    }
    let groups = [Duty::Statutory, Duty::Required, Duty::Recommended, Duty::Optional].into_iter().filter_map(|duty| {
        let settings: Vec<&str> =
            Setting::kinds().filter(|setting| requirement.duty_of(*setting) == duty).map(Setting::id).collect();
        let all = if settings.len() == SETTINGS.len() { "all".to_owned() } else { settings.join(", ") };
        (!settings.is_empty()).then(|| format!("{} for {all}", duty.word()))
    });
    groups.collect::<Vec<_>>().join("; ")
}

fn print_markdown(catalogue: &Catalogue, only: Option<Setting>) {
    say!("# What is asked\n\nCatalogue: {}.", catalogue.editions_in_words());
    for (source, requirements) in by_source(catalogue, only) {
        say!("\n## {source}\n\n| Requirement | What is asked | Duty | How sure |\n| --- | --- | --- | --- |");
        for requirement in requirements {
            let sure = match (requirement.entry.certainty, &requirement.entry.note) {
                (Certainty::Sure, _) => "sure".to_owned(),
                (Certainty::FairlySure, note) => format!("fairly sure. {}", note.as_deref().unwrap_or_default()),
                (Certainty::Unsure, note) => format!("not sure. {}", note.as_deref().unwrap_or_default()),
            };
            say!(
                "| `{}` | {} | {} | {} |",
                requirement.id,
                cell(&requirement.entry.asks),
                cell(&format!("{}{}", duty_line(requirement, only), pack_mark(catalogue, requirement))),
                cell(&sure)
            );
        }
    }
    print_guide(catalogue, only);
}

/// The items of the hub guide in their order, with the words that stand in the documents for each.
fn print_guide(catalogue: &Catalogue, only: Option<Setting>) {
    say!("\n## The items of the hub guide\n\nWhat the documents say of each; a test looks whether they do.\n");
    say!("| Item | Carried by | What stands in the document | Depends on the answers |\n| --- | --- | --- | --- |");
    for item in &catalogue.guide.items {
        let carries = |requirement: &&Requirement| {
            requirement.entry.guide.as_ref().is_some_and(|guide| guide.items.contains(&item.item))
        };
        let by = catalogue.requirements.values().find(carries).map_or("", |requirement| &requirement.id);
        let said = guide::said(item, only).join("; ");
        let answers = guide::answers(item).unwrap_or_default();
        say!("| {} | `{by}` | {}: {} | {} |", item.item, item.document, cell(&said), cell(&answers));
    }
    for row in &catalogue.guide.not_carried {
        say!("| {} | nothing | {} | |", row.item, cell(&row.why));
    }
}

#[derive(Serialize)]
struct CatalogueJson<'a> {
    packs: Vec<PackJson<'a>>,
    requirements: Vec<RequirementJson<'a>>,
    not_carried: &'a [NotCarried],
}

#[derive(Serialize)]
struct PackJson<'a> {
    name: &'a str,
    edition: &'a str,
}

#[derive(Serialize)]
struct RequirementJson<'a> {
    id: &'a str,
    pack: &'a str,
    asks: &'a str,
    source: &'a str,
    cites: Option<&'a str>,
    url: Option<&'a str>,
    edition: Option<&'a str>,
    duty: BTreeMap<&'static str, Duty>,
    through: BTreeMap<&'static str, &'a str>,
    guide: Option<&'a GuideItems>,
    /// What the documents say of each item of the guide.
    says: Vec<&'a GuideItem>,
    statement: &'a [String],
    certainty: Certainty,
    note: Option<&'a str>,
    when: Option<&'a str>,
    needs: &'a [String],
    clauses: Vec<&'a str>,
}

fn print_for_programs(catalogue: &Catalogue, only: Option<Setting>) {
    let requirements = listed(catalogue, only).map(|requirement| RequirementJson {
        id: &requirement.id,
        pack: &requirement.pack,
        asks: &requirement.entry.asks,
        source: &requirement.source,
        cites: requirement.entry.cites.as_deref(),
        url: requirement.url.as_deref(),
        edition: requirement.edition.as_deref(),
        duty: requirement.kinds().map(|setting| (setting.id(), requirement.duty_of(setting))).collect(),
        through: requirement.through.iter().map(|(setting, by)| (setting.id(), by.as_str())).collect(),
        guide: requirement.entry.guide.as_ref(),
        says: says(catalogue, requirement),
        statement: &requirement.entry.statement,
        certainty: requirement.entry.certainty,
        note: requirement.entry.note.as_deref(),
        when: requirement.entry.when.as_deref(),
        needs: &requirement.entry.needs,
        clauses: catalogue.clauses_of(&requirement.id).map(|clause| clause.id.as_str()).collect(),
    });
    let json = CatalogueJson {
        packs: catalogue.packs.iter().map(|pack| PackJson { name: &pack.name, edition: &pack.edition }).collect(),
        requirements: requirements.collect(),
        not_carried: &catalogue.guide.not_carried,
    };
    print_json(&serde_json::to_string_pretty(&json).unwrap_or_default());
}

/// What the documents say of the items of the hub guide that a requirement carries.
fn says<'a>(catalogue: &'a Catalogue, requirement: &Requirement) -> Vec<&'a GuideItem> {
    let numbers = requirement.entry.guide.iter().flat_map(|guide| &guide.items);
    numbers.filter_map(|number| catalogue.guide.item(*number)).collect()
}
