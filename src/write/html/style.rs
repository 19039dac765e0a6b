//! What goes into the head and the text of a page from elsewhere, made harmless: the theme's style sheet and words.
//!
//! In: the theme's values and `page.css`; plain text. Out: a style sheet that cannot end its element; escaped text.

pub(super) use crate::text::escape_html as escape;
use crate::theme::{Colour, PageSize, Tokens};

/// What the dark scheme puts text on: the page, and what is tinted.
const DARK_GROUNDS: [Colour; 2] = [Colour::of(0x12, 0x18, 0x1f), Colour::of(0x1e, 0x27, 0x32)];

/// The theme's style sheet with its values before it, as the content of a `<style>`.
pub(super) fn style_sheet(tokens: &Tokens, css: &str) -> String {
    // `</style` in a theme's file would end the style sheet and begin markup.
    format!("{}{css}", custom_properties(tokens)).replace("</", "<\\/")
}

/// The theme's values as CSS custom properties.
fn custom_properties(tokens: &Tokens) -> String {
    let colours = &tokens.colours;
    let values = [
        ("text", colours.text.to_string()),
        ("muted", colours.muted.to_string()),
        ("accent", colours.accent.to_string()),
        ("on-accent", colours.on_accent.to_string()),
        ("tint", colours.tint.to_string()),
        ("rule", colours.rule.to_string()),
        ("link", colours.link.to_string()),
        ("warning", colours.warning.to_string()),
        ("dark-ground", DARK_GROUNDS[0].to_string()),
        ("dark-tint", DARK_GROUNDS[1].to_string()),
        ("dark-accent", on_dark(colours.accent)),
        ("dark-link", on_dark(colours.link)),
        ("font", tokens.fonts.web.clone()),
        ("body-size", format!("{}pt", tokens.body_size)),
    ];
    let mut css = ":root {\n".to_string();
    for (name, value) in values {
        // A value must not end its declaration or the style sheet, whatever a theme says.
        let value: String = value.chars().filter(|c| !matches!(c, ';' | '{' | '}' | '<') && !c.is_control()).collect();
        css.push_str(&format!("  --{name}: {value};\n"));
    }
    // A page's size takes no custom property.
    let paper = match tokens.page_size {
        PageSize::A4 => "A4",
        PageSize::Letter => "letter",
    };
    css + &format!("}}\n@page {{\n  size: {paper};\n}}\n")
}

/// The nearest shade of a colour that can be read in the dark scheme.
fn on_dark(colour: Colour) -> String {
    colour.readable_shade(&DARK_GROUNDS).unwrap_or(Colour::WHITE).to_string()
}
