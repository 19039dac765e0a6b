//! Which fields of a reference document are carried over, and how they are written anew.
//!
//! In: the instruction of a field as the file has it. Out: the same as this program writes it, or the name of a field that is not carried
//! over, whose words stay as words.
//!
//! Carried over are fields that count pages, that say what the document itself is called, and links to the web. Not so fields with a date:
//! the day on which somebody opens a policy is no date of the policy, and a reader would take it for one. Not so fields that fetch, ask,
//! run or reckon; nor those that name a style of the file's own text, which Word would replace by the words "Error! No text of specified
//! style": of styles only the first heading and the title stand in every document.

use super::left_out::shown;
use super::styles::find_named;
use super::tree::Element;
use crate::write::docx::links::address;

/// Fields without arguments.
const PLAIN: [&str; 8] = ["AUTHOR", "FILENAME", "NUMPAGES", "PAGE", "SECTION", "SECTIONPAGES", "SUBJECT", "TITLE"];
/// Ways to write a number or words, after `\*`.
const FORMATS: [&str; 16] = [
    "ALPHABETIC",
    "ARABIC",
    "ARABICDASH",
    "CAPS",
    "CARDTEXT",
    "CHARFORMAT",
    "FIRSTCAP",
    "LOWER",
    "MERGEFORMAT",
    "ORDINAL",
    "ORDTEXT",
    "ROMAN",
    "UPPER",
    "Alphabetic",
    "alphabetic",
    "roman",
];
/// The most pieces of an instruction.
const MOST_PIECES: usize = 12;
/// What `STYLEREF` says of a heading besides its words: its number, where it stands.
const OF_HEADINGS: [char; 6] = ['l', 'n', 'p', 'r', 't', 'w'];

/// A piece of an instruction after its name.
#[derive(Debug, PartialEq)]
enum Token {
    Words(String),
    Switch(char),
}

/// The instruction as this program writes it, or the field's name.
pub(super) fn carried(instruction: &str, styles: &Element) -> Result<String, String> {
    let start = instruction.trim_start();
    let length = start.find(|c: char| !c.is_ascii_alphabetic()).unwrap_or(start.len());
    let (name, rest) = start.split_at(length);
    let name = name.to_ascii_uppercase();
    let tokens = tokens(rest);
    let written = tokens.as_ref().and_then(|tokens| match name.as_str() {
        plain if PLAIN.contains(&plain) => Some(format!("{name}{}", switches(tokens, &[])?)),
        "STYLEREF" => {
            let (Token::Words(style), rest) = tokens.split_first()? else { return None };
            Some(format!("STYLEREF {}{}", everywhere(style, styles)?, switches(rest, &OF_HEADINGS)?))
        }
        "HYPERLINK" => match tokens.as_slice() {
            // A tip beside the link is not needed.
            [Token::Words(target)] | [Token::Words(target), Token::Switch('o'), Token::Words(_)] => {
                Some(format!("HYPERLINK \"{}\"", address(target)?))
            }
            _ => None,
        },
        _ => None,
    });
    written.map(|written| format!(" {written} ")).ok_or_else(|| match (name.as_str(), tokens.as_deref()) {
        ("", _) => "a field without a name".to_owned(),
        ("HYPERLINK", Some([Token::Words(target), ..])) => format!("the link to “{}”", shown(target)),
        (name, _) => format!("the field {}", shown(name)),
    })
}

/// The pieces after the name; nothing if they are not written as fields are.
fn tokens(rest: &str) -> Option<Vec<Token>> {
    let mut rest = rest;
    let mut tokens = Vec::new();
    loop {
        let spaced = rest.trim_start();
        let Some(first) = spaced.chars().next() else { return Some(tokens) };
        if tokens.len() == MOST_PIECES {
            return None;
        }
        rest = match first {
            '\\' => {
                let switch = spaced[1..].chars().next().filter(|c| c.is_ascii_alphabetic() || "*#".contains(*c))?;
                tokens.push(Token::Switch(switch));
                &spaced[2..]
            }
            '"' | '“' | '”' => {
                let (words, after) = spaced[first.len_utf8()..].split_once(['"', '“', '”'])?;
                tokens.push(Token::Words(words.to_owned()));
                after
            }
            // The name goes on in something that is no letter.
            _ if spaced.len() == rest.len() && tokens.is_empty() => return None,
            _ => {
                let end = spaced.find(|c: char| c.is_whitespace() || c == '"').unwrap_or(spaced.len());
                tokens.push(Token::Words(spaced[..end].to_owned()));
                &spaced[end..]
            }
        };
        if matches!(tokens.last(), Some(Token::Words(words)) if words.contains(['{', '}'])) {
            return None;
        }
    }
}

