//! What of a part of a reference document is let in: what the lists name, where it can stand, by the prefixes that this program writes.
//!
//! In: the bytes of a part and its kind. Out: its tree, and a note of what was left out. The strict form of the format is another
//! namespace, of which nothing is on the lists.
//!
//! Not here: the lists (`allowed`, `passed_over`), and what lets something in by its value: fields (`fields`), relationships (`frames`).

use super::allowed::Part;
use super::left_out::{LeftOut, shown};
use super::parser::{Bounds, Gate, Passage, Unread, parse};
use super::passed_over::{called, can_stand_in, is_passed_over, is_unwrapped};
use super::spaces::{Space, space};
use super::tree::Element;

/// The longest value of an attribute: the outline of a shape drawn by hand.
const LONGEST_VALUE: usize = 16_000;

/// The elements whose words are printed or say a length.
const WITH_WORDS: [&str; 9] = [
    "w:delInstrText",
    "w:instrText",
    "w:t",
    "wp14:pctHeight",
    "wp14:pctPosHOffset",
    "wp14:pctPosVOffset",
    "wp14:pctWidth",
    "wp:align",
    "wp:posOffset",
];

/// The only elements that may lead to another part or an address, and by which attribute.
const LEADING: [(&str, &str); 7] = [
    ("a:blip", "r:embed"),
    ("a:hlinkClick", "r:id"),
    ("v:fill", "r:id"),
    ("v:imagedata", "r:id"),
    ("w:footerReference", "r:id"),
    ("w:headerReference", "r:id"),
    ("w:hyperlink", "r:id"),
];

/// Lets in what the lists name.
struct Admission<'a> {
    kind: Part,
    /// What the part is called in a note: "header".
    piece: &'static str,
    left_out: &'a mut LeftOut,
    /// The namespaces that are declared: how deep, under which prefix, and what they are.
    declared: Vec<(usize, String, Space)>,
    /// The names of the elements that are open and were not unwrapped, each with its depth.
    open: Vec<(usize, String)>,
    depth: usize,
}

/// Reads a part of the reference document.
pub(super) fn admit(
    bytes: &[u8],
    kind: Part,
    piece: &'static str,
    bounds: &mut Bounds,
    left_out: &mut LeftOut,
) -> Result<Element, Unread> {
    let mut admission = Admission { kind, piece, left_out, declared: Vec::new(), open: Vec::new(), depth: 0 };
    parse(bytes, bounds, &mut admission)
}

impl Gate for Admission<'_> {
    fn begin(&mut self, name: &str, attributes: Vec<(String, String)>) -> Passage {
        self.depth += 1;
        let passage = self.passage(name, attributes);
        match &passage {
            Passage::Enter(element, _) => self.open.push((self.depth, element.name.clone())),
            Passage::Unwrap => {}
            // What is skipped is not said to have ended.
            Passage::Skip => self.leave(),
        }
        passage
    }

    fn end(&mut self) {
        let depth = self.depth;
        self.open.pop_if(|(known, _)| *known == depth);
        self.leave();
    }
}

