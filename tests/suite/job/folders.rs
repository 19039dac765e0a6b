//! What may lie where a school's documents are put: what a killed run left, the school's own files, and links.

use std::fs;
use std::path::{Path, PathBuf};

use careers_policy::job::{BuildOptions, Documents, Libraries, build_profile};
use careers_policy::write::Format;

use crate::sandbox::Sandbox;
use crate::school::{make_options, repository};

struct School {
    sandbox: Sandbox,
    libraries: Libraries,
}

impl School {
    fn new(name: &str) -> School {
        let sandbox = Sandbox::empty(name);
        sandbox.write("school.yaml", fs::read(repository("profiles/harbour-view-school.yaml")).unwrap());
        School { sandbox, libraries: Libraries::new(Vec::new(), vec![Format::Markdown]) }
    }

    fn built(name: &str) -> School {
        let school = School::new(name);
        school.build(&[Format::Markdown], false).unwrap();
        school
    }

    fn build(&self, formats: &[Format], changed: bool) -> Result<Documents, String> {
        let make = make_options(formats);
        let options = BuildOptions { out: self.path("out"), changed, make };
        let outcome = build_profile(&self.path("school.yaml"), &self.libraries, &options);
        outcome.map(|outcome| outcome.documents).map_err(|failure| failure.to_string())
    }

    fn path(&self, path: &str) -> PathBuf {
        self.sandbox.path().join(path)
    }

    fn read(&self, path: &str) -> String {
        fs::read_to_string(self.path(path)).unwrap_or_else(|error| format!("{path}: {error}"))
    }

    fn names(&self, folder: &str) -> Vec<String> {
        let entries = fs::read_dir(self.path(folder)).unwrap();
        let mut names: Vec<String> =
            entries.map(|entry| entry.unwrap().file_name().to_string_lossy().into_owned()).collect();
        names.sort();
        names
    }
}

const WHOLE: [&str; 4] = ["careers-policy.md", "findings.json", "manifest.json", "provider-access-policy.md"];
const OLD: &str = "out/.careers-policy/school.old";

/// The folder that waited held what the school had put there.
#[test]
fn a_run_killed_before_it_carried_over_is_completed_by_one_that_finds_nothing_changed() {
    let school = School::built("left-carry");
    fs::create_dir(school.path(OLD)).unwrap();
    for name in WHOLE {
        fs::copy(school.path("out/school").join(name), school.path(OLD).join(name)).unwrap();
    }
    fs::write(school.path(OLD).join("minutes.txt"), "ours").unwrap();
    assert_eq!(school.build(&[Format::Markdown], true), Ok(Documents::Unchanged));
    assert_eq!(school.read("out/school/minutes.txt"), "ours");
    assert_eq!(school.names("out/.careers-policy"), ["school.lock"]);
}

#[test]
fn a_run_killed_between_two_moves_is_completed_even_where_the_profile_has_errors_now() {
    let school = School::built("left-moves");
    fs::write(school.path("out/school/minutes.txt"), "ours").unwrap();
    fs::rename(school.path("out/school"), school.path(OLD)).unwrap();
    school.sandbox.write("school.yaml", "setting: {name: A, type: academy}\n");
    assert_eq!(school.build(&[Format::Markdown], true), Ok(Documents::NotWritten));
    assert_eq!(school.names("out/school"), [&WHOLE[..3], &["minutes.txt"], &WHOLE[3..]].concat());
}

/// The new set waited, whole, when the run was killed; it has none of the school's own files.
#[test]
fn a_new_set_that_was_never_put_in_place_is_not_mixed_into_the_old_one() {
    let school = School::built("left-new");
    let documents = school.build(&[Format::Markdown, Format::Html], false).unwrap();
    assert!(matches!(documents, Documents::Written { .. }));
    fs::rename(school.path("out/school"), school.path("new")).unwrap();
    school.build(&[Format::Markdown], false).unwrap();
    fs::rename(school.path("new"), school.path(OLD)).unwrap();
    assert_eq!(school.build(&[Format::Markdown], true), Ok(Documents::Unchanged));
    assert_eq!(school.names("out/school"), WHOLE);
}

#[test]
fn a_file_of_the_schools_own_with_the_name_of_a_new_document_is_kept() {
    let school = School::built("kept");
    fs::write(school.path("out/school/careers-policy.html"), "ours").unwrap();
    let Documents::Written { kept, .. } = school.build(&[Format::Markdown, Format::Html], false).unwrap() else {
        panic!("nothing was written")
    };
    let names = ("careers-policy.html".to_owned(), "careers-policy (kept 1).html".to_owned());
    assert_eq!(kept, [names]);
    assert_eq!(school.read("out/school/careers-policy (kept 1).html"), "ours");
    assert_ne!(school.read("out/school/careers-policy.html"), "ours");
}

