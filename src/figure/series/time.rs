//! The axis of time, which all panels share.

use super::GAP;
use super::spec::{Series, Tick};
use crate::figure::Frame;
use crate::figure::parts::pen::Pen;
use crate::scale::clamp;
use crate::scene::Ink;

/// The most that the names at the lines' ends take of the width.
const NAMES: f64 = 0.3;

/// The axis of time between the scale on the left and the lines' names on the right.
pub(super) struct Time {
    pub(super) left: f64,
    pub(super) right: f64,
    /// The earliest step.
    first: i32,
    /// How wide a period is.
    pub(super) period: f64,
}

impl Time {
    pub(super) fn new(spec: &Series, frame: &Frame<'_>) -> Self {
        let font = frame.small();
        // At least as far from the edges as a marker reaches.
        let (mut left, mut names) = (GAP / 2.0, GAP / 2.0);
        for panel in &spec.drawn {
            for tick in &panel.ticks {
                left = f64::max(left, frame.advance(&tick.text, font) + GAP);
            }
            for line in panel.lines.iter().filter(|_| panel.lines.len() > 1) {
                names = f64::max(names, frame.advance(&line.name, font) + 3.0 * GAP);
            }
        }
        let (mut first, mut last) = (i32::MAX, i32::MIN);
        for point in spec.points() {
            (first, last) = (first.min(point.step), last.max(point.step));
        }
        let right = frame.width - f64::min(names, NAMES * frame.width);
        let periods = f64::from(last.saturating_sub(first)) + 1.0;
        Self { left, right, first, period: (right - left).max(1.0) / periods.max(1.0) }
    }

    /// The middle of a period.
    pub(super) fn x(&self, step: f64) -> f64 {
        self.left + (step - f64::from(self.first) + 0.5) * self.period
    }

    /// Writes the dates, and the years under them; the y below.
    pub(super) fn dates(&self, spec: &Series, pen: &mut Pen<'_>, y: f64) -> f64 {
        let below = self.row(&spec.dates, pen, y);
        self.row(&spec.years, pen, below)
    }

    /// Writes the first row that has room; the y below.
    fn row(&self, rows: &[Vec<Tick>], pen: &mut Pen<'_>, y: f64) -> f64 {
        let frame = pen.frame;
        let font = frame.small();
        for row in rows {
            let mut texts = frame.pen();
            let mut end = -GAP;
            for tick in row {
                let width = frame.advance(&tick.text, font);
                let x = clamp(self.x(tick.at) - width / 2.0, 0.0, frame.width - width);
                // A text that has no room leaves none for those behind it.
                end = if x < end + GAP { f64::INFINITY } else { x + width };
                texts.text(&tick.text, (x, y + font.ascent()), font, Ink::Muted);
            }
            if end <= frame.width {
                pen.over(texts);
                return y + font.leading();
            }
        }
        y
    }
}
