//! Reference documents that mean no good, or hold more than they need: nothing comes along that is not on a list, and what was left out is
//! told once. Each is made of the invented trust's letterhead.

use careers_policy::write::{Reference, ReferenceError};

use crate::amount::some;
use crate::school::repository;

use super::reference::{Parts, letterhead, policy, unzip, with, with_look, words, zip};

/// The words of the header that is changed.
const WORDS: &str = "<w:r><w:t>Larkspur Learning Trust</w:t></w:r>";

/// What of the letterhead is in the documents, with something else in place of its header's words; and what is said of it.
fn header_of(content: &str) -> (String, Vec<String>) {
    let (parts, notes) = with_look(&policy(), &with("word/header2.xml", WORDS, content));
    let headers =
        parts.into_iter().filter(|(name, part)| name.contains("reference-header") && !part.contains("<a:blip"));
    (headers.map(|(_, part)| part).collect(), notes)
}

/// What of the header is in the documents, from its first paragraph on.
fn paragraphs_of(content: &str) -> (String, Vec<String>) {
    let (part, notes) = header_of(content);
    let start = part.find("<w:p>").unwrap();
    (part[start..].replace("</w:hdr>", ""), notes)
}

fn field(instruction: &str) -> String {
    format!(
        "<w:r><w:fldChar w:fldCharType=\"begin\"/></w:r><w:r><w:instrText>{instruction}</w:instrText></w:r>\
         <w:r><w:fldChar w:fldCharType=\"separate\"/></w:r><w:r><w:t>Words</w:t></w:r><w:r><w:fldChar w:fldCharType=\"end\"/></w:r>"
    )
}

#[test]
fn of_a_field_that_is_not_on_the_list_its_words_stay() {
    let fields = [
        ("INCLUDEPICTURE\"http://x.example/\"", "the field INCLUDEPICTURE"),
        ("INCLUDETEXT\\x", "the field INCLUDETEXT"),
        ("DDEAUTO\"c:\\\\x.exe\" \"/c\"", "the field DDEAUTO"),
        (" FILLIN \"Password?\" ", "the field FILLIN"),
        (" ASK a \"b\" ", "the field ASK"),
        (" QUOTE 68 68 69 ", "the field QUOTE"),
        (" DATE \\@ \"d MMMM yyyy\" ", "the field DATE"),
        (" FILENAME \\p ", "the field FILENAME"),
        (" DOCPROPERTY x ", "the field DOCPROPERTY"),
        (" STYLEREF \"Nobody\" ", "the field STYLEREF"),
        (" HYPERLINK \"file:///c:/x.exe\" ", "the link to “file:///c:/x.exe”"),
        (" HYPERLINK \"\\\\x.example\\y\" ", "the link to “\\\\x.example\\y”"),
        (" HYPERLINK \"javascript:alert(1)\" ", "the link to “javascript:alert(1)”"),
        (" = 1 + 1 ", "a field without a name"),
        ("", "a field without a name"),
    ];
    for (instruction, told) in some(5, fields.to_vec()) {
        let escaped = instruction.replace('"', "&quot;");
        let simple = format!("<w:fldSimple w:instr=\"{escaped}\"><w:r><w:t>Words</w:t></w:r></w:fldSimple>");
        for content in [field(instruction), simple] {
            let (part, notes) = paragraphs_of(&content);
            assert!(part.ends_with("<w:r><w:t>Words</w:t></w:r></w:p>") && !part.contains("fld"), "{part}");
            assert!(!part.contains("example") && !part.contains("instr"), "{part}");
            assert_eq!(notes, [format!("from its header: {told} (its words stay)")]);
        }
    }
}

#[test]
fn fields_that_count_or_name_come_along_in_this_programs_words() {
    for (instruction, written) in [
        ("PAGE", " PAGE "),
        ("page \\* mergeformat", " PAGE \\* MERGEFORMAT "),
        ("NUMPAGES</w:instrText></w:r><w:r><w:instrText> \\* roman", " NUMPAGES \\* roman "),
        ("STYLEREF \"berschrift 1\"", " STYLEREF 1 "),
        ("HYPERLINK \"https://x.example/\"", " HYPERLINK \"https://x.example/\" "),
    ] {
        let (part, notes) = paragraphs_of(&field(instruction));
        let written = written.replace('"', "&quot;");
        assert!(part.contains(&format!("<w:instrText xml:space=\"preserve\">{written}</w:instrText>")), "{part}");
        assert_eq!((part.matches("w:fldChar ").count(), part.matches("<w:instrText").count()), (3, 1), "{part}");
        assert!(notes.is_empty() && words(&part) == "Words", "{notes:?} {part}");
    }
}

