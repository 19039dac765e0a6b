//! What `check` prints for people: short enough for a screen, and nothing hidden without a word on how to see it.

use std::fs;
use std::path::Path;
use std::process::{Command, Output};

use careers_policy::law::Setting;

use crate::amount::everything;
use crate::sandbox::Sandbox;
use crate::school::repository;

/// Runs a command on the day of all tests.
fn run(folder: &Path, command: &str) -> Output {
    let mut program = Command::new(env!("CARGO_BIN_EXE_careers-policy"));
    program.current_dir(folder).args(command.split_whitespace()).args(["--as-of", "2026-09-01"]).output().unwrap()
}

fn printed(output: &Output) -> String {
    assert_eq!(String::from_utf8_lossy(&output.stderr), "");
    String::from_utf8(output.stdout.clone()).unwrap()
}

/// A profile as `new` begins it.
fn begun(options: &str, folder: &Path) {
    let mut program = Command::new(env!("CARGO_BIN_EXE_careers-policy"));
    let output = program.current_dir(folder).arg("new").args(options.split(' ')).arg("x.yaml").output().unwrap();
    assert!(output.status.success(), "{output:?}");
}

/// One with every field, and nothing filled in but what nothing can be said without.
fn starter(setting: &str, folder: &Path) {
    begun(&format!("--setting {setting} --full --name Exampleton"), folder);
    let text = fs::read_to_string(folder.join("x.yaml")).unwrap();
    fs::write(folder.join("x.yaml"), text.replacen("\n  year_groups:\n", "\n  year_groups: 7-11\n", 1)).unwrap();
}

/// The findings of a run as JSON.
fn json(folder: &Path, command: &str) -> Vec<serde_json::Value> {
    let list: serde_json::Value =
        serde_json::from_str(&printed(&run(folder, &format!("{command} --format json")))).unwrap();
    list.as_array().unwrap().clone()
}

fn is_of(severity: &str) -> impl Fn(&&serde_json::Value) -> bool {
    move |finding| finding["severity"] == severity
}

#[test]
fn the_first_check_of_a_starter_goes_onto_a_screen() {
    let all: Vec<&str> = Setting::kinds().map(Setting::id).collect();
    let settings = if everything() { all } else { vec!["academy", "maintained_school", "fe_college"] };
    for setting in settings {
        let sandbox = Sandbox::empty(&format!("screen-{setting}"));
        starter(setting, sandbox.path());
        let text = printed(&run(sandbox.path(), "check x.yaml"));
        assert!(text.lines().count() <= 30, "{setting}: {} lines\n{text}", text.lines().count());
        assert!(text.contains("--details"), "{text}");
        let found = json(sandbox.path(), "check x.yaml");
        let recommended = found.iter().filter(is_of("warning")).count();
        assert!(recommended > 0 && text.contains(&format!(" · {recommended} recommendations\n")), "{text}");
        // What the law asks for stands last, each with its line.
        let law: Vec<_> = found.iter().filter(is_of("error")).filter(|finding| finding["code"] == "CP201").collect();
        let last = text.rsplit("the law asks for:\n").next().unwrap();
        assert!(law.iter().all(|finding| last.contains(&format!("  line {}: ", finding["line"]))), "{setting}: {text}");
    }
}

#[test]
fn the_first_check_of_what_new_writes_goes_onto_a_screen() {
    for options in ["--setting academy", "--setting maintained_school --name Exampleton --years 7-11"] {
        let sandbox = Sandbox::empty("new-screen");
        begun(options, sandbox.path());
        let text = printed(&run(sandbox.path(), "check x.yaml"));
        assert!(text.lines().count() <= 30 && text.contains(" recommendations:\n"), "{options}\n{text}");
    }
}

/// Profiles that hold a name and a kind alone.
fn thin(number: usize, folder: &Sandbox) {
    for index in 1..=number {
        folder
            .write(&format!("thin/{index:03}.yaml"), format!("setting:\n  name: School {index:03}\n  type: academy\n"));
    }
}

