//! A week of departures, one cell each: before and now.
//!
//! ```text
//! ▪ 1 trip a week   Before                    140×
//! ▪ 20 trips a day  Now                       a week, now against before
//! Day 1  ▪ ■ ■ ■ ■ ■ ■ ■ ■│■ ■ ■ ■ ■ ■
//! Day 2  ■ ■ ■ ■ ■ ■ ■ ■ ■│■ ■ ■ ■ ■ ■     The line stands at what was counted, the cells at what is
//!   ⋮                     │                  said; days are numbered, for no one says which day it was.
//! Day 7  ■ ■ ■ ■ ■ ■ ■ ■ ■│■ ■ ■ ■ ■ ■
//!                         9.8 trips a day  January to May
//! ```

use kurbo::{Point, Rect};

use super::{Frame, Pen};
use crate::plate::{FactLine, Plate};
use crate::scale::{clamp, floor_count};
use crate::scene::{Ink, Mark, bounds};
use crate::story::drawing::{MAX_DEPARTURES, Week as Spec};
use crate::words::words;

/// The rows of the grid.
const DAYS: usize = 7;
/// The least width at which the multiple stands beside the two frequencies, in CSS px.
const WIDE: f64 = 520.0;
/// From one cell to the next at most, in CSS px.
const PITCH: f64 = 28.0;

pub(super) fn layout(spec: &Spec, frame: &Frame<'_>) -> Vec<Mark> {
    let is_now = frame.choice > 0;
    let [before, now, times, counted] =
        [&spec.before, &spec.now, &spec.multiple, &spec.counted].map(|id| frame.fact(id));
    let beside = frame.width >= WIDE * frame.text_scale;
    let room = if beside { (frame.width * 0.6).min(420.0) } else { frame.width };
    let (past, present) = if is_now { (Ink::Muted, Ink::Text) } else { (Ink::Text, Ink::Muted) };
    let [mut former, mut current, mut aside] = [(); 3].map(|()| frame.pen());
    let y = heading(&mut former, before, 0.0, room, (Ink::Before, past));
    let mut y = heading(&mut current, now, y + 4.0, room, (frame.hue, present));
    let former_area = bounds(&former.items);
    if beside {
        y = y.max(multiple(&mut aside, times, (room, 0.0), frame.width - room));
    }
    let cells = Cells::new(frame, y + 14.0, now.count().min(floor_count(MAX_DEPARTURES)));

    // A trip a week is the first cell of the first day; eight are the first of every day and the second of the first.
    let mut grids = [frame.pen(), frame.pen()];
    for (day, nth) in (0..DAYS).flat_map(|day| (0..cells.a_day).map(move |nth| (day, nth))) {
        let [old, new] = &mut grids;
        if nth * DAYS + day < before.count() {
            cells.cell(old, day, nth, Ink::Before);
        } else {
            cells.cell(new, day, nth, if is_now { frame.hue } else { Ink::Rule });
        }
    }
    let [mut old, mut new] = grids;
    let now_area = bounds(if new.items.is_empty() { &current.items } else { &new.items });
    old.over(former);
    new.over(current);

    let mut marks = Vec::new();
    let mut names = frame.pen();
    cells.names(&mut names);
    marks.push(Mark::furniture("days", names.items));
    // Each mark's cells lie among the other's, so the former frequency is touched at its heading.
    old.mark_within(former_area, &mut marks, before, 0);
    new.mark_within(now_area, &mut marks, now, 0);
    let mut line = frame.pen();
    let area = cells.line(&mut line, counted);
    if !beside {
        multiple(&mut aside, times, (0.0, area.y1 + 12.0), frame.width);
    }
    if beside {
        aside.mark(&mut marks, times, 1);
        line.mark_within(area, &mut marks, counted, 1);
    } else {
        line.mark_within(area, &mut marks, counted, 1);
        aside.mark(&mut marks, times, 1);
    }
    // What compares now with before is left out before, and its place kept: the days reach over all of it.
    let bottom = marks.iter().map(|mark| mark.area.y1).fold(0.0, f64::max);
    marks.iter_mut().take(1).for_each(|days| days.area.y1 = bottom);
    if !is_now {
        marks.truncate(3);
    }
    marks
}

pub(super) fn choices(spec: &Spec, plate: &Plate) -> Vec<String> {
    let words = words(plate.locale);
    let named = |word, id| words.named(word, &plate.fact(id).written);
    vec![named(words.before, &spec.before), named(words.now, &spec.now)]
}

/// A frequency with the colour of its cells; muted when the grid shows the other one. The y below.
fn heading(pen: &mut Pen<'_>, fact: &FactLine, y: f64, width: f64, (ink, text): (Ink, Ink)) -> f64 {
    let frame = pen.frame;
    let size = frame.body().size * 0.8;
    pen.bar((0.0, y + frame.strong().size * 0.72 - size / 2.0), size, size, ink);
    pen.term(fact.headline(), fact.term(), (size + 8.0, y), width - size - 8.0, text)
}