#[test]
fn a_field_in_a_field_a_deleted_one_and_one_without_an_end_do_not_come_along() {
    let inside = field(&format!(" PAGE </w:instrText></w:r>{}<w:r><w:instrText>", field(" INCLUDEPICTURE x ")));
    let mark = |kind: &str| format!("<w:r><w:fldChar w:fldCharType=\"{kind}\"/></w:r>");
    let deleted = field(" PAGE ").replace("instrText", "delInstrText");
    for (content, told) in [
        (inside, "the field INCLUDEPICTURE (its words stay)"),
        (deleted, "(its words stay)"),
        (
            format!("<w:del w:id=\"1\">{}</w:del><w:r><w:t>Words</w:t></w:r>", field(" DDE x ")),
            "deleted while changes were tracked",
        ),
        (
            format!("{}<w:r><w:instrText> DDE x </w:instrText></w:r><w:r><w:t>Words</w:t></w:r>", mark("begin")),
            "the field DDE",
        ),
        (format!("{}{}<w:r><w:t>Words</w:t></w:r>", mark("end"), mark("separate")), ""),
    ] {
        let (part, notes) = paragraphs_of(&content);
        assert!(
            part.ends_with("<w:p><w:pPr><w:pStyle w:val=\"Kopfzeile\"/></w:pPr><w:r><w:t>Words</w:t></w:r></w:p>"),
            "{part}"
        );
        assert!(notes.concat().contains(told), "{notes:?}");
    }
    // Words in an instruction are not printed by Word either.
    let (part, _) = paragraphs_of(&field("PAGE</w:instrText></w:r><w:r><w:t>Hidden</w:t></w:r><w:r><w:instrText>"));
    assert_eq!(words(&part), "Words");
}

#[test]
fn what_leads_out_of_the_file_stays_behind() {
    let linked = with(
        "word/_rels/header1.xml.rels",
        "Target=\"media/image1.png\"",
        "Target=\"https://tracker.example/logo.png\" TargetMode=\"External\"",
    );
    let (parts, notes) = with_look(&policy(), &linked);
    assert_eq!(notes, ["from its header: a picture that is linked from elsewhere"]);
    assert!(!parts.values().any(|part| part.contains("tracker.example") || part.contains("<a:blip")));

    let old = "<w:r><w:pict><v:shape href=\"http://x.example/\" style=\"width:9pt;background:url(http://x.example/a)\">\
               <v:fill o:href=\"http://x.example/b\" src=\"http://x.example/c\"/></v:shape></w:pict></w:r>";
    let (part, notes) = paragraphs_of(old);
    assert!(part.contains("<v:shape style=\"width:9pt\"><v:fill/></v:shape>"), "{part}");
    assert!(
        notes.len() == 1 && notes[0].contains("the address “http://x.example/b”, which leads elsewhere"),
        "{notes:?}"
    );

    for (kind, target) in
        [("hyperlink", "file:///c:/x.exe"), ("hyperlink", "\\\\x.example\\y"), ("attachedTemplate", "x.dotm")]
    {
        let mut parts =
            unzip(&with("word/header2.xml", WORDS, &format!("<w:hyperlink r:id=\"rId7\">{WORDS}</w:hyperlink>")));
        let relationship = format!(
            "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship Id=\"rId7\" Type=\
             \"http://schemas.openxmlformats.org/officeDocument/2006/relationships/{kind}\" Target=\"{target}\" TargetMode=\"External\"/></Relationships>"
        );
        parts.insert("word/_rels/header2.xml.rels".to_owned(), relationship.into_bytes());
        let (made, _) = with_look(&policy(), &zip(&parts));
        let header = made.iter().find(|(_, part)| part.contains(WORDS)).unwrap();
        assert!(!header.1.contains("w:hyperlink"), "{}", header.1);
        assert!(!made.contains_key(&header.0.replace("word/", "word/_rels/").replace(".xml", ".xml.rels")));
    }
    let template = with("word/settings.xml", "<w:zoom ", "<w:attachedTemplate r:id=\"rId1\"/><w:zoom ");
    assert!(!with_look(&policy(), &template).0["word/settings.xml"].contains("attachedTemplate"));
}

