//! Reads a profile, and the profiles it shares answers with.
//!
//! In: a path, or the text of its file. Out: [`Read`], or [`Unread`] with every mistake.
//!
//! A profile may share answers with others: `extends: ../trust.yaml`. Headings are joined, lists and values replaced,
//! and every value keeps the file it came from, so that a finding points there.

use std::path::Path;

use super::chain::follow;
use super::shares::gather_shares;
use super::whole::Profile;
use crate::finding::{Code, Finding};
use crate::text::{SourceId, Sources, Span, display_path, read_standard_input};
use crate::theme::Colour;
use crate::yaml::{Index, Node, Parsed, Read, Unread, read_file, read_tree, take_file};

/// Reads a profile and the profiles it shares answers with.
///
/// # Errors
/// Every mistake in the files, or the one file that could not be got at.
pub fn read_profile(path: &Path, sources: &mut Sources) -> Result<Read<Profile>, Unread> {
    let first = read_file(path, &display_path(path), sources)?;
    read_first(path, first, sources)
}

/// Reads a profile from the standard input, as if it came from the file at `path`.
///
/// # Errors
/// Every mistake in it and the files it names, or the one that could not be got at.
pub fn read_profile_from_input(path: &Path, sources: &mut Sources) -> Result<Read<Profile>, Unread> {
    let first = take_file(read_standard_input(), path, &display_path(path), sources)?;
    read_first(path, first, sources)
}

/// Reads a profile as if its file held this text.
///
/// # Errors
/// Every mistake in the files, or the one file that could not be got at.
pub fn read_profile_as(path: &Path, text: &str, sources: &mut Sources) -> Result<Read<Profile>, Unread> {
    let first = sources.add(display_path(path), text);
    read_first(path, first, sources)
}

fn read_first(path: &Path, first: SourceId, sources: &mut Sources) -> Result<Read<Profile>, Unread> {
    let Parsed { mut root, findings, unsure } = follow(path, first, sources)?;
    root.iter_mut().for_each(gather_shares);
    let findings = match &root {
        Some(root) => findings.into_iter().map(|finding| with_others(finding, root)).collect(),
        None => findings,
    };
    let read = read_tree(Parsed { root, findings, unsure }, first, sources).map_err(Unread::Findings)?;
    let lost = colours_in_comments(&read.index, sources);
    if lost.is_empty() { Ok(read) } else { Err(Unread::Findings(lost)) }
}

/// Colours that a `#` without quotation marks has turned into a comment, so that nothing is left of them.
fn colours_in_comments(index: &Index, sources: &Sources) -> Vec<Finding> {
    let comment = |field: &&str| {
        let name = index.name(field).filter(|_| !index.contains(field))?;
        let text = &sources.get(name.source).text;
        let after = text.get(name.end..)?.lines().next()?.trim_start_matches(':').trim_start();
        let colour: Colour = after.split_whitespace().next().filter(|word| word.starts_with('#'))?.parse().ok()?;
        let start = name.end + text.get(name.end..)?.find('#')?;
        let span = Span { start, end: start + 7, ..name };
        let finding =
            Finding::error(Code::CP008, "a colour is read as a remark, because of the # before it").at_span(span);
        let finding = finding.with_label("YAML passes over all that stands behind a #");
        let finding = finding.with_help(format!("put it in quotation marks: \"{colour}\""));
        Some(Finding { field: Some((*field).to_owned()), ..finding })
    };
    ["brand.accent", "brand.link"].iter().filter_map(comment).collect()
}

/// Adds, where two people stand under one role, where the second one can go.
fn with_others(finding: Finding, root: &Node) -> Finding {
    let role = finding.field.as_deref().and_then(|field| field.strip_prefix("roles."));
    match role {
        Some(role) if finding.code == Code::CP003 && root.entry("roles").is_some() && !role.starts_with("others") => {
            finding.with_help("two who share a role are a list: write `- name:` for each, below one heading")
        }
        _ => finding,
    }
}
