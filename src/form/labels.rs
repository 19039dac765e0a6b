//! What the fields, sheets and tables of a form are called: plain English for people who know no profile.
//!
//! In: the path of a field without numbers: `roles.careers_leader.email`. Out: its label. The longest end of the path that is listed counts, so that
//! `url` is said once; a field that is not listed is called by its name in words. Not here: what is said of a field, which is its comment in `profile`.

use crate::text::capital;

/// A sheet for questions: its name, and the headings of the profile that it asks for.
pub(super) const FIELD_SHEETS: [(&str, &[&str]); 13] = [
    ("Your institution", &["setting"]),
    ("Governors", &["governance"]),
    ("People", &["roles"]),
    ("Policy", &["policy"]),
    ("Vision", &["vision"]),
    ("Programme", &["programme"]),
    ("Gatsby Benchmarks", &["gatsby"]),
    ("Impact", &["impact"]),
    ("Support", &["support"]),
    ("SEND", &["send"]),
    ("Provider access", &["provider_access"]),
    ("Destinations", &["destinations"]),
    ("Documents", &["detail", "annex", "brand", "pack", "extends"]),
];

/// A sheet for a list: the list, and its name.
pub(super) const TABLE_SHEETS: [(&str, &str); 19] = [
    ("roles.others", "Other people"),
    ("policy.history", "Version history"),
    ("policy.signed", "Signatures"),
    ("programme.outcomes", "Outcomes"),
    ("programme.activities", "Activities"),
    ("programme.parent_touchpoints", "Parents and carers"),
    ("gatsby.actions", "Action plan"),
    ("impact.data", "Information collected"),
    ("impact.feedback", "Feedback"),
    ("provider_access.contacts", "Other contacts"),
    ("provider_access.notice", "Notice"),
    ("provider_access.encounters", "Encounters"),
    ("provider_access.opportunities", "Opportunities"),
    ("destinations.cohorts", "Leavers"),
    ("linked_policies", "Linked policies"),
    ("resources", "Useful websites"),
    ("own_sections", "Own sections"),
    ("leave_out", "Left out"),
    ("accept", "Accepted warnings"),
];

