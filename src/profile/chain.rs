//! Profiles that share answers: `extends: ../trust.yaml`, file after file, joined into one tree.
//!
//! In: the first file. Out: one [`Parsed`], in which every value still knows its own file.
//!
//! A file's own answers win over those it shares. Headings are joined; a list or a value replaces the shared one whole;
//! a heading with nothing after it, or `null`, takes the shared answer back, and with it all that stands under it.

use std::path::{Path, PathBuf};

use super::likeness::{is_like_a_profile, shows_no_profile};
use super::mixed::mixed_people;
use crate::finding::{Code, Finding, visible_path};
use crate::text::{SourceId, Sources, Span, beside, display_path};
use crate::yaml::{Blank, Kind, Node, Parsed, Unread, overlay, parse, read_file};

/// How many files may follow one another.
const LONGEST: usize = 8;

/// Reads the files that a file extends, and joins them.
pub(super) fn follow(path: &Path, first: SourceId, sources: &mut Sources) -> Result<Parsed, Unread> {
    let mut whole = parse(sources, sources.whole(first));
    let mut here = path.to_path_buf();
    let mut seen = vec![identity(path)];
    let mut next = whole.root.as_ref().and_then(shared_path);
    while let Some((words, span)) = next.take() {
        let target = beside(&here, &words);
        let trouble = if seen.contains(&identity(&target)) {
            Some("these files share their answers in a circle".to_owned())
        } else if seen.len() >= LONGEST {
            Some(format!("more than {LONGEST} files share their answers one after another"))
        } else if !target.is_file() {
            Some(format!("there is no file `{}`", visible_path(&target)))
        } else {
            None
        };
        if let Some(title) = trouble {
            whole.findings.push(unusable(title, span));
            break;
        }
        seen.push(identity(&target));
        let no_profile = || unusable(format!("`{}` is not a profile", visible_path(&target)), span);
        let id = match read_file(&target, &display_path(&target), sources) {
            Ok(id) => id,
            Err(Unread::Findings(findings)) if shows_no_profile(&findings, sources) => {
                whole.findings.push(no_profile());
                break;
            }
            Err(Unread::Failure(failure)) if failure.is_no_file() => {
                whole.findings.push(unusable(failure.to_string(), span));
                break;
            }
            Err(Unread::Findings(findings)) => {
                whole.findings.extend(findings);
                whole.root = None;
                break;
            }
            Err(failure) => return Err(failure),
        };
        let mut base = parse(sources, sources.whole(id));
        if !is_like_a_profile(base.root.as_ref(), &sources.get(id).text) {
            whole.findings.push(no_profile().with_note("none of the headings of a profile stands in it"));
            break;
        }
        next = base.root.as_ref().and_then(shared_path);
        if let (Some(Kind::Headings(entries)), true) =
            (base.root.as_mut().map(|root| &mut root.kind), whole.root.is_some())
        {
            entries.retain(|entry| entry.name != "extends");
        }
        whole.findings.append(&mut base.findings);
        whole.unsure.append(&mut base.unsure);
        whole.root = match (base.root, whole.root) {
            (Some(base), Some(own)) => {
                whole.findings.extend(mixed_people(&base, &own));
                Some(overlay(base, own, Blank::TakesBack))
            }
            _ => None,
        };
        here = target;
    }
    Ok(whole)
}

/// The finding that what `extends:` names cannot be used.
fn unusable(title: String, span: Span) -> Finding {
    let help = "`extends:` holds the path to a file from the folder of this one, such as `../trust.yaml`";
    let finding = Finding::error(Code::CP016, title).at_span(span).with_help(help);
    Finding { field: Some("extends".to_owned()), ..finding }
}

/// The file that a file shares its answers from, if it says so and both can be read.
pub fn shared_file(path: &Path) -> Option<PathBuf> {
    let (words, _) = root_of(path, says_extends).as_ref().and_then(shared_path)?;
    Some(beside(path, &words))
}

/// The files with answers that a file names: the one that it shares them from, and the profiles of a trust's schools.
pub fn files_named(path: &Path) -> Vec<PathBuf> {
    let Some(root) = root_of(path, |_| true) else { return Vec::new() };
    let schools = match root.entry("schools").map(|entry| &entry.value.kind) {
        Some(Kind::List(schools)) => schools.as_slice(),
        _ => &[],
    };
    let profiles = schools.iter().filter_map(|school| match &school.entry("profile")?.value.kind {
        Kind::Words { text, .. } => Some(text.clone()),
        _ => None,
    });
    let shared = shared_path(&root).map(|(words, _)| words);
    shared.into_iter().chain(profiles).map(|words| beside(path, &words)).collect()
}

/// Whether a text can say which file it extends: most profiles do not, and need no reading for it. A name in quotation marks can be written
/// with a backslash for any of its letters.
fn says_extends(text: &str) -> bool {
    text.contains("extends") || text.contains('\\')
}

/// The tree of a file whose text is of use.
fn root_of(path: &Path, is_of_use: fn(&str) -> bool) -> Option<Node> {
    let mut sources = Sources::default();
    let file = read_file(path, &display_path(path), &mut sources).ok()?;
    if !is_of_use(&sources.get(file).text) {
        return None;
    }
    parse(&sources, sources.whole(file)).root
}

/// The file that a tree extends, and where it says so.
fn shared_path(root: &Node) -> Option<(String, Span)> {
    let entry = root.entry("extends")?;
    match &entry.value.kind {
        Kind::Words { text, .. } => Some((text.clone(), entry.value.span)),
        _ => None,
    }
}

/// One name for a file, however it is reached.
fn identity(path: &Path) -> PathBuf {
    path.canonicalize().unwrap_or_else(|_| path.to_path_buf())
}
