//! A profile that is begun: short, right for every kind of institution, and good for a first document at once.

use std::fs;
use std::path::Path;
use std::process::Command;

use careers_policy::finding::{Code, Finding, Severity, has_errors};
use careers_policy::job::{
    Begun, Dialogue, Intake, Library, MakeOptions, Reply, check_intake, make, shared_answers, short_profile,
};
use careers_policy::law::{SETTINGS, Setting};
use careers_policy::write::Format;

use crate::sandbox::Sandbox;
use crate::school::{library, make_options, today};

/// An institution of that kind of which the name and, where it has them, the years are known.
fn begun(setting: Setting) -> Begun {
    let mut begun = Begun::of(setting);
    take(&mut begun, "setting.name", "Saltmarsh");
    if setting.has_year_groups() {
        take(&mut begun, "setting.year_groups", if setting == Setting::SixthFormCollege { "12-13" } else { "7-13" });
    }
    begun
}

fn take(begun: &mut Begun, field: &'static str, typed: &str) -> Option<String> {
    begun.take(field, typed, library(), today()).unwrap_or_else(|why| panic!("{typed}: {why}"))
}

fn short(begun: &Begun) -> String {
    short_in(begun, Path::new("saltmarsh.yaml"))
}

fn short_in(begun: &Begun, path: &Path) -> String {
    short_profile(begun, path, library(), today()).unwrap_or_else(|why| panic!("{why:#?}"))
}

fn intake(text: &str) -> Intake {
    Intake::of_text(Path::new("saltmarsh.yaml"), text).unwrap()
}

fn errors(text: &str) -> Vec<Finding> {
    let mut found = check_intake(&intake(text), library(), today());
    found.retain(|finding| finding.severity == Severity::Error);
    found
}

/// The text with every empty field filled in as the comments at it say.
fn filled(text: &str) -> String {
    let (mut filled, mut example) = (String::new(), None);
    let mut lines = text.lines().peekable();
    while let Some(line) = lines.next() {
        if let Some((_, words)) = line.split_once("For example: ") {
            example = Some(words.to_owned());
        }
        let comment = line.trim_start().starts_with('#');
        let next = lines.peek().map_or("", |next| next.trim_start());
        if !comment && line.ends_with(':') && next.starts_with("# - ") {
            filled.push_str(&format!("{line}\n{}\n", lines.next().unwrap().replacen("# ", "", 1)));
        } else if !comment && line.ends_with(':') && example.is_some() {
            filled.push_str(&format!("{line} {}\n", example.take().unwrap()));
        } else {
            filled.push_str(&format!("{line}\n"));
        }
        if !comment {
            example = None;
        }
    }
    filled
}

#[test]
fn for_every_kind_of_institution_it_is_short_and_makes_a_draft_at_once() {
    for setting in SETTINGS {
        let text = short(&begun(setting));
        let id = setting.id();
        assert!(text.lines().count() <= 80, "{id}: {} lines", text.lines().count());
        let intake = intake(&text);
        assert_eq!(intake.findings, [], "{id}: {text}");
        let options = MakeOptions { draft: true, ..make_options(&[Format::Markdown]) };
        let made = make(&intake, library(), &options);
        assert!(made.files.is_some_and(|made| !made.files.is_empty()), "{id}");
    }
}

#[test]
fn every_gap_that_the_law_leaves_is_a_field_that_stands_in_it() {
    for setting in SETTINGS {
        let text = short(&begun(setting));
        let intake = intake(&text);
        let index = &intake.institution.as_ref().unwrap().index;
        for finding in errors(&text) {
            assert_eq!(finding.code, Code::CP201, "{}: {}", setting.id(), finding.title);
            assert!(index.value(finding.at.field().unwrap()).is_some(), "{}: {}", setting.id(), finding.title);
        }
    }
}

