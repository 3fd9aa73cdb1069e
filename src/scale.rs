//! From numbers to places: a linear scale from zero, and blocks moved apart.

/// A number held between two others; what is no number becomes the low one. Unlike [`f64::clamp`] it cannot panic, and so
/// does not bring the printing of floating-point numbers into the module.
pub fn clamp(value: f64, low: f64, high: f64) -> f64 {
    value.max(low).min(high)
}

/// The whole part of a number from 0 to the largest; less than nothing and no number are 0.
#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a float cast to an integer saturates")]
pub fn floor_count(value: f64) -> usize {
    value as usize
}

/// A scale from zero to the largest of some numbers.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Linear {
    most: f64,
}

impl Linear {
    /// The scale that ends at the largest of the numbers. Numbers that are not finite do not count; without a positive
    /// number the scale has no length.
    pub fn from_zero(values: impl IntoIterator<Item = f64>) -> Self {
        Self { most: values.into_iter().filter(|value| value.is_finite()).fold(0.0, f64::max) }
    }

    /// How much of the scale a number takes, from 0 to 1. What is negative or not finite takes nothing.
    pub fn fraction(self, value: f64) -> f64 {
        if self.most > 0.0 && value.is_finite() { clamp(value / self.most, 0.0, 1.0) } else { 0.0 }
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
    let means = pools.into_iter().flat_map(|(mean, size)| std::iter::repeat_n(mean, size));
    means.zip(offsets).map(|(mean, offset)| mean + offset).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_largest_number_takes_the_whole_length() {
        let scale = Linear::from_zero([2.0, 8.0]);
        assert_eq!((scale.fraction(8.0), scale.fraction(2.0), scale.fraction(0.0)), (1.0, 0.25, 0.0));
        assert_eq!(Linear::from_zero([1e308, 1e308]).fraction(5e307), 0.5);
    }

    #[test]
    fn numbers_that_have_no_length_take_none() {
        let scale = Linear::from_zero([4.0, f64::NAN, f64::INFINITY, -9.0]);
        assert_eq!([f64::NAN, f64::INFINITY, -4.0].map(|value| scale.fraction(value)), [0.0; 3]);
        assert_eq!(scale.fraction(4.0), 1.0);
        for empty in [Linear::from_zero([]), Linear::from_zero([0.0]), Linear::from_zero([-1.0])] {
            assert_eq!(empty.fraction(1.0), 0.0);
        }
    }

    #[test]
    fn blocks_move_as_little_as_they_can() {
        assert_eq!(spread(&[0.0, 50.0], &[20.0, 20.0]), [0.0, 50.0]);
        assert_eq!(spread(&[10.0, 10.0], &[20.0, 20.0]), [0.0, 20.0]);
        assert_eq!(spread(&[0.0, 100.0, 100.0], &[20.0, 20.0, 20.0]), [0.0, 90.0, 110.0]);
        assert!(spread(&[], &[]).is_empty());
    }
}
