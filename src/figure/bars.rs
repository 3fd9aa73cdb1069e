//! Bars from zero, one panel a unit: facts of one panel share a scale, facts of two panels never do.
//!
//! ```text
//! HPV vaccine
//! over 40 million doses
//! ████████████████████████████████▊▌▎      "over": the bar goes on after the number that is printed
//! Insulin
//! over 30 million doses
//! ████████████████████████▊▌▎
//! ───────────────────────────────────
//! Another unit: lengths do not compare
//! Antibody substance
//! 24,000 litres
//! ████████████████████████████████
//! ```

use kurbo::Rect;

use super::Frame;
use crate::plate::MissingFact;
use crate::scale::Linear;
use crate::scene::{Align, Ink, Item, Mark, Scene, Shape};
use crate::story::drawing::Bars as Spec;
use crate::story::{FactId, Qualifier};
use crate::text::Font;
use crate::words::words;

/// The slices that continue a bar of "over": each is thinner than the one before.
const SLICES: [f64; 3] = [6.0, 4.0, 2.0];
/// Between two slices.
const SLIT: f64 = 2.0;
/// What the slices and slits take together.
const TAIL: f64 = 18.0;
/// Between a bar's end and its value.
const GAP: f64 = 8.0;
/// The shortest scale, in widths of the figure, that leaves values after the bars; below it they stand above.
const LEAST: f64 = 0.45;

pub(super) fn layout(spec: &Spec, frame: &Frame<'_>) -> Result<Scene, MissingFact> {
    let values = spec.panels.iter().flatten().map(|fact| frame.plate.written(fact)).collect::<Result<Vec<_>, _>>()?;
    let large = values.iter().all(|value| frame.measure.width(value, frame.display()) <= frame.width);
    let font = if large { frame.display() } else { frame.strong() };
    let mut marks = Vec::new();
    let mut y = 0.0;
    for (group, panel) in spec.panels.iter().enumerate() {
        if group > 0 {
            y += 8.0;
            let mut items = vec![frame.rule(y)];
            let apart = words(frame.plate.locale).another_scale;
            let (caption, below) = frame.paragraph(apart, (0.0, y + 12.0), frame.width, frame.small(), Ink::Muted);
            items.extend(caption);
            marks.push(Mark::furniture(&format!("panel-{group}"), items));
            y = below + 14.0;
        }
        let axis = Axis::across(frame, panel, font)?;
        for fact in panel {
            let label = frame.plate.short(fact)?;
            let (items, below) = axis.bar(frame, fact, label, Ink::category(group), y)?;
            marks.push(Mark::of(fact, group, items));
            y = below + 22.0;
        }
    }
    Ok(frame.scene(marks))
}

/// What the bars of one scale share.
#[derive(Clone, Copy)]
pub(super) struct Axis {
    scale: Linear,
    /// How long the longest bar is.
    length: f64,
    values: Values,
}

/// Where the facts are written out.
#[derive(Clone, Copy)]
enum Values {
    /// After the bars.
    After,
    /// Above the bars, in this font.
    Above(Font),
}

impl Axis {
    /// A scale over the whole width.
    fn across(frame: &Frame<'_>, facts: &[FactId], font: Font) -> Result<Self, MissingFact> {
        let values = facts.iter().map(|fact| frame.plate.value(fact)).collect::<Result<Vec<_>, _>>()?;
        let length = frame.width - tail(frame, facts);
        Ok(Self { scale: Linear::from_zero(values), length, values: Values::Above(font) })
    }

