//! A starter profile speaks of what its institution has.

use careers_policy::catalogue::starter_profile;
use careers_policy::law::SETTINGS;

use crate::school::library;

#[test]
fn a_starter_shows_year_groups_where_there_are_some_and_stages_where_there_are_none() {
    for setting in SETTINGS {
        let starter = starter_profile(&library().catalogue, setting, &[]);
        let shows = |key: &str| starter.lines().any(|line| line.trim_start_matches(['#', ' ', '-']).starts_with(key));
        assert_eq!(shows("stage:"), !setting.has_year_groups(), "{}", setting.id());
        assert_eq!(shows("year_group:"), setting.has_year_groups(), "{}", setting.id());
    }
}
