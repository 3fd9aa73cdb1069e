//! Dates as a story writes them: a year, a month, a day, a half-year, a quarter, or a span of two dates.

use std::str::FromStr;

use serde::{Deserialize, Serialize};

use super::Locale;
use super::sentences::InWords;
use crate::pack::packed;

packed! {
    /// A year, a month of it, or a day of that month.
    #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
    pub struct Date {
        /// The year of the common era.
        pub year: i32,
        /// 1 to 12.
        pub month: Option<u8>,
        /// 1 to the month's last day.
        pub day: Option<u8>,
    }
}

/// A date, or the time from the start of one to the end of another.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Period {
    /// When it begins.
    pub from: Date,
    /// When it ends, if it is a span.
    pub to: Option<Date>,
}

/// A text that is no date.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("`{0}` is not a date")]
pub struct DateError(pub String);

impl InWords for DateError {
    fn in_words(&self, _: Locale) -> String {
        self.0.clone()
    }
}

impl Date {
    /// Days from the start of year 0 to the start of this date, in the Gregorian calendar.
    ///
    /// The formula counts 365 days a year and the leap days of the whole years before, then the days of the months.
    pub fn day_number(self) -> i32 {
        let before = self.year - 1;
        let whole_years = 365 * self.year + before.div_euclid(4) - before.div_euclid(100) + before.div_euclid(400);
        let months: i32 = (1..self.month.unwrap_or(1)).map(|month| i32::from(days_in_month(self.year, month))).sum();
        whole_years + months + i32::from(self.day.unwrap_or(1)) - 1
    }

    /// The day with that [`day_number`](Self::day_number).
    pub fn from_day_number(number: i32) -> Self {
        let january = |year| Self { year, month: None, day: None }.day_number();
        // Too early by less than a year, since no year is longer than 366 days.
        let mut year = number.div_euclid(366);
        while january(year + 1) <= number {
            year += 1;
        }
        let (mut month, mut rest) = (1, number - january(year));
        while rest >= i32::from(days_in_month(year, month)) {
            rest -= i32::from(days_in_month(year, month));
            month += 1;
        }
        Self { year, month: Some(month), day: u8::try_from(rest + 1).ok() }
    }
}

/// The length of a month, 28 to 31.
fn days_in_month(year: i32, month: u8) -> u8 {
    match month {
        4 | 6 | 9 | 11 => 30,
        2 if year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) => 29,
        2 => 28,
        _ => 31,
    }
}

impl FromStr for Date {
    type Err = DateError;

    fn from_str(text: &str) -> Result<Self, DateError> {
        let wrong = || DateError(text.chars().take(40).collect());
        let mut parts = text.split('-');
        let mut part = |width: usize| match parts.next() {
            None => Ok(None),
            Some(digits) if digits.len() == width && digits.bytes().all(|byte| byte.is_ascii_digit()) => {
                digits.parse::<u16>().map(Some).map_err(|_| wrong())
            }
            Some(_) => Err(wrong()),
        };
        let (year, month, day) = (part(4)?, part(2)?, part(2)?);
        let year = i32::from(year.ok_or_else(wrong)?);
        let month = month.map(|month| u8::try_from(month).unwrap_or(0));
        let day = day.map(|day| u8::try_from(day).unwrap_or(0));
        let holds = month.is_none_or(|month| (1..=12).contains(&month))
            && day.is_none_or(|day| (1..=days_in_month(year, month.unwrap_or(1))).contains(&day));
        if !holds || parts.next().is_some() {
            return Err(wrong());
        }
        Ok(Self { year, month, day })
    }
}

impl FromStr for Period {
    type Err = DateError;

    fn from_str(text: &str) -> Result<Self, DateError> {
        match text.split_once('/') {
            None if text.contains(['Q', 'H']) => part_of_year(text),
            None => Ok(Self { from: text.parse()?, to: None }),
            Some((from, to)) => Ok(Self { from: from.parse()?, to: Some(to.parse()?) }),
        }
    }
}

/// A quarter or a half-year: `2023-Q2`, `2023-H1`.
fn part_of_year(text: &str) -> Result<Period, DateError> {
    let wrong = || DateError(text.chars().take(40).collect());
    let (year, part) = text.split_once('-').ok_or_else(wrong)?;
    let (first, last) = match part {
        "H1" => (1, 6),
        "H2" => (7, 12),
        "Q1" => (1, 3),
        "Q2" => (4, 6),
        "Q3" => (7, 9),
        "Q4" => (10, 12),
        _ => return Err(wrong()),
    };
    let year = year.parse::<Date>().map_err(|_| wrong())?;
    let month = |month| Date { month: Some(month), ..year };
    Ok(Period { from: month(first), to: Some(month(last)) })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn date(text: &str) -> Result<Date, DateError> {
        text.parse()
    }

    #[test]
    fn a_date_is_a_year_a_month_or_a_day() {
        assert_eq!(date("2023"), Ok(Date { year: 2023, month: None, day: None }));
        assert_eq!(date("2023-06"), Ok(Date { year: 2023, month: Some(6), day: None }));
        assert_eq!(date("2024-02-29"), Ok(Date { year: 2024, month: Some(2), day: Some(29) }));
        for wrong in ["", "24", "2023-13", "2023-02-29", "2023-6", "2023-06-31", "2023-06-30-1", "２０２３"] {
            assert!(date(wrong).is_err(), "{wrong} was taken for a date");
        }
    }

    #[test]
    fn a_quarter_and_a_half_are_spans_of_months() {
        for (short, long) in
            [("2023-Q1", "2023-01/2023-03"), ("2023-Q4", "2023-10/2023-12"), ("2023-H2", "2023-07/2023-12")]
        {
            assert_eq!(short.parse::<Period>(), long.parse(), "{short}");
        }
        for wrong in ["2023-Q5", "2023-H3", "2023-Q", "Q1", "23-Q1", "2023Q1", "2023-Q1/2023-Q2"] {
            assert!(wrong.parse::<Period>().is_err(), "{wrong} was taken for a period");
        }
    }

    #[test]
    fn days_are_counted_over_leap_years() {
        let days = |from: &str, to: &str| Some(date(to).ok()?.day_number() - date(from).ok()?.day_number());
        assert_eq!(days("2024-01-01", "2024-06-01"), Some(152));
        assert_eq!(days("2023-06", "2024-06"), Some(366));
        assert_eq!(days("1999-12-31", "2000-01-01"), Some(1));
    }
}
