//! The colours of a sheet, at most as many as a PNG can number, and what one laid over another gives.
//!
//! In: colours as red, green and blue. Out: their numbers, of which 0 is the paper's.
//!
//! Where there are too many, the nearest stands for those that come last: the tones between two colours at the edges of letters, for the
//! colours themselves come first.

use super::fill::STEPS;

/// White paper.
const PAPER: [u8; 3] = [255; 3];
/// How many numbers there are.
const NUMBERS: usize = 256;

/// The colours of a sheet.
pub(super) struct Inks {
    colours: Vec<[u8; 3]>,
    /// For each colour laid over another in so many steps: the number of what that gives, where it is known.
    mixed: Vec<Vec<Option<u8>>>,
}

impl Inks {
    /// Paper and these colours.
    pub(super) fn of(colours: impl Iterator<Item = [u8; 3]>) -> Inks {
        let mut inks = Inks { colours: vec![PAPER], mixed: vec![Vec::new(); NUMBERS] };
        for colour in colours {
            inks.number(colour);
        }
        inks
    }

    /// The number of a colour, or of the nearest there is.
    pub(super) fn number(&mut self, colour: [u8; 3]) -> u8 {
        let known = self.colours.iter().position(|known| *known == colour);
        let at = known.unwrap_or_else(|| {
            if self.colours.len() < NUMBERS {
                self.colours.push(colour);
                return self.colours.len() - 1;
            }
            let distance = |known: &[u8; 3]| -> u32 {
                known.iter().zip(colour).map(|(one, other)| u32::from(one.abs_diff(other)).pow(2)).sum()
            };
            (0..NUMBERS).min_by_key(|at| distance(&self.colours[*at])).unwrap_or_default()
        });
        u8::try_from(at).unwrap_or_default()
    }

    /// The number of what a colour gives that covers another in so many steps.
    pub(super) fn over(&mut self, ground: u8, ink: u8, steps: u8) -> u8 {
        let at = usize::from(steps) * NUMBERS + usize::from(ground);
        let table = &mut self.mixed[usize::from(ink)];
        if table.is_empty() {
            table.resize((usize::from(STEPS) + 1) * NUMBERS, None);
        }
        if let Some(number) = table[at] {
            return number;
        }
        let (below, above) = (self.colours[usize::from(ground)], self.colours[usize::from(ink)]);
        let mix = |part: usize| {
            let (steps, all) = (u16::from(steps), u16::from(STEPS));
            let sum = u16::from(below[part]) * (all - steps) + u16::from(above[part]) * steps;
            u8::try_from((sum + all / 2) / all).unwrap_or(u8::MAX)
        };
        let number = self.number([mix(0), mix(1), mix(2)]);
        self.mixed[usize::from(ink)][at] = Some(number);
        number
    }

    /// The colours in the order of their numbers, part by part.
    pub(super) fn parts(&self) -> Vec<u8> {
        self.colours.concat()
    }
}
