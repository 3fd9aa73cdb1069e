//! Dates and periods in words.

use crate::numeral::MONTHS;
use crate::story::Locale;
use crate::story::date::{Date, Period};
use crate::story::frequency::Frequency;

fn month_name(month: u8) -> &'static str {
    MONTHS.split('|').nth(usize::from(month.saturating_sub(1))).unwrap_or_default()
}

/// A date in words: `2024年7月3日`, `3 July 2024`, `June 2023`.
pub fn date(date: Date, locale: Locale) -> String {
    let year = date.year;
    match (locale, date.month, date.day) {
        (Locale::Zh, Some(month), Some(day)) => format!("{year}年{month}月{day}日"),
        (Locale::Zh, Some(month), None) => format!("{year}年{month}月"),
        (Locale::Zh, None, _) => format!("{year}年"),
        (Locale::En, Some(month), Some(day)) => format!("{day} {} {year}", month_name(month)),
        (Locale::En, Some(month), None) => format!("{} {year}", month_name(month)),
        (Locale::En, None, _) => year.to_string(),
    }
}

/// A step of time without its year, except for years themselves: `2024`, `上半年`, `Q1`, `3月`, `5 Mar`.
pub fn part_of_year(frequency: Frequency, step: i32, locale: Locale) -> String {
    const QUARTERS: [&str; 4] = ["一季度", "二季度", "三季度", "四季度"];
    let Date { year, month, day } = frequency.period(step).from;
    let first_month = month.unwrap_or(1);
    let month = month_name(first_month).get(..3).unwrap_or_default();
    let quarter = usize::from((first_month - 1) / 3);
    match (locale, frequency) {
        (_, Frequency::Year) => year.to_string(),
        (Locale::Zh, Frequency::Half) => (if first_month == 1 { "上半年" } else { "下半年" }).to_owned(),
        (Locale::En, Frequency::Half) => (if first_month == 1 { "H1" } else { "H2" }).to_owned(),
        (Locale::Zh, Frequency::Quarter) => QUARTERS.get(quarter).copied().unwrap_or_default().to_owned(),
        (Locale::En, Frequency::Quarter) => format!("Q{}", quarter + 1),
        (Locale::Zh, Frequency::Month) => format!("{first_month}月"),
        (Locale::En, Frequency::Month) => month.to_owned(),
        (Locale::Zh, Frequency::Day) => format!("{first_month}月{}日", day.unwrap_or(1)),
        (Locale::En, Frequency::Day) => format!("{} {month}", day.unwrap_or(1)),
    }
}

/// A period in words: `2024年1月至5月`, `January to May 2024`, `2024年一季度`, `H1 2024`.
pub fn period(period: Period, locale: Locale) -> String {
    let Some(to) = period.to else { return date(period.from, locale) };
    if let Some((frequency @ (Frequency::Half | Frequency::Quarter), step)) = Frequency::of(period) {
        let part = part_of_year(frequency, step, locale);
        return match locale {
            Locale::Zh => format!("{}年{part}", to.year),
            Locale::En => format!("{part} {}", to.year),
        };
    }
    // A year or month that both ends share is said once: behind in English, before in Chinese.
    let from = period.from;
    let one_month = (from.year, from.month) == (to.year, to.month);
    match locale {
        Locale::Zh => {
            let end = match (to.month, to.day) {
                (Some(_), Some(day)) if one_month => format!("{day}日"),
                (Some(month), Some(day)) if from.year == to.year => format!("{month}月{day}日"),
                (Some(month), None) if from.year == to.year => format!("{month}月"),
                _ => date(to, locale),
            };
            format!("{}至{end}", date(from, locale))
        }
        Locale::En => {
            let start = match (from.month, from.day) {
                (Some(_), Some(day)) if one_month => day.to_string(),
                (Some(month), Some(day)) if from.year == to.year => format!("{day} {}", month_name(month)),
                (Some(month), None) if from.year == to.year => month_name(month).to_owned(),
                _ => date(from, locale),
            };
            format!("{start} to {}", date(to, locale))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_span_within_a_year_names_the_year_once() {
        let span: Period = "2024-01/2024-05".parse().expect("a period");
        assert_eq!(period(span, Locale::Zh), "2024年1月至5月");
        assert_eq!(period(span, Locale::En), "January to May 2024");
        for (text, zh, en) in [
            ("2024-Q1", "2024年一季度", "Q1 2024"),
            ("2024-H2", "2024年下半年", "H2 2024"),
            ("2024-07-03/2024-07-05", "2024年7月3日至5日", "3 to 5 July 2024"),
            ("2024-06-30/2024-07-02", "2024年6月30日至7月2日", "30 June to 2 July 2024"),
            ("2024-12-30/2025-01-02", "2024年12月30日至2025年1月2日", "30 December 2024 to 2 January 2025"),
            ("2023/2024", "2023年至2024年", "2023 to 2024"),
        ] {
            let span: Period = text.parse().expect("a period");
            assert_eq!([Locale::Zh, Locale::En].map(|locale| period(span, locale)), [zh, en]);
        }
        let day: Period = "2024-07-03".parse().expect("a day");
        assert_eq!(period(day, Locale::Zh), "2024年7月3日");
        assert_eq!(period(day, Locale::En), "3 July 2024");
    }
}
