//! The texts of a drawing of numbers over time that no fact has: its scales, its dates, the names of its lines, and notes on gaps and
//! forecasts.

use plotters::coord::ranged1d::{BoldPoints, Ranged};
use plotters::coord::types::RangedCoordf64;

use super::Edition;
use crate::figure::series::{Line, Panel, Series, SeriesForm, Tick};
use crate::format;
use crate::story::date::Date;
use crate::story::frequency::Frequency;
use crate::story::quantity::Quantity;
use crate::story::{Locale, Unit};
use crate::words::words;

/// The most ticks that plotters is asked for; the ends of the scale may come on top.
const TICKS: usize = 5;
/// A line's scale begins at zero unless its numbers lie closer together than this part of the largest.
const CLOSE: f64 = 0.5;
/// The most dates that are written in a row.
const DATES: i32 = 40;
/// The largest number that a scale reaches, which is the largest that is written.
const MOST: f64 = 1e15;

impl Edition {
    pub(super) fn fill_series(&self, spec: &mut Series) {
        let frequency = self.frequency(spec);
        let common = spec.common_scale.then(|| self.values(&spec.drawn));
        for panel in &mut spec.drawn {
            let unit = panel.lines.first().and_then(|line| line.points.first());
            let unit = unit.and_then(|point| self.unit(self.statistic(&point.fact).ok()?).ok());
            let values = common.clone().unwrap_or_else(|| self.values(std::slice::from_ref(panel)));
            panel.ticks = self.ticks(&values, spec.form, unit);
            panel.heading = self.heading(panel, unit);
            for line in &mut panel.lines {
                line.name = self.line_name(line);
            }
        }
        let Some(frequency) = frequency else { return };
        let steps: Vec<i32> = spec.points().map(|point| point.step).collect();
        if let (Some(&first), Some(&last)) = (steps.iter().min(), steps.iter().max()) {
            spec.dates = dates(frequency, first, last, self.locale);
            spec.years = years(frequency, first, last, self.locale);
        }
        spec.note = self.series_note(spec, frequency);
    }

    /// How often the numbers of a drawing are given.
    fn frequency(&self, spec: &Series) -> Option<Frequency> {
        let first = self.statistic(&spec.points().next()?.fact).ok()?;
        let (frequency, _) = Frequency::of(first.period()?.parse().ok()?)?;
        Some(frequency)
    }

    /// The numbers of panels, ends of intervals too.
    fn values(&self, panels: &[Panel]) -> Vec<f64> {
        let points = panels.iter().flat_map(|panel| &panel.lines).flat_map(|line| &line.points);
        let ids = points.flat_map(|point| std::iter::once(&point.fact).chain(&point.interval));
        ids.filter_map(|id| self.value(id).ok()).filter(|value| value.is_finite()).collect()
    }

    /// A scale that holds these numbers, each tick written as the numbers are.
    fn ticks(&self, values: &[f64], form: SeriesForm, unit: Option<&Unit>) -> Vec<Tick> {
        let scale = unit.and_then(|unit| unit.scale).unwrap_or(1.0);
        let text = |at: f64| {
            let Some(unit) = unit else { return String::new() };
            let number = format::number(&Quantity::exact(at), unit, Some(format::MAX_DECIMALS), self.locale);
            // A sign such as % belongs to each number, a word stands once beside the scale.
            if unit.scale.is_some() { format::with_unit(&number, self.text(&unit.form)) } else { number }
        };
        scale_of(values.iter().map(|value| value.clamp(-MOST / scale, MOST / scale)), form)
            .into_iter()
            .map(|at| Tick { at, text: text(at) })
            .collect()
    }

    /// The heading of a panel: of one series its term and last period, of several their unit.
    fn heading(&self, panel: &Panel, unit: Option<&Unit>) -> String {
        let words = words(self.locale);
        match panel.lines.as_slice() {
            [line] => {
                let last = line.points.iter().rev().find(|point| !point.forecast).or(line.points.last());
                let Some(last) = last else { return String::new() };
                let term = self.short(&last.fact).unwrap_or_default();
                let period = self.period(&last.fact).ok().flatten().unwrap_or_default();
                format!("{term}{}{period}", words.comma)
            }
            _ => unit.map(|unit| words.in_unit(&self.unit_word(unit))).unwrap_or_default(),
        }
    }

