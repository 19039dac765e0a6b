//! What the documents say of an item of the hub guide, in lines for people.
//!
//! In: an item, one setting or all. Out: lines.
//!
//! Not here: which requirement carries the item, or whether the words do stand in the documents (a test of the catalogue).

use crate::catalogue::{GuideItem, Said};
use crate::law::Setting;

/// What is said of an item, and of what it is not said and why: for one setting, or by setting and group as its register gives them.
pub(super) fn said(item: &GuideItem, only: Option<Setting>) -> Vec<String> {
    let quoted = |words: &[String]| words.iter().map(|words| format!("“{words}”")).collect::<Vec<_>>().join(" ");
    match only.map(|setting| item.said(setting)) {
        Some(Some(Said::Words(words))) => vec![quoted(&words)],
        Some(Some(Said::NotFor(why))) => vec![format!("nothing: {why}")],
        Some(None) => Vec::new(),
        None => {
            let says = item.says.iter().map(|(of, words)| format!("{of}: {}", quoted(words)));
            let not_for = item.not_for.iter().map(|(of, why)| format!("not for {of}: {why}"));
            says.chain(not_for).collect()
        }
    }
}

/// On which answers of the profile it depends, if on any.
pub(super) fn answers(item: &GuideItem) -> Option<String> {
    (!item.answers.is_empty()).then(|| item.answers.join(", "))
}
