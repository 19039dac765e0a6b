//! The settings file of a folder: where it is found, what outweighs it, and that no school is lost over it.

use std::fs;
use std::path::Path;
use std::process::Command;

use crate::sandbox::Sandbox;
use crate::school::repository;

/// What a command prints, with its exit code in front.
fn run(folder: &Path, command: &str) -> String {
    let mut program = Command::new(env!("CARGO_BIN_EXE_careers-policy"));
    let output = program.current_dir(folder).args(command.split_whitespace()).output().unwrap();
    let said = String::from_utf8(output.stderr).unwrap() + &String::from_utf8(output.stdout).unwrap();
    format!("{}\n{}", output.status.code().unwrap(), said.replace('\\', "/"))
}

/// A folder with one school in `schools`, and the settings there, if any are given.
fn schools(name: &str, settings: &str) -> Sandbox {
    let sandbox = Sandbox::empty(&format!("settings-{name}"));
    sandbox.copy("packs", "packs");
    sandbox.copy("fixtures/reference", "look");
    sandbox.write("schools/harbour.yaml", fs::read(repository("profiles/harbour-view-school.yaml")).unwrap());
    if !settings.is_empty() {
        sandbox.write("schools/careers-policy.yaml", settings);
    }
    sandbox
}

fn names(folder: &Path) -> Vec<String> {
    let mut names: Vec<String> =
        fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect();
    names.sort();
    names
}

#[track_caller]
fn assert_says(said: &str, code: &str, words: &[&str]) {
    assert!(said.starts_with(&format!("{code}\n")), "not {code}: {said}");
    words.iter().for_each(|words| assert!(said.contains(words), "{words}: {said}"));
}

const DAY: &str = "--as-of 2026-09-01";

/// As Windows saves it: with a mark at its beginning, carriage returns and backslashes.
const ALL: &str = "\u{feff}out: ..\\published\r\nformats: md, docx\r\npack: ../packs/exampleshire-hub\r\nreference_doc: ../look/larkspur-trust.docx\r\nname_files: yes\r\nzip: yes\r\n";

#[test]
fn a_build_with_settings_is_one_with_their_options_typed() {
    let set = schools("all", ALL);
    let typed = schools("typed", "");
    let said = run(set.path(), &format!("build schools {DAY}"));
    assert_says(&said, "0", &["with the settings of schools/careers-policy.yaml", "published/harbour/"]);
    let options = "--out published --formats md,docx --pack packs/exampleshire-hub --reference-doc look/larkspur-trust.docx --name-files --zip";
    assert_says(&run(typed.path(), &format!("build schools {options} {DAY}")), "0", &[]);
    let (set_in, typed_in) = (set.path().join("published/harbour"), typed.path().join("published/harbour"));
    assert_eq!(names(&set_in), names(&typed_in));
    for name in names(&set_in) {
        assert!(fs::read(set_in.join(&name)).unwrap() == fs::read(typed_in.join(&name)).unwrap(), "{name} differs");
    }
    assert_says(&run(set.path(), &format!("build schools --changed {DAY}")), "0", &["nothing has changed"]);
}

#[test]
fn what_is_typed_outweighs_the_settings() {
    let sandbox = schools("typed-over", ALL);
    let said =
        run(sandbox.path(), &format!("build schools --out here --formats html --pack packs/exampleshire-hub {DAY}"));
    assert_says(&said, "0", &["here/harbour/"]);
    let made = names(&sandbox.path().join("here/harbour"));
    assert!(made.iter().any(|name| name.ends_with("careers-policy.html")), "{made:?}");
    assert!(!made.iter().any(|name| name.ends_with(".docx") || name.ends_with(".md")), "{made:?}");
    assert!(!sandbox.path().join("published").exists());
    // The pack in the settings is not there, and nobody asks for it.
    sandbox.write("schools/careers-policy.yaml", "pack: no-such-pack\n");
    assert_says(&run(sandbox.path(), "check schools --pack packs/exampleshire-hub"), "0", &[]);
    assert_says(&run(sandbox.path(), "check schools"), "1", &["CP312", "schools/careers-policy.yaml:1:7"]);
}

