//! Counts on circles around each other, from the inside out; nothing else is said by where a dot stands.
//!
//! ```text
//!     .-∙-.
//!   ∙  .-.  ∙            Each ring leads from a dot to its term; on a phone the terms stand under the
//!  ∙  ∙ ∙───────── 1     rings. What stands beside the rings is listed below.
//!   ∙  '∙────────── 5
//!     '-∙────────── 10
//! ```

use std::f64::consts::TAU;

use kurbo::{Point, Rect, Vec2};

use super::Frame;
use crate::plate::MissingFact;
use crate::scene::{Ink, Item, Mark, Scene, Shape};
use crate::story::drawing::Rings as Spec;

/// The least width at which terms stand beside the rings, in CSS px.
const WIDE: f64 = 520.0;
/// The radius of all rings together, in CSS px.
const RADIUS: f64 = 150.0;
/// The largest radius of a dot, in CSS px.
const DOT: f64 = 6.0;

pub(super) fn layout(spec: &Spec, frame: &Frame<'_>) -> Result<Scene, MissingFact> {
    let counts = spec.rings.iter().map(|id| frame.drawn(id)).collect::<Result<Vec<_>, _>>()?;
    let outer = (frame.width / 2.0).min(RADIUS) - DOT;
    let radii = radii(&counts, outer);
    let heights = leader_heights(&radii);
    let beside = 2.0 * RADIUS + 36.0;
    let wide = frame.width >= WIDE && rows_fit(spec, frame, beside, &heights)?;
    let center = Point::new(if wide { RADIUS } else { frame.width / 2.0 }, outer + DOT);
    let middle = frame.strong().size * 0.72;
    let mut y = 2.0 * center.y + 16.0;
    let (mut marks, mut leaders) = (Vec::with_capacity(spec.rings.len() + spec.beside.len() + 2), Vec::new());
    let places = radii.iter().zip(&heights).map(|(&radius, &height)| (radius, height));
    for (ring, ((id, &count), (radius, height))) in spec.rings.iter().zip(&counts).zip(places).enumerate() {
        let ink = Ink::category(ring);
        let start = Vec2::new((radius * radius - height * height).max(0.0).sqrt(), height);
        let mut items = circle(center, radius, count, start.angle(), ink);
        let (x, top) = if wide { (beside, center.y + height - middle) } else { (24.0, y) };
        let (term, below) = term(id, frame, (x, top))?;
        if wide {
            let points = vec![center + start, Point::new(x - 10.0, center.y + height)];
            leaders.push(Item::new(Shape::Line { points, width: 1.0 }, Ink::Pale));
        } else {
            y = below.max(top + frame.row());
            items.push(Item::new(Shape::Ring { center: Point::new(8.0, top + middle), radius: 5.0, width: 3.0 }, ink));
        }
        items.extend(term);
        // Rings lie within each other, so each is touched at its row.
        let area = Rect::new(if wide { x } else { 0.0 }, top, frame.width, if wide { below } else { y });
        marks.push(Mark { area, ..Mark::of(id, ring, items) });
    }
    if wide {
        y = marks.iter().map(|mark| mark.area.y1).fold(2.0 * center.y, f64::max) + 8.0;
    }
    marks.insert(0, Mark::furniture("leaders", leaders));
    marks.extend(others(spec, frame, if wide { 2 } else { 1 }, y + 8.0)?);
    Ok(frame.scene(marks))
}

/// A ring's count and term over the rest of the width.
fn term(id: &str, frame: &Frame<'_>, (x, y): (f64, f64)) -> Result<(Vec<Item>, f64), MissingFact> {
    let label = frame.owned_up(id, frame.plate.short(id)?)?;
    Ok(frame.term((id, frame.tally(id)?), &label, (x, y), frame.width - x, Ink::Text))
}

/// Whether the rings' rows, beside the rings, are no higher than their leaders are apart.
fn rows_fit(spec: &Spec, frame: &Frame<'_>, x: f64, heights: &[f64]) -> Result<bool, MissingFact> {
    let apart =
        heights.windows(2).map(|pair| pair.iter().rev().copied().reduce(|to, from| to - from).unwrap_or_default());
    let apart = apart.fold(2.0 * RADIUS, f64::min);
    let rows = spec.rings.iter().map(|id| Ok(term(id, frame, (x, 0.0))?.1)).collect::<Result<Vec<f64>, _>>()?;
    Ok(rows.into_iter().fold(0.0, f64::max) <= apart)
}

