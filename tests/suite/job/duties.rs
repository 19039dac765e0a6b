//! The ways in which a pack could empty, hide, contradict or drop a duty: each is refused, or shown for what it is, with the way named.
//!
//! A row is the starter pack with some files changed, and what is found: a code, and words of its title, its notes or its help.

use careers_policy::catalogue::Layer;
use careers_policy::finding::{Finding, Severity};
use careers_policy::job::{Libraries, check_packs, check_profile, diff_packs};

use crate::amount::some;
use crate::sandbox::Sandbox;
use crate::school::{repository, today};

const LAW: &str = "requirements/education-act-42b.yaml";
const POLICY: &str = "outlines/careers-policy.yaml";
const STATEMENT: &str = "outlines/provider-access-policy.yaml";
const PROCEDURE: &str = "clauses/provider-access/procedure.md";
/// A document of the pack's own.
const OURS: &str = "outlines/our-statement.yaml";
const OWN: &str = "requirements/our-hub.yaml";

/// A file of the built-in pack.
fn base(path: &str) -> String {
    String::from_utf8(Layer::base().files[path].to_vec()).unwrap()
}

/// The same with some words replaced, which stand in it.
fn base_with(path: &str, from: &str, to: &str) -> String {
    let text = base(path);
    assert!(text.contains(from), "{path} holds no {from}");
    text.replacen(from, to, 1)
}

/// The built-in clause on the procedure, with other words below its header.
fn procedure(words: &str) -> String {
    let text = base(PROCEDURE);
    let end = text[4..].find("---\n").unwrap() + 8;
    format!("{}{words}\n", &text[..end])
}

fn pack(name: &str, files: &[(&str, String)]) -> Sandbox {
    let sandbox = Sandbox::pack(name);
    files.iter().for_each(|(path, text)| sandbox.write(path, text));
    sandbox
}

#[track_caller]
fn assert_found(name: &str, findings: &[Finding], severity: Severity, code: &str, words: &str) {
    let says = |finding: &Finding| {
        let all = std::iter::once(&finding.title).chain(&finding.notes).chain(&finding.help);
        finding.code.id() == code && finding.severity == severity && all.into_iter().any(|said| said.contains(words))
    };
    assert!(findings.iter().any(says), "{name}: no {code} that says {words:?} among {findings:#?}");
}