#[test]
fn what_a_build_made_with_settings_is_proved_with_them() {
    let sandbox = schools("verified", "pack: ../packs/exampleshire-hub\nformats: md\n");
    assert_says(&run(sandbox.path(), &format!("build schools {DAY}")), "0", &[]);
    assert_says(&run(sandbox.path(), "verify out"), "0", &["as they were made"]);
    sandbox.write("schools/careers-policy.yaml", "pak: ../packs/exampleshire-hub\n");
    assert_says(&run(sandbox.path(), "verify out"), "3", &["not proved: the settings of its folder cannot be used"]);
    assert_says(&run(sandbox.path(), "verify out --pack packs/exampleshire-hub"), "0", &[]);
    fs::remove_file(sandbox.path().join("schools/careers-policy.yaml")).unwrap();
    assert_says(&run(sandbox.path(), "verify out"), "3", &["made with the pack exampleshire-hub"]);
}

/// A pack in the settings asks of a school what no profile's own packs ask; an approval and an explanation know of it too.
#[test]
fn review_and_explain_use_the_packs_of_the_settings() {
    let sandbox = schools("review", "pack: no-such-pack\n");
    let approval = "--approved-on 2026-07-08 --approved-by Governors --no-changes --dry-run --as-of 2026-09-01";
    let told = "the pack `schools/no-such-pack` cannot be used";
    assert_says(&run(sandbox.path(), &format!("review schools/harbour.yaml {approval}")), "1", &[told]);
    assert_says(&run(sandbox.path(), &format!("review schools --all-due {approval}")), "1", &[told]);
    sandbox.write("schools/careers-policy.yaml", "pack: ../packs/exampleshire-hub\n");
    let said = run(sandbox.path(), "explain exampleshire-hub/ --profile schools/harbour.yaml");
    let without = run(sandbox.path(), "explain exampleshire-hub/");
    assert!(said.starts_with("0\n") && without.starts_with("2\n"), "{said}\n{without}");
}

#[test]
fn it_is_looked_for_above_the_profiles_up_to_the_folder_of_the_command() {
    let sandbox = schools("above", "");
    let profile = fs::read(repository("profiles/harbour-view-school.yaml")).unwrap();
    sandbox.write("trust/schools/north/harbour.yaml", profile);
    sandbox.write("trust/careers-policy.yaml", "formats: [md]\n");
    let used = "with the settings of trust/careers-policy.yaml";
    assert_says(&run(sandbox.path(), "check trust/schools/north"), "0", &[used]);
    assert_says(&run(sandbox.path(), "check trust/schools/north/harbour.yaml"), "0", &[used]);
    assert_says(&run(sandbox.path(), "check trust/schools/north/../north/*.yaml"), "0", &[used]);
    let whole = sandbox.path().join("trust/schools/north/harbour.yaml");
    assert_says(&run(sandbox.path(), &format!("check {}", whole.display())), "0", &[used]);
    // The nearest one holds, and none above the folder of the command.
    sandbox.write("trust/schools/careers-policy.yaml", "formats: [html]\n");
    let nearest = "with the settings of trust/schools/careers-policy.yaml";
    assert_says(&run(sandbox.path(), "check trust/schools/north"), "0", &[nearest]);
    fs::remove_file(sandbox.path().join("trust/schools/careers-policy.yaml")).unwrap();
    let said = run(&sandbox.path().join("trust/schools"), "check north");
    assert!(!said.contains("settings"), "{said}");
    // Elsewhere only the folder itself is looked into.
    let said = run(&sandbox.path().join("packs"), "check ../trust/schools/north");
    assert!(!said.contains("settings"), "{said}");
    sandbox.write("trust/schools/north/careers-policy.yml", "formats: [md]\n");
    let beside = "with the settings of ../trust/schools/north/careers-policy.yml";
    assert_says(&run(&sandbox.path().join("packs"), "check ../trust/schools/north"), "0", &[beside]);
}

