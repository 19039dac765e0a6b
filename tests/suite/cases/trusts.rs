//! Trusts of every make: what their policy says of schools is true of each, whatever its years and its kind.

use careers_policy::finding::{Code, Place, Severity};
use careers_policy::job::{Libraries, Twins, check_profile, due_all, due_ics};

use crate::case::{Tried, tried};
use crate::sandbox::Sandbox;
use crate::school::{library, repository, today};

const POLICY: &str = "trust-careers-policy.md";

/// The policy of a trust, which can be made without an error.
fn policy(case: &str) -> String {
    let tried = tried(case);
    let errors = tried.findings.iter().filter(|finding| finding.severity == Severity::Error).count();
    assert_eq!(errors, 0, "{}", tried.printed);
    tried.text(POLICY)
}

/// The rows of the table with this caption, the head left out.
fn rows<'a>(text: &'a str, caption: &str) -> Vec<&'a str> {
    let table = text.split(&format!("Table: {caption}")).nth(1).unwrap_or_else(|| panic!("no table {caption}: {text}"));
    table.split("\n\n").nth(1).unwrap().lines().skip(2).collect()
}

fn no_table_is_empty(text: &str) {
    let lines: Vec<&str> = text.lines().collect();
    for pair in lines.windows(2).filter(|pair| pair[0].starts_with("| ---")) {
        assert!(pair[1].starts_with('|'), "a table without a row: {text}");
    }
    for hole in ["Not recorded", "not recorded", "Not named", "Not set\n", "To complete"] {
        assert!(!text.contains(hole), "{hole}: {text}");
    }
}

#[test]
fn a_trust_of_primary_schools_claims_no_duty_and_no_statement() {
    let text = policy("trust-of-primaries");
    no_table_is_empty(&text);
    for untrue in [
        "section 42",
        "provider access policy statement",
        "publishes a summary",
        "Years 8",
        "independent",
        "careers leader of each",
    ] {
        assert!(!text.contains(untrue), "{untrue}: {text}");
    }
    assert!(text.contains("does not apply to them"), "{text}");
}

#[test]
fn a_primary_school_beside_a_secondary_school_is_promised_nothing_that_is_the_others() {
    let text = policy("trust-of-two");
    no_table_is_empty(&text);
    assert!(text.contains("Minnow Primary has no pupils in Year 7 or above, so the law"), "{text}");
    assert!(text.contains("every school with pupils in Year 7 or above has a careers leader"), "{text}");
    assert!(text.contains("where a school has Year 11, its pupils are to have meaningful experiences"), "{text}");
    for caption in
        ["Careers leader of each school", "Minimum encounters for a", "Each school’s statement, and who to contact"]
    {
        let rows = rows(&text, caption);
        assert!(rows.len() == 1 && rows[0].contains("Pike Academy"), "{rows:?}");
    }
    assert!(
        !text.contains("Minnow Primary: next by") && !text.contains("https://www.minnow.example/providers"),
        "{text}"
    );
    assert!(!text.contains("Year 12"), "no school has a third key phase: {text}");
}

#[test]
fn a_school_of_each_kind_has_what_is_its_own() {
    let text = policy("trust-of-all-kinds");
    no_table_is_empty(&text);
    let owed = rows(&text, "Minimum encounters for a");
    let expected = [
        "| Blue Middle | Two, in Year 8 | None | None | Two |",
        "| Coral High | Two, in Years 8 and 9 | Two, in Years 10 and 11 | None | Four |",
        "| Dove Special | Two, in Years 8 and 9 | Two, in Years 10 and 11 | Two, in Years 12 and 13 | Six |",
        "| Elm House | Two, in Year 9 | Two, in Years 10 and 11 | None | Four |",
    ];
    assert_eq!(owed, expected);
    assert!(text.contains("From a pupil’s 19th birthday this holds only while they continue a course"), "{text}");
    assert!(text.contains("Fern College is a 16 to 19 academy, so the duty does not apply to it"), "{text}");
    assert!(
        text.contains("Amber Primary has no pupils in Year 7 or above, so the duty does not apply to it"),
        "{text}"
    );
}

#[test]
fn schools_whose_answers_agree_share_one_table_of_how_to_find_out() {
    let text = policy("trust-of-two");
    assert_eq!(text.matches("Table: How to find out").count(), 1, "{text}");
    assert!(text.contains("Table: How to find out about each school’s careers programme"), "{text}");
    let text = policy("trust-of-all-kinds");
    assert_eq!(text.matches("Table: How to find out").count(), 1, "{text}");
    let rows = rows(&text, "How to find out");
    let sharing = "Amber Primary, Blue Middle, Coral High, Elm House and Fern College";
    assert!(
        rows.contains(&&*format!("| Parents and carers | {sharing} | On the website and at evenings. |")),
        "{rows:?}"
    );
    assert!(rows.contains(&"| Parents and carers | Dove Special | At each review. |"), "{rows:?}");
    assert!(rows.contains(&"| Students | Fern College | On the website. |"), "{rows:?}");
    assert!(rows.contains(&"| Employers | All | From the school’s office. |"), "{rows:?}");
}

