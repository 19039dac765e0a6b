//! Reads a whole catalogue, part by part.
//!
//! In: the packs as files. Out: a [`Catalogue`], or every finding on them.

use std::collections::BTreeSet;
use std::sync::{Arc, OnceLock};

use super::loader::Loader;
use super::unmet::unmet;
use crate::catalogue::contents::Catalogue;
use crate::catalogue::editions::Editions;
use crate::catalogue::guide::Guide;
use crate::catalogue::layers::Layer;
use crate::catalogue::named::NamedRequirements;
use crate::catalogue::outline::Outline;
use crate::catalogue::pack::Pack;
use crate::catalogue::placeholders::Placeholders;
use crate::finding::{Code, Finding, visible};
use crate::text::Sources;

impl Catalogue {
    /// The built-in catalogue.
    ///
    /// # Errors
    /// The findings on its files; a test keeps the built-in ones free of any.
    pub fn base(sources: &mut Sources) -> Result<Catalogue, Vec<Finding>> {
        Catalogue::load(&[Layer::base()], sources)
    }

    /// The built-in pack's name and its register of editions, without the rest: what `--version` says of it.
    pub fn base_editions() -> Option<(Pack, Editions)> {
        let layers = [Layer::base_with(&["pack.yaml", "editions.yaml"])];
        let mut sources = Sources::default();
        let mut loader = Loader::new(&layers, &mut sources);
        Some((loader.yaml("pack.yaml")?, loader.yaml("editions.yaml")?))
    }

    /// Reads packs that lie over one another, the lowest first.
    ///
    /// # Errors
    /// Every finding on their files.
    pub fn load(layers: &[Layer], sources: &mut Sources) -> Result<Catalogue, Vec<Finding>> {
        let below = Catalogue::below(layers, sources)?;
        let mut loader = Loader::new(layers, sources);
        loader.below = below.as_deref();
        let catalogue = loader.catalogue();
        match catalogue {
            Some(catalogue) if loader.findings.is_empty() => {
                let lowest = below.map(|below| below.built_in.clone().unwrap_or(below));
                let is_built_in = matches!(layers, [layer] if layer.is_base());
                Ok(Catalogue { built_in: lowest, is_built_in, ..catalogue })
            }
            _ => Err(loader.findings),
        }
    }

    /// The catalogue of all layers but the highest, if there are any.
    fn below(layers: &[Layer], sources: &mut Sources) -> Result<Option<Arc<Catalogue>>, Vec<Finding>> {
        /// The built-in one, which most packs lie over, is read once.
        static BASE: OnceLock<Arc<Catalogue>> = OnceLock::new();
        let Some((_, lower @ [lowest, ..])) = layers.split_last() else { return Ok(None) };
        if lower.len() > 1 || !lowest.is_base() {
            return Catalogue::load(lower, sources).map(|below| Some(Arc::new(below)));
        }
        if let Some(base) = BASE.get() {
            return Ok(Some(Arc::clone(base)));
        }
        let base = Catalogue::load(lower, &mut Sources::default()).map(Arc::new)?;
        Ok(Some(Arc::clone(BASE.get_or_init(|| base))))
    }
}

/// The most requirements of all packs together, and the most dead names.
const MOST: usize = 2_000;

