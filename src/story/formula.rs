//! Formulas over facts: `frequency-now * days-a-week / frequency-before`.
//!
//! In: the formula's text. Out: an [`Expr`], and from it a [`Quantity`] once every name in it has one. A quantity carries
//! its uncertainty, so that a result is never written with more digits than its inputs warrant.
//!
//! The grammar, with `+ -` looser than `* /`, all from left to right; an operator stands between spaces, since ids contain
//! hyphens:
//!
//! ```text
//! sum     = product { (" + " | " - ") product }
//! product = atom { (" * " | " / ") atom }
//! atom    = number | id | "(" sum ")"
//! ```

use super::{Qualifier, unit::Dimension};

/// The deepest nesting of parentheses that is read.
pub const MAX_DEPTH: usize = 32;
/// The longest formula that is read, in bytes.
pub const MAX_LENGTH: usize = 1000;

/// A formula, read.
#[derive(Clone, Debug, PartialEq)]
pub enum Expr {
    /// A plain number without a unit.
    Number(f64),
    /// The id of a fact, a derived fact or a constant.
    Name(String),
    /// Two formulas and what is between them.
    Binary(Box<Expr>, Operator, Box<Expr>),
}

/// What stands between two operands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Operator {
    /// `+`
    Add,
    /// `-`
    Subtract,
    /// `*`
    Multiply,
    /// `/`
    Divide,
}

/// Why a formula cannot be read or worked out.
#[derive(Clone, Debug, PartialEq, thiserror::Error)]
pub enum FormulaError {
    /// Longer than [`MAX_LENGTH`].
    #[error("the formula is longer than {MAX_LENGTH} bytes; split it into derived facts")]
    TooLong,
    /// Nested deeper than [`MAX_DEPTH`].
    #[error("parentheses are nested deeper than {MAX_DEPTH}; split the formula into derived facts")]
    TooDeep,
    /// Something else should stand here.
    #[error("expected {expected} at `{at}`")]
    Unexpected {
        /// What would have been right.
        expected: &'static str,
        /// The rest of the formula from there.
        at: String,
    },
    /// A name that has no value.
    #[error("`{0}` has no number; only facts with a value, derived facts and constants can stand in a formula")]
    NoValue(String),
    /// A sum of two kinds of thing.
    #[error("cannot add or subtract {0} and {1}; both sides must have the same unit")]
    UnlikeUnits(String, String),
    /// Divided by nothing.
    #[error("division by zero")]
    DivisionByZero,
    /// Too large to be a number.
    #[error("the result is not a finite number")]
    NotFinite,
}

/// A number with what is known about it.
#[derive(Clone, Debug, PartialEq)]
pub struct Quantity {
    /// The number, in whole units.
    pub value: f64,
    /// How far the true number may lie on either side, in the same units; 0 for a count.
    pub uncertainty: f64,
    /// What it is a number of.
    pub dimension: Dimension,
    /// What its inputs say of it: over and about are inherited.
    pub qualifier: Qualifier,
}

impl Quantity {
    /// A number printed to `digits` significant digits: half a unit of the last one is uncertain. A count has no `digits`.
    pub fn new(value: f64, digits: Option<u8>, dimension: Dimension, qualifier: Qualifier) -> Self {
        let uncertainty = match digits {
            Some(digits) if value != 0.0 => 10f64.powi(decade(value) - i32::from(digits) + 1) / 2.0,
            _ => 0.0,
        };
        Self { value, uncertainty, dimension, qualifier }
    }

    /// The number of decimals that the uncertainty leaves standing for this value times `scale`, negative when whole tens
    /// or hundreds are uncertain; `None` for an exact number.
    ///
    /// A digit stands while half a unit of it is no less than a third of the uncertainty: the usual rule of significant
    /// digits is that loose, and a stricter one would drop the last digit of every quotient.
    pub fn decimals(&self, scale: f64) -> Option<i32> {
        let uncertain = (self.uncertainty * scale).abs();
        (uncertain > 0.0 && uncertain.is_finite()).then(|| -1 - decade(uncertain * 2.0 / 3.0))
    }
}

