//! The scene: a figure laid out, every mark at its place, nothing left to decide.
//!
//! Layout makes it; painting, hit testing, reading order, transitions, descriptions and snapshots read it, so what is
//! drawn and what is touched cannot disagree. All lengths are CSS px, y points down. A scene is a plain value; nothing
//! mutates it after layout.

pub mod hit;
pub mod order;
pub mod tween;

use kurbo::{Point, Rect, Size, Vec2};

use crate::pack::packed;
use crate::story::FactId;
use crate::text::{Font, TextMeasure};

/// A figure laid out.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Scene {
    /// The width that was asked for, and the height that the figure came to.
    pub size: Size,
    /// The marks in reading order, which is also the order of painting.
    pub marks: Vec<Mark>,
}

/// Something that a reader can point at, or, without a fact, what only helps to read: a rule, a heading, a scale.
#[derive(Clone, Debug, PartialEq)]
pub struct Mark {
    /// The same thing in another scene of the same figure has the same key.
    pub key: String,
    /// The fact that the mark shows.
    pub fact: Option<FactId>,
    /// Marks of one group are neighbours for the arrow keys up and down.
    pub group: usize,
    /// The area that is touched and outlined: by default the box around its items.
    pub area: Rect,
    /// The items, from the bottom up.
    pub items: Vec<Item>,
}

/// One primitive of a mark.
#[derive(Clone, Debug, PartialEq)]
pub struct Item {
    /// The shape.
    pub shape: Shape,
    /// The part that its colour plays.
    pub ink: Ink,
    /// 0 is invisible, 1 covers.
    pub alpha: f64,
}

/// The shapes that a scene is made of.
#[derive(Clone, Debug, PartialEq)]
pub enum Shape {
    /// A filled rectangle.
    Bar(Rect),
    /// Filled discs of one size, one a thing: as many centres as things.
    Dots {
        /// The centres.
        centers: Vec<Point>,
        /// The radius of each.
        radius: f64,
    },
    /// The outline of a circle.
    Ring {
        /// The centre.
        center: Point,
        /// To the middle of the stroke.
        radius: f64,
        /// The stroke.
        width: f64,
    },
    /// A stroke through points.
    Line {
        /// The points, at least two.
        points: Vec<Point>,
        /// The stroke.
        width: f64,
    },
    /// A filled polygon.
    Polygon(Vec<Point>),
    /// One line of text.
    Text(Label),
}

/// One line of text.
#[derive(Clone, Debug, PartialEq)]
pub struct Label {
    /// The text.
    pub text: String,
    /// Where the line starts, on the alphabetic baseline.
    pub at: Point,
    /// The size and weight.
    pub font: Font,
    /// The advance width, as measured at layout.
    pub width: f64,
}

packed! {
    /// The part that a colour plays; which colour it is, is the theme's.
    #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
    pub enum Ink {
        /// Text that matters.
        Text,
        /// Text that helps.
        Muted,
        /// Thin rules and empty cells.
        Rule,
        /// A field that lies on the ground, a shade away from it.
        Tint,
        /// The page's ground.
        Ground,
        /// Text on a coloured mark.
        OnMark,
        /// Marks that are beside the point in the chosen scene; still 3:1 on the ground.
        Pale,
        /// The state before, wherever a figure compares it with now.
        Before,
        /// The first chapter's colour. A figure has its chapter's and tints of it, by [`Item::alpha`].
        Hue1,
        /// The second chapter's colour.
        Hue2,
        /// The third chapter's colour.
        Hue3,
        /// The fourth chapter's colour.
        Hue4,
        /// The fifth chapter's colour.
        Hue5,
        /// The sixth chapter's colour.
        Hue6,
        /// The seventh chapter's colour.
        Hue7,
        /// The eighth chapter's colour.
        Hue8,
    }
}

impl Ink {
    /// Every ink.
    pub const ALL: [Self; 16] = [
        Self::Text,
        Self::Muted,
        Self::Rule,
        Self::Tint,
        Self::Ground,
        Self::OnMark,
        Self::Pale,
        Self::Before,
        Self::Hue1,
        Self::Hue2,
        Self::Hue3,
        Self::Hue4,
        Self::Hue5,
        Self::Hue6,
        Self::Hue7,
        Self::Hue8,
    ];

