//! Splits Rust source into tokens, which is all that the tests of the code's shape need to know of it.
//!
//! In: the text of a file. Out: its identifiers and signs. Comments are left out, every literal is `""`, and `::` is one token.
//! Not here: what the tokens mean.

/// The tokens of a file, without the items that are there for tests alone.
pub(super) fn tokens(text: &str) -> Vec<String> {
    without_tests(&split(text))
}

fn split(text: &str) -> Vec<String> {
    let mut tokens = Vec::new();
    let mut rest = text;
    while let Some(first) = rest.chars().next() {
        let length = if first.is_whitespace() {
            first.len_utf8()
        } else if rest.starts_with("//") {
            rest.find('\n').unwrap_or(rest.len())
        } else if rest.starts_with("/*") {
            rest.find("*/").map_or(rest.len(), |end| end + 2)
        } else if let Some(length) = literal(rest) {
            tokens.push("\"\"".to_string());
            length
        } else {
            let length = match rest.find(|c: char| !c.is_alphanumeric() && c != '_').unwrap_or(rest.len()) {
                0 if rest.starts_with("::") => 2,
                0 => first.len_utf8(),
                word => word,
            };
            tokens.push(rest[..length].to_string());
            length
        };
        rest = &rest[length..];
    }
    tokens
}

/// The length of the string or character that the text begins with, if it begins with one. A lifetime is none.
fn literal(text: &str) -> Option<usize> {
    let prefix = text.find(|c: char| !matches!(c, 'b' | 'r' | 'c')).filter(|length| *length < 3)?;
    let body = &text[prefix..];
    let hashes = body.len() - body.trim_start_matches('#').len();
    if text[..prefix].ends_with('r') && body[hashes..].starts_with('"') {
        let end = format!("\"{}", "#".repeat(hashes));
        return Some(prefix + hashes + 1 + body[hashes + 1..].find(&end)? + end.len());
    }
    let quote = body.chars().next().filter(|c| matches!(c, '"' | '\''))?;
    let mut characters = body.char_indices().skip(1);
    if quote == '\'' && !body[1..].starts_with('\\') && body.chars().nth(2) != Some('\'') {
        return None;
    }
    while let Some((at, c)) = characters.next() {
        if c == '\\' {
            characters.next();
        } else if c == quote {
            return Some(prefix + at + 1);
        }
    }
    None
}

fn without_tests(tokens: &[String]) -> Vec<String> {
    let mut kept = Vec::new();
    let mut at = 0;
    while at < tokens.len() {
        if tokens[at..].starts_with(&["#", "[", "cfg", "(", "test", ")", "]"].map(String::from)) {
            at += 7 + item_length(&tokens[at + 7..]);
        } else {
            kept.push(tokens[at].clone());
            at += 1;
        }
    }
    kept
}

/// How many tokens the first item has: to its `;`, or to the end of its block.
pub(super) fn item_length(tokens: &[String]) -> usize {
    let is_use =
        tokens.iter().find(|token| ["use", "{", ";"].contains(&token.as_str())).is_some_and(|token| token == "use");
    let mut depth = 0usize;
    for (at, token) in tokens.iter().enumerate() {
        match token.as_str() {
            "(" | "[" | "{" => depth += 1,
            ")" | "]" | "}" => depth = depth.saturating_sub(1),
            _ => {}
        }
        if depth == 0 && (token == ";" || token == "}" && !is_use) {
            return at + 1;
        }
    }
    tokens.len()
}

#[test]
fn comments_and_literals_are_no_code() {
    let text = r###"/// crate::a
    let x = "crate::b \" {"; /* crate::c */ let y: &'static str = r#"super::"d"#; let z = ['"', '\'', b'{'];"###;
    let expected = r#"let x = "" ; let y : & ' static str = "" ; let z = [ "" , "" , "" ] ;"#;
    assert_eq!(tokens(text).join(" "), expected);
}

#[test]
fn what_is_there_for_tests_alone_is_left_out() {
    let text = "#[cfg(test)] use super::{a, b}; fn c() {} #[cfg(test)] mod tests { use super::d; fn e() {} } mod f;";
    assert_eq!(tokens(text).join(" "), "fn c ( ) { } mod f ;");
}
