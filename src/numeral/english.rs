//! Numbers that English writes in words: five, twenty-one, two million, a third.

use super::Decimal;
use super::arabic::{Figure, english_scale};

const SMALL: &str = "zero|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|\
    fifteen|sixteen|seventeen|eighteen|nineteen";

const TENS: &str = "twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety";

/// Parts of a whole, above and below the line.
const FRACTIONS: &[(&str, i128, i128)] = &[
    ("one half|a half|half", 1, 2),
    ("a third|one third|one-third", 1, 3),
    ("two thirds|two-thirds", 2, 3),
    ("a quarter|one quarter", 1, 4),
    ("three quarters|three-quarters", 3, 4),
    ("a fifth|one fifth|one-fifth", 1, 5),
    ("a tenth|one tenth", 1, 10),
];

/// Reads the number that a text begins with. Out: the number and its length in bytes.
pub(super) fn read(text: &str) -> Option<(Figure, usize)> {
    let (mut number, mut length) = below_hundred(text)?;
    let after = text.get(length..)?;
    if number < 10 && word(after.trim_start_matches(' ')).eq_ignore_ascii_case("hundred") {
        number *= 100;
        length += " hundred".len();
    }
    let (decade, _, scale) = english_scale(text.get(length..)?);
    let value = Decimal::new(number, decade);
    let figure = Figure { value, decade, last_decade: decade, whole: true, over: false, bare: false, chinese: false };
    Some((figure, length + scale))
}

fn below_hundred(text: &str) -> Option<(i128, usize)> {
    let first = word(text);
    let place = |list: &str, word: &str| {
        list.split('|').position(|name| name.eq_ignore_ascii_case(word)).and_then(|place| i128::try_from(place).ok())
    };
    if let Some(number) = place(SMALL, first) {
        return Some((number, first.len()));
    }
    let tens = (place(TENS, first)? + 2) * 10;
    let rest = text.get(first.len()..)?;
    let second = rest.strip_prefix(['-', ' ']).map_or("", word);
    match place(SMALL, second).filter(|ones| (1..10).contains(ones)) {
        Some(ones) => Some((tens + ones, first.len() + 1 + second.len())),
        None => Some((tens, first.len())),
    }
}

/// Reads the part of a whole that a text begins with: the part, the whole, and the length in bytes.
pub(super) fn fraction(text: &str) -> Option<(Decimal, Decimal, usize)> {
    let fits = |words: &&str| {
        let (start, rest) = text.split_at_checked(words.len()).unwrap_or_default();
        start.eq_ignore_ascii_case(words) && !rest.starts_with(|c: char| c.is_ascii_alphanumeric() || c == '-')
    };
    let mut fractions =
        FRACTIONS.iter().filter_map(|(words, above, below)| Some((words.split('|').find(fits)?, above, below)));
    let (words, above, below) = fractions.next()?;
    Some((Decimal::new(*above, 0), Decimal::new(*below, 0), words.len()))
}

/// The word of Latin letters that a text begins with.
pub(super) fn word(text: &str) -> &str {
    let end = text.find(|letter: char| !letter.is_ascii_alphabetic()).unwrap_or(text.len());
    text.get(..end).unwrap_or_default()
}
