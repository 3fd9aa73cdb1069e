//! Checks of drawings. Each kind of figure calls those that it needs: facts of the sort that it can draw, and no more marks than can
//! be seen.

use std::collections::BTreeSet;

use super::{Checker, Named, Origin, ProblemKind, Sort};
use crate::figure::{MAX_DOTS, MAX_SYMBOLS};
use crate::story::formula::Operator;
use crate::story::quantity::Quantity;
use crate::story::unit::Dimension;
use crate::story::{Drawing, FactId, Qualifier, Statistic};

impl<'a> Checker<'a> {
    /// Checks one drawing; `place` is the pointer to it.
    pub(super) fn drawing(&mut self, place: &str, drawing: &'a Drawing) {
        let (mut once, mut twice) = (BTreeSet::new(), BTreeSet::new());
        for id in drawing.facts() {
            self.reached.insert(id);
            // Of a series that is drawn twice the series itself is reported.
            if !once.insert(id) && twice.insert(id) && !matches!(drawing, Drawing::Series(_)) {
                self.report(place, ProblemKind::ShownTwice(id.clone()));
            }
        }
        drawing.editorial().check(self, &format!("{place}/{}", drawing.name()));
    }

    /// Counts that are drawn one dot a thing.
    pub(crate) fn dots(&mut self, place: &str, ids: &[FactId]) {
        let mut total = 0.0;
        for (place, id) in self.each(place, ids) {
            total += self.count(&place, id).unwrap_or(0.0);
        }
        if total > MAX_DOTS as f64 {
            self.report(place, ProblemKind::TooManyDots(total));
        }
    }

    /// A row of glyphs, each for so many things; the value behind it.
    pub(crate) fn glyphs(&mut self, place: &str, fact: &str, each: f64) -> Option<f64> {
        let fact_place = format!("{place}/fact");
        let value = self.things(&fact_place, fact).and_then(|_| self.amount(&fact_place, fact));
        self.symbols(&format!("{place}/each"), value, each);
        value
    }

    /// How much of a value one glyph stands for; `place` is the pointer to that.
    pub(crate) fn symbols(&mut self, place: &str, value: Option<f64>, each: f64) {
        if !(each.is_finite() && each > 0.0) {
            self.report(place, ProblemKind::Each(each));
        } else if let Some(symbols) = value.map(|value| (value / each).ceil()).filter(|&n| n > MAX_SYMBOLS) {
            self.report(place, ProblemKind::TooManySymbols(symbols));
        }
    }

    pub(crate) fn leads_to(&mut self, place: &str, figure: &str) {
        if !self.figures.contains(figure) {
            self.unknown(&format!("{place}/figure"), Sort::Figure, figure);
        }
    }

    pub(crate) fn value(&self, id: &str) -> Option<f64> {
        self.quantities.get(id).map(|quantity| quantity.value)
    }

    /// A number of whole things, none missing.
    pub(crate) fn count(&mut self, place: &str, id: &str) -> Option<f64> {
        let value = self.things(place, id)?;
        // A derived count may miss its whole number by what floating point leaves over.
        let whole = (value - value.round()).abs() <= 1e-9 * value.abs().max(1.0);
        if whole && value >= 0.0 {
            return Some(value);
        }
        self.report(place, ProblemKind::NotACount { id: id.to_owned(), value });
        None
    }

    /// A number of something, which a share or a multiple is not.
    fn things(&mut self, place: &str, id: &str) -> Option<f64> {
        let value = self.number(place, id)?;
        if self.quantities.get(id).is_some_and(|quantity| quantity.dimension == Dimension::default()) {
            self.report(place, ProblemKind::NoThings(id.to_owned()));
            return None;
        }
        Some(value)
    }

    /// Names under a fact: where its unit counts, it counts whole things, and at least those that are named.
    pub(crate) fn named_things(&mut self, place: &str, id: &str, names: usize) {
        let unit = self.shown(place, id).and_then(|statistic| statistic.unit());
        if unit.and_then(|unit| self.units.get(unit)).is_some_and(|unit| unit.counts)
            && let Some(value) = self.count(place, id)
            && value < names as f64
        {
            self.report(place, ProblemKind::MoreNames { id: id.to_owned(), value, names });
        }
    }

    /// A number that can be a length.
    pub(crate) fn amount(&mut self, place: &str, id: &str) -> Option<f64> {
        let value = self.number(place, id)?;
        if value >= 0.0 {
            return Some(value);
        }
        self.report(place, ProblemKind::Negative { id: id.to_owned(), value });
        None
    }

