//! A week of departures, one cell each: before and now.
//!
//! ```text
//! Day 1  ▪ ■ ■ ■ ■ ■ ■ ■ ■│■ ■ ■ ■ ■ ■    140×
//! Day 2  ■ ■ ■ ■ ■ ■ ■ ■ ■│■ ■ ■ ■ ■ ■    a week, now against before
//!   ⋮                     │                ▪ 1 trip a week   before
//! Day 7  ■ ■ ■ ■ ■ ■ ■ ■ ■│■ ■ ■ ■ ■ ■    ▪ 20 trips a day  now
//!                         9.8 trips a day  January to May
//! ```
//!
//! The line stands at what was counted, the cells at what is said; days are numbered, for no one says which day it was. On a
//! phone the numbers stand above the week.

use kurbo::{Point, Rect};

use super::kinds::{Editorial, Kind, Opening, Summary, spec};
use super::{Frame, MAX_DEPARTURES, Pen};
use crate::describe::Summarizer;
use crate::glyph::{Form, Glyph};
use crate::plate::{FactLine, Plate};
use crate::scale::{clamp, floor_count};
use crate::scene::{Ink, Mark, bounds};
use crate::story::check::{Braces, Checker, ProblemKind};
use crate::story::{FactId, Text, Width};
use crate::words::words;

spec! {
    /// One cell a departure, a week wide: before and now.
    Week {
        /// Departures before, a week.
        before: FactId,
        /// Departures now, a day.
        now: FactId,
        /// The derived multiple.
        multiple: FactId,
        /// The derived departures a day as counted, shown beside what is said, if they were.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        counted: Option<FactId>,
        /// What a cell is, within a sentence, one | more: `flight|flights`. A departure if absent.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        departure: Option<Text>,
        /// What one departure looks like; a cell where nothing is said.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        glyph: Option<Glyph>,
    }
}

impl Kind for Week {
    fn facts(&self) -> Vec<&FactId> {
        let mut facts = vec![&self.before, &self.now, &self.multiple];
        facts.extend(&self.counted);
        facts
    }

    fn choices(&self, plate: &Plate) -> Vec<String> {
        let words = words(plate.locale);
        let named = |word, id| words.named(word, &plate.fact(id).written);
        vec![named(words.before_choice, &self.before), named(words.now_choice, &self.now)]
    }

    fn opening_choice(&self) -> u8 {
        1
    }

    fn layout(&self, frame: &Frame<'_>) -> Vec<Mark> {
        layout(self, frame)
    }
}

impl Editorial for Week {
    fn usual_width(&self) -> Width {
        Width::Wide
    }

    fn audible(&self) -> Vec<&FactId> {
        // The multiple counts in departures before: one, then so many times it.
        vec![&self.before, &self.multiple]
    }

    fn check(&self, checker: &mut Checker<'_>, place: &str) {
        let before = checker.count(&format!("{place}/before"), &self.before).unwrap_or(0.0) / DAYS as f64;
        let now = checker.count(&format!("{place}/now"), &self.now).unwrap_or(0.0);
        for (field, a_day) in [("before", before), ("now", now)] {
            if a_day > MAX_DEPARTURES {
                checker.report(&format!("{place}/{field}"), ProblemKind::TooManyDepartures(a_day));
            }
        }
        if let Some(departure) = &self.departure {
            checker.text(&format!("{place}/departure"), departure, Braces::None);
        }
        checker.ratio(&format!("{place}/multiple"), &self.multiple);
        if let Some(counted) = &self.counted {
            checker.amount(&format!("{place}/counted"), counted);
        }
    }

    fn opening(&self) -> Opening {
        let en = "a grid of one week, one cell for each {}";
        ("一周的方格图，一格是一个{}", en, en)
    }

    fn summary(&self, summarizer: &Summarizer<'_>) -> Summary {
        let value = |id| summarizer.value(id);
        let (before, now, multiple) = (value(&self.before)?, value(&self.now)?, value(&self.multiple)?);
        let departure =
            self.departure.as_ref().map_or(summarizer.words.departure(), |own| summarizer.edition.text(own));
        let (one, more) = departure.split_once('|').unwrap_or((departure, departure));
        let multiplied = summarizer.words.multiplied(more, &before, &now, &multiple);
        let mut said = vec![summarizer.opening_with(one), multiplied];
        if let Some(counted) = &self.counted {
            said.push(summarizer.words.counted(&value(counted)?, summarizer.span(counted)?.as_deref()));
        }
        Ok(said)
    }
}

