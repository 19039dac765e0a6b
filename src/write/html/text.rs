//! Words of a web page, and where a line may end between them.
//!
//! In: plain words. Out: markup that says the same.

use super::style::escape;
use crate::text::{NO_BREAK, with_whole_terms};

/// An address of fewer characters fits on the line of any telephone.
const SHORT_ADDRESS: usize = 16;

/// Words as markup: dates, numbers and postcodes stay on their line, and a long address may go on over a line between its parts.
pub(super) fn words(text: &str) -> String {
    let pieces = with_whole_terms(text);
    let pieces: Vec<String> =
        pieces.split(' ').map(|piece| if is_address(piece) { parted(piece) } else { escape(piece) }).collect();
    // By its name a no-break space is seen in the markup.
    pieces.join(" ").replace(NO_BREAK, "&nbsp;")
}

/// Whether a word is a web or email address, or reads like one.
fn is_address(word: &str) -> bool {
    word.len() >= SHORT_ADDRESS && (word.contains(['@', '/']) || word.starts_with("www."))
}

/// An address that may break between its parts, and within none of them. After a hyphen lines end without being told.
fn parted(address: &str) -> String {
    let mut out = String::with_capacity(address.len());
    let mut from = 0;
    for (at, mark) in address.match_indices(['/', '.', '@']) {
        let end = at + mark.len();
        if at > 0 && address[end..].starts_with(char::is_alphanumeric) {
            out.push_str(&escape(&address[from..end]));
            out.push_str("<wbr>");
            from = end;
        }
    }
    out + &escape(&address[from..])
}
