//! `new`: begins a profile. On a terminal it asks; otherwise what is known is given by options.

use std::io::{BufRead, IsTerminal};
use std::path::{Path, PathBuf};

use super::args::NewArgs;
use super::ending::Ending;
use super::error::CommandError;
use super::print::{print_findings, print_text};
use super::say::{line_of, prompt};
use super::typed::{kinds_in_lines, library, setting, today};
use crate::catalogue::{sections, starter_profile, starter_section};
use crate::finding::{Failure, typed_path, visible_path};
use crate::job::{Begun, Dialogue, Library, Reply, Unwritten, file_name_for, shared_answers, short_profile};
use crate::job::{read_registers, take_entry};
use crate::law::Setting;
use crate::register::urn_of;
use crate::text::{create_file, suggest};

pub(super) fn run(args: &NewArgs) -> Result<Ending, CommandError> {
    let kind = args.setting.as_deref().map(setting).transpose()?;
    if let Some(path) = args.path.as_deref().filter(|path| path.exists()) {
        return Err(taken(path));
    }
    if let Some(path) = args.path.as_deref().filter(|path| !is_yaml(path)) {
        let shown = visible_path(path);
        // The word before it is most likely the beginning of a name.
        let is_open = |words: &&String| !words.contains([' ', ',']);
        let option = match (args.school.last().filter(is_open), args.name.as_ref().filter(is_open)) {
            (Some(school), _) => format!("--school \"{school} {shown}, academy, 7-11\""),
            (None, Some(name)) => format!("--name \"{name} {shown}\""),
            (None, None) => "--name \"Oakfield Academy\"".to_owned(),
        };
        if args.shared {
            return Err(CommandError::refused(format!(
                "the file for shared answers ends in .yaml, such as {shown}.yaml"
            )));
        }
        return Err(CommandError::refused(format!(
            "the file of a profile ends in .yaml, such as {shown}.yaml. If `{shown}` is part of a name, the whole name goes into quotation marks: {option}"
        )));
    }
    let folder = args.path.as_deref().and_then(Path::parent).filter(|folder| !folder.as_os_str().is_empty());
    if let Some(folder) = folder.filter(|folder| !folder.is_dir()) {
        // Before anything is asked that could be lost.
        return Err(CommandError::refused(format!("there is no folder {} to write into", visible_path(folder))));
    }
    let library = library(&[])?;
    if let Some(section) = &args.section {
        return print_section(section, kind.ok_or_else(no_setting)?, &library);
    }
    if args.shared {
        let path = args.path.as_deref().ok_or_else(|| {
            CommandError::refused(
                "name the file for the shared answers: careers-policy new --shared trust-answers.yaml",
            )
        })?;
        let text = shared_answers(kind, path, &library, today(None)).map_err(unwritten)?;
        write(path, &text)?;
        let (shown, typed) = (visible_path(path), typed_path(path));
        say!(
            "{shown} is ready to be filled in. To begin the profile of a school that shares it: careers-policy new --extends {typed}"
        );
        return Ok(Ending::Made);
    }
    let (begun, path) = match begin(args, kind, &library)? {
        Some(known) => known,
        None => {
            say!("\nNothing was written.");
            return Ok(Ending::Made);
        }
    };
    let text = match args.full {
        true => starter_profile(&library.catalogue, begun.setting.unwrap_or_default(), &begun.written()),
        false => short_profile(&begun, &path, &library, today(None)).map_err(unwritten)?,
    };
    write(&path, &text)?;
    let (shown, typed) = (visible_path(&path), typed_path(&path));
    let unconfirmed: Vec<String> = begun.unconfirmed().map(|field| format!("`{field}`")).collect();
    if !unconfirmed.is_empty() {
        say!("From the register, to be confirmed in the file: {}.", unconfirmed.join(", "));
    }
    say!("{shown} is ready to be filled in. Then: careers-policy check {typed}");
    match begun.lacks() {
        _ if args.full => {}
        None => say!("For a first look at the documents: careers-policy build {typed} --draft"),
        Some(field) => say!("It needs its `{field}` before any document can be made."),
    }
    Ok(Ending::Made)
}

