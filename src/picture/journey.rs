//! The learning journey: years down the page along a road, terms across, and in each term its activities with numbered marks.
//!
//! In: entries of three levels: a year, its terms, their activities; the strong words of an activity are its marks, the stressed
//! ones its partner. Out: a strip for each year. A year too tall for a sheet goes on in a second strip.

use super::canvas::{Canvas, MarkLook};
use super::parts::Parts;
use super::shaper::{Paragraph, Shaper, Style, Weight};
use super::size::{TALLEST_OF_SEVERAL, WIDTH};
use super::strips::{Strip, Strips};
use crate::doc::{Entry, Picture};

/// The width of the column of years.
const YEARS: f64 = 68.0;
/// Between the column of years and the activities, and between columns.
const GUTTER: f64 = 9.0;
/// Around the activities of a year.
const PADDING: f64 = 5.0;
/// Between two years.
const GAP: f64 = 5.0;
/// Between two activities.
const BETWEEN: f64 = 5.0;
/// The radius of a mark.
const MARK: f64 = 6.2;
/// From one mark to the one below it.
const MARK_STEP: f64 = 2.0 * MARK + 1.6;
/// From the left edge of marks to the words beside them.
const BESIDE_MARKS: f64 = 2.0 * MARK + 4.0;
/// The lines that one activity's title may take, and its partner.
const MOST_LINES: usize = 9;

/// An activity, set.
struct Activity {
    marks: Vec<String>,
    title: Paragraph,
    partner: Paragraph,
}

impl Activity {
    fn set(entry: &Entry, shaper: &Shaper<'_>, width: f64) -> Activity {
        let Parts { marks, text, aside } = Parts::of(entry);
        let style = |size: f64, colour: &str| Style { weight: Weight::Regular, size, colour: colour.to_owned() };
        let width = if marks.is_empty() { width } else { width - BESIDE_MARKS };
        Activity {
            marks,
            title: shaper.set(&text, &style(8.8, &shaper.colours.text), width, MOST_LINES),
            partner: shaper.set(&aside, &style(8.0, &shaper.colours.muted), width, MOST_LINES),
        }
    }

    fn marks_height(&self) -> f64 {
        self.marks.len() as f64 * MARK_STEP
    }

    fn height(&self) -> f64 {
        self.marks_height().max(self.title.height() + self.partner.height())
    }

    /// The marks stand below one another, the words beside them.
    fn draw(&self, canvas: &mut Canvas<'_>, x: f64, y: f64) {
        for (index, number) in self.marks.iter().enumerate() {
            let look = MarkLook::full(canvas.colours().mark(number));
            canvas.mark(x + MARK, y + MARK + index as f64 * MARK_STEP, MARK, number, &look);
        }
        let left = if self.marks.is_empty() { x } else { x + BESIDE_MARKS };
        canvas.words(left, y, &self.title);
        canvas.words(left, y + self.title.height(), &self.partner);
    }
}

/// The strips of a learning journey.
pub(super) fn strips<'a>(picture: &Picture, shaper: &'a Shaper<'a>) -> Strips<'a> {
    let mut terms: Vec<String> = Vec::new();
    for term in picture.entries.iter().flat_map(|year| &year.entries) {
        let name = Parts::of(term).text;
        if !terms.contains(&name) {
            terms.push(name);
        }
    }
    let columns = terms.len().max(1);
    let start = YEARS + GUTTER + PADDING;
    let step = (WIDTH - start - PADDING + GUTTER) / columns as f64;
    let column = Columns { start, step, width: step - GUTTER };
    let head = head(&terms, shaper, column);
    let foot = key(picture, shaper);
    let room = TALLEST_OF_SEVERAL - head.height - foot.height;
    let rows = picture.entries.iter().flat_map(|year| rows(year, &terms, shaper, column, room)).collect();
    Strips { head, rows, foot, stand_alone: false }
}

/// Where the columns of terms stand.
#[derive(Clone, Copy)]
struct Columns {
    start: f64,
    step: f64,
    width: f64,
}

impl Columns {
    fn left(self, index: usize) -> f64 {
        self.start + index as f64 * self.step
    }
}

/// The names of the terms.
fn head<'a>(terms: &[String], shaper: &'a Shaper<'a>, columns: Columns) -> Strip<'a> {
    let style = Style { weight: Weight::Bold, size: 10.5, colour: shaper.colours.accent.clone() };
    let names: Vec<Paragraph> = terms.iter().map(|term| shaper.set(term, &style, columns.width, 2)).collect();
    let height = names.iter().map(Paragraph::height).fold(0.0, f64::max);
    Strip::new(height + 5.0, move |canvas, top, _| {
        for (index, name) in names.iter().enumerate() {
            canvas.words(columns.left(index), top + height - name.height(), name);
        }
    })
}

