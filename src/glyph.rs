//! Glyphs: small pictures that count things, one a thing or one for so many.
//!
//! This file is the one list of them. A story names a glyph in lower case; every backend draws it by `fill_polygon`. A glyph
//! is a few polygons in a box of whole `UNITS`, its lines 4 units thick, which is one px at 14 px. A hole is wound
//! the other way round and hangs on its outline by a seam of no width, so that one filled polygon has it.

use kurbo::{Point, Size};
use serde::{Deserialize, Serialize};

use crate::pack::packed;
use crate::scene::Shape;

/// The longer side of a glyph's box, in the units that its corners are given in.
const UNITS: f64 = 48.0;

/// How much of a set a glyph belongs to, where sets contain each other.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Form {
    /// Filled: the narrowest set.
    Full,
    /// Filled on one half.
    Half,
    /// An outline: the widest set.
    Outlined,
}

/// A glyph's box in units, and its polygons as x, y, x, y, ….
type Picture = ([u8; 2], &'static [&'static [u8]]);

macro_rules! glyphs {
    ($($(#[$doc:meta])* $name:ident [$width:literal, $height:literal] { $($polygon:expr,)* })*) => {
        packed! {
            /// What a glyph shows.
            #[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
            #[cfg_attr(feature = "cli", derive(schemars::JsonSchema))]
            #[serde(rename_all = "lowercase")]
            pub enum Glyph { $($(#[$doc])* $name,)* }
        }

        impl Glyph {
            /// Every glyph.
            pub const ALL: &[Self] = &[$(Self::$name,)*];

            const fn picture(self) -> Picture {
                match self { $(Self::$name => ([$width, $height], &[$($polygon,)*]),)* }
            }
        }
    };
}

glyphs! {
    /// A lorry from the side.
    Truck [48, 28] {
        &[0, 0, 30, 0, 30, 21, 15, 21, 15, 24, 12, 27, 9, 28, 6, 27, 3, 24, 3, 21, 0, 21],
        &[33, 7, 41, 7, 48, 14, 48, 21, 44, 21, 44, 24, 41, 27, 38, 28, 35, 27, 32, 24, 32, 21, 33, 21],
    }
    /// An engine with a wagon, on rails.
    Train [48, 31] {
        &[0, 5, 20, 5, 20, 20, 19, 20, 18, 23, 12, 23, 11, 20, 9, 20, 8, 23, 2, 23, 1, 20, 0, 20],
        &[23, 0, 37, 0, 37, 5, 44, 5, 48, 10, 48, 20, 46, 20, 45, 23, 39, 23, 38, 20, 34, 20, 33, 23, 27, 23, 26, 20, 23, 20],
        &[0, 27, 48, 27, 48, 31, 0, 31],
    }
    /// A ship with containers.
    Barge [48, 30] {
        &[0, 18, 48, 18, 42, 30, 6, 30],
        &[17, 0, 26, 0, 26, 6, 26, 15, 8, 15, 8, 8, 17, 8],
        &[29, 8, 35, 8, 35, 15, 29, 15],
        &[38, 2, 45, 2, 45, 15, 38, 15],
    }
    /// A container for goods, whichever way they go.
    Container [48, 28] {
        &[0, 0, 48, 0, 48, 28, 0, 28, 0, 0, 7, 6, 7, 22, 12, 22, 12, 6, 7, 6, 0, 0, 17, 6, 17, 22, 22, 22, 22, 6, 17, 6, 0, 0, 27, 6, 27, 22, 32, 22, 32, 6, 27, 6, 0, 0, 37, 6, 37, 22, 42, 22, 42, 6, 37, 6],
    }
    /// A drug to swallow.
    Capsule [48, 20] {
        &[38, 0, 43, 1, 47, 5, 48, 10, 47, 15, 43, 19, 38, 20, 10, 20, 5, 19, 1, 15, 0, 10, 1, 5, 5, 1, 10, 0],
    }
    /// A bottle for injections.
    Vial [26, 48] {
        &[4, 0, 22, 0, 22, 8, 4, 8],
        &[6, 11, 20, 11, 20, 15, 26, 21, 26, 48, 0, 48, 0, 21, 6, 15, 6, 11, 5, 27, 5, 39, 21, 39, 21, 27, 5, 27],
    }
    /// An office of three floors, with an annexe.
    Building [36, 48] {
        &[0, 0, 22, 0, 22, 48, 0, 48, 0, 0, 5, 7, 5, 12, 17, 12, 17, 7, 5, 7, 0, 0, 5, 18, 5, 23, 17, 23, 17, 18, 5, 18, 0, 0, 5, 29, 5, 34, 17, 34, 17, 29, 5, 29],
        &[25, 16, 36, 16, 36, 48, 25, 48],
    }
    /// A house with a door.
    House [48, 44] {
        &[24, 0, 48, 21, 41, 21, 41, 44, 29, 44, 29, 29, 19, 29, 19, 44, 7, 44, 7, 21, 0, 21],
    }
    /// A house with two wings and a flag.
    School [48, 48] {
        &[0, 27, 48, 27, 48, 48, 29, 48, 29, 38, 19, 38, 19, 48, 0, 48, 0, 27, 5, 33, 5, 39, 13, 39, 13, 33, 5, 33, 0, 27, 35, 33, 35, 39, 43, 39, 43, 33, 35, 33],
        &[11, 24, 11, 21, 24, 13, 37, 21, 37, 24],
        &[22, 12, 22, 0, 37, 4, 26, 8, 26, 12],
    }
    /// A house with a cross.
    Clinic [48, 44] {
        &[12, 0, 36, 0, 36, 9, 48, 9, 48, 44, 30, 44, 30, 34, 18, 34, 18, 44, 0, 44, 0, 9, 12, 9, 12, 0, 21, 5, 21, 12, 14, 12, 14, 18, 21, 18, 21, 25, 27, 25, 27, 18, 34, 18, 34, 12, 27, 12, 27, 5, 21, 5],
    }
    /// Head and shoulders.
    Person [26, 48] {
        &[13, 0, 18, 2, 22, 6, 22, 12, 18, 16, 13, 18, 8, 16, 4, 12, 4, 6, 8, 2],
        &[0, 48, 0, 30, 6, 21, 20, 21, 26, 30, 26, 48],
    }
    /// A conical flask, half full.
    Flask [42, 48] {
        &[11, 0, 31, 0, 31, 5, 11, 5],
        &[13, 8, 29, 8, 29, 19, 42, 43, 39, 48, 3, 48, 0, 43, 13, 19, 13, 8, 17, 12, 17, 20, 11, 31, 31, 31, 25, 20, 25, 12, 17, 12],
    }
    /// A sheet with lines of text.
    Document [36, 48] {
        &[0, 0, 22, 0, 22, 14, 36, 14, 36, 48, 0, 48, 0, 0, 7, 21, 7, 25, 29, 25, 29, 21, 7, 21, 0, 0, 7, 30, 7, 34, 29, 34, 29, 30, 7, 30, 0, 0, 7, 39, 7, 43, 22, 43, 22, 39, 7, 39],
        &[25, 0, 36, 11, 25, 11],
    }
    /// A flag on its pole.
    Flag [38, 48] {
        &[0, 0, 5, 0, 5, 48, 0, 48],
        &[8, 3, 38, 3, 31, 14, 38, 25, 8, 25],
    }
    /// A rosette with two ribbons.
    Seal [34, 48] {
        &[17, 0, 21, 3, 26, 2, 27, 7, 32, 9, 31, 13, 34, 17, 31, 21, 32, 26, 27, 27, 26, 32, 21, 31, 17, 34, 13, 31, 9, 32, 7, 27, 2, 26, 3, 21, 0, 17, 3, 13, 2, 8, 7, 7, 8, 2, 13, 3, 17, 0, 17, 11, 13, 13, 11, 17, 13, 21, 17, 23, 21, 21, 23, 17, 21, 13, 17, 11],
        &[6, 32, 14, 35, 10, 48, 7, 43, 2, 44],
        &[20, 35, 28, 32, 32, 44, 27, 43, 24, 48],
    }
}

/// A capsule of which the right half is filled.
const HALF_CAPSULE: &[&[u8]] = &[
    &[24, 0, 38, 0, 43, 1, 47, 5, 48, 10, 47, 15, 43, 19, 38, 20, 24, 20],
    &[
        24, 20, 10, 20, 5, 19, 1, 15, 0, 10, 1, 5, 5, 1, 10, 0, 24, 0, 24, 4, 10, 4, 7, 5, 5, 7, 4, 10, 5, 13, 7, 15,
        10, 16, 24, 16,
    ],
];

/// The outline of a capsule.
const OUTLINED_CAPSULE: &[&[u8]] = &[&[
    38, 0, 43, 1, 47, 5, 48, 10, 47, 15, 43, 19, 38, 20, 10, 20, 5, 19, 1, 15, 0, 10, 1, 5, 5, 1, 10, 0, 38, 0, 10, 4,
    7, 5, 5, 7, 4, 10, 5, 13, 7, 15, 10, 16, 38, 16, 41, 15, 43, 13, 44, 10, 43, 7, 41, 5, 38, 4, 10, 4,
]];

impl Glyph {
    /// Whether its three forms are three pictures. Other glyphs have one, and differ by tint.
    pub const fn has_forms(self) -> bool {
        matches!(self, Self::Capsule)
    }

    /// How wide and high it is when its longer side is `size` CSS px.
    pub fn size(self, size: f64) -> Size {
        let ([width, height], _) = self.picture();
        Size::new(f64::from(width), f64::from(height)) * (size / UNITS)
    }

    /// Its polygons, its box having its top left corner at a point and a longer side of `size` CSS px.
    pub fn polygons(self, form: Form, corner: Point, size: f64) -> impl Iterator<Item = Vec<Point>> {
        let polygons = match (self, form) {
            (Self::Capsule, Form::Half) => HALF_CAPSULE,
            (Self::Capsule, Form::Outlined) => OUTLINED_CAPSULE,
            _ => self.picture().1,
        };
        let scale = size / UNITS;
        let at = move |[x, y]: &[u8; 2]| corner + kurbo::Vec2::new(f64::from(*x), f64::from(*y)) * scale;
        polygons.iter().map(move |polygon| polygon.as_chunks().0.iter().map(at).collect())
    }

    /// The shapes to fill.
    pub fn shapes(self, form: Form, corner: Point, size: f64) -> impl Iterator<Item = Shape> {
        self.polygons(form, corner, size).map(Shape::Polygon)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::scene::Item;

    /// The area that a polygon covers; holes count against it.
    fn area(polygon: &[Point]) -> f64 {
        let ends = polygon.iter().zip(polygon.iter().cycle().skip(1));
        ends.map(|(a, b)| a.to_vec2().cross(b.to_vec2())).sum::<f64>() / 2.0
    }

    #[test]
    fn every_glyph_fills_its_box_and_no_more() {
        for &glyph in Glyph::ALL {
            let items: Vec<_> = glyph
                .shapes(Form::Full, Point::ORIGIN, UNITS)
                .map(|shape| Item::new(shape, crate::scene::Ink::Text))
                .collect();
            let bounds = crate::scene::bounds(&items);
            assert_eq!((bounds.origin(), bounds.size()), (Point::ORIGIN, glyph.size(UNITS)), "{glyph:?}");
            assert!(bounds.size().max_side() == UNITS, "{glyph:?}");
        }
    }

    #[test]
    fn every_polygon_is_wound_the_same_way_so_that_holes_stay_holes() {
        for &glyph in Glyph::ALL {
            for form in [Form::Full, Form::Half, Form::Outlined] {
                for polygon in glyph.polygons(form, Point::ORIGIN, UNITS) {
                    assert!(area(&polygon) > 0.0, "{glyph:?} {form:?}: {polygon:?}");
                }
            }
        }
    }

    #[test]
    fn the_forms_of_a_capsule_are_told_apart_by_how_much_is_filled() {
        let filled = |form| Glyph::Capsule.polygons(form, Point::ORIGIN, UNITS).map(|one| area(&one)).sum::<f64>();
        let [full, half, outlined] = [Form::Full, Form::Half, Form::Outlined].map(filled);
        assert!(outlined < 0.6 * full && 1.2 * outlined < half && half < 0.8 * full, "{full} {half} {outlined}");
    }
}
