//! The blocks of a poster: scenes put under each other, and beside each other.

use kurbo::{Point, Rect, Size, Vec2};

use crate::scene::{Ink, Item, Label, Mark, Scene, Shape};
use crate::text::{Font, TableMeasure, TextMeasure, wrap};

/// From one baseline to the next in a heading, over its size: large letters need less air than small ones.
const TIGHT: f64 = 1.22;

/// Scenes at their places, as high as they reach and the air around them.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Block {
    /// In CSS px.
    pub height: f64,
    /// The parts in reading order.
    pub parts: Vec<Part>,
}

/// A scene at its place in a block.
#[derive(Clone, Debug, PartialEq)]
pub struct Part {
    /// The scene's top left corner, in CSS px.
    pub at: Vec2,
    /// The scene.
    pub scene: Scene,
    /// The fonts of its texts.
    pub face: Face,
}

/// The fonts of a part's texts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Face {
    /// As in every figure.
    Plain,
    /// With serifs, for headings.
    Heading,
}

/// How wide texts come out in each face.
#[derive(Clone, Copy)]
pub struct Measures<'a> {
    /// In [`Face::Plain`].
    pub plain: &'a dyn TextMeasure,
    /// In [`Face::Heading`].
    pub heading: &'a dyn TextMeasure,
}

impl<'a> Measures<'a> {
    /// For a picture whose fonts are not known: texts find room in all the usual ones.
    pub const TABLE: Self = Self { plain: &TableMeasure, heading: &TableMeasure };

    fn of(self, face: Face) -> &'a dyn TextMeasure {
        match face {
            Face::Plain => self.plain,
            Face::Heading => self.heading,
        }
    }
}

/// How a text is set.
#[derive(Clone, Copy)]
pub(super) struct Style {
    pub(super) font: Font,
    pub(super) face: Face,
    pub(super) ink: Ink,
}

impl Style {
    pub(super) const fn heading(size: f64, ink: Ink) -> Self {
        Self { font: Font { size, bold: true }, face: Face::Heading, ink }
    }

    pub(super) const fn plain(size: f64, ink: Ink) -> Self {
        Self { font: Font { size, bold: false }, face: Face::Plain, ink }
    }
}

impl Block {
    /// Leaves air below the block.
    pub(super) fn skip(&mut self, height: f64) {
        self.height += height;
    }

    /// Adds a text below, in as many lines as it needs between `x` and `x + width`; none takes no room.
    pub(super) fn text(&mut self, text: &str, style: Style, (x, width): (f64, f64), measures: Measures<'_>) {
        if text.is_empty() {
            return;
        }
        let Style { font, face, ink } = style;
        let measure = measures.of(face);
        let lines = match face {
            Face::Plain => wrap(text, font, width, measure),
            Face::Heading => by_clauses(text, font, width, measure),
        };
        let mut items = Vec::new();
        let mut height = 0.0;
        for line in lines {
            let label = Label::new(&line, Point::new(0.0, height + font.ascent()), font, measure);
            items.push(Item::new(Shape::Text(label), ink));
            height += match face {
                Face::Plain => font.leading(),
                Face::Heading => (font.size * TIGHT).round(),
            };
        }
        let scene = Scene { size: Size::new(width, height), marks: vec![Mark::furniture("text", items)] };
        self.push(scene, x, face);
    }

    /// Adds a horizontal line below.
    pub(super) fn rule(&mut self, ink: Ink, thick: f64, (x, width): (f64, f64)) {
        let line = Item::new(Shape::Bar(Rect::new(0.0, 0.0, width, thick)), ink);
        let scene = Scene { size: Size::new(width, thick), marks: vec![Mark::furniture("rule", vec![line])] };
        self.push(scene, x, Face::Plain);
    }

    /// Adds a drawing below.
    pub(super) fn drawing(&mut self, scene: Scene, x: f64) {
        self.push(scene, x, Face::Plain);
    }

    /// Adds another block below.
    pub(super) fn below(&mut self, other: Self) {
        let row = self.height;
        self.overlay(other, Vec2::new(0.0, row));
    }

    /// Adds another block at a place; the block grows to hold it.
    pub(super) fn overlay(&mut self, other: Self, by: Vec2) {
        self.height = self.height.max(by.y + other.height);
        self.parts.extend(other.parts.into_iter().map(|part| Part { at: part.at + by, ..part }));
    }

    fn push(&mut self, scene: Scene, x: f64, face: Face) {
        let at = Vec2::new(x, self.height);
        self.height += scene.size.height;
        self.parts.push(Part { at, scene, face });
    }
}

/// A heading in lines that end with a clause of Chinese where clauses fit: a word that is torn apart is hard to read when it is large.
fn by_clauses(text: &str, font: Font, width: f64, measure: &dyn TextMeasure) -> Vec<String> {
    let mut lines = vec![String::new()];
    for clause in text.split_inclusive(['，', '、', '：', '；', '。', '？', '！']) {
        match lines.last_mut() {
            // A clause that is too long for a line is broken anyway, and the next clause fills its last line.
            Some(line) if measure.width(line, font) > width => line.push_str(clause),
            Some(line) if measure.width(&[line, clause].concat(), font) <= width => line.push_str(clause),
            _ => lines.push(clause.to_owned()),
        }
    }
    lines.iter().filter(|line| !line.is_empty()).flat_map(|line| wrap(line, font, width, measure)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_heading_ends_its_lines_with_clauses_where_they_fit() {
        let font = Font { size: 10.0, bold: false };
        let lines = |text| by_clauses(text, font, 80.0, &TableMeasure);
        assert_eq!(lines("数字之间：村里的路，通了"), ["数字之间：", "村里的路，通了"]);
        assert_eq!(lines("这个句子比一行要长得多，完"), ["这个句子比一行要", "长得多，完"]);
        assert_eq!(lines(""), Vec::<String>::new());
    }
}
