//! Numbers, units, qualifiers and dates in each language's own way: 2837万吨 and 28.37 million t.
//!
//! In: a [`Quantity`] and the story's [`Unit`]. Out: text, written or spoken. No number is formatted anywhere else.

mod date;

use crate::numeral::Numeral;
use crate::story::quantity::Quantity;
use crate::story::{Locale, Qualifier, Unit};
use crate::words::words;
pub use date::{date, part_of_year, period};

/// The most decimals that are written.
pub const MAX_DECIMALS: u8 = 9;
/// The decimals that a scale word may leave an exact number with; beyond, it is written out: 1.25万, but 12345.
const SCALED_EXACT: i32 = 2;
/// The same for a measured number: 1.157亿, but 54188.
const SCALED_MEASURED: i32 = 3;
/// The decimals that an exact result has at most when nobody asks for more or fewer.
const SHORT: i32 = 4;

/// A number as a reader of the language writes it, without unit or qualifier: `2837万`, `28.37 million`, `5,899`.
///
/// `asked` are the decimals that an editor wants at most. A measured number has those that its uncertainty leaves standing.
pub fn number(quantity: &Quantity, unit: &Unit, asked: Option<u8>, locale: Locale) -> String {
    let scale = unit.scale.unwrap_or(1.0);
    let value = quantity.value * scale;
    let Some(standing) = quantity.decimals(scale) else { return exact(value, asked, locale) };
    let readable =
        |scale: &&Scale| value.abs() >= 10f64.powi(scale.decade) && standing + scale.decade <= SCALED_MEASURED;
    scaled(value, scale_of(locale, readable), |decade| standing.saturating_add(decade).min(at_most(asked)), locale)
}

/// A number with the numeral and the scale word that the article prints, as its own language writes them: `70650万`, `超千亿` as `1000亿`.
pub fn printed(numeral: &Numeral, unit: &Unit, locale: Locale) -> String {
    let factor = unit.scale.unwrap_or(1.0);
    let word = scales(locale).iter().find(|scale| scale.decade == numeral.decade).copied().unwrap_or(WHOLE);
    #[expect(clippy::cast_possible_truncation, reason = "the logarithm of a finite number is small")]
    let hundredfold = factor.log10().round() as i32;
    scaled(numeral.value.to_f64() * factor, word, |decade| numeral.decimals(decade - hundredfold), locale)
}

/// [`number`] for a count or another exact value that has no unit.
///
/// A result that goes on for ever has the decimals that are asked for; without any, one, or two significant digits below 1.
pub fn exact(value: f64, asked: Option<u8>, locale: Locale) -> String {
    let readable = |scale: &&Scale| {
        let scaled = value / 10f64.powi(scale.decade);
        scaled.abs() >= 1.0 && exact_decimals(scaled).is_some_and(|decimals| decimals <= SCALED_EXACT)
    };
    let decimals = |decade: i32| {
        let scaled = value / 10f64.powi(decade);
        let needed = exact_decimals(scaled);
        match (needed, asked) {
            (None, None) => endless_decimals(scaled),
            (Some(needed), None) if needed > SHORT => endless_decimals(scaled),
            (needed, _) => needed.unwrap_or(i32::from(MAX_DECIMALS)).min(at_most(asked)),
        }
    };
    scaled(value, scale_of(locale, readable), decimals, locale)
}

fn at_most(asked: Option<u8>) -> i32 {
    i32::from(asked.unwrap_or(MAX_DECIMALS))
}

/// A power of ten that has a word.
#[derive(Clone, Copy)]
struct Scale {
    decade: i32,
    word: &'static str,
}

const fn scale(decade: i32, word: &'static str) -> Scale {
    Scale { decade, word }
}

/// No word.
const WHOLE: Scale = scale(0, "");

/// Powers of ten that have a word, the largest first.
const fn scales(locale: Locale) -> &'static [Scale] {
    match locale {
        Locale::Zh => &const { [scale(12, "万亿"), scale(8, "亿"), scale(4, "万")] },
        Locale::En => &const { [scale(12, " trillion"), scale(9, " billion"), scale(6, " million")] },
    }
}

/// The largest scale that is readable, or none.
fn scale_of(locale: Locale, readable: impl Fn(&&Scale) -> bool) -> Scale {
    scales(locale).iter().find(readable).copied().unwrap_or(WHOLE)
}

fn scaled(value: f64, scale: Scale, decimals: impl Fn(i32) -> i32, locale: Locale) -> String {
    decimal(value / 10f64.powi(scale.decade), decimals(scale.decade), locale == Locale::En) + scale.word
}