/// The power of ten of a number's first digit: 2 for 837, −3 for 0.0042.
pub(crate) fn decade(value: f64) -> i32 {
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

impl Expr {
    /// Reads a formula.
    ///
    /// # Errors
    /// The formula is too long, too deep, or breaks the grammar; the error tells where.
    pub fn parse(text: &str) -> Result<Self, FormulaError> {
        if text.len() > MAX_LENGTH {
            return Err(FormulaError::TooLong);
        }
        let mut reader = Reader { rest: text.trim() };
        let expr = reader.sum(0)?;
        if reader.rest.is_empty() { Ok(expr) } else { Err(reader.unexpected("an operator between spaces, or the end")) }
    }

    /// Every name in the formula, in order, repeats included.
    pub fn names(&self) -> Vec<&str> {
        match self {
            Self::Number(_) => Vec::new(),
            Self::Name(name) => vec![name],
            Self::Binary(left, _, right) => [left.names(), right.names()].concat(),
        }
    }

    /// Works the formula out. `lookup` gives the quantity behind a name.
    ///
    /// # Errors
    /// A name without a quantity, unlike units in a sum, a division by zero, or a result beyond the finite numbers.
    pub fn evaluate(&self, lookup: &dyn Fn(&str) -> Option<Quantity>) -> Result<Quantity, FormulaError> {
        match self {
            Self::Number(value) => Ok(Quantity::new(*value, None, Dimension::default(), Qualifier::Exact)),
            Self::Name(name) => lookup(name).ok_or_else(|| FormulaError::NoValue(name.clone())),
            Self::Binary(left, operator, right) => {
                combine(&left.evaluate(lookup)?, *operator, &right.evaluate(lookup)?)
            }
        }
    }
}

/// First-order propagation of the largest error: absolute errors add in a sum, relative ones in a product.
fn combine(left: &Quantity, operator: Operator, right: &Quantity) -> Result<Quantity, FormulaError> {
    let relative = |value: f64| {
        let of = |side: &Quantity| if side.value == 0.0 { 0.0 } else { side.uncertainty / side.value.abs() };
        value.abs() * (of(left) + of(right))
    };
    let (value, uncertainty, dimension) = match operator {
        Operator::Add | Operator::Subtract => {
            if left.dimension != right.dimension {
                return Err(FormulaError::UnlikeUnits(left.dimension.to_string(), right.dimension.to_string()));
            }
            let sign = if operator == Operator::Add { 1.0 } else { -1.0 };
            (left.value + sign * right.value, left.uncertainty + right.uncertainty, left.dimension.clone())
        }
        Operator::Multiply => {
            let value = left.value * right.value;
            (value, relative(value), left.dimension.combine(&right.dimension, 1))
        }
        Operator::Divide => {
            if right.value == 0.0 {
                return Err(FormulaError::DivisionByZero);
            }
            let value = left.value / right.value;
            (value, relative(value), left.dimension.combine(&right.dimension, -1))
        }
    };
    if !value.is_finite() || !uncertainty.is_finite() {
        return Err(FormulaError::NotFinite);
    }
    Ok(Quantity { value, uncertainty, dimension, qualifier: inherit(left.qualifier, operator, right.qualifier) })
}

/// What a result inherits: one "over" side stays over where growing it grows the result, everything else that is not
/// exact becomes about.
fn inherit(left: Qualifier, operator: Operator, right: Qualifier) -> Qualifier {
    use Qualifier::{About, Exact, Over};
    match (left, right) {
        (Exact, Exact) => Exact,
        (Over, Exact) => Over,
        (Over | Exact, Over) if matches!(operator, Operator::Add | Operator::Multiply) => Over,
        _ => About,
    }
}

struct Reader<'a> {
    rest: &'a str,
}