#[test]
fn a_name_counts_by_its_namespace_and_nothing_of_the_strict_form_comes_along() {
    let strict =
        "<s:r xmlns:s=\"http://purl.oclc.org/ooxml/wordprocessingml/main\"><s:fldChar s:fldCharType=\"begin\"/></s:r>";
    let (part, notes) = paragraphs_of(&format!("{strict}{WORDS}"));
    assert!(words(&part) == "Larkspur Learning Trust" && !part.contains("fldChar"), "{part}");
    assert_eq!(notes, ["from its header: “s:r”, which is of no form that is known here"]);
    let main = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
    let renamed = field("DDE x").replace("w:", "q:").replace("<q:r>", &format!("<q:r xmlns:q=\"{main}\">"));
    assert_eq!(paragraphs_of(&renamed).1, ["from its header: the field DDE (its words stay)"]);
    let whole = with("word/styles.xml", main, "http://purl.oclc.org/ooxml/wordprocessingml/main");
    assert!(matches!(Reference::read(&whole), Err(ReferenceError::Unusual(_))));
}

#[test]
fn what_is_not_named_or_stands_where_it_cannot_is_left_out_and_told_in_plain_words() {
    for (content, told) in [
        ("<w:r><w:object><o:OLEObject Type=\"Embed\" r:id=\"rId9\"/></w:object></w:r>", "an embedded object"),
        ("<w:r><w:dayLong/></w:r>", "a date that changes from day to day"),
        ("<w:altChunk r:id=\"rId9\"/>", "another document"),
        ("<w:r><w:unheardOf/></w:r>", "“w:unheardOf”"),
        ("<w:t>Loose</w:t>", "“w:t”"),
        (
            "<w:r><w:drawing><wp:inline><wp:docPr id=\"1\" name=\"x\"/></wp:inline></w:drawing></w:r>",
            "a drawing that is neither a picture nor a plain shape",
        ),
    ] {
        let (part, notes) = paragraphs_of(&format!("{content}{WORDS}"));
        assert_eq!(notes, [format!("from its header: {told}")]);
        assert_eq!(words(&part), "Larkspur Learning Trust");
    }
    let (part, notes) = paragraphs_of("<w:r><w:t>Lark\u{202e}spur</w:t></w:r>");
    assert_eq!(
        (words(&part).as_str(), notes),
        ("Larkspur", vec!["from its header: characters that turn words round (the words stay)".to_owned()])
    );
    let font =
        "<w:embedRegular r:id=\"rId1\" w:fontKey=\"{00000000-0000-0000-0000-000000000000}\"/></w:font></w:fonts>";
    let (parts, notes) = with_look(&policy(), &with("word/fontTable.xml", "</w:font>\n</w:fonts>", font));
    assert!(parts["word/fontTable.xml"].contains("Calibri") && !parts["word/fontTable.xml"].contains("embed"));
    assert_eq!(notes, ["from its fonts: the fonts that the file carries"]);
    // Hidden words of a style would hide the policy's own.
    let hidden = with("word/styles.xml", "<w:sz w:val=\"24\"/>", "<w:vanish/><w:sz w:val=\"24\"/>");
    let (parts, notes) = with_look(&policy(), &hidden);
    assert!(!parts["word/styles.xml"].contains("vanish"));
    assert_eq!(notes, ["from its styles: hidden letters"]);
}

