//! How often a number over time is given: a year, a half, a quarter, a month or a day apart.

use super::date::{Date, Period};

/// The length of the periods of a series. Periods of one frequency are counted in steps, so that neighbours are one step
/// apart.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Frequency {
    /// From year to year.
    Year,
    /// From half-year to half-year.
    Half,
    /// From quarter to quarter.
    Quarter,
    /// From month to month.
    Month,
    /// From day to day.
    Day,
}

impl Frequency {
    /// The frequency that a period belongs to, and its step; `None` for a period of another length.
    pub fn of(period: Period) -> Option<(Self, i32)> {
        let Period { from, to } = period;
        let month = |date: Date| date.month.map(|month| 12 * date.year + i32::from(month) - 1);
        match (month(from), to) {
            (None, None) => Some((Self::Year, from.year)),
            (Some(_), None) if from.day.is_some() => Some((Self::Day, from.day_number())),
            (Some(month), None) => Some((Self::Month, month)),
            (Some(first), Some(to)) if from.day.is_none() && to.day.is_none() => {
                let months = month(to)? - first + 1;
                let of = [Self::Year, Self::Half, Self::Quarter, Self::Month];
                let fits = |frequency: &Self| months == frequency.months() && first % months == 0;
                of.into_iter().find(fits).map(|frequency| (frequency, first / months))
            }
            _ => None,
        }
    }

    /// The period of a step.
    pub fn period(self, step: i32) -> Period {
        let month = |month: i32| Date {
            year: month.div_euclid(12),
            month: u8::try_from(month.rem_euclid(12) + 1).ok(),
            day: None,
        };
        match self {
            Self::Year => Period { from: Date { year: step, month: None, day: None }, to: None },
            Self::Month => Period { from: month(step), to: None },
            Self::Day => Period { from: Date::from_day_number(step), to: None },
            Self::Half | Self::Quarter => {
                let first = step * self.months();
                Period { from: month(first), to: Some(month(first + self.months() - 1)) }
            }
        }
    }

    /// The step that a year begins with.
    pub fn first_step(self, year: i32) -> i32 {
        match self {
            Self::Day => Date { year, month: None, day: None }.day_number(),
            _ => year * (12 / self.months()),
        }
    }

    /// The time from the start of one step to the end of another.
    pub fn span(self, first: i32, last: i32) -> Period {
        let (from, to) = (self.period(first), self.period(last));
        if first == last { from } else { Period { from: from.from, to: to.to.or(Some(to.from)) } }
    }

    /// How many months a period is long; 0 for a day.
    const fn months(self) -> i32 {
        match self {
            Self::Year => 12,
            Self::Half => 6,
            Self::Quarter => 3,
            Self::Month => 1,
            Self::Day => 0,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(period: &str) -> Option<(Frequency, i32)> {
        Frequency::of(period.parse().expect("a period"))
    }

    #[test]
    fn periods_next_to_each_other_are_one_step_apart() {
        for (one, next, frequency) in [
            ("2023", "2024", Frequency::Year),
            ("2023-01/2023-12", "2024", Frequency::Year),
            ("2023-H2", "2024-H1", Frequency::Half),
            ("2023-Q4", "2024-01/2024-03", Frequency::Quarter),
            ("2023-12", "2024-01", Frequency::Month),
            ("2023-12/2023-12", "2024-01", Frequency::Month),
            ("2024-02-28", "2024-02-29", Frequency::Day),
            ("2023-12-31", "2024-01-01", Frequency::Day),
        ] {
            let (one, next) = (of(one).expect("a step"), of(next).expect("a step"));
            assert_eq!((one.0, next), (frequency, (frequency, one.1 + 1)));
        }
    }

    #[test]
    fn other_lengths_are_no_steps() {
        for period in ["2024-01/2024-05", "2024-02/2024-04", "2023/2024", "2024-01-01/2024-01-07", "2023-10/2024-03"] {
            assert_eq!(of(period), None, "{period}");
        }
    }

    #[test]
    fn a_step_gives_its_period_back() {
        for period in ["2024", "2023-H2", "2024-Q1", "2024-11", "2024-02-29", "0001-01-01", "1999-12-31", "9999-12-31"]
        {
            let (frequency, step) = of(period).expect("a step");
            assert_eq!(Ok(frequency.period(step)), period.parse(), "{period}");
        }
        assert_eq!(Ok(Frequency::Quarter.span(8096, 8097)), "2024-01/2024-06".parse());
        assert_eq!(Ok(Frequency::Year.span(2020, 2021)), "2020/2021".parse());
    }
}
