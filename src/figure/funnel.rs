//! Sets that contain each other, one dot a thing; step by step, what is left of the first.
//!
//! ```text
//! ┌───────────────────────────────┐
//! │ 57 in research                │   Every dot is drawn once, in the innermost set that is shown and
//! │ ● ● ● ● ● ● ● ● ● ● ● ● ● ●   │   has it: so all dots together are the first count at every step.
//! │ 40% of them                   │   A dot keeps its mark from step to step, and so moves.
//! │ ┌───────────────────────────┐ │
//! │ │ 23 in trials              │ │
//! │ │ ● ● ● ● ● ● ● ● ● ●       │ │
//! │ └───────────────────────────┘ │
//! └───────────────────────────────┘
//! ```

use kurbo::{Point, Rect, Size};

use super::Frame;
use super::dots::Grid;
use crate::plate::{MissingFact, Plate};
use crate::scene::{Ink, Item, Mark, Scene, Shape, bounds};
use crate::story::drawing::Funnel as Spec;

/// About how high all dots together come out, in CSS px.
const FIELD: f64 = 220.0;
/// From one dot to the next at most, in CSS px.
const PITCH: f64 = 20.0;
/// The stroke of a frame, in CSS px.
const STROKE: f64 = 1.0;

pub(super) fn layout(spec: &Spec, frame: &Frame<'_>) -> Result<Scene, MissingFact> {
    let counts = nested(spec, frame)?;
    let own = |step: usize| {
        let inner = counts.get(step + 1).copied().unwrap_or_default();
        counts.get(step).map_or(0, |count| count.saturating_sub(inner))
    };
    let shown = frame.choice.min(spec.steps.len().saturating_sub(1));
    let pad = if frame.width < 520.0 { 10.0 } else { 16.0 };
    // All sets are counted on one grid, which the innermost frame still has room for.
    let room = frame.width - 2.0 * pad * spec.steps.len() as f64;
    let grid = Grid::fit(counts.first().copied().unwrap_or_default(), Size::new(room, FIELD), PITCH);
    let (mut marks, mut tops) = (Vec::new(), Vec::new());
    let mut y = 0.0;
    for (step, id) in spec.steps.iter().enumerate().take(shown + 1) {
        let x = pad * (step + 1) as f64;
        let width = frame.width - 2.0 * x;
        if let Some(share) = step.checked_sub(1).and_then(|before| spec.shares.get(before)) {
            let (items, below) = self::share(share, frame, (x - pad, y), width + pad)?;
            marks.push(Mark::of(share, step, items));
            y = below + 8.0;
        }
        tops.push(y);
        let headline = (id.as_str(), frame.tally(id)?);
        let (heading, below) = frame.term(headline, frame.plate.label(id)?, (x, y + pad), width, Ink::Text);
        let origin = (x, below + 6.0);
        let ink = if step == shown { Ink::One } else { Ink::Pale };
        let mut items: Vec<Item> = grid.dots(0..own(step), origin, ink).into_iter().collect();
        items.extend(heading);
        let mut count = own(step);
        let mut mark = Mark::of(id, step, items);
        // What later steps will set apart still stands here.
        let later = spec.steps.iter().enumerate().skip(step + 1).filter(|_| step == shown);
        for (inner, id) in later {
            let items: Vec<Item> = grid.dots(count..count + own(inner), origin, ink).into_iter().collect();
            count += own(inner);
            if !items.is_empty() {
                mark.area = mark.area.union(bounds(&items));
                marks.push(Mark { fact: None, ..Mark::of(id, step, items) });
            }
        }
        y = mark.area.y1 + pad;
        marks.push(mark);
    }
    let frames = tops.iter().enumerate().rev().map(|(step, &top)| {
        let x = pad * step as f64;
        let around = Rect::new(x, top, frame.width - x, y);
        y += pad;
        Mark::furniture(
            &format!("frame-{step}"),
            vec![outline(around, if step == shown { Ink::One } else { Ink::Pale })],
        )
    });
    marks.extend(frames);
    Ok(frame.scene(marks))
}

