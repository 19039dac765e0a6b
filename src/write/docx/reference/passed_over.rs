//! What of a reference document is passed over without a word, what is taken out of its wrapping, and what can stand where.
//!
//! In: the name of an element. Out: whether it is one of those. All of it is without a look of its own, or belongs to the file's own text.

use super::allowed::Part;

/// Marks of the file's own past or of its own text; what an editor remembers of it; and pictures as bullets, which would need a part more.
const PASSED_OVER: &str = "
w: annotationRef bookmarkEnd bookmarkStart commentRangeEnd commentRangeStart commentReference customXmlDelRangeEnd
  customXmlDelRangeStart customXmlInsRangeEnd customXmlInsRangeStart customXmlMoveFromRangeEnd customXmlMoveFromRangeStart
  customXmlMoveToRangeEnd customXmlMoveToRangeStart customXmlPr divId endnoteReference fldData footnoteReference
  lastRenderedPageBreak lvlPicBulletId moveFromRangeEnd moveFromRangeStart moveToRangeEnd moveToRangeStart numPicBullet
  numberingChange oMath pPrChange permEnd permStart placeholder proofErr rPrChange rsid sdtEndPr sdtPr sectPr sectPrChange
  smartTagPr tblGridChange tblPrChange tblPrExChange tcPrChange trPrChange
a: custClrLst extLst extraClrSchemeLst objectDefaults
o: bottom column left right top
pic: extLst
wp: extLst
wps: extLst
w10: borderbottom borderleft borderright bordertop
";

/// What is left out and told, in words that a reader knows.
const CALLED: [(&[&str], &str); 9] = [
    (&["w:embedRegular", "w:embedBold", "w:embedItalic", "w:embedBoldItalic"], "the fonts that the file carries"),
    (&["w:object", "o:OLEObject"], "an embedded object"),
    (&["w:control"], "a control"),
    (&["w:del", "w:moveFrom"], "words that were deleted while changes were tracked"),
    (&["w:altChunk", "w:subDoc"], "another document"),
    (&["w:vanish", "w:specVanish", "w:webHidden"], "hidden letters"),
    (&["a:blipFill", "a:blip"], "a picture that fills shapes"),
    (&["c:chart", "dgm:relIds"], "a chart"),
    (DATES, "a date that changes from day to day"),
];
const DATES: &[&str] = &["w:dayLong", "w:dayShort", "w:monthLong", "w:monthShort", "w:yearLong", "w:yearShort"];

/// What holds words without changing their look.
const UNWRAPPED: [&str; 8] =
    ["w:bdo", "w:customXml", "w:dir", "w:ins", "w:moveTo", "w:sdt", "w:sdtContent", "w:smartTag"];

/// Where the pieces of words and tables can stand; what is not named here is in its place wherever its list lets it be.
const PLACES: [(&str, &[&str]); 25] = [
    ("mc:AlternateContent", &["w:r"]),
    ("mc:Choice", &["mc:AlternateContent"]),
    ("mc:Fallback", &["mc:AlternateContent"]),
    ("w:abstractNum", &["w:numbering"]),
    ("w:drawing", IN_RUNS),
    ("w:fldChar", &["w:r"]),
    ("w:fldSimple", &["w:p", "w:hyperlink"]),
    ("w:font", &["w:fonts"]),
    ("w:hyperlink", &["w:p"]),
    ("w:instrText", &["w:r"]),
    ("w:lvl", &["w:abstractNum", "w:lvlOverride"]),
    ("w:num", &["w:numbering"]),
    ("w:p", &["w:body", "w:ftr", "w:hdr", "w:tc", "w:txbxContent"]),
    ("w:pict", IN_RUNS),
    ("w:r", &["w:fldSimple", "w:hyperlink", "w:p"]),
    ("w:style", &["w:styles"]),
    ("w:sym", &["w:r"]),
    ("w:t", &["w:r"]),
    ("w:tbl", &["w:ftr", "w:hdr", "w:tc", "w:txbxContent"]),
    ("w:tc", &["w:tr"]),
    ("w:tr", &["w:tbl"]),
    ("w:txbxContent", &["v:textbox", "wps:txbx"]),
    ("w:br", &["w:r"]),
    ("w:delInstrText", &["w:r"]),
    ("w:ptab", &["w:r"]),
];

/// Where a picture can stand.
const IN_RUNS: &[&str] = &["mc:Choice", "mc:Fallback", "w:r"];

/// Whether an element is left out without a word.
pub(super) fn is_passed_over(kind: Part, name: &str) -> bool {
    // Of the text and the settings only what is looked for is of use.
    let is_second_form = kind == Part::Numbering && name == "mc:Choice";
    let is_addition = ["w14:", "wp14:", "wpi:"].iter().any(|prefix| name.starts_with(prefix));
    matches!(kind, Part::Text | Part::Settings) || is_second_form || is_addition || is_listed(name)
}

/// What something is called that is left out and told.
pub(super) fn called(name: &str) -> Option<&'static str> {
    CALLED.iter().find(|(names, _)| names.contains(&name)).map(|(_, called)| *called)
}

fn is_listed(name: &str) -> bool {
    let mut prefix = "";
    PASSED_OVER.split_whitespace().any(|word| match word.strip_suffix(':') {
        Some(new) => {
            prefix = new;
            false
        }
        None => name.strip_prefix(prefix).is_some_and(|rest| rest.strip_prefix(':') == Some(word)),
    })
}

/// Whether only what is in an element is carried over. Of two forms of a list's number it is the one that all programs know.
pub(super) fn is_unwrapped(kind: Part, name: &str) -> bool {
    // Of the text only the pages are read, which paragraphs hold.
    let is_text = kind == Part::Text && ["w:p", "w:pPr"].contains(&name);
    is_text
        || UNWRAPPED.contains(&name)
        || kind == Part::Numbering && ["mc:AlternateContent", "mc:Fallback"].contains(&name)
}

/// Whether an element can stand in another, or at the top.
pub(super) fn can_stand_in(name: &str, around: Option<&str>) -> bool {
    let places = PLACES.iter().find(|(known, _)| *known == name);
    places.is_none_or(|(_, places)| around.is_some_and(|around| places.contains(&around)))
}
