//! A number from its first digit to the end of its unit: numeral, percent sign, range, unit, and what qualifies it from behind.

use super::arabic::{self, Figure};
use super::vocabulary::{self, UNTIL, longest};
use super::{Decimal, Kind, Numeral, chinese, english};
use crate::story::Qualifier;

/// Whether a number is looked for in a text, where much only looks like one, or is known to stand there.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Place {
    /// In a running text.
    Running,
    /// In a printed form that has one number.
    Alone,
}

/// A numeral and what kind of number its signs make it.
pub(super) struct Term {
    pub(super) kind: Kind,
    pub(super) figure: Figure,
    /// By how many decades a sign moved the figure when it told the kind.
    mark: Option<i32>,
}

/// Signs behind a number that say what kind it is, and by how many decades they move it.
const MARKS: &[(&str, Kind, i32)] = &[
    ("%| %|％| percent| per cent", Kind::Percentage, -2),
    ("成", Kind::Percentage, -1),
    ("‰", Kind::Percentage, -3),
    ("个百分点|百分点| percentage points| percentage point", Kind::Points, -2),
    ("个基点| basis points", Kind::Points, -4),
    ("倍| times|-fold", Kind::Multiple, 0),
];

/// Letters that scale an amount of money: $5m is five million dollars, 5m are five metres.
const MILLIONS: &[(&str, i32)] = &[("k", 3), ("m|M", 6), ("b|B", 9)];

/// The state of reading a number.
pub(super) struct Reader<'a> {
    /// The text from the first digit on.
    rest: &'a str,
    place: Place,
    /// How much has been read, in bytes.
    pub(super) length: usize,
    pub(super) qualifier: Option<Qualifier>,
    pub(super) unit: String,
    /// The other end, where it is a range.
    to: Option<Decimal>,
}

impl<'a> Reader<'a> {
    pub(super) const fn new(rest: &'a str, place: Place) -> Self {
        Self { rest, place, length: 0, qualifier: None, unit: String::new(), to: None }
    }

    /// Reads the number. `None` where there is none, or where what looks like one is part of a word.
    pub(super) fn number(&mut self, before: &str) -> Option<Term> {
        let mut term = self.term(before)?;
        self.range(&mut term);
        self.ordinal(&mut term, before);
        // 90年代 is a time.
        if self.after().starts_with("年代") {
            return None;
        }
        let half = term.mark.is_none() && self.unit(&mut term);
        let listed =
            self.qualifier.is_some() || vocabulary::is_counted_in_characters(&self.unit) || term.figure.decade > 0;
        let one = term.figure.value == Decimal::new(1, 0) && !half;
        // 二中心 is the second one; two would be 两 or 双. 百港 are many.
        let vague = term.figure.bare || self.rest.starts_with('二');
        let vague = vague && vocabulary::counted_barely(&self.unit).is_some();
        let open = term.figure.chinese && term.kind == Kind::Amount && self.place == Place::Running;
        if open && (one || vague || !listed) {
            return None;
        }
        if let Some((word, qualifier)) = vocabulary::after(self.after()).filter(|_| self.qualifier.is_none()) {
            self.length += word.len();
            self.qualifier = Some(qualifier);
        }
        Some(term)
    }

    pub(super) fn numeral(self, term: &Term) -> Numeral {
        let Figure { value, decade, last_decade, whole, over, .. } = term.figure;
        let count = |last: i32| u8::try_from((value.first_decade() - last + 1).max(1)).unwrap_or(u8::MAX);
        let digits = count(last_decade);
        let significant = if whole { count(value.last_decade()).min(digits) } else { digits };
        let qualifier = self.qualifier.or(over.then_some(Qualifier::Over));
        let Self { to, unit, .. } = self;
        Numeral { kind: term.kind, value, to, digits, significant, decade, unit, qualifier, locale: None, last_decade }
    }

