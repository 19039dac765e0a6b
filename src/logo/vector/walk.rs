//! Goes through the elements of an SVG and writes down those that are on the list.
//!
//! In: the parsed file, its rules of style, its frame. Out: the elements and what they refer to, as this program writes them.
//!
//! What never shows by itself (definitions, words about the file, marks of drawing programs) is left out; what shows and is not on the list is
//! refused. What is used again is written again, within the same bounds.

use std::collections::BTreeMap;

use roxmltree::Node;
use svgtypes::{Paint, PaintFallback};

use super::limits::{DEEPEST, DEEPEST_APART, LONGEST_POINT};
use super::paint::{gradient, is_gradient, reference};
use super::room::{Bounds, Look, Matrix, Refusal, Room, TOO_MUCH, View};
use super::rules::{Properties, Rules};
use super::shape::{is_shape, shape};
use super::values::{UNREADABLE, colour, length, number, share, transform, written};

/// The one namespace of what is drawn.
const SVG: &str = "http://www.w3.org/2000/svg";

const EFFECTS: Refusal = "is an SVG with effects such as shadows, which programs draw differently";
const MOVES: Refusal = "is an SVG that moves";
const PATTERNS: Refusal = "is an SVG with patterns, which programs draw differently";
const UNKNOWN: Refusal = "is an SVG with parts that not every program draws";

/// Elements that not every program draws, or each in its own way, with what to say of them.
const UNSURE: [(&str, Refusal); 7] = [
    ("text", "is an SVG with letters in a font that not every computer has; turn the text into paths"),
    ("image", "is an SVG with a photograph inside"),
    ("animate", MOVES),
    ("animateMotion", MOVES),
    ("animateTransform", MOVES),
    ("set", MOVES),
    ("switch", "is an SVG with several pictures, of which each program takes another"),
];

/// Elements that show nothing where they stand.
const UNSEEN: [&str; 14] = [
    "defs",
    "style",
    "title",
    "desc",
    "metadata",
    "view",
    "linearGradient",
    "radialGradient",
    "clipPath",
    "mask",
    "filter",
    "pattern",
    "marker",
    "symbol",
];

/// Properties that are taken only if they ask for nothing, with what asks for nothing and what to say otherwise.
const EFFECT: [(&str, &[&str], Refusal); 12] = [
    ("filter", &["none"], EFFECTS),
    ("mask", &["none"], EFFECTS),
    ("mix-blend-mode", &["normal"], EFFECTS),
    ("marker", &["none"], PATTERNS),
    ("marker-start", &["none"], PATTERNS),
    ("marker-mid", &["none"], PATTERNS),
    ("marker-end", &["none"], PATTERNS),
    ("stroke-dasharray", &["none", "0", "inherit"], "is an SVG with broken lines, which programs draw differently"),
    (
        "paint-order",
        &["normal", "fill", "fill stroke", "fill stroke markers", "fill markers stroke", "markers fill stroke"],
        EFFECTS,
    ),
    ("vector-effect", &["none"], EFFECTS),
    ("clip", &["auto"], EFFECTS),
    ("transform-origin", &["0 0", "0px 0px"], EFFECTS),
];

/// Properties of a few words.
const WORDS: [(&str, &[&str]); 5] = [
    ("fill-rule", &["nonzero", "evenodd"]),
    ("clip-rule", &["nonzero", "evenodd"]),
    ("stroke-linecap", &["butt", "round", "square"]),
    ("stroke-linejoin", &["miter", "round", "bevel"]),
    ("visibility", &["visible", "hidden", "collapse"]),
];

/// What an element has from those that it stands in.
#[derive(Clone)]
struct Inherited<'a> {
    matrix: Matrix,
    depth: usize,
    /// How many of them are drawn apart.
    apart: usize,
    colour: &'a str,
    /// Whether shapes have a line, and how wide one is.
    line: bool,
    line_width: f64,
    /// Whether shapes are filled with a gradient, and whether their lines are.
    gradients: [bool; 2],
}

/// The elements of a file.
pub(super) struct Walk<'a> {
    named: BTreeMap<&'a str, Node<'a, 'a>>,
    rules: &'a Rules,
    room: Room,
    /// What is referred to, as it is written, and under which name; nothing for what is empty.
    definitions: String,
    written: BTreeMap<&'a str, Option<String>>,
    /// How many outlines that cut are among them.
    cuts: usize,
}