impl Loader<'_> {
    fn catalogue(&mut self) -> Option<Catalogue> {
        let packs = self.packs()?;
        let guide: Option<Guide> = self.yaml("guide.yaml");
        let editions = self.yaml("editions.yaml");
        let bodies = self.yaml("bodies.yaml");
        let placeholders: Option<Placeholders> = self.yaml("placeholders.yaml");
        let school_words = self.yaml("school-words.yaml");
        let unprinted = self.yaml("unprinted.yaml");
        let phrases = self.yaml("phrases.yaml");
        let review = self.yaml("review.yaml");
        let mut dead_names = self.dead_names();
        let terms = self.terms();
        let mut requirements = self.requirements(&packs);
        let named = NamedRequirements::find(&requirements).map_err(|findings| self.findings.extend(findings)).ok();
        // Each is held against every school.
        for (what, number) in [("requirements", requirements.len()), ("dead names", dead_names.len())] {
            if number > MOST {
                let title = format!("the packs hold more than {MOST} {what}");
                self.findings.push(Finding::error(Code::CP307, title).with_help("take out what no school needs"));
                requirements.clear();
                dead_names.clear();
            }
        }
        let left_over = placeholders.clone().unwrap_or_default();
        let clauses = self.clauses(&packs, &requirements, &left_over);
        let (partials, pack_partials) = self.partials(&left_over);
        let documents = packs.iter().rev().find(|pack| !pack.documents.is_empty()).map(|pack| pack.documents.clone());
        let documents = documents.unwrap_or_default();
        self.keep_documents(&documents, &requirements);
        let mut once = BTreeSet::new();
        if let Some(twice) = documents.iter().find(|name| !once.insert(*name)) {
            let title = format!("`documents` names `{}` twice", visible(twice));
            let file = self.layers.0.last().map(|layer| layer.name_of("pack.yaml")).unwrap_or_default();
            self.findings.push(Finding::error(Code::CP311, title).at_file(file).with_help("name each document once"));
        }
        let outlines: Vec<Outline> =
            documents.iter().filter_map(|name| self.outline(name, &clauses, &requirements)).collect();
        let told = self.carried_below(&requirements);
        let unmet = unmet(&requirements, &clauses, &outlines).into_iter();
        self.findings.extend(unmet.filter(|found| found.requirement.as_ref().is_none_or(|id| !told.contains(id))));
        let theme = packs.iter().rev().find_map(|pack| pack.theme.clone()).and_then(|name| self.theme(&name));
        Some(Catalogue {
            packs,
            requirements,
            named: named?,
            clauses,
            partials,
            pack_partials,
            outlines,
            terms,
            editions: editions?,
            guide: guide?,
            dead_names,
            bodies: bodies?,
            placeholders: placeholders?,
            school_words: school_words?,
            unprinted: unprinted?,
            phrases: phrases?,
            review: review?,
            theme: theme?,
            is_built_in: false,
            built_in: None,
            remarks: std::mem::take(&mut self.remarks),
            places: std::mem::take(&mut self.places),
        })
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use super::*;

    #[test]
    fn the_built_in_catalogue_says_in_json_what_it_says_in_yaml() {
        let mut fast = Catalogue::base(&mut Sources::default()).expect("the built-in catalogue can be read");
        let mut layer = Layer::base();
        for (path, bytes) in &mut layer.files {
            assert!(!path.ends_with(".yaml") || Layer::base().as_json(path).is_some(), "{path} has no JSON");
            // With a further line it is another file, which is read as a pack's would be.
            if path.ends_with(".yaml") {
                bytes.to_mut().extend(b"\n# one more line\n");
            } else if path.starts_with("clauses/") {
                *bytes = String::from_utf8_lossy(bytes)
                    .replacen("\n---\n", "\n# one more line\n---\n", 1)
                    .into_bytes()
                    .into();
            }
        }
        let mut slow = Catalogue::load(&[layer], &mut Sources::default()).expect("a line of remarks changes nothing");
        assert!((fast.is_built_in, slow.is_built_in) == (true, false));
        slow.is_built_in = true;
        (fast.places, slow.places) = (BTreeMap::new(), BTreeMap::new());
        (fast.theme.files, slow.theme.files) = (Arc::default(), Arc::default());
        let (fast, slow) = (format!("{fast:#?}"), format!("{slow:#?}"));
        let differs = fast.lines().zip(slow.lines()).find(|(fast, slow)| fast != slow);
        assert_eq!((differs, fast.len()), (None, slow.len()));
    }
}
