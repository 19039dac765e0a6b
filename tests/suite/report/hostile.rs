//! Words of strangers stay words: in the page, in JSON and in the workbook.

use std::io::{Cursor, Read};

use careers_policy::workbook::{Value, read_workbook};

use super::{report_on, starter, written};
use crate::sandbox::Sandbox;

/// Names that would be markup, a script or a formula where they are not taken for words.
const NAMES: [&str; 9] = [
    "</title><script>alert(1)</script>",
    "\\\"><img src=x onerror=alert(1)>",
    "=HYPERLINK(\\\"https://evil.example\\\",\\\"press\\\")",
    "@SUM(1+1)*cmd|' /C calc'!A0",
    "+1",
    "-- <!-- --> ]]>",
    "</script><style>*{display:none}</style>",
    "{{ 7 * 7 }} `code` **bold**",
    "&lt;b&gt; &amp; _x0041_",
];

#[test]
fn hostile_names_are_words_in_all_three() {
    let folder = Sandbox::empty("report-hostile");
    for (number, name) in NAMES.iter().enumerate() {
        let urn = format!("\n  urn: \"9990{number:02}\"");
        let text = format!(
            "setting:\n  name: \"{name}\"{urn}\n  type: academy\n  year_groups: 7-11\nroles:\n  careers_leader:\n    name: \"{name}\"\n"
        );
        folder.write(&format!("school-{number}.yaml"), text);
    }
    let report = report_on(&folder);
    assert_eq!(report.schools.len(), NAMES.len());
    assert!(report.schools.iter().all(|school| school.is_read), "{:#?}", report.schools[0].entries);
    let (page, json, workbook) = written(&report, "report-hostile-written");
    // One script, which is ours, and no markup out of a name.
    assert_eq!(page.matches("<script").count(), 1);
    assert_eq!(page.matches("<style").count(), 1);
    assert!(!page.contains("<img") && !page.contains("<!--") && !page.contains("javascript:"));
    assert!(page.contains("default-src 'none'"));
    let names: Vec<&str> =
        json["schools"].as_array().unwrap().iter().map(|school| school["name"].as_str().unwrap()).collect();
    let meant: Vec<String> = NAMES.iter().map(|name| name.replace("\\\"", "\"")).collect();
    assert_eq!(names, meant);
    let sheets = read_workbook(&workbook, "report.xlsx").unwrap();
    let first: Vec<&Value> = sheets[0].rows[3..].iter().map(|row| &row[0]).collect();
    assert_eq!(
        first,
        meant.iter().map(|name| Value::Words(name.clone())).collect::<Vec<_>>().iter().collect::<Vec<_>>()
    );
    let mut package = zip::ZipArchive::new(Cursor::new(&workbook)).unwrap();
    for index in 0..package.len() {
        let mut xml = String::new();
        let mut part = package.by_index(index).unwrap();
        if part.read_to_string(&mut xml).is_ok() {
            assert!(!xml.contains("<f>") && !xml.contains("<f "), "a formula in part {index}");
            assert!(!xml.contains("TargetMode=\"External\""), "a link out of the workbook in part {index}");
        }
    }
}

#[test]
fn very_long_words_are_cut_in_the_workbook_alone() {
    let folder = Sandbox::empty("report-long");
    let long = "Long ".repeat(8_000);
    let name = format!("name: {}", long.trim());
    folder.write("harbour.yaml", starter("harbour-view-school", &[("name: Lowri Vaughan", &name)]));
    let (page, json, workbook) = written(&report_on(&folder), "report-long-written");
    assert_eq!(json["schools"][0]["careers_leader"].as_str(), Some(long.trim()));
    assert!(page.contains(long.trim()));
    assert!(read_workbook(&workbook, "report.xlsx").is_ok());
}
