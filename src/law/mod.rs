//! The arithmetic that statute fixes: settings, year groups, key phases, review intervals. Pure functions, no files, no clock.
//!
//! Not here: the text of any duty (the catalogue's `requirements/`), or what to tell the user (`check`).

mod date;
mod encounters;
mod gatsby;
mod named;
mod period;
mod phases;
mod setting;
mod years;

pub use date::Date;
pub use encounters::{Cohort, Occasion, Shortfall, cohorts_in_school_year, counts_for, shortfall};
pub use gatsby::{
    BENCHMARKS, BenchmarkActivity, BenchmarkMatrix, BenchmarkRow, Lack, LackPlace, ThinBenchmark, thin_benchmarks,
};
pub use named::{NamedYears, years_named};
pub use period::Period;
pub use phases::{ENCOUNTERS_PER_PHASE, KEY_PHASES, KeyPhase, encounters_owed, phases_on_roll, phases_owed};
pub use setting::{SETTINGS, Setting, SettingGroup};
pub use years::{LAST_YEAR, YearGroups};
