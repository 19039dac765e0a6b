//! The finished documents: golden files of a short and a full profile, and the same words in every format.

use std::sync::LazyLock;

use careers_policy::doc::{Block, BlockKind, Document, Inline, plain_text};
use careers_policy::law::Setting;
use careers_policy::picture::draw_all;
use careers_policy::profile::Line;
use careers_policy::write::{FORMATS, Format, Writers, write_docx, write_fragment, write_html, write_markdown};
use snapbox::{Assert, Data};

use crate::amount::some;
use crate::readers::{docx_outline, docx_part, docx_text, html_text, part_style_sheet};
#[cfg(feature = "pdf")]
use crate::readers::{pdf_keywords, pdf_outline, pdf_text};
#[cfg(feature = "pdf")]
use crate::school::pdf_writer;
use crate::school::{School, library, repository, starters};
use crate::words::{check_words, split};

const FRAGMENT: &str = "website-information";

/// Every document of every starter, and the statements of those schools that only a trust's profile describes.
fn documents() -> &'static [(String, Document)] {
    static DOCUMENTS: LazyLock<Vec<(String, Document)>> = LazyLock::new(draft_documents);
    &DOCUMENTS
}

fn draft_documents() -> Vec<(String, Document)> {
    let mut documents = Vec::new();
    for name in starters() {
        let school = School::starter(&name);
        documents.extend(school.ids().into_iter().map(|id| (format!("{name} {id}"), school.document(id))));
        for member in school.members().filter(|member| member.profile.policy == school.profile.policy) {
            // A primary school has none.
            if !member.is_due("provider-access-policy") {
                continue;
            }
            let statement = member.document("provider-access-policy");
            documents.push((format!("{name}, {}", member.profile.setting.name), statement));
        }
    }
    documents
}

fn check_golden(path: &str, actual: String) {
    Assert::new().action_env("SNAPSHOTS").eq(Data::from(actual).raw(), Data::read_from(&repository(path), None).raw());
}

fn check_goldens(profile: &str) {
    let theme = &library().catalogue.theme;
    let school = School::starter(profile);
    for id in school.ids() {
        let document = school.drawn(id);
        let folder = format!("fixtures/documents/{profile}/{id}");
        check_golden(&format!("{folder}.md"), write_markdown(&document));
        let (page, style_sheet) = part_style_sheet(&write_html(&document, theme).unwrap());
        check_golden(&format!("{folder}.html"), without_drawings(&page));
        check_golden("fixtures/documents/page.css", style_sheet);
        check_golden(&format!("{folder}.docx.txt"), docx_outline(&write_docx(&document, theme).unwrap()));
        #[cfg(feature = "pdf")]
        check_golden(&format!("{folder}.pdf.txt"), pdf_outline(&pdf_writer().write(&document, theme).unwrap()));
    }
    if school.is_due(FRAGMENT) {
        let fragment = write_fragment(&school.document(FRAGMENT));
        check_golden(&format!("fixtures/documents/{profile}/{FRAGMENT}.html"), fragment);
    }
}

/// A web page with what is drawn in its pictures left out: a thousand letters as outlines are no text to review.
fn without_drawings(html: &str) -> String {
    let mut parts = html.split("<defs>");
    let first = parts.next().unwrap().to_owned();
    parts.fold(first, |kept, part| kept + "…" + &part[part.find("</svg>").unwrap()..])
}

#[test]
fn the_documents_of_a_short_profile_are_as_they_were() {
    check_goldens("harbour-view-school");
}

#[test]
fn the_documents_of_a_full_profile_are_as_they_were() {
    check_goldens("oakfield-academy");
}

#[test]
fn the_policy_of_a_whole_trust_is_as_it_was() {
    check_goldens("meadowbank-learning-trust");
}

/// A document whose pictures say nothing: the text of a PDF's pages has not what is read out instead of them (`pictures` asks
/// for that).
#[cfg(feature = "pdf")]
fn silent(mut document: Document) -> Document {
    for block in &mut document.body {
        if let BlockKind::Picture(picture) = &mut block.kind {
            picture.sheets.iter_mut().for_each(|sheet| sheet.alt.clear());
            picture.table = None;
        }
    }
    document
}

#[test]
fn all_formats_say_the_same_words_in_the_same_order() {
    let theme = &library().catalogue.theme;
    for (name, mut document) in some(4, documents().to_vec()) {
        draw_all(&mut document, theme);
        check_words(&format!("{name}.html"), &document, &html_text(&write_html(&document, theme).unwrap()));
        check_words(&format!("{name}.docx"), &document, &docx_text(&write_docx(&document, theme).unwrap()));
        #[cfg(feature = "pdf")]
        check_words(
            &format!("{name}.pdf"),
            &silent(document.clone()),
            &pdf_text(&pdf_writer().write(&document, theme).unwrap()),
        );
    }
}

