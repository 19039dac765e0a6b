//! Addresses of links that stand apart from their links (`[label]: address`), which Markdown leaves out where no link uses them.
//!
//! In: a school's own Markdown. Out: where such addresses stand, or the same Markdown with them as words.

use std::ops::Range;

use pulldown_cmark::{Event, Options, Parser, Tag};

/// The same Markdown with the addresses of links that nothing uses as words, for Markdown would leave them out.
pub(super) fn with_unused_addresses(mut markdown: String) -> String {
    for range in unused_addresses(&markdown).into_iter().rev() {
        markdown.insert(range.start, '\\');
    }
    markdown
}

/// Where the addresses of links stand that are written apart (`[label]: address`) and that no link uses, in their order.
pub(super) fn unused_addresses(markdown: &str) -> Vec<Range<usize>> {
    let parser = Parser::new_ext(markdown, options(true));
    let mut addresses: Vec<(String, Range<usize>)> =
        parser.reference_definitions().iter().map(|(label, link)| (label.to_lowercase(), link.span.clone())).collect();
    if !addresses.is_empty() {
        for event in parser {
            if let Event::Start(Tag::Link { id, .. } | Tag::Image { id, .. }) = event {
                addresses.retain(|(label, _)| *label != id.to_lowercase());
            }
        }
    }
    let mut unused: Vec<Range<usize>> = addresses.into_iter().map(|(_, range)| range).collect();
    unused.sort_by_key(|range| range.start);
    unused
}

/// What is understood of Markdown.
pub(super) fn options(own: bool) -> Options {
    if own { Options::ENABLE_TABLES | Options::ENABLE_FOOTNOTES } else { Options::ENABLE_TABLES }
}