    /// The longest scale that leaves every fact's value in the frame.
    pub(super) fn fitting<'a>(
        frame: &Frame<'_>,
        facts: impl IntoIterator<Item = &'a FactId, IntoIter: Clone>,
    ) -> Result<Self, MissingFact> {
        let facts = facts.into_iter();
        let values = facts.clone().map(|fact| frame.plate.value(fact)).collect::<Result<Vec<_>, _>>()?;
        let scale = Linear::from_zero(values);
        let longest = frame.width - tail(frame, facts.clone());
        let mut length = longest;
        for fact in facts {
            let room = longest - GAP - frame.measure.width(&frame.plate.written(fact)?, frame.strong());
            let fraction = scale.fraction(frame.plate.value(fact)?);
            length = if room < 0.0 { 0.0 } else { length.min(room / fraction.max(f64::MIN_POSITIVE)) };
        }
        let fits = length >= LEAST * frame.width;
        let (length, values) = if fits { (length, Values::After) } else { (longest, Values::Above(frame.strong())) };
        Ok(Self { scale, length, values })
    }

    /// A bar under its caption, with the fact written out, and the y below it.
    pub(super) fn bar(
        &self,
        frame: &Frame<'_>,
        fact: &FactId,
        caption: &str,
        ink: Ink,
        y: f64,
    ) -> Result<(Vec<Item>, f64), MissingFact> {
        let font = frame.strong();
        let written = frame.plate.written(fact)?;
        let (mut texts, y) = frame.paragraph(caption, (0.0, y), frame.width, frame.body(), Ink::Text);
        let (value, y) = match self.values {
            Values::After => (Vec::new(), y),
            Values::Above(font) => frame.paragraph(&written, (0.0, y), frame.width, font, Ink::Text),
        };
        texts.extend(value);
        let (top, bottom) = (y + 3.0, y + 3.0 + font.size * 1.5);
        let slice = |from: f64, to: f64| Item::new(Shape::Bar(Rect::new(from, top, to, bottom)), ink);
        // A bar without length is still a hairline at zero.
        let mut end = (self.length * self.scale.fraction(frame.plate.value(fact)?)).max(1.0);
        let mut items = vec![slice(0.0, end)];
        if frame.plate.qualifier(fact) == Qualifier::Over {
            for width in SLICES {
                items.push(slice(end + SLIT, end + SLIT + width));
                end += SLIT + width;
            }
        }
        if let Values::After = self.values {
            let baseline = (top + bottom + font.ascent() - font.descent()) / 2.0;
            texts.push(frame.text(written, end + GAP, baseline, Align::Start, font, Ink::Text));
        }
        items.extend(texts);
        Ok((items, bottom))
    }
}

/// What an open end would take from the longest bar.
fn tail<'a>(frame: &Frame<'_>, facts: impl IntoIterator<Item = &'a FactId>) -> f64 {
    let open = facts.into_iter().any(|fact| frame.plate.qualifier(fact) == Qualifier::Over);
    if open { TAIL } else { 0.0 }
}

#[cfg(test)]
mod tests {
    use kurbo::Rect;
    use serde_json::json;

    use super::super::testing::{Sample, fact, texts};
    use crate::scene::{Mark, Scene, Shape};
    use crate::story::Locale;
    use crate::words::words;

    fn sample(values: [f64; 3]) -> Sample {
        let [one, two, other] = values;
        let open = json!({"id": "one", "value": one, "unit": "thing", "qualifier": "over"});
        let panels = json!({"bars": {"panels": [["one", "two"], ["other"]]}});
        Sample::new(&[open, fact("two", two, "thing"), fact("other", other, "t")], &[], panels)
    }

    fn bars(scene: &Scene, fact: &str) -> Vec<Rect> {
        let mark: &Mark = scene.marks.iter().find(|mark| mark.key == fact).expect("the mark");
        let bar = |shape: &Shape| if let Shape::Bar(rect) = shape { Some(*rect) } else { None };
        mark.items.iter().filter_map(|item| bar(&item.shape)).collect()
    }

    #[test]
    fn bars_of_one_panel_share_a_zero_and_a_scale() {
        let scene = sample([40.0, 30.0, 2e9]).scene(Locale::Zh, 400.0, 1.0, 0);
        let (one, two) = (bars(&scene, "one")[0], bars(&scene, "two")[0]);
        assert_eq!((one.x0, two.x0), (0.0, 0.0));
        assert!((two.width() / one.width() - 0.75).abs() < 1e-9);
        assert_eq!(bars(&scene, "other")[0].width(), 400.0);
        let apart = texts(&scene).into_iter().filter(|label| label.text == words(Locale::Zh).another_scale);
        assert_eq!(apart.count(), 1);
    }

    #[test]
    fn over_is_drawn_with_an_open_end() {
        let scene = sample([40.0, 30.0, 1.0]).scene(Locale::En, 400.0, 1.0, 0);
        let slices = bars(&scene, "one");
        assert!(slices.windows(2).all(|pair| pair[0].x1 < pair[1].x0 && pair[0].width() > pair[1].width()));
        assert_eq!((slices.len(), bars(&scene, "two").len()), (4, 1));
    }

    #[test]
    fn what_has_no_length_is_a_hairline_at_zero() {
        let scene = sample([0.0, -5.0, 0.0]).scene(Locale::Zh, 400.0, 1.0, 0);
        for fact in ["one", "two", "other"] {
            assert_eq!((bars(&scene, fact)[0].x0, bars(&scene, fact)[0].x1), (0.0, 1.0));
        }
    }

    #[test]
    fn bars_hold_at_every_width() {
        for values in [[40e6, 30e6, 24e3], [0.0, -1.0, 0.0], [1e300, 1e-300, 123_456_789.0]] {
            sample(values).check();
        }
        Sample::new(&[], &[], json!({"bars": {"panels": [[], []]}})).check();
    }
}
