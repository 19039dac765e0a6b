//! Whether every answer is of use: printed in a document, or there for something else.
//!
//! In: the answers, and what the documents made from the same file say. Out: CP121, a note on the answers that no document prints: one for
//! all under one heading of the file, with the places of all.
//!
//! It is found by looking: an answer in words, or a date, has to stand in a document. What is no word of the school's own is used where
//! the wording speaks of its field, or where the catalogue says what it is there for.

use std::collections::{BTreeMap, BTreeSet};

use super::printed::Printed;
use crate::case::Case;
use crate::catalogue::PublicationKind;
use crate::draft::{Choice, choose};
use crate::finding::{Code, Finding, Place, Severity};
use crate::profile::{FieldKind, field_kind};
use crate::text::{Letters, find_words};

/// Checks every single answer.
pub(super) fn check_unused(case: &Case<'_>, printed: &Printed<'_>, findings: &mut Vec<Finding>) {
    if !printed.is_whole() {
        return;
    }
    let given = case.answers.given();
    let unprinted = &case.catalogue.unprinted;
    let of_trust = case.kind == PublicationKind::SchoolOfTrust;
    let looked_at = given.iter().filter(|(field, _)| !unprinted.holds(&without_numbers(field), of_trust));
    // A list asks the same of each of its entries.
    let mut spoken_of: BTreeMap<(String, bool), bool> = BTreeMap::new();
    let (mut used, unused): (Vec<&str>, Vec<&str>) = {
        let judged = looked_at.map(|(field, value)| {
            let text = value.as_str().unwrap_or_default();
            let is_used = match field_kind(field) {
                Some(FieldKind::Words) => printed.says(text),
                Some(FieldKind::Date) => printed.says_date(text),
                Some(FieldKind::Other) => {
                    let asked = (without_numbers(field), field.contains('['));
                    *spoken_of
                        .entry(asked)
                        .or_insert_with_key(|(field, of_list)| printed.speaks_of(field, *of_list, case.catalogue))
                }
                None => true,
            };
            (field.as_str(), is_used)
        });
        let (used, unused): (Vec<_>, Vec<_>) = judged.partition(|(_, is_used)| *is_used);
        (used.into_iter().map(|(field, _)| field).collect(), unused.into_iter().map(|(field, _)| field).collect())
    };
    // By the heading of the file and by what is lacking; each with the widest headings under which nothing is used.
    let mut groups: Vec<(&str, Vec<String>, Vec<&str>)> = Vec::new();
    used.sort_unstable();
    let mut lacked: BTreeMap<String, Option<Vec<String>>> = BTreeMap::new();
    let mut told: BTreeSet<(usize, &str)> = BTreeSet::new();
    for field in unused {
        let lacks = lacked.entry(without_numbers(field)).or_insert_with_key(|field| lacking(case, printed, field));
        let Some(lacks) = lacks.clone() else { continue };
        let top = field.split(['.', '[']).next().unwrap_or(field);
        let whole = widest(field, &used);
        let group = groups.iter().position(|(heading, lacked, _)| *heading == top && *lacked == lacks);
        let group = group.unwrap_or_else(|| {
            groups.push((top, lacks, Vec::new()));
            groups.len() - 1
        });
        if told.insert((group, whole)) {
            groups[group].2.push(whole);
        }
    }
    findings.extend(groups.into_iter().filter_map(|(top, lacks, fields)| finding(top, &lacks, &fields)));
}

/// The finding on some answers under one heading of the file.
fn finding(top: &str, lacks: &[String], fields: &[&str]) -> Option<Finding> {
    let (first, others) = fields.split_first()?;
    if top == "own_sections" {
        return Some(left_out_section(first, others));
    }
    let title = match others {
        [] => format!("what is written here under `{top}` stands in none of your documents"),
        _ => format!("what is written in {} places under `{top}` stands in none of your documents", fields.len()),
    };
    let help = match lacks {
        [] => "take it out, or say it in a section of your own, under `own_sections`".to_owned(),
        lacks => format!("it is printed when {} answered too", are(lacks)),
    };
    let finding = Finding::new(Severity::Note, Code::CP121, title).at_field(*first).with_help(help);
    let and = |finding: Finding, field: &&str| finding.with_also(Place::Field((*field).to_owned()), "nor does this");
    Some(others.iter().fold(finding, and))
}

