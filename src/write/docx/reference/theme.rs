//! The theme of a reference document: its colours and fonts, and how its shapes are filled and lined, written anew.
//!
//! In: the part as it was let in. Out: the same with all that the format asks for and nothing more; or nothing if its colours and fonts are
//! not whole, for then each program would show something else.

use super::tree::{Element, Node};

/// The colours, in their order.
const COLOURS: [&str; 12] = [
    "a:dk1",
    "a:lt1",
    "a:dk2",
    "a:lt2",
    "a:accent1",
    "a:accent2",
    "a:accent3",
    "a:accent4",
    "a:accent5",
    "a:accent6",
    "a:hlink",
    "a:folHlink",
];
/// The kinds of colour.
const KINDS: [&str; 6] = ["a:hslClr", "a:prstClr", "a:schemeClr", "a:scrgbClr", "a:srgbClr", "a:sysClr"];
/// The lists of looks, what can stand in each, and that of one that is missing. Each has three at least.
const LOOKS: [(&str, &[&str], &str); 4] = [
    ("a:fillStyleLst", FILLS, "a:solidFill"),
    ("a:lnStyleLst", &["a:ln"], "a:ln"),
    ("a:effectStyleLst", &["a:effectStyle"], "a:effectStyle"),
    ("a:bgFillStyleLst", FILLS, "a:solidFill"),
];
const FILLS: &[&str] = &["a:gradFill", "a:noFill", "a:pattFill", "a:solidFill"];

/// The theme with all that it must have.
pub(super) fn whole(theme: &Element) -> Option<Element> {
    let parts = theme.child("a:themeElements").filter(|_| theme.name == "a:theme")?;
    let colours = parts.child("a:clrScheme")?;
    let each = COLOURS.map(|name| {
        let colour = colours.child(name)?;
        let kind = colour.elements().find(|kind| KINDS.contains(&kind.name.as_str()))?;
        Some(with(named(&colour.name), vec![kind.clone()]))
    });
    let colours = with(of(colours), each.into_iter().collect::<Option<Vec<Element>>>()?);
    let fonts = parts.child("a:fontScheme")?;
    let each = ["a:majorFont", "a:minorFont"].map(|name| {
        let font = fonts.child(name)?;
        let main = ["a:latin", "a:ea", "a:cs"]
            .map(|name| font.child(name).filter(|font| font.attribute("typeface").is_some()).cloned());
        let others = font.elements().filter(|other| other.name == "a:font").cloned();
        Some(with(named(name), main.into_iter().collect::<Option<Vec<Element>>>()?.into_iter().chain(others).collect()))
    });
    let fonts = with(of(fonts), each.into_iter().collect::<Option<Vec<Element>>>()?);
    let theirs = parts.child("a:fmtScheme").cloned().unwrap_or_default();
    let looks = LOOKS.map(|(list, names, missing)| {
        let known = theirs.child(list).into_iter().flat_map(Element::elements);
        let mut looks: Vec<Element> = known.filter(|look| names.contains(&look.name.as_str())).cloned().collect();
        for look in looks.iter_mut().filter(|look| look.name == "a:effectStyle" && look.child("a:effectLst").is_none())
        {
            look.children.insert(0, Node::Element(named("a:effectLst")));
        }
        while looks.len() < 3 {
            looks.push(plain(missing));
        }
        with(named(list), looks)
    });
    let looks = with(Element { name: "a:fmtScheme".to_owned(), ..of(&theirs) }, looks.into());
    let parts = with(named("a:themeElements"), vec![colours, fonts, looks]);
    Some(with(of(theme), vec![parts, named("a:objectDefaults"), named("a:extraClrSchemeLst")]))
}

/// The plainest look of its kind.
fn plain(name: &str) -> Element {
    let colour = Element { attributes: vec![("val".to_owned(), "phClr".to_owned())], ..named("a:schemeClr") };
    match name {
        "a:effectStyle" => with(named(name), vec![named("a:effectLst")]),
        "a:ln" => with(named(name), vec![plain("a:solidFill")]),
        _ => with(named(name), vec![colour]),
    }
}

fn named(name: &str) -> Element {
    Element { name: name.to_owned(), ..Element::default() }
}

/// An element without what is in it, with its name as the only attribute.
fn of(element: &Element) -> Element {
    let name = element.attribute("name").unwrap_or("Office").to_owned();
    Element { attributes: vec![("name".to_owned(), name)], ..named(&element.name) }
}

fn with(element: Element, children: Vec<Element>) -> Element {
    Element { children: children.into_iter().map(Node::Element).collect(), ..element }
}
