//! Nothing untrue is published: telephone numbers, years and stages, numbers of leavers, encounters, actions.

use careers_policy::finding::{Code, Severity};

use crate::case::tried;

#[test]
fn a_number_with_a_zero_in_brackets_rings_the_school() {
    let html = String::from_utf8(tried("telephone").files["careers-policy.html"].clone()).unwrap();
    assert!(html.contains("href=\"tel:+441632960201\""), "{html}");
    assert!(html.contains("+44&nbsp;(0)1632&nbsp;960201</a>"), "{html}");
}

#[test]
fn a_number_is_a_link_only_where_it_is_understood_and_always_printed_as_written() {
    let tried = tried("telephone-in-words");
    let [markdown, html, docx] = tried.texts("careers-policy");
    assert!(html.contains("href=\"tel:+441632960233;ext=214\""), "{html}");
    assert!(html.contains("href=\"tel:+447700900123\""), "{html}");
    for words in ["01632 960381 / 960382", "0800 123", "01632 960201 (option 2)", "ask at reception"] {
        assert!(docx.contains(words) && html.contains(words), "{words}");
        assert!(!markdown.contains(&format!("[{words}]")), "{words} is no link");
    }
    let links: Vec<&str> = html.split("href=\"tel:").skip(1).filter_map(|rest| rest.split('"').next()).collect();
    assert!(
        links.iter().all(|link| ["+441632960233;ext=214", "+447700900123", "+441632960201"].contains(link)),
        "{links:?}"
    );
    let severities: Vec<Severity> = tried.found(Code::CP132).iter().map(|finding| finding.severity).collect();
    assert_eq!(severities, [Severity::Warning, Severity::Warning, Severity::Note, Severity::Note]);
}

/// The rows of the table under a caption, each with its first cell.
fn first_cells(markdown: &str, caption: &str) -> Vec<String> {
    let (_, table) = markdown.rsplit_once(caption).unwrap_or_else(|| panic!("no {caption} in {markdown}"));
    let rows = table.lines().skip_while(|line| !line.starts_with('|')).take_while(|line| line.starts_with('|'));
    rows.filter_map(|row| row.split('|').nth(1))
        .map(|cell| cell.trim().to_owned())
        .filter(|cell| !cell.starts_with("---"))
        .collect()
}

#[test]
fn a_school_that_works_in_stages_has_no_empty_years_and_no_year_over_its_stages() {
    let markdown = tried("stages-beside-years").text("careers-policy.md");
    assert!(!markdown.contains("none | none"), "{markdown}");
    assert_eq!(first_cells(&markdown, "Our careers programme by stage and term"), ["Stage", "Phase 3"]);
    assert!(markdown.contains("Our learning journey, stage by stage"), "{markdown}");
    assert!(markdown.contains("It is planned for each stage"), "{markdown}");
}

#[test]
fn stages_keep_their_words_and_their_order_in_every_table() {
    let special = tried("special-in-phases");
    let policy = special.text("careers-policy.md");
    assert_eq!(
        first_cells(&policy, "Our careers programme by stage and term")[1..],
        ["Phase 3", "Phase 3", "Phase 4", "Phase 4", "Phase 5"]
    );
    assert_eq!(first_cells(&policy, "Learning outcomes by stage")[0], "Stage");
    let statement = special.text("provider-access-policy.md");
    assert_eq!(
        first_cells(&statement, "Opportunities for providers by stage"),
        ["Stage", "Phase 3", "Phase 4", "Phase 5"]
    );
    let college = tried("college-in-stages").text("careers-policy.md");
    assert_eq!(
        first_cells(&college, "Our careers programme by stage and term"),
        ["Stage", "At application and interview", "On a study programme", "On a study programme"]
    );
}

#[test]
fn an_event_for_several_key_phases_counts_for_each_of_them_and_for_those_years_only_whose_window_is_open() {
    let statement = tried("fair-across-phases").text("provider-access-policy.md");
    let row = |title: &str| statement.lines().find(|line| line.starts_with('|') && line.contains(title)).unwrap();
    assert!(row("Providers’ fair").ends_with("| yes, first, second and third phases |"), "{}", row("Providers’ fair"));
    assert!(
        row("Late fair").ends_with("| yes, first and second phases, for Years 8 and 10 only |"),
        "{}",
        row("Late fair")
    );
    assert!(row("Choice morning").ends_with("| yes, third phase |"), "{}", row("Choice morning"));
}

#[test]
fn percentages_are_never_printed_as_numbers_of_pupils() {
    let tried = tried("destinations-in-per-cent");
    for text in tried.texts("careers-policy") {
        assert!(text.contains("96%") && text.contains("4%"), "{text}");
        assert!(!text.contains("fewer than 5") && !text.contains("Number of pupils"), "{text}");
    }
    let found = tried.found(Code::CP134);
    assert_eq!((found.len(), found[0].severity), (1, Severity::Error));
    assert!(tried.printed.contains("write `per_cent: 96` in place of `number: 96`"), "{}", tried.printed);
}

