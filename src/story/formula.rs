//! Formulas over facts: `frequency-now * days-a-week / frequency-before`.
//!
//! In: the formula's text. Out: a [`Formula`], read once; its [`Expr`] gives a [`Quantity`] once every name in it has one, and writes itself for
//! readers.
//!
//! The grammar, with `+ -` looser than `* /`, all from left to right; an operator stands between spaces, since ids contain
//! hyphens:
//!
//! ```text
//! sum     = product { (" + " | " - ") product }
//! product = atom { (" * " | " / ") atom }
//! atom    = number | id | "(" sum ")"
//! ```

use serde::{Deserialize, Serialize};

use super::Locale;
use super::quantity::Quantity;
use super::sentences::{InWords, sentences};

/// The deepest nesting of parentheses that is read.
pub const MAX_DEPTH: usize = 32;
/// The longest formula that is read, in bytes.
pub const MAX_LENGTH: usize = 1000;

/// A formula as the story file has it, and what it was read as.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "cli", derive(schemars::JsonSchema), schemars(with = "String", inline))]
#[serde(from = "String", into = "String")]
pub struct Formula {
    text: String,
    expr: Result<Expr, FormulaError>,
}

impl Formula {
    /// The formula as the story file has it.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// The formula, read.
    ///
    /// # Errors
    /// The formula is too long, too deep, or breaks the grammar.
    pub fn expr(&self) -> Result<&Expr, FormulaError> {
        self.expr.as_ref().map_err(Clone::clone)
    }
}

impl From<String> for Formula {
    fn from(text: String) -> Self {
        let expr = Expr::parse(&text);
        Self { text, expr }
    }
}

impl From<Formula> for String {
    fn from(formula: Formula) -> Self {
        formula.text
    }
}

/// A formula, read.
#[derive(Clone, Debug, PartialEq)]
pub enum Expr {
    /// A plain number without a unit.
    Number(f64),
    /// The id of a fact, a derived fact or a constant.
    Name(String),
    /// A formula in parentheses, kept so that a reader sees the grouping that the editor wrote.
    Group(Box<Expr>),
    /// Two formulas and the operator between them.
    Binary(Box<Expr>, Operator, Box<Expr>),
}

/// An operator between two operands.
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

impl Operator {
    /// The sign that readers know: `+`, `−`, `×`, `÷`.
    const fn sign(self) -> char {
        match self {
            Self::Add => '+',
            Self::Subtract => '−',
            Self::Multiply => '×',
            Self::Divide => '÷',
        }
    }
}

sentences! {
    /// Why a formula cannot be read or worked out.
    #[derive(Clone, Debug, PartialEq, thiserror::Error)]
    #[error("{}", self.message(Locale::En))]
    pub enum FormulaError {
        TooLong =>
            "the formula is longer than {MAX_LENGTH} bytes; split it into derived facts",
            "公式超过 {MAX_LENGTH} 字节；请拆成几个推算";
        TooDeep =>
            "parentheses are nested deeper than {MAX_DEPTH}; split the formula into derived facts",
            "括号超过 {MAX_DEPTH} 层；请拆成几个推算";
        Unexpected { expected: Expected, at: Rest } =>
            "expected {expected} {at}",
            "{at}处应为{expected}";
        NoValue(name: String) =>
            "`{name}` has no number; only facts with a value, derived facts and constants can stand in a formula",
            "`{name}` 没有数值；公式中只能用有数值的事实、推算和常数";
        UnlikeUnits(one: String, other: String) =>
            "cannot add or subtract {one} and {other}; both sides must have the same unit",
            "`{one}` 与 `{other}` 不能相加减；两边单位要相同";
        DivisionByZero =>
            "division by zero",
            "除数为零；请更正";
        NotFinite =>
            "the result is not a finite number",
            "结果不是有限的数；请更正";
    }
}

sentences! {
    /// The things that can be expected at a place of a formula.
    #[derive(Clone, Copy, Debug, PartialEq, Eq)]
    pub enum Expected {
        Operator => "an operator between spaces, or the end", "前后有空格的运算符，或公式结尾";
        ClosingParenthesis => "`)`", " `)`";
        Operand => "a number, an id or `(`", "数、编号或 `(`";
    }
}

/// The rest of a formula, from where it cannot be read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Rest(pub String);

