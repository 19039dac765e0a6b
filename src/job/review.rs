//! Records that a school's documents were reviewed and approved: version, approval, history and next review, in the profile itself.
//!
//! In: a profile's path and an [`Approval`]. Out: [`Recorded`], the file's text with it, to be looked at or written; or [`Unrecorded`].
//!
//! The dates are judged by the checks that judge any profile: what the change makes them find is why it is refused. And the new text is
//! read again, and must hold the old answers and the new ones, or nothing comes of it. A file that schools share is never touched.
//!
//! Not here: how a value is put into YAML (`yaml`), or the limits themselves (`check::reviews`).

use std::path::{Path, PathBuf};

use super::checked::check_intake;
use super::due::reviewed;
use super::intake::Intake;
use super::library::Libraries;
use crate::catalogue::Catalogue;
use crate::finding::{Failure, Finding, Mark, Severity, visible};
use crate::law::Date;
use crate::profile::Reviewed;
use crate::profile::{Profile, Version, VersionNumber};
use crate::text::{display_path, rewrite_source};
use crate::yaml::{Put, put};

/// That documents were reviewed and approved.
#[derive(Clone, Debug)]
pub struct Approval {
    /// The documents; all that the school has, if none is named.
    pub documents: Vec<Reviewed>,
    /// The day.
    pub on: Date,
    /// The body that approved them.
    pub by: String,
    /// Whether nothing was changed in them.
    pub no_changes: bool,
    /// What changed, for the version history; "Reviewed, no changes" if left out.
    pub summary: Option<String>,
    /// Who changed it.
    pub author: Option<String>,
    /// The new version, where the next number is not the right one.
    pub version: Option<VersionNumber>,
    /// The day of the next review, where it is not as long after as the last time.
    pub next_review: Option<Date>,
}

/// A profile's text with an approval in it. Nothing is written yet.
pub struct Recorded {
    path: PathBuf,
    sha256: String,
    /// The text that was read.
    pub before: String,
    /// The same text with the approval.
    pub after: String,
    /// What was recorded, in sentences.
    pub said: Vec<String>,
    /// What is worth a look.
    pub notes: Vec<String>,
}

/// Why an approval was not recorded.
pub enum Unrecorded {
    /// Something in the profile, or what the checks find with the approval in it, with the findings that say so.
    Found {
        /// What that means, in a sentence.
        why: &'static str,
        /// The profile that the findings point into.
        intake: Box<Intake>,
        /// The findings.
        findings: Vec<Finding>,
    },
    /// What was asked for cannot be done.
    Refused(String),
    /// The world stands in the way.
    Failure(Failure),
}

impl Recorded {
    /// The profile's path as it is printed.
    pub fn name(&self) -> String {
        display_path(&self.path)
    }

    /// Writes the text in place of the profile's own.
    ///
    /// # Errors
    /// If the file cannot be written or is no longer as it was read.
    pub fn write(&self) -> Result<(), Failure> {
        rewrite_source(&self.path, &self.sha256, &self.after).map_err(|error| Failure::writing(&self.path, error))
    }
}

/// A value to be put into the profile.
struct Change {
    section: &'static str,
    name: &'static str,
    put: Put,
}

/// The changes, and the profile as it is to be after them.
struct Plan {
    profile: Profile,
    changes: Vec<Change>,
    said: Vec<String>,
}

