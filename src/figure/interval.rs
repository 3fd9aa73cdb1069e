//! From one number to another, all on one scale: a target that is a range, or two groups and how far they are apart.
//!
//! ```text
//! Income a head
//! 2.34×  urban over rural
//! ├──────────○━━━━━━━━━━━━━━●──
//! ○ Rural         ● Urban
//!   23,119 yuan     54,188 yuan
//! ```
//!
//! The scale begins at zero, or where all numbers lie far from it, at the least of them, which is then said.

use kurbo::Point;

use super::kinds::{Editorial, Kind, Opening, Summary, spec};
use super::{Frame, Pen};
use crate::describe::Summarizer;
use crate::plate::FactLine;
use crate::scale::Linear;
use crate::scene::{Ink, Mark, Shape, bounds};
use crate::story::check::{Braces, Checker, Origin};
use crate::story::{FactId, Text, Width};
use crate::words::words;

spec! {
    /// From one number to another, all on one scale.
    Interval {
        /// The intervals, in reading order.
        intervals: Vec<Ends>,
    }
}
spec! {
    /// Two numbers and what lies between them.
    Ends {
        /// What reaches from the one to the other, as a heading.
        label: Text,
        /// The one end.
        from: FactId,
        /// The other end.
        to: FactId,
        /// How many times the one end the other is, usually derived.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        ratio: Option<FactId>,
    }
}

/// How far a dot reaches, in CSS px.
const DOT: f64 = 6.0;
/// From the left of a column to its text, in CSS px.
const INDENT: f64 = 18.0;

impl Kind for Interval {
    fn facts(&self) -> Vec<&FactId> {
        let mut facts = Vec::new();
        for ends in &self.intervals {
            facts.extend([&ends.from, &ends.to]);
            facts.extend(&ends.ratio);
        }
        facts
    }

    fn layout(&self, frame: &Frame<'_>) -> Vec<Mark> {
        let mut amounts = Vec::new();
        for ends in &self.intervals {
            amounts.extend([frame.fact(&ends.from).amount(), frame.fact(&ends.to).amount()]);
        }
        let mut scale = Linear::with_zero(&amounts);
        let (mut far, mut least) = (true, f64::INFINITY);
        for amount in &amounts {
            far &= scale.fraction(*amount) > 0.5;
            least = least.min(*amount);
        }
        if far {
            scale = scale.begun_at(least);
        }
        let mut marks = Vec::new();
        let mut y = 0.0;
        for (row, ends) in self.intervals.iter().enumerate() {
            y = interval(ends, row, scale, (frame, y), &mut marks) + 20.0;
        }
        if far && !amounts.is_empty() {
            let mut note = frame.pen();
            note.note(words(frame.plate.locale).not_from_zero, (0.0, y), frame.width);
            note.furniture(&mut marks, "scale", 0);
        }
        marks
    }
}

