//! Every file opens with what it is for and is short enough to read; the `mod.rs` of a folder is its table of contents.

use super::sources::sources;
use super::tokens::{item_length, tokens};

#[test]
fn every_file_opens_with_what_it_is_for_and_is_short_enough_to_read() {
    let mut troubles = Vec::new();
    for (file, text) in sources() {
        if !text.starts_with("//! ") {
            troubles.push(format!("src/{file} does not open with `//!`"));
        }
        if text.lines().count() > 500 {
            troubles.push(format!("src/{file} has more than 500 lines: split it"));
        }
    }
    assert!(troubles.is_empty(), "{troubles:#?}");
}

/// What a file holds besides `mod` and `pub use`, each by its first words. A `use` that hands nothing on is more, too.
fn more_than_contents(tokens: &[String]) -> Vec<String> {
    let mut more = Vec::new();
    let mut rest = tokens;
    while !rest.is_empty() {
        let (item, after) = rest.split_at(item_length(rest));
        rest = after;
        let words: Vec<&str> =
            without_attributes(item).iter().map(String::as_str).filter(|word| *word != ";").collect();
        let is_contents = match words.iter().position(|token| matches!(*token, "mod" | "use" | "{" | "=")) {
            Some(at) if words[at] == "mod" => !words.contains(&"{"),
            Some(at) => words[at] == "use" && words[..at].contains(&"pub"),
            None => words.is_empty(),
        };
        if !is_contents {
            let first = words.iter().take_while(|token| !matches!(**token, "{" | "(" | "=" | ":"));
            more.push(first.copied().collect::<Vec<_>>().join(" "));
        }
    }
    more
}

fn without_attributes(mut item: &[String]) -> &[String] {
    while item.first().is_some_and(|token| token == "#") {
        let mut depth = 0usize;
        let end = item.iter().position(|token| {
            match token.as_str() {
                "[" => depth += 1,
                "]" => depth -= 1,
                _ => {}
            }
            token == "]" && depth == 0
        });
        item = &item[end.unwrap() + 1..];
    }
    item
}

#[test]
fn the_file_of_a_folder_is_its_table_of_contents() {
    let mut report = String::new();
    for (file, text) in sources().iter().filter(|(file, _)| file.ends_with("mod.rs") || *file == "lib.rs") {
        let more = more_than_contents(&tokens(text));
        if !more.is_empty() {
            report.push_str(&format!("src/{file} holds {}\n", more.join("; ")));
        }
    }
    assert!(report.is_empty(), "\n{report}");
}

#[test]
fn only_modules_and_what_they_hand_on_are_contents() {
    let found = |text: &str| more_than_contents(&tokens(text));
    let contents = "//! What.\n#[cfg(feature = \"pdf\")] pub mod a; mod b; pub use a::{A, B}; pub(crate) use b::*; \
                    pub(in crate::x) use b::C; #[cfg(test)] mod tests { fn f() {} }";
    assert_eq!(found(contents), [""; 0]);
    assert_eq!(found("mod a; use a::A; pub struct B { c: A }"), ["use a :: A", "pub struct B"]);
    assert_eq!(found("macro_rules! m { () => {}; } mod a { fn b() {} }"), ["macro_rules ! m", "mod a"]);
    assert_eq!(found("const A: B = B { c: 1 }; impl B { fn c() {} }"), ["const A", "impl B"]);
}