#[test]
fn filled_in_as_its_comments_say_it_has_no_gap_and_no_slip() {
    for setting in SETTINGS {
        let text = filled(&short(&begun(setting)));
        assert_eq!(errors(&text), [], "{}: {text}", setting.id());
        assert!(!text.lines().any(|line| line.ends_with(':') && line.starts_with("    ")), "{text}");
    }
}

#[test]
fn what_is_not_law_is_never_said_to_be() {
    let by_law = |setting: Setting| short(&begun(setting)).matches("LAW. ").count();
    assert!(by_law(Setting::MaintainedSchool) > by_law(Setting::Academy));
    assert!(by_law(Setting::Academy) > 0);
    for setting in [Setting::FeCollege, Setting::TrainingProvider, Setting::IndependentSchool] {
        assert_eq!(by_law(setting), 0, "{}", setting.id());
        assert!(short(&begun(setting)).starts_with("# The law asks a"), "{}", setting.id());
    }
    // A primary school owes neither guidance nor access.
    let mut primary = Begun::of(Setting::MaintainedSchool);
    take(&mut primary, "setting.name", "Saltmarsh");
    take(&mut primary, "setting.year_groups", "0-6");
    assert!(!short(&primary).contains("provider_access:\n"));
}

#[test]
fn what_is_not_known_is_left_for_later() {
    assert_eq!(Begun::of(Setting::Academy).lacks(), Some("year_groups"));
    assert_eq!(Begun::of(Setting::MultiAcademyTrust).lacks(), Some("schools"));
    assert_eq!(Begun::of(Setting::FeCollege).lacks(), None);
    let text = short(&Begun::of(Setting::Academy));
    assert!(text.contains("year_groups:\n") && text.contains("NEEDED."), "{text}");
    assert!(text.contains("grounds_to_refuse:"), "the years may be any: {text}");
    let codes: Vec<Code> = errors(&text).iter().map(|finding| finding.code).collect();
    assert_eq!(codes, [Code::CP101, Code::CP401], "the years, and the mark in the place of the name");
    let with_years = text.replace("year_groups:\n", "year_groups: 7-11\n");
    let options = MakeOptions { draft: true, ..make_options(&[Format::Markdown]) };
    assert!(make(&intake(&with_years), library(), &options).files.is_some());
}

#[test]
fn a_name_is_kept_whatever_is_in_it() {
    for name in [
        "Oakfield: the \"Academy\" #1",
        "null",
        "007",
        "- Oakfield",
        "St Mary’s, École d’Été",
        "C:\\Schools",
        "[Oak]",
        "'Tis",
        "yes",
        "{Oak}",
    ] {
        let mut begun = Begun::of(Setting::Academy);
        take(&mut begun, "setting.name", name);
        let text = short(&begun);
        let intake = intake(&text);
        let profile = intake.profile().unwrap_or_else(|| panic!("{name}: {text}"));
        assert_eq!(&*profile.setting.name, name);
    }
}

/// Answers the questions one line after the other; what was said of those that were not taken.
fn typed(lines: &[&str]) -> (Begun, Vec<String>) {
    let mut dialogue = Dialogue::new(Begun::default(), library(), today());
    let mut said = Vec::new();
    for line in lines {
        assert!(dialogue.question().is_some(), "nothing more is asked before {line:?}");
        if let Reply::Again(why) = dialogue.answer(line) {
            said.push(why);
        }
    }
    assert_eq!(dialogue.question(), None);
    (dialogue.begun(), said)
}

#[test]
fn answers_are_understood_as_people_type_them() {
    let (begun, said) = typed(&[
        "  Academy ",
        "Saltmarsh School",
        "years 7 to 13",
        "www.school.org.uk",
        "Priya Nair",
        " priya@school.org.uk ",
        "\"01632 960100\"",
    ]);
    assert_eq!(said, [] as [&str; 0]);
    let profile = intake(&short(&begun)).institution.unwrap().profile;
    assert_eq!(profile.setting.kind, Setting::Academy);
    assert_eq!(profile.setting.year_groups.in_words(), "Years 7 to 13");
    assert_eq!(profile.setting.website.as_deref(), Some("https://www.school.org.uk"));
    let leader = &profile.roles.careers_leader;
    assert_eq!(leader.email.as_deref(), Some("priya@school.org.uk"));
    assert_eq!(leader.phone.as_deref(), Some("01632 960100"));
}

