//! Checks of what is drawn: every fact of the sort that its kind of figure needs, and no more marks than can be seen.

use std::collections::BTreeSet;

use super::{Checker, MAX_DEPARTURES, MAX_DOTS, MAX_SYMBOLS, Named, ProblemKind, Sort};
use crate::story::drawing::{Band, Bars, Drawing, Funnel, Pairs, Panorama, Part, Pictogram, Share, Week};
use crate::story::formula::Operator;
use crate::story::quantity::Quantity;
use crate::story::unit::Dimension;
use crate::story::{FactId, Qualifier, Statistic, Text};

use super::text::Braces;

/// The days of a week, which a week's departures are counted over.
const DAYS: f64 = 7.0;

impl<'a> Checker<'a> {
    /// Checks one drawing; `place` is the pointer to it.
    pub(super) fn drawing(&mut self, place: &str, drawing: &'a Drawing) {
        let (mut once, mut twice) = (BTreeSet::new(), BTreeSet::new());
        for id in drawing.facts() {
            self.reached.insert(id);
            if !once.insert(id) && twice.insert(id) {
                self.report(place, ProblemKind::ShownTwice(id.clone()));
            }
        }
        match drawing {
            Drawing::Panorama(spec) => self.panorama(&format!("{place}/panorama"), spec),
            Drawing::Dots(spec) => self.dots(&format!("{place}/dots/groups"), &spec.groups),
            Drawing::Flow(spec) => self.dots(&format!("{place}/flow/steps"), &spec.steps),
            Drawing::Outline(spec) => {
                for (place, branch) in self.each(&format!("{place}/outline/branches"), &spec.branches) {
                    self.shown(&format!("{place}/fact"), &branch.fact);
                    self.items(&place, &branch.items);
                }
            }
            Drawing::Funnel(spec) => self.funnel(&format!("{place}/funnel"), spec),
            Drawing::Bars(spec) => self.bars(&format!("{place}/bars/panels"), spec),
            Drawing::Rings(spec) => {
                self.dots(&format!("{place}/rings/rings"), &spec.rings);
                for (index, id) in spec.beside.iter().enumerate() {
                    self.shown(&format!("{place}/rings/beside/{index}"), id);
                }
            }
            Drawing::Week(spec) => self.week(&format!("{place}/week"), spec),
            Drawing::Share(spec) => self.share(&format!("{place}/share"), spec),
            Drawing::Pairs(spec) => self.pairs(&format!("{place}/pairs/pairs"), spec),
            Drawing::Pictogram(spec) => self.pictogram(&format!("{place}/pictogram/rows"), spec),
            Drawing::Ladder(spec) => {
                for (place, id) in self.each(&format!("{place}/ladder/firsts"), &spec.firsts) {
                    let shown = self.shown(&place, id);
                    if shown.is_some_and(|shown| !matches!(shown, Statistic::Fact(fact) if fact.scope.is_some())) {
                        self.report(&place, ProblemKind::NoScope(id.clone()));
                    }
                }
            }
            Drawing::Timeline(spec) => {
                for (place, id) in self.each(&format!("{place}/timeline/events"), &spec.events) {
                    let shown = self.shown(&place, id);
                    if shown.is_some_and(|shown| !matches!(shown, Statistic::Fact(fact) if fact.date.is_some())) {
                        self.report(&place, ProblemKind::NoDate(id.clone()));
                    }
                }
            }
        }
    }

    fn items(&mut self, place: &str, items: &'a [Text]) {
        for (index, item) in items.iter().enumerate() {
            self.text(&format!("{place}/items/{index}"), item, Braces::None);
        }
    }

    fn dots(&mut self, place: &str, ids: &'a [FactId]) {
        let mut total = 0.0;
        for (place, id) in self.each(place, ids) {
            total += self.count(&place, id).unwrap_or(0.0);
        }
        if total > MAX_DOTS as f64 {
            self.report(place, ProblemKind::TooManyDots(total));
        }
    }

