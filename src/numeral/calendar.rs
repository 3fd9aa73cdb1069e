//! Dates as articles print them: 2023年6月, 7月3日, 六月二十七日, 1—5月, 前三季度, 上半年, 3 July 2024, Q1.

use super::vocabulary::{UNTIL, longest};
use super::{arabic, chinese};

/// A part of a year, or a year.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Part {
    /// The whole year.
    Year,
    /// The first or the second half: 1 or 2.
    Half(u8),
    /// A quarter: 1 to 4.
    Quarter(u8),
    /// A month: 1 to 12.
    Month(u8),
    /// A day of a month, which the article may leave out.
    Day(Option<u8>, u8),
}

/// A date as printed. A year, month or day that the article leaves out is not guessed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Moment {
    /// The year, where it is printed.
    pub year: Option<i32>,
    /// Which part of it.
    pub part: Part,
}

/// A date, or the time from one to the end of another.
pub(super) type Span = (Moment, Option<Moment>);

/// Reads the date that a text begins with, `before` being what stands before it. Out: the date and its length in bytes.
pub(super) fn read(text: &str, before: &str) -> Option<(Span, usize)> {
    let (from, length) = iso(text).or_else(|| chinese_date(text, before)).or_else(|| english(text))?;
    if let (Part::Quarter(last), true) = (from.part, before.ends_with('前')) {
        return Some(((Moment { part: Part::Quarter(1), ..from }, Some(from)), length)).filter(|_| last > 1);
    }
    let rest = text.get(length..)?;
    if let Some(until) = longest(UNTIL, rest).and_then(|word| rest.strip_prefix(word))
        && let Some((to, more)) = iso(until).or_else(|| chinese_date(until, "")).or_else(|| english(until))
        && to.year.is_none_or(|year| from.year.is_none_or(|from| from <= year))
    {
        return Some(((from, Some(to)), text.len() - until.len() + more));
    }
    Some(((from, None), length))
}

/// Reads the span of a year's parts whose word stands once, at its end: 1—5月, 2021—2024年, 一至三季度.
pub(super) fn span(text: &str) -> Option<(Span, usize)> {
    let (first, length) = number(text)?;
    let rest = text.get(length..)?;
    let until = rest.strip_prefix(longest(UNTIL, rest)?)?;
    let (to, more) = chinese_date(until, "")?;
    let part = match to.part {
        Part::Year if (1000..3000).contains(&first) => {
            let year = i32::try_from(first).ok();
            return Some(((Moment { year, part: Part::Year }, Some(to)), text.len() - until.len() + more));
        }
        Part::Quarter(last) => Part::Quarter(within(first, u32::from(last))?),
        Part::Month(last) if to.year.is_none() => Part::Month(within(first, u32::from(last))?),
        Part::Day(None, last) => Part::Day(None, within(first, u32::from(last))?),
        _ => return None,
    };
    Some(((Moment { year: None, part }, Some(to)), text.len() - until.len() + more))
}

/// `2024-07-03`, `2024/7/3`.
fn iso(text: &str) -> Option<(Moment, usize)> {
    let (year, mut length) = number(text).filter(|(year, length)| *length == 4 && (1000..3000).contains(year))?;
    let sign = text.get(length..)?.chars().next().filter(|sign| matches!(sign, '-' | '/'))?;
    let mut part = |most: u32| {
        let rest = text.get(length..)?.strip_prefix(sign)?;
        let (value, digits) = number(rest)?;
        length += 1 + digits;
        within(value, most).filter(|_| digits <= 2)
    };
    let (month, day) = (part(12)?, part(31)?);
    let date = Moment { year: i32::try_from(year).ok(), part: Part::Day(Some(month), day) };
    Some((date, length))
}

/// A whole number in digits or in characters.
fn number(text: &str) -> Option<(u32, usize)> {
    let (figure, length) = arabic::read(text).or_else(|| chinese::read(text))?;
    let plain = figure.decade == 0 && figure.last_decade >= 0 && !figure.over && !figure.bare;
    let number = figure.value.to_string().parse().ok().filter(|_| plain)?;
    Some((number, length))
}

fn within(value: u32, most: u32) -> Option<u8> {
    u8::try_from(value).ok().filter(|_| (1..=most).contains(&value))
}

/// A year with its month and day, or a part of a year.
fn chinese_date(text: &str, before: &str) -> Option<(Moment, usize)> {
    let mut reader = Reader { text, length: 0 };
    let year = reader.year();
    let part = reader.part(before, year.is_some());
    match (year, part) {
        (year, Some(part)) => Some((Moment { year, part }, reader.length)),
        (Some(_), None) => {
            reader.word(&["度"]);
            Some((Moment { year, part: Part::Year }, reader.length))
        }
        (None, None) => None,
    }
}

