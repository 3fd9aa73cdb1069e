//! Numerals in Arabic digits with their scale words: 2,837, ２０２３, 2.69万, 4000余万, 2亿3000万, 18.8 billion.

use super::chinese::unit;
use super::decimal::{Decimal, MAX_DIGITS};

/// A numeral with its scale word, not yet with its sign, its percent sign or its unit.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Figure {
    /// The number, scale word included.
    pub(super) value: Decimal,
    /// The power of ten of its scale word: 12 for 万亿 and trillion, 0 without one.
    pub(super) decade: i32,
    /// The power of ten of the last digit that is printed.
    pub(super) last_decade: i32,
    /// Whether the zeros at its end may be none that were measured: it is printed without decimals.
    pub(super) whole: bool,
    /// Whether 余 or 多 stands within: 4000余万.
    pub(super) over: bool,
    /// Whether it is a unit without a digit: 千亿.
    pub(super) bare: bool,
    pub(super) chinese: bool,
}

impl Figure {
    /// A whole number without a scale word, in Chinese characters.
    pub(super) const fn whole(value: Decimal) -> Self {
        Self { value, decade: 0, last_decade: 0, whole: true, over: false, bare: false, chinese: true }
    }
}

/// The digit that a character is, full width or not.
pub(super) const fn digit(letter: char) -> Option<u8> {
    match letter {
        '0'..='9' => Some(letter as u8 - b'0'),
        '０'..='９' => Some((letter as u32 - '０' as u32) as u8),
        _ => None,
    }
}

/// Reads the numeral that a text begins with. Out: the numeral and its length in bytes.
pub(super) fn read(text: &str) -> Option<(Figure, usize)> {
    let (mut figure, mut length) = section(text)?;
    // 2亿3000万: sections follow each other, each smaller than the scale word before.
    while figure.decade > 0
        && let Some((next, more)) = text.get(length..).and_then(section)
        && next.value < Decimal::new(1, figure.decade)
        && next.whole
        && !figure.over
        && (next.decade > 0 || next.value.first_decade() == figure.decade - 1)
    {
        figure.value = figure.value.plus(next.value)?;
        (figure.last_decade, figure.over) = (figure.value.last_decade(), next.over);
        length += more;
    }
    Some((figure, length))
}

/// Reads digits with the scale word behind them.
fn section(text: &str) -> Option<(Figure, usize)> {
    let (mantissa, decimals, digits) = digits(text)?;
    let rest = text.get(digits..)?;
    let (over, inner) = match rest.chars().next() {
        Some(letter @ ('余' | '多' | '來' | '来')) if followed_by_scale(rest, letter) => (true, letter.len_utf8()),
        _ => (false, 0),
    };
    let (decades, shown, scale) = chinese_scale(rest.get(inner..)?);
    let (decades, shown, scale) = if scale == 0 { english_scale(rest) } else { (decades, shown, scale + inner) };
    let figure = Figure {
        value: Decimal::new(mantissa, decades - decimals),
        decade: shown,
        last_decade: decades - decimals,
        whole: decimals == 0,
        over: over && scale > 0,
        bare: false,
        chinese: false,
    };
    Some((figure, digits + scale))
}

fn followed_by_scale(rest: &str, letter: char) -> bool {
    rest.get(letter.len_utf8()..).is_some_and(|after| chinese_scale(after).2 > 0)
}

/// Digits, thousands set apart by commas or not, and decimals: the mantissa, the number of decimals and the length.
fn digits(text: &str) -> Option<(i128, i32, usize)> {
    let mut mantissa = 0_i128;
    let (mut count, mut decimals, mut length) = (0, 0, 0);
    let mut point = false;
    // The digits since the last comma; `None` before the first.
    let mut group: Option<usize> = None;
    let mut rest = text;
    while let Some(letter) = rest.chars().next() {
        let after = rest.get(letter.len_utf8()..)?;
        if let Some(digit) = digit(letter) {
            mantissa = mantissa.checked_mul(10)?.checked_add(i128::from(digit))?;
            count += 1;
            decimals += i32::from(point);
            group = group.map(|group| group + 1);
        } else if matches!(letter, '.' | '．') && !point && starts_with_digits(after, 1) && group.is_none_or(|g| g == 3)
        {
            (point, group) = (true, None);
        } else if is_comma(letter, rest, text) && !point && group.map_or(count <= 3, |group| group == 3) {
            if !starts_with_digits(after, 3) || starts_with_digits(after, 4) {
                break;
            }
            group = Some(0);
        } else {
            break;
        }
        length += letter.len_utf8();
        rest = after;
    }
    (count > 0 && count <= MAX_DIGITS).then_some((mantissa, decimals, length))
}

