//! What draws a mark: the few things that figures are made of, put one on the other.

use kurbo::{Point, Rect};

use super::Frame;
use crate::plate::{FactLine, Headline};
use crate::scene::{Ink, Item, Label, Mark, Shape, bounds};
use crate::text::{Font, wrap};

/// The items of one mark as they come, from the bottom up. Points are (x, y), in CSS px.
pub(super) struct Pen<'a> {
    pub(super) frame: &'a Frame<'a>,
    pub(super) items: Vec<Item>,
}

impl Pen<'_> {
    pub(super) fn draw(&mut self, shape: Shape, ink: Ink) {
        self.items.push(Item::new(shape, ink));
    }

    /// What another pen has drawn, on top.
    pub(super) fn over(&mut self, mut other: Pen<'_>) {
        self.items.append(&mut other.items);
    }

    /// A filled rectangle with its top left corner at `x`, `y`.
    pub(super) fn bar(&mut self, (x, y): (f64, f64), width: f64, height: f64, ink: Ink) {
        self.draw(Shape::Bar(Rect::new(x, y, x + width, y + height)), ink);
    }

    /// A hairline over the whole width, its top at `y`.
    pub(super) fn rule(&mut self, y: f64) {
        self.bar((0.0, y), self.frame.width, 1.0, Ink::Rule);
    }

    /// A stroke through points.
    pub(super) fn line(&mut self, points: &[(f64, f64)], width: f64, ink: Ink) {
        self.draw(Shape::Line { points: moved(points, (0.0, 0.0)), width }, ink);
    }

    /// A filled polygon, its corners counted from a point.
    pub(super) fn polygon(&mut self, corners: &[(f64, f64)], from: (f64, f64), ink: Ink) {
        self.draw(Shape::Polygon(moved(corners, from)), ink);
    }

    /// One line of text that begins at a point of its baseline, which is set on a whole px.
    pub(super) fn text(&mut self, text: &str, (x, y): (f64, f64), font: Font, ink: Ink) {
        self.draw(Shape::Text(Label::new(text, Point::new(x, y.round()), font, self.frame.measure)), ink);
    }

    /// A text in as many lines as it needs within `width`, the first line's top at `y`; the y below the last.
    pub(super) fn paragraph(&mut self, text: &str, (x, y): (f64, f64), width: f64, font: Font, ink: Ink) -> f64 {
        let mut baseline = y + font.ascent();
        for line in wrap(text, font, width, self.frame.measure) {
            self.text(&line, (x, baseline), font, ink);
            baseline += font.leading();
        }
        baseline - font.ascent()
    }

    /// A paragraph of small print, such as the time when a fact held; an empty one takes no room.
    pub(super) fn note(&mut self, text: &str, at: (f64, f64), width: f64) -> f64 {
        if text.is_empty() { at.1 } else { self.paragraph(text, at, width, self.frame.small(), Ink::Muted) }
    }

    /// A headline on one line: its number in `large`, the rest half as large; its width.
    pub(super) fn numeral(&mut self, headline: Headline<'_>, (x, y): (f64, f64), large: Font, ink: Ink) -> f64 {
        let frame = self.frame;
        let mut end = x;
        for (part, font) in frame.parts(headline, large) {
            let width = frame.advance(part, font);
            let start = end + width - frame.advance(part.trim_start(), font);
            end += width;
            let part = part.trim();
            if !part.is_empty() {
                self.text(part, (start, y), font, ink);
            }
        }
        end - x
    }

    /// A headline with a term on its baseline, or under it where the term had no room; the y below.
    pub(super) fn term(
        &mut self,
        headline: Headline<'_>,
        label: &str,
        (x, y): (f64, f64),
        width: f64,
        ink: Ink,
    ) -> f64 {
        let frame = self.frame;
        let body = frame.body();
        let fitting = frame.numeral_font(&[headline], width);
        let font = Font { size: fitting.size.min(frame.strong().size * 1.4), ..fitting };
        let indent = self.numeral(headline, (x, y + font.ascent()), font, ink);
        let rest = width - indent - body.size * 0.6;
        let (at, rest) = match rest >= frame.advance(label, body).min(8.0 * body.size) {
            true => ((x + width - rest, y + font.ascent() - body.ascent()), rest),
            false => ((x, y + font.leading()), width),
        };
        self.paragraph(label, at, rest, body, Ink::Muted).max(y + font.leading())
    }

    /// What follows the last symbol of a count that is over what is drawn: an arrowhead, its top left corner at `at`.
    pub(super) fn open_end(&mut self, at: (f64, f64), height: f64) {
        let (stroke, half) = (height * 0.3, height / 2.0);
        let corners = [(0.0, 0.0), (stroke, 0.0), (stroke + half, half), (stroke, height), (0.0, height), (half, half)];
        self.polygon(&corners, at, Ink::Pale);
    }

    /// What has been drawn becomes the mark of a fact.
    pub(super) fn mark(self, marks: &mut Vec<Mark>, fact: &FactLine, group: usize) {
        let area = bounds(&self.items);
        self.mark_within(area, marks, fact, group);
    }

    /// The same, for a mark that is touched elsewhere than on what it draws.
    pub(super) fn mark_within(self, area: Rect, marks: &mut Vec<Mark>, fact: &FactLine, group: usize) {
        let [key, id] = [fact.id.clone(), fact.id.clone()];
        marks.push(Mark { key, fact: Some(id), group, area, items: self.items });
    }

    /// What has been drawn only helps to read; `key` and `index` tell it from the rest of the figure.
    pub(super) fn furniture(self, marks: &mut Vec<Mark>, key: &str, index: usize) {
        marks.push(Mark::furniture(&[key, "-", &index.to_string()].concat(), self.items));
    }
}

fn moved(points: &[(f64, f64)], (x, y): (f64, f64)) -> Vec<Point> {
    points.iter().map(|(dx, dy)| Point::new(x + dx, y + dy)).collect()
}