#[test]
fn a_hundred_thin_profiles_are_one_table_and_a_screen() {
    let number = if everything() { 100 } else { 30 };
    let sandbox = Sandbox::empty("thin");
    thin(number, &sandbox);
    let output = run(sandbox.path(), "check thin");
    let text = printed(&output);
    assert_eq!(output.status.code(), Some(1));
    assert!(text.lines().count() <= number + 50, "{} lines\n{text}", text.lines().count());
    assert!((1..=number).all(|index| text.contains(&format!("School {index:03}  thin/{index:03}.yaml"))), "{text}");
    assert!(text.contains(&format!("{number} schools: the year groups on roll are missing")), "{text}");
    // Without the years nobody knows what the law asks.
    assert!(!text.contains("nothing missing that the law asks for"), "{text}");
    // A section has a line, for there is room.
    assert!(text.contains("  gatsby: ") && text.contains("benchmark_1 to benchmark_8\n"), "{text}");
    assert!(text.contains("careers-policy check thin/001.yaml") && text.contains("--details"), "{text}");
}

#[test]
fn what_is_counted_is_shown_in_full_where_that_is_asked_for() {
    let sandbox = Sandbox::empty("in-full");
    starter("academy", sandbox.path());
    sandbox.copy("fixtures/cases", "cases");
    for profile in ["x.yaml", "cases/not-carried.yaml", "cases/answers-lost.yaml"] {
        let summary = printed(&run(sandbox.path(), &format!("check {profile}")));
        let details = printed(&run(sandbox.path(), &format!("check {profile} --details")));
        assert_eq!(details, printed(&run(sandbox.path(), &format!("check {profile} --verbose"))));
        let headline = summary.lines().next().unwrap();
        assert_eq!(details.lines().last().unwrap(), headline);
        let found = json(sandbox.path(), &format!("check {profile}"));
        assert!(!found.is_empty());
        for finding in &found {
            let title = format!("[{}]: {}", finding["code"].as_str().unwrap(), finding["title"].as_str().unwrap());
            assert!(details.contains(&title), "{profile}: {title}\n{details}");
        }
        let numbers = headline.split_whitespace().filter_map(|word| word.parse::<usize>().ok());
        assert_eq!(numbers.sum::<usize>(), found.len(), "{profile}: {headline}");
    }
}

#[test]
fn sections_stand_as_in_the_file_and_the_gravest_last() {
    let sandbox = Sandbox::empty("order");
    let text = fs::read_to_string(repository("fixtures/troubled/no-careers-leader.yaml")).unwrap();
    sandbox.write("school.yaml", text);
    let text = printed(&run(sandbox.path(), "check school.yaml"));
    let headings = ["1 note:", "11 recommendations:", "3 things the law asks for:"];
    let parts: Vec<&str> = text.split("\n\n").collect();
    assert!(headings.iter().zip(&parts[1..]).all(|(heading, part)| part.starts_with(heading)), "{text}");
    for part in &parts[2..4] {
        let lines = part
            .lines()
            .filter_map(|line| line.trim().strip_prefix("line ")?.split([':', ' ']).next()?.parse::<usize>().ok());
        assert!(lines.clone().count() > 1 && lines.is_sorted(), "{part}");
    }
}

/// The rows of a CSV file, each with its cells.
fn csv(text: &str) -> Vec<Vec<String>> {
    let mut rows = vec![vec![String::new()]];
    let mut quoted = false;
    let mut letters = text.strip_prefix('\u{feff}').expect("a byte-order mark").chars().peekable();
    while let Some(letter) = letters.next() {
        let row = rows.last_mut().unwrap();
        match letter {
            '"' if quoted && letters.peek() == Some(&'"') => row.last_mut().unwrap().push(letters.next().unwrap()),
            '"' => quoted = !quoted,
            ',' if !quoted => row.push(String::new()),
            '\r' if !quoted => assert_eq!(letters.next(), Some('\n')),
            _ => row.last_mut().unwrap().push(letter),
        }
        if letter == '\r' && !quoted {
            rows.push(vec![String::new()]);
        }
    }
    assert!(!quoted && rows.pop() == Some(vec![String::new()]));
    rows
}

