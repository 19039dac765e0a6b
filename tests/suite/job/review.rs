//! Recording an approval in a profile: nothing else in the file changes, however it is written.

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::LazyLock;

use careers_policy::job::{Approval, Libraries, Recorded, Unrecorded, review_profile};
use careers_policy::profile::{Profile, read_profile};
use careers_policy::text::{Sources, unified_diff};
use proptest::prelude::*;

use crate::amount::cases;
use crate::sandbox::Sandbox;
use crate::school::{repository, today};

/// Nothing is missing here that the law asks for, so that an approval is recorded.
const SCHOOL: &str = "setting:\n  name: A\n  type: training_provider\n";

fn file(name: &str, bytes: impl AsRef<[u8]>) -> PathBuf {
    let path = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
    let _ = fs::remove_file(&path);
    fs::write(&path, bytes).unwrap();
    path
}

fn approval() -> Approval {
    Approval {
        documents: Vec::new(),
        on: "2026-08-20".parse().unwrap(),
        by: "Full board: \"A, B\"".to_owned(),
        no_changes: true,
        summary: None,
        author: Some("Zoë O'Hara".to_owned()),
        version: None,
        next_review: None,
        despite_gaps: false,
        due_by: None,
    }
}

fn review(path: &Path, approval: &Approval) -> Result<Recorded, String> {
    static LIBRARIES: LazyLock<Libraries> = LazyLock::new(|| Libraries::new(Vec::new(), Vec::new()));
    review_profile(path, approval, &LIBRARIES, today()).map_err(|why| match why {
        Unrecorded::Found { why, findings, .. } => format!("{why} {findings:?}"),
        Unrecorded::Refused(why) => why,
        Unrecorded::NothingDue { .. } => "nothing is due".to_owned(),
        Unrecorded::Failure(failure) => failure.to_string(),
    })
}

fn read(path: &Path) -> Profile {
    read_profile(path, &mut Sources::default()).unwrap_or_else(|unread| panic!("{unread:#?}")).value
}

/// What a profile with this text becomes.
fn after(name: &str, text: &str) -> String {
    review(&file(name, text), &approval()).unwrap_or_else(|why| panic!("{why}\n{text}")).text.after.clone()
}

fn refusal(name: &str, text: &str) -> String {
    review(&file(name, text), &approval()).err().unwrap_or_else(|| panic!("{name} is recorded"))
}

/// What a profile with this text becomes, but for its first lines about the school.
fn policy_after(name: &str, policy: &str) -> String {
    let access = "provider_access: {approved_on: 2025-01-01}\n";
    let text = after(name, &format!("{SCHOOL}{access}{policy}"));
    text.split_once("2027-08-20\"}\n")
        .or(text.split_once("2027-08-20}\n"))
        .unwrap_or_else(|| panic!("{text}"))
        .1
        .to_owned()
}

const ROW: &str =
    "version: \"1.0\"\n      date: 2026-08-20\n      author: Zoë O'Hara\n      summary: Reviewed, no changes\n";

#[test]
fn a_file_keeps_its_byte_order_mark_line_endings_encoding_and_permissions() {
    let text = fs::read_to_string(repository("profiles/harbour-view-school.yaml")).unwrap();
    let text = text.trim_end().replace('\n', "\r\n");
    let marked = format!("\u{feff}{text}");
    let wide: Vec<u8> = marked.encode_utf16().flat_map(u16::to_le_bytes).collect();
    for (name, bytes) in [("review-crlf.yaml", marked.as_bytes()), ("review-utf-16.yaml", &wide)] {
        let path = file(name, bytes);
        #[cfg(unix)]
        fs::set_permissions(&path, std::os::unix::fs::PermissionsExt::from_mode(0o640)).unwrap();
        let recorded = review(&path, &approval()).unwrap();
        recorded.text.write().unwrap();
        let written = fs::read(&path).unwrap();
        assert_eq!(written[..2], bytes[..2]);
        assert!(!recorded.text.after.replace("\r\n", "").contains('\n') && !recorded.text.after.ends_with('\n'));
        let profile = read(&path);
        assert_eq!(profile.policy.approved_on, Some(approval().on.into()));
        assert_eq!(profile.policy.history.last().unwrap().author.as_deref(), Some("Zoë O'Hara"));
        #[cfg(unix)]
        assert_eq!(std::os::unix::fs::PermissionsExt::mode(&fs::metadata(&path).unwrap().permissions()) & 0o777, 0o640);
    }
}

#[test]
fn a_file_that_another_program_changed_is_left_alone() {
    let path = file("review-changed.yaml", SCHOOL);
    let recorded = review(&path, &approval()).unwrap();
    fs::write(&path, format!("{SCHOOL}# more\n")).unwrap();
    assert!(recorded.text.write().unwrap_err().to_string().contains("in the meantime"));
    assert_eq!(fs::read_to_string(&path).unwrap(), format!("{SCHOOL}# more\n"));
}

