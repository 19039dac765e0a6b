//! Counts drafts, for the tests that hold each document to one draft.
//!
//! In: the name of each document when it is drafted. Out: how often each was, on this thread.

use std::cell::RefCell;
use std::collections::BTreeMap;

thread_local! {
    static DRAFTED: RefCell<BTreeMap<String, usize>> = const { RefCell::new(BTreeMap::new()) };
}

/// Notes that a document is drafted.
pub(super) fn note(institution: &str, document: &str) {
    DRAFTED.with_borrow_mut(|drafted| *drafted.entry(format!("{institution}: {document}")).or_default() += 1);
}

/// How often each document has been drafted on this thread since it was last asked.
pub(crate) fn take() -> BTreeMap<String, usize> {
    DRAFTED.take()
}