/// The heading of a group of questions, or the label of a field.
const LABELS: [(&str, &str); 126] = [
    ("schools.profile", "File of the school's own profile"),
    ("setting.type", "Kind of institution"),
    ("setting.urn", "Unique reference number (URN)"),
    ("setting.learner_term", "Word for your young people"),
    ("setting.noun", "Word for your institution in a sentence"),
    ("setting.head_term", "Word for whoever leads it"),
    ("setting.phone", "Telephone number"),
    ("setting.website", "Website address"),
    ("setting.privacy_notice", "Privacy notice: web address"),
    ("setting.hub", "Careers hub"),
    ("setting.address", "Postal address"),
    ("detail", "Short or long documents"),
    ("annex", "Yearly parts in an annex of their own"),
    ("pack", "Folder of your hub's or trust's pack"),
    ("extends", "File whose answers you share"),
    ("governance.body", "Name of the governing body"),
    ("governance.committee", "Committee that approves the policy"),
    ("roles.senco", "SENCO"),
    ("roles.head", "Head or principal"),
    ("roles.others.title", "Job title, if it is not the role"),
    ("roles.others.responsibility", "Responsibility, in one line"),
    ("roles.others.responsibilities", "Responsibilities, if several"),
    ("roles.others.role", "What the person does"),
    ("responsibilities_instead", "These responsibilities in place of ours"),
    ("title", "Title"),
    ("name", "Name"),
    ("email", "Email address"),
    ("phone", "Telephone number"),
    ("url", "Web address"),
    ("qualification_level", "Level of the qualification"),
    ("employed_by_setting", "Employed by you"),
    ("on_adviser_register", "On the UK Register of Career Development Professionals"),
    ("vacant", "While nobody holds the role: who does its work"),
    ("policy.title", "Title of the policy"),
    ("policy.subtitle", "Words after the title"),
    ("policy.url", "Web address of the policy"),
    ("policy.approved_on", "Approved on"),
    ("policy.effective_on", "Applies from"),
    ("policy.next_review", "Next review by"),
    ("policy.reviewed_every", "How often it is reviewed"),
    ("policy.status", "Status, such as approved"),
    ("policy.to_sign", "Who is still to sign by hand"),
    ("policy.distribution", "Where it is found, or who receives it"),
    ("policy.guidance_edition", "Date of the statutory guidance it follows"),
    ("policy.guidance_checked_on", "Last checked against the guidance on"),
    ("policy.history.summary", "What changed"),
    ("policy.history.date", "Issued on"),
    ("policy.history.author", "Changed by"),
    ("policy.signed.name", "Name and role"),
    ("policy.signed.on", "Signed on"),
    ("vision.statement", "Vision"),
    ("vision.horizon_years", "Years that the vision looks ahead"),
    ("vision.aims", "Aims of the policy"),
    ("programme.aims", "Aims of the programme"),
    ("programme.methods", "How it is delivered"),
    ("programme.planning", "How it is planned"),
    ("programme.labour_market_sources", "Sources of labour market information"),
    ("programme.funding", "Who manages the budget"),
    ("programme.training", "Where staff and governors get training"),
    ("programme.work_experience_safety", "Safety on work experience"),
    ("programme.prepares", "What it prepares for"),
    ("programme.prepares.decisions", "Informed decisions"),
    ("programme.prepares.transitions", "Lasting transitions"),
    ("programme.prepares.readiness", "Readiness for work"),
    ("programme.leavers", "Leavers"),
    ("programme.leavers.know", "What they know"),
    ("programme.leavers.can_do", "What they can do"),
    ("programme.leavers.are", "What they are like"),
    ("programme.summary_url", "Web address of the programme's summary"),
    ("programme.access", "How they find out"),
    ("programme.access.parents", "Parents and carers"),
    ("programme.next_review", "Next review of the published information"),
    ("programme.roadmap_url", "Web address of the roadmap for parents and carers"),
    ("programme.outcomes.outcomes", "Outcomes"),
    ("programme.activities.title", "Activity"),
    ("programme.activities.benchmarks", "Gatsby Benchmarks"),
    ("programme.activities.partner", "With whom"),
    ("programme.parent_touchpoints.what", "What is decided or happens"),
    ("gatsby.benchmark_1", "Benchmark 1, a stable careers programme"),
    ("gatsby.benchmark_2", "Benchmark 2, career and labour market information"),
    ("gatsby.benchmark_3", "Benchmark 3, the needs of each young person"),
    ("gatsby.benchmark_4", "Benchmark 4, careers in the curriculum"),
    ("gatsby.benchmark_5", "Benchmark 5, encounters with employers"),
    ("gatsby.benchmark_6", "Benchmark 6, experiences of workplaces"),
    ("gatsby.benchmark_7", "Benchmark 7, encounters with further and higher education"),
    ("gatsby.benchmark_8", "Benchmark 8, personal guidance"),
    ("gatsby.benchmark", "Benchmark"),
    ("how", "How you meet it"),
    ("evidence", "What shows it"),
    ("indicators", "Signs of success"),
    ("impact.data.what", "What is collected"),
    ("impact.data.how", "How and when"),
    ("impact.feedback.who", "Who is asked"),
    ("impact.feedback.when", "When and how"),
    ("impact.statement", "How impact is measured"),
    ("impact.frequency", "How often, and by whom"),
    ("impact.recording_platform", "System for records"),
    ("impact.leadership_review_on", "Last Internal Leadership Review on"),
    ("impact.quality", "How quality is checked"),
    ("impact.success_criteria", "What counts as success"),
    ("impact.sharing", "How results are shared"),
    ("support.at_risk", "How you find and support learners at risk"),
    ("support.groups", "Groups you look out for"),
    ("support.bursary", "16 to 19 Bursary Fund"),
    ("send.ehcp_reviews", "Education, health and care plan reviews"),
    ("send.disabled_role_models", "Disabled adults share their experience"),
    ("provider_access.url", "Web address of the statement"),
    ("provider_access.compliance", "How the duty will be met"),
    ("provider_access.contact", "Contact for providers"),
    ("provider_access.procedure", "How a provider asks for access"),
    ("provider_access.notice_days", "Notice in school days"),
    ("provider_access.notice.what", "For which visits"),
    ("provider_access.resources", "Prospectuses and other materials"),
    ("provider_access.online", "Live online encounters"),
    ("provider_access.encounters.in_school_day", "In the school day"),
    ("provider_access.encounters.whole_cohort", "The whole year group"),
    ("provider_access.encounters.kind", "What the providers offer"),
    ("provider_access.opportunities.what", "Opportunity"),
    ("provider_access.opportunities.counts", "Counts for the duty"),
    ("provider_access.next_review", "Next review by"),
    ("destinations.use_made", "How destinations are used"),
    ("destinations.cohorts.destinations.kind", "Destination"),
    ("destinations.cohorts.size", "How many in all"),
    ("destinations.cohorts.note", "Line below the table"),
    ("brand.accent", "Colour of headings"),
    ("brand.logo_alt", "What the logo says"),
];

