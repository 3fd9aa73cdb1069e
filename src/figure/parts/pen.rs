//! The pen that draws a mark from the few shapes that figures are made of, each on top of those before.

use kurbo::{Point, Rect};

use crate::figure::Frame;
use crate::plate::FactLine;
use crate::scene::{Ink, Item, Label, Mark, Shape, bounds};
use crate::text::{Font, wrap};

/// The items of one mark as they come, from the bottom up. Points are (x, y), in CSS px.
pub(in crate::figure) struct Pen<'a> {
    pub(in crate::figure) frame: &'a Frame<'a>,
    pub(in crate::figure) items: Vec<Item>,
}

impl Pen<'_> {
    pub(in crate::figure) fn draw(&mut self, shape: Shape, ink: Ink) {
        self.items.push(Item::new(shape, ink));
    }

    /// Lets what has been drawn last have so much of its colour.
    pub(in crate::figure) fn fade(&mut self, alpha: f64) {
        if let Some(item) = self.items.last_mut() {
            item.alpha = alpha;
        }
    }

    /// Adds the items of another pen on top.
    pub(in crate::figure) fn over(&mut self, mut other: Pen<'_>) {
        self.items.append(&mut other.items);
    }

    /// A filled rectangle with its top left corner at `x`, `y`.
    pub(in crate::figure) fn bar(&mut self, (x, y): (f64, f64), width: f64, height: f64, ink: Ink) {
        self.draw(Shape::Bar(Rect::new(x, y, x + width, y + height)), ink);
    }

    /// A hairline over the whole width, its top at `y`.
    pub(in crate::figure) fn rule(&mut self, y: f64) {
        self.bar((0.0, y), self.frame.width, 1.0, Ink::Rule);
    }

    /// A stroke through points.
    pub(in crate::figure) fn line(&mut self, points: &[(f64, f64)], width: f64, ink: Ink) {
        self.draw(Shape::Line { points: moved(points, (0.0, 0.0)), width }, ink);
    }

    /// A filled polygon, its corners counted from a point.
    pub(in crate::figure) fn polygon(&mut self, corners: &[(f64, f64)], from: (f64, f64), ink: Ink) {
        self.draw(Shape::Polygon(moved(corners, from)), ink);
    }

    /// One line of text that begins at a point of its baseline, which is set on a whole px.
    pub(in crate::figure) fn text(&mut self, text: &str, (x, y): (f64, f64), font: Font, ink: Ink) {
        self.draw(Shape::Text(Label::new(text, Point::new(x, y.round()), font, self.frame.measure)), ink);
    }

    /// A text in as many lines as it needs within `width`, the first line's top at `y`; the y below the last.
    pub(in crate::figure) fn paragraph(
        &mut self,
        text: &str,
        (x, y): (f64, f64),
        width: f64,
        font: Font,
        ink: Ink,
    ) -> f64 {
        let mut baseline = y + font.ascent();
        for line in wrap(text, font, width, self.frame.measure) {
            self.text(&line, (x, baseline), font, ink);
            baseline += font.leading();
        }
        baseline - font.ascent()
    }

    /// A paragraph of small print, such as the time when a fact held; an empty one takes no room.
    pub(in crate::figure) fn note(&mut self, text: &str, at: (f64, f64), width: f64) -> f64 {
        if text.is_empty() { at.1 } else { self.paragraph(text, at, width, self.frame.small(), Ink::Muted) }
    }

    /// The open end behind the last symbol of a count that is over the symbols drawn: an ellipsis in the middle of a height, its left
    /// end at `x`.
    pub(in crate::figure) fn open_end(&mut self, (x, y): (f64, f64), height: f64) {
        let side = (height * 0.22).max(2.0);
        for dot in 0..3 {
            self.bar((x + f64::from(dot) * 1.6 * side, y + (height - side) / 2.0), side, side, Ink::Pale);
        }
    }

    /// Makes the items drawn so far the mark of a fact.
    pub(in crate::figure) fn mark(self, marks: &mut Vec<Mark>, fact: &FactLine, group: usize) {
        let area = bounds(&self.items);
        self.mark_within(area, marks, fact, group);
    }

    /// Makes them the mark of a fact that is touched in `area`, wherever it draws.
    pub(in crate::figure) fn mark_within(self, area: Rect, marks: &mut Vec<Mark>, fact: &FactLine, group: usize) {
        marks.push(Mark { key: fact.id.clone(), fact: Some(fact.id.clone()), group, area, items: self.items });
    }

    /// Makes the items drawn so far a mark that only helps to read; `key` and `index` tell it from the rest of the figure.
    pub(in crate::figure) fn furniture(self, marks: &mut Vec<Mark>, key: &str, index: usize) {
        marks.push(Mark::furniture(&[key, "-", &index.to_string()].concat(), self.items));
    }
}

fn moved(points: &[(f64, f64)], (x, y): (f64, f64)) -> Vec<Point> {
    let mut moved = Vec::new();
    for (dx, dy) in points {
        moved.push(Point::new(x + dx, y + dy));
    }
    moved
}
