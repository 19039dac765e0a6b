//! What is found on a pack that does not hold together: the built-in one with one thing broken, one test a code; and what is found when
//! packs are tried out.

use careers_policy::catalogue::{Catalogue, Files, Layer, starter_pack};
use careers_policy::finding::{Code, Place};
use careers_policy::job::{
    BuildOptions, Documents, Intake, Libraries, Library, MakeOptions, PackReport, build_profile, check_packs,
    check_profile, diff_packs, make,
};
use careers_policy::text::Sources;
use careers_policy::write::Format;
use snapbox::{Assert, Data};

use careers_policy::words::engine_for;

use crate::amount::some;
use crate::sandbox::Sandbox;
use crate::school::{make_options, repository, today};

/// The codes that the built-in pack leads to once it has been changed.
fn codes(change: impl FnOnce(&mut Files)) -> Vec<&'static str> {
    let mut files = Layer::base().files;
    change(&mut files);
    let layers = [Layer { folder: "pack".to_owned(), files }];
    let mut sources = Sources::default();
    let loaded = Catalogue::load(&layers, &mut sources);
    let findings = loaded.and_then(|catalogue| engine_for(&catalogue, &sources)).err().unwrap_or_default();
    findings.iter().map(|finding| finding.code.id()).collect()
}

fn replace(files: &mut Files, path: &str, from: &str, to: &str) {
    let text = String::from_utf8(files[path].to_vec()).unwrap();
    assert!(text.contains(from), "{path} holds no {from}");
    files.insert(path.to_owned(), text.replacen(from, to, 1).into_bytes().into());
}

const REQUIREMENTS: &str = "requirements/education-act-42b.yaml";
const CLAUSE: &str = "clauses/provider-access/procedure.md";

#[test]
fn the_built_in_pack_leads_to_nothing() {
    assert_eq!(codes(|_| {}), [] as [&str; 0]);
}

#[test]
fn a_file_that_every_pack_has_is_missed() {
    assert!(codes(|files| drop(files.remove("guide.yaml"))).contains(&"CP301"));
}

#[test]
fn a_duty_that_leaves_out_a_setting_is_not_complete() {
    let found = codes(|files| {
        let one = "source: A\nduty: {academy: statutory}\nrequirements:\n  x: {asks: Something is done.}\n";
        files.insert("requirements/own.yaml".into(), one.as_bytes().into());
    });
    assert_eq!(found, ["CP302"]);
}

#[test]
fn a_requirement_that_the_program_itself_names_is_missed() {
    let changes = [
        ("requirements/education-act-42b.yaml", "\n  duty:\n", "\n  duties:\n"),
        ("requirements/gatsby-benchmarks.yaml", "\n  college-benchmark-8:\n", "\n  college-benchmark-nine:\n"),
        ("requirements/gatsby-benchmarks.yaml", "    subject: personal guidance\n", ""),
        ("requirements/hub-guide.yaml", "    limit: 36\n", ""),
    ];
    for (path, from, to) in changes {
        assert!(codes(|files| replace(files, path, from, to)).contains(&"CP318"), "{path}: {from}");
    }
}

#[test]
fn a_clause_without_a_header_is_refused() {
    assert!(codes(|files| drop(files.insert(CLAUSE.into(), b"Only words.\n".to_vec().into()))).contains(&"CP303"));
}

#[test]
fn a_clause_that_meets_nothing_known_is_refused() {
    let found = codes(|files| replace(files, CLAUSE, "meets: [", "meets: [education-act-42b/procedur, "));
    assert_eq!(found, ["CP304"]);
}

#[test]
fn an_outline_that_names_no_clause_is_refused() {
    let outline = "outlines/provider-access-policy.yaml";
    let found = codes(|files| replace(files, outline, "provider-access/procedure", "provider-access/procedur"));
    assert_eq!(found, ["CP305", "CP310"]);
}

#[test]
fn wording_that_is_not_closed_is_refused_with_its_clause() {
    let found = codes(|files| {
        let text = String::from_utf8(files[CLAUSE].to_vec()).unwrap() + "{% if term.learners %}\n";
        files.insert(CLAUSE.into(), text.into_bytes().into());
    });
    assert_eq!(found, ["CP306"]);
}

#[test]
fn a_key_that_is_misspelt_in_a_requirement_is_shown_with_its_place() {
    assert!(codes(|files| replace(files, REQUIREMENTS, "cites:", "sites:")).contains(&"CP004"));
}

