//! Profiles from anywhere: each ends in time, in little memory, and in one clear finding.

use std::fmt::Write as _;
use std::fs;

use crate::amount::some;
use crate::bounded::{Ended, bounded};
use crate::sandbox::Sandbox;
use crate::school::repository;

/// What `check` says of a sound profile with a change.
fn checked(name: &str, change: impl Fn(&str) -> String) -> Ended {
    let sound = fs::read_to_string(repository("profiles/harbour-view-school.yaml")).unwrap();
    let sandbox = Sandbox::empty(name);
    sandbox.write("school.yaml", change(&sound));
    bounded(&["check", &sandbox.path().join("school.yaml").to_string_lossy()])
}

/// What `check` says of it with a section of the school's own.
fn with_own_text(name: &str, text: &str) -> Ended {
    let section =
        "\nown_sections:\n  - title: Our partners\n    after: roles\n    document: careers-policy\n    text: |\n";
    let text: String = text.lines().fold(String::new(), |mut all, line| {
        writeln!(all, "      {line}").unwrap();
        all
    });
    checked(name, |sound| format!("{}{section}{text}", sound.trim_end()))
}

#[test]
fn an_own_section_that_shows_nothing_is_left_out_and_told() {
    let texts = [
        "***",
        "---",
        ">",
        "&nbsp;",
        "- ",
        "1. ",
        "[](https://a.example)",
        "&#8203;",
        "\u{3164}",
        "|  |  |\n| - | - |\n|  |  |",
    ];
    for (index, text) in some(2, texts.to_vec()).into_iter().enumerate() {
        let ended = with_own_text(&format!("shows-nothing-{index}"), text);
        let told = "this section of your own shows nothing, so it is left out";
        assert_eq!((ended.code, ended.printed.matches(told).count()), (Some(0), 1), "{text}: {}", ended.printed);
    }
}

#[test]
fn own_text_of_marks_alone_takes_no_longer_than_another() {
    const LONG: usize = 200_000;
    let pieces = vec![
        ("ampersands", "& "),
        ("quotes", "\" "),
        ("quotes-together", "\""),
        ("apostrophes", "a 'b "),
        ("backticks", "`"),
        ("brackets", "["),
        ("notes", "[^ "),
        ("links", "[a]("),
        ("stars", "*a "),
        ("tags", "<a "),
        ("quotations", ">"),
        ("items", "- a\n"),
        ("paragraphs", "word\n\n"),
        ("rows", "| a | b |\n| - | - |\n"),
    ];
    for (name, piece) in some(2, pieces) {
        let ended = with_own_text(&format!("long-{name}"), &piece.repeat(LONG / piece.len()));
        assert!(ended.code.is_some_and(|code| code < 2), "{name}: {:?}", ended.code);
        assert!(ended.errors() <= 1, "{name}: {}", ended.printed);
    }
}

#[test]
fn very_many_slips_of_one_kind_in_one_answer_are_counted_and_not_all_told() {
    let slips: String = (0..8_000).map(|number| format!("Words[^{number}] go on.\n\n")).collect();
    let ended = with_own_text("slips", &slips);
    assert_eq!((ended.code, ended.printed.matches("[CP409]").count()), (Some(0), 20), "{:.3000}", ended.printed);
    assert!(ended.printed.contains("7980 more of this kind stand in the same answer"));
    let ended = with_own_text("signs", &"Word <b> ".repeat(8_000));
    assert_eq!((ended.code, ended.printed.matches("[CP408]").count()), (Some(0), 1), "{:.3000}", ended.printed);
    assert!(ended.printed.contains("it stands in 7979 more places besides"));
}

#[test]
fn a_reference_to_what_turns_words_round_is_one_finding() {
    let ended = with_own_text("reference", "We work with Oak &#8238;dleif.");
    assert_eq!((ended.code, ended.errors()), (Some(1), 1), "{}", ended.printed);
    assert!(ended.printed.contains("`&#8238;` stands for a character that turns the words after it round (U+202E)"));
}

#[test]
fn a_year_that_no_policy_speaks_of_is_one_finding_at_the_date() {
    for year in ["9999", "2206", "0206"] {
        let ended = checked(&format!("year-{year}"), |sound| sound.replacen("2026-03-25", &format!("{year}-03-11"), 1));
        assert_eq!((ended.code, ended.errors()), (Some(1), 1), "{}", ended.printed);
        assert!(ended.printed.contains("no policy speaks of the year"), "{}", ended.printed);
    }
}

#[test]
fn an_encounter_that_is_far_off_is_one_finding_at_the_date() {
    let before = checked("near", str::to_owned);
    for (year, says) in [("2072", "45 school years ahead"), ("1927", "100 school years ago")] {
        let far = checked(&format!("far-{year}"), |sound| sound.replacen("2026-03-25", &format!("{year}-03-11"), 1));
        assert!(far.printed.contains(says), "{}", far.printed);
        // The encounter is missing where it belongs, and nothing is asked of the years between.
        let warnings = |ended: &Ended| ended.printed.matches("[CP22").count();
        assert!(warnings(&far) <= warnings(&before) + 2, "{}", far.printed);
    }
}

#[test]
fn a_list_that_never_ends_is_one_finding() {
    for (list, entry) in [
        (
            "encounters",
            "{date: 2026-11-12, year_groups: 8, title: Visit, providers: [A], kind: apprenticeship, in_school_day: yes, whole_cohort: yes}",
        ),
        ("activities", "{year_groups: 8, term: autumn, title: Activity, benchmarks: [7]}"),
    ] {
        let heading = format!("  {list}:\n");
        let ended = checked(&format!("endless-{list}"), |sound| {
            sound.replacen(&heading, &format!("{heading}{}", format!("    - {entry}\n").repeat(3_000)), 1)
        });
        assert_eq!((ended.code, ended.errors()), (Some(1), 1), "{}", ended.printed);
        assert!(ended.printed.contains("more than 1000 entries stand in one list"), "{}", ended.printed);
    }
}
