//! What is said of one thing: a code, a field, a requirement, a clause, a heading of a document.
//!
//! In: what was found. Out: it is printed.

use super::guide;
use crate::catalogue::{Certainty, Clause, Duty, Found, FoundKind, Requirement, Section, starter_section};
use crate::finding::Code;
use crate::job::Library;
use crate::law::Setting;
use crate::profile::{field_choices, field_help, field_paths};

/// Explains what was found.
pub(super) fn print(library: &Library, found: &Found) {
    let catalogue = &library.catalogue;
    match found.kind {
        FoundKind::Code => found.name.parse::<Code>().into_iter().for_each(|code| say!("{}", code.page().trim_end())),
        FoundKind::Field => explain_field(library, &found.name),
        FoundKind::Requirement => {
            catalogue.requirements.get(&found.name).into_iter().for_each(|one| explain_requirement(library, one));
        }
        FoundKind::Clause => {
            catalogue.clauses.get(&found.name).into_iter().for_each(|one| explain_clause(library, one));
        }
        FoundKind::Section => explain_section(library, &found.name),
    }
}

/// The first words of what is said of something.
pub(super) fn short(title: &str) -> String {
    const LONGEST: usize = 90;
    match title.char_indices().nth(LONGEST) {
        None => title.to_owned(),
        Some((end, _)) => format!("{} …", title[..end].rsplit_once(' ').map_or(&title[..end], |(words, _)| words)),
    }
}

fn explain_field(library: &Library, path: &str) {
    let Some(help) = field_help(path) else { return };
    let below: Vec<String> = field_paths().into_iter().filter(|other| is_directly_below(other, path)).collect();
    say!("{path} ({})\n\n{}", if below.is_empty() { "field" } else { "heading" }, help.description);
    let key = path.rsplit('.').next().unwrap_or(path);
    if let Some(example) = help.example.filter(|_| below.is_empty()) {
        say!("\nFor example:\n  {key}: {example}");
    }
    let choices = field_choices(path);
    if !choices.is_empty() {
        say!("\nOne of:");
        choices.iter().for_each(|(word, said)| say!("  {word}: {said}"));
    }
    if !below.is_empty() {
        say!("\nUnder it can stand:");
        let width = below.iter().map(|path| path.len()).max().unwrap_or_default();
        for other in &below {
            let said = field_help(other).map(|help| help.description).unwrap_or_default();
            say!("  {other:<width$}  {}", short(&said.replace('\n', " ")));
        }
    }
    let needs = |one: &&Requirement| one.entry.needs.iter().any(|field| is_at_or_below(field, path));
    let asking: Vec<String> = library.catalogue.requirements.values().filter(needs).map(with_duties).collect();
    if !asking.is_empty() {
        say!("\nAsked for by:");
        some_of(&asking).iter().for_each(|one| say!("  {one}"));
    }
    let prints = |clause: &&Clause| looks_at(&clause.wording, path);
    let clauses: Vec<String> = library.catalogue.clauses.values().filter(prints).map(|one| one.id.clone()).collect();
    if !clauses.is_empty() {
        say!("\nThese clauses look at it: {}", some_of(&clauses).join(", "));
    }
    // How a whole heading is written, if it is not long.
    const LONGEST: usize = 24;
    let written = starter_section(&library.catalogue, Setting::Academy, path).filter(|_| !below.is_empty());
    let lines: Vec<&str> = written.as_deref().map(|text| text.trim().lines().collect()).unwrap_or_default();
    match lines.len() {
        0 => {}
        1..=LONGEST => {
            say!("\nIt is written so:\n");
            // What stands above its heading is said already.
            let shown = lines.iter().skip_while(|line| line.starts_with('#') || line.is_empty());
            shown.for_each(|line| say!("  {line}"));
        }
        _ => say!(
            "\n`careers-policy new --setting academy --section {path}` shows how it is written; name your own kind of institution."
        ),
    }
}

fn is_directly_below(path: &str, heading: &str) -> bool {
    path.strip_prefix(heading).and_then(|rest| rest.strip_prefix('.')).is_some_and(|rest| !rest.contains('.'))
}

/// The first of some lines, and how many there are besides.
fn some_of(lines: &[String]) -> Vec<String> {
    const SHOWN: usize = 12;
    let more = lines.len().checked_sub(SHOWN).filter(|more| *more > 0).map(|more| format!("and {more} more"));
    lines.iter().take(SHOWN).cloned().chain(more).collect()
}

fn is_at_or_below(field: &str, path: &str) -> bool {
    field.strip_prefix(path).is_some_and(|rest| rest.is_empty() || rest.starts_with('.'))
}

/// Whether a wording has a field, or one below it, in what stands between its braces.
fn looks_at(wording: &str, path: &str) -> bool {
    let tags = wording.split('{').skip(1).filter_map(|tag| tag.split('}').next());
    let names = tags.flat_map(|tag| tag.split(|c: char| !(c.is_ascii_alphanumeric() || matches!(c, '_' | '.'))));
    names.into_iter().any(|name| is_at_or_below(name, path))
}

/// A requirement with its duty: for whom it binds, and whether it is recommended to others.
fn with_duties(requirement: &Requirement) -> String {
    let of = |duty: Duty| requirement.kinds().filter(move |kind| requirement.duty_of(*kind) == duty).map(Setting::id);
    let mut parts = Vec::new();
    for duty in [Duty::Statutory, Duty::Required] {
        let kinds: Vec<&str> = of(duty).collect();
        if !kinds.is_empty() {
            parts.push(format!("{} for {}", duty.word(), kinds.join(", ")));
        }
    }
    for duty in [Duty::Recommended, Duty::Optional] {
        if of(duty).next().is_some() {
            parts.push(duty.word().to_owned() + if parts.is_empty() { "" } else { " for others" });
            break;
        }
    }
    format!("{}: {}", requirement.id, parts.join("; "))
}

fn explain_section(library: &Library, name: &str) {
    fn find<'a>(sections: &'a [Section], id: &str) -> Option<&'a Section> {
        sections.iter().find_map(|section| if section.id == id { Some(section) } else { find(&section.sections, id) })
    }
    let Some((document, id)) = name.split_once('#') else { return };
    let Some(outline) = library.catalogue.outlines.iter().find(|outline| outline.document == document) else { return };
    let parts = [&outline.front, &outline.sections, &outline.appendices];
    let Some(section) = parts.into_iter().find_map(|sections| find(sections, id)) else { return };
    say!("{} (heading)\n\nThe section `{id}` of the document `{document}`.", section.title);
    if let Some(condition) = &section.when {
        say!("\nThere only where: {condition}");
    }
    if !section.clauses.is_empty() {
        say!("\nIts clauses: {}", section.clauses.join(", "));
    }
    if !section.sections.is_empty() {
        let parts: Vec<&str> = section.sections.iter().map(|part| part.title.as_str()).collect();
        say!("\nIts parts: {}", parts.join("; "));
    }
    say!(
        "\nIn your own words you can refer to it as [the section](#{id}), or put a section of your own before or after it (`own_sections`)."
    );
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
