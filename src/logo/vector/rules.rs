//! What the styles of an SVG say of its elements.
//!
//! In: the texts of its `<style>`s, then elements. Out: the properties of each by their names: from attributes, from rules, and from a `style` of
//! its own, where a later one counts more, as in a browser.
//!
//! Rules are read that name a class, an id, a kind of element or all elements, as drawing programs write them. Others are refused: what they
//! mean is told by a browser alone.

use std::collections::BTreeMap;

use roxmltree::Node;

use super::limits::MOST_RULES;
use super::room::{Refusal, TOO_MUCH};

const NOT_PLAIN: Refusal = "is an SVG with rules of style that not every program reads";

/// The properties of an element by their names.
pub(super) type Properties<'a> = BTreeMap<&'a str, &'a str>;

/// A property and its value, in that order.
type Declaration = (String, String);

/// The rules of all styles.
#[derive(Default)]
pub(super) struct Rules(BTreeMap<String, Vec<(usize, Vec<Declaration>)>>);

impl Rules {
    /// Reads the texts of styles.
    pub(super) fn of<'a>(texts: impl Iterator<Item = &'a str>) -> Result<Rules, Refusal> {
        let mut rules = Rules::default();
        let mut count = 0;
        for text in texts {
            let text = without_remarks(text);
            for rule in text.split('}').map(str::trim).filter(|rule| !rule.is_empty()) {
                let (selectors, values) = rule.split_once('{').ok_or(NOT_PLAIN)?;
                let values: Vec<Declaration> =
                    declarations(values).map(|(name, value)| (name.to_owned(), value.to_owned())).collect();
                for selector in selectors.split(',').map(str::trim) {
                    count += 1 + values.len();
                    if count > MOST_RULES {
                        return Err(TOO_MUCH);
                    }
                    let name = selector.trim_start_matches(['.', '#']);
                    let is_name = |c: char| c.is_alphanumeric() || matches!(c, '-' | '_');
                    if selector != "*"
                        && (name.is_empty() || selector.len() > name.len() + 1 || !name.chars().all(is_name))
                    {
                        return Err(NOT_PLAIN);
                    }
                    rules.0.entry(selector.to_owned()).or_default().push((count, values.clone()));
                }
            }
        }
        Ok(rules)
    }

    /// The properties of an element.
    pub(super) fn properties<'a>(&'a self, node: Node<'a, 'a>) -> Properties<'a> {
        let plain = node.attributes().filter(|attribute| attribute.namespace().is_none());
        let mut properties: Properties<'a> =
            plain.map(|attribute| (attribute.name(), attribute.value().trim())).collect();
        let classes = node.attribute("class").unwrap_or_default().split_whitespace().map(|class| format!(".{class}"));
        let id = node.attribute("id").map(|id| format!("#{id}"));
        let classes: Vec<String> = classes.collect();
        // What names an element more closely counts more, and of two as close the later.
        let ranks = [vec!["*".to_owned()], vec![node.tag_name().name().to_owned()], classes, id.into_iter().collect()];
        for rank in ranks {
            let mut rules: Vec<&(usize, Vec<Declaration>)> =
                rank.iter().filter_map(|selector| self.0.get(selector)).flatten().collect();
            rules.sort_by_key(|(order, _)| *order);
            let values = rules.into_iter().flat_map(|(_, values)| values);
            properties.extend(values.map(|(name, value)| (name.as_str(), value.as_str())));
        }
        properties.extend(declarations(node.attribute("style").unwrap_or_default()));
        properties
    }
}

/// The properties and values in the text of a rule.
fn declarations(text: &str) -> impl Iterator<Item = (&str, &str)> {
    let pairs = text.split(';').filter_map(|pair| pair.split_once(':'));
    pairs.map(|(name, value)| (name.trim(), value.trim().trim_end_matches("!important").trim_end()))
}

/// A text without the remarks in it, and without the marks by which old files hid styles from old browsers.
fn without_remarks(text: &str) -> String {
    let mut rest = text;
    let mut kept = String::new();
    while let Some((before, after)) = rest.split_once("/*") {
        kept.push_str(before);
        rest = after.split_once("*/").map_or("", |(_, after)| after);
    }
    kept.push_str(rest);
    kept.replace("<!--", "").replace("-->", "")
}