    /// A share, a growth, a multiple; whether it is one.
    pub(crate) fn ratio(&mut self, place: &str, id: &str) -> bool {
        self.number(place, id);
        let dimension = self.quantities.get(id).map(|quantity| quantity.dimension.clone()).unwrap_or_default();
        if dimension == Dimension::default() {
            return true;
        }
        let dimension = dimension.to_string();
        self.report(place, ProblemKind::NotARatio { id: id.to_owned(), dimension });
        false
    }

    /// Checks that a share is that of its part in its whole. A contradiction that the facts have by themselves is reported there.
    pub(crate) fn part(&mut self, place: &str, id: &str, part: &str, whole: &str) {
        if self.ratio(place, id)
            && !self.follows(
                place,
                id,
                Origin::Formula(format!("`{part}` / `{whole}`")),
                self.quotient(part, whole, 0.0),
            )
            && let Some(value) = self.value(id).filter(|value| !(0.0..=1.0).contains(value))
        {
            self.report(place, ProblemKind::NotAPart { id: id.to_owned(), value });
        }
    }

    /// Facts on one scale: all in the first one's unit.
    pub(crate) fn share_unit(&mut self, place: &str, ids: &[FactId]) {
        let Some((first, others)) = ids.split_first() else { return };
        for (index, id) in others.iter().enumerate() {
            self.same_unit(&format!("{place}/{}", index + 1), id, first);
        }
    }

    pub(crate) fn same_unit(&mut self, place: &str, id: &str, other: &str) {
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

    /// Checks that a part is no larger than what contains it.
    pub(crate) fn within(&mut self, place: &str, id: &str, wider: &str) {
        if self.value(id).zip(self.value(wider)).is_some_and(|(inner, outer)| inner > outer) {
            self.report(place, ProblemKind::FunnelWidens { id: id.to_owned(), wider: wider.to_owned() });
        }
    }

    /// Checks that a number is what the rest of its drawing makes it, within what both are known to. A printed number is
    /// not held to others that are only about right. Whether the two could be compared.
    pub(crate) fn follows(&mut self, place: &str, id: &str, from: Origin, expected: Option<Quantity>) -> bool {
        let (Some(quantity), Some(expected)) = (self.quantities.get(id), expected) else { return false };
        let exact = (quantity.qualifier, expected.qualifier) == (Qualifier::Exact, Qualifier::Exact);
        let printed = matches!(self.named.get(id), Some(Named::Statistic(Statistic::Fact(_))));
        if (printed && !exact) || quantity.dimension != expected.dimension {
            return false;
        }
        let tolerance = quantity.uncertainty + expected.uncertainty + 1e-9 * expected.value.abs();
        if (quantity.value - expected.value).abs() > tolerance {
            let (id, value, expected) = (id.to_owned(), quantity.value, expected.value);
            self.report(place, ProblemKind::Disagrees { id, value, from, expected });
        }
        true
    }

    /// `part / whole - less`. `None` where a number is missing or the units are at odds, which is reported elsewhere.
    pub(crate) fn quotient(&self, part: &str, whole: &str, less: f64) -> Option<Quantity> {
        let quotient = self.quantities.get(part)?.combine(Operator::Divide, self.quantities.get(whole)?).ok()?;
        quotient.combine(Operator::Subtract, &Quantity::exact(less)).ok()
    }

    /// A whole and its parts: it is their sum, or where it is printed and not exact, it is not exceeded by them, as far as both
    /// are known.
    pub(crate) fn whole(&mut self, place: &str, id: &str, parts: &[&FactId]) {
        let sum = self.sum(parts);
        let compared = self.follows(place, id, Origin::Parts, sum.clone());
        let (Some(whole), Some(sum)) = (self.quantities.get(id), sum) else { return };
        let lower_bound = matches!(whole.qualifier, Qualifier::Over | Qualifier::AtLeast);
        let tolerance = whole.uncertainty + sum.uncertainty + 1e-9 * whole.value.abs();
        if !compared && !lower_bound && sum.value > whole.value + tolerance {
            let (id, value, sum) = (id.to_owned(), whole.value, sum.value);
            self.report(place, ProblemKind::PartsExceed { id, value, sum });
        }
    }

    /// The sum of the parts, in the first one's unit. `None` where a number is missing.
    fn sum(&self, parts: &[&FactId]) -> Option<Quantity> {
        let mut quantities = parts.iter().map(|part| self.quantities.get(part.as_str()));
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
