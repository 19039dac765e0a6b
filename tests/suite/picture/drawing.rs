//! The pictures: that nothing is missing from them, nothing overlaps or leaves its sheet, and every format has them with
//! words for those who do not see them.

use careers_policy::doc::{
    Block, BlockKind, Design, Document, Entry, Inline, Picture, parse_clause, parse_markdown, plain_text,
};
use careers_policy::picture::{Sheet, TALLEST, WIDTH, draw, to_png};
use careers_policy::profile::Detail;
use careers_policy::theme::{Colour, Theme};
use careers_policy::write::{write_docx, write_html, write_markdown};
use proptest::prelude::*;

use crate::amount::{cases, some};
use crate::readers::docx_text;
use crate::school::{School, library, starters};

fn theme() -> &'static Theme {
    &library().catalogue.theme
}

fn pictures(document: &Document) -> Vec<&Picture> {
    let picture = |block| match block {
        &Block { kind: BlockKind::Picture(ref picture), .. } => Some(picture),
        _ => None,
    };
    document.body.iter().filter_map(picture).collect()
}

fn picture(document: &Document, design: Design) -> Vec<Sheet> {
    let pictures = pictures(document);
    let picture = pictures.iter().find(|picture| picture.design == design).unwrap();
    draw(picture, theme(), 1)
}

/// All words of a picture without spaces and hyphens, for a line may end at either.
fn letters(sheets: &[Sheet]) -> String {
    squeezed(&sheets.iter().flat_map(|sheet| &sheet.boxes).map(|place| place.words.as_str()).collect::<String>())
}

fn squeezed(text: &str) -> String {
    text.chars().filter(|c| !c.is_whitespace() && *c != '-').collect()
}

/// Nothing covers anything else, and nothing leaves the sheet.
fn check_places(sheets: &[Sheet]) {
    for sheet in sheets {
        let height = sheet.drawing.height;
        for (index, one) in sheet.boxes.iter().enumerate() {
            let inside = one.x >= -0.1
                && one.y >= -0.1
                && one.x + one.width <= WIDTH + 0.1
                && one.y + one.height <= height + 0.1;
            assert!(inside, "{one:?} leaves a sheet of {WIDTH} by {height}");
            for other in &sheet.boxes[index + 1..] {
                let apart = one.x + one.width <= other.x + 0.1
                    || other.x + other.width <= one.x + 0.1
                    || one.y + one.height <= other.y + 0.1
                    || other.y + other.height <= one.y + 0.1;
                assert!(apart, "{one:?} and {other:?} overlap");
            }
        }
    }
}

/// Words as they are printed, squeezed.
fn printed(words: &str) -> String {
    squeezed(&careers_policy::text::with_quotes(words))
}

#[test]
fn every_activity_decision_and_encounter_of_a_profile_is_in_its_picture() {
    for name in starters() {
        let school = School::starter(&name);
        // The journeys of a trust's schools differ, so its policy draws none.
        if !school.members.is_empty() {
            continue;
        }
        let policy = school.document("careers-policy");
        let journey = letters(&picture(&policy, Design::LearningJourney));
        for activity in &school.profile.programme.activities {
            assert!(journey.contains(&printed(activity.title.trim_end_matches('.'))), "{name}: {}", activity.title);
        }
        let roadmap = letters(&picture(&policy, Design::Roadmap));
        for point in &school.profile.programme.parent_touchpoints {
            assert!(roadmap.contains(&printed(&point.what)), "{name}: {}", point.what);
            assert!(roadmap.contains(&printed(point.support.as_deref().unwrap_or_default())), "{name}: {}", point.what);
        }
    }
    for name in ["oakfield-academy", "harbour-view-school", "the-bridge-pru"] {
        let school = School::starter(name);
        let school = school.with(|profile| profile.detail = Some(Detail::Full));
        let timeline = letters(&picture(&school.document("provider-access-policy"), Design::EncounterTimeline));
        for encounter in &school.profile.provider_access.encounters {
            assert!(timeline.contains(&printed(&encounter.date.in_words())), "{name}: {}", encounter.date);
            assert!(timeline.contains(&printed(encounter.title.trim_end_matches('.'))), "{name}: {}", encounter.title);
        }
    }
}