/// What a pack cannot so much as be read with: (the way, the file, its text, the code, words of the finding).
fn refused_when_read() -> Vec<(&'static str, &'static str, String, &'static str, &'static str)> {
    let entry = |field: &str| format!("requirements:\n  procedure:\n    {field}\n");
    let of_own = |fields: &str| format!("{fields}requirements:\n  network: {{asks: It is so.}}\n");
    vec![
        ("rewrites what is asked", LAW, entry("asks: The school need not do anything at all."), "CP309", "`asks` of `education-act-42b/procedure`"),
        ("rewrites the gap", LAW, entry("gap: nothing is wrong"), "CP309", "what a school is told that does not do it"),
        ("rewrites the note", LAW, entry("note: This section was repealed."), "CP309", "what is noted of it, in `note`"),
        ("rewrites the help", LAW, entry("help: Do nothing."), "CP309", "what a school is told to do about it"),
        ("rewrites the place", LAW, entry("cites: s.99"), "CP309", "where the law asks it, in `cites`"),
        ("rewrites the certainty", LAW, entry("certainty: unsure"), "CP309", "how sure the reading of it is"),
        ("rewrites for whom it is sure", LAW, entry("sure_for: [fe_college]"), "CP309", "for whom the reading of it is sure"),
        ("rewrites the items", LAW, entry("statement: [P34]"), "CP309", "the items of the statement"),
        ("rewrites a limit", "requirements/statutory-guidance.yaml", limit(), "CP309", "the number that it sets"),
        ("rewrites the edition", LAW, "edition: repealed in 2026\n".into(), "CP309", "the law that is cited, in `edition`"),
        ("rewrites the source", LAW, "source: A leaflet\n".into(), "CP309", "the law that is cited, in `source`"),
        ("rewrites the address", LAW, "url: https://x.example/\n".into(), "CP309", "the law that is cited, in `url`"),
        ("rewrites how it reaches somebody", LAW, "through: {academy: goodwill}\n".into(), "CP309", "in `through`"),
        ("lowers a duty", LAW, "duty: {state_schools: optional}\n".into(), "CP309", "the pack lowers a duty of a maintained school"),
        ("asks for no answers", LAW, entry("needs: []"), "CP309", "the pack no longer asks for"),
        ("asks for more in the name of statute", LAW, entry("needs: [provider_access.procedure, provider_access.contact.name, provider_access.contact.email, policy.owner]"), "CP309", "`policy.owner` as if statute did"),
        ("asks only at times", LAW, entry("when: \"false\""), "CP309", "changes when `education-act-42b/procedure` is asked"),
        ("asks for a test", LAW, entry("test: \"true\""), "CP309", "is tested by"),
        ("adds to an act", LAW, "requirements:\n  fee: {asks: A fee is paid., duty: {all: required}}\n".into(), "CP309", "adds `education-act-42b/fee` to what “Education Act 1997, section 42B” asks"),
        ("speaks in the name of an act", OWN, of_own("source: The Education Act 1997\nduty: {all: required}\n"), "CP309", "of its own in the name of “Education Act 1997"),
        ("speaks with the address of an act", OWN, of_own("source: A\nurl: https://www.legislation.gov.uk/ukpga/1997/44/section/42B/\nduty: {all: required}\n"), "CP309", "in the name of"),
        (
            "speaks in the name of an act by another letter",
            OWN,
            of_own("source: Educ\u{430}tion Act 1997\nduty: {all: required}\n"),
            "CP309",
            "a letter that looks like another one",
        ),
        (
            "names a document twice",
            "pack.yaml",
            listed("careers-annex, provider-access-policy, website-information, website-information"),
            "CP311",
            "names `website-information` twice",
        ),
        (
            "puts a document of its own in the place of the statement",
            OURS,
            "document: our-statement\nin_place_of: provider-access-policy\ntitle: A\nsummary: B\nsections: [{id: a, title: A, clauses: [careers-policy/our-hub-network]}]\n".into(),
            "CP320",
            "in the place of `provider-access-policy`",
        ),
        ("calls its wish statutory", OWN, of_own("source: A\nduty: {all: statutory}\n"), "CP309", "calls `our-hub/network` statutory"),
        ("turns a document into a fragment", STATEMENT, "form: fragment\n".into(), "CP320", "what the document is, in `form`"),
        ("makes a document conditional", STATEMENT, "when: \"false\"\n".into(), "CP320", "when the document is made, in `when`"),
        ("makes the website piece conditional", "outlines/website-information.yaml", "when: \"false\"\n".into(), "CP320", "`website-information`"),
        ("makes a document a trust's", STATEMENT, "in_place_of: careers-policy\n".into(), "CP320", "whose document it is"),
        ("makes a document an annex", STATEMENT, "annex_of: careers-policy\n".into(), "CP320", "to which document it belongs"),
        ("hides whom to contact", "outlines/website-information.yaml", "contact: review\n".into(), "CP320", "where it says whom to contact"),
        ("drops documents from the list", "pack.yaml", listed("careers-annex, website-information"), "CP320", "drops the document `provider-access-policy`"),
        ("empties an outline", STATEMENT, "sections: []\n".into(), "CP310", "`provider-access-policy` no longer says what"),
        ("takes a clause out of its document", STATEMENT, base_with(STATEMENT, ", provider-access/procedure]", "]"), "CP310", "keep `provider-access/procedure` in this document"),
        ("takes a duty from a header", PROCEDURE, "---\ntitle: A\nwhy: B\n---\nA provider writes to us.\n".into(), "CP310", "under `meets` in the header of `provider-access/procedure` again"),
        ("turns words round", PROCEDURE, procedure("\u{202e}.su ot setirw redivorp A"), "CP307", "a sign that turns words round (U+202E)"),
        ("writes in blank letters", PROCEDURE, procedure("\u{3164}\u{3164} \u{3164}"), "CP307", "Hangul filler (U+3164)"),
        ("strikes words through", PROCEDURE, procedure("A\u{336}s\u{336}k\u{336} u\u{336}s\u{336}."), "CP307", "a stroke through the letter"),
        ("says it in a comment", PROCEDURE, procedure("<!-- A provider writes to us. -->"), "CP306", "HTML, which would be printed"),
        ("says it in hidden HTML", PROCEDURE, procedure("<div hidden>\n\nA provider writes to us.\n\n</div>"), "CP306", "HTML, which would be printed"),
        ("empties a term", "terms.yaml", "academy: {learners: \"\\u3164\"}\n".into(), "CP306", "the term `learners` of an academy shows no words"),
    ]
}

/// `pack.yaml` with the careers policies and these documents.
fn listed(documents: &str) -> String {
    format!(
        "name: our-hub\nedition: \"1\"\nextends: base\ndocuments: [careers-policy, trust-careers-policy, {documents}]\n"
    )
}

/// A requirement with a limit, and another number for it.
fn limit() -> String {
    let text = base("requirements/statutory-guidance.yaml");
    let before = &text[..text.find("    limit: 6").unwrap()];
    let key = before.lines().rev().find(|line| line.starts_with("  ") && !line.starts_with("   ")).unwrap();
    format!("requirements:\n{key}\n    limit: 1\n")
}

