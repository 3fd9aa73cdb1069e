//! The one reader of numbers: it turns what an article prints into a value with its unit, qualifier and precision.
//!
//! In: a printed form by itself ([`read`]) or a running text ([`find`]). Out: [`Numeral`]s. Chinese and English are read, in Arabic
//! digits or in words: 2.69万吨, 4000余万支, 超千亿, 百分之十六点七, 三分之一, 下降10.6%, 5.0—5.3%, 第4场, 前三季度, nearly $18.8 bn.
//!
//! `arabic`, `chinese` and `english` read numerals, `calendar` dates, `reader` a number with its signs and unit; `scan` finds where one begins.
//! The words around numbers are in `vocabulary`.

mod arabic;
mod calendar;
mod chinese;
mod decimal;
mod english;
mod reader;
mod scan;
mod vocabulary;

use std::ops::Range;

use crate::story::{Locale, Qualifier};

pub(crate) use calendar::MONTHS;
pub use calendar::{Moment, Part};
pub use decimal::Decimal;

/// The kind of a printed number.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Kind {
    /// So many of something: 5899家, 2.69万吨.
    Amount,
    /// A share or a growth of a whole; its value is 0.27 for 27%: %, ‰, 百分之, 成.
    Percentage,
    /// A difference of percentages; its value is 0.005 for 0.5个百分点.
    Points,
    /// So many times another: 1.5倍.
    Multiple,
    /// A part of a whole in words: 三分之一, 一半, two-thirds.
    Fraction,
    /// A place in an order: 第4场, 21st.
    Ordinal,
    /// A date or a span of time by the calendar; its value is nothing.
    Date {
        /// The date, or when the span begins.
        from: Moment,
        /// When the span ends.
        to: Option<Moment>,
    },
    /// Digits in a name, which count nothing: GR2002, 4K, “1246”. Its value is nothing.
    Name,
}

/// A number as an article prints it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Numeral {
    /// Its kind.
    pub kind: Kind,
    /// The number, scale word and percent sign worked in: 28370000 for 2837万, 0.27 for 27%. Below zero behind a word such as 下降.
    pub value: Decimal,
    /// The other end, where it is a range: 0.053 for 5.0—5.3%.
    pub to: Option<Decimal>,
    /// How many digits are printed, from the first that is not zero: 5 for 70650万, 2 for 5.0%.
    pub digits: u8,
    /// How many of them are significant of a measured number: zeros that end a whole number are not, so 4 for 70650万.
    pub significant: u8,
    /// The power of ten of its scale word: 4 for 万, 8 for 亿, 12 for 万亿 and trillion, 0 without one.
    pub decade: i32,
    /// The word or sign of its unit, as printed; empty where none is known: 吨, %, $.
    pub unit: String,
    /// Its qualifier, such as over or nearly; `None` without one.
    pub qualifier: Option<Qualifier>,
    /// The language that it is written in; digits and signs alone belong to both.
    pub locale: Option<Locale>,
    /// The power of ten of the last printed digit.
    last_decade: i32,
}

impl Numeral {
    /// The same numeral in a unit that is so many decades smaller and whose form brings a scale word of its own: 2837万 is 2837 in 万吨.
    pub fn moved(self, decades: i32, scale_word: i32) -> Self {
        let decades = decades - scale_word;
        Self {
            value: self.value.shifted(decades),
            to: self.to.map(|to| to.shifted(decades)),
            decade: (self.decade - scale_word).max(0),
            last_decade: self.last_decade + decades,
            ..self
        }
    }

    /// How many decimals are printed of the number in units of 10^`decade`: 1 for 134.9万亿 in trillions, 1 for 5.0% in hundredths.
    pub fn decimals(&self, decade: i32) -> i32 {
        (decade - self.last_decade).max(0)
    }
}

/// A number in a running text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Found {
    /// Where it stands, in bytes. What is printed is the text from there to there.
    pub span: Range<usize>,
    /// Its value.
    pub numeral: Numeral,
}

/// Reads a printed form that has one number, whatever words are around it: `2.69万吨`, `未来3年内`, `每周1班`. `None` when there is no
/// number in it, or more than one.
pub fn read(printed: &str) -> Option<Numeral> {
    scan::only(printed)
}

/// Finds the numbers of a running text one after another, in their order. Their spans never overlap.
pub fn find(text: &str) -> impl Iterator<Item = Found> {
    scan::all(text)
}

#[cfg(test)]
mod tests;
