//! What an approval changes in a profile.
//!
//! In: a profile, the documents that were approved, an [`Approval`]. Out: [`Plan`]: the values to be put into the file, the profile as it
//! is to be after them, and what is said of it.

use super::approval::{Approval, Unrecorded};
use super::interval::next_review;
use crate::catalogue::Catalogue;
use crate::law::Date;
use crate::profile::{Profile, Reviewed, Version, VersionNumber};
use crate::yaml::Put;

/// A value to be put into the profile.
pub(super) struct Change {
    pub(super) section: &'static str,
    pub(super) name: &'static str,
    pub(super) put: Put,
}

/// The changes, and the profile as it is to be after them.
pub(super) struct Plan {
    pub(super) profile: Profile,
    pub(super) changes: Vec<Change>,
    pub(super) reviewed: Vec<(String, Date)>,
    pub(super) said: Vec<String>,
    pub(super) notes: Vec<String>,
}

/// A document that was approved.
pub(super) struct Approved {
    pub(super) reviewed: Reviewed,
    /// What it is called in a sentence; of a trust's schools with their names.
    pub(super) name: String,
}

/// Works out what an approval changes. `gaps` is what the version history says of gaps that are open.
pub(super) fn plan(
    profile: &Profile,
    documents: &[Approved],
    approval: &Approval,
    gaps: Option<&str>,
    catalogue: &Catalogue,
) -> Result<Plan, Unrecorded> {
    let (changes, reviewed, said, notes) = Default::default();
    let mut plan = Plan { profile: profile.clone(), changes, reviewed, said, notes };
    for Approved { reviewed, name } in documents {
        let on = approval.on.in_words();
        if let Some(last) = reviewed.approved_on(profile).filter(|last| *last >= approval.on) {
            return Err(Unrecorded::Refused(match last == approval.on {
                true => format!("the approval of the {name} on {on} is recorded already"),
                false => format!("the {name} was last approved on {}, after {on}", last.in_words()),
            }));
        }
        let (next, note) = match approval.next_review {
            Some(next) => (next, None),
            None => next_review(*reviewed, profile, approval.on, catalogue),
        };
        plan.notes.extend(note);
        let mut said = String::new();
        if reviewed.is_approved() {
            let version = plan.raise(*reviewed, approval, gaps, catalogue)?;
            plan.approve(*reviewed, approval);
            said = format!("{version}approved on {on} by {}; ", approval.by);
        }
        plan.set(reviewed.section(), "next_review", &next.to_string());
        *match reviewed {
            Reviewed::CareersPolicy => &mut plan.profile.policy.next_review,
            Reviewed::ProviderAccessPolicy => &mut plan.profile.provider_access.next_review,
            Reviewed::WebsiteInformation => &mut plan.profile.programme.next_review,
        } = Some(next.into());
        plan.reviewed.push((name.clone(), next));
        plan.said.push(format!("{name}: {said}next review by {}", next.in_words()));
    }
    Ok(plan)
}

impl Plan {
    fn set(&mut self, section: &'static str, name: &'static str, words: &str) {
        self.changes.push(Change { section, name, put: Put::Words(words.to_owned()) });
    }

    /// Who approved a document, and when. A policy cannot take effect before.
    fn approve(&mut self, reviewed: Reviewed, approval: &Approval) {
        self.set(reviewed.section(), "approved_by", &approval.by);
        self.set(reviewed.section(), "approved_on", &approval.on.to_string());
        let (policy, access) = (&mut self.profile.policy, &mut self.profile.provider_access);
        let (approved_by, approved_on) = match reviewed {
            Reviewed::ProviderAccessPolicy => (&mut access.approved_by, &mut access.approved_on),
            _ => (&mut policy.approved_by, &mut policy.approved_on),
        };
        *approved_by = Some(approval.by.as_str().into());
        *approved_on = Some(approval.on.into());
        let took_effect = policy.effective_on.is_some_and(|day| day < approval.on);
        if reviewed == Reviewed::CareersPolicy && took_effect {
            policy.effective_on = Some(approval.on);
            self.set("policy", "effective_on", &approval.on.to_string());
        }
    }

    /// Raises the version of a document, and adds the policy's to its history. A statement that has no version is given none.
    fn raise(
        &mut self,
        reviewed: Reviewed,
        approval: &Approval,
        gaps: Option<&str>,
        catalogue: &Catalogue,
    ) -> Result<String, Unrecorded> {
        let policy = &mut self.profile.policy;
        let last = match reviewed {
            Reviewed::ProviderAccessPolicy => self.profile.provider_access.version.as_deref(),
            _ => policy.version.as_deref().or(policy.history.last().map(|row| &*row.version)),
        };
        let last = last.and_then(|last| last.parse::<VersionNumber>().ok());
        let raised = || last.as_ref().map_or_else(VersionNumber::first, |last| last.raised(approval.no_changes));
        let version = approval.version.clone().unwrap_or_else(raised);
        if let Some(last) = last.as_ref().filter(|last| version <= **last) {
            return Err(Unrecorded::Refused(format!("version {version} is not higher than version {last}")));
        }
        let version = version.to_string();
        if reviewed == Reviewed::ProviderAccessPolicy {
            if last.is_none() && approval.version.is_none() {
                return Ok(String::new());
            }
            self.profile.provider_access.version = Some(version.as_str().into());
            self.set("provider_access", "version", &version);
            return Ok(format!("version {version}, "));
        }
        let before = policy.history.iter().rev().find_map(|row| row.author.as_deref());
        let author = match (approval.author.as_deref(), before) {
            (Some(author), _) => author.to_owned(),
            (None, Some(before)) => {
                self.notes.push(format!(
                    "the version history names {before}, who made the version before; for somebody else give `--author`"
                ));
                before.to_owned()
            }
            (None, None) => return Err(Unrecorded::Refused(NO_AUTHOR.to_owned())),
        };
        let phrases = &catalogue.phrases.history;
        let summary = approval.summary.as_deref().unwrap_or(&phrases.no_changes);
        let summary =
            gaps.map_or_else(|| summary.to_owned(), |gaps| format!("{}. {gaps}", summary.trim_end_matches('.')));
        policy.version = Some(version.as_str().into());
        policy.history.push(Version {
            version: version.as_str().into(),
            date: approval.on.into(),
            author: Some(author.as_str().into()),
            summary: summary.as_str().into(),
        });
        let row = vec![
            ("version", version.clone()),
            ("date", approval.on.to_string()),
            ("author", author),
            ("summary", summary),
        ];
        self.set("policy", "version", &version);
        self.changes.push(Change { section: "policy", name: "history", put: Put::Entry(row) });
        Ok(format!("version {version}, "))
    }
}

/// What is said where nobody is named for the version history.
const NO_AUTHOR: &str = "the version history says who made each version; name the person with `--author`, such as `--author \"Priya Nair\"`";
