//! Reads a YAML text into its Rust type.
//!
//! In: a text that is already in [`Sources`], or several to be laid over one another. Out: [`Read`], or every mistake.
//!
//! Where texts are laid over one another, every value keeps the file it came from, so that a finding points there.

use std::any::TypeId;
use std::collections::BTreeMap;
use std::path::Path;
use std::sync::{Arc, LazyLock, Mutex, PoisonError};

use jsonschema::Validator;
use schemars::JsonSchema;
use serde::de::DeserializeOwned;

use super::foreign::not_a_text;
use super::index::Index;
use super::mistakes::{mistakes, typed, validator};
use super::overlay::{Blank, overlay};
use super::parse::{Parsed, parse};
use super::schema::Schema;
use super::shape::{Shaped, shape};
use crate::finding::{Code, Failure, Finding, Mark, Place, Severity};
use crate::text::{SourceId, Sources, Span, TextFile, Unreadable, read_source};

/// A value that was read.
#[derive(Clone, Debug)]
pub struct Read<T> {
    /// The value.
    pub value: T,
    /// Where each field stands.
    pub index: Index,
    /// What is worth a look all the same: notes, warnings, and errors of the kind that a draft shows.
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

/// Reads a YAML text of any type: a whole source, or a part of one, such as the header of a clause.
///
/// # Errors
/// Every mistake, at least one of them an error.
pub fn read_as<T: DeserializeOwned + JsonSchema + 'static>(
    sources: &Sources,
    text: Span,
) -> Result<Read<T>, Vec<Finding>> {
    read_tree(parse(sources, text), text.source, sources)
}

/// Reads a YAML text with others laid over it, the lowest first: headings are joined, values and lists replaced.
///
/// # Errors
/// Every mistake in any of them, at least one of them an error.
pub fn read_over<T: DeserializeOwned + JsonSchema + 'static>(
    sources: &Sources,
    lowest: Span,
    over: &[Span],
) -> Result<Read<T>, Vec<Finding>> {
    let mut whole = parse(sources, lowest);
    for text in over {
        let Parsed { root, mut findings, mut unsure } = parse(sources, *text);
        whole.findings.append(&mut findings);
        whole.unsure.append(&mut unsure);
        // A text of nothing but comments changes nothing; one that could not be parsed has said so.
        whole.root = match (whole.root, root) {
            (Some(base), Some(own)) => Some(overlay(base, own, Blank::Keeps)),
            (base, None) if whole.findings.is_empty() => base,
            _ => None,
        };
    }
    let highest = over.last().unwrap_or(&lowest).source;
    read_tree(whole, highest, sources)
}

/// A value from JSON that says the same as the YAML of a source, without the places of its fields.
///
/// # Errors
/// If it does not fit the type, which is our own mistake.
pub(crate) fn read_json<T: DeserializeOwned>(
    json: &str,
    source: SourceId,
    sources: &Sources,
) -> Result<Read<T>, Box<Finding>> {
    match serde_json::from_str(json) {
        Ok(value) => Ok(Read { value, index: Index::without_places(source), findings: Vec::new() }),
        Err(error) => Err(Box::new(fault(source, sources, &error.to_string()))),
    }
}

/// Puts the text of a file into the sources, or says why it is no text.
pub(crate) fn read_file(path: &Path, name: &str, sources: &mut Sources) -> Result<SourceId, Unread> {
    take_file(read_source(path), path, name, sources)
}

/// The same of a file that was read already.
pub(crate) fn take_file(
    read: Result<TextFile, Unreadable>,
    path: &Path,
    name: &str,
    sources: &mut Sources,
) -> Result<SourceId, Unread> {
    match read {
        Ok(file) => match not_a_text(path, name, &file.text) {
            Some(finding) => Err(Unread::Findings(vec![finding])),
            None => Ok(sources.add_file(name, file)),
        },
        Err(Unreadable::World(error)) => Err(Unread::Failure(Failure::reading(path, error))),
        Err(Unreadable::NotText(bad)) => {
            if let Some(finding) = not_a_text(path, name, &bad.shown) {
                return Err(Unread::Findings(vec![finding]));
            }
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

/// Reads a tree into its type. A mistake that has no place is said to be in `file`.
///
/// # Errors
/// Every mistake, at least one of them an error.
pub(crate) fn read_tree<T: DeserializeOwned + JsonSchema + 'static>(
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
    // What a draft shows is an answer that is missing, and does not stand in the way of the others.
    if findings.iter().any(|finding| finding.severity == Severity::Error && !finding.code.is(Mark::Draft)) {
        return Err(in_order(findings));
    }
    match typed(value) {
        Ok(value) => Ok(Read { value, index: Index::of(&root, file), findings: in_order(findings) }),
        Err(error) => Err(vec![fault(file, sources, &error)]),
    }
}

/// Whether a finding is on a line that could not be followed: enough has been said about it.
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
