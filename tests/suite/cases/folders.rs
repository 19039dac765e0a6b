//! The folders that people have: what other programs leave in them, a school in two files, line ends that git changed.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use careers_policy::finding::Code;
use careers_policy::job::{Libraries, Twins, check_all, find_profiles, profiles_passed_over};

use crate::sandbox::Sandbox;
use crate::school::{repository, today};

fn run(folder: &Path, words: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_careers-policy")).args(words).current_dir(folder).output().unwrap()
}

fn said(output: &Output) -> String {
    String::from_utf8_lossy(&output.stdout).replace('\\', "/") + &String::from_utf8_lossy(&output.stderr)
}

fn school(name: &str, more: &str) -> String {
    format!("setting:\n  name: {name}\n  type: academy\n  year_groups: 7-11\n{more}")
}

#[test]
fn what_systems_and_other_programs_leave_behind_is_no_school() {
    let folder = Sandbox::empty("left-behind");
    folder.write("a.yaml", school("Oakfield", ""));
    for name in ["._a.yaml", "~$a.yaml", ".DS_Store", "Thumbs.db", "desktop.ini"] {
        folder.write(name, b"\0\x05\x16\x07");
    }
    let found = |named: PathBuf| find_profiles(&[named]).unwrap();
    assert_eq!(found(folder.path().to_owned()), [folder.path().join("a.yaml")]);
    assert_eq!(found(folder.path().join("*")), [folder.path().join("a.yaml")]);
}

#[test]
fn profiles_in_folders_below_are_told_of_and_what_only_looks_like_one_is_not() {
    let folder = Sandbox::empty("below");
    for name in ["bay.yaml", "north/oak.yaml", "north/elm.yml", "out/bay/kept.yaml", "our hub/like.yaml"] {
        folder.write(&format!("schools/{name}"), school(name, ""));
    }
    folder.write("schools/south/ash.yaml", school("Ash", "extends: shared.yaml\n"));
    folder.write("schools/south/shared.yaml", "setting: {trust: Larkspur Trust}\n");
    folder.write("schools/south/~$ash.yaml", school("Ash", ""));
    folder.write("schools/notes/list.yaml", "schools: [Ash, Oak]\n");
    folder.write("schools/a/b/c/d/deep.yaml", school("Deep", ""));
    folder.write("schools/out/bay/manifest.json", "{}");
    folder.write("schools/our hub/pack.yaml", "name: our-hub\nedition: \"1\"\nextends: base\n");
    let note = |words: &[&str]| {
        let output = run(folder.path(), words);
        let said = String::from_utf8_lossy(&output.stderr).replace('\\', "/");
        said.lines().filter(|line| line.contains("below")).collect::<Vec<_>>().join("\n")
    };
    let told = "careers-policy: note: schools: profiles in folders below this one are not read: 2 in schools/north, 1 in schools/south. \
        To read them too, name these folders as well, or write \"schools/*/*.yaml\"";
    let approval =
        ["review", "schools", "--all-due", "--approved-on", "2026-09-01", "--approved-by", "X", "--no-changes"];
    for words in [&["check", "schools"][..], &["build", "schools", "--formats", "md"], &["due", "schools"], &approval] {
        assert_eq!(note(words), told, "{words:?}");
    }
    assert_eq!(note(&["fix", "schools", "--dry-run"]), told);
    assert_eq!(note(&["doctor", "schools"]), told);
    assert_eq!(note(&["due", "schools", "schools/south", "schools/*/oak.yaml", "schools/north/elm.yml"]), "");
    assert!(
        note(&["due", "schools", "schools/north"])
            .ends_with("1 in schools/south. To read them too, name that folder as well")
    );

    // The program opens the pattern itself, on every system, and takes no file of a pack for a profile.
    let meant = find_profiles(&[folder.path().join("schools/*/*.yaml")]).unwrap();
    let names: Vec<_> = meant.iter().map(|path| path.file_name().unwrap().to_string_lossy().into_owned()).collect();
    assert_eq!(names, ["oak.yaml", "list.yaml", "ash.yaml"]);

    fs::remove_file(folder.path().join("schools/bay.yaml")).unwrap();
    let none = note(&["check", "schools"]);
    assert!(
        none.contains(
            "schools: there are no profiles in this folder itself, but in folders below it: 2 in schools/north"
        ),
        "{none}"
    );
    assert!(none.ends_with("Name these folders instead, or write \"schools/*/*.yaml\""), "{none}");
}

