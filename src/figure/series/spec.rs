//! What a drawing of numbers over time is drawn from, what must hold of it, and what is said of it.

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};

use crate::describe::Summarizer;
use crate::figure::kinds::{Editorial, Kind, Opening, Summary, spec};
use crate::figure::{Frame, MAX_LINES};
use crate::pack::packed;
use crate::plate::MissingFact;
use crate::scene::Mark;
use crate::story::check::{Checker, ProblemKind};
use crate::story::frequency::Frequency;
use crate::story::{FactId, TimeSeries, Width};

packed! {
    /// How a number over time is drawn.
    #[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
    #[cfg_attr(feature = "cli", derive(schemars::JsonSchema))]
    #[serde(rename_all = "lowercase")]
    pub enum SeriesForm {
        /// A line through the numbers, on a scale that need not begin at zero.
        #[default]
        Lines,
        /// A column for each number, from zero; one series a panel.
        Columns,
    }
}
spec! {
    /// Numbers over time, in panels above each other on one axis of time.
    Series {
        /// The panels, each a list of ids of `series`. Those of one panel share a scale, so they must share a unit.
        panels: Vec<Vec<String>>,
        /// Lines where nothing is said.
        #[serde(default)]
        form: SeriesForm,
        /// Set when all panels have the same scale, so that their heights compare.
        #[serde(default)]
        common_scale: bool,
        /// What the panels show; filled in when the story is read, and by an edition.
        #[serde(skip)]
        drawn: Vec<Panel>,
        /// What may be written under the axis of time, the fullest first; an edition fills it in.
        #[serde(skip)]
        dates: Vec<Vec<Tick>>,
        /// The years under those dates, the fullest first; an edition fills it in.
        #[serde(skip)]
        years: Vec<Vec<Tick>>,
        /// What is said of gaps and forecasts; an edition fills it in.
        #[serde(skip)]
        note: String,
    }
}
packed! {
    /// What one panel of numbers over time shows.
    #[derive(Clone, Debug, Default, PartialEq)]
    pub struct Panel {
        /// What is counted in what, and when it was last.
        pub heading: String,
        /// One a series.
        pub lines: Vec<Line>,
        /// The scale, from its low end to its high end.
        pub ticks: Vec<Tick>,
    }
}
packed! {
    /// One series.
    #[derive(Clone, Debug, PartialEq)]
    pub struct Line {
        /// What stands at its end.
        pub name: String,
        /// Its numbers in order of time.
        pub points: Vec<Point>,
    }
}
packed! {
    /// The number of one period.
    #[derive(Clone, Debug, PartialEq)]
    pub struct Point {
        /// The number.
        pub fact: FactId,
        /// The period, counted so that neighbours differ by 1.
        pub step: i32,
        /// Whether the number is expected.
        pub forecast: bool,
        /// The numbers that it is expected between, the lower first; empty where none are given.
        pub interval: Vec<FactId>,
    }
}
packed! {
    /// A place on a scale and what is written there.
    #[derive(Clone, Debug, PartialEq)]
    pub struct Tick {
        /// A number in whole units, or a step of time.
        pub at: f64,
        /// The words.
        pub text: String,
    }
}

impl Series {
    /// Every number, line after line in order of time.
    pub fn points(&self) -> impl Iterator<Item = &Point> {
        self.lines().flat_map(|line| &line.points)
    }

    /// Every line, panel after panel.
    pub fn lines(&self) -> impl Iterator<Item = &Line> {
        self.drawn.iter().flat_map(|panel| &panel.lines)
    }
}

impl Kind for Series {
    fn facts(&self) -> Vec<&FactId> {
        let mut facts = Vec::new();
        for point in self.points() {
            facts.push(&point.fact);
            facts.extend(&point.interval);
        }
        facts
    }

    fn layout(&self, frame: &Frame<'_>) -> Vec<Mark> {
        super::layout(self, frame)
    }
}

impl Editorial for Series {
    fn usual_width(&self) -> Width {
        Width::TwoThirds
    }

    fn audible(&self) -> Vec<&FactId> {
        self.lines().next().map(|line| line.points.iter().map(|point| &point.fact).collect()).unwrap_or_default()
    }