/// What is known of the institution, and the file to write; nothing if whoever was asked wants no more.
fn begin(args: &NewArgs, kind: Option<Setting>, library: &Library) -> Result<Option<(Begun, PathBuf)>, CommandError> {
    let begun = given(args, kind, library)?;
    if begun.extends.is_some() {
        // Before anything is asked that could be lost: whether the shared answers can be read.
        let path = args.path.clone().unwrap_or_else(|| PathBuf::from(file_name_for(None)));
        short_profile(&begun, &path, library, today(None)).map_err(unwritten)?;
    }
    let is_terminal = std::io::stdin().is_terminal() && std::io::stdout().is_terminal();
    let asks = is_terminal && !args.full && (begun.setting.is_none() || begun.name().is_none());
    if !asks {
        if begun.setting.is_none() {
            return Err(no_setting());
        }
        let path = args.path.clone().unwrap_or_else(|| PathBuf::from(file_name_for(begun.name())));
        return if path.exists() { Err(taken(&path)) } else { Ok(Some((begun, path))) };
    }
    let mut lines = std::io::stdin().lock();
    say!("This begins a profile with what the law asks of you. Press Enter to leave a question for later.");
    let mut dialogue = Dialogue::new(begun, library, today(None));
    let mut again = false;
    while let Some(question) = dialogue.question() {
        if !again {
            say!("\n{}", question.words);
            question.choices.iter().zip(1..).for_each(|(choice, number)| say!("  {number:>2}  {choice}"));
        }
        let Some(typed) = next(&mut lines) else { return Ok(None) };
        let reply = dialogue.answer(&typed);
        again = matches!(reply, Reply::Again(_));
        match reply {
            Reply::Taken(note) => note.into_iter().for_each(|note| say!("  Read as: {note}")),
            Reply::Again(why) => say!("  {why}"),
        }
    }
    let begun = dialogue.begun();
    let mut path = args.path.clone().unwrap_or_else(|| PathBuf::from(file_name_for(begun.name())));
    while path.exists() {
        say!("\n{} is there already and stays as it is. What is the new file to be called?", visible_path(&path));
        let Some(typed) = next(&mut lines) else { return Ok(None) };
        let typed = typed.trim();
        if !typed.is_empty() {
            path = PathBuf::from(typed).with_extension("yaml");
        }
    }
    say!("");
    Ok(Some((begun, path)))
}

/// The next line that is typed; none where there are no more.
fn next(lines: &mut impl BufRead) -> Option<String> {
    prompt();
    let mut typed = String::new();
    match lines.read_line(&mut typed) {
        Ok(0) | Err(_) => None,
        Ok(_) => Some(line_of(typed)),
    }
}

/// What the options say.
fn given(args: &NewArgs, kind: Option<Setting>, library: &Library) -> Result<Begun, CommandError> {
    let mut begun = Begun::default();
    (begun.setting, begun.extends) = (kind, args.extends.clone());
    let options = [
        ("--urn", "setting.urn", &args.urn),
        ("--name", "setting.name", &args.name),
        ("--years", "setting.year_groups", &args.years),
        ("--website", "setting.website", &args.website),
        ("--careers-leader", "roles.careers_leader.name", &args.careers_leader),
        ("--email", "roles.careers_leader.email", &args.email),
        ("--phone", "roles.careers_leader.phone", &args.phone),
    ];
    for (option, field, typed) in options {
        if let Some(typed) = typed {
            begun
                .take(field, typed, library, today(None))
                .map_err(|why| CommandError::refused(format!("`{option}` cannot be taken: {why}")))?;
        }
    }
    for typed in &args.school {
        begun.schools.push(school(typed, library)?);
    }
    if let Some(urn) = args.urn.as_deref().filter(|_| !args.register.is_empty()) {
        registered(urn, &args.register, &mut begun, library)?;
    }
    if !begun.schools.is_empty() && kind != Some(Setting::MultiAcademyTrust) {
        return Err(CommandError::refused("`--school` is for a trust: add `--setting multi_academy_trust`"));
    }
    Ok(begun)
}

