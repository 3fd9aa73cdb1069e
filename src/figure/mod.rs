//! The kinds of figure. Each file lays one kind out: its spec, the edition's facts, a width and a text measure become a
//! [`Scene`]. To add a kind: a struct in `story/drawing.rs`, a file here, a line in each list below.

mod bars;
mod dots;
mod flow;
mod funnel;
mod ladder;
mod outline;
mod pairs;
mod pictogram;
mod rings;
mod share;
mod tiles;
mod timeline;
mod week;

use kurbo::Point;

use crate::edition::{Edition, MissingFact};
use crate::scene::{Align, Ink, Item, Label, Scene, Shape};
use crate::story::{Drawing, Figure};
use crate::text::{Font, TextMeasure, wrap};

/// The narrowest width that a figure is laid out for, in CSS px; anything narrower is laid out at this width.
pub const MIN_WIDTH: f64 = 240.0;
/// The widest, in CSS px.
pub const MAX_WIDTH: f64 = 1440.0;

/// Everything that a layout may depend on.
#[derive(Clone, Copy)]
pub struct Frame<'a> {
    /// The story in one language.
    pub edition: &'a Edition,
    /// How wide the scene must be, in CSS px.
    pub width: f64,
    /// The reader's text size over the usual 16 px.
    pub text_scale: f64,
    /// Which of the figure's choices is shown: 0 is the first.
    pub choice: usize,
    /// How wide a text comes out.
    pub measure: &'a dyn TextMeasure,
}

/// Lays a figure out.
///
/// # Errors
/// The figure names a fact that the story lacks, or that has no number or date where the kind needs one.
pub fn layout(figure: &Figure, frame: &Frame<'_>) -> Result<Scene, MissingFact> {
    let frame = Frame { width: frame.width.clamp(MIN_WIDTH, MAX_WIDTH), text_scale: frame.text_scale.clamp(0.5, 4.0), ..*frame };
    match &figure.drawing {
        Drawing::Bars(spec) => bars::layout(spec, &frame),
        Drawing::Dots(spec) => dots::layout(spec, &frame),
        Drawing::Flow(spec) => flow::layout(spec, &frame),
        Drawing::Funnel(spec) => funnel::layout(spec, &frame),
        Drawing::Ladder(spec) => ladder::layout(spec, &frame),
        Drawing::Outline(spec) => outline::layout(spec, &frame),
        Drawing::Pairs(spec) => pairs::layout(spec, &frame),
        Drawing::Pictogram(spec) => pictogram::layout(spec, &frame),
        Drawing::Rings(spec) => rings::layout(spec, &frame),
        Drawing::Share(spec) => share::layout(spec, &frame),
        Drawing::Tiles(spec) => tiles::layout(spec, &frame),
        Drawing::Timeline(spec) => timeline::layout(spec, &frame),
        Drawing::Week(spec) => week::layout(spec, &frame),
    }
}

/// The names of a figure's choices, of which the reader picks one; none for a figure that has one scene only.
///
/// # Errors
/// The figure names a fact that the story lacks.
pub fn choices(figure: &Figure, edition: &Edition) -> Result<Vec<String>, MissingFact> {
    match &figure.drawing {
        Drawing::Dots(spec) => dots::choices(spec, edition),
        Drawing::Funnel(spec) => funnel::choices(spec, edition),
        Drawing::Pairs(_) => Ok(pairs::choices(edition)),
        Drawing::Week(spec) => week::choices(spec, edition),
        _ => Ok(Vec::new()),
    }
}

/// The choice that a figure opens with.
pub fn opening_choice(figure: &Figure) -> usize {
    match &figure.drawing {
        Drawing::Funnel(spec) => spec.steps.len().saturating_sub(1),
        Drawing::Week(_) => 1,
        _ => 0,
    }
}

impl Frame<'_> {
    /// Text that helps: 12 px and never less.
    fn small(&self) -> Font {
        Font { size: 12.0 * self.text_scale.max(1.0), bold: false }
    }

    /// Labels: 14 px at the usual text size.
    fn body(&self) -> Font {
        Font { size: 14.0 * self.text_scale.max(1.0), bold: false }
    }

    /// Values: 15 px bold at the usual text size.
    fn strong(&self) -> Font {
        Font { size: 15.0 * self.text_scale.max(1.0), bold: true }
    }

    /// Headline numbers: 28 px bold at the usual text size.
    fn display(&self) -> Font {
        Font { size: 28.0 * self.text_scale.max(1.0), bold: true }
    }

    /// One line of text as an item; `x`, `y` is a point of the baseline.
    fn text(&self, text: impl Into<String>, x: f64, y: f64, align: Align, font: Font, ink: Ink) -> Item {
        Item::new(Shape::Text(Label::new(text, Point::new(x, y), align, font, self.measure)), ink)
    }

    /// A text in as many lines as it needs within `width`, the first line's top at `y`, with the y below the last.
    fn paragraph(&self, text: &str, (x, y): (f64, f64), width: f64, font: Font, ink: Ink) -> (Vec<Item>, f64) {
        let mut baseline = y + font.ascent();
        let mut items = Vec::new();
        for line in wrap(text, font, width, self.measure) {
            items.push(self.text(line, x, baseline, Align::Start, font, ink));
            baseline += font.leading();
        }
        (items, baseline - font.ascent())
    }
}
