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

use super::kinds::{Editorial, Kind, Need, Opening, Summary, spec};
use super::{Frame, Pen};
use crate::describe::{Summarizer, sorted};
use crate::plate::FactLine;
use crate::scale::clamp;
use crate::scene::{Ink, Mark, Shape};
use crate::story::check::Checker;
use crate::story::{FactId, Width};

spec! {
    /// Counts on circles around each other, from the inside out.
    Rings {
        /// Counts, from the inside out.
        rings: Vec<FactId>,
        /// Facts listed beside the circles.
        #[serde(default)]
        beside: Vec<FactId>,
    }
}

impl Kind for Rings {
    fn facts(&self) -> Vec<&FactId> {
        let mut facts: Vec<&FactId> = self.rings.iter().collect();
        facts.extend(&self.beside);
        facts
    }

    fn needs(&self, id: &FactId) -> Need {
        if self.beside.contains(id) { Need::Nothing } else { Need::Number }
    }

    fn counted(&self) -> Vec<&FactId> {
        self.rings.iter().collect()
    }

    fn layout(&self, frame: &Frame<'_>) -> Vec<Mark> {
        layout(self, frame)
    }
}

impl Editorial for Rings {
    fn usual_width(&self) -> Width {
        Width::Third
    }

    fn check(&self, checker: &mut Checker<'_>, place: &str) {
        checker.dots(&format!("{place}/rings"), &self.rings);
        for (index, id) in self.beside.iter().enumerate() {
            checker.shown(&format!("{place}/beside/{index}"), id);
        }
    }

    fn opening(&self) -> Opening {
        (
            "{}个同心圆，每个点代表一个",
            "{} circle, one point for each thing",
            "{} circles around each other, one point for each thing",
        )
    }

    fn summary(&self, summarizer: &Summarizer<'_>) -> Summary {
        let mut said = vec![summarizer.opening(self.rings.len())];
        said.push(match summarizer.items(&self.rings)?.as_slice() {
            [] => String::new(),
            [only] => only.clone(),
            items => summarizer.words.inside_out(&summarizer.listed(items)),
        });
        let mut sized = Vec::new();
        for id in &self.rings {
            sized.push((summarizer.edition.value(id)?, summarizer.term(id)?));
        }
        if let [most, _, .., fewest] = sorted(sized).as_slice() {
            said.push(summarizer.words.fullest(most, fewest));
        }
        if !self.beside.is_empty() {
            said.push(summarizer.words.beside(&summarizer.listed(&summarizer.items(&self.beside)?)));
        }
        Ok(said)
    }
}

/// The largest and the smallest radius of all rings together, in CSS px.
const RADIUS: (f64, f64) = (130.0, 90.0);
/// The least width at which facts beside the rings stand in two columns, at the usual text size, in CSS px.
const BESIDE: f64 = 520.0;
/// The largest radius of a dot, in CSS px.
const DOT: f64 = 6.0;

fn layout(spec: &Rings, frame: &Frame<'_>) -> Vec<Mark> {
    let facts = frame.facts(&spec.rings);
    let (largest, smallest) = RADIUS;
    let radius = clamp(frame.width * 0.28, smallest, largest);
    let outer = radius - DOT;
    let radii = radii(facts.len(), facts.first().map_or(0, |fact| fact.count()), outer);
    let heights = leader_heights(&radii);
    let beside = 2.0 * radius + 28.0;
    let wide = rows_fit(&facts, frame, beside, &heights);
    let center = Point::new(if wide { radius } else { frame.width / 2.0 }, radius);
    let middle = frame.strong().size * 0.72;
    let mut y = 2.0 * center.y + if wide { 8.0 } else { 16.0 };
    let (mut marks, mut leaders) = (Vec::new(), frame.pen());
    for (ring, fact) in facts.into_iter().enumerate() {
        let at = |list: &[f64]| list.get(ring).copied().unwrap_or_default();
        let (radius, height) = (at(&radii), at(&heights));
        let ink = frame.hue;
        let start = Vec2::new((radius * radius - height * height).max(0.0).sqrt(), height);
        let mut pen = frame.pen();
        circle(&mut pen, center, radius, start, fact.count(), ink);
        let (x, top) = if wide { (beside, center.y + height - middle) } else { (24.0, y) };
        if wide {
            let end = (x - 10.0, center.y + height);
            leaders.line(&[(center.x + start.x, center.y + start.y), end], 1.0, Ink::Pale);
        } else {
            pen.draw(Shape::Ring { center: Point::new(8.0, top + middle), radius: 5.0, width: 3.0 }, ink);
        }
        let below = term(&mut pen, fact, (x, top));
        // Rings lie within each other, so each is touched at its row.
        let area = if wide {
            y = y.max(below + 8.0);
            Rect::new(x, top, frame.width, below)
        } else {
            y = below.max(top + frame.row());
            Rect::new(0.0, top, frame.width, y)
        };
        pen.mark_within(area, &mut marks, fact, ring);
    }
    marks.insert(0, Mark::furniture("leaders", leaders.items));
    others(spec, frame, if frame.width >= BESIDE * frame.text_scale { 2 } else { 1 }, y + 8.0, &mut marks);
    marks
}