#[test]
fn several_years_of_leavers_stand_side_by_side_and_nobody_can_be_recognised() {
    let side_by_side = tried("destinations-side-by-side");
    let markdown = side_by_side.text("careers-policy.md");
    for row in [
        "| Destination | Year 11 leavers, 2023 | Year 11 leavers, 2024 | Year 11 leavers, 2025 |",
        "| Sixth form | 61.4% | 58.8% | 60% |",
        "| Further education college | 35.0% | 36.3% | not shown |",
        "| Apprenticeship | SUPP | 4.9% | not shown |",
        "| Supported internship | not shown |",
        "| Residential college | fewer than 5 |",
    ] {
        assert!(markdown.contains(row), "{row} in {markdown}");
    }
    assert!(markdown.contains("Percentage of pupils by destination"), "{markdown}");
    assert!(markdown.contains("SUPP stands for a figure too small to publish"), "{markdown}");
    assert_eq!(
        markdown
            .matches("Small numbers, and others that would give one away, are not shown exactly, to protect privacy.")
            .count(),
        1
    );
    for code in [Code::CP134, Code::CP135, Code::CP136] {
        assert!(side_by_side.found(code).is_empty(), "{}", side_by_side.printed);
    }
}

#[test]
fn what_changes_every_year_stands_in_an_annex_and_the_policy_leads_there() {
    let tried = tried("yearly-annex");
    let (policy, annex) = (tried.text("careers-policy.md"), tried.text("careers-annex.md"));
    for (words, count) in
        [("Table: Decisions ahead", 1), ("Publish a one-page guide", 1), ("Table: Our careers programme", 1)]
    {
        assert!(!policy.contains(words), "{words} in {policy}");
        assert_eq!(annex.matches(words).count(), count, "{words} in {annex}");
    }
    for words in
        ["see our yearly annex, _Careers programme and action plan_", "how we help with each: see our yearly annex"]
    {
        assert!(policy.contains(words), "{words} in {policy}");
    }
    assert!(annex.starts_with("# Careers programme and action plan\n"), "{annex}");
}

#[test]
fn one_table_holds_all_actions_and_an_indicator_is_never_told_as_progress() {
    let tried = tried("action-plan");
    let markdown = tried.text("careers-policy.md");
    assert_eq!(markdown.matches("Table: Actions for the Gatsby Benchmarks").count(), 1, "{markdown}");
    for row in [
        "| Benchmark and target | Action | Who | By when |",
        "| 1. The programme is known to every family | Publish a one-page guide | Careers leader | 22 May 2026 |",
        "| 1. The programme is known to every family | Explain it at each options evening<br>_Progress:_ Done in Years 8 and 9 | Heads of year | termly |",
        "| 6. A placement for everyone | Agree reserve places<br>_Progress:_ Completed: Ten agreed | Careers leader | 30 April 2026 |",
        "| 6. Visits in Year 9 | Ask four employers<br>_Resources:_ £300 for a coach | Work experience co-ordinator | no date set |",
        "| 6. Visits in Year 9 | Look at what they offer | Careers leader | July 2027 |",
        "| 6. Visits in Year 9 | Book the coach | Office | March 2027 |",
    ] {
        assert!(markdown.contains(row), "{row} in {markdown}");
    }
    let measures = "- _Benchmark 1, The programme is known to every family:_ students’ aspirations raised; nine in ten families say";
    assert!(markdown.contains(measures), "{markdown}");
    let passed = tried.found(Code::CP131);
    assert_eq!(passed.len(), 1, "{}", tried.printed);
    assert_eq!(passed[0].title, "the action \"Publish a one-page guide\" was due by 22 May 2026");
}

#[test]
fn an_opportunity_is_not_said_to_count_for_a_year_for_which_it_cannot() {
    let tried = tried("fair-across-phases");
    let statement = tried.text("provider-access-policy.md");
    let counting = "_(counts)_";
    for row in [
        "| Year 7 | Routes assembly | please ask | please ask |".to_owned(),
        format!("| Year 8 | Routes assembly {counting} | please ask | College taster {counting} |"),
        format!("| Year 9 | Routes assembly {counting} | please ask | College taster |"),
    ] {
        assert!(statement.contains(&row), "{row} in {statement}");
    }
    assert!(tried.printed.contains("this opportunity cannot count for Year 7"), "{}", tried.printed);
    assert!(tried.printed.contains("this opportunity cannot count for Year 9"), "{}", tried.printed);
}

#[test]
fn a_day_in_another_order_is_read_and_one_in_no_calendar_is_not_taken_for_words() {
    let tried = tried("action-plan-dates");
    assert_eq!(tried.found(Code::CP020).len(), 1, "{}", tried.printed);
    assert!(tried.printed.contains("this is read as 31 July 2027"), "{}", tried.printed);
    assert_eq!(tried.found(Code::CP008).len(), 1, "{}", tried.printed);
    assert!(!tried.printed.contains("each September"), "{}", tried.printed);
}

#[test]
fn a_school_that_nobody_funds_is_not_told_of_a_duty_that_follows_public_money() {
    let policy = tried("not-funded").text("careers-policy.md");
    for untrue in ["Education and Skills Act", "funds us", "young people aged 13 to 19", "these services"] {
        assert!(!policy.contains(untrue), "{untrue}: {policy}");
    }
}

#[test]
fn a_careers_leader_who_is_the_adviser_refers_nobody_to_themselves() {
    let policy = crate::school::School::starter("wexcombe-school").markdown("careers-policy");
    assert!(policy.contains("gives personal guidance and checks who has had it"), "{policy}");
    assert!(!policy.contains("refers pupils for personal guidance"), "{policy}");
}

#[test]
fn who_can_hold_information_back_is_said_with_the_age() {
    let policy = crate::school::School::starter("harbour-view-school").markdown("careers-policy");
    for words in
        ["and other information that we hold", "Until the pupil is 16 a parent can", "from then on only the pupil can"]
    {
        assert!(policy.contains(words), "{words}: {policy}");
    }
}
