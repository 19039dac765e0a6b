//! Review copies: a remark on every clause, at its place, and not a word of the document changed.

use std::collections::BTreeSet;
use std::io::{Cursor, Read};

use careers_policy::case::Case;
use careers_policy::doc::{Document, Review, plain_text};
use careers_policy::draft::remarks;
use careers_policy::law::Date;
use careers_policy::write::{Extras, Reference, write_docx_with, write_html, write_html_review};
use snapbox::{Assert, Data};

use crate::amount::some;
use crate::readers::part_style_sheet;
use crate::school::{School, library, repository, starters, today};

fn reviewed(school: &School, document: &Document, day: Date) -> Review {
    let library = library();
    remarks(&Case::new(&school.profile, &library.catalogue, &library.engine, day), document).unwrap()
}

fn both(name: &str, id: &str) -> (Document, Review) {
    let school = School::starter(name);
    let document = school.document(id);
    let review = reviewed(&school, &document, today());
    (document, review)
}

fn part(docx: &[u8], name: &str) -> String {
    let mut archive = zip::ZipArchive::new(Cursor::new(docx)).unwrap();
    let mut text = String::new();
    archive.by_name(name).unwrap().read_to_string(&mut text).unwrap();
    text
}

fn docx(document: &Document, review: Option<&Review>, reference: Option<&Reference>) -> Vec<u8> {
    write_docx_with(document, &library().catalogue.theme, Extras { reference, review }).unwrap()
}

/// The numbers of the elements of that name, each with where it stands.
fn places(part: &str, element: &str) -> Vec<(usize, usize)> {
    let start = format!("<{element} w:id=\"");
    let number = |at: usize| part[at + start.len()..].split('"').next().unwrap().parse().unwrap();
    part.match_indices(&start).map(|(at, _)| (number(at), at)).collect()
}

/// The words of a part, a line for each paragraph.
fn lines(part: &str) -> Vec<String> {
    let words = |paragraph: &str| {
        let runs = paragraph.split("<w:t xml:space=\"preserve\">").skip(1);
        runs.map(|run| run.split("</w:t>").next().unwrap().to_owned()).collect::<String>()
    };
    part.split("</w:p>").map(words).filter(|line| !line.is_empty()).collect()
}

#[test]
fn every_clause_of_every_institution_has_a_comment_that_begins_and_ends_where_it_does() {
    for name in some(4, starters()) {
        for id in ["careers-policy", "provider-access-policy"] {
            let (document, review) = both(&name, id);
            let clauses: BTreeSet<&str> = document.clause_ids().into_iter().collect();
            let remarked = review.remarks.keys().filter_map(|passage| passage.clause.as_deref());
            assert_eq!(clauses, remarked.collect::<BTreeSet<_>>(), "{name}");
            let docx = docx(&document, Some(&review), None);
            let main = part(&docx, "word/document.xml");
            let (starts, ends) = (places(&main, "w:commentRangeStart"), places(&main, "w:commentRangeEnd"));
            let marks = places(&main, "w:commentReference");
            let comments = places(&part(&docx, "word/comments.xml"), "w:comment");
            assert!(comments.len() >= clauses.len(), "{name}: {} comments", comments.len());
            let numbers: Vec<usize> = (0..comments.len()).collect();
            for anchors in [&starts, &ends, &marks, &comments] {
                assert_eq!(anchors.iter().map(|(number, _)| *number).collect::<Vec<_>>(), numbers, "{name} {id}");
            }
            // Each ends before the next begins, and its mark follows its end.
            for number in numbers {
                assert!(starts[number].1 < ends[number].1 && ends[number].1 < marks[number].1);
                assert!(starts.get(number + 1).is_none_or(|next| marks[number].1 < next.1));
            }
        }
    }
}

#[test]
fn without_the_remarks_the_words_are_those_that_are_published() {
    let (document, review) = both("oakfield-academy", "careers-policy");
    let plain = lines(&part(&docx(&document, None, None), "word/document.xml"));
    let main = part(&docx(&document, Some(&review), None), "word/document.xml");
    let labels: Vec<String> = review.marks.iter().map(|mark| format!("[{}] ", mark.label)).collect();
    let mut lines = lines(&main);
    let key = lines.iter().position(|line| *line == review.key).unwrap();
    lines.drain(key..key + 2 + review.marks.len());
    let unmarked = |line: String| labels.iter().find_map(|label| line.strip_prefix(label)).unwrap_or(&line).to_owned();
    let words: Vec<String> = lines.into_iter().map(unmarked).filter(|line| !line.is_empty()).collect();
    assert_eq!(words, plain);
}

#[test]
fn a_page_without_its_remarks_is_the_page_that_is_published() {
    let (document, review) = both("oakfield-academy", "careers-policy");
    let theme = &library().catalogue.theme;
    let main = |page: &str| page.split("<main id=\"main-content\">").nth(1).unwrap().to_owned();
    let plain = main(&write_html(&document, theme).unwrap());
    let mut page = main(&write_html_review(&document, theme, &review).unwrap());
    while let Some(start) = page.find("<div class=\"remark ") {
        let end = page[start..].find("</div>\n</div>\n").unwrap();
        page.replace_range(start..start + end + "</div>\n</div>\n".len(), "");
    }
    while let Some(start) = page.find("<a class=\"mark\"") {
        let end = page[start..].find("</a>").unwrap() + "</a>".len();
        let space = usize::from(page[start + end..].starts_with(' '));
        page.replace_range(start..start + end + space, "");
    }
    while let Some(start) = page.find(" class=\"clause mark-") {
        let end = page[start..].find('>').unwrap();
        page.replace_range(start..start + end, "");
    }
    // What bore the mark of a table is empty now.
    assert_eq!(page.replace("<p></p>\n", ""), plain);
}

