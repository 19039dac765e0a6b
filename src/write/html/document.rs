//! A whole web page: its head, its landmarks, and the document between them.
//!
//! In: a document and a theme, and the remarks of a review copy. Out: the page.

use std::fmt::Write;

use base64::Engine;
use base64::prelude::BASE64_STANDARD;

use super::number::numbered;
use super::page::Page;
use super::review::review_sheet;
use super::style::{escape, style_sheet};
use crate::doc::{Document, Review};
use crate::logo::Logo;
use crate::theme::Theme;
use crate::write::error::WriteError;
use crate::write::links::Links;
use crate::write::remarked::Remarked;

/// The frame that a logo fits into, in CSS pixels.
const LOGO: (f64, f64) = (240.0, 88.0);

/// How many characters of a title search engines and tabs show.
const TAB_TITLE: usize = 70;

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

/// The title in the browser's tab and in a list of results. Where it is too long, the institution's name stays and the document goes by the
/// short name that its file has, for what is cut off at the end is the name by which one school is told from another.
fn tab_title(document: &Document) -> String {
    let (title, institution) = (&document.title, &document.institution);
    let whole = format!("{title} – {institution}");
    if whole.chars().count() <= TAB_TITLE {
        return whole;
    }
    let mut short = document.id.replace('-', " ");
    if let Some(first) = short.get_mut(..1) {
        first.make_ascii_uppercase();
    }
    format!("{institution}: {short}")
}

fn write_page(document: &Document, theme: &Theme, review: Option<&Review>) -> Result<String, WriteError> {
    let text = |name| theme.text(name).ok_or(WriteError::MissingThemeFile(name));
    let mut css = text("page.css")?.to_owned();
    if let Some(review) = review {
        css = format!("{css}\n{}", review_sheet(text("review.css")?, review, document.draft));
    }
    let mut page = Page::new(Links::of(document));
    page.remarked = review.map(|review| Remarked::new(document, review));
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

impl Page<'_> {
    fn head(&mut self, document: &Document, css: &str) {
        let institution = escape(&document.institution);
        self.line(&format!("<!DOCTYPE html>\n<html lang=\"{}\">\n<head>", escape(&document.language)));
        self.line("<meta charset=\"utf-8\">");
        self.line("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">");
        self.line(&format!("<title>{}</title>", escape(&tab_title(document))));
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
        let notice = self.remarked.as_ref().map(|remarked| escape(&remarked.review.notice));
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
            let (kind, bytes, alt) = (logo.kind.media_type(), BASE64_STANDARD.encode(&logo.bytes), escape(&logo.alt));
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
}
