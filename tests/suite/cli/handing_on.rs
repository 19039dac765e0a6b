//! Files that are to be handed on: named after their school, packed into one, and opened.

use std::fs;
use std::path::Path;
use std::process::{Command, Output};

use careers_policy::job::Manifest;

use crate::sandbox::Sandbox;

fn run(folder: &Path, args: &str) -> Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_careers-policy"));
    // No program that opens files is found there.
    command.current_dir(folder).args(args.split_whitespace()).env("PATH", "").output().unwrap()
}

fn built(name: &str, profile: &str, options: &str) -> (Sandbox, Output) {
    let sandbox = Sandbox::empty(name);
    sandbox.copy("profiles", "profiles");
    sandbox.copy("packs", "packs");
    let args = format!("build profiles/{profile}.yaml --formats md,html,docx --as-of 2026-09-01 {options}");
    let output = run(sandbox.path(), &args);
    (sandbox, output)
}

fn names(folder: &Path) -> Vec<String> {
    let mut names: Vec<String> =
        fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect();
    names.sort();
    names
}

#[test]
fn files_are_named_after_their_school_and_proved_under_that_name() {
    let (sandbox, output) = built("named", "harbour-view-school", "--name-files --review");
    assert!(output.status.success(), "{output:?}");
    let folder = sandbox.path().join("out/harbour-view-school");
    let names = names(&folder);
    for name in ["careers-policy.docx", "careers-policy.review.html", "provider-access-policy.md"] {
        assert!(names.contains(&format!("harbour-view-school-{name}")), "{names:?}");
    }
    let plain = |name: &&String| !name.starts_with("harbour-view-school-");
    assert_eq!(names.iter().filter(plain).collect::<Vec<_>>(), ["findings.json", "manifest.json"]);
    let proved = run(sandbox.path(), "verify out");
    assert!(proved.status.success(), "{proved:?}");
    let manifest = Manifest::read(&folder).unwrap().unwrap();
    assert!(manifest.clauses.iter().all(|mark| mark.document.starts_with("harbour-view-school-")));

    // Built again under the short names, none is left under the long ones.
    let again =
        run(sandbox.path(), "build profiles/harbour-view-school.yaml --formats md --changed --as-of 2026-09-01");
    assert!(again.status.success(), "{again:?}");
    assert!(self::names(&folder).contains(&"careers-policy.md".to_owned()));
    assert!(!self::names(&folder).iter().any(|name| name.starts_with("harbour-view-school-")));
}

#[test]
fn a_trust_has_a_name_of_its_own_for_its_files() {
    let (sandbox, output) = built("named-trust", "meadowbank-learning-trust", "--name-files");
    assert!(output.status.success(), "{output:?}");
    let names = names(&sandbox.path().join("out/meadowbank-learning-trust"));
    for name in ["meadowbank-learning-trust-trust-careers-policy.md", "oakfield-academy-provider-access-policy.md"] {
        assert!(names.contains(&name.to_owned()), "{names:?}");
    }
}

#[test]
fn the_documents_are_packed_beside_them_and_nothing_that_is_the_schools_alone() {
    let (sandbox, output) = built("packed", "harbour-view-school", "--zip --review");
    assert!(output.status.success(), "{output:?}");
    let folder = sandbox.path().join("out/harbour-view-school");
    let file = folder.join("harbour-view-school.zip");
    let bytes = fs::read(&file).unwrap();
    let holds = |name: &str| bytes.windows(name.len()).any(|part| part == name.as_bytes());
    for name in ["careers-policy.md", "careers-policy.docx", "provider-access-policy.html", "website-information.html"]
    {
        assert!(holds(name), "{name}");
    }
    assert!(!holds(".review.") && !holds("findings.json") && !holds("manifest.json"));
    assert!(run(sandbox.path(), "verify out").status.success());

    fs::write(&file, "another").unwrap();
    let changed = run(sandbox.path(), "verify out");
    assert_eq!(changed.status.code(), Some(1), "{changed:?}");
    assert!(String::from_utf8_lossy(&changed.stdout).contains("harbour-view-school.zip was changed"), "{changed:?}");
}

#[test]
fn that_nothing_opens_is_said_and_is_no_fault() {
    let (_sandbox, output) = built("opened", "harbour-view-school", "--open");
    assert!(output.status.success(), "{output:?}");
    let said = String::from_utf8_lossy(&output.stderr);
    assert!(said.contains("careers-policy.html could not be opened from here"), "{said}");
}

#[test]
fn every_profile_of_a_folder_is_put_right_and_what_other_programs_left_is_none() {
    let sandbox = Sandbox::empty("fix-folder");
    for name in ["a.yaml", "b.yaml"] {
        sandbox.write(
            &format!("schools/{name}"),
            "setting:\n  name: A School\n  type: academy\n  year_groups: 7-11\n  website: www.a.example\n",
        );
    }
    sandbox.write("schools/._a.yaml", "no profile");
    sandbox.write("schools/~$a.yaml", "no profile");
    let said = |output: Output| String::from_utf8(output.stdout).unwrap();
    let would = said(run(sandbox.path(), "fix schools --dry-run"));
    assert_eq!(would.matches("+  website: https:").count(), 2, "{would}");
    assert!(fs::read_to_string(sandbox.path().join("schools/a.yaml")).unwrap().contains(" www.a.example"));
}
