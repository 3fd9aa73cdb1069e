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

use super::{Frame, MAX_DOTS};
use crate::plate::{MissingFact, Plate};
use crate::scene::{Align, Ink, Item, Mark, Scene, Shape, bounds};
use crate::story::drawing::Week as Spec;
use crate::words::words;

/// The rows of the grid.
const DAYS: usize = 7;
/// The least width at which the multiple stands beside the two frequencies, in CSS px.
const WIDE: f64 = 520.0;
/// From one cell to the next at most, in CSS px.
const PITCH: f64 = 28.0;

/// Items, and the y below them.
type Block = Result<(Vec<Item>, f64), MissingFact>;

pub(super) fn layout(spec: &Spec, frame: &Frame<'_>) -> Result<Scene, MissingFact> {
    let is_now = frame.choice > 0;
    let beside = frame.width >= WIDE * frame.text_scale.max(1.0);
    let room = if beside { (frame.width * 0.6).min(420.0) } else { frame.width };
    let (past, present) = if is_now { (Ink::Muted, Ink::Text) } else { (Ink::Text, Ink::Muted) };
    let (before, y) = heading(frame, &spec.before, 0.0, room, (Ink::Two, past))?;
    let (now, y) = heading(frame, &spec.now, y + 4.0, room, (Ink::One, present))?;
    let aside = if beside { Some(multiple(frame, &spec.multiple, (room, 0.0), frame.width - room)?) } else { None };
    let top = aside.as_ref().map_or(y, |(_, below)| below.max(y)) + 14.0;
    let cells = Cells::new(frame, top, frame.drawn(&spec.now)?.min(MAX_DOTS / DAYS));

    // A trip a week is the first cell of the first day; eight are the first of every day and the second of the first.
    let former = frame.drawn(&spec.before)?;
    let paint = |is_former: bool, ink: Ink| -> Vec<Item> {
        let days = (0..DAYS).flat_map(|day| (0..cells.a_day).map(move |nth| (day, nth)));
        let wanted = days.filter(|(day, nth)| (nth * DAYS + day < former) == is_former);
        wanted.map(|(day, nth)| cells.cell(day, nth, ink)).collect()
    };
    let grid = paint(false, if is_now { Ink::One } else { Ink::Rule });

    // Each mark's cells lie among the other's, so the former frequency is touched at its heading.
    let mut before = Mark::of(&spec.before, 0, before);
    before.items.splice(0..0, paint(true, Ink::Two));
    let mut now = Mark::of(&spec.now, 0, now);
    now.area = if grid.is_empty() { now.area } else { bounds(&grid) };
    now.items.splice(0..0, grid);
    let (line, label) = cells.line(frame, &spec.counted)?;
    let area = bounds(&label);
    let counted = Mark { area, ..Mark::of(&spec.counted, 1, line.into_iter().chain(label).collect()) };
    let under = || multiple(frame, &spec.multiple, (0.0, area.y1 + 12.0), frame.width);
    let multiple = Mark::of(&spec.multiple, 1, aside.map_or_else(under, Ok)?.0);
    let [third, fourth] = if beside { [multiple, counted] } else { [counted, multiple] };
    let mut scene = frame.scene(vec![Mark::furniture("days", cells.names(frame)), before, now, third, fourth]);
    if !is_now {
        // What compares now with before is left out, and its place kept.
        scene.marks.truncate(3);
    }
    Ok(scene)
}

pub(super) fn choices(spec: &Spec, plate: &Plate) -> Result<Vec<String>, MissingFact> {
    let words = words(plate.locale);
    let named = |word, id| Ok(words.named(word, &plate.written(id)?));
    Ok(vec![named(words.before, &spec.before)?, named(words.now, &spec.now)?])
}

/// A frequency with the colour of its cells; muted when the grid shows the other one.
fn heading(frame: &Frame<'_>, id: &str, y: f64, width: f64, (ink, text): (Ink, Ink)) -> Block {
    let size = frame.body().size * 0.8;
    let top = y + frame.strong().size * 0.72 - size / 2.0;
    let fact = (id, frame.plate.written(id)?);
    let (mut items, below) = frame.term(fact, frame.plate.short(id)?, (size + 8.0, y), width - size - 8.0, text);
    items.insert(0, Item::new(Shape::Bar(Rect::new(0.0, top, size, top + size)), ink));
    Ok((items, below))
}

