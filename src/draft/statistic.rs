//! Whether a number of an article looks like a statistic, which an editor would take.

use crate::numeral::{Found, Kind, Numeral};
use crate::story::check::MAX_VALUE;

/// Whether a number counts or measures something that an editor would tell. Dates, ordinals and names do not, nor does a class that
/// others are counted in, the age of a person, or a time that only places what is told.
pub(super) fn looks_like_one(text: &str, found: &Found) -> bool {
    let Found { span, numeral } = found;
    let before = text.get(..span.start).unwrap_or_default();
    let printed = text.get(span.clone()).unwrap_or_default();
    let after = text.get(span.end..).unwrap_or_default();
    let counts = !matches!(numeral.kind, Kind::Date { .. } | Kind::Ordinal | Kind::Name);
    counts
        && is_written(numeral)
        && !is_of_a_pair(before, after)
        && !is_a_class(printed, after)
        && !is_a_while(numeral, before, after)
}

/// Whether a number is small enough to be written.
fn is_written(numeral: &Numeral) -> bool {
    let scale = if matches!(numeral.kind, Kind::Percentage | Kind::Fraction | Kind::Points) { 100.0 } else { 1.0 };
    numeral.value.to_f64().abs() * scale <= MAX_VALUE
}

/// Whether a number is one of two that only say something together, as a score or a scale: 1∶19.
fn is_of_a_pair(before: &str, after: &str) -> bool {
    let signs = ['∶', ':', '：'];
    let digit = |c: char| c.is_ascii_digit();
    let follows = after.strip_prefix(signs).is_some_and(|rest| rest.starts_with(digit));
    follows || before.strip_suffix(signs).is_some_and(|rest| rest.ends_with(digit))
}

/// Whether a number names a class of ships, people and the like, or says how old someone is: 万吨级以上泊位, 65岁以上老人, 71岁的村民.
fn is_a_class(printed: &str, after: &str) -> bool {
    let bounded =
        |word: &str| ["及以上", "以上", "以下"].iter().any(|bound| printed.ends_with(&format!("{word}{bound}")));
    bounded("级") || bounded("岁") || (printed.ends_with('岁') && after.starts_with('的'))
}

/// Whether a time only places what is told: 这两年, 三年来, 三年前.
fn is_a_while(numeral: &Numeral, before: &str, after: &str) -> bool {
    let time = matches!(numeral.unit.as_str(), "年" | "个月" | "天" | "周");
    time && (before.ends_with('这') || after.starts_with(['来', '前']) || after.starts_with("以来"))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::numeral::find;

    #[test]
    fn what_is_no_statistic_does_not_look_like_one() {
        for (text, expected) in [
            ("2023年，第5届会上，师生比由1∶19提升，GR2002获批，共有7家", &["7家"][..]),
            ("万吨级以上泊位14个，最大靠泊能力20万吨级", &["14个", "20万吨级"]),
            ("71岁的村民说，65岁及以上老年人健康管理率为72%，人均预期寿命80岁", &["72%", "80岁"]),
            ("这两年，比三年前高出6.5个百分点；三年来投入2亿元，未来3年内建成", &["6.5个百分点", "2亿元", "3年内"]),
        ] {
            let found = find(text).filter(|found| looks_like_one(text, found));
            let printed: Vec<_> = found.filter_map(|found| text.get(found.span)).collect();
            assert_eq!(printed, expected, "{text}");
        }
    }
}
