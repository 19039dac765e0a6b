//! Requirements that bind somebody and that no clause meets in a document of theirs.
//!
//! In: requirements, clauses and outlines. Out: a finding for each such requirement.

use std::collections::{BTreeMap, BTreeSet};

use crate::catalogue::outline::{Clause, Outline, PublicationKind, outlines_for};
use crate::catalogue::requirement::{Duty, Requirement};
use crate::finding::{Code, Finding};
use crate::law::{SETTINGS, Setting};

/// A finding for each requirement that binds somebody and that no clause meets in a document of theirs.
pub(super) fn unmet(
    requirements: &BTreeMap<String, Requirement>,
    clauses: &BTreeMap<String, Clause>,
    outlines: &[Outline],
) -> Vec<Finding> {
    let met = |outlines: &mut dyn Iterator<Item = &Outline>| -> BTreeSet<&str> {
        let standing = outlines.flat_map(Outline::clause_ids).filter_map(|id| clauses.get(id));
        standing.flat_map(|clause| &clause.header.meets).map(String::as_str).collect()
    };
    let of_schools = met(&mut outlines_for(outlines, PublicationKind::School));
    let anywhere = met(&mut outlines.iter());
    // What statute asks of an academy's own document must stand in the one that a trust puts in its place.
    let mut lost: BTreeSet<&str> = BTreeSet::new();
    for whole in outlines_for(outlines, PublicationKind::Trust) {
        let replaced = |outline: &&Outline| whole.in_place_of.as_ref() == Some(&outline.document);
        let here = met(&mut std::iter::once(whole));
        lost.extend(met(&mut outlines.iter().filter(replaced)).difference(&here));
    }
    let binds = |requirement: &Requirement| {
        let own: Vec<Setting> =
            SETTINGS.into_iter().filter(|setting| requirement.duty_of(*setting).is_binding()).collect();
        let missing = if own.is_empty() {
            requirement.duty_of(Setting::MultiAcademyTrust).is_binding() && !anywhere.contains(requirement.id.as_str())
        } else {
            !of_schools.contains(requirement.id.as_str())
        };
        let statutory =
            |setting: &Setting| setting.can_belong_to_trust() && requirement.duty_of(*setting) == Duty::Statutory;
        missing || (lost.contains(requirement.id.as_str()) && own.iter().any(statutory))
    };
    requirements
        .values()
        .filter(|requirement| binds(requirement))
        .map(|requirement| {
            let title = format!("no clause that stands in a document says what `{}` asks", requirement.id);
            Finding::error(Code::CP310, title)
                .with_note(requirement.entry.asks.clone())
                .with_help("keep a clause that `meets` it, and keep the clause in an outline")
                .for_requirement(&requirement.id)
        })
        .collect()
}
