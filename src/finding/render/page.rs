//! Findings as one web page that needs nothing else, for whoever answers for a school and sees no terminal.
//!
//! In: the subjects of a run, which gravities are to be shown, and the day in words. Out: HTML: lists that count, then the
//! findings of each school by gravity, the gravest first, and by section in the order of the file, each with its file, its line, what to
//! write and why.

use super::section::counted;
use super::{Row, Subject, headline, visible_line};
use crate::finding::{GRAVITIES, Gravity};
use crate::text::{capital, escape_html, html_words};

const STYLE: &str = include_str!("page.css");

/// The findings of these gravities as a web page.
pub fn render_page(subjects: &[Subject], shown: &[Gravity], day: &str) -> String {
    let title = match subjects {
        [subject] => format!("What was found: {}", name_of(subject)),
        _ => format!("What was found in {}", counted(subjects.len(), "school")),
    };
    let title = escape_html(&title);
    let mut page = format!(
        "<!DOCTYPE html>\n<html lang=\"en-GB\">\n<head>\n<meta charset=\"utf-8\">\n\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<title>{title}</title>\n\
         <style>\n{STYLE}</style>\n</head>\n<body>\n<main>\n<h1>{title}</h1>\n"
    );
    page.push_str(&format!("<p>Checked for {} by careers-policy. This is not legal advice.</p>\n", escape_html(day)));
    match subjects {
        [subject] => {
            page.push_str(&format!("<p>Profile: <code>{}</code></p>\n", words(&subject.file)));
            page.push_str(&contents(subject, shown, 1));
            page.push_str(&findings(subject, shown, 1, 2));
        }
        _ => {
            page.push_str(&schools(subjects));
            for (index, subject) in subjects.iter().enumerate() {
                let number = index + 1;
                page.push_str(&format!("<h2 id=\"school-{number}\">{}</h2>\n", words(&name_of(subject))));
                page.push_str(&format!("<p>Profile: <code>{}</code></p>\n", words(&subject.file)));
                page.push_str(&contents(subject, shown, number));
                page.push_str(&findings(subject, shown, number, 3));
            }
        }
    }
    page + "</main>\n</body>\n</html>\n"
}

fn name_of(subject: &Subject) -> String {
    subject.name.clone().unwrap_or_else(|| subject.file.clone())
}

/// How much there is of each gravity, with links to what is shown.
fn contents(subject: &Subject, shown: &[Gravity], number: usize) -> String {
    let mut list = format!("<p>{}.</p>\n", words(&capital(&subject.headline())));
    let there = |gravity: &Gravity| shown.contains(gravity) && subject.count(*gravity) > 0;
    let links: Vec<Gravity> = GRAVITIES.into_iter().rev().filter(there).collect();
    if links.len() > 1 {
        list.push_str(&format!(
            "<nav aria-label=\"{}\">\n<ul>\n",
            escape_html(&visible_line(&format!("Contents: {}", subject.file)))
        ));
        for gravity in links {
            let title = capital(&gravity.counted(subject.count(gravity)));
            list.push_str(&format!("<li><a href=\"#{}\">{}</a></li>\n", anchor(number, gravity), words(&title)));
        }
        list.push_str("</ul>\n</nav>\n");
    }
    let hidden = subject.rows.iter().filter(|row| !shown.contains(&row.gravity)).count();
    if hidden > 0 {
        list.push_str(&format!("<p>{} not shown here, as was asked for.</p>\n", capital(&counted(hidden, "finding"))));
    }
    list
}

fn anchor(number: usize, gravity: Gravity) -> String {
    format!("{}-{number}", gravity.word())
}

/// The findings of a school, each gravity under a heading of this rank.
fn findings(subject: &Subject, shown: &[Gravity], number: usize, rank: usize) -> String {
    let mut html = String::new();
    for gravity in GRAVITIES.into_iter().rev().filter(|gravity| shown.contains(gravity)) {
        let rows: Vec<&Row> = subject.rows_of(gravity).collect();
        if rows.is_empty() {
            continue;
        }
        let title = capital(&gravity.counted(rows.len()));
        let class = if gravity.fails() { " class=\"grave\"" } else { "" };
        let id = anchor(number, gravity);
        html.push_str(&format!("<h{rank} id=\"{id}\"{class}>{}</h{rank}>\n", words(&title)));
        html.push_str(&format!("<p>{}</p>\n", meaning(gravity)));
        for part in rows.chunk_by(|one, other| one.section() == other.section() && one.file == other.file) {
            let name = part[0].section().unwrap_or("The file as a whole");
            let below = rank + 1;
            html.push_str(&format!("<h{below}>{}</h{below}>\n<ul>\n", words(name)));
            part.iter().for_each(|row| html.push_str(&finding(row, subject)));
            html.push_str("</ul>\n");
        }
    }
    html
}

/// What a gravity means for the documents.
fn meaning(gravity: Gravity) -> &'static str {
    match gravity {
        Gravity::Note => "For information. Nothing waits for it.",
        Gravity::Recommended => "The documents are made without it, and are better with it.",
        Gravity::Required => "Until it is there, only a draft is made.",
        Gravity::Mistake => "The file has to be put right before documents are made.",
        Gravity::Law => "Until it is there, only a draft is made.",
    }
}

fn finding(row: &Row, subject: &Subject) -> String {
    let file = row.file.as_deref().filter(|file| *file != subject.file);
    let place = match (row.line, file) {
        (Some(line), Some(file)) => format!("Line {line} of {file}"),
        (Some(line), None) => format!("Line {line}"),
        (None, Some(file)) => file.to_owned(),
        (None, None) => "Not in the file yet, or the whole file".to_owned(),
    };
    let field = row.field.as_deref().map(|field| format!(", <code>{}</code>", words(field))).unwrap_or_default();
    let mut html = format!("<li>\n<p><strong>{}</strong></p>\n", words(&capital(&row.title)));
    html.push_str(&format!("<p>{}{field}</p>\n", words(&place)));
    for help in row.label.iter().chain(&row.help) {
        html.push_str(&format!("<p>{}</p>\n", words(&capital(help))));
    }
    for (place, line, label) in row.also.iter().map(|other| (other.file.as_deref(), other.line, &other.label)) {
        let line = line.map(|line| format!("line {line}")).unwrap_or_default();
        let file = place.filter(|file| *file != subject.file).map(|file| format!(" of {file}")).unwrap_or_default();
        html.push_str(&format!("<p>{}</p>\n", words(&format!("See also {line}{file}: {label}"))));
    }
    for note in &row.notes {
        html.push_str(&format!("<p class=\"why\">Why: {}</p>\n", words(note)));
    }
    html + &format!("<p class=\"why\">Code {}</p>\n</li>\n", row.code.id())
}

/// The schools of a run, each with how much was found: a list, for a table of counts is too wide for a phone.
fn schools(subjects: &[Subject]) -> String {
    let total = headline(|gravity| subjects.iter().map(|subject| subject.count(gravity)).sum());
    let mut html = format!("<p>{}.</p>\n<nav aria-label=\"Schools\">\n<ul>\n", words(&capital(&total)));
    for (index, subject) in subjects.iter().enumerate() {
        let (name, found) = (words(&name_of(subject)), words(&subject.headline()));
        html.push_str(&format!("<li><a href=\"#school-{}\">{name}</a>: {found}</li>\n", index + 1));
    }
    html + "</ul>\n</nav>\n"
}

/// Words for the page, of which no character is hidden.
fn words(text: &str) -> String {
    html_words(&visible_line(text))
}
