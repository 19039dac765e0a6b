//! What the program says of itself and of the place it runs in, and what the repository offers other tools to run.

use std::fs;
use std::path::Path;
use std::process::Command;

use crate::sandbox::Sandbox;
use crate::school::repository;

fn run(words: &[&str], folder: &Path) -> (Option<i32>, String) {
    let output = Command::new(env!("CARGO_BIN_EXE_careers-policy")).args(words).current_dir(folder).output().unwrap();
    let said = String::from_utf8(output.stderr).unwrap() + &String::from_utf8(output.stdout).unwrap();
    (output.status.code(), said)
}

fn schools(name: &str) -> Sandbox {
    let folder = Sandbox::empty(name);
    folder.copy("profiles", "profiles");
    folder.copy("packs", "packs");
    folder
}

#[test]
fn doctor_says_what_is_there_and_what_is_not() {
    let folder = schools("doctor");
    let (code, said) = run(&["doctor", "profiles", "--as-of", "2026-11-27"], folder.path());
    assert_eq!(code, Some(0), "{said}");
    for line in
        ["published 8 May 2025, 1 year and 6 months before today", "PDF: ", "Fonts: in order", "All is in order."]
    {
        assert!(said.contains(line), "{line}: {said}");
    }
    assert!(!folder.path().join("out").exists(), "an output folder is left behind");
    fs::remove_dir_all(folder.path().join("packs")).unwrap();
    let (code, said) = run(&["doctor", "profiles"], folder.path());
    assert!(code == Some(1) && said.contains("Packs: those of 17 profiles are NOT IN ORDER"), "{said}");
    let file = "profiles/oakfield-academy.yaml";
    let (code, said) = run(&["doctor", "--out", file], folder.path());
    assert!(code == Some(1) && said.contains("Output folder: NOT IN ORDER"), "{said}");
}

#[test]
fn help_says_what_exit_codes_mean_and_the_schema_what_it_is() {
    let folder = Sandbox::empty("help");
    assert!(run(&["--help"], folder.path()).1.contains("Exit codes: 0 "));
    assert!(run(&["schema"], folder.path()).1.contains("\"$id\": \"urn:careers-policy:profile\""));
}

#[test]
fn the_hook_runs_what_the_program_knows() {
    let folder = schools("hook");
    let hooks = fs::read_to_string(repository(".pre-commit-hooks.yaml")).unwrap();
    let entry = hooks.lines().find_map(|line| line.trim().strip_prefix("entry: careers-policy ")).unwrap();
    let mut words: Vec<&str> = entry.split(' ').collect();
    words.push("profiles/harbour-view-school.yaml");
    let (code, said) = run(&words, folder.path());
    assert_eq!(code, Some(0), "{said}");
}