    /// A line's term and its last number.
    fn line_name(&self, line: &Line) -> String {
        let last = line.points.last().map_or("", |point| &point.fact);
        format!("{} {}", self.short(last).unwrap_or_default(), self.written(last).unwrap_or_default())
    }

    /// Notes that dashes are forecasts, and for which periods there is no number.
    fn series_note(&self, spec: &Series, frequency: Frequency) -> String {
        let words = words(self.locale);
        let mut said = Vec::new();
        if spec.points().any(|point| point.forecast) {
            let interval = spec.points().any(|point| !point.interval.is_empty());
            said.push(words.forecast_is(spec.form == SeriesForm::Lines, interval).to_owned());
        }
        let lines: Vec<&Line> = spec.drawn.iter().flat_map(|panel| &panel.lines).collect();
        for line in &lines {
            let gaps = self.gaps(line, frequency);
            if !gaps.is_empty() {
                let term = line.points.first().and_then(|point| self.short(&point.fact).ok());
                said.push(words.no_number_for(term.filter(|_| lines.len() > 1), &words.list(&gaps)));
            }
        }
        words.paragraph(&said)
    }

    /// The periods within a line that have no number, in words.
    pub(crate) fn gaps(&self, line: &Line, frequency: Frequency) -> Vec<String> {
        let pairs = line.points.iter().zip(line.points.iter().skip(1));
        let gaps = pairs.filter(|(one, next)| next.step - one.step > 1);
        let span = |(first, last)| format::period(frequency.span(first, last), self.locale);
        gaps.map(|(one, next)| span((one.step + 1, next.step - 1))).collect()
    }

    /// The unit in words, without a number: `吨`, `trips a week`.
    fn unit_word(&self, unit: &Unit) -> String {
        // The form for more than one stands last.
        let form = self.text(&unit.form).rsplit('|').next().unwrap_or_default();
        form.replace("{}", "").trim().to_owned()
    }
}

/// The ticks of a scale that holds numbers: round, equally far apart, the first and the last beyond the numbers.
fn scale_of(values: impl Iterator<Item = f64>, form: SeriesForm) -> Vec<f64> {
    let (mut low, mut high) =
        values.fold((f64::INFINITY, f64::NEG_INFINITY), |(low, high), value| (value.min(low), value.max(high)));
    if low > high {
        (low, high) = (0.0, 0.0);
    }
    if form == SeriesForm::Columns || low * high < 0.0 || low.abs().min(high.abs()) < CLOSE * low.abs().max(high.abs())
    {
        (low, high) = (low.min(0.0), high.max(0.0));
    }
    if high - low < f64::MIN_POSITIVE.max(high.abs() * 1e-9) {
        (low, high) = (low.min(0.0), if low < 0.0 { 0.0 } else { high.max(1.0) });
    }
    let points = RangedCoordf64::from(low..high).key_points(BoldPoints(TICKS));
    let [one, next, ..] = points.as_slice() else { return vec![low, high] };
    let step = next - one;
    let (first, last) = ((low / step).floor(), (high / step).ceil());
    let count = last - first;
    if !(step > 0.0 && count <= 3.0 * TICKS as f64) {
        return vec![low, high];
    }
    let mut ticks = Vec::new();
    let mut tick = first;
    while tick <= last {
        // Adding zero turns −0 into 0.
        ticks.push(tick * step + 0.0);
        tick += 1.0;
    }
    ticks
}

