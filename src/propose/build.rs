//! Facts put into drawings, as an editor would begin them: in the order in which they were picked. `kinds` says which are tried.

use std::collections::BTreeMap;

use super::Refusal;
use super::derive::{Operation, derive, small};
use super::lack::Lack;
use super::said::{Said, whole_of};
use crate::figure::funnel::Funnel;
use crate::figure::grouped::{Category, Grouped};
use crate::figure::interval::{Ends, Interval};
use crate::figure::outline::{Branch, Outline};
use crate::figure::pairs::{Pair, Pairs};
use crate::figure::panorama::{Band, Panorama};
use crate::figure::pictogram::Pictogram;
use crate::figure::series::{Series, SeriesForm};
use crate::figure::share::{Part, Share};
use crate::story::quantity::Quantity;
use crate::story::unit::Dimension;
use crate::story::working::work_out;
use crate::story::{Drawing, FactId, Story, Text};

/// The most dots of a drawing that says at a glance how many they are.
const MOST_DOTS: f64 = 10_000.0;
/// How far a whole may be from the sum of its parts, over the whole.
const ROUNDING: f64 = 0.005;

/// A copy of the story that a drawing may add derived facts to, with what is known of the facts.
pub(super) struct Sketch<'a> {
    pub(super) story: Story,
    pub(super) said: Said<'a>,
    pub(super) facts: &'a [FactId],
    quantities: BTreeMap<FactId, Quantity>,
}

impl<'a> Sketch<'a> {
    pub(super) fn new(said: Said<'a>, facts: &'a [FactId]) -> Self {
        Self { story: said.story.clone(), said, facts, quantities: work_out(said.story).quantities }
    }

    /// How well a drawing that holds shows the facts, from 0: what says most of them comes first.
    pub(super) fn rank(&self, drawing: &Drawing) -> u8 {
        let alike = self.story.by_unit(self.facts).len() <= 1;
        let total: f64 = self.facts.iter().map(|id| self.value(id)).sum();
        match drawing {
            Drawing::Timeline(_) | Drawing::Ladder(_) | Drawing::Series(_) => 100,
            Drawing::Pairs(_) => 90,
            Drawing::Share(share) if self.facts.contains(&share.total) => 95,
            Drawing::Funnel(funnel) if funnel.steps.is_sorted_by(|one, next| self.said.is_part(one, next)) => 93,
            Drawing::Funnel(_) if self.falls() => 60,
            Drawing::Bars(_) if alike && self.facts.len() > 1 => 70,
            Drawing::Dots(_) if alike && total <= MOST_DOTS => 65,
            Drawing::Bars(_) => 55,
            Drawing::Pictogram(_) => 50,
            Drawing::Dots(_) => 45,
            Drawing::Share(_) | Drawing::Interval(_) => 40,
            Drawing::Grouped(_) => 35,
            Drawing::Funnel(_) | Drawing::Flow(_) | Drawing::Week(_) => 30,
            Drawing::Rings(_) => 25,
            Drawing::Outline(_) => 20,
            Drawing::Panorama(_) => 10,
        }
    }

    pub(super) fn value(&self, id: &str) -> f64 {
        self.quantities.get(id).map_or(0.0, |quantity| quantity.value)
    }

    pub(super) fn label(&self, id: &str) -> Text {
        self.story.statistic(id).map(|statistic| statistic.label().clone()).unwrap_or_default()
    }

    fn is_ratio(&self, id: &str) -> bool {
        self.quantities.get(id).is_some_and(|quantity| quantity.dimension == Dimension::default())
    }

    /// Whether each is smaller than the one before.
    fn falls(&self) -> bool {
        self.facts.is_sorted_by(|one, next| self.value(one) > self.value(next))
    }

    pub(super) fn several(&self) -> Result<Vec<FactId>, Refusal> {
        if self.facts.len() < 2 { Err(Refusal::Lack(Lack::Two)) } else { Ok(self.facts.to_vec()) }
    }

