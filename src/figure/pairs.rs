//! Before and after, with the growth between them. Choice 0 puts all pairs on one scale, so that no bar is longer than one of more;
//! choice 1 gives each pair its own, so that its change shows. Pairs in several units have no scale in common, and no choice.
//!
//! ```text
//! By rail
//! +25%  on the year before
//! January to May 2020, worked out
//! ▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒  1,500 t
//! January to May 2021
//! ███████████████████████████  1,900 t
//! ```
//!
//! Two pairs stand beside each other where the figure is wide.

use kurbo::Vec2;

use super::Frame;
use super::kinds::{Editorial, Kind, Opening, Summary, spec};
use super::parts::axis::Axis;
use crate::describe::Summarizer;
use crate::plate::{FactLine, Plate};
use crate::scene::{Ink, Mark, Scene};
use crate::story::check::{Checker, Origin};
use crate::story::{FactId, Width};
use crate::words::words;

spec! {
    /// Before and after, all pairs on one scale or each on its own.
    Pairs {
        /// The pairs, in reading order.
        pairs: Vec<Pair>,
    }
}
spec! {
    /// One before and after.
    Pair {
        /// The amount before, usually derived.
        before: FactId,
        /// The amount after.
        after: FactId,
        /// The growth between them.
        growth: FactId,
    }
}

impl Kind for Pairs {
    fn facts(&self) -> Vec<&FactId> {
        let mut facts = Vec::new();
        for pair in &self.pairs {
            facts.extend([&pair.before, &pair.after, &pair.growth]);
        }
        facts
    }

    fn choices(&self, plate: &Plate) -> Vec<String> {
        // The scale of one pair is that of all.
        if self.pairs.len() < 2 || !self.share_unit(plate) {
            return Vec::new();
        }
        let words = words(plate.locale);
        vec![words.one_scale.to_owned(), words.own_scales.to_owned()]
    }

    fn layout(&self, frame: &Frame<'_>) -> Vec<Mark> {
        layout(self, frame)
    }
}

impl Pairs {
    /// Whether all amounts are in one unit. Those of a pair are, as the checker sees to.
    fn share_unit(&self, plate: &Plate) -> bool {
        let unit = |pair: &Pair| plate.fact(&pair.after).unit.as_str();
        self.pairs.windows(2).all(|pairs| matches!(pairs, [one, next] if unit(one) == unit(next)))
    }
}

impl Editorial for Pairs {
    fn usual_width(&self) -> Width {
        Width::Third
    }

    fn audible(&self) -> Vec<&FactId> {
        self.pairs.iter().flat_map(|pair| [&pair.before, &pair.after]).collect()
    }

    fn check(&self, checker: &mut Checker<'_>, place: &str) {
        for (place, pair) in checker.each(&format!("{place}/pairs"), &self.pairs) {
            checker.amount(&format!("{place}/before"), &pair.before);
            checker.amount(&format!("{place}/after"), &pair.after);
            checker.ratio(&format!("{place}/growth"), &pair.growth);
            checker.same_unit(&format!("{place}/after"), &pair.after, &pair.before);
            let from = Origin::Formula(format!("`{}` / `{}` - 1", pair.after, pair.before));
            let expected = checker.quotient(&pair.after, &pair.before, 1.0);
            checker.follows(&format!("{place}/growth"), &pair.growth, from, expected);
        }
    }

    fn opening(&self) -> Opening {
        ("{}组前后对比", "{} pair of bars, before and after", "{} pairs of bars, before and after")
    }

    fn summary(&self, summarizer: &Summarizer<'_>) -> Summary {
        let words = summarizer.words;
        let mut said = vec![summarizer.opening(self.pairs.len())];
        for pair in &self.pairs {
            let falls = summarizer.edition.value(&pair.growth)? < 0.0;
            let growth = words.growth(&summarizer.value(&pair.growth)?.replacen('−', "", 1), falls);
            let change = words.changed(
                &summarizer.term(&pair.after)?,
                &summarizer.dated(&pair.before)?,
                &summarizer.dated(&pair.after)?,
            );
            let mut clauses = vec![change, growth];
            if let (Some(after), Some(before)) = (summarizer.months(&pair.after)?, summarizer.months(&pair.before)?)
                && after != before
            {
                clauses.push(words.months_against(after, before));
            }
            said.push(clauses.join(words.comma));
        }
        Ok(said)
    }
}

