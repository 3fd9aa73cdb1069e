//! A number with what is known about it, and how that knowledge goes through a calculation.
//!
//! The rule of digits, which decides how many a result is written with:
//!
//! 1. A count, a constant and a plain number are exact. A number printed to so many significant digits may be off by half a
//!    unit of the last one: 9.1 by 0.05.
//! 2. A sum or a difference is known as well as the coarsest of its terms: 9.1 + 49.2 + 76.6 is 134.9. The terms were
//!    rounded each for itself, so their errors mostly cancel, and a reader expects a total with the digits of its parts.
//! 3. A product or a quotient has at most as many significant digits as its coarsest factor: 300 000 to one digit over 28 is
//!    10 000. Its error is that of the factors in proportion, added, since each factor stretches the other's error.
//! 4. A digit is written while the error is at most about three of its units (`UNIT_TO_ERROR`). Two factors of n digits then
//!    nearly always give n digits (2.0 / 3.0 is 0.67), and a digit that could as well be almost any other is left out.
//! 5. The `decimals` that an editor asks for hold wherever the inputs warrant them, and decide alone where all inputs are
//!    exact: 54188 / 23119 is 2.34 with two, 2.3438 with four. Digits that nobody measured are never written.

use super::Qualifier;
use super::formula::{FormulaError, Operator};
use super::unit::Dimension;

/// The least that a unit of the last digit may be of the error.
const UNIT_TO_ERROR: f64 = 0.3;

/// A number with what is known about it.
#[derive(Clone, Debug, PartialEq)]
pub struct Quantity {
    /// The number, in whole units.
    pub value: f64,
    /// How far the true number may lie on either side, in the same units; 0 for an exact number.
    pub uncertainty: f64,
    /// Its dimension.
    pub dimension: Dimension,
    /// Its qualifier; over and about are inherited from inputs.
    pub qualifier: Qualifier,
}

impl Quantity {
    /// A number printed to `digits` significant digits; an exact one has no `digits`.
    pub fn new(value: f64, digits: Option<u8>, dimension: Dimension, qualifier: Qualifier) -> Self {
        let uncertainty = match digits {
            Some(digits) if value != 0.0 => half_unit(value, i32::from(digits)),
            _ => 0.0,
        };
        Self { value, uncertainty, dimension, qualifier }
    }

    /// A number without a unit that is so by definition.
    pub fn exact(value: f64) -> Self {
        Self::new(value, None, Dimension::default(), Qualifier::Exact)
    }

    /// The number of decimals that the uncertainty leaves standing for this value times `scale`, negative when whole tens
    /// or hundreds are uncertain; `None` for an exact number.
    pub fn decimals(&self, scale: f64) -> Option<i32> {
        let uncertain = (self.uncertainty * scale).abs();
        (uncertain > 0.0 && uncertain.is_finite()).then(|| -1 - decade(uncertain * UNIT_TO_ERROR))
    }

    /// How many significant digits the uncertainty leaves standing; `None` for an exact number.
    fn digits(&self) -> Option<i32> {
        self.decimals(1.0).map(|decimals| decade(self.value) + 1 + decimals)
    }

    /// Combines two quantities.
    ///
    /// # Errors
    /// Unlike units in a sum, a division by zero, or a result beyond the finite numbers.
    pub fn combine(&self, operator: Operator, other: &Self) -> Result<Self, FormulaError> {
        if matches!(operator, Operator::Add | Operator::Subtract) && self.dimension != other.dimension {
            return Err(FormulaError::UnlikeUnits(self.dimension.to_string(), other.dimension.to_string()));
        }
        if operator == Operator::Divide && other.value == 0.0 {
            return Err(FormulaError::DivisionByZero);
        }
        let value = match operator {
            Operator::Add => self.value + other.value,
            Operator::Subtract => self.value - other.value,
            Operator::Multiply => self.value * other.value,
            Operator::Divide => self.value / other.value,
        };
        let (uncertainty, dimension) = match operator {
            Operator::Add | Operator::Subtract => (self.uncertainty.max(other.uncertainty), self.dimension.clone()),
            Operator::Multiply => (self.stretched(other, value), self.dimension.combine(&other.dimension, 1)),
            Operator::Divide => (self.stretched(other, value), self.dimension.combine(&other.dimension, -1)),
        };
        if !value.is_finite() || !uncertainty.is_finite() {
            return Err(FormulaError::NotFinite);
        }
        Ok(Self { value, uncertainty, dimension, qualifier: inherit(self.qualifier, operator, other.qualifier) })
    }

    /// The uncertainty of the product or quotient that two factors make.
    fn stretched(&self, other: &Self, result: f64) -> f64 {
        let relative = |factor: &Self| if factor.value == 0.0 { 0.0 } else { factor.uncertainty / factor.value.abs() };
        let error = (relative(self) + relative(other)) * result.abs();
        match [self.digits(), other.digits()].into_iter().flatten().min() {
            Some(digits) if result != 0.0 => error.max(half_unit(result, digits)),
            _ => error,
        }
    }
}

/// Half a unit of a number's last significant digit.
fn half_unit(value: f64, digits: i32) -> f64 {
    10f64.powi(decade(value) - digits + 1) / 2.0
}

/// The power of ten of a number's first digit: 2 for 837, −3 for 0.0042.
fn decade(value: f64) -> i32 {
    let magnitude = value.abs();
    let mut decade = 0;
    let mut power = 1.0_f64;
    while power * 10.0 <= magnitude && decade < 400 {
        power *= 10.0;
        decade += 1;
    }
    while power > magnitude && decade > -400 {
        power /= 10.0;
        decade -= 1;
    }
    decade
}