    /// Whether it is a chapter's colour.
    pub const fn is_hue(self) -> bool {
        self as usize >= Self::Hue1 as usize
    }

    /// The colour of the chapter with that index, starting again after the eighth.
    pub const fn hue(chapter: usize) -> Self {
        match chapter % 8 {
            0 => Self::Hue1,
            1 => Self::Hue2,
            2 => Self::Hue3,
            3 => Self::Hue4,
            4 => Self::Hue5,
            5 => Self::Hue6,
            6 => Self::Hue7,
            _ => Self::Hue8,
        }
    }
}

impl Scene {
    /// What is seen of the marks, in the order of painting.
    pub fn items(&self) -> impl Iterator<Item = &Item> {
        self.marks.iter().flat_map(|mark| &mark.items).filter(|item| item.alpha > 0.0)
    }

    /// The same scene with every mark moved; the size stays.
    pub fn moved(mut self, by: Vec2) -> Self {
        self.marks.iter_mut().for_each(|mark| mark.shift(by));
        self
    }
}

impl Mark {
    /// A mark that shows a fact; its key is the fact's name, its area what the items cover.
    pub fn of(fact: &str, group: usize, items: Vec<Item>) -> Self {
        let area = bounds(&items);
        Self { key: fact.to_owned(), fact: Some(fact.to_owned()), group, area, items }
    }

    /// Moves the mark.
    pub fn shift(&mut self, by: Vec2) {
        self.area = self.area + by;
        self.items.iter_mut().for_each(|item| item.shape.shift(by));
    }

    /// A mark that only helps to read.
    pub fn furniture(key: &str, items: Vec<Item>) -> Self {
        let area = bounds(&items);
        Self { key: key.to_owned(), fact: None, group: 0, area, items }
    }
}

impl Item {
    /// A shape in an ink, opaque.
    pub const fn new(shape: Shape, ink: Ink) -> Self {
        Self { shape, ink, alpha: 1.0 }
    }
}

impl Shape {
    fn shift(&mut self, by: Vec2) {
        match self {
            Self::Bar(rect) => *rect = *rect + by,
            Self::Dots { centers: points, .. } | Self::Line { points, .. } | Self::Polygon(points) => {
                for point in points {
                    *point += by;
                }
            }
            Self::Ring { center, .. } => *center += by,
            Self::Text(label) => label.at += by,
        }
    }

    /// The smallest rectangle around the shape.
    pub fn bounds(&self) -> Rect {
        match self {
            Self::Bar(rect) => *rect,
            Self::Dots { centers, radius } => around(centers).inflate(*radius, *radius),
            Self::Ring { center, radius, width } => {
                let reach = radius + width / 2.0;
                Rect::from_center_size(*center, Size::new(2.0 * reach, 2.0 * reach))
            }
            Self::Line { points, width } => around(points).inflate(width / 2.0, width / 2.0),
            Self::Polygon(points) => around(points),
            Self::Text(label) => label.bounds(),
        }
    }
}

impl Label {
    /// A line of text, measured.
    pub fn new(text: &str, at: Point, font: Font, measure: &dyn TextMeasure) -> Self {
        Self { text: text.to_owned(), at, font, width: measure.width(text, font) }
    }

    /// The smallest rectangle around the line, from ascent to descent.
    pub fn bounds(&self) -> Rect {
        let Point { x, y } = self.at;
        Rect::new(x, y - self.font.ascent(), x + self.width, y + self.font.descent())
    }
}

/// The smallest rectangle around all items; nothing covers nothing.
pub fn bounds(items: &[Item]) -> Rect {
    let mut all: Option<Rect> = None;
    for item in items {
        let one = item.shape.bounds();
        all = Some(all.map_or(one, |all| all.union(one)));
    }
    all.unwrap_or_default()
}

fn around(points: &[Point]) -> Rect {
    let first = points.first().copied().unwrap_or_default();
    let (mut least, mut most) = (first, first);
    // Compared rather than asked for the lesser of two, which WebAssembly is four times as slow to say.
    for point in points {
        if point.x < least.x {
            least.x = point.x;
        }
        if point.x > most.x {
            most.x = point.x;
        }
        if point.y < least.y {
            least.y = point.y;
        }
        if point.y > most.y {
            most.y = point.y;
        }
    }
    Rect::from_points(least, most)
}
