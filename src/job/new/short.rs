//! Writes a short profile: what is known of an institution, and what the law asks of it besides, to be filled in.
//!
//! In: what is known, the catalogue. Out: YAML text. Every field has one line that says what it is for, with an example; nothing is made up but
//! the mark in the place of a name that is not known, which stands in no finished document. What else can be said is named at the end.
//!
//! Not here: which answers the law asks for (`asked`).

use std::path::Path;

use super::asked::{Asked, asked};
use super::begun::{Begun, NO_NAME};
use super::tree::{Answer, Tree};
use crate::catalogue::{Duty, field_duties, sections};
use crate::finding::{Failure, Severity};
use crate::job::intake::{Institution, Intake};
use crate::job::library::{Libraries, Library, Unloadable};
use crate::law::{Date, Setting, YearGroups};
use crate::profile::{can_be_shared_answer, field_help};
use crate::words::WordingError;
use crate::yaml::as_yaml;

/// What is asked of everybody, in this order, before what the law asks.
const FIRST: [&str; 7] = [
    "setting.name",
    "setting.year_groups",
    "setting.publicly_funded",
    "setting.website",
    "roles.careers_leader.name",
    "roles.careers_leader.email",
    "roles.careers_leader.phone",
];
/// The answers on itself that schools of one trust or hub share.
const SHARED_OF_SETTING: [&str; 3] = ["setting.trust", "setting.local_authority", "setting.hub"];

/// Why a short profile could not be written.
#[derive(Debug)]
pub enum Unwritten {
    /// A file that it names cannot be used: the findings on it.
    Found(Box<Intake>),
    /// The world stands in the way.
    Failure(Failure),
    /// The packs that it names cannot be used.
    Unloadable(Unloadable),
    /// The wording of the catalogue cannot be used.
    Wording(WordingError),
}

/// The short profile of what is known, for the file at a path.
///
/// # Errors
/// Why there is none.
pub fn short_profile(begun: &Begun, path: &Path, library: &Library, today: Date) -> Result<String, Unwritten> {
    let intake = taken_in(begun, path)?;
    // Whoever shares the answers of a hub or trust has its packs, which may require more.
    let packs = intake.packs();
    let own = (!packs.is_empty()).then(|| Library::load(&packs, &[])).transpose().map_err(Unwritten::Unloadable)?;
    written(begun, path, intake, own.as_ref().unwrap_or(library), today)
}

/// The same for one of many, whose packs are loaded once for all of them.
///
/// # Errors
/// Why there is none.
pub(in crate::job) fn short_profile_of_many(
    begun: &Begun,
    path: &Path,
    libraries: &Libraries,
    today: Date,
) -> Result<String, Unwritten> {
    let mut intake = taken_in(begun, path)?;
    match libraries.of(&intake) {
        Ok(library) => written(begun, path, intake, &library, today),
        Err(finding) => {
            intake.findings.push(*finding);
            Err(Unwritten::Found(Box::new(intake)))
        }
    }
}

/// What is known, taken in as a profile.
fn taken_in(begun: &Begun, path: &Path) -> Result<Intake, Unwritten> {
    let intake = Intake::of_text(path, &known(begun).text()).map_err(Unwritten::Failure)?;
    let unusable = intake.findings.iter().any(|finding| finding.severity == Severity::Error);
    if unusable { Err(Unwritten::Found(Box::new(intake))) } else { Ok(intake) }
}

