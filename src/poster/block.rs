//! What a poster is made of: scenes put under each other, and beside each other.

use kurbo::{Point, Rect, Size, Vec2};

use crate::scene::{Ink, Item, Label, Mark, Scene, Shape};
use crate::text::{Font, TableMeasure, wrap};

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
    /// What is drawn.
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
    /// Leaves air below what is there.
    pub(super) fn skip(&mut self, height: f64) {
        self.height += height;
    }

    /// A text below what is there, in as many lines as it needs between `x` and `x + width`.
    pub(super) fn text(&mut self, text: &str, style: Style, (x, width): (f64, f64)) {
        let Style { font, face, ink } = style;
        let mut items = Vec::new();
        let mut height = 0.0;
        for line in wrap(text, font, width, &TableMeasure) {
            let label = Label::new(&line, Point::new(0.0, height + font.ascent()), font, &TableMeasure);
            items.push(Item::new(Shape::Text(label), ink));
            height += font.leading();
        }
        let scene = Scene { size: Size::new(width, height), marks: vec![Mark::furniture("text", items)] };
        self.push(scene, x, face);
    }

    /// A horizontal line below what is there.
    pub(super) fn rule(&mut self, ink: Ink, thick: f64, (x, width): (f64, f64)) {
        let line = Item::new(Shape::Bar(Rect::new(0.0, 0.0, width, thick)), ink);
        let scene = Scene { size: Size::new(width, thick), marks: vec![Mark::furniture("rule", vec![line])] };
        self.push(scene, x, Face::Plain);
    }

    /// A drawing below what is there.
    pub(super) fn drawing(&mut self, scene: Scene, x: f64) {
        self.push(scene, x, Face::Plain);
    }

    /// Another block below what is there.
    pub(super) fn below(&mut self, other: Self) {
        let row = self.height;
        self.overlay(other, Vec2::new(0.0, row));
    }

    /// Another block somewhere; the block grows to hold it.
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
