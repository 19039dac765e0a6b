//! The fields of a header or footer: those that are carried over are written anew, and of the others only their words stay.
//!
//! In: a part as it was let in. Out: the same with no field that the list does not have (`instruction`), and a note of each that was there.
//!
//! A field is a row of marks among the runs: where it begins, its instruction, where its words begin, where it ends. One may stand in
//! another. What stands in an instruction, another field too, is not printed by Word and does not come along.

use std::collections::{BTreeMap, BTreeSet};

use super::instruction::carried;
use super::left_out::LeftOut;
use super::tree::{Element, Node};

/// The names of its fields.
pub(super) fn fields(root: &Element) -> Vec<String> {
    let mut fields = Vec::new();
    let mut add = |instruction: &str| fields.extend(instruction.split_whitespace().next().map(str::to_owned));
    root.each(&mut |element| match element.name.as_str() {
        "w:instrText" => add(&words(element)),
        "w:fldSimple" => add(element.attribute("w:instr").unwrap_or_default()),
        "w:pgNum" => add("PAGE"),
        _ => {}
    });
    fields
}

/// Leaves only fields that are on the list.
pub(super) fn settle(root: &mut Element, styles: &Element, piece: &'static str, left_out: &mut LeftOut) {
    let mut survey = Survey {
        styles,
        piece,
        left_out,
        at: 0,
        open: Vec::new(),
        closed: 0,
        gone: BTreeSet::new(),
        anew: BTreeMap::new(),
    };
    survey.look(root);
    let Survey { gone, anew, .. } = survey;
    Changes { at: 0, gone, anew }.make(root);
}

fn words(element: &Element) -> String {
    let of = |node: &Node| match node {
        Node::Words(words) => Some(words.clone()),
        Node::Element(_) => None,
    };
    element.children.iter().filter_map(of).collect()
}

/// Whether an element is one of the pieces that are counted: what stands in a run, and a field that is one element.
fn is_piece(parent: &str, name: &str) -> bool {
    name == "w:fldSimple" || parent == "w:r" && name != "w:rPr"
}

/// A field that has begun.
#[derive(Default)]
struct Open {
    instruction: String,
    /// Its marks and the pieces of its instruction.
    marks: Vec<usize>,
    /// The first piece of its instruction.
    first: Option<usize>,
    /// What stands in its instruction and is not printed.
    hidden: Vec<usize>,
    /// Whether its words have begun.
    shows: bool,
    /// Whether it holds what no field of the list has in its instruction.
    is_odd: bool,
}

/// Looks for fields, and decides what becomes of each piece by its number.
struct Survey<'a> {
    styles: &'a Element,
    piece: &'static str,
    left_out: &'a mut LeftOut,
    at: usize,
    open: Vec<Open>,
    /// How many fields were open where the paragraph began: it ends none of those.
    closed: usize,
    gone: BTreeSet<usize>,
    anew: BTreeMap<usize, String>,
}