/// What is found when a pack over the built-in one is tried out: the starter pack with some files changed.
fn tried(name: &str, files: &[(&str, &str)]) -> PackReport {
    let sandbox = Sandbox::pack(name);
    files.iter().for_each(|(path, text)| sandbox.write(path, text));
    check_packs(&[sandbox.path().to_owned()], today())
}

fn found(report: &PackReport) -> Vec<&'static str> {
    report.findings.iter().map(|finding| finding.code.id()).collect()
}

#[test]
fn a_starter_pack_is_right_as_it_stands_and_changes_nothing_but_a_colour() {
    let sandbox = Sandbox::empty("as-it-stands");
    for (path, bytes) in starter_pack("our-hub", "base").unwrap() {
        sandbox.write(&path, bytes);
    }
    let folder = [sandbox.path().to_owned()];
    let report = check_packs(&folder, today());
    assert_eq!(found(&report), [] as [&str; 0], "{:#?}", report.findings);
    let diff = diff_packs(&folder).unwrap_or_else(|unloadable| panic!("{:#?}", unloadable.findings));
    let changed: Vec<_> =
        diff.differences.iter().map(|difference| (difference.kind, difference.name.as_str())).collect();
    assert_eq!(changed, [("Theme", "colours.accent")]);
}

#[test]
fn the_examples_of_a_starter_pack_are_right_in_their_places() {
    let report = tried("starter", &[]);
    assert_eq!(found(&report), [] as [&str; 0], "{:#?}", report.findings);
    assert!(report.tried >= 24);
}

/// The hub's pack lies as unpacking a ZIP folder leaves it: one folder further in than it is named, with what systems put beside it.
#[test]
fn a_starter_pack_lies_over_a_hub_too_and_one_that_lies_further_in_is_used_and_told_of() {
    let unpacked = Sandbox::empty("unpacked");
    unpacked.copy("packs/exampleshire-hub", "exampleshire-hub");
    for left in
        ["__MACOSX/._exampleshire-hub", ".DS_Store", "exampleshire-hub/Thumbs.db", "exampleshire-hub/__MACOSX/._a.md"]
    {
        unpacked.write(left, b"\0\x05\x16\x07");
    }
    let sandbox = Sandbox::pack_over("over-a-hub", "exampleshire-hub");
    let report = check_packs(&[unpacked.path().to_owned(), sandbox.path().to_owned()], today());
    assert_eq!(found(&report), ["CP326"], "{:#?}", report.findings);
    assert!(report.findings[0].help[0].contains("put `/exampleshire-hub` behind"), "{:#?}", report.findings);
}

#[test]
fn the_packs_to_learn_from_are_right() {
    let folders = ["packs/exampleshire-hub", "packs/meadowbank-trust"].map(repository);
    let report = check_packs(&folders, today());
    assert_eq!(found(&report), [] as [&str; 0], "{:#?}", report.findings);
}

#[test]
fn a_sign_of_the_wording_that_no_pdf_shows_is_told_to_the_pack_and_to_no_school() {
    let path = "clauses/careers-policy/equality.md";
    let base = String::from_utf8(Layer::base().files[path].to_vec()).unwrap();
    let clause = format!("{}\n\nWe say \u{5b66} too.\n", base.trim_end());
    let sandbox = Sandbox::pack("unshown-sign");
    sandbox.write(path, &clause);
    let report = check_packs(&[sandbox.path().to_owned()], today());
    let unshown: Vec<_> = report.findings.iter().filter(|finding| finding.code == Code::CP501).collect();
    assert_eq!(unshown.len(), 1, "{:#?}", report.findings);
    assert_eq!(unshown[0].clause.as_deref(), Some("careers-policy/equality"));
    let libraries = Libraries::new(vec![sandbox.path().to_owned()], vec![Format::Markdown]);
    let outcome = check_profile(&repository("profiles/harbour-view-school.yaml"), &libraries, today()).unwrap();
    assert!(outcome.findings.iter().all(|finding| finding.code != Code::CP501), "{:#?}", outcome.findings);
}

