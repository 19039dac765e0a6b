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
