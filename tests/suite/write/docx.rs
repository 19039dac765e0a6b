//! The DOCX writer from outside: is the package sound, and are all the words in it?
//!
//! In: documents written here. Out: nothing but verdicts. The judges that are programs of others (Microsoft's validator,
//! LibreOffice) are not called here: these tests need nothing but cargo.

use std::collections::{BTreeMap, BTreeSet};
use std::io::{Cursor, Read};

use careers_policy::doc::{Block, BlockKind, Document, Heading, Inline, List, Origin, Table};
use careers_policy::theme::{Theme, Tokens};
use careers_policy::write::{write_docx, write_html};
use proptest::prelude::{any, proptest};
use quick_xml::events::Event;
use quick_xml::reader::Reader;

use crate::numbers::heading_number;
use crate::school::library;

const AWKWARD: &str =
    r#"<script>alert("1")</script> & &amp; * _a_ | {{ x }} {% y %} #import 'q' 🎓 עברית مرحبا ]]> \ é"#;

fn words(words: &str) -> Vec<Inline> {
    vec![Inline::Text(words.to_owned())]
}

fn block(kind: BlockKind) -> Block {
    Block::new(None, kind)
}

fn paragraph(text: &str) -> Block {
    block(BlockKind::Paragraph(words(text)))
}

fn heading(level: u8, number: &str, id: &str, text: &str) -> Block {
    let number = heading_number(number);
    block(BlockKind::Heading(Heading { level, number, id: id.to_owned(), text: text.to_owned() }))
}

fn list(start: Option<u64>, items: Vec<Vec<Block>>) -> Block {
    block(BlockKind::List(List { start, items }))
}

fn table(caption: &str, header: [&str; 2], rows: &[[&str; 2]]) -> Block {
    let cells = |cells: &[&str; 2]| cells.iter().map(|cell| words(cell)).collect();
    let caption = if caption.is_empty() { Vec::new() } else { words(caption) };
    block(BlockKind::Table(Table { caption, header: cells(&header), rows: rows.iter().map(cells).collect() }))
}

fn link(target: &str, text: &str) -> Inline {
    Inline::Link { target: target.to_owned(), text: words(text) }
}

/// A document with every kind of block.
fn document() -> Document {
    Document {
        id: "careers-policy".to_owned(),
        title: "Careers policy".to_owned(),
        institution: "St Mary & St John's".to_owned(),
        summary: "What the school does.".to_owned(),
        language: "en-GB".to_owned(),
        made_on: "2026-09-01".to_owned(),
        origin: Origin::default(),
        cover: vec![("Approved by".to_owned(), words("Governing body"))],
        draft: false,
        front: vec![
            heading(1, "", "control", "Document control"),
            table("Versions", ["Version", "Date"], &[["1", "2"]]),
        ],
        body: vec![
            heading(1, "1", "purpose", "Purpose"),
            block(BlockKind::Paragraph(vec![
                Inline::Strong(words("Strong")),
                Inline::LineBreak,
                Inline::Emphasis(vec![link("#roles", "roles")]),
                link("https://example.org/a?b=c&d=e", "outside"),
                link("javascript:alert(1)", "refused"),
                link("#nowhere", "lost"),
            ])),
            heading(2, "1.1", "aims", "Aims"),
            list(None, vec![vec![paragraph("Bullet"), list(Some(3), vec![vec![paragraph("Third")]])]]),
            list(Some(1), vec![vec![paragraph("First"), paragraph("More of it")], vec![table("", ["a", "b"], &[])]]),
            block(BlockKind::Callout(vec![paragraph("Set apart"), list(None, vec![vec![paragraph("In it")]])])),
            heading(1, "2", "roles", "Roles"),
            table("Who does what", ["Role", "Name"], &[["Careers leader", "A. Okonkwo"], ["Governor", "B. Hughes"]]),
            heading(1, "Appendix 1", "appendix-1", "Provider access"),
            heading(2, "A1.1", "asking", "Asking for access"),
            paragraph("The end."),
        ],
        ..Document::default()
    }
}

fn theme() -> Theme {
    Theme { tokens: Tokens { body_size: 11.0, ..Tokens::default() }, ..Theme::default() }
}

