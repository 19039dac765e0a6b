//! The schools of the page one by one: whom to write to, and each entry that cells lead to, with its file and line.

use crate::report::model::{Entry, Report, School};
use crate::text::{capital, escape_html, html_words};

/// A section for each school.
pub(super) fn schools(report: &Report) -> String {
    report.schools.iter().enumerate().map(|(number, own)| school(own, number)).collect()
}

fn school(school: &School, number: usize) -> String {
    let label = escape_html(&school.label);
    let mut html = format!(
        "<section class=\"school\" data-school=\"{number}\" aria-labelledby=\"school-{number}\">\n<h3 id=\"school-{number}\">{label}</h3>\n"
    );
    let about = [
        school.kind.map(str::to_owned),
        (!school.years.is_empty()).then(|| format!("years {}", escape_html(&school.years))),
        school.urn.as_deref().map(|urn| format!("URN {}", escape_html(urn))),
        school.trust.as_deref().map(escape_html),
    ];
    let about: Vec<String> = about.into_iter().flatten().collect();
    let dot = if about.is_empty() { "" } else { " · " };
    html.push_str(&format!("<p>{}{dot}<code>{}</code></p>\n", about.join(" · "), escape_html(&school.file)));
    html.push_str(&contact(school));
    if school.entries.is_empty() {
        html.push_str("<p>Nothing is open.</p>\n");
    } else {
        let entries = school.entries.iter().enumerate();
        let entries: String =
            entries.map(|(index, own)| entry(own, &format!("school-{number}-{}", index + 1))).collect();
        html.push_str(&format!("<ol>\n{entries}</ol>\n"));
    }
    html + "</section>\n"
}

/// Whom to write to.
fn contact(school: &School) -> String {
    let email = school.email.as_deref().map(|email| {
        let shown = escape_html(email);
        // An address of other signs is shown and leads nowhere.
        let is_plain = email.chars().all(|c| c.is_ascii_alphanumeric() || "@.-_+'".contains(c));
        if is_plain { format!("<a href=\"mailto:{shown}\">{shown}</a>") } else { shown }
    });
    match (school.leader.as_deref().map(escape_html), email) {
        (Some(name), Some(email)) => format!("<p>Careers leader: {name}, {email}</p>\n"),
        (Some(words), None) => format!("<p>Careers leader: {words}; no email address is given</p>\n"),
        (None, Some(words)) => format!("<p>Careers leader: {words}</p>\n"),
        (None, None) if school.is_read => "<p>No careers leader is named.</p>\n".to_owned(),
        (None, None) => String::new(),
    }
}

fn entry(entry: &Entry, id: &str) -> String {
    let title = capital(&entry.title);
    let field =
        entry.field.as_deref().map(|field| format!(", <code>{}</code>", escape_html(field))).unwrap_or_default();
    let line = entry.line.map(|line| format!("Line {line} of ")).unwrap_or_default();
    let remedy = entry.remedy.as_deref().map(|words| format!("<p>{}</p>\n", html_words(words))).unwrap_or_default();
    let code =
        if entry.code.is_empty() { String::new() } else { format!(" <span class=\"quiet\">{}</span>", entry.code) };
    format!(
        "<li id=\"{id}\">\n<p><strong>{}</strong>{code}</p>\n<p>{line}<code>{}</code>{field}</p>\n{remedy}</li>\n",
        html_words(&title),
        escape_html(&entry.file)
    )
}
