//! The commands as a user types them: those of the README and the book, and transcripts that show what is said when something is wrong.
//!
//! A transcript is Markdown. Each `$ careers-policy …` in a `console` block is run in a folder of its own that holds a copy of the
//! starter profiles and of the files that the transcripts are about; what it prints must be what stands below it, with `? 1` where
//! the exit code is not 0. `cargo bless` writes what was printed. A first walk begins with an empty folder; what is written into files between its
//! commands stands in blocks of its own (`saved`).

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use snapbox::{Assert, Data};

use super::saved::edit;
use crate::docs::chapters;
use crate::sandbox::Sandbox;
use crate::school::repository;

/// A folder of its own for a transcript, with what its commands read.
fn folder(name: &str) -> Sandbox {
    let folder = Sandbox::empty(name);
    for (from, to) in [
        ("profiles", "profiles"),
        ("packs", "packs"),
        ("fixtures/troubled", "troubled"),
        ("fixtures/cases", "cases"),
        ("fixtures/reference", "reference"),
        ("fixtures/register", "register"),
    ] {
        folder.copy(from, to);
    }
    folder
}

/// The words of a command; what stands in double quotation marks is one.
fn words_of(command: &str) -> Vec<String> {
    let parts = command.split('"').enumerate();
    let words = parts.flat_map(|(number, part)| match number % 2 {
        0 => part.split_whitespace().map(str::to_owned).collect(),
        _ => vec![part.to_owned()],
    });
    words.collect()
}

fn run(command: &str, folder: &Path) -> String {
    let mut words = words_of(command).into_iter();
    assert_eq!(words.next().as_deref(), Some("careers-policy"), "a transcript runs nothing else: {command}");
    let output = Command::new(env!("CARGO_BIN_EXE_careers-policy")).args(words).current_dir(folder).output().unwrap();
    let mut said = String::from_utf8(output.stderr).unwrap() + &String::from_utf8(output.stdout).unwrap();
    if let Some(code @ 1..) = output.status.code() {
        said.push_str(&format!("? {code}\n"));
    }
    said.replace('\\', "/")
}

/// The transcript with what its commands print today.
fn replay(text: &str, folder: &Path) -> String {
    let mut replayed = String::new();
    let mut in_console = false;
    let mut opened: Option<(&str, String)> = None;
    for line in text.lines() {
        if line.starts_with("```") {
            in_console = line == "```console";
            opened = match opened.take() {
                Some((opening, block)) => {
                    edit(opening, &block, folder);
                    None
                }
                None => Some((line, String::new())),
            };
        } else if let Some((_, block)) = &mut opened {
            block.push_str(line);
            block.push('\n');
        }
        if let Some(command) = line.strip_prefix("$ ").filter(|_| in_console) {
            replayed.push_str(&format!("{line}\n{}\n", run(command, folder).trim_end()));
            replayed.push('\n');
        } else if !in_console || line == "```console" {
            replayed.push_str(&format!("{line}\n"));
        }
    }
    replayed
}

fn check_transcript(path: &str) {
    check_in(path, &folder(&name_of(path)));
}

/// A walk from nothing: its folder is empty.
fn check_walk(path: &str) {
    check_in(path, &Sandbox::empty(&name_of(path)));
}

fn name_of(path: &str) -> String {
    path.replace(['/', '.'], "-")
}

fn check_in(path: &str, folder: &Sandbox) {
    let file = repository(path);
    let replayed = replay(&fs::read_to_string(&file).unwrap(), folder.path());
    Assert::new().action_env("SNAPSHOTS").eq(Data::from(replayed).raw(), Data::read_from(&file, None).raw());
}

#[test]
fn the_readme_and_the_book_tell_the_truth() {
    check_transcript("README.md");
    let typed = chapters().into_iter().filter(|path| fs::read_to_string(path).unwrap().contains("\n```console\n"));
    let typed: Vec<String> =
        typed.map(|path| format!("docs/src/{}", path.file_name().unwrap().to_string_lossy())).collect();
    assert!(typed.len() > 2, "{typed:?}");
    typed.iter().for_each(|chapter| check_transcript(chapter));
}

#[test]
fn what_is_said_of_a_profile_that_cannot_be_read() {
    check_transcript("fixtures/transcripts/unreadable.md");
}

#[test]
fn what_is_said_of_what_people_type() {
    check_transcript("fixtures/transcripts/messages.md");
}

#[test]
fn what_is_said_of_statutory_gaps() {
    check_transcript("fixtures/transcripts/gaps.md");
}

#[test]
fn what_is_found_is_said_in_short() {
    check_transcript("fixtures/transcripts/findings.md");
}