/// Works out a profile's text with an approval in it.
///
/// # Errors
/// Why it cannot be recorded.
pub fn review_profile(
    path: &Path,
    approval: &Approval,
    libraries: &Libraries,
    today: Date,
) -> Result<Recorded, Unrecorded> {
    let intake = Intake::read(path).map_err(Unrecorded::Failure)?;
    let Some(institution) = &intake.institution else {
        let findings = intake.findings.clone();
        return Err(found("The profile cannot be read, so nothing was recorded.", intake, findings));
    };
    let (profile, index) = (&institution.profile, &institution.index);
    let library = match libraries.of(&intake) {
        Ok(library) => library,
        Err(finding) => return Err(found(NOTHING, intake, vec![*finding])),
    };
    let documents = match reviewed(profile, &library, today) {
        Ok(reviewed) => named(&reviewed, &approval.documents)?,
        Err(error) => return Err(found(NOTHING, intake, vec![error.into()])),
    };
    let source = intake.sources.get(index.file());
    let Plan { profile: meant, changes, said } = plan(profile, &documents, approval, &library.catalogue)?;
    let mut notes = Vec::new();
    let mut after = source.text.clone();
    for Change { section, name, put: value } in &changes {
        let field = format!("{section}.{name}");
        if let Some(span) = index.value(&field).filter(|span| span.source != index.file()) {
            let shared = intake.sources.get(span.source);
            let (file, line) = (&shared.name, shared.position(span.start).line);
            if matches!(value, Put::Entry(_)) {
                return Err(Unrecorded::Refused(format!(
                    "the version history stands in {file}, line {line}, which other schools share; move it into {} and run the command again",
                    source.name
                )));
            }
            notes.push(format!("`{field}` stands in {file} too, line {line}; that file is as it was, and this school's own answer wins."));
        }
        after = put::<Profile>(&after, section, name, value).map_err(|unplaced| {
            // The line is that of the file as it is, without the lines that were added before this one.
            let unplaced = put::<Profile>(&source.text, section, name, value).err().unwrap_or(unplaced);
            Unrecorded::Refused(format!("{}, line {}: {}", source.name, unplaced.line, unplaced.why))
        })?;
    }
    let changed = Intake::of_text(path, &after).map_err(Unrecorded::Failure)?;
    if changed.profile() != Some(&meant) {
        let fields: Vec<String> =
            changes.iter().map(|change| format!("`{}.{}`", change.section, change.name)).collect();
        return Err(Unrecorded::Refused(format!(
            "{} is written in a way that this change would break, so nothing was changed; write {} there yourself",
            source.name,
            fields.join(", ")
        )));
    }
    let before = check_intake(&intake, &library, today);
    let mut new = check_intake(&changed, &library, today);
    new.retain(|finding| stands_in_the_way(finding) && !before.contains(finding));
    if !new.is_empty() {
        return Err(found("Nothing was recorded: with this approval the profile would not be in order.", changed, new));
    }
    if documents.contains(&Reviewed::CareersPolicy)
        && let Some(status) =
            profile.policy.status.as_deref().filter(|status| !status.to_lowercase().contains("approved"))
    {
        notes.push(format!("`policy.status` still says \"{}\".", visible(status)));
    }
    let sha256 = source.sha256.clone().unwrap_or_default();
    Ok(Recorded { path: path.to_owned(), sha256, before: source.text.clone(), after, said, notes })
}

/// What is said where nothing more can be.
const NOTHING: &str = "Nothing was recorded.";

fn found(why: &'static str, intake: Intake, findings: Vec<Finding>) -> Unrecorded {
    Unrecorded::Found { why, intake: Box::new(intake), findings }
}

/// Errors and warnings on answers, and that a body may not approve. That an accepted warning is no more is what a review is for.
fn stands_in_the_way(finding: &Finding) -> bool {
    let is_grave = finding.severity < Severity::Note && !finding.code.is(Mark::FollowsApproval);
    finding.at.field().is_some() && (is_grave || finding.code.is(Mark::StopsApproval))
}

/// The documents that are meant: those named, if the school has them, and otherwise all it has.
fn named(has: &[Reviewed], named: &[Reviewed]) -> Result<Vec<Reviewed>, Unrecorded> {
    let has: Vec<Reviewed> = has.iter().copied().filter(|reviewed| reviewed.is_approved()).collect();
    match named.iter().find(|reviewed| !has.contains(reviewed)) {
        Some(missing) => Err(Unrecorded::Refused(format!("this institution has no {}", missing.name()))),
        None if named.is_empty() => Ok(has),
        None => Ok(has.into_iter().filter(|reviewed| named.contains(reviewed)).collect()),
    }
}