/// Whether a comma sets thousands apart. One of full width does so only between digits of full width; else it parts sentences.
fn is_comma(letter: char, rest: &str, text: &str) -> bool {
    letter == ','
        || (letter == '，'
            && [text, rest.trim_start_matches('，')].iter().all(|text| text.starts_with(|c| matches!(c, '０'..='９'))))
}

fn starts_with_digits(text: &str, count: usize) -> bool {
    text.chars().take(count).filter(|letter| digit(*letter).is_some()).count() == count
}

/// Units that 千 makes larger: 5千克 is a weight and no scale word.
const THOUSANDFOLD: &[char] = &['克', '瓦', '米', '伏', '卡', '帕', '赫', '焦', '兆', '字'];

/// The Chinese scale words that a text begins with: their decades, the decade of the word that is shown, and their length.
fn chinese_scale(text: &str) -> (i32, i32, usize) {
    let (mut decades, mut shown, mut length) = (0, 0, 0);
    let mut rest = text;
    while let Some(letter) = rest.chars().next()
        && let Some(decade) = unit(letter)
    {
        let after = rest.get(letter.len_utf8()..).unwrap_or_default();
        let holds = match letter {
            '十' | '百' => after.starts_with(['万', '亿']) && shown == 0,
            '千' => !after.starts_with(THOUSANDFOLD) && shown == 0,
            '万' => shown == 0,
            _ => shown < 8,
        };
        if !holds {
            break;
        }
        decades += decade;
        shown = if decade >= 4 { shown + decade } else { shown };
        length += letter.len_utf8();
        rest = after;
    }
    (decades, shown, length)
}

/// English scale words; a lone letter is one only behind an amount of money, which the caller knows.
const ENGLISH_SCALES: &[(&str, i32)] =
    &[("trillion", 12), ("billion", 9), ("million", 6), ("thousand", 3), ("trn", 12), ("tn", 12), ("bn", 9), ("mn", 6)];

/// The English scale word that a text begins with, a space before it or not: its decade twice, since it is shown as such, and its
/// length with the space.
pub(super) fn english_scale(text: &str) -> (i32, i32, usize) {
    let word = text.trim_start_matches([' ', '\u{a0}', '-']);
    let space = text.len() - word.len();
    let ends =
        |length: usize| !word.get(length..).is_some_and(|rest| rest.starts_with(|c: char| c.is_ascii_alphanumeric()));
    let found = ENGLISH_SCALES.iter().find(|(name, _)| {
        word.get(..name.len()).is_some_and(|start| start.eq_ignore_ascii_case(name)) && ends(name.len())
    });
    match found {
        Some((name, decade)) if space <= 2 => (*decade, *decade, space + name.len()),
        _ => (0, 0, 0),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn arabic_numerals_are_read_as_far_as_they_go() {
        for (text, value, decade, last, rest) in [
            ("5899家", "5899", 0, 0, "家"),
            ("2.69万吨", "26900", 4, 2, "吨"),
            ("134.9万亿元", "134900000000000", 12, 11, "元"),
            ("70650万吨", "706500000", 4, 4, "吨"),
            ("4000余万支", "40000000", 4, 4, "支"),
            ("130余个", "130", 0, 0, "余个"),
            ("2亿3000万人", "230000000", 8, 7, "人"),
            ("1万5千", "15000", 4, 3, ""),
            ("3百万", "3000000", 4, 6, ""),
            ("1.5千万元", "15000000", 4, 6, "元"),
            ("5千克", "5", 0, 0, "千克"),
            ("5千人", "5000", 0, 3, "人"),
            ("1,234,567 km", "1234567", 0, 0, " km"),
            ("1,23", "1", 0, 0, ",23"),
            ("2023,2024", "2023", 0, 0, ",2024"),
            ("1234,567", "1234", 0, 0, ",567"),
            ("２０２３．５", "2023.5", 0, -1, ""),
            ("１，２３４", "1234", 0, 0, ""),
            ("10，200", "10", 0, 0, "，200"),
            ("134.9 trillion yuan", "134900000000000", 12, 11, " yuan"),
            ("18.8bn", "18800000000", 9, 8, ""),
            ("5.", "5", 0, 0, "."),
        ] {
            let (figure, length) = read(text).unwrap_or_else(|| panic!("{text} is not read"));
            let read = (figure.value.to_string(), figure.decade, figure.last_decade, text.split_at(length).1);
            assert_eq!(read, (value.to_owned(), decade, last, rest), "{text}");
        }
    }

    #[test]
    fn a_row_of_digits_without_end_is_no_number() {
        assert_eq!(read(&"9".repeat(MAX_DIGITS + 1)), None);
        assert_eq!(read(&"9".repeat(1000)), None);
    }
}
