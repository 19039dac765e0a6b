//! When a document is to be reviewed next.
//!
//! In: the document, a profile, the day of approval. Out: the day of the next review, and a note where it is not as long after the
//! approval as the last time.
//!
//! The longest time is the catalogue's. Within it a school keeps its own habit, counted in whole years: a shorter time comes of a first
//! date that was made to fit the school year, and would otherwise be repeated for ever.

use crate::catalogue::Catalogue;
use crate::law::Date;
use crate::profile::{Profile, Reviewed};

/// The months of a year.
const YEAR: i32 = 12;

/// The day of the next review, and a note where the last time was another.
pub(super) fn next_review(
    reviewed: Reviewed,
    profile: &Profile,
    approved: Date,
    catalogue: &Catalogue,
) -> (Date, Option<String>) {
    let most = i32::from(catalogue.named.review_limit(reviewed).number);
    let last = reviewed.approved_on(profile).zip(reviewed.next_review(profile));
    let last = last.and_then(|(approved, next)| (1..=most).find(|months| next <= approved.plus_months(*months)));
    let months = last.map_or(most, |last| whole_years(last).min(most));
    let note = last.filter(|last| *last != months).map(|last| {
        format!(
            "the last review of the {} was set {last} months after its approval, the next is set {months} months after; `--next-review` \
             sets another day",
            reviewed.name()
        )
    });
    (approved.plus_months(months), note)
}

/// The nearest number of months that are whole years, one at least.
fn whole_years(months: i32) -> i32 {
    ((months + YEAR / 2) / YEAR).max(1) * YEAR
}

#[cfg(test)]
mod tests {
    use super::whole_years;

    #[test]
    fn an_interval_is_whole_years() {
        assert_eq!([1, 6, 10, 12, 13, 17, 18, 24, 36].map(whole_years), [12, 12, 12, 12, 12, 12, 24, 24, 36]);
    }
}
