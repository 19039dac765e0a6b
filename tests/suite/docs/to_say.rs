//! The index of the profile by what a school wants to say: the reference, `docs/src/profile.md`, begins with it.
//!
//! In: nothing. Out: a table. Every field that it names is one that the program reads.

use std::fmt::Write;

use careers_policy::profile::{field_paths, headings};

/// What somebody wants to say, as they would, and the fields for it.
const TO_SAY: [(&str, &[&str]); 57] = [
    ("What our careers adviser does: comes on Tuesdays, say", &["roles.careers_adviser.responsibilities"]),
    ("How pupils get a meeting with the adviser: book it through tutors, say", &["gatsby.benchmark_8.how"]),
    ("Our careers adviser works for another organisation", &["roles.careers_adviser.organisation"]),
    (
        "Our careers adviser is qualified to Level 6",
        &["roles.careers_adviser.qualification", "roles.careers_adviser.qualification_level"],
    ),
    ("Two people share the careers leader's role", &["roles.careers_leader"]),
    ("Nobody holds the role just now", &["roles.careers_leader.vacant"]),
    ("Our careers leader does more than your list says", &["roles.careers_leader.responsibilities"]),
    ("An administrator books visitors; we have an enterprise adviser", &["roles.others"]),
    ("What our tutors and teachers do", &["roles.teachers.responsibilities"]),
    ("What our governors do", &["governance.responsibilities"]),
    ("We say principal, academy, students", &["setting.head_term", "setting.noun", "setting.learner_term"]),
    ("Our governing body is called something else", &["governance.body"]),
    ("What we want careers guidance to achieve", &["vision.statement", "vision.aims"]),
    ("Our school's values", &["vision.values"]),
    ("What happens in which year and term", &["programme.activities"]),
    ("What pupils of each year learn", &["programme.outcomes"]),
    ("Year 10 have a week of work experience", &["programme.activities", "gatsby.benchmark_6.how"]),
    ("How we keep pupils safe on work experience", &["programme.work_experience_safety"]),
    ("We teach careers in PSHE", &["programme.planning", "programme.methods"]),
    ("How we help with choosing options", &["programme.prepares.decisions"]),
    ("Where our labour market information is from", &["programme.labour_market_sources"]),
    ("Who manages the budget, and what it pays for", &["programme.funding"]),
    ("Who is trained, and where", &["programme.training", "roles.careers_leader.training"]),
    ("When we meet parents", &["programme.parent_touchpoints"]),
    ("How pupils, parents, staff and employers find the programme", &["programme.access"]),
    ("The address of our careers page", &["programme.summary_url"]),
    ("How we meet a Gatsby Benchmark", &["gatsby.benchmark_1.how"]),
    ("What we plan to do better next year", &["gatsby.benchmark_1.actions"]),
    ("Our Compass results", &["gatsby.benchmark_1.evidence", "impact.evidence"]),
    ("We record activities in Compass+, Unifrog or Xello", &["impact.recording_platform"]),
    ("We ask pupils, parents and employers what they think", &["impact.feedback"]),
    ("How we know that it works", &["impact.statement", "impact.success_criteria"]),
    ("We hold the Quality in Careers Standard", &["impact.quality"]),
    ("Where last year's leavers went", &["destinations.cohorts"]),
    ("How we support pupils with special educational needs", &["send.approach", "send.support"]),
    ("How we find pupils who may have no place to go to", &["support.at_risk"]),
    ("Pupils in care, young carers and others we look out for", &["support.groups"]),
    ("Whom a college or training provider writes to", &["provider_access.contact"]),
    (
        "How a provider asks, and with how much notice",
        &["provider_access.procedure", "provider_access.notice_days", "provider_access.notice"],
    ),
    ("When we say yes, and when no", &["provider_access.grounds_to_grant", "provider_access.grounds_to_refuse"]),
    ("The hall and a projector can be used", &["provider_access.premises"]),
    ("Providers may come online", &["provider_access.online"]),
    ("Exampleton College comes on 14 October", &["provider_access.encounters"]),
    ("When there is room for more visits", &["provider_access.opportunities"]),
    ("Who has visited us before", &["provider_access.previous_providers"]),
    ("What happens to the prospectuses that are left", &["provider_access.resources"]),
    (
        "When the governors approved it, and when it is next reviewed",
        &["policy.approved_on", "policy.next_review", "provider_access.approved_on", "provider_access.next_review"],
    ),
    ("Who has signed it, or is still to sign", &["policy.signed", "policy.to_sign"]),
    ("It belongs with our safeguarding policy", &["linked_policies"]),
    ("Websites that we recommend", &["resources"]),
    ("Something of which there is no field", &["own_sections"]),
    ("We do not want this paragraph of yours", &["leave_out"]),
    ("Our colours and our logo", &["brand.accent", "brand.link", "brand.logo", "brand.logo_alt"]),
    ("Our policies have numbered paragraphs", &["brand.numbering"]),
    ("A longer policy, or a short one", &["detail"]),
    ("What changes each year, in a document of its own", &["annex"]),
    ("We use our hub's wording", &["pack"]),
];

/// Whether the index leads to a field.
pub(super) fn leads_to(path: &str) -> bool {
    TO_SAY.iter().any(|(_, fields)| fields.contains(&path))
}

/// The index as it stands in the reference.
pub(super) fn to_say() -> String {
    let known = field_paths();
    let mut page = "\n## To say … see\n\nWhat is written in one field stands in every place where the documents need it. Where two fields are named, each is \
                    printed in a place of its own: write there what belongs there. The fields of the other benchmarks are called as those of the first.\n\n| to say | see |\n| --- | --- |\n"
        .to_owned();
    for (words, fields) in TO_SAY {
        let unknown =
            fields.iter().find(|field| !known.iter().any(|path| path == *field) && !headings().contains(field));
        assert_eq!(unknown, None, "{words}");
        let links: Vec<String> =
            fields.iter().map(|field| format!("[`{field}`](#{})", field.split('.').next().unwrap_or(field))).collect();
        writeln!(page, "| {words} | {} |", links.join(", ")).unwrap();
    }
    page
}