fn plan(
    profile: &Profile,
    documents: &[Reviewed],
    approval: &Approval,
    catalogue: &Catalogue,
) -> Result<Plan, Unrecorded> {
    let mut plan = Plan { profile: profile.clone(), changes: Vec::new(), said: Vec::new() };
    for reviewed in documents {
        let name = reviewed.name();
        if let Some(last) = reviewed.approved_on(profile).filter(|last| *last >= approval.on) {
            let on = last.in_words();
            return Err(Unrecorded::Refused(match last == approval.on {
                true => format!("the approval of the {name} on {on} is recorded already"),
                false => format!("the {name} was last approved on {on}, after {}", approval.on.in_words()),
            }));
        }
        let next = approval.next_review.unwrap_or_else(|| next_review(*reviewed, profile, approval.on, catalogue));
        let version = plan.raise(*reviewed, approval)?;
        plan.set(reviewed.section(), "approved_by", &approval.by);
        plan.set(reviewed.section(), "approved_on", &approval.on.to_string());
        let takes_effect = profile.policy.effective_on.filter(|day| *day < approval.on);
        if *reviewed == Reviewed::CareersPolicy && takes_effect.is_some() {
            plan.set("policy", "effective_on", &approval.on.to_string());
            plan.profile.policy.effective_on = Some(approval.on);
        }
        plan.set(reviewed.section(), "next_review", &next.to_string());
        let (approved_by, approved_on, next_review) = match reviewed {
            Reviewed::ProviderAccessPolicy => {
                let access = &mut plan.profile.provider_access;
                (&mut access.approved_by, &mut access.approved_on, &mut access.next_review)
            }
            _ => {
                let policy = &mut plan.profile.policy;
                (&mut policy.approved_by, &mut policy.approved_on, &mut policy.next_review)
            }
        };
        *approved_by = Some(approval.by.as_str().into());
        *approved_on = Some(approval.on);
        *next_review = Some(next);
        let on = approval.on.in_words();
        plan.said.push(format!(
            "{name}: {version}approved on {on} by {}; next review by {}",
            approval.by,
            next.in_words()
        ));
    }
    Ok(plan)
}

impl Plan {
    fn set(&mut self, section: &'static str, name: &'static str, words: &str) {
        self.changes.push(Change { section, name, put: Put::Words(words.to_owned()) });
    }

    /// Raises the version of a document, and adds the policy's to its history. A statement that has no version is given none.
    fn raise(&mut self, reviewed: Reviewed, approval: &Approval) -> Result<String, Unrecorded> {
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
        let author = approval.author.as_deref();
        let summary = approval.summary.as_deref().unwrap_or("Reviewed, no changes");
        policy.version = Some(version.as_str().into());
        policy.history.push(Version {
            version: version.as_str().into(),
            date: approval.on,
            author: author.map(Into::into),
            summary: summary.into(),
        });
        let mut row = vec![("version", version.clone()), ("date", approval.on.to_string())];
        row.extend(author.map(|author| ("author", author.to_owned())));
        row.push(("summary", summary.to_owned()));
        self.set("policy", "version", &version);
        self.changes.push(Change { section: "policy", name: "history", put: Put::Entry(row) });
        Ok(format!("version {version}, "))
    }
}

/// As many months after the approval as the last time, and no more than are recommended.
fn next_review(reviewed: Reviewed, profile: &Profile, approved: Date, catalogue: &Catalogue) -> Date {
    let most = catalogue.named.review_limit(reviewed).map_or(0, |limit| i32::from(limit.number));
    let last = reviewed.approved_on(profile).zip(reviewed.next_review(profile));
    let months = last.and_then(|(approved, next)| (1..most).find(|months| next <= approved.plus_months(*months)));
    approved.plus_months(months.unwrap_or(most))
}
