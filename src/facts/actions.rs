//! The action plan: the actions for all benchmarks, one after the other.
//!
//! In: a profile. Out: an [`ActionRow`] for each action, with the target that it serves.

use crate::profile::{Action, Gatsby, Profile};

/// One action.
#[derive(Clone, Copy, Debug)]
pub struct ActionRow<'a> {
    /// The number of the benchmark.
    pub benchmark: u8,
    /// Its own target, or that of an action above it.
    pub target: Option<&'a str>,
    /// The action as the profile gives it.
    pub action: &'a Action,
}

pub(super) fn action_plan(profile: &Profile) -> Vec<ActionRow<'_>> {
    let benchmarks = (1..).zip(benchmarks(&profile.gatsby));
    let rows = benchmarks.flat_map(|(benchmark, actions)| {
        actions.iter().scan(None, move |target: &mut Option<&str>, action| {
            *target = action.target.as_deref().or(*target);
            Some(ActionRow { benchmark, target: *target, action })
        })
    });
    rows.collect()
}

fn benchmarks(gatsby: &Gatsby) -> [&[Action]; 8] {
    [
        &gatsby.benchmark_1.actions,
        &gatsby.benchmark_2.actions,
        &gatsby.benchmark_3.actions,
        &gatsby.benchmark_4.actions,
        &gatsby.benchmark_5.actions,
        &gatsby.benchmark_6.actions,
        &gatsby.benchmark_7.actions,
        &gatsby.benchmark_8.actions,
    ]
}
