//! What was found, short enough to be read from a screen: a line for each finding, or one for all of a section where there are many.
//!
//! In: the subjects of a run, and which gravities are to be shown. Out: one text, each gravity under a heading that counts it, the gravest
//! last. Nothing is left out without a count; what is told together can be seen in full with `--details`.
//!
//! Not here: the table of schools (`cli`), or the findings with their lines (`details`).

use std::collections::BTreeMap;

use super::section::{Told, kind, overview, section, single};
use super::{Look, Row, Subject};
use crate::finding::{Gravity, Mark};

/// So many lines are taken by all findings and the headings over them, so that all fit on a screen.
const LINES: usize = 27;
/// The same below a table of schools, which has left the screen behind.
const LINES_OF_MANY: usize = 40;
/// What each gravity takes besides its findings: an empty line and a heading.
const HEADING: usize = 2;

/// The findings of one gravity, in forms of which each is shorter than the one before.
struct Part {
    gravity: Gravity,
    number: usize,
    forms: Vec<Vec<String>>,
}

/// What was found in one profile or many, in these gravities; empty where there is nothing.
pub fn render_summary(subjects: &[Subject], shown: &[Gravity], look: Look) -> String {
    let mut gravities = shown.to_vec();
    gravities.sort();
    gravities.dedup();
    let parts: Vec<Part> = gravities.into_iter().filter_map(|gravity| part(subjects, gravity)).collect();
    let mut left = if subjects.len() > 1 { LINES_OF_MANY } else { LINES };
    let mut chosen = Vec::new();
    // The gravest are given lines of their own first.
    for (index, part) in parts.iter().enumerate().rev() {
        let others: usize = parts[..index].iter().map(|other| HEADING + other.shortest()).sum();
        let form = part.within(left.saturating_sub(others + HEADING));
        left = left.saturating_sub(HEADING + form.len());
        chosen.push((part, form));
    }
    let mut text = String::new();
    for (part, form) in chosen.into_iter().rev() {
        let heading = look.strong(part.gravity, &format!("{}:", part.gravity.counted(part.number)));
        text.push_str(&format!("\n{heading}\n"));
        form.iter().for_each(|line| text.push_str(&format!("  {line}\n")));
    }
    text
}

impl Part {
    fn shortest(&self) -> usize {
        self.forms.iter().map(Vec::len).min().unwrap_or(0)
    }

    /// The fullest form that goes into so many lines, or the shortest.
    fn within(&self, room: usize) -> &[String] {
        let fitting = self.forms.iter().find(|form| form.len() <= room);
        fitting.or_else(|| self.forms.iter().min_by_key(|form| form.len())).map_or(&[], Vec::as_slice)
    }
}

/// The findings of a gravity; none if there are none.
fn part(subjects: &[Subject], gravity: Gravity) -> Option<Part> {
    let many = subjects.len() > 1;
    let of = |subject| Subject::rows_of(subject, gravity).map(move |row| (subject, row));
    let told: Vec<Told<'_>> = subjects.iter().flat_map(of).collect();
    let sections = together(&told, |_, (subject, row)| {
        let file = row.file.as_deref().unwrap_or(&subject.file);
        (if many { "" } else { file }.to_owned(), row.section().unwrap_or_default().to_owned(), String::new())
    });
    let overview = vec![overview(gravity, &sections, many)];
    let sections = sections.iter().map(|rows| section(gravity, rows, many)).collect();
    let forms = if many {
        let kinds = together(&told, |_, (_, row)| (row.code, row.title.clone(), without_numbers(row)));
        vec![kinds.iter().map(|rows| kind(rows)).collect(), sections, overview]
    } else {
        vec![told.iter().map(|told| single(*told, false)).collect(), sections, overview]
    };
    (!told.is_empty()).then_some(Part { gravity, number: told.len(), forms })
}

/// Whether a finding that many schools have is said once for all of them.
pub(super) fn is_common(row: &Row) -> bool {
    row.gravity == Gravity::Note || row.code.is(Mark::Common)
}

/// The field of a row, whichever entry of a list it is in.
fn without_numbers(row: &Row) -> String {
    row.field.iter().flat_map(|field| field.chars()).filter(|c| !c.is_ascii_digit()).collect()
}

/// Rows that have one key, in the order of the first of each.
fn together<'a, K: Ord + Clone>(rows: &[Told<'a>], key: impl Fn(usize, &Told<'a>) -> K) -> Vec<Vec<Told<'a>>> {
    let mut places: BTreeMap<K, usize> = BTreeMap::new();
    let mut groups: Vec<Vec<Told<'a>>> = Vec::new();
    for (index, row) in rows.iter().enumerate() {
        let place = *places.entry(key(index, row)).or_insert_with(|| {
            groups.push(Vec::new());
            groups.len() - 1
        });
        groups[place].push(*row);
    }
    groups
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::finding::{Code, Context, Finding, GRAVITIES, render_page};
    use crate::text::Sources;

    proptest::proptest! {
        #[test]
        fn a_finding_is_one_line_whatever_its_words_are(title: String, help: String, file: String, name: String, number in 1..40_usize) {
            let sources = Sources::default();
            let finding = Finding::warning(Code::CP202, title).at_field(name.as_str()).with_help(help.as_str()).with_example(help);
            let findings = vec![finding; number];
            let subject = Subject::new(Some(name), file.clone(), &findings, &Context::of(&sources));
            let other = Subject { file: format!("{file}/other"), ..subject.clone() };
            for subjects in [vec![subject.clone()], vec![subject, other]] {
                let text = render_summary(&subjects, &GRAVITIES, Look::default());
                let lines = text.matches('\n').count();
                assert!(lines <= LINES_OF_MANY && text.chars().all(|c| c == '\n' || !c.is_control()), "{text}");
                // An empty line, a heading, and below it nothing that is not set in.
                assert!(text.split('\n').skip(2).all(|line| line.is_empty() || line.starts_with("  ")), "{text}");
                assert!(render_page(&subjects, &GRAVITIES, "today").chars().all(|c| c == '\n' || !c.is_control()));
            }
        }
    }

    #[test]
    fn the_gravest_have_lines_of_their_own_and_the_others_what_is_left() {
        let sources = Sources::default();
        let error =
            |number: usize| Finding::error(Code::CP201, format!("gap {number}")).at_field(format!("roles.a{number}"));
        let warning = |number: usize| {
            Finding::warning(Code::CP202, format!("wish {number}")).at_field(format!("section{}.b{number}", number % 9))
        };
        let text = |errors: usize, warnings: usize| {
            let findings: Vec<Finding> = (0..warnings).map(warning).chain((0..errors).map(error)).collect();
            let subject =
                Subject::new(Some("Oak".to_owned()), "oak.yaml".to_owned(), &findings, &Context::of(&sources));
            render_summary(&[subject], &GRAVITIES, Look::default())
        };
        let both = text(4, 5);
        assert!(
            (0..4).all(|number| both.contains(&format!("  gap {number}\n"))) && both.contains("  wish 4\n"),
            "{both}"
        );
        let many = text(6, 50);
        assert!(many.contains("  gap 5\n") && many.contains("  section8: 5 recommendations"), "{many}");
        let more = text(20, 50);
        assert!(
            more.contains("  gap 19\n") && more.contains("section8 5. To see them: `--only recommended`"),
            "{more}"
        );
        let most = text(60, 50);
        assert!(most.contains("  roles: 60 things, not in the file yet: fill in a0 to a59\n"), "{most}");
    }
}