/// The fewest decimals that write a number exactly; `None` where [`MAX_DECIMALS`] do not, or where there are more digits
/// than a floating-point number is sure of.
fn exact_decimals(value: f64) -> Option<i32> {
    let shifted = |decimals: i32| value.abs() * 10f64.powi(decimals);
    let known = (0..=i32::from(MAX_DECIMALS)).take_while(|&decimals| decimals == 0 || shifted(decimals) < 1e11);
    let whole =
        |decimals: &i32| (shifted(*decimals) - shifted(*decimals).round()).abs() <= 1e-14 * shifted(*decimals).max(1.0);
    known.into_iter().find(whole)
}

/// The decimals of an exact result that would go on for ever.
fn endless_decimals(value: f64) -> i32 {
    (1..i32::from(MAX_DECIMALS)).find(|&decimals| value.abs() * 10f64.powi(decimals) >= 9.95).unwrap_or(1)
}

/// Writes a number with so many decimals (0 to 9, and no more than make fifteen digits), halves away from zero; negative decimals
/// round to whole tens. `grouped` sets thousands apart by commas. Not finite or beyond 10¹⁵: an en dash.
pub fn decimal(value: f64, decimals: i32, grouped: bool) -> String {
    let rounding = 10f64.powi((-decimals).clamp(0, 15));
    let shifted = |places: i32| (value / rounding).abs() * 10f64.powi(places);
    let places = (0..=decimals.min(i32::from(MAX_DECIMALS))).rev().find(|&places| shifted(places) <= 1e15).unwrap_or(0);
    let shifted = shifted(places);
    if !shifted.is_finite() || shifted * rounding > 1e15 {
        return "–".to_owned();
    }
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "bounded by 1e15 and not negative")]
    let digits = ((shifted.round() * rounding) as u64).to_string();
    let places = usize::try_from(places).unwrap_or(0);
    let digits = if digits.len() <= places { "0".repeat(places + 1 - digits.len()) + &digits } else { digits };
    let (whole, fraction) = digits.split_at_checked(digits.len() - places).unwrap_or((&digits, ""));
    let negative = value < 0.0 && digits.bytes().any(|digit| digit != b'0');
    let mut text = String::from(if negative { "−" } else { "" });
    for (index, digit) in whole.chars().enumerate() {
        if grouped && index > 0 && (whole.len() - index).is_multiple_of(3) {
            text.push(',');
        }
        text.push(digit);
    }
    if !fraction.is_empty() {
        text.push('.');
        text.push_str(fraction);
    }
    text
}

/// A number for a spreadsheet: fifteen significant digits at most, which is what a floating-point number is sure of, no
/// grouping, an ASCII minus.
pub fn plain(value: f64) -> String {
    let rounded = format!("{value:.14e}").parse().unwrap_or(value);
    // Adding zero turns −0 into 0.
    (rounded + 0.0).to_string()
}

/// A number in its unit: `2837万吨`, `1 trip a week`, `20 trips a day`.
pub fn with_unit(number: &str, form: &str) -> String {
    let (one, more) = form.split_once('|').unwrap_or((form, form));
    (if number == "1" { one } else { more }).replacen("{}", number, 1)
}

