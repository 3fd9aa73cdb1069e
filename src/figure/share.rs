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

use kurbo::Rect;

use super::Frame;
use crate::plate::MissingFact;
use crate::scale::Linear;
use crate::scene::{Align, Ink, Item, Mark, Scene, Shape};
use crate::story::FactId;
use crate::story::drawing::{Part, Share as Spec};
use crate::text::{Font, wrap};

/// Half of what separates two parts of the bar.
const SLIT: f64 = 1.0;
/// How high the whole bar is.
const WHOLE: f64 = 40.0;
/// How high a part's own bar is.
const PART: f64 = 14.0;

pub(super) fn layout(spec: &Spec, frame: &Frame<'_>) -> Result<Scene, MissingFact> {
    let spans = spans(spec, frame)?;
    let (mut whole, below) = derived(&spec.total, frame, 0.0, 0.0)?;
    for (index, &span) in spans.iter().enumerate() {
        whole.push(strip(frame, span, below + 8.0, WHOLE, Ink::category(index)));
    }
    let mut marks = vec![Mark::of(&spec.total, 0, whole)];
    let mut y = below + 8.0 + WHOLE + 20.0;
    for (index, (part, &span)) in spec.parts.iter().zip(&spans).enumerate() {
        let (mut items, below) = named(part, frame, span.0, y)?;
        items.push(strip(frame, span, below + 3.0, PART, Ink::category(index)));
        marks.push(Mark::of(&part.fact, index + 1, items));
        let (items, below) = derived(&part.share, frame, span.0, below + PART + 7.0)?;
        marks.push(Mark::of(&part.share, index + 1, items));
        y = below + 14.0;
    }
    Ok(frame.scene(marks))
}

/// Where each part begins and ends in the whole bar, in CSS px. Parts that are no amount have no length.
fn spans(spec: &Spec, frame: &Frame<'_>) -> Result<Vec<(f64, f64)>, MissingFact> {
    let values = spec.parts.iter().map(|part| frame.plate.value(&part.fact)).collect::<Result<Vec<_>, _>>()?;
    let scale = Linear::from_zero(values.iter().copied());
    let parts: Vec<f64> = values.iter().map(|&value| scale.fraction(value)).collect();
    let sum = parts.iter().sum::<f64>().max(f64::MIN_POSITIVE);
    let mut end = 0.0;
    let mut spans = Vec::new();
    for part in parts {
        let start = end;
        end = (start + frame.width * part / sum).min(frame.width);
        spans.push((start, end));
    }
    Ok(spans)
}

/// A part's bar: its span without half a slit on either side that has a neighbour. Nothing is still a hairline.
fn strip(frame: &Frame<'_>, (from, to): (f64, f64), y: f64, height: f64, ink: Ink) -> Item {
    let x0 = if from > 0.0 { from + SLIT } else { 0.0 }.min(frame.width - 1.0);
    let x1 = if to < frame.width { to - SLIT } else { to };
    Item::new(Shape::Bar(Rect::new(x0, y, x1.max(x0 + 1.0), y + height)), ink)
}

/// A part's term and amount, on one line if it holds both.
fn named(part: &Part, frame: &Frame<'_>, x: f64, y: f64) -> Result<(Vec<Item>, f64), MissingFact> {
    let (label, amount) = (frame.plate.short(&part.fact)?, frame.plate.written(&part.fact)?);
    let (light, bold) = (frame.body(), frame.strong());
    let beside = frame.measure.width(label, light) + 8.0;
    let width = beside + frame.measure.width(&amount, bold);
    if width <= frame.width {
        let (x, baseline) = (x.min(frame.width - width), y + bold.ascent());
        let label = frame.text(label, x, baseline, Align::Start, light, Ink::Text);
        let amount = frame.text(amount, x + beside, baseline, Align::Start, bold, Ink::Text);
        return Ok((vec![label, amount], y + bold.leading()));
    }
    let (mut items, below) = under(frame, label, x, y, light, Ink::Text);
    let (lines, below) = under(frame, &amount, x, below, bold, Ink::Text);
    items.extend(lines);
    Ok((items, below))
}

/// A text that begins at `x`, or as far left of it as it needs to stay in the figure.
fn under(frame: &Frame<'_>, text: &str, x: f64, y: f64, font: Font, ink: Ink) -> (Vec<Item>, f64) {
    let lines = wrap(text, font, frame.width, frame.measure);
    let widest = lines.iter().map(|line| frame.measure.width(line, font)).fold(0.0, f64::max);
    let x = x.min(frame.width - widest).max(0.0);
    frame.paragraph(text, (x, y), frame.width, font, ink)
}

/// A fact that is usually ours, written out, with its term.
fn derived(fact: &FactId, frame: &Frame<'_>, x: f64, y: f64) -> Result<(Vec<Item>, f64), MissingFact> {
    let label = frame.owned_up(fact, frame.plate.short(fact)?)?;
    Ok(headline(frame, (&frame.plate.written(fact)?, &label), x, y))
}

/// A value, large where it fits on one line, with its term on the same baseline, or below where there is no room.
pub(super) fn headline(frame: &Frame<'_>, (value, label): (&str, &str), x: f64, y: f64) -> (Vec<Item>, f64) {
    let fits = frame.measure.width(value, frame.display()) <= frame.width;
    let (bold, light) = (if fits { frame.display() } else { frame.strong() }, frame.body());
    let beside = frame.measure.width(value, bold) + 10.0;
    if x + beside + frame.measure.width(label, light) <= frame.width {
        let baseline = y + bold.ascent();
        let value = frame.text(value, x, baseline, Align::Start, bold, Ink::Text);
        let label = frame.text(label, x + beside, baseline, Align::Start, light, Ink::Muted);
        return (vec![value, label], baseline + bold.descent());
    }
    let (mut items, below) = under(frame, value, x, y, bold, Ink::Text);
    let (lines, below) = under(frame, label, x, below, light, Ink::Muted);
    items.extend(lines);
    (items, below)
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