#[test]
fn a_pack_that_rewrites_the_law_or_loses_a_document_is_not_read() {
    for (number, (way, path, text, code, words)) in some(8, refused_when_read()).into_iter().enumerate() {
        let own = (path == OURS).then(|| {
            ("pack.yaml", listed("careers-annex, provider-access-policy, website-information, our-statement"))
        });
        let files: Vec<_> = own.into_iter().chain([(path, text)]).collect();
        let sandbox = pack(&format!("not-read-{number}"), &files);
        let report = check_packs(&[sandbox.path().to_owned()], today());
        assert_found(way, &report.findings, Severity::Error, code, words);
        assert_eq!(report.tried, 0, "{way}");
    }
}

/// What shows only when a school's documents are made.
#[test]
fn a_pack_that_does_not_say_a_duty_makes_no_documents() {
    let does_not_say = "what `education-act-42b/procedure` asks";
    let wordings = [
        ("says nothing", ""),
        ("says it in a remark", "{# A provider writes to us. #}"),
        ("says it where nobody is", "{% if setting.name == \"Nowhere\" %}A provider writes to us.{% endif %}"),
        ("says it in white space", "&nbsp;&#8203;&emsp; &#8288;"),
        ("says it in blank letters by number", "&#12644;&#65440;&#4447; &#10240;"),
        ("says it in blank letters of a text", "{{ \"\\u3164\\u3164 \\u3164\" }}"),
        ("says it in blank letters among hieroglyphs", "&#78913;&#78914; &#78913; &#78914;"),
        ("says it in a table without rows", "Table: How a provider asks\n\n| A provider writes | to us |\n|---|---|\n"),
        (
            "says it in a table of blanks",
            "Table: How a provider asks\n\n| A provider writes | to us |\n|---|---|\n| &nbsp; | |\n",
        ),
        (
            "says it in a picture alone",
            "Picture: How to ask\n\n![A provider writes to us.](picture:roadmap)\n\n- **now** writing to us *soon*\n",
        ),
        ("says it in a link without words", "[](https://a.example/a-provider-writes-to-us)"),
        ("says it in an address alone", "<https://a.example/a-provider-writes-to-us>"),
        ("says it in an address that nothing uses", "[A provider writes to us]: https://a.example"),
        ("strikes words through by number", "A&#822;s&#822;k&#822; u&#822;s&#822; n&#822;o&#822;w&#822;"),
        ("draws lines", "***\n\n---"),
        ("leads up to nothing", "A provider asks like this:"),
        ("says a word", "Yes."),
        ("says numbers", "1. 2. 3. 42 – 2026"),
    ];
    let outlines = [
        (
            "makes a section conditional",
            STATEMENT,
            base_with(STATEMENT, "  - id: requests\n", "  - id: requests\n    when: \"false\"\n"),
            does_not_say,
        ),
        (
            "makes a clause conditional",
            PROCEDURE,
            base(PROCEDURE).replacen("---\n", "---\nwhen: setting.name == \"Nowhere\"\n", 1),
            does_not_say,
        ),
        (
            "says it in another document only",
            "clauses/website-information/careers-leader.md",
            "---\ntitle: A\nmeets: [school-information-regulations/careers-leader]\nwhy: B\n---\n&nbsp;\n".to_owned(),
            "`website-information` does not say what `school-information-regulations/careers-leader` asks",
        ),
    ];
    let wordings = wordings.map(|(way, words)| (way, PROCEDURE, procedure(words), does_not_say));
    for (number, (way, path, text, words)) in
        some(5, wordings.into_iter().chain(outlines).collect()).into_iter().enumerate()
    {
        let sandbox = pack(&format!("not-said-{number}"), &[(path, text)]);
        let libraries = Libraries::new(vec![sandbox.path().to_owned()], Vec::new());
        let outcome = check_profile(&repository("profiles/harbour-view-school.yaml"), &libraries, today()).unwrap();
        assert_found(way, &outcome.findings, Severity::Error, "CP310", words);
    }
}

#[test]
fn a_heading_that_shows_nothing_stops_its_document() {
    let outline = base_with(STATEMENT, "title: Asking for access", "title: \"\\u3164\"");
    let sandbox = pack("blank-heading", &[(STATEMENT, outline)]);
    let libraries = Libraries::new(vec![sandbox.path().to_owned()], Vec::new());
    let outcome = check_profile(&repository("profiles/harbour-view-school.yaml"), &libraries, today()).unwrap();
    assert_found("blank heading", &outcome.findings, Severity::Error, "CP306", "the title or heading shows no words");
}

