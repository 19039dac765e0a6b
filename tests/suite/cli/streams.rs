//! What is named on the command line and is no file, and a standard output that takes nothing.

use std::fs;
use std::path::Path;
use std::process::{Command, Output, Stdio};
use std::time::Duration;

use crate::sandbox::Sandbox;
use crate::school::repository;

/// A folder with a profile, a pack and a pipe.
fn folder(name: &str) -> Sandbox {
    let sandbox = Sandbox::pack(name);
    sandbox.write("school.yaml", fs::read(repository("profiles/harbour-view-school.yaml")).unwrap());
    assert!(Command::new("mkfifo").arg(sandbox.path().join("pipe")).status().unwrap().success());
    sandbox
}

/// Runs a command, and fails where it waits for what never comes.
fn run(folder: &Path, command: &str, stdout: Stdio) -> Output {
    let mut program = Command::new(env!("CARGO_BIN_EXE_careers-policy"));
    program.current_dir(folder).args(command.split_whitespace()).stdin(Stdio::null());
    let mut child = program.stdout(stdout).stderr(Stdio::piped()).spawn().unwrap();
    for _ in 0..1000 {
        if child.try_wait().unwrap().is_some() {
            return child.wait_with_output().unwrap();
        }
        std::thread::sleep(Duration::from_millis(10));
    }
    child.kill().unwrap();
    panic!("`{command}` waits");
}

fn assert_refused(commands: &[&str], special: &str) {
    let sandbox = folder(&format!("special-{}", special.replace('/', "-")));
    sandbox.write("folder/x", "");
    for command in commands {
        let output = run(sandbox.path(), &command.replace("SPECIAL", special), Stdio::null());
        assert_eq!(output.status.code(), Some(2), "{command}, {special}: {output:?}");
    }
}

const NAMING: [&str; 7] = [
    "fix SPECIAL",
    "build school.yaml --formats docx --reference-doc SPECIAL",
    "check school.yaml --pack SPECIAL",
    "due school.yaml --format csv --output SPECIAL",
    "explain CP201x --profile SPECIAL",
    "new --setting academy SPECIAL",
    "verify SPECIAL",
];

#[test]
fn a_pipe_is_refused_at_once_wherever_it_is_named() {
    assert_refused(&NAMING, "pipe");
    assert_refused(&["check SPECIAL", "build SPECIAL", "build school.yaml --out SPECIAL", "man SPECIAL"], "pipe");
}

#[test]
fn a_device_and_a_folder_are_refused_wherever_they_are_named() {
    assert_refused(&NAMING, "/dev/zero");
    assert_refused(&NAMING[..4], "folder");
}

#[test]
fn a_file_that_is_written_replaces_the_old_one_whole() {
    let sandbox = folder("replace");
    let path = sandbox.path().join("reviews.csv");
    fs::write(&path, "old").unwrap();
    std::os::unix::fs::symlink("reviews.csv", sandbox.path().join("link.csv")).unwrap();
    // Whoever has the old file open goes on reading it.
    fs::hard_link(&path, sandbox.path().join("old.csv")).unwrap();
    let command = "due school.yaml --format csv --output link.csv";
    assert_eq!(run(sandbox.path(), command, Stdio::null()).status.code(), Some(0));
    assert!(fs::read_to_string(&path).unwrap().contains("Harbour View"));
    assert!(fs::symlink_metadata(sandbox.path().join("link.csv")).unwrap().is_symlink());
    assert_eq!(fs::read_to_string(sandbox.path().join("old.csv")).unwrap(), "old");
    let left = fs::read_dir(sandbox.path()).unwrap().map(|entry| entry.unwrap().file_name());
    assert!(left.into_iter().all(|name| !name.to_string_lossy().starts_with(".careers-policy")));
}

const PRINTING: [&str; 11] = [
    "check school.yaml",
    "check school.yaml --format csv",
    "check school.yaml --format html",
    "check school.yaml --format json",
    "due school.yaml",
    "due school.yaml --format ics",
    "schema",
    "catalogue",
    "explain CP201",
    "completions bash",
    "--help",
];

#[test]
fn an_output_that_nobody_reads_ends_with_2() {
    let sandbox = folder("closed");
    for command in PRINTING {
        let (reader, writer) = std::io::pipe().unwrap();
        drop(reader);
        let output = run(sandbox.path(), command, writer.into());
        assert_eq!(output.status.code(), Some(2), "{command}: {output:?}");
    }
}

#[cfg(target_os = "linux")]
#[test]
fn an_output_that_is_full_ends_with_2() {
    let sandbox = folder("full");
    for command in PRINTING {
        let full = fs::File::options().write(true).open("/dev/full").unwrap();
        let output = run(sandbox.path(), command, full.into());
        assert_eq!(output.status.code(), Some(2), "{command}: {output:?}");
        let said = String::from_utf8(output.stderr).unwrap();
        assert!(command == "--help" || said.contains("the disk is full"), "{command}: {said}");
    }
}
