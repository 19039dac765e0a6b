//! Whether a school's brand can be read by everyone: its colours, and the words that stand for its logo.
//!
//! In: a case. Out: CP111 (a colour of text too close to its ground), CP112 (a logo without words, or words without a logo).
//!
//! Not here: whether the logo's file is a picture (`job`), and the sum behind a contrast (`theme`).

use crate::case::Case;
use crate::finding::{Code, Finding};
use crate::theme::Clash;

/// Checks that text in the school's colours can be read wherever it stands.
pub(super) fn check_colours(case: &Case<'_>, findings: &mut Vec<Finding>) {
    for clash in case.theme.tokens.clashes() {
        // The theme's other colours were checked when it was loaded, and a new accent keeps them readable or is at fault itself.
        if matches!(clash.name, "accent" | "link") {
            findings.push(clash_finding(&clash).at_field(format!("brand.{}", clash.name)));
        }
    }
}

fn clash_finding(clash: &Clash) -> Finding {
    let name = clash.name;
    let finding = Finding::error(Code::CP111, format!("text in the {name} colour {} cannot be read", clash.colour));
    let finding = finding.with_note(clash.reason());
    match clash.shade {
        Some(shade) => finding.with_help(format!("the nearest shade that can be read: `{name}: \"{shade}\"`")),
        None => finding.with_help("choose a darker colour"),
    }
}

/// Checks that a logo has words for those who do not see it.
pub(super) fn check_logo(case: &Case<'_>, findings: &mut Vec<Finding>) {
    let brand = &case.profile.brand;
    match (&brand.logo, &brand.logo_alt) {
        (Some(_), None) => findings.push(
            Finding::error(Code::CP112, "the logo has no words for those who do not see it")
                .at_field("brand.logo_alt")
                .with_note("screen readers say them in its place; without them a PDF would not be accessible")
                .with_help(
                    "say what it shows, such as `logo_alt: \"Oakfield Academy: an oak tree above an open book\"`",
                ),
        ),
        (None, Some(_)) => findings.push(
            Finding::error(Code::CP112, "the words for a logo are there, but no logo")
                .at_field("brand.logo")
                .with_help("name the logo's file, such as `logo: crest.png`, or take `logo_alt` out"),
        ),
        _ => {}
    }
}
