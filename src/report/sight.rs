//! What is seen of a school while its row is made.
//!
//! In: its case, what its documents prove, what was found. Out: cells and findings, added one by one.

use std::collections::BTreeMap;

use super::model::{Cell, Part};
use super::proof::Proofs;
use crate::case::Case;
use crate::finding::Finding;

/// What is seen of a school while its cells are made.
pub(super) struct Sight<'l, 'a> {
    /// Its case.
    pub(super) case: &'l Case<'a>,
    /// What its documents prove.
    pub(super) proofs: Proofs<'l>,
    /// Whether a document could not be drafted, so that nobody can know what it says.
    pub(super) is_partial: bool,
    /// What was found on it, and what else is said.
    pub(super) findings: Vec<Finding>,
    /// Its cells.
    pub(super) cells: BTreeMap<(Part, String), Cell>,
}

impl Sight<'_, '_> {
    /// The first finding of which that is true.
    pub(super) fn position(&self, is: impl Fn(&Finding) -> bool) -> Option<usize> {
        self.findings.iter().position(is)
    }

    /// Adds a finding that nobody else has made.
    pub(super) fn note(&mut self, finding: Finding) -> usize {
        self.findings.push(finding);
        self.findings.len() - 1
    }

    /// Puts a cell into its row.
    pub(super) fn put(&mut self, part: Part, column: &str, cell: Cell) {
        self.cells.insert((part, column.to_owned()), cell);
    }
}
