//! One policy for a whole trust: what each of its schools owes stands in it, and what is missing is found where it belongs.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use careers_policy::catalogue::{Catalogue, Duty};
use careers_policy::finding::{Code, Place, Severity, render_json};
use careers_policy::job::{
    BuildOptions, Documents, Libraries, Manifest, Outcome, build_profile, check_profile, verify,
};
use careers_policy::law::{SETTINGS, Setting, encounters_owed};
use careers_policy::text::Sources;
use careers_policy::write::Format;

use crate::sandbox::Sandbox;
use crate::school::{School, library, make_options, repository, today};

const TRUST: &str = "meadowbank-learning-trust";
const POLICY: &str = "trust-careers-policy";

/// The requirements that clauses of an outline meet.
fn met(document: &str) -> BTreeSet<&'static str> {
    let catalogue = &library().catalogue;
    let outline = catalogue.outlines.iter().find(|outline| outline.document == document).unwrap();
    let clauses = outline.clause_ids().map(|id| &catalogue.clauses[id]);
    clauses.flat_map(|clause| &clause.header.meets).map(String::as_str).collect()
}

#[test]
fn a_trusts_policy_meets_all_that_statute_asks_of_an_academys_own() {
    let (own, whole) = (met("careers-policy"), met(POLICY));
    let of_an_academy = |id: &str| {
        let requirement = &library().catalogue.requirements[id];
        let academies = SETTINGS.into_iter().filter(|setting| setting.can_belong_to_trust());
        academies.into_iter().any(|setting| requirement.duty_of(setting) == Duty::Statutory)
    };
    let lost: Vec<&str> = own.difference(&whole).copied().filter(|id| of_an_academy(id)).collect();
    assert_eq!(lost, [] as [&str; 0]);
    assert!(own.iter().filter(|id| of_an_academy(id)).count() > 10);
}

/// A pack that takes such a clause out of the trust's outline is told so.
#[test]
fn an_outline_of_a_trust_without_a_statutory_clause_is_refused() {
    let mut layer = careers_policy::catalogue::Layer::base();
    let path = "outlines/trust-careers-policy.yaml";
    let outline = String::from_utf8(layer.files[path].to_vec()).unwrap();
    let without = outline.replace("      - trust-careers-policy/encounters-owed\n", "");
    assert_ne!(outline, without);
    layer.files.insert(path.to_owned(), without.into_bytes().into());
    let findings = Catalogue::load(&[layer], &mut Sources::default()).unwrap_err();
    let found: Vec<_> = findings.iter().map(|finding| (finding.code.id(), finding.requirement.as_deref())).collect();
    let lost = ["education-act-42b/access", "education-act-42b/duty"];
    assert_eq!(found, lost.map(|id| ("CP310", Some(id))));
}

/// The cells of the row whose first cell names a school, alone or among those that share it, in the table of that caption.
fn row<'a>(text: &'a str, caption: &str, name: &str) -> Vec<&'a str> {
    let table = text.split(&format!("Table: {caption}")).nth(1).unwrap_or_else(|| panic!("no table: {caption}"));
    let rows = table.lines().skip(1).skip_while(|line| !line.starts_with('|')).take_while(|line| line.starts_with('|'));
    let cells = rows.map(|line| line.trim_matches('|').split('|').map(str::trim).collect::<Vec<_>>());
    cells.into_iter().find(|cells| cells[0].contains(name)).unwrap_or_else(|| panic!("{caption}: {name}"))
}

