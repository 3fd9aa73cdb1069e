//! Equal glyphs in rows, each for one thing or for so many.

use std::ops::Range;

use kurbo::{Point, Size, Vec2};

use super::pen::Pen;
use crate::figure::MAX_SYMBOLS;
use crate::glyph::{Form, Glyph};
use crate::scale::{clamp, floor_count};
use crate::scene::{Ink, Shape};

/// The room that an open end takes after the last glyph, in longer sides of one.
const OPEN: f64 = 0.85;

/// The largest and the smallest glyph of rows that are to be low, by its longer side, in CSS px.
const SIZES: (f64, f64) = (26.0, 14.0);

/// Where equal glyphs stand, in rows from the left. Lengths are CSS px.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(in crate::figure) struct GlyphRows {
    /// The glyph.
    pub(in crate::figure) glyph: Glyph,
    /// A glyph's longer side.
    pub(in crate::figure) size: f64,
    /// From one glyph to the next, across and down. Whole px let every glyph fall alike on them.
    pub(in crate::figure) pitch: Size,
    /// The glyphs in a full row, at least one.
    pub(in crate::figure) columns: usize,
}

impl GlyphRows {
    /// Glyphs a gap apart, across and down, in as many columns as a width holds; behind them an open end where the number is
    /// over what is drawn.
    pub(in crate::figure) fn within(width: f64, glyph: Glyph, (size, gap): (f64, f64), over: bool) -> Self {
        let one = glyph.size(size);
        let pitch = Size::new((one.width + gap).floor().max(1.0), (one.height + gap).floor().max(1.0));
        let end = if over { size * OPEN } else { 0.0 };
        let columns = floor_count((width - one.width - end) / pitch.width + 1e-6) + 1;
        Self { glyph, size, pitch, columns }
    }

    /// The largest glyphs with which runs of them, each on rows of its own, are no higher than `height` if that can be; all but the
    /// first run, which is the widest set's, then stand on one row each.
    pub(in crate::figure) fn low(height: f64, runs: &[usize], width: f64, glyph: Glyph, over: bool) -> Self {
        let mut size = SIZES.0;
        loop {
            let mut rows = Self::within(width, glyph, (size, (size * 0.2).round()), over);
            if rows.columns > 10 && runs.len() == 1 {
                rows.columns -= rows.columns % 5;
            }
            let (mut lines, mut single) = (0, true);
            for (index, run) in runs.iter().enumerate() {
                lines += run.div_ceil(rows.columns);
                single &= index == 0 || *run <= rows.columns;
            }
            if size <= SIZES.1 || (lines as f64 * rows.pitch.height <= height && single) {
                return rows;
            }
            size -= 1.0;
        }
    }

    /// The same in no more columns than so many glyphs need for as many rows, so that no last row has one glyph alone.
    pub(in crate::figure) fn even(self, count: usize) -> Self {
        let rows = count.div_ceil(self.columns.max(1));
        Self { columns: count.div_ceil(rows.max(1)).max(1), ..self }
    }

    /// The top left corner of the glyph with that index.
    pub(in crate::figure) fn corner(&self, index: usize, (x, y): (f64, f64)) -> Point {
        let columns = self.columns.max(1);
        let (column, row) = (index % columns, index / columns);
        Point::new(x + column as f64 * self.pitch.width, y + row as f64 * self.pitch.height)
    }

    /// From the top of the first of so many glyphs to the bottom of the last; 0 for none.
    pub(in crate::figure) fn height(&self, count: usize) -> f64 {
        let rows = count.div_ceil(self.columns.max(1));
        if rows == 0 { 0.0 } else { (rows - 1) as f64 * self.pitch.height + self.glyph.size(self.size).height }
    }

    /// Draws the glyphs of some indices.
    pub(in crate::figure) fn draw(
        &self,
        pen: &mut Pen<'_>,
        indices: Range<usize>,
        form: Form,
        origin: (f64, f64),
        ink: Ink,
    ) {
        for index in indices {
            for shape in self.glyph.shapes(form, self.corner(index, origin), self.size) {
                pen.draw(shape, ink);
            }
        }
    }

    /// Draws the left part of the glyph with that index: `part` of its width.
    pub(in crate::figure) fn draw_part(
        &self,
        pen: &mut Pen<'_>,
        (index, part): (usize, f64),
        origin: (f64, f64),
        ink: Ink,
    ) {
        if part <= 0.0 {
            return;
        }
        let corner = self.corner(index, origin);
        let end = corner.x + self.glyph.size(self.size).width * part;
        for polygon in self.glyph.polygons(Form::Full, corner, self.size) {
            let left = left_of(end, &polygon);
            if !left.is_empty() {
                pen.draw(Shape::Polygon(left), ink);
            }
        }
    }

    /// Draws the open end behind so many glyphs, where the number is over the glyphs drawn.
    pub(in crate::figure) fn open_end(&self, pen: &mut Pen<'_>, count: usize, origin: (f64, f64)) {
        let glyph = self.glyph.size(self.size);
        let last = count.checked_sub(1).map(|last| self.corner(last, origin) + Vec2::new(glyph.width, 0.0));
        let Point { x, y } = last.unwrap_or_else(|| origin.into());
        let height = self.size * 0.5;
        pen.open_end((x + self.size * 0.2, y + (glyph.height - height) / 2.0), height);
    }
}

/// How many glyphs are whole, and how much of one is left; none where a glyph stands for nothing.
pub(in crate::figure) fn glyphs(value: f64, each: f64) -> (usize, f64) {
    let count = clamp(value / each, 0.0, MAX_SYMBOLS);
    // A part that is a rounding error away from a whole glyph counts as one.
    let whole = (count + 1e-6).floor();
    (floor_count(whole), (count - whole).max(0.0))
}

/// The part of a polygon that lies left of `end`.
fn left_of(end: f64, polygon: &[Point]) -> Vec<Point> {
    let mut left = Vec::new();
    for (from, to) in polygon.iter().zip(polygon.iter().cycle().skip(1)) {
        if from.x <= end {
            left.push(*from);
        }
        if (from.x < end && to.x > end) || (from.x > end && to.x < end) {
            left.push(from.lerp(*to, (end - from.x) / (to.x - from.x)));
        }
    }
    left
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn there_is_a_glyph_for_each_so_many() {
        assert_eq!(glyphs(80_000.0, 10_000.0), (8, 0.0));
        assert_eq!(glyphs(25.0, 10.0), (2, 0.5));
        assert_eq!(glyphs(0.3, 0.1), (3, 0.0));
        assert_eq!(glyphs(5.0, 0.0), (floor_count(MAX_SYMBOLS), 0.0));
        assert_eq!(glyphs(0.0, 0.0), (0, 0.0));
    }

    #[test]
    fn even_rows_leave_no_glyph_alone() {
        let columns = |columns, count| {
            GlyphRows { glyph: Glyph::Barge, size: 40.0, pitch: Size::new(48.0, 33.0), columns }.even(count).columns
        };
        assert_eq!((columns(12, 27), columns(26, 27), columns(30, 27), columns(12, 0)), (9, 14, 27, 1));
    }

    #[test]
    fn a_polygon_is_cut_where_the_number_ends() {
        let square = [(0.0, 0.0), (4.0, 0.0), (4.0, 2.0), (0.0, 2.0)].map(Point::from);
        assert_eq!(left_of(1.0, &square), [(0.0, 0.0), (1.0, 0.0), (1.0, 2.0), (0.0, 2.0)].map(Point::from));
        assert_eq!(left_of(9.0, &square), square);
        assert!(left_of(-1.0, &square).is_empty());
    }
}