#[test]
fn a_school_that_a_trusts_profile_lists_is_not_passed_over() {
    let folder = Sandbox::empty("listed");
    folder.write(
        "trust/trust.yaml",
        "setting: {name: Larkspur Trust, type: multi_academy_trust}\nschools:\n  - profile: schools/oak.yaml\n",
    );
    folder.write("trust/schools/oak.yaml", school("Oak", ""));
    let named = [folder.path().join("trust")];
    let found = find_profiles(&named).unwrap();
    assert_eq!(profiles_passed_over(&named, &found), [] as [&str; 0]);
    folder.write("trust/schools/elm.yaml", school("Elm", ""));
    assert!(profiles_passed_over(&named, &found)[0].contains("not read: 1 in "));
}

/// A link can lead round in a circle, and out of everything that was named.
#[cfg(unix)]
#[test]
fn no_link_is_followed_in_search_of_profiles_below() {
    let folder = Sandbox::empty("linked-below");
    folder.write("elsewhere/oak.yaml", school("Oak", ""));
    folder.write("schools/bay.yaml", school("Bay", ""));
    folder.write("schools/north/.keep", "");
    std::os::unix::fs::symlink("../elsewhere", folder.path().join("schools/linked")).unwrap();
    std::os::unix::fs::symlink("../../elsewhere/oak.yaml", folder.path().join("schools/north/oak.yaml")).unwrap();
    std::os::unix::fs::symlink("..", folder.path().join("schools/north/round")).unwrap();
    let named = [folder.path().join("schools")];
    assert_eq!(profiles_passed_over(&named, &find_profiles(&named).unwrap()), [] as [&str; 0]);
}

#[test]
fn a_folder_whose_name_reads_as_a_pattern_is_a_folder() {
    let folder = Sandbox::empty("brackets");
    folder.write("Schools [2026]/a.yaml", school("Oak", ""));
    let named = folder.path().join("Schools [2026]");
    assert_eq!(find_profiles(std::slice::from_ref(&named)).unwrap(), [named.join("a.yaml")]);
}

#[test]
fn a_copy_beside_a_file_is_named_with_it_and_neither_is_built() {
    let folder = Sandbox::empty("copy");
    folder.copy("fixtures/cases", "cases");
    let check = run(folder.path(), &["check", "cases/one-file-twice", "--details", "--as-of", "2026-09-01"]);
    let text = said(&check);
    assert!(text.contains("this school is in another file too: `cases/one-file-twice/a-DESKTOP-4F2.yaml`"), "{text}");
    assert!(text.contains("this school is in another file too: `cases/one-file-twice/a.yaml`"), "{text}");
    assert!(text.contains("has the name of a copy"), "{text}");
    assert_eq!(check.status.code(), Some(1));

    let build = run(folder.path(), &["build", "cases/one-file-twice", "--formats", "md", "--as-of", "2026-09-01"]);
    assert!(said(&build).contains("2 schools: 0 written, 2 not written"), "{}", said(&build));
    assert!(!folder.path().join("out/a").exists());

    let due = run(folder.path(), &["due", "cases/one-file-twice", "--as-of", "2026-09-01"]);
    assert!(said(&due).contains("this school is in another file too"), "{}", said(&due));
}

fn twins(files: &[(&str, String)]) -> Vec<String> {
    let folder = Sandbox::empty(&format!("twins-{}", files.len() * 31 + files[1].1.len()));
    files.iter().for_each(|(name, text)| folder.write(name, text));
    let paths = find_profiles(&[folder.path().to_owned()]).unwrap();
    let twins = Twins::among(&paths);
    let mut found = Vec::new();
    check_all(&paths, &twins, &Libraries::new(Vec::new(), Vec::new()), today(), |path, outcome| {
        if outcome.unwrap().findings.iter().any(|finding| finding.code == Code::CP024) {
            found.push(path.file_name().unwrap().to_string_lossy().into_owned());
        }
    });
    found
}

#[test]
fn one_number_is_one_school_and_one_name_is_one_unless_something_tells_them_apart() {
    let urn = |urn: &str| format!("  urn: \"{urn}\"\n");
    let at = |postcode: &str| format!("  address: Mill Lane, Exampleton, {postcode}\n");
    let two = |one: String, other: String| twins(&[("a.yaml", one), ("b.yaml", other)]);
    assert_eq!(two(school("Oak", &urn("100000")), school("Ash House", &urn("100000"))), ["a.yaml", "b.yaml"]);
    assert_eq!(two(school("Oak", &at("EX1 2AB")), school("oak", &at("EX12AB"))), ["a.yaml", "b.yaml"]);
    assert_eq!(two(school("Oak", &urn("100000")), school("Oak", &urn("100001"))), [] as [&str; 0]);
    assert_eq!(two(school("Oak", &at("EX1 2AB")), school("Oak", &at("OT2 3CD"))), [] as [&str; 0]);
}

