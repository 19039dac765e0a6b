//! What to say of each thing that YAML cannot follow, and what to do about it.
//!
//! In: a place in a text. Out: [`Explained`]: a finding, and, where the trouble ends with the line, which bytes to blank out so that
//! the rest of the file can be looked at in the same run.
//!
//! Not here: which of these things it is (`syntax`).

use std::ops::Range;

use granit_parser::ErrorKind;

use super::line::{SourceLine, is_odd};
use super::quote::requoted;
use crate::finding::{Code, Finding, visible};
use crate::text::Span;

/// Why the parser stopped.
#[derive(Debug)]
pub(super) enum Why {
    /// At a mark that YAML allows and we refuse: `*`, `&` or `!`.
    Mark,
    /// At brackets or nothing at all where a heading's name should be.
    NoHeading,
    /// Because the text is not YAML.
    NotYaml(ErrorKind),
}

/// Why words are missing that stand behind a `#`.
const AFTER_A_REMARK: &str =
    "a # with a blank before it makes the rest of its line a remark; put words with a # in quotation marks";

/// What to say of it, and what to blank out to go on.
#[derive(Debug)]
pub(super) struct Explained {
    pub(super) finding: Finding,
    pub(super) blank: Option<Range<usize>>,
}

/// A place at which the parser stopped, with the line that holds it.
pub(super) struct Stopped<'a> {
    pub(super) at: usize,
    pub(super) why: &'a Why,
    pub(super) line: SourceLine<'a>,
    pub(super) text: Span,
    pub(super) words: &'a str,
}

