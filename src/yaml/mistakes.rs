//! What a type's schema refuses, all at once: the only user of jsonschema.
//!
//! In: a shaped tree. Out: a finding for each mistake, with the place of the value or heading that is at fault.
//!
//! Not here: the words (`wording`), which know nothing of the validator.

use std::collections::BTreeSet;

use jsonschema::error::ValidationErrorKind;
use jsonschema::paths::{Location, LocationSegment};
use jsonschema::{ValidationError, Validator};
use serde_json::Value;

use super::schema::{Expects, Schema};
use super::shape::{Shaped, best_branch};
use super::spot::Spot;
use super::tree::{Kind, Node, join};
use super::wording;
use crate::finding::Finding;

/// A validator for a schema; what is wrong with the schema if it is not one.
pub(super) fn validator(schema: &Schema) -> Result<Validator, String> {
    jsonschema::options().should_validate_formats(true).build(&schema.root).map_err(|error| error.to_string())
}

/// Every mistake in a shaped tree. `file` is the name to give where no line is at fault.
pub(super) fn mistakes(
    validator: &Validator,
    schema: &Schema,
    root: &Node,
    shaped: &Shaped,
    file: &str,
) -> Vec<Finding> {
    let mut collector =
        Collector { schema, root, file, findings: Vec::new(), said: BTreeSet::new(), meant: BTreeSet::new() };
    let (unknown, others): (Vec<_>, Vec<_>) = validator
        .iter_errors(&shaped.value)
        .partition(|error| matches!(error.kind(), ValidationErrorKind::AdditionalProperties { .. }));
    // A heading that is spelt wrongly is not missing as well; so the unknown ones come first.
    for error in unknown.iter().chain(&others) {
        let field = path_of(error.instance_path());
        if !shaped.refused.iter().any(|refused| field == *refused || field.starts_with(&format!("{refused}["))) {
            collector.add(error);
        }
    }
    collector.findings
}

struct Collector<'a> {
    schema: &'a Schema,
    root: &'a Node,
    file: &'a str,
    findings: Vec<Finding>,
    /// Fields of whose value something is said already: one mistake a value is enough.
    said: BTreeSet<String>,
    /// Fields that an unknown heading was probably meant for.
    meant: BTreeSet<String>,
}

impl<'a> Collector<'a> {
    fn add(&mut self, error: &ValidationError<'_>) {
        let spot = self.spot(error.instance_path());
        match error.kind() {
            ValidationErrorKind::AdditionalProperties { unexpected } => {
                for name in unexpected {
                    self.unknown(&spot, name);
                }
            }
            ValidationErrorKind::PropertyNames { error } => {
                if let Some(name) = error.instance().as_str() {
                    self.unknown(&spot, name);
                }
            }
            ValidationErrorKind::Required { property } => {
                let name = property.as_str().unwrap_or_default();
                if !self.meant.contains(&join(&spot.field, name)) {
                    self.findings.push(wording::missing(&spot, name, self.file));
                }
            }
            ValidationErrorKind::AnyOf { context } | ValidationErrorKind::OneOfNotValid { context }
                if !matches!(spot.schema.expects(), Expects::Choice(_)) =>
            {
                // The branch that fails inside, and not as a whole, is the one that was meant.
                let whole = error.instance_path();
                let inside = |errors: &&Vec<ValidationError<'static>>| {
                    errors.iter().all(|error| {
                        let kind = matches!(
                            error.kind(),
                            ValidationErrorKind::Type { .. } | ValidationErrorKind::Constant { .. }
                        );
                        !kind || error.instance_path() != whole
                    })
                };
                match context.iter().filter(inside).min_by_key(|errors| errors.len()) {
                    Some(errors) => errors.iter().for_each(|error| self.add(error)),
                    None => self.once(&spot, wording::wrong_kind(&spot)),
                }
            }
            ValidationErrorKind::Type { .. } => self.once(&spot, wording::wrong_kind(&spot)),
            ValidationErrorKind::MinItems { limit } => self.once(&spot, wording::too_few(&spot, *limit)),
            _ if matches!(spot.schema.expects(), Expects::Choice(_)) => self.once(&spot, wording::not_a_choice(&spot)),
            _ => self.once(&spot, wording::wrong_form(&spot)),
        }
    }

    fn once(&mut self, spot: &Spot<'_>, finding: Finding) {
        if self.said.insert(spot.field.clone()) {
            self.findings.push(finding);
        }
    }

    fn unknown(&mut self, spot: &Spot<'a>, name: &str) {
        let Some(entry) = spot.node.entry(name) else { return };
        let (finding, meant) = wording::unknown(spot, entry, self.schema);
        self.meant.extend(meant.map(|meant| join(&spot.field, meant)));
        self.findings.push(finding);
    }

    /// The place that a path of the validator leads to. Where one value was taken for a list of one, it is that value.
    fn spot(&self, path: &Location) -> Spot<'a> {
        let schema = best_branch(self.schema.whole(), self.root);
        let mut spot = Spot { field: String::new(), heading: None, node: self.root, schema };
        for step in path {
            match step {
                LocationSegment::Property(name) => {
                    let Some(entry) = spot.node.entry(&name) else { break };
                    let Some(schema) = spot.schema.property(&name) else { break };
                    spot = Spot {
                        field: join(&spot.field, &name),
                        heading: Some(entry),
                        node: &entry.value,
                        schema: best_branch(schema, &entry.value),
                    };
                }
                LocationSegment::Index(at) => {
                    let schema = spot.schema.entry();
                    spot = match &spot.node.kind {
                        Kind::List(items) => {
                            let Some(item) = items.get(at) else { break };
                            let schema = best_branch(schema, item);
                            Spot { field: format!("{}[{at}]", spot.field), heading: None, node: item, schema }
                        }
                        _ => Spot { schema, ..spot },
                    };
                }
            }
        }
        spot
    }
}