#[test]
fn in_every_starter_nothing_overlaps_and_every_sheet_fits_a_page_and_is_a_small_file() {
    for name in some(3, starters()) {
        let school = School::starter(&name);
        // A school that owes no statement has none to draw.
        let documents: Vec<_> = school.ids().into_iter().map(|id| school.document(id)).collect();
        for picture in documents.iter().flat_map(|document| pictures(document)) {
            let sheets = draw(picture, theme(), 1);
            check_places(&sheets);
            for sheet in &sheets {
                assert!(!sheet.drawing.alt.trim().is_empty(), "{name}");
                assert!(sheet.drawing.height <= TALLEST + 1.0, "{name}: {}", sheet.drawing.height);
                let png = to_png(&sheet.drawing).unwrap();
                assert!(png.len() < 250_000, "{name}: {} bytes", png.len());
            }
        }
    }
}

#[test]
fn a_picture_that_fits_on_a_page_is_one_sheet() {
    for name in ["harbour-view-school", "copper-lane-centre", "the-bridge-pru"] {
        let document = School::starter(name).document("careers-policy");
        assert_eq!(picture(&document, Design::LearningJourney).len(), 1, "{name}");
    }
}

#[test]
fn the_key_phases_of_a_timeline_fill_what_is_left_of_a_page() {
    let school = School::starter("copper-lane-centre");
    let school = school.with(|profile| profile.detail = Some(Detail::Full));
    let sheets = picture(&school.document("provider-access-policy"), Design::EncounterTimeline);
    // Each can be read without the others, so none waits for a page that has room for all.
    assert!(sheets.len() > 1 && sheets.iter().all(|sheet| sheet.drawing.height * 2.0 < 700.0), "{}", sheets.len());
}

#[test]
fn a_mark_of_an_activity_is_drawn_for_each_of_its_benchmarks() {
    let school = School::starter("harbour-view-school");
    let sheets = picture(&school.document("careers-policy"), Design::LearningJourney);
    let drawn = sheets.iter().flat_map(|sheet| &sheet.boxes).filter(|place| place.words.len() == 1).count();
    let activities = &school.profile.programme.activities;
    let marks: usize =
        activities.iter().map(|activity| activity.benchmarks.len() * activity.year_groups.iter().count()).sum();
    // What the marks mean stands once, on the last sheet.
    assert_eq!(drawn, marks + 8);
}

#[test]
fn a_programme_without_activities_has_no_picture() {
    let school = School::starter("harbour-view-school").with(|profile| profile.programme.activities.clear());
    let document = school.document("careers-policy");
    assert!(pictures(&document).iter().all(|picture| picture.design != Design::LearningJourney));
    assert!(!write_markdown(&document).contains("learning journey"));
}

#[test]
fn a_statement_of_an_institution_that_owes_no_encounters_has_no_timeline() {
    assert!(pictures(&School::starter("riverside-college").document("provider-access-policy")).is_empty());
}

#[test]
fn a_long_programme_goes_on_a_second_sheet_and_each_says_which_it_is() {
    let document = School::starter("oakfield-academy").document("careers-policy");
    let sheets = picture(&document, Design::LearningJourney);
    assert_eq!(sheets.len(), 2);
    assert!(sheets[0].drawing.alt.ends_with("(1 of 2)") && sheets[1].drawing.alt.ends_with("(2 of 2)"));
}

/// On paper a picture takes the place of its table, so it must not leave a word out.
#[test]
fn where_a_picture_cannot_hold_every_word_its_table_is_printed_in_its_place() {
    let long = "A visit to every workshop in the valley, with questions for those who work there. ".repeat(12);
    let with = |title: &str| {
        School::starter("harbour-view-school").with(|profile| profile.programme.activities[0].title = title.into())
    };
    for (title, is_drawn) in [(long.trim(), false), ("A short walk", true)] {
        let document = with(title).drawn("careers-policy");
        let journey =
            pictures(&document).into_iter().find(|picture| picture.design == Design::LearningJourney).unwrap();
        assert_eq!(!journey.sheets.is_empty(), is_drawn);
        let word = docx_text(&write_docx(&document, theme()).unwrap());
        assert!(word.contains(title), "{word}");
    }
}