/// Switches as they are written; nothing if one is not known.
fn switches(tokens: &[Token], own: &[char]) -> Option<String> {
    let mut written = String::new();
    let mut tokens = tokens.iter();
    while let Some(token) = tokens.next() {
        let Token::Switch(switch) = token else { return None };
        match switch {
            '*' => {
                let Token::Words(format) = tokens.next()? else { return None };
                let known =
                    FORMATS.iter().find(|known| **known == format.as_str() || format.eq_ignore_ascii_case(known))?;
                // `roman` and `ROMAN` are two.
                let format = if FORMATS.contains(&format.as_str()) { format.as_str() } else { *known };
                written.push_str(&format!(" \\* {format}"));
            }
            '#' => {
                let Token::Words(picture) = tokens.next()? else { return None };
                picture.chars().all(|c| "0#.,+- ".contains(c)).then_some(())?;
                written.push_str(&format!(" \\# \"{picture}\""));
            }
            switch if own.contains(switch) => written.push_str(&format!(" \\{switch}")),
            _ => return None,
        }
    }
    Some(written)
}

/// A style that every document has, as every language of Word understands it.
fn everywhere(style: &str, styles: &Element) -> Option<&'static str> {
    let is_heading = |known: &str| known == "1" || known.eq_ignore_ascii_case("heading 1");
    // Word calls a style by its name in its own language; the file has it by its id too.
    let of_id = |name: &str| find_named(styles, "paragraph", name)?.attribute("w:styleId");
    let squeezed: String = style.split_whitespace().collect();
    let is_id = |name: &str| of_id(name).is_some_and(|id| id.eq_ignore_ascii_case(&squeezed));
    if is_heading(style) || is_id("heading 1") {
        Some("1")
    } else if style.eq_ignore_ascii_case("title") || is_id("title") {
        Some("\"Title\"")
    } else {
        None
    }
}

#[cfg(test)]
mod tests {
    use super::{Element, carried};

    #[test]
    fn fields_that_count_pages_or_name_the_document_are_written_anew() {
        let styles = Element::default();
        let written = |instruction: &str| carried(instruction, &styles).unwrap();
        assert_eq!(written("PAGE"), " PAGE ");
        assert_eq!(written(" page   \\* MERGEFORMAT "), " PAGE \\* MERGEFORMAT ");
        assert_eq!(written("PAGE\\*roman"), " PAGE \\* roman ");
        assert_eq!(written(" NUMPAGES \\# \"00\""), " NUMPAGES \\# \"00\" ");
        assert_eq!(written("STYLEREF \"Heading 1\" \\n"), " STYLEREF 1 \\n ");
        assert_eq!(written("TITLE"), " TITLE ");
        assert_eq!(written("HYPERLINK \"https://a.example/\" \\o \"x\""), " HYPERLINK \"https://a.example/\" ");
    }

    #[test]
    fn all_other_fields_are_named() {
        let styles = Element::default();
        for instruction in [
            "INCLUDEPICTURE\"http://x.example/\"",
            "DDEAUTO\"c:\\\\x\" \"/c calc\"",
            "DDE x",
            "FILLIN \"Password?\"",
            "ASK a b",
            "HYPERLINK \"file:///c:/x.exe\"",
            "HYPERLINK \"\\\\\\\\x\\\\y\"",
            "HYPERLINK \"javascript:alert(1)\"",
            "HYPERLINK \"https://a.example/\" \\t \"_blank\"",
            "QUOTE 65",
            "IF 1 = 1",
            "= 1 + 1",
            "DATE \\@ \"d\"",
            "TIME",
            "FILENAME \\p",
            "TITLE \"New\"",
            "PAGE \\q",
            "PAGE1",
            "PAGE \"",
            "STYLEREF \"My style\"",
            "",
            "MACROBUTTON x y",
        ] {
            assert!(carried(instruction, &styles).is_err(), "{instruction}");
        }
        assert_eq!(carried("INCLUDETEXT\\x", &styles).unwrap_err(), "the field INCLUDETEXT");
    }
}
