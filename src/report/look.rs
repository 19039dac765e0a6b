//! Looks at one school: its row of the report.
//!
//! In: its case, its drafts (of a trust's school also the trust's), what was found on it, and how its findings are placed. Out: a [`School`].
//!
//! Of what was found only that is kept which a cell leads to, and what stands in the way of a document: the rest is for `check` to tell.

use std::collections::BTreeMap;

use super::model::{Entry, School};
use super::proof::Proofs;
use super::sight::Sight;
use super::{owed, planned};
use crate::case::Case;
use crate::catalogue::PublicationKind;
use crate::draft::Drafts;
use crate::finding::{Finding, Gravity, Row, visible_line};

/// A school to be looked at.
pub struct Looked<'l, 'a> {
    /// Its case.
    pub case: &'l Case<'a>,
    /// The drafts in which what it owes is said: its own, and those of the trust whose file describes it.
    pub drafts: Vec<&'l Drafts<'a>>,
    /// What was found on it, in its own fields.
    pub findings: &'l [Finding],
    /// What was found in reading its file, if it stands for the whole of it.
    pub reading: &'l [Finding],
    /// A finding with its place worked out.
    pub place: &'l dyn Fn(&Finding) -> Row,
    /// The file in which it stands.
    pub file: String,
    /// The trust whose file it is.
    pub trust: Option<String>,
}

/// The row of a school.
pub fn look(looked: &Looked<'_, '_>) -> School {
    let case = looked.case;
    let proofs = Proofs::of(looked.drafts.iter().copied(), case.catalogue);
    let is_partial = looked.drafts.iter().any(|drafts| !drafts.errors.is_empty());
    let mut sight = Sight { case, proofs, is_partial, findings: looked.findings.to_vec(), cells: BTreeMap::new() };
    owed::requirements(&mut sight);
    planned::reviews(&mut sight);
    planned::encounters(&mut sight);
    planned::benchmarks(&mut sight);
    let Sight { findings, mut cells, .. } = sight;
    let leads = |index: usize| cells.values().any(|cell| cell.entry == Some(index));
    let kept: Vec<usize> =
        (0..findings.len()).filter(|index| findings[*index].gravity() >= Gravity::Required || leads(*index)).collect();
    let own_name = &case.profile.setting.name;
    let entry = |finding: &Finding| {
        let mut entry = Entry::of(&(looked.place)(finding), &looked.file);
        // Placed in a trust's file, a finding begins with the school that it is about.
        if let Some(title) = entry.title.strip_prefix(&format!("{}: ", visible_line(own_name))) {
            entry.title = title.to_owned();
        }
        entry
    };
    let reading = looked.reading.iter().filter(|finding| finding.gravity() >= Gravity::Required);
    let reading: Vec<Entry> = reading.map(entry).collect();
    let before = reading.len();
    let numbers: BTreeMap<usize, usize> = kept.iter().enumerate().map(|(at, index)| (*index, before + at)).collect();
    for cell in cells.values_mut() {
        cell.entry = cell.entry.and_then(|index| numbers.get(&index).copied());
    }
    let entries = reading.into_iter().chain(kept.iter().map(|index| entry(&findings[*index]))).collect();
    let setting = &case.profile.setting;
    let leader = &case.profile.roles.careers_leader;
    let name = visible_line(own_name);
    let is_trust = case.kind == PublicationKind::Trust;
    let own_trust = if is_trust { Some(&**own_name) } else { setting.trust.as_deref() };
    let trust = looked.trust.as_deref().or(own_trust).map(visible_line);
    let file = visible_line(&looked.file);
    let known_by = setting.urn.as_deref().map_or_else(|| name.clone(), |urn| format!("URN {}", visible_line(urn)));
    School {
        key: looked
            .trust
            .as_ref()
            .map_or_else(|| known_by.clone(), |trust| format!("{known_by}, {}", visible_line(trust))),
        label: name.clone(),
        name,
        urn: setting.urn.as_deref().map(visible_line),
        kind: Some(setting.kind.without_article()),
        years: setting.year_groups.written(),
        trust,
        file,
        is_read: true,
        leader: leader.name.as_deref().map(visible_line),
        email: leader.email.as_deref().map(visible_line),
        cells,
        entries,
    }
}

/// The row of a file that could not be read; `findings` say why, or one reason does.
pub fn unread(name: &str, urn: Option<&str>, file: &str, findings: &[Row], why: Option<&str>) -> School {
    let (name, urn, file) = (visible_line(name), urn.map(visible_line), visible_line(file));
    let entries = findings.iter().map(|row| Entry::of(row, &file)).chain(why.map(|why| Entry {
        code: "",
        gravity: Gravity::Mistake,
        title: visible_line(why),
        remedy: None,
        file: file.clone(),
        line: None,
        field: None,
    }));
    School {
        key: urn.as_deref().map_or_else(|| name.clone(), |urn| format!("URN {urn}")),
        label: name.clone(),
        entries: entries.collect(),
        name,
        urn,
        kind: None,
        years: String::new(),
        trust: None,
        file,
        is_read: false,
        leader: None,
        email: None,
        cells: BTreeMap::new(),
    }
}
