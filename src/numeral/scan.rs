//! Finds the numbers of a text, and reads the signs and words before them that belong to them: 第, a sign, a currency, a qualifier, a
//! fall.

use super::reader::{Place, Reader, Term};
use super::{Decimal, Found, Kind, Moment, Numeral, Part, arabic, calendar, chinese, vocabulary};
use crate::story::Locale;

/// Every number of a running text.
pub(super) fn all(text: &str) -> impl Iterator<Item = Found> {
    let mut floor = 0;
    std::iter::from_fn(move || {
        let found = first(text, floor, Place::Running)?;
        floor = found.span.end;
        Some(found)
    })
}

/// The one number of a printed form.
pub(super) fn only(printed: &str) -> Option<Numeral> {
    let Found { span, mut numeral } = first(printed, 0, Place::Alone)?;
    let rest = printed.get(span.end..)?;
    if all(rest).next().is_some() || rest.contains(|letter| arabic::digit(letter).is_some()) {
        return None;
    }
    if numeral.unit.is_empty() && !matches!(numeral.kind, Kind::Date { .. } | Kind::Name) {
        // A unit that no list has, and what qualifies the number behind it: 中心以上.
        let word = rest.char_indices().find_map(|(at, _)| {
            let (unit, word) = rest.split_at_checked(at)?;
            vocabulary::after(word)
                .filter(|(after, _)| after.len() == word.len())
                .map(|(_, qualifier)| (unit, qualifier))
        });
        numeral.unit = word.map_or(rest, |(unit, _)| unit).trim().to_owned();
        numeral.qualifier = numeral.qualifier.or(word.map(|(_, qualifier)| qualifier));
    }
    numeral.locale = language(printed);
    Some(numeral)
}

/// The first number that begins after `floor`, where the one before ended.
fn first(text: &str, floor: usize, place: Place) -> Option<Found> {
    let mut at = floor;
    loop {
        let rest = text.get(at..)?;
        let letter = rest.chars().next()?;
        let number = candidate(text, at, letter).then(|| number(text, at, floor, place)).flatten();
        if number.is_some() {
            return number;
        }
        at += passed_over(rest, letter);
    }
}

/// Whether a number can begin with a letter of the text.
fn candidate(text: &str, at: usize, letter: char) -> bool {
    let inside = || text.get(..at).is_some_and(|before| before.ends_with(|c: char| c.is_ascii_alphanumeric()));
    arabic::digit(letter).is_some()
        || chinese::is_numeral(letter)
        || matches!(letter, '半' | '双' | '上' | '下')
        || (letter.is_ascii_alphabetic() && !inside())
}

/// How much of a text begins no number: a whole numeral or word, lest its end be taken for one.
fn passed_over(rest: &str, letter: char) -> usize {
    let run = |belongs: fn(char) -> bool| rest.find(|c| !belongs(c)).unwrap_or(rest.len());
    let length = match letter {
        _ if arabic::digit(letter).is_some() => run(|c| arabic::digit(c).is_some()),
        _ if chinese::is_numeral(letter) => run(chinese::is_numeral),
        _ if letter.is_ascii_alphabetic() => run(|c| c.is_ascii_alphabetic()),
        _ => 0,
    };
    length.max(letter.len_utf8())
}

/// The language that something is written in, if it has letters.
fn language(text: &str) -> Option<Locale> {
    if text.contains(|c: char| ('\u{3400}'..='\u{9fff}').contains(&c) || c == '〇') {
        return Some(Locale::Zh);
    }
    text.contains(|c: char| c.is_ascii_alphabetic()).then_some(Locale::En)
}

/// Reads the number that begins at a place; `floor` is where the one before ended.
fn number(text: &str, at: usize, floor: usize, place: Place) -> Option<Found> {
    let (before, rest) = (text.get(floor..at)?, text.get(at..)?);
    if let Some(((from, to), length)) = calendar::span(rest).or_else(|| calendar::read(rest, before)) {
        let lead = if before.ends_with(['第', '前']) { '第'.len_utf8() } else { 0 };
        return Some(found(text, at - lead, at + length, without_value(Kind::Date { from, to })));
    }
    if let Some(name) = name(text, at, floor) {
        return Some(name);
    }
    let mut reader = Reader::new(rest, place);
    let mut term = reader.number(before)?;
    let end = at + reader.length;
    let start = at - lead(before, &mut term, &mut reader);
    if place == Place::Running && reader.unit.is_empty() {
        if term.figure.bare && reader.qualifier.is_none() {
            return None;
        }
        if let Some(kind) = other_than_a_number(text.get(start..end)?, before) {
            return Some(found(text, start, end, without_value(kind)));
        }
    }
    Some(found(text, start, end, reader.numeral(&term)))
}

