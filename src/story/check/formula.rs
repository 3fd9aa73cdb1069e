//! Checks of what is worked out: every name known, no formula in need of its own result, every result in its unit.
//!
//! Leaves the quantities behind that drawings are then checked against.

use std::collections::{BTreeMap, BTreeSet, VecDeque};

use super::{Checker, Entry, MAX_FACTS, ProblemKind, Sort, is_dimension};
use crate::story::formula::{Expr, FormulaError};
use crate::story::quantity::Quantity;
use crate::story::unit::Dimension;
use crate::story::{Derived, Qualifier};

/// A derived fact whose formula can be read.
struct Formula<'a> {
    place: String,
    derived: &'a Derived,
    expr: Expr,
    /// The formulas that it needs, by their index among the readable ones.
    needs: BTreeSet<usize>,
}

impl<'a> Checker<'a> {
    /// Works out every number that can be worked out, and reports why the others cannot.
    pub(super) fn formulas(&mut self) {
        self.given();
        // A broken story can be large; the search for cycles takes time with the square of the formulas.
        if self.story.derived.len() > MAX_FACTS {
            return;
        }
        let formulas = self.readable();
        let mut waiting: Vec<usize> = formulas.iter().map(|formula| formula.needs.len()).collect();
        let mut needed_by: Vec<Vec<usize>> = vec![Vec::new(); formulas.len()];
        for (index, formula) in formulas.iter().enumerate() {
            for &need in &formula.needs {
                if let Some(list) = needed_by.get_mut(need) {
                    list.push(index);
                }
            }
        }
        let mut ready: Vec<usize> = (0..formulas.len()).filter(|index| waiting.get(*index) == Some(&0)).collect();
        let mut done = BTreeSet::new();
        while let Some(index) = ready.pop() {
            done.insert(index);
            if let Some(formula) = formulas.get(index) {
                self.work_out(formula);
            }
            for &next in needed_by.get(index).into_iter().flatten() {
                if let Some(count) = waiting.get_mut(next) {
                    *count -= 1;
                    if *count == 0 {
                        ready.push(next);
                    }
                }
            }
        }
        for index in (0..formulas.len()).filter(|index| !done.contains(index)) {
            if let (Some(path), Some(formula)) = (way_back(&formulas, index), formulas.get(index)) {
                self.report(&formula.place, ProblemKind::Cycle(path));
            }
        }
    }

    /// The numbers that need no formula.
    fn given(&mut self) {
        for fact in &self.story.facts {
            let unit = fact.unit.as_deref().and_then(|unit| self.dimension(unit));
            if let (Some(value), Some(dimension)) = (fact.value.filter(|value| value.is_finite()), unit) {
                let quantity = Quantity::new(value, fact.digits, dimension, fact.qualifier);
                self.quantities.entry(&fact.id).or_insert(quantity);
            }
        }
        for constant in &self.story.constants {
            if let Some(dimension) = self.dimension(&constant.unit).filter(|_| constant.value.is_finite()) {
                let quantity = Quantity::new(constant.value, None, dimension, Qualifier::Exact);
                self.quantities.entry(&constant.id).or_insert(quantity);
            }
        }
    }

    fn dimension(&self, unit: &str) -> Option<Dimension> {
        let text = self.units.get(unit).map(|unit| unit.dimension.as_str());
        text.filter(|text| is_dimension(text)).map(Dimension::parse)
    }

    /// The formulas that can be read; of the others is reported why not.
    fn readable(&mut self) -> Vec<Formula<'a>> {
        let mut formulas = Vec::new();
        for (index, derived) in self.story.derived.iter().enumerate() {
            let place = format!("/derived/{index}/formula");
            match Expr::parse(&derived.formula) {
                Ok(expr) => {
                    let names: BTreeSet<&str> = expr.names().into_iter().collect();
                    for name in names {
                        self.operand(&place, name);
                    }
                    formulas.push(Formula { place, derived, expr, needs: BTreeSet::new() });
                }
                Err(error) => self.report(&place, error.into()),
            }
        }
        let indices: BTreeMap<&str, usize> =
            formulas.iter().enumerate().map(|(index, formula)| (formula.derived.id.as_str(), index)).collect();
        for formula in &mut formulas {
            formula.needs = formula.expr.names().iter().filter_map(|name| indices.get(name).copied()).collect();
        }
        formulas
    }

    /// Checks that a name in a formula has a number.
    fn operand(&mut self, place: &str, name: &str) {
        match self.entries.get(name) {
            None => self.unknown(place, Sort::Fact, name),
            Some(Entry::Fact(fact)) if fact.value.is_none() => {
                self.report(place, FormulaError::NoValue(name.to_owned()).into());
            }
            Some(_) => {}
        }
    }

    /// Evaluates a formula whose needs have been worked out. When one of them could not be, nothing is said again.
    fn work_out(&mut self, formula: &Formula<'a>) {
        let Formula { place, derived, expr, .. } = formula;
        let result = expr.evaluate(&|name| self.quantities.get(name).cloned());
        let mut quantity = match result {
            Ok(quantity) => quantity,
            Err(FormulaError::NoValue(_)) => return,
            Err(error) => return self.report(place, error.into()),
        };
        let Some(expected) = self.dimension(&derived.unit) else { return };
        if quantity.dimension != expected {
            let (found, unit) = (quantity.dimension.to_string(), derived.unit.clone());
            self.report(place, ProblemKind::WrongDimension { found, unit, expected: expected.to_string() });
        }
        self.magnitude(place, quantity.value, &derived.unit);
        // What follows is checked as if the unit were right, so that one mistake is told once. It also keeps exponents
        // small: a product of products of products would outgrow them.
        quantity.dimension = expected;
        self.quantities.entry(&derived.id).or_insert(quantity);
    }
}

/// How a formula leads back to itself by the shortest way, `a → b → a`, if it does.
fn way_back(formulas: &[Formula<'_>], start: usize) -> Option<String> {
    let mut from: BTreeMap<usize, usize> = BTreeMap::new();
    let mut queue = VecDeque::from([start]);
    while let Some(index) = queue.pop_front() {
        for &need in &formulas.get(index)?.needs {
            if from.contains_key(&need) {
                continue;
            }
            from.insert(need, index);
            if need == start {
                return Some(path(formulas, &from, start));
            }
            queue.push_back(need);
        }
    }
    None
}

/// The way that ends at `start`, told from its beginning; its middle is left out when it is long.
fn path(formulas: &[Formula<'_>], from: &BTreeMap<usize, usize>, start: usize) -> String {
    const SHOWN: usize = 6;
    let id = |index: &usize| formulas.get(*index).map_or("", |formula| formula.derived.id.as_str());
    let before = |index: &usize| from.get(index).copied().filter(|before| *before != start);
    let mut way: Vec<&str> = vec![id(&start)];
    way.extend(std::iter::successors(before(&start), before).map(|index| id(&index)));
    way.push(id(&start));
    way.reverse();
    if way.len() > SHOWN {
        way.splice(SHOWN / 2..way.len() - SHOWN / 2, ["…"]);
    }
    way.join(" → ")
}