fn written(begun: &Begun, path: &Path, intake: Intake, library: &Library, today: Date) -> Result<String, Unwritten> {
    let setting = begun.setting.unwrap_or_default();
    let Some(institution) = &intake.institution else { return Err(Unwritten::Found(Box::new(intake))) };
    let duties = field_duties(&library.catalogue, setting);
    let mut tree = Tree::default();
    if let Some(file) = &begun.extends {
        tree.put("extends", Answer::given(as_yaml(&file.as_str().into())), &|_| None);
    }
    if let Some(folder) = &begun.pack {
        tree.put("pack", Answer::given(as_yaml(&folder.as_str().into())), &|_| None);
    }
    let with_remark = |field: &str, written: &str| Answer {
        comments: begun.to_confirm(field).map(str::to_owned).into_iter().collect(),
        ..Answer::given(written)
    };
    let name = begun.answer("setting.name").unwrap_or(NO_NAME);
    tree.put("setting.name", with_remark("setting.name", name), &of_heading);
    tree.put("setting.type", with_remark("setting.type", setting.id()), &of_heading);
    for field in FIRST.iter().skip(1) {
        match begun.answer(field) {
            Some(written) => tree.put(field, with_remark(field, written), &of_heading),
            None if begun.has(field) && !stands(institution, field) => {
                let mark = mark(field, duties.get(*field).copied().unwrap_or(Duty::Optional));
                tree.put(field, to_fill_in(field, mark), &of_heading);
            }
            None => {}
        }
    }
    for (field, written) in begun.answers().filter(|(field, _)| !FIRST.contains(field)) {
        // What is to be confirmed does not take the place of what a hub or trust has said for its schools.
        if begun.to_confirm(field).is_none() || !stands(institution, field) {
            tree.put(field, with_remark(field, written), &of_heading);
        }
    }
    for (school, number) in begun.schools.iter().zip(0..) {
        put_school(school, number, &mut tree);
    }
    let case = institution.case(&library.catalogue, &library.engine, today);
    let all = asked(institution, &case).map_err(Unwritten::Wording)?;
    for Asked { field, place, duty, others } in &all {
        let place = among_all(place, begun);
        if !tree.holds(&place) && !stands(institution, field) {
            tree.put(
                &place,
                to_fill_in(field, &format!("{}{}", mark(field, *duty), or_another(field, others))),
                &of_heading,
            );
        }
    }
    if setting == Setting::MultiAcademyTrust && begun.schools.is_empty() {
        let below = [
            "- profile: oakfield-academy.yaml",
            "- setting: {name: Fellside School, type: academy, year_groups: 7-11}",
        ];
        let comments =
            vec!["NEEDED. The schools of the trust: each by the file of its profile, or by its answers.".to_owned()];
        let below = below.map(str::to_owned).to_vec();
        tree.put("schools", Answer { comments, below, ..Answer::default() }, &of_heading);
    }
    tree.move_to_end("schools");
    let by_law = all.iter().any(|asked| asked.duty == Duty::Statutory);
    Ok(format!("{}{}{}", opening(begun, setting, by_law, path), tree.text(), closing(setting)))
}

/// A file of answers that several institutions share: of those that the law asks of one kind, or of any, those that can be the same for several.
///
/// # Errors
/// Why there is none.
pub fn shared_answers(
    setting: Option<Setting>,
    path: &Path,
    library: &Library,
    today: Date,
) -> Result<String, Unwritten> {
    let mut tree = Tree::default();
    for field in SHARED_OF_SETTING {
        tree.put(field, to_fill_in(field, ""), &of_heading);
    }
    for kind in Setting::kinds().filter(|kind| setting.is_none_or(|only| *kind == only)) {
        let intake = Intake::of_text(path, &known(&Begun::of(kind)).text()).map_err(Unwritten::Failure)?;
        let Some(institution) = &intake.institution else { return Err(Unwritten::Found(Box::new(intake))) };
        let case = institution.case(&library.catalogue, &library.engine, today);
        for Asked { field, duty, .. } in asked(institution, &case).map_err(Unwritten::Wording)? {
            if duty == Duty::Statutory && can_be_shared_answer(&field) && !tree.holds(&field) {
                tree.put(&field, to_fill_in(&field, ""), &of_heading);
            }
        }
    }
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    let lines = [
        "Answers that several schools share. It is the profile of no school: each school's own file begins with the line".to_owned(),
        format!("extends: {name}"),
        "and what stands there wins over what stands here. Leave empty, or take out, what each school answers for itself. To begin a school's file:".to_owned(),
        format!("careers-policy new --extends {name}"),
    ];
    let opening: String = lines.iter().map(|line| format!("# {line}\n")).collect();
    Ok(format!("{opening}\n{}", tree.text()))
}