/// Whether it is funded decides whom the law on information for young people's services binds, of these two kinds alone.
#[test]
fn whether_it_is_publicly_funded_is_asked_where_the_law_turns_on_it() {
    let funded = |lines: &[&str]| {
        let (begun, said) = typed(lines);
        assert_eq!(said, [] as [&str; 0]);
        let profile = intake(&short(&begun)).institution.unwrap().profile;
        (profile.setting.publicly_funded, begun.answer("setting.publicly_funded").map(str::to_owned))
    };
    let independent = |answer| funded(&["independent school", "Saltmarsh School", "7-13", answer, "", "", "", ""]);
    assert_eq!(independent("Yes"), (Some(true), Some("yes".to_owned())));
    assert_eq!(independent("no"), (Some(false), Some("no".to_owned())));
    assert_eq!(independent(""), (None, None));
    assert_eq!(funded(&["training provider", "Saltmarsh Training", "yes", "", "", "", ""]).0, Some(true));
    for setting in SETTINGS {
        let asks = short(&begun(setting)).contains("\n  publicly_funded:\n");
        assert_eq!(asks, matches!(setting, Setting::TrainingProvider | Setting::IndependentSchool), "{}", setting.id());
    }
    // A school that ends before Year 8 has nobody of the age for those services.
    assert_eq!(funded(&["independent school", "Saltmarsh School", "0-6", "", "", "", ""]), (None, None));
}

#[test]
fn what_cannot_be_taken_is_said_at_once_and_asked_again() {
    let (begun, said) = typed(&[
        "free school",
        "academi",
        "2",
        "TBC",
        "Saltmarsh School",
        "11-18",
        "7-13",
        "our site",
        "",
        "Priya Nair",
        "priya at school",
        "",
        "1632 960100",
        "",
    ]);
    let [kind, slip, name, years, website, email, phone] = &said[..] else { panic!("{said:#?}") };
    assert!(kind.contains("2 for an academy") && kind.contains("4 for a special academy"), "{kind}");
    assert!(slip.contains("2 for an academy"), "{slip}");
    assert!(name.contains("TBC"), "{name}");
    assert!(years.contains("If these are ages, write 7-13."), "{years}");
    assert!(website.contains("https://"), "{website}");
    assert!(email.contains('@') && !email.contains('`'), "{email}");
    assert!(phone.contains("Write \"01632 960100\"."), "{phone}");
    assert_eq!(begun.answer("roles.careers_leader.phone"), None, "it is left for later");
}

#[test]
fn without_a_name_or_years_nothing_can_be_made_which_is_said_once() {
    let (begun, said) = typed(&["3", "", "", "", "", "", "", "", ""]);
    assert_eq!(said.len(), 2, "{said:#?}");
    assert!(said.iter().all(|why| why.contains("No document can be made without this")), "{said:#?}");
    assert_eq!(begun.setting, Some(Setting::MaintainedSpecialSchool));
}

#[test]
fn a_trust_is_asked_for_its_schools_and_each_has_what_the_law_asks_of_it() {
    let (begun, said) = typed(&[
        "mat",
        "Saltmarsh Trust",
        "",
        "",
        "",
        "",
        "Fell School",
        "1",
        "7-11",
        "other.yaml",
        "Beck School",
        "special",
        "7-14",
        "",
    ]);
    assert_eq!(said, [] as [&str; 0]);
    let text = short(&begun);
    assert_eq!(begun.lacks(), None);
    assert!(text.contains("  - profile: other.yaml\n"), "{text}");
    let described = text.replace("  - profile: other.yaml\n", "");
    let index_of = intake(&described);
    let index = &index_of.institution.as_ref().unwrap().index;
    let found = errors(&described);
    assert!(found.iter().any(|finding| finding.at.field() == Some("schools[1].provider_access.url")), "{found:#?}");
    for finding in found {
        assert!(index.value(finding.at.field().unwrap()).is_some(), "{finding:#?}");
    }
    assert_eq!(errors(&filled(&described)), [], "{described}");
}