#[test]
fn an_encounter_that_the_timeline_would_not_show_keeps_the_table() {
    let school = School::starter("harbour-view-school").with(|profile| profile.detail = Some(Detail::Full));
    let drawn = |school: &School| !pictures(&school.document("provider-access-policy")).is_empty();
    assert!(drawn(&school));
    let with_year_7 = school.with(|profile| {
        let mut early = profile.provider_access.encounters[0].clone();
        early.year_groups = careers_policy::law::YearGroups::new(7..=7);
        early.title = "Trades morning".into();
        profile.provider_access.encounters.push(early);
    });
    assert!(!drawn(&with_year_7));
    assert!(with_year_7.markdown("provider-access-policy").contains("| Trades morning, with"));
}

#[test]
fn a_picture_whose_text_no_pdf_could_hold_keeps_the_table() {
    let is_drawn = |school: &School| {
        let document = school.drawn("careers-policy");
        let mut journeys = pictures(&document).into_iter().filter(|one| one.design == Design::LearningJourney);
        journeys.any(|journey| !journey.sheets.is_empty())
    };
    let school = School::starter("harbour-view-school");
    assert!(is_drawn(&school));
    let full = school.with(|profile| {
        let activity = profile.programme.activities[0].clone();
        profile.programme.activities.extend(std::iter::repeat_n(activity, 600));
    });
    assert!(!is_drawn(&full));
    assert!(full.markdown("careers-policy").contains("Table: Our careers programme by year and term"));
}

#[test]
fn every_format_has_each_picture_once_with_its_words() {
    let document = School::starter("the-bridge-pru").drawn("careers-policy");
    let pictures = pictures(&document);
    assert_eq!(pictures.len(), 2);
    let (html, docx) = (write_html(&document, theme()).unwrap(), write_docx(&document, theme()).unwrap());
    let (markdown, word) = (write_markdown(&document), docx_text(&docx));
    for picture in &pictures {
        let caption = plain_text(&picture.caption);
        assert_eq!(markdown.matches(&format!("Picture: {caption}\n\n{}", picture.alt)).count(), 1);
        assert_eq!(
            html.matches(&format!(
                "<svg xmlns=\"http://www.w3.org/2000/svg\" role=\"img\" aria-label=\"{}\"",
                picture.alt
            ))
            .count(),
            1
        );
        assert_eq!(word.matches(&picture.alt).count(), 1);
    }
    #[cfg(feature = "pdf")]
    {
        let pdf = crate::school::pdf_writer().write(&document, theme()).unwrap();
        let mut read_out = crate::readers::pdf_alternatives(&pdf);
        read_out.sort();
        let sheets =
            |picture: &Picture| (0..picture.sheets.len()).map(|sheet| picture.text_of_sheet(sheet)).collect::<Vec<_>>();
        let mut expected: Vec<String> = pictures.iter().flat_map(|picture| sheets(picture)).collect();
        expected.sort();
        assert_eq!(read_out, expected);
    }
}

#[test]
fn a_picture_that_was_not_drawn_is_its_words_in_every_format() {
    let document = School::starter("the-bridge-pru").document("careers-policy");
    let pictures = pictures(&document);
    let (html, docx) = (write_html(&document, theme()).unwrap(), write_docx(&document, theme()).unwrap());
    for picture in pictures {
        assert!(html.contains(&format!("<p>{}</p>", picture.alt)));
        assert!(docx_text(&docx).contains(&picture.alt));
    }
}

