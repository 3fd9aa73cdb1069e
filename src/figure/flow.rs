//! Counts in a row, each leading to the next: big numbers, arrows between them, one dot a thing.
//!
//! ```text
//! 4 ──────▶ 30 ─────▶ 62 ─────▶ 4          4   Universities
//! univer-   compa-    needs     agree-     │   ∙∙∙∙
//! sities    nies                ments      ▼
//! ∙∙∙∙      ∙∙∙∙∙∙    ∙∙∙∙∙∙∙   ∙∙∙∙       30  Companies
//!           ∙∙∙∙∙∙    ∙∙∙∙∙∙∙                  ∙∙∙∙∙∙∙∙∙∙
//! ```

use kurbo::{Point, Size};

use super::Frame;
use super::dots::Grid;
use crate::plate::MissingFact;
use crate::scene::{Ink, Item, Mark, Scene, Shape, bounds};
use crate::story::drawing::Flow as Spec;
use crate::text::Font;

/// Narrower than this, in CSS px, the steps stand under each other.
const WIDE: f64 = 520.0;
/// From one dot to the next at most, in CSS px.
const PITCH: f64 = 12.0;
/// What an arrow needs to be seen, in CSS px.
const ARROW: f64 = 24.0;

/// One step of the flow, before it has a place.
struct Step<'a> {
    id: &'a str,
    written: String,
    label: &'a str,
    count: usize,
    /// How wide the number is.
    width: f64,
}

pub(super) fn layout(spec: &Spec, frame: &Frame<'_>) -> Result<Scene, MissingFact> {
    let headlines = spec.steps.iter().map(|id| Ok((id.as_str(), frame.tally(id)?))).collect::<Result<Vec<_>, _>>()?;
    let font = frame.numeral_font(&headlines, frame.width);
    let mut steps = Vec::with_capacity(headlines.len());
    for (id, written) in headlines {
        let width = frame.numeral(id, &written, (0.0, 0.0), font).1;
        steps.push(Step { id, written, label: frame.plate.short(id)?, count: frame.drawn(id)?, width });
    }
    let column = frame.width / steps.len().max(1) as f64;
    let widest = steps.iter().map(|step| step.width).fold(0.0, f64::max);
    let fits = widest + 2.0 * ARROW <= column && 6.0 * frame.body().size <= column;
    let (mut marks, arrows) = match frame.width >= WIDE && fits {
        true => across(&steps, font, column, frame),
        false => down(&steps, font, widest, frame),
    };
    // Painted first, so that nothing is crossed out.
    marks.insert(0, Mark::furniture("arrows", arrows));
    Ok(frame.scene(marks))
}

fn across(steps: &[Step<'_>], font: Font, column: f64, frame: &Frame<'_>) -> (Vec<Mark>, Vec<Item>) {
    let (baseline, room) = (font.ascent(), column - ARROW);
    let labels: Vec<_> = steps
        .iter()
        .enumerate()
        .map(|(index, step)| {
            let at = (index as f64 * column, font.leading());
            frame.paragraph(step.label, at, room, frame.body(), Ink::Muted)
        })
        .collect();
    let top = labels.iter().map(|(_, below)| *below).fold(0.0, f64::max) + 10.0;
    let grid = grid(steps, Size::new(room, 160.0), PITCH.min(room / 10.0));
    let (mut marks, mut arrows) = (Vec::with_capacity(steps.len() + 1), Vec::new());
    for (index, (step, (label, _))) in steps.iter().zip(labels).enumerate() {
        let x = index as f64 * column;
        let mut items: Vec<Item> = grid.dots(0..step.count, (x, top), Ink::One).into_iter().collect();
        items.extend(frame.numeral(step.id, &step.written, (x, baseline), font).0);
        items.extend(label);
        if index + 1 < steps.len() {
            let height = baseline - font.size * 0.35;
            arrows.extend(arrow(Point::new(x + step.width + 10.0, height), Point::new(x + column - 10.0, height)));
        }
        marks.push(Mark::of(step.id, index, items));
    }
    (marks, arrows)
}

fn down(steps: &[Step<'_>], font: Font, widest: f64, frame: &Frame<'_>) -> (Vec<Mark>, Vec<Item>) {
    let body = frame.body();
    let beside = frame.width - widest - 16.0 >= 6.0 * body.size;
    let x = if beside { widest + 16.0 } else { 0.0 };
    let grid = grid(steps, Size::new(frame.width - x, 240.0), PITCH);
    let (mut marks, mut arrows) = (Vec::with_capacity(steps.len() + 1), Vec::new());
    let mut y = 0.0;
    for (index, step) in steps.iter().enumerate() {
        let below_number = y + font.leading();
        let label_y = if beside { y + font.ascent() - body.ascent() } else { below_number };
        let (label, below) = frame.paragraph(step.label, (x, label_y), frame.width - x, body, Ink::Muted);
        let top = below + 4.0;
        let mut items: Vec<Item> = grid.dots(0..step.count, (x, top), Ink::One).into_iter().collect();
        items.extend(frame.numeral(step.id, &step.written, (0.0, y + font.ascent()), font).0);
        items.extend(label);
        let bottom = bounds(&items).y1;
        marks.push(Mark::of(step.id, index, items));
        let start = if beside { below_number } else { bottom + 6.0 };
        y = (bottom + 14.0).max(start + ARROW + 4.0);
        if index + 1 < steps.len() {
            arrows.extend(arrow(Point::new(font.size * 0.3, start), Point::new(font.size * 0.3, y - 4.0)));
        }
    }
    (marks, arrows)
}

/// The grid on which the longest step fits.
fn grid(steps: &[Step<'_>], size: Size, widest: f64) -> Grid {
    Grid::fit(steps.iter().map(|step| step.count).max().unwrap_or_default(), size, widest)
}

/// A straight arrow, across or down.
fn arrow(from: Point, to: Point) -> [Item; 2] {
    const HEAD: f64 = 7.0;
    let along = (to - from) / from.distance(to).max(1.0);
    let across = kurbo::Vec2::new(-along.y, along.x) * (HEAD / 2.0);
    let neck = to - along * HEAD;
    [
        Item::new(Shape::Line { points: vec![from, neck], width: 1.0 }, Ink::Pale),
        Item::new(Shape::Polygon(vec![to, neck + across, neck - across]), Ink::Pale),
    ]
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