/// What is said of a field in a file, and how it is said in a form.
pub(super) const SAID_OTHERWISE: [(&str, &str); 18] = [
    (", each with a `role`", ""),
    (", or of each `stage` where you do not work in years", ""),
    (", or for a `stage` where you do not work in years", ""),
    (", or by `stage` where you do not work in years", ""),
    (", in quotes so that its leading zero stays", ""),
    (": six digits, in quotes", ": six digits"),
    (", in quotes", ""),
    (", in quotation marks", ""),
    (" Two who share the role are a list.", " A second person who shares the role has rows of their own."),
    (", as year-month-day; or the month, as year-month: `2026-07`", ", or its month"),
    (", one line each", ", one to a row"),
    (", one item a line", ", one to a row"),
    (", one method a line", ", one to a row"),
    (", one source a line", ", one to a row"),
    (", one group a line", ", one to a row"),
    (", one measure a line", ", one to a row"),
    (", by its date: `2025-05-08`", ""),
    (" Several are a list, the lowest first.", " Several stand one to a row, the lowest first."),
];

/// The label of a field, a group or a column.
pub(crate) fn label(path: &str) -> String {
    let mut end = path;
    loop {
        if let Some((_, label)) = LABELS.iter().find(|(known, _)| *known == end) {
            return (*label).to_owned();
        }
        match end.split_once('.') {
            Some((_, rest)) => end = rest,
            None => return in_words(end),
        }
    }
}

/// A name of a profile in words: "all_year" is "All year". Whoever reads a cell knows the name by them again.
pub(super) fn in_words(name: &str) -> String {
    let words = name.replace(['_', '-'], " ");
    if let Some(rest) = words.strip_prefix("fe ") {
        return format!("FE {rest}");
    }
    capital(&words)
}

/// A label inside a sentence: a small letter first, unless it is a name or an abbreviation.
pub(super) fn within(label: &str) -> String {
    let mut letters = label.chars();
    let (Some(first), second) = (letters.next(), letters.next()) else { return String::new() };
    let is_name = second.is_some_and(char::is_uppercase) || label.starts_with("Gatsby");
    if is_name { label.to_owned() } else { first.to_lowercase().chain(label.chars().skip(1)).collect() }
}

/// Words as they are compared: small letters and digits with one space between.
pub(crate) fn folded(words: &str) -> String {
    let letters: String = words.chars().map(|c| if c.is_alphanumeric() { c } else { ' ' }).collect();
    letters.to_lowercase().split_whitespace().collect::<Vec<_>>().join(" ")
}

/// What is said of an answer, without what is said of the signs of a file alone.
pub(crate) fn without_signs(words: &str) -> String {
    words.replace(", with the quotation marks", "").replace(" behind the colon", "")
}