/// Words of schools in what colleges publish too, in one pack: what is told and what is not.
#[test]
fn a_word_of_schools_that_a_college_prints_is_told_where_it_stands_with_what_to_write() {
    let header = |more: &str| format!("---\ntitle: Ours\n{more}why: Why.\n---\n");
    let told = "Pupils meet employers. {# pupils #}We think that our school helps each pupil's family.\n\n\
        Ask the headteacher, in the school day, of the school that you left. {% include \"partials/ours\" %}\n\n\
        {% if term.learners == \"pupils\" %}All pupils smile.{% else %}All students smile.{% endif %}\n\n\
        Our {{ term.learners }} read [this](https://pupils.example/our-school).\n";
    let files = [
        ("clauses/careers-policy/told.md", header("") + told),
        ("clauses/careers-policy/schools.md", header("when: law.is_state_school\n") + "Our school has pupils.\n"),
        ("partials/ours.md", "The best pupils of all.\n".to_owned()),
        (
            "outlines/careers-policy.yaml",
            "add:\n  - section: {id: ours, title: What our pupils say, clauses: [careers-policy/told, careers-policy/schools]}\n    after: roles\n"
                .to_owned(),
        ),
    ];
    let sandbox = Sandbox::empty("words-of-schools");
    sandbox.write("pack.yaml", ONLY);
    files.iter().for_each(|(path, text)| sandbox.write(path, text));
    let report = check_packs(&[sandbox.path().to_owned()], today());
    let told = report.findings.iter().map(|finding| {
        assert_eq!(finding.code, Code::CP327, "{:#?}", report.findings);
        let Place::Span(span) = finding.at else { panic!("{finding:#?}") };
        assert_eq!(finding.also, [], "{finding:#?}");
        (report.sources.position(span).line, report.sources.slice(span), finding.help[0].as_str())
    });
    let write = |words: &str| format!("write `{words}`, which prints the word of each kind of institution");
    let mut told: Vec<(usize, &str, &str)> = told.collect();
    told.sort_unstable();
    let expected = [
        (1, "pupils", write("{{ term.learners }}")),
        (2, "What our pupils say", write("{{ term.learners }}")),
        (5, "Pupils", write("{{ term.learners | upper_first }}")),
        (5, "our school", write("our {{ term.institution }}")),
        (5, "pupil", write("{{ term.learner }}")),
        (7, "headteacher", write("{{ term.head }}")),
    ];
    let expected: Vec<(usize, &str, &str)> =
        expected.iter().map(|(line, at, help)| (*line, *at, help.as_str())).collect();
    assert_eq!(told, expected);
    assert!(report.findings.iter().any(|finding| finding.title.ends_with("where the word is “our college”")));
}

/// The ways in which a pack could drop what the law asks without taking the clause away.
#[test]
fn a_clause_that_never_applies_or_says_nothing_is_caught() {
    let base = String::from_utf8(Layer::base().files[CLAUSE].to_vec()).unwrap();
    let header = &base[..base[4..].find("---\n").unwrap() + 8];
    let never = base.replacen("---\n", "---\nwhen: setting.type == \"no such\"\n", 1);
    let one_setting_less = base.replacen("---\n", "---\nwhen: setting.type != \"academy\"\n", 1);
    let empty = header.to_owned();
    let remark = format!("{header}{{# Nothing is said. #}}\n\n.\n");
    let lead_in = format!("{header}A provider asks like this:\n");
    for text in some(1, vec![never, one_setting_less, empty, remark, lead_in]) {
        let report = tried("says-nothing", &[(CLAUSE, &text)]);
        assert_eq!(found(&report), ["CP310"], "{text}\n{:#?}", report.findings);
        let finding = &report.findings[0];
        assert_eq!(finding.requirement.as_deref(), Some("education-act-42b/procedure"));
        assert!(matches!(&finding.at, Place::File(name) if name.ends_with("provider-access/procedure.md")));
    }
}

#[test]
fn wording_that_fails_with_some_school_is_shown_at_its_line() {
    let text = "---\ntitle: Vision\nmeets: [hub-guide/vision]\nwhy: Why.\n---\nOne line.\n\n{{ vision.nothing }}\n";
    let report = tried("fails", &[("clauses/careers-policy/vision.md", text)]);
    assert_eq!(found(&report), ["CP306"]);
    let Place::Span(span) = report.findings[0].at else { panic!("{:?}", report.findings[0]) };
    assert_eq!(report.sources.slice(span), "{{ vision.nothing }}");
    assert_eq!(report.sources.position(span).line, 8);
}

