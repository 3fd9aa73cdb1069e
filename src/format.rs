//! Numbers, units, qualifiers and dates in each language's own way: 2837万吨 and 28.37 million t.
//!
//! In: a [`Quantity`] and the story's [`Unit`]. Out: text, written or spoken. No number is formatted anywhere else.

use crate::story::date::{Date, Period};
use crate::story::formula::Quantity;
use crate::story::{Locale, Qualifier, Unit};

/// The decimals that an exact number may need before its thousands are written out instead of scaled.
const MAX_EXACT_DECIMALS: i32 = 2;
/// The decimals of an exact result that would go on for ever.
const ENDLESS_DECIMALS: i32 = 1;

/// A number as a reader of the language writes it, without unit or qualifier: `2837万`, `28.37 million`, `5,899`.
///
/// `most` caps the decimals. The digits are those that the quantity's uncertainty leaves standing.
pub fn number(quantity: &Quantity, unit: &Unit, most: Option<u8>, locale: Locale) -> String {
    let scale = unit.scale.unwrap_or(1.0);
    let value = quantity.value * scale;
    let cap = most.map_or(i32::MAX, i32::from);
    let Some(decimals) = quantity.decimals(scale) else { return exact(value, cap, locale) };
    let readable = |(decade, from, _): &&Scale| *decade == 0 || value.abs() >= 10f64.powi(*from);
    let (decade, _, word) = scales(locale).iter().find(readable).unwrap_or(&PLAIN);
    decimal(value / 10f64.powi(*decade), decimals.saturating_add(*decade).min(cap), locale == Locale::En) + word
}

/// [`number`] for a count or another exact value that has no unit: at most `most` decimals.
pub fn exact(value: f64, most: i32, locale: Locale) -> String {
    let scaled = |decade: i32| value / 10f64.powi(decade);
    let readable = |(decade, ..): &&Scale| {
        let short = || exact_decimals(scaled(*decade)).is_some_and(|decimals| decimals <= MAX_EXACT_DECIMALS);
        *decade == 0 || (value.abs() >= 10f64.powi(*decade) && short())
    };
    let (decade, _, word) = scales(locale).iter().find(readable).unwrap_or(&PLAIN);
    let decimals = exact_decimals(scaled(*decade)).unwrap_or(ENDLESS_DECIMALS);
    decimal(scaled(*decade), decimals.min(most), locale == Locale::En) + word
}

/// A power of ten, the power from which measured numbers use it, and its word.
type Scale = (i32, i32, &'static str);

/// Ones, which need no word.
const PLAIN: Scale = (0, 0, "");

/// Powers of ten that have a word, largest first, each with the power from which measured numbers use it: 0.88万吨 stands
/// beside 1.12万吨 where 8800吨 would not. The last always fits.
const fn scales(locale: Locale) -> &'static [Scale] {
    match locale {
        Locale::Zh => &[(8, 8, "亿"), (4, 3, "万"), PLAIN],
        Locale::En => &[(9, 9, " billion"), (6, 6, " million"), PLAIN],
    }
}

/// The fewest decimals that write a number exactly, up to four; `None` beyond.
fn exact_decimals(value: f64) -> Option<i32> {
    (0..=4).find(|&decimals| {
        let shifted = value * 10f64.powi(decimals);
        (shifted - shifted.round()).abs() < 1e-6 * shifted.abs().max(1.0) / 1e3
    })
}

/// Writes a number with so many decimals (0 to 9), halves away from zero; negative decimals round to whole tens. `grouped` sets
/// thousands apart by commas. Not finite or beyond 10¹⁵: an en dash.
pub fn decimal(value: f64, decimals: i32, grouped: bool) -> String {
    let rounding = 10f64.powi((-decimals).clamp(0, 15));
    let places = decimals.clamp(0, 9);
    let shifted = (value / rounding).abs() * 10f64.powi(places);
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

/// A number in its unit: `2837万吨`, `1 trip a week`, `20 trips a day`.
pub fn with_unit(number: &str, form: &str) -> String {
    let (one, more) = form.split_once('|').unwrap_or((form, form));
    (if number == "1" { one } else { more }).replacen("{}", number, 1)
}

/// A quantity in words with its qualifier: `超过4000万支`, `over 40 million doses`.
pub fn qualified(text: &str, qualifier: Qualifier, locale: Locale) -> String {
    let (before, after) = match (qualifier, locale) {
        (Qualifier::Exact, _) => ("", ""),
        (Qualifier::About, Locale::Zh) => ("约", ""),
        (Qualifier::Over, Locale::Zh) => ("超过", ""),
        (Qualifier::Within, Locale::Zh) => ("", "内"),
        (Qualifier::About, Locale::En) => ("about ", ""),
        (Qualifier::Over, Locale::En) => ("over ", ""),
        (Qualifier::Within, Locale::En) => ("within ", ""),
    };
    [before, text, after].concat()
}

const MONTHS: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];

