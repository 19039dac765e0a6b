//! Why a piece of wording could not be read or run, in words for whoever wrote it.
//!
//! In: an error of the engine, or a refusal of `bounds`. Out: a [`WordingError`].

use std::error::Error as _;

use minijinja::{Error, ErrorKind};

/// Why a piece of wording could not be read or run.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{template}, line {line}: {message}")]
pub struct WordingError {
    /// The clause or condition.
    pub template: String,
    /// The line within it, from 1.
    pub line: usize,
    /// What is wrong, in words.
    pub message: String,
}

/// Turns a refusal of the wording itself into an error.
pub(super) fn refuse<T>(name: &str, verdict: Result<T, (usize, String)>) -> Result<T, WordingError> {
    verdict.map_err(|(line, message)| WordingError { template: name.to_owned(), line, message })
}

/// Turns an error of the engine into ours.
pub(super) fn from_error(template: &str, error: &Error) -> WordingError {
    // What is wrong in a partial is said of the partial, not of the clause that includes it.
    if error.kind() == ErrorKind::BadInclude
        && let Some(inner) = error.source().and_then(|source| source.downcast_ref::<Error>())
    {
        return from_error(inner.name().unwrap_or(template), inner);
    }
    let message = match error.kind() {
        ErrorKind::OutOfFuel => "the wording takes too many steps; is there a loop that does not end?".to_owned(),
        ErrorKind::UndefinedError => "a name is used that does not exist".to_owned(),
        ErrorKind::UnknownFilter => "a filter is used that does not exist".to_owned(),
        ErrorKind::UnknownFunction => "a function is used that does not exist".to_owned(),
        _ => error.kind().to_string(),
    };
    let message = match error.detail() {
        Some(detail) => format!("{message}: {detail}"),
        None => message,
    };
    WordingError { template: template.to_owned(), line: error.line().unwrap_or(1), message }
}
