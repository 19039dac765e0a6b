//! A review copy as a web page: a mark before each clause, a remark beside it, and a key to the marks.
//!
//! In: what a [`Leaf`] bears of the review. Out: markup. The mark leads to the remark and the remark's title back to the clause.
//!
//! Not here: how it looks (`review.css`), or what is remarked (`draft`).

use super::page::Page;
use super::style::escape;
use crate::doc::{Block, Remark, Review};
use crate::write::remarked::{Leaf, Remarked};

/// What the theme's `review.css` has in the place of the notice, for printed pages.
const NOTICE: &str = "{notice}";

/// The style sheet of a review copy: the theme's, with the notice in its place and the marks' colours.
pub(super) fn review_sheet(css: &str, review: &Review, draft: bool) -> String {
    let state = if draft { "DRAFT, " } else { "" };
    let notice: String = review.notice.chars().filter(|c| !matches!(c, '"' | '\\' | '<') && !c.is_control()).collect();
    let mut sheet = css.replace(NOTICE, &format!("{state}{notice}"));
    for (number, mark) in review.marks.iter().enumerate() {
        let colour: String = mark.colour.chars().filter(char::is_ascii_hexdigit).collect();
        sheet.push_str(&format!("\n.mark-{number} {{\n  --mark: #{colour};\n}}\n"));
    }
    sheet
}

impl<'a> Page<'a> {
    /// The key to the marks.
    pub(super) fn key(&mut self) {
        let Some(Remarked { review, .. }) = self.remarked else { return };
        let (key, about) = (escape(&review.key), escape(&review.about));
        self.line("<section class=\"key\" aria-labelledby=\"key-title\">");
        self.line(&format!("<h2 id=\"key-title\">{key}</h2>\n<p>{about}</p>\n<ul>"));
        for (number, mark) in review.marks.iter().enumerate() {
            let (label, meaning) = (escape(&mark.label), escape(&mark.meaning));
            self.line(&format!("<li class=\"clause mark-{number}\"><strong>[{label}]</strong> {meaning}</li>"));
        }
        self.line("</ul>\n</section>");
    }

    /// What a block bears of the review.
    pub(super) fn leaf(&self, block: &Block) -> Leaf<'a> {
        self.remarked.as_ref().map(|remarked| remarked.leaf(block)).unwrap_or_default()
    }

    /// The attributes of an element of this class that holds a clause or a piece of one.
    pub(super) fn leaf_attributes(&self, class: &str, leaf: Leaf<'_>) -> String {
        let begins = leaf.begins.map(|number| format!(" id=\"clause-{}\"", number + 1)).unwrap_or_default();
        match (class, leaf.mark) {
            ("", None) => String::new(),
            (class, None) => format!(" class=\"{class}\""),
            ("", Some(_)) => format!(" class=\"clause mark-{}\"{begins}", leaf.kind),
            (class, Some(_)) => format!(" class=\"{class} clause mark-{}\"{begins}", leaf.kind),
        }
    }

    /// The remark that begins with a block, if one does, on lines of its own.
    pub(super) fn remark(&mut self, leaf: Leaf<'_>) {
        let Some((remark, number, label)) = self.begun(leaf) else { return };
        let title = escape(&remark.title);
        let (mark, name) = (remark.mark, format!("Remark on: {title}"));
        self.line(&format!(
            "<div class=\"remark mark-{mark}\" id=\"remark-{number}\" role=\"note\" aria-label=\"{name}\">\n<div>"
        ));
        self.line(&format!("<p><a href=\"#clause-{number}\">[{label}] {title}</a></p>"));
        for words in &remark.paragraphs {
            let words = self.inlines(words);
            self.line(&format!("<p>{words}</p>"));
        }
        // Two boxes: the outer begins below the remark before it, and the inner stands at the side.
        self.line("</div>\n</div>");
    }

    /// The remark and the mark of a table or a picture, which stand above it.
    pub(super) fn mark_above(&mut self, block: &Block) {
        let leaf = self.leaf(block);
        self.remark(leaf);
        if leaf.begins.is_some() {
            let (attributes, mark) = (self.leaf_attributes("", leaf), self.mark(leaf));
            self.line(&format!("<p{attributes}>{}</p>", mark.trim_end()));
        }
    }

    /// The mark that stands before the words of a clause, which leads to its remark.
    pub(super) fn mark(&self, leaf: Leaf<'_>) -> String {
        let Some((remark, number, label)) = self.begun(leaf) else { return String::new() };
        let name = format!("[{label}], remark on: {}", escape(&remark.title));
        format!("<a class=\"mark\" href=\"#remark-{number}\" aria-label=\"{name}\">[{label}]</a> ")
    }

    fn begun(&self, leaf: Leaf<'_>) -> Option<(&'a Remark, usize, String)> {
        let remarked = self.remarked.as_ref()?;
        let number = leaf.begins?;
        let remark = *remarked.runs.get(number)?;
        Some((remark, number + 1, escape(&remarked.review.mark_of(remark)?.label)))
    }
}
