//! What an institution has to review: its own documents, and those of the schools that a trust's file describes.
//!
//! In: an [`Institution`], a [`Library`], a day. Out: [`ToReview`], one for each document with a day of its own.
//!
//! A school with a file of its own has its reviews there. The website's information is listed only where its date is given, for it is no
//! document of its own. Not here: the list for people and programs (`due`), or recording a review (`review`).

use super::intake::Institution;
use super::library::Library;
use crate::check::reviewed_by;
use crate::law::Date;
use crate::profile::{Member, Profile, Reviewed};
use crate::words::WordingError;

/// A document that is to be reviewed.
pub(super) struct ToReview<'a> {
    /// The document.
    pub(super) reviewed: Reviewed,
    /// The profile of the institution whose document it is.
    pub(super) profile: &'a Profile,
    /// The school whose document it is, where a trust's file describes it.
    pub(super) school: Option<&'a Member>,
}

/// What an institution has to review, and what the schools have that its file describes.
///
/// # Errors
/// If the condition of a document cannot be read.
pub(super) fn to_review<'a>(
    institution: &'a Institution,
    library: &Library,
    today: Date,
) -> Result<Vec<ToReview<'a>>, WordingError> {
    let case = institution.case(&library.catalogue, &library.engine, today);
    let schools = institution.schools.iter().map(|(school, _)| Some(school));
    let mut list = Vec::new();
    for (publication, school) in case.publications().into_iter().zip(std::iter::once(None).chain(schools)) {
        if school.is_some_and(|school| school.index().is_some()) {
            continue;
        }
        let profile = school.map_or(&institution.profile, |school| &school.profile);
        for reviewed in reviewed_by(publication.case)? {
            list.push(ToReview { reviewed, profile, school });
        }
    }
    Ok(list)
}

impl ToReview<'_> {
    /// Where a field of the document's heading stands or belongs in the institution's file: `provider_access.next_review`.
    pub(super) fn field(&self, name: &str, institution: &Institution) -> String {
        let field = format!("{}.{name}", self.reviewed.section());
        match self.school {
            Some(school) => school.field_in_trust(&field, &institution.index),
            None => field,
        }
    }
}
