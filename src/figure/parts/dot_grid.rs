//! Equal dots in rows, for kinds that show one dot a thing.

use kurbo::{Point, Size};

use super::pen::Pen;
use crate::scale::floor_count;
use crate::scene::{Ink, Shape};

/// Where equal dots stand: in rows from the left, which are whole tens where they can be.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(in crate::figure) struct DotGrid {
    /// From one centre to the next, across and down, in CSS px.
    pub(in crate::figure) pitch: f64,
    /// The dots in a full row, at least one.
    pub(in crate::figure) columns: usize,
}

impl DotGrid {
    /// The smallest pitch, in CSS px: dots beneath it would run together. More dots than fit make the field higher.
    const LEAST: f64 = 1.2;

    /// The largest grid on which `total` dots fill about `size`, with a pitch of no more than `widest`.
    pub(in crate::figure) fn fit(total: usize, size: Size, widest: f64) -> Self {
        let ideal = (size.width * size.height / total.max(1) as f64).sqrt().min(widest);
        // Half pixels give every dot the same edges; otherwise a large field shimmers.
        let pitch = ((ideal * 2.0).floor() / 2.0).max(Self::LEAST);
        let columns = floor_count(size.width / pitch);
        Self { pitch, columns: if columns > 10 { columns - columns % 10 } else { columns.max(1) } }
    }

    /// A dot's radius, in CSS px.
    pub(in crate::figure) fn radius(self) -> f64 {
        dot_radius(self.pitch)
    }

    /// From the top of the first of so many dots to the bottom of the last; 0 for none.
    pub(in crate::figure) fn height(self, count: usize) -> f64 {
        let rows = count.div_ceil(self.columns.max(1));
        if rows == 0 { 0.0 } else { (rows - 1) as f64 * self.pitch + 2.0 * self.radius() }
    }

    /// The centre of the dot with that index, the first dot's box having its corner at `x`, `y`.
    pub(in crate::figure) fn center(self, index: usize, (x, y): (f64, f64)) -> Point {
        let columns = self.columns.max(1);
        let (column, row) = (index % columns, index / columns);
        Point::new(x + self.radius() + column as f64 * self.pitch, y + self.radius() + row as f64 * self.pitch)
    }

    /// Draws the dots from one index to before another, as one item.
    pub(in crate::figure) fn dots(self, pen: &mut Pen<'_>, start: usize, end: usize, origin: (f64, f64), ink: Ink) {
        let mut centers = Vec::new();
        for index in start..end {
            centers.push(self.center(index, origin));
        }
        if !centers.is_empty() {
            pen.draw(Shape::Dots { centers, radius: self.radius() }, ink);
        }
    }
}

/// The radius of dots a pitch apart, in CSS px. The gap between dots, a sixth of the pitch, is whole half pixels too where
/// there is room for one: a dot then looks the same on all sides, and the same drawn by a canvas and by SVG.
pub(in crate::figure) fn dot_radius(pitch: f64) -> f64 {
    let gap = pitch / 6.0;
    (pitch - if gap < 0.5 { gap } else { (gap * 2.0).round() / 2.0 }) / 2.0
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn thousands_of_dots_stay_on_one_screen() {
        for (width, least, most) in [(720.0, 400.0, 480.0), (360.0, 330.0, 480.0), (328.0, 330.0, 480.0)] {
            let grid = DotGrid::fit(6471, Size::new(width, 460.0), 12.0);
            let height: f64 = [5899, 279, 148, 145].map(|count| grid.height(count)).iter().sum();
            assert!((least..=most).contains(&height), "{width} px: {height} px high");
        }
    }

    #[test]
    fn rows_are_whole_tens() {
        assert_eq!(DotGrid::fit(6471, Size::new(720.0, 460.0), 12.0), DotGrid { pitch: 7.0, columns: 100 });
        assert_eq!(DotGrid::fit(3, Size::new(40.0, 40.0), 12.0).columns, 3);
        assert_eq!(DotGrid::fit(0, Size::ZERO, 12.0).columns, 1);
    }
}
