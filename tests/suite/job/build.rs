//! Many schools: every school's folder is one whole set of documents, whatever happens to the run.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Output, Stdio};
use std::time::Duration;

use careers_policy::job::{BuildOptions, Documents, Libraries, Manifest, build_profile, made_folders};
use careers_policy::write::Format;

use crate::amount::some;
use crate::sandbox::Sandbox;
use crate::school::{make_options, repository, starters};

const FORMATS: [Format; 3] = [Format::Markdown, Format::Html, Format::Docx];

/// Writes the profile of Harbour View with something changed; under each first letter of a name it is a school of its own.
fn write_profile(folder: &Sandbox, name: &str, change: impl FnOnce(String) -> String) -> PathBuf {
    let text = fs::read_to_string(repository("profiles/harbour-view-school.yaml")).unwrap();
    let urn = format!("urn: \"{}\"", 999_000 + u32::from(name.as_bytes()[0]));
    folder.write(name, change(text.replacen("urn: \"999201\"", &urn, 1)));
    folder.path().join(name)
}

fn command(args: &[&str], out: &Path) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_careers-policy"));
    command.current_dir(repository("")).args(args).arg("--out").arg(out).args(["--formats", "md,html,docx"]);
    command.stdout(Stdio::piped()).stderr(Stdio::piped());
    command
}

fn build(args: &[&str], out: &Path) -> Output {
    command(&[&["build"], args].concat(), out).output().unwrap()
}

fn options(out: &Path) -> BuildOptions {
    let make = make_options(&FORMATS);
    BuildOptions { out: out.to_owned(), changed: false, make }
}

/// Starts to build these profiles as on a day.
fn start(profiles: &[String], day: &str, out: &Path) -> Child {
    let args: Vec<&str> = ["build"].into_iter().chain(profiles.iter().map(String::as_str)).collect();
    command(&[&args, &["--as-of", day][..]].concat(), out).spawn().unwrap()
}

/// Every file below a folder with its bytes, but for the one in which new and old folders wait.
fn files(folder: &Path) -> BTreeMap<PathBuf, Vec<u8>> {
    fn gather(folder: &Path, root: &Path, files: &mut BTreeMap<PathBuf, Vec<u8>>) {
        for entry in fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() && !path.ends_with(".careers-policy") {
                gather(&path, root, files);
            } else if path.is_file() {
                files.insert(path.strip_prefix(root).unwrap().to_owned(), fs::read(&path).unwrap());
            }
        }
    }
    let mut found = BTreeMap::new();
    gather(folder, folder, &mut found);
    found
}

/// Every folder there is holds one whole set, as its manifest says.
fn assert_whole(out: &Path) {
    for folder in made_folders(out).unwrap_or_default() {
        let manifest = Manifest::read(&folder).unwrap().unwrap();
        assert_eq!(manifest.differing(&folder), [], "{}", folder.display());
        let mut expected = manifest.file_names();
        expected.sort();
        let mut there: Vec<String> = fs::read_dir(&folder)
            .unwrap()
            .map(|entry| entry.unwrap().file_name().to_string_lossy().into_owned())
            .collect();
        there.sort();
        assert_eq!(there, expected, "{}", folder.display());
    }
}

/// The profiles of some starters, among them the trust's, as arguments.
fn profiles() -> Vec<String> {
    let mut names = some(1, starters());
    names.push("meadowbank-learning-trust".to_owned());
    names.sort();
    names.dedup();
    names.iter().map(|name| format!("profiles/{name}.yaml")).collect()
}

/// Builds these profiles, with more arguments.
fn build_all(profiles: &[String], more: &[&str], out: &Path) -> Output {
    let args: Vec<&str> = profiles.iter().map(String::as_str).chain(["--as-of", "2026-09-01"]).collect();
    build(&[&args, more].concat(), out)
}

#[test]
fn many_schools_together_are_the_same_bytes_as_each_alone_and_as_in_parts() {
    let folder = Sandbox::empty("together");
    let [together, alone, parts] = ["together", "alone", "parts"].map(|name| folder.path().join(name));
    let profiles = profiles();
    assert!(build_all(&profiles, &[], &together).status.success());
    for profile in &profiles {
        assert!(build_all(std::slice::from_ref(profile), &[], &alone).status.success(), "{profile}");
    }
    for part in ["1/3", "2/3", "3/3"] {
        assert!(build_all(&profiles, &["--shard", part], &parts).status.success(), "{part}");
    }
    assert!(files(&together) == files(&alone));
    assert!(files(&together) == files(&parts));
    assert_whole(&together);
}

#[test]
fn a_school_that_fails_stops_no_other_and_keeps_its_last_good_documents() {
    let folder = Sandbox::empty("failing");
    let out = folder.path().join("out");
    let names = ["a-good.yaml", "b-failing.yaml", "c-unreadable.yaml", "d-good.yaml"];
    names.iter().for_each(|name| drop(write_profile(&folder, name, |text| text)));
    let pattern = folder.path().join("*.yaml");
    let day = ["--as-of", "2026-09-01"];
    assert!(build(&[&[pattern.to_str().unwrap()], &day[..]].concat(), &out).status.success());
    let before = files(&out);
    write_profile(&folder, "b-failing.yaml", |text| text.replacen("approved_by:", "approved_by: TBC #", 1));
    write_profile(&folder, "c-unreadable.yaml", |text| text + "\nwhat: is this\n");
    for good in ["a-good.yaml", "d-good.yaml"] {
        write_profile(&folder, good, |text| text.replace("name: Harbour View School", "name: Harbour Sight School"));
    }
    let output = build(&[&[pattern.to_str().unwrap()], &day[..]].concat(), &out);
    assert_eq!(output.status.code(), Some(1));
    let after = files(&out);
    for (path, bytes) in &before {
        let failed = path.starts_with("b-failing") || path.starts_with("c-unreadable");
        let is_document = path.extension().is_some_and(|ending| ending == "md");
        assert!(
            if failed { after[path] == *bytes } else { !is_document || after[path] != *bytes },
            "{}",
            path.display()
        );
    }
    let said = String::from_utf8(output.stdout).unwrap();
    assert!(said.contains("4 schools: 2 written, 2 not written."), "{said}");
    assert_whole(&out);
}