    fn funnel(&mut self, place: &str, spec: &'a Funnel) {
        let steps = format!("{place}/steps");
        self.dots(&steps, &spec.steps);
        self.share_unit(&steps, &spec.steps);
        if spec.shares.len() + 1 != spec.steps.len() {
            let (steps, shares) = (spec.steps.len(), spec.shares.len());
            self.report(&format!("{place}/shares"), ProblemKind::FunnelShares { steps, shares });
        }
        for (index, (wider, id)) in spec.steps.iter().zip(spec.steps.iter().skip(1)).enumerate() {
            if self.value(id).zip(self.value(wider)).is_some_and(|(inner, outer)| inner > outer) {
                let kind = ProblemKind::FunnelWidens { id: id.clone(), wider: wider.clone() };
                self.report(&format!("{steps}/{}", index + 1), kind);
            }
            if let Some(share) = spec.shares.get(index) {
                let expected = self.quotient(id, wider, 0.0);
                self.follows(&format!("{place}/shares/{index}"), share, format!("`{id}` / `{wider}`"), expected);
            }
        }
        for (index, share) in spec.shares.iter().enumerate() {
            self.ratio(&format!("{place}/shares/{index}"), share);
        }
    }

    fn bars(&mut self, place: &str, spec: &'a Bars) {
        for (place, panel) in self.each(place, &spec.panels) {
            for (place, id) in self.each(&place, panel) {
                self.amount(&place, id);
            }
            self.share_unit(&place, panel);
        }
    }

    fn week(&mut self, place: &str, spec: &'a Week) {
        let before = self.count(&format!("{place}/before"), &spec.before).unwrap_or(0.0) / DAYS;
        let now = self.count(&format!("{place}/now"), &spec.now).unwrap_or(0.0);
        for (field, a_day) in [("before", before), ("now", now)] {
            if a_day > MAX_DEPARTURES {
                self.report(&format!("{place}/{field}"), ProblemKind::TooManyDepartures(a_day));
            }
        }
        self.ratio(&format!("{place}/multiple"), &spec.multiple);
        self.amount(&format!("{place}/counted"), &spec.counted);
    }

    fn share(&mut self, place: &str, spec: &'a Share) {
        let total = format!("{place}/total");
        self.amount(&total, &spec.total);
        for (place, part) in self.each(&format!("{place}/parts"), &spec.parts) {
            self.amount(&format!("{place}/fact"), &part.fact);
            self.ratio(&format!("{place}/share"), &part.share);
            self.same_unit(&format!("{place}/fact"), &part.fact, &spec.total);
            let (from, expected) =
                (format!("`{}` / `{}`", part.fact, spec.total), self.quotient(&part.fact, &spec.total, 0.0));
            self.follows(&format!("{place}/share"), &part.share, from, expected);
        }
        self.follows(&total, &spec.total, "the sum of the parts".to_owned(), self.sum(&spec.parts));
    }

    fn pairs(&mut self, place: &str, spec: &'a Pairs) {
        for (place, pair) in self.each(place, &spec.pairs) {
            self.amount(&format!("{place}/before"), &pair.before);
            self.amount(&format!("{place}/after"), &pair.after);
            self.ratio(&format!("{place}/growth"), &pair.growth);
            self.same_unit(&format!("{place}/after"), &pair.after, &pair.before);
            let (from, expected) =
                (format!("`{}` / `{}` - 1", pair.after, pair.before), self.quotient(&pair.after, &pair.before, 1.0));
            self.follows(&format!("{place}/growth"), &pair.growth, from, expected);
        }
    }

    fn pictogram(&mut self, place: &str, spec: &'a Pictogram) {
        for (place, row) in self.each(place, &spec.rows) {
            self.glyphs(&place, &row.fact, row.each);
        }
    }

