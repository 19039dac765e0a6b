//! The markup of the pages: the one place that knows of their templates, their stylesheet and their script.
//!
//! In: the name of a template and its values. Out: markup. Whatever comes from a profile is escaped.

use minijinja::Environment;
use minijinja::syntax::SyntaxConfig;
use minijinja::value::{Serde, Value};
use serde::Serialize;

use super::asked::{Answer, Kind};

/// The templates, by name. One that ends in .html escapes all values.
const TEMPLATES: [(&str, &str); 18] = [
    ("frame.html", include_str!("pages/frame.html")),
    ("folder.html", include_str!("pages/folder.html")),
    ("form.html", include_str!("pages/form.html")),
    ("question.html", include_str!("pages/question.html")),
    ("laws.html", include_str!("pages/laws.html")),
    ("found.html", include_str!("pages/found.html")),
    ("open.html", include_str!("pages/open.html")),
    ("summary.html", include_str!("pages/summary.html")),
    ("tabs.html", include_str!("pages/tabs.html")),
    ("look.html", include_str!("pages/look.html")),
    ("clash.html", include_str!("pages/clash.html")),
    ("clash_page.html", include_str!("pages/clash_page.html")),
    ("broken.html", include_str!("pages/broken.html")),
    ("publish.html", include_str!("pages/publish.html")),
    ("origin.html", include_str!("pages/origin.html")),
    ("origin_page.html", include_str!("pages/origin_page.html")),
    ("problem.html", include_str!("pages/problem.html")),
    ("plain.html", include_str!("pages/plain.html")),
];

/// The stylesheet of all pages.
pub(super) const STYLE: &str = include_str!("pages/editor.css");
/// The picture in the browser's tab.
pub(super) const ICON: &str = include_str!("pages/icon.svg");
/// The script of the form's page, which works without it.
pub(super) const SCRIPT: &str = include_str!("pages/editor.js");

/// The templates, read.
pub(super) struct Pages(Environment<'static>);

#[derive(Serialize)]
struct ProblemView<'a> {
    title: &'a str,
    lines: Vec<&'a str>,
}

impl Pages {
    pub(super) fn new() -> Pages {
        let mut all = Environment::new();
        if let Ok(syntax) = SyntaxConfig::builder().trim_blocks(true).lstrip_blocks(true).build() {
            all.set_syntax(syntax);
        }
        for (name, text) in TEMPLATES {
            // A test renders each, so that none is wrong here.
            drop(all.add_template(name, text));
        }
        Pages(all)
    }

    /// Markup for a page, or for a part of one.
    pub(super) fn part(&self, name: &str, values: &impl Serialize) -> String {
        let rendered = self.0.get_template(name).and_then(|template| template.render(Value::from(Serde(values))));
        rendered.unwrap_or_else(|error| {
            let chain = std::iter::successors(Some(&error as &dyn std::error::Error), |error| error.source());
            let words = chain.map(|error| crate::text::escape_html(&error.to_string())).collect::<Vec<_>>().join(": ");
            format!("<p>The page {name} cannot be shown: {words}</p>")
        })
    }

    /// A page.
    pub(super) fn page(&self, name: &str, values: &impl Serialize) -> Answer {
        Answer::new(200, Kind::Page, self.part(name, values))
    }

    /// A page that says that something was not done, and why.
    pub(super) fn problem(&self, title: &str, why: &str) -> Answer {
        Answer::new(409, Kind::Page, self.part("problem.html", &ProblemView { title, lines: why.lines().collect() }))
    }

    /// That there is nothing at an address.
    pub(super) fn missing(&self) -> Answer {
        let lines = vec!["It may have been moved or taken away. The list of your profiles has what there is."];
        Answer::new(404, Kind::Page, self.part("problem.html", &ProblemView { title: "There is no such page", lines }))
    }

    /// A page for whoever is not let in: words alone.
    pub(super) fn plain(&self, title: &str, why: &str) -> String {
        self.part("plain.html", &ProblemView { title, lines: vec![why] })
    }
}