pub(super) fn choices(spec: &Spec, plate: &Plate) -> Result<Vec<String>, MissingFact> {
    spec.steps.iter().map(|id| plate.short(id).map(str::to_owned)).collect()
}

/// The counts, none above the one before: a set within another is not larger, whatever the story says.
fn nested(spec: &Spec, frame: &Frame<'_>) -> Result<Vec<usize>, MissingFact> {
    let mut outer = usize::MAX;
    let mut counts = Vec::with_capacity(spec.steps.len());
    for id in &spec.steps {
        outer = outer.min(frame.drawn(id)?);
        counts.push(outer);
    }
    Ok(counts)
}

/// The share of a set in the one around it: a line between the two.
fn share(id: &str, frame: &Frame<'_>, at: (f64, f64), width: f64) -> Result<(Vec<Item>, f64), MissingFact> {
    let label = frame.owned_up(id, frame.plate.short(id)?)?;
    Ok(frame.term((id, frame.plate.written(id)?), &label, at, width, Ink::One))
}

/// A frame whose stroke lies within the rectangle.
fn outline(around: Rect, ink: Ink) -> Item {
    let Rect { x0, y0, x1, y1 } = around.inset(-STROKE / 2.0);
    let corners = [(x0, y0), (x1, y0), (x1, y1), (x0, y1), (x0, y0)];
    Item::new(Shape::Line { points: corners.map(Point::from).to_vec(), width: STROKE }, ink)
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::super::testing::{Sample, dots, fact};
    use crate::story::Locale;

    fn sample(counts: &[f64]) -> Sample {
        let ids: Vec<String> = (0..counts.len()).map(|index| format!("step-{index}")).collect();
        let facts: Vec<_> = ids.iter().zip(counts).map(|(id, count)| fact(id, *count, "thing")).collect();
        let shares: Vec<_> = (1..counts.len()).map(|index| format!("share-{index}")).collect();
        let formula =
            |(index, id): (usize, &String)| json!({"id": id, "formula": format!("step-{} / step-{index}", index + 1)});
        let derived: Vec<_> = shares.iter().enumerate().map(formula).collect();
        Sample::new(&facts, &derived, json!({"funnel": {"steps": ids, "shares": shares}}))
    }

    #[test]
    fn at_every_step_all_dots_are_the_first_count() {
        for counts in [&[57.0, 23.0, 10.0][..], &[5.0, 9.0, 2.0], &[3000.0, 0.0], &[1.0], &[]] {
            let sample = sample(counts);
            sample.check();
            for choice in 0..counts.len() + 2 {
                let scene = sample.scene(Locale::Zh, 328.0, 1.0, choice);
                assert_eq!(dots(&scene) as f64, counts.first().copied().unwrap_or_default());
            }
        }
    }

    #[test]
    fn a_step_shows_the_sets_up_to_it_and_their_shares() {
        let facts = |choice| {
            let scene = sample(&[57.0, 23.0, 10.0]).scene(Locale::En, 680.0, 1.0, choice);
            scene.marks.iter().filter_map(|mark| mark.fact.clone()).collect::<Vec<_>>()
        };
        assert_eq!(facts(0), ["step-0"]);
        assert_eq!(facts(2), ["step-0", "share-1", "step-1", "share-2", "step-2"]);
    }

    #[test]
    fn dots_keep_their_mark_from_step_to_step() {
        let counts = |choice| {
            let scene = sample(&[57.0, 23.0, 10.0]).scene(Locale::En, 680.0, 1.0, choice);
            let mut parts: Vec<_> = scene.marks.iter().map(|mark| (mark.key.clone(), dots_of(mark))).collect();
            parts.retain(|(_, count)| *count > 0);
            parts.sort();
            parts
        };
        assert_eq!(counts(0), counts(2));
    }

    fn dots_of(mark: &crate::scene::Mark) -> usize {
        dots(&crate::scene::Scene { marks: vec![mark.clone()], ..Default::default() })
    }
}
