//! The list of a font's characters, written anew: which shape each has.
//!
//! In: characters with the numbers of their shapes, in order. Out: the table.

/// The table `cmap` of these characters.
pub(super) fn character_table(characters: &[(char, u16)]) -> Vec<u8> {
    // Runs of characters that follow one another, as their shapes do.
    let mut runs: Vec<(u32, u32, u32)> = Vec::new();
    for (character, glyph) in characters {
        let (character, glyph) = (u32::from(*character), u32::from(*glyph));
        match runs.last_mut() {
            Some((first, last, start)) if character == *last + 1 && glyph == *start + (character - *first) => {
                *last = character;
            }
            _ => runs.push((character, character, glyph)),
        }
    }
    let length = 16 + 12 * runs.len() as u32;
    let mut table = Vec::new();
    // One list, for all of Unicode on every system.
    for number in [0_u16, 1, 3, 10] {
        table.extend(number.to_be_bytes());
    }
    table.extend(12_u32.to_be_bytes());
    for number in [12_u16, 0] {
        table.extend(number.to_be_bytes());
    }
    for number in [length, 0, runs.len() as u32] {
        table.extend(number.to_be_bytes());
    }
    for (first, last, glyph) in runs {
        for number in [first, last, glyph] {
            table.extend(number.to_be_bytes());
        }
    }
    table
}