#[test]
fn a_school_without_a_statement_is_not_asked_for_one() {
    let about_statement = |tried: &Tried| {
        let about = tried.findings.iter().filter(|finding| finding.severity != Severity::Note);
        let about = about.filter(|finding| finding.title.contains("statement") || finding.title.contains("providers"));
        about.map(|finding| finding.title.clone()).collect::<Vec<_>>()
    };
    for case in ["primary", "trust-of-primaries"] {
        assert_eq!(about_statement(tried(case)), [] as [&str; 0]);
    }
    let dates = tried("primary").found(Code::CP213).into_iter().map(|finding| finding.at.clone()).collect::<Vec<_>>();
    assert_eq!(dates, [Place::Field("policy.approved_on".to_owned())], "no dates of a statement are looked at");
    assert!(about_statement(tried("trust-of-two")).iter().all(|title| !title.contains("Minnow")));
}

#[test]
fn a_primary_school_alone_claims_nothing_of_the_law_on_careers_guidance() {
    let tried = tried("primary");
    assert!(!tried.files.contains_key("provider-access-policy.md"));
    for text in tried.texts("careers-policy") {
        assert!(!text.contains("rovider access policy statement"), "{text}");
        assert!(text.contains("does not apply to us"), "{text}");
        assert!(text.contains("Each July we compare destinations"), "its own words are printed: {text}");
    }
}

/// The reviews of a trust's list: the school, the document and the field that holds the day.
fn due(case: &str) -> (Vec<(String, String, String)>, String) {
    let mut list = Vec::new();
    due_all(
        &[repository(&format!("fixtures/cases/{case}.yaml"))],
        &Twins::default(),
        library(),
        today(),
        |_, looked| {
            list.extend(looked.unwrap_or_else(|failure| panic!("{failure}")).1);
        },
    );
    let calendar = due_ics(&list, today()).replace("\r\n ", "");
    let list = list.into_iter().map(|due| (due.school, due.document.to_owned(), due.field));
    (list.collect(), calendar)
}

#[test]
fn what_falls_due_for_schools_described_in_the_trusts_file_is_listed() {
    let (list, calendar) = due("trust-of-all-kinds");
    let of = |school: &str, document: &str| {
        list.iter().find(|(name, what, _)| name == school && what == document).map(|(.., field)| field.as_str())
    };
    assert_eq!(of("Rainbow Trust", "careers-policy"), Some("policy.next_review"));
    assert_eq!(of("Coral High", "provider-access-policy"), Some("provider_access.next_review"));
    assert_eq!(of("Dove Special", "provider-access-policy"), Some("schools[3].provider_access.next_review"));
    assert_eq!(of("Amber Primary", "provider-access-policy"), None);
    assert!(calendar.contains("SUMMARY:Review the provider access policy statement\\, Dove Special"), "{calendar}");
}

/// A pack that requires something of academies, and says it in the outlines named.
fn requiring(name: &str, outlines: &[&str]) -> Sandbox {
    let pack = Sandbox::empty(name);
    pack.write("pack.yaml", "name: our-hub\nedition: \"1\"\nextends: base\n");
    pack.write(
        "requirements/our-hub.yaml",
        "source: What our hub asks\nduty: {all: not_applicable, academy: required}\nrequirements:\n  report:\n    asks: The policy promises a report.\n",
    );
    pack.write(
        "clauses/careers-policy/report.md",
        "---\ntitle: The report\nmeets: [our-hub/report]\nwhy: Our hub asks for it.\n---\nEach school reports once a year.\n",
    );
    for outline in outlines {
        pack.write(
            &format!("outlines/{outline}.yaml"),
            "add:\n  - {clause: careers-policy/report, after: careers-policy/policy-review}\n",
        );
    }
    pack
}

#[test]
fn what_a_hub_requires_must_be_said_in_the_trusts_own_policy_too_and_is_never_called_statute() {
    let unsaid = |outlines: &[&str]| {
        let pack = requiring(&format!("requiring-{}", outlines.len()), outlines);
        let libraries = Libraries::new(vec![pack.path().to_owned()], Vec::new());
        let path = repository("fixtures/cases/trust-of-two.yaml");
        let findings = check_profile(&path, &libraries, today()).unwrap().findings;
        findings.into_iter().filter(|finding| finding.code == Code::CP310).collect::<Vec<_>>()
    };
    let missing = unsaid(&["careers-policy"]);
    assert_eq!(missing.len(), 1, "{missing:#?}");
    assert!(missing[0].notes.iter().any(|note| note.starts_with("required for")), "{missing:#?}");
    assert!(!missing[0].notes.iter().any(|note| note.contains("statutory")), "{missing:#?}");
    assert_eq!(unsaid(&["careers-policy", "trust-careers-policy"]), []);
}

#[test]
fn a_trust_of_a_primary_school_and_a_16_to_19_academy_claims_no_duty_that_is_neithers() {
    let text = policy("trust-of-two-ends");
    no_table_is_empty(&text);
    assert!(!text.contains("By law the proprietor of an academy"), "{text}");
    assert!(!text.contains("section 42A") && !text.contains("section 42B"), "{text}");
    assert!(text.contains("Stag Sixth Form, a 16 to 19 academy, which is not a school in law"), "{text}");
}

#[test]
fn a_school_with_year_7_alone_has_a_statement_and_owes_neither_access_nor_encounters() {
    let tried = tried("first-year-school");
    let statement = tried.text("provider-access-policy.md");
    assert!(statement.contains("It does not require it for the years that we have now"), "{statement}");
    assert!(
        !statement.contains("at least two") && !statement.contains("give a range of providers access"),
        "{statement}"
    );
    let policy = tried.text("careers-policy.md");
    assert!(policy.contains("requires us to publish a provider access policy statement"), "{policy}");
    assert!(!policy.contains("encounters they are entitled to"), "{policy}");
}
