//! How much is tried: every day a part, the same on every run, and in `.ci/run` everything.
//!
//! `CAREERS_POLICY_TESTS=all` tries everything elsewhere, too.

use proptest::strategy::{Strategy, ValueTree};
use proptest::test_runner::{Config, RngSeed, TestRunner};

/// Whether everything is to be tried.
pub(crate) fn everything() -> bool {
    #[expect(clippy::disallowed_methods, reason = "it says how much is tried, not what is written")]
    std::env::var("CAREERS_POLICY_TESTS").is_ok_and(|amount| amount == "all")
}

/// So many of these, in their order, or all of them.
pub(crate) fn some<T: Clone + std::fmt::Debug + 'static>(number: usize, all: Vec<T>) -> Vec<T> {
    if everything() || all.len() <= number {
        return all;
    }
    let chosen = proptest::sample::subsequence(all, number).new_tree(&mut TestRunner::new(cases(1, 1)));
    chosen.unwrap().current()
}

/// A property tried on so many cases every day, and on so many in all.
pub(crate) fn cases(number: u32, all: u32) -> Config {
    Config {
        cases: if everything() { all } else { number },
        failure_persistence: None,
        rng_seed: RngSeed::Fixed(20_260_901),
        ..Config::default()
    }
}
