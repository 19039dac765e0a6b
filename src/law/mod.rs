//! What can be counted by the law and by the Gatsby Benchmarks: key phases, encounters, activities, by setting and year groups; and dates.
//!
//! In: plain facts about an institution and its programme. Out: what is owed, what counts, and what is still missing. Pure functions
//! without files and without a clock.
//!
//! Not here: the text of any duty and its limits (the catalogue's `requirements/`), or what the user is told (`check`).

mod date;
mod encounters;
mod gatsby;
mod groups;
mod month;
mod named;
mod period;
mod phases;
mod setting;
mod years;

pub use date::{Date, NoDate, YEARS};
pub use encounters::{Cohort, Occasion, Shortfall, cohorts_in_school_year, counts_for, shortfall};
pub use gatsby::{
    BENCHMARKS, BenchmarkActivity, BenchmarkMatrix, BenchmarkRow, Lack, LackPlace, ThinBenchmark, thin_benchmarks,
};
pub use groups::{Group, groups};
pub use month::DayOrMonth;
pub use named::{NamedYears, years_named};
pub use period::{NoPeriod, Period};
pub use phases::{ENCOUNTERS_PER_PHASE, KEY_PHASES, KeyPhase, can_count, encounters_owed, phases_on_roll, phases_owed};
pub use setting::{SETTINGS, Setting, SettingGroup};
pub use years::{LAST_COMPULSORY_YEAR, LAST_YEAR, YearGroups};