/// How many times as many departures there are; the y below.
fn multiple(pen: &mut Pen<'_>, fact: &FactLine, (x, y): (f64, f64), width: f64) -> f64 {
    let frame = pen.frame;
    let font = frame.numeral_font(&[fact.headline()], width);
    pen.numeral(fact.headline(), (x, y + font.ascent()), font, Ink::Text);
    let label = frame.with_origin(fact, &fact.label);
    pen.paragraph(&label, (x, y + font.leading()), width, frame.small(), Ink::Muted)
}

/// Where the cells of a week stand.
struct Cells {
    /// The top left corner of the first cell.
    origin: Point,
    /// Departures a day.
    a_day: usize,
    /// From one cell to the next, in CSS px.
    pitch: f64,
    /// From one day to the next, in CSS px.
    row: f64,
}

impl Cells {
    fn new(frame: &Frame<'_>, top: f64, a_day: usize) -> Self {
        let mut left: f64 = 0.0;
        for day in 1..=DAYS {
            left = left.max(frame.advance(&words(frame.plate.locale).nth_day(day), frame.small()) + 10.0);
        }
        let pitch = ((frame.width - left) / a_day.max(1) as f64).min(PITCH);
        // In whole px where there is room, so that every cell falls alike on them.
        let pitch = if pitch > 8.0 { pitch.floor() } else { pitch };
        let row = pitch.max(frame.small().leading() + 2.0);
        Self { origin: Point::new(left, top), a_day, pitch, row }
    }

    fn cell(&self, pen: &mut Pen<'_>, day: usize, nth: usize, ink: Ink) {
        let (x, y) = (self.origin.x + nth as f64 * self.pitch, self.origin.y + day as f64 * self.row);
        pen.bar((x, y), self.pitch - (self.pitch * 0.15).min(2.0), self.row - 4.0, ink);
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
        // What is no number stands at 0.
        let nth = clamp(fact.amount(), 0.0, self.a_day as f64);
        let x = (self.origin.x + nth * self.pitch).min(frame.width - 2.0);
        let top = self.origin.y - 6.0;
        let bottom = self.origin.y + DAYS as f64 * self.row - 4.0;
        let foot = bottom + 8.0;
        pen.line(&[(x, top), (x, bottom)], 4.0, Ink::Ground);
        pen.line(&[(x, top), (x, foot)], 1.5, Ink::Text);
        let label = frame.with_origin(fact, fact.term());
        let set = |x: f64| {
            let mut texts = frame.pen();
            texts.term(fact.headline(), &label, (x, foot), frame.width - x, Ink::Text);
            texts
        };
        // At the line's foot if one row there holds it, else over the whole width.
        let mut texts = set(x);
        let foot = bounds(&texts.items);
        if foot.x1 > frame.width || foot.height() >= 2.0 * frame.body().leading() {
            texts = set(0.0);
        }
        let area = bounds(&texts.items);
        pen.over(texts);
        area
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::super::testing::{Sample, fact};
    use crate::scene::{Ink, Scene, Shape};
    use crate::story::Locale;

    fn sample(before: f64, now: f64) -> Sample {
        let derived = [
            json!({"id": "multiple", "formula": "now * 7"}),
            json!({"id": "counted", "formula": "now * 0.49", "unit": "thing", "decimals": 1}),
        ];
        let facts = [fact("before", before, "thing"), fact("now", now, "thing")];
        let week = json!({"before": "before", "now": "now", "multiple": "multiple", "counted": "counted"});
        Sample::new(&facts, &derived, json!({"week": week}))
    }

    fn cells(scene: &Scene, ink: Ink) -> usize {
        let grid = scene.marks.iter().flat_map(|mark| &mark.items).filter(|item| item.ink == ink);
        grid.filter(|item| matches!(item.shape, Shape::Bar(_))).count()
    }

    #[test]
    fn a_week_has_a_cell_for_every_departure() {
        for (before, now) in [(1.0, 20.0), (0.0, 0.0), (9.0, 2.0), (900.0, 3.0), (1.0, 123.0)] {
            let sample = sample(before, now);
            sample.check();
            let scene = sample.scene(Locale::Zh, 328.0, 1.0, 1);
            // Two more bars are the headings' swatches.
            assert_eq!(cells(&scene, Ink::Hue1) + cells(&scene, Ink::Before), now as usize * 7 + 2);
        }
    }

    #[test]
    fn before_and_now_differ_in_ink_only() {
        let [before, now] = [0, 1].map(|choice| sample(1.0, 20.0).scene(Locale::En, 680.0, 1.0, choice));
        assert_eq!((cells(&before, Ink::Before), cells(&before, Ink::Rule)), (2, 139));
        assert_eq!((cells(&now, Ink::Before), cells(&now, Ink::Hue1)), (2, 140));
        for mark in &before.marks {
            let after = now.marks.iter().find(|after| after.key == mark.key).expect("the same mark");
            assert_eq!(mark.area, after.area);
        }
    }
}
