//! A module uses only those on lower floors.

use super::imports::uses;
use super::sources::sources;

/// The modules by floors, from the ground up.
const FLOORS: [&[&str]; 15] = [
    &["text"],
    &["finding", "law", "doc", "font", "logo"],
    &["yaml", "workbook"],
    &["theme", "register"],
    &["profile"],
    &["catalogue"],
    &["facts", "form"],
    &["words", "picture"],
    &["case"],
    &["draft", "write"],
    &["check"],
    &["report"],
    &["job"],
    &["editor"],
    &["cli"],
];

/// The module of the crate that a file belongs to.
fn module(file: &str) -> &str {
    file.split(['/', '.']).next().unwrap()
}

fn floor(module: &str) -> usize {
    FLOORS.iter().position(|names| names.contains(&module)).unwrap_or_else(|| panic!("`{module}` is on no floor"))
}

#[test]
fn a_module_uses_only_lower_floors() {
    let mut climbers = Vec::new();
    for (file, used) in uses(&sources()) {
        for (used, names) in used.iter().filter(|(used, _)| module(used) != module(&file)) {
            if file != "lib.rs" && floor(module(used)) >= floor(module(&file)) {
                climbers.push(format!("src/{file} uses src/{used}: {names:?}"));
            }
        }
    }
    assert!(climbers.is_empty(), "{climbers:#?}");
}

#[test]
fn every_module_is_on_a_floor() {
    let files = sources();
    let mut modules: Vec<&str> = files.keys().map(|file| module(file)).collect();
    modules.dedup();
    modules.retain(|module| !matches!(*module, "lib" | "main"));
    let mut listed = FLOORS.concat();
    listed.sort_unstable();
    assert_eq!(modules, listed);
}
