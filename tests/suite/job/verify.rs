//! `verify` has three answers, and a folder that somebody forged never has the best of them.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use careers_policy::job::{Answer, BuildOptions, Libraries, Verdict, build_profile, made_folders, verify};
use careers_policy::text::sha256;
use careers_policy::write::Format;
use serde_json::{Value, json};

use crate::sandbox::Sandbox;
use crate::school::{make_options, repository};

/// A school's folder, made anew from its profile.
struct Made {
    sandbox: Sandbox,
    libraries: Libraries,
}

impl Made {
    fn new(name: &str) -> Made {
        let sandbox = Sandbox::empty(name);
        sandbox.write("school.yaml", fs::read(repository("profiles/harbour-view-school.yaml")).unwrap());
        let made = Made { sandbox, libraries: Libraries::new(Vec::new(), vec![Format::Markdown]) };
        let make = make_options(&[Format::Markdown]);
        let options = BuildOptions { out: made.out(), changed: false, make };
        build_profile(&made.profile(), &made.libraries, &options).unwrap();
        made
    }

    fn out(&self) -> PathBuf {
        self.sandbox.path().join("out")
    }

    fn profile(&self) -> PathBuf {
        self.sandbox.path().join("school.yaml")
    }

    fn folder(&self) -> PathBuf {
        self.out().join("school")
    }

    fn file(&self, name: &str) -> PathBuf {
        self.folder().join(name)
    }

    fn verdict(&self) -> Verdict {
        verify(&self.folder(), &self.libraries).unwrap()
    }

    fn manifest(&self) -> Value {
        serde_json::from_slice(&fs::read(self.file("manifest.json")).unwrap()).unwrap()
    }

    /// What is said when the manifest holds something else; afterwards it is as it was.
    fn forged(&self, change: impl FnOnce(&mut Value)) -> Verdict {
        let before = self.manifest();
        let mut manifest = before.clone();
        change(&mut manifest);
        fs::write(self.file("manifest.json"), manifest.to_string()).unwrap();
        let verdict = self.verdict();
        fs::write(self.file("manifest.json"), before.to_string()).unwrap();
        verdict
    }

    #[track_caller]
    fn assert_not_proved(&self, words: &str, change: impl FnOnce(&mut Value)) {
        let verdict = self.forged(change);
        assert_eq!(verdict.answer(), Answer::NotProved, "{words}: {verdict:#?}");
        assert!(verdict.unproved.iter().any(|why| why.contains(words)), "{words}: {verdict:#?}");
    }

    #[track_caller]
    fn assert_changed(&self, name: &str, words: &str) {
        let verdict = self.verdict();
        assert_eq!(verdict.answer(), Answer::Changed, "{words}: {verdict:#?}");
        assert!(verdict.differing.iter().any(|(file, what)| file == name && what.contains(words)), "{verdict:#?}");
    }
}

#[test]
fn what_was_changed_is_named() {
    let made = Made::new("verify-changed");
    assert_eq!(made.verdict().answer(), Answer::AsMade);
    // Somebody promises less, and puts the manifest right to match.
    let path = made.file("careers-policy.md");
    let text = fs::read_to_string(&path).unwrap();
    let forged = text.replacen("careers", "career", 1);
    fs::write(&path, &forged).unwrap();
    made.assert_changed("careers-policy.md", "was changed after it was made");
    let verdict = made.forged(|manifest| manifest["outputs"][0]["sha256"] = sha256(forged.as_bytes()).into());
    let said = ("careers-policy.md".to_owned(), "is not what the profile makes".to_owned());
    assert_eq!(verdict.differing, [said]);
    fs::remove_file(&path).unwrap();
    made.assert_changed("careers-policy.md", "is missing");
    // Gone from the manifest as well.
    let verdict = made.forged(|manifest| drop(manifest["outputs"].as_array_mut().unwrap().remove(0)));
    assert_eq!(verdict.answer(), Answer::Changed);
    fs::write(&path, text).unwrap();
    let verdict = made.forged(|manifest| manifest["clauses"][0]["pack"] = "our-hub".into());
    assert_eq!(verdict.differing[0].0, "manifest.json", "{verdict:#?}");
    fs::write(made.profile(), fs::read_to_string(made.profile()).unwrap() + "# Later.\n").unwrap();
    assert!(made.verdict().differing[0].1.contains("build them again"));
}

#[test]
fn what_lies_there_besides_is_named() {
    let made = Made::new("verify-others");
    fs::write(made.file("minutes.txt"), "ours").unwrap();
    let verdict = made.verdict();
    assert_eq!((verdict.answer(), verdict.others), (Answer::AsMade, vec!["minutes.txt".to_owned()]));
    // What would be taken for one of the documents is not one.
    fs::write(made.file("careers-policy.pdf"), "forged").unwrap();
    made.assert_changed("careers-policy.pdf", "was not made with the others");
}

