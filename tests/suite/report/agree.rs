//! The page, the workbook and the JSON say the same, cell by cell, and each cell leads to what was found.

use std::collections::BTreeMap;
use std::path::PathBuf;

use careers_policy::report::{Part, Report, sheets};
use careers_policy::workbook::{ReadSheet, Value as SheetValue, read_workbook};
use serde_json::Value;

use super::{report, written};
use crate::school::repository;

/// What a cell says, by part, school and column.
type Cells = BTreeMap<(String, String, String), String>;

/// Schools with and without gaps, a trust with its schools, and files that cannot be read.
fn paths() -> Vec<PathBuf> {
    let names = [
        "fixtures/troubled/as-typed.yaml",
        "fixtures/troubled/no-careers-leader.yaml",
        "fixtures/troubled/no-review-dates.yaml",
        "fixtures/troubled/windows-1252.yaml",
        "fixtures/troubled/from-windows.yaml",
        "profiles/tidewater-schools-trust.yaml",
        "profiles/riverside-college.yaml",
        "profiles/no-such-file.yaml",
    ];
    names.map(repository).to_vec()
}

fn text(value: &Value) -> String {
    value.as_str().unwrap_or_default().to_owned()
}

fn of_json(json: &Value) -> Cells {
    let mut cells = Cells::new();
    for school in json["schools"].as_array().unwrap() {
        for part in json["parts"].as_array().unwrap() {
            for column in part["columns"].as_array().unwrap() {
                let (part, column) = (text(&part["part"]), text(&column["id"]));
                let cell = &school["cells"][&part][&column];
                let said = match (cell["state"].as_str(), cell["words"].as_str()) {
                    (Some(state), Some(words)) => format!("{state}: {words}"),
                    (Some(state), None) => state.to_owned(),
                    (None, _) if school["read"] == true => "does not apply".to_owned(),
                    (None, _) => "not known".to_owned(),
                };
                cells.insert((part, text(&school["label"]), column), said);
            }
        }
    }
    cells
}

/// The words of HTML.
fn plain(html: &str) -> String {
    let words: String = html
        .split('<')
        .enumerate()
        .map(|(index, piece)| match index {
            0 => piece,
            _ => piece.split_once('>').map_or("", |(_, words)| words),
        })
        .collect();
    let signs = [("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&#39;", "'"), ("&amp;", "&")];
    signs.iter().fold(words, |words, (from, to)| words.replace(from, to))
}

/// What stands between two marks, each time they are there.
fn between<'h>(html: &'h str, opens: &'h str, closes: &'h str) -> impl Iterator<Item = &'h str> {
    html.split(opens).skip(1).map(move |rest| rest.split(closes).next().unwrap())
}

/// The cells of the page, and where each leads.
fn of_page(page: &str) -> (Cells, Vec<(String, String)>) {
    let (mut cells, mut links) = (Cells::new(), Vec::new());
    for table in between(page, "<table id=\"", "</table>") {
        let part = table.split('"').next().unwrap().rsplit_once('-').map_or("", |(part, _)| part).to_owned();
        let columns: Vec<&str> = between(table, " data-column=\"", "\"").collect();
        if columns.is_empty() {
            continue;
        }
        for row in between(table, "<tr data-school=", "</tr>") {
            let school = plain(between(row, "<th scope=\"row\">", "</th>").next().unwrap());
            let row: Vec<&str> = between(row, "<td", "</td>").collect();
            assert_eq!(row.len(), columns.len(), "{part} of {school}");
            for (cell, column) in row.iter().zip(&columns) {
                let words = plain(cell.split_once('>').unwrap().1);
                if let Some(target) = between(cell, "href=\"#", "\"").next() {
                    links.push((target.to_owned(), words.clone()));
                }
                let known = cells.insert((part.clone(), school.clone(), (*column).to_owned()), words);
                assert_eq!(known, None, "{part} of {school} has {column} twice");
            }
        }
    }
    (cells, links)
}

fn words(value: &SheetValue) -> String {
    match value {
        SheetValue::Words(words) => words.clone(),
        SheetValue::Number(number) => number.to_string(),
        SheetValue::Empty => String::new(),
        other => panic!("{other:?}"),
    }
}

fn of_workbook(sheets: &[ReadSheet], json: &Value) -> Cells {
    let mut cells = Cells::new();
    for part in json["parts"].as_array().unwrap() {
        let name = match part["part"].as_str().unwrap() {
            "statutory" => "Law",
            "required" => "Hub or trust",
            "recommended" => "Recommended",
            "reviews" => "Reviews",
            "encounters" => "Encounters",
            "benchmarks" => "Benchmarks",
            other => panic!("{other}"),
        };
        let sheet = sheets.iter().find(|sheet| sheet.name.as_deref() == Some(name)).unwrap();
        let columns = part["columns"].as_array().unwrap();
        for (heading, column) in sheet.rows[2][1..].iter().zip(columns) {
            assert!(words(heading).starts_with(column["title"].as_str().unwrap()), "{heading:?}");
        }
        for row in &sheet.rows[3..] {
            assert_eq!(row.len(), columns.len() + 1, "{name}");
            for (cell, column) in row[1..].iter().zip(columns) {
                cells.insert((text(&part["part"]), words(&row[0]), text(&column["id"])), words(cell));
            }
        }
    }
    cells
}

