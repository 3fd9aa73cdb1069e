//! Numerals in Chinese characters: 十九亿, 一万七千五百, 十六点七, 二〇二四.

use super::Decimal;
use super::arabic::Figure;

/// Reads the numeral that a text begins with. Out: the numeral and its length in bytes.
///
/// Two digits side by side are a year (二〇二四) or no number (三四十 is about that many).
pub(super) fn read(text: &str) -> Option<(Figure, usize)> {
    // Words that begin with a digit: below zero, everywhere.
    if text.starts_with("零下") || text.starts_with("四处") {
        return None;
    }
    let run: Vec<(usize, char)> = text.char_indices().take_while(|(_, letter)| is_numeral(*letter)).collect();
    let mut reader = Reader::default();
    let mut length = 0;
    for (place, (at, letter)) in run.iter().enumerate() {
        let next = run.get(place + 1).map(|(_, letter)| *letter);
        if !reader.take(*letter, next)? {
            break;
        }
        length = at + letter.len_utf8();
    }
    Some((reader.finish()?, length))
}

/// Whether a character can stand in a Chinese numeral.
pub(super) const fn is_numeral(letter: char) -> bool {
    digit(letter).is_some() || unit(letter).is_some() || matches!(letter, '点' | '余' | '多')
}

const fn digit(letter: char) -> Option<i128> {
    Some(match letter {
        '〇' | '零' => 0,
        '一' => 1,
        '二' | '两' => 2,
        '三' => 3,
        '四' => 4,
        '五' => 5,
        '六' => 6,
        '七' => 7,
        '八' => 8,
        '九' => 9,
        _ => return None,
    })
}

/// The decade of a unit.
pub(super) const fn unit(letter: char) -> Option<i32> {
    Some(match letter {
        '十' => 1,
        '百' => 2,
        '千' => 3,
        '万' => 4,
        '亿' => 8,
        _ => return None,
    })
}

/// The state of reading a numeral: `done` above 亿, `ten_thousands` above 万, `section` below, and the digits not yet followed by a unit.
#[derive(Default)]
struct Reader {
    letters: Vec<char>,
    done: Option<Decimal>,
    ten_thousands: Option<Decimal>,
    section: Option<Decimal>,
    digits: Vec<i128>,
    /// How many of `digits` stand behind a 点.
    decimals: Option<i32>,
    over: bool,
}

impl Reader {
    /// Takes the next letter, if it belongs to the numeral. `None` when no number can come of it.
    fn take(&mut self, letter: char, next: Option<char>) -> Option<bool> {
        if let Some(digit) = digit(letter) {
            self.digits.push(digit);
            self.decimals = self.decimals.map(|decimals| decimals + 1);
        } else if letter == '点' {
            if self.letters.is_empty() || self.decimals.is_some() || next.and_then(digit).is_none() {
                return Some(false);
            }
            self.decimals = Some(0);
        } else if let Some(decade) = unit(letter) {
            self.scale(decade)?;
        } else {
            // 三百多万 is over three million; any other 多 stands behind the numeral.
            let scaled = matches!(next, Some('万' | '亿'));
            if self.letters.is_empty() || !scaled {
                return Some(false);
            }
            self.over = true;
        }
        self.letters.push(letter);
        Some(true)
    }

    fn scale(&mut self, decade: i32) -> Option<()> {
        if decade < 4 {
            let digit = self.pending(true)?;
            self.section = add(self.section, digit.unwrap_or(Decimal::new(1, 0)).shifted(decade));
            return Some(());
        }
        let below = self.pending(false)?;
        let section = below.map_or(self.section, |below| add(self.section, below));
        let bare = self.section.is_none() && below.is_none() && self.ten_thousands.is_none();
        let section = section.or(bare.then_some(Decimal::new(1, 0)));
        self.section = None;
        if decade == 4 {
            self.ten_thousands = Some(section?.shifted(4));
        } else {
            let before = section.map_or(self.ten_thousands, |section| add(self.ten_thousands, section));
            self.done = add(self.done, before?.shifted(8));
            self.ten_thousands = None;
        }
        Some(())
    }