    /// A row of glyphs, each for so many things; the value behind it.
    fn glyphs(&mut self, place: &str, fact: &str, each: f64) -> Option<f64> {
        let value = self.amount(&format!("{place}/fact"), fact);
        let place = format!("{place}/each");
        if !(each.is_finite() && each > 0.0) {
            self.report(&place, ProblemKind::Each(each));
        } else if let Some(symbols) = value.map(|value| (value / each).ceil()).filter(|&n| n > MAX_SYMBOLS) {
            self.report(&place, ProblemKind::TooManySymbols(symbols));
        }
        value
    }

    fn panorama(&mut self, place: &str, spec: &'a Panorama) {
        for (place, band) in self.each(&format!("{place}/bands"), &spec.bands) {
            self.leads_to(&place, &band.figure);
            if band.glyph.is_some() {
                self.band(&place, band);
            } else {
                self.count(&format!("{place}/fact"), &band.fact);
                let given = [
                    ("each", band.each != 1.0),
                    ("within", !band.within.is_empty()),
                    ("before", band.before.is_some()),
                ];
                self.alone(&place, "a disc", &given);
            }
            for (index, id) in band.beside.iter().enumerate() {
                self.count(&format!("{place}/beside/{index}"), id);
            }
        }
        for (index, numeral) in spec.numerals.iter().enumerate() {
            let place = format!("{place}/numerals/{index}");
            self.number(&format!("{place}/fact"), &numeral.fact);
            self.leads_to(&place, &numeral.figure);
        }
        let drawn = spec.bands.iter().filter(|band| band.glyph.is_none());
        let counts = drawn.flat_map(|band| std::iter::once(&band.fact).chain(&band.beside));
        let dots: f64 = counts.filter_map(|id| self.value(id)).sum();
        if dots > MAX_DOTS as f64 {
            self.report(&format!("{place}/bands"), ProblemKind::TooManyDots(dots));
        }
    }

    /// A band of glyphs: what lies within it, and what was before, is counted in its unit and is no more than it.
    fn band(&mut self, place: &str, band: &'a Band) {
        self.glyphs(place, &band.fact, band.each);
        self.alone(place, "a band of glyphs", &[("beside", !band.beside.is_empty())]);
        if band.before.is_some() {
            self.alone(place, "a band with `before`", &[("within", !band.within.is_empty())]);
        }
        if band.within.len() > 2 {
            self.report(&format!("{place}/within"), ProblemKind::TooManySets(band.within.len()));
        }
        let within = band.within.iter().enumerate().map(|(index, id)| (format!("{place}/within/{index}"), id));
        let before = band.before.iter().map(|id| (format!("{place}/before"), id));
        let mut wider = &band.fact;
        for (place, id) in within.chain(before) {
            self.count(&place, id);
            self.same_unit(&place, id, wider);
            if self.value(id).zip(self.value(wider)).is_some_and(|(inner, outer)| inner > outer) {
                self.report(&place, ProblemKind::FunnelWidens { id: id.clone(), wider: wider.clone() });
            }
            wider = id;
        }
    }

    fn leads_to(&mut self, place: &str, figure: &str) {
        if !self.figures.contains(figure) {
            self.unknown(&format!("{place}/figure"), Sort::Figure, figure);
        }
    }

