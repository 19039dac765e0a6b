//! The timeline of encounters: a lane for each key phase with its years, the time in which encounters count, and the
//! encounters planned in it, numbered and listed below.
//!
//! In: entries of three levels. A phase, the stressed words saying more of it; its years, with the strong number of the day on
//! which the window closes, counted from 1 September as day 0, and the stressed words that say so; the encounters of a year,
//! with the strong number of their day, and stressed words where one does not count. Out: a strip for each phase's lane, and
//! strips for what is listed below it.

use super::canvas::{Canvas, MarkLook};
use super::parts::Parts;
use super::shaper::{Paragraph, Shaper, Style, Weight};
use super::size::WIDTH;
use super::strips::{Strip, Strips};
use crate::doc::{Entry, Picture};

/// The days of a school year; a leap year's last day falls on the edge.
const DAYS: f64 = 365.0;
/// The height of the bar for one row of marks.
const BAR: f64 = 24.0;
/// How much taller each further row of marks makes it.
const ROW: f64 = 16.0;
/// The radius of a mark.
const MARK: f64 = 7.2;
/// Between the two columns of the list.
const GUTTER: f64 = 14.0;
/// Between two phases.
const GAP: f64 = 12.0;
/// A phase up to this height stays whole.
const WHOLE: f64 = 280.0;
/// The lines that one encounter may take.
const MOST_LINES: usize = 8;

/// One year of a phase.
struct Year {
    name: Paragraph,
    /// The share of the year after which encounters no longer count, and what is said of it.
    closes: Option<(f64, Paragraph)>,
    encounters: Vec<Encounter>,
}

struct Encounter {
    number: String,
    /// The share of the year that has gone by.
    at: f64,
    counts: bool,
    words: Paragraph,
}

/// The strips of a timeline.
pub(super) fn strips<'a>(picture: &Picture, shaper: &'a Shaper<'a>) -> Strips<'a> {
    let mut count = 0;
    let rows = picture.entries.iter().flat_map(|phase| phase_strips(phase, shaper, &mut count)).collect();
    Strips { head: Strip::nothing(), rows, foot: Strip::nothing(), stand_alone: true }
}

fn phase_strips<'a>(phase: &Entry, shaper: &'a Shaper<'a>, count: &mut usize) -> Vec<Strip<'a>> {
    let colours = &shaper.colours;
    let style = |weight: Weight, size: f64, colour: &str| Style { weight, size, colour: colour.to_owned() };
    let Parts { text, aside, .. } = Parts::of(phase);
    let title = shaper.set(&text, &style(Weight::Bold, 11.5, &colours.accent), WIDTH, 3);
    let more = shaper.set(&aside, &style(Weight::Regular, 9.0, &colours.muted), WIDTH, 4);
    let width = WIDTH / phase.entries.len().max(1) as f64;
    let mut years: Vec<Year> = phase.entries.iter().map(|year| set_year(year, shaper, width, count)).collect();
    let listed: Vec<Encounter> = years.iter_mut().flat_map(|year| std::mem::take(&mut year.encounters)).collect();
    let pins = pins(&years, &listed, &phase.entries, width);
    let rows = pins.iter().map(|pin| pin.row + 1).max().unwrap_or(1);
    let bar = BAR + ROW * (rows - 1) as f64;
    let names = years.iter().map(|year| year.name.height()).fold(0.0, f64::max);
    let notes = years.iter().filter_map(|year| year.closes.as_ref()).map(|(_, note)| note.height()).fold(0.0, f64::max);
    let bar_top = title.height() + more.height() + 5.0 + names + 2.0;
    let lane = Lane { title, more, years, pins, width, bar, bar_top };
    let mut strips = vec![Strip::new(bar_top + bar + 3.0 + notes + 5.0, move |canvas, top, _| lane.draw(canvas, top))];
    strips.extend(list(listed));
    strips.push(Strip::new(GAP, |_, _, _| ()));
    let whole = strips.iter().map(|strip| strip.height).sum::<f64>() <= WHOLE;
    if whole { vec![Strip::joined(strips)] } else { strips }
}

fn set_year(year: &Entry, shaper: &Shaper<'_>, width: f64, count: &mut usize) -> Year {
    let colours = &shaper.colours;
    let style = |weight: Weight, size: f64, colour: &str| Style { weight, size, colour: colour.to_owned() };
    let Parts { marks, text, aside } = Parts::of(year);
    let note = shaper.set(&aside, &style(Weight::Bold, 8.5, &colours.warning), width, 2);
    let encounter = |entry: &Entry| {
        *count += 1;
        let Parts { marks, text, aside } = Parts::of(entry);
        let words = if aside.is_empty() { text } else { format!("{text} {aside}") };
        let indent = 2.0 * MARK + 5.0;
        let style = style(Weight::Regular, 8.8, if aside.is_empty() { &colours.text } else { &colours.muted });
        Encounter {
            number: count.to_string(),
            at: share(&marks).unwrap_or_default(),
            counts: aside.is_empty(),
            words: shaper.set(&words, &style, (WIDTH - GUTTER) / 2.0 - indent, MOST_LINES),
        }
    };
    Year {
        name: shaper.set(&text, &style(Weight::Bold, 9.2, &colours.text), width - 8.0, 2),
        closes: share(&marks).map(|closes| (closes, note)),
        encounters: year.entries.iter().map(encounter).collect(),
    }
}