    fn check(&self, checker: &mut Checker<'_>, place: &str) {
        let mut shown = BTreeSet::new();
        let mut first: Option<&TimeSeries> = None;
        for (place, panel) in checker.each(&format!("{place}/panels"), &self.panels) {
            if panel.len() > MAX_LINES {
                checker.report(&place, ProblemKind::TooManyLines(panel.len()));
            } else if panel.len() > 1 && self.form == SeriesForm::Columns {
                checker.report(&place, ProblemKind::ColumnsTogether(panel.len()));
            }
            let mut above = first.filter(|_| self.common_scale);
            for (place, id) in checker.each(&place, panel) {
                let Some(series) = checker.series(&place, id) else { continue };
                if !shown.insert(id) {
                    checker.report(&place, ProblemKind::ShownTwice(id.clone()));
                }
                if let Some(above) = above.filter(|above| above.unit != series.unit) {
                    checker.report(&place, ProblemKind::SeriesUnits(series.id.clone(), above.id.clone()));
                }
                if let Some(first) = first.filter(|first| first.frequency() != series.frequency()) {
                    checker.report(&place, ProblemKind::UnlikeSeries(series.id.clone(), first.id.clone()));
                }
                above = above.or(Some(series));
                first = first.or(Some(series));
            }
        }
    }

    fn opening(&self) -> Opening {
        match self.form {
            SeriesForm::Lines => ("{}条随时间变化的折线", "{} line over time", "{} lines over time"),
            SeriesForm::Columns => {
                ("{}组随时间变化的柱", "{} row of columns over time", "{} rows of columns over time")
            }
        }
    }

    fn summary(&self, summarizer: &Summarizer<'_>) -> Summary {
        let words = summarizer.words;
        let count = self.lines().count();
        let (mut courses, mut rest) = (Vec::new(), Vec::new());
        for line in self.lines() {
            courses.push(course(line, summarizer)?);
            let gaps = gaps(line, summarizer)?;
            if let (Some(first), false) = (line.points.first(), gaps.is_empty()) {
                let term = if count > 1 { Some(summarizer.term(&first.fact)?) } else { None };
                rest.push(words.no_number_for(term.as_deref(), &summarizer.listed(&gaps)));
            }
        }
        let forecasts = self.points().filter(|point| point.forecast).count();
        if forecasts > 0 {
            rest.push(words.forecasts(forecasts));
        }
        Ok(vec![summarizer.opening(count), words.clauses(&courses), words.clauses(&rest)])
    }
}

/// Where a line begins and ends, and its highest and lowest number where they are neither.
fn course(line: &Line, summarizer: &Summarizer<'_>) -> Result<String, MissingFact> {
    let words = summarizer.words;
    let (Some(first), Some(last)) = (line.points.first(), line.points.last()) else { return Ok(String::new()) };
    let mut sized = Vec::new();
    for point in &line.points {
        sized.push((summarizer.edition.value(&point.fact)?, &point.fact));
    }
    let (from, to) = (summarizer.dated(&first.fact)?, summarizer.dated(&last.fact)?);
    let mut said = vec![words.course(&summarizer.term(&first.fact)?, &from, &to)];
    // A number that comes twice is said where it comes first, and not at all where an end has it.
    let ends = [sized.first(), sized.last()].map(|end| end.map(|(value, _)| *value));
    let between = |value: f64| sized.iter().find(|(one, _)| *one == value && !ends.contains(&Some(value)));
    let most = sized.iter().map(|(value, _)| *value).fold(f64::NEG_INFINITY, f64::max);
    let least = sized.iter().map(|(value, _)| *value).fold(f64::INFINITY, f64::min);
    if let Some((_, id)) = between(most) {
        said.push(words.highest(&summarizer.dated(id)?));
    }
    if let Some((_, id)) = between(least) {
        said.push(words.lowest(&summarizer.dated(id)?));
    }
    Ok(said.join(words.comma))
}

/// The periods within a line that have no number, in words.
fn gaps(line: &Line, summarizer: &Summarizer<'_>) -> Result<Vec<String>, MissingFact> {
    let Some(first) = line.points.first() else { return Ok(Vec::new()) };
    let frequency = summarizer.period(&first.fact)?.and_then(Frequency::of);
    Ok(frequency.map(|(frequency, _)| summarizer.edition.gaps(line, frequency)).unwrap_or_default())
}
