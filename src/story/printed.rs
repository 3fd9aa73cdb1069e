//! Compares a fact's printed form with the fields that the story writes beside it.
//!
//! In: a fact and its unit. Out: its [`Number`], in which `value`, `digits` and `qualifier` follow from the printed form where the story does
//! not write them, and the [`Contradiction`]s where it writes something else than is printed.
//!
//! The rule of digits: a count is exact. A measured number has the digits that are printed, without the zeros that end a whole number
//! (12000 has two, 12000.0 has six); `digits` says it where more of them are known, up to those printed, or fewer.

use std::collections::BTreeSet;

use super::date::Date;
use super::sentences::sentences;
use super::unit::Dimension;
use super::{Fact, Locale, Qualifier, Story, Unit};
use crate::numeral::{self, Decimal, Kind, Moment, Numeral, Part};

/// The most significant digits that a floating-point number is sure of.
pub const MAX_DIGITS: u8 = 15;

/// The number of a fact.
#[derive(Clone, Debug, PartialEq)]
pub struct Number {
    /// The value, in whole units.
    pub value: f64,
    /// The significant digits; `None` for an exact number.
    pub digits: Option<u8>,
    /// How it stands to the true one.
    pub qualifier: Qualifier,
    /// The printed form, where it says this value.
    pub printed: Option<Numeral>,
}

sentences! {
    /// A printed form against what the story writes beside it.
    #[derive(Clone, Debug, PartialEq, thiserror::Error)]
    #[error("{}", self.message(Locale::En))]
    pub enum Contradiction {
        Unread =>
            "`printed` says no number that can be read, or several; give the `value`",
            "`printed` 中读不出数字，或有几个数字；请填写 `value`";
        Value { printed: Decimal, value: String } =>
            "`printed` says {printed}, but `value` is {value}; correct one of them",
            "`printed` 写的是 {printed}，`value` 却是 {value}；请更正其一";
        Digits { printed: u8, digits: u8 } =>
            "{digits} significant digits are more than are printed; write {printed} or fewer",
            "有效数字 {digits} 位多于原文；最多写 {printed} 位";
        Qualifier =>
            "`printed` says another qualifier than `qualifier`; correct it, or leave it out",
            "`printed` 中的限定词与 `qualifier` 不同；请更正，或不写";
        Date =>
            "`printed` says another date than `date`; correct one of them",
            "`printed` 中的日期与 `date` 不同；请更正其一";
    }
}

impl Number {
    /// The number of a fact in its unit, which counts things or measures. `None` when neither printed form nor story gives a value.
    pub fn of(fact: &Fact, unit: &Unit, counts: bool) -> Option<Self> {
        let numeral = read(fact, unit);
        let said = numeral.as_ref().filter(|numeral| numeral.to.is_none()).map(|numeral| numeral.value);
        let value = fact.value.or(said.map(Decimal::to_f64))?;
        let exact = counts || numeral.as_ref().is_some_and(|numeral| numeral.kind == Kind::Ordinal);
        let significant = numeral.as_ref().filter(|_| !exact).map(|numeral| numeral.significant);
        let qualifier = fact.qualifier.or(numeral.as_ref().and_then(|numeral| numeral.qualifier)).unwrap_or_default();
        let printed = numeral.filter(|_| said.is_some_and(|said| is(said, value)));
        Some(Self { value, digits: fact.digits.or(significant), qualifier, printed })
    }
}

/// Everything in which a fact contradicts its printed form, each with the field that it concerns.
pub fn contradictions(fact: &Fact, unit: Option<&Unit>) -> Vec<(&'static str, Contradiction)> {
    let mut found = Vec::new();
    if let Some(date) = fact.date.as_deref().and_then(|date| date.parse().ok())
        && let Some(Kind::Date { from, to: None }) = numeral::read(&fact.printed).map(|numeral| numeral.kind)
        && !is_day(from, date)
    {
        found.push(("date", Contradiction::Date));
    }
    let Some(unit) = unit else { return found };
    let numeral = read(fact, unit);
    if fact.value.is_none() && numeral.as_ref().is_none_or(|numeral| numeral.to.is_some()) {
        found.push(("printed", Contradiction::Unread));
    }
    let Some(numeral) = numeral else { return found };
    if let Some(value) = fact.value {
        let within = numeral.to.is_some_and(|to| (numeral.value.to_f64()..=to.to_f64()).contains(&value));
        if !within && !is(numeral.value, value) {
            found.push(("value", Contradiction::Value { printed: numeral.value, value: value.to_string() }));
        }
    }
    if let Some(digits) = fact.digits.filter(|digits| (numeral.digits + 1..=MAX_DIGITS).contains(digits)) {
        found.push(("digits", Contradiction::Digits { printed: numeral.digits, digits }));
    }
    if let (Some(printed), Some(written)) = (numeral.qualifier, fact.qualifier)
        && !agree(printed, written)
    {
        found.push(("qualifier", Contradiction::Qualifier));
    }
    found
}

