//! The pages of the codes are true: each page's failing example leads to its code, and its passing example does not.
//!
//! An example of reading is a whole profile. An example of a later code is a part of one, laid over a starter profile: each answer that it
//! gives, two headings deep, takes the place of the starter's.
//!
//! An example is a fenced block tagged `yaml fails` or `yaml passes`; `windows-1252` after it says how the file is saved.

use std::path::Path;

use careers_policy::finding::{CODES, Code, Context, Finding, Look, render_human};
use careers_policy::profile::{read_profile, read_schools};
use careers_policy::text::Sources;
use careers_policy::yaml::Unread;

use crate::amount::some;
use crate::school::School;

/// The codes of reading a file; the pages of the others are tested where they are found.
fn reading_codes() -> impl Iterator<Item = Code> {
    CODES.iter().copied().filter(|code| code.id().starts_with("CP0"))
}

/// The examples of a page: the words after the fence, and the text.
fn examples(page: &str) -> Vec<(String, String)> {
    let mut examples = Vec::new();
    let mut lines = page.lines();
    while let Some(line) = lines.next() {
        if let Some(tag) = line.strip_prefix("```").filter(|tag| !tag.is_empty()) {
            let text: Vec<&str> = lines.by_ref().take_while(|line| *line != "```").collect();
            examples.push((tag.to_owned(), text.join("\n") + "\n"));
        }
    }
    examples
}

/// The codes that a profile leads to which is the starter with this part laid over it.
fn codes_with(part: &str) -> Vec<&'static str> {
    let starter = School::starter("harbour-view-school").profile;
    let mut answers = serde_json::to_value(&starter).unwrap();
    let path = Path::new(env!("CARGO_TARGET_TMPDIR"))
        .join(format!("part-{:x}.yaml", part.len() * 31 + part.bytes().map(usize::from).sum::<usize>()));
    // The part is read as its own YAML, so that `yes` and `7-11` mean what they mean in a profile.
    let mut needed = String::from("setting:\n  name: Harbour View School\n");
    if !part.contains("\n  type: ") {
        needed.push_str("  type: maintained_school\n");
    }
    let whole =
        if part.starts_with("setting:") { part.replacen("setting:\n", &needed, 1) } else { format!("{needed}{part}") };
    std::fs::write(&path, whole).unwrap();
    let laid = read_profile(&path, &mut Sources::default()).unwrap_or_else(|unread| panic!("{unread:#?}\n{part}"));
    let over = serde_json::to_value(&laid.value).unwrap();
    for line in part.lines().filter(|line| !line.starts_with(' ')) {
        let (section, rest) = line.split_once(':').unwrap();
        if over[section].is_array() || !rest.trim().is_empty() {
            answers[section] = over[section].clone();
            continue;
        }
        let keys = part.lines().skip_while(|other| *other != line).skip(1).take_while(|line| line.starts_with(' '));
        for key in keys.filter(|line| line.starts_with("  ") && !line.starts_with("   ") && !line.starts_with("  -")) {
            let key = key.trim().split(':').next().unwrap();
            answers[section][key] = over[section][key].clone();
        }
    }
    let profile = serde_json::from_value(answers).unwrap();
    School { profile, members: Vec::new() }.findings().iter().map(|finding| finding.code.id()).collect()
}

#[test]
fn an_example_of_a_later_code_leads_to_it_and_its_correction_does_not() {
    for code in some(10, CODES.iter().filter(|code| !code.id().starts_with("CP0")).collect::<Vec<_>>()) {
        for (tag, part) in examples(code.page()) {
            let found = codes_with(&part);
            match tag.as_str() {
                "yaml fails" => assert!(found.contains(&code.id()), "{code}: {found:?} in\n{part}"),
                "yaml passes" => assert!(!found.contains(&code.id()), "{code}: found in\n{part}"),
                // An illustration, such as how to accept the finding.
                "yaml" => {}
                other => panic!("{code}: `{other}` is no tag of an example"),
            }
        }
    }
}

fn bytes(tag: &str, text: &str) -> Vec<u8> {
    if tag.ends_with("windows-1252") {
        text.chars().map(|c| u8::try_from(u32::from(c)).expect("a letter of western Europe")).collect()
    } else {
        text.as_bytes().to_vec()
    }
}

fn findings(code: Code, tag: &str, text: &str) -> (Vec<Finding>, Sources) {
    let name = format!("{code}-{}.yaml", tag.replace(' ', "-"));
    let path = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
    std::fs::write(&path, bytes(tag, text)).expect("the temporary folder can be written to");
    let mut sources = Sources::default();
    let findings = match read_profile(&path, &mut sources) {
        Ok(mut read) => {
            let schools =
                read_schools(&mut read.value, &read.index, &mut sources).unwrap_or_else(|failure| panic!("{failure}"));
            read.findings.into_iter().chain(schools.1).collect()
        }
        Err(Unread::Findings(findings)) => findings,
        Err(Unread::Failure(failure)) => panic!("{failure}"),
    };
    (findings, sources)
}

#[test]
fn a_failing_example_leads_to_its_code_and_no_other() {
    for code in reading_codes() {
        for (tag, text) in examples(code.page()).iter().filter(|(tag, _)| tag.starts_with("yaml fails")) {
            let (findings, sources) = findings(code, tag, text);
            let shown = render_human(&findings, &Context::of(&sources), Look::default());
            assert!(!findings.is_empty(), "{code}: nothing was found in\n{text}");
            assert!(findings.iter().all(|finding| finding.code == code), "{code}: found in\n{text}\n{shown}");
        }
    }
}

#[test]
fn a_passing_example_leads_to_nothing() {
    for code in reading_codes() {
        for (tag, text) in examples(code.page()).iter().filter(|(tag, _)| tag == "yaml passes") {
            let (findings, sources) = findings(code, tag, text);
            let shown = render_human(&findings, &Context::of(&sources), Look::default());
            assert!(findings.is_empty(), "{code}: found in\n{text}\n{shown}");
        }
    }
}

#[test]
fn a_page_has_both_examples_or_says_that_it_has_none() {
    for code in CODES {
        let tags: Vec<String> = examples(code.page()).into_iter().map(|(tag, _)| tag).collect();
        let both = tags.iter().any(|tag| tag.starts_with("yaml fails")) && tags.iter().any(|tag| tag == "yaml passes");
        assert!(both || code.page().contains("there is no example of it"), "{code}");
        assert!(code.page().contains("\n## What to do\n"), "{code}");
    }
}
