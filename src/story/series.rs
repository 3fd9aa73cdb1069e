//! A number over time: one entry of the story, which expands into a fact for each period when the story is read.
//!
//! The rest of the program sees plain facts. The drawings that name an entry are told here which facts they show, and when.

use serde::{Deserialize, Deserializer, Serialize, Serializer};

use super::frequency::Frequency;
use super::{Drawing, Fact, FactId, Qualifier, Status, Story, Text};
use crate::figure::series::{Line, Panel, Point, Series};

/// A number over time, as the article prints it for one period after the other.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "cli", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct TimeSeries {
    /// The name of the series in this file. The fact of a period has both in its name: `harvest-2024`, `output-2024-q1`.
    pub id: String,
    /// The paragraph or table that the numbers stand in: `P09`.
    pub paragraph: String,
    /// The id of the unit of every number.
    pub unit: String,
    /// How many significant digits the numbers are measured to, as in a fact.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub digits: Option<u8>,
    /// What the numbers count, as a term.
    pub label: Text,
    /// A shorter term for the line's own label. The label if absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub short: Option<Text>,
    /// The numbers, the earliest first. A period that is left out is a gap, which is drawn and said.
    pub observations: Vec<Observation>,
}

/// The number of one period.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "cli", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Observation {
    /// A year, a half, a quarter, a month or a day: `2024`, `2024-H1`, `2024-Q1`, `2024-01`, `2024-01-31`.
    pub period: String,
    /// The very characters of the article.
    pub printed: String,
    /// The number, in whole units, where `printed` does not say it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub value: Option<f64>,
    /// Over, about, within and the like, where `printed` does not say it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub qualifier: Option<Qualifier>,
    /// Set when the article expects the number; what follows is expected too.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub forecast: bool,
    /// Between which numbers the article expects it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub interval: Option<Interval>,
}

/// What a forecast lies between.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "cli", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Interval {
    /// The very characters of the article.
    pub printed: String,
    /// The lower end, in whole units.
    pub low: f64,
    /// The upper end, in whole units.
    pub high: f64,
}

impl Observation {
    /// The frequency that the period belongs to, and its step; `None` where it is no period of a series.
    pub fn step(&self) -> Option<(Frequency, i32)> {
        self.period.parse().ok().and_then(Frequency::of)
    }
}

impl TimeSeries {
    /// How often its numbers are given, as its first period says.
    pub fn frequency(&self) -> Option<Frequency> {
        self.observations.first()?.step().map(|(frequency, _)| frequency)
    }

    /// The name of the fact of a period.
    pub fn fact_id(&self, observation: &Observation) -> FactId {
        format!("{}-{}", self.id, observation.period.to_lowercase().replace('/', "-"))
    }

    /// The names of the facts at the ends of a period's interval, the lower first; none where there is no interval.
    fn interval_ids(&self, observation: &Observation) -> Vec<FactId> {
        let ends = observation.interval.iter().flat_map(|_| ["-low", "-high"]);
        ends.map(|end| self.fact_id(observation) + end).collect()
    }

    /// A fact for each number, with the place in the story where it is written.
    fn facts(&self, place: &str) -> Vec<(String, Fact)> {
        let mut facts = Vec::new();
        for (index, observation) in self.observations.iter().enumerate() {
            let place = format!("{place}/observations/{index}");
            let fact = Fact {
                id: self.fact_id(observation),
                paragraph: self.paragraph.clone(),
                printed: observation.printed.clone(),
                value: observation.value,
                unit: Some(self.unit.clone()),
                qualifier: observation.qualifier,
                digits: self.digits,
                period: Some(observation.period.clone()),
                status: observation.forecast.then_some(Status::Forecast),
                label: self.label.clone(),
                short: self.short.clone(),
                ..Fact::default()
            };
            facts.push((place.clone(), fact.clone()));
            if let Some(interval) = &observation.interval {
                let ends = [
                    ("low", interval.low, "，区间下限", ", lower end"),
                    ("high", interval.high, "，区间上限", ", upper end"),
                ];
                for (id, (field, value, zh, en)) in self.interval_ids(observation).into_iter().zip(ends) {
                    let end = Fact {
                        id,
                        printed: interval.printed.clone(),
                        value: Some(value),
                        qualifier: None,
                        label: self.label.with_ending(zh, en),
                        short: self.short.as_ref().map(|short| short.with_ending(zh, en)),
                        ..fact.clone()
                    };
                    facts.push((format!("{place}/interval/{field}"), end));
                }
            }
        }
        facts
    }

    /// The line that shows every number. Numbers without a step have no place on it; the checker reports them.
    fn line(&self) -> Line {
        let mut points = Vec::new();
        for observation in &self.observations {
            let Some((_, step)) = observation.step() else { continue };
            let fact = self.fact_id(observation);
            points.push(Point { fact, step, forecast: observation.forecast, interval: self.interval_ids(observation) });
        }
        Line { name: String::new(), points }
    }
}

impl<'de> Deserialize<'de> for Story {
    /// Reads the story as it is written, and makes facts of its numbers over time.
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let mut story = Self::deserialize(deserializer)?;
        story.expand();
        Ok(story)
    }
}

impl Serialize for Story {
    /// Writes the story as it is read: without the facts that its numbers over time have become.
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut written = self.clone();
        let expanded: usize = self.series.iter().map(|series| series.facts("").len()).sum();
        written.facts.truncate(self.facts.len().saturating_sub(expanded));
        Self::serialize(&written, serializer)
    }
}

impl Series {
    /// Tells the drawing which facts the entries that it names have become.
    pub(crate) fn draw(&mut self, series: &[TimeSeries]) {
        let find = |id: &String| series.iter().find(|series| series.id == *id);
        let panel = |ids: &Vec<String>| Panel {
            lines: ids.iter().filter_map(find).map(TimeSeries::line).collect(),
            ..Panel::default()
        };
        self.drawn = self.panels.iter().map(panel).collect();
    }
}

impl Story {
    /// Makes facts of the numbers over time, and tells the drawings that name them.
    fn expand(&mut self) {
        let Self { series, facts, chapters, .. } = self;
        facts.extend(series.iter().flat_map(|series| series.facts("")).map(|(_, fact)| fact));
        for figure in chapters.iter_mut().flat_map(|chapter| &mut chapter.figures) {
            let Drawing::Series(spec) = &mut figure.drawing else { continue };
            spec.draw(series);
        }
    }

    /// Where each fact is written, as JSON pointers: in `facts`, or in an entry of `series`.
    pub fn fact_places(&self) -> Vec<String> {
        let expanded = self.series.iter().enumerate();
        let expanded = expanded.flat_map(|(index, series)| series.facts(&format!("/series/{index}")));
        let expanded: Vec<String> = expanded.map(|(place, _)| place).collect();
        let written = self.facts.len().saturating_sub(expanded.len());
        (0..written).map(|index| format!("/facts/{index}")).chain(expanded).collect()
    }
}