/// Whether words still say what the law asks no program can tell: they are always shown as what they are.
#[test]
fn statutory_wording_that_a_pack_replaces_is_shown_as_such() {
    let network = "clauses/careers-policy/our-hub-network.md";
    let claims = "---\ntitle: A\nmeets: [our-hub/network, education-act-42b/procedure]\nwhy: B\n---\nWe take part in the network.\n";
    let terms = "maintained_school: {learners: no pupils}\n";
    let nothing_added = (POLICY, "# Nothing.\n".to_owned());
    let added = "add:\n  - {clause: careers-policy/our-hub-network, after: provider-access/contact}\n".to_owned();
    let procedure = vec![(PROCEDURE, procedure("No provider may ask us for anything."))];
    let claimed = vec![(network, claims.to_owned()), (STATEMENT, added), nothing_added];
    let terms = vec![("terms.yaml", terms.to_owned())];
    let rows = [
        ("contradicts a duty", procedure, "Clauses", "provider-access/procedure"),
        ("has another clause claim to say it", claimed, "Clauses", "careers-policy/our-hub-network"),
        ("contradicts a duty by a term", terms, "Terms", "learners"),
    ];
    for (number, (way, files, kind, name)) in some(1, rows.into_iter().enumerate().collect()) {
        let sandbox = pack(&format!("shown-{number}"), &files);
        let folder = [sandbox.path().to_owned()];
        let diff = diff_packs(&folder).unwrap_or_else(|unloadable| panic!("{way}: {:#?}", unloadable.findings));
        let shown = diff.differences.iter().find(|difference| difference.kind == kind && difference.name == name);
        let law = shown.map(|difference| difference.law.join("; ")).unwrap_or_default();
        assert!(law.contains("Education Act 1997, s.42"), "{way}: {:#?}", diff.differences);
        if number < 2 {
            assert!(law.contains("s.42B(5)(a) (`education-act-42b/procedure`)"), "{way}: {law}");
        }
        let report = check_packs(&folder, today());
        assert_found(way, &report.findings, Severity::Note, "CP321", name);
    }
}

/// What contradicts a duty beside it, and claims nothing, is new, and shown as that.
#[test]
fn what_a_pack_says_beside_a_duty_is_shown() {
    let clause = "---\ntitle: A\nmeets: [our-hub/network]\nwhy: B\n---\nNone of this holds here.\n";
    let outline =
        "title: Withdrawn\nadd:\n  - {clause: careers-policy/our-hub-network, after: careers-policy/vision}\n";
    let files = [("clauses/careers-policy/our-hub-network.md", clause.to_owned()), (POLICY, outline.to_owned())];
    let sandbox = pack("beside", &files);
    let diff =
        diff_packs(&[sandbox.path().to_owned()]).unwrap_or_else(|unloadable| panic!("{:#?}", unloadable.findings));
    for (kind, name, fate) in
        [("Clauses", "careers-policy/our-hub-network", "added"), ("Outlines", "careers-policy", "changed")]
    {
        let is_shown =
            diff.differences.iter().any(|shown| shown.kind == kind && shown.name == name && shown.fate == fate);
        assert!(is_shown, "{kind}: {:#?}", diff.differences);
    }
}

/// Sixty clauses, each just within its own bounds, are stopped together.
#[test]
fn the_trial_of_a_pack_ends_with_one_finding() {
    let loops = "{% for a in [1,2,3,4,5,6,7,8,9] %}".repeat(4)
        + "{% set s = setting.name | lower %}"
        + &"{% endfor %}".repeat(4);
    let doubled = "{% set x = {\"y\": [\"a\", \"b\"]} %}".to_owned()
        + &"{% set x = {\"y\": [x.y, x.y]} %}".repeat(40)
        + "{{ x.y | lower }}";
    let rows = [
        ("loops", loops, "all wording together takes too many steps"),
        ("doubling", doubled, "`x` is given to something that the wording built itself"),
    ];
    for (name, wording, words) in rows {
        let header = "---\ntitle: A\nmeets: [our-hub/network]\nwhy: B\n---\nSome words of ours.\n";
        let sandbox = Sandbox::pack(&format!("trial-{name}"));
        let mut add = "add:\n".to_owned();
        for number in 0..if name == "loops" { 60 } else { 1 } {
            sandbox.write(&format!("clauses/careers-policy/c{number}.md"), format!("{header}{wording}\n"));
            add.push_str(&format!("  - {{clause: careers-policy/c{number}, after: careers-policy/vision}}\n"));
        }
        sandbox.write(POLICY, add);
        let report = check_packs(&[sandbox.path().to_owned()], today());
        assert_found(name, &report.findings, Severity::Error, "CP306", words);
        let errors = report.findings.iter().filter(|finding| finding.severity == Severity::Error).count();
        assert_eq!(errors, 1, "{name}: {:#?}", report.findings);
    }
}