#[test]
fn sections_and_fields_that_are_not_there_yet_are_added_where_they_belong() {
    let by = "\"Full board: \\\"A, B\\\"\"";
    let dates = "  approved_on: 2026-08-20\n  next_review: 2029-08-20\n";
    let text = after("review-none.yaml", SCHOOL);
    let policy = format!("policy:\n  version: \"1.0\"\n  approved_by: {by}\n{dates}  history:\n    - {ROW}");
    assert!(text.starts_with(&format!("{SCHOOL}\n{policy}\nprovider_access:\n  approved_by: {by}\n")), "{text}");
    let text = policy_after("review-order.yaml", "policy:\n  distribution: [a, # b ]\n    c]\n  status: x # y\n");
    let old = "  distribution: [a, # b ]\n    c]\n  status: x # y\n";
    let new = format!("policy:\n  version: \"1.0\"\n{old}  approved_by: {by}\n{dates}  history:\n    - {ROW}");
    assert_eq!(text, new);
}

#[test]
fn a_history_that_is_empty_in_any_way_gets_its_first_row() {
    for (name, history) in [
        ("review-h1.yaml", "history: []  # none"),
        ("review-h2.yaml", "history:  # none"),
        ("review-h3.yaml", "history: ~  # none"),
    ] {
        let text = policy_after(name, &format!("policy:\n  {history}\n  # below\n"));
        assert!(text.contains(&format!("  history:  # none\n    - {ROW}  # below\n")), "{text}");
    }
}

#[test]
fn braces_and_brackets_stay_braces_and_brackets() {
    let text = policy_after(
        "review-flow.yaml",
        "policy: {version: '2.9', history: [{version: '2.9', date: 2020-01-01, summary: 'x'},], } # y\n",
    );
    let row = "{version: '2.10', date: 2026-08-20, author: Zoë O'Hara, summary: 'Reviewed, no changes'}";
    assert!(
        text.starts_with("policy: {version: '2.10', history: [{version: '2.9', date: 2020-01-01, summary: 'x'}, "),
        "{text}"
    );
    assert!(text.contains(row) && text.ends_with(", } # y\n"), "{text}");
}

#[test]
fn rows_take_the_indentation_and_the_quotation_marks_of_the_row_before() {
    let text = policy_after(
        "review-rows.yaml",
        "policy:\n    history:\n    -   version: 2.9\n        date: 2020-01-01\n        summary: |\n          Long\n\n    # end\n",
    );
    let row = "    -   version: 2.10\n        date: 2026-08-20\n        author: Zoë O'Hara\n        summary: Reviewed, no changes\n";
    assert!(text.contains(&format!("          Long\n{row}\n    # end\n")), "{text}");
}

#[test]
fn what_cannot_be_changed_safely_is_refused_with_its_line() {
    let text = format!("{SCHOOL}policy:\n  approved_by: >\n    The\n    board\n");
    assert!(
        refusal("review-block.yaml", &text).contains("review-block.yaml, line 5: this value runs over several lines")
    );
    let text = format!("{SCHOOL}policy:\n  history:\n    -\n");
    assert!(refusal("review-dash.yaml", &text).contains("line 5"));
}

#[test]
fn a_file_that_schools_share_is_never_changed() {
    let trust = "policy:\n  approved_by: Trust board\n";
    let shared = file("review-trust.yaml", trust);
    let path = file("review-sibling.yaml", format!("extends: review-trust.yaml\n{SCHOOL}"));
    let recorded = review(&path, &approval()).unwrap();
    assert!(recorded.notes[0].contains("review-trust.yaml too, line 2"), "{:?}", recorded.notes);
    recorded.text.write().unwrap();
    assert_eq!(fs::read_to_string(&shared).unwrap(), trust);
    assert_eq!(read(&path).policy.approved_by.as_deref(), Some("Full board: \"A, B\""));

    file("review-trust-2.yaml", "policy:\n  history:\n    - {version: '1', date: 2020-01-01, summary: x}\n");
    let why = refusal("review-sibling-2.yaml", &format!("extends: review-trust-2.yaml\n{SCHOOL}"));
    assert!(why.contains("review-trust-2.yaml, line 3, which other schools share"), "{why}");
}

/// A line of a profile that says nothing.
fn remarks() -> impl Strategy<Value = &'static str> {
    prop::sample::select(vec!["", "", "", "\n", "# a: b - [c\n", "    # deep\n", "\n\n"])
}