    fn after(&self) -> &'a str {
        self.rest.get(self.length..).unwrap_or_default()
    }

    /// A numeral with its percent sign, or a part of a whole.
    fn term(&mut self, before: &str) -> Option<Term> {
        if let Some((term, length)) = part_of_a_whole(self.after(), before) {
            self.length += length;
            return Some(term);
        }
        for (word, decades) in [("百分之", -2), ("千分之", -3), ("万分之", -4)] {
            if let Some((figure, length)) = self.after().strip_prefix(word).and_then(digits_or_characters) {
                self.length += word.len() + length;
                "%".clone_into(&mut self.unit);
                return Some(Term { kind: Kind::Percentage, figure: moved(figure, decades), mark: Some(decades) });
            }
        }
        let mut figure = self.figure()?;
        let scales = MILLIONS.iter().filter(|_| vocabulary::currency(before).is_some());
        if let Some((word, decade)) =
            scales.into_iter().find_map(|(words, decade)| Some((longest(words, self.after())?, *decade)))
        {
            self.length += word.len();
            figure = Figure { decade, ..moved(figure, decade) };
        }
        if let Some((word, qualifier)) = vocabulary::between(self.after(), figure.chinese).filter(|_| !figure.over) {
            self.length += word.len();
            self.qualifier = Some(qualifier);
        }
        let mut term = Term { kind: Kind::Amount, figure, mark: None };
        self.mark(&mut term);
        Some(term)
    }

    fn figure(&mut self) -> Option<Figure> {
        let rest = self.after();
        if rest.strip_prefix('双').and_then(vocabulary::counted_barely).is_some() {
            self.length += '双'.len_utf8();
            return Some(Figure::whole(Decimal::new(2, 0)));
        }
        let (figure, length) = digits_or_characters(rest).or_else(|| english::read(rest))?;
        // In running English, one is seldom a number.
        let one = rest.get(..length).is_some_and(|word| word.eq_ignore_ascii_case("one"));
        self.length += length;
        (self.place == Place::Alone || !one).then_some(figure)
    }

    /// Takes the percent sign, or whatever says what kind of number it is.
    fn mark(&mut self, term: &mut Term) {
        let rest = self.after();
        let marks = MARKS.iter().filter_map(|(words, kind, decades)| Some((longest(words, rest)?, *kind, *decades)));
        let Some((mark, kind, decades)) = marks.max_by_key(|(mark, ..)| mark.len()) else { return };
        if vocabulary::is_no_tenth(rest) {
            return;
        }
        self.length += mark.len();
        mark.trim().clone_into(&mut self.unit);
        *term = Term { kind, figure: moved(term.figure, decades), mark: Some(decades) };
        if let Some((tenths, length)) = tenths(self.after()).filter(|_| mark == "成")
            && let Some(value) = term.figure.value.plus(Decimal::new(tenths, -2))
        {
            self.length += length;
            (term.figure.value, term.figure.last_decade) = (value, -2);
        }
    }

    /// Takes the other end of a range. What stands once, at its end, holds for both: 5.0—5.3%, 30至40万.
    fn range(&mut self, first: &mut Term) {
        let start = (self.length, self.qualifier, self.unit.clone());
        if let Some(second) = self.until() {
            let mut figure = first.figure;
            if first.mark.is_none() {
                figure = moved(figure, second.mark.unwrap_or(0));
                if figure.decade == 0 {
                    figure = Figure { decade: second.figure.decade, ..moved(figure, second.figure.decade) };
                }
            }
            let alike = first.mark.is_none() || first.kind == second.kind;
            if alike && figure.value < second.figure.value && !second.figure.bare {
                self.to = Some(second.figure.value);
                *first = Term { figure, ..second };
                return;
            }
        }
        (self.length, self.qualifier, self.unit) = start;
    }

    fn until(&mut self) -> Option<Term> {
        let word = longest(UNTIL, self.after())?;
        self.length += word.len();
        let starts = self.after().starts_with(|c| arabic::digit(c).is_some() || chinese::is_numeral(c));
        starts.then(|| self.term(word)).flatten()
    }

    fn ordinal(&mut self, term: &mut Term, before: &str) {
        let ending = longest("st|nd|rd|th", self.after());
        if before.ends_with('第') || ending.is_some() {
            self.length += ending.map_or(0, str::len);
            term.kind = Kind::Ordinal;
        }
    }

    /// Takes the unit. Out: whether a 半 stands behind it, which is worked in: 1年半, 两个半小时.
    fn unit(&mut self, term: &mut Term) -> bool {
        let rest = self.after();
        let spaced = rest.trim_start_matches([' ', '\u{a0}']);
        let space = rest.len() - spaced.len();
        let narrow = term.figure.chinese && term.figure.decade == 0 && term.kind == Kind::Amount;
        let unit = vocabulary::unit(spaced, narrow && self.place == Place::Running).filter(|_| space <= 2);
        let Some(unit) = unit else { return false };
        let after = spaced.get(unit.len()..).and_then(|after| after.strip_prefix('半'));
        let counted = after.and_then(|after| longest("月|小时", after)).filter(|_| unit == "个");
        let half = counted.is_some() || (after.is_some() && matches!(unit, "年" | "天" | "小时" | "周"));
        self.unit = [unit, counted.unwrap_or_default()].concat();
        self.length += space + self.unit.len();
        if let Some(value) = term.figure.value.plus(Decimal::new(5, -1)).filter(|_| half) {
            self.length += '半'.len_utf8();
            term.figure = Figure { value, last_decade: -1, whole: false, ..term.figure };
        }
        half
    }
}