/// What is known, as a profile of its own. Where the years are not, they are all that a school can have, so that nothing the law asks is left out.
fn known(begun: &Begun) -> Tree {
    let mut tree = Tree::default();
    let none = |_: &str| None;
    if let Some(file) = &begun.extends {
        tree.put("extends", Answer::given(as_yaml(&file.as_str().into())), &none);
    }
    if let Some(folder) = &begun.pack {
        tree.put("pack", Answer::given(as_yaml(&folder.as_str().into())), &none);
    }
    put_setting(begun, "", &mut tree);
    for field in FIRST.iter().skip(1) {
        if let Some(written) = begun.answer(field) {
            tree.put(field, Answer::given(written), &none);
        }
    }
    // What a school lacks that has a file of its own is written there.
    for (school, number) in described(begun).zip(0..) {
        put_setting(school.1, &format!("schools[{number}]."), &mut tree);
    }
    tree
}

/// The schools that a trust's file describes itself, each with its place among all.
fn described(begun: &Begun) -> impl Iterator<Item = (usize, &Begun)> {
    begun.schools.iter().enumerate().filter(|(_, school)| school.file.is_none())
}

/// A place in what is known as one in the file that is written: its schools stand among those that have files of their own.
fn among_all(place: &str, begun: &Begun) -> String {
    let school = described(begun).enumerate().find_map(|(known, (number, _))| {
        let rest = place.strip_prefix(&format!("schools[{known}]"))?;
        Some(format!("schools[{number}]{rest}"))
    });
    school.unwrap_or_else(|| place.to_owned())
}

fn put_setting(begun: &Begun, before: &str, tree: &mut Tree) {
    let setting = begun.setting.unwrap_or_default();
    let mut put = |field: &str, value: &str| tree.put(&format!("{before}{field}"), Answer::given(value), &|_| None);
    put("setting.name", begun.answer("setting.name").unwrap_or(NO_NAME));
    put("setting.type", setting.id());
    if setting.has_year_groups() {
        let years = begun.years().unwrap_or_else(|| YearGroups::new(7..=13));
        put("setting.year_groups", &years.written());
    }
}

/// A school in the list of a trust's.
fn put_school(school: &Begun, number: usize, tree: &mut Tree) {
    let before = format!("schools[{number}]");
    if let Some(file) = &school.file {
        let file = as_yaml(&file.as_str().into());
        return tree.put(&format!("{before}.profile"), Answer::given(file), &|_| None);
    }
    let mut put = |field: &str, answer: Answer| tree.put(&format!("{before}.{field}"), answer, &of_heading);
    put("setting.name", Answer::given(school.answer("setting.name").unwrap_or(NO_NAME)));
    put("setting.type", Answer::given(school.setting.unwrap_or(Setting::Academy).id()));
    match school.answer("setting.year_groups") {
        Some(years) => put("setting.year_groups", Answer::given(years)),
        None => {
            put("setting.year_groups", to_fill_in("setting.year_groups", mark("setting.year_groups", Duty::Optional)));
        }
    }
}

/// Whether a field stands in the institution's files, with an answer or without: one that stands in a file that is shared is not asked for again,
/// because an empty field would take the shared answer back.
fn stands(institution: &Institution, field: &str) -> bool {
    field != "setting.year_groups" && institution.index.value(field).is_some()
}

/// What is said of a heading below the first level.
fn of_heading(path: &str) -> Option<String> {
    path.contains('.').then(|| field_help(path)).flatten().map(|help| help.description.replace('\n', " "))
}