#[test]
fn the_page_the_workbook_and_the_json_say_the_same_cell_by_cell() {
    let report = report(&paths());
    let (page, json, workbook) = written(&report, "report-agree");
    let read = read_workbook(&workbook, "report.xlsx").unwrap();
    let of_json = of_json(&json);
    let (of_page, links) = of_page(&page);
    assert!(of_json.len() > 1000 && links.len() > 100, "{} cells, {} links", of_json.len(), links.len());
    assert_eq!(of_page, of_json);
    assert_eq!(of_workbook(&read, &json), of_json);
    for state in ["found", "thin", "missing", "does not apply", "not known"] {
        assert!(of_json.values().any(|said| said.starts_with(state)), "no cell is {state}");
    }
    every_cell_leads_to_what_was_found(&report, &json, &page, &links);
}

fn every_cell_leads_to_what_was_found(report: &Report, json: &Value, page: &str, links: &[(String, String)]) {
    let mut open = 0;
    for (number, school) in json["schools"].as_array().unwrap().iter().enumerate() {
        for cell in school["cells"].as_object().unwrap().values().flat_map(|cells| cells.as_object().unwrap().values())
        {
            let is_open = ["missing", "thin"].contains(&cell["state"].as_str().unwrap());
            let Some(finding) = cell["finding"].as_u64() else {
                assert!(!is_open, "{} of {} leads nowhere", cell["state"], school["label"]);
                continue;
            };
            open += 1;
            let found = &school["findings"][usize::try_from(finding).unwrap()];
            let target = format!("school-{number}-{}", finding + 1);
            assert!(links.iter().any(|(link, _)| *link == target), "{target}");
            let entry = between(page, &format!("<li id=\"{target}\">"), "</li>").next().unwrap().to_owned();
            let entry = plain(&entry).to_lowercase();
            assert!(entry.contains(&plain(&text(&found["title"]).replace('`', "")).to_lowercase()), "{entry}");
            assert!(entry.contains(&text(&found["file"]).to_lowercase()), "{entry}");
            if let Some(line) = found["line"].as_u64() {
                assert!(entry.contains(&format!("line {line} of ")), "{entry}");
            }
        }
    }
    assert_eq!(open, links.len());
    every_link_of_the_workbook_leads_to_its_row(report, json, open);
}

fn every_link_of_the_workbook_leads_to_its_row(report: &Report, json: &Value, open: usize) {
    let workbook = sheets(report);
    let findings = workbook.sheets.iter().find(|sheet| sheet.name == "Findings").unwrap();
    let mut seen = 0;
    for (part, columns) in &report.parts {
        let index = workbook.sheets.iter().position(|sheet| {
            sheet.rows[0] == [careers_policy::workbook::Cell::of(part.title(), careers_policy::workbook::Look::Title)]
        });
        for (row, school) in workbook.sheets[index.unwrap()].rows[3..].iter().zip(json["schools"].as_array().unwrap()) {
            for (cell, column) in row[1..].iter().zip(columns) {
                let Some(link) = &cell.link else { continue };
                seen += 1;
                let target: usize = link.strip_prefix("#'Findings'!A").unwrap().parse().unwrap();
                let found = school["cells"][part.id()][&column.id]["finding"].as_u64().unwrap();
                let title = text(&school["findings"][usize::try_from(found).unwrap()]["title"]);
                let row: Vec<String> = findings.rows[target - 1].iter().map(|cell| words(&cell.value)).collect();
                assert_eq!((&row[0], &row[1]), (&text(&school["label"]), &title));
            }
        }
    }
    assert_eq!(seen, open);
}

#[test]
fn the_counts_are_those_of_the_cells_in_all_three() {
    let report = report(&paths());
    let (page, json, workbook) = written(&report, "report-counts");
    let sheets = read_workbook(&workbook, "report.xlsx").unwrap();
    let overview = between(&page, "<table id=\"schools\"", "</table>").next().unwrap();
    let rows: Vec<&str> = between(overview, "<tr data-school=", "</tr>").collect();
    for (index, school) in json["schools"].as_array().unwrap().iter().enumerate() {
        let open = |part: Part| {
            let cells = school["cells"][part.id()].as_object().unwrap().values();
            cells.filter(|cell| ["missing", "thin"].contains(&cell["state"].as_str().unwrap())).count()
        };
        let law = open(Part::Statutory);
        assert_eq!(school["counts"]["law"], law);
        let of_page: Vec<String> = between(rows[index], "<td class=\"number\">", "</td>").map(plain).collect();
        let of_sheet: Vec<String> = sheets[0].rows[index + 3][6..].iter().map(words).collect();
        if school["read"] == true {
            assert_eq!(of_page[0], law.to_string());
            assert_eq!(of_page, of_sheet);
        } else {
            assert_eq!(of_sheet[0], "not known");
        }
    }
}
