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
mod poster;
mod rings;
mod share;
#[cfg(test)]
mod testing;
mod tiles;
mod timeline;
mod week;

use kurbo::{Point, Rect, Size};

pub use poster::poster;

use crate::format;
use crate::plate::{MissingFact, Plate};
use crate::scene::{Align, Ink, Item, Label, Mark, Scene, Shape, bounds};
use crate::story::Drawing;
use crate::text::{Font, TextMeasure, wrap};
use crate::words::words;

/// The narrowest width that a figure is laid out for, in CSS px; anything narrower is laid out at this width.
pub const MIN_WIDTH: f64 = 240.0;
/// The widest, in CSS px.
pub const MAX_WIDTH: f64 = 1440.0;
/// The most dots that one mark draws, whatever its fact counts: more would freeze the page that asked for them.
pub const MAX_DOTS: usize = 200_000;

/// Everything that a layout may depend on.
#[derive(Clone, Copy)]
pub struct Frame<'a> {
    /// The story in one language, in words.
    pub plate: &'a Plate,
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
pub fn layout(drawing: &Drawing, frame: &Frame<'_>) -> Result<Scene, MissingFact> {
    let frame = Frame {
        width: frame.width.clamp(MIN_WIDTH, MAX_WIDTH),
        text_scale: frame.text_scale.clamp(0.5, 4.0),
        ..*frame
    };
    match drawing {
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
pub fn choices(drawing: &Drawing, plate: &Plate) -> Result<Vec<String>, MissingFact> {
    match drawing {
        Drawing::Dots(spec) => dots::choices(spec, plate),
        Drawing::Funnel(spec) => funnel::choices(spec, plate),
        Drawing::Pairs(_) => Ok(pairs::choices(plate)),
        Drawing::Week(spec) => week::choices(spec, plate),
        _ => Ok(Vec::new()),
    }
}

/// The choice that a figure opens with.
pub fn opening_choice(drawing: &Drawing) -> usize {
    match drawing {
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

impl Frame<'_> {
    /// A hairline over the whole width, its top at `y`.
    fn rule(&self, y: f64) -> Item {
        Item::new(Shape::Bar(Rect::new(0.0, y, self.width, y + 1.0)), Ink::Rule)
    }

    /// The least height of a row that is touched or clicked: a fingertip on phones, a line and some air elsewhere.
    fn row(&self) -> f64 {
        if self.width < 560.0 { 44.0 } else { 30.0 }
    }

    /// The scene of these marks, as high as they and their areas reach and never without height.
    fn scene(&self, marks: Vec<Mark>) -> Scene {
        let height = marks.iter().map(|mark| bounds(&mark.items).y1.max(mark.area.y1)).fold(1.0, f64::max);
        Scene { size: Size::new(self.width, height.ceil()), marks }
    }
}

impl Frame<'_> {
    /// How many dots to draw for a fact: its count, up to [`MAX_DOTS`].
    fn drawn(&self, id: &str) -> Result<usize, MissingFact> {
        Ok(self.plate.count(id)?.min(MAX_DOTS))
    }

    /// A count to stand beside its term, which names what is counted: `超过800家`, `over 800`.
    fn tally(&self, id: &str) -> Result<String, MissingFact> {
        let plate = self.plate;
        if words(plate.locale).counts_keep_unit {
            return plate.written(id);
        }
        Ok(format::qualified(plate.number(id)?, plate.qualifier(id), plate.locale))
    }

    /// A fact, written out, as a headline on one line: its number in `large`, the rest half as large; and the width.
    fn numeral(&self, id: &str, written: &str, (x, y): (f64, f64), large: Font) -> (Vec<Item>, f64) {
        let number = self.plate.number(id).unwrap_or(written);
        let small = Font { size: (large.size * 0.54).max(self.small().size).min(large.size), ..large };
        let (before, after) = written.split_once(number).unwrap_or_default();
        let mut items = Vec::new();
        let mut end = x;
        for (part, font) in [(before, small), (number, large), (after, small)] {
            let start = end + self.measure.width(part, font) - self.measure.width(part.trim_start(), font);
            end += self.measure.width(part, font);
            if !part.trim().is_empty() {
                items.push(self.text(part.trim(), start, y, Align::Start, font, Ink::Text));
            }
        }
        (items, end - x)
    }

    /// The largest font, from the display size down, in which each of these facts, written out, fits a width.
    fn numeral_font(&self, facts: &[(&str, String)], width: f64) -> Font {
        let mut font = self.display();
        let fits = |font| facts.iter().all(|(id, written)| self.numeral(id, written, (0.0, 0.0), font).1 <= width);
        while font.size > 14.0 && !fits(font) {
            font.size *= 0.86;
        }
        font
    }

    /// A fact, written out, with a term on its baseline, or under it where the term had no room; and the y below.
    fn term(&self, fact: (&str, String), label: &str, (x, y): (f64, f64), width: f64, ink: Ink) -> (Vec<Item>, f64) {
        let body = self.body();
        let fitting = self.numeral_font(std::slice::from_ref(&fact), width);
        let font = Font { size: fitting.size.min(self.strong().size * 1.4), ..fitting };
        let (mut items, indent) = self.numeral(fact.0, &fact.1, (x, y + font.ascent()), font);
        items.iter_mut().for_each(|item| item.ink = ink);
        let rest = width - indent - body.size * 0.6;
        let (at, rest) = match rest >= self.measure.width(label, body).min(8.0 * body.size) {
            true => ((x + width - rest, y + font.ascent() - body.ascent()), rest),
            false => ((x, y + font.leading()), width),
        };
        let (lines, below) = self.paragraph(label, at, rest, body, Ink::Muted);
        items.extend(lines);
        (items, below.max(y + font.leading()))
    }

    /// A term that says of a derived fact that it is worked out.
    fn owned_up(&self, id: &str, label: &str) -> Result<String, MissingFact> {
        let words = words(self.plate.locale);
        Ok(if self.plate.fact(id)?.derived {
            [label, words.comma, words.worked_out].concat()
        } else {
            label.to_owned()
        })
    }

    /// What follows the last symbol of a count that is over what is drawn: an arrowhead, its top left corner at `x`, `y`.
    fn open_end(&self, (x, y): (f64, f64), height: f64) -> Item {
        let (stroke, half) = (height * 0.3, height / 2.0);
        let corners = [(0.0, 0.0), (stroke, 0.0), (stroke + half, half), (stroke, height), (0.0, height), (half, half)];
        Item::new(Shape::Polygon(corners.map(|(dx, dy)| Point::new(x + dx, y + dy)).to_vec()), Ink::Pale)
    }
}