#[test]
fn what_common_letterheads_have_comes_along() {
    let shape = |inside: &str| {
        format!(
            "<w:r><mc:AlternateContent><mc:Choice Requires=\"wps\"><w:drawing><wp:anchor behindDoc=\"1\"><wp:positionH relativeFrom=\"page\"><wp:align>right</wp:align>\
             </wp:positionH><wp:extent cx=\"9\" cy=\"9\"/><wp:docPr id=\"2\" name=\"Box\"/><a:graphic xmlns:a=\"http://schemas.openxmlformats.org/drawingml/2006/main\">\
             <a:graphicData uri=\"http://schemas.microsoft.com/office/word/2010/wordprocessingShape\"><wps:wsp><wps:cNvSpPr/><wps:spPr><a:prstGeom prst=\"rect\">\
             <a:avLst/></a:prstGeom><a:solidFill><a:srgbClr val=\"14466B\"/></a:solidFill></wps:spPr><wps:txbx><w:txbxContent><w:p>{inside}</w:p></w:txbxContent></wps:txbx>\
             <wps:bodyPr/></wps:wsp></a:graphicData></a:graphic></wp:anchor></w:drawing></mc:Choice><mc:Fallback><w:pict><v:rect fillcolor=\"#14466b\"><v:textbox>\
             <w:txbxContent><w:p>{inside}</w:p></w:txbxContent></v:textbox></v:rect></w:pict></mc:Fallback></mc:AlternateContent></w:r>"
        )
    };
    let watermark = "<w:r><w:pict><v:shapetype id=\"_x0000_t136\" path=\"m@7,l@8,e\"><v:formulas><v:f eqn=\"sum #0 0 10800\"/></v:formulas></v:shapetype>\
                     <v:shape id=\"PowerPlusWaterMarkObject1\" type=\"#_x0000_t136\" fillcolor=\"silver\" stroked=\"f\"><v:textpath string=\"SAMPLE\"/></v:shape></w:pict></w:r>";
    let number = field(" PAGE ").replace("<w:t>Words</w:t>", "<w:t>1</w:t>");
    let content = format!("{}{watermark}<w:r><w:ptab w:alignment=\"right\" w:leader=\"none\"/></w:r>", shape(&number));
    let (part, notes) = paragraphs_of(&content);
    assert_eq!(notes, Vec::<String>::new());
    let squeezed = |text: &str| {
        text.replace(" xml:space=\"preserve\"", "")
            .replace(" xmlns:a=\"http://schemas.openxmlformats.org/drawingml/2006/main\"", "")
    };
    assert!(squeezed(&part).contains(&squeezed(&content)), "{part}\n{content}");
    // A control around the number of the page is taken away, and the number stays.
    let control = format!(
        "<w:sdt><w:sdtPr><w:docPartObj><w:docPartGallery w:val=\"Page Numbers\"/></w:docPartObj></w:sdtPr><w:sdtContent>{number}</w:sdtContent></w:sdt>"
    );
    let (part, notes) = paragraphs_of(&control);
    assert!(squeezed(&part).contains(&number) && notes.is_empty(), "{part}");
}

#[test]
fn a_theme_is_written_anew() {
    let (parts, notes) = with_look(&policy(), &letterhead());
    assert!(notes.is_empty() && parts["word/theme/theme1.xml"].contains("<a:latin typeface=\"Cambria\"/>"));
    let filled = "<a:bgFillStyleLst><a:blipFill><a:blip xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\" r:link=\"rId1\"/></a:blipFill>";
    let (parts, notes) = with_look(&policy(), &with("word/theme/theme1.xml", "<a:bgFillStyleLst>", filled));
    assert!(!parts["word/theme/theme1.xml"].contains("blip"));
    assert_eq!(notes, ["from its theme: a picture that fills shapes"]);
    let tail =
        with("word/theme/theme1.xml", "</a:theme>", "</a:theme><!DOCTYPE x SYSTEM \"http://x.example/\"><junk/>");
    assert_eq!(Reference::read(&tail).err(), Some(ReferenceError::Unusual("theme".to_owned())));
    // A theme without all its colours is none.
    let (parts, _) = with_look(&policy(), &with("word/theme/theme1.xml", "a:accent6", "a:accent7"));
    assert!(!parts.contains_key("word/theme/theme1.xml"));
}