struct Reader<'a> {
    text: &'a str,
    length: usize,
}

impl<'a> Reader<'a> {
    fn rest(&self) -> &'a str {
        self.text.get(self.length..).unwrap_or_default()
    }

    /// Takes one of the words, the longest of those that fit standing first.
    fn word(&mut self, words: &[&str]) -> bool {
        let found = words.iter().find(|word| self.rest().starts_with(**word));
        self.length += found.map_or(0, |word| word.len());
        found.is_some()
    }

    /// Takes a number up to `most` that one of the words follows.
    fn counted(&mut self, most: u32, words: &[&str]) -> Option<u8> {
        let (value, digits) = number(self.rest())?;
        let value = within(value, most)?;
        let start = self.length;
        self.length += digits;
        if self.word(words) {
            return Some(value);
        }
        self.length = start;
        None
    }

    fn year(&mut self) -> Option<i32> {
        let (year, digits) = number(self.rest())?;
        let follows = self.rest().get(digits..).is_some_and(|rest| rest.starts_with('年') && !rest.starts_with("年半"));
        if !(1000..3000).contains(&year) || !follows {
            return None;
        }
        self.length += digits + '年'.len_utf8();
        i32::try_from(year).ok()
    }

    fn part(&mut self, before: &str, has_year: bool) -> Option<Part> {
        let day = &["日", "号"];
        if self.word(&["上半年"]) {
            return Some(Part::Half(1));
        }
        if self.word(&["下半年"]) {
            return Some(Part::Half(2));
        }
        let start = self.length;
        self.word(&["第"]);
        if let Some(quarter) = self.counted(4, &["季度"]) {
            return Some(Part::Quarter(quarter));
        }
        self.length = start;
        if let Some(month) = self.counted(12, &["月份", "月"]) {
            let day = self.counted(31, day);
            return Some(day.map_or(Part::Month(month), |day| Part::Day(Some(month), day)));
        }
        // 27日 is a day, 两日 and 3号线 are none.
        let digits = self.rest().starts_with(|letter| arabic::digit(letter).is_some());
        let alone = !has_year && digits && !before.ends_with(chinese::is_numeral);
        self.counted(31, &["日"]).filter(|_| alone).map(|day| Part::Day(None, day))
    }
}

/// The months of a year in English.
pub(crate) const MONTHS: &str = "January|February|March|April|May|June|July|August|September|October|November|December";

/// `3 July 2024`, `July 3, 2024`, `June 2023`, `July 3`, `Q1 2024`, `first half of 2024`. A month alone is a word, not a number.
fn english(text: &str) -> Option<(Moment, usize)> {
    let words: Vec<(&str, usize)> = words(text);
    let word = |place: usize| words.get(place).map_or("", |(word, _)| word);
    let end = |place: usize| words.get(place).map(|(_, end)| *end);
    let year = |place: usize| word(place).parse().ok().filter(|year| (1000..3000).contains(year));
    if let Some(part) = named_part(word(0), word(1)) {
        let last = usize::from(!word(0).to_ascii_lowercase().starts_with('q'));
        let of = last + 1 + usize::from(word(last + 1) == "of");
        return Some(match year(of) {
            Some(year) => (Moment { year: Some(year), part }, end(of)?),
            None => (Moment { year: None, part }, end(last)?),
        });
    }
    let (month, day, last) = match (month(word(0)), month(word(1))) {
        (Some(month), _) => (month, day(word(1)), 1),
        (None, Some(month)) => (month, Some(day(word(0))?), 1),
        (None, None) => return None,
    };
    let first_is_month = day.is_none();
    let year = year(if first_is_month { 1 } else { last + 1 });
    let end = match (day, year) {
        (None, None) => return None,
        (None, Some(_)) | (Some(_), None) => end(1)?,
        (Some(_), Some(_)) => end(last + 1)?,
    };
    Some((Moment { year, part: day.map_or(Part::Month(month), |day| Part::Day(Some(month), day)) }, end))
}

/// The first words of a text and where each ends; commas after a word are passed over.
fn words(text: &str) -> Vec<(&str, usize)> {
    let mut words = Vec::new();
    let mut start = 0;
    while words.len() < 4 {
        let rest = text.get(start..).unwrap_or_default();
        let length = rest.find(|c: char| !c.is_ascii_alphanumeric()).unwrap_or(rest.len());
        if length == 0 {
            break;
        }
        words.push((rest.get(..length).unwrap_or_default(), start + length));
        let after = rest.get(length..).unwrap_or_default();
        let gap = [", ", " "].into_iter().find(|gap| after.starts_with(gap));
        let Some(gap) = gap else { break };
        start += length + gap.len();
    }
    words
}