/// Rows of dates, the fullest first: years, or the parts of a year, every so many of them; the last alone at the end.
fn dates(frequency: Frequency, first: i32, last: i32, locale: Locale) -> Vec<Vec<Tick>> {
    let strides: &[i32] = match frequency {
        Frequency::Year => &[1, 2, 5, 10, 20, 50, 100, 200, 500, 1000],
        Frequency::Half => &[1],
        Frequency::Quarter => &[1, 2],
        Frequency::Month => &[1, 2, 3, 6],
        Frequency::Day => &[1, 2, 5, 10, 20, 50, 100, 200],
    };
    // Years and days are counted back from the last, parts of a year from its beginning.
    let from = if matches!(frequency, Frequency::Year | Frequency::Day) { last } else { 0 };
    let tick = |step: i32| Tick { at: f64::from(step), text: format::part_of_year(frequency, step, locale) };
    let counted = strides.iter().filter(|stride| (last - first) / **stride < DATES);
    let mut rows: Vec<Vec<Tick>> =
        counted.map(|stride| (first..=last).filter(|step| (step - from) % stride == 0).map(tick).collect()).collect();
    if frequency == Frequency::Year {
        rows.push(vec![tick(last)]);
    }
    rows
}

/// Rows of the years that parts of a year belong to, each at its first part, the fullest first; the first alone at the end.
fn years(frequency: Frequency, first: i32, last: i32, locale: Locale) -> Vec<Vec<Tick>> {
    if frequency == Frequency::Year {
        return Vec::new();
    }
    let year = |step: i32| frequency.period(step).from.year;
    let tick = |year: i32| Tick {
        at: f64::from(frequency.first_step(year).max(first)),
        text: format::date(Date { year, month: None, day: None }, locale),
    };
    let (from, to) = (year(first), year(last));
    let counted = [1, 2, 5, 10, 20, 50, 100, 200, 500, 1000].into_iter().filter(|stride| (to - from) / stride < DATES);
    let mut rows: Vec<Vec<Tick>> =
        counted.map(|stride| (from..=to).filter(|year| (year - from) % stride == 0).map(tick).collect()).collect();
    rows.push(vec![tick(from)]);
    rows
}

#[cfg(test)]
mod tests {
    use super::*;

    fn ticks(values: &[f64], form: SeriesForm) -> Vec<f64> {
        scale_of(values.iter().copied(), form)
    }

    #[test]
    fn a_scale_is_round_and_holds_its_numbers() {
        let lines = |values: &[f64]| ticks(values, SeriesForm::Lines);
        assert_eq!(lines(&[7.1, 1.3]), [0.0, 2.0, 4.0, 6.0, 8.0]);
        assert_eq!(lines(&[102.0, 98.5]), [98.0, 99.0, 100.0, 101.0, 102.0]);
        assert_eq!(lines(&[-0.02, 0.05]), [-0.02, 0.0, 0.02, 0.04, 0.06]);
        assert_eq!(lines(&[-98.0, -102.0]), [-102.0, -101.0, -100.0, -99.0, -98.0]);
        assert_eq!(ticks(&[102.0, 98.5], SeriesForm::Columns), [0.0, 50.0, 100.0, 150.0]);
        for values in [&[][..], &[0.0], &[5.0], &[-5.0], &[1e-308, 2e-308], &[1e15, -1e15], &[0.1, 0.1]] {
            for form in [SeriesForm::Lines, SeriesForm::Columns] {
                let ticks = ticks(values, form);
                assert!((2..16).contains(&ticks.len()) && ticks.is_sorted(), "{values:?} {ticks:?}");
                let (low, high) = (ticks[0], ticks[ticks.len() - 1]);
                assert!(low < high && values.iter().all(|value| (low..=high).contains(value)), "{values:?} {ticks:?}");
            }
        }
    }

    #[test]
    fn dates_are_counted_from_where_they_matter() {
        let texts = |row: &[Tick]| row.iter().map(|tick| tick.text.clone()).collect::<Vec<_>>().join(" ");
        let rows = dates(Frequency::Year, 2014, 2024, Locale::En);
        assert_eq!(texts(&rows[2]), "2014 2019 2024");
        assert_eq!(texts(rows.last().expect("a row")), "2024");
        let (first, last) = (12 * 2023 + 10, 12 * 2025 + 1);
        assert_eq!(texts(&dates(Frequency::Month, first, last, Locale::Zh)[3]), "1月 7月 1月");
        let years = years(Frequency::Month, first, last, Locale::Zh);
        assert_eq!((texts(&years[0]).as_str(), years[0][0].at), ("2023年 2024年 2025年", f64::from(first)));
        assert!(dates(Frequency::Day, 0, 3_000_000, Locale::En).is_empty());
    }
}
