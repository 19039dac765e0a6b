//! How files, fields and questions are named in addresses and on pages.
//!
//! In: a path, the path of a field. Out: a name.

use std::path::{Path, PathBuf};

use crate::profile::whole_schema;
use crate::yaml::Expects;

/// The name of a file, as it stands in addresses.
pub(super) fn file_name(path: &Path) -> String {
    path.file_name().unwrap_or_default().to_string_lossy().into_owned()
}

/// The files of a folder; none where there is no folder.
#[expect(clippy::disallowed_methods, reason = "whoever asks is shown what lies in a folder")]
pub(super) fn files_in(folder: &Path) -> Vec<PathBuf> {
    let entries = std::fs::read_dir(folder).into_iter().flatten().filter_map(Result::ok);
    let mut files: Vec<PathBuf> = entries.map(|entry| entry.path()).filter(|path| path.is_file()).collect();
    files.sort();
    files
}

/// The id of a question on its page, from its field.
pub(super) fn anchor(path: &str) -> String {
    let plain: String =
        path.chars().filter(|c| *c != ']').map(|c| if c == '.' || c == '[' { '-' } else { c }).collect();
    format!("q-{plain}")
}

/// The field of a finding as a page calls it: one person who holds a role is the first of those who share it.
pub(super) fn page_path(field: &str) -> String {
    let mut path = String::new();
    let mut schema = Some(whole_schema());
    let steps: Vec<&str> = field.split('.').collect();
    for (at, step) in steps.iter().enumerate() {
        let name = step.split('[').next().unwrap_or(step);
        // Whoever shares a role stands in a list below the first in the typed profile, and beside the first on a page.
        if let Some(number) =
            step.strip_prefix("also[").and_then(|rest| rest.trim_end_matches(']').parse::<usize>().ok())
        {
            let first = path.strip_suffix("[0]").unwrap_or(&path).to_owned();
            path = format!("{first}[{}]", number + 1);
            continue;
        }
        schema = schema.and_then(|schema| schema.entry().property(name));
        if !path.is_empty() {
            path.push('.');
        }
        // The lines of a list of words are one question.
        let has_entries = schema.is_some_and(|schema| matches!(schema.entry().expects(), Expects::Headings));
        path.push_str(if has_entries { step } else { name });
        let shares = schema.is_some_and(|schema| schema.shares());
        if shares && !step.contains('[') && at + 1 < steps.len() {
            path.push_str("[0]");
        }
    }
    path
}

/// A field without the numbers of entries.
pub(super) fn without_numbers(path: &str) -> String {
    let mut plain = String::new();
    let mut inside = false;
    for c in path.chars() {
        match c {
            '[' => inside = true,
            ']' => inside = false,
            _ if !inside => plain.push(c),
            _ => {}
        }
    }
    plain
}
