//! From numbers to places: a linear scale, and blocks moved apart.

/// A number held between two others; NaN becomes the low one. Unlike [`f64::clamp`] it cannot panic, and so
/// does not bring the printing of floating-point numbers into the module.
pub fn clamp(value: f64, low: f64, high: f64) -> f64 {
    value.max(low).min(high)
}

/// The whole part of a number, at most [`usize::MAX`]; negative numbers and NaN are 0.
#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a float cast to an integer saturates")]
pub fn floor_count(value: f64) -> usize {
    value as usize
}

/// A scale between two numbers.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Linear {
    least: f64,
    most: f64,
}

impl Linear {
    /// The shortest scale that holds zero and all of the numbers. Numbers that are not finite do not count; without any other than
    /// zero the scale has no length.
    pub fn with_zero(values: &[f64]) -> Self {
        let mut scale = Self { least: 0.0, most: 0.0 };
        for value in values.iter().filter(|value| value.is_finite()) {
            scale = Self { least: scale.least.min(*value), most: scale.most.max(*value) };
        }
        scale
    }

    /// The same scale, begun at another number.
    pub fn begun_at(self, least: f64) -> Self {
        Self { least, ..self }
    }

    /// Where on the scale a number stands, from 0 to 1. A number that is not finite stands where zero does.
    pub fn fraction(self, value: f64) -> f64 {
        let value = if value.is_finite() { value } else { 0.0 };
        // Half of each end is subtracted, since the length of a very long scale would not be finite.
        let length = self.most / 2.0 - self.least / 2.0;
        if length > 0.0 { clamp((value / 2.0 - self.least / 2.0) / length, 0.0, 1.0) } else { 0.0 }
    }
}

/// Tops for blocks of these heights, as near to where they want to be as they can without covering each other.
///
/// Without the heights of those above, tops must only not descend, so this is least-squares isotonic regression: where
/// two neighbours are in the wrong order, both take their mean (pool adjacent violators).
pub fn spread(wanted: &[f64], heights: &[f64]) -> Vec<f64> {
    let mut above = 0.0;
    let mut offsets = Vec::new();
    let mut pools: Vec<(f64, usize)> = Vec::new();
    for (top, height) in wanted.iter().zip(heights) {
        let mut pool = (top - above, 1);
        while let Some((mean, size)) = pools.pop_if(|(mean, _)| *mean > pool.0) {
            let both = size + pool.1;
            pool = ((mean * size as f64 + pool.0 * pool.1 as f64) / both as f64, both);
        }
        pools.push(pool);
        offsets.push(above);
        above += height;
    }
    let mut tops = Vec::new();
    for (mean, size) in pools {
        for _ in 0..size {
            tops.push(mean + offsets.get(tops.len()).copied().unwrap_or_default());
        }
    }
    tops
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_largest_number_takes_the_whole_length() {
        let scale = Linear::with_zero(&[2.0, 8.0]);
        assert_eq!((scale.fraction(8.0), scale.fraction(2.0), scale.fraction(0.0)), (1.0, 0.25, 0.0));
        assert_eq!(Linear::with_zero(&[1e308, 1e308]).fraction(5e307), 0.5);
    }

    #[test]
    fn what_is_not_finite_stands_at_zero() {
        let scale = Linear::with_zero(&[4.0, f64::NAN, f64::INFINITY]);
        assert_eq!([f64::NAN, f64::INFINITY, -4.0].map(|value| scale.fraction(value)), [0.0; 3]);
        assert_eq!(scale.fraction(4.0), 1.0);
        for empty in [Linear::with_zero(&[]), Linear::with_zero(&[0.0]), Linear::with_zero(&[f64::NAN])] {
            assert_eq!(empty.fraction(1.0), 0.0);
        }
    }

    #[test]
    fn zero_stands_between_what_is_below_and_what_is_above() {
        let scale = Linear::with_zero(&[6.0, -2.0]);
        assert_eq!([-2.0, 0.0, 2.0, 6.0, f64::NAN].map(|value| scale.fraction(value)), [0.0, 0.25, 0.5, 1.0, 0.25]);
        assert_eq!(Linear::with_zero(&[-4.0]).fraction(0.0), 1.0);
        assert_eq!(Linear::with_zero(&[1e308, -1e308]).fraction(0.0), 0.5);
    }

    #[test]
    fn a_scale_can_begin_elsewhere() {
        let scale = Linear::with_zero(&[8.0, 10.0]).begun_at(8.0);
        assert_eq!([8.0, 9.0, 10.0, 0.0].map(|value| scale.fraction(value)), [0.0, 0.5, 1.0, 0.0]);
    }

    #[test]
    fn blocks_move_as_little_as_they_can() {
        assert_eq!(spread(&[0.0, 50.0], &[20.0, 20.0]), [0.0, 50.0]);
        assert_eq!(spread(&[10.0, 10.0], &[20.0, 20.0]), [0.0, 20.0]);
        assert_eq!(spread(&[0.0, 100.0, 100.0], &[20.0, 20.0, 20.0]), [0.0, 90.0, 110.0]);
        assert!(spread(&[], &[]).is_empty());
    }
}
