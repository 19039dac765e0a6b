//! Findings for code-scanning tools, as SARIF 2.1.0.
//!
//! In: findings and the texts they point into. Out: one SARIF log with one run, whose rules are the codes that were found.
//! A finding's requirement and clause stand in `properties`; what to do stands in the message after a blank line.
//!
//! Not here: findings for people (`human`) or in our own JSON (`json`).

use std::collections::BTreeSet;

use serde_json::{Value, json};

use super::Group;
use crate::finding::{Code, Context, Finding, Severity};
use crate::text::sentence;

/// The findings of some profiles as one SARIF log, ending with a newline.
pub fn render_sarif(groups: &[Group<'_>]) -> String {
    let findings =
        || groups.iter().flat_map(|(findings, context)| findings.iter().map(move |finding| (finding, context)));
    let codes: BTreeSet<Code> = findings().map(|(finding, _)| finding.code).collect();
    let rules: Vec<Value> = codes.iter().map(|code| rule(*code)).collect();
    let results: Vec<Value> = findings()
        .map(|(finding, context)| result(finding, codes.iter().position(|code| *code == finding.code), context))
        .collect();
    let log = json!({
        "$schema": "https://json.schemastore.org/sarif-2.1.0.json",
        "version": "2.1.0",
        "runs": [{
            "tool": {"driver": {
                "name": "careers-policy",
                "semanticVersion": env!("CARGO_PKG_VERSION"),
                "rules": rules,
            }},
            "columnKind": "unicodeCodePoints",
            "results": results,
        }],
    });
    format!("{log:#}\n")
}

fn rule(code: Code) -> Value {
    let title = sentence(code.title());
    json!({
        "id": code.id(),
        "name": pascal_case(code.title()),
        "shortDescription": {"text": title},
        "fullDescription": {"text": title},
        "help": {"text": code.page(), "markdown": code.page()},
    })
}

fn result(finding: &Finding, rule: Option<usize>, context: &Context<'_>) -> Value {
    let at = context.resolve(&finding.at);
    let mut message = sentence(&finding.title);
    for line in finding.label.iter().chain(&at.label).chain(&finding.notes).chain(&finding.help) {
        message.push_str("\n\n");
        message.push_str(&sentence(line));
    }
    let mut result = json!({
        "ruleId": finding.code.id(),
        "ruleIndex": rule,
        "level": match finding.severity {
            Severity::Error => "error",
            Severity::Warning => "warning",
            Severity::Note => "note",
        },
        "message": {"text": message},
        "properties": {
            "field": at.field.or_else(|| finding.field.clone()),
            "requirement": finding.requirement,
            "clause": finding.clause,
        },
    });
    if let Some(file) = at.file {
        let mut place = json!({"artifactLocation": {"uri": uri(&file)}});
        // What is about a file as a whole is shown by viewers at its first line.
        let (line, column) = at.span.map_or((1, 1), |span| {
            let position = context.sources.position(span);
            (position.line, position.column)
        });
        place["region"] = json!({"startLine": line, "startColumn": column});
        result["locations"] = json!([{"physicalLocation": place}]);
    }
    result
}

/// A path as an address, relative as it was given: what an address may not hold is written in hexadecimal digits.
fn uri(path: &str) -> String {
    let address: String = path
        .bytes()
        .map(|byte| match byte {
            b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'/' | b'.' | b'-' | b'_' | b'~' => char::from(byte).to_string(),
            b':' if path.get(1..3) == Some(":/") => ":".to_owned(),
            other => format!("%{other:02X}"),
        })
        .collect();
    match path.get(1..3) {
        Some(":/") => format!("file:///{address}"),
        _ if path.starts_with('/') => format!("file://{address}"),
        _ => address,
    }
}

fn pascal_case(words: &str) -> String {
    words
        .split(|c: char| !c.is_alphanumeric())
        .map(|word| word[..word.len().min(1)].to_uppercase() + word.get(1..).unwrap_or(""))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::{render_sarif, uri};
    use crate::finding::{Code, Context, Finding};
    use crate::text::{Sources, Span};

    #[test]
    fn a_path_becomes_an_address_on_every_system() {
        assert_eq!(uri("profiles/my school.yaml"), "profiles/my%20school.yaml");
        assert_eq!(uri("/srv/a.yaml"), "file:///srv/a.yaml");
        assert_eq!(uri("C:/schools/a.yaml"), "file:///C:/schools/a.yaml");
    }

    #[test]
    fn a_finding_becomes_a_result_with_its_rule_and_its_place() {
        let mut sources = Sources::default();
        let source = sources.add("my school.yaml", "a: 1\nb: 2\n");
        let finding =
            Finding::error(Code::CP003, "given twice").at_span(Span { source, start: 5, end: 6 }).with_help("keep one");
        let log: serde_json::Value =
            serde_json::from_str(&render_sarif(&[(&[finding], Context::of(&sources))])).unwrap();
        let result = &log["runs"][0]["results"][0];
        assert_eq!(result["ruleId"], "CP003");
        assert_eq!(result["message"]["text"], "Given twice.\n\nKeep one.");
        assert_eq!(result["locations"][0]["physicalLocation"]["artifactLocation"]["uri"], "my%20school.yaml");
        assert_eq!(result["locations"][0]["physicalLocation"]["region"]["startLine"], 2);
        assert_eq!(log["runs"][0]["tool"]["driver"]["rules"][0]["id"], "CP003");
    }
}
