//! Writes a document as one self-contained web page, ready to publish.
//!
//! In: a [`Document`] and the theme's `page.css`, which may use the theme's values as `var(--accent)` and so on.
//! Out: the page, with nothing loaded from elsewhere: no script, no font; logo and pictures stand in the page itself.
//!
//! The landmarks are a header (institution, title, facts), a navigation (contents), the main text and a footer. Each
//! table and picture stands in a frame of its own that scrolls on a narrow screen, and can take the keyboard's focus to do so.
//!
//! Not here: how it looks (`page.css`), or the marks of a review copy (`review`).

mod fragment;
mod review;
mod style;

use std::fmt::Write;

use super::WriteError;
use super::base64::base64;
use super::links::Links;
use super::reviewed::{Leaf, Reviewed};
use crate::doc::{Block, BlockKind, Document, Heading, Inline, List, Picture, Review, Table, plain_text};
use crate::theme::{Logo, Theme};

pub use fragment::write_fragment;
use review::review_sheet;
use style::{escape, style_sheet};

/// The frame that a logo fits into, in CSS pixels.
const LOGO: (f64, f64) = (240.0, 88.0);

/// Writes a document as a web page.
///
/// # Errors
/// If the theme has no `page.css`.
pub fn write_html(document: &Document, theme: &Theme) -> Result<String, WriteError> {
    write_page(document, theme, None)
}

/// Writes a document as the web page of a review copy.
///
/// # Errors
/// If the theme has no `page.css` or no `review.css`.
pub fn write_html_review(document: &Document, theme: &Theme, review: &Review) -> Result<String, WriteError> {
    write_page(document, theme, Some(review))
}

fn write_page(document: &Document, theme: &Theme, review: Option<&Review>) -> Result<String, WriteError> {
    let text = |name| theme.text(name).ok_or(WriteError::MissingThemeFile(name));
    let mut css = text("page.css")?.to_owned();
    if let Some(review) = review {
        css = format!("{css}\n{}", review_sheet(text("review.css")?, review, document.draft));
    }
    let mut page = Page::new(Links::of(document));
    page.reviewed = review.map(|review| Reviewed::new(document, review));
    page.head(document, &style_sheet(&theme.tokens, &css));
    page.header(document, theme.logo.as_ref());
    page.key();
    page.line("<div class=\"page\">");
    page.contents(document);
    page.line("<main id=\"main-content\">");
    page.blocks(&document.front);
    page.close_sections(0);
    page.blocks(&document.body);
    page.close_sections(0);
    page.line("</main>");
    page.line("</div>");
    let (institution, title) = (escape(&document.institution), escape(&document.title));
    page.line(&format!("<footer>\n<p>{institution}: {title}</p>\n</footer>\n</body>\n</html>"));
    Ok(page.out)
}

/// The page so far.
struct Page<'a> {
    out: String,
    links: Links<'a>,
    /// The captions of the tables so far.
    captions: Vec<String>,
    /// How many pictures there are so far.
    pictures: usize,
    /// The rank of the last heading: `1` after `<h1>`.
    level: u8,
    /// The ranks of the sections that are open.
    open: Vec<u8>,
    /// Whether the words are a contact's details, to be marked up as name, email address and telephone number.
    contact: bool,
    /// The remarks on the document, in a review copy.
    reviewed: Option<Reviewed<'a>>,
}