/// The parts of the package by name.
fn parts(document: &Document) -> BTreeMap<String, String> {
    let bytes = write_docx(document, &theme()).unwrap();
    let mut archive = zip::ZipArchive::new(Cursor::new(bytes)).unwrap();
    (0..archive.len())
        .map(|index| {
            let mut file = archive.by_index(index).unwrap();
            let mut text = String::new();
            file.read_to_string(&mut text).unwrap();
            (file.name().unwrap().into_owned(), text)
        })
        .collect()
}

/// Reads a part to its end, which fails if it is not well-formed.
fn assert_well_formed(part: &str) {
    let forbidden = |c: char| (c < ' ' && !"\t\r\n".contains(c)) || matches!(c, '\u{FFFE}' | '\u{FFFF}');
    assert!(!part.contains(forbidden), "a character that XML does not allow");
    let mut reader = Reader::from_str(part);
    let events = std::iter::from_fn(|| Some(reader.read_event().unwrap()).filter(|event| *event != Event::Eof));
    let (opened, closed) = events.fold((0, 0), |(opened, closed), event| match event {
        Event::Start(start) => {
            assert!(start.attributes().all(|attribute| attribute.is_ok()));
            (opened + 1, closed)
        }
        Event::End(_) => (opened, closed + 1),
        _ => (opened, closed),
    });
    assert!(opened > 0 && opened == closed, "{opened} elements opened, {closed} closed");
}

fn assert_sound(parts: &BTreeMap<String, String>) {
    parts.values().for_each(|part| assert_well_formed(part));
}

/// The values of an attribute, wherever it stands on one of these elements.
fn values(part: &str, elements: &[&str], attribute: &str) -> Vec<String> {
    let attribute = format!(" {attribute}=\"");
    let value = |tag: &str| tag.split_once(&attribute).map(|(_, rest)| rest.split('"').next().unwrap().to_owned());
    let is_one = |tag: &&str| elements.contains(&tag.split([' ', '/', '>']).next().unwrap());
    part.split('<').map(|tag| tag.split('>').next().unwrap()).filter(is_one).filter_map(value).collect()
}

/// The words of a part as a reader sees them.
fn shown(part: &str) -> String {
    let runs = part.split("<w:t xml:space=\"preserve\">").skip(1).map(|rest| rest.split("</w:t>").next().unwrap());
    runs.map(|run| quick_xml::escape::unescape(run).unwrap().into_owned()).collect()
}

#[test]
fn every_part_of_the_package_is_well_formed() {
    assert_sound(&parts(&document()));
}

#[test]
fn a_document_with_nothing_in_it_is_still_a_package() {
    assert_sound(&parts(&Document::default()));
}

#[test]
fn every_relationship_leads_to_a_part_and_every_reference_to_a_relationship() {
    let parts = parts(&document());
    let main = &parts["word/_rels/document.xml.rels"];
    let inside: String = main.split_inclusive("/>").filter(|one| !one.contains("External")).collect();
    let targets = values(&inside, &["Relationship"], "Target");
    assert_eq!(targets.len(), 7);
    assert!(targets.iter().all(|target| parts.contains_key(&format!("word/{target}"))), "{targets:?}");
    assert!(values(&parts["_rels/.rels"], &["Relationship"], "Target").iter().all(|target| parts.contains_key(target)));
    let ids = values(main, &["Relationship"], "Id");
    assert_eq!(ids.iter().collect::<BTreeSet<_>>().len(), ids.len());
    let users = ["w:hyperlink", "w:headerReference", "w:footerReference"];
    let used = values(&parts["word/document.xml"], &users, "r:id");
    assert!(used.len() == 5 && used.iter().all(|id| ids.contains(id)), "{used:?}");
}

#[test]
fn every_part_has_a_content_type() {
    let parts = parts(&document());
    let typed = values(&parts["[Content_Types].xml"], &["Override"], "PartName");
    let names: Vec<String> = parts
        .keys()
        .filter(|name| !name.ends_with(".rels") && *name != "[Content_Types].xml")
        .map(|name| format!("/{name}"))
        .collect();
    assert_eq!(names.iter().collect::<BTreeSet<_>>(), typed.iter().collect::<BTreeSet<_>>());
}

