//! Words that a `#` may have cut off: in YAML a `#` after a blank begins a remark, and `In Room #4` is read as "In Room".
//!
//! In: a text and a value in it. Out: a warning, where what is behind the `#` looks like words of the value.
//!
//! A remark is plainly meant where a blank stands behind its `#`, as in `7-11  # on roll`, and nothing is said of it; but a number after
//! one blank before and behind, `Room # 4`, is no remark.

use super::line::SourceLine;
use super::quote::requoted;
use crate::finding::{Code, Finding, visible};
use crate::text::Span;

/// What is to be said of the words behind a value, if they may belong to it. `text` is the span of `words` in its source.
pub(super) fn cut_off(words: &str, text: Span, value: Span) -> Option<Finding> {
    let (start, end) = (value.start - text.start, value.end - text.start);
    // The place of a value that is not there is before its colon, or at the end of the line of its hyphen.
    let end = if end > start { end } else { behind_the_mark(words, end) };
    // Almost always there is none.
    let mut behind = words[end..].bytes();
    if behind.find(|byte| !matches!(byte, b' ' | b'\t')) != Some(b'#') {
        return None;
    }
    let line_end = words[end..].find(['\n', '\r']).map_or(words.len(), |length| end + length);
    let rest = &words[end..line_end];
    let blanks = rest.len() - rest.trim_start_matches([' ', '\t']).len();
    let remark = rest[blanks..].trim_end();
    let inside = remark.strip_prefix('#')?;
    let counts = blanks < 2 && inside.trim_start().starts_with(|c: char| c.is_ascii_digit());
    if inside.trim_matches('#').is_empty() || (inside.starts_with(char::is_whitespace) && !counts) {
        return None;
    }
    let read = words[start.min(end)..end].trim_start_matches(':').split_whitespace().collect::<Vec<_>>().join(" ");
    let at = text.start + end + blanks;
    let at = Span { source: value.source, start: at, end: at + remark.len() };
    let whole = format!("{read} {remark}");
    let label = match read.is_empty() {
        true => "left out, so that nothing is read here".to_owned(),
        false => format!("left out; what is read is `{}`", visible(&read)),
    };
    let finding = Finding::warning(Code::CP019, "the words behind a # are left out")
        .at_span(at)
        .with_label(label)
        .with_note("in YAML a # with a blank before it begins a remark, which no document prints")
        .with_help(format!(
            "if they belong to the answer, put it in quotation marks: {}",
            visible(&requoted(whole.trim()))
        ))
        .with_help("if they are a remark, put a blank behind the #");
    Some(finding)
}

/// The byte behind the colon or the hyphen of an empty value.
fn behind_the_mark(words: &str, at: usize) -> usize {
    if words[at..].starts_with(':') {
        return at + 1;
    }
    let line = SourceLine::at(words, at);
    match words[line.value.clone()].starts_with('#') {
        true => line.start + words[line.start..line.value.start].trim_end().len(),
        false => at,
    }
}

#[cfg(test)]
mod tests {
    use crate::text::Sources;
    use crate::yaml::parse::parse;

    fn said(text: &str) -> Vec<String> {
        let mut sources = Sources::default();
        let id = sources.add("a.yaml", text);
        let findings = parse(&sources, sources.whole(id)).findings;
        findings
            .iter()
            .map(|finding| {
                let crate::finding::Place::Span(span) = finding.at else { return finding.title.clone() };
                let at = sources.position(span);
                format!("{}:{} {} {}", at.line, at.column, sources.slice(span), finding.help[0])
            })
            .collect()
    }

    #[test]
    fn words_behind_a_sign_are_named_with_their_place_and_a_remark_is_not() {
        let advice = "if they belong to the answer, put it in quotation marks:";
        assert_eq!(said("a: In Room #4 at lunch\n"), [format!("1:12 #4 at lunch {advice} \"In Room #4 at lunch\"")]);
        assert_eq!(said("a: In Room # 4\r\n"), [format!("1:12 # 4 {advice} \"In Room # 4\"")]);
        assert_eq!(said("a:\n  b: #1 Academy\n"), [format!("2:6 #1 Academy {advice} \"#1 Academy\"")]);
        assert_eq!(said("a:\n  - #ours\n  - x\n"), [format!("2:5 #ours {advice} \"#ours\"")]);
        assert_eq!(said("a: \"Careers\" #1\n"), [format!("1:14 #1 {advice} '\"Careers\" #1'")]);
        assert_eq!(said("a: [x,\n  y #z\n  ]\n"), [format!("2:5 #z {advice} \"y #z\"")]);
        for quiet in [
            "a: 7-11  # on roll\n",
            "a: b # ours\n",
            "a: \"b\"  # c\n",
            "a: b#c\n",
            "a: |\n  x #4\n",
            "#a\nb: 1\n",
            "a: 1 ###\n",
        ] {
            assert_eq!(said(quiet), [""; 0], "{quiet}");
        }
        for quiet in ["a:\n#b\nc: 1\n", "a:\n  #b\n  c: 1\n", "a: #b\n  c: 1\n", "a: 12  # 4 of them\n"] {
            assert_eq!(said(quiet), [""; 0], "{quiet}");
        }
    }
}