/// The rows of the grid.
const DAYS: usize = 7;
/// The least width at which the numbers stand beside the week, at the usual text size, in CSS px.
const WIDE: f64 = 560.0;
/// The least width at which the two frequencies stand beside each other above the week, at the usual text size, in CSS px.
const ABREAST: f64 = 480.0;
/// The width of the numbers beside the week, at the usual text size, and from the week to them, in CSS px.
const ASIDE: (f64, f64) = (190.0, 28.0);
/// From one cell to the next at most, in CSS px.
const PITCH: f64 = 44.0;
/// The narrowest glyph that is still told apart, in CSS px; below it departures are cells.
const LEAST_GLYPH: f64 = 9.0;

fn layout(spec: &Week, frame: &Frame<'_>) -> Vec<Mark> {
    let is_now = frame.choice > 0;
    let (before, now) = (frame.fact(&spec.before), frame.fact(&spec.now));
    let times = frame.fact(&spec.multiple);
    let beside = frame.width >= WIDE * frame.text_scale;
    let (aside, gap) = ASIDE;
    let room = if beside { aside * frame.text_scale } else { frame.width };
    let left = frame.width - room;
    let (past, present) = if is_now { (Ink::Muted, Ink::Text) } else { (Ink::Text, Ink::Muted) };

    let (mut hero, mut former, mut current) = (frame.pen(), frame.pen(), frame.pen());
    // The multiple compares now with before; before, it would say too much, and the number of before has its place.
    let mut first = frame.pen();
    let y = multiple(&mut first, before, (left, 0.0), room, Ink::Before);
    let y = multiple(&mut hero, times, (left, 0.0), room, frame.hue).max(y) + 12.0;
    // Beside each other above a week that has room for it, else under each other.
    let abreast = !beside && room >= ABREAST * frame.text_scale;
    let column = if abreast { room / 2.0 } else { room };
    let below = heading(&mut former, before, (left, y), column, (Ink::Before, past));
    let at = if abreast { (left + column, y) } else { (left, below + 4.0) };
    let y = heading(&mut current, now, at, column, (frame.hue, present)).max(below);
    let former_area = bounds(&former.items);
    let (width, top) = if beside { (left - gap, 8.0) } else { (frame.width, y + if abreast { 10.0 } else { 16.0 }) };
    let cells = Cells::new(frame, spec.glyph, (width, top), now.count().min(floor_count(MAX_DEPARTURES)));

    let (mut old, mut new) = cells.fill(frame, before.count(), if is_now { frame.hue } else { Ink::Rule });
    let now_area = bounds(if new.items.is_empty() { &current.items } else { &new.items });
    old.over(former);
    if !is_now {
        old.over(first);
    }
    new.over(current);

    let mut marks = Vec::new();
    let mut names = frame.pen();
    cells.names(&mut names);
    marks.push(Mark::furniture("days", names.items));
    // Each mark's cells lie among the other's, so the former frequency is touched at its heading.
    old.mark_within(former_area, &mut marks, before, 0);
    new.mark_within(now_area, &mut marks, now, 0);
    if let Some(counted) = &spec.counted {
        let (mut line, counted) = (frame.pen(), frame.fact(counted));
        let area = cells.line(&mut line, counted);
        line.mark_within(area, &mut marks, counted, 1);
    }
    hero.mark(&mut marks, times, 1);
    // Before, the place of the multiple is kept: the days reach over all of it.
    let mut bottom: f64 = 0.0;
    for mark in &marks {
        bottom = bottom.max(mark.area.y1);
    }
    if let Some(days) = marks.first_mut() {
        days.area.y1 = bottom;
    }
    if !is_now {
        marks.truncate(3);
    }
    marks
}

/// A frequency with the colour of its cells; muted when the grid shows the other one. The y below both.
fn heading(pen: &mut Pen<'_>, fact: &FactLine, (x, y): (f64, f64), width: f64, (ink, text): (Ink, Ink)) -> f64 {
    let frame = pen.frame;
    let size = frame.body().size * 0.8;
    let top = y + frame.strong().size * 0.72 - size / 2.0;
    pen.bar((x, top), size, size, ink);
    pen.term(fact.headline(), fact.term(), (x + size + 8.0, y), width - size - 8.0, text).max(top + size)
}

/// How many times as many departures there are, or how many there were, as the figure's one number; the y below.
fn multiple(pen: &mut Pen<'_>, fact: &FactLine, (x, y): (f64, f64), width: f64, ink: Ink) -> f64 {
    let frame = pen.frame;
    let (font, end, below) = pen.fitted(fact.headline(), (x, y), width, frame.hero(), ink);
    let rest = x + width - end - 12.0;
    let label = frame.with_origin(fact, fact.term());
    let small = frame.small();
    // Beside the number where the label keeps a readable measure there, else under it.
    if rest >= 12.0 * small.size {
        pen.paragraph(&label, (end + 12.0, y + font.ascent() - small.leading()), rest, small, Ink::Muted).max(below)
    } else {
        pen.paragraph(&label, (x, below), width, small, Ink::Muted)
    }
}

