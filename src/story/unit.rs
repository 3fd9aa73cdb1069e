//! What numbers are counted in: units, and their dimensions, so that a formula cannot add tonnes to yuan.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::{MAX_ID, Text};

/// Something to count in.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "cli", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Unit {
    /// The unit's name in this file.
    pub id: String,
    /// What the unit is made of, for the check of formulas: `trip/week`; `1` for a bare ratio.
    pub dimension: String,
    /// The number as written: `{}吨`, `{} company|{} companies` (one | more).
    pub form: Text,
    /// The number as spoken, where signs would be read badly: `{} tonnes`. The written form if absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub spoken: Option<Text>,
    /// Set when it counts things one by one: companies, trucks. Such a number is exact, can be drawn one mark a thing, and stands
    /// without its noun beside a term that names the things. Any other unit measures, but for rates of such things without a `scale`: trips a week.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub counts: bool,
    /// What the stored value is multiplied by before it is written: 100 for a percentage. 1 if absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub scale: Option<f64>,
}

/// Base symbols with their exponents: `trip/week` is trip¹ week⁻¹. A bare ratio has none.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Dimension(BTreeMap<String, i32>);

impl Dimension {
    /// Reads `t`, `trip/week`, `t*km/day` or `1`. Every symbol after the first `/` divides.
    pub fn parse(text: &str) -> Self {
        let mut powers = BTreeMap::new();
        for (index, side) in text.split('/').enumerate() {
            for symbol in side.split('*').map(str::trim).filter(|symbol| !symbol.is_empty() && *symbol != "1") {
                *powers.entry(symbol.to_owned()).or_insert(0) += if index == 0 { 1 } else { -1 };
            }
        }
        powers.retain(|_, power| *power != 0);
        Self(powers)
    }

    /// Reads a dimension whose symbols are all right, none of them empty; as long as an id at most, so that no formula grows
    /// out of hand.
    pub fn checked(text: &str) -> Option<Self> {
        let is_symbol = |symbol: &str| symbol.trim() == "1" || is_unit_id(symbol.trim());
        (text.len() <= MAX_ID && text.split(['*', '/']).all(is_symbol)).then(|| Self::parse(text))
    }

    /// The dimension of a product (`sign` 1) or a quotient (`sign` −1).
    pub fn combine(&self, other: &Self, sign: i32) -> Self {
        let mut powers = self.0.clone();
        for (symbol, power) in &other.0 {
            let of = powers.entry(symbol.clone()).or_insert(0_i32);
            // A chain of squares doubles the power each time; at the end of the range it stays.
            *of = of.saturating_add(power.saturating_mul(sign));
        }
        powers.retain(|_, power| *power != 0);
        Self(powers)
    }
}

impl std::fmt::Display for Dimension {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let side = |sign: i32| -> String {
            let symbols = self.0.iter().filter(|(_, power)| power.signum() == sign);
            let written = symbols.map(|(symbol, power)| match power.unsigned_abs() {
                1 => symbol.clone(),
                power => format!("{symbol}^{power}"),
            });
            written.collect::<Vec<_>>().join("*")
        };
        let (above, below) = (side(1), side(-1));
        f.write_str(if above.is_empty() { "1" } else { &above })?;
        if below.is_empty() { Ok(()) } else { write!(f, "/{below}") }
    }
}

/// Whether a text can be a unit's id. It stands in no formula and no address, so it may look like what it means: `CNY`,
/// `trip/week`.
pub(super) fn is_unit_id(id: &str) -> bool {
    let follows = |byte: u8| byte.is_ascii_alphanumeric() || b"-/*".contains(&byte);
    id.len() <= MAX_ID && id.starts_with(|c: char| c.is_ascii_alphabetic()) && id.bytes().all(follows)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_rate_times_its_time_is_a_count() {
        let rate = Dimension::parse("trip/day");
        assert_eq!(rate.combine(&Dimension::parse("day/week"), 1), Dimension::parse("trip/week"));
        assert_eq!(rate.combine(&rate, -1), Dimension::parse("1"));
        assert_eq!(rate.to_string(), "trip/day");
        assert_eq!(Dimension::default().to_string(), "1");
    }

    #[test]
    fn a_power_is_written_and_never_overflows() {
        let square = Dimension::parse("t*t/day");
        assert_eq!(square.to_string(), "t^2/day");
        let mut power = square;
        for _ in 0..40 {
            power = power.combine(&power.clone(), 1);
        }
        assert_eq!(power.to_string(), format!("t^{}/day^{}", i32::MAX, i32::MIN.unsigned_abs()));
    }
}
