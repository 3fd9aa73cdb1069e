//! Equal dots packed into a disc, so that discs of different counts compare by area.

use std::ops::Range;

use kurbo::Point;

use super::dot_grid::dot_radius;
use super::pen::Pen;
use crate::scene::{Ink, Shape};

/// How much lower a row of a hexagonal lattice is than its dots are apart.
const ROW: f64 = 0.866_025_403_784_438_6;
/// The smallest pitch, in CSS px: dots beneath it would run together.
const LEAST: f64 = 1.5;

/// The lattice that several discs share. Lengths are CSS px.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(in crate::figure) struct Disc {
    /// From one centre to the next in a row.
    pub(in crate::figure) pitch: f64,
}

impl Disc {
    /// The largest lattice on which a disc of `count` dots is no wider than `diameter`, with a pitch of no more than `widest`.
    /// More dots than fit make the disc wider.
    pub(in crate::figure) fn fit(count: usize, diameter: f64, widest: f64) -> Self {
        let ideal = diameter / Self { pitch: 1.0 }.diameter(count);
        // Half pixels give every dot of a row the same edges; otherwise a large disc shimmers.
        Self { pitch: ((ideal.min(widest) * 2.0).floor() / 2.0).max(LEAST) }
    }

    /// How wide and high a disc of so many dots is, at the most.
    pub(in crate::figure) fn diameter(self, count: usize) -> f64 {
        if count == 0 { 0.0 } else { 2.0 * (reach(count) + 0.5) * self.pitch }
    }

    /// Draws a disc of so many dots around a centre, as one item, row by row.
    pub(in crate::figure) fn draw(self, pen: &mut Pen<'_>, count: usize, center: Point, ink: Ink) {
        // In 16ths, as rows then fall alike on the pixels, and never apart, so that a disc is no higher than wide.
        let row = (self.pitch * ROW * 16.0).floor() / 16.0;
        let mut centers = Vec::with_capacity(count);
        for (line, mut column, last) in lattice(count) {
            let y = center.y + f64::from(line) * row;
            while column <= last {
                centers.push(Point::new(center.x + f64::from(column) * self.pitch / 2.0, y));
                column += 2;
            }
        }
        if !centers.is_empty() {
            pen.draw(Shape::Dots { centers, radius: dot_radius(self.pitch) }, ink);
        }
    }
}

/// A radius, in pitches, of a circle around a lattice point that certainly holds so many points.
fn reach(count: usize) -> f64 {
    // Each point has an area of its own; a circle misses at most what lies along its rim.
    (count as f64 * ROW / std::f64::consts::PI).sqrt() + 0.6
}

/// The rows of a hexagonal lattice in the smallest circle around a point of it that holds so many: how many rows each is below that
/// point, and in half pitches from it the row's first and last point. Surplus points are removed from the rim, at both ends of a
/// row, so that rows stay symmetrical.
fn lattice(count: usize) -> Vec<(i32, i32, i32)> {
    let (mut least, mut most) = (0, 1);
    while points_within(most) < count {
        most *= 2;
    }
    while least < most {
        let middle = i32::midpoint(least, most);
        if points_within(middle) < count {
            least = middle + 1;
        } else {
            most = middle;
        }
    }
    let mut excess = points_within(least) - count.min(points_within(least));
    let mut rows = Vec::new();
    for line in lines(least) {
        let end = end(line, least);
        let (mut from, mut to) = (-end, end);
        if end * end + 3 * line * line == least && excess > 0 {
            excess -= 1;
            to -= 2;
            if end > 0 && excess > 0 {
                excess -= 1;
                from += 2;
            }
        }
        rows.push((line, from, to));
    }
    rows
}

/// How many points a circle holds, by its radius in half pitches, squared.
fn points_within(square: i32) -> usize {
    let mut points = 0;
    for line in lines(square) {
        points += usize::try_from(end(line, square) + 1).unwrap_or_default();
    }
    points
}

/// The rows that a circle may reach.
fn lines(square: i32) -> Range<i32> {
    let most = root(square / 3);
    -most..most + 1
}

/// The last point of a row within a circle, in half pitches from its middle; -1 where there is none.
fn end(line: i32, square: i32) -> i32 {
    let end = root(square - 3 * line * line);
    // Every other row is half a pitch aside.
    if (end + line) % 2 == 0 { end } else { end - 1 }
}

/// The root of a number that is not negative, in whole numbers.
#[expect(clippy::cast_possible_truncation, reason = "the root of an i32 is one")]
fn root(square: i32) -> i32 {
    f64::from(square).sqrt() as i32
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The columns and lines of the points of a lattice, row by row.
    fn points(count: usize) -> Vec<(i32, i32)> {
        let rows = lattice(count).into_iter();
        rows.flat_map(|(line, first, last)| (first..=last).step_by(2).map(move |column| (column, line))).collect()
    }

    #[test]
    fn no_smaller_circle_holds_as_many_points() {
        for count in [1, 7, 57, 145, 148, 279, 5899] {
            let (points, more) = (points(count), points(2 * count + 7));
            assert_eq!(points.len(), count);
            let far = |&(column, line): &(i32, i32)| column * column + 3 * line * line;
            let farthest = points.iter().map(far).max().unwrap_or_default();
            let nearer = more.iter().filter(|point| far(point) < farthest).count();
            assert!(nearer < count, "{nearer} of {count} lie within");
        }
    }

    #[test]
    fn rows_have_no_gaps_and_are_symmetrical_but_for_one_dot() {
        for count in [57, 145, 148, 279, 5899] {
            let points = points(count);
            let mut odd = 0;
            for line in points.chunk_by(|one, other| one.1 == other.1) {
                assert!(line.windows(2).all(|pair| pair[1].0 - pair[0].0 == 2), "{count}: {line:?}");
                odd += i32::from(line[0].0 != -line[line.len() - 1].0);
            }
            assert!(odd <= 1, "{count}: {odd} rows lean to a side");
        }
    }

    #[test]
    fn a_disc_is_no_wider_than_it_says() {
        for count in [0, 1, 2, 57, 279, 5899] {
            let disc = Disc::fit(count, 430.0, 12.0);
            let half = points(count).iter().map(|point| f64::from(point.0).abs() / 2.0).fold(0.0, f64::max);
            assert!((2.0 * half + 1.0) * disc.pitch <= disc.diameter(count).max(disc.pitch), "{count}");
            assert!(disc.diameter(count) <= 430.0, "{count}: {}", disc.diameter(count));
        }
        assert_eq!(Disc::fit(5899, 430.0, 12.0).pitch, 5.0);
    }
}
