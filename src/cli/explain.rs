//! `explain`: says what a code means, what a requirement asks, why a clause is there, what stands in a field, and where a sentence comes from.
//!
//! Not here: finding what was meant (`catalogue`), and printing one thing (`explained`).

use std::path::PathBuf;

use super::args::ExplainArgs;
use super::ending::Ending;
use super::error::CommandError;
use super::explain_settings::{is_settings, print_settings};
use super::explained;
use super::print::print_findings;
use super::settings::InForce;
use super::typed::{library, today};
use crate::catalogue::{Found, FoundKind, find_named, find_sentence, nearest};
use crate::draft::{Choice, choose, is_asked};
use crate::finding::{Code, visible_path};
use crate::job::{Intake, Library};
use crate::profile::Answers;

/// So many words make a sentence, which is looked for in the wording.
const SENTENCE: usize = 4;
/// So many things are listed in a line each.
const SHOWN: usize = 30;

pub(super) fn run(args: &ExplainArgs) -> Result<Ending, CommandError> {
    let typed = args.words.join(" ");
    if let Ok(code) = typed.parse::<Code>() {
        say!("{}", code.page().trim_end());
        return Ok(Ending::Made);
    }
    if is_settings(&typed) {
        print_settings(args.profile.as_deref())?;
        return Ok(Ending::Made);
    }
    let intake = args.profile.as_deref().map(Intake::read).transpose()?;
    let library = library(&packs_of(args, intake.as_ref())?)?;
    let is_sentence = typed.split_whitespace().count() >= SENTENCE;
    let own = intake.as_ref().filter(|_| is_sentence).map(|intake| own_words(intake, &typed)).unwrap_or_default();
    own.iter().for_each(|place| say!("These are your own words: {place}."));
    let catalogue = &library.catalogue;
    let mut found = if is_sentence { find_sentence(catalogue, &typed) } else { Vec::new() };
    if found.is_empty() {
        found = find_named(catalogue, &typed);
    }
    if let Some(intake) = intake.as_ref().filter(|_| is_sentence && found.len() > 1) {
        keep_those_there(&library, intake, &mut found);
    }
    match &found[..] {
        [] if !own.is_empty() => Ok(Ending::Made),
        [] => Err(not_found(&library, &typed, is_sentence, intake.is_some())),
        // A requirement and the clause that says it can have one name.
        [one, others @ ..] if others.iter().all(|other| other.name == one.name) => {
            explained::print(&library, one);
            for other in others {
                say!("");
                explained::print(&library, other);
            }
            match &intake {
                Some(intake) => explain_for(&library, one, intake),
                None => Ok(Ending::Made),
            }
        }
        several => {
            list(&typed, several, is_sentence);
            Ok(Ending::Made)
        }
    }
}

/// The packs that were typed, or else those that the settings of the profile's folder name, or the profile itself.
fn packs_of(args: &ExplainArgs, intake: Option<&Intake>) -> Result<Vec<PathBuf>, CommandError> {
    let Some(intake) = intake.filter(|_| args.pack.is_empty()) else { return Ok(args.pack.clone()) };
    let named = InForce::of(std::slice::from_ref(&intake.path))?.packs(&[]);
    Ok(if named.is_empty() { intake.packs() } else { named })
}

/// Lists what was found, in a line each.
fn list(typed: &str, found: &[Found], is_sentence: bool) {
    match is_sentence {
        true => say!("The sentence can come from any of these:"),
        false => say!("`{typed}` can be any of these:"),
    }
    let width = found.iter().take(SHOWN).map(|one| one.name.chars().count()).max().unwrap_or_default();
    for one in found.iter().take(SHOWN) {
        say!("  {:<width$}  {:<11}  {}", one.name, one.kind.word(), explained::short(&one.title));
    }
    if found.len() > SHOWN {
        say!("  and {} more; another word beside it narrows them down", found.len() - SHOWN);
    }
    say!("\n`careers-policy explain {}` explains the first.", found[0].name);
}

/// Of several clauses keeps those that are in the institution's documents, if any is.
fn keep_those_there(library: &Library, intake: &Intake, found: &mut Vec<Found>) {
    let Some(institution) = &intake.institution else { return };
    let case = institution.case(&library.catalogue, &library.engine, today(None));
    let is_there = |found: &Found| {
        let clause = library.catalogue.clauses.get(&found.name);
        clause.is_some_and(|clause| matches!(choose(&case, clause), Ok(Choice::Applies)))
            && case.outlines().any(|outline| outline.clause_ids().any(|id| id == found.name))
    };
    let there: Vec<Found> = found.iter().filter(|found| is_there(found)).cloned().collect();
    if !there.is_empty() {
        *found = there;
    }
}

/// Where the words stand in the answers of a profile, as they are or with other marks between them.
fn own_words(intake: &Intake, sentence: &str) -> Vec<String> {
    let Some(institution) = &intake.institution else { return Vec::new() };
    let folded = |words: &str| -> String {
        let words = words.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
        words.map(str::to_lowercase).collect::<Vec<_>>().join(" ")
    };
    let sentence = folded(sentence);
    let answers = Answers::of(&institution.profile);
    let holds = answers.texts().filter(|(_, text)| folded(text).contains(&sentence));
    let place = |(field, _): (&str, &str)| {
        let place = line_of_field(intake, field).unwrap_or_else(|| visible_path(&intake.path));
        format!("{place}, `{field}`")
    };
    holds.map(place).collect()
}

/// The file and the line in which a field stands.
fn line_of_field(intake: &Intake, field: &str) -> Option<String> {
    let index = &intake.institution.as_ref()?.index;
    // Of a heading the value begins a line later.
    let span = index.name(field).or_else(|| index.value(field))?;
    Some(format!("{} line {}", intake.sources.get(span.source).name, intake.sources.position(span).line))
}

/// That nothing was found, with the nearest there is.
fn not_found(library: &Library, typed: &str, is_sentence: bool, has_profile: bool) -> CommandError {
    let more =
        "`careers-policy catalogue` lists what is asked, and with --clauses, --codes or --fields all else there is.";
    CommandError::refused(match (is_sentence, has_profile) {
        (true, false) => {
            "no clause has most of these words. If they can be your own, add --profile and your file; if not, try fewer of them.".to_owned()
        }
        (true, true) => "neither a clause nor an answer in your file has these words; try fewer of them.".to_owned(),
        (false, _) => match nearest(&library.catalogue, typed) {
            Some(near) => format!("nothing is called `{typed}`. Did you mean `{near}`? {more}"),
            None => format!("nothing is called `{typed}`. {more}"),
        },
    })
}

/// Says for one profile why a clause or the clauses of a requirement are there or were left out, and where a field is answered.
fn explain_for(library: &Library, found: &Found, intake: &Intake) -> Result<Ending, CommandError> {
    let name = found.name.as_str();
    let Some(institution) = &intake.institution else {
        print_findings(&intake.findings, &intake.context());
        return Err(CommandError::Found);
    };
    match found.kind {
        FoundKind::Requirement | FoundKind::Clause => {}
        FoundKind::Field => {
            let place = line_of_field(intake, name).filter(|_| Answers::of(&institution.profile).is_given(name));
            say!("\nFor {}:", institution.profile.setting.name);
            match place {
                Some(place) => say!("  It is answered in {place}."),
                None => say!("  It is not answered."),
            }
            return Ok(Ending::Made);
        }
        FoundKind::Code | FoundKind::Section => return Ok(Ending::Made),
    }
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