#[test]
fn a_manifest_that_proves_nothing_is_said_to() {
    let made = Made::new("verify-forged");
    made.assert_not_proved("this is careers-policy", |manifest| manifest["program"] = "careers-policy 0.0.9".into());
    made.assert_not_proved("names no profile", |manifest| manifest["profile"] = json!([]));
    made.assert_not_proved("is not at hand", |manifest| manifest["profile"][0]["path"] = "no/school.yaml".into());
    made.assert_not_proved("is not a file", |manifest| manifest["profile"][0]["path"] = "/".into());
    made.assert_not_proved("is not at hand", |manifest| {
        manifest["reference_doc"] = json!({"path": "no.docx", "sha256": ""});
    });
    made.assert_not_proved("does not write: exe", |manifest| manifest["formats"] = json!(["exe"]));
    made.assert_not_proved("more than once", |manifest| manifest["formats"] = json!(["md", "md"]));
    made.assert_not_proved("more than once", |manifest| {
        let outputs = manifest["outputs"].as_array_mut().unwrap();
        outputs.push(outputs[0].clone());
    });
    made.assert_not_proved("more than 10000 files", |manifest| {
        let many = (0..30_000).map(|number| json!({"path": format!("{number}.md"), "sha256": ""}));
        manifest["outputs"].as_array_mut().unwrap().extend(many);
    });
    made.assert_not_proved("another build", |manifest| manifest["packs"][0]["sha256"] = "".into());
    made.assert_not_proved("`--pack`", |manifest| {
        manifest["packs"].as_array_mut().unwrap().push(json!({"path": "our-hub 1", "sha256": ""}));
    });
    made.assert_not_proved("is not at hand or cannot be used", |manifest| {
        manifest["profile"].as_array_mut().unwrap().push(json!({"path": "trust.yaml", "sha256": ""}));
    });
    for name in ["../school.yaml", "/etc/passwd", "/dev/zero", "..", "a\\b", "manifest.json", "\u{1b}[31m"] {
        made.assert_not_proved("is not the name of a file", |manifest| {
            manifest["outputs"].as_array_mut().unwrap().push(json!({"path": name, "sha256": ""}));
        });
    }
}

#[test]
fn a_folder_without_a_manifest_or_of_another_school_is_not_proved() {
    let made = Made::new("verify-other");
    fs::rename(made.folder(), made.out().join("other")).unwrap();
    let other = verify(&made.out().join("other"), &made.libraries).unwrap();
    assert_eq!(other.answer(), Answer::NotProved);
    assert!(other.unproved[0].contains("school.yaml"), "{other:#?}");
    fs::rename(made.out().join("other"), made.folder()).unwrap();
    fs::write(made.file("manifest.json"), "{}").unwrap();
    assert_eq!(made.verdict().answer(), Answer::NotProved);
    fs::remove_file(made.file("manifest.json")).unwrap();
    assert_eq!(made_folders(&made.out()).unwrap(), [made.folder()]);
    assert_eq!(made.verdict().answer(), Answer::NotProved);
}

fn run(folder: &Path) -> (Option<i32>, String) {
    let mut command = Command::new(env!("CARGO_BIN_EXE_careers-policy"));
    let output = command.current_dir(folder).args(["verify", "out"]).output().unwrap();
    (output.status.code(), String::from_utf8(output.stdout).unwrap() + &String::from_utf8(output.stderr).unwrap())
}

#[test]
fn each_answer_has_an_exit_code_and_nothing_is_printed_raw() {
    let made = Made::new("verify-exit");
    assert_eq!(run(made.sandbox.path()).0, Some(0));
    let before = made.manifest();
    let mut manifest = before.clone();
    manifest["program"] = "x\nout/school: 4 files as they were made\u{1b}[2J\u{202e}".into();
    fs::write(made.file("manifest.json"), manifest.to_string()).unwrap();
    let (code, said) = run(made.sandbox.path());
    assert_eq!(code, Some(3), "{said}");
    assert!(!said.contains(['\u{1b}', '\u{202e}']) && !said.lines().any(|line| line.ends_with("as they were made")));
    fs::write(made.file("manifest.json"), before.to_string()).unwrap();
    fs::write(made.file("careers-policy.md"), "forged").unwrap();
    assert_eq!(run(made.sandbox.path()).0, Some(1));
}

/// What only Unix can put into a folder.
#[cfg(unix)]
mod unix {
    use std::os::unix::fs::symlink;

    use super::{Answer, Command, Made, Path, fs, made_folders, verify};

    fn pipe(path: &Path) {
        assert!(Command::new("mkfifo").arg(path).status().unwrap().success());
    }

    #[test]
    fn no_link_is_followed_and_nothing_special_is_opened() {
        let made = Made::new("verify-special");
        let path = made.file("careers-policy.md");
        fs::rename(&path, made.sandbox.path().join("elsewhere.md")).unwrap();
        symlink(made.sandbox.path().join("elsewhere.md"), &path).unwrap();
        made.assert_changed("careers-policy.md", "is a link");
        fs::remove_file(&path).unwrap();
        pipe(&path);
        made.assert_changed("careers-policy.md", "is a link or a device");
        let pipe_beside = made.sandbox.path().join("pipe.yaml");
        pipe(&pipe_beside);
        for special in [pipe_beside.to_str().unwrap(), "/dev/zero", "/proc/self/environ", "/etc/passwd"] {
            let verdict = made.forged(|manifest| manifest["profile"][0]["path"] = special.into());
            assert!(!verdict.unproved.is_empty(), "{special}: {verdict:#?}");
            let doc = serde_json::json!({"path": special, "sha256": ""});
            let verdict = made.forged(|manifest| manifest["reference_doc"] = doc);
            assert!(!verdict.unproved.is_empty(), "{special}: {verdict:#?}");
        }
        for is_link in [true, false] {
            fs::rename(made.file("manifest.json"), made.sandbox.path().join("manifest.json")).unwrap();
            match is_link {
                true => symlink(made.sandbox.path().join("manifest.json"), made.file("manifest.json")).unwrap(),
                false => pipe(&made.file("manifest.json")),
            }
            assert_eq!(made.verdict().answer(), Answer::NotProved);
            fs::rename(made.sandbox.path().join("manifest.json"), made.file("manifest.json")).unwrap();
        }
        fs::rename(made.folder(), made.sandbox.path().join("school")).unwrap();
        symlink(made.sandbox.path().join("school"), made.folder()).unwrap();
        assert_eq!(made_folders(&made.out()).unwrap(), [made.folder()]);
        assert_eq!(verify(&made.folder(), &made.libraries).unwrap().answer(), Answer::NotProved);
    }
}
