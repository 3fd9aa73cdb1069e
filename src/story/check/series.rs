//! Checks of numbers over time as the story writes them.

use super::{Checker, ProblemKind, Sort, entries};
use crate::story::frequency::Frequency;
use crate::story::series::{Interval, Observation, TimeSeries};

impl<'a> Checker<'a> {
    /// The series of that name, for what draws it.
    pub(crate) fn series(&mut self, place: &str, id: &str) -> Option<&'a TimeSeries> {
        let found = self.story.series.iter().find(|series| series.id == id);
        if found.is_none() {
            self.unknown(place, Sort::Series, id);
        }
        found
    }

    /// Checks an entry of `series`; `place` is the pointer to it.
    pub(super) fn time_series(&mut self, place: &str, series: &'a TimeSeries) {
        self.paragraph(&format!("{place}/paragraph"), &series.paragraph);
        self.unit_of(place, &series.unit);
        self.digits(place, series.digits);
        self.terms(place, &series.label, series.short.as_ref(), None);
        let observations = format!("{place}/observations");
        if series.observations.len() < 2 {
            self.report(&observations, ProblemKind::NoSeries(series.observations.len()));
        }
        self.numbers(place);
        let mut before: Option<(&str, Frequency, i32, bool)> = None;
        for (place, observation) in entries(&observations, &series.observations) {
            if let Some(interval) = &observation.interval {
                self.interval(&format!("{place}/interval"), series, observation, interval);
            }
            let period = observation.period.as_str();
            let Some((frequency, step)) = observation.step() else {
                let place = format!("{place}/period");
                match period.parse::<crate::story::date::Period>() {
                    Err(error) => self.report(&place, error.into()),
                    Ok(_) => self.report(&place, ProblemKind::NoFrequency(period.to_owned())),
                }
                continue;
            };
            if let Some((earlier, of, last, forecast)) = before {
                let (period, before) = (period.to_owned(), earlier.to_owned());
                if frequency != of {
                    self.report(&format!("{place}/period"), ProblemKind::UnlikePeriods(period, before));
                    continue;
                }
                if step <= last {
                    self.report(&format!("{place}/period"), ProblemKind::NotLater(period, before));
                } else if forecast && !observation.forecast {
                    self.report(&place, ProblemKind::AfterForecast(period, before));
                }
            }
            before = Some((period, frequency, step, observation.forecast));
        }
    }

    /// Checks the numbers of an entry, which are facts by now.
    fn numbers(&mut self, entry: &str) {
        let entry = format!("{entry}/");
        let facts = self.places.clone().into_iter().zip(&self.story.facts);
        for (place, fact) in facts.filter(|(place, _)| place.starts_with(&entry)) {
            if place.ends_with("/low") || place.ends_with("/high") {
                self.magnitude(&place, fact.value.unwrap_or_default(), fact.unit.as_deref().unwrap_or_default());
            } else {
                self.said(&place, fact);
                self.agreed(&place, fact);
            }
        }
    }

    /// Checks that an interval belongs to a forecast, which it holds.
    fn interval(&mut self, place: &str, series: &TimeSeries, observation: &Observation, interval: &Interval) {
        self.printed(&format!("{place}/printed"), &interval.printed);
        if !observation.forecast {
            self.report(place, ProblemKind::IntervalOfNoForecast);
        }
        let (low, high) = (interval.low, interval.high);
        if let Some(value) = self.value(&series.fact_id(observation)).filter(|value| !(low..=high).contains(value)) {
            self.report(place, ProblemKind::OutsideInterval { value, low, high });
        }
    }
}