/// The choice that puts all pairs on one scale.
const ONE_SCALE: usize = 0;
/// The least width at which two pairs stand beside each other, at the usual text size, in CSS px.
const WIDE: f64 = 500.0;
/// Between two pairs, across and down, in CSS px.
const GAP: f64 = 40.0;

fn layout(spec: &Pairs, frame: &Frame<'_>) -> Vec<Mark> {
    let columns = if frame.width >= WIDE * frame.text_scale { 2 } else { 1 };
    let width = (frame.width + GAP) / columns as f64 - GAP;
    let column = Frame { width, ..*frame };
    let amounts = |pair: &Pair| [frame.fact(&pair.before), frame.fact(&pair.after)];
    let mut all = Vec::new();
    for pair in &spec.pairs {
        all.extend_from_slice(&amounts(pair));
    }
    let one_scale = frame.choice == ONE_SCALE && spec.share_unit(frame.plate);
    let mut marks = Vec::new();
    let mut y = 0.0;
    for (row, pairs) in spec.pairs.chunks(columns).enumerate() {
        let mut bottom: f64 = y;
        for (place, pair) in pairs.iter().enumerate() {
            let amounts = amounts(pair);
            let axis = Axis::fitting(&column, if one_scale { &all } else { &amounts }, 0.0);
            let mut scene = Scene::default();
            let below = self::pair(pair, row * columns + place, &axis, &column, &mut scene.marks);
            bottom = bottom.max(y + below);
            marks.append(&mut scene.moved(Vec2::new(place as f64 * (width + GAP), y)).marks);
        }
        y = bottom + GAP * 0.4;
    }
    marks
}

/// A pair with its top left corner at 0, 0; the y below.
fn pair(pair: &Pair, group: usize, axis: &Axis, frame: &Frame<'_>, marks: &mut Vec<Mark>) -> f64 {
    let (before, after, growth) = (frame.fact(&pair.before), frame.fact(&pair.after), frame.fact(&pair.growth));
    let mut pen = frame.pen();
    let mut y = pen.paragraph(after.term(), (0.0, 0.0), frame.width, frame.strong(), Ink::Text) + 2.0;
    pen.furniture(marks, "pair", group);
    let mut pen = frame.pen();
    y = pen.value(&signed(growth), growth.term(), (0.0, y)) + 10.0;
    pen.mark(marks, growth, group);
    for (fact, ink) in [(before, Ink::Before), (after, frame.hue)] {
        // When the amount held, or its term if the story does not say when; and whether it is worked out.
        let when = if fact.period.is_empty() { fact.term() } else { &fact.period };
        let mut pen = frame.pen();
        y = axis.captioned(&mut pen, fact, &frame.with_origin(fact, when), ink, y) + 12.0;
        pen.mark(marks, fact, group);
    }
    y
}

