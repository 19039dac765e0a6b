//! The theme, with the highest file of each name in its folder.
//!
//! In: `themes/NAME/` of the packs. Out: a [`Theme`] whose colours can be read, whose logo can be drawn and whose fonts
//! show what is set in them.

use std::sync::Arc;

use super::loader::Loader;
use crate::catalogue::layers::Files;
use crate::finding::{Code, Finding, visible};
use crate::font::{Font, is_of_family};
use crate::logo::{Logo, SAVE_ANEW};
use crate::theme::{Clash, Colour, Theme, Tokens, is_font};
use crate::yaml::Read;

impl Loader<'_> {
    /// The theme: `theme.yaml` with what higher packs lay over it, and of the other files of its folder the highest of each.
    pub(super) fn theme(&mut self, name: &str) -> Option<Theme> {
        let folder = format!("themes/{name}/");
        let Read { value: tokens, index, .. } =
            self.yaml_up_to::<Tokens>(&format!("{folder}theme.yaml"), self.layers.0.len())?;
        let mut files = Files::new();
        let mut fonts = 0;
        for (path, name) in self.layers.under(&folder, "") {
            let Some((number, layer)) = self.layers.highest(path) else { continue };
            let Some(bytes) = layer.files.get(path) else { continue };
            // The built-in ones are tried when the program is made.
            if number == 0 || !is_font(name) {
                files.insert(name.to_owned(), bytes.clone());
                continue;
            }
            fonts += 1;
            match tried_font(bytes, &tokens.fonts.pdf, fonts) {
                Ok(font) => drop(files.insert(name.to_owned(), font.into())),
                Err(why) => {
                    let finding = Finding::error(Code::CP325, format!("the font `{name}` {why}"));
                    let finding = finding.at_file(layer.name_of(path));
                    self.findings.push(finding.with_help(
                        "download it again as a TrueType file (.ttf) of one weight, or take it out of the pack",
                    ));
                }
            }
        }
        let at = |finding: Finding, field: &str| match index.value(field) {
            Some(span) => finding.at_span(span),
            None => finding,
        };
        let mut troubles = Vec::new();
        let family = &tokens.fonts.pdf;
        let mut own = files.iter().filter(|(name, _)| is_font(name));
        // A font that was refused may be the one.
        if self.findings.is_empty() && !own.any(|(_, font)| is_of_family(font, family)) {
            let title = format!("no font of the theme is of the family `{}`", visible(family));
            let finding =
                Finding::error(Code::CP325, title).with_note("the PDF and the letters of pictures are set in it");
            let help = "write the family as its font calls itself, and put the font's TrueType file into `fonts/` of the theme";
            troubles.push(at(finding.with_help(help), "fonts.pdf"));
        }
        let clashes = tokens.clashes();
        // A pale accent is at fault itself, and not the white that stands on it.
        let pale = clashes.iter().any(|clash| clash.name == "accent");
        let told = |clash: &&Clash| !(pale && clash.name == "on_accent" && clash.colour == Colour::WHITE);
        for clash in clashes.iter().filter(told) {
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
            let alt = tokens.logo_alt.as_deref().ok_or("has no words for those who do not see it (`logo_alt`)");
            let file = files.get(name).ok_or("is not in the theme's folder").and_then(|file| Ok((file, alt?)));
            let (why, help) = match file {
                Err(why) => (why.to_owned(), None),
                Ok((file, alt)) => match Logo::new(file, alt) {
                    Ok(logo) => return Some(logo),
                    Err(why) => (why, Some(SAVE_ANEW)),
                },
            };
            let finding = Finding::error(Code::CP112, format!("the logo `{}` {why}", visible(name)));
            troubles.push(at(help.into_iter().fold(finding, Finding::with_help), "logo"));
            None
        });
        self.findings.extend(troubles);
        Some(Theme { tokens, logo, files: Arc::new(files) })
    }
}

/// The most fonts that packs have in all; each is drawn from its first character to its last.
const MOST_FONTS: usize = 16;

/// A font of a pack as it is used; one of the theme's family only if running text can be set in it. `number` counts the fonts of packs.
fn tried_font(bytes: &[u8], family: &str, number: usize) -> Result<Vec<u8>, String> {
    if number > MOST_FONTS {
        return Err(format!("is one too many: packs have at most {MOST_FONTS}"));
    }
    let font = Font::new(bytes)?;
    if font.is_of(family) {
        font.check_running_text()?;
    }
    Ok(font.bytes)
}