impl InWords for Rest {
    fn in_words(&self, locale: Locale) -> String {
        // At the end of the formula there is nothing left to quote.
        match (locale, self.0.as_str()) {
            (Locale::En, "") => "at the end".to_owned(),
            (Locale::En, rest) => format!("at `{rest}`"),
            (Locale::Zh, "") => "结尾".to_owned(),
            (Locale::Zh, rest) => format!("`{rest}` "),
        }
    }
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
        if reader.rest.is_empty() { Ok(expr) } else { Err(reader.unexpected(Expected::Operator)) }
    }

    /// Every name in the formula, in order, repeats included.
    pub fn names(&self) -> Vec<&str> {
        match self {
            Self::Number(_) => Vec::new(),
            Self::Name(name) => vec![name],
            Self::Group(inner) => inner.names(),
            Self::Binary(left, _, right) => [left.names(), right.names()].concat(),
        }
    }

    /// Works the formula out. `lookup` gives the quantity behind a name.
    ///
    /// # Errors
    /// A name without a quantity, unlike units in a sum, a division by zero, or a result beyond the finite numbers.
    pub fn evaluate(&self, lookup: &dyn Fn(&str) -> Option<Quantity>) -> Result<Quantity, FormulaError> {
        match self {
            Self::Number(value) => Ok(Quantity::exact(*value)),
            Self::Name(name) => lookup(name).ok_or_else(|| FormulaError::NoValue(name.clone())),
            Self::Group(inner) => inner.evaluate(lookup),
            Self::Binary(left, operator, right) => left.evaluate(lookup)?.combine(*operator, &right.evaluate(lookup)?),
        }
    }

    /// The formula as a reader sees it: `(A + B) × C ÷ 2`. `number` writes a plain number, `name` what an id stands for.
    pub fn written(&self, number: &dyn Fn(f64) -> String, name: &dyn Fn(&str) -> String) -> String {
        match self {
            Self::Number(value) => number(*value),
            Self::Name(id) => name(id),
            Self::Group(inner) => format!("({})", inner.written(number, name)),
            Self::Binary(left, operator, right) => {
                format!("{} {} {}", left.written(number, name), operator.sign(), right.written(number, name))
            }
        }
    }
}

struct Reader<'a> {
    rest: &'a str,
}

impl Reader<'_> {
    fn unexpected(&self, expected: Expected) -> FormulaError {
        FormulaError::Unexpected { expected, at: Rest(self.rest.chars().take(20).collect()) }
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
            self.rest = self.rest.strip_prefix(')').ok_or_else(|| self.unexpected(Expected::ClosingParenthesis))?;
            return Ok(Expr::Group(Box::new(inner)));
        }
        let end =
            self.rest.find(|c: char| !c.is_ascii_alphanumeric() && c != '-' && c != '.').unwrap_or(self.rest.len());
        let (word, rest) = self.rest.split_at_checked(end).unwrap_or((self.rest, ""));
        let atom = if word.starts_with(|c: char| c.is_ascii_digit()) {
            word.parse().ok().filter(|number: &f64| number.is_finite()).map(Expr::Number)
        } else {
            word.starts_with(|c: char| c.is_ascii_lowercase()).then(|| Expr::Name(word.to_owned()))
        };
        let atom = atom.ok_or_else(|| self.unexpected(Expected::Operand))?;
        self.rest = rest;
        Ok(atom)
    }
}

#[cfg(test)]
mod tests {
    use super::super::{Qualifier, unit::Dimension};
    use super::*;

    fn lookup(name: &str) -> Option<Quantity> {
        let (value, digits, unit, qualifier) = match name {
            "trips" => (1491.0, None, "trip", Qualifier::Exact),
            "weight" => (26_900.0, Some(3), "t", Qualifier::About),
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
    fn a_formula_is_written_with_the_grouping_that_it_was_read_with() {
        for (formula, written) in [
            ("((a + b) * c) / d * half", "((A + B) × C) ÷ D × HALF"),
            ("a - (b - (c - 0.5))", "A − (B − (C − 0.5))"),
            ("(a)", "(A)"),
        ] {
            let expr = Expr::parse(formula).expect("a formula");
            assert_eq!(expr.written(&|number| number.to_string(), &str::to_uppercase), written);
        }
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