/// The kind of digits without a unit that count nothing: a year in an English sentence, a telephone number.
fn other_than_a_number(printed: &str, before: &str) -> Option<Kind> {
    let digits = printed.bytes().all(|byte| byte.is_ascii_digit());
    let english = before.trim_end().ends_with(|c: char| c.is_ascii_alphabetic());
    match printed.len() {
        4 if digits && english => {
            let year = printed.parse().ok().filter(|year| (1900..2100).contains(year))?;
            Some(Kind::Date { from: Moment { year: Some(year), part: Part::Year }, to: None })
        }
        11.. if digits => Some(Kind::Name),
        _ => None,
    }
}

fn found(text: &str, start: usize, end: usize, mut numeral: Numeral) -> Found {
    numeral.locale = text.get(start..end).and_then(language);
    Found { span: start..end, numeral }
}

const fn without_value(kind: Kind) -> Numeral {
    Numeral {
        kind,
        value: Decimal::ZERO,
        to: None,
        digits: 0,
        significant: 0,
        decade: 0,
        unit: String::new(),
        qualifier: None,
        locale: None,
        last_decade: 0,
    }
}

/// Digits that belong to a name: letters touch them (GR2002, 4K), or they stand alone in quotes (“1246”).
fn name(text: &str, at: usize, floor: usize) -> Option<Found> {
    let (before, rest) = (text.get(floor..at)?, text.get(at..)?);
    arabic::digit(rest.chars().next()?)?;
    let (_, length) = arabic::read(rest)?;
    let after = rest.get(length..)?;
    if vocabulary::currency(before).is_some() {
        return None;
    }
    let start = before.trim_end_matches(|c: char| c.is_ascii_alphanumeric() || c == '-').len();
    let left = before.get(start..)?.contains(|c: char| c.is_ascii_alphabetic());
    let ending = vocabulary::longest("st|nd|rd|th", after).or_else(|| vocabulary::english_unit(after));
    let right = after.starts_with(|c: char| c.is_ascii_alphabetic()) && ending.is_none();
    let quoted = before.ends_with(['“', '‘', '"', '「', '『']) && after.starts_with(['”', '’', '"', '」', '』']);
    if !left && !right && !quoted {
        return None;
    }
    let more = after.find(|c: char| !c.is_ascii_alphanumeric()).unwrap_or(after.len());
    let start = if left { floor + start } else { at };
    Some(found(text, start, at + length + more, without_value(Kind::Name)))
}

/// Works in the signs and words before a number that belong to it. Out: their length in bytes.
fn lead(before: &str, term: &mut Term, reader: &mut Reader<'_>) -> usize {
    if before.ends_with('第') {
        return '第'.len_utf8();
    }
    let mut start = before;
    let unsigned = start.strip_suffix(['-', '−', '－']);
    if let Some(rest) = unsigned.filter(|rest| !rest.ends_with(|c: char| c.is_alphanumeric())) {
        term.figure.value = term.figure.value.negated();
        start = rest;
    }
    if let Some(currency) = vocabulary::currency(start) {
        currency.clone_into(&mut reader.unit);
        start = start.strip_suffix(currency).unwrap_or(start);
    }
    // 近3年 are the last three years.
    let times = matches!(reader.unit.as_str(), "年" | "个月" | "天" | "周" | "日");
    let spaceless = start.trim_end_matches(' ');
    if let Some((word, qualifier)) = vocabulary::before(spaceless).filter(|(word, _)| !(times && *word == "近")) {
        reader.qualifier = reader.qualifier.or(Some(qualifier));
        start = spaceless.strip_suffix(word).unwrap_or(start);
    }
    let spaceless = start.trim_end_matches([' ', '了']);
    if let Some(word) = vocabulary::fall(spaceless) {
        term.figure.value = term.figure.value.negated();
        start = spaceless.strip_suffix(word).unwrap_or(start);
    }
    before.len() - start.len()
}
