//! Profiles from a hub's list of schools, and profiles held against the register.
//!
//! [`plan_schools`] turns the rows of a list into new profiles and into changes of those that a folder holds, and says of each row that cannot be
//! taken why; [`refresh_profile`] says what the register has otherwise than a profile. Both work out texts; [`Planned::write`] and
//! [`Refreshed`] put them in place. [`schools_template`] is the empty list.
//!
//! Not here: reading the file of the list (`workbook`), and what a row that is printed looks like (`cli`).

mod alike;
mod cells;
mod columns;
mod laid;
mod list;
mod plan;
mod refresh;
mod template;

pub use laid::Differs;
pub use list::{Column, List, NoList, Refused, find_list};
pub use plan::{Done, Planned, SchoolsOptions, plan_schools};
pub use refresh::{Refreshed, Unrefreshed, refresh_profile, urn_in};
pub use template::schools_template;