/// A quantity in words with its qualifier: `超过4000万支`, `over 40 million doses`.
pub fn qualified(text: &str, qualifier: Qualifier, locale: Locale) -> String {
    let (before, after) = match (qualifier, locale) {
        (Qualifier::Within, Locale::Zh) => ("", "内"),
        _ => (words(locale).qualifier(qualifier).unwrap_or_default(), ""),
    };
    let space = if locale == Locale::En && !before.is_empty() { " " } else { "" };
    [before, space, text, after].concat()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::story::unit::Dimension;

    fn check(value: f64, digits: Option<u8>, zh: &str, en: &str) {
        let unit = Unit::default();
        let quantity = Quantity::new(value, digits, Dimension::default(), Qualifier::Exact);
        assert_eq!(number(&quantity, &unit, None, Locale::Zh), zh);
        assert_eq!(number(&quantity, &unit, None, Locale::En), en);
    }

    #[test]
    fn each_language_scales_by_its_own_words() {
        check(28_370_000.0, Some(4), "2837万", "28.37 million");
        check(115_700_000_000.0, Some(4), "1157亿", "115.7 billion");
        check(100_000_000_000.0, Some(1), "1000亿", "100 billion");
        check(134_900_000_000_000.0, Some(4), "134.9万亿", "134.9 trillion");
        check(26_900.0, Some(3), "2.69万", "26,900");
        check(265_600.0, Some(4), "26.56万", "265,600");
        check(80_000.0, Some(1), "8万", "80,000");
        check(4_000_000.0, Some(1), "400万", "4 million");
        check(8_819.0, Some(2), "8800", "8,800");
        // No word takes a number apart that reads better whole.
        check(6500.0, Some(4), "6500", "6,500");
        check(1850.0, Some(4), "1850", "1,850");
        check(9999.0, Some(4), "9999", "9,999");
        check(999.0, Some(3), "999", "999");
        check(12_000.0, Some(3), "1.20万", "12,000");
        check(54_188.0, Some(5), "54188", "54,188");
        check(95_749.0, Some(5), "95749", "95,749");
        check(1_234_567.0, Some(7), "1234567", "1,234,567");
        // A count is written out to its last digit.
        check(5899.0, None, "5899", "5,899");
        check(0.0, None, "0", "0");
        check(12_345.0, None, "12345", "12,345");
        check(1_234_567.0, None, "1234567", "1,234,567");
        check(30_000_000.0, None, "3000万", "30 million");
    }

    #[test]
    fn an_exact_result_has_the_decimals_that_are_asked_for() {
        let quotient = 54_188.0 / 23_119.0;
        for (value, asked, written) in [
            (quotient, Some(2), "2.34"),
            (quotient, Some(4), "2.3439"),
            (quotient, Some(0), "2"),
            (quotient, None, "2.3"),
            (1491.0 / 152.0, None, "9.8"),
            (2.5, Some(2), "2.5"),
            (0.1 + 0.2, None, "0.3"),
            (1.0 / 300.0, None, "0.0033"),
            (2.0 / 3.0, None, "0.67"),
            (1.0 / 128.0, None, "0.0078"),
            (1.0 / 128.0, Some(MAX_DECIMALS), "0.0078125"),
            (2.0 / 3.0, Some(MAX_DECIMALS), "0.666666667"),
            (1e9 / 3.0, Some(MAX_DECIMALS), "333,333,333.333333"),
            (0.0, None, "0"),
        ] {
            assert_eq!(exact(value, asked, Locale::En), written, "{value} with {asked:?}");
        }
    }

    #[test]
    fn decimals_round_half_away_and_never_print_minus_zero() {
        assert_eq!(decimal(2.5, 0, false), "3");
        assert_eq!(decimal(-0.04, 1, false), "0.0");
        assert_eq!(decimal(-1234.5, 1, true), "−1,234.5");
        assert_eq!(decimal(0.007, 2, false), "0.01");
        assert_eq!(decimal(12_345.0, -3, true), "12,000");
        assert_eq!(decimal(f64::NAN, 1, true), "–");
        assert_eq!(decimal(f64::INFINITY, 0, true), "–");
        assert_eq!(decimal(1e300, 0, true), "–");
    }

    #[test]
    fn a_plain_number_has_the_digits_that_it_is_sure_of() {
        for (value, digits) in [
            (0.0, "0"),
            (-0.0, "0"),
            (28_370_000.0, "28370000"),
            (115_700_000_000.0, "115700000000"),
            (0.07, "0.07"),
            (0.1 + 0.2, "0.3"),
            (-0.05, "-0.05"),
            (2.0 / 3.0, "0.666666666666667"),
            (123_456_789.123_456_7, "123456789.123457"),
            (-1e15, "-1000000000000000"),
        ] {
            assert_eq!(plain(value), digits, "{value}");
        }
    }

    #[test]
    fn what_is_said_of_a_number_stands_where_the_language_puts_it() {
        for (qualifier, zh, en) in [
            (Qualifier::Exact, "3年", "3 years"),
            (Qualifier::About, "约3年", "about 3 years"),
            (Qualifier::Within, "3年内", "within 3 years"),
            (Qualifier::Nearly, "近3年", "nearly 3 years"),
            (Qualifier::Under, "不足3年", "under 3 years"),
            (Qualifier::AtLeast, "至少3年", "at least 3 years"),
            (Qualifier::AtMost, "至多3年", "at most 3 years"),
        ] {
            assert_eq!(qualified("3年", qualifier, Locale::Zh), zh);
            assert_eq!(qualified("3 years", qualifier, Locale::En), en);
        }
    }

    #[test]
    fn units_know_one_from_many() {
        assert_eq!(with_unit("1", "{} trip a week|{} trips a week"), "1 trip a week");
        assert_eq!(with_unit("20", "{} trip a week|{} trips a week"), "20 trips a week");
        assert_eq!(with_unit("28.37 million", "{} t"), "28.37 million t");
    }
}