#[test]
fn a_picture_is_written_anew_or_left_out() {
    let of = |bytes: Vec<u8>| {
        let mut parts = unzip(&letterhead());
        parts.insert("word/media/image1.png".to_owned(), bytes);
        with_look(&policy(), &zip(&parts))
    };
    let mut png = unzip(&letterhead())["word/media/image1.png"].clone();
    png.extend(b"<script>");
    let (parts, notes) = of(png.clone());
    assert!(notes.is_empty() && !parts["word/media/reference-001.png"].contains("script"));
    let jpeg = |name: &str| std::fs::read(repository(&format!("fixtures/cases/{name}.jpg"))).unwrap();
    let (parts, notes) = of(jpeg("logo-progressive"));
    assert!(notes.is_empty() && parts["word/media/reference-001.png"].contains("PNG"), "{notes:?}");
    let head = png.windows(4).position(|kind| kind == b"IHDR").unwrap();
    png[head + 4..head + 12].copy_from_slice(&[0x7f; 8]);
    for (bytes, told) in [
        (png, "is 2139062143 by 2139062143 dots large, and 2000 on the longer side are enough"),
        (
            b"<svg xmlns=\"http://www.w3.org/2000/svg\"><script/></svg>".to_vec(),
            "is neither a PNG nor a JPEG; save it anew as a PNG",
        ),
        (jpeg("cmyk"), "is a JPEG in the four inks of print (CMYK)"),
        (b"GIF89a".to_vec(), "is a GIF picture; save it anew as a PNG"),
        (b"\x89PNG\r\n\x1a\n".to_vec(), "is damaged or cut short"),
    ] {
        let (parts, notes) = of(bytes);
        assert!(
            notes.len() == 1 && notes[0].starts_with(&format!("from its header: a picture that {told}")),
            "{notes:?}"
        );
        assert!(!parts.keys().any(|name| name.starts_with("word/media/reference")));
    }
}

#[test]
fn more_than_a_reference_document_needs_is_refused_at_once() {
    let too_large = |bytes: &[u8], what: &str| {
        let refused = Reference::read(bytes).err().map(|error| error.to_string()).unwrap_or_default();
        assert!(refused.starts_with(&format!("there is more in {what} than a reference document needs")), "{refused}");
    };
    let style = "<w:style w:type=\"paragraph\" w:styleId=\"a\"><w:name w:val=\"a\"/></w:style>";
    let styles = |count: usize| with("word/styles.xml", "</w:styles>", &(style.repeat(count) + "</w:styles>"));
    too_large(&styles(250_000), "the file");
    too_large(&styles(60_000), "its styles");
    too_large(&styles(4_200), "its styles");
    too_large(&with("word/document.xml", "<w:sectPr ", &("<w:p/>".repeat(1_100_000) + "<w:sectPr ")), "its text");
    let attributes: String = (0..200_000).map(|number| format!(" a{number}=\"\"")).collect();
    too_large(&with("word/header2.xml", "<w:p>", &format!("<w:p{attributes}>")), "its header");
    let mut parts: Parts = unzip(&letterhead());
    parts.extend((0..6_000).map(|number| (format!("x{number}"), Vec::new())));
    too_large(&zip(&parts), "the file");

    // Each part by itself is not too large, but all together are.
    let runs = format!("{WORDS}{}", "<w:r/>".repeat(60_000));
    let mut parts = unzip(&with("word/header2.xml", WORDS, &runs));
    let rows =
        |list: &str| list.replace("</w:numbering>", &("<w:num w:numId=\"9\"/>".repeat(60_000) + "</w:numbering>"));
    let lists = rows(&String::from_utf8_lossy(&parts["word/numbering.xml"]));
    parts.insert("word/numbering.xml".to_owned(), lists.into_bytes());
    too_large(&zip(&parts), "its header");

    let deep = with("word/header2.xml", "<w:p>", &("<w:tbl><w:tr><w:tc>".repeat(600) + "<w:p>"));
    assert_eq!(Reference::read(&deep).err(), Some(ReferenceError::Unusual("header".to_owned())));
    let endless = field(&("PAGE".to_owned() + &" \\* MERGEFORMAT".repeat(100_000)));
    assert_eq!(paragraphs_of(&endless).1, ["from its header: the field PAGE (its words stay)"]);
    let begun = "<w:r><w:fldChar w:fldCharType=\"begin\"/></w:r>".repeat(20_000);
    assert_eq!(paragraphs_of(&begun).1, ["from its header: a field without a name (its words stay)"]);
}