#[test]
fn every_style_that_is_used_is_defined_once() {
    let parts = parts(&document());
    let defined = values(&parts["word/styles.xml"], &["w:style"], "w:styleId");
    let all: String = parts.values().map(String::as_str).collect();
    let users = ["w:pStyle", "w:rStyle", "w:tblStyle", "w:basedOn", "w:next"];
    let unknown: Vec<String> = values(&all, &users, "w:val").into_iter().filter(|id| !defined.contains(id)).collect();
    assert_eq!(unknown, Vec::<String>::new());
    assert_eq!(defined.iter().collect::<BTreeSet<_>>().len(), defined.len());
}

#[test]
fn every_list_that_is_used_is_defined_and_begins_where_it_should() {
    let parts = parts(&document());
    let defined = values(&parts["word/numbering.xml"], &["w:num"], "w:numId");
    let used = values(&parts["word/document.xml"], &["w:numId"], "w:val");
    assert!(used.iter().all(|list| defined.contains(list)), "{used:?}");
    assert_eq!(values(&parts["word/numbering.xml"], &["w:startOverride"], "w:val"), ["3", "1"]);
}

#[test]
fn the_same_document_gives_the_same_bytes() {
    assert_eq!(write_docx(&document(), &theme()).unwrap(), write_docx(&document(), &theme()).unwrap());
}

#[test]
fn awkward_text_comes_through_as_it_is_wherever_it_stands() {
    let parts = parts(&Document {
        title: AWKWARD.to_owned(),
        institution: AWKWARD.to_owned(),
        cover: vec![(AWKWARD.to_owned(), words(AWKWARD))],
        body: vec![heading(1, "1", "one", AWKWARD), paragraph(AWKWARD), table(AWKWARD, [AWKWARD; 2], &[[AWKWARD; 2]])],
        ..Document::default()
    });
    assert_sound(&parts);
    // Title, institution, two on the cover, contents, heading, paragraph, caption and four cells.
    assert_eq!(shown(&parts["word/document.xml"]).matches(AWKWARD).count(), 12);
    assert_eq!(shown(&parts["word/header.xml"]), format!("{AWKWARD} — {AWKWARD}"));
}

#[test]
fn control_characters_go_and_line_ends_become_spaces() {
    let parts = parts(&Document { body: vec![paragraph("a\u{0}b\u{1b}[31m\nc\u{FFFF}")], ..Document::default() });
    assert_sound(&parts);
    assert_eq!(shown(&parts["word/document.xml"]), "ab[31m c");
}

#[test]
fn the_contents_are_filled_with_links_to_bookmarks_and_ask_nothing() {
    let parts = parts(&document());
    let main = &parts["word/document.xml"];
    let contents = main.split("<w:sdt>").nth(1).unwrap().split("</w:sdt>").next().unwrap();
    assert_eq!(values(contents, &["w:hyperlink"], "w:anchor"), ["purpose", "aims", "roles", "appendix_1", "asking"]);
    assert_eq!(shown(contents), "Contents1Purpose1.1Aims2RolesAppendix 1: Provider accessA1.1Asking for access");
    let bookmarks = values(main, &["w:bookmarkStart"], "w:name");
    assert!(values(main, &["w:hyperlink"], "w:anchor").iter().all(|anchor| bookmarks.contains(anchor)));
    assert!(!main.contains("w:dirty") && !parts["word/settings.xml"].contains("updateFields"));
}

#[test]
fn word_counts_the_headings_if_it_would_count_them_the_same() {
    let main = &parts(&document())["word/document.xml"];
    assert!(main.contains("<w:pStyle w:val=\"AppendixHeading1\"/>"));
    assert!(shown(main.split("</w:sdt>").nth(1).unwrap()).starts_with("PurposeStrong"));
}

#[test]
fn numbers_that_word_would_not_give_are_printed_as_words() {
    let body = vec![heading(1, "1", "one", "One"), heading(1, "3", "three", "Three"), paragraph("End")];
    let parts = parts(&Document { body, ..Document::default() });
    assert_eq!(shown(&parts["word/document.xml"]), "Contents1 One3 Three1 One3 ThreeEnd");
    assert!(!parts["word/numbering.xml"].contains("w:pStyle"));
}