/// A ring's count and term over the rest of the width; the y below.
fn term(pen: &mut Pen<'_>, fact: &FactLine, (x, y): (f64, f64)) -> f64 {
    let label = pen.frame.with_origin(fact, fact.term());
    pen.term(fact.tallied(), &label, (x, y), pen.frame.width - x, Ink::Text)
}

/// Whether the rings' rows, beside the rings, are no higher than their leaders are apart.
fn rows_fit(facts: &[&FactLine], frame: &Frame<'_>, x: f64, heights: &[f64]) -> bool {
    let mut apart = f64::INFINITY;
    for (from, to) in heights.iter().zip(heights.iter().skip(1)) {
        apart = apart.min(to - from);
    }
    let mut fit = true;
    for fact in facts {
        fit &= term(&mut frame.pen(), fact, (x, 0.0)) <= apart;
    }
    fit
}

/// The radii of so many rings in even steps up to `outer`; where the inmost has a single thing, it stands in the very centre.
fn radii(rings: usize, inmost: usize, outer: f64) -> Vec<f64> {
    let central = usize::from(rings > 1 && inmost == 1);
    let mut radii = Vec::new();
    for ring in 0..rings {
        radii.push(outer * (ring + 1 - central) as f64 / (rings - central).max(1) as f64);
    }
    radii
}

/// How far below the centre each ring's leader starts: evenly apart, and never beyond the ring itself.
fn leader_heights(radii: &[f64]) -> Vec<f64> {
    let first = radii.first().map_or(0.0, |radius| -0.9 * radius);
    let last = radii.last().map_or(0.0, |radius| 0.85 * radius);
    let mut heights = Vec::new();
    for ring in 0..radii.len() {
        let steps = radii.len() - 1;
        heights.push(if steps == 0 { 0.0 } else { first + (last - first) * ring as f64 / steps as f64 });
    }
    heights
}

/// A ring with its dots evenly spread from a point of it on, given from the centre.
fn circle(pen: &mut Pen<'_>, center: Point, radius: f64, from: Vec2, count: usize, ink: Ink) {
    if radius > 0.0 {
        pen.draw(Shape::Ring { center, radius, width: 1.0 }, Ink::Rule);
    }
    if count > 0 {
        let dot = if count > 1 { (TAU * radius * 0.4 / count as f64).min(DOT) } else { DOT };
        let turn = turned(TAU / count as f64);
        let mut at = from;
        let mut centers = Vec::with_capacity(count);
        for _ in 0..count {
            centers.push(center + at);
            at = Vec2::new(at.x * turn.x - at.y * turn.y, at.x * turn.y + at.y * turn.x);
        }
        pen.draw(Shape::Dots { centers, radius: dot }, ink);
    }
}

/// The cosine and sine of an angle from 0 to a whole turn, to 1e-15.
///
/// The library's own reduce any angle to an eighth of a turn first, with tables that weigh more than all rings. Here the
/// angle is halved until the first terms of the series are enough, and the half turns are put together again.
fn turned(angle: f64) -> Vec2 {
    const HALVINGS: i32 = 6;
    let small = angle / 64.0;
    let square = small * small;
    let sin = small * (1.0 - square / 6.0 * (1.0 - square / 20.0 * (1.0 - square / 42.0 * (1.0 - square / 72.0))));
    // `1 - cos` is doubled instead of the cosine, which would lose digits near 1.
    let mut rest = square / 2.0 * (1.0 - square / 12.0 * (1.0 - square / 30.0 * (1.0 - square / 56.0)));
    let mut sin = sin;
    for _ in 0..HALVINGS {
        (sin, rest) = (2.0 * sin * (1.0 - rest), 2.0 * rest * (2.0 - rest));
    }
    Vec2::new(1.0 - rest, sin)
}

/// The facts beside the rings, in rows under a rule.
fn others(spec: &Rings, frame: &Frame<'_>, columns: usize, mut y: f64, marks: &mut Vec<Mark>) {
    if spec.beside.is_empty() {
        return;
    }
    let mut rule = frame.pen();
    rule.rule(y);
    marks.push(Mark::furniture("rule", rule.items));
    y += 12.0;
    let width = (frame.width + 24.0) / columns as f64 - 24.0;
    for (row, ids) in spec.beside.chunks(columns).enumerate() {
        let mut bottom: f64 = y + frame.row();
        for (column, id) in ids.iter().enumerate() {
            let fact = frame.fact(id);
            let mut pen = frame.pen();
            let at = (column as f64 * (width + 24.0), y);
            let below = pen.term(fact.headline(), &frame.with_origin(fact, &fact.label), at, width, Ink::Text);
            bottom = bottom.max(below);
            pen.mark(marks, fact, spec.rings.len() + row);
        }
        y = bottom;
    }
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
            let radii = radii(counts.len(), counts[0], 150.0);
            for (radius, height) in radii.iter().zip(leader_heights(&radii)) {
                assert!(height.abs() <= *radius, "{height} on {radius}");
            }
        }
    }

    #[test]
    fn a_single_thing_stands_in_the_centre() {
        assert_eq!(radii(3, 1, 100.0), [0.0, 50.0, 100.0]);
        assert_eq!(radii(2, 3, 100.0), [50.0, 100.0]);
        assert_eq!(radii(1, 1, 100.0), [100.0]);
    }
}
