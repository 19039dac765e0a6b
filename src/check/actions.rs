//! Whether an action of the plan should have been done by now.
//!
//! In: the actions for the benchmarks. Out: CP131 for each whose day has passed and that is not completed or stopped: a warning where
//! nothing is said of how far it has come, a note where something is.

use crate::case::Case;
use crate::facts::Facts;
use crate::finding::{Code, Finding, Severity};
use crate::profile::ActionStatus;

/// Checks the day of each action.
pub(super) fn check_actions(case: &Case<'_>, findings: &mut Vec<Finding>) {
    let mut index = 0;
    let mut benchmark = 0;
    for row in Facts::of(case.profile).action_plan {
        index = if row.benchmark == benchmark { index + 1 } else { 0 };
        benchmark = row.benchmark;
        let action = row.action;
        let is_over = matches!(action.status, Some(ActionStatus::Completed | ActionStatus::Stopped));
        let Some((when, day)) = action.by_when.as_ref().and_then(|when| Some((when, when.last_day()?))) else {
            continue;
        };
        if is_over || day >= case.today {
            continue;
        }
        let severity = if action.progress.is_some() { Severity::Note } else { Severity::Warning };
        let title = format!("the action \"{}\" was due by {}", action.action, when.in_words());
        findings.push(
            Finding::new(severity, Code::CP131, title)
                .at_field(format!("gatsby.benchmark_{benchmark}.actions[{index}].by_when"))
                .with_help("if it is done, add `status: completed`; if not, write how far it has come in `progress`, and a new day"),
        );
    }
}