#[test]
fn a_link_of_an_unexpected_scheme_or_to_nowhere_is_plain_words() {
    let parts = parts(&document());
    let relationships = &parts["word/_rels/document.xml.rels"];
    assert!(relationships.contains("Target=\"https://example.org/a?b=c&amp;d=e\" TargetMode=\"External\""));
    assert!(!relationships.contains("javascript"));
    assert!(parts["word/document.xml"].contains("<w:r><w:t xml:space=\"preserve\">refused</w:t></w:r>"));
    assert!(parts["word/document.xml"].contains("<w:r><w:t xml:space=\"preserve\">lost</w:t></w:r>"));
}

#[test]
fn a_table_repeats_its_header_row_keeps_its_rows_whole_and_says_what_it_shows() {
    let main = &parts(&document())["word/document.xml"];
    let table = main.split("<w:tbl>").find(|table| table.contains("Careers leader")).unwrap();
    assert_eq!(table.matches("<w:tblHeader/>").count(), 1);
    assert_eq!(table.matches("<w:cantSplit/>").count(), 3);
    assert_eq!(values(table, &["w:tblCaption"], "w:val"), ["Who does what"]);
    assert_eq!(values(table, &["w:tblLook"], "w:firstColumn"), ["1"]);
    let columns = values(table, &["w:gridCol"], "w:w");
    assert_eq!(columns.iter().map(|width| width.parse::<u32>().unwrap()).sum::<u32>(), 9_412);
}

#[test]
fn numbers_stand_under_each_other_at_the_right() {
    let rows = [["College", "1,204"], ["Work", "fewer than 5"]];
    let telephones = [["Careers leader", "01632 960511"], ["Office", "01632 960510"]];
    let body = vec![table("", ["Destination", "Pupils"], &rows), table("", ["Role", "Telephone"], &telephones)];
    let document = Document { body, ..Document::default() };
    assert_eq!(parts(&document)["word/document.xml"].matches("<w:jc w:val=\"right\"/>").count(), 3);
    let page = write_html(&document, &library().catalogue.theme).unwrap();
    assert_eq!(page.matches("class=\"numeric\"").count(), 3);
}

#[test]
fn tables_with_the_same_header_have_the_same_widths() {
    let long = "a long account of what happened and of who was there, ".repeat(4);
    let header = ["When", "What"];
    let body = vec![table("", header, &[["1", "short"]]), table("", header, &[["15 October 2026", long.as_str()]])];
    let widths = values(&parts(&Document { body, ..Document::default() })["word/document.xml"], &["w:gridCol"], "w:w");
    assert_eq!(widths[..2], widths[2..]);
}

#[test]
fn facts_of_the_first_page_stand_under_each_other_below_a_title_on_a_ground_of_its_own() {
    let fact = |label: &str, value: &str| (label.to_owned(), words(value));
    let cover =
        vec![fact("Status", "Approved"), fact("Version", "3.0"), fact("Chair of the governing body", "B. Hughes")];
    let parts = parts(&Document { title: "Careers policy".to_owned(), cover, ..Document::default() });
    let styles = values(&parts["word/document.xml"], &["w:pStyle"], "w:val");
    assert_eq!(styles.iter().filter(|style| *style == "CoverFact").count(), 3);
    let style = |id: &str| {
        let style = parts["word/styles.xml"].split(&format!("w:styleId=\"{id}\"")).nth(1).unwrap();
        style.split("</w:style>").next().unwrap().to_owned()
    };
    assert_eq!(values(&style("CoverFact"), &["w:tab"], "w:pos").len(), 1);
    assert!(style("Title").contains("<w:shd "));
}

/// The paragraphs of a part, each with whether it is kept with the next and its words.
fn kept(part: &str) -> Vec<(bool, String)> {
    let paragraphs = part.split("<w:p>").skip(1).map(|rest| rest.split("</w:p>").next().unwrap());
    paragraphs.map(|one| (one.contains("<w:keepNext w:val=\"1\"/>"), shown(one))).collect()
}

