//! The tables of the page, each with its caption, in a box of its own that scrolls.
//!
//! A part whose columns are many is parted by where they are asked, and then into tables narrow enough for a page on its side.

use crate::report::model::{Cell, Change, Column, Part, Report, STATES, School, State};
use crate::report::tally::{Tally, counts, tally};
use crate::text::{escape_html, html_words};

/// The most columns of one table.
const WIDEST: usize = 12;

/// A table with its caption, in its box. Each heading comes with the attributes that it has besides.
fn table(id: &str, caption: &str, sortable: bool, head: &[(String, String)], rows: &str) -> String {
    let head: String = head.iter().map(|(id, title)| format!("<th scope=\"col\"{id}>{title}</th>")).collect();
    let sortable = if sortable { " data-sortable" } else { "" };
    format!(
        "<div class=\"scroll\" role=\"group\" tabindex=\"0\" aria-labelledby=\"{id}-caption\">\n<table id=\"{id}\"{sortable}>\n\
         <caption id=\"{id}-caption\">{caption}</caption>\n<thead>\n<tr>{head}</tr>\n</thead>\n<tbody>\n{rows}</tbody>\n</table>\n</div>\n"
    )
}

/// The heading of a school's row, which leads to its own section.
fn row_heading(school: &School, number: usize) -> String {
    format!("<th scope=\"row\"><a href=\"#school-{number}\">{}</a></th>", escape_html(&school.label))
}

/// Every school with its numbers.
pub(super) fn overview(report: &Report) -> String {
    let any_required = report.parts.iter().any(|(part, _)| *part == Part::Required);
    let any_trust = report.schools.iter().any(|school| school.trust.is_some());
    let of_report = tally_titles(any_required);
    let trust = any_trust.then_some("Trust");
    let head: Vec<(String, String)> = headings(["School", "Kind"])
        .chain(headings(trust))
        .chain(headings(["File"]))
        .chain(headings(of_report))
        .collect();
    let mut rows = String::new();
    for (number, school) in report.schools.iter().enumerate() {
        let columns = tally(school).columns(any_required);
        let open: Vec<&str> = columns.iter().filter(|(_, _, number)| *number > 0).map(|(id, _, _)| *id).collect();
        let trust = school.trust.as_deref().map(escape_html).unwrap_or_default();
        rows.push_str(&format!(
            "<tr data-school=\"{number}\" data-open=\"{}\" data-trust=\"{trust}\">{}<td>{}</td>",
            open.join(" "),
            row_heading(school, number),
            school.kind.unwrap_or("could not be read")
        ));
        if any_trust {
            rows.push_str(&format!("<td>{trust}</td>"));
        }
        rows.push_str(&format!("<td class=\"place\"><code>{}</code></td>", escape_html(&school.file)));
        for (id, _, number) in columns {
            // Nothing is counted of what could not be read.
            match school.is_read || id == "mistakes" {
                true => rows.push_str(&format!("<td class=\"number\">{number}</td>")),
                false => rows.push_str("<td class=\"other\">not known</td>"),
            }
        }
        rows.push_str("</tr>\n");
    }
    table("schools", "Each school with what is open", true, &head, &rows)
}

fn tally_titles(any_required: bool) -> impl Iterator<Item = &'static str> {
    Tally::default().columns(any_required).into_iter().map(|(_, title, _)| title)
}

/// Headings without attributes.
fn headings<T: AsRef<str>>(titles: impl IntoIterator<Item = T>) -> impl Iterator<Item = (String, String)> {
    titles.into_iter().map(|title| (String::new(), escape_html(title.as_ref())))
}

/// What each column of a part asks, and at how many schools it is found.
pub(super) fn asked(report: &Report, part: Part, columns: &[Column]) -> String {
    let states: Vec<State> = STATES.into_iter().filter(|state| *state != State::NotKnown).collect();
    let counted = states.iter().map(|state| format!("Schools: {}", state.word()));
    let head: Vec<(String, String)> =
        headings(["In short", "What is asked", "Where"]).chain(headings(counted)).collect();
    let mut rows = String::new();
    for column in columns {
        let (title, asks) = (escape_html(&column.title), html_words(&column.asks));
        rows.push_str(&format!(
            "<tr><th scope=\"row\">{title}</th><td class=\"asks\">{asks}</td><td class=\"place\">{}</td>",
            escape_html(&column.citation)
        ));
        let counts = counts(&report.schools, part, &column.id);
        for (_, number) in STATES.iter().zip(counts).filter(|(state, _)| states.contains(state)) {
            rows.push_str(&format!("<td class=\"number\">{number}</td>"));
        }
        rows.push_str("</tr>\n");
    }
    let caption = format!("{}: what it is, and at how many schools", part.title());
    table(&format!("{}-asked", part.id()), &caption, true, &head, &rows)
}