    /// The digits that no unit has followed yet, as a number, which may be missing. A unit below 万 takes one digit alone, and a
    /// row of digits without a unit is none but a year.
    fn pending(&mut self, one: bool) -> Option<Option<Decimal>> {
        let digits: Vec<i128> = std::mem::take(&mut self.digits);
        let decimals = self.decimals.take().unwrap_or(0);
        // A zero fills a place: 一万零五百.
        let whole = digits.len().checked_sub(usize::try_from(decimals).ok()?)?;
        let filler = decimals == 0 && whole > 1 && digits.first() == Some(&0);
        let holds = whole <= 1 || (filler && whole == 2);
        if !holds || (one && decimals > 0) {
            return None;
        }
        let number = digits.iter().try_fold(0_i128, |number, digit| number.checked_mul(10)?.checked_add(*digit))?;
        Some((!digits.is_empty()).then(|| Decimal::new(number, -decimals)))
    }

    fn finish(mut self) -> Option<Figure> {
        let year = self.letters.len() == 4 && self.digits.len() == 4;
        if year {
            let number = self.digits.iter().fold(0_i128, |number, digit| number * 10 + digit);
            return Some(Figure::whole(Decimal::new(number, 0)));
        }
        let decimals = self.decimals.unwrap_or(0);
        let pending = self.pending(false)?;
        let last = self.letters.iter().rev().find_map(|letter| unit(*letter));
        let shorthand = last.filter(|decade| *decade > 1 && decimals == 0 && !self.letters.ends_with(&['零']));
        let skipped = self.letters.iter().rev().nth(1).is_some_and(|letter| matches!(letter, '零' | '〇'));
        // 三千二 is 3200, 三千零二 is 3002.
        let decades = shorthand.filter(|_| !skipped).map_or(0, |decade| decade - 1);
        let rest = pending.map(|digit| digit.shifted(decades));
        let parts = [self.done, self.ten_thousands, self.section, rest];
        let value = parts.into_iter().flatten().try_fold(Decimal::ZERO, Decimal::plus)?;
        self.letters.first()?;
        Some(self.figure(value, decimals))
    }

    /// The numeral as it is shown: in the largest of its scale words.
    fn figure(&self, value: Decimal, decimals: i32) -> Figure {
        let ends = |word: &[char]| self.letters.ends_with(word);
        let has = |letter: char| self.letters.contains(&letter);
        let decade = match () {
            () if ends(&['万', '亿']) => 12,
            () if has('亿') => 8,
            () if has('万') => 4,
            () => 0,
        };
        let last_decade = if decimals > 0 { -decimals } else { value.last_decade() };
        let first = self.letters.first().copied();
        Figure {
            value,
            decade,
            last_decade,
            whole: true,
            over: self.over,
            bare: first.and_then(unit).is_some_and(|decade| decade > 1),
            chinese: true,
        }
    }
}

fn add(left: Option<Decimal>, right: Decimal) -> Option<Decimal> {
    left.map_or(Some(right), |left| left.plus(right))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn chinese_numerals_are_read_as_far_as_they_go() {
        for (text, value, rest) in [
            ("五大", "5", "大"),
            ("十九亿", "1900000000", ""),
            ("十个", "10", "个"),
            ("二十五", "25", ""),
            ("一百零八", "108", ""),
            ("两百五", "250", ""),
            ("三千二", "3200", ""),
            ("三千零二", "3002", ""),
            ("一万零五百", "10500", ""),
            ("一万七千五百多", "17500", "多"),
            ("三百多万人", "3000000", "人"),
            ("一万五", "15000", ""),
            ("千亿级", "100000000000", "级"),
            ("万亿元", "1000000000000", "元"),
            ("三点五万亿", "3500000000000", ""),
            ("一亿二千三百万", "123000000", ""),
            ("三万五千亿", "3500000000000", ""),
            ("十六点七", "16.7", ""),
            ("三点钟", "3", "点钟"),
            ("二〇二四年", "2024", "年"),
            ("一九九七", "1997", ""),
            ("零", "0", ""),
        ] {
            let (figure, length) = read(text).unwrap_or_else(|| panic!("{text} is not read"));
            assert_eq!((figure.value.to_string().as_str(), text.split_at(length).1), (value, rest), "{text}");
        }
    }

    #[test]
    fn a_row_of_digits_is_no_number() {
        for text in ["三四", "七八十", "一二三", "多", "点", "余万", ""] {
            assert!(read(text).is_none(), "{text} is read");
        }
    }
}
