//! `explain`: says what a code means, what a requirement asks, and why a clause is there.

use super::args::ExplainArgs;
use super::ending::Ending;
use super::error::CommandError;
use super::guide;
use super::print::print_findings;
use super::typed::{library, today};
use crate::catalogue::{Certainty, Clause, Requirement};
use crate::draft::{Choice, choose, is_asked};
use crate::finding::Code;
use crate::job::{Intake, Library};
use crate::text::suggest;

pub(super) fn run(args: &ExplainArgs) -> Result<Ending, CommandError> {
    if let Ok(code) = args.name.parse::<Code>() {
        say!("{}", code.page().trim_end());
        return Ok(Ending::Made);
    }
    let intake = args.profile.as_deref().map(Intake::read).transpose()?;
    let packs = match &intake {
        Some(intake) if args.pack.is_empty() => intake.packs(),
        _ => args.pack.clone(),
    };
    let library = library(&packs)?;
    let catalogue = &library.catalogue;
    let name = args.name.trim();
    if let Some(requirement) = catalogue.requirements.get(name) {
        explain_requirement(&library, requirement);
    } else if let Some(clause) = catalogue.clauses.get(name) {
        explain_clause(&library, clause);
    } else {
        let ids = catalogue.requirements.keys().chain(catalogue.clauses.keys()).map(String::as_str);
        let near = suggest(name, ids).map(|near| format!(" Did you mean `{near}`?")).unwrap_or_default();
        return Err(CommandError::refused(format!(
            "`{name}` is no code, requirement or clause.{near} `careers-policy catalogue` lists them."
        )));
    }
    match &intake {
        Some(intake) => explain_for(&library, name, intake),
        None => Ok(Ending::Made),
    }
}

fn explain_requirement(library: &Library, requirement: &Requirement) {
    let entry = &requirement.entry;
    say!("{} (requirement)\n\n{}\n", requirement.id, entry.asks);
    say!("Pack:    {}", requirement.pack);
    say!("Source:  {}", requirement.citation());
    if let Some(edition) = &requirement.edition {
        say!("Edition: {edition}");
    }
    if let Some(url) = &requirement.url {
        say!("Read it: {url}");
    }
    say!("\nDuty:");
    for setting in requirement.kinds() {
        let through = requirement.through.get(&setting).map(|by| format!(", through {by}")).unwrap_or_default();
        say!("  {:<32}{}{through}", setting.id(), requirement.duty_of(setting).word());
    }
    if let Some(condition) = &entry.when {
        say!("\nAsked only where: {condition}");
    }
    if !entry.needs.is_empty() {
        say!("\nNeeds in the profile: {}", entry.needs.join(", "));
    }
    let certainty = match entry.certainty {
        Certainty::Sure => None,
        Certainty::FairlySure => Some("This reading of the law is fairly sure."),
        Certainty::Unsure => Some("This reading of the law is not sure."),
    };
    for line in certainty.into_iter().chain(entry.note.as_deref()) {
        say!("\n{}", line.trim_end());
    }
    let clauses: Vec<&str> = library.catalogue.clauses_of(&requirement.id).map(|clause| clause.id.as_str()).collect();
    if !clauses.is_empty() {
        say!("\nWorded in: {}", clauses.join(", "));
    }
    for number in entry.guide.iter().flat_map(|guide| &guide.items) {
        let Some(item) = library.catalogue.guide.item(*number) else { continue };
        say!("\nThe hub guide's item {number}, in the document {}:", item.document);
        for line in guide::said(item, None) {
            say!("  {line}");
        }
        if let Some(answers) = guide::answers(item) {
            say!("  It depends on the answers {answers}.");
        }
    }
}

fn explain_clause(library: &Library, clause: &Clause) {
    say!("{} (clause)\n\n{}. {}\n", clause.id, clause.header.title, clause.header.why);
    for requirement in library.catalogue.requirements_of(clause) {
        say!("Meets {}: {}\n  {}", requirement.id, requirement.entry.asks, requirement.citation());
        if let Some(url) = &requirement.url {
            say!("  {url}");
        }
    }
    if let Some(condition) = &clause.header.when {
        say!("\nApplies only where: {condition}");
    }
    if let Some(note) = &clause.header.note {
        say!("\n{note}");
    }
    say!("\nPack: {}", clause.pack);
    say!("\nWording:\n");
    for line in clause.wording.trim().lines() {
        say!("  {line}");
    }
}

/// Says for one profile why a clause or the clauses of a requirement are there or were left out.
fn explain_for(library: &Library, name: &str, intake: &Intake) -> Result<Ending, CommandError> {
    let Some(institution) = &intake.institution else {
        print_findings(&intake.findings, &intake.context());
        return Err(CommandError::Found);
    };
    let case = institution.case(&library.catalogue, &library.engine, today(None));
    say!("\nFor {}:", institution.profile.setting.name);
    if let Some(requirement) = library.catalogue.requirements.get(name) {
        let duty = case.duty_of(requirement).word();
        match is_asked(&case, requirement).map_err(CommandError::refused)? {
            true => say!("  It is asked here: {duty}."),
            false => say!("  It is not asked here."),
        }
        let missing = case.answers.missing(&requirement.entry.needs);
        if !missing.is_empty() {
            say!("  Missing in the profile: {}", missing.join(", "));
        }
    }
    let catalogue = &library.catalogue;
    for clause in catalogue.clauses.get(name).into_iter().chain(catalogue.clauses_of(name)) {
        let choice = choose(&case, clause).map_err(CommandError::refused)?;
        say!("  {}: {}", clause.id, choice_words(&choice));
    }
    Ok(Ending::Made)
}

fn choice_words(choice: &Choice) -> String {
    match choice {
        Choice::Applies => "it is in the document".to_owned(),
        Choice::NotConcerned => "left out, because nothing that it meets is asked of this setting".to_owned(),
        Choice::ConditionFalse(condition) => format!("left out, because this is not so: {condition}"),
        Choice::LeftOut(because) => format!("left out by the profile, under `leave_out`: {because}"),
        Choice::Lacks { duty, fields } => {
            format!("left out, because an answer is missing ({}): {}", duty.word(), fields.join(", "))
        }
    }
}
