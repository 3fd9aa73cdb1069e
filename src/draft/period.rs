//! When a number held, by the dates of its sentence.

use crate::numeral::{Found, Kind, Moment, Part};

/// Where a sentence ends.
const ENDS: [char; 6] = ['。', '！', '？', '!', '?', '\n'];

/// The period of each finding of a paragraph, as a story writes it: of the last date with a year that its sentence names before it.
pub(super) fn periods(text: &str, found: &[Found]) -> Vec<Option<String>> {
    let mut periods = Vec::with_capacity(found.len());
    let mut last: Option<String> = None;
    let mut year = None;
    let mut end = 0;
    for Found { span, numeral } in found {
        let between = text.get(end..span.start).unwrap_or_default();
        if between.contains(ENDS) {
            last = None;
        }
        end = span.end;
        if let Kind::Date { from, to } = numeral.kind {
            // 2024年1—5月 is found as a year and the months that touch it.
            year = from.year.or(year.filter(|_| between.is_empty()));
            last = written(Moment { year, ..from }, to);
            periods.push(None);
        } else {
            periods.push(last.clone());
        }
    }
    periods
}

/// A span of time as a story writes it; `None` without a year or a month, which are never guessed.
fn written(from: Moment, to: Option<Moment>) -> Option<String> {
    let year = from.year.or(to.and_then(|to| to.year))?;
    let (first, mut last) = ends(year, from.part)?;
    if let Some(to) = to {
        (_, last) = ends(to.year.unwrap_or(year), to.part)?;
    }
    Some(if first == last { first } else { format!("{first}/{last}") })
}

/// The first and the last year, month or day of a part of a year.
fn ends(year: i32, part: Part) -> Option<(String, String)> {
    let month = |month: u8| format!("{year:04}-{month:02}");
    let months = |number: u8, each: u8| {
        let last = number.checked_mul(each)?;
        Some((month(last.checked_sub(each)? + 1), month(last)))
    };
    match part {
        Part::Year => Some((format!("{year:04}"), format!("{year:04}"))),
        Part::Half(half) => months(half, 6),
        Part::Quarter(quarter) => months(quarter, 3),
        Part::Month(number) => months(number, 1),
        Part::Day(number, day) => {
            let date = format!("{}-{day:02}", month(number?));
            Some((date.clone(), date))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::numeral::find;

    fn check(text: &str, expected: &[Option<&str>]) {
        let found: Vec<_> = find(text).collect();
        let periods = periods(text, &found);
        let periods: Vec<Option<&str>> = periods.iter().map(Option::as_deref).collect();
        assert_eq!(periods, expected, "{text}");
    }

    #[test]
    fn a_number_held_when_its_sentence_says() {
        check("2023年，全镇有3家厂。今年有5家。", &[None, Some("2023"), None]);
        check("2024年1—5月，发车91车次。", &[None, None, Some("2024-01/2024-05")]);
        check("2024年前三季度，出口3亿元。", &[None, None, Some("2024-01/2024-09")]);
        check("2024年7月3日，来了80人。", &[None, Some("2024-07-03")]);
        check("7月3日，来了80人。", &[None, None]);
    }
}
