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
use super::row::{Other, Row};

#[derive(Serialize)]
struct Keys<'a> {
    code: &'static str,
    severity: &'static str,
    title: &'a str,
    file: Option<&'a str>,
    line: Option<usize>,
    column: Option<usize>,
    field: Option<&'a str>,
    label: Option<&'a str>,
    also: Vec<Also<'a>>,
    requirement: Option<&'a str>,
    clause: Option<&'a str>,
    notes: &'a [String],
    help: &'a [String],
}

#[derive(Serialize)]
struct Also<'a> {
    file: Option<&'a str>,
    line: Option<usize>,
    column: Option<usize>,
    label: &'a str,
}

/// The findings of some profiles as one JSON list, in the order given, ending with a newline.
pub fn render_json(groups: &[Group<'_>]) -> String {
    let rows: Vec<Row> = groups
        .iter()
        .flat_map(|(findings, context)| findings.iter().map(|finding| Row::of(finding, context)))
        .collect();
    let keys: Vec<Keys<'_>> = rows.iter().map(keys).collect();
    // They hold only strings, numbers and lists, so they can always be written.
    let mut text = serde_json::to_string_pretty(&keys).unwrap_or_default();
    text.push('\n');
    text
}

fn keys(row: &Row) -> Keys<'_> {
    Keys {
        code: row.code.id(),
        severity: row.severity.word(),
        title: &row.title,
        file: row.file.as_deref(),
        line: row.line,
        column: row.column,
        field: row.field.as_deref(),
        label: row.label.as_deref(),
        also: row.also.iter().map(also).collect(),
        requirement: row.requirement.as_deref(),
        clause: row.clause.as_deref(),
        notes: &row.notes,
        help: &row.help,
    }
}

fn also(other: &Other) -> Also<'_> {
    Also { file: other.file.as_deref(), line: other.line, column: other.column, label: &other.label }
}

#[cfg(test)]
mod tests {
    use super::render_json;
    use crate::finding::{Code, Context, Finding, Place};
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