#[test]
fn what_is_found_goes_where_the_results_are_sent() {
    let folder = repository("fixtures/cases");
    let output = run(&folder, &["check", "number-sign.yaml", "--as-of", "2026-09-01"]);
    let report = String::from_utf8(output.stdout).unwrap();
    assert!(
        report.contains("line 5: the words behind a # are left out.")
            && report.starts_with("number-sign.yaml: nothing missing"),
        "{report}"
    );
    assert_eq!(String::from_utf8(output.stderr).unwrap(), "");
}

#[test]
fn other_line_ends_are_no_other_words() {
    let folder = Sandbox::empty("line-ends");
    folder.copy("profiles", "profiles");
    let profile = "profiles/harbour-view-school.yaml";
    assert!(run(folder.path(), &["build", profile, "--formats", "md", "--as-of", "2026-09-01"]).status.success());
    let to_windows = |name: &str| {
        let path = folder.path().join(name);
        let text = fs::read_to_string(&path).unwrap();
        fs::write(path, text.replace('\n', "\r\n")).unwrap();
    };
    to_windows(profile);
    let verify = run(folder.path(), &["verify", "out"]);
    assert!(verify.status.success(), "{}", said(&verify));
    assert!(said(&verify).contains("harbour-view-school.yaml has other line ends than it had"), "{}", said(&verify));
    to_windows("out/harbour-view-school/careers-policy.md");
    let verify = run(folder.path(), &["verify", "out"]);
    assert!(!verify.status.success());
    assert!(said(&verify).contains("careers-policy.md has other line ends than it was made with"), "{}", said(&verify));
}

#[test]
fn what_a_hub_requires_is_no_statutory_gap_and_reads_as_a_wish() {
    let folder = Sandbox::empty("required");
    folder.copy("profiles", "profiles");
    folder.write("hub/pack.yaml", "name: our-hub\nedition: \"1\"\nextends: base\n");
    let asks = "source: Our hub\nduty: {all: required}\nrequirements:\n  leader: {asks: The school names who leads on enterprise., needs: [governance.committee]}\n";
    folder.write("hub/requirements/our-hub.yaml", asks);
    folder.write("hub/clauses/careers-policy/enterprise.md", "---\ntitle: Enterprise\nmeets: [our-hub/leader]\nwhy: Why.\n---\n{{ governance.committee }} leads on enterprise.\n");
    folder.write(
        "hub/outlines/careers-policy.yaml",
        "add: [{clause: careers-policy/enterprise, after: careers-policy/vision}]\n",
    );
    let profile = "profiles/harbour-view-school.yaml";
    let text = said(&run(folder.path(), &["check", profile, "--pack", "hub", "--as-of", "2026-09-01", "--details"]));
    assert!(text.contains("error[CP205]: not met yet: The school names who leads on enterprise."), "{text}");
    assert!(text.contains(": nothing missing that the law asks for · 1 thing your hub or trust requires · "), "{text}");
    let build = said(&run(
        folder.path(),
        &["build", profile, "--pack", "hub", "--draft", "--formats", "md", "--as-of", "2026-09-01"],
    ));
    assert!(build.contains("nothing missing that the law asks for · 1 thing your hub or trust requires"), "{build}");
}

/// The files of a pack lie where a school's could, and are none.
#[test]
fn a_pack_beside_the_profiles_is_no_school_and_alone_is_said_to_be_one() {
    let sandbox = Sandbox::pack("pack-beside");
    let found = |path: &str| find_profiles(&[sandbox.path().join(path)]).map_err(|failure| failure.to_string());
    for alone in ["", "pack.yaml", "*.yaml"] {
        let why = found(alone).unwrap_err();
        assert!(why.contains("this is a pack") && why.contains("careers-policy pack check "), "{alone}: {why}");
    }
    sandbox.write("our-school.yaml", "setting:\n  name: Saltmarsh\n  type: academy\n");
    assert_eq!(found("").unwrap(), [sandbox.path().join("our-school.yaml")]);
}
