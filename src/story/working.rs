//! Works out every number of a story once: first those that the article gives, then each formula after those that it needs.
//!
//! In: a [`Story`]. Out: a [`Working`] with every number that comes out, and with each formula that does not and why. The checker
//! tells the faults with their places; an edition refuses a story that has one.

use std::collections::btree_map::Entry;
use std::collections::{BTreeMap, BTreeSet, VecDeque};

use super::formula::{Expr, FormulaError};
use super::printed::{Number, counting_units};
use super::quantity::Quantity;
use super::sentences::sentences;
use super::unit::Dimension;
use super::{Derived, FactId, Locale, MAX_FACTS, Qualifier, Story, Unit};
use crate::numeral::Numeral;

/// The numbers of a story.
#[derive(Clone, Debug, Default)]
pub struct Working {
    /// The numbers of facts, constants and derived facts, by their ids; of two with one id that of the first.
    pub quantities: BTreeMap<FactId, Quantity>,
    /// The printed forms of facts whose value they say.
    pub printed: BTreeMap<FactId, Numeral>,
    /// The formulas that cannot be read or worked out. A formula that lacks only what another fault leaves out is not
    /// among them.
    pub faults: Vec<Fault>,
}

/// A formula that does not come out.
#[derive(Clone, Debug, PartialEq, thiserror::Error)]
#[error("derived fact `{id}`: {kind}")]
pub struct Fault {
    /// The place of the derived fact in the story's list.
    pub index: usize,
    /// The derived fact.
    pub id: FactId,
    /// The fault of its formula.
    pub kind: FaultKind,
}

sentences! {
    /// A fault of a formula.
    #[derive(Clone, Debug, PartialEq, thiserror::Error)]
    #[error("{}", self.message(Locale::En))]
    pub enum FaultKind {
        Formula(#[from] error: FormulaError) =>
            "in the formula: {error}",
            "公式有误：{error}";
        Cycle(names: String) =>
            "the formula needs its own result: {names}; derive one of them from facts alone",
            "公式要用到自己的结果：{names}；请让其中之一只由事实推算";
        WrongDimension { found: String, unit: String, expected: String } =>
            "the formula comes out in {found}, but unit `{unit}` is {expected}; correct the formula or the unit",
            "公式结果的量纲是 `{found}`，单位 `{unit}` 却是 `{expected}`；请更正公式或单位";
    }
}

/// Works out every number of a story that can be worked out. A fact of an unknown unit has no number.
pub fn work_out(story: &Story) -> Working {
    let units = story.units.iter().filter_map(|unit| Some((unit.id.as_str(), Dimension::checked(&unit.dimension)?)));
    let mut worker = Worker { dimensions: units.collect(), working: Working::default() };
    worker.given(story);
    // A broken story can be large; the search for cycles takes time with the square of the formulas.
    if story.derived.len() <= MAX_FACTS {
        worker.formulas(story);
    }
    worker.working
}

/// A derived fact whose formula can be read.
struct Readable<'a> {
    index: usize,
    derived: &'a Derived,
    expr: &'a Expr,
    /// The formulas that it needs, by their place among the readable ones.
    needs: BTreeSet<usize>,
}

struct Worker<'a> {
    dimensions: BTreeMap<&'a str, Dimension>,
    working: Working,
}

impl<'a> Worker<'a> {
    /// The numbers that need no formula.
    fn given(&mut self, story: &Story) {
        let units: BTreeMap<&str, &Unit> = story.units.iter().map(|unit| (unit.id.as_str(), unit)).collect();
        let counting = counting_units(story);
        for fact in &story.facts {
            let Some(unit) = fact.unit.as_deref().and_then(|id| units.get(id)) else { continue };
            let number = Number::of(fact, unit, counting.contains(unit.id.as_str()));
            if let (Some(number), Some(dimension)) = (number, self.dimensions.get(unit.id.as_str()))
                && let Entry::Vacant(place) = self.working.quantities.entry(fact.id.clone())
            {
                place.insert(Quantity::new(number.value, number.digits, dimension.clone(), number.qualifier));
                self.working.printed.extend(number.printed.map(|printed| (fact.id.clone(), printed)));
            }
        }
        for constant in &story.constants {
            if let Some(dimension) = self.dimensions.get(constant.unit.as_str()) {
                let quantity = Quantity::new(constant.value, None, dimension.clone(), Qualifier::Exact);
                self.working.quantities.entry(constant.id.clone()).or_insert(quantity);
            }
        }
    }