/// The finding on sections of the school's own of which nothing would be seen.
fn left_out_section(first: &str, others: &[&str]) -> Finding {
    let finding = Finding::warning(Code::CP121, "this section of your own shows nothing, so it is left out")
        .at_field(first)
        .with_note("a line of stars or dashes, an empty item or an empty quotation is not seen as words")
        .with_help("write its words under `text:`, or take the section out");
    others.iter().fold(finding, |finding, field| finding.with_also(Place::Field((*field).to_owned()), "nor does this"))
}

/// What the clauses that print a field lack to say anything: nothing where they lack nothing. None where what they lack is an error, which
/// is told already.
fn lacking(case: &Case<'_>, printed: &Printed<'_>, field: &str) -> Option<Vec<String>> {
    let field = without_numbers(field);
    // A clause speaks of a field by its name, or of all that is under a heading.
    let headings = field.rmatch_indices('.').map(|(at, _)| &field[..at]).filter(|heading| heading.contains('.'));
    for name in std::iter::once(field.as_str()).chain(headings) {
        let clauses = printed.clause_ids().filter_map(|id| case.catalogue.clauses.get(id));
        for clause in clauses.filter(|clause| find_words(&clause.wording, name, Letters::Exact).is_some()) {
            match choose(case, clause) {
                Ok(Choice::Lacks { duty, .. }) if duty.is_binding() => return None,
                Ok(Choice::Lacks { fields, .. }) => return Some(fields),
                _ => {}
            }
        }
    }
    Some(Vec::new())
}

/// The highest heading over a field under which no field is used. Those that are used stand in the order of their letters.
fn widest<'a>(field: &'a str, used: &[&str]) -> &'a str {
    let is_above_one = |heading: &str, sign: char| {
        let above = format!("{heading}{sign}");
        let first = used.partition_point(|used| *used < above.as_str());
        used.get(first).is_some_and(|used| used.starts_with(&above))
    };
    let mut headings = field.match_indices(['.', '[']).map(|(at, _)| &field[..at]);
    headings.find(|heading| !is_above_one(heading, '.') && !is_above_one(heading, '[')).unwrap_or(field)
}

/// The path of a field without the numbers of lists: `provider_access.encounters.title`. Whoever shares a role is in the place of the first.
fn without_numbers(field: &str) -> String {
    let mut path = String::with_capacity(field.len());
    let mut inside = false;
    for c in field.chars() {
        match c {
            '[' => inside = true,
            ']' => inside = false,
            c if !inside => path.push(c),
            _ => {}
        }
    }
    path.replace(".also", "")
}

/// "`a` is", "`a` and `b` are".
fn are(fields: &[String]) -> String {
    let quoted: Vec<String> = fields.iter().map(|field| format!("`{field}`")).collect();
    match &quoted[..] {
        [only] => format!("{only} is"),
        [first @ .., last] => format!("{} and {last} are", first.join(", ")),
        [] => String::new(),
    }
}

#[cfg(test)]
mod tests {
    use super::{widest, without_numbers};

    #[test]
    fn a_heading_is_told_as_a_whole_where_nothing_under_it_is_used() {
        let used = ["gatsby.benchmark_1.how", "send.support[1]", "setting.name"];
        assert_eq!(widest("gatsby.benchmark_2.evidence[0]", &used), "gatsby.benchmark_2");
        assert_eq!(widest("impact.data[0].what", &used), "impact");
        assert_eq!(widest("send.support[0]", &used), "send.support[0]");
    }

    #[test]
    fn a_path_loses_the_numbers_of_its_lists() {
        assert_eq!(without_numbers("a.b[2].c[0]"), "a.b.c");
        assert_eq!(without_numbers("roles.senco.also[0].email"), "roles.senco.email");
    }
}