/// The ids of the units that count: those that say so, and rates of what another unit counts, such as trips a week. A rate that is
/// scaled, such as beds per 1,000 people, is worked out and rounded: it measures.
pub fn counting_units(story: &Story) -> BTreeSet<&str> {
    let counted: BTreeSet<Dimension> =
        story.units.iter().filter(|unit| unit.counts).map(|unit| Dimension::parse(&unit.dimension)).collect();
    let counts = |unit: &&Unit| {
        let things = unit.dimension.split_once('/').map(|(things, _)| Dimension::parse(things));
        unit.counts || unit.scale.is_none() && things.is_some_and(|things| counted.contains(&things))
    };
    story.units.iter().filter(counts).map(|unit| unit.id.as_str()).collect()
}

/// The printed number of a fact in its unit, if it is one that has a value. A unit may be a percentage itself, in which 27 stands for
/// 27%, and may bring a scale word, as 万吨 does.
fn read(fact: &Fact, unit: &Unit) -> Option<Numeral> {
    let numeral = numeral::read(&fact.printed)?;
    let share = match numeral.kind {
        Kind::Date { .. } | Kind::Name => return None,
        Kind::Percentage | Kind::Points | Kind::Fraction => unit.scale.is_none(),
        Kind::Amount | Kind::Multiple | Kind::Ordinal => false,
    };
    let has = |sign: &str| unit.form.zh.contains(sign) || unit.form.en.contains(sign);
    let decades = match share {
        true if ["%", "％", "百分点"].into_iter().any(has) => 2,
        true if has("‰") => 3,
        true if has("成") => 1,
        _ => 0,
    };
    let after = unit.form.zh.split_once("{}").map_or("", |(_, after)| after);
    let word = [("万亿", 12), ("亿", 8), ("万", 4)].into_iter().find(|(word, _)| after.starts_with(word));
    Some(numeral.moved(decades, word.map_or(0, |(_, decade)| decade)))
}

/// Whether a floating-point number is a decimal, as nearly as it can be.
fn is(printed: Decimal, value: f64) -> bool {
    let printed = printed.to_f64();
    (printed - value).abs() <= 1e-9 * printed.abs()
}

/// Whether the words mean the same side of the number. Those that mean a little less are one to a reader, and so are those that mean more.
fn agree(printed: Qualifier, written: Qualifier) -> bool {
    use Qualifier::{About, AtLeast, AtMost, Exact, Nearly, Over, Under, Within};
    let side = |qualifier: Qualifier| match qualifier {
        Exact => 0,
        About => 1,
        Over | AtLeast => 2,
        Within | Nearly | Under | AtMost => 3,
    };
    side(printed) == side(written) || (printed, written) == (Nearly, About)
}