#[test]
fn words_that_lead_in_what_follows_are_kept_with_it() {
    let label = block(BlockKind::Paragraph(vec![Inline::Emphasis(words("What we do"))]));
    let body = vec![
        paragraph("How to complain:"),
        paragraph("Write to the head."),
        label,
        paragraph("We teach:"),
        list(None, vec![vec![paragraph("lessons")]]),
        paragraph("The last:"),
    ];
    let main = &parts(&Document { body, ..Document::default() })["word/document.xml"];
    let expected = [
        (true, "How to complain:"),
        (false, "Write to the head."),
        (true, "What we do"),
        (true, "We teach:"),
        (false, "lessons"),
        (false, "The last:"),
    ];
    assert_eq!(kept(main), expected.map(|(kept, words)| (kept, words.to_owned())));
}

#[test]
fn a_short_table_stays_on_its_page_with_its_note() {
    let of_clause = |kind| Block::new(Some("careers-policy/destination-tables"), kind);
    let BlockKind::Table(destinations) = table("", ["To", "Pupils"], &[["College", "1"], ["Work", "2"]]).kind else {
        panic!("no table")
    };
    let note = of_clause(BlockKind::Paragraph(words("Small numbers are not shown.")));
    let body = vec![of_clause(BlockKind::Table(destinations.clone())), note];
    let main = &parts(&Document { body, ..Document::default() })["word/document.xml"];
    let keeps: Vec<bool> = kept(main).into_iter().map(|(kept, _)| kept).collect();
    assert_eq!(keeps, [true, true, true, true, true, true, false]);
    // What another clause says is no note to it.
    let body = vec![of_clause(BlockKind::Table(destinations)), paragraph("Something else.")];
    let main = &parts(&Document { body, ..Document::default() })["word/document.xml"];
    let keeps: Vec<bool> = kept(main).into_iter().map(|(kept, _)| kept).collect();
    assert_eq!(keeps, [true, true, true, true, false, false, false]);
}

#[test]
fn contents_may_go_on_over_a_page_but_leave_no_line_alone() {
    let mut body = vec![heading(1, "1", "one", "One"), heading(2, "1.1", "part", "Part")];
    body.extend((2..=5).map(|number| heading(1, &number.to_string(), &format!("h{number}"), "Section")));
    let parts = parts(&Document { body, ..Document::default() });
    let contents = parts["word/document.xml"].split("<w:sdt>").nth(1).unwrap().split("</w:sdt>").next().unwrap();
    let keeps: Vec<bool> = kept(contents).into_iter().map(|(kept, _)| kept).collect();
    assert_eq!(keeps, [true, true, false, false, false, true, false]);
    let style = parts["word/styles.xml"].split("w:styleId=\"TOC1\"").nth(1).unwrap();
    assert!(!style.split("</w:style>").next().unwrap().contains("w:keepNext"));
}

/// What is held whole is held in every format, in running text as in cells and in the facts at the top; the words stay the same.
#[test]
fn dates_numbers_and_postcodes_stay_on_their_line_in_every_format() {
    let held = "8 July 2026, Year 10, section 42B, CD4 7QP";
    let whole = "8\u{a0}July\u{a0}2026, Year\u{a0}10, section\u{a0}42B, CD4\u{a0}7QP";
    let document = Document {
        cover: vec![("Approved".to_owned(), words(held))],
        body: vec![heading(1, "1", "one", held), paragraph(held), table("", ["What", "Why"], &[[held, held]])],
        ..Document::default()
    };
    assert_eq!(shown(&parts(&document)["word/document.xml"]).matches(whole).count(), 4);
    let page = write_html(&document, &library().catalogue.theme).unwrap();
    // Fact, contents, heading, paragraph and two cells.
    assert_eq!(page.matches(&whole.replace('\u{a0}', "&nbsp;")).count(), 6);
}

#[test]
fn a_date_wider_than_its_column_breaks_between_its_words() {
    let date = ["30 September 2026"; 2];
    let many: Vec<Vec<Inline>> = (0..9).map(|_| words(date[0])).collect();
    let table = |row: Vec<Vec<Inline>>| {
        let header = row.iter().map(|_| words("When")).collect();
        block(BlockKind::Table(Table { caption: Vec::new(), header, rows: vec![row] }))
    };
    let document = |row| Document { body: vec![table(row)], ..Document::default() };
    assert!(shown(&parts(&document(many))["word/document.xml"]).contains("30 September 2026"));
    let two = document(date.map(words).to_vec());
    assert!(shown(&parts(&two)["word/document.xml"]).contains("30\u{a0}September\u{a0}2026"));
}