/// A folder with a starter that is hardly begun, a school with much to say, and one whose file cannot be read.
fn three(name: &str) -> Sandbox {
    let sandbox = Sandbox::empty(name);
    starter("academy", sandbox.path());
    sandbox.copy("fixtures/cases", "cases");
    sandbox.copy("fixtures/troubled", "troubled");
    sandbox
}

const THREE: &str = "check x.yaml cases/not-carried.yaml troubled/many-mistakes.yaml";

#[test]
fn a_spreadsheet_holds_every_finding() {
    let sandbox = three("spreadsheet");
    let rows = csv(&printed(&run(sandbox.path(), &format!("{THREE} --format csv"))));
    let found = json(sandbox.path(), THREE);
    assert_eq!(rows.len(), found.len() + 1);
    assert!(rows.iter().all(|row| row.len() == rows[0].len()), "{rows:?}");
    let column = |name: &str| rows[0].iter().position(|title| title == name).unwrap();
    let (title, line, code) = (column("what"), column("line"), column("code"));
    for finding in &found {
        let number = finding["line"].as_u64().map(|line| line.to_string()).unwrap_or_default();
        let is_this = |row: &&Vec<String>| {
            row[title] == finding["title"].as_str().unwrap()
                && row[line] == number
                && row[code] == finding["code"].as_str().unwrap()
        };
        assert!(rows.iter().any(|row| is_this(&row)), "{finding}");
    }
}

#[test]
fn a_web_page_holds_every_finding_and_leads_to_it() {
    let sandbox = three("web-page");
    for command in [THREE, "check x.yaml"] {
        let html = printed(&run(sandbox.path(), &format!("{command} --format html")));
        assert!(
            ["src=", "<link", "<script", "@import", "href=\"http"].iter().all(|fetched| !html.contains(fetched)),
            "it needs nothing else"
        );
        // HTML leaves these two elements open.
        let lines = html.strip_prefix("<!DOCTYPE html>\n").unwrap().lines();
        let closed: Vec<String> = lines
            .map(|line| if line.starts_with("<meta") { line.replace('>', "/>") } else { line.to_owned() })
            .collect();
        let closed = closed.join("\n");
        let page = roxmltree::Document::parse(&closed).unwrap();
        let all = |name: &'static str| page.descendants().filter(move |node| node.has_tag_name(name));
        assert_eq!(all("h1").count(), 1);
        let ids: Vec<&str> = page.descendants().filter_map(|node| node.attribute("id")).collect();
        assert_eq!(ids.iter().collect::<std::collections::BTreeSet<_>>().len(), ids.len(), "{ids:?}");
        let links: Vec<&str> =
            all("a").map(|link| link.attribute("href").unwrap().strip_prefix('#').unwrap()).collect();
        assert!(links.len() > 1 && links.iter().all(|link| ids.contains(link)), "{links:?}");
        let words = |node: roxmltree::Node<'_, '_>| {
            node.descendants().filter_map(|node| if node.is_text() { node.text() } else { None }).collect::<String>()
        };
        let found = json(sandbox.path(), command);
        let items: Vec<String> = all("strong").map(words).collect();
        assert_eq!(items.len(), found.len());
        for finding in &found {
            let title = finding["title"].as_str().unwrap().replace('`', "").to_lowercase();
            assert!(items.iter().any(|item| item.replace('`', "").to_lowercase() == title), "{title}");
            let line = finding["line"].as_u64().map_or_else(String::new, |line| format!("Line {line}"));
            assert!(html.contains(&line));
        }
        // No heading skips a rank.
        let ranks = page.descendants().filter_map(|node| node.tag_name().name().strip_prefix('h')?.parse::<u32>().ok());
        ranks.fold(0, |before, rank| {
            assert!(rank <= before + 1, "h{rank} after h{before}");
            rank
        });
    }
}

