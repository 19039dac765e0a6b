//! A trust's evening, run as the book's section writes it, over the forty schools that its example makes, of
//! which the everyday run keeps two.

use std::fs;
use std::path::Path;
use std::process::{Command, Output};

use careers_policy::job::find_profiles;

use crate::amount::everything;
use crate::forty_schools::write_schools;
use crate::sandbox::Sandbox;
use crate::school::repository;

/// The lines that the section tells a user to type in practice, but for the first, which is cargo's.
fn evening() -> Vec<String> {
    let lines = typed("cargo ");
    assert_eq!(lines[0], "cargo run --example forty-schools -- schools");
    lines[1..].to_vec()
}

/// The lines of the section's first block that begins so.
fn typed(beginning: &str) -> Vec<String> {
    let chapter = fs::read_to_string(repository("docs/src/trusts.md")).unwrap();
    let section = chapter.split("\n## A trust's evening\n").nth(1).unwrap().split("\n## ").next().unwrap();
    let block = section.split("```\n").find(|block| block.starts_with(beginning)).unwrap();
    block.lines().map(str::to_owned).collect()
}

/// The words of a line as a shell parts them: those in quotation marks are one.
fn words(line: &str) -> Vec<String> {
    let pieces = line.split('"').enumerate().flat_map(|(index, piece)| match index % 2 {
        0 => piece.split_whitespace().map(str::to_owned).collect::<Vec<_>>(),
        _ => vec![piece.to_owned()],
    });
    pieces.collect()
}

fn run(line: &str, folder: &Path) -> Output {
    let mut words = words(line);
    assert_eq!(words.remove(0), "careers-policy");
    // The typesetter is tried by other tests; forty schools without it take seconds.
    if words[0] == "build" {
        words.extend(["--formats".to_owned(), "md,html".to_owned()]);
    }
    Command::new(env!("CARGO_BIN_EXE_careers-policy")).args(words).current_dir(folder).output().unwrap()
}

/// Leaves so many schools in the folder, from the first to the last, and what they share.
fn leave(number: usize, folder: &Path) {
    let paths = find_profiles(&[folder.to_owned()]).unwrap();
    let last = paths.len() - 1;
    let kept: Vec<usize> = (0..number).map(|index| index * last / (number - 1)).collect();
    let others = paths.iter().enumerate().filter(|(index, _)| !kept.contains(index));
    others.for_each(|(_, path)| fs::remove_file(path).unwrap());
}

#[test]
fn a_trusts_evening_runs_as_the_book_writes_it() {
    let sandbox = Sandbox::empty("evening");
    let folder = sandbox.path();
    sandbox.copy("packs", "packs");
    write_schools(&folder.join("schools"), 40).unwrap();
    let count = if everything() {
        40
    } else {
        leave(2, &folder.join("schools"));
        2
    };
    let (written, made) = (
        format!("{count} schools: {count} written, 0 not written."),
        format!("{count} schools: {count} as they were made, 0 not."),
    );
    let unchanged = format!("{count} schools: 0 written, {count} unchanged, 0 not written.");
    let expected = [
        ("due", "Alderbrook Academy"),
        ("review", "version 3.2"),
        ("check", "Yarrowcroft Academy"),
        ("build", written.as_str()),
        ("verify", made.as_str()),
        ("build", unchanged.as_str()),
    ];
    let lines = evening();
    assert_eq!(lines.len(), expected.len());
    for (line, (command, says)) in lines.iter().zip(expected) {
        assert!(line.starts_with(&format!("careers-policy {command} ")), "{line}");
        let output = run(line, folder);
        let said = String::from_utf8_lossy(&output.stdout).replace('\\', "/");
        assert!(output.status.success(), "{line}\n{said}{}", String::from_utf8_lossy(&output.stderr));
        assert!(said.contains(says), "{line}\n{said}");
    }
    let reviewed = fs::read_to_string(folder.join("schools/alderbrook.yaml")).unwrap();
    assert!(reviewed.contains("# ") && reviewed.contains("approved_on: 2026-09-23"));
}

#[test]
fn the_evening_with_schools_and_settings_of_ones_own_runs_too() {
    let sandbox = Sandbox::empty("own-evening");
    let folder = sandbox.path();
    sandbox.copy("packs", "packs");
    write_schools(&folder.join("schools"), 40).unwrap();
    leave(2, &folder.join("schools"));
    fs::write(folder.join("schools/careers-policy.yaml"), "out: ../published\n").unwrap();
    let lines = typed("careers-policy due ");
    assert!(lines.len() > 4 && lines.iter().all(|line| !line.contains("--as-of")), "{lines:#?}");
    for line in lines {
        // The profiles belong to a day; `verify` takes that of the documents.
        let day = if line.contains(" verify ") { "" } else { " --as-of 2026-09-24" };
        let output = run(&format!("{line}{day}"), folder);
        assert!(output.status.success(), "{line}\n{}", String::from_utf8_lossy(&output.stderr));
    }
    let reviewed = fs::read_to_string(folder.join("schools/alderbrook.yaml")).unwrap();
    assert!(reviewed.contains("approved_by: Board of trustees"), "{reviewed}");
}