#[test]
fn a_long_address_may_break_between_its_parts_and_within_none() {
    let address = "https://www.school.example/careers/provider-access";
    let email = "careers.leader@school.example";
    let body = vec![block(BlockKind::Paragraph(vec![link(address, address), link("mailto:x@y.example", email)]))];
    let page = write_html(&Document { body, ..Document::default() }, &library().catalogue.theme).unwrap();
    let parted = "https://<wbr>www.<wbr>school.<wbr>example/<wbr>careers/<wbr>provider-access</a>";
    assert!(page.contains(&format!("<a href=\"{address}\">{parted}")), "{page}");
    assert!(page.contains(">careers.<wbr>leader@<wbr>school.<wbr>example</a>"));
    // In a column none is broken; elsewhere nothing breaks inside the parts.
    assert!(page.contains("td a[href^=\"mailto:\"] wbr {\n    display: none;"));
    assert!(!page.contains("overflow-wrap: anywhere"));
}

#[test]
fn a_column_has_room_for_its_longest_email_address() {
    let email = "placements.team@riversidecollege.example,";
    let long = "a long account of what is done and by whom ".repeat(3);
    let body = vec![table("", ["Role", "Contact"], &[[long.as_str(), email]])];
    let main = &parts(&Document { body, ..Document::default() })["word/document.xml"];
    let widths: Vec<usize> = values(main, &["w:gridCol"], "w:w").iter().map(|width| width.parse().unwrap()).collect();
    // A character takes about 105 twips in a table.
    assert!(widths[1] > email.len() * 105, "{widths:?}");
}

#[test]
fn a_draft_says_so_on_the_first_page_and_on_the_others() {
    let draft = parts(&Document { draft: true, ..document() });
    assert_eq!(shown(&draft["word/header-first.xml"]), "DRAFT");
    assert!(shown(&draft["word/header.xml"]).ends_with("DRAFT"));
    assert!(!parts(&document()).values().any(|part| part.contains("DRAFT")));
}

#[test]
fn the_file_names_its_title_author_subject_language_and_date() {
    let core = &parts(&document())["docProps/core.xml"];
    assert!(core.contains("<dc:title>Careers policy</dc:title>"), "{core}");
    assert!(core.contains("<dc:creator>St Mary &amp; St John&apos;s</dc:creator>"), "{core}");
    assert!(core.contains("<dc:subject>What the school does.</dc:subject>"), "{core}");
    assert!(core.contains("<dc:language>en-GB</dc:language>"), "{core}");
    assert!(core.contains("<dcterms:modified xsi:type=\"dcterms:W3CDTF\">2026-09-01T00:00:00Z</dcterms:modified>"));
}

proptest! {
    #![proptest_config(crate::amount::cases(32, 64))]

    #[test]
    fn any_text_anywhere_gives_a_sound_package(text in any::<String>(), other in ".{0,60}", start in any::<u64>(), level in any::<u8>()) {
        let links = vec![link(&text, &other), link(&format!("https:{other}"), &text), link(&format!("#{text}"), &other)];
        assert_sound(&parts(&Document {
            id: text.clone(),
            title: text.clone(),
            institution: other.clone(),
            summary: text.clone(),
            language: other.clone(),
            made_on: text.clone(),
            origin: Origin { profile: text.clone(), catalogue: other.clone(), program: text.clone() },
            cover: vec![(text.clone(), links)],
            draft: true,
            front: vec![heading(level, &text, &other, &text)],
            body: vec![
                heading(level, &other, &text, &other),
                list(Some(start), vec![vec![], vec![paragraph(&text), heading(2, &text, &text, &other)]]),
                block(BlockKind::Callout(vec![table(&text, [&other, &text], &[[&text, &other]])])),
                table("", [&text, &other], &[]),
            ],
            ..Document::default()
        }));
    }
}
