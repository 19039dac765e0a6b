//! Reads a profile, or a file of the catalogue, into its Rust type.
//!
//! In: a path, or a text that is already in [`Sources`]. Out: [`Read`], or [`Unread`] with every mistake.
//!
//! A profile may share answers with others: `extends: ../trust.yaml`. Headings are joined, lists and values replaced,
//! and every value keeps the file it came from, so that a finding points there.

use std::any::TypeId;
use std::collections::BTreeMap;
use std::path::Path;
use std::sync::{Arc, LazyLock, Mutex, PoisonError};

use jsonschema::Validator;
use schemars::JsonSchema;
use serde::de::DeserializeOwned;

use super::mistakes::{mistakes, typed, validator};
use super::schema::Schema;
use super::shape::{Shaped, shape};
use super::tree::{Parsed, parse};
use super::{Index, chain, wording};
use crate::data::{Colour, Profile};
use crate::finding::{Code, Failure, Finding, Place, Severity};
use crate::text::{SourceId, Sources, Span, Unreadable, display_path, read_source};

/// A value that was read.
#[derive(Clone, Debug)]
pub struct Read<T> {
    /// The value.
    pub value: T,
    /// Where each field stands.
    pub index: Index,
    /// What is worth a look all the same: warnings, never errors.
    pub findings: Vec<Finding>,
}

/// Why a value could not be read.
#[derive(Debug)]
pub enum Unread {
    /// The file is not right: at least one of these is an error.
    Findings(Vec<Finding>),
    /// The file could not be got at.
    Failure(Failure),
}

/// Reads a profile and the profiles it shares answers with.
pub fn read_profile(path: &Path, sources: &mut Sources) -> Result<Read<Profile>, Unread> {
    let first = load(path, &display_path(path), sources)?;
    read_first(path, first, sources)
}

/// Reads a profile as if its file held this text.
pub fn read_profile_as(path: &Path, text: &str, sources: &mut Sources) -> Result<Read<Profile>, Unread> {
    let first = sources.add(display_path(path), text);
    read_first(path, first, sources)
}

fn read_first(path: &Path, first: SourceId, sources: &mut Sources) -> Result<Read<Profile>, Unread> {
    let (file, chained) = chain::follow(path, first, sources)?;
    let Parsed { root, findings, unsure } = chained;
    let findings = match &root {
        Some(root) => findings.into_iter().map(|finding| wording::with_others(finding, root)).collect(),
        None => findings,
    };
    let read = finish(Parsed { root, findings, unsure }, file, sources).map_err(Unread::Findings)?;
    let remarks = colours_in_remarks(&read.index, sources);
    if remarks.is_empty() { Ok(read) } else { Err(Unread::Findings(remarks)) }
}

/// Colours that a `#` without quotation marks has turned into a remark, so that nothing is left of them.
fn colours_in_remarks(index: &Index, sources: &Sources) -> Vec<Finding> {
    let remark = |field: &&str| {
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
    ["brand.accent", "brand.link"].iter().filter_map(remark).collect()
}

/// Reads a YAML text of any type: a whole source, or a part of one, such as the header of a clause.
pub fn read_as<T: DeserializeOwned + JsonSchema + 'static>(
    sources: &Sources,
    text: Span,
) -> Result<Read<T>, Vec<Finding>> {
    finish(parse(sources, text), text.source, sources)
}

/// Reads a YAML text with others laid over it, the lowest first: headings are joined, values and lists replaced.
pub(in crate::data) fn read_over<T: DeserializeOwned + JsonSchema + 'static>(
    sources: &Sources,
    lowest: Span,
    over: &[Span],
) -> Result<Read<T>, Vec<Finding>> {
    let mut whole = parse(sources, lowest);
    for text in over {
        let Parsed { root, mut findings, mut unsure } = parse(sources, *text);
        whole.findings.append(&mut findings);
        whole.unsure.append(&mut unsure);
        // A text of nothing but remarks changes nothing; one that could not be parsed has said so.
        whole.root = match (whole.root, root) {
            (Some(base), Some(own)) => Some(chain::overlay(base, own)),
            (base, None) if whole.findings.is_empty() => base,
            _ => None,
        };
    }
    let highest = over.last().unwrap_or(&lowest).source;
    finish(whole, highest, sources)
}

