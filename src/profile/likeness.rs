//! Whether a text is a profile at all, before anything of it is shown.
//!
//! In: the text of a file that somebody's profile names as another. Out: yes, if one of a profile's headings stands in it. A finding quotes
//! the line it is about, and findings are sent about; so of a file that is no profile, such as a list of passwords that a stranger's profile
//! points to, nothing is quoted.

use super::field::is_heading;
use crate::finding::{Finding, Place};
use crate::text::Sources;
use crate::yaml::Node;

/// Whether a text has a heading of a profile.
pub(super) fn is_like_a_profile(root: Option<&Node>, text: &str) -> bool {
    let begins = |line: &str| line.split_once(':').is_some_and(|(name, _)| is_heading(name.trim_matches(['"', '\''])));
    root.is_some_and(|root| root.entries().iter().any(|entry| is_heading(&entry.name))) || text.lines().any(begins)
}

/// Whether a text can be meant as a profile.
pub fn is_profile_text(text: &str) -> bool {
    is_like_a_profile(None, text)
}

/// Whether findings would show lines of a file that is no profile.
pub(super) fn shows_no_profile(findings: &[Finding], sources: &Sources) -> bool {
    let shows = |finding: &Finding| match finding.at {
        Place::Span(span) => !is_like_a_profile(None, &sources.get(span.source).text),
        _ => false,
    };
    findings.iter().any(shows)
}
