//! The values of an SVG's properties: numbers, lengths, colours, turns and shifts.
//!
//! In: the text of a value. Out: the value, within bounds, and its text as this program writes it.

use std::str::FromStr;

use svgtypes::{Color, Length, LengthUnit, Transform, TransformListParser, TransformListToken};

use super::limits::{LARGEST_NUMBER, MOST_STEPS};
use super::room::{Matrix, Refusal, TOO_MUCH};

pub(super) const UNREADABLE: Refusal = "is an SVG with a value in it that cannot be read";

/// A number as it is written: what is too fine for any picture is left off.
pub(super) fn number(value: f64) -> String {
    (value as f32).to_string()
}

/// A number that is not out of all bounds.
pub(super) fn sound(value: f64) -> Result<f64, Refusal> {
    if value.abs() <= LARGEST_NUMBER { Ok(value) } else { Err(UNREADABLE) }
}

/// A length in units of the picture; `whole` is what a hundredth is a hundredth of.
pub(super) fn length(text: &str, whole: f64) -> Result<f64, Refusal> {
    let Length { number, unit } = Length::from_str(text.trim()).map_err(|_| UNREADABLE)?;
    // Of an inch, units have 96 and points 72.
    sound(match unit {
        LengthUnit::None | LengthUnit::Px => number,
        LengthUnit::Percent => number / 100.0 * whole,
        LengthUnit::In => number * 96.0,
        LengthUnit::Cm => number * 96.0 / 2.54,
        LengthUnit::Mm => number * 96.0 / 25.4,
        LengthUnit::Pt => number * 96.0 / 72.0,
        LengthUnit::Pc => number * 16.0,
        LengthUnit::Em | LengthUnit::Ex => return Err(UNREADABLE),
    })
}

/// A part of a whole, from 0 to 1.
pub(super) fn share(text: &str) -> Result<f64, Refusal> {
    Ok(length(text, 1.0)?.clamp(0.0, 1.0))
}

/// A colour as it is written.
pub(super) fn colour(text: &str) -> Result<String, Refusal> {
    Ok(written(Color::from_str(text.trim()).map_err(|_| UNREADABLE)?))
}

pub(super) fn written(Color { red, green, blue, alpha }: Color) -> String {
    match alpha {
        255 => format!("#{red:02x}{green:02x}{blue:02x}"),
        _ => format!("rgba({red},{green},{blue},{})", number(f64::from(alpha) / 255.0)),
    }
}

/// A list of turns, stretches and shifts: as it is written, and all in one.
pub(super) fn transform(text: &str) -> Result<(String, Matrix), Refusal> {
    let mut list = String::new();
    for (count, token) in TransformListParser::from(text).enumerate() {
        if count == MOST_STEPS {
            return Err(TOO_MUCH);
        }
        let (name, numbers) = match token.map_err(|_| UNREADABLE)? {
            TransformListToken::Matrix { a, b, c, d, e, f } => ("matrix", vec![a, b, c, d, e, f]),
            TransformListToken::Translate { tx, ty } => ("translate", vec![tx, ty]),
            TransformListToken::Scale { sx, sy } => ("scale", vec![sx, sy]),
            TransformListToken::Rotate { angle } => ("rotate", vec![angle]),
            TransformListToken::SkewX { angle } => ("skewX", vec![angle]),
            TransformListToken::SkewY { angle } => ("skewY", vec![angle]),
        };
        let numbers = numbers.into_iter().map(|value| sound(value).map(number)).collect::<Result<Vec<_>, _>>()?;
        list.push_str(&format!("{name}({})", numbers.join(" ")));
    }
    let Transform { a, b, c, d, e, f } = Transform::from_str(text).map_err(|_| UNREADABLE)?;
    Ok((list, Matrix([a, b, c, d, e, f])))
}