/// The first mark as the share of a year.
fn share(marks: &[String]) -> Option<f64> {
    let day: f64 = marks.first()?.parse().ok()?;
    Some((day / DAYS).clamp(0.0, 1.0))
}

/// The mark of an encounter on the bar.
struct Pin {
    x: f64,
    row: usize,
    number: String,
    counts: bool,
}

/// The marks of all encounters, each in the first row in which it covers no other.
fn pins(years: &[Year], encounters: &[Encounter], entries: &[Entry], width: f64) -> Vec<Pin> {
    let of_year = entries.iter().enumerate().flat_map(|(index, year)| year.entries.iter().map(move |_| index));
    let mut pins: Vec<Pin> = Vec::new();
    for (encounter, year) in encounters.iter().zip(of_year) {
        let edge = MARK + 2.0;
        let x = ((year as f64 + encounter.at) * width).clamp(edge, years.len() as f64 * width - edge);
        let is_free = |row: usize| !pins.iter().any(|pin| pin.row == row && (pin.x - x).abs() < 2.0 * MARK + 1.0);
        let row = (0..=pins.len()).find(|row| is_free(*row)).unwrap_or_default();
        pins.push(Pin { x, row, number: encounter.number.clone(), counts: encounter.counts });
    }
    pins
}

/// The lane of a phase.
struct Lane {
    title: Paragraph,
    more: Paragraph,
    years: Vec<Year>,
    pins: Vec<Pin>,
    width: f64,
    bar: f64,
    bar_top: f64,
}

impl Lane {
    fn draw(&self, canvas: &mut Canvas<'_>, top: f64) {
        let colours = canvas.colours();
        canvas.words(0.0, top, &self.title);
        canvas.words(0.0, top + self.title.height(), &self.more);
        let (bar_top, foot) = (top + self.bar_top, top + self.bar_top + self.bar);
        for (index, year) in self.years.iter().enumerate() {
            let left = index as f64 * self.width;
            canvas.words(left + 4.0, bar_top - 2.0 - year.name.height(), &year.name);
            let open = year.closes.as_ref().map_or(1.0, |(closes, _)| *closes) * self.width;
            // What counts is full, what does not is only an outline.
            canvas.rect(left, bar_top, open, self.bar, 0.0, &colours.tint);
            canvas.line((left, bar_top), (left + open, bar_top), 1.6, &colours.accent, None);
            canvas.line((left, foot), (left + open, foot), 1.6, &colours.accent, None);
            if open < self.width {
                let right = left + self.width;
                canvas.line((left + open, bar_top), (right, bar_top), 0.9, &colours.rule, Some((3.0, 3.0)));
                canvas.line((left + open, foot), (right, foot), 0.9, &colours.rule, Some((3.0, 3.0)));
            }
            self.months(canvas, left, foot);
            canvas.line((left, bar_top - 10.0), (left, foot), 1.0, &colours.accent, None);
        }
        for year in self.years.iter().enumerate() {
            self.closing(canvas, year, bar_top, foot);
        }
        for pin in &self.pins {
            let y = foot - BAR / 2.0 - pin.row as f64 * ROW;
            canvas.mark(pin.x, y, MARK, &pin.number, &look(pin.counts, &colours.accent, &colours.muted));
        }
    }

    /// Short strokes where months begin.
    fn months(&self, canvas: &mut Canvas<'_>, left: f64, foot: f64) {
        for month in 1..12 {
            let x = left + self.width * f64::from(month) / 12.0;
            canvas.line((x, foot - 3.0), (x, foot), 0.6, &canvas.colours().rule, None);
        }
    }

    /// The day on which the window closes.
    fn closing(&self, canvas: &mut Canvas<'_>, (index, year): (usize, &Year), bar_top: f64, foot: f64) {
        let Some((closes, note)) = &year.closes else { return };
        let colours = canvas.colours();
        let x = (index as f64 + closes) * self.width;
        // From the bar down: above it stands the name of the year.
        canvas.line((x, bar_top - 0.8), (x, foot + 4.0), 2.0, &colours.warning, None);
        let half = note.width() / 2.0;
        let middle = x.clamp(half, (WIDTH - half).max(half));
        canvas.centred(middle, foot + 4.5, note);
    }
}

fn look<'a>(counts: bool, accent: &'a str, muted: &'a str) -> MarkLook<'a> {
    if counts { MarkLook::full(accent) } else { MarkLook::hollow(muted) }
}

/// The encounters of a phase, two beside each other.
fn list<'a>(encounters: Vec<Encounter>) -> Vec<Strip<'a>> {
    let mut strips = Vec::new();
    let mut rest = encounters.into_iter();
    while let Some(left) = rest.next() {
        let pair: Vec<Encounter> = std::iter::once(left).chain(rest.next()).collect();
        let height = pair.iter().map(|one| one.words.height()).fold(2.0 * MARK, f64::max);
        strips.push(Strip::new(height + 4.0, move |canvas, top, _| {
            for (index, encounter) in pair.iter().enumerate() {
                let x = index as f64 * (WIDTH + GUTTER) / 2.0;
                let colours = canvas.colours();
                let look = look(encounter.counts, &colours.accent, &colours.muted);
                canvas.mark(x + MARK, top + MARK, MARK, &encounter.number, &look);
                let drop = MARK - encounter.words.line_height() / 2.0;
                let drop = if encounter.words.lines.len() == 1 { drop } else { 1.0 };
                canvas.words(x + 2.0 * MARK + 5.0, top + drop, &encounter.words);
            }
        }));
    }
    strips
}
