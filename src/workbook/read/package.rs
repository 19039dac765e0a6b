//! How the parts of an Office file belong together.
//!
//! In: a packed file. Out: the types of its parts, and where each part leads by the ids that it uses.
//!
//! Not here: what stands in the parts.

use super::fault::Fault;
use super::markup::{Markup, Piece};
use crate::text::{Packed, part_name};

/// The most relationships of one part.
const MOST: usize = 5_000;

/// Where a part leads.
pub(super) struct Related {
    /// The id that the part uses.
    pub(super) id: String,
    /// The last word of its type: `worksheet`.
    pub(super) kind: String,
    /// The name of the part that it leads to.
    pub(super) target: String,
}

/// The types of the parts of a file; nothing if it is no Office file.
pub(super) fn types(packed: &mut Packed<'_>) -> Result<Option<Vec<String>>, Fault> {
    const NAME: &str = "[Content_Types].xml";
    let Some(part) = packed.part(NAME)? else { return Ok(None) };
    let mut types = Vec::new();
    each_tag(NAME, &part, |tag| types.extend(tag.attribute("ContentType")))?;
    Ok(Some(types))
}

/// Where a part leads within the file; the file itself for no name.
pub(super) fn related(packed: &mut Packed<'_>, of: &str) -> Result<Vec<Related>, Fault> {
    let (folder, file) = of.rsplit_once('/').unwrap_or(("", of));
    let name = part_name(folder, &format!("_rels/{file}.rels"));
    let Some(part) = packed.part(&name)? else { return Ok(Vec::new()) };
    let mut related = Vec::new();
    each_tag(&name, &part, |tag| {
        let is_outside = tag.attribute("TargetMode").is_some_and(|mode| mode.eq_ignore_ascii_case("external"));
        let parts = (tag.attribute("Id"), tag.attribute("Type"), tag.attribute("Target"));
        if let ((Some(id), Some(kind), Some(target)), false) = (parts, is_outside) {
            let kind = kind.rsplit('/').next().unwrap_or_default().to_owned();
            related.push(Related { id, kind, target: part_name(folder, &target) });
        }
    })?;
    Ok(related)
}

fn each_tag(name: &str, part: &[u8], mut with: impl FnMut(super::markup::Tag<'_>)) -> Result<(), Fault> {
    let mut markup = Markup::of(name, part)?;
    let mut left = MOST;
    while let Some(piece) = markup.next()? {
        if let Piece::Begin(tag) = piece {
            left = left.checked_sub(1).ok_or_else(|| Fault::too_large(format!("{name} is too long")))?;
            with(tag);
        }
    }
    Ok(())
}
