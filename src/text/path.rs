//! Paths that files name, and paths that are printed.
//!
//! A file that another file names is meant by the way to it from the folder of the file in which the name stands, with either kind of
//! slash read alike and no detours left in it. The disk is not asked.

use std::path::{Component, Path, PathBuf};

/// The file that `words` in the file `named_in` mean.
pub fn beside(named_in: &Path, words: &str) -> PathBuf {
    lexical(&named_in.parent().unwrap_or(Path::new("")).join(words.replace('\\', "/")))
}

/// A path without the `folder/..` in it, to be printed: `trust.yaml` for `schools/../trust.yaml`.
fn lexical(path: &Path) -> PathBuf {
    let mut plain = PathBuf::new();
    for step in path.components() {
        match (step, plain.components().next_back()) {
            (Component::ParentDir, Some(Component::Normal(_))) => {
                plain.pop();
            }
            (Component::CurDir, _) => {}
            _ => plain.push(step),
        }
    }
    if plain.as_os_str().is_empty() { PathBuf::from(".") } else { plain }
}

/// A path as it is printed: as the user gave it, with forward slashes on every system.
pub fn display_path(path: &Path) -> String {
    let text = path.to_string_lossy();
    if cfg!(windows) { text.replace('\\', "/") } else { text.into_owned() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_path_is_printed_without_its_detours() {
        assert_eq!(lexical(Path::new("trust/schools/../trust.yaml")), Path::new("trust/trust.yaml"));
        assert_eq!(lexical(Path::new("../../trust.yaml")), Path::new("../../trust.yaml"));
        assert_eq!(lexical(Path::new("./a.yaml")), Path::new("a.yaml"));
        assert_eq!(lexical(Path::new("packs/..")), Path::new("."));
    }
}