impl<'a> Walk<'a> {
    pub(super) fn of(root: Node<'a, 'a>, rules: &'a Rules, view: View) -> Walk<'a> {
        let mut named = BTreeMap::new();
        for node in root.descendants() {
            if let Some(id) = node.attribute("id") {
                named.entry(id).or_insert(node);
            }
        }
        Walk { named, rules, room: Room::of(view), definitions: String::new(), written: BTreeMap::new(), cuts: 0 }
    }

    /// All that is drawn, with what it refers to before it.
    pub(super) fn drawn(mut self, root: Node<'a, 'a>) -> Result<String, Refusal> {
        let inherited = Inherited {
            matrix: Matrix::NONE,
            depth: 0,
            apart: 0,
            colour: "#000000",
            line: false,
            line_width: 1.0,
            gradients: [false; 2],
        };
        let mut out = String::new();
        self.group(root, &inherited, "", &mut out)?;
        Ok(format!("<defs>{}</defs>{out}", self.definitions))
    }

    /// An element, and the frame round what it shows.
    fn element(&mut self, node: Node<'a, 'a>, inherited: &Inherited<'a>, out: &mut String) -> Result<Bounds, Refusal> {
        let tag = node.tag_name();
        let name = tag.name();
        if !node.is_element() || tag.namespace().is_some_and(|space| space != SVG) || UNSEEN.contains(&name) {
            return Ok(Bounds::EMPTY);
        }
        self.room.element()?;
        if inherited.depth == DEEPEST {
            return Err(TOO_MUCH);
        }
        match name {
            "g" | "a" => self.group(node, inherited, "", out),
            "use" => self.again(node, inherited, out),
            _ if is_shape(name) => self.shape(node, inherited, "", out),
            _ => Err(UNSURE.iter().find(|(unsure, _)| name == *unsure).map_or(UNKNOWN, |(_, why)| *why)),
        }
    }

    /// A group; `moved` is a shift of its own before any other.
    fn group(
        &mut self,
        node: Node<'a, 'a>,
        inherited: &Inherited<'a>,
        moved: &str,
        out: &mut String,
    ) -> Result<Bounds, Refusal> {
        let Some(Own { attributes, inherited, is_apart }) = self.own(node, inherited, moved)? else {
            return Ok(Bounds::EMPTY);
        };
        let mut bounds = Bounds::EMPTY;
        out.push_str(&format!("<g{attributes}>"));
        if node.tag_name().name() == "use" {
            let target = reference(node).and_then(|id| self.named.get(id).copied()).ok_or(UNREADABLE)?;
            if UNSEEN.contains(&target.tag_name().name()) {
                return Err(UNKNOWN);
            }
            bounds = self.element(target, &inherited, out)?;
        } else {
            for child in node.children() {
                bounds = bounds.with(self.element(child, &inherited, out)?);
            }
        }
        out.push_str("</g>");
        if is_apart {
            self.room.apart(bounds)?;
        }
        Ok(bounds)
    }

    /// What is used again, as a group in its place.
    fn again(&mut self, node: Node<'a, 'a>, inherited: &Inherited<'a>, out: &mut String) -> Result<Bounds, Refusal> {
        let moved = self.shift(node)?;
        self.group(node, inherited, &moved, out)
    }

    /// The shift of what is used again, as it is written.
    fn shift(&self, node: Node<'a, 'a>) -> Result<String, Refusal> {
        let along = |name, whole| node.attribute(name).map_or(Ok(0.0), |text| length(text, whole));
        let (x, y) = (along("x", self.room.view.width)?, along("y", self.room.view.height)?);
        Ok(if (x, y) == (0.0, 0.0) { String::new() } else { format!("translate({} {})", number(x), number(y)) })
    }

    /// A shape; `moved` is a shift before its own.
    fn shape(
        &mut self,
        node: Node<'a, 'a>,
        inherited: &Inherited<'a>,
        moved: &str,
        out: &mut String,
    ) -> Result<Bounds, Refusal> {
        let Some(Own { attributes, inherited, is_apart }) = self.own(node, inherited, moved)? else {
            return Ok(Bounds::EMPTY);
        };
        let Some(shape) = shape(node, &mut self.room)? else { return Ok(Bounds::EMPTY) };
        let line = inherited.line.then_some(inherited.line_width);
        let look = Look { line, gradient: inherited.gradients.contains(&true) };
        let bounds = self.room.shape(&shape.points, inherited.matrix, look)?;
        if is_apart {
            self.room.apart(bounds)?;
        }
        out.push_str(&format!("<{}{attributes}/>", shape.markup));
        Ok(bounds)
    }

    /// What an element says of itself and hands on to those within it; nothing if it is not to be shown. `moved` comes before its own shifts of
    /// a shape, and after those of what is used again.
    fn own(&mut self, node: Node<'a, 'a>, inherited: &Inherited<'a>, moved: &str) -> Result<Option<Own<'a>>, Refusal> {
        let properties = self.rules.properties(node);
        self.room.bytes(properties.iter().map(|(name, value)| name.len() + value.len()).sum())?;
        for (name, harmless, why) in EFFECT {
            if properties.get(name).is_some_and(|value| !harmless.contains(value)) {
                return Err(why);
            }
        }
        let value = |name: &str| properties.get(name).copied().filter(|value| !matches!(*value, "" | "inherit"));
        // In a style it is written in another way.
        if properties.get("transform").copied() != node.attribute("transform").map(str::trim) {
            return Err(EFFECTS);
        }
        if value("display") == Some("none") {
            return Ok(None);
        }
        let mut own = Own { attributes: String::new(), inherited: inherited.clone(), is_apart: false };
        own.inherited.depth += 1;
        let given = node.attribute("transform").unwrap_or_default();
        let both =
            if node.tag_name().name() == "use" { format!("{given} {moved}") } else { format!("{moved} {given}") };
        if !both.trim().is_empty() {
            let (list, matrix) = transform(both.trim())?;
            own.put("transform", &list);
            own.inherited.matrix = inherited.matrix.over(matrix);
        }
        for (name, words) in WORDS {
            if let Some(word) = value(name) {
                own.put(name, words.iter().find(|known| **known == word).ok_or(UNREADABLE)?);
            }
        }
        self.lines(&properties, &mut own)?;
        if let Some(opacity) = value("opacity").map(share).transpose()?
            && opacity < 1.0
        {
            own.put("opacity", &number(opacity));
            own.is_apart = true;
        }
        if let Some(cut) = value("clip-path").filter(|cut| *cut != "none") {
            let Ok(Paint::FuncIRI(id, _)) = Paint::from_str(cut) else { return Err(EFFECTS) };
            if let Some(name) = self.cut(id, &own.inherited)? {
                own.put("clip-path", &format!("url(#{name})"));
                own.is_apart = true;
            }
        }
        own.inherited.apart += usize::from(own.is_apart);
        if own.inherited.apart > DEEPEST_APART {
            return Err(TOO_MUCH);
        }
        Ok(Some(own))
    }

    /// The colours and lines of an element.
    fn lines(&mut self, properties: &Properties<'a>, own: &mut Own<'a>) -> Result<(), Refusal> {
        let value = |name: &str| properties.get(name).copied().filter(|value| !matches!(*value, "" | "inherit"));
        if let Some(text) = value("color") {
            colour(text)?;
            own.inherited.colour = text;
        }
        for (name, at) in [("fill", 0), ("stroke", 1)] {
            if let Some(text) = value(name) {
                let paint = self.paint(text, own.inherited.colour)?;
                own.put(name, &paint);
                own.inherited.gradients[at] = paint.starts_with("url");
                if name == "stroke" {
                    own.inherited.line = paint != "none";
                }
            }
        }
        for name in ["fill-opacity", "stroke-opacity"] {
            if let Some(text) = value(name) {
                own.put(name, &number(share(text)?));
            }
        }
        if let Some(text) = value("stroke-width") {
            let width = length(text, self.room.view.diagonal())?.max(0.0);
            own.inherited.line_width = width;
            own.put("stroke-width", &number(width));
        }
        if let Some(text) = value("stroke-miterlimit") {
            own.put("stroke-miterlimit", &number(length(text, 1.0)?.clamp(1.0, LONGEST_POINT)));
        }
        Ok(())
    }

    /// A colour or a gradient, as it is written.
    fn paint(&mut self, text: &str, own_colour: &str) -> Result<String, Refusal> {
        let instead = |fallback: Option<PaintFallback>| match fallback {
            Some(PaintFallback::Color(colour)) => Ok(written(colour)),
            Some(PaintFallback::CurrentColor) => colour(own_colour),
            Some(PaintFallback::None) | None => Ok("none".to_owned()),
        };
        match Paint::from_str(text).map_err(|_| UNREADABLE)? {
            Paint::None => Ok("none".to_owned()),
            Paint::CurrentColor => colour(own_colour),
            Paint::Color(colour) => Ok(written(colour)),
            Paint::FuncIRI(id, fallback) => {
                let Some((id, node)) = self.named.get_key_value(id).map(|(id, node)| (*id, *node)) else {
                    return instead(fallback);
                };
                if !is_gradient(node.tag_name().name()) {
                    return Err(PATTERNS);
                }
                if !self.written.contains_key(id) {
                    let name = format!("g{}", self.written.len());
                    let (named, rules) = (&self.named, self.rules);
                    let gradient = gradient(node, &name, |id| named.get(id).copied(), rules, &mut self.room)?;
                    self.define(id, name, gradient);
                }
                Ok(self.written.get(id).cloned().flatten().map_or("none".to_owned(), |name| format!("url(#{name})")))
            }
            Paint::Inherit | Paint::ContextFill | Paint::ContextStroke => Err(UNREADABLE),
        }
    }

    fn define(&mut self, id: &'a str, name: String, markup: Option<String>) {
        let name = markup.map(|markup| {
            self.definitions.push_str(&markup);
            name
        });
        self.written.insert(id, name);
    }

    /// An outline that cuts, by our name for it; nothing if the file has none of that id. It is of shapes alone, which nothing cuts, and is written
    /// again for each element that it cuts, for it costs as much each time.
    fn cut(&mut self, id: &str, inherited: &Inherited<'a>) -> Result<Option<String>, Refusal> {
        let Some(node) = self.named.get(id).copied() else { return Ok(None) };
        // What is given in parts of whatever it cuts has no size that is known here.
        let in_parts = node.attribute("clipPathUnits").is_some_and(|units| units.trim() != "userSpaceOnUse");
        if node.tag_name().name() != "clipPath" || in_parts || self.is_cut(node) {
            return Err(EFFECTS);
        }
        let mut own = Own { attributes: String::new(), inherited: inherited.clone(), is_apart: false };
        own.inherited.line = false;
        if let Some(text) = node.attribute("transform") {
            let (list, matrix) = transform(text)?;
            own.put("transform", &list);
            own.inherited.matrix = inherited.matrix.over(matrix);
        }
        self.cuts += 1;
        let name = format!("c{}", self.cuts);
        let mut markup = format!("<clipPath id=\"{name}\"{}>", own.attributes);
        for child in node.children().filter(Node::is_element) {
            self.cutter(child, &own.inherited, &mut markup)?;
        }
        self.definitions.push_str(&markup);
        self.definitions.push_str("</clipPath>");
        Ok(Some(name))
    }

    fn is_cut(&self, node: Node<'a, 'a>) -> bool {
        self.rules.properties(node).get("clip-path").is_some_and(|cut| *cut != "none")
    }

    /// A shape of an outline that cuts.
    fn cutter(&mut self, node: Node<'a, 'a>, inherited: &Inherited<'a>, out: &mut String) -> Result<(), Refusal> {
        self.room.element()?;
        let (shape, moved) = match node.tag_name().name() {
            "use" => {
                let target = reference(node).and_then(|id| self.named.get(id).copied()).ok_or(UNREADABLE)?;
                let shift = self.shift(node)?;
                (target, format!("{} {shift}", node.attribute("transform").unwrap_or_default()))
            }
            _ => (node, String::new()),
        };
        if self.is_cut(node) || self.is_cut(shape) {
            return Err(EFFECTS);
        }
        if is_shape(shape.tag_name().name()) {
            self.shape(shape, inherited, &moved, out)?;
        } else if !UNSEEN.contains(&shape.tag_name().name()) {
            return Err(EFFECTS);
        }
        Ok(())
    }
}

/// What an element says of itself.
struct Own<'a> {
    /// Its attributes as they are written.
    attributes: String,
    /// What those within it have from it.
    inherited: Inherited<'a>,
    /// Whether it has to be drawn apart, and then laid over the rest.
    is_apart: bool,
}

impl Own<'_> {
    fn put(&mut self, name: &str, value: &str) {
        self.attributes.push_str(&format!(" {name}=\"{value}\""));
    }
}
