//! Exact decimals: 134.9万亿 is 1349 with eleven zeros, and 0.1 + 0.2 is 0.3.

use std::cmp::Ordering;
use std::fmt;

/// The most digits that a number is read with; a longer row of digits is no statistic.
pub(super) const MAX_DIGITS: usize = 30;
/// The digits of a quotient that goes on for ever: one more than a floating-point number keeps.
const QUOTIENT_DIGITS: u32 = 17;

/// `mantissa` × 10^`exponent`. The mantissa ends in no zero, so that equal numbers are equal values; zero is 0 × 10⁰.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Decimal {
    mantissa: i128,
    exponent: i32,
}

impl Decimal {
    /// Zero.
    pub const ZERO: Self = Self { mantissa: 0, exponent: 0 };

    /// `mantissa` × 10^`exponent`.
    pub fn new(mut mantissa: i128, mut exponent: i32) -> Self {
        if mantissa == 0 {
            return Self::ZERO;
        }
        while mantissa % 10 == 0 {
            mantissa /= 10;
            exponent += 1;
        }
        Self { mantissa, exponent }
    }

    /// The number moved by so many decades: 134.9 by 12 is 134.9 trillion.
    pub fn shifted(self, decades: i32) -> Self {
        Self::new(self.mantissa, self.exponent + decades)
    }

    /// The sum, where it has no more digits than can be kept.
    pub fn plus(self, other: Self) -> Option<Self> {
        let exponent = self.exponent.min(other.exponent);
        Some(Self::new(self.at(exponent)?.checked_add(other.at(exponent)?)?, exponent))
    }

    /// The product, where it has no more digits than can be kept.
    pub fn times(self, other: Self) -> Option<Self> {
        Some(Self::new(self.mantissa.checked_mul(other.mantissa)?, self.exponent + other.exponent))
    }

    /// The quotient, cut after 17 significant digits; `None` when divided by nothing.
    pub fn over(self, other: Self) -> Option<Self> {
        let digits = |number: i128| number.unsigned_abs().checked_ilog10().unwrap_or(0);
        let decades = (QUOTIENT_DIGITS + digits(other.mantissa)).saturating_sub(digits(self.mantissa));
        let mantissa = self.mantissa.checked_mul(10_i128.checked_pow(decades)?)?.checked_div(other.mantissa)?;
        Some(Self::new(mantissa, self.exponent - other.exponent - i32::try_from(decades).ok()?))
    }

    /// The number below zero.
    pub fn negated(self) -> Self {
        Self::new(-self.mantissa, self.exponent)
    }

    /// The number without its sign.
    pub fn abs(self) -> Self {
        Self::new(self.mantissa.abs(), self.exponent)
    }

    /// The power of ten of its last digit that is not zero: 3 for 12000, −1 for 0.5.
    pub fn last_decade(self) -> i32 {
        self.exponent
    }

    /// The power of ten of its first digit: 4 for 12000, −1 for 0.5; 0 for zero.
    pub fn first_decade(self) -> i32 {
        let digits = self.mantissa.unsigned_abs().checked_ilog10().unwrap_or(0);
        self.exponent + i32::try_from(digits).unwrap_or(0)
    }

    /// The nearest floating-point number.
    pub fn to_f64(self) -> f64 {
        format!("{}e{}", self.mantissa, self.exponent).parse().unwrap_or(f64::NAN)
    }

    /// The mantissa that the number has with another exponent, which must not be larger than its own.
    fn at(self, exponent: i32) -> Option<i128> {
        let decades = u32::try_from(self.exponent - exponent).ok()?;
        self.mantissa.checked_mul(10_i128.checked_pow(decades)?)
    }
}

impl PartialOrd for Decimal {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for Decimal {
    fn cmp(&self, other: &Self) -> Ordering {
        let exponent = self.exponent.min(other.exponent);
        let both = self.at(exponent).zip(other.at(exponent));
        // Numbers so far apart that they cannot be written with one exponent differ in sign or in their first digit.
        both.map_or_else(|| self.signed_decade().cmp(&other.signed_decade()), |(left, right)| left.cmp(&right))
    }
}

impl Decimal {
    /// Orders numbers of different size: the sign, then the first digit's decade in its direction.
    fn signed_decade(self) -> (i128, i32) {
        let sign = self.mantissa.signum();
        (sign, if sign < 0 { -self.first_decade() } else { self.first_decade() })
    }
}

/// The number in plain digits, with an ASCII minus: `28370000`, `-0.106`.
impl fmt::Display for Decimal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let sign = if self.mantissa < 0 { "-" } else { "" };
        let digits = self.mantissa.unsigned_abs().to_string();
        let Ok(decimals) = usize::try_from(-self.exponent) else {
            let zeros = usize::try_from(self.exponent).unwrap_or(0);
            return write!(f, "{sign}{digits}{}", "0".repeat(zeros));
        };
        let digits = format!("{digits:0>width$}", width = decimals + 1);
        let (whole, fraction) = digits.split_at_checked(digits.len() - decimals).unwrap_or((&digits, ""));
        write!(f, "{sign}{whole}{}{fraction}", if fraction.is_empty() { "" } else { "." })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sums_and_products_are_exact() {
        let tenth = Decimal::new(1, -1);
        let third = Decimal::new(1, 0).over(Decimal::new(3, 0)).expect("a third");
        assert_eq!(tenth.plus(Decimal::new(2, -1)), Some(Decimal::new(3, -1)));
        assert_eq!(tenth.times(Decimal::new(30, 0)), Some(Decimal::new(3, 0)));
        assert_eq!(third.to_f64(), 1.0 / 3.0);
        assert_eq!(tenth.over(Decimal::ZERO), None);
        assert_eq!(Decimal::new(1, 40).plus(Decimal::new(1, -40)), None);
    }

    #[test]
    fn a_decimal_is_written_in_plain_digits() {
        for (mantissa, exponent, text) in [
            (1349, 11, "134900000000000"),
            (-106, -3, "-0.106"),
            (12000, 0, "12000"),
            (5, 0, "5"),
            (0, 7, "0"),
            (15, -1, "1.5"),
        ] {
            assert_eq!(Decimal::new(mantissa, exponent).to_string(), text);
        }
    }

    #[test]
    fn decimals_are_in_the_order_of_their_size() {
        let list = [(-1, 60), (-2, 0), (-1, 0), (0, 0), (1, -60), (1, 0), (11, -1), (1, 60)];
        let numbers = list.map(|(mantissa, exponent)| Decimal::new(mantissa, exponent));
        assert!(numbers.is_sorted());
    }
}
