//! Counts in a row, each leading to the next: big numbers, arrows between them, one dot a thing.
//!
//! ```text
//! 4 ──────▶ 30 ─────▶ 62 ─────▶ 4          4   Universities
//! univer-   compa-    needs     agree-     │   ∙∙∙∙
//! sities    nies                ments      ▼
//! ∙∙∙∙      ∙∙∙∙∙∙    ∙∙∙∙∙∙∙   ∙∙∙∙       30  Companies
//!           ∙∙∙∙∙∙    ∙∙∙∙∙∙∙                  ∙∙∙∙∙∙∙∙∙∙
//! ```

use kurbo::Size;

use super::kinds::{Editorial, Kind, Opening, Summary, spec};
use super::parts::dot_grid::DotGrid;
use super::{Frame, Pen};
use crate::describe::Summarizer;
use crate::plate::FactLine;
use crate::scene::{Ink, Mark, bounds};
use crate::story::check::Checker;
use crate::story::{FactId, Width};
use crate::text::Font;

spec! {
    /// Counts in a row, each leading to the next.
    Flow {
        /// Counts, in the order of the flow.
        steps: Vec<FactId>,
    }
}

impl Kind for Flow {
    fn facts(&self) -> Vec<&FactId> {
        self.steps.iter().collect()
    }

    fn counted(&self) -> Vec<&FactId> {
        self.steps.iter().collect()
    }

    fn layout(&self, frame: &Frame<'_>) -> Vec<Mark> {
        layout(self, frame)
    }
}

impl Editorial for Flow {
    fn usual_width(&self) -> Width {
        Width::Third
    }

    fn check(&self, checker: &mut Checker<'_>, place: &str) {
        checker.dots(&format!("{place}/steps"), &self.steps);
    }

    fn opening(&self) -> Opening {
        ("{}个环节，前后相接", "a chain of {} step", "a chain of {} steps")
    }

    fn summary(&self, summarizer: &Summarizer<'_>) -> Summary {
        Ok(vec![summarizer.listing()?, summarizer.cautions(&[summarizer.units()?, summarizer.periods()?])])
    }
}

/// Narrower than this, in CSS px, the steps stand under each other.
const WIDE: f64 = 520.0;
/// From one dot to the next at most, in CSS px.
const PITCH: f64 = 12.0;
/// The least length of an arrow that can be seen, in CSS px.
const ARROW: f64 = 24.0;

fn layout(spec: &Flow, frame: &Frame<'_>) -> Vec<Mark> {
    let steps = frame.facts(&spec.steps);
    let (mut font, mut widest) = (frame.display(), 0.0_f64);
    for step in &steps {
        font = frame.numeral_font(font, step.tallied(), frame.width);
    }
    for step in &steps {
        widest = widest.max(frame.numeral_width(step.tallied(), font));
    }
    let column = frame.width / steps.len().max(1) as f64;
    let fits = widest + 2.0 * ARROW <= column && 6.0 * frame.body().size <= column;
    // The arrows are painted first, so that nothing is crossed out.
    let (mut marks, mut arrows) = (Vec::new(), frame.pen());
    if frame.width >= WIDE && fits {
        across(&steps, font, column, &mut marks, &mut arrows);
    } else {
        down(&steps, font, widest, &mut marks, &mut arrows);
    }
    marks.insert(0, Mark::furniture("arrows", arrows.items));
    marks
}

fn across(steps: &[&FactLine], font: Font, column: f64, marks: &mut Vec<Mark>, arrows: &mut Pen<'_>) {
    let frame = arrows.frame;
    let (baseline, room) = (font.ascent(), column - ARROW);
    let (mut labels, mut top) = (Vec::new(), 0.0_f64);
    for (index, step) in steps.iter().enumerate() {
        let mut pen = frame.pen();
        let at = (index as f64 * column, font.leading());
        top = top.max(pen.paragraph(step.term(), at, room, frame.body(), Ink::Muted) + 10.0);
        labels.push(pen);
    }
    let grid = grid(steps, Size::new(room, 160.0), PITCH.min(room / 10.0));
    for (index, (step, label)) in steps.iter().zip(labels).enumerate() {
        let x = index as f64 * column;
        let mut pen = frame.pen();
        grid.dots(&mut pen, 0, step.count(), (x, top), frame.hue);
        let width = pen.numeral(step.tallied(), (x, baseline), font, Ink::Text);
        pen.over(label);
        if index + 1 < steps.len() {
            let height = baseline - font.size * 0.35;
            arrow(arrows, (x + width + 10.0, height), x + column - 10.0 - (x + width + 10.0), true);
        }
        pen.mark(marks, step, index);
    }
}