#[test]
fn the_tables_say_of_each_school_who_leads_on_careers_and_what_it_owes() {
    let trust = School::starter(TRUST);
    let text = trust.markdown(POLICY);
    assert_eq!(trust.members.len(), 5);
    for school in &trust.members {
        let (setting, leader) = (&school.setting, &school.roles.careers_leader);
        let owed = row(&text, "Minimum encounters for a", &setting.name);
        let words = match encounters_owed(setting.kind, &setting.year_groups) {
            6 => "Six",
            4 => "Four",
            other => panic!("{other}"),
        };
        assert_eq!(*owed.last().unwrap(), words, "{}", setting.name);
        assert_eq!(owed[3].starts_with("Two"), setting.year_groups.contains(12), "{}", setting.name);
        let cells = row(&text, "Careers leader of each school", &setting.name);
        assert_eq!(cells[1], &**leader.name.as_ref().unwrap());
        assert!(
            cells[2].contains(&**leader.email.as_ref().unwrap())
                && cells[3].contains(&**leader.phone.as_ref().unwrap())
        );
        let statement = row(&text, "Each school’s statement, and who to contact", &setting.name);
        assert!(statement[1].contains(&**school.provider_access.url.as_ref().unwrap()));
    }
}

/// Two policies of one school contradict each other unless each reader is told of the other.
#[test]
fn schools_that_publish_careers_policies_of_their_own_are_named_with_them() {
    let trust = School::starter(TRUST);
    let beside = "also have careers policies of their own, to be read together with this one.";
    let text = trust.markdown(POLICY);
    let sentence = text.lines().find(|line| line.ends_with(beside)).unwrap();
    for (name, is_named) in [("Oakfield", true), ("Ashgrove", true), ("Millbrook", true), ("Fellside", false)] {
        assert_eq!(sentence.contains(name), is_named, "{name}: {sentence}");
    }
    let mut shared = trust.clone();
    let url = "https://www.meadowbank.example/careers/policy";
    shared.profile.policy.url = Some(url.into());
    shared.members.iter_mut().for_each(|school| school.policy.url = Some(url.into()));
    assert!(!shared.markdown(POLICY).contains("of their own, to be read"), "the trust's own policy is nobody else's");
    shared.members[0].policy.url = Some("https://www.oakfield.example/careers/policy".into());
    assert!(
        shared.markdown(POLICY).contains("also has a careers policy of its own, to be read together with this one.")
    );
}

/// Words of its own for its careers lead stand in a trust's policy, also where it wants them in the place of ours.
#[test]
fn what_a_trusts_careers_lead_does_in_its_own_words_is_never_lost() {
    for instead in [None, Some(true)] {
        let mut trust = School::starter(TRUST);
        trust.profile.roles.careers_leader.responsibilities = vec!["visits each school in October".into()];
        trust.profile.roles.careers_leader.responsibilities_instead = instead;
        let text = trust.markdown(POLICY);
        assert!(text.contains("The trust careers lead also:\n\n- visits each school in October"), "{instead:?}");
    }
}

/// The statement of a school names the trust that answers for it in law, and the policy that the school really has.
#[test]
fn a_statement_names_the_trust_and_the_policy_that_the_school_has() {
    let folder = profiles("statements");
    let libraries = Libraries::new(Vec::new(), vec![Format::Markdown]);
    let options = BuildOptions { out: folder.join("out"), changed: false, make: make_options(&[Format::Markdown]) };
    let outcome = build_profile(&folder.join(format!("{TRUST}.yaml")), &libraries, &options).unwrap();
    let Documents::Written { .. } = outcome.documents else { panic!("{:#?}", outcome.findings) };
    let statement = |school: &str| {
        fs::read_to_string(folder.join(format!("out/{TRUST}/{school}-provider-access-policy.md"))).unwrap()
    };
    for school in ["fellside-school", "oakfield-academy"] {
        assert!(statement(school).contains("requires our academy trust, Meadowbank Learning Trust, to"), "{school}");
        assert!(statement(school).contains("- **Trust:** Meadowbank Learning Trust"), "{school}");
    }
    assert!(
        statement("fellside-school").contains("the careers policy of Meadowbank Learning Trust, which is ours too")
    );
    assert!(
        statement("oakfield-academy")
            .contains("alongside [our careers policy](https://www.oakfield.example/careers/policy)")
    );
}

