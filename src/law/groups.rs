//! Whom the parts of a programme are for, as the rows of its tables: year groups, or stages in the institution's own words.
//!
//! In: the year groups on roll, and the years and the stage of each part. Out: each [`Group`] that has something, in order.
//!
//! Years stand in their own order and stages in that in which they are first named. Where both are used, the stages named before any
//! year stand first, as the early years of a school do, and the others last.

use super::YearGroups;

/// One row: a year group or a stage.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Group {
    /// A year group.
    Year(u8),
    /// A stage, in the institution's words.
    Stage(String),
}

impl Group {
    /// The words for it: "Year 7", "First year".
    pub fn in_words(&self) -> String {
        match self {
            Group::Year(year) => YearGroups::new([*year]).in_words(),
            Group::Stage(stage) => stage.clone(),
        }
    }

    /// Whether something for these years, or for this stage, is for the group.
    pub fn takes(&self, years: &YearGroups, stage: Option<&str>) -> bool {
        match self {
            Group::Year(year) => years.contains(*year),
            Group::Stage(own) => stage == Some(own),
        }
    }
}

/// The groups that have something.
pub fn groups<'a>(on_roll: &YearGroups, parts: impl Iterator<Item = (&'a YearGroups, Option<&'a str>)>) -> Vec<Group> {
    let (mut before, mut after) = (Vec::new(), Vec::new());
    let mut served = Vec::new();
    for (years, stage) in parts {
        if let Some(stage) = stage.map(|stage| Group::Stage(stage.to_owned()))
            && !before.contains(&stage)
            && !after.contains(&stage)
        {
            if served.is_empty() { before.push(stage) } else { after.push(stage) }
        }
        served.extend(years.iter());
    }
    let years = on_roll.iter().filter(|year| served.contains(year)).map(Group::Year);
    before.into_iter().chain(years).chain(after).collect()
}

#[cfg(test)]
mod tests {
    use super::groups;
    use crate::law::YearGroups;

    fn in_words(parts: &[(&[u8], Option<&str>)]) -> Vec<String> {
        let parts: Vec<_> = parts.iter().map(|(years, stage)| (YearGroups::new(years.to_vec()), *stage)).collect();
        let groups = groups(&YearGroups::new(0..=14), parts.iter().map(|(years, stage)| (years, *stage)));
        groups.iter().map(|group| group.in_words()).collect()
    }

    #[test]
    fn years_stand_in_order_and_stages_as_they_are_named() {
        assert_eq!(in_words(&[(&[8, 7], None), (&[12], None)]), ["Year 7", "Year 8", "Year 12"]);
        assert_eq!(
            in_words(&[(&[], Some("On entry")), (&[], Some("At exit")), (&[], Some("On entry"))]),
            ["On entry", "At exit"]
        );
        assert_eq!(
            in_words(&[(&[], Some("Early years")), (&[7, 8], None), (&[], Some("Sixth form"))]),
            ["Early years", "Year 7", "Year 8", "Sixth form"]
        );
    }
}