#[test]
fn what_schools_share_is_not_asked_of_each_again() {
    let folder = Sandbox::empty("new-shared");
    let path = folder.path().join("trust.yaml");
    let shared = shared_answers(None, &path, library(), today()).unwrap();
    assert!(!shared.contains("url:"), "where a statement is published is each school's own: {shared}");
    folder.write("trust.yaml", filled(&shared));
    let mut begun = begun(Setting::MaintainedSchool);
    begun.extends = Some("trust.yaml".to_owned());
    let school = folder.path().join("saltmarsh.yaml");
    let text = short_in(&begun, &school);
    assert!(text.contains("extends: trust.yaml\n") && text.contains("  url:\n"), "{text}");
    assert!(!text.contains("grounds_to_grant:"), "{text}");
    folder.write("saltmarsh.yaml", filled(&text));
    let found = check_intake(&Intake::read(&school).unwrap(), library(), today());
    assert!(!has_errors(&found), "{found:#?}");
    // While the shared file is still empty, its own fields are to be filled in there.
    folder.write("trust.yaml", &shared);
    assert_eq!(short_in(&begun, &school), text);
}

/// From nothing to a first document: the file is begun, filled in as its comments say, checked and built.
#[test]
fn three_commands_lead_to_a_first_document() {
    let folder = Sandbox::empty("first-walk");
    let run = |args: &[&str]| {
        let output =
            Command::new(env!("CARGO_BIN_EXE_careers-policy")).args(args).current_dir(folder.path()).output().unwrap();
        assert!(output.status.success(), "{args:?}: {}", String::from_utf8_lossy(&output.stderr));
    };
    run(&["new", "--setting", "maintained school", "--name", "Saltmarsh School", "--years", "Years 7 to 11"]);
    let text = fs::read_to_string(folder.path().join("saltmarsh-school.yaml")).unwrap();
    folder.write("saltmarsh-school.yaml", filled(&text));
    run(&["check", "saltmarsh-school.yaml", "--as-of", "2026-09-01"]);
    run(&["build", "saltmarsh-school.yaml", "--formats", "md,html", "--as-of", "2026-09-01"]);
    for file in ["careers-policy.md", "provider-access-policy.md", "website-information.html"] {
        let text = fs::read_to_string(folder.path().join("out/saltmarsh-school").join(file)).unwrap();
        assert!(!text.contains("To complete"), "{file}");
    }
}

#[test]
fn what_a_hub_or_trust_requires_by_its_pack_stands_in_the_profile_of_a_school_that_shares_its_answers() {
    let folder = Sandbox::empty("new-of-a-trust");
    folder.copy("profiles", "profiles");
    folder.copy("packs", "packs");
    let mut begun = begun(Setting::Academy);
    begun.extends = Some("meadowbank-trust.yaml".to_owned());
    let path = folder.path().join("profiles/saltmarsh.yaml");
    let text = short_in(&begun, &path);
    assert!(text.contains("# REQUIRED. The person's email address."), "{text}");
    assert!(text.lines().count() <= 80, "{text}");
    folder.write("profiles/saltmarsh.yaml", filled(&text));
    let intake = Intake::read(&path).unwrap();
    let library = Library::load(&intake.packs(), &[]).unwrap_or_else(|found| panic!("{found:#?}"));
    let found = check_intake(&intake, &library, today());
    assert!(!has_errors(&found), "{found:#?}");
}