/// A trust may run any of the four kinds of academy, with any years: none is promised or refused what the law does not say.
#[test]
fn a_school_that_owes_nothing_is_told_apart() {
    let mut trust = School::starter(TRUST);
    let sixth_form = School::starter("lantern-hill-sixth-form").profile;
    let mut primary = trust.members[1].clone();
    primary.setting.name = "Ashgrove Infants".into();
    primary.setting.year_groups = careers_policy::profile::YearGroups::new(0..=6);
    primary.roles.careers_leader = Default::default();
    trust.members.extend([sixth_form, primary]);
    let text = trust.markdown(POLICY);
    let owed = text.split("Table: Minimum encounters for a").nth(1).unwrap().split("\n\n").nth(1).unwrap();
    for name in ["Lantern Hill Sixth Form", "Ashgrove Infants"] {
        assert!(!owed.contains(name), "{owed}");
    }
    assert!(text.contains(
        "At Lantern Hill Sixth Form, a 16 to 19 academy, which is not a school in law, we follow the same guidance as a statement of good practice"
    ));
    assert!(text.contains("Ashgrove Infants has no pupils in Year 7 or above, so the duty does not apply to it."));
    for list in ["Table: Careers leader of each school", "Who gives personal guidance in each school:"] {
        let list = text.split(list).nth(1).unwrap().split("\n\n").nth(1).unwrap();
        assert!(list.contains("Ashgrove Academy") && !list.contains("Ashgrove Infants"), "{list}");
    }
}

/// A folder of the repository's profiles in which a test may change one.
fn profiles(test: &str) -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join(format!("trust-{test}"));
    drop(fs::remove_dir_all(&folder));
    fs::create_dir_all(&folder).unwrap();
    for name in [TRUST, "meadowbank-trust", "oakfield-academy", "ashgrove-academy", "millbrook-school"] {
        fs::copy(repository(&format!("profiles/{name}.yaml")), folder.join(format!("{name}.yaml"))).unwrap();
    }
    // The packs that the profiles name lie elsewhere.
    change(&folder, "meadowbank-trust", "pack: [../packs/exampleshire-hub, ../packs/meadowbank-trust]\n", "");
    fs::copy(repository("profiles/oakfield-academy.png"), folder.join("oakfield-academy.png")).unwrap();
    folder
}

/// Changes a profile's text.
fn change(folder: &Path, name: &str, from: &str, to: &str) {
    let path = folder.join(format!("{name}.yaml"));
    let text = fs::read_to_string(&path).unwrap();
    assert!(text.contains(from), "{from}");
    fs::write(path, text.replacen(from, to, 1)).unwrap();
}

fn checked(folder: &Path) -> Outcome {
    crate::school::checked(&folder.join(format!("{TRUST}.yaml")))
}

/// The errors and warnings: the file's name, the code and the title of each.
fn grave(outcome: &Outcome) -> Vec<(String, String, String)> {
    let json = render_json(&[(&outcome.findings, outcome.intake.context())]);
    let list: Vec<serde_json::Value> = serde_json::from_str(&json).unwrap();
    let text = |value: &serde_json::Value| value.as_str().unwrap_or_default().to_owned();
    let grave = list.iter().filter(|finding| finding["severity"] != "note");
    let name = |path: String| path.rsplit('/').next().unwrap_or_default().to_owned();
    grave.map(|finding| (name(text(&finding["file"])), text(&finding["code"]), text(&finding["title"]))).collect()
}

#[test]
fn a_gap_is_found_in_the_file_in_which_the_school_stands() {
    let folder = profiles("gaps");
    assert_eq!(grave(&checked(&folder)), []);
    change(&folder, "ashgrove-academy", "    email: careers@ashgrove.example\n", "");
    change(&folder, TRUST, "        phone: \"01632 960511\"\n", "");
    let found = grave(&checked(&folder));
    assert_eq!(found.len(), 2, "{found:#?}");
    for (found, (file, school)) in found
        .iter()
        .zip([("ashgrove-academy.yaml", "Ashgrove Academy"), ("meadowbank-learning-trust.yaml", "Fellside School")])
    {
        assert_eq!((found.0.as_str(), found.1.as_str()), (file, "CP202"));
        assert!(found.2.starts_with(&format!("{school}: the careers leader's name")), "{}", found.2);
    }
    let schools = checked(&folder);
    assert!(schools.findings.iter().filter(|finding| finding.severity == Severity::Warning).count() == 2);
}

