//! A YAML text into a tree, past the lines that cannot be followed.
//!
//! In: a span of a source. Out: [`Parsed`]: the root [`Node`], and what is wrong with the text.
//!
//! Where a line cannot be followed, it is blanked out and the rest is built again, so that one run names the mistakes of the whole
//! file. Size and depth are bounded, and nothing is ever expanded, so no text can make the reader slow or large.

use std::borrow::Cow;

use super::advice::Explained;
use super::blanks::indented_with_others;
use super::builder::{Halt, build};
use super::line::SourceLine;
use super::syntax::explain;
use super::tree::{Kind, Node};
use crate::finding::{Code, Finding};
use crate::text::{Sources, Span};

/// The longest text that is read, in bytes.
const LONGEST: usize = 1 << 20;
/// How many lines are set aside in one file before the rest is left for the next run.
const MOST_REPAIRS: usize = 20;

/// What became of a text.
#[derive(Debug)]
pub(crate) struct Parsed {
    /// The tree; none if the text could not be followed to its end.
    pub(crate) root: Option<Node>,
    /// What is wrong with it.
    pub(crate) findings: Vec<Finding>,
    /// Lines that were blanked out: what they hold is not known, so nothing more is said of them.
    pub(crate) unsure: Vec<Span>,
}

/// The tree of a text.
pub(crate) fn parse(sources: &Sources, text: Span) -> Parsed {
    let mut words = Cow::Borrowed(sources.slice(text));
    if words.len() > LONGEST {
        let finding = Finding::error(Code::CP011, "the file is too large to be read")
            .at_file(sources.get(text.source).name.clone())
            .with_note("a file of up to 1 MB is read");
        return Parsed { root: None, findings: vec![finding], unsure: Vec::new() };
    }
    let mut troubles = Vec::new();
    let mut unsure = Vec::new();
    loop {
        let mut built = build(&words, text);
        if let Some(finding) = indented_with_others(built.root.as_ref(), built.halt.is_some(), &words, text) {
            troubles.push(finding);
            return Parsed { root: None, findings: troubles, unsure };
        }
        let explained = match built.halt {
            None => {
                troubles.append(&mut built.findings);
                let nothing = Node { span: Span { end: text.start, ..text }, kind: Kind::Headings(Vec::new()) };
                let root = built.root.filter(|root| !matches!(root.kind, Kind::Empty)).unwrap_or(nothing);
                return Parsed { root: Some(root), findings: troubles, unsure };
            }
            Some(Halt::Said(finding)) => Explained { finding: *finding, blank: None },
            Some(Halt::Stop(stop)) => explain(&stop, &words, text),
        };
        troubles.push(explained.finding);
        match explained.blank.filter(|blank| !blank.is_empty() && troubles.len() < MOST_REPAIRS) {
            Some(blank) => {
                let line = SourceLine::at(&words, blank.start);
                unsure.push(Span { source: text.source, start: text.start + line.start, end: text.start + line.end });
                let spaces = " ".repeat(blank.len());
                words.to_mut().replace_range(blank, &spaces);
            }
            None => {
                troubles.append(&mut built.findings);
                return Parsed { root: None, findings: troubles, unsure };
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{Parsed, parse};
    use crate::text::Sources;
    use crate::yaml::tree::Kind;

    fn parsed(text: &str) -> (Parsed, Sources) {
        let mut sources = Sources::default();
        let id = sources.add("a.yaml", text);
        (parse(&sources, sources.whole(id)), sources)
    }

    fn codes(text: &str) -> Vec<&'static str> {
        parsed(text).0.findings.iter().map(|finding| finding.code.id()).collect()
    }

    #[test]
    fn words_keep_their_characters_and_know_their_place() {
        let (parsed, sources) = parsed("é: 1\nphone: 01632 960100\n");
        let root = parsed.root.expect("the text is YAML");
        let phone = root.entry("phone").expect("the heading is there");
        assert_eq!(sources.slice(phone.value.span), "01632 960100");
        assert_eq!(sources.slice(phone.name_span), "phone");
    }

    #[test]
    fn nothing_a_tilde_and_empty_quotation_marks_are_all_empty() {
        let root = parsed("a:\nb: ~\nc: \"\"\nd: [~, x]\n").0.root.expect("the text is YAML");
        assert!(root.entries()[..3].iter().all(|entry| matches!(entry.value.kind, Kind::Empty)));
        assert!(matches!(&root.entries()[3].value.kind, Kind::List(items) if items.len() == 1));
    }

    #[test]
    fn an_empty_file_has_no_headings_and_nothing_is_wrong_with_it() {
        let (parsed, _) = parsed("# only a comment\n");
        assert!(parsed.findings.is_empty());
        assert!(parsed.root.expect("an empty file is YAML").entries().is_empty());
    }

    #[test]
    fn what_is_yaml_and_could_mislead_is_refused() {
        assert_eq!(codes("a: 1\na: 2\n"), ["CP003"]);
        assert_eq!(codes("a: &x 1\nb: *x\n"), ["CP010", "CP010"]);
        assert_eq!(codes("a: 1\n---\nb: 2\n"), ["CP010"]);
        assert_eq!(codes("a: \"x\\0\"\n"), ["CP012"]);
        assert_eq!(codes(&format!("a: {}", "[".repeat(70))), ["CP011"]);
    }

    #[test]
    fn a_line_that_cannot_be_followed_does_not_hide_the_rest() {
        let (parsed, _) = parsed("a: x: y\nb: 1\n");
        assert_eq!(parsed.findings.len(), 1);
        assert!(parsed.root.is_some_and(|root| root.entry("b").is_some()));
        assert_eq!(parsed.unsure.len(), 1);
    }

    fn first(text: &str) -> String {
        let finding = parsed(text).0.findings.into_iter().next().expect("something is wrong");
        let help = finding.help.first().cloned().unwrap_or_default();
        format!("{}: {help}", finding.title)
    }

    #[test]
    fn a_colon_in_a_value_is_named_and_the_value_given_in_quotation_marks() {
        let found = first("a: 1\nname: Oakfield: an academy # ours\n");
        assert!(found.ends_with("put the value in quotation marks: \"Oakfield: an academy\""), "{found}");
    }

    #[test]
    fn the_mistake_is_named_and_not_the_line_after_it() {
        assert!(first("a:\n  name:Oakfield\n  type: x\n").ends_with("write it as `name: Oakfield`"));
        assert!(first("a:\n  name\n  type: x\n").starts_with("a line is neither a heading nor a value"));
        assert!(first("a: \"x\nb: \"y\"\n").starts_with("a quotation mark is opened and never closed"));
        assert!(first("a:\n  b: 1\n\tc: 2\n").starts_with("a line is indented with a tab"));
    }

    #[test]
    fn a_mistake_in_the_remark_behind_a_value_in_brackets_is_told_all_the_same() {
        let text = "a: {b: \"c\nd: {e: f, g: h}  # a remark\n  i: {j: k, l: \"m\n";
        assert!(!parsed(text).0.findings.is_empty());
        for end in 0..=text.len() {
            parsed(&text[..end]);
            parsed(&format!("{}   # x \" y: {{ z", &text[..end]));
        }
    }

    #[test]
    fn apostrophes_and_quotations_get_marks_of_the_other_kind() {
        assert!(first("a: 'St Mary's'\n").ends_with("\"St Mary's\""));
        assert!(first("a: \"Aspire\" is our word\n").ends_with("'\"Aspire\" is our word'"));
    }
}
