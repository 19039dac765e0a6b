//! What an institution says of its own policy: its title, its roles, its nouns, months without a day, clauses that it leaves out.

use careers_policy::finding::{Code, Severity};

use crate::case::tried;

/// The careers policy of the case in Markdown, as it is read.
fn policy() -> String {
    tried("own-policy").text("careers-policy.md").replace('\\', "").replace('\u{a0}', " ")
}

fn assert_printed(words: &[&str]) {
    let text = policy();
    words.iter().for_each(|words| assert!(text.contains(words), "`{words}` is not in\n{text}"));
}

fn assert_absent(words: &[&str]) {
    let text = policy();
    words.iter().for_each(|words| assert!(!text.contains(words), "`{words}` is in\n{text}"));
}

#[test]
fn every_answer_of_the_case_stands_in_a_document() {
    let unused = tried("own-policy").found(Code::CP121);
    assert!(unused.is_empty(), "{unused:?}");
}

#[test]
fn a_policy_has_its_own_title_owner_author_and_line_to_sign_on() {
    assert_printed(&[
        "Approved by: Board of trustees, July 2026; in force from 17 September 2026; version 1.0",
        "# Careers and futures policy: 2026 to 2029\n",
        "**Owner:** Senior leadership team",
        "**Author:** Priya Nair, Careers Leader",
        "How often we review it: every year",
        "Morag Sinclair, Chair of Trustees. Signature: ________________ Date: __________",
    ]);
    assert!(tried("own-policy").found(Code::CP401).is_empty());
}

#[test]
fn own_responsibilities_stand_after_ours_or_in_their_place_and_the_law_stays() {
    assert_printed(&[
        "- Runs the drop-in on Thursdays\n",
        "- reviews our provider access policy statement every year",
        "- Chairs the careers board\n",
        "- make careers part of our",
        "- Read the careers report each autumn\n",
        "Our teachers:\n\n- Invite a visitor from industry once a year\n",
        "- Helen Achterberg: Sits in every annual review from Year 9\n",
        "- Opens doors to employers\n",
        "By law the academy trust must make sure that every registered pupil",
    ]);
    assert_absent(&["briefs teachers on where their subject can lead", "- completes training on careers guidance"]);
}

#[test]
fn a_vacant_post_is_said_to_be_vacant_and_who_covers() {
    assert_printed(&["| Post vacant: Pathways Guidance Ltd covers until January |", "(Marsh Engineering)"]);
    assert!(tried("own-policy").found(Code::CP123).is_empty());
}

#[test]
fn the_nouns_of_an_institution_are_its_own() {
    assert_printed(&[
        "| Principal | Ruth Calloway |",
        "our academy improvement plan",
        "our principal and senior leaders",
    ]);
    assert_absent(&["headteacher and senior leaders", "school improvement plan"]);
}

#[test]
fn a_month_without_a_day_is_printed_as_it_is_and_counts_as_the_stricter_day() {
    assert_printed(&[
        "**Approved on:** July 2026",
        "We will review this policy by July 2029",
        "In June 2026 we checked this policy against the edition then on GOV.UK.",
        "| 1.0 | July 2026 | First issue |",
        "Daniel Whitcombe, Deputy Principal (July 2026)",
    ]);
    let late = tried("own-policy").found(Code::CP211);
    assert!(late.iter().any(|finding| finding.at.field() == Some("policy.next_review")), "{late:?}");
}

#[test]
fn what_may_be_left_out_is_told_and_what_binds_is_not_left_out() {
    let tried = tried("own-policy");
    assert_absent(&["Why careers guidance matters"]);
    assert!(tried.found(Code::CP106).iter().all(|finding| finding.severity == Severity::Note));
    assert_eq!(tried.found(Code::CP106).len(), 1);
    let refused = crate::case::tried("left-out-by-law").found(Code::CP105);
    let fields: Vec<_> = refused.iter().filter_map(|finding| finding.at.field()).collect();
    assert_eq!(fields, ["leave_out[0].clause", "leave_out[1].clause"]);
    assert!(refused.iter().all(|finding| finding.severity == Severity::Error));
}

#[test]
fn resources_need_no_link_and_stand_under_headings() {
    assert_printed(&[
        "- The careers library in room 12\n",
        "For pupils:\n\n- [National Careers Service]",
        "For parents and carers:\n\n- The academy office: open until 5pm\n- The evening helpline\n",
        "Trips policy (what we do before a visit)",
    ]);
}

#[test]
fn what_goes_on_all_year_has_a_row_of_its_own() {
    assert_printed(&["| Year 10 | All year | Weekly careers club (Benchmark 3) |"]);
}