impl Reader<'_> {
    fn unexpected(&self, expected: &'static str) -> FormulaError {
        FormulaError::Unexpected { expected, at: self.rest.chars().take(20).collect() }
    }

    fn sum(&mut self, depth: usize) -> Result<Expr, FormulaError> {
        let mut left = self.product(depth)?;
        while let Some(operator) = self.operator([(" + ", Operator::Add), (" - ", Operator::Subtract)]) {
            left = Expr::Binary(Box::new(left), operator, Box::new(self.product(depth)?));
        }
        Ok(left)
    }

    fn product(&mut self, depth: usize) -> Result<Expr, FormulaError> {
        let mut left = self.atom(depth)?;
        while let Some(operator) = self.operator([(" * ", Operator::Multiply), (" / ", Operator::Divide)]) {
            left = Expr::Binary(Box::new(left), operator, Box::new(self.atom(depth)?));
        }
        Ok(left)
    }

    fn operator(&mut self, choices: [(&str, Operator); 2]) -> Option<Operator> {
        let (rest, operator) =
            choices.into_iter().find_map(|(sign, operator)| Some((self.rest.strip_prefix(sign)?, operator)))?;
        self.rest = rest;
        Some(operator)
    }

    fn atom(&mut self, depth: usize) -> Result<Expr, FormulaError> {
        if depth > MAX_DEPTH {
            return Err(FormulaError::TooDeep);
        }
        if let Some(rest) = self.rest.strip_prefix('(') {
            self.rest = rest;
            let inner = self.sum(depth + 1)?;
            self.rest = self.rest.strip_prefix(')').ok_or_else(|| self.unexpected("`)`"))?;
            return Ok(inner);
        }
        let end =
            self.rest.find(|c: char| !c.is_ascii_alphanumeric() && c != '-' && c != '.').unwrap_or(self.rest.len());
        let (word, rest) = self.rest.split_at_checked(end).unwrap_or((self.rest, ""));
        let atom = if word.starts_with(|c: char| c.is_ascii_digit()) {
            word.parse().ok().filter(|number: &f64| number.is_finite()).map(Expr::Number)
        } else {
            word.starts_with(|c: char| c.is_ascii_lowercase()).then(|| Expr::Name(word.to_owned()))
        };
        let atom = atom.ok_or_else(|| self.unexpected("a number, an id or `(`"))?;
        self.rest = rest;
        Ok(atom)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn lookup(name: &str) -> Option<Quantity> {
        let (value, digits, unit, qualifier) = match name {
            "trips" => (1491.0, None, "trip", Qualifier::Exact),
            "weight" => (26_900.0, Some(3), "t", Qualifier::About),
            "freight" => (11_200.0, Some(3), "t", Qualifier::Exact),
            "growth" => (0.27, Some(2), "1", Qualifier::Exact),
            "organisations" => (800.0, Some(1), "organisation", Qualifier::Over),
            "nothing" => (0.0, None, "1", Qualifier::Exact),
            _ => return None,
        };
        Some(Quantity::new(value, digits, Dimension::parse(unit), qualifier))
    }

    fn evaluate(formula: &str) -> Result<Quantity, FormulaError> {
        Expr::parse(formula)?.evaluate(&lookup)
    }

    #[test]
    fn products_bind_tighter_than_sums_and_parentheses_tightest() {
        assert_eq!(evaluate("2 + 3 * 4").map(|q| q.value), Ok(14.0));
        assert_eq!(evaluate("(2 + 3) * 4").map(|q| q.value), Ok(20.0));
        assert_eq!(evaluate("8 - 3 - 2").map(|q| q.value), Ok(3.0));
        assert_eq!(evaluate("16 / 4 / 2").map(|q| q.value), Ok(2.0));
    }

    #[test]
    fn units_and_qualifiers_follow_the_formula() {
        let load = evaluate("weight / trips").expect("a load");
        assert_eq!((load.dimension.to_string().as_str(), load.qualifier), ("t/trip", Qualifier::About));
        assert_eq!(evaluate("organisations * 2").map(|q| q.qualifier), Ok(Qualifier::Over));
        assert_eq!(evaluate("1 / organisations").map(|q| q.qualifier), Ok(Qualifier::About));
    }

    #[test]
    fn a_result_keeps_the_digits_that_its_inputs_warrant() {
        let before = evaluate("freight / (1 + growth)").expect("last year's freight");
        assert_eq!(before.decimals(1e-4), Some(2), "0.88, not 0.882");
        assert_eq!(evaluate("trips / 152").expect("trips a day").decimals(1.0), None, "counts are exact");
    }

    #[test]
    fn what_cannot_be_worked_out_says_why() {
        assert_eq!(evaluate("weight + trips"), Err(FormulaError::UnlikeUnits("t".into(), "trip".into())));
        assert_eq!(evaluate("trips / nothing"), Err(FormulaError::DivisionByZero));
        assert_eq!(evaluate("unheard-of"), Err(FormulaError::NoValue("unheard-of".into())));
        assert_eq!(evaluate(&format!("1{}", " * 99999999999999999999".repeat(20))), Err(FormulaError::NotFinite));
        assert_eq!(evaluate(&"(".repeat(MAX_DEPTH + 2)), Err(FormulaError::TooDeep));
        assert_eq!(evaluate(&"1".repeat(MAX_LENGTH + 1)), Err(FormulaError::TooLong));
        for broken in ["", "1 +", "1+1", "(1", "1)", "* 1", "é", "1 + -1", "trips trips", "1..2"] {
            assert!(matches!(evaluate(broken), Err(FormulaError::Unexpected { .. })), "{broken} was read");
        }
    }
}
