//! What somebody writes into a file between two commands of a transcript.
//!
//! In: a block of the transcript whose first line says what is done with which file, and the folder of the transcript. Out: the file. A block
//! opened by `save FILE` holds the whole file; `fill FILE` puts answers behind the colons of fields that stand there without one, each as
//! `roles.careers_leader.name: Priya Nair`; `replace FILE` holds words and, below a line of `->`, those that take their place; `move FILE`,
//! `copy FILE` and `delete FILE` do so, with the new place in the block.

use std::fs;
use std::path::Path;

/// Does what a block says; nothing where its first line is none of these.
pub(super) fn edit(opening: &str, block: &str, folder: &Path) {
    let Some((what, file)) = opening.trim_start_matches('`').split_once(' ') else { return };
    let path = folder.join(file);
    let to = folder.join(block.trim());
    let read = || fs::read_to_string(&path).unwrap_or_else(|why| panic!("{file}: {why}"));
    let there = |to: &Path| fs::create_dir_all(to.parent().unwrap()).unwrap();
    match what {
        "save" => {
            there(&path);
            fs::write(&path, block).unwrap();
        }
        "fill" => {
            let filled = block.lines().fold(read(), |text, line| {
                let (field, answer) = line.split_once(": ").unwrap_or_else(|| panic!("{line}"));
                fill(&text, field, answer)
            });
            fs::write(&path, filled).unwrap();
        }
        "replace" => {
            let (old, new) = block.trim_end_matches('\n').split_once("\n->\n").unwrap();
            let text = read();
            assert!(text.contains(old), "{file} has no {old}\n{text}");
            fs::write(&path, text.replacen(old, new, 1)).unwrap();
        }
        "move" => {
            there(&to);
            fs::rename(&path, &to).unwrap();
        }
        "copy" => {
            there(&to);
            copy(&path, &to);
        }
        "delete" => fs::remove_file(&path).unwrap(),
        other => panic!("{other} is nothing that is done with a file"),
    }
}

/// Copies a file, or a folder with all that is in it.
fn copy(from: &Path, to: &Path) {
    if from.is_file() {
        fs::copy(from, to).unwrap();
        return;
    }
    fs::create_dir_all(to).unwrap();
    for entry in fs::read_dir(from).unwrap() {
        let path = entry.unwrap().path();
        let place = to.join(path.file_name().unwrap());
        copy(&path, &place);
    }
}

/// A profile with an answer behind a field that has none. An entry of a list is counted from 1: `schools[2].provider_access.url`.
fn fill(text: &str, field: &str, answer: &str) -> String {
    let mut steps: Vec<(usize, String)> = Vec::new();
    let mut entries = 0;
    let mut lines: Vec<String> = text.lines().map(str::to_owned).collect();
    for line in &mut lines {
        let bare = line.trim_start();
        let opens = bare.starts_with("- ");
        let words = bare.trim_start_matches("- ");
        let Some((key, value)) = words.split_once(':').filter(|_| !words.starts_with('#')) else { continue };
        let indent = line.len() - words.len();
        steps.retain(|(depth, _)| *depth < indent);
        if steps.is_empty() {
            entries = 0;
        }
        if opens {
            entries += 1;
        }
        let list = if entries > 0 && steps.len() == 1 { format!("[{entries}]") } else { String::new() };
        let path: Vec<&str> = steps.iter().map(|(_, step)| step.as_str()).collect();
        let path = format!("{}{list}{}{key}", path.join("."), if path.is_empty() { "" } else { "." });
        if path == field {
            assert_eq!(value.trim(), "", "{field} has an answer");
            line.push(' ');
            line.push_str(answer);
            return lines.join("\n") + "\n";
        }
        steps.push((indent, key.to_owned()));
        if !list.is_empty() {
            let last = steps.len() - 2;
            let name = steps[last].1.split('[').next().unwrap().to_owned();
            steps[last].1 = format!("{name}{list}");
        }
    }
    panic!("{field} does not stand in\n{text}")
}
