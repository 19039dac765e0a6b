//! Which profiles are meant: files, folders and patterns such as `schools/*.yaml`, and one part of many for one machine of several.
//!
//! In: what the user typed. Out: the paths of profiles in order, each once.
//!
//! In a folder, and for a pattern, a file that others share their answers from is no school and is left out, and so are the settings of the folder, a
//! pack's files, and what other programs leave beside a file. Windows' own shell does not open patterns, so they are opened here.
//!
//! Not here: what lies in folders below one that was named (`below`).

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};
use std::str::FromStr;

use super::below::{Below, below};
use super::settings::is_passed_over;
use crate::finding::{Code, Failure, Finding, typed_path, visible_path};
use crate::profile::shared_file;
use crate::text::{display_path, is_left_behind, portable_name, read_at_most};

/// What a pack says of itself is shorter.
const LARGEST_PACK_FILE: u64 = 100_000;
/// The files of a pack that lie where profiles could.
const PACK_FILES: [&str; 3] = ["pack.yaml", "terms.yaml", "dead-names.yaml"];

/// The profiles that are meant by files, folders and patterns.
///
/// # Errors
/// If a folder cannot be read, or a folder or a pattern leads to no profile.
pub fn find_profiles(named: &[PathBuf]) -> Result<Vec<PathBuf>, Failure> {
    let mut found = Vec::new();
    for path in named {
        if is_pack(path) {
            return Err(no_school(path, path.parent().unwrap_or(path)));
        }
        if path.is_dir() {
            let escaped = PathBuf::from(glob::Pattern::escape(&path.to_string_lossy()));
            let inside = |name: &str| escaped.join(name).to_string_lossy().into_owned();
            found.extend(schools(path, &[inside("*.yaml"), inside("*.yml")])?);
        } else if !path.exists() && path.to_string_lossy().contains(['*', '?', '[']) {
            found.extend(schools(path, &[path.to_string_lossy().into_owned()])?);
        } else {
            found.push(path.clone());
        }
    }
    let mut seen = BTreeSet::new();
    found.retain(|path| seen.insert(path.clone()));
    Ok(found)
}

/// Whether a file is what a pack says of itself. A school's profile can be called so; it has no edition.
fn is_pack(file: &Path) -> bool {
    if name_of(file) != "pack.yaml" {
        return false;
    }
    let text = read_at_most(file, LARGEST_PACK_FILE).unwrap_or_default();
    let text = String::from_utf8_lossy(&text);
    let heading = |name: &str| text.lines().any(|line| line.starts_with(name));
    heading("edition:") && heading("name:") && !heading("setting:")
}

/// That a pack was named, in which nothing is a school's.
fn no_school(named: &Path, folder: &Path) -> Failure {
    let typed = typed_path(folder);
    Failure::Unfit {
        path: visible_path(named),
        what: format!(
            "this is a pack, and no school's profile.\nTo try it out: careers-policy pack check {typed}\nTo use it for a school: careers-policy build our-school.yaml --pack {typed}"
        ),
    }
}

/// The schools among the files of patterns, in the order of their names.
fn schools(named: &Path, patterns: &[String]) -> Result<Vec<PathBuf>, Failure> {
    let unfit = |what: String| Failure::Unfit { path: visible_path(named), what };
    let mut files = BTreeSet::new();
    for pattern in patterns {
        let opened = glob::glob(pattern).map_err(|error| unfit(format!("this is no pattern: {error}")))?;
        for file in opened {
            files.insert(
                file.map_err(|error| Failure::reading(error.path(), std::io::Error::from(error.error().kind())))?,
            );
        }
    }
    files.retain(|file| file.is_file() && !is_left_behind(&name_of(file)) && !is_passed_over(file));
    let pack = files.iter().find(|file| is_pack(file)).and_then(|file| file.parent()).map(Path::to_owned);
    // A pattern may lead into packs; in a folder that was named, only what a pack says of itself and its lists stand beside schools.
    let of_pack = |file: &Path| match named.is_dir() {
        true => pack.as_deref() == file.parent() && PACK_FILES.contains(&name_of(file).as_str()),
        false => is_pack(&file.with_file_name("pack.yaml")),
    };
    files.retain(|file| !of_pack(file));
    let shared: BTreeSet<PathBuf> =
        files.iter().filter_map(|file| shared_file(file)).filter_map(|file| file.canonicalize().ok()).collect();
    let schools: Vec<PathBuf> =
        files.into_iter().filter(|file| file.canonicalize().map_or(true, |file| !shared.contains(&file))).collect();
    if let Some(folder) = pack.filter(|_| schools.is_empty()) {
        return Err(no_school(named, &folder));
    }
    if schools.is_empty() {
        return Err(unfit(match below(named, &[]).filter(|_| named.is_dir()) {
            None => "there are no profiles here; a profile is a file that ends in .yaml".to_owned(),
            Some(Below { places, these, pattern }) => format!(
                "there are no profiles in this folder itself, but in folders below it: {places}. Name {these} instead{pattern}"
            ),
        }));
    }
    Ok(schools)
}