    /// Several facts of which none is what another was before: those are neither parts nor steps.
    fn at_one_time(&self) -> Result<Vec<FactId>, Refusal> {
        let facts = self.several()?;
        let changed = |before: &FactId| facts.iter().any(|after| self.said.is_change(before, after));
        if facts.iter().any(changed) { Err(Refusal::Lack(Lack::OneTime)) } else { Ok(facts) }
    }

    fn two_by_two(&self, lack: Lack) -> Result<Vec<[FactId; 2]>, Refusal> {
        let (pairs, []) = self.facts.as_chunks() else { return Err(Refusal::Lack(lack)) };
        if pairs.is_empty() { Err(Refusal::Lack(lack)) } else { Ok(pairs.to_vec()) }
    }

    /// The derived fact of that formula, which the story has or gets.
    fn derived(&mut self, operation: Operation, facts: &[&FactId]) -> Result<FactId, Refusal> {
        let facts: Vec<FactId> = facts.iter().map(|id| (*id).clone()).collect();
        let derivation = derive(&self.story, operation, &facts).map_err(Refusal::Derive)?;
        let same = |known: &&crate::story::Derived| {
            known.formula == derivation.derived.formula && known.unit == derivation.derived.unit
        };
        if let Some(known) = self.story.derived.iter().find(same) {
            return Ok(known.id.clone());
        }
        let id = derivation.derived.id.clone();
        self.story.units.extend(derivation.unit);
        self.story.derived.push(derivation.derived);
        Ok(id)
    }

    /// What a whole has beside a part.
    fn rest(&mut self, whole: &FactId, part: &FactId) -> Result<FactId, Refusal> {
        let known = self.story.derived.len();
        let id = self.derived(Operation::Difference, &[whole, part])?;
        let Text { zh, en } = self.label(whole);
        if let Some(rest) = self.story.derived.get_mut(known) {
            let named = |word: &str, term: String| if term.is_empty() { term } else { [word, &term].concat() };
            rest.label = Text { zh: named("其他", zh), en: named("Other ", small(&en)) };
        }
        Ok(id)
    }

    /// From the largest to the smallest.
    pub(super) fn funnel(&mut self) -> Result<Drawing, Refusal> {
        let mut steps = self.at_one_time()?;
        steps.sort_by(|one, other| self.value(other).total_cmp(&self.value(one)));
        let mut shares = Vec::new();
        for (wider, step) in steps.iter().zip(steps.iter().skip(1)) {
            shares.push(self.derived(Operation::Share, &[step, wider])?);
        }
        Ok(Drawing::Funnel(Funnel { steps, shares, glyph: None }))
    }

    pub(super) fn outline(&self) -> Result<Drawing, Refusal> {
        let branch = |fact: &FactId| Branch { fact: fact.clone(), glyph: None, items: Vec::new() };
        Ok(Drawing::Outline(Outline { branches: self.facts.iter().map(branch).collect() }))
    }

    pub(super) fn pictogram(&self) -> Result<Drawing, Refusal> {
        Ok(Drawing::Pictogram(Pictogram { rows: self.facts.iter().map(|fact| self.row(fact.clone())).collect() }))
    }

    /// Two groups, whose names the editor writes.
    pub(super) fn grouped(&self) -> Result<Drawing, Refusal> {
        let pairs = self.two_by_two(Lack::Groups)?;
        if pairs.len() < 2 {
            return Err(Refusal::Lack(Lack::Groups));
        }
        let category = |[one, other]: [FactId; 2]| Category { label: self.label(&one), facts: vec![one, other] };
        let categories = pairs.into_iter().map(category).collect();
        Ok(Drawing::Grouped(Grouped { groups: vec![Text::default(); 2], categories }))
    }

    pub(super) fn interval(&self) -> Result<Drawing, Refusal> {
        let ends = |[from, to]: [FactId; 2]| Ends { label: self.label(&from), from, to, ratio: None };
        let intervals = self.two_by_two(Lack::Pairs)?.into_iter().map(ends).collect();
        Ok(Drawing::Interval(Interval { intervals }))
    }