/// Somebody opened the document and wrote into it: those words are nowhere else.
#[test]
fn a_document_that_was_changed_by_hand_is_kept_beside_the_new_one() {
    let school = School::built("by-hand");
    let path = "out/school/careers-policy.md";
    let by_hand = school.read(path) + "By hand.\n";
    fs::write(school.path(path), &by_hand).unwrap();
    // Other line ends are git's, not somebody's.
    let statement = "out/school/provider-access-policy.md";
    fs::write(school.path(statement), school.read(statement).replace('\n', "\r\n")).unwrap();
    assert!(
        matches!(school.build(&[Format::Markdown], true).unwrap(), Documents::Written { kept, .. } if kept.len() == 1)
    );
    assert_eq!(school.read("out/school/careers-policy (kept 1).md"), by_hand);
    assert!(!school.read(path).contains("By hand."));
    assert_eq!(school.build(&[Format::Markdown], true), Ok(Documents::Unchanged));
}

#[test]
fn a_profile_whose_name_is_no_name_of_a_folder_is_refused() {
    let school = School::new("names");
    for name in ["..yaml", "...yaml", ".careers-policy.yaml"] {
        fs::copy(school.path("school.yaml"), school.path(name)).unwrap();
        let make = make_options(&[Format::Markdown]);
        let options = BuildOptions { out: school.path("out"), changed: false, make };
        let failure = build_profile(&school.path(name), &school.libraries, &options).err();
        assert!(failure.is_some_and(|failure| failure.to_string().contains("rename the profile")), "{name}");
    }
}

/// What only Unix can put into a folder.
#[cfg(unix)]
mod unix {
    use std::os::unix::fs::symlink;
    use std::process::Command;

    use super::{Format, Path, School, fs};

    #[track_caller]
    fn assert_refused(school: &School, words: &str) {
        for changed in [false, true] {
            let refused = school.build(&[Format::Markdown], changed).unwrap_err();
            assert!(refused.contains(words), "{refused}");
        }
    }

    #[test]
    fn a_link_in_the_output_folder_is_refused_and_what_it_leads_to_stays() {
        let school = School::built("links");
        let elsewhere = school.path("elsewhere");
        fs::rename(school.path("out/school"), &elsewhere).unwrap();
        fs::write(elsewhere.join("minutes.txt"), "ours").unwrap();
        symlink(&elsewhere, school.path("out/school")).unwrap();
        let before = school.names("elsewhere");
        assert_refused(&school, "this is a link");
        assert_eq!(school.names("elsewhere"), before);
        fs::remove_file(school.path("out/school")).unwrap();
        fs::remove_dir_all(school.path("out/.careers-policy")).unwrap();
        symlink(&elsewhere, school.path("out/.careers-policy")).unwrap();
        assert_refused(&school, "this is a link");
        assert_eq!(school.names("elsewhere"), before);
        fs::remove_file(school.path("out/.careers-policy")).unwrap();
        // A link among what a killed run left is taken away; what it leads to stays.
        fs::create_dir(school.path("out/.careers-policy")).unwrap();
        symlink(&elsewhere, school.path("out/.careers-policy/school.old")).unwrap();
        symlink(&elsewhere, school.path("out/.careers-policy/school.new")).unwrap();
        school.build(&[Format::Markdown], true).unwrap();
        assert_eq!(school.names("elsewhere"), before);
        assert_eq!(school.names("out/.careers-policy"), ["school.lock"]);
    }

    #[test]
    fn a_link_of_the_schools_own_stays_a_link() {
        let school = School::built("own-link");
        symlink("nowhere", school.path("out/school/ours")).unwrap();
        school.build(&[Format::Markdown, Format::Html], false).unwrap();
        assert_eq!(fs::read_link(school.path("out/school/ours")).unwrap(), Path::new("nowhere"));
    }

    #[test]
    fn a_pipe_in_the_output_folder_is_refused_and_not_opened() {
        let school = School::built("pipes");
        let pipe = |path: &str| assert!(Command::new("mkfifo").arg(school.path(path)).status().unwrap().success());
        fs::remove_file(school.path("out/.careers-policy/school.lock")).unwrap();
        pipe("out/.careers-policy/school.lock");
        assert_refused(&school, "take it away");
        fs::remove_file(school.path("out/.careers-policy/school.lock")).unwrap();
        fs::remove_dir_all(school.path("out/school")).unwrap();
        pipe("out/school");
        assert_refused(&school, "move it away");
    }
}
