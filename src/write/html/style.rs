//! What goes into the head and the text of a page from elsewhere, made harmless: the theme's style sheet and words.
//!
//! In: the theme's values and `page.css`; plain text. Out: a style sheet that cannot end its element; escaped text.

use crate::data::Tokens;

/// The theme's style sheet with its values before it, as the content of a `<style>`.
pub(super) fn style_sheet(tokens: &Tokens, css: &str) -> String {
    // `</style` in a theme's file would end the style sheet and begin markup.
    format!("{}{css}", custom_properties(tokens)).replace("</", "<\\/")
}

/// The theme's values as CSS custom properties.
fn custom_properties(tokens: &Tokens) -> String {
    let colours = &tokens.colours;
    let values = [
        ("text", &colours.text),
        ("muted", &colours.muted),
        ("accent", &colours.accent),
        ("on-accent", &colours.on_accent),
        ("tint", &colours.tint),
        ("rule", &colours.rule),
        ("link", &colours.link),
        ("warning", &colours.warning),
        ("font", &tokens.fonts.web),
        ("body-size", &format!("{}pt", tokens.body_size)),
    ];
    let mut css = ":root {\n".to_string();
    for (name, value) in values {
        // A value must not end its declaration or the style sheet, whatever a theme says.
        let value: String = value.chars().filter(|c| !matches!(c, ';' | '{' | '}' | '<') && !c.is_control()).collect();
        css.push_str(&format!("  --{name}: {value};\n"));
    }
    css + "}\n"
}

/// Text with everything escaped that HTML could take for markup, in an element as in an attribute.
pub(super) fn escape(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\'' => out.push_str("&#39;"),
            '\t' | '\n' | '\r' | '\u{b}' | '\u{c}' => out.push(' '),
            c if c.is_control() => {}
            c => out.push(c),
        }
    }
    out
}
