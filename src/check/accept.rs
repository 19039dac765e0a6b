//! Takes away the warnings that a school has looked at and accepted.
//!
//! In: findings, and the profile's `accept`. Out: the findings without those. An error cannot be accepted, and an
//! acceptance that matches nothing any more is itself a warning (CP103).

use crate::finding::{Code, Finding, Severity};
use crate::profile::Accept;

/// Takes accepted warnings away.
pub(super) fn accept(accepted: &[Accept], mut findings: Vec<Finding>) -> Vec<Finding> {
    for (index, accept) in accepted.iter().enumerate() {
        let matches = |finding: &Finding| {
            let field = finding.at.field();
            finding.code.to_string() == *accept.code && (accept.field.is_none() || accept.field.as_deref() == field)
        };
        let refused = findings.iter().any(|finding| matches(finding) && finding.severity == Severity::Error);
        let before = findings.len();
        findings.retain(|finding| !matches(finding) || finding.severity == Severity::Error);
        if refused {
            findings.push(
                Finding::warning(Code::CP103, format!("{} is an error here and cannot be accepted", accept.code))
                    .at_field(format!("accept[{index}]"))
                    .with_help("put the error right, and take this entry out"),
            );
        } else if findings.len() == before {
            findings.push(
                Finding::warning(
                    Code::CP103,
                    format!("nothing is found any more that accepting {} would answer", accept.code),
                )
                .at_field(format!("accept[{index}]"))
                .with_help("take this entry out"),
            );
        }
    }
    findings
}