/// A profile in one of many manners.
fn profile() -> impl Strategy<Value = String> {
    let field = |name: &'static str, values: Vec<&'static str>| {
        (prop::sample::select(values), remarks()).prop_map(move |(value, remarks)| match value {
            "-" => String::new(),
            value => format!("@{name}:{value}\n{remarks}"),
        })
    };
    let dates =
        || vec!["-", "", " ~", " 2025-01-02", " '2025-01-02'  # then", " \"2025-01-02\"", "   2025-01-02 # x: y"];
    let history = prop::sample::select(vec![
        "-",
        "@history:\n",
        "@history: [] # none\n",
        "@history:\n@- version: \"1.0\"\n@  date: 2020-01-01\n@  summary: >\n@    Long\n\n",
        "@history: # x\n@@- {version: 1.0, date: 2020-01-01, summary: First, }\n@@# end\n",
        "@history:\n@@-\n@@  version: '1.0'\n@@  date: 2020-01-01\n@@  summary: 'First'\n",
        "@history: [\n@@{version: '1.0', date: 2020-01-01, summary: a b}\n@]\n",
    ]);
    let version = field("version", vec!["-", "", " 2.0", " \"2.0\"", " '2' # two"]);
    let by = field("approved_by", vec!["-", "", " Board", " 'The board'", " \"\"  # who"]);
    let policy =
        (version, by, field("approved_on", dates()), field("next_review", dates()), history, remarks(), any::<bool>());
    let access = (field("approved_on", dates()), field("version", vec!["-", " 2.0"]), any::<bool>());
    (policy, access, any::<bool>(), any::<bool>(), prop::sample::select(vec!["  ", "    "])).prop_map(
        |(
            (version, by, on, next, history, remarks, has),
            (access_on, access_version, has_access),
            crlf,
            ended,
            step,
        )| {
            let history = if history == "-" { "" } else { history };
            let mut text = format!("{remarks}setting: # who\n@name: A\n{remarks}@type: training_provider\n{remarks}");
            let policy = format!("policy:\n{version}{remarks}{by}{history}{on}{next}");
            let access = format!("provider_access:\n{access_on}{access_version}");
            text += if has { &policy } else { "" };
            text += if has_access { &access } else { "# no statement\n" };
            let text = text.replace('@', step);
            let text = if ended { &*text } else { text.trim_end() };
            if crlf { text.replace('\n', "\r\n") } else { text.to_owned() }
        },
    )
}

proptest! {
    #![proptest_config(cases(16, 300))]

    #[test]
    fn only_the_lines_of_the_approval_change(text in profile()) {
        let path = file("review-any.yaml", &text);
        let before = read(&path);
        let recorded = match review(&path, &approval()) {
            Ok(recorded) => recorded,
            Err(why) => return Err(TestCaseError::fail(format!("{why}\n{text}"))),
        };
        let names = ["version:", "approved_by:", "approved_on:", "next_review:", "history:", "date:", "author:", "summary:"];
        for line in unified_diff("a", &recorded.text.before, &recorded.text.after).lines().skip(2) {
            let (mark, words) = line.split_at(1);
            let words = words.trim().trim_start_matches(['-', ' ', ',', '{']);
            let ours = names.iter().any(|name| words.starts_with(name)) || words.starts_with("policy:")
                || words.starts_with("provider_access:") || words.is_empty();
            // The last line may only be given a line ending.
            let last = recorded.text.before.lines().next_back().is_some_and(|last| last.trim() == line[1..].trim());
            prop_assert!(!matches!(mark, "+" | "-") || ours || last, "{line}\n{}", recorded.text.after);
        }
        recorded.text.write().unwrap();
        let mut after = read(&path);
        prop_assert_eq!(after.policy.history.len(), before.policy.history.len() + 1);
        prop_assert_eq!(after.policy.approved_on, Some(approval().on.into()));
        prop_assert_eq!(after.provider_access.approved_on, Some(approval().on.into()));
        after.policy = before.policy.clone();
        after.provider_access = before.provider_access.clone();
        prop_assert_eq!(after, before);
    }
}

#[test]
fn only_what_is_due_by_the_day_is_recorded_and_once() {
    let text = "setting:\n  name: A\n  type: training_provider\npolicy:\n  version: '1.0'\n  approved_by: Board\n  \
                approved_on: 2023-08-20\n  next_review: 2026-08-20\nprogramme:\n  next_review: 2026-08-21\n";
    // A folder of its own: a file that is written waits beside its place, under one name for the whole process.
    let folder = Sandbox::empty("review-due");
    let path = folder.path().join("review-due.yaml");
    fs::write(&path, text).unwrap();
    let by = |day: &str| Approval { due_by: Some(day.parse().unwrap()), ..approval() };
    let recorded = review(&path, &by("2026-08-20")).unwrap();
    let days: Vec<String> = recorded.reviewed.iter().map(|(name, day)| format!("{name} {day}")).collect();
    assert_eq!(days, ["careers policy 2029-08-20"]);
    let recorded = review(&path, &by("2026-08-21")).unwrap();
    let days: Vec<String> = recorded.reviewed.iter().map(|(name, day)| format!("{name} {day}")).collect();
    assert_eq!(days, ["careers policy 2029-08-20", "published careers information 2027-08-20"]);
    recorded.text.write().unwrap();
    assert_eq!(review(&path, &by("2036-01-01")).err().unwrap(), "nothing is due");
}