#[test]
fn profiles_with_different_settings_are_not_built_in_one_command() {
    let sandbox = schools("different", "formats: [md]\n");
    sandbox.write("other/harbour-two.yaml", fs::read(repository("profiles/oakfield-academy.yaml")).unwrap());
    let said = run(sandbox.path(), "build schools other");
    let words = "schools/harbour.yaml: the settings for it are in schools/careers-policy.yaml, and for other/harbour-two.yaml in no settings file";
    assert_says(&said, "2", &[words]);
    assert!(!sandbox.path().join("out").exists());
    sandbox.write("schools/careers-policy.yml", "formats: [md]\n");
    assert_says(&run(sandbox.path(), "build schools"), "2", &["keep one of the two settings files"]);
}

#[test]
fn it_is_no_profile_to_any_command() {
    let sandbox = schools("passed-over", "formats: [md]\n");
    for command in ["check schools", "due schools", "fix schools", "doctor schools", "build schools/*.yaml"] {
        let said = run(sandbox.path(), command);
        assert_says(&said, "0", &[]);
        assert!(!said.contains("CP026") && !said.contains("2 schools"), "{command}: {said}");
    }
    for command in ["check", "due", "fix", "doctor", "build", "explain CP --profile"] {
        let said = run(sandbox.path(), &format!("{command} schools/careers-policy.yaml"));
        assert!(!said.starts_with("0\n"), "{command}: {said}");
        assert!(
            command.starts_with("explain") || said.contains("holds the settings of its folder"),
            "{command}: {said}"
        );
    }
    fs::remove_file(sandbox.path().join("schools/harbour.yaml")).unwrap();
    assert_says(&run(sandbox.path(), "check schools"), "2", &["there are no profiles here"]);
}

/// A school that happens to have given its profile that name is built like every other, whatever else stands in the file.
#[test]
fn no_school_is_lost_for_its_files_name() {
    let sandbox = schools("a-school", "");
    sandbox.write("schools/careers-policy.yaml", fs::read(repository("profiles/turnstone-academy.yaml")).unwrap());
    let said = run(sandbox.path(), &format!("build schools --formats md {DAY}"));
    assert_says(
        &said,
        "0",
        &["schools/careers-policy.yaml is a school's profile by what stands in it", "2 schools: 2 written"],
    );
    for broken in ["setting: {name: A, type: academy}\nout: x\n", "setting:\n  name: \"A\nzip: yes\n", "roles: {}\n"] {
        sandbox.write("schools/careers-policy.yaml", broken);
        let said = run(sandbox.path(), "check schools");
        assert_says(&said, "1", &["is a school's profile by what stands in it", "2 schools: "]);
    }
}

/// On a system that tells capitals from small letters, the file would be used by nobody.
#[test]
fn a_settings_file_in_capitals_is_used_or_told() {
    let sandbox = schools("capitals", "");
    sandbox.write("schools/Careers-Policy.yaml", "formats: [md]\n");
    let said = run(sandbox.path(), "check schools");
    assert!(
        said.contains("with the settings of")
            || said.contains("write its name in small letters")
            || said.contains("Write its name in small letters"),
        "{said}"
    );
}