impl Stopped<'_> {
    /// The words between two places; none where the second lies before the first, as the end of a line does before the blanks behind it.
    fn between(&self, from: usize, to: usize) -> &str {
        self.words.get(from..to).unwrap_or_default()
    }

    fn finding(&self, code: Code, title: &str, place: Range<usize>) -> Finding {
        let shift = self.text.start;
        let span = Span { source: self.text.source, start: place.start + shift, end: place.end + shift };
        Finding::error(code, title).at_span(span)
    }

    /// A value that begins with a mark of YAML's own. Everything to the end of the line is blanked out.
    pub(super) fn special_mark(&self, at: usize) -> Explained {
        let line = SourceLine::at(self.words, at);
        let mark = self.words[at..].chars().next().unwrap_or(' ');
        let whole = line.value.start == at;
        let rest = self.between(at, line.end);
        let token = at + rest.find([' ', ',', ']', '}']).unwrap_or(rest.len());
        if let Some(finding) = self.shorthand(mark, at..token) {
            return Explained { finding, blank: Some(at..token) };
        }
        let place = if whole { line.value.clone() } else { at..token };
        let finding = self
            .finding(
                Code::CP010,
                &format!("a value begins with `{mark}`, which has a meaning of its own in YAML"),
                place.clone(),
            )
            .with_help(format!("put the value in quotation marks: {}", copied(&requoted(&self.words[place.clone()]))));
        // Within brackets only the mark itself goes, so that the brackets still close.
        Explained { finding, blank: Some(if whole { place } else { at..at + mark.len_utf8() }) }
    }

    /// YAML's way of giving an answer a name, `&sl`, and of writing it again, `*sl`: neither is meant to be printed.
    fn shorthand(&self, mark: char, token: Range<usize>) -> Option<Finding> {
        let short = &self.words[token.clone()];
        let name = short.strip_prefix(mark).filter(|name| !name.is_empty())?;
        let is_name = name.chars().all(|c| c.is_alphanumeric() || matches!(c, '-' | '_'));
        let rest = self.words[token.end..].trim_start_matches(' ');
        let ends = rest.is_empty() || rest.starts_with([',', '}', ']', '\n', '\r', '#']);
        let again = format!("*{name}");
        let finding = |what: &str| {
            let title = format!("`{}` {what}, which is not done here", copied(short));
            self.finding(Code::CP010, &title, token.clone())
        };
        match mark {
            '&' if is_name && (ends || rest.starts_with(['{', '[']) || self.words.contains(&again)) => Some(
                finding("names an answer to be used again")
                    .with_help(format!("take out `{}` and keep what stands behind it", copied(short)))
                    .with_help(format!("where `{}` stands, write that answer out again", copied(&again))),
            ),
            '*' if is_name && ends => Some(
                finding("stands for an answer that is written elsewhere")
                    .with_help(format!("write here what stands behind `&{}`", copied(name))),
            ),
            _ => None,
        }
    }

    pub(super) fn colon_inside(&self, line: &SourceLine<'_>) -> Explained {
        let finding = self
            .finding(Code::CP001, "a value holds a colon and needs quotation marks", line.value.clone())
            .with_note("in YAML a colon and a space end a heading")
            .with_help(format!("put the value in quotation marks: {}", copied(&requoted(line.value()))));
        Explained { finding, blank: Some(line.value.clone()) }
    }

    pub(super) fn missing_space(&self, at: usize) -> Explained {
        let line = SourceLine::at(self.words, at);
        let mark = if self.words[..at].ends_with('-') { "hyphen" } else { "colon" };
        let finding = self
            .finding(Code::CP001, &format!("a space is missing after the {mark}"), line.content..line.end)
            .with_help(format!(
                "write it as `{}`",
                copied(&format!(
                    "{} {}",
                    self.between(line.content, at),
                    self.between(at, line.end).trim_start_matches(is_odd)
                ))
            ));
        let next = self.words[at..].chars().next();
        let finding = match next.filter(|next| is_odd(*next)) {
            Some(odd) => {
                finding.with_note(format!("what looks like a space there is none: it is U+{:04X}", u32::from(odd)))
            }
            None => finding,
        };
        Explained { finding, blank: Some(at..at + next.map_or(0, char::len_utf8)) }
    }

    pub(super) fn no_colon(&self, line: &SourceLine<'_>) -> Explained {
        let mut finding = self
            .finding(Code::CP001, "a line is neither a heading nor a value", line.content..line.end)
            .with_help("if it is a heading, put a colon after it")
            .with_help("if it goes on from the line above, indent it further than the heading above it");
        if line.above().is_some_and(|above| above.value.end < above.end) {
            finding = finding.with_help(AFTER_A_REMARK);
        }
        Explained { finding, blank: None }
    }

    /// Words over several lines, of which one holds a `#`.
    pub(super) fn cut_off(&self) -> Explained {
        let line = &self.line;
        let finding = self
            .finding(Code::CP001, "a value goes on below a line that ends in a remark", line.content..line.end)
            .with_help(AFTER_A_REMARK)
            .with_help("long words can stand below `|` behind the colon, where a # is a letter like any other");
        Explained { finding, blank: None }
    }

    pub(super) fn indented_too_far(&self) -> Explained {
        let finding = self
            .finding(Code::CP001, "a line is indented further than it should be", self.line.content..self.line.end)
            .with_label("the line above has a value already, so nothing can stand under it")
            .with_help("put it exactly below the heading that it stands beside");
        Explained { finding, blank: None }
    }

    pub(super) fn out_of_line(&self) -> Explained {
        let spaces = |line: &SourceLine<'_>| line.content - line.start;
        let here = spaces(&self.line);
        let mut finding = self.finding(
            Code::CP001,
            "a line does not stand below any heading or entry that it could belong with",
            self.line.content..self.line.end,
        );
        if let Some(above) = self.line.above() {
            let count = |spaces| if spaces == 1 { "1 space".to_owned() } else { format!("{spaces} spaces") };
            finding = finding.with_label(if here == spaces(&above) {
                "headings and entries with hyphens cannot stand side by side".to_owned()
            } else {
                format!("begins with {}; the line above begins with {}", count(here), count(spaces(&above)))
            });
        }
        let finding =
            finding.with_help("headings of one level, and hyphens of one list, stand exactly below one another");
        Explained { finding, blank: None }
    }

    pub(super) fn never_closed(&self, line: &SourceLine<'_>, at: usize) -> Explained {
        let place = at..line.end.max(at);
        let finding = self
            .finding(Code::CP001, "a quotation mark is opened and never closed", place.clone())
            .with_help("put the same mark at the end of the value")
            .with_help("an apostrophe at the beginning of a value needs double quotation marks around the whole");
        Explained { finding, blank: Some(place) }
    }

    pub(super) fn after_the_quotation(&self) -> Explained {
        // `name: "Oak` and, lines below, `phone: "01632"`: the mark before this place was meant to open, not to close.
        if self.at == self.line.value.start + 1 || self.at <= self.line.value.start {
            let mut above = self.line.above();
            while let Some(line) = above {
                if let Some(at) = line.open_quotation() {
                    return self.never_closed(&line, at);
                }
                above = line.above();
            }
        }
        let place = self.within_brackets().unwrap_or(self.line.value.clone());
        let finding =
            self.finding(Code::CP001, "words stand after a closing quotation mark", place.clone()).with_help(format!(
                "put the whole value in quotation marks of the other kind: {}",
                copied(&requoted(&self.words[place.clone()]))
            ));
        Explained { finding, blank: Some(place) }
    }

    /// The value around this place, where it stands between brackets: from the colon, comma or bracket before it to the next.
    fn within_brackets(&self) -> Option<Range<usize>> {
        let line = &self.line;
        let before = self.words.get(line.value.start..self.at)?.trim_end_matches(['"', '\'']);
        if !line.value().starts_with(['{', '[']) {
            return None;
        }
        let start = [": ", ", ", "{", "["].iter().filter_map(|mark| Some(before.rfind(mark)? + mark.len())).max()?;
        let start = line.value.start + start;
        // Where the place lies in a remark behind the value, it is in no bracket.
        let rest = self.words.get(self.at..line.value.end)?;
        let end = self.at + rest.find([',', '}', ']']).unwrap_or(rest.len());
        Some(start..start + self.between(start, end).trim_end().len())
    }

    pub(super) fn backslash(&self) -> Explained {
        let place = self.line.value.clone();
        let finding = self
            .finding(Code::CP001, "a backslash stands between double quotation marks", place.clone())
            .with_note("there it has a meaning of its own")
            .with_help("use single quotation marks around the value, or write the backslash twice");
        Explained { finding, blank: Some(place) }
    }

    pub(super) fn brackets(&self) -> Explained {
        let mut line = Some(self.line.clone());
        while let Some(here) = line {
            if here.value().starts_with(['[', '{']) {
                let mark = &here.value()[..1];
                let shut = here.value().contains([']', '}']);
                if shut && self.at < here.end {
                    return self.special_mark(here.value.start);
                }
                let mut finding = self
                    .finding(Code::CP001, &format!("the bracket `{mark}` is opened and not closed"), here.value.clone())
                    .with_help("close it after the last entry")
                    .with_help("if the bracket is part of the words, put the whole value in quotation marks");
                if self.words[here.value.end..here.end].contains([']', '}']) {
                    finding = finding.with_help(AFTER_A_REMARK);
                }
                return Explained { finding, blank: None };
            }
            line = here.above();
        }
        self.something_else()
    }

    pub(super) fn directive(&self) -> Explained {
        let finding = self
            .finding(
                Code::CP010,
                "a line begins with `%`, which has a meaning of its own in YAML",
                self.line.content..self.line.end,
            )
            .with_help("take the line out");
        Explained { finding, blank: Some(self.line.content..self.line.end) }
    }

    pub(super) fn hidden_character(&self, character: char) -> Explained {
        let at = self.words[self.at..].find(character).map_or(self.at, |further| self.at + further);
        let place = at..at + character.len_utf8();
        let finding = hidden_character(self.finding(Code::CP012, "", place.clone()), character);
        // Spaces at the beginning of a line would be taken for indentation.
        Explained { finding, blank: (SourceLine::at(self.words, at).content < at).then_some(place) }
    }

    pub(super) fn no_heading(&self) -> Explained {
        if self.line.value().starts_with(['[', '{']) && self.at >= self.line.value.start {
            return self.special_mark(self.line.value.start);
        }
        let finding = self
            .finding(Code::CP001, "there is no heading before a colon", self.at..self.at)
            .with_help("a heading is a word before a colon, such as `name:`");
        Explained { finding, blank: None }
    }

    pub(super) fn too_deep(&self) -> Explained {
        let finding = self
            .finding(Code::CP011, "headings or brackets are nested too deeply", self.at..self.line.end)
            .with_note("up to 64 levels are read");
        Explained { finding, blank: None }
    }

    pub(super) fn tabs(&self, tab: usize) -> Explained {
        let line = SourceLine::at(self.words, tab);
        let count =
            self.words.lines().filter(|line| line[..line.len() - line.trim_start().len()].contains('\t')).count();
        let mut finding = self
            .finding(Code::CP009, "a line is indented with a tab", tab..line.content)
            .with_label("a tab")
            .with_help(
                "put two spaces for each tab; most editors can do it for the whole file: \"convert tabs to spaces\"",
            );
        if count > 1 {
            finding = finding.with_note(format!("{count} lines of the file begin with a tab"));
        }
        Explained { finding, blank: None }
    }

    pub(super) fn something_else(&self) -> Explained {
        let title = "this line cannot be read as YAML";
        let mut finding = self.finding(Code::CP001, title, self.line.content..self.line.end);
        if let Why::NotYaml(why) = self.why {
            finding = finding.with_note(format!("the YAML reader says: {why}"));
        }
        let finding = finding.with_help("check the spaces at its beginning, its colon and its quotation marks");
        Explained { finding, blank: None }
    }
}

/// Whether a character has no place in a document: it would be invisible, or make a DOCX that Word refuses.
pub(super) fn cannot_be_printed(character: char) -> bool {
    (character.is_control() && !matches!(character, '\n' | '\t')) || matches!(character, '\u{fffe}' | '\u{ffff}')
}

/// Puts the words for a hidden character into a finding.
pub(super) fn hidden_character(mut finding: Finding, character: char) -> Finding {
    "a character that cannot be seen or printed".clone_into(&mut finding.title);
    finding
        .with_label(format!("the hidden character is U+{:04X}", u32::from(character)))
        .with_help("delete the words here and type them again; such characters come along when text is pasted")
}

/// Words to copy, kept short and harmless.
fn copied(words: &str) -> String {
    if words.chars().count() <= 80 {
        visible(words)
    } else {
        format!("{}…", visible(&words.chars().take(79).collect::<String>()))
    }
}
