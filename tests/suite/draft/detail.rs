//! The short and the long form of a careers policy.

use careers_policy::profile::Detail;

use crate::school::School;

/// The part of a policy from one heading to the next of its level.
fn section<'a>(policy: &'a str, heading: &str) -> &'a str {
    let (_, rest) = policy.split_once(heading).unwrap_or_else(|| panic!("no {heading} in {policy}"));
    rest.split("\n### ").next().unwrap()
}

#[test]
fn in_the_long_form_each_benchmark_has_what_it_asks_what_is_done_the_evidence_and_the_plan_together() {
    let policy = School::starter("copper-lane-centre").markdown("careers-policy");
    for number in 1..=8 {
        let of_one = section(&policy, &format!("\n### A1.{number} Benchmark {number}: "));
        for part in
            ["_What it asks._", "_What we do._", "_Evidence._", &format!("Table: Our plan for Benchmark {number}")]
        {
            assert_eq!(of_one.matches(part).count(), 1, "{part} of Benchmark {number} in {of_one}");
        }
    }
    assert!(!policy.contains("Table: The eight Gatsby Benchmarks"), "{policy}");
}

#[test]
fn in_the_short_form_the_benchmarks_share_one_table_and_one_plan() {
    let oakfield = School::starter("oakfield-academy");
    let brief = oakfield.markdown("careers-policy");
    for table in ["Table: The eight Gatsby Benchmarks and how we meet them", "Table: Actions for the Gatsby Benchmarks"]
    {
        assert_eq!(brief.matches(table).count(), 1, "{table}");
    }
    assert!(!brief.contains("_What it asks._"));
    let full = School::starter("oakfield-academy")
        .with(|profile| profile.detail = Some(Detail::Full))
        .markdown("careers-policy");
    assert_eq!(full.matches("_What it asks._").count(), 8);
    for action in &oakfield.profile.gatsby.benchmark_6.actions {
        for policy in [&brief, &full] {
            assert_eq!(policy.matches(&*action.action).count(), 1, "{}", action.action);
        }
    }
}

#[test]
fn every_plan_of_a_long_form_has_the_same_columns_and_what_stands_in_a_cell_has_lines_of_its_own() {
    for name in ["the-bridge-pru", "copper-lane-centre"] {
        let policy = School::starter(name).markdown("careers-policy");
        let headers: Vec<&str> = policy
            .split("Table: Our plan for Benchmark ")
            .skip(1)
            .map(|plan| plan.lines().find(|line| line.starts_with('|')).unwrap())
            .collect();
        assert_eq!(headers.len(), 8, "{name}");
        assert!(headers.iter().all(|header| *header == headers[0]), "{name}: {headers:?}");
        for label in ["_Resources:_", "_Progress:_"] {
            assert_eq!(policy.matches(label).count(), policy.matches(&format!("<br>{label}")).count(), "{name}");
        }
    }
    assert!(School::starter("the-bridge-pru").markdown("careers-policy").contains("<br>_Resources:_"));
}

#[test]
fn an_answer_goes_on_from_its_label_and_a_list_stands_below_it() {
    let school = |vision: &str| {
        let vision = vision.to_owned();
        School::starter("oakfield-academy")
            .with(|profile| profile.vision.statement = Some(vision.as_str().into()))
            .markdown("careers-policy")
    };
    let prose = school("A first paragraph.\n\nAnd a second.");
    assert!(prose.contains("Our vision for careers guidance: A first paragraph.\n\nAnd a second.\n"), "{prose}");
    let list = school("- one\n- two");
    assert!(list.contains("Our vision for careers guidance:\n\n- one\n- two\n"), "{list}");
}