/// A date in words: `2024年7月3日`, `3 July 2024`, `June 2023`.
pub fn date(date: Date, locale: Locale) -> String {
    let year = date.year;
    let month_name = |month: u8| MONTHS.get(usize::from(month.saturating_sub(1))).copied().unwrap_or("");
    match (locale, date.month, date.day) {
        (Locale::Zh, Some(month), Some(day)) => format!("{year}年{month}月{day}日"),
        (Locale::Zh, Some(month), None) => format!("{year}年{month}月"),
        (Locale::Zh, None, _) => format!("{year}年"),
        (Locale::En, Some(month), Some(day)) => format!("{day} {} {year}", month_name(month)),
        (Locale::En, Some(month), None) => format!("{} {year}", month_name(month)),
        (Locale::En, None, _) => year.to_string(),
    }
}

/// A period in words: `2024年1月至5月`, `January to May 2024`.
pub fn period(period: Period, locale: Locale) -> String {
    let Some(to) = period.to else { return date(period.from, locale) };
    match (locale, period.from.year == to.year, period.from.month, to.month, to.day) {
        (Locale::Zh, true, Some(from), Some(month), None) => format!("{}年{from}月至{month}月", to.year),
        (Locale::Zh, ..) => [&date(period.from, locale), "至", &date(to, locale)].concat(),
        (Locale::En, true, Some(from), Some(_), None) => {
            let first = MONTHS.get(usize::from(from.saturating_sub(1))).copied().unwrap_or("");
            [first, " to ", &date(to, locale)].concat()
        }
        (Locale::En, ..) => [&date(period.from, locale), " to ", &date(to, locale)].concat(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::story::unit::Dimension;

    fn check(value: f64, digits: Option<u8>, zh: &str, en: &str) {
        let unit =
            Unit { id: String::new(), dimension: "1".into(), form: Default::default(), spoken: None, scale: None };
        let quantity = Quantity::new(value, digits, Dimension::default(), Qualifier::Exact);
        assert_eq!(number(&quantity, &unit, None, Locale::Zh), zh);
        assert_eq!(number(&quantity, &unit, None, Locale::En), en);
    }

    #[test]
    fn each_language_scales_by_its_own_words() {
        check(28_370_000.0, Some(4), "2837万", "28.37 million");
        check(115_700_000_000.0, Some(4), "1157亿", "115.7 billion");
        check(100_000_000_000.0, Some(1), "1000亿", "100 billion");
        check(26_900.0, Some(3), "2.69万", "26,900");
        check(265_600.0, Some(4), "26.56万", "265,600");
        check(80_000.0, Some(1), "8万", "80,000");
        check(4_000_000.0, Some(1), "400万", "4 million");
        check(8_819.0, Some(2), "0.88万", "8,800");
    }

    #[test]
    fn a_count_is_written_out_to_its_last_digit() {
        check(5899.0, None, "5899", "5,899");
        check(0.0, None, "0", "0");
        check(1_234_567.0, None, "1234567", "1,234,567");
        check(30_000_000.0, None, "3000万", "30 million");
        check(1491.0 / 152.0, None, "9.8", "9.8");
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
    fn units_know_one_from_many() {
        assert_eq!(with_unit("1", "{} trip a week|{} trips a week"), "1 trip a week");
        assert_eq!(with_unit("20", "{} trip a week|{} trips a week"), "20 trips a week");
        assert_eq!(with_unit("28.37 million", "{} t"), "28.37 million t");
    }

    #[test]
    fn a_span_within_a_year_names_the_year_once() {
        let span: Period = "2024-01/2024-05".parse().expect("a period");
        assert_eq!(period(span, Locale::Zh), "2024年1月至5月");
        assert_eq!(period(span, Locale::En), "January to May 2024");
        let day: Period = "2024-07-03".parse().expect("a day");
        assert_eq!(period(day, Locale::Zh), "2024年7月3日");
        assert_eq!(period(day, Locale::En), "3 July 2024");
    }
}
