//! Counts in a row, each leading to the next: big numbers, arrows between them, one dot or glyph a thing.
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
use super::parts::glyph_rows::GlyphRows;
use super::{Frame, MAX_SYMBOLS, Pen};
use crate::describe::Summarizer;
use crate::glyph::{Form, Glyph};
use crate::plate::FactLine;
use crate::scale::floor_count;
use crate::scene::{Ink, Mark, bounds};
use crate::story::check::Checker;
use crate::story::{FactId, Width};
use crate::text::Font;

spec! {
    /// Counts in a row, each leading to the next.
    Flow {
        /// Counts, in the order of the flow.
        steps: Vec<FactId>,
        /// What the things of each step look like, in the order of the steps; dots where nothing is said.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        glyphs: Vec<Glyph>,
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
const WIDE: f64 = 500.0;
/// From one dot to the next at most, in CSS px.
const PITCH: f64 = 12.0;
/// A glyph's longer side, and from one to the next, in CSS px; and where many steps of a narrow figure would make it a tower.
const GLYPH: (f64, f64) = (18.0, 5.0);
const SMALL_GLYPH: (f64, f64) = (14.0, 4.0);
/// Narrower than this, in CSS px, glyphs are small.
const NARROW: f64 = 300.0;
/// The least length of an arrow that can be seen, in CSS px.
const ARROW: f64 = 24.0;

/// A step: its count, and what its things look like.
struct Step<'a> {
    fact: &'a FactLine,
    glyph: Option<Glyph>,
}

impl Step<'_> {
    /// Counts the step out from a corner on: in glyphs within a width, or on a grid of dots.
    fn draw(&self, pen: &mut Pen<'_>, grid: DotGrid, at: (f64, f64), width: f64) {
        let (count, ink) = (self.fact.count(), pen.frame.hue);
        match self.glyph.filter(|_| count as f64 <= MAX_SYMBOLS) {
            Some(glyph) => glyphs(pen.frame, glyph, width).draw(pen, 0..count, Form::Full, at, ink),
            None => grid.dots(pen, 0, count, at, ink),
        }
    }
}

/// The rows that a step's glyphs stand in.
fn glyphs(frame: &Frame<'_>, glyph: Glyph, width: f64) -> GlyphRows {
    GlyphRows::within(width, glyph, if frame.width < NARROW { SMALL_GLYPH } else { GLYPH }, false)
}

fn layout(spec: &Flow, frame: &Frame<'_>) -> Vec<Mark> {
    let mut steps = Vec::new();
    for (index, id) in spec.steps.iter().enumerate() {
        steps.push(Step { fact: frame.fact(id), glyph: spec.glyphs.get(index).copied() });
    }
    let (mut font, mut widest) = (frame.display(), 0.0_f64);
    for step in &steps {
        font = frame.numeral_font(font, step.fact.tallied(), frame.width);
    }
    for step in &steps {
        widest = widest.max(frame.numeral_width(step.fact.tallied(), font));
    }
    // A step is as wide as its number and its term need, and beyond that by its count.
    let least = (widest + 2.0 * ARROW).max(widest_word(&steps, frame) + ARROW).max(6.0 * frame.body().size);
    let free = frame.width - least * steps.len() as f64;
    // The arrows are painted first, so that nothing is crossed out.
    let (mut marks, mut arrows) = (Vec::new(), frame.pen());
    if frame.width >= WIDE && free >= 0.0 {
        across(&steps, font, (least, free), &mut marks, &mut arrows);
    } else {
        down(&steps, font, widest, &mut marks, &mut arrows);
    }
    marks.insert(0, Mark::furniture("arrows", arrows.items));
    marks
}