fn name_of(file: &Path) -> String {
    file.file_name().unwrap_or_default().to_string_lossy().into_owned()
}

/// The name under which the standard input is known, as if it were a file in the working folder.
pub(super) const STANDARD_INPUT: &str = "standard-input";

/// Whether a path stands for the standard input. A file of that name is `./-`.
pub(super) fn is_standard_input(path: &Path) -> bool {
    path.as_os_str() == "-"
}

/// The name of a profile: its file name without the ending, which names its folder too.
pub fn profile_name(path: &Path) -> String {
    if is_standard_input(path) {
        return STANDARD_INPUT.to_owned();
    }
    path.file_stem().map(|stem| stem.to_string_lossy().into_owned()).unwrap_or_default()
}

/// For each profile the one before it whose documents would be written into the same folder, if there is one.
pub fn same_folders(profiles: &[PathBuf]) -> BTreeMap<&Path, &Path> {
    let mut seen: BTreeMap<String, &Path> = BTreeMap::new();
    // Windows and macOS do not tell capital from small letters in a folder's name.
    let before = |path| Some((path, seen.insert(profile_name(path).to_lowercase(), path)?));
    profiles.iter().map(PathBuf::as_path).filter_map(before).collect()
}

/// What is to be said of the folder that a profile's documents would be written into; `before` is another with the same.
pub(super) fn folder_finding(path: &Path, before: Option<&Path>) -> Option<Finding> {
    let title = match (before, portable_name(&profile_name(path))) {
        (Some(before), _) => {
            format!("its documents would be written into the same folder as those of {}", display_path(before))
        }
        (None, Err(why)) => format!("not every computer can have a folder with the name of this file: {why}"),
        (None, Ok(())) => return None,
    };
    let finding = Finding::warning(Code::CP503, title).at_file(display_path(path));
    Some(finding.with_help("rename the file; letters, digits and hyphens are good on every computer"))
}

/// One part of several: `2/5` is the second of five.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Shard {
    /// Which part, from 1.
    pub number: usize,
    /// Of how many.
    pub of: usize,
}

/// That words are no part of several.
#[derive(Debug, PartialEq, Eq, thiserror::Error)]
#[error("`{0}` is not a part of several; write 2/5 for the second of five")]
pub struct NoShard(String);

impl FromStr for Shard {
    type Err = NoShard;

    fn from_str(text: &str) -> Result<Shard, NoShard> {
        let help = || NoShard(text.to_owned());
        let (number, of) = text.split_once('/').ok_or_else(help)?;
        let shard =
            Shard { number: number.trim().parse().map_err(|_| help())?, of: of.trim().parse().map_err(|_| help())? };
        if (1..=shard.of).contains(&shard.number) { Ok(shard) } else { Err(help()) }
    }
}

impl Shard {
    /// The profiles of this part: every profile is in exactly one.
    pub fn take(self, profiles: Vec<PathBuf>) -> Vec<PathBuf> {
        profiles.into_iter().skip(self.number - 1).step_by(self.of).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_profile_is_in_exactly_one_part() {
        let profiles: Vec<PathBuf> = (0..11).map(|number| PathBuf::from(format!("{number}.yaml"))).collect();
        let mut together: Vec<PathBuf> =
            (1..=4).flat_map(|number| Shard { number, of: 4 }.take(profiles.clone())).collect();
        together.sort();
        let mut sorted = profiles;
        sorted.sort();
        assert_eq!(together, sorted);
    }

    #[test]
    fn a_part_that_is_none_is_refused() {
        for text in ["0/3", "4/3", "1", "a/b", "1/0", "-1/2", ""] {
            assert!(text.parse::<Shard>().is_err(), "{text}");
        }
        assert_eq!("2/5".parse(), Ok(Shard { number: 2, of: 5 }));
    }
}