/// The strips of one year.
fn rows<'a>(year: &Entry, terms: &[String], shaper: &'a Shaper<'a>, columns: Columns, room: f64) -> Vec<Strip<'a>> {
    let activities = |term: &String| -> Vec<Activity> {
        let in_term = year.entries.iter().filter(|entry| Parts::of(entry).text == *term);
        in_term.flat_map(|term| &term.entries).map(|entry| Activity::set(entry, shaper, columns.width)).collect()
    };
    let mut cells: Vec<std::vec::IntoIter<Activity>> = terms.iter().map(|term| activities(term).into_iter()).collect();
    let room = room - 2.0 * PADDING - GAP;
    let mut strips = Vec::new();
    loop {
        // As many activities of each term as fit, and at least one.
        let taken: Vec<Vec<Activity>> = cells.iter_mut().map(|cell| take_fitting(cell, room)).collect();
        if taken.iter().all(Vec::is_empty) && !strips.is_empty() {
            return strips;
        }
        strips.push(row(&Parts::of(year).text, taken, shaper, columns));
    }
}

/// The name of a year, in letters small enough for its longest word.
fn year_name(name: &str, shaper: &Shaper<'_>) -> Paragraph {
    let style = |size: f64| Style { weight: Weight::Bold, size, colour: shaper.colours.on_accent.clone() };
    let width = YEARS - 8.0;
    let fits = |size: &f64| name.split_whitespace().all(|word| shaper.width(word, &style(*size)) <= width);
    let size = [12.0, 11.0, 10.0, 9.0].into_iter().find(fits).unwrap_or(8.0);
    shaper.set(name, &style(size), width, 5)
}

fn take_fitting(cell: &mut std::vec::IntoIter<Activity>, room: f64) -> Vec<Activity> {
    let mut taken: Vec<Activity> = Vec::new();
    let mut used = 0.0;
    while let Some(next) = cell.as_slice().first() {
        used += next.height() + if taken.is_empty() { 0.0 } else { BETWEEN };
        if used > room && !taken.is_empty() {
            break;
        }
        taken.extend(cell.next());
    }
    taken
}

fn row<'a>(name: &str, cells: Vec<Vec<Activity>>, shaper: &'a Shaper<'a>, columns: Columns) -> Strip<'a> {
    let name = year_name(name, shaper);
    let cell_height = |cell: &Vec<Activity>| {
        let heights: f64 = cell.iter().map(|activity| activity.height()).sum();
        heights + BETWEEN * cell.len().saturating_sub(1) as f64
    };
    let inner = cells.iter().map(cell_height).fold(name.height(), f64::max);
    let height = inner + 2.0 * PADDING;
    Strip::new(height + GAP, move |canvas, top, is_last| {
        let colours = canvas.colours();
        // The road goes on to the next year, and ends in an arrow.
        let middle = YEARS / 2.0;
        let end = top + height + GAP;
        if is_last {
            let (left, right, foot) = (middle - 7.0, middle + 7.0, top + height + 6.0);
            let above = top + height - 1.0;
            canvas.triangle([(left, above), (right, above), (middle, foot)], &colours.accent);
        } else {
            canvas.line((middle, top + height - 1.0), (middle, end + 1.0), 8.0, &colours.accent, None);
            canvas.line((middle, top + height), (middle, end), 1.2, &colours.on_accent, Some((3.0, 3.0)));
        }
        canvas.rect(YEARS + GUTTER, top, WIDTH - YEARS - GUTTER, height, 5.0, &colours.tint);
        canvas.rect(0.0, top, YEARS, height, 5.0, &colours.accent);
        canvas.centred(middle, top + (height - name.height()) / 2.0, &name);
        for (index, cell) in cells.iter().enumerate() {
            let left = columns.left(index);
            if index > 0 {
                let x = left - GUTTER / 2.0;
                canvas.line((x, top + PADDING), (x, top + height - PADDING), 0.7, &colours.rule, None);
            }
            let mut y = top + PADDING;
            for activity in cell {
                activity.draw(canvas, left, y);
                y += activity.height() + BETWEEN;
            }
        }
    })
}

/// What the marks mean, in two columns.
fn key<'a>(picture: &Picture, shaper: &'a Shaper<'a>) -> Strip<'a> {
    if picture.key.is_empty() {
        return Strip::nothing();
    }
    let style = Style { weight: Weight::Regular, size: 8.2, colour: shaper.colours.text.clone() };
    let indent = 2.0 * MARK + 4.0;
    let width = (WIDTH - GUTTER) / 2.0;
    let meanings: Vec<Paragraph> =
        picture.key.iter().map(|entry| shaper.set(&Parts::of(entry).text, &style, width - indent, 3)).collect();
    let line = |paragraph: &Paragraph| paragraph.height().max(2.0 * MARK) + 3.0;
    // Down the first column, then down the second.
    let half = meanings.len().div_ceil(2);
    let column = |from: usize, to: usize| meanings[from..to].iter().map(line).sum::<f64>();
    let height = column(0, half).max(column(half, meanings.len()));
    Strip::new(height + 4.0, move |canvas, top, _| {
        let mut y = [top + 4.0; 2];
        for (index, meaning) in meanings.iter().enumerate() {
            let side = index / half;
            let x = side as f64 * (width + GUTTER);
            let number = (index + 1).to_string();
            let look = MarkLook::full(canvas.colours().mark(&number));
            canvas.mark(x + MARK, y[side] + MARK, MARK, &number, &look);
            // One line stands at the mark's height, several begin there.
            let drop = if meaning.lines.len() == 1 { MARK - meaning.line_height() / 2.0 } else { 0.0 };
            canvas.words(x + indent, y[side] + drop, meaning);
            y[side] += line(meaning);
        }
    })
}
