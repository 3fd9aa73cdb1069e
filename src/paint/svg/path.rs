//! A path's data, as short as it can be written.

use plotters_backend::BackendCoord;

use super::rows::Row;

/// How far a row reaches beyond its last dot, so that rounding does not lose it, in tenths of a CSS px.
const BEYOND: i64 = 2;

/// A path's data, in steps from point to point. Points are rounded first and subtracted then, so errors do not add up.
#[derive(Default)]
pub(super) struct Path {
    pub(super) data: String,
    /// The last point, in tenths of a CSS px.
    at: (i64, i64),
}

impl Path {
    pub(super) fn step(&mut self, command: char, to: BackendCoord) {
        let to = (tenths(to.0), tenths(to.1));
        self.push(command, (to.0 - self.at.0, to.1 - self.at.1));
        self.at = to;
    }

    /// Adds a step of so many tenths.
    pub(super) fn push(&mut self, command: char, step: (i64, i64)) {
        let (dx, dy) = (from_tenths(step.0), from_tenths(step.1));
        match (command, dx.as_str(), dy.as_str()) {
            ('l', _, "0") => self.data.push_str(&["h", &dx].concat()),
            ('l', "0", _) => self.data.push_str(&["v", &dy].concat()),
            _ => {
                let space = if dy.starts_with('-') { "" } else { " " };
                self.data.push(command);
                self.data.push_str(&[&dx, space, &dy].concat());
            }
        }
    }

    /// Leads back to the first point of the shape.
    pub(super) fn close(&mut self) {
        self.data.push('z');
    }

    pub(super) fn dot(&mut self, center: BackendCoord) {
        self.step('m', center);
        self.data.push_str("h0");
    }

    pub(super) fn row(&mut self, row: &Row) {
        self.step('m', row.first);
        let length = tenths(row.length) + BEYOND;
        self.data.push_str(&["h", &from_tenths(length)].concat());
        self.at.0 += length;
    }

    /// Goes through the points and back to the first, from which the next step counts.
    pub(super) fn polygon(&mut self, points: &[BackendCoord]) {
        let mut start = None;
        for point in points {
            self.step(if start.is_none() { 'm' } else { 'l' }, *point);
            start.get_or_insert(self.at);
        }
        self.close();
        self.at = start.unwrap_or(self.at);
    }

    /// Begins at the first point and goes through the others.
    pub(super) fn through(&mut self, points: impl IntoIterator<Item = BackendCoord>) {
        let mut command = 'm';
        for point in points {
            self.step(command, point);
            command = 'l';
        }
    }
}

fn tenths(value: i32) -> i64 {
    (i64::from(value) * 10 + 32).div_euclid(64)
}

/// A number of tenths as short as a path allows: `.5`, `-12`.
fn from_tenths(value: i64) -> String {
    fraction(value, 1)
}

/// A number with so many digits behind its point, as short as a path allows.
pub(super) fn fraction(value: i64, digits: u32) -> String {
    let unit = 10_u64.pow(digits);
    let width = digits as usize;
    let text = format!("{}.{:0width$}", value.unsigned_abs() / unit, value.unsigned_abs() % unit);
    let text = text.trim_end_matches('0').trim_end_matches('.');
    let text = text.strip_prefix('0').filter(|rest| !rest.is_empty()).unwrap_or(text);
    if value < 0 { ["-", text].concat() } else { text.to_owned() }
}
