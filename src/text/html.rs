//! Words in HTML.
//!
//! In: any text. Out: the same text, in which nothing is markup.

/// Text with everything escaped that HTML could take for markup, in an element as in an attribute.
pub fn escape_html(text: &str) -> String {
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

/// Words of ours and of strangers for a page: what stands between backticks is what is typed.
pub fn html_words(text: &str) -> String {
    let pieces: Vec<&str> = text.split('`').collect();
    // An odd backtick is a backtick.
    if pieces.len().is_multiple_of(2) {
        return escape_html(text);
    }
    let marked = |(index, piece): (usize, &&str)| match index % 2 {
        1 => format!("<code>{}</code>", escape_html(piece)),
        _ => escape_html(piece),
    };
    pieces.iter().enumerate().map(marked).collect()
}
