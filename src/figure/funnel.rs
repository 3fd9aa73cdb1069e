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

use kurbo::{Rect, Size};

use super::parts::dot_grid::DotGrid;
use super::{Frame, Pen};
use crate::scene::{Ink, Mark, bounds};
use crate::story::drawing::Funnel as Spec;

/// About how high all dots together come out, in CSS px.
const FIELD: f64 = 220.0;
/// From one dot to the next at most, in CSS px.
const PITCH: f64 = 20.0;
/// The stroke of a frame, in CSS px.
const STROKE: f64 = 1.0;

pub(super) fn layout(spec: &Spec, frame: &Frame<'_>) -> Vec<Mark> {
    let counts = nested(spec, frame);
    let count = |step: usize| counts.get(step).copied().unwrap_or_default();
    let own = |step: usize| count(step).saturating_sub(count(step + 1));
    let shown = frame.choice.min(spec.steps.len().saturating_sub(1));
    let pad = if frame.width < 520.0 { 10.0 } else { 16.0 };
    // All sets are counted on one grid, which the innermost frame still has room for.
    let room = frame.width - 2.0 * pad * spec.steps.len() as f64;
    let grid = DotGrid::fit(count(0), Size::new(room, FIELD), PITCH);
    let (mut marks, mut tops) = (Vec::new(), Vec::new());
    let mut y = 0.0;
    for (step, id) in spec.steps.iter().enumerate().take(shown + 1) {
        let fact = frame.fact(id);
        let x = pad * (step + 1) as f64;
        let width = frame.width - 2.0 * x;
        if let Some(share) = step.checked_sub(1).and_then(|before| spec.shares.get(before)) {
            // The share of a set in the one around it: a line between the two.
            let share = frame.fact(share);
            let label = frame.with_origin(share, share.term());
            let mut pen = frame.pen();
            y = pen.term(share.headline(), &label, (x - pad, y), width + pad, frame.hue) + 8.0;
            pen.mark(&mut marks, share, step);
        }
        tops.push(y);
        let mut heading = frame.pen();
        let below = heading.term(fact.tallied(), &fact.label, (x, y + pad), width, Ink::Text);
        let origin = (x, below + 6.0);
        let ink = if step == shown { frame.hue } else { Ink::Pale };
        let mut pen = frame.pen();
        let mut end = own(step);
        grid.dots(&mut pen, 0, end, origin, ink);
        pen.over(heading);
        let mut area = bounds(&pen.items);
        if step == shown {
            // What later steps will set apart still stands here.
            for (inner, id) in spec.steps.iter().enumerate().skip(step + 1) {
                let mut pen = frame.pen();
                let start = end;
                end += own(inner);
                grid.dots(&mut pen, start, end, origin, ink);
                if end > start {
                    area = area.union(bounds(&pen.items));
                    marks.push(Mark::furniture(id, pen.items));
                }
            }
        }
        y = area.y1 + pad;
        pen.mark_within(area, &mut marks, fact, step);
    }
    for (step, top) in tops.into_iter().enumerate().rev() {
        let x = pad * step as f64;
        let mut pen = frame.pen();
        outline(&mut pen, Rect::new(x, top, frame.width - x, y), if step == shown { frame.hue } else { Ink::Pale });
        pen.furniture(&mut marks, "frame", step);
        y += pad;
    }
    marks
}

/// The counts, none above the one before: a set within another is not larger, whatever the story says.
fn nested(spec: &Spec, frame: &Frame<'_>) -> Vec<usize> {
    let mut counts = Vec::new();
    let mut outer = usize::MAX;
    for id in &spec.steps {
        outer = outer.min(frame.fact(id).count());
        counts.push(outer);
    }
    counts
}

/// A frame whose stroke lies within the rectangle.
fn outline(pen: &mut Pen<'_>, around: Rect, ink: Ink) {
    let Rect { x0, y0, x1, y1 } = around.inset(-STROKE / 2.0);
    pen.line(&[(x0, y0), (x1, y0), (x1, y1), (x0, y1), (x0, y0)], STROKE, ink);
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
