//! The one rule for a file that another file names: by the way to it from the folder of the file in which the name stands.
//!
//! In: the naming file and the words. Out: a path, with either kind of slash read alike and no detours in it. The disk is not asked.

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