/// What the trust gives for all its schools is asked for once, and named for those that have no answer of their own.
#[test]
fn a_shared_answer_that_is_missing_is_told_once() {
    let folder = profiles("shared");
    change(&folder, TRUST, "  procedure: Write", "  premises: Write");
    let found = grave(&checked(&folder));
    let titles: Vec<&str> = found.iter().map(|(.., title)| title.as_str()).collect();
    assert_eq!(
        titles,
        ["Fellside School, Ropewalk Academy: the statement does not say how a provider asks for access"]
    );
}

#[test]
fn a_school_that_no_trust_runs_or_that_is_listed_twice_is_an_error() {
    let folder = profiles("members");
    change(&folder, TRUST, "type: alternative_provision_academy", "type: pupil_referral_unit");
    change(&folder, TRUST, "name: Fellside School", "name: Oakfield Academy");
    let found = grave(&checked(&folder));
    let titles: Vec<&str> =
        found.iter().filter(|(_, code, _)| code == "CP104").map(|(.., title)| title.as_str()).collect();
    assert_eq!(
        titles,
        [
            "Ropewalk Academy is a pupil referral unit, which no academy trust runs",
            "Oakfield Academy and Oakfield Academy cannot be told apart"
        ]
    );
}

/// The manifest of a trust lists its schools' files, so that a change in one of them is noticed.
#[test]
fn the_documents_of_a_trust_are_made_from_its_schools_files_too() {
    let folder = profiles("manifest");
    let libraries = Libraries::new(Vec::new(), vec![Format::Markdown]);
    let path = folder.join(format!("{TRUST}.yaml"));
    let make = make_options(&[Format::Markdown]);
    let options = BuildOptions { out: folder.join("out"), changed: true, make };
    let outcome = build_profile(&path, &libraries, &options).unwrap();
    let Documents::Written { files, .. } = outcome.documents else { panic!("{:#?}", outcome.findings) };
    let names: Vec<String> =
        files.iter().map(|path| path.file_name().unwrap().to_string_lossy().into_owned()).collect();
    assert_eq!(names[0], "trust-careers-policy.md");
    assert_eq!(names.iter().filter(|name| name.ends_with("-provider-access-policy.md")).count(), 5);
    assert!(names.contains(&"ropewalk-academy-provider-access-policy.md".to_owned()));
    assert!(!names.contains(&"oakfield-academy-careers-policy.md".to_owned()));
    let made = options.out.join(TRUST);
    let parts: Vec<String> = Manifest::read(&made)
        .unwrap()
        .unwrap()
        .profile
        .into_iter()
        .map(|part| part.path.rsplit('/').next().unwrap().to_owned())
        .collect();
    for name in ["meadowbank-learning-trust.yaml", "meadowbank-trust.yaml", "millbrook-school.yaml"] {
        assert_eq!(parts.iter().filter(|part| *part == name).count(), 1, "{name}: {parts:?}");
    }
    assert_eq!(verify(&made, &libraries).unwrap().differing, []);
    assert_eq!(build_profile(&path, &libraries, &options).unwrap().documents, Documents::Unchanged);
    change(&folder, "millbrook-school", "Andrew Nkemelu", "Andrea Nkemelu");
    assert!(!verify(&made, &libraries).unwrap().differing.is_empty());
    assert_ne!(build_profile(&path, &libraries, &options).unwrap().documents, Documents::Unchanged);
    let text = fs::read_to_string(made.join("trust-careers-policy.md")).unwrap();
    assert!(text.contains("Andrea Nkemelu"));
}

