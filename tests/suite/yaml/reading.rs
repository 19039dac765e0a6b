//! Reading files as schools write them. Every file in `fixtures/reading/` has the findings it leads to beside it.

use std::path::{Path, PathBuf};

use careers_policy::finding::{Context, Finding, Locate, Look, Place, Severity, render_human, render_json};
use careers_policy::law::{Setting, YearGroups};
use careers_policy::profile::DocumentName;
use careers_policy::profile::{Profile, field_help, profile_schema, read_profile};
use careers_policy::text::{Position, Sources, Span};
use careers_policy::yaml::{Read, Unread, read_as};
use proptest::prelude::*;

/// A file in a folder of its own for one test.
fn written(name: &str, bytes: &[u8]) -> PathBuf {
    let path = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
    std::fs::write(&path, bytes).expect("the temporary folder can be written to");
    path
}

fn findings(path: &Path) -> (Vec<Finding>, Sources) {
    let mut sources = Sources::default();
    let findings = match read_profile(path, &mut sources) {
        Ok(read) => read.findings,
        Err(Unread::Findings(findings)) => findings,
        Err(Unread::Failure(failure)) => panic!("{failure}"),
    };
    (findings, sources)
}

fn shown(path: &Path) -> String {
    let (findings, sources) = findings(path);
    render_human(&findings, &Context::of(&sources), Look::default())
}

fn read(path: &Path) -> Read<Profile> {
    let mut sources = Sources::default();
    match read_profile(path, &mut sources) {
        Ok(read) => read,
        Err(_) => panic!("{}", shown(path)),
    }
}

#[test]
fn every_fixture_leads_to_its_findings() {
    let mut seen = 0;
    for entry in std::fs::read_dir("fixtures/reading").expect("the fixtures are there") {
        let path = entry.expect("the folder can be read").path();
        if path.extension().is_some_and(|extension| extension == "yaml") {
            snapbox::assert_data_eq!(shown(&path), snapbox::Data::read_from(&path.with_extension("txt"), None).raw());
            seen += 1;
        }
    }
    assert!(seen > 0, "there are fixtures");
}

#[test]
fn what_a_person_writes_without_a_thought_of_yaml_is_understood() {
    let profile = read(Path::new("fixtures/reading/plain.yaml")).value;
    let leader = &profile.roles.careers_leader;
    assert_eq!(profile.setting.kind, Setting::FeCollege);
    assert_eq!(profile.setting.urn.as_deref(), Some("100245"));
    assert_eq!(profile.setting.year_groups, YearGroups::new(7..=13));
    assert_eq!(profile.setting.hub, None);
    assert_eq!(leader.name.as_deref(), Some("Zoë O’Connor-Null"));
    assert_eq!(leader.phone.as_deref(), Some("01632960101"));
    assert_eq!(leader.email, None);
    assert_eq!(leader.training.len(), 1);
    assert_eq!((leader.on_adviser_register, leader.employed_by_setting), (Some(true), Some(false)));
    assert_eq!(leader.qualification_level, Some(7));
    assert_eq!(profile.policy.version.as_deref(), Some("2.0"));
    assert_eq!(profile.policy.distribution.len(), 2);
    assert_eq!(
        profile.vision.statement.as_deref(),
        Some("Every pupil leaves us with a *plan*.\n\nAnd a way to get there.")
    );
    assert_eq!(profile.programme.activities[0].benchmarks, [5]);
    assert_eq!(profile.own_sections[0].document, DocumentName::CareersPolicy);
}

const ZOE: &str =
    "setting:\r\n  name: Zoë Marsh Academy\r\n  type: academy\r\nvision:\r\n  statement: |\r\n    One.\r\n    Two.\r\n";

fn assert_is_zoe(path: &Path) {
    let profile = read(path).value;
    assert_eq!(&*profile.setting.name, "Zoë Marsh Academy");
    assert_eq!(profile.vision.statement.as_deref(), Some("One.\nTwo."));
}

#[test]
fn a_file_with_windows_line_endings_is_read() {
    assert_is_zoe(&written("crlf.yaml", ZOE.as_bytes()));
}

