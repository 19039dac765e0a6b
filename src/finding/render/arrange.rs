//! Findings in the order in which people are told of them: the gravest last, and in each gravity as the profile's sections stand in its file.
//!
//! In: findings and their context, the file, and all headings of a profile in the order of the starters. Out: the same findings in order.
//!
//! What the file does not hold yet comes after what it holds, for no line is at fault there.

use std::collections::BTreeMap;

use super::Row;
use crate::finding::{Context, Finding};

/// The findings on one profile in order.
pub fn arranged(findings: &[Finding], context: &Context<'_>, file: &str, headings: &[&str]) -> Vec<Finding> {
    let mut rows: Vec<(Row, &Finding)> = findings.iter().map(|finding| (Row::of(finding, context), finding)).collect();
    let mut first_lines: BTreeMap<(Option<String>, Option<String>), usize> = BTreeMap::new();
    for (row, _) in &rows {
        let first = first_lines.entry(section_of(row)).or_insert(usize::MAX);
        *first = row.line.unwrap_or(usize::MAX).min(*first);
    }
    rows.sort_by_cached_key(|(row, _)| {
        let elsewhere = row.file.clone().filter(|other| other != file);
        let section = row.section().and_then(|section| headings.iter().position(|heading| *heading == section));
        let begins = match row.section() {
            // What is about the whole file, or is known by its line alone.
            None => row.line.unwrap_or(0),
            Some(_) => first_lines.get(&section_of(row)).copied().unwrap_or(usize::MAX),
        };
        (row.gravity, elsewhere, begins, section, row.line.unwrap_or(usize::MAX))
    });
    rows.into_iter().map(|(_, finding)| finding.clone()).collect()
}

/// A section of a file.
fn section_of(row: &Row) -> (Option<String>, Option<String>) {
    (row.file.clone(), row.section().map(str::to_owned))
}
