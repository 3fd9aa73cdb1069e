//! Numbers over time: lines or columns in panels above each other, on one axis of time.
//!
//! ```text
//! 7.07 亿吨  grain, 2024
//! 8 ─────────────────────────────────
//!                     ▪──▪──▪─ ─ ─▪  ▒   expected: dashes, and a band between the ends of its interval
//! 4 ──▪──▪─────────▪─────────────────    a period without a number: the line breaks
//!
//! 0 ─────────────────────────────────
//!    2015      2018        2021
//! ```

mod column;
mod line;
mod names;
mod spec;
#[cfg(test)]
mod tests;
mod time;

use kurbo::Rect;

use super::Frame;
use super::parts::pen::Pen;
use crate::plate::FactLine;
use crate::scale::clamp;
use crate::scene::{Ink, Mark};
use names::{heights, stack, write_names};
pub use spec::{Line, Panel, Point, Series, SeriesForm, Tick};
use time::Time;

/// From the words beside a plot to the plot, in CSS px, as every length here.
const GAP: f64 = 8.0;
/// How high a plot is, over the figure's width, and within what bounds.
const ASPECT: f64 = 0.36;
const HEIGHT: [f64; 2] = [140.0, 220.0];
/// The least height of the area that is touched for one of several numbers of a period.
const TOUCH: f64 = 8.0;
/// How much of their colour a band and an expected column have.
const FAINT: f64 = 0.25;
/// The inks of the lines in a panel; the first has its chapter's. Their markers tell them apart without colour.
const INKS: [Ink; 3] = [Ink::Text, Ink::Pale, Ink::Muted];

/// A panel with its place, which turns its numbers into points.
struct Plot<'a> {
    frame: &'a Frame<'a>,
    panel: &'a Panel,
    time: &'a Time,
    top: f64,
    height: f64,
    /// How high the name of each line is; none where there is one line.
    names: Vec<f64>,
    /// The numbers at the bottom and at the top.
    low: f64,
    high: f64,
}

fn layout(spec: &Series, frame: &Frame<'_>) -> Vec<Mark> {
    let time = Time::new(spec, frame);
    let mut marks = Vec::new();
    let (mut y, mut group) = (0.0, 0);
    for (index, panel) in spec.drawn.iter().enumerate() {
        let mut pen = frame.pen();
        let top = heading(panel, &mut pen, if index > 0 { y + 2.0 * GAP } else { y });
        let plot = Plot::new(panel, &time, frame, top);
        plot.ruled(&mut pen);
        for (style, line) in panel.lines.iter().enumerate() {
            let ink = style.checked_sub(1).and_then(|style| INKS.get(style)).copied().unwrap_or(frame.hue);
            match spec.form {
                SeriesForm::Lines => line::draw(&plot, line, (style, ink), &mut pen),
                SeriesForm::Columns => column::draw(&plot, line, (style, ink), &mut pen),
            }
        }
        write_names(&plot, &mut pen);
        pen.furniture(&mut marks, "panel", index);
        plot.touched(group, &mut marks);
        group += panel.lines.len();
        y = plot.bottom();
    }
    let mut pen = frame.pen();
    let y = time.dates(spec, &mut pen, y + frame.small().leading() / 2.0);
    pen.note(&spec.note, (0.0, y + GAP), frame.width);
    pen.furniture(&mut marks, "dates", 0);
    marks
}

/// The heading of a panel: of one series its last number, large; of several their unit. The y below.
fn heading(panel: &Panel, pen: &mut Pen<'_>, y: f64) -> f64 {
    let frame = pen.frame;
    let last = match panel.lines.as_slice() {
        [line] => line.points.iter().rev().find(|point| !point.forecast),
        _ => None,
    };
    match last {
        Some(point) => pen.term(frame.fact(&point.fact).headline(), &panel.heading, (0.0, y), frame.width, frame.hue),
        None => pen.note(&panel.heading, (0.0, y), frame.width),
    }
}

impl<'a> Plot<'a> {
    /// The plot of a panel whose heading ends at `y`.
    fn new(panel: &'a Panel, time: &'a Time, frame: &'a Frame<'a>, y: f64) -> Self {
        let leading = frame.small().leading();
        let [least, most] = HEIGHT;
        let names = heights(panel, time, frame);
        let mut together = 0.0;
        for name in &names {
            together += name;
        }
        let height = clamp(ASPECT * frame.width, least, most).max(panel.ticks.len() as f64 * leading).max(together);
        let low = panel.ticks.first().map_or(0.0, |tick| tick.at);
        let high = panel.ticks.last().map_or(0.0, |tick| tick.at);
        Self { frame, panel, time, top: y + leading, height, names, low, high }
    }

    fn bottom(&self) -> f64 {
        self.top + self.height
    }

    fn y(&self, value: f64) -> f64 {
        self.bottom() - self.height * clamp((value - self.low) / (self.high - self.low), 0.0, 1.0)
    }

    fn fact(&self, id: &str) -> &'a FactLine {
        self.frame.fact(id)
    }

    /// Where a number of a period stands.
    fn place(&self, step: i32, id: &str) -> (f64, f64) {
        (self.time.x(f64::from(step)), self.y(self.fact(id).amount()))
    }

    /// The scale: a rule and a number at each tick.
    fn ruled(&self, pen: &mut Pen<'_>) {
        let font = self.frame.small();
        let Time { left, right, .. } = *self.time;
        for tick in &self.panel.ticks {
            let y = self.y(tick.at);
            pen.bar((left, y - 0.5), right - left, 1.0, if tick.at == 0.0 { Ink::Pale } else { Ink::Rule });
            let width = self.frame.advance(&tick.text, font);
            pen.text(&tick.text, (left - GAP - width, y + font.ascent() * 0.45), font, Ink::Muted);
        }
    }

    /// A mark for each number, touched anywhere above or below it; numbers of one period share that, each what is nearest.
    fn touched(&self, group: usize, marks: &mut Vec<Mark>) {
        let mut numbers: Vec<(usize, i32, &str)> = Vec::new();
        for (index, line) in self.panel.lines.iter().enumerate() {
            for point in &line.points {
                numbers.push((group + index, point.step, &point.fact));
                for id in &point.interval {
                    numbers.push((group + index, point.step, id));
                }
            }
        }
        for (group, step, id) in &numbers {
            let mut blocks = Vec::new();
            let mut own = 0;
            for (_, other, number) in &numbers {
                if other == step {
                    own = if number == id { blocks.len() } else { own };
                    blocks.push((self.place(*step, number).1, TOUCH));
                }
            }
            // From halfway to the number above to halfway to the one below.
            let (mut top, mut bottom) = (self.top, self.bottom());
            let (mut above, mut passed) = (None, false);
            for (index, at) in stack(&blocks, self.top, self.bottom()) {
                let edge = above.map_or(self.top, |above| (above + at + TOUCH) / 2.0);
                if passed {
                    bottom = edge;
                    break;
                }
                if index == own {
                    (top, passed) = (edge, true);
                }
                above = Some(at);
            }
            let left = self.time.x(f64::from(*step) - 0.5);
            let area = Rect::new(left, top, left + self.time.period, bottom);
            self.frame.pen().mark_within(area, marks, self.fact(id), *group);
        }
    }
}