/// All that the regulations name stands in the piece for the website of every starter that is asked for it, and nothing is written
/// for one that is not.
#[test]
fn the_piece_for_the_website_says_all_that_must_be_published() {
    for name in some(5, starters()) {
        let school = School::starter(&name);
        let profile = &school.profile;
        let not_asked = [Setting::IndependentSchool, Setting::NonMaintainedSpecialSchool, Setting::MultiAcademyTrust];
        if not_asked.contains(&profile.setting.kind) {
            assert!(!school.is_due(FRAGMENT), "{name}");
            continue;
        }
        assert!(school.is_due(FRAGMENT), "{name}");
        let document = school.document(FRAGMENT);
        let fragment = write_fragment(&document);
        let text = html_text(&format!("<body>{fragment}"));
        let (leader, programme) = (&profile.roles.careers_leader, &profile.programme);
        let access = &programme.access;
        let words = [&leader.name, &leader.email, &leader.phone, &access.learners, &access.parents, &access.staff];
        let mut words: Vec<String> =
            words.into_iter().chain([&access.employers]).map(|words| words.as_deref().unwrap().to_owned()).collect();
        words.push(programme.next_review.unwrap().in_words());
        words.push(programme.aims[0].to_string());
        words.push(profile.impact.statement.as_deref().unwrap().split(['.', '\n']).next().unwrap().to_owned());
        for words in words {
            let mut found = split(&text);
            let wanted = split(&words);
            while !found.starts_with(&wanted) {
                assert!(!found.is_empty(), "{name}: {words}");
                found.remove(0);
            }
        }
        let link = |url: &Option<Line>| format!("href=\"{}\"", url.as_deref().unwrap());
        assert!(fragment.contains(&link(&profile.provider_access.url)), "{name}");
        // It holds the summary, and no link to the page into which it is pasted.
        assert!(!fragment.contains(&link(&programme.summary_url)), "{name}");
        for property in ["contactPoint", "contactType", "email", "telephone", "name\">"] {
            assert!(fragment.contains(&format!("itemprop=\"{property}")), "{name}: {property}");
        }
        assert!(fragment.is_ascii(), "{name}");
        for never in ["<html", "<head", "<body", "<h1", "<style", "<script", " style=", " class=", " id="] {
            assert!(!fragment.contains(never), "{name}: {never}");
        }
    }
}

#[test]
fn markdown_read_again_is_the_same_document() {
    for (name, document) in documents() {
        let text = write_markdown(document);
        let first = document.headings().next().unwrap().numbered_text();
        let start = text.find(&format!("\n## {first}\n")).unwrap();
        let again = shapes(&careers_policy::doc::parse_markdown(&text[start..], None));
        let expected = shapes(&document.body);
        let differing = again.iter().zip(&expected).find(|(again, expected)| again != expected);
        assert_eq!(differing, None, "{name}");
        assert_eq!(again.len(), expected.len(), "{name}");
    }
}

/// Blocks as lines: what kind each is and what it says. Where a link leads is left aside, for Markdown's anchors are its own.
fn shapes(blocks: &[Block]) -> Vec<String> {
    let row = |cells: &[Vec<Inline>]| cells.iter().map(|cell| marked(cell)).collect::<Vec<_>>().join(" | ");
    let shape = |block: &Block| match &block.kind {
        // A heading is read as a strong paragraph, for a clause has none.
        BlockKind::Heading(heading) => vec![format!("paragraph **{}**", heading.numbered_text())],
        BlockKind::Paragraph(inlines) => {
            let number = block.number.as_ref().filter(|_| block.own_mark().is_none());
            let number = number.map(|number| format!("**{number}** ")).unwrap_or_default();
            vec![format!("paragraph {number}{}", marked(inlines))]
        }
        BlockKind::List(list) => {
            let items = list.items.iter().map(|item| format!("item {:?}", shapes(item)));
            std::iter::once(format!("list from {:?}", list.start)).chain(items).collect()
        }
        BlockKind::Table(table) => {
            let rows = std::iter::once(&table.header).chain(&table.rows).map(|cells| format!("row {}", row(cells)));
            std::iter::once(format!("table {}", marked(&table.caption))).chain(rows).collect()
        }
        BlockKind::Callout(inner) | BlockKind::Quotation(inner) => vec![format!("callout {:?}", shapes(inner))],
        BlockKind::Notes(notes) => notes.iter().flat_map(|note| shapes(note)).collect(),
        // Markdown has the words of a picture, which are all that can be read again.
        BlockKind::Picture(picture) => {
            let caption = format!("paragraph Picture: {}", marked(&picture.caption));
            let table = picture.table.clone().map(|table| shapes(&[Block::new(None, BlockKind::Table(table))]));
            vec![caption, format!("paragraph {}", picture.alt)].into_iter().chain(table.unwrap_or_default()).collect()
        }
    };
    blocks.iter().flat_map(shape).collect()
}