fn down(steps: &[&FactLine], font: Font, widest: f64, marks: &mut Vec<Mark>, arrows: &mut Pen<'_>) {
    let frame = arrows.frame;
    let body = frame.body();
    let beside = frame.width - widest - 16.0 >= 6.0 * body.size;
    let x = if beside { widest + 16.0 } else { 0.0 };
    let grid = grid(steps, Size::new(frame.width - x, 240.0), PITCH);
    let mut y = 0.0;
    for (index, step) in steps.iter().enumerate() {
        let below_number = y + font.leading();
        let label_y = if beside { y + font.ascent() - body.ascent() } else { below_number };
        let mut label = frame.pen();
        let top = label.paragraph(step.term(), (x, label_y), frame.width - x, body, Ink::Muted) + 4.0;
        let mut pen = frame.pen();
        grid.dots(&mut pen, 0, step.count(), (x, top), frame.hue);
        pen.numeral(step.tallied(), (0.0, y + font.ascent()), font, Ink::Text);
        pen.over(label);
        let bottom = bounds(&pen.items).y1;
        pen.mark(marks, step, index);
        let start = if beside { below_number } else { bottom + 6.0 };
        y = (bottom + 14.0).max(start + ARROW + 4.0);
        if index + 1 < steps.len() {
            arrow(arrows, (font.size * 0.3, start), y - 4.0 - start, false);
        }
    }
}

/// The grid on which the longest step fits.
fn grid(steps: &[&FactLine], size: Size, widest: f64) -> DotGrid {
    let mut longest = 0;
    for step in steps {
        longest = longest.max(step.count());
    }
    DotGrid::fit(longest, size, widest)
}

/// A straight arrow of some length, across or down.
fn arrow(pen: &mut Pen<'_>, from: (f64, f64), length: f64, across: bool) {
    const HEAD: f64 = 7.0;
    let at = |along: f64, aside: f64| {
        let (dx, dy) = if across { (along, aside) } else { (-aside, along) };
        (from.0 + dx, from.1 + dy)
    };
    let neck = length - HEAD;
    pen.line(&[at(0.0, 0.0), at(neck, 0.0)], 1.0, Ink::Pale);
    let head = [at(length, 0.0), at(neck, HEAD / 2.0), at(neck, -HEAD / 2.0)];
    pen.polygon(&head, (0.0, 0.0), Ink::Pale);
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::super::testing::{Sample, dots, fact, texts};
    use crate::story::Locale;

    fn sample(counts: &[f64]) -> Sample {
        let ids: Vec<String> = (0..counts.len()).map(|index| format!("step-{index}")).collect();
        let facts: Vec<_> = ids.iter().zip(counts).map(|(id, count)| fact(id, *count, "thing")).collect();
        Sample::new(&facts, &[], json!({"flow": {"steps": ids}}))
    }

    #[test]
    fn every_step_counts_out_its_dots() {
        for counts in [&[4.0, 30.0, 62.0, 4.0][..], &[4321.0, 0.0], &[1.0; 9], &[7.0], &[]] {
            let sample = sample(counts);
            sample.check();
            assert_eq!(dots(&sample.scene(Locale::En, 700.0, 1.0, 0)) as f64, counts.iter().sum::<f64>());
        }
    }

    #[test]
    fn steps_go_across_where_there_is_room_and_down_where_not() {
        let tops = |width| {
            let scene = sample(&[4.0, 30.0]).scene(Locale::Zh, width, 1.0, 0);
            scene.marks.iter().filter(|mark| mark.fact.is_some()).map(|mark| mark.area.y0).collect::<Vec<_>>()
        };
        let (across, down) = (tops(680.0), tops(328.0));
        assert!(across[0] == across[1] && down[0] < down[1], "{across:?} {down:?}");
    }

    #[test]
    fn a_step_has_its_number_and_its_term() {
        let scene = sample(&[30.0]).scene(Locale::En, 680.0, 1.0, 0);
        assert_eq!(texts(&scene).first().map(|label| label.text.as_str()), Some("30"));
    }
}