/// How wide the widest word of the terms is, which would be broken in less; a very long one, or Chinese, is broken anyway.
fn widest_word(steps: &[Step<'_>], frame: &Frame<'_>) -> f64 {
    let most = 8.0 * frame.body().size;
    steps.iter().fold(0.0, |widest, step| widest.max(frame.widest_word(step.fact.term(), frame.body()).min(most)))
}

fn across(steps: &[Step<'_>], font: Font, (least, free): (f64, f64), marks: &mut Vec<Mark>, arrows: &mut Pen<'_>) {
    let frame = arrows.frame;
    let baseline = font.ascent();
    let (mut labels, mut top, mut total) = (Vec::new(), 0.0_f64, 0.0);
    for step in steps {
        total += step.fact.count() as f64;
    }
    let mut left = 0.0;
    for step in steps {
        let column = least + free * step.fact.count() as f64 / f64::max(total, 1.0);
        let mut pen = frame.pen();
        let at = (left, font.leading());
        top = top.max(pen.paragraph(step.fact.term(), at, column - ARROW, frame.body(), Ink::Muted) + 10.0);
        labels.push((pen, left, column - ARROW));
        left += column;
    }
    let pitch = grid(steps, Size::new(frame.width / 2.0, 160.0), PITCH).pitch;
    for (index, (step, (label, x, room))) in steps.iter().zip(labels).enumerate() {
        let mut pen = frame.pen();
        step.draw(&mut pen, DotGrid { pitch, columns: floor_count(room / pitch).max(1) }, (x, top), room);
        let width = pen.numeral(step.fact.tallied(), (x, baseline), font, Ink::Text);
        pen.over(label);
        if index + 1 < steps.len() {
            let height = baseline - font.size * 0.35;
            arrow(arrows, (x + width + 10.0, height), room + ARROW - width - 20.0, true);
        }
        pen.mark(marks, step.fact, index);
    }
}

fn down(steps: &[Step<'_>], font: Font, widest: f64, marks: &mut Vec<Mark>, arrows: &mut Pen<'_>) {
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
        let top = label.paragraph(step.fact.term(), (x, label_y), frame.width - x, body, Ink::Muted) + 4.0;
        let mut pen = frame.pen();
        step.draw(&mut pen, grid, (x, top), frame.width - x);
        pen.numeral(step.fact.tallied(), (0.0, y + font.ascent()), font, Ink::Text);
        pen.over(label);
        let bottom = bounds(&pen.items).y1;
        pen.mark(marks, step.fact, index);
        let start = if beside { below_number } else { bottom + 6.0 };
        y = (bottom + 14.0).max(start + ARROW + 4.0);
        if index + 1 < steps.len() {
            arrow(arrows, (font.size * 0.3, start), y - 4.0 - start, false);
        }
    }
}

/// The grid on which the longest step fits.
fn grid(steps: &[Step<'_>], size: Size, widest: f64) -> DotGrid {
    let mut longest = 0;
    for step in steps {
        longest = longest.max(step.fact.count());
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
    use crate::scene::Shape;
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
    fn a_step_counts_out_its_glyphs_where_the_story_names_one() {
        let facts = [fact("schools", 3.0, "thing"), fact("needs", 5.0, "thing")];
        let drawing = json!({"flow": {"steps": ["schools", "needs"], "glyphs": ["flag"]}});
        let sample = Sample::new(&facts, &[], drawing);
        sample.check();
        let scene = sample.scene(Locale::En, 320.0, 1.0, 0);
        let flags = scene.marks.iter().find(|mark| mark.key == "schools").expect("a mark");
        assert!(flags.items.iter().filter(|item| matches!(item.shape, Shape::Polygon(_))).count() >= 3);
        assert_eq!(dots(&scene), 5, "a step without a glyph has dots");
    }

    #[test]
    fn no_word_of_a_term_is_broken() {
        let step = |id: &str, count: f64| {
            let mut step = fact(id, count, "thing");
            step["label"] = json!({"zh": "协议", "en": "Agreements"});
            step
        };
        let drawing = json!({"flow": {"steps": ["one", "two", "three", "four"]}});
        let facts = [step("one", 4.0), step("two", 30.0), step("three", 62.0), step("four", 4.0)];
        let scene = Sample::new(&facts, &[], drawing).scene(Locale::En, 552.0, 1.0, 0);
        assert_eq!(texts(&scene).iter().filter(|label| label.text == "Agreements").count(), 4);
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
