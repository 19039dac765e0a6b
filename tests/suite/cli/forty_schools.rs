//! A trust's evening, run as the README's section writes it, over the forty schools that its example makes.

use std::fs;
use std::path::Path;
use std::process::{Command, Output};

use crate::sandbox::Sandbox;
use crate::school::repository;

#[path = "../../../examples/forty-schools.rs"]
#[expect(dead_code, reason = "the example's own way in is not taken here")]
mod example;

/// The lines that the section tells a user to type, but for the first, which is cargo's.
fn evening() -> Vec<String> {
    let readme = fs::read_to_string(repository("README.md")).unwrap();
    let section = readme.split("\n## A trust's evening\n").nth(1).unwrap().split("\n## ").next().unwrap();
    let typed = section.split("```\n").nth(1).unwrap();
    let lines: Vec<String> = typed.lines().map(str::to_owned).collect();
    assert_eq!(lines[0], "cargo run --example forty-schools -- schools");
    lines[1..].to_vec()
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

#[test]
fn a_trusts_evening_runs_as_the_readme_writes_it() {
    let sandbox = Sandbox::empty("evening");
    let folder = sandbox.path();
    sandbox.copy("packs", "packs");
    example::write_schools(&folder.join("schools"), 40).unwrap();
    let expected = [
        ("due", "Alderbrook Academy"),
        ("review", "version 3.2"),
        ("check", "schools/yarrowcroft.yaml: no statutory gaps"),
        ("build", "40 schools: 40 written, 0 not written."),
        ("verify", "40 schools: 40 as they were made, 0 not."),
        ("build", "40 schools: 0 written, 40 unchanged, 0 not written."),
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
