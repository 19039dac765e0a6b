//! How the pages of the PDF are filled: how many there are, where words begin, and where lines end.

use careers_policy::text::MONTHS;
use lopdf::content::Content;

use crate::readers::pdf_lines;
use crate::school::{School, library, pdf_writer};

fn pdf(school: &str, document: &str) -> Vec<u8> {
    pdf_writer().write(&School::starter(school).document(document), &library().catalogue.theme).unwrap()
}

#[test]
fn the_documents_of_a_school_have_no_more_pages_than_governors_read() {
    for (school, document, most) in [
        ("oakfield-academy", "careers-policy", 12),
        ("oakfield-academy", "provider-access-policy", 5),
        ("harbour-view-school", "careers-policy", 9),
        ("harbour-view-school", "provider-access-policy", 4),
    ] {
        let pages = pdf_lines(&pdf(school, document)).len();
        assert!(pages <= most, "{document} of {school}: {pages} pages");
    }
}

#[test]
fn no_line_ends_within_a_date_or_between_a_name_and_its_number() {
    for school in ["oakfield-academy", "millbrook-school", "harbour-view-school"] {
        let lines = pdf_lines(&pdf(school, "provider-access-policy")).concat();
        let words: Vec<Vec<&str>> = lines.iter().map(|line| line.split_whitespace().collect()).collect();
        assert!(lines.iter().any(|line| MONTHS.iter().any(|month| line.contains(month))), "{school}");
        for pair in words.windows(2) {
            let (Some(last), Some(first)) = (pair[0].last(), pair[1].first()) else { continue };
            let is_number = first.trim_end_matches(['.', ',', ';']).bytes().all(|byte| byte.is_ascii_digit());
            let is_parted = MONTHS.contains(last) || ["Year", "Years", "section", "appendix"].contains(last);
            assert!(!(is_number && is_parted), "{school}: {pair:?}");
        }
    }
}

#[test]
fn no_page_but_the_last_ends_in_words_that_lead_to_the_next() {
    for school in ["oakfield-academy", "millbrook-school", "the-bridge-pru"] {
        for document in ["careers-policy", "provider-access-policy"] {
            let pages = pdf_lines(&pdf(school, document));
            for page in &pages[..pages.len() - 1] {
                let words: Vec<&String> = page.iter().filter(|line| !line.starts_with("Page ")).collect();
                assert!(words.len() > 5, "{document} of {school}: {page:?}");
                assert!(!words.last().unwrap().ends_with(':'), "{document} of {school}: {words:?}");
            }
        }
    }
}

#[test]
fn the_name_of_a_school_without_a_logo_begins_where_all_its_words_begin() {
    let bytes = pdf("harbour-view-school", "careers-policy");
    let starts = starts_on_first_page(&bytes);
    let margin = starts.iter().copied().fold(f32::INFINITY, f32::min);
    // The margin is 20 mm wide.
    assert!((margin - 56.69).abs() < 0.1, "{starts:?}");
    assert!((starts[0] - margin).abs() < 0.1, "{starts:?}");
}

/// How far from the left edge each run of words on the first page begins, in points, in the order in which they were written.
fn starts_on_first_page(bytes: &[u8]) -> Vec<f32> {
    let pdf = lopdf::Document::load_mem(bytes).unwrap();
    let page = pdf.page_iter().next().unwrap();
    let content = Content::decode(&pdf.get_page_content(page)).unwrap();
    // Words are moved and never turned, so of each matrix only the stretch and the shift to the right count.
    let (mut place, mut kept, mut starts) = ((1.0, 0.0), Vec::new(), Vec::new());
    for operation in content.operations {
        let number = |index: usize| operation.operands[index].as_float().unwrap();
        match operation.operator.as_str() {
            "q" => kept.push(place),
            "Q" => place = kept.pop().unwrap(),
            "cm" => place = (place.0 * number(0), place.1 + place.0 * number(4)),
            "Tm" => starts.push(place.1 + place.0 * number(4)),
            _ => {}
        }
    }
    starts
}