/// Puts the text of a file into the sources, or says why it is no text.
pub(super) fn load(path: &Path, name: &str, sources: &mut Sources) -> Result<SourceId, Unread> {
    match read_source(path) {
        Ok(file) => Ok(sources.add_file(name, file)),
        Err(Unreadable::World(error)) => Err(Unread::Failure(Failure::reading(path, error))),
        Err(Unreadable::NotText(bad)) => {
            let width = bad.shown[bad.at..].chars().next().map_or(0, char::len_utf8);
            let id = sources.add(name, bad.shown);
            let span = Span { source: id, start: bad.at, end: bad.at + width };
            let position = sources.position(span);
            let finding = Finding::error(Code::CP002, "the file was saved in an old Windows encoding, not as UTF-8")
                .at_span(span)
                .with_label(format!("the first such character: line {}, column {}", position.line, position.column))
                .with_help(
                    "in Notepad choose File, Save As, and UTF-8 beside \"Encoding\"; other editors have \"Save with encoding\"",
                );
            Err(Unread::Findings(vec![finding]))
        }
    }
}

/// A schema and its validator, made once for each type.
struct Form {
    schema: Schema,
    validator: Result<Validator, String>,
}

fn form_of<T: JsonSchema + 'static>() -> Arc<Form> {
    static FORMS: LazyLock<Mutex<BTreeMap<TypeId, Arc<Form>>>> = LazyLock::new(Mutex::default);
    let known = FORMS.lock().unwrap_or_else(PoisonError::into_inner).get(&TypeId::of::<T>()).map(Arc::clone);
    known.unwrap_or_else(|| {
        let schema = Schema::of::<T>();
        let form = Arc::new(Form { validator: validator(&schema), schema });
        FORMS.lock().unwrap_or_else(PoisonError::into_inner).insert(TypeId::of::<T>(), Arc::clone(&form));
        form
    })
}

/// From the tree to the value.
fn finish<T: DeserializeOwned + JsonSchema + 'static>(
    parsed: Parsed,
    file: SourceId,
    sources: &Sources,
) -> Result<Read<T>, Vec<Finding>> {
    let Parsed { root, mut findings, unsure } = parsed;
    let Some(root) = root else { return Err(in_order(findings)) };
    let form = form_of::<T>();
    let Shaped { value, .. } = match &form.validator {
        Ok(validator) => {
            let mut shaped = shape(&root, form.schema.whole());
            let mut said = std::mem::take(&mut shaped.findings);
            said.extend(mistakes(validator, &form.schema, &root, &shaped, &sources.get(file).name));
            findings.extend(said.into_iter().filter(|finding| !is_unsure(finding, &unsure)));
            shaped
        }
        Err(error) => return Err(vec![fault(file, sources, error)]),
    };
    if findings.iter().any(|finding| finding.severity == Severity::Error) {
        return Err(in_order(findings));
    }
    match typed(value) {
        Ok(value) => Ok(Read { value, index: Index::of(&root, file), findings: in_order(findings) }),
        Err(error) => Err(vec![fault(file, sources, &error)]),
    }
}

/// Whether a finding is about a line that could not be followed, of which enough has been said.
fn is_unsure(finding: &Finding, unsure: &[Span]) -> bool {
    match finding.at {
        Place::Span(span) => {
            unsure.iter().any(|line| line.source == span.source && (line.start..=line.end).contains(&span.start))
        }
        _ => false,
    }
}

/// Findings in the order in which they stand in the files.
fn in_order(mut findings: Vec<Finding>) -> Vec<Finding> {
    findings.sort_by_key(|finding| match finding.at {
        Place::Span(span) => (Some(span.source), span.start),
        _ => (None, 0),
    });
    findings
}

/// The schema let something through that the type does not take: most often our mistake, and not one to hide.
fn fault(file: SourceId, sources: &Sources, error: &str) -> Finding {
    Finding::error(Code::CP017, "the values of this file could not be used")
        .at_file(sources.get(file).name.clone())
        .with_note(error)
        .with_help("if the note does not say what to change, this is a mistake in careers-policy: please report it")
}
