//! What lies in a pack to no purpose.
//!
//! In: the layers, and the catalogue made of them. Out: warnings for files that nothing reads (CP314), files that are the same as the ones
//! below them (CP315), clauses that stand in no document (CP316), partials and terms that nothing uses (CP317). The built-in pack is not
//! looked at.

use std::collections::BTreeSet;

use crate::catalogue::Catalogue;
use crate::catalogue::Layer;
use crate::finding::{Code, Finding};
use crate::text::{Sources, suggest};

/// The warnings.
pub(super) fn unused(layers: &[Layer], catalogue: &Catalogue, sources: &Sources) -> Vec<Finding> {
    let mut findings = Vec::new();
    for (number, layer) in layers.iter().enumerate().skip(1) {
        let pack = catalogue.packs.get(number).map(|pack| pack.name.as_str()).unwrap_or_default();
        findings.extend(files(layers, number, catalogue));
        findings.extend(clauses(pack, &layers[..number], catalogue, sources));
        findings.extend(partials(layer, catalogue));
        findings.extend(terms(layer, catalogue));
    }
    findings
}

/// Files that nothing reads, and files that change nothing.
fn files(layers: &[Layer], number: usize, catalogue: &Catalogue) -> Vec<Finding> {
    let Some(layer) = layers.get(number) else { return Vec::new() };
    let below = |path: &str| layers[..number].iter().rev().find_map(|layer| layer.files.get(path));
    let files = layer.files.iter().filter_map(|(path, bytes)| {
        let name = format!("{}/{path}", layer.folder);
        if !is_read(path, layer, catalogue) {
            let title = format!("nothing reads the file `{path}`");
            let help = match meant(path, &layers[..number]) {
                Some(meant) => format!("to replace `{meant}`, call it so; or take it out"),
                None => "see that it lies in the folder of its kind and has the ending of its kind: `careers-policy explain CP314` lists them; or take it out".to_owned(),
            };
            return Some(Finding::warning(Code::CP314, title).at_file(name).with_help(help));
        }
        let title = format!("the file `{path}` is the same as in the pack below");
        let help = "change what it says, or take it out: then what is put right in the pack below reaches your schools";
        (path != "README.md" && below(path) == Some(bytes))
            .then(|| Finding::warning(Code::CP315, title).at_file(name).with_help(help))
    });
    files.collect()
}

/// Whether a file of a pack has a use.
fn is_read(path: &str, layer: &Layer, catalogue: &Catalogue) -> bool {
    let (folder, name) = path.split_once('/').unwrap_or(("", path));
    let (stem, ending) = name.rsplit_once('.').unwrap_or((name, ""));
    match folder {
        "" => {
            matches!(path, "pack.yaml" | "terms.yaml" | "dead-names.yaml")
                || (ending == "md" && is_shouted(stem))
                || stem == "LICENSE"
        }
        "clauses" | "partials" => ending == "md",
        "requirements" => ending == "yaml",
        "outlines" => ending == "yaml" && catalogue.outlines.iter().any(|outline| outline.document == stem),
        "themes" => {
            let theme = catalogue.packs.iter().rev().find_map(|pack| pack.theme.as_deref()).unwrap_or_default();
            let Some(inside) = name.strip_prefix(theme).and_then(|inside| inside.strip_prefix('/')) else {
                return false;
            };
            let tokens = layer.files.get(&format!("themes/{theme}/theme.yaml"));
            let named = tokens.is_some_and(|bytes| String::from_utf8_lossy(bytes).contains(inside));
            inside == "theme.yaml" || named || ["ttf", "otf", "txt", "md"].contains(&ending)
        }
        _ => false,
    }
}

/// Whether a name is one of those that a folder has beside what is read: README, CHANGELOG.
fn is_shouted(name: &str) -> bool {
    name.chars().any(char::is_uppercase) && !name.chars().any(char::is_lowercase)
}

