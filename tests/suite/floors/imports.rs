//! Says which file of a crate uses which other, and what of it.
//!
//! In: the files of the crate as text. Out: for each file the files that define what it uses. A name that a `mod.rs` hands on
//! with `pub use` counts for the file that defines it; to hand on a name of a file within is no use of it.
//!
//! It reads paths, not types: a method called on a value is no use, but the type's name has then been imported somewhere.
//! A name that no item defines (a macro made it) counts for the file of the module it was looked for in.

use std::collections::{BTreeMap, BTreeSet};

use super::tokens::tokens;

/// For each file the files it uses, with the names used.
pub(super) type Uses = BTreeMap<String, BTreeMap<String, BTreeSet<String>>>;

/// What an `use` brings into a module, or hands on.
struct Import {
    path: Vec<String>,
    /// The name it has in this module; `*` is all names.
    name: String,
    public: bool,
}

struct Module {
    file: String,
    children: BTreeSet<String>,
    items: BTreeSet<String>,
    imports: Vec<Import>,
    /// The paths and names in its code, imports left aside.
    mentions: BTreeSet<Vec<String>>,
}

/// What a path leads to.
enum Found {
    Module(Vec<String>),
    Item(String),
}

/// The modules of a crate by their paths; the crate itself has the empty one.
struct Modules(BTreeMap<Vec<String>, Module>);

/// Which file uses which.
pub(super) fn uses(files: &BTreeMap<String, String>) -> Uses {
    // `main.rs` is a crate of its own.
    let files = files.iter().filter(|(file, _)| *file != "main.rs");
    let modules = Modules(files.map(|(file, text)| (module_path(file), read_module(file, text))).collect());
    let mut uses = Uses::new();
    for (at, module) in &modules.0 {
        let hands_on = |import: &&Import| import.public && module.children.contains(&import.path[0]);
        let mentioned = |import: &&Import| module.mentions.iter().any(|path| path[0] == import.name);
        let imported = module.imports.iter().filter(|import| !hands_on(import) || mentioned(import));
        for path in imported.map(|import| &import.path).chain(&module.mentions) {
            if let Some(Found::Item(file)) = modules.find(at, path, 0).filter(|_| path.len() > 1)
                && file != module.file
            {
                uses.entry(module.file.clone()).or_default().entry(file).or_default().insert(path.join("::"));
            }
        }
    }
    uses
}

impl Modules {
    /// What a path leads to from a module. Nothing, if it leads out of the crate.
    fn find(&self, at: &[String], path: &[String], depth: usize) -> Option<Found> {
        // Modules may hand everything of one another on, in a circle.
        if depth > 16 {
            return None;
        }
        let mut place = at.to_vec();
        for (index, name) in path.iter().enumerate() {
            let module = self.0.get(&place)?;
            match name.as_str() {
                "crate" => place.clear(),
                "self" => {}
                "super" => drop(place.pop()),
                name if module.children.contains(name) => place.push(name.to_string()),
                name if module.items.contains(name) => return Some(Found::Item(module.file.clone())),
                name => match self.handed_on(&place, module, name, depth) {
                    Some(Found::Module(next)) => place = next,
                    None if index > 0 => return Some(Found::Item(module.file.clone())),
                    other => return other,
                },
            }
        }
        Some(Found::Module(place))
    }

    fn handed_on(&self, at: &[String], module: &Module, name: &str, depth: usize) -> Option<Found> {
        if let Some(import) = module.imports.iter().find(|import| import.name == name) {
            return self.find(at, &import.path, depth + 1);
        }
        module.imports.iter().filter(|import| import.name == "*").find_map(|import| {
            let Found::Module(inner) = self.find(at, &import.path, depth + 1)? else { return None };
            let known = self.0.get(&inner)?;
            if known.items.contains(name) {
                return Some(Found::Item(known.file.clone()));
            }
            self.handed_on(&inner, known, name, depth + 1)
        })
    }
}

fn module_path(file: &str) -> Vec<String> {
    let path = file.trim_end_matches(".rs").trim_end_matches("mod").trim_end_matches('/');
    path.split('/').filter(|part| *part != "lib").map(String::from).collect()
}

fn read_module(file: &str, text: &str) -> Module {
    let tokens = tokens(text);
    let mut module = Module {
        file: file.to_string(),
        children: BTreeSet::new(),
        items: BTreeSet::new(),
        imports: Vec::new(),
        mentions: BTreeSet::new(),
    };
    let (mut at, mut depth, mut public) = (0, 0usize, false);
    while at < tokens.len() {
        let next = |ahead: usize| tokens.get(at + ahead).map_or("", String::as_str);
        match next(0) {
            "{" => depth += 1,
            "}" => depth = depth.saturating_sub(1),
            "mod" if next(2) == ";" => drop(module.children.insert(next(1).to_string())),
            "mod" if next(2) == "{" => panic!("src/{file} has a module within it, which this reader does not follow"),
            "macro_rules" => drop(module.items.insert(next(2).to_string())),
            "fn" | "struct" | "enum" | "trait" | "type" | "const" | "static" | "union" if depth == 0 => {
                module.items.insert(next(1).to_string());
            }
            // `impl Trait + use<'_>` is no import.
            "use" if next(1) != "<" => {
                let end = at + tokens[at..].iter().position(|token| token == ";").unwrap();
                read_import(&tokens[at + 1..end], &[], public, &mut module.imports);
                at = end;
            }
            word if is_word(word) => {
                let mut path = vec![word.to_string()];
                while tokens.get(at + 1).is_some_and(|token| token == "::")
                    && tokens.get(at + 2).is_some_and(|token| is_word(token))
                {
                    at += 2;
                    path.push(tokens[at].clone());
                }
                module.mentions.insert(path);
            }
            _ => {}
        }
        // `pub(crate)` before `use`, too.
        public = match tokens[at].as_str() {
            "pub" => true,
            "(" | ")" | "crate" | "super" | "in" => public,
            _ => false,
        };
        at += 1;
    }
    module
}

/// Reads the tree of paths behind `use`.
fn read_import(tokens: &[String], before: &[String], public: bool, imports: &mut Vec<Import>) {
    let mut path = before.to_vec();
    let mut at = 0;
    while at < tokens.len() {
        match tokens[at].as_str() {
            "::" => {}
            "{" => {
                let inner = &tokens[at + 1..tokens.len() - 1];
                return split_list(inner).into_iter().for_each(|part| read_import(part, &path, public, imports));
            }
            "as" => {
                let name = tokens[at + 1].clone();
                return imports.push(Import { path, name, public });
            }
            "self" if !path.is_empty() => {}
            "*" => return imports.push(Import { path, name: "*".to_string(), public }),
            word => path.push(word.to_string()),
        }
        at += 1;
    }
    if let Some(name) = path.last().cloned() {
        imports.push(Import { path, name, public });
    }
}

/// Splits at the commas that are in no inner braces.
fn split_list(tokens: &[String]) -> Vec<&[String]> {
    let mut depth = 0usize;
    let parts = tokens.split(|token| {
        match token.as_str() {
            "{" => depth += 1,
            "}" => depth -= 1,
            _ => {}
        }
        token == "," && depth == 0
    });
    parts.filter(|part| !part.is_empty()).collect()
}

fn is_word(token: &str) -> bool {
    token.starts_with(|c: char| c.is_alphabetic() || c == '_')
}