#[test]
fn a_folder_is_replaced_as_a_whole_and_what_the_school_put_there_stays() {
    let folder = Sandbox::empty("whole");
    let libraries = Libraries::new(Vec::new(), FORMATS.to_vec());
    let path = repository("profiles/harbour-view-school.yaml");
    build_profile(&path, &libraries, &options(folder.path())).unwrap();
    let school = folder.path().join("harbour-view-school");
    fs::write(school.join("minutes.txt"), "ours").unwrap();
    let mut fewer = options(folder.path());
    fewer.make.formats = vec![Format::Markdown];
    build_profile(&path, &libraries, &fewer).unwrap();
    assert_eq!(fs::read_to_string(school.join("minutes.txt")).unwrap(), "ours");
    assert!(school.join("careers-policy.md").is_file());
    assert!(!school.join("careers-policy.docx").exists(), "a document of an earlier run is out of date");
}

/// What a killed run can leave: the folder waiting between its two moves, and scraps of a new one.
#[test]
fn what_a_killed_run_left_is_put_right() {
    let folder = Sandbox::empty("left");
    let libraries = Libraries::new(Vec::new(), FORMATS.to_vec());
    let path = repository("profiles/harbour-view-school.yaml");
    build_profile(&path, &libraries, &options(folder.path())).unwrap();
    let (school, waiting) = (folder.path().join("harbour-view-school"), folder.path().join(".careers-policy"));
    fs::write(school.join("minutes.txt"), "ours").unwrap();
    fs::rename(&school, waiting.join("harbour-view-school.old")).unwrap();
    fs::create_dir_all(waiting.join("harbour-view-school.new")).unwrap();
    fs::write(waiting.join("harbour-view-school.new").join("careers-policy.md"), "half a sent").unwrap();
    build_profile(&path, &libraries, &options(folder.path())).unwrap();
    assert_eq!(fs::read_to_string(school.join("minutes.txt")).unwrap(), "ours");
    fs::remove_file(school.join("minutes.txt")).unwrap();
    assert_whole(folder.path());
    let left: Vec<_> = fs::read_dir(&waiting).unwrap().map(|entry| entry.unwrap().file_name()).collect();
    assert_eq!(left, ["harbour-view-school.lock"]);
}

#[test]
fn a_run_killed_at_any_moment_leaves_whole_folders_and_the_next_completes() {
    let folder = Sandbox::empty("killed");
    let profiles = profiles();
    for moment in some(4, vec![20, 60, 110, 170, 240, 330, 450]) {
        let day = format!("2026-09-{:02}", 1 + moment % 28);
        let mut child: Child = start(&profiles, &day, folder.path());
        std::thread::sleep(Duration::from_millis(moment));
        // On Unix this is SIGKILL: the program has no say in it.
        child.kill().unwrap();
        child.wait().unwrap();
        assert_whole(folder.path());
    }
    assert!(build_all(&profiles, &[], folder.path()).status.success());
    assert_whole(folder.path());
    assert_eq!(made_folders(folder.path()).unwrap().len(), profiles.len());
}

#[test]
fn two_runs_at_once_do_not_mix() {
    let folder = Sandbox::empty("two");
    let profiles = profiles();
    let runs = ["2026-09-01", "2026-09-02"].map(|day| start(&profiles, day, folder.path()));
    for run in runs {
        assert!(run.wait_with_output().unwrap().status.success());
    }
    assert_whole(folder.path());
    assert_eq!(made_folders(folder.path()).unwrap().len(), profiles.len());
}

#[test]
fn only_what_has_changed_is_built() {
    let folder = Sandbox::empty("changed");
    let libraries = Libraries::new(Vec::new(), FORMATS.to_vec());
    let profile = write_profile(&folder, "school.yaml", |text| text);
    let changed = BuildOptions { changed: true, ..options(folder.path()) };
    let is_made = |options: &BuildOptions| {
        build_profile(&profile, &libraries, options).unwrap().documents != Documents::Unchanged
    };
    assert!(is_made(&changed));
    assert!(!is_made(&changed));
    let mut other_day = changed.clone();
    other_day.make.today = "2026-09-05".parse().unwrap();
    assert!(!is_made(&other_day));
    let mut fewer = changed.clone();
    fewer.make.formats = vec![Format::Markdown];
    assert!(is_made(&fewer));
    assert!(is_made(&changed));
    fs::write(folder.path().join("school").join("careers-policy.md"), "another text").unwrap();
    assert!(is_made(&changed), "a file that was changed is made again");
    write_profile(&folder, "school.yaml", |text| text + "# A comment can move lines that findings name.\n");
    assert!(is_made(&changed));
    assert!(!is_made(&changed));
}