#[test]
fn a_remark_gives_the_duty_the_law_the_reason_and_the_pack() {
    let (document, review) = both("harbour-view-school", "provider-access-policy");
    let docx = docx(&document, Some(&review), None);
    let comments = part(&docx, "word/comments.xml");
    assert!(comments.contains("w:author=\"careers-policy\" w:initials=\"cp\" w:date=\"2026-09-01T00:00:00Z\""));
    let words = lines(&comments).join("\n").replace('\u{a0}', " ");
    for expected in ["[Statutory] ", "Statutory: ", "Education Act 1997, s.42B", "Why it is here: ", "of the pack base"]
    {
        assert!(words.contains(expected), "{expected}: {words}");
    }
    assert!(part(&docx, "word/_rels/comments.xml.rels").contains("https://www.legislation.gov.uk/"));
    for header in ["word/header-first.xml", "word/header.xml"] {
        assert!(part(&docx, header).contains("REVIEW COPY"), "{header}");
    }
}

/// That a programme covers the benchmarks can be seen only where its activities say which they serve.
#[test]
fn a_calendar_claims_the_benchmarks_only_where_its_activities_name_some() {
    for (name, names_some) in [("harbour-view-school", true), ("harbour-view-school", false)] {
        let school = School::starter(name).with(|profile| {
            let activities = profile.programme.activities.iter_mut();
            activities.filter(|_| !names_some).for_each(|activity| activity.benchmarks.clear());
        });
        let document = school.document("careers-policy");
        let review = reviewed(&school, &document, today());
        let claims = |id: &str| {
            let remarks = review
                .remarks
                .iter()
                .filter(|(passage, _)| passage.clause.as_deref() == Some("careers-policy/programme-calendar"));
            remarks.flat_map(|(_, remark)| &remark.paragraphs).any(|words| plain_text(words).contains(id))
        };
        assert!(claims("hub-guide/programme-calendar"));
        assert_eq!(claims("gatsby-benchmarks/programme-covers-benchmarks"), names_some);
    }
}

#[test]
fn marks_are_told_apart_by_words_and_their_colours_are_read_on_white() {
    let marks = library().catalogue.review.marks.by_duty();
    let labels: BTreeSet<&str> = marks.iter().map(|(_, mark)| mark.label.as_str()).collect();
    assert_eq!(labels.len(), marks.len());
    for (_, mark) in marks {
        assert!(mark.colour.is_readable_on(&[careers_policy::theme::Colour::WHITE]), "{}", mark.label);
    }
}

#[test]
fn a_review_copy_of_a_draft_with_another_look_says_all_of_it_on_every_page() {
    let school = School::starter("harbour-view-school");
    let mut document = school.document("careers-policy");
    document.draft = true;
    let review = reviewed(&school, &document, today());
    let bytes = std::fs::read(repository("fixtures/reference/larkspur-trust.docx")).unwrap();
    let reference = Reference::read(&bytes).unwrap();
    let docx = docx(&document, Some(&review), Some(&reference));
    let archive = zip::ZipArchive::new(Cursor::new(&docx)).unwrap();
    let names = archive.file_names().map(|name| name.unwrap().into_owned());
    let headers: Vec<String> =
        names.filter(|name| name.starts_with("word/") && name.contains("header") && name.ends_with(".xml")).collect();
    assert_eq!(headers.len(), 2);
    for header in headers {
        let words = lines(&part(&docx, &header)).join(" ");
        assert!(words.contains("REVIEW COPY") && words.contains("DRAFT"), "{header}: {words}");
    }
    let page = write_html_review(&document, &library().catalogue.theme, &review).unwrap();
    assert!(page.contains("<strong>DRAFT</strong>") && page.contains("<strong>REVIEW COPY"));
    assert!(page.contains("content: \"DRAFT, REVIEW COPY"));
}

#[test]
fn the_review_copy_of_a_short_statement() {
    let (document, review) = both("harbour-view-school", "provider-access-policy");
    let page = write_html_review(&document, &library().catalogue.theme, &review).unwrap();
    let (page, style_sheet) = part_style_sheet(&page);
    let body = page.split("</head>\n").nth(1).unwrap().to_owned();
    let golden = Data::read_from(&repository("fixtures/review/provider-access-policy.review.html"), None).raw();
    Assert::new().action_env("SNAPSHOTS").eq(Data::from(body).raw(), golden);
    // The document's own style sheet, and what a review copy adds.
    let (_, plain) = part_style_sheet(&write_html(&document, &library().catalogue.theme).unwrap());
    let added = style_sheet.strip_prefix(&plain).unwrap().to_owned();
    let golden = Data::read_from(&repository("fixtures/review/review.css"), None).raw();
    Assert::new().action_env("SNAPSHOTS").eq(Data::from(added).raw(), golden);
    let comments = lines(&part(&docx(&document, Some(&review), None), "word/comments.xml")).join("\n") + "\n";
    let golden = Data::read_from(&repository("fixtures/review/provider-access-policy.comments.txt"), None).raw();
    Assert::new().action_env("SNAPSHOTS").eq(Data::from(comments).raw(), golden);
}