#[test]
fn an_addition_beside_nothing_is_refused_and_a_pack_of_remarks_changes_nothing() {
    let outline = "outlines/careers-policy.yaml";
    let report =
        tried("beside", &[(outline, "add:\n  - {clause: careers-policy/our-hub-network, after: careers-policy/no}\n")]);
    assert_eq!(found(&report), ["CP311"]);
    let report = tried("both", &[(outline, "add:\n  - {after: careers-policy/vision}\n")]);
    assert_eq!(found(&report), ["CP311"]);
    let report = tried("remarks", &[("terms.yaml", "# Nothing yet.\n")]);
    assert_eq!(found(&report), [] as [&str; 0], "{:#?}", report.findings);
}

#[test]
fn what_each_pack_adds_to_an_outline_stands_in_it() {
    let folders = ["packs/exampleshire-hub", "packs/meadowbank-trust"].map(repository);
    let library = Library::load(&folders, &[]).unwrap_or_else(|unloadable| panic!("{:#?}", unloadable.findings));
    let ids: Vec<&str> = library.catalogue.outlines[0].clause_ids().collect();
    for (before, after) in [("funding", "exampleshire-hub"), ("senior-leader", "meadowbank-leader")] {
        let at = ids.iter().position(|id| id.ends_with(&format!("/{before}"))).unwrap();
        assert!(ids[at + 1].ends_with(after), "{ids:?}");
    }
}

#[test]
fn a_need_that_is_no_field_and_a_name_that_is_taken_are_refused() {
    let need =
        "source: A\nduty: {all: recommended}\nrequirements:\n  network: {asks: It is so., needs: [roles.nobody]}\n";
    assert_eq!(found(&tried("need", &[("requirements/our-hub.yaml", need)])), ["CP313"]);
    assert!(found(&tried("name", &[("pack.yaml", "name: base\nedition: \"1\"\nextends: base\n")])).contains(&"CP308"));
}

#[test]
fn a_pack_without_changes_has_no_differences() {
    let sandbox = Sandbox::empty("no-changes");
    sandbox.write("pack.yaml", "name: our-hub\nedition: \"1\"\nextends: base\n");
    let diff =
        diff_packs(&[sandbox.path().to_owned()]).unwrap_or_else(|unloadable| panic!("{:#?}", unloadable.findings));
    assert_eq!(diff.differences, []);
}

#[test]
fn an_edition_of_a_pack_is_held_against_the_one_before_it() {
    let sandbox = Sandbox::empty("editions");
    for (edition, accent) in [("1", "#1f4e79"), ("2", "#14466c")] {
        sandbox
            .write(&format!("{edition}/pack.yaml"), format!("name: our-hub\nedition: \"{edition}\"\nextends: base\n"));
        sandbox.write(&format!("{edition}/themes/plain/theme.yaml"), format!("colours: {{accent: \"{accent}\"}}\n"));
    }
    let folders = ["1", "2"].map(|edition| sandbox.path().join(edition));
    let diff = diff_packs(&folders).unwrap_or_else(|unloadable| panic!("{:#?}", unloadable.findings));
    assert_eq!((diff.pack.as_str(), diff.below.as_str()), ("our-hub 2", "our-hub 1"));
    assert_eq!(diff.differences.len(), 1, "{:?}", diff.differences);
}

/// A pack's `pack.yaml`, and nothing else.
const ONLY: &str = "name: our-hub\nedition: \"1\"\nextends: base\n";

#[test]
fn a_zip_folder_and_a_folder_with_more_than_a_pack_are_told_in_plain_words() {
    let sandbox = Sandbox::empty("further-in");
    for (path, text) in [
        ("beside/our-hub/pack.yaml", ONLY),
        ("beside/readme.txt", "Unpack me."),
        ("two/hub/pack.yaml", ONLY),
        ("two/trust/pack.yaml", ONLY),
        ("deep/a/our-hub/pack.yaml", ONLY),
        ("our-hub.zip", "PK\u{3}\u{4} and more"),
        ("beside.zip", "PK\u{3}\u{4} and more"),
    ] {
        sandbox.write(path, text);
    }
    let said = |name: &str| {
        let finding = check_packs(&[sandbox.path().join(name)], today()).findings.remove(0);
        format!("{}; {}", finding.title, finding.help.join("; ")).replace('\\', "/")
    };
    for (name, words) in [
        ("beside", "beside/our-hub`; name that folder: put `/our-hub` behind what you wrote"),
        ("two", "two/trust`; name one of these folders: put `/hub`, for example, behind"),
        ("deep", "name that folder: put `/a/our-hub` behind what you wrote"),
        ("our-hub.zip", "has to be unpacked first; choose \"Extract all\""),
        ("our-hub", "our-hub.zip`, which has to be unpacked first; choose \"Extract all\""),
        ("beside.zip", "it is unpacked already, in the folder"),
        ("absent", "there is no pack in"),
    ] {
        assert!(said(name).contains(words), "{name}: {}", said(name));
    }
}