#[test]
fn a_file_with_a_byte_order_mark_is_read() {
    assert_is_zoe(&written("bom.yaml", format!("\u{feff}{ZOE}").as_bytes()));
}

#[test]
fn a_file_in_utf_16_is_read() {
    let bytes: Vec<u8> = format!("\u{feff}{ZOE}").encode_utf16().flat_map(u16::to_le_bytes).collect();
    assert_is_zoe(&written("utf16.yaml", &bytes));
}

#[test]
fn a_place_is_right_after_letters_with_accents_and_windows_line_endings() {
    let path = written("accents.yaml", ZOE.replace("name: Zoë", "nmae: Zoë").as_bytes());
    let (findings, sources) = findings(&path);
    let json = render_json(&[(&findings, Context::of(&sources))]);
    assert!(json.contains("\"line\": 2,\n    \"column\": 3"), "{json}");
}

#[test]
fn a_file_in_an_old_windows_encoding_is_refused_and_its_first_such_letter_shown() {
    let bytes: Vec<u8> = "setting:\n  name: Zoë Marsh\n".chars().map(|c| c as u8).collect();
    let path = written("old.yaml", &bytes);
    let shown = shown(&path).replace(env!("CARGO_TARGET_TMPDIR"), "…");
    snapbox::assert_data_eq!(
        shown,
        snapbox::str![[r#"
error[CP002]: the file was saved in an old Windows encoding, not as UTF-8
 --> …/old.yaml:2:11
  |
2 |   name: Zoë Marsh
  |           ^ the first such character: line 2, column 11
  |
  = help: in Notepad choose File, Save As, and UTF-8 beside "Encoding"; other editors have "Save with encoding"

"#]]
    );
}

#[test]
fn a_file_that_is_not_there_is_a_failure_and_no_finding() {
    match read_profile(Path::new("no/such.yaml"), &mut Sources::default()) {
        Err(Unread::Failure(failure)) => {
            assert_eq!(failure.to_string(), "no/such.yaml cannot be read: there is no such file or folder");
        }
        other => panic!("{other:?}"),
    }
}

#[test]
fn a_file_of_more_than_a_megabyte_is_refused() {
    let path = written("large.yaml", "# much ado\n".repeat(100_000).as_bytes());
    assert!(shown(&path).starts_with("error[CP011]: the file is too large"));
}

#[test]
fn answers_are_shared_and_each_is_shown_where_it_stands() {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("trust/schools");
    std::fs::create_dir_all(&folder).expect("the temporary folder can be written to");
    let trust = "setting:\n  trust: Meadowbank\npolicy:\n  approved_by: Trust board\n  distribution: [Website, Office]\n  status: Approved\n";
    let school = "extends: ../trust.yaml\nsetting:\n  name: Oakfield\n  type: academy\npolicy:\n  status:\n  distribution: Website\n";
    written("trust/trust.yaml", trust.as_bytes());
    let path = written("trust/schools/oakfield.yaml", school.as_bytes());

    let mut sources = Sources::default();
    let Ok(read) = read_profile(&path, &mut sources) else { panic!("{}", shown(&path)) };

    assert_eq!(read.value.setting.trust.as_deref(), Some("Meadowbank"));
    assert_eq!(read.value.policy.approved_by.as_deref(), Some("Trust board"));
    assert_eq!(read.value.policy.distribution.len(), 1);
    assert_eq!(read.value.policy.status, None, "what has nothing after its colon is taken back");
    let file = |field: &str| {
        let span = read.index.locate(field).span.expect("the field has a place");
        let source = sources.get(span.source);
        format!("{}:{}", source.name.rsplit('/').next().unwrap_or(""), source.position(span.start).line)
    };
    assert_eq!(file("setting.name"), "oakfield.yaml:3");
    assert_eq!(file("setting.trust"), "trust.yaml:2");
    assert_eq!(file("policy.approved_by"), "trust.yaml:4");
    assert_eq!(file("policy.status"), "oakfield.yaml:6");
    assert_eq!(file("setting.urn"), "oakfield.yaml:2");
}

#[test]
fn a_part_of_a_file_is_read_and_its_findings_point_into_the_file() {
    let text = "---\nsetting:\n  name: Oakfield\n  type: shool\n---\nWords.\n";
    let mut sources = Sources::default();
    let source = sources.add("clause.md", text);
    let header = Span { source, start: 4, end: text.rfind("---").expect("the header ends") };
    let findings = read_as::<Profile>(&sources, header).expect_err("there is no such choice");
    assert_eq!(sources.position(place(&findings[0])), Position { line: 4, column: 9 });
}

fn place(finding: &Finding) -> Span {
    match finding.at {
        Place::Span(span) => span,
        _ => panic!("{finding:?} has no span"),
    }
}

#[test]
fn what_to_write_in_a_field_comes_with_an_example() {
    let help = field_help("provider_access.encounters[2].date").expect("there is such a field");
    assert_eq!(help.description, "The day it takes place.");
    assert_eq!(help.example.as_deref(), Some("2026-09-01"));
    assert_eq!(field_help("roles.caretaker"), None);
}

#[test]
fn the_schema_for_editors_is_the_one_that_is_kept() {
    let mut text = serde_json::to_string_pretty(&profile_schema()).expect("a schema is JSON");
    text.push('\n');
    snapbox::assert_data_eq!(text, snapbox::Data::read_from(Path::new("profiles/profile.schema.json"), None).raw());
}

/// Reads a text and shows what was found. That it comes back at all is what matters.
fn try_out(text: &str) {
    let mut sources = Sources::default();
    let id = sources.add("any.yaml", text);
    let (findings, index) = match read_as::<Profile>(&sources, sources.whole(id)) {
        Ok(read) => (read.findings, Some(read.index)),
        Err(findings) => {
            assert!(findings.iter().any(|finding| finding.severity == Severity::Error), "{text:?}");
            (findings, None)
        }
    };
    let index = index.as_ref().map(|index| index as &dyn Locate);
    let context = Context { sources: &sources, index };
    render_human(&findings, &context, Look { colour: true, width: 80 });
    render_json(&[(&findings, context)]);
}

proptest! {
    #![proptest_config(crate::amount::cases(100, 400))]

    #[test]
    fn any_text_is_read_without_a_panic(text: String) {
        try_out(&text);
    }

    #[test]
    fn anything_that_looks_like_yaml_is_read_without_a_panic(
        parts in prop::collection::vec(prop::sample::select(&[
            "setting:", "name:", "  ", "    ", "\n", "\r\n", "\t", "- ", ": ", "“", "”", "\"", "'", "[", "]", "{", "}", "|\n",
            ">\n", "#", " # x", "&a ", "*a", "!x ", "---\n", "roles:\n", "  careers_leader:", "email: ", "é", "\u{feff}",
            "\0", "year_groups: 7-11", "type: academy", "extends: x", "1632960100", "1/9/2026", "%", "@", "~", "? ",
        ][..]), 0..40)
    ) {
        try_out(&parts.concat());
    }

    #[test]
    fn a_profile_with_anything_put_into_it_is_read_without_a_panic(at in 0..700_usize, text in "[\\PC\n\t]{0,8}") {
        let mut profile = std::fs::read_to_string("fixtures/reading/plain.yaml").expect("the fixture is there");
        if profile.is_char_boundary(at) {
            profile.insert_str(at, &text);
        }
        try_out(&profile);
    }
}

/// `{how: Guides to local jobs, training and support}` would lose the end of its sentence without a word.
#[test]
fn the_end_of_a_sentence_with_a_comma_between_braces_is_not_lost_in_silence() {
    let path = written(
        "comma.yaml",
        b"setting: {name: A, type: academy}\ngatsby:\n  benchmark_2: {how: Guides to local jobs, training and support}\n",
    );
    let Err(Unread::Findings(findings)) = read_profile(&path, &mut Sources::default()) else { panic!() };
    assert_eq!(findings.len(), 1, "{findings:#?}");
    assert_eq!(findings[0].code.id(), "CP004");
    assert!(findings[0].help[0].contains("quotation marks"), "{:?}", findings[0].help);
}