/// How many times as many departures there are.
fn multiple(frame: &Frame<'_>, id: &str, (x, y): (f64, f64), width: f64) -> Block {
    let fact = (id, frame.plate.written(id)?);
    let font = frame.numeral_font(std::slice::from_ref(&fact), width);
    let (mut items, _) = frame.numeral(id, &fact.1, (x, y + font.ascent()), font);
    let label = frame.owned_up(id, frame.plate.label(id)?)?;
    let (lines, below) = frame.paragraph(&label, (x, y + font.leading()), width, frame.small(), Ink::Muted);
    items.extend(lines);
    Ok((items, below))
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
        let names = (1..=DAYS).map(|day| words(frame.plate.locale).nth_day(day));
        let left = names.map(|name| frame.measure.width(&name, frame.small())).fold(0.0, f64::max) + 10.0;
        let pitch = ((frame.width - left) / a_day.max(1) as f64).min(PITCH);
        let row = pitch.max(frame.small().leading() + 2.0);
        Self { origin: Point::new(left, top), a_day, pitch, row }
    }

    fn cell(&self, day: usize, nth: usize, ink: Ink) -> Item {
        let (x, y) = (self.origin.x + nth as f64 * self.pitch, self.origin.y + day as f64 * self.row);
        let width = self.pitch - (self.pitch * 0.15).min(2.0);
        Item::new(Shape::Bar(Rect::new(x, y, x + width, y + self.row - 4.0)), ink)
    }

    fn names(&self, frame: &Frame<'_>) -> Vec<Item> {
        let font = frame.small();
        let first = self.origin.y + (self.row - 4.0 + font.ascent() - font.descent()) / 2.0;
        let name = |day: usize| {
            let text = words(frame.plate.locale).nth_day(day + 1);
            frame.text(text, 0.0, first + day as f64 * self.row, Align::Start, font, Ink::Muted)
        };
        (0..DAYS).map(name).collect()
    }

    /// A line across every day at so many departures, with its label at its foot.
    fn line(&self, frame: &Frame<'_>, id: &str) -> Result<([Item; 2], Vec<Item>), MissingFact> {
        let nth = frame.plate.value(id)?.clamp(0.0, self.a_day as f64);
        let x = self.origin.x + nth * self.pitch;
        let bottom = self.origin.y + DAYS as f64 * self.row - 4.0;
        let foot = bottom + 8.0;
        let stroke = |width: f64, to: f64, ink| {
            let points = vec![Point::new(x, self.origin.y - 6.0), Point::new(x, to)];
            Item::new(Shape::Line { points, width }, ink)
        };
        let label = frame.owned_up(id, frame.plate.short(id)?)?;
        let set = |x: f64| -> Result<Vec<Item>, MissingFact> {
            Ok(frame.term((id, frame.plate.written(id)?), &label, (x, foot), frame.width - x, Ink::Text).0)
        };
        // At the line's foot if one row there holds it, else over the whole width.
        let at_foot = set(x)?;
        let label = if bounds(&at_foot).height() < 2.0 * frame.body().leading() { at_foot } else { set(0.0)? };
        Ok(([stroke(4.0, bottom, Ink::Ground), stroke(1.5, foot, Ink::Text)], label))
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
            assert_eq!(cells(&scene, Ink::One) + cells(&scene, Ink::Two), now as usize * 7 + 2);
        }
    }

    #[test]
    fn before_and_now_differ_in_ink_only() {
        let [before, now] = [0, 1].map(|choice| sample(1.0, 20.0).scene(Locale::En, 680.0, 1.0, choice));
        assert_eq!((cells(&before, Ink::Two), cells(&before, Ink::Rule)), (2, 139));
        assert_eq!((cells(&now, Ink::Two), cells(&now, Ink::One)), (2, 140));
        for mark in &before.marks {
            let after = now.marks.iter().find(|after| after.key == mark.key).expect("the same mark");
            assert_eq!(mark.area, after.area);
        }
    }
}