/// The tables of a part: a row for each school.
pub(super) fn part_tables(report: &Report, part: Part, columns: &[Column]) -> String {
    let tables = groups(columns).into_iter().zip(1..).map(|((sources, columns), number)| {
        let caption = match sources.as_str() {
            "" => part.title().to_owned(),
            sources => format!("{}: {}", part.title(), escape_html(sources)),
        };
        part_table(report, part, &format!("{}-{number}", part.id()), &caption, &columns)
    });
    tables.collect()
}

/// Columns by where they are asked, in tables that are not too wide, each with the names of its sources: small sources share a table, and a
/// large one has several.
fn groups(columns: &[Column]) -> Vec<(String, Vec<&Column>)> {
    let mut sources: Vec<(&str, Vec<&Column>)> = Vec::new();
    for column in columns {
        match sources.iter_mut().find(|(source, _)| *source == column.source) {
            Some((_, known)) => known.push(column),
            None => sources.push((&column.source, vec![column])),
        }
    }
    let mut groups: Vec<(String, Vec<&Column>)> = Vec::new();
    for (source, columns) in sources {
        let pieces = columns.len().div_ceil(WIDEST).max(1);
        if let Some((names, known)) = groups.last_mut().filter(|(_, known)| known.len() + columns.len() <= WIDEST) {
            names.push_str(&format!("; {source}"));
            known.extend(columns);
            continue;
        }
        // Even pieces look better than full ones with a rest.
        for (piece, number) in columns.chunks(columns.len().div_ceil(pieces).max(1)).zip(1..) {
            let of = if pieces > 1 { format!(", {number} of {pieces}") } else { String::new() };
            groups.push((format!("{source}{of}"), piece.to_vec()));
        }
    }
    groups
}

fn part_table(report: &Report, part: Part, id: &str, caption: &str, columns: &[&Column]) -> String {
    let attribute = |column: &Column| format!(" data-column=\"{}\"", escape_html(&column.id));
    let titles = columns.iter().map(|column| (attribute(column), escape_html(&column.title)));
    let head: Vec<(String, String)> = headings(["School"]).chain(titles).collect();
    let mut rows = String::new();
    for (number, school) in report.schools.iter().enumerate() {
        rows.push_str(&format!("<tr data-school=\"{number}\">{}", row_heading(school, number)));
        columns.iter().for_each(|column| rows.push_str(&cell(&school.cell(part, &column.id), number)));
        rows.push_str("</tr>\n");
    }
    table(id, caption, true, &head, &rows)
}

fn cell(cell: &Cell, school: usize) -> String {
    let class = match cell.state {
        State::Missing => " class=\"missing\"",
        State::Thin => " class=\"thin\"",
        State::DoesNotApply | State::NotKnown => " class=\"other\"",
        State::Found => "",
    };
    let day = cell.day.map(|day| format!(" data-sort=\"{day}\"")).unwrap_or_default();
    let text = escape_html(&cell.text());
    match cell.entry {
        Some(entry) => format!("<td{class}{day}><a href=\"#school-{school}-{}\">{text}</a></td>", entry + 1),
        None => format!("<td{class}{day}>{text}</td>"),
    }
}

/// What is otherwise than in the earlier report.
pub(super) fn changes(report: &Report) -> String {
    let Some(changes) = &report.changes else { return String::new() };
    let since = changes.since.in_words();
    let mut html = format!("<h2 id=\"changes\">Since {since}</h2>\n");
    if changes.list.is_empty() {
        return html + "<p>Nothing is otherwise.</p>\n";
    }
    let head: Vec<(String, String)> = headings(["School", "Change", "What", "Then", "Now"]).collect();
    let rows: String = changes.list.iter().map(change).collect();
    html.push_str(&table("changed", &format!("What is otherwise than on {since}"), true, &head, &rows));
    html
}

fn change(change: &Change) -> String {
    let name = escape_html(&change.school);
    let (attribute, name) = match change.number {
        Some(number) => (format!(" data-school=\"{number}\""), format!("<a href=\"#school-{number}\">{name}</a>")),
        None => (String::new(), name),
    };
    let what = match &change.what {
        Some((part, title)) => format!("{}: {}", part.title(), escape_html(title)),
        None => "the school itself".to_owned(),
    };
    let state = |state: Option<State>| state.map_or("not asked", State::word);
    let (was, is) = match change.what {
        Some(_) => (state(change.was), state(change.is)),
        None => ("", ""),
    };
    format!(
        "<tr{attribute}><th scope=\"row\">{name}</th><td>{}</td><td>{what}</td><td>{was}</td><td>{is}</td></tr>\n",
        change.turn.word()
    )
}