#[test]
fn what_is_found_is_written_whole_into_a_file() {
    let sandbox = three("output");
    sandbox.write("found.txt", "old");
    for format in ["human", "json", "sarif", "csv", "html"] {
        let output = run(sandbox.path(), &format!("check x.yaml --format {format} --output found.txt"));
        assert_eq!(output.status.code(), Some(1));
        assert_eq!(printed(&output), "found.txt is written.\n");
        let written = fs::read_to_string(sandbox.path().join("found.txt")).unwrap();
        assert_eq!(written, printed(&run(sandbox.path(), &format!("check x.yaml --format {format}"))), "{format}");
    }
    let output = run(sandbox.path(), "check x.yaml --output nowhere/found.txt");
    assert_eq!(output.status.code(), Some(2));
    assert!(String::from_utf8_lossy(&output.stderr).contains("nowhere/found.txt cannot be written"), "{output:?}");
}

#[test]
fn only_what_is_asked_for_is_shown_and_all_is_counted() {
    let sandbox = three("only");
    let headings = ["things the law asks for:", "recommendations:"];
    for (only, shown) in [("law", [true, false]), ("recommended", [false, true]), ("law,recommended", [true, true])] {
        let output = run(sandbox.path(), &format!("check x.yaml --only {only}"));
        let text = printed(&output);
        assert_eq!(headings.map(|heading| text.contains(heading)), shown, "{text}");
        assert!(
            text.starts_with("x.yaml: 8 things the law asks for · ") && text.contains("without `--only`"),
            "{text}"
        );
        // What is not shown decides too.
        assert_eq!(output.status.code(), Some(1));
        let number = shown.iter().zip(["error", "warning"]).filter(|(shown, _)| **shown);
        let all = json(sandbox.path(), "check x.yaml");
        let number: usize = number.map(|(_, severity)| all.iter().filter(is_of(severity)).count()).sum();
        assert_eq!(json(sandbox.path(), &format!("check x.yaml --only {only}")).len(), number);
        assert_eq!(
            csv(&printed(&run(sandbox.path(), &format!("check x.yaml --format csv --only {only}")))).len(),
            number + 1
        );
    }
    let none = printed(&run(sandbox.path(), "check x.yaml --only notes"));
    assert!(none.contains("81 recommendations") && none.contains("without `--only`"), "{none}");
}

#[test]
fn recommendations_fail_where_that_is_asked_for() {
    let sandbox = Sandbox::empty("strict");
    sandbox.copy("profiles", "profiles");
    sandbox.copy("fixtures/cases", "cases");
    let code = |command: &str| run(sandbox.path(), command).status.code();
    assert_eq!(code("check cases/number-sign.yaml"), Some(0));
    assert_eq!(code("check cases/number-sign.yaml --strict"), Some(1));
    assert_eq!(code("check profiles/harbour-view-school.yaml --strict"), Some(0));
    // Nothing is said where nothing fails.
    assert_eq!(printed(&run(sandbox.path(), "check cases/number-sign.yaml --quiet")), "");
    let quiet = printed(&run(
        sandbox.path(),
        "check cases/number-sign.yaml profiles/harbour-view-school.yaml --quiet --strict",
    ));
    assert!(quiet.contains(" recommendations:\n") && !quiet.contains("harbour-view"), "{quiet}");
}

#[test]
fn a_profile_can_come_from_the_standard_input() {
    let sandbox = three("standard-input");
    let given = |words: &[&str]| {
        let file = fs::File::open(sandbox.path().join("x.yaml")).unwrap();
        let mut program = Command::new(env!("CARGO_BIN_EXE_careers-policy"));
        program.current_dir(sandbox.path()).args(words).args(["--as-of", "2026-09-01"]).stdin(file).output().unwrap()
    };
    let file = printed(&run(sandbox.path(), "check x.yaml"));
    let output = given(&["check", "-"]);
    assert_eq!((printed(&output), output.status.code()), (file.replace("x.yaml", "standard-input"), Some(1)));
    assert!(given(&["build", "-", "--draft", "--formats", "md"]).status.code() == Some(1));
    assert!(sandbox.path().join("out/standard-input/careers-policy.md").exists());
    // What writes into the file needs one.
    let fix = Command::new(env!("CARGO_BIN_EXE_careers-policy")).args(["fix", "-"]).output().unwrap();
    assert!(fix.status.code() == Some(2) && String::from_utf8_lossy(&fix.stderr).contains("name its file"), "{fix:?}");
}