#[test]
fn what_the_settings_name_is_tried_by_check_as_by_build() {
    let sandbox = schools("tried", "");
    for (settings, code, place) in [
        ("reference_doc: nothing.docx\n", "CP025", ":1:16"),
        ("zip: no\nreference_doc: harbour.yaml\n", "CP025", ":2:16"),
        ("formats: [md]\nreference_doc: ../look/larkspur-trust.docx\n", "CP025", ":2:16"),
        ("out: harbour.yaml\n", "CP025", ":1:6"),
        ("pack: [../packs/exampleshire-hub, ../packs/none]\n", "CP312", ":1:7"),
        ("formats: [md, doc]\n", "CP007", ":1:15"),
        ("out: [a, b]\n", "CP006", ":1:1"),
        ("zip: yes\nzip: no\n", "CP003", ":2:1"),
        ("setings: yes\nzip: yes\n", "CP004", ":1:1"),
        ("out: \"..\\schools\"\n", "CP001", ":1:6"),
    ] {
        sandbox.write("schools/careers-policy.yaml", settings);
        let place = format!("schools/careers-policy.yaml{place}");
        let [checked, built] = ["check schools", "build schools"].map(|command| run(sandbox.path(), command));
        assert_says(&checked, "1", &[code, &place]);
        assert_eq!(checked, built, "{settings}");
        assert_says(&run(sandbox.path(), "doctor schools"), "1", &["Settings: NOT IN ORDER"]);
    }
    assert!(!sandbox.path().join("out").exists());
    // A review copy is a Word file.
    sandbox.write("schools/careers-policy.yaml", "formats: [md]\nreference_doc: ../look/larkspur-trust.docx\n");
    assert_says(&run(sandbox.path(), &format!("build schools --review {DAY}")), "0", &[]);
    for nothing in ["", "# formats: [docx]\n", "out:\npack:\n"] {
        sandbox.write("schools/careers-policy.yaml", nothing);
        assert_says(&run(sandbox.path(), "check schools"), "0", &["with the settings of"]);
    }
}

#[test]
fn what_is_no_file_of_text_is_not_waited_for() {
    let sandbox = schools("no-text", "");
    let path = sandbox.path().join("schools/careers-policy.yaml");
    fs::create_dir(&path).unwrap();
    assert_says(&run(sandbox.path(), "check schools"), "2", &["it is a folder, not a file"]);
    fs::remove_dir(&path).unwrap();
    fs::copy(repository("fixtures/reference/larkspur-trust.docx"), &path).unwrap();
    assert_says(&run(sandbox.path(), "check schools"), "1", &["a settings file is a text file"]);
    fs::write(&path, "# \u{e9}\n".repeat(1 << 20)).unwrap();
    assert_says(&run(sandbox.path(), "check schools"), "1", &["CP011"]);
    if cfg!(unix) {
        fs::remove_file(&path).unwrap();
        assert!(Command::new("mkfifo").arg(&path).status().unwrap().success());
        assert_says(&run(sandbox.path(), "check schools"), "2", &["it is a pipe or a device, not a file"]);
    }
}

#[test]
fn the_settings_are_explained_and_described_for_an_editor() {
    let sandbox = schools("explained", "zip: yes\n");
    let here = sandbox.path().join("schools");
    assert_says(&run(&here, "explain settings"), "0", &["For profiles in this folder: careers-policy.yaml"]);
    assert_says(
        &run(sandbox.path(), "explain careers-policy.yaml"),
        "0",
        &["For profiles in this folder: there is none"],
    );
    let said = run(sandbox.path(), "explain settings --profile schools/harbour.yaml");
    assert_says(&said, "0", &["For schools/harbour.yaml: schools/careers-policy.yaml"]);
    let said = run(sandbox.path(), "schema settings");
    let schema: serde_json::Value = serde_json::from_str(said.split_once('\n').unwrap().1).unwrap();
    assert_eq!(schema["$id"], "urn:careers-policy:settings");
    let keys: Vec<&String> = schema["properties"].as_object().unwrap().keys().collect();
    assert_eq!(keys, ["out", "formats", "pack", "reference_doc", "name_files", "zip"]);
    assert_says(&run(sandbox.path(), "doctor schools"), "0", &["Settings: schools/careers-policy.yaml, in order"]);
    assert_says(&run(sandbox.path(), "doctor"), "0", &["Settings: none"]);
}