impl Admission<'_> {
    fn leave(&mut self) {
        let depth = self.depth;
        while self.declared.pop_if(|(known, ..)| *known == depth).is_some() {}
        self.depth -= 1;
    }

    fn passage(&mut self, name: &str, attributes: Vec<(String, String)>) -> Passage {
        for (key, value) in &attributes {
            let prefix = if key == "xmlns" { Some("") } else { key.strip_prefix("xmlns:") };
            self.declared.extend(prefix.map(|prefix| (self.depth, prefix.to_owned(), space(value))));
        }
        let (prefix, local) = name.split_once(':').unwrap_or(("", name));
        let prefix = match self.space_of(prefix) {
            Space::Known(prefix) => prefix,
            Space::Addition => return Passage::Skip,
            Space::Other => {
                if !is_passed_over(self.kind, name) {
                    self.left_out
                        .note(self.piece, format!("“{}”, which is of no form that is known here", shown(name)));
                }
                return Passage::Skip;
            }
        };
        let name = format!("{prefix}:{local}");
        if is_unwrapped(self.kind, &name) {
            return Passage::Unwrap;
        }
        let around = self.open.last().map(|(_, name)| name.as_str());
        if !self.kind.has_element(prefix, local) || !can_stand_in(&name, around) {
            if !is_passed_over(self.kind, &name) {
                let named = || format!("“{}”", shown(&name));
                self.left_out.note(self.piece, called(&name).map_or_else(named, str::to_owned));
            }
            return Passage::Skip;
        }
        let attributes = attributes.into_iter().filter_map(|(key, value)| self.attribute(&name, &key, value)).collect();
        let has_words = WITH_WORDS.contains(&name.as_str());
        Passage::Enter(Element { name, attributes, children: Vec::new() }, has_words)
    }

    fn space_of(&self, prefix: &str) -> Space {
        let declared = self.declared.iter().rev().find(|(_, known, _)| known == prefix);
        match declared {
            Some((.., space)) => *space,
            None if prefix == "xml" => Space::Known("xml"),
            None => Space::Other,
        }
    }

    fn attribute(&mut self, element: &str, key: &str, value: String) -> Option<(String, String)> {
        let (prefix, local) = key.split_once(':').unwrap_or(("-", key));
        let prefix = match prefix {
            "-" => "-",
            prefix => match self.space_of(prefix) {
                Space::Known(prefix) => prefix,
                Space::Addition | Space::Other => return None,
            },
        };
        let name = if prefix == "-" { local.to_owned() } else { format!("{prefix}:{local}") };
        let leads = prefix != "r" || LEADING.contains(&(element, name.as_str()));
        let is_allowed = self.kind.has_attribute(prefix, local) && leads && value.len() <= LONGEST_VALUE;
        if !is_allowed {
            if is_address(&value) && !key.starts_with("xmlns") {
                self.left_out.note(self.piece, format!("the address “{}”, which leads elsewhere", shown(&value)));
            }
            return None;
        }
        match name.as_str() {
            "style" => Some((name, plain_style(&value))),
            // The prefixes of an alternative are written as this program declares them.
            "Requires" => {
                let known = |prefix| match self.space_of(prefix) {
                    Space::Known(prefix) => Some(prefix),
                    _ => None,
                };
                let asked: Option<Vec<&str>> = value.split_whitespace().map(known).collect();
                // One that nobody knows is never chosen.
                asked.filter(|asked| !asked.is_empty()).map(|asked| (name, asked.join(" ")))
            }
            _ => Some((name, value)),
        }
    }
}

/// Whether a value leads to a file, a program or a web page.
fn is_address(value: &str) -> bool {
    let scheme = value.split_once(':').is_some_and(|(scheme, rest)| {
        rest.starts_with("//")
            || ["javascript", "vbscript", "file", "data", "mhtml"].contains(&&*scheme.trim().to_lowercase())
    });
    scheme || value.starts_with("\\\\")
}

/// The style of a shape without what is more than words, lengths and colours.
fn plain_style(style: &str) -> String {
    let is_plain = |text: &str| text.chars().all(|c| c.is_alphanumeric() || " .,%-#\"'+&".contains(c));
    let plain = style.split(';').filter(|one| {
        one.split_once(':').is_some_and(|(name, value)| {
            name.trim().chars().all(|c| c.is_ascii_alphanumeric() || c == '-') && is_plain(value)
        })
    });
    plain.collect::<Vec<_>>().join(";")
}

#[cfg(test)]
mod tests {
    use super::{Bounds, LeftOut, Part, admit, plain_style};

    const W: &str = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";

    fn admitted(part: &str) -> (String, Option<String>) {
        let mut left_out = LeftOut::default();
        let root =
            admit(part.as_bytes(), Part::Furniture, "header", &mut { Bounds::OF_OTHERS }, &mut left_out).unwrap();
        (String::from_utf8(root.to_part().unwrap()).unwrap(), left_out.sentence())
    }

    #[test]
    fn a_part_may_call_its_namespaces_as_it_likes() {
        let (part, left) = admitted(&format!(
            "<hdr xmlns='{W}' xmlns:q='{W}'><q:p><r q:rsidR='1'><t>a</t></r><w:r xmlns:w='urn:x'/></q:p></hdr>"
        ));
        assert!(part.ends_with("<w:hdr><w:p><w:r><w:t>a</w:t></w:r></w:p></w:hdr>"), "{part}");
        assert_eq!(left.unwrap(), "from its header: “w:r”, which is of no form that is known here");
    }

    #[test]
    fn what_is_not_named_or_stands_where_it_cannot_is_left_out_and_a_frame_of_words_is_unwrapped() {
        let (part, left) = admitted(&format!(
            "<w:hdr xmlns:w='{W}'><w:sdt><w:sdtPr><w:id w:val='1'/></w:sdtPr><w:sdtContent><w:p><w:t>x</w:t></w:p></w:sdtContent></w:sdt>\
             <w:altChunk/></w:hdr>"
        ));
        assert!(part.ends_with("<w:hdr><w:p/></w:hdr>"), "{part}");
        assert_eq!(left.unwrap(), "from its header: another document, “w:t”");
    }

    #[test]
    fn the_style_of_a_shape_reaches_nowhere() {
        assert_eq!(plain_style("width:4pt;background:url(http://x);z-index:-1"), "width:4pt;z-index:-1");
        assert_eq!(plain_style("font-family:\"Calibri\";w:expression(1)"), "font-family:\"Calibri\"");
    }
}