fn month(word: &str) -> Option<u8> {
    let named = |name: &str| {
        let short = name.get(..3).filter(|short| !["Mar", "May"].contains(short));
        name.eq_ignore_ascii_case(word) || short.is_some_and(|short| short.eq_ignore_ascii_case(word))
    };
    MONTHS.split('|').position(named).and_then(|place| u8::try_from(place + 1).ok())
}

fn day(word: &str) -> Option<u8> {
    let digits = word.trim_end_matches(|letter: char| letter.is_ascii_alphabetic());
    let ending = word.get(digits.len()..)?;
    let day = digits.parse().ok().filter(|day| (1..=31).contains(day))?;
    matches!(ending, "" | "st" | "nd" | "rd" | "th").then_some(day)
}

fn named_part(first: &str, second: &str) -> Option<Part> {
    let first = first.to_ascii_lowercase();
    let place =
        |words: &[&str]| words.iter().position(|word| *word == first).and_then(|place| u8::try_from(place + 1).ok());
    match second.to_ascii_lowercase().as_str() {
        "quarter" => return place(&["first", "second", "third", "fourth"]).map(Part::Quarter),
        "half" => return place(&["first", "second"]).map(Part::Half),
        _ => {}
    }
    place(&["q1", "q2", "q3", "q4"]).map(Part::Quarter)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates_are_read_with_what_is_printed_of_them() {
        let moment = |year, part| Moment { year, part };
        for (text, date, rest) in [
            ("2023年6月，", moment(Some(2023), Part::Month(6)), "，"),
            ("2023年实现", moment(Some(2023), Part::Year), "实现"),
            ("2023年度", moment(Some(2023), Part::Year), ""),
            ("7月3日，", moment(None, Part::Day(Some(7), 3)), "，"),
            ("六月二十七日", moment(None, Part::Day(Some(6), 27)), ""),
            ("二〇二四年十二月三十一日", moment(Some(2024), Part::Day(Some(12), 31)), ""),
            ("5月份", moment(None, Part::Month(5)), ""),
            ("27日上午", moment(None, Part::Day(None, 27)), "上午"),
            ("2024年一季度", moment(Some(2024), Part::Quarter(1)), ""),
            ("第三季度", moment(None, Part::Quarter(3)), ""),
            ("上半年", moment(None, Part::Half(1)), ""),
            ("2024年下半年", moment(Some(2024), Part::Half(2)), ""),
            ("2024-07-03", moment(Some(2024), Part::Day(Some(7), 3)), ""),
            ("3 July 2024.", moment(Some(2024), Part::Day(Some(7), 3)), "."),
            ("July 3, 2024", moment(Some(2024), Part::Day(Some(7), 3)), ""),
            ("July 3 and", moment(None, Part::Day(Some(7), 3)), " and"),
            ("June 2023", moment(Some(2023), Part::Month(6)), ""),
            ("Q1 2024", moment(Some(2024), Part::Quarter(1)), ""),
            ("first half of 2024", moment(Some(2024), Part::Half(1)), ""),
            ("third quarter", moment(None, Part::Quarter(3)), ""),
        ] {
            let ((from, to), length) = read(text, "").unwrap_or_else(|| panic!("{text} is not read"));
            assert_eq!((from, to, text.split_at(length).1), (date, None, rest), "{text}");
        }
    }

    #[test]
    fn a_span_has_two_ends() {
        let moment = |year, part| Moment { year, part };
        for (text, before, from, to) in [
            ("1—5月", "今年", moment(None, Part::Month(1)), moment(None, Part::Month(5))),
            ("2021—2024年", "", moment(Some(2021), Part::Year), moment(Some(2024), Part::Year)),
            ("2021年至2024年", "", moment(Some(2021), Part::Year), moment(Some(2024), Part::Year)),
            ("一至三季度", "", moment(None, Part::Quarter(1)), moment(None, Part::Quarter(3))),
            ("三季度", "前", moment(None, Part::Quarter(1)), moment(None, Part::Quarter(3))),
            ("7月3日至5日", "", moment(None, Part::Day(Some(7), 3)), moment(None, Part::Day(None, 5))),
        ] {
            let (span, length) = span(text).or_else(|| read(text, before)).expect("a span");
            assert_eq!((span, length), ((from, Some(to)), text.len()), "{text}");
        }
    }

    #[test]
    fn what_only_looks_like_a_date_is_none() {
        for text in
            ["3年内", "5个月", "2年", "13月", "3号线", "两日", "May day", "2024-13-01", "June", "31 people", "第4场"]
        {
            assert_eq!(span(text).or_else(|| read(text, "")), None, "{text}");
        }
    }
}