#[test]
fn what_is_said_of_the_settings_of_a_folder() {
    check_transcript("fixtures/transcripts/settings.md");
}

#[test]
fn what_explain_finds() {
    check_transcript("fixtures/transcripts/explain.md");
}

#[test]
fn all_there_is_can_be_listed() {
    let folder = folder("lists");
    for (list, name) in
        [("--clauses", "provider-access/procedure"), ("--codes", "CP201"), ("--fields", "roles.senco.email")]
    {
        for format in ["human", "md", "json"] {
            let said = run(&format!("careers-policy catalogue {list} --format {format}"), folder.path());
            assert!(said.contains(name), "{list} {format}: {said}");
            let opening = match format {
                "json" => "[",
                "md" => "# ",
                _ => "",
            };
            assert!(said.starts_with(opening), "{list} {format}: {said}");
        }
    }
    let of_colleges = run("careers-policy catalogue --clauses --setting fe_college", folder.path());
    assert!(of_colleges.contains("careers-policy/laws-colleges"), "{of_colleges}");
    assert!(!of_colleges.contains("careers-policy/secure-schools"), "{of_colleges}");
}

#[test]
fn what_the_other_commands_say() {
    check_transcript("fixtures/transcripts/commands.md");
}

#[test]
fn what_is_said_of_the_register_and_of_lists_of_schools() {
    check_transcript("fixtures/transcripts/schools.md");
}

#[test]
fn what_is_said_of_word_files_with_another_look() {
    check_transcript("fixtures/transcripts/word.md");
}

#[test]
fn every_command_has_a_manual_page_with_an_example() {
    let folder = folder("manual");
    run("careers-policy man manual", folder.path());
    let pages: Vec<PathBuf> =
        fs::read_dir(folder.path().join("manual")).unwrap().map(|entry| entry.unwrap().path()).collect();
    assert!(pages.len() > 8, "{pages:?}");
    for page in pages.iter().filter(|page| !page.ends_with("careers-policy.1")) {
        let text = fs::read_to_string(page).unwrap().replace("\\-", "-");
        // The page of a group of commands leaves the examples to them.
        assert!(text.contains("Example: careers-policy ") || text.contains("SUBCOMMANDS"), "{}", page.display());
    }
}

#[test]
fn help_says_of_every_command_what_help_behind_it_says() {
    let folder = Sandbox::empty("help");
    let listed = run("careers-policy --help", folder.path());
    let commands = listed.lines().filter_map(|line| line.strip_prefix("  ")?.split_once("  "));
    let named = commands.map(|(name, _)| name).filter(|name| name.starts_with(|c: char| c.is_ascii_lowercase()));
    let named: Vec<&str> = named.chain(["", "pack new", "pack check", "pack diff"]).collect();
    assert!(named.contains(&"build") && named.contains(&"help"), "{named:?}");
    for command in named {
        let behind = run(&format!("careers-policy {command} --help"), folder.path());
        assert_eq!(run(&format!("careers-policy help {command}"), folder.path()), behind, "{command}");
        assert!(behind.contains("Usage: careers-policy "), "{command}: {behind}");
    }
    let misspelt = run("careers-policy help pack chekc", folder.path());
    assert!(misspelt.contains("a similar subcommand exists: 'check'") && misspelt.ends_with("? 2\n"), "{misspelt}");
}

#[test]
fn every_shell_can_complete_the_commands() {
    let folder = folder("completions");
    for shell in ["bash", "elvish", "fish", "powershell", "zsh"] {
        let script = run(&format!("careers-policy completions {shell}"), folder.path());
        for word in ["build", "verify", "reference-doc"] {
            assert!(script.contains(word), "{shell}: {word}");
        }
    }
}

#[test]
fn what_is_said_of_review_dates() {
    check_transcript("fixtures/transcripts/dates.md");
}

#[test]
fn what_is_said_of_packs() {
    check_transcript("fixtures/transcripts/packs.md");
}

#[test]
fn a_hub_officer_s_first_walk() {
    check_walk("fixtures/transcripts/first-walk-of-a-hub.md");
}

#[test]
fn a_trust_s_first_walk() {
    check_walk("fixtures/transcripts/first-walk-of-a-trust.md");
}

#[test]
fn what_a_pack_changes_is_told_in_markdown_too() {
    let folder = folder("pack-diff");
    let said = run("careers-policy pack diff packs/exampleshire-hub --format md", folder.path());
    assert!(said.contains("\n````diff\n- #14466b\n+ #1b4f72\n````\n"), "{said}");
}