#[test]
fn a_trust_is_no_setting_of_the_law() {
    let trust = Setting::MultiAcademyTrust;
    assert!(!SETTINGS.contains(&trust) && !trust.owes_provider_access() && !trust.is_state_school());
    let asked =
        library().catalogue.requirements.values().filter(|requirement| requirement.duty_of(trust) > Duty::Optional);
    assert!(asked.into_iter().all(|requirement| requirement.id.starts_with("trust-policy/")));
}

/// The duty binds the schools, so nothing is asked of the trust itself; but its policy says it for all of them, with its own answer.
#[test]
fn what_a_trusts_policy_says_for_its_schools_is_asked_of_the_trusts_own_file() {
    let folder = profiles("own-answer");
    let pack = Sandbox::empty("own-answer");
    pack.write("pack.yaml", "name: our-hub\nedition: \"1\"\nextends: base\n");
    pack.write(
        "requirements/our-hub.yaml",
        "source: What our hub asks\nduty: {all: required}\nrequirements:\n  providers:\n    asks: The policy names the providers.\n    \
         needs: [send.specialist_providers]\n",
    );
    pack.write(
        "clauses/trust-careers-policy/providers.md",
        "---\ntitle: The providers\nmeets: [our-hub/providers]\nwhy: Our hub asks for it.\n---\nWe work with \
         {% for provider in send.specialist_providers %}{{ provider }}. {% endfor %}\n",
    );
    for (outline, after) in [("careers-policy", "careers-policy/vision"), (POLICY, "trust-careers-policy/scope")] {
        let added = format!("add:\n  - {{clause: trust-careers-policy/providers, after: {after}}}\n");
        pack.write(&format!("outlines/{outline}.yaml"), added);
    }
    let libraries = Libraries::new(vec![pack.path().to_owned()], vec![Format::Markdown]);
    let path = folder.join(format!("{TRUST}.yaml"));
    let outcome = check_profile(&path, &libraries, today()).unwrap();
    let missing =
        outcome.findings.iter().find(|finding| finding.at == Place::Field("send.specialist_providers".into()));
    let missing = missing.unwrap_or_else(|| panic!("{:#?}", outcome.findings));
    assert_eq!((missing.code, missing.severity), (Code::CP205, Severity::Error));
    let make = make_options(&[Format::Markdown]);
    let options = BuildOptions { out: folder.join("out"), changed: false, make };
    let built = build_profile(&path, &libraries, &options).unwrap();
    assert_eq!(built.documents, Documents::NotWritten, "a policy with a hole is not published");
}

/// A school that the trust's file describes has no other document for its own answers; one with a file of its own has.
#[test]
fn what_a_school_described_in_the_trusts_file_adds_stands_under_its_name() {
    let trust = School::starter("tidewater-schools-trust");
    let text = trust.markdown(POLICY);
    let adds = text.split("What each school adds\n").last().unwrap();
    for (name, own) in [
        ("Saltings Academy", "Its teacher of the deaf prepares visitors and books the interpreter."),
        ("Cape Head School", "*Benchmark 7:* Because no university is within an hour of Cape Head"),
        (
            "Heron Quay Academy",
            "*Feedback:* Pupils and families: at the meeting every six weeks; Employers: by telephone each Friday",
        ),
    ] {
        let of_school = adds.split(&format!("**{name}**")).nth(1).unwrap_or_else(|| panic!("{name}: {adds}"));
        let of_school = of_school.split("\n\n**").next().unwrap();
        assert!(of_school.replace('_', "*").contains(own), "{name}: {of_school}");
    }
    assert!(!adds.contains("Little Tern"), "a school that adds nothing is not listed: {adds}");
    assert_eq!(text.matches("Owen Tran turns the council").count(), 1, "what the trust says for all is not said again");
    assert!(!School::starter(TRUST).markdown(POLICY).contains("What each school adds"), "these have nothing to add");
}
