//! Findings for programs, as JSON.
//!
//! In: findings and the texts they point into. Out: a JSON list, one object a finding, always with the same keys:
//!
//! * `code`, `severity` (`error`, `warning` or `note`), `title`;
//! * `file`, `line`, `column`: where; counted from 1, columns in characters; null where there is no such place;
//! * `field`: the path of the field, such as `roles.careers_leader.email`, or null;
//! * `label`: the words at the place, or null; `also`: other places, each with `file`, `line`, `column`, `label`;
//! * `requirement`, `clause`: ids, or null;
//! * `notes`, `help`: lists of texts.
//!
//! A key is never taken away or given another meaning; new ones may come.

use serde::Serialize;

use super::Group;
use crate::finding::place::Resolved;
use crate::finding::{Context, Finding, Severity};

#[derive(Serialize)]
struct Row<'a> {
    code: &'static str,
    severity: &'static str,
    title: &'a str,
    file: Option<String>,
    line: Option<usize>,
    column: Option<usize>,
    field: Option<String>,
    label: Option<String>,
    also: Vec<Also<'a>>,
    requirement: Option<&'a str>,
    clause: Option<&'a str>,
    notes: &'a [String],
    help: &'a [String],
}

#[derive(Serialize)]
struct Also<'a> {
    file: Option<String>,
    line: Option<usize>,
    column: Option<usize>,
    label: &'a str,
}

/// The findings of some profiles as one JSON list, in the order given, ending with a newline.
pub fn render_json(groups: &[Group<'_>]) -> String {
    let rows: Vec<Row<'_>> =
        groups.iter().flat_map(|(findings, context)| findings.iter().map(|finding| row(finding, context))).collect();
    // Rows hold only strings, numbers and lists, so they can always be written.
    let mut text = serde_json::to_string_pretty(&rows).unwrap_or_default();
    text.push('\n');
    text
}

fn row<'a>(finding: &'a Finding, context: &Context<'_>) -> Row<'a> {
    let at = context.resolve(&finding.at);
    let (line, column) = line_and_column(&at, context);
    Row {
        code: finding.code.id(),
        severity: Severity::word(finding.severity),
        title: &finding.title,
        file: at.file,
        line,
        column,
        field: at.field.or_else(|| finding.field.clone()),
        label: finding.label.clone().or(at.label),
        also: finding.also.iter().map(|(place, label)| also(place, label, context)).collect(),
        requirement: finding.requirement.as_deref(),
        clause: finding.clause.as_deref(),
        notes: &finding.notes,
        help: &finding.help,
    }
}

fn also<'a>(place: &crate::finding::Place, label: &'a str, context: &Context<'_>) -> Also<'a> {
    let at = context.resolve(place);
    let (line, column) = line_and_column(&at, context);
    Also { file: at.file, line, column, label }
}

fn line_and_column(at: &Resolved, context: &Context<'_>) -> (Option<usize>, Option<usize>) {
    let position = at.span.map(|span| context.sources.position(span));
    (position.map(|position| position.line), position.map(|position| position.column))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::finding::{Code, Place};
    use crate::text::{Sources, Span};

    #[test]
    fn every_finding_has_every_key() {
        let mut sources = Sources::default();
        let source = sources.add("oakfield.yaml", "é: 1\né: 2\n");
        let finding = Finding::error(Code::CP003, "twice")
            .at_span(Span { source, start: 6, end: 8 })
            .with_label("again")
            .with_also(Place::Span(Span { source, start: 0, end: 2 }), "first")
            .with_help("keep one")
            .for_requirement("education-act-42b/procedure");
        snapbox::assert_data_eq!(
            render_json(&[(&[finding], Context::of(&sources))]),
            snapbox::str![[r#"
[
  {
    "code": "CP003",
    "severity": "error",
    "title": "twice",
    "file": "oakfield.yaml",
    "line": 2,
    "column": 1,
    "field": null,
    "label": "again",
    "also": [
      {
        "file": "oakfield.yaml",
        "line": 1,
        "column": 1,
        "label": "first"
      }
    ],
    "requirement": "education-act-42b/procedure",
    "clause": null,
    "notes": [],
    "help": [
      "keep one"
    ]
  }
]

"#]]
        );
    }

    #[test]
    fn no_findings_are_an_empty_list() {
        assert_eq!(render_json(&[]), "[]\n");
    }
}