/// Where a file belongs that is called as one that the packs below have, or nearly so.
fn meant(path: &str, layers: &[Layer]) -> Option<String> {
    let name = path.rsplit('/').next()?;
    let stem = name.rsplit_once('.').map_or(name, |(stem, _)| stem);
    let below = || layers.iter().flat_map(|layer| layer.files.keys()).map(String::as_str);
    let parts = |path: &str| {
        let (folder, name) = path.rsplit_once('/').unwrap_or(("", path));
        (folder.to_owned(), name.rsplit_once('.').map_or(name, |(stem, _)| stem).to_owned())
    };
    let (folder, _) = parts(path);
    let called_so = |known: &&str| *known != path && parts(known).1 == stem;
    let beside: Vec<&str> = below().filter(|known| parts(known).0 == folder && *known != path).collect();
    let stems: Vec<String> = beside.iter().map(|known| parts(known).1).collect();
    let near = suggest(stem, stems.iter().map(String::as_str));
    let near = || beside.iter().copied().find(|known| near == Some(parts(known).1.as_str()));
    below().find(called_so).or_else(near).map(str::to_owned)
}

fn clauses(pack: &str, below: &[Layer], catalogue: &Catalogue, sources: &Sources) -> Vec<Finding> {
    let standing: BTreeSet<&str> = catalogue.outlines.iter().flat_map(|outline| outline.clause_ids()).collect();
    let unused =
        catalogue.clauses.values().filter(|clause| clause.pack == pack && !standing.contains(clause.id.as_str()));
    let findings = unused.map(|clause| {
        let title = format!("the clause `{}` stands in no document", clause.id);
        let finding = Finding::warning(Code::CP316, title).for_clause(&clause.id);
        let help = "name it in an outline: in `outlines/careers-policy.yaml` of your pack, under `add`";
        let finding = match meant(&format!("clauses/{}.md", clause.id), below) {
            Some(meant) => finding
                .with_help(format!("to replace `{meant}`, call its file so"))
                .with_help(format!("if it is a clause of your own, {help}")),
            None => finding.with_help(help),
        };
        catalogue.placed(finding, &clause.id, None, sources)
    });
    findings.collect()
}

fn partials(layer: &Layer, catalogue: &Catalogue) -> Vec<Finding> {
    let unused = layer.files.keys().filter_map(|path| {
        let name = path.strip_suffix(".md").filter(|name| name.starts_with("partials/"))?;
        let quoted = [format!("\"{name}\""), format!("'{name}'")];
        let used = wordings(catalogue).any(|words| quoted.iter().any(|name| words.contains(name)));
        let title = format!("no clause includes `{name}`");
        let help = format!("write `{{% include \"{name}\" %}}` in a clause, or take the file out");
        let finding = Finding::warning(Code::CP317, title).at_file(format!("{}/{path}", layer.folder));
        (!used).then(|| finding.with_help(help))
    });
    unused.collect()
}

/// The terms that the pack's own file names and that no wording prints.
fn terms(layer: &Layer, catalogue: &Catalogue) -> Vec<Finding> {
    let text = layer.files.get("terms.yaml").map(|bytes| String::from_utf8_lossy(bytes)).unwrap_or_default();
    let in_file = |term: &&String| text.lines().any(|line| line.trim_start().starts_with(&format!("{term}:")));
    let all: BTreeSet<&String> = catalogue.terms.values().flat_map(|terms| terms.keys()).filter(in_file).collect();
    let unused = all.into_iter().filter(|term| {
        let place = format!("term.{term}");
        let ends = |rest: &str| !rest.starts_with(|c: char| c.is_alphanumeric() || c == '_');
        !wordings(catalogue).any(|words| words.match_indices(&place).any(|(at, _)| ends(&words[at + place.len()..])))
    });
    let findings = unused.map(|term| {
        let title = format!("no wording prints the term `{term}`");
        let help = format!("print it as `{{{{ term.{term} }}}}`, or see that its name is spelt as in the pack below");
        Finding::warning(Code::CP317, title).at_file(format!("{}/terms.yaml", layer.folder)).with_help(help)
    });
    findings.collect()
}

/// Everything in a catalogue in which a name can be used: clauses, partials, conditions, the titles of sections.
fn wordings(catalogue: &Catalogue) -> impl Iterator<Item = String> {
    let clauses =
        catalogue.clauses.values().flat_map(|clause| [Some(clause.wording.clone()), clause.header.when.clone()]);
    let conditions = catalogue
        .requirements
        .values()
        .flat_map(|requirement| [requirement.entry.when.clone(), requirement.entry.test.clone()]);
    let outlines = catalogue.outlines.iter().map(|outline| serde_json::to_string(outline).ok());
    clauses.chain(conditions).chain(outlines).flatten().chain(catalogue.partials.values().cloned())
}