/// A path of the validator as a path of ours: `policy.history[2].date`.
fn path_of(path: &Location) -> String {
    path.iter().fold(String::new(), |field, step| match step {
        LocationSegment::Property(name) => join(&field, &name),
        LocationSegment::Index(at) => format!("{field}[{at}]"),
    })
}

/// The typed value of a shaped tree that has no mistakes.
pub(super) fn typed<T: serde::de::DeserializeOwned>(value: Value) -> Result<T, String> {
    serde_json::from_value(value).map_err(|error| error.to_string())
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use schemars::JsonSchema;
    use serde::Deserialize;

    use crate::law::Setting;
    use crate::text::Sources;
    use crate::yaml::read_as;

    #[derive(Debug, Deserialize, JsonSchema)]
    #[expect(dead_code, reason = "the values are read and not used")]
    #[serde(deny_unknown_fields)]
    struct Requirement {
        duty: BTreeMap<Setting, Duty>,
        #[serde(default)]
        why: Option<Why>,
    }

    #[derive(Debug, Deserialize, JsonSchema)]
    #[serde(rename_all = "snake_case")]
    enum Duty {
        Statutory,
        Recommended,
    }

    #[derive(Debug, Deserialize, JsonSchema)]
    #[expect(dead_code, reason = "the values are read and not used")]
    #[serde(untagged)]
    enum Why {
        Words(String),
        Item(Item),
    }

    #[derive(Debug, Deserialize, JsonSchema)]
    #[expect(dead_code, reason = "the values are read and not used")]
    #[serde(deny_unknown_fields)]
    struct Item {
        item: u8,
    }

    fn found(text: &str) -> Vec<String> {
        let mut sources = Sources::default();
        let id = sources.add("a.yaml", text);
        let findings = read_as::<Requirement>(&sources, sources.whole(id)).err().unwrap_or_default();
        findings.into_iter().map(|finding| finding.title).collect()
    }

    #[test]
    fn a_table_by_setting_and_a_choice_of_shapes_are_read() {
        assert_eq!(found("duty: {academy: Statutory}\nwhy: {item: 3}\n"), [""; 0]);
        assert_eq!(found("duty: {academy: Statutory}\nwhy: 3\n"), [""; 0]);
    }

    #[test]
    fn mistakes_are_found_in_the_shape_that_was_meant() {
        assert_eq!(found("dty: {}\n"), ["`dty` is not a heading that is known here"]);
        assert_eq!(found("duty: {academy: law}\n"), ["`duty.academy` cannot be `law`"]);
        assert_eq!(found("duty: {}\nwhy: {itm: 3}\n"), ["`itm` is not a heading that is known here"]);
        assert_eq!(found("duty: {}\nwhy: {item: x}\n"), ["`why.item` should be a whole number, in digits"]);
        assert_eq!(found("duty: {}\nwhy: [a]\n"), ["`why` should be words or headings, not a list"]);
        // The schema of a table does not name its settings; the type does.
        assert_eq!(found("duty: {acadmy: statutory}\n"), ["the values of this file could not be used"]);
    }
}