#[test]
fn colours_come_where_they_are_asked_for_and_nowhere_else() {
    let sandbox = three("colours");
    let coloured = |command: &str, no_color: Option<&str>| {
        let mut program = Command::new(env!("CARGO_BIN_EXE_careers-policy"));
        program.current_dir(sandbox.path()).args(command.split(' ')).args(["--as-of", "2026-09-01"]);
        if let Some(value) = no_color {
            program.env("NO_COLOR", value);
        }
        String::from_utf8(program.output().unwrap().stdout).unwrap().contains('\u{1b}')
    };
    for shown in ["", " --details"] {
        assert!(!coloured(&format!("check x.yaml{shown}"), None));
        assert!(coloured(&format!("check x.yaml --color always{shown}"), None));
        assert!(!coloured(&format!("check x.yaml --color never{shown}"), None));
        assert!(!coloured(&format!("check x.yaml --color auto{shown}"), Some("1")));
    }
}

#[test]
fn trouble_goes_to_the_error_stream_and_what_is_found_to_the_output() {
    let sandbox = three("streams");
    let output = run(sandbox.path(), "check x.yaml absent.yaml troubled/many-mistakes.yaml");
    assert_eq!(output.status.code(), Some(2));
    assert_eq!(
        String::from_utf8_lossy(&output.stderr),
        "careers-policy: absent.yaml cannot be read: there is no such file or folder\n"
    );
    let said = String::from_utf8(output.stdout).unwrap();
    assert!(said.contains("8 things the law asks for:") && said.contains("9 mistakes to put right:"), "{said}");
    for command in ["build x.yaml --formats md", "build x.yaml troubled/many-mistakes.yaml --formats md"] {
        let said = printed(&run(sandbox.path(), command));
        assert!(said.contains("8 things the law asks for:"), "{said}");
    }
}

#[test]
fn what_is_the_same_in_every_school_is_said_once() {
    let sandbox = Sandbox::empty("said-once");
    let text = fs::read_to_string(repository("fixtures/troubled/no-careers-leader.yaml")).unwrap();
    for name in ["Ash", "Beech", "Cedar"] {
        let school = text.replace("Harbour View School", &format!("{name} School")).replace("urn:", "# urn:");
        sandbox.write(&format!("schools/{name}.yaml"), school);
    }
    for command in ["check schools", "check schools --details"] {
        let text = printed(&run(sandbox.path(), command));
        assert_eq!(text.matches("a newer edition of the guidance").count(), 1, "{command}\n{text}");
        assert_eq!(text.matches("stands in none of your documents").count(), 1, "{command}\n{text}");
    }
    let found = json(sandbox.path(), "check schools");
    assert_eq!(found.iter().filter(|finding| finding["code"] == "CP244").count(), 3);
    let summary = printed(&run(sandbox.path(), "check schools"));
    let places = ["Ash", "Beech", "Cedar"].map(|name| format!("schools/{name}.yaml line 73"));
    assert!(summary.contains(&format!("  {}: a newer edition of the guidance", places.join(", "))), "{summary}");
    // Every finding that is not said for all of them stands in the details of its school.
    let details = printed(&run(sandbox.path(), "check schools --details"));
    let shown =
        details.matches("error[").count() + details.matches("warning[").count() + details.matches("note[").count();
    assert_eq!(shown, found.len() - 2 * 2, "{details}");
    assert_eq!(details.matches("The same in 3 schools").count(), 2, "{details}");
}