impl<'a> Page<'a> {
    fn new(links: Links<'a>) -> Page<'a> {
        Page {
            out: String::new(),
            links,
            captions: Vec::new(),
            pictures: 0,
            level: 1,
            open: Vec::new(),
            contact: false,
            reviewed: None,
        }
    }

    fn line(&mut self, markup: &str) {
        self.out.push_str(markup);
        self.out.push('\n');
    }

    fn head(&mut self, document: &Document, css: &str) {
        let (title, institution) = (escape(&document.title), escape(&document.institution));
        self.line(&format!("<!DOCTYPE html>\n<html lang=\"{}\">\n<head>", escape(&document.language)));
        self.line("<meta charset=\"utf-8\">");
        self.line("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">");
        // Search results and tabs cut a title off at about this length.
        let both = document.title.chars().count() + document.institution.chars().count() + 3;
        let tab = if both > 70 { title } else { format!("{title} – {institution}") };
        self.line(&format!("<title>{tab}</title>"));
        self.line(&format!("<meta name=\"description\" content=\"{}\">", escape(&document.summary)));
        self.line(&format!("<meta name=\"author\" content=\"{institution}\">"));
        let origin = &document.origin;
        let facts =
            [("generator", &origin.program), ("catalogue", &origin.catalogue), ("profile-sha256", &origin.profile)];
        for (name, value) in facts.iter().filter(|(_, value)| !value.is_empty()) {
            self.line(&format!("<meta name=\"{name}\" content=\"{}\">", escape(value)));
        }
        self.line(&format!("<style>\n{css}</style>\n</head>"));
    }

    fn header(&mut self, document: &Document, logo: Option<&Logo>) {
        let notice = self.reviewed.as_ref().map(|reviewed| escape(&reviewed.review.notice));
        let class = match (document.draft, &notice) {
            (true, None) => " class=\"is-draft\"",
            (_, Some(_)) => " class=\"is-review\"",
            (false, None) => "",
        };
        self.line(&format!("<body{class}>\n<a class=\"skip\" href=\"#main-content\">Skip to the text</a>"));
        if document.draft || notice.is_some() {
            let label = "State of this document";
            self.line(&format!("<aside class=\"draft\" aria-label=\"{label}\">"));
            if document.draft {
                self.line("<p><strong>DRAFT</strong> – not for publication</p>");
            }
            if let Some(notice) = notice {
                self.line(&format!("<p><strong>{notice}</strong></p>"));
            }
            self.line("</aside>");
        }
        self.line("<header>");
        if let Some(logo) = logo {
            let (width, height) = logo.fitted(LOGO.0, LOGO.1);
            let (kind, bytes, alt) = (logo.kind.media_type(), base64(&logo.bytes), escape(&logo.alt));
            let size = format!("width=\"{width:.0}\" height=\"{height:.0}\"");
            self.line(&format!("<p class=\"logo\"><img src=\"data:{kind};base64,{bytes}\" alt=\"{alt}\" {size}></p>"));
        }
        self.line(&format!("<p class=\"institution\">{}</p>", escape(&document.institution)));
        self.line(&format!("<h1>{}</h1>", escape(&document.title)));
        if !document.cover.is_empty() {
            self.line("<dl>");
            for (label, value) in &document.cover {
                let value = self.inlines(value);
                self.line(&format!("<div><dt>{}</dt><dd>{value}</dd></div>", escape(label)));
            }
            self.line("</dl>");
        }
        self.line("</header>");
    }

    /// The contents: a list of links, nested as the headings are.
    fn contents(&mut self, document: &Document) {
        let mut depth = 0_u8;
        for heading in document.headings() {
            if depth == 0 {
                self.line("<nav aria-labelledby=\"contents-title\">\n<h2 id=\"contents-title\">Contents</h2>");
            }
            let level = heading.level.clamp(1, depth + 1);
            if level > depth {
                self.line("<ol>");
            } else {
                self.line("</li>");
                for _ in level..depth {
                    self.line("</ol>\n</li>");
                }
            }
            depth = level;
            let _ = write!(self.out, "<li><a href=\"#{}\">{}</a>", escape(&heading.id), numbered(heading));
        }
        for _ in 0..depth {
            self.line("</li>\n</ol>");
        }
        if depth > 0 {
            self.line("</nav>");
        }
    }

    fn blocks(&mut self, blocks: &[Block]) {
        for block in blocks {
            match &block.kind {
                BlockKind::Heading(heading) => self.heading(heading),
                BlockKind::Paragraph(inlines) => {
                    let leaf = self.leaf(block);
                    self.remark(leaf);
                    let (attributes, number) = self.numbering(block, leaf);
                    let (mark, words) = (self.mark(leaf), self.inlines(inlines));
                    self.line(&format!("<p{attributes}>{number}{mark}{words}</p>"));
                }
                BlockKind::List(list) => self.list(list),
                BlockKind::Table(table) => {
                    self.mark_above(block);
                    self.table(table);
                }
                BlockKind::Callout(blocks) => self.callout(blocks),
                BlockKind::Picture(picture) => {
                    self.mark_above(block);
                    self.picture(picture);
                }
            }
        }
    }

    /// The attributes of a paragraph or an item, and its number.
    fn numbering(&self, block: &Block, leaf: Leaf<'_>) -> (String, String) {
        let number = block.number.as_deref().map(number_span).unwrap_or_default();
        (self.leaf_attributes(if number.is_empty() { "" } else { "numbered" }, leaf), number)
    }

    /// Opens a section with its heading, and closes the sections that end before it. No rank is skipped.
    fn heading(&mut self, heading: &Heading) {
        let level = heading.level.saturating_add(1).clamp(2, 6).min(self.level + 1);
        self.close_sections(level);
        self.level = level;
        self.open.push(level);
        self.line(&format!("<section>\n<h{level} id=\"{}\">{}</h{level}>", escape(&heading.id), numbered(heading)));
    }

    /// Closes the open sections of this rank and deeper.
    fn close_sections(&mut self, level: u8) {
        while self.open.last().is_some_and(|last| *last >= level) {
            self.open.pop();
            self.line("</section>");
        }
    }

    /// A callout. It is no `<aside>`: those are landmarks, and a page with thirty landmarks has none.
    fn callout(&mut self, blocks: &[Block]) {
        // Sections opened in the callout are closed in it.
        let outer = std::mem::take(&mut self.open);
        self.line("<div class=\"callout\" role=\"note\">");
        self.blocks(blocks);
        self.close_sections(0);
        self.line("</div>");
        self.open = outer;
    }

    fn list(&mut self, list: &List) {
        let (open, close) = match list.start {
            None => ("<ul>".to_string(), "</ul>"),
            Some(1) => ("<ol>".to_string(), "</ol>"),
            Some(start) => (format!("<ol start=\"{start}\">"), "</ol>"),
        };
        self.line(&open);
        for item in &list.items {
            let outer = std::mem::take(&mut self.open);
            match item.as_slice() {
                [block @ Block { kind: BlockKind::Paragraph(inlines), .. }, rest @ ..]
                    if rest.iter().all(|block| matches!(block.kind, BlockKind::List(_))) =>
                {
                    let leaf = self.leaf(block);
                    let (attributes, number) = self.numbering(block, leaf);
                    let (mark, words) = (self.mark(leaf), self.inlines(inlines));
                    self.out.push_str(&format!("<li{attributes}>"));
                    self.remark(leaf);
                    self.out.push_str(&format!("{number}{mark}{words}"));
                    if !rest.is_empty() {
                        self.line("");
                        self.blocks(rest);
                    }
                }
                blocks => {
                    let is_numbered = blocks.first().is_some_and(|block| block.number.is_some());
                    self.out.push_str(if is_numbered { "<li class=\"numbered\">" } else { "<li>" });
                    self.blocks(blocks);
                }
            }
            self.close_sections(0);
            self.open = outer;
            self.line("</li>");
        }
        self.line(close);
    }

    fn table(&mut self, table: &Table) {
        let caption = self.inlines(&table.caption);
        let words = plain_text(&table.caption);
        let number = self.captions.len() + 1;
        let times = self.captions.iter().filter(|other| **other == words).count();
        // A reader who jumps from table to table needs a name of its own for each.
        let name = match times {
            0 if !words.trim().is_empty() => format!("aria-labelledby=\"table-{number}\""),
            _ => format!("aria-label=\"{}\"", escape(format!("{words} ({number})").trim())),
        };
        self.captions.push(words);
        let columns = table.header.len();
        self.line(&format!(
            "<div class=\"table\" role=\"group\" {name} tabindex=\"0\">\n<table class=\"columns-{columns}\">"
        ));
        if !caption.is_empty() {
            self.line(&format!("<caption id=\"table-{number}\">{caption}</caption>"));
        }
        self.line("<thead>\n<tr>");
        for cell in &table.header {
            self.cell(cell, Some("col"));
        }
        self.line("</tr>\n</thead>\n<tbody>");
        for row in &table.rows {
            self.line("<tr>");
            for (index, cell) in row.iter().enumerate() {
                self.cell(cell, (index == 0).then_some("row"));
            }
            self.line("</tr>");
        }
        self.line("</tbody>\n</table>\n</div>");
    }

    /// A picture under its caption; in place of one that has not been drawn stands what it shows.
    fn picture(&mut self, picture: &Picture) {
        self.pictures += 1;
        let (number, caption) = (self.pictures, self.inlines(&picture.caption));
        let name = if caption.is_empty() {
            format!("aria-label=\"{}\"", escape(&picture.alt))
        } else {
            format!("aria-labelledby=\"picture-{number}\"")
        };
        self.line(&format!("<figure class=\"picture\" {name} tabindex=\"0\">"));
        if !caption.is_empty() {
            self.line(&format!("<figcaption id=\"picture-{number}\">{caption}</figcaption>"));
        }
        if picture.sheets.is_empty() {
            self.line(&format!("<p>{}</p>", escape(&picture.alt)));
        }
        for sheet in &picture.sheets {
            self.line(&sheet.svg(&format!("role=\"img\" aria-label=\"{}\" ", escape(&sheet.alt))));
        }
        self.line("</figure>");
    }

    /// A cell: a header cell if it names a row or a column and is not empty.
    fn cell(&mut self, inlines: &[Inline], scope: Option<&str>) {
        let words = self.inlines(inlines);
        match scope {
            Some(scope) if !words.trim().is_empty() => self.line(&format!("<th scope=\"{scope}\">{words}</th>")),
            _ => self.line(&format!("<td>{words}</td>")),
        }
    }

    fn inlines(&self, inlines: &[Inline]) -> String {
        let mut out = String::new();
        for inline in inlines {
            match inline {
                Inline::Text(text) => out.push_str(&escape(text)),
                Inline::Strong(inner) => {
                    let name = if self.contact { " itemprop=\"name\"" } else { "" };
                    out.push_str(&format!("<strong{name}>{}</strong>", self.inlines(inner)));
                }
                Inline::Emphasis(inner) => out.push_str(&format!("<em>{}</em>", self.inlines(inner))),
                Inline::Link { target, text } => {
                    let mut words = self.link_words(text);
                    if target.starts_with("tel:") {
                        // A number stays on one line, in whatever style.
                        words = words.replace(' ', "&nbsp;");
                    }
                    if let Some(property) = contact_property(target).filter(|_| self.contact) {
                        words = format!("<span itemprop=\"{property}\">{words}</span>");
                    }
                    if self.links.live(target) && !words.trim().is_empty() {
                        out.push_str(&format!("<a href=\"{}\">{words}</a>", escape(target)));
                    } else {
                        out.push_str(&words);
                    }
                }
                Inline::LineBreak => out.push_str("<br>"),
            }
        }
        out
    }

    /// The words of a link; a link within them is words only, as links do not nest.
    fn link_words(&self, inlines: &[Inline]) -> String {
        let mut out = String::new();
        for inline in inlines {
            match inline {
                Inline::Link { text, .. } => out.push_str(&self.link_words(text)),
                Inline::Strong(inner) => out.push_str(&format!("<strong>{}</strong>", self.link_words(inner))),
                Inline::Emphasis(inner) => out.push_str(&format!("<em>{}</em>", self.link_words(inner))),
                other => out.push_str(&self.inlines(std::slice::from_ref(other))),
            }
        }
        out
    }
}

/// What a link of a contact's details gives: an address or a number.
fn contact_property(target: &str) -> Option<&'static str> {
    match target.split_once(':')?.0 {
        "mailto" => Some("email"),
        "tel" => Some("telephone"),
        _ => None,
    }
}

/// A number set apart for the style sheet.
fn number_span(number: &str) -> String {
    format!("<span class=\"number\">{}</span> ", escape(number))
}

/// A heading's words with the number set apart for the style sheet.
fn numbered(heading: &Heading) -> String {
    let full = heading.numbered_text();
    let number = full.strip_suffix(&heading.text).unwrap_or_default().trim_end();
    if number.is_empty() {
        escape(&full)
    } else {
        format!("<span class=\"number\">{}</span> {}", escape(number), escape(&heading.text))
    }
}
