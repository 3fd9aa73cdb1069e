//! Parts of a whole. One bar holds all parts; below, each part stands once more under its own place in the bar, so that no
//! leader lines are needed and a sliver has as much room for its words as the largest part.
//!
//! ```text
//! 303,700 t  all three
//! ██ █ ████████████████████████████
//!
//! Road  26,900 t
//! ██
//! 8.9%  road share
//!    Rail  11,200 t
//!    █
//!    3.7%  rail share
//!      Wharf  265,600 t
//!      ████████████████████████████
//!      87.5%  wharf share
//! ```

use super::{Frame, Pen};
use crate::plate::FactLine;
use crate::scale::Linear;
use crate::scene::{Ink, Mark};
use crate::story::drawing::Share as Spec;

/// Half of what separates two parts of the bar.
const SLIT: f64 = 1.0;
/// How high the whole bar is.
const WHOLE: f64 = 40.0;
/// How high a part's own bar is.
const PART: f64 = 14.0;

pub(super) fn layout(spec: &Spec, frame: &Frame<'_>) -> Vec<Mark> {
    let spans = spans(spec, frame);
    let total = frame.fact(&spec.total);
    let mut pen = frame.pen();
    let below = derived(&mut pen, total, (0.0, 0.0)) + 8.0;
    for &span in &spans {
        strip(&mut pen, span, below, WHOLE, frame.hue);
    }
    let mut marks = Vec::new();
    pen.mark(&mut marks, total, 0);
    let mut y = below + WHOLE + 20.0;
    for (index, (part, span)) in spec.parts.iter().zip(spans).enumerate() {
        let (fact, share) = (frame.fact(&part.fact), frame.fact(&part.share));
        let mut pen = frame.pen();
        y = named(&mut pen, fact, (span.0, y)) + 3.0;
        strip(&mut pen, span, y, PART, frame.hue);
        pen.mark(&mut marks, fact, index + 1);
        let mut pen = frame.pen();
        y = derived(&mut pen, share, (span.0, y + PART + 4.0)) + 14.0;
        pen.mark(&mut marks, share, index + 1);
    }
    marks
}

/// Where each part begins and ends in the whole bar, in CSS px. Parts that are no amount have no length.
fn spans(spec: &Spec, frame: &Frame<'_>) -> Vec<(f64, f64)> {
    let amount = |index: usize| spec.parts.get(index).map_or(0.0, |part| frame.fact(&part.fact).amount());
    let scale = Linear::from_zero((0..spec.parts.len()).map(amount));
    let part = |index: usize| scale.fraction(amount(index));
    let sum = (0..spec.parts.len()).map(part).sum::<f64>().max(f64::MIN_POSITIVE);
    let mut end = 0.0;
    let mut spans = Vec::new();
    for index in 0..spec.parts.len() {
        let start = end;
        end = (start + frame.width * part(index) / sum).min(frame.width);
        spans.push((start, end));
    }
    spans
}

/// A part's bar: its span without half a slit on either side that has a neighbour. Nothing is still a hairline.
fn strip(pen: &mut Pen<'_>, (from, to): (f64, f64), y: f64, height: f64, ink: Ink) {
    let width = pen.frame.width;
    let x0 = if from > 0.0 { from + SLIT } else { 0.0 }.min(width - 1.0);
    let x1 = if to < width { to - SLIT } else { to };
    pen.bar((x0, y), (x1 - x0).max(1.0), height, ink);
}

/// A part's term and amount, on one line if it holds both; the y below.
fn named(pen: &mut Pen<'_>, fact: &FactLine, (x, y): (f64, f64)) -> f64 {
    let frame = pen.frame;
    let (light, bold) = (frame.body(), frame.strong());
    let beside = frame.advance(fact.term(), light) + 8.0;
    let width = beside + frame.advance(&fact.written, bold);
    if width <= frame.width {
        let (x, baseline) = (x.min(frame.width - width), y + bold.ascent());
        pen.text(fact.term(), (x, baseline), light, Ink::Text);
        pen.text(&fact.written, (x + beside, baseline), bold, Ink::Text);
        return y + bold.leading();
    }
    let below = pen.shifted(fact.term(), (x, y), light, Ink::Text);
    pen.shifted(&fact.written, (x, below), bold, Ink::Text)
}

/// A fact that is usually ours, written out, with its term; the y below.
fn derived(pen: &mut Pen<'_>, fact: &FactLine, at: (f64, f64)) -> f64 {
    let label = pen.frame.with_origin(fact, fact.term());
    pen.value(&fact.written, &label, at)
}

#[cfg(test)]
mod tests {
    use kurbo::Rect;
    use serde_json::json;

    use super::super::testing::{Sample, fact};
    use crate::scene::{Scene, Shape};
    use crate::story::Locale;

    fn sample(values: [f64; 3]) -> Sample {
        let ids = ["road", "rail", "wharf"];
        let mut facts: Vec<_> = ids.iter().zip(values).map(|(id, value)| fact(id, value, "t")).collect();
        facts.extend(ids.map(|id| fact(&format!("{id}-share"), 0.037, "ratio")));
        let derived = [json!({"id": "total", "formula": "road + rail + wharf", "unit": "t"})];
        let parts = ids.map(|id| json!({"fact": id, "share": format!("{id}-share")}));
        Sample::new(&facts, &derived, json!({"share": {"parts": parts, "total": "total"}}))
    }

    fn bars(scene: &Scene, fact: &str) -> Vec<Rect> {
        let mark = scene.marks.iter().find(|mark| mark.key == fact).expect("the mark");
        let bar = |shape: &Shape| if let Shape::Bar(rect) = shape { Some(*rect) } else { None };
        mark.items.iter().filter_map(|item| bar(&item.shape)).collect()
    }

    #[test]
    fn each_part_stands_under_its_place_in_the_whole() {
        let scene = sample([26_900.0, 11_200.0, 265_600.0]).scene(Locale::Zh, 300.0, 1.0, 0);
        let whole = bars(&scene, "total");
        for (index, part) in ["road", "rail", "wharf"].into_iter().enumerate() {
            let bar = bars(&scene, part)[0];
            assert_eq!((bar.x0, bar.x1), (whole[index].x0, whole[index].x1), "{part}");
        }
        assert_eq!((whole[0].x0, whole[2].x1), (0.0, 300.0));
        assert!((whole[1].x0 - whole[0].x1 - 2.0).abs() < 1e-9, "{whole:?}");
        assert!((whole[1].width() + 2.0 - 300.0 * 11.2 / 303.7).abs() < 1e-9, "{whole:?}");
    }

    #[test]
    fn parts_of_nothing_are_hairlines() {
        let scene = sample([0.0, -2.0, 0.0]).scene(Locale::Zh, 300.0, 1.0, 0);
        assert!(bars(&scene, "total").iter().all(|bar| bar.width() == 1.0));
    }

    #[test]
    fn shares_hold_at_every_width() {
        for values in [[26_900.0, 11_200.0, 265_600.0], [0.0; 3], [1e299, 1.0, -1e299], [1.0, 0.0, 0.0]] {
            sample(values).check();
        }
    }
}
