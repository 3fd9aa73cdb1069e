//! Counts on circles around each other, from the inside out; nothing else is said by where a dot stands.
//!
//! ```text
//!     .-∙-.
//!   ∙  .∙.  ∙      ◎  1 institute        Each term stands behind small rings, of which its own is in colour; on a
//!  ∙  ∙ ∙ ∙  ∙     ◎  5 centres          phone the terms stand under the rings. What stands beside the rings is
//!   ∙  '∙'  ∙      ◎ 10 platforms        listed below.
//!     '-∙-'
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
const BESIDE: f64 = 500.0;
/// The radius of the small rings before a term, and the room that they take, in CSS px.
const SIGN: f64 = 9.0;
const SIGNED: f64 = 30.0;
/// The largest radius of a dot, in CSS px.
const DOT: f64 = 6.0;

fn layout(spec: &Rings, frame: &Frame<'_>) -> Vec<Mark> {
    let facts = frame.facts(&spec.rings);
    let (largest, smallest) = RADIUS;
    let radius = clamp(frame.width * 0.28, smallest, largest);
    let inmost = facts.first().map_or(0, |fact| fact.count());
    let (radii, small) = (radii(facts.len(), inmost, radius - DOT), radii(facts.len(), inmost, SIGN));
    let x = 2.0 * radius + 28.0;
    let rows = rows_beside(&facts, frame, x);
    let wide = rows <= 2.0 * radius
        && facts.iter().all(|fact| frame.widest_word(fact.term(), frame.body()) <= frame.width - x - SIGNED);
    let center = Point::new(if wide { radius } else { frame.width / 2.0 }, radius);
    let x = if wide { x } else { 0.0 };
    let mut y = if wide { radius - rows / 2.0 } else { 2.0 * radius + 12.0 };
    let mut marks = Vec::new();
    for (ring, fact) in facts.into_iter().enumerate() {
        let mut pen = frame.pen();
        circle(&mut pen, center, radii.get(ring).copied().unwrap_or_default(), fact.count(), frame.hue);
        sign(&mut pen, Point::new(x + SIGN + 1.5, y + frame.strong().size * 0.72), &small, ring);
        let below = term(&mut pen, fact, (x + SIGNED, y)).max(y + frame.row());
        // Rings lie within each other, so each is touched at its row.
        pen.mark_within(Rect::new(x, y, frame.width, below), &mut marks, fact, ring);
        y = below;
    }
    let below = if wide { 2.0 * radius } else { y };
    others(spec, frame, if frame.width >= BESIDE * frame.text_scale { 2 } else { 1 }, below + 8.0, &mut marks);
    marks
}

/// Which of the rings a row is about: all of them, small, and that one in the figure's colour.
fn sign(pen: &mut Pen<'_>, center: Point, radii: &[f64], chosen: usize) {
    for (ring, radius) in radii.iter().enumerate() {
        let (width, ink) = if ring == chosen { (2.5, pen.frame.hue) } else { (1.0, Ink::Pale) };
        // What stands in the very centre is a point.
        pen.draw(Shape::Ring { center, radius: radius.max(1.0), width }, ink);
    }
}

/// A ring's count and term over the rest of the width; the y below.
fn term(pen: &mut Pen<'_>, fact: &FactLine, (x, y): (f64, f64)) -> f64 {
    let label = pen.frame.with_origin(fact, fact.term());
    pen.term(fact.tallied(), &label, (x, y), pen.frame.width - x, Ink::Text)
}

/// How high the rings' rows are together, beside the rings.
fn rows_beside(facts: &[&FactLine], frame: &Frame<'_>, x: f64) -> f64 {
    let mut height = 0.0;
    for fact in facts {
        height += term(&mut frame.pen(), fact, (x + SIGNED, 0.0)).max(frame.row());
    }
    height
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

/// A ring with its dots evenly spread from its top on.
fn circle(pen: &mut Pen<'_>, center: Point, radius: f64, count: usize, ink: Ink) {
    if radius > 0.0 {
        pen.draw(Shape::Ring { center, radius, width: 1.0 }, Ink::Rule);
    }
    if count > 0 {
        let dot = if count > 1 { (TAU * radius * 0.4 / count as f64).min(DOT) } else { DOT };
        let turn = turned(TAU / count as f64);
        let mut at = Vec2::new(0.0, -radius);
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
            let below = pen.term(fact.tallied(), &frame.with_origin(fact, &fact.label), at, width, Ink::Text);
            bottom = bottom.max(below);
            pen.mark(marks, fact, spec.rings.len() + row);
        }
        y = bottom;
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::super::testing::{Sample, dots, fact, texts};
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
    fn a_derived_number_without_a_term_is_only_said_to_be_worked_out() {
        let derived = json!({"id": "twice", "formula": "two * 2", "unit": "thing", "label": {"zh": "", "en": ""}});
        let drawing = json!({"rings": {"rings": ["twice"], "beside": []}});
        let scene = Sample::new(&[fact("two", 2.0, "thing")], &[derived], drawing).scene(Locale::En, 328.0, 1.0, 0);
        let said: Vec<&str> = texts(&scene).into_iter().map(|label| label.text.as_str()).collect();
        assert!(said.contains(&"worked out") && !said.iter().any(|text| text.starts_with(',')), "{said:?}");
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
    fn no_word_of_a_term_is_broken() {
        let mut long = fact("ring", 5.0, "thing");
        long["label"] = json!({"zh": "平台", "en": "Platforms"});
        let drawing = json!({"rings": {"rings": ["ring"]}});
        let scene = Sample::new(&[long], &[], drawing).scene(Locale::En, 270.0, 1.0, 0);
        assert!(texts(&scene).iter().any(|label| label.text == "Platforms"), "{:?}", texts(&scene));
    }

    #[test]
    fn a_term_shows_which_of_the_rings_it_tells_of() {
        for width in [300.0, 680.0] {
            let scene = sample(&[3.0, 11.0, 23.0], &[]).scene(Locale::En, width, 1.0, 0);
            let mut seen = Vec::new();
            for mark in &scene.marks {
                let own =
                    |item: &&crate::scene::Item| item.ink == Ink::Hue1 && matches!(item.shape, Shape::Ring { .. });
                let own: Vec<f64> = mark.items.iter().filter(own).map(|item| item.shape.bounds().width()).collect();
                assert_eq!(own.len(), 1, "{}", mark.key);
                seen.extend(own);
            }
            assert!(seen.windows(2).all(|pair| pair[0] < pair[1]), "from the inmost to the outmost: {seen:?}");
        }
    }

    #[test]
    fn a_single_thing_stands_in_the_centre() {
        assert_eq!(radii(3, 1, 100.0), [0.0, 50.0, 100.0]);
        assert_eq!(radii(2, 3, 100.0), [50.0, 100.0]);
        assert_eq!(radii(1, 1, 100.0), [100.0]);
    }
}