#[test]
fn only_a_clause_can_ask_for_a_picture() {
    let asked =
        "Picture: A road\n\n![Two stops](picture:roadmap)\n\n- **Now** Start\n- **Then** Arrive\n\n1. Meaning\n";
    let blocks = parse_clause(asked, "a/clause");
    let [Block { kind: BlockKind::Picture(picture), .. }] = &blocks[..] else { panic!("{blocks:?}") };
    assert_eq!((plain_text(&picture.caption).as_str(), picture.alt.as_str()), ("A road", "Two stops"));
    assert_eq!((picture.entries.len(), picture.key.len()), (2, 1));
    let words = parse_markdown(asked, None);
    assert!(!words.iter().any(|block| matches!(block.kind, BlockKind::Picture(_))), "{words:?}");
    let school = School::starter("harbour-view-school").with(|profile| {
        profile.programme.introduction = Some("![mine](picture:roadmap)\n\n- **x** y".into());
        profile.programme.parent_touchpoints.clear();
        profile.programme.activities.clear();
    });
    assert!(pictures(&school.document("careers-policy")).is_empty());
}

#[test]
fn a_picture_with_nothing_to_draw_is_left_out() {
    assert_eq!(parse_clause("Picture: A road\n\n![No stops](picture:roadmap)\n", "a/clause"), []);
}

fn entry(words: Vec<Inline>, entries: Vec<Entry>) -> Entry {
    Entry { words, entries }
}

fn text(words: &str) -> Inline {
    Inline::Text(words.to_owned())
}

fn strong(words: &str) -> Inline {
    Inline::Strong(vec![text(words)])
}

fn of(design: Design, entries: Vec<Entry>, key: Vec<Entry>) -> Picture {
    Picture {
        design,
        caption: Vec::new(),
        alt: "What it shows".to_owned(),
        entries,
        key,
        table: None,
        sheets: Vec::new(),
    }
}

proptest! {
    #![proptest_config(cases(6, 24))]

    #[test]
    fn whatever_words_are_drawn_nothing_overlaps_or_leaves_the_sheet(
        titles in prop::collection::vec(("\\PC{0,40}|[a-zA-Z ,'-]{0,200}|[A-Za-z]{60,90}", 0_u8..3, 0_i32..365), 1..24),
        name in "\\PC{0,30}|[A-Za-z]{20,40}",
    ) {
        let aside = |words: &str| Inline::Emphasis(vec![text(words)]);
        let activity = |title: &str| entry(vec![strong("1"), strong("8"), text(title), aside(title)], Vec::new());
        let in_term = |term: u8| titles.iter().filter(|(_, at, _)| *at == term).map(|(title, ..)| activity(title)).collect();
        let terms = || ["Autumn", "Spring", "Summer"].iter().zip(0..).map(|(term, at)| entry(vec![text(term)], in_term(at))).collect();
        let years = vec![entry(vec![text(&name)], terms()), entry(vec![text("Year 8")], terms())];
        let key = titles.iter().take(8).map(|(title, ..)| entry(vec![text(title)], Vec::new())).collect();
        check_places(&draw(&of(Design::LearningJourney, years, key), theme(), 1));

        let stops = titles.iter().map(|(title, ..)| entry(vec![strong(&name), text(title), aside(title)], Vec::new())).collect();
        check_places(&draw(&of(Design::Roadmap, stops, Vec::new()), theme(), 1));

        let encounters = |from: u8| titles.iter().filter(|(_, at, _)| *at == from).map(|(title, _, day)| {
            entry(vec![strong(&day.to_string()), text(title)], Vec::new())
        }).collect();
        let lane = vec![
            entry(vec![text(&name)], encounters(0)),
            entry(vec![text("Year 9"), strong("181"), aside("Closes")], encounters(1)),
        ];
        check_places(&draw(&of(Design::EncounterTimeline, vec![entry(vec![text(&name)], lane)], Vec::new()), theme(), 1));
    }
}

#[test]
fn a_white_number_can_be_read_on_every_mark() {
    let marks = &theme().tokens.colours.marks;
    assert_eq!(marks.len(), 8);
    assert!(Colour::WHITE.is_readable_on(marks), "{marks:?}");
}