/// The growth as written, with its sign.
fn signed(growth: &FactLine) -> String {
    let headline = growth.headline();
    let (before, after) = headline.around();
    [before, if growth.amount() > 0.0 { "+" } else { "" }, headline.number, after].concat()
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::super::testing::{Sample, fact, texts};
    use crate::scene::{Scene, Shape};
    use crate::story::Locale;

    fn sample(rail: f64, quay: f64, growth: f64) -> Sample {
        let facts = [
            fact("rail", rail, "t"),
            fact("rail-growth", growth, "ratio"),
            fact("quay", quay, "t"),
            fact("quay-before", quay, "t"),
            fact("quay-growth", 0.0, "ratio"),
        ];
        let derived = [json!({"id": "rail-before", "formula": "rail - 1", "unit": "t", "period": "2023"})];
        let pairs = json!([
            {"before": "rail-before", "after": "rail", "growth": "rail-growth"},
            {"before": "quay-before", "after": "quay", "growth": "quay-growth"},
        ]);
        Sample::new(&facts, &derived, json!({"pairs": {"pairs": pairs}}))
    }

    fn length(scene: &Scene, fact: &str) -> f64 {
        let mark = scene.marks.iter().find(|mark| mark.key == fact).expect("the mark");
        let Shape::Bar(bar) = mark.items[0].shape else { panic!("no bar: {mark:?}") };
        bar.width()
    }

    #[test]
    fn each_pair_has_its_own_scale_or_all_have_one() {
        let sample = sample(10.0, 1000.0, 0.1);
        let own = sample.scene(Locale::Zh, 600.0, 1.0, 1);
        assert!((length(&own, "rail-before") / length(&own, "rail") - 0.9).abs() < 1e-9);
        assert!((length(&own, "rail") / length(&own, "quay") - 1.0).abs() < 0.2);
        let shared = sample.scene(Locale::Zh, 600.0, 1.0, 0);
        assert!((length(&shared, "rail") / length(&shared, "quay") - 0.01).abs() < 1e-9);
    }

    #[test]
    fn pairs_in_several_units_keep_their_own_scales() {
        let facts = [
            fact("rail", 10.0, "t"),
            fact("rail-before", 10.0, "t"),
            fact("quay", 1000.0, "thing"),
            fact("quay-before", 1000.0, "thing"),
        ];
        let growth = [json!({"id": "growth", "formula": "rail / rail-before - 1", "unit": "ratio"})];
        let pair = |id: &str| json!({"before": format!("{id}-before"), "after": id, "growth": "growth"});
        let drawing = json!({"pairs": {"pairs": [pair("rail"), pair("quay")]}});
        let sample = Sample::new(&facts, &growth, drawing);
        assert!(sample.plate(Locale::En).figures[0].choices.is_empty());
        let scene = sample.scene(Locale::Zh, 600.0, 1.0, 0);
        assert!((length(&scene, "rail") / length(&scene, "quay") - 1.0).abs() < 0.3);
    }

    #[test]
    fn one_pair_leaves_no_scale_to_choose() {
        let pair = json!({"before": "before", "after": "after", "growth": "growth"});
        let facts = [fact("before", 4.0, "t"), fact("after", 5.0, "t"), fact("growth", 0.25, "ratio")];
        let one = Sample::new(&facts, &[], json!({"pairs": {"pairs": [pair]}}));
        assert!(one.plate(Locale::En).figures[0].choices.is_empty());
        assert_eq!(sample(4.0, 5.0, 0.25).plate(Locale::En).figures[0].choices.len(), 2);
    }

    #[test]
    fn growth_has_its_sign_and_what_is_ours_is_said_to_be() {
        let written = |growth: f64| -> Vec<String> {
            let scene = sample(10.0, 10.0, growth).scene(Locale::Zh, 600.0, 1.0, 0);
            texts(&scene).into_iter().map(|label| label.text.clone()).collect()
        };
        assert!(written(0.5).contains(&"+0.5倍".to_owned()), "{:?}", written(0.5));
        assert!(written(-0.5).contains(&"−0.5倍".to_owned()), "{:?}", written(-0.5));
        assert!(written(0.5).contains(&"0倍".to_owned()), "{:?}", written(0.5));
        assert!(written(0.5).contains(&"2023年，推算".to_owned()), "{:?}", written(0.5));
    }

    #[test]
    fn pairs_hold_at_every_width() {
        sample(11_200.0, 265_600.0, 0.27).check();
        sample(0.0, -3.0, -1.0).check();
        sample(1e300, 1.0, 1e300).check();
        Sample::new(&[], &[], json!({"pairs": {"pairs": []}})).check();
    }
}
