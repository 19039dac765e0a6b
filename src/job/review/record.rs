//! Records an approval in a profile's text.
//!
//! In: a profile's path, an [`Approval`]. Out: [`Recorded`], or why it is not recorded.

use std::path::Path;

use super::approval::{Approval, Recorded, Unrecorded};
use super::due::keep_due;
use super::open::Open;
use super::plan::{Approved, Change, Plan, plan};
use crate::finding::{Finding, Mark, Severity, visible};
use crate::job::checked::Checked;
use crate::job::intake::{Institution, Intake};
use crate::job::library::{Libraries, Library};
use crate::job::rewritten::Rewritten;
use crate::job::to_review::{ToReview, to_review};
use crate::law::Date;
use crate::profile::{Profile, REVIEWED, Reviewed};
use crate::yaml::{Put, put};

/// What is said where nothing more can be.
const NOTHING: &str = "Nothing was recorded.";
const NO_DOCUMENT: &str =
    "Nothing was recorded: no document can be made of this profile, so none can have been approved.";
const GAPS: &str = "Nothing was recorded: something is missing that the law asks for, or your hub or trust. Put it right, or record an \
    approval that was given all the same with `--despite-gaps`: the version history will then say what was missing.";
const OUT_OF_ORDER: &str = "Nothing was recorded: with this approval the profile would not be in order.";

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
    let catalogue = &library.catalogue;
    let mut notes = Vec::new();
    let documents = match to_review(institution, &library, today) {
        Ok(mut list) => {
            if let Some(day) = approval.due_by {
                keep_due(&mut list, approval, day, catalogue, &mut notes);
            }
            named(institution, &list, &approval.documents, approval.due_by.is_some(), &mut notes)?
        }
        Err(error) => return Err(found(NOTHING, intake, vec![error.into()])),
    };
    if documents.is_empty() && approval.due_by.is_some() {
        return Err(Unrecorded::NothingDue { school: profile.setting.name.to_string(), notes });
    }
    let reviewed: Vec<Reviewed> = documents.iter().map(|document| document.reviewed).collect();
    let (before, open) = open_in(&intake, institution, &library, &reviewed, today);
    let gaps = open.told(catalogue, &catalogue.phrases.history);
    let Plan { profile: meant, changes, reviewed: dated, said, notes: planned } =
        plan(profile, &documents, approval, gaps.as_deref(), catalogue)?;
    notes.extend(planned);
    if !open.errors.is_empty() {
        return Err(found(NO_DOCUMENT, intake, open.errors));
    }
    if !open.gaps.is_empty() && !approval.despite_gaps {
        return Err(found(GAPS, intake, open.gaps));
    }
    if let Some(gaps) = gaps.filter(|_| !reviewed.contains(&Reviewed::CareersPolicy)) {
        notes.push(format!("the version history is the careers policy's, so it does not say: {gaps}"));
    }
    let source = intake.sources.get(index.file());
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
    let Some(institution) = changed.institution.as_ref().filter(|changed| changed.profile == meant) else {
        let fields: Vec<String> =
            changes.iter().map(|change| format!("`{}.{}`", change.section, change.name)).collect();
        return Err(Unrecorded::Refused(format!(
            "{} is written in a way that this change would break, so nothing was changed; write {} there yourself",
            source.name,
            fields.join(", ")
        )));
    };
    let (mut new, open) = open_in(&changed, institution, &library, &reviewed, today);
    let drafts_only = new.iter().any(|finding| finding.severity == Severity::Error);
    new.retain(|finding| stands_in_the_way(finding) && !before.contains(finding));
    if !new.is_empty() {
        return Err(found(OUT_OF_ORDER, changed, new));
    }
    if reviewed.contains(&Reviewed::CareersPolicy)
        && let Some(status) =
            profile.policy.status.as_deref().filter(|status| !status.to_lowercase().contains("approved"))
    {
        notes.push(format!("`policy.status` still says \"{}\".", visible(status)));
    }
    if reviewed.contains(&Reviewed::CareersPolicy) && !profile.policy.signed.is_empty() {
        notes.push("`policy.signed` still names who signed the version before.".to_owned());
    }
    let text = Rewritten::new(path, source, after);
    let school = profile.setting.name.to_string();
    Ok(Recorded { text, school, reviewed: dated, said, notes, drafts_only, open: open.recommended })
}

/// What is found on a profile, and what of it is open in some documents.
fn open_in(
    intake: &Intake,
    institution: &Institution,
    library: &Library,
    documents: &[Reviewed],
    today: Date,
) -> (Vec<Finding>, Open) {
    let checked = Checked::of(intake, institution, library, &library.formats, today);
    let open = Open::of(&checked.findings, documents, &library.catalogue, checked.case.kind);
    (checked.findings, open)
}

fn found(why: &'static str, intake: Intake, findings: Vec<Finding>) -> Unrecorded {
    Unrecorded::Found { why, intake: Box::new(intake), findings }
}

/// Errors and warnings on answers, and that a body may not approve. That an accepted warning is no more is what a review is for.
fn stands_in_the_way(finding: &Finding) -> bool {
    let is_grave = finding.severity < Severity::Note && !finding.code.is(Mark::FollowsApproval);
    finding.at.field().is_some() && (is_grave || finding.code.is(Mark::StopsApproval))
}

/// The documents that are meant: those named, if the institution has them, and otherwise all it has. Of a trust's schools it is those
/// whose dates the trust gives; that another has dates of its own is noted.
fn named(
    institution: &Institution,
    list: &[ToReview<'_>],
    named: &[Reviewed],
    only_due: bool,
    notes: &mut Vec<String>,
) -> Result<Vec<Approved>, Unrecorded> {
    let mut documents = Vec::new();
    for reviewed in REVIEWED.into_iter().filter(|reviewed| named.is_empty() || named.contains(reviewed)) {
        let what = reviewed.name();
        let of_this = list.iter().filter(|to_review| to_review.reviewed == reviewed);
        let (schools, own): (Vec<_>, Vec<_>) = of_this.partition(|to_review| to_review.school.is_some());
        let (shared, apart): (Vec<_>, Vec<_>) =
            schools.into_iter().partition(|school| has_shared_dates(school, institution));
        for school in &apart {
            let (name, field) = (&school.profile.setting.name, school.field("next_review", institution));
            notes.push(format!(
                "the {what} of {name} has dates of its own, such as `{field}`: write the new ones there"
            ));
        }
        if !own.is_empty() {
            documents.push(Approved { reviewed, name: what.to_owned() });
        } else if !shared.is_empty() {
            let names: Vec<&str> = shared.iter().map(|school| &*school.profile.setting.name).collect();
            documents.push(Approved { reviewed, name: format!("{what} of {}", names.join(", ")) });
        } else if named.contains(&reviewed) && !only_due {
            return Err(Unrecorded::Refused(match notes.pop() {
                Some(note) => note,
                None => format!("this institution has no {what}"),
            }));
        }
    }
    Ok(documents)
}

/// Whether the dates of a document of a trust's school are those that the trust gives for all.
fn has_shared_dates(school: &ToReview<'_>, institution: &Institution) -> bool {
    let mut fields = ["version", "approved_by", "approved_on", "next_review"].into_iter();
    fields.all(|name| !school.field(name, institution).starts_with("schools["))
}
