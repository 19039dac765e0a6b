//! The theme, with the highest file of each name in its folder.
//!
//! In: `themes/NAME/` of the packs. Out: a [`Theme`] whose colours can be read and whose logo can be drawn.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::loader::Loader;
use crate::finding::{Code, Finding};
use crate::logo::Logo;
use crate::theme::{Theme, Tokens};
use crate::yaml::Read;

impl Loader<'_> {
    /// The theme: `theme.yaml` with what higher packs lay over it, and of the other files of its folder the highest of each.
    pub(super) fn theme(&mut self, name: &str) -> Option<Theme> {
        let folder = format!("themes/{name}/");
        let Read { value: tokens, index, .. } =
            self.yaml_up_to::<Tokens>(&format!("{folder}theme.yaml"), self.layers.0.len())?;
        let files = self.layers.under(&folder, "").into_iter().filter_map(|(path, name)| {
            let (_, layer) = self.layers.highest(path)?;
            Some((name.to_owned(), layer.files.get(path)?.clone()))
        });
        let files: BTreeMap<String, Vec<u8>> = files.collect();
        let at = |finding: Finding, field: &str| match index.value(field) {
            Some(span) => finding.at_span(span),
            None => finding,
        };
        let mut troubles = Vec::new();
        for clash in tokens.clashes() {
            let title = format!("the colour `{}` cannot be read on `{}`", clash.name, clash.ground_name);
            let finding = Finding::error(Code::CP111, title).with_note(clash.reason());
            let finding = clash.shade.into_iter().fold(finding, |finding, shade| {
                finding.with_help(format!("the nearest shade that can be read: \"{shade}\""))
            });
            // White is no colour of the file's own.
            let name = if clash.name == "white" { clash.ground_name } else { clash.name };
            troubles.push(at(finding, &format!("colours.{name}")));
        }
        let logo = tokens.logo.as_ref().and_then(|name| {
            let alt = tokens
                .logo_alt
                .as_deref()
                .ok_or_else(|| "has no words for those who do not see it (`logo_alt`)".to_owned());
            let bytes = files.get(name).ok_or_else(|| "is not in the theme's folder".to_owned());
            let logo = bytes.and_then(|bytes| Logo::new(bytes, alt?));
            let trouble = |why: String| Finding::error(Code::CP112, format!("the logo `{name}` {why}"));
            logo.map_err(|why| troubles.push(at(trouble(why), "logo"))).ok()
        });
        self.findings.extend(troubles);
        Some(Theme { tokens, logo, files: Arc::new(files) })
    }
}