/// Where the cells of a week stand.
struct Cells {
    glyph: Option<Glyph>,
    /// The top left corner of the first cell.
    origin: Point,
    /// Departures a day.
    a_day: usize,
    /// From one cell to the next, in CSS px.
    pitch: f64,
    /// From one day to the next, in CSS px.
    row: f64,
    /// Where the week ends, in CSS px.
    right: f64,
}

impl Cells {
    fn new(frame: &Frame<'_>, glyph: Option<Glyph>, (width, top): (f64, f64), a_day: usize) -> Self {
        let mut left: f64 = 0.0;
        for day in 1..=DAYS {
            left = left.max(frame.advance(&words(frame.plate.locale).nth_day(day), frame.small()) + 10.0);
        }
        let pitch = ((width - left) / a_day.max(1) as f64).min(PITCH);
        // In whole px where there is room, so that every cell falls alike on them.
        let pitch = if pitch > 8.0 { pitch.floor() } else { pitch };
        let glyph = glyph.filter(|_| pitch >= LEAST_GLYPH);
        let height = glyph.map_or(pitch, |glyph| glyph.size(Self::side(pitch)).height + 8.0);
        let row = height.max(frame.small().leading() + 2.0).min(PITCH);
        Self { glyph, origin: Point::new(left, top), a_day, pitch, row, right: width }
    }

    /// The longer side of a glyph in a cell, in CSS px.
    fn side(pitch: f64) -> f64 {
        pitch - clamp(pitch * 0.15, 1.0, 6.0)
    }

    /// The cells of before, and all others, whose ink is given. A trip a week is the first cell of the first day; eight are the first of
    /// every day and the second of the first.
    fn fill<'a>(&self, frame: &'a Frame<'a>, before: usize, ink: Ink) -> (Pen<'a>, Pen<'a>) {
        let (mut old, mut new) = (frame.pen(), frame.pen());
        for day in 0..DAYS {
            for nth in 0..self.a_day {
                if nth * DAYS + day < before {
                    self.cell(&mut old, day, nth, Ink::Before);
                } else {
                    self.cell(&mut new, day, nth, ink);
                }
            }
        }
        (old, new)
    }

    fn cell(&self, pen: &mut Pen<'_>, day: usize, nth: usize, ink: Ink) {
        let (x, y) = (self.origin.x + nth as f64 * self.pitch, self.origin.y + day as f64 * self.row);
        let Some(glyph) = self.glyph else {
            return pen.bar((x, y), self.pitch - (self.pitch * 0.15).min(2.0), self.row - 4.0, ink);
        };
        let side = Self::side(self.pitch);
        let top = y + (self.row - 4.0 - glyph.size(side).height) / 2.0;
        glyph.shapes(Form::Full, Point::new(x, top), side).for_each(|shape| pen.draw(shape, ink));
    }

    fn names(&self, pen: &mut Pen<'_>) {
        let font = pen.frame.small();
        let first = self.origin.y + (self.row - 4.0 + font.ascent() - font.descent()) / 2.0;
        for day in 0..DAYS {
            let name = words(pen.frame.plate.locale).nth_day(day + 1);
            pen.text(&name, (0.0, first + day as f64 * self.row), font, Ink::Muted);
        }
    }

    /// A line across every day at so many departures, with its label at its foot; where the label is.
    fn line(&self, pen: &mut Pen<'_>, fact: &FactLine) -> Rect {
        let frame = pen.frame;
        // A value that is not a number stands at 0.
        let nth = clamp(fact.amount(), 0.0, self.a_day as f64);
        let x = (self.origin.x + nth * self.pitch).min(self.right - 2.0);
        let top = self.origin.y - 6.0;
        let bottom = self.origin.y + DAYS as f64 * self.row - 4.0;
        let foot = bottom + 8.0;
        pen.line(&[(x, top), (x, bottom)], 4.0, Ink::Ground);
        pen.line(&[(x, top), (x, foot)], 1.5, Ink::Text);
        let label = frame.with_origin(fact, fact.term());
        let mut texts = frame.pen();
        texts.term(fact.headline(), &label, (x, foot), self.right - x, Ink::Text);
        let row = bounds(&texts.items);
        // Where one row at the line's foot does not hold it: the number there and its term under it, each no further to the left than it
        // must be to stay in the week.
        if row.x1 > self.right || row.height() >= 2.0 * frame.body().leading() {
            texts = frame.pen();
            let start = |width: f64| clamp(self.right - width, 0.0, x);
            let left = start(frame.numeral_width(fact.headline(), frame.strong()));
            let number = texts.fitted(fact.headline(), (left, foot), self.right - left, frame.strong(), Ink::Text);
            let left = start(frame.advance(&label, frame.body()));
            texts.paragraph(&label, (left, number.2), self.right - left, frame.body(), Ink::Muted);
        }
        let area = bounds(&texts.items);
        pen.over(texts);
        area
    }
}

#[cfg(test)]
mod tests;
