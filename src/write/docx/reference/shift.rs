//! How far our lists move up, so that they come after those of a reference document.

use super::tree::Element;

/// How far our lists move up.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Shift {
    kinds: u32,
    lists: u32,
}

impl Shift {
    /// Beyond every list that the numbering of a reference document has, or another of its parts names.
    pub(super) fn beyond(numbering: Option<&Element>, users: &[&Element]) -> Shift {
        let mut shift = Shift::default();
        let mut note = |element: &Element| {
            let number = |name| element.attribute(name).and_then(|number| number.parse::<u32>().ok()).unwrap_or(0);
            match element.name.as_str() {
                "w:abstractNum" => shift.kinds = shift.kinds.max(number("w:abstractNumId").saturating_add(1)),
                "w:num" => shift.lists = shift.lists.max(number("w:numId")),
                "w:numId" => shift.lists = shift.lists.max(number("w:val")),
                _ => {}
            }
        };
        numbering.into_iter().chain(users.iter().copied()).for_each(|part| part.each(&mut note));
        // A number beyond all reason must not carry ours beyond what Word can count.
        Shift { kinds: shift.kinds.min(1 << 24), lists: shift.lists.min(1 << 24) }
    }

    /// Moves up what an element of ours says of lists.
    pub(super) fn apply(self, element: &mut Element) {
        let (name, by) = match element.name.as_str() {
            "w:abstractNum" => ("w:abstractNumId", self.kinds),
            "w:abstractNumId" => ("w:val", self.kinds),
            "w:num" => ("w:numId", self.lists),
            // List 0 takes a paragraph out of all lists.
            "w:numId" if element.attribute("w:val") != Some("0") => ("w:val", self.lists),
            _ => return,
        };
        if let Some(number) = element.attribute(name).and_then(|number| number.parse::<u32>().ok()) {
            element.set(name, &number.saturating_add(by).to_string());
        }
    }
}