    /// Reports fields that something cannot have, where the story gives them.
    fn alone(&mut self, place: &str, what: &'static str, fields: &[(&'static str, bool)]) {
        for (field, _) in fields.iter().filter(|(_, given)| *given) {
            self.report(&format!("{place}/{field}"), ProblemKind::NoPlaceFor { what, field });
        }
    }

    /// The entries of a list with the pointer to each; an empty list is a problem.
    fn each<'b, T>(&mut self, place: &str, list: &'b [T]) -> Vec<(String, &'b T)> {
        self.filled(place, list);
        list.iter().enumerate().map(|(index, item)| (format!("{place}/{index}"), item)).collect()
    }

    fn value(&self, id: &str) -> Option<f64> {
        self.quantities.get(id).map(|quantity| quantity.value)
    }

    /// A number of whole things, none missing.
    fn count(&mut self, place: &str, id: &str) -> Option<f64> {
        let value = self.number(place, id)?;
        // A derived count may miss its whole number by what floating point leaves over.
        let whole = (value - value.round()).abs() <= 1e-9 * value.abs().max(1.0);
        if whole && value >= 0.0 {
            return Some(value);
        }
        self.report(place, ProblemKind::NotACount { id: id.to_owned(), value });
        None
    }

    /// A number that can be a length.
    fn amount(&mut self, place: &str, id: &str) -> Option<f64> {
        let value = self.number(place, id)?;
        if value >= 0.0 {
            return Some(value);
        }
        self.report(place, ProblemKind::Negative { id: id.to_owned(), value });
        None
    }

    /// A share, a growth, a multiple.
    fn ratio(&mut self, place: &str, id: &str) {
        self.number(place, id);
        let dimension = self.quantities.get(id).map(|quantity| quantity.dimension.clone()).unwrap_or_default();
        if dimension != Dimension::default() {
            let dimension = dimension.to_string();
            self.report(place, ProblemKind::NotARatio { id: id.to_owned(), dimension });
        }
    }

    /// Facts on one scale: all in the first one's unit.
    fn share_unit(&mut self, place: &str, ids: &'a [FactId]) {
        let Some((first, others)) = ids.split_first() else { return };
        for (index, id) in others.iter().enumerate() {
            self.same_unit(&format!("{place}/{}", index + 1), id, first);
        }
    }

    fn same_unit(&mut self, place: &str, id: &str, other: &str) {
        let unit = |id: &str| match self.named.get(id)? {
            Named::Statistic(statistic) => statistic.unit().map(str::to_owned),
            Named::Constant(constant) => Some(constant.unit.clone()),
        };
        if let (Some(unit), Some(other_unit)) = (unit(id), unit(other))
            && unit != other_unit
        {
            let (id, other) = (id.to_owned(), other.to_owned());
            self.report(place, ProblemKind::UnlikeUnits { id, unit, other, other_unit });
        }
    }

    /// Checks that a number is what the rest of its drawing makes it, within what both are known to. A printed number is
    /// not held to others that are only about right.
    fn follows(&mut self, place: &str, id: &str, from: String, expected: Option<Quantity>) {
        let (Some(quantity), Some(expected)) = (self.quantities.get(id), expected) else { return };
        let exact = (quantity.qualifier, expected.qualifier) == (Qualifier::Exact, Qualifier::Exact);
        let printed = matches!(self.named.get(id), Some(Named::Statistic(Statistic::Fact(_))));
        if (printed && !exact) || quantity.dimension != expected.dimension {
            return;
        }
        let tolerance = quantity.uncertainty + expected.uncertainty + 1e-9 * expected.value.abs();
        if (quantity.value - expected.value).abs() > tolerance {
            let (id, value, expected) = (id.to_owned(), quantity.value, expected.value);
            self.report(place, ProblemKind::Disagrees { id, value, from, expected });
        }
    }

    /// `part / whole - less`. `None` where a number is missing or the units are at odds, which is reported elsewhere.
    fn quotient(&self, part: &str, whole: &str, less: f64) -> Option<Quantity> {
        let quotient = self.quantities.get(part)?.combine(Operator::Divide, self.quantities.get(whole)?).ok()?;
        quotient.combine(Operator::Subtract, &Quantity::exact(less)).ok()
    }

    /// The sum of the parts, in the first one's unit. `None` where a number is missing.
    fn sum(&self, parts: &[Part]) -> Option<Quantity> {
        let mut quantities = parts.iter().map(|part| self.quantities.get(part.fact.as_str()));
        let mut sum = quantities.next()??.clone();
        for quantity in quantities {
            let quantity = quantity?;
            sum.value += quantity.value;
            sum.uncertainty += quantity.uncertainty;
            sum.qualifier = sum.qualifier.max(quantity.qualifier);
        }
        Some(sum)
    }
}