    /// Works the formulas out in the order in which they need each other.
    fn formulas(&mut self, story: &'a Story) {
        let formulas = self.readable(story);
        let mut done = BTreeSet::new();
        loop {
            let is_ready = |(place, formula): &(usize, &Readable<'_>)| {
                !done.contains(place) && formula.needs.iter().all(|need| done.contains(need))
            };
            let ready: Vec<_> = formulas.iter().enumerate().filter(is_ready).collect();
            if ready.is_empty() {
                break;
            }
            for (place, formula) in ready {
                self.work_out(formula);
                done.insert(place);
            }
        }
        for place in (0..formulas.len()).filter(|place| !done.contains(place)) {
            if let (Some(path), Some(formula)) = (way_back(&formulas, place), formulas.get(place)) {
                self.fault(formula.index, formula.derived, FaultKind::Cycle(path));
            }
        }
    }

    fn fault(&mut self, index: usize, derived: &Derived, kind: FaultKind) {
        self.working.faults.push(Fault { index, id: derived.id.clone(), kind });
    }

    /// The formulas that can be read. Of the others is told why not, and of every name that can have no number.
    fn readable(&mut self, story: &'a Story) -> Vec<Readable<'a>> {
        let mut formulas = Vec::new();
        // A number whose unit is unknown is missing too, but then the unit is what has to be told.
        let facts = story.facts.iter().filter(|fact| fact.is_number()).map(|fact| &fact.id);
        let others = story.constants.iter().map(|constant| &constant.id).chain(story.derived.iter().map(|one| &one.id));
        let numbered: BTreeSet<&str> = facts.chain(others).map(String::as_str).collect();
        for (index, derived) in story.derived.iter().enumerate() {
            match derived.formula.expr() {
                Ok(expr) => {
                    let names: BTreeSet<&str> = expr.names().into_iter().collect();
                    for name in names {
                        if !numbered.contains(name) {
                            self.fault(index, derived, FormulaError::NoValue(name.to_owned()).into());
                        }
                    }
                    formulas.push(Readable { index, derived, expr, needs: BTreeSet::new() });
                }
                Err(error) => self.fault(index, derived, error.into()),
            }
        }
        let places: BTreeMap<&str, usize> =
            formulas.iter().enumerate().map(|(place, formula)| (formula.derived.id.as_str(), place)).collect();
        for formula in &mut formulas {
            formula.needs = formula.expr.names().iter().filter_map(|name| places.get(name).copied()).collect();
        }
        formulas
    }

    /// Evaluates a formula whose needs have been worked out. When one of them could not be, nothing is said again.
    fn work_out(&mut self, formula: &Readable<'a>) {
        let Readable { index, derived, expr, .. } = *formula;
        let mut quantity = match expr.evaluate(&|name| self.working.quantities.get(name).cloned()) {
            Ok(quantity) => quantity,
            Err(FormulaError::NoValue(_)) => return,
            Err(error) => return self.fault(index, derived, error.into()),
        };
        let Some(expected) = self.dimensions.get(derived.unit.as_str()).cloned() else { return };
        if quantity.dimension != expected {
            let (found, unit) = (quantity.dimension.to_string(), derived.unit.clone());
            let kind = FaultKind::WrongDimension { found, unit, expected: expected.to_string() };
            self.fault(index, derived, kind);
        }
        // Formulas that need this one are worked out as if the unit were right, so that one mistake is told once. It also keeps exponents
        // small: a product of products of products would outgrow them.
        quantity.dimension = expected;
        self.working.quantities.entry(derived.id.clone()).or_insert(quantity);
    }
}

/// How a formula leads back to itself by the shortest way, `a → b → a`, if it does.
fn way_back(formulas: &[Readable<'_>], start: usize) -> Option<String> {
    let mut from: BTreeMap<usize, usize> = BTreeMap::new();
    let mut queue = VecDeque::from([start]);
    while let Some(place) = queue.pop_front() {
        for &need in &formulas.get(place)?.needs {
            if from.contains_key(&need) {
                continue;
            }
            from.insert(need, place);
            if need == start {
                return Some(path(formulas, &from, start));
            }
            queue.push_back(need);
        }
    }
    None
}

/// The way that ends at `start`, told from its beginning; its middle is left out when it is long.
fn path(formulas: &[Readable<'_>], from: &BTreeMap<usize, usize>, start: usize) -> String {
    const SHOWN: usize = 6;
    let id = |place: &usize| formulas.get(*place).map_or("", |formula| formula.derived.id.as_str());
    let before = |place: &usize| from.get(place).copied().filter(|before| *before != start);
    let mut way: Vec<&str> = vec![id(&start)];
    way.extend(std::iter::successors(before(&start), before).map(|place| id(&place)));
    way.push(id(&start));
    way.reverse();
    if way.len() > SHOWN {
        way.splice(SHOWN / 2..way.len() - SHOWN / 2, ["…"]);
    }
    way.join(" → ")
}