impl Survey<'_> {
    fn look(&mut self, element: &Element) {
        let before = self.closed;
        let is_paragraph = element.name == "w:p";
        if is_paragraph {
            self.closed = self.open.len();
        }
        for child in element.elements() {
            if is_piece(&element.name, &child.name) {
                self.piece(child);
                self.at += 1;
            }
            self.look(child);
        }
        if is_paragraph {
            // A field ends in its paragraph, or it is none.
            while self.open.len() > self.closed {
                let open = self.open.pop().unwrap_or_default();
                self.drop_field(open.marks, &open.instruction);
            }
            self.closed = before;
        }
    }

    /// The innermost field of this paragraph.
    fn innermost(&mut self) -> Option<&mut Open> {
        self.open.iter_mut().skip(self.closed).last()
    }

    /// The outermost field in whose instruction this stands.
    fn around(&mut self) -> Option<&mut Open> {
        self.open.iter_mut().find(|open| !open.shows)
    }

    fn piece(&mut self, child: &Element) {
        let at = self.at;
        match child.name.as_str() {
            "w:fldChar" => match child.attribute("w:fldCharType") {
                Some("begin") => {
                    if let Some(around) = self.around() {
                        around.is_odd = true;
                    }
                    self.open.push(Open { marks: vec![at], ..Open::default() });
                }
                kind => match self.innermost() {
                    Some(open) => {
                        open.marks.push(at);
                        open.is_odd |= open.shows && kind == Some("separate");
                        open.shows = true;
                        if kind == Some("end") {
                            self.end();
                        }
                    }
                    None => drop(self.gone.insert(at)),
                },
            },
            "w:instrText" | "w:delInstrText" => match self.innermost().filter(|open| !open.shows) {
                Some(open) => {
                    open.instruction.push_str(&words(child));
                    open.first = open.first.or(Some(at));
                    open.is_odd |= child.name == "w:delInstrText";
                    open.marks.push(at);
                }
                None => drop(self.gone.insert(at)),
            },
            "w:fldSimple" => {
                let written = carried(child.attribute("w:instr").unwrap_or_default(), self.styles);
                match written {
                    Ok(written) if self.around().is_none() => drop(self.anew.insert(at, written)),
                    Ok(_) => drop(self.gone.insert(at)),
                    Err(name) => {
                        self.left_out.note(self.piece, format!("{name} (its words stay)"));
                        self.gone.insert(at);
                    }
                }
            }
            _ => {
                if let Some(around) = self.around() {
                    around.hidden.push(at);
                }
            }
        }
    }

    /// The innermost field has come to its end.
    fn end(&mut self) {
        let Some(field) = self.open.pop() else { return };
        let is_inside = self.around().is_some();
        self.gone.extend(field.hidden);
        match carried(&field.instruction, self.styles) {
            Ok(written) if !field.is_odd && !is_inside => {
                // The pieces of its instruction after the first, which says it all, are left empty.
                self.anew.extend(field.marks.iter().map(|at| (*at, String::new())));
                self.anew.extend(field.first.map(|first| (first, written)));
            }
            Ok(_) if is_inside => self.gone.extend(field.marks),
            _ => self.drop_field(field.marks, &field.instruction),
        }
    }

    fn drop_field(&mut self, marks: Vec<usize>, instruction: &str) {
        let name = match carried(instruction, self.styles) {
            Ok(_) => "a field with another in it".to_owned(),
            Err(name) => name,
        };
        self.left_out.note(self.piece, format!("{name} (its words stay)"));
        self.gone.extend(marks);
    }
}

/// Does what was decided.
struct Changes {
    at: usize,
    gone: BTreeSet<usize>,
    anew: BTreeMap<usize, String>,
}

impl Changes {
    fn make(&mut self, element: &mut Element) {
        let parent = element.name.clone();
        let mut children = Vec::with_capacity(element.children.len());
        for node in std::mem::take(&mut element.children) {
            let Node::Element(mut child) = node else {
                children.push(node);
                continue;
            };
            let number = is_piece(&parent, &child.name).then_some(self.at);
            self.at += usize::from(number.is_some());
            let pieces = self.at;
            self.make(&mut child);
            let Some(number) = number else {
                let is_bare = |run: &Element| run.elements().all(|piece| piece.name == "w:rPr");
                if !(child.name == "w:r" && pieces != self.at && is_bare(&child)) {
                    children.push(Node::Element(child));
                }
                continue;
            };
            match (self.gone.contains(&number), child.name.as_str(), self.anew.get(&number)) {
                (true, "w:fldSimple", _) => children.append(&mut child.children),
                (true, ..) => {}
                (false, "w:fldSimple", Some(written)) => {
                    let attributes = vec![("w:instr".to_owned(), written.clone())];
                    children.push(Node::Element(Element { attributes, ..child }));
                }
                (false, "w:instrText", Some(written)) => {
                    if !written.is_empty() {
                        let attributes = vec![("xml:space".to_owned(), "preserve".to_owned())];
                        let words = vec![Node::Words(written.clone())];
                        children.push(Node::Element(Element { attributes, children: words, name: child.name }));
                    }
                }
                (false, "w:fldChar", _) => {
                    child.attributes.retain(|(key, _)| key == "w:fldCharType");
                    child.children.clear();
                    children.push(Node::Element(child));
                }
                _ => children.push(Node::Element(child)),
            }
        }
        element.children = children;
    }
}