/// The rings' radii in even steps up to `outer`; a single thing stands in the very centre.
fn radii(counts: &[usize], outer: f64) -> Vec<f64> {
    let central = counts.len() > 1 && counts.first() == Some(&1);
    let steps = counts.len() - usize::from(central);
    (0..counts.len()).map(|ring| outer * (ring + usize::from(!central)) as f64 / steps.max(1) as f64).collect()
}

/// How far below the centre each ring's leader starts: evenly apart, and never beyond the ring itself.
fn leader_heights(radii: &[f64]) -> Vec<f64> {
    let first = radii.first().map_or(0.0, |radius| -0.9 * radius);
    let last = radii.last().map_or(0.0, |radius| 0.85 * radius);
    match radii.len() {
        1 => vec![0.0],
        count => (0..count).map(|ring| first + (last - first) * ring as f64 / (count - 1) as f64).collect(),
    }
}

/// A ring with its dots evenly spread from an angle on.
fn circle(center: Point, radius: f64, count: usize, from: f64, ink: Ink) -> Vec<Item> {
    let angle = |index: usize| from + index as f64 / count as f64 * TAU;
    let centers: Vec<Point> = (0..count).map(|index| center + Vec2::from_angle(angle(index)) * radius).collect();
    let dot = if count > 1 { (TAU * radius * 0.4 / count as f64).min(DOT) } else { DOT };
    let mut items = Vec::new();
    if count > 0 {
        items.push(Item::new(Shape::Dots { centers, radius: dot }, ink));
    }
    if radius > 0.0 {
        items.insert(0, Item::new(Shape::Ring { center, radius, width: 1.0 }, Ink::Rule));
    }
    items
}

/// The facts beside the rings, in rows under a rule.
fn others(spec: &Spec, frame: &Frame<'_>, columns: usize, mut y: f64) -> Result<Vec<Mark>, MissingFact> {
    let mut marks = Vec::with_capacity(spec.beside.len() + 1);
    if spec.beside.is_empty() {
        return Ok(marks);
    }
    marks.push(Mark::furniture("rule", vec![frame.rule(y)]));
    y += 12.0;
    let width = (frame.width + 24.0) / columns as f64 - 24.0;
    for (row, ids) in spec.beside.chunks(columns).enumerate() {
        let mut bottom: f64 = y + frame.row();
        for (column, id) in ids.iter().enumerate() {
            let at = (column as f64 * (width + 24.0), y);
            let label = frame.owned_up(id, frame.plate.label(id)?)?;
            let (items, below) = frame.term((id, frame.plate.written(id)?), &label, at, width, Ink::Text);
            bottom = bottom.max(below);
            marks.push(Mark::of(id, spec.rings.len() + row, items));
        }
        y = bottom;
    }
    Ok(marks)
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::super::testing::{Sample, dots, fact};
    use super::*;
    use crate::story::Locale;

    fn sample(counts: &[f64], beside: &[f64]) -> Sample {
        let ids = |name: &str, many: &[f64]| (0..many.len()).map(|index| format!("{name}-{index}")).collect::<Vec<_>>();
        let (rings, others) = (ids("ring", counts), ids("beside", beside));
        let both = rings.iter().zip(counts).chain(others.iter().zip(beside));
        let facts: Vec<_> = both.map(|(id, count)| fact(id, *count, "thing")).collect();
        Sample::new(&facts, &[], json!({"rings": {"rings": rings, "beside": others}}))
    }

    #[test]
    fn every_ring_has_its_dots() {
        for counts in [&[3.0, 11.0, 23.0, 19.0][..], &[1.0, 5.0, 10.0], &[1.0], &[0.0, 321.0], &[2.0; 9], &[]] {
            let sample = sample(counts, &[3.0, 2.0, 1.0]);
            sample.check();
            for width in [328.0, 680.0] {
                assert_eq!(dots(&sample.scene(Locale::En, width, 1.0, 0)) as f64, counts.iter().sum::<f64>());
            }
        }
    }

    #[test]
    fn a_leader_starts_on_its_ring() {
        for counts in [&[3, 11, 23, 19][..], &[1, 5, 10], &[1], &[2, 2]] {
            let radii = radii(counts, 150.0);
            for (radius, height) in radii.iter().zip(leader_heights(&radii)) {
                assert!(height.abs() <= *radius, "{height} on {radius}");
            }
        }
    }

    #[test]
    fn a_single_thing_stands_in_the_centre() {
        assert_eq!(radii(&[1, 5, 10], 100.0), [0.0, 50.0, 100.0]);
        assert_eq!(radii(&[3, 11], 100.0), [50.0, 100.0]);
        assert_eq!(radii(&[1], 100.0), [100.0]);
    }
}