/// Says which other answers do as well.
fn or_another(field: &str, others: &[String]) -> String {
    let heading = field.rsplit_once('.').map_or("", |(heading, _)| heading);
    let near = |other: &String| {
        let key = other.strip_prefix(heading).and_then(|rest| rest.strip_prefix('.'));
        format!("`{}`", key.unwrap_or(other))
    };
    match others.iter().map(near).collect::<Vec<_>>().split_last() {
        None => String::new(),
        Some((last, [])) => format!("This or {last} will do. "),
        Some((last, first)) => format!("This, {} or {last}: one will do. ", first.join(", ")),
    }
}

fn mark(field: &str, duty: Duty) -> &'static str {
    match duty {
        _ if field == "setting.year_groups" => "NEEDED. ",
        Duty::Statutory => "LAW. ",
        Duty::Required => "REQUIRED. ",
        Duty::Recommended => "RECOMMENDED. ",
        _ => "",
    }
}

/// An empty field with what it is for and an example.
fn to_fill_in(field: &str, mark: &str) -> Answer {
    let Some(help) = field_help(field) else { return Answer::default() };
    /// What is longer stands on two lines.
    const LONGEST: usize = 140;
    let what = format!("{mark}{}", help.description.replace('\n', " "));
    match (help.entries.first(), help.example) {
        (Some(entry), _) => Answer { comments: vec![what], below: vec![format!("- {entry}")], ..Answer::default() },
        (None, Some(example)) => {
            let example = format!("For example: {example}");
            let comments = match what.len() + example.len() < LONGEST {
                true => vec![format!("{what} {example}")],
                false => vec![what, example],
            };
            Answer { comments, ..Answer::default() }
        }
        (None, None) => Answer { comments: vec![what], ..Answer::default() },
    }
}

/// The lines that the file begins with.
fn opening(begun: &Begun, setting: Setting, by_law: bool, path: &Path) -> String {
    let file = path.file_name().unwrap_or_default().to_string_lossy();
    let whose = setting.with_article();
    let what = match by_law {
        // A trust's duties are those of its schools.
        true if setting == Setting::MultiAcademyTrust => {
            format!("What the law asks of the schools of {whose} stands here, in the order of the documents.")
        }
        true => format!("What the law asks of {whose} stands here, in the order of the documents."),
        false => format!("The law asks {whose} for none of these answers. They are the first that are worth giving."),
    };
    let mut lines = vec![
        what,
        "Write each answer behind its colon; where the example begins with a hyphen, write lines like it, without the #.".to_owned(),
        "A line that begins with # is an explanation, and is not read.".to_owned(),
        format!("What is still missing:  careers-policy check {file}"),
        format!("A first look:           careers-policy build {file} --draft"),
    ];
    if let Some(shared) = &begun.extends {
        lines.push(format!("What {shared} answers need not stand here. A field left with nothing behind its colon removes the shared answer: delete such a line."));
    }
    lines.extend(begun.opening().iter().cloned());
    let lines: String = lines.iter().map(|line| format!("# {line}\n")).collect();
    format!("{lines}\n")
}

/// The lines that it ends with: what else can be said, and how to get at it.
fn closing(setting: Setting) -> String {
    let mut lines = vec!["There is more to say, recommended or up to you, under these headings:".to_owned()];
    let mut line = String::new();
    for heading in sections(setting) {
        if line.len() + heading.len() > 110 {
            lines.push(format!("  {}", std::mem::take(&mut line).trim_end()));
        }
        line.push_str(heading);
        line.push_str(", ");
    }
    lines.push(format!("  {}", line.trim_end_matches([',', ' '])));
    let id = setting.id();
    lines.push(format!("careers-policy new --setting {id} --section gatsby   shows all that can stand under one of them, to paste in here"));
    lines.push(format!("careers-policy new --setting {id} --full all.yaml    writes a file with all of them"));
    let lines: String = lines.iter().map(|line| format!("# {line}\n")).collect();
    format!("\n{lines}")
}
