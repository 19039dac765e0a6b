//! Which colours of a theme are text on which ground, and which pairs are too close to be read.
//!
//! In: [`Tokens`]. Out: a [`Clash`] for each colour of text, with a shade that would do.

use super::colour::{Colour, READABLE};
use super::tokens::{Colours, Tokens};

/// A colour of text that is not read well on a ground where it stands.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Clash {
    /// The text's colour by its name in `theme.yaml`.
    pub name: &'static str,
    /// The text's colour.
    pub colour: Colour,
    /// The ground by its name, or "white".
    pub ground_name: &'static str,
    /// The ground's colour.
    pub ground: Colour,
    /// The nearest shade that is read on every ground where it stands.
    pub shade: Option<Colour>,
}

impl Clash {
    /// The contrast, cut off after one place so that it never looks better than it is: "3.2 to 1".
    pub fn ratio(&self) -> String {
        format!("{:.1} to 1", (self.colour.contrast(self.ground) * 10.0).floor() / 10.0)
    }

    /// Why it will not do, in words.
    pub fn reason(&self) -> String {
        let ground = if self.ground == Colour::WHITE { "white".to_owned() } else { self.ground.to_string() };
        format!(
            "{} on {ground} has a contrast of {}; text needs at least {READABLE} to 1, or people with low vision cannot read it (WCAG 2.2, level AA)",
            self.colour,
            self.ratio()
        )
    }
}

/// A colour with its name in `theme.yaml`.
type Named = (&'static str, Colour);

impl Tokens {
    /// The colours of text that are too close to a ground on which they stand: each once, on its worst ground.
    pub fn clashes(&self) -> Vec<Clash> {
        meetings(&self.colours).into_iter().filter_map(|(text, grounds)| clash(text, &grounds)).collect()
    }
}

/// Every colour of text with the grounds on which it stands in some format.
fn meetings(colours: &Colours) -> [(Named, Vec<Named>); 7] {
    let (white, tint) = (("white", Colour::WHITE), ("tint", colours.tint));
    let marks = colours.marks.iter().map(|mark| ("marks", *mark));
    [
        (("text", colours.text), vec![white, tint]),
        (("muted", colours.muted), vec![white, tint]),
        (("accent", colours.accent), vec![white, tint]),
        (("link", colours.link), vec![white, tint]),
        (("warning", colours.warning), vec![white, tint]),
        (("on_accent", colours.on_accent), vec![("accent", colours.accent)]),
        (white, std::iter::once(("warning", colours.warning)).chain(marks).collect()),
    ]
}

fn clash((name, colour): Named, grounds: &[Named]) -> Option<Clash> {
    let all: Vec<Colour> = grounds.iter().map(|(_, ground)| *ground).collect();
    let closest = |one: &&Named, two: &&Named| colour.contrast(one.1).total_cmp(&colour.contrast(two.1));
    let (ground_name, ground) = *grounds.iter().min_by(closest)?;
    let shade = colour.readable_shade(&all);
    (!colour.is_readable_on(&all)).then_some(Clash { name, colour, ground_name, ground, shade })
}

/// The strongest tint of the accent colour, up to a tenth, on which all text is still read.
pub(super) fn tint_of(colours: &Colours) -> Colour {
    let text = [colours.text, colours.muted, colours.accent, colours.link, colours.warning];
    let tints = (0..=9).rev().map(|hundredths| Colour::WHITE.mixed(colours.accent, hundredths));
    tints.into_iter().find(|tint| text.iter().all(|text| text.is_readable_on(&[*tint]))).unwrap_or(Colour::WHITE)
}
