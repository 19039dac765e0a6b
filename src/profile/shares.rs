//! Roles that several people share: a list of them in a file, and in a profile the first, who holds the others.
//!
//! In: the tree of a profile. Out: the same tree, in which each such role has headings again. Every answer keeps its place.

use super::field::can_be_shared;
use super::people::ALSO;
use crate::yaml::{Entry, Kind, Node};

/// Puts the others of each shared role under its first person, in a profile and in the schools that a trust's describes.
pub(super) fn gather_shares(root: &mut Node) {
    if let Some(Entry { value: Node { kind: Kind::List(schools), .. }, .. }) = root.entry_mut("schools") {
        schools.iter_mut().for_each(gather_shares);
    }
    let Some(roles) = root.entry_mut("roles") else { return };
    let Kind::Headings(roles) = &mut roles.value.kind else { return };
    for role in roles {
        let Kind::List(people) = &mut role.value.kind else { continue };
        if !can_be_shared(&role.name)
            || people.is_empty()
            || !people.iter().all(|person| matches!(person.kind, Kind::Headings(_)))
        {
            continue;
        }
        let mut first = people.remove(0);
        let others = std::mem::take(people);
        if let (Kind::Headings(answers), Some(second)) = (&mut first.kind, others.first()) {
            let value = Node { span: second.span, kind: Kind::List(others.clone()) };
            answers.push(Entry { name: ALSO.to_owned(), name_span: second.span, value });
        }
        role.value = first;
    }
}
