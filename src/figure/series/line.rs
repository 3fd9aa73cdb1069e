//! One series as a line: solid where the numbers are known, dashed where they are expected, broken where there are none.

use super::spec::Line;
use super::{FAINT, Plot};
use crate::figure::parts::pen::Pen;
use crate::scale::floor_count;
use crate::scene::{Ink, Shape};
use kurbo::Point as Place;

/// How wide the first line of a panel is, and the others.
const STROKES: [f64; 2] = [2.5, 1.75];
/// How far a marker reaches from its middle, and the least distance of two.
const MARKER: f64 = 3.5;
const APART: f64 = 13.0;
/// A dash with the blank behind it, and what part of it the dash takes.
const DASH: f64 = 9.0;
const DASHED: f64 = 0.6;

/// Draws a line in a panel's `style`, which is its place among the panel's lines, and in an ink.
pub(super) fn draw(plot: &Plot<'_>, line: &Line, (style, ink): (usize, Ink), pen: &mut Pen<'_>) {
    let [first, other] = STROKES;
    let stroke = if style == 0 { first } else { other };
    let every = floor_count(APART / plot.time.period) + 1;
    let mut solid: Vec<(f64, f64)> = Vec::new();
    let mut band = Vec::new();
    let mut markers = Vec::new();
    for (index, point) in line.points.iter().enumerate() {
        let at = plot.place(point.step, &point.fact);
        let before = index.checked_sub(1).and_then(|before| line.points.get(before));
        let before = before.filter(|before| point.step - before.step == 1);
        let after = line.points.get(index + 1);
        if before.is_none() || point.forecast {
            stretch(&mut solid, stroke, ink, pen);
        }
        if point.interval.is_empty() || before.is_none() {
            fill(&mut band, ink, pen);
        }
        if let Some(before) = before {
            let from = plot.place(before.step, &before.fact);
            if point.forecast {
                dashes(from, at, stroke, ink, pen);
            }
            if !point.interval.is_empty() && band.is_empty() {
                band.extend([from, from]);
            }
        }
        for end in point.interval.iter().rev() {
            // The lower edge comes first, and the upper one back from its end.
            band.insert(band.len() / 2, plot.place(point.step, end));
        }
        solid.push(at);
        let alone = before.is_none() && after.is_none_or(|after| after.step - point.step != 1);
        if alone || after.is_none() || (point.step.unsigned_abs() as usize).is_multiple_of(every) {
            markers.push(at);
        }
    }
    stretch(&mut solid, stroke, ink, pen);
    fill(&mut band, ink, pen);
    mark(style, markers, ink, pen);
}

/// Draws the points collected of a line, and begins anew.
fn stretch(points: &mut Vec<(f64, f64)>, stroke: f64, ink: Ink, pen: &mut Pen<'_>) {
    if points.len() > 1 {
        pen.line(points, stroke, ink);
    }
    points.clear();
}

/// Fills the band between the two edges collected, and begins anew.
fn fill(band: &mut Vec<(f64, f64)>, ink: Ink, pen: &mut Pen<'_>) {
    if band.len() > 2 {
        pen.polygon(band, (0.0, 0.0), ink);
        pen.fade(FAINT);
    }
    band.clear();
}

fn dashes((x, y): (f64, f64), to: (f64, f64), stroke: f64, ink: Ink, pen: &mut Pen<'_>) {
    let (dx, dy) = (to.0 - x, to.1 - y);
    let count = floor_count(dx.abs().max(dy.abs()) / DASH) + 1;
    for dash in 0..count {
        let place = |dash: f64| (x + dx * (dash / count as f64), y + dy * (dash / count as f64));
        pen.line(&[place(dash as f64), place(dash as f64 + DASHED)], stroke, ink);
    }
}

/// Marks numbers, for each line of a panel with a shape of its own.
fn mark(style: usize, numbers: Vec<(f64, f64)>, ink: Ink, pen: &mut Pen<'_>) {
    let size = MARKER;
    let corners: &[(f64, f64)] = match style {
        0 if numbers.is_empty() => return,
        0 => {
            let mut centers = Vec::new();
            for (x, y) in numbers {
                centers.push(Place::new(x, y));
            }
            return pen.draw(Shape::Dots { centers, radius: size }, ink);
        }
        1 => &[(-size, -size), (size, -size), (size, size), (-size, size)],
        2 => &[(0.0, -size - 1.0), (size + 1.0, 0.0), (0.0, size + 1.0), (-size - 1.0, 0.0)],
        3 => &[(0.0, -size), (size, size), (-size, size)],
        _ => &[(0.0, size), (size, -size), (-size, -size)],
    };
    for at in numbers {
        pen.polygon(corners, at, ink);
    }
}
