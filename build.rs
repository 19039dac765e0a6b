//! Puts the YAML of the built-in pack into JSON, which the program carries beside it: JSON is read in a fraction of the time, at every start.
//!
//! In: the YAML files under `templates/base`, and the headers of its clauses. Out: `built_in.rs`, a list of paths with their JSON, in the order of
//! the paths.
//!
//! Words are what they look like here: `7` is a number, `true` a truth, all else is text, whatever field it stands in. Headings and entries
//! with nothing in them are left out, as the reader of profiles does. A test holds what the program reads from the JSON against what it reads from
//! the YAML.

#![expect(clippy::disallowed_methods, reason = "the files of the tree are read and written where the program is made")]

use std::path::{Path, PathBuf};
use std::{env, fs, io};

use granit_parser::{Event, Parser, ScalarStyle};
use serde_json::{Map, Value};

/// The folder of the built-in pack.
const BASE: &str = "templates/base";

fn main() -> io::Result<()> {
    println!("cargo:rerun-if-changed=build.rs");
    println!("cargo:rerun-if-changed=templates");
    println!("cargo:rerun-if-changed=profiles");
    let mut files = Vec::new();
    gather(Path::new(BASE), &mut files)?;
    let mut entries = Vec::new();
    for file in files {
        let path = file.strip_prefix(BASE).map_err(io::Error::other)?.to_string_lossy().replace('\\', "/");
        let text = fs::read_to_string(&file)?.replace("\r\n", "\n");
        let yaml = match path.rsplit_once('.') {
            Some((_, "yaml")) => Some(text.as_str()),
            Some((_, "md")) if path.starts_with("clauses/") => header(&text),
            _ => None,
        };
        if let Some(json) = yaml.and_then(to_json) {
            entries.push((path, json));
        }
    }
    entries.sort_by(|one, other| one.0.cmp(&other.0));
    let rows: String =
        entries.iter().map(|(path, json)| format!("    ({path:?}, {:?}),\n", json.to_string())).collect();
    let out = PathBuf::from(env::var_os("OUT_DIR").unwrap_or_default()).join("built_in.rs");
    fs::write(out, format!("&[\n{rows}]\n"))
}

/// The files that are text, in a folder and below it.
fn gather(folder: &Path, files: &mut Vec<PathBuf>) -> io::Result<()> {
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        if path.is_dir() {
            gather(&path, files)?;
        } else if path.extension().is_some_and(|ending| ending == "yaml" || ending == "md") {
            files.push(path);
        }
    }
    Ok(())
}

/// The YAML at the head of a clause, between two lines of `---`.
fn header(text: &str) -> Option<&str> {
    let rest = text.strip_prefix("---\n")?;
    Some(&rest[..rest.find("\n---\n")? + 1])
}

/// A list or some headings that are not finished yet; of headings, with the name of the next value.
enum Open {
    List(Vec<Value>),
    Headings(Map<String, Value>, Option<String>),
}

/// A YAML text as JSON; none where it holds anything but lists, headings and words, which the reader of packs then tells of.
fn to_json(yaml: &str) -> Option<Value> {
    let mut open: Vec<Open> = Vec::new();
    let mut root = None;
    for event in Parser::new_from_str(yaml) {
        let (event, _) = event.ok()?;
        // A value that is finished; null stands for one that says nothing.
        let done = match event {
            Event::Scalar(text, style, ..) => {
                let is_block = matches!(style, ScalarStyle::Literal | ScalarStyle::Folded);
                let text = if is_block { text.trim_end_matches('\n') } else { &text };
                if let Some(Open::Headings(_, name @ None)) = open.last_mut() {
                    *name = Some(text.to_owned());
                    continue;
                }
                said(text, matches!(style, ScalarStyle::Plain))
            }
            Event::SequenceStart(..) => {
                open.push(Open::List(Vec::new()));
                continue;
            }
            Event::MappingStart(..) => {
                open.push(Open::Headings(Map::new(), None));
                continue;
            }
            Event::SequenceEnd | Event::MappingEnd => match open.pop()? {
                Open::List(items) => Value::Array(items),
                Open::Headings(values, _) => Value::Object(values),
            },
            Event::Alias(..) | Event::UnresolvedAlias(..) | Event::Anchor(..) => return None,
            _ => continue,
        };
        match open.last_mut() {
            Some(Open::List(items)) if !done.is_null() => items.push(done),
            Some(Open::Headings(values, name)) => {
                let name = name.take()?;
                if !done.is_null() {
                    values.insert(name, done);
                }
            }
            Some(Open::List(_)) => {}
            None => root = Some(done),
        }
    }
    root
}

/// What a single value says: bare numbers and truths are what they look like, all else is text.
fn said(text: &str, is_plain: bool) -> Value {
    if text.trim().is_empty() || is_plain && matches!(text, "~" | "null") {
        return Value::Null;
    }
    match serde_json::from_str(text) {
        Ok(value @ (Value::Number(_) | Value::Bool(_))) if is_plain => value,
        _ => text.into(),
    }
}
