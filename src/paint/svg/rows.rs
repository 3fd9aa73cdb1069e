//! Dots in rows as dashed lines with round ends: of dashes without length only the ends are seen. 5,899 dots are 47 kB as points
//! and 2 kB as rows.

use plotters_backend::{BackendColor, BackendCoord};

use super::path::{Path, fraction};
use super::{MOST_JOINED, Svg, UNITS, units};

/// The most rows of dots in a path. Every tile of the screen that a path touches strokes all of it, and one as low as this touches
/// few.
const MOST_ROWS: usize = 18;

/// The fewest dots of a row, on the average, for which it pays.
const FEWEST: usize = 4;

/// Dots a step apart, in backend units.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Row {
    pub(super) first: BackendCoord,
    /// From the first dot to the last.
    pub(super) length: i32,
}

/// The step from dot to dot, in backend units, and the rows, in the order of the dots; `None` where these do not stand in rows of
/// one step.
fn rows(dots: &[BackendCoord]) -> Option<(i32, Vec<Row>)> {
    let gaps = dots.windows(2).filter_map(|pair| match pair {
        [one, next] if one.1 == next.1 => Some(next.0 - one.0),
        _ => None,
    });
    let step = gaps.filter(|gap| *gap > 0).min()?;
    let mut rows = Vec::new();
    for row in dots.chunk_by(|one, next| one.1 == next.1 && next.0 - one.0 == step) {
        if let (Some(first), Some(last)) = (row.first(), row.last()) {
            rows.push(Row { first: *first, length: last.0 - first.0 });
        }
    }
    (rows.len() * FEWEST <= dots.len()).then_some((step, rows))
}

/// Dots of one size and colour, in backend units.
pub(super) struct Dots {
    pub(super) color: BackendColor,
    pub(super) radius: u32,
    pub(super) centers: Vec<BackendCoord>,
}

impl Svg<'_> {
    /// Dots in rows are dashes of no length; others, lines of no length. Round ends make discs of both.
    pub(super) fn dots(&mut self, dots: &Dots) {
        let width = units(f64::from(dots.radius) * 2.0);
        let look = &[&self.stroke(dots.color, &width), " stroke-linecap=\"round\""].concat();
        let Some((step, rows)) = rows(&dots.centers) else {
            for dots in dots.centers.chunks(MOST_JOINED) {
                let mut path = Path::default();
                dots.iter().for_each(|dot| path.dot(*dot));
                self.path(look, &path);
            }
            return;
        };
        if self.classed {
            return self.lattice(dots, step, &rows);
        }
        let step = (f64::from(step) / UNITS).to_string();
        let look = [look, " stroke-dasharray=\"0 ", &step, "\""].concat();
        for rows in rows.chunks(MOST_ROWS) {
            let mut path = Path::default();
            rows.iter().for_each(|row| path.row(row));
            self.path(&look, &path);
        }
    }

    /// Rows whose dots are two units apart, scaled to their size: nearly all of their numbers are whole then, and the same in every
    /// disc of a page, which saves it 1.4 kB of 29 at brotli 11. Places that take away classes also take away transforms.
    fn lattice(&mut self, dots: &Dots, step: i32, rows: &[Row]) {
        let half = f64::from(step) / 2.0;
        let width = fraction(in_hundredths(f64::from(dots.radius) * 2.0 / half), 2);
        let look = [&self.stroke(dots.color, &width), " stroke-linecap=\"round\" stroke-dasharray=\"0 2\""].concat();
        let scale = (half / UNITS).to_string();
        for rows in rows.chunks(MOST_ROWS) {
            let Some(Row { first: (x, y), .. }) = rows.first() else { continue };
            let [x, y] = [x, y].map(|at| units(f64::from(*at)));
            let transform = [" transform=\"translate(", &x, " ", &y, ")scale(", &scale, ")\""].concat();
            self.element(&["<path ", &look, &transform, " d=\"", &lattice(rows, half), "\"/>"]);
        }
    }
}

/// Rows of dots from the first dot on, in units of which there are two from dot to dot: `half` backend units each.
fn lattice(rows: &[Row], half: f64) -> String {
    let mut data = String::new();
    let (mut x, mut y) = (0, 0);
    let Some(origin) = rows.first().map(|row| row.first) else { return data };
    for row in rows {
        let right = whole(f64::from(row.first.0 - origin.0) / half - hundredths(x));
        let down = next_row(f64::from(row.first.1 - origin.1) / half - hundredths(y));
        // A unit beyond the last dot, so that rounding does not lose it.
        let length = whole(f64::from(row.length) / half) + 100;
        let steps = ["m", &fraction(right, 2), " ", &fraction(down, 2), "h", &fraction(length, 2)];
        data.push_str(&steps.concat());
        (x, y) = (x + right + length, y + down);
    }
    data
}

/// How far a number may be off that is taken for a rounder one: canvas coordinates count in 64ths of a CSS px.
const NEAR: f64 = 0.03;

/// In hundredths: a number, or the whole number that it nearly is.
fn whole(value: f64) -> i64 {
    let round = value.round();
    in_hundredths(if (value - round).abs() < NEAR { round } else { value })
}

/// In hundredths: how far down the next row is, or as far as in a hexagonal lattice, where it nearly is that.
fn next_row(value: f64) -> i64 {
    let hexagonal = 3.0_f64.sqrt();
    in_hundredths(if (value - hexagonal).abs() < NEAR { hexagonal } else { value })
}

#[expect(clippy::cast_possible_truncation, reason = "saturates; drawings are small")]
fn in_hundredths(value: f64) -> i64 {
    (value * 100.0).round() as i64
}

#[expect(clippy::cast_precision_loss, reason = "drawings are small")]
fn hundredths(value: i64) -> f64 {
    value as f64 / 100.0
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dots_a_step_apart_are_a_row_and_a_gap_begins_another() {
        let dots: Vec<_> = [0, 160, 320, 480, 640, 960, 1120, 1280, 1440].map(|x| (x, 64)).into();
        let rows = rows(&dots).expect("rows");
        assert_eq!(rows, (160, vec![Row { first: (0, 64), length: 640 }, Row { first: (960, 64), length: 480 }]));
    }

    #[test]
    fn dots_that_do_not_stand_in_rows_are_none() {
        assert_eq!(rows(&[0, 1, 4, 9, 16, 25].map(|at| (at * 64, at * 7 % 5))), None);
        assert_eq!(rows(&[(0, 0)]), None);
        assert_eq!(rows(&[]), None);
    }

    #[test]
    fn rows_of_a_lattice_are_whole_numbers_though_the_canvas_rounds() {
        let rows = [((0, 0), 448), ((-112, 194), 672), ((-1, 388), 448)];
        let rows = rows.map(|(first, length)| Row { first, length });
        assert_eq!(lattice(&rows, 112.0), "m0 0h5m-6 1.73h7m-6 1.73h5");
    }

    #[test]
    fn other_rows_keep_their_places() {
        let rows = [((0, 0), 320), ((16, 240), 320)].map(|(first, length)| Row { first, length });
        assert_eq!(lattice(&rows, 80.0), "m0 0h5m-4.8 3h5");
    }
}