    /// Parts of the one that is their sum, or that the article says one is a part of, or else of the sum of all.
    pub(super) fn share(&mut self) -> Result<Drawing, Refusal> {
        let mut parts = self.at_one_time()?;
        let within = |whole: &FactId| self.facts.iter().any(|part| self.said.is_part(whole, part));
        let nested = self.facts.iter().any(within);
        let single = whole_of(self.said, self.facts);
        let largest = parts.iter().max_by(|one, other| self.value(one).total_cmp(&self.value(other))).cloned();
        let largest = largest.unwrap_or_default();
        let (whole, all) = (self.value(&largest), parts.iter().map(|id| self.value(id)).sum::<f64>());
        let total = if parts.len() > 2 && (all - 2.0 * whole).abs() <= ROUNDING * whole.abs() {
            parts.retain(|id| *id != largest);
            largest
        } else if let (Some(single), 2) = (single, parts.len()) {
            parts.retain(|id| id != single);
            let part = parts.first().cloned().unwrap_or_default();
            parts.push(self.rest(single, &part)?);
            single.clone()
        } else if nested {
            return Err(Refusal::Lack(Lack::OnePart));
        } else if parts.iter().any(|id| self.is_ratio(id)) {
            return Err(Refusal::Lack(Lack::Amounts));
        } else {
            self.derived(Operation::Sum, &parts.iter().collect::<Vec<_>>())?
        };
        let mut drawn = Vec::new();
        for fact in parts {
            let share = self.derived(Operation::Share, &[&fact, &total])?;
            drawn.push(Part { fact, share, glyph: None });
        }
        Ok(Drawing::Share(Share { parts: drawn, total, each: None, said: String::new() }))
    }

    /// Each two are an amount and its growth, or an amount before and after.
    pub(super) fn pairs(&mut self) -> Result<Drawing, Refusal> {
        let mut pairs = Vec::new();
        for [one, other] in self.two_by_two(Lack::Growth)? {
            pairs.push(match (self.is_ratio(&one), self.is_ratio(&other)) {
                (false, true) if self.said.is_growth(&other) => {
                    let before = self.derived(Operation::Before, &[&one, &other])?;
                    Pair { before, after: one, growth: other }
                }
                (false, false) if self.said.is_change(&one, &other) => {
                    let growth = self.derived(Operation::Growth, &[&other, &one])?;
                    Pair { before: one, after: other, growth }
                }
                _ => return Err(Refusal::Lack(Lack::Growth)),
            });
        }
        Ok(Drawing::Pairs(Pairs { pairs }))
    }

    /// The series that have one of the facts, a panel each.
    pub(super) fn series(&self) -> Result<Drawing, Refusal> {
        let series = self.story.series.iter();
        let named = series.filter(|series| {
            let has = |observation| self.facts.contains(&series.fact_id(observation));
            series.observations.iter().any(has)
        });
        let panels: Vec<Vec<String>> = named.map(|series| vec![series.id.clone()]).collect();
        if panels.is_empty() {
            return Err(Refusal::Lack(Lack::Series));
        }
        let mut series = Series {
            panels,
            form: SeriesForm::default(),
            common_scale: false,
            drawn: Vec::new(),
            dates: Vec::new(),
            years: Vec::new(),
            note: String::new(),
        };
        series.draw(&self.story.series);
        Ok(Drawing::Series(series))
    }

    /// Each as a disc, which leads to the figure that draws it.
    pub(super) fn panorama(&self) -> Result<Drawing, Refusal> {
        let band = |fact: &FactId| {
            let figure = self.story.figures().find(|figure| figure.drawing.facts().contains(&fact))?;
            Some(Band {
                fact: fact.clone(),
                figure: figure.id.clone(),
                glyph: None,
                each: 1.0,
                within: Vec::new(),
                before: None,
                beside: Vec::new(),
                said: String::new(),
            })
        };
        let bands: Option<Vec<Band>> = self.facts.iter().map(band).collect();
        let bands = bands.ok_or(Refusal::Lack(Lack::Figures))?;
        Ok(Drawing::Panorama(Panorama { bands, numerals: Vec::new() }))
    }
}