/// Whether a date is the one that is printed, as far as it is printed.
fn is_day(printed: Moment, date: Date) -> bool {
    let (month, day) = match printed.part {
        Part::Month(month) => (Some(month), None),
        Part::Day(month, day) => (month, Some(day)),
        Part::Year | Part::Half(_) | Part::Quarter(_) => (None, None),
    };
    printed.year.is_none_or(|year| year == date.year)
        && month.is_none_or(|month| date.month == Some(month))
        && day.is_none_or(|day| date.day.is_none_or(|of| of == day))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A fact in a unit, from JSON fields and the unit's Chinese form.
    fn number(
        fields: &str,
        form: &str,
        scale: Option<f64>,
        counts: bool,
    ) -> (Option<Number>, Vec<(&'static str, Contradiction)>) {
        let fact = format!(r#"{{ "id": "a", "paragraph": "P1", "label": {{}}, "unit": "u", {fields} }}"#);
        let fact: Fact = serde_json::from_str(&fact).expect("a fact");
        let scale = scale.map(|scale| format!(r#", "scale": {scale}"#)).unwrap_or_default();
        let unit = format!(r#"{{ "id": "u", "dimension": "u", "form": {{ "zh": "{form}" }}{scale} }}"#);
        let unit: Unit = serde_json::from_str(&unit).expect("a unit");
        (Number::of(&fact, &unit, counts), contradictions(&fact, Some(&unit)))
    }

    #[test]
    fn value_digits_and_qualifier_follow_from_what_is_printed() {
        use Qualifier::{About, Exact, Over};
        for (fields, form, scale, counts, value, digits, qualifier) in [
            (r#""printed": "2.69万吨""#, "{}吨", None, false, 26_900.0, Some(3), Exact),
            (r#""printed": "2.69万吨", "qualifier": "about""#, "{}吨", None, false, 26_900.0, Some(3), About),
            (r#""printed": "70650万吨""#, "{}吨", None, false, 706_500_000.0, Some(4), Exact),
            (r#""printed": "70650万吨", "digits": 5"#, "{}吨", None, false, 706_500_000.0, Some(5), Exact),
            (r#""printed": "超千亿""#, "{}元", None, false, 1e11, Some(1), Over),
            (r#""printed": "800余家""#, "{}家", None, true, 800.0, None, Over),
            (r#""printed": "5.0%""#, "{}%", Some(100.0), false, 0.05, Some(2), Exact),
            (r#""printed": "5.0%""#, "{}%", None, false, 5.0, Some(2), Exact),
            (r#""printed": "0.5个百分点""#, "{}个百分点", None, false, 0.5, Some(1), Exact),
            (r#""printed": "下降10.6%""#, "{}%", Some(100.0), false, -0.106, Some(3), Exact),
            (r#""printed": "2837万吨""#, "{}万吨", None, false, 2837.0, Some(4), Exact),
            (r#""printed": "第11位""#, "第{}位", None, false, 11.0, None, Exact),
            (r#""printed": "双牌照", "value": 2"#, "{}张", None, true, 2.0, None, Exact),
        ] {
            let (number, contradictions) = number(fields, form, scale, counts);
            let number = number.map(|number| (number.value, number.digits, number.qualifier));
            assert_eq!((number, contradictions), (Some((value, digits, qualifier)), vec![]), "{fields} in {form}");
        }
    }

    #[test]
    fn a_rate_of_what_is_counted_counts_unless_it_is_scaled() {
        let units = r#"[
            { "id": "bed", "dimension": "bed", "counts": true, "form": {} },
            { "id": "bed/day", "dimension": "bed/day", "form": {} },
            { "id": "beds-per-1000", "dimension": "bed/person", "scale": 1000, "form": {} },
            { "id": "t/day", "dimension": "t/day", "form": {} }
        ]"#;
        let story = crate::testing::story_with(&format!(r#"{{ "units": {units} }}"#));
        assert_eq!(counting_units(&story).into_iter().collect::<Vec<_>>(), ["bed", "bed/day"]);
    }

    #[test]
    fn what_contradicts_the_printed_form_is_told() {
        for (fields, form, scale, field) in [
            (r#""printed": "41314元", "value": 14314"#, "{}元", None, "value"),
            (r#""printed": "5%", "value": 5.0"#, "{}%", Some(100.0), "value"),
            (r#""printed": "下降10.6%", "value": 0.106"#, "{}%", Some(100.0), "value"),
            (r#""printed": "5.0—5.3%", "value": 0.06"#, "{}%", Some(100.0), "value"),
            (r#""printed": "27%", "digits": 3"#, "{}%", Some(100.0), "digits"),
            (r#""printed": "超1000亿元", "qualifier": "exact""#, "{}元", None, "qualifier"),
            (r#""printed": "不足10家", "qualifier": "over""#, "{}家", None, "qualifier"),
            (r#""printed": "双向""#, "{}张", None, "printed"),
            (r#""printed": "5.0—5.3%""#, "{}%", Some(100.0), "printed"),
        ] {
            let (_, contradictions) = number(fields, form, scale, false);
            let fields_told: Vec<_> = contradictions.iter().map(|(field, _)| *field).collect();
            assert_eq!(fields_told, [field], "{fields} in {form}: {contradictions:?}");
        }
    }

    #[test]
    fn fewer_digits_and_a_kindred_qualifier_are_the_editors_word() {
        for fields in [
            r#""printed": "54188吨", "value": 54188, "digits": 2"#,
            r#""printed": "100吨以上", "qualifier": "over""#,
            r#""printed": "近100吨", "qualifier": "about""#,
            r#""printed": "10.6吨", "value": 10.6"#,
        ] {
            assert_eq!(number(fields, "{}吨", None, false).1, vec![], "{fields}");
        }
    }

    #[test]
    fn a_date_is_the_one_that_is_printed() {
        for (printed, date, told) in [
            ("7月3日", "2024-07-03", 0),
            ("六月二十七日", "2024-06-27", 0),
            ("2023年6月", "2023-06", 0),
            ("2023年6月", "2023-07", 1),
            ("7月3日", "2024-07-04", 1),
            ("2023年", "2024", 1),
            ("上半年", "2024", 0),
        ] {
            let fact = format!(
                r#"{{ "id": "a", "paragraph": "P1", "label": {{}}, "printed": "{printed}", "date": "{date}" }}"#
            );
            let fact: Fact = serde_json::from_str(&fact).expect("a fact");
            assert_eq!(contradictions(&fact, None).len(), told, "{printed} on {date}");
        }
    }
}