#[test]
fn a_profile_whose_pack_lies_one_folder_further_in_is_told_once_where_it_names_it() {
    let sandbox = Sandbox::empty("named-outer");
    sandbox.write("packs/our-hub/our-hub/pack.yaml", ONLY);
    let school = std::fs::read_to_string(repository("profiles/harbour-view-school.yaml")).unwrap();
    sandbox.write("schools/school.yaml", format!("pack: ../packs/our-hub\n{school}"));
    let libraries = Libraries::new(Vec::new(), vec![Format::Markdown]);
    let outcome = check_profile(&sandbox.path().join("schools/school.yaml"), &libraries, today()).unwrap();
    let told: Vec<_> = outcome.findings.iter().filter(|finding| finding.code == Code::CP326).collect();
    assert_eq!(told.len(), 1, "{:#?}", outcome.findings);
    assert_eq!(told[0].at, Place::Field("pack".to_owned()));
    let packs =
        |folder: &str| Library::load(&[sandbox.path().join(folder)], &[]).map(|library| library.packs().to_vec()).ok();
    assert_eq!(packs("packs/our-hub"), packs("packs/our-hub/our-hub"));
    assert!(packs("packs/our-hub").is_some());
}

/// A folder of a stranger's can be a link to anywhere; nothing is followed that was not named.
#[cfg(unix)]
#[test]
fn a_link_to_a_pack_is_not_taken_for_a_pack_that_lies_further_in() {
    let sandbox = Sandbox::empty("linked-pack");
    sandbox.write("elsewhere/our-hub/pack.yaml", ONLY);
    sandbox.write("named/.keep", "");
    std::os::unix::fs::symlink("../elsewhere/our-hub", sandbox.path().join("named/our-hub")).unwrap();
    assert_eq!(found(&check_packs(&[sandbox.path().join("named")], today())), ["CP301"]);
}

/// The careers policy of Harbour View with a pack over the built-in one that has these files.
fn policy_with(name: &str, files: &[(&str, &str)]) -> String {
    let sandbox = Sandbox::empty(name);
    sandbox.write("pack.yaml", "name: our-hub\nedition: \"1\"\nextends: base\n");
    files.iter().for_each(|(path, text)| sandbox.write(path, text));
    let library = Library::load(&[sandbox.path().to_owned()], &[Format::Markdown])
        .unwrap_or_else(|unloadable| panic!("{:#?}", unloadable.findings));
    let intake = Intake::read(&repository("profiles/harbour-view-school.yaml")).unwrap();
    let options = MakeOptions { draft: true, ..make_options(&[Format::Markdown]) };
    let files = make(&intake, &library, &options).files.unwrap().files;
    let (_, bytes) = files.into_iter().find(|(name, _)| name == "careers-policy.md").unwrap();
    String::from_utf8(bytes).unwrap()
}

#[test]
fn a_title_that_a_pack_gives_a_document_is_its_only_one() {
    let policy = policy_with("own-title", &[("outlines/careers-policy.yaml", "title: Careers and futures policy\n")]);
    assert!(policy.starts_with("# Careers and futures policy\n"), "{policy}");
    assert!(!policy.contains("(CEIAG) policy"), "{policy}");
}

