//! The colour gradients of an SVG.
//!
//! In: the element of a gradient, and of those whose values it shares. Out: one gradient that says all of itself, as this program writes it.

use roxmltree::Node;

use super::limits::{LONGEST_CHAIN, MOST_STEPS};
use super::room::{Refusal, Room, TOO_MUCH};
use super::rules::Rules;
use super::values::{UNREADABLE, colour, length, number, share, transform};

/// The property of a step's colour, as SVG spells it.
const COLOUR: &str = "stop-color";

/// Whether an element of that name is a gradient.
pub(super) fn is_gradient(name: &str) -> bool {
    matches!(name, "linearGradient" | "radialGradient")
}

/// The id that an element refers to, if it is one of its own file.
pub(super) fn reference<'a>(node: Node<'a, 'a>) -> Option<&'a str> {
    let mut attributes = node.attributes().filter(|attribute| attribute.name() == "href");
    attributes.next().and_then(|attribute| attribute.value().trim().strip_prefix('#'))
}

/// A gradient under a name of our own; `named` finds an element by its id. Nothing if it has no colours.
pub(super) fn gradient<'a>(
    node: Node<'a, 'a>,
    name: &str,
    named: impl Fn(&str) -> Option<Node<'a, 'a>>,
    rules: &Rules,
    room: &mut Room,
) -> Result<Option<String>, Refusal> {
    let mut chain = vec![node];
    while let Some(next) =
        chain.last().and_then(|last| named(reference(*last)?)).filter(|next| is_gradient(next.tag_name().name()))
    {
        if chain.len() == LONGEST_CHAIN {
            return Err(TOO_MUCH);
        }
        chain.push(next);
    }
    // What the gradient does not say itself, the next one says.
    let said = |attribute: &str| chain.iter().find_map(|node| node.attribute(attribute)).map(str::trim);
    let kind = node.tag_name().name();
    let in_frame = match said("gradientUnits") {
        None | Some("objectBoundingBox") => false,
        Some("userSpaceOnUse") => true,
        Some(_) => return Err(UNREADABLE),
    };
    let mut markup = format!("<{kind} id=\"{name}\"");
    if in_frame {
        markup.push_str(" gradientUnits=\"userSpaceOnUse\"");
    }
    match said("spreadMethod") {
        None | Some("pad") => {}
        Some(spread @ ("reflect" | "repeat")) => markup.push_str(&format!(" spreadMethod=\"{spread}\"")),
        Some(_) => return Err(UNREADABLE),
    }
    let view = room.view;
    let wholes = if in_frame { [view.width, view.height, view.diagonal()] } else { [1.0; 3] };
    let places: &[(&str, usize)] = match kind {
        "linearGradient" => &[("x1", 0), ("y1", 1), ("x2", 0), ("y2", 1)],
        _ => &[("cx", 0), ("cy", 1), ("r", 2), ("fx", 0), ("fy", 1)],
    };
    for (attribute, whole) in places {
        if let Some(text) = said(attribute) {
            markup.push_str(&format!(" {attribute}=\"{}\"", number(length(text, wholes[*whole])?)));
        }
    }
    if let Some(text) = said("gradientTransform") {
        markup.push_str(&format!(" gradientTransform=\"{}\"", transform(text)?.0));
    }
    markup.push('>');
    let is_stop = |node: &Node<'_, '_>| node.tag_name().name() == "stop";
    let Some(stops) = chain.iter().find(|node| node.children().any(|node| is_stop(&node))) else { return Ok(None) };
    for (count, stop) in stops.children().filter(is_stop).enumerate() {
        if count == MOST_STEPS {
            return Err(TOO_MUCH);
        }
        room.element()?;
        let properties = rules.properties(stop);
        room.bytes(properties.iter().map(|(name, value)| name.len() + value.len()).sum())?;
        let value = |name: &str| properties.get(name).copied();
        let offset = value("offset").map_or(Ok(0.0), share)?;
        let colour = value(COLOUR).map_or_else(|| Ok("#000000".to_owned()), colour)?;
        markup.push_str(&format!("<stop offset=\"{}\" {COLOUR}=\"{colour}\"", number(offset)));
        if let Some(opacity) = value("stop-opacity") {
            markup.push_str(&format!(" stop-opacity=\"{}\"", number(share(opacity)?)));
        }
        markup.push_str("/>");
    }
    markup.push_str(&format!("</{kind}>"));
    Ok(Some(markup))
}