/// One interval; the y below.
fn interval(ends: &Ends, row: usize, scale: Linear, (frame, y): (&Frame<'_>, f64), marks: &mut Vec<Mark>) -> f64 {
    let mut heading = frame.pen();
    let label = frame.plate.text(&ends.label);
    let mut y = heading.paragraph(label, (0.0, y), frame.width, frame.strong(), Ink::Text) + 2.0;
    heading.furniture(marks, "interval", row);
    if let Some(ratio) = &ends.ratio {
        let (fact, mut pen) = (frame.fact(ratio), frame.pen());
        let term = frame.with_origin(fact, fact.term());
        y = pen.term(fact.headline(), &term, (0.0, y), frame.width, Ink::Text) + 2.0;
        pen.mark(marks, fact, row);
    }
    let middle = y + 2.0 * DOT;
    let place = |amount: f64| DOT + (frame.width - 2.0 * DOT) * scale.fraction(amount);
    let at = |fact: &FactLine| place(fact.amount());
    let (from, to) = (frame.fact(&ends.from), frame.fact(&ends.to));
    let mut track = frame.pen();
    track.rule(middle - 0.5);
    track.bar((place(0.0) - 0.5, middle - DOT), 1.0, 2.0 * DOT, Ink::Muted);
    track.line(&[(at(from), middle), (at(to), middle)], 4.0, Ink::Pale);
    track.furniture(marks, "track", row);
    // The lesser end is written to the left, as it lies.
    let falls = at(to) < at(from);
    let column = frame.width / 2.0;
    let mut below = y;
    for (fact, full) in [(from, false), (to, true)] {
        let x = if full == falls { 0.0 } else { column };
        let (mut pen, mut texts) = (frame.pen(), frame.pen());
        dot(&mut pen, Point::new(at(fact), middle), full);
        let top = middle + 2.0 * DOT;
        dot(&mut texts, Point::new(x + DOT, top + frame.body().ascent() / 2.0 + 1.0), full);
        let width = column - INDENT - 8.0;
        let value = texts.paragraph(fact.term(), (x + INDENT, top), width, frame.body(), Ink::Muted);
        below = below.max(texts.paragraph(&fact.written, (x + INDENT, value), width, frame.strong(), Ink::Text));
        // The dots of two ends may lie on each other, so an end is outlined at its words.
        let area = bounds(&texts.items);
        pen.over(texts);
        pen.mark_within(area, marks, fact, row);
    }
    below
}

/// An end of an interval: open where it begins, full where it ends.
fn dot(pen: &mut Pen<'_>, center: Point, full: bool) {
    let hue = pen.frame.hue;
    let disc = |radius| Shape::Dots { centers: vec![center], radius };
    if full {
        pen.draw(disc(DOT), hue);
    } else {
        pen.draw(disc(DOT - 1.0), Ink::Ground);
        pen.draw(Shape::Ring { center, radius: DOT - 1.25, width: 2.5 }, hue);
    }
}

impl Editorial for Interval {
    fn usual_width(&self) -> Width {
        Width::Half
    }

    fn audible(&self) -> Vec<&FactId> {
        let mut audible = Vec::new();
        for ends in &self.intervals {
            audible.extend([&ends.from, &ends.to]);
        }
        audible
    }

    fn check(&self, checker: &mut Checker<'_>, place: &str) {
        let first = self.intervals.first().map(|ends| ends.from.clone()).unwrap_or_default();
        for (place, ends) in checker.each(&format!("{place}/intervals"), &self.intervals) {
            checker.text(&format!("{place}/label"), &ends.label, Braces::None);
            for (field, id) in [("from", &ends.from), ("to", &ends.to)] {
                let place = format!("{place}/{field}");
                checker.number(&place, id);
                checker.same_unit(&place, id, &first);
            }
            if let Some(ratio) = &ends.ratio {
                let place = format!("{place}/ratio");
                checker.ratio(&place, ratio);
                let expected = checker.quotient(&ends.to, &ends.from, 0.0);
                checker.follows(&place, ratio, Origin::Formula(format!("`{}` / `{}`", ends.to, ends.from)), expected);
            }
        }
    }

    fn opening(&self) -> Opening {
        ("{}段，各从一端到另一端", "{} span from one number to another", "{} spans from one number to another")
    }

    fn summary(&self, summarizer: &Summarizer<'_>) -> Summary {
        let words = summarizer.words;
        let mut said = vec![summarizer.opening(self.intervals.len())];
        for ends in &self.intervals {
            let mut ids = vec![&ends.from, &ends.to];
            ids.extend(&ends.ratio);
            said.push(words.namely(&summarizer.text(&ends.label), &words.list(&summarizer.items(&ids)?)));
        }
        said.push(summarizer.cautions(&[summarizer.periods()?]));
        Ok(said)
    }
}

#[cfg(test)]
mod tests {
    use kurbo::Point;
    use serde_json::{Value, json};

    use super::super::testing::{Sample, fact, texts};
    use crate::scene::{Scene, Shape};
    use crate::story::Locale;
    use crate::words::words;

    fn sample(from: f64, to: f64, other: f64) -> Sample {
        let facts =
            [fact("from", from, "CNY"), fact("to", to, "CNY"), fact("low", other, "CNY"), fact("high", other, "CNY")];
        let derived: [Value; 1] = [json!({"id": "times", "formula": "2 * 3"})];
        let label = json!({"zh": "收入", "en": "Income"});
        let intervals = json!([
            {"label": label, "from": "from", "to": "to", "ratio": "times"},
            {"label": label, "from": "low", "to": "high"},
        ]);
        Sample::new(&facts, &derived, json!({"interval": {"intervals": intervals}}))
    }

    /// Where the dot of an end stands, the first that its mark draws.
    fn dot(scene: &Scene, fact: &str) -> Point {
        let mark = scene.marks.iter().find(|mark| mark.key == fact).expect("the mark");
        let Shape::Dots { ref centers, .. } = mark.items[0].shape else { panic!("no dot: {mark:?}") };
        centers[0]
    }

    fn says_it_is_cut(scene: &Scene) -> bool {
        texts(scene).iter().any(|label| label.text == words(Locale::En).not_from_zero)
    }

    #[test]
    fn ends_stand_on_one_scale_from_zero() {
        let scene = sample(25.0, 100.0, 50.0).scene(Locale::En, 412.0, 1.0, 0);
        assert_eq!(["from", "to", "low"].map(|fact| dot(&scene, fact).x), [106.0, 406.0, 206.0]);
        assert!(!says_it_is_cut(&scene));
        let below = sample(-50.0, 50.0, 0.0).scene(Locale::En, 412.0, 1.0, 0);
        assert_eq!(["from", "low", "to"].map(|fact| dot(&below, fact).x), [6.0, 206.0, 406.0]);
    }

    #[test]
    fn a_scale_that_begins_elsewhere_says_so() {
        let scene = sample(80.0, 100.0, 90.0).scene(Locale::En, 412.0, 1.0, 0);
        assert_eq!(["from", "low", "to"].map(|fact| dot(&scene, fact).x), [6.0, 206.0, 406.0]);
        assert!(says_it_is_cut(&scene));
    }

    #[test]
    fn the_lesser_end_is_written_to_the_left() {
        let left = |from: f64, to: f64| {
            let scene = sample(from, to, 1.0).scene(Locale::En, 412.0, 1.0, 0);
            let area = |fact: &str| scene.marks.iter().find(|mark| mark.key == fact).expect("the mark").area.x0;
            (area("from"), area("to"))
        };
        assert_eq!(left(1.0, 2.0), (0.0, 206.0));
        assert_eq!(left(2.0, 1.0), (206.0, 0.0));
    }

    #[test]
    fn intervals_hold_at_every_width() {
        for [from, to, other] in
            [[23_119.0, 54_188.0, 30_000.0], [5.0, 5.3, 5.1], [0.0, -1.0, 0.0], [1e300, -1e300, 1.0]]
        {
            sample(from, to, other).check();
        }
        Sample::new(&[], &[], json!({"interval": {"intervals": []}})).check();
    }
}