#[test]
fn clauses_below_a_pack_do_not_go_on_with_the_list_that_it_opens() {
    let path = "clauses/careers-policy/careers-leader-duties.md";
    let base = String::from_utf8(Layer::base().files[path].to_vec()).unwrap();
    let header = &base[..base[4..].find("---\n").unwrap() + 8];
    let own = format!("{header}Our hub pays for:\n\n- the training of each careers leader\n- one visit a year\n");
    let policy = policy_with("own-list", &[(path, &own)]);
    let (_, after) = policy.split_once("- one visit a year\n").unwrap();
    assert!(!after.starts_with("- "), "{after}");

    let report = tried("own-list-tried", &[(path, &own)]);
    // That items of the hub guide are not found is another matter.
    let others = |report: &PackReport| found(report).into_iter().filter(|code| *code != "CP322").collect::<Vec<_>>();
    assert_eq!(others(&report), ["CP319"], "{:#?}", report.findings);
    assert!(report.findings[0].title.contains("careers-policy/careers-leader-providers"), "{:#?}", report.findings);
    let report = tried("own-list-led-up", &[(path, &format!("{own}\nOur careers leader also:\n"))]);
    assert_eq!(others(&report), [] as [&str; 0], "{:#?}", report.findings);
}

/// What a school publishes that uses a hub's pack and a trust's over it.
#[test]
fn the_policy_of_a_school_with_packs_is_as_it_was() {
    let sandbox = Sandbox::empty("with-packs");
    let formats = vec![Format::Markdown];
    let make = make_options(&formats);
    let options = BuildOptions { out: sandbox.path().to_owned(), changed: false, make };
    let profile = repository("profiles/ashgrove-academy.yaml");
    let outcome = build_profile(&profile, &Libraries::new(Vec::new(), formats), &options).unwrap();
    assert!(matches!(outcome.documents, Documents::Written { .. }), "{:#?}", outcome.findings);
    let name = "ashgrove-academy/careers-policy.md";
    let made = std::fs::read_to_string(sandbox.path().join(name)).unwrap();
    let golden = repository(&format!("fixtures/documents/{name}"));
    Assert::new().action_env("SNAPSHOTS").eq(Data::from(made).raw(), Data::read_from(&golden, None).raw());
}

#[test]
fn an_item_of_the_hub_guide_that_new_wording_leaves_out_is_named() {
    let clause = |words: &str| {
        format!(
            "---\ntitle: Why careers guidance matters\nmeets: [hub-guide/why-it-matters]\nwhy: Short.\n---\n{words}\n"
        )
    };
    let path = "clauses/careers-policy/why-it-matters.md";
    let report = tried("guide", &[(path, &clause("We like careers."))]);
    assert_eq!(found(&report), ["CP322"], "{:#?}", report.findings);
    let finding = &report.findings[0];
    assert_eq!(finding.title, "item 15 of the hub guide is not found in `careers-policy`");
    assert!(finding.notes[0].contains("choose better"), "{:?}", finding.notes);
    let same = "Those who know the ways *choose better,\nand stay with what they choose*.";
    assert_eq!(found(&tried("same", &[(path, &clause(same))])), [] as [&str; 0]);
}

#[test]
fn the_outline_of_a_trust_is_tried_out_too() {
    let clause = "clauses/trust-careers-policy/concerns.md";
    let text =
        std::fs::read_to_string(repository("templates/base").join(clause)).unwrap() + "{{ trust.nothing_such }}\n";
    let report = tried("trust", &[(clause, &text)]);
    let wrong: Vec<_> = report.findings.iter().filter(|finding| finding.code.id() == "CP306").collect();
    assert_eq!(wrong.len(), 1, "{:#?}", report.findings);
    assert!(wrong[0].notes.iter().any(|note| note.contains("Meadowbank Learning Trust")), "{wrong:#?}");
}

#[test]
fn a_requirement_of_a_pack_that_does_not_say_what_is_lacking_is_told_at_its_line() {
    let asked = |gap: &str| {
        format!(
            "source: Our hub\nedition: '2026'\nduty: {{all: recommended}}\nrequirements:\n  stand:\n    asks: Each school has a stand.\n    cites: our list\n    certainty: sure\n    needs: [setting.website]\n{gap}"
        )
    };
    let sandbox = Sandbox::empty("without-gap");
    sandbox.write("pack.yaml", ONLY);
    let told = |gap: &str| {
        sandbox.write("requirements/ours.yaml", asked(gap));
        let report = check_packs(&[sandbox.path().to_owned()], today());
        let about = report.findings.iter().filter(|finding| finding.code == Code::CP328);
        about.map(|finding| finding.notes.clone()).collect::<Vec<_>>()
    };
    assert_eq!(told(""), [["it is now told: \"not met yet: Each school has a stand.\""]]);
    assert_eq!(told("    gap: there is no stand\n"), [[""; 1]; 0]);
}