fn digits_or_characters(text: &str) -> Option<(Figure, usize)> {
    arabic::read(text).or_else(|| chinese::read(text))
}

/// A figure moved by decades, as a percent sign does.
fn moved(figure: Figure, decades: i32) -> Figure {
    Figure { value: figure.value.shifted(decades), last_decade: figure.last_decade + decades, ..figure }
}

/// Reads the half or digit behind 成: 三成半 and 三成五 are 35%.
fn tenths(text: &str) -> Option<(i128, usize)> {
    if text.starts_with('半') {
        return Some((5, '半'.len_utf8()));
    }
    let (figure, length) = chinese::read(text)?;
    let digit = figure.value.to_string().parse().ok()?;
    (1..10).contains(&digit).then_some((digit, length))
}

/// 三分之一, 一半, 半年, two-thirds, and the length.
fn part_of_a_whole(text: &str, before: &str) -> Option<(Term, usize)> {
    let figure = |value: Decimal| {
        // A part that goes on for ever is told to two digits.
        let endless = value.last_decade() < -4;
        let last_decade = if endless { value.first_decade() - 1 } else { value.last_decade().min(0) };
        Figure { value, decade: 0, last_decade, whole: false, over: false, bare: false, chinese: true }
    };
    let fraction = |value: Decimal, length: usize| {
        Some((Term { kind: Kind::Fraction, figure: figure(value), mark: Some(0) }, length))
    };
    let half = Decimal::new(5, -1);
    if text.starts_with("一半") {
        return fraction(half, "一半".len());
    }
    if let Some(rest) = text.strip_prefix('半') {
        // 上半年 is a time, 镇上半小时 is long.
        let unit = longest("年|个月|天|小时|个小时", rest)?;
        let other = before.ends_with(['大', '多', '一', '每'])
            || (!unit.ends_with("小时") && before.ends_with(['上', '下', '前', '后']));
        let term = Term { kind: Kind::Amount, figure: figure(half), mark: None };
        return (!other).then_some((term, '半'.len_utf8()));
    }
    if let Some((above, below, length)) = english::fraction(text) {
        return fraction(above.over(below)?, length);
    }
    let (whole, length) = digits_or_characters(text)?;
    let rest = text.get(length..)?.strip_prefix("分之")?;
    let (part, more) = digits_or_characters(rest)?;
    let value = part.value.over(whole.value).filter(|_| whole.value > part.value && !whole.bare)?;
    fraction(value, length + "分之".len() + more)
}
