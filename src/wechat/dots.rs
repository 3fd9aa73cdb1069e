//! Dots in rows as dashed lines with round ends: of dashes without length only the ends are seen.
//!
//! 5,899 dots weigh 260 kB as circles, 47 kB as the points of paths, and 2 kB as rows.

use kurbo::Point;

/// Coordinates that differ by less are one, in CSS px.
const NEAR: f64 = 0.01;
/// How far a row reaches beyond its last dot, so that rounding does not lose it, in CSS px.
const BEYOND: f64 = 0.2;
/// The fewest dots of a row for which it pays.
const FEWEST: usize = 4;

/// Dots as rows.
#[derive(Debug, PartialEq)]
pub(super) struct Rows {
    /// A path's data: a line for each row.
    pub(super) data: String,
    /// From one dot to the next, in CSS px.
    pub(super) step: String,
}

/// The rows of these dots, if they stand in rows of one step.
pub(super) fn rows(centers: &[Point]) -> Option<Rows> {
    let mut sorted = centers.to_vec();
    sorted.sort_by(|one, other| {
        let by_row = if (one.y - other.y).abs() < NEAR { std::cmp::Ordering::Equal } else { one.y.total_cmp(&other.y) };
        by_row.then(one.x.total_cmp(&other.x))
    });
    let gaps = sorted.windows(2).filter_map(|pair| match pair {
        [one, next] if (one.y - next.y).abs() < NEAR => Some(next.x - one.x),
        _ => None,
    });
    let step = gaps.filter(|gap| *gap > BEYOND).min_by(f64::total_cmp)?;
    let (mut data, mut count) = (String::new(), 0);
    for row in sorted.chunk_by(|one, next| (one.y - next.y).abs() < NEAR && (next.x - one.x - step).abs() < NEAR) {
        let (Some(first), Some(last)) = (row.first(), row.last()) else { continue };
        count += 1;
        let [x, y, length] = [first.x, first.y, last.x - first.x + BEYOND].map(|value| number(value, 2));
        data.push_str(&["M", &x, " ", &y, "h", &length].concat());
    }
    (count * FEWEST <= centers.len()).then(|| Rows { data, step: number(step, 4) })
}

/// A number with at most so many decimals, and no zeros at its end.
pub(super) fn number(value: f64, decimals: usize) -> String {
    let text = format!("{value:.decimals$}");
    let text = if decimals > 0 { text.trim_end_matches('0').trim_end_matches('.') } else { &text };
    if text == "-0" { "0".to_owned() } else { text.to_owned() }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn lattice(columns: i32, rows: i32) -> Vec<Point> {
        let row = |y: i32| (0..columns).map(move |x| Point::new(f64::from(x) * 2.5 + 1.0, f64::from(y) * 3.0));
        (0..rows).flat_map(row).collect()
    }

    #[test]
    fn a_row_is_one_line_that_ends_beyond_its_last_dot() {
        let rows = rows(&lattice(5, 2)).expect("rows");
        assert_eq!((rows.data.as_str(), rows.step.as_str()), ("M1 0h10.2M1 3h10.2", "2.5"));
    }

    #[test]
    fn a_gap_begins_another_line() {
        let mut dots = lattice(9, 1);
        dots.remove(4);
        assert_eq!(rows(&dots).expect("rows").data, "M1 0h7.7M13.5 0h7.7");
    }

    #[test]
    fn dots_without_rows_are_left_to_others() {
        let spread: Vec<Point> = (0..9).map(|at| Point::new(f64::from(at * at), f64::from(at * 7 % 5))).collect();
        assert_eq!(rows(&spread), None);
        assert_eq!(rows(&[Point::ZERO]), None);
        assert_eq!(rows(&[]), None);
    }
}
