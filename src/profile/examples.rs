//! Examples of fields that stand under several headings, where one example does not fit them all.
//!
//! In: the path of a field. Out: what could be written there. Not here: every other example, which stands at its field, in the schema.

/// The field and its example; of a list, one entry.
const EXAMPLES: [(&str, &str); 8] = [
    ("gatsby.benchmark_2.how", "Pupils in Year 9 look at local jobs and wages before they choose their options."),
    ("gatsby.benchmark_3.how", "Each pupil keeps a record of plans and encounters, which tutors read each term."),
    ("gatsby.benchmark_4.how", "Every subject teaches at least one lesson a year that shows where it is used at work."),
    (
        "gatsby.benchmark_5.how",
        "Pupils of every year meet an employer, and those in Year 10 have a mock interview with one.",
    ),
    (
        "gatsby.benchmark_6.how",
        "Pupils in Year 10 have a week of work experience, and those in Year 8 visit a workplace.",
    ),
    ("gatsby.benchmark_7.how", "Pupils in Year 8 spend a day at a college, and those in Year 10 visit a university."),
    (
        "gatsby.benchmark_8.how",
        "Our careers adviser is in school on Tuesdays. Pupils book a meeting through their tutor.",
    ),
    ("roles.careers_adviser.responsibilities", "Is in school on Tuesdays and meets pupils one to one"),
];

/// The example of a field that has one of its own.
pub(super) fn own_example(path: &str) -> Option<&'static str> {
    EXAMPLES.iter().find(|(field, _)| *field == path).map(|(_, example)| *example)
}
