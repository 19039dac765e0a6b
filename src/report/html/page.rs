//! The page around its tables: head, contents, filter, and the sections in order.

use super::schools::schools;
use super::tables::{asked, changes, overview, part_tables};
use crate::report::model::{Part, Report};
use crate::text::escape_html;

const STYLE: &str = include_str!("page.css");
const SCRIPT: &str = include_str!("page.js");
/// Nothing is fetched, whatever stands in the page.
const POLICY: &str =
    "default-src 'none'; style-src 'unsafe-inline'; script-src 'unsafe-inline'; base-uri 'none'; form-action 'none'";

/// The report as a web page.
pub fn render_html(report: &Report) -> String {
    let number = report.schools.len();
    let title = match number {
        1 => "Careers report: 1 school".to_owned(),
        _ => format!("Careers report: {number} schools"),
    };
    let mut page = format!(
        "<!DOCTYPE html>\n<html lang=\"en-GB\">\n<head>\n<meta charset=\"utf-8\">\n\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n\
         <meta http-equiv=\"Content-Security-Policy\" content=\"{POLICY}\">\n\
         <title>{title}</title>\n<style>\n{STYLE}</style>\n</head>\n<body>\n<main>\n<h1>{title}</h1>\n"
    );
    page.push_str(&format!(
        "<p>For {}. Found means that the drafted documents say it. This is not legal advice.</p>\n",
        report.day.in_words()
    ));
    for catalogue in &report.catalogue {
        page.push_str(&format!("<p class=\"quiet\">Held against: {}.</p>\n", escape_html(catalogue)));
    }
    if report.schools.is_empty() {
        page.push_str("<p>There are no schools.</p>\n");
    } else {
        page.push_str(&contents(report));
        page.push_str(&filter(report));
        page.push_str(&changes(report));
        page.push_str("<h2 id=\"schools-heading\">Schools</h2>\n");
        page.push_str(&overview(report));
        for (part, columns) in &report.parts {
            page.push_str(&format!("<h2 id=\"{}\">{}</h2>\n", part.id(), part.title()));
            page.push_str(&format!("<p>{}</p>\n", part.about()));
            if part.is_of_requirements() {
                page.push_str(&asked(report, *part, columns));
            }
            page.push_str(&part_tables(report, *part, columns));
        }
        page.push_str("<h2 id=\"school-by-school\">School by school</h2>\n");
        page.push_str(&schools(report));
    }
    page + &format!("</main>\n<script>\n{SCRIPT}</script>\n</body>\n</html>\n")
}

fn contents(report: &Report) -> String {
    let since = report.changes.iter().map(|changes| ("changes", format!("Since {}", changes.since.in_words())));
    let parts = report.parts.iter().map(|(part, _)| (part.id(), part.title().to_owned()));
    let own = [("schools-heading", "Schools".to_owned())];
    let last = [("school-by-school", "School by school".to_owned())];
    let links = since.chain(own).chain(parts).chain(last);
    let items: String = links.map(|(id, title)| format!("<li><a href=\"#{id}\">{title}</a></li>\n")).collect();
    format!("<nav aria-label=\"Contents\">\n<ul>\n{items}</ul>\n</nav>\n")
}

/// The filter, which the script shows.
fn filter(report: &Report) -> String {
    let has = |part: Part| report.parts.iter().any(|(known, _)| *known == part);
    let choices = [
        (true, "", "All schools"),
        (true, "law", "The law asks for something missing or thin"),
        (has(Part::Required), "required", "Your hub or trust asks for something missing or thin"),
        (has(Part::Reviews), "reviews", "A review is overdue or has no day"),
        (has(Part::Encounters), "encounters", "A year group is short of encounters"),
        (has(Part::Benchmarks), "benchmarks", "A benchmark is thin or missing"),
        (true, "mistakes", "There is a mistake in the file"),
    ];
    let option = |value: &str, words: &str| format!("<option value=\"{value}\">{words}</option>\n");
    let choices: String =
        choices.into_iter().filter(|(there, _, _)| *there).map(|(_, value, words)| option(value, words)).collect();
    let mut trusts: Vec<&str> = report.schools.iter().filter_map(|school| school.trust.as_deref()).collect();
    trusts.sort_unstable();
    trusts.dedup();
    let trust = match trusts[..] {
        [] => String::new(),
        _ => {
            let trusts: String = trusts.iter().map(|name| option(&escape_html(name), &escape_html(name))).collect();
            format!("<label>Trust\n<select id=\"trust\">\n{}{trusts}</select></label>\n", option("", "All"))
        }
    };
    format!(
        "<search id=\"filter\" aria-label=\"Schools\" hidden>\n\
         <label>Name or file holds\n<input id=\"find\" type=\"search\" autocomplete=\"off\"></label>\n\
         <label>Show\n<select id=\"show\">\n{choices}</select></label>\n{trust}\
         <p id=\"shown\" role=\"status\"></p>\n</search>\n"
    )
}