/// Takes what the register says of the school with a number, and tells what somebody has to know of it.
fn registered(urn: &str, files: &[PathBuf], begun: &mut Begun, library: &Library) -> Result<(), CommandError> {
    let number = urn_of(urn).ok_or_else(|| CommandError::refused(format!("`--urn {urn}` is no URN: six digits")))?;
    let register = read_registers(files, &[number].into())?;
    let shown = files.first().map(|file| visible_path(file)).unwrap_or_default();
    let entry = register.entry(number).map_err(|why| CommandError::refused(format!("{shown}: {why}")))?;
    let file = files[0].file_name().unwrap_or_default().to_string_lossy().into_owned();
    let told = take_entry(begun, entry, &register, &file, library, today(None)).map_err(CommandError::refused)?;
    told.iter().for_each(|sentence| complain!("careers-policy: note: {sentence}"));
    Ok(())
}

/// A school of a trust as an option gives it: the file of its profile, or its name, its kind and its years.
fn school(typed: &str, library: &Library) -> Result<Begun, CommandError> {
    if typed.to_lowercase().ends_with(".yaml") {
        return Ok(Begun::in_file(typed));
    }
    let parts: Vec<&str> = typed.rsplitn(3, ',').collect();
    let [years, kind, name] = parts[..] else {
        return Err(CommandError::refused(format!(
            "`--school \"{typed}\"` cannot be read: give the file of its profile, or its name, kind and years with commas between them, such \
             as --school \"Fellside School, academy, 7-11\""
        )));
    };
    let kind = setting(kind)?;
    if !kind.can_belong_to_trust() {
        return Err(CommandError::refused(format!(
            "`--school \"{typed}\"` cannot be taken: {} has a governing body or a proprietor of its own, and no academy trust runs it. Begin a profile of its own for it",
            kind.with_article()
        )));
    }
    let mut school = Begun::of(kind);
    for (field, typed) in [("setting.name", name), ("setting.year_groups", years)] {
        let taken = school.take(field, typed, library, today(None));
        taken.map_err(|why| CommandError::refused(format!("`--school \"{typed}\"` cannot be taken: {why}")))?;
    }
    Ok(school)
}

/// Prints all that can stand under a heading, to be pasted into a profile.
fn print_section(name: &str, setting: Setting, library: &Library) -> Result<Ending, CommandError> {
    match starter_section(&library.catalogue, setting, name.trim()) {
        Some(text) => print_text(&text),
        None => {
            let all = sections(setting);
            let near =
                suggest(name, all.iter().copied()).map(|near| format!(" Did you mean `{near}`?")).unwrap_or_default();
            return Err(CommandError::refused(format!(
                "`{name}` is no heading of a profile.{near} They are: {}",
                all.join(", ")
            )));
        }
    }
    Ok(Ending::Made)
}

fn write(path: &Path, text: &str) -> Result<(), CommandError> {
    Ok(create_file(path, text.as_bytes()).map_err(|error| Failure::writing(path, error))?)
}

/// Whether a file has the ending by which profiles are found in a folder.
fn is_yaml(path: &Path) -> bool {
    path.extension().is_some_and(|ending| ending.eq_ignore_ascii_case("yaml") || ending.eq_ignore_ascii_case("yml"))
}

fn taken(path: &Path) -> CommandError {
    CommandError::refused(format!("{} is there already and was left as it is; choose another name", visible_path(path)))
}

fn no_setting() -> CommandError {
    CommandError::refused(format!(
        "say with `--setting` what kind of institution it is, by one of the words on the left:\n{}",
        kinds_in_lines()
    ))
}

fn unwritten(why: Unwritten) -> CommandError {
    match why {
        Unwritten::Found(intake) => {
            print_findings(&intake.findings, &intake.context());
            CommandError::Found
        }
        Unwritten::Failure(failure) => failure.into(),
        Unwritten::Unloadable(unloadable) => unloadable.into(),
        Unwritten::Wording(error) => CommandError::refused(error),
    }
}