/// The qualifier that a result inherits. A bound on one side stays a bound where a larger input gives a larger result; any other
/// inexact input makes the result about.
fn inherit(left: Qualifier, operator: Operator, right: Qualifier) -> Qualifier {
    use Qualifier::{About, AtLeast, AtMost, Exact, Nearly, Over, Under};
    let grows = matches!(operator, Operator::Add | Operator::Multiply);
    match (left, right) {
        (Exact, Exact) => Exact,
        (Over | AtLeast | Nearly | Under | AtMost, Exact) => left,
        (Exact, Over | AtLeast | Nearly | Under | AtMost) if grows => right,
        (Over, Over) | (AtLeast, AtLeast) | (Under, Under) | (AtMost, AtMost) if grows => left,
        _ => About,
    }
}

#[cfg(test)]
mod tests {
    use super::super::formula::Expr;
    use super::*;

    /// The quantity of a formula whose numbers are measured to the digits they are written with; one behind `=` is exact.
    fn worked_out(formula: &str) -> Quantity {
        let named: String = formula.split(' ').map(name).collect::<Vec<_>>().join(" ");
        let lookup = |id: &str| {
            let text = id.trim_start_matches(['m', 'x']).replace('-', ".");
            let digits = text.trim_start_matches(['0', '.']).replace('.', "").len();
            let digits = id.starts_with('m').then(|| u8::try_from(digits).expect("a few digits"));
            Some(Quantity::new(text.parse().expect("a number"), digits, Dimension::default(), Qualifier::Exact))
        };
        Expr::parse(&named).expect("a formula").evaluate(&lookup).expect("a result")
    }

    /// `9.1` as the name `m9-1`, `=9.1` as `x9-1`; operators and parentheses stay.
    fn name(word: &str) -> String {
        let number = word.trim_matches(['(', ')', '=']);
        if number.parse::<f64>().is_err() {
            return word.to_owned();
        }
        let sort = if word.contains('=') { "x" } else { "m" };
        word.replace('=', "").replace(number, &format!("{sort}{}", number.replace('.', "-")))
    }

    #[test]
    fn a_result_keeps_the_digits_that_its_inputs_warrant() {
        for (formula, decimals) in [
            // A number by itself has the digits it is printed with.
            ("9.1", Some(1)),
            ("0.0042", Some(4)),
            ("134.90", Some(2)),
            ("=152", None),
            // A sum, however long, has the decimals of its coarsest term.
            ("9.1 + 49.2 + 76.6", Some(1)),
            ("9.1 + 49.2 + 76.6 + 1.0", Some(1)),
            ("0.1 + 0.1 + 0.1 + 0.1 + 0.1 + 0.1 + 0.1 + 0.1 + 0.1 + 0.1 + 0.1 + 0.1", Some(1)),
            ("134.9 - 76.65", Some(1)),
            ("57 + 0.25", Some(0)),
            ("=57 + 0.25", Some(2)),
            ("=57 + =2", None),
            // A product or quotient has about as many significant digits as its coarsest factor.
            ("3.0 * 3.0", Some(1)),
            ("1.2 * 3.4 * 5.6", Some(0)),
            ("2.0 / 3.0", Some(2)),
            ("54188 / 23119", Some(4)),
            ("=2 * 3.14", Some(2)),
            ("26900.0 / =1491", Some(4)),
            ("=54188 / =23119", None),
            // 0.882 could as well be 0.875 or 0.889.
            ("1.12 / (=1 + 0.27)", Some(2)),
            ("26.56 / (=1 + 0.03)", Some(1)),
            ("9.1 / (9.1 + 49.2 + 76.6)", Some(3)),
            ("0.3 / =28", Some(2)),
            ("3 / =28", Some(1)),
            // The difference of two large numbers that are nearly equal has few digits.
            ("1000.2 - 1000.1", Some(1)),
            ("0.0 * 3.0", None),
        ] {
            assert_eq!(worked_out(formula).decimals(1.0), decimals, "{formula} = {}", worked_out(formula).value);
        }
    }

    #[test]
    fn a_bound_stays_one_where_growing_it_grows_the_result() {
        use Operator::{Add, Divide, Multiply, Subtract};
        use Qualifier::{About, AtLeast, Exact, Nearly, Over, Under};
        for (left, operator, right, result) in [
            (Over, Divide, Exact, Over),
            (Exact, Divide, Over, About),
            (Exact, Multiply, AtLeast, AtLeast),
            (Exact, Subtract, Under, About),
            (Under, Add, Under, Under),
            (Over, Add, AtLeast, About),
            (Nearly, Add, Nearly, About),
        ] {
            assert_eq!(inherit(left, operator, right), result, "{left:?} {operator:?} {right:?}");
        }
    }

    #[test]
    fn a_scale_moves_the_point() {
        let share = worked_out("9.1 / (9.1 + 49.2 + 76.6)");
        assert_eq!((share.decimals(100.0), share.decimals(1e-4)), (Some(1), Some(7)));
        assert_eq!(worked_out("26900.0 * =10").decimals(1e-6), Some(6));
        let tens = Quantity::new(8819.0, Some(2), Dimension::default(), Qualifier::Exact);
        assert_eq!(tens.decimals(1.0), Some(-2));
    }
}