fn marked(inlines: &[Inline]) -> String {
    let piece = |inline: &Inline| match inline {
        Inline::Text(text) => text.clone(),
        Inline::Strong(inner) => format!("**{}**", marked(inner)),
        Inline::Emphasis(inner) => format!("*{}*", marked(inner)),
        Inline::Link { text, .. } => marked(text),
        Inline::Note { number, .. } => format!("[^{number}]"),
        Inline::LineBreak => "/".to_owned(),
    };
    inlines.iter().map(piece).collect()
}

#[test]
fn the_same_document_is_the_same_bytes_in_every_format() {
    let theme = &library().catalogue.theme;
    let document = School::starter("the-bridge-pru").drawn("careers-policy");
    let write = |format: Format| Writers::new(theme, &[format]).unwrap().write(&document, theme, format).unwrap();
    for format in FORMATS {
        assert!(write(*format) == write(*format), "{format:?}");
    }
}

/// Years later, a file still tells which answers and which wording stand behind it.
#[test]
fn every_file_says_in_its_properties_what_it_was_made_from() {
    let theme = &library().catalogue.theme;
    let school = School::starter("harbour-view-school");
    let document = school.document("careers-policy");
    let facts =
        [school.profile.fingerprint(), library().catalogue.editions_in_words(), "careers-policy 0.1.0".to_owned()];
    let html = write_html(&document, theme).unwrap();
    let docx = docx_part(&write_docx(&document, theme).unwrap(), "docProps/custom.xml");
    for fact in &facts {
        assert!(html.contains(&format!("content=\"{fact}\"")), "{fact}");
        assert!(docx.contains(&format!(">{fact}<")), "{fact}");
        #[cfg(feature = "pdf")]
        assert!(pdf_keywords(&pdf_writer().write(&document, theme).unwrap()).contains(fact), "{fact}");
    }
}

#[test]
fn a_fingerprint_changes_with_the_answers_and_not_with_comments() {
    let school = School::starter("harbour-view-school");
    let other = school.clone().with(|profile| profile.policy.version = Some("9.9".into()));
    assert_eq!(school.profile.fingerprint().len(), 64);
    assert_ne!(school.profile.fingerprint(), other.profile.fingerprint());
    let commented =
        std::fs::read_to_string(repository("profiles/harbour-view-school.yaml")).unwrap() + "\n# A comment.\n";
    let file = std::env::temp_dir().join(format!("careers-policy-commented-{}.yaml", std::process::id()));
    std::fs::write(&file, commented.replace('\n', "\r\n")).unwrap();
    let read = careers_policy::profile::read_profile(&file, &mut careers_policy::text::Sources::default());
    std::fs::remove_file(&file).unwrap();
    assert_eq!(read.unwrap_or_else(|unread| panic!("{unread:#?}")).value.fingerprint(), school.profile.fingerprint());
}

#[test]
fn no_document_holds_a_placeholder_or_an_empty_cell() {
    for (name, document) in documents() {
        let text = write_markdown(document);
        for residue in
            ["{{", "{%", "To complete", "TBC", "XXX", "delete as appropriate", "none,", "[]", "()", "..", " ,", "  \n"]
        {
            assert!(!text.contains(residue), "{name}: {residue}");
        }
        for block in &document.body {
            if let BlockKind::Table(table) = &block.kind {
                assert!(!table.caption.is_empty(), "{name}: a table without a caption");
                let wide = table.rows.iter().all(|row| row.len() == table.header.len());
                assert!(wide, "{name}: a ragged table: {:?}", table.caption);
                let empty = table.rows.iter().flatten().any(|cell| plain_text(cell).trim().is_empty());
                assert!(!empty, "{name}: an empty cell in: {:?}", table.caption);
            }
        }
    }
}

#[test]
fn the_tab_of_a_web_page_names_the_school_however_long_the_title_is() {
    let theme = &library().catalogue.theme;
    let school = School::starter("oakfield-academy");
    for (id, title) in [
        ("careers-policy", "Oakfield Academy: Careers policy"),
        ("provider-access-policy", "Provider access policy statement – Oakfield Academy"),
    ] {
        let page = write_html(&school.document(id), theme).unwrap();
        assert!(page.contains(&format!("<title>{title}</title>")), "{id}");
    }
}
