//! Whether a story holds: everything that its types cannot say.
//!
//! In: a [`Story`] whose shape is right. Out: every [`Problem`] of it at once, each with its place in the file. A story
//! without problems can be told, worked out and drawn; behind this door nothing is checked again.
//!
//! `problem` lists the problems. `head` checks version, languages and source, `ids` names, `statistic` numbers, `series` numbers over
//! time, `text` texts, `drawing` drawings, and `reached` whether every number is shown; the rest is here.

mod drawing;
mod head;
mod ids;
mod problem;
mod reached;
mod series;
mod statistic;
mod text;

use std::collections::{BTreeMap, BTreeSet};

use super::formula::FormulaError;
use super::quantity::Quantity;
use super::unit::Dimension;
use super::working::{Fault, FaultKind, work_out};
use super::{Chapter, Constant, Figure, Locale, Statistic, Story, Unit};
pub use super::{MAX_FACTS, MAX_ID};

#[cfg(feature = "cli")]
pub(crate) use problem::nearest;
pub use problem::{Alike, Clash, Nearest, Origin, Part, Problem, ProblemKind, Sort};
pub(crate) use text::Braces;
pub(crate) use text::is_invisible;

/// The largest story file that is read, in bytes.
pub const MAX_BYTES: usize = 1_000_000;
/// The most figures of all chapters together.
pub const MAX_FIGURES: usize = 100;
/// The longest text, in characters.
pub const MAX_TEXT: usize = 2000;
/// The longest word, in letters: what stands between spaces and is not Chinese, which breaks anywhere.
pub const MAX_WORD: usize = 60;
/// The largest number as it is written, scaled by its unit. Beyond it not every whole number is a floating-point number.
pub const MAX_VALUE: f64 = 1e15;

/// How many misspelt names are compared with all names; a thousand mistakes need no thousand guesses.
const MAX_GUESSES: usize = 50;

/// Finds every problem of a story. Texts of a kind that are missing are one problem.
pub fn check(story: &Story) -> Vec<Problem> {
    checked(story, true)
}

/// [`check`] for those who see a story field by field: each text that is missing is a problem of its own.
#[cfg(feature = "standalone")]
pub fn check_each_text(story: &Story) -> Vec<Problem> {
    checked(story, false)
}

fn checked(story: &Story, together: bool) -> Vec<Problem> {
    let mut checker = Checker::new(story);
    checker.ids();
    checker.limits();
    checker.head();
    let written = checker.written;
    entries("/units", &story.units).for_each(|(place, unit)| checker.unit(&place, unit));
    entries("/facts", &story.facts).take(written).for_each(|(place, fact)| checker.fact(&place, fact));
    entries("/constants", &story.constants).for_each(|(place, constant)| checker.constant(&place, constant));
    entries("/derived", &story.derived).for_each(|(place, derived)| checker.derived(&place, derived));
    checker.formulas();
    entries("/series", &story.series).for_each(|(place, series)| checker.time_series(&place, series));
    checker.each("/chapters", &story.chapters).for_each(|(place, chapter)| checker.chapter(&place, chapter));
    checker.orphans();
    checker.languages(together);
    checker.problems
}

/// The entries of a list with the pointer to each; `place` is that to the list.
fn entries<'a, T>(place: &str, list: &'a [T]) -> impl Iterator<Item = (String, &'a T)> + use<'a, T> {
    let place = place.to_owned();
    list.iter().enumerate().map(move |(index, entry)| (format!("{place}/{index}"), entry))
}

/// The thing that a name stands for.
#[derive(Clone, Copy)]
enum Named<'a> {
    Statistic(Statistic<'a>),
    Constant(&'a Constant),
}

/// The names of a story with their values, and the problems found so far.
pub(crate) struct Checker<'a> {
    story: &'a Story,
    /// Where each fact is written, and how many of them are written in `facts`.
    places: Vec<String>,
    written: usize,
    named: BTreeMap<&'a str, Named<'a>>,
    units: BTreeMap<&'a str, &'a Unit>,
    figures: BTreeSet<&'a str>,
    quantities: BTreeMap<String, Quantity>,
    /// The ids that a figure draws or names.
    reached: BTreeSet<&'a str>,
    guesses: usize,
    /// How many texts are given in each language.
    given: BTreeMap<Locale, usize>,
    /// Where a text lacks a language of the story, or has one that it does not list, by what kind of place it is.
    misplaced: BTreeMap<(Locale, String), Vec<String>>,
    problems: Vec<Problem>,
}

impl<'a> Checker<'a> {
    fn new(story: &'a Story) -> Self {
        let statistics = story.statistics().map(|statistic| (statistic.id(), Named::Statistic(statistic)));
        let constants = story.constants.iter().map(|constant| (constant.id.as_str(), Named::Constant(constant)));
        let named: Vec<_> = statistics.chain(constants).collect();
        let places = story.fact_places();
        let written = places.iter().filter(|place| place.starts_with("/facts/")).count();
        Self {
            story,
            places,
            written,
            // Backwards, so that of two things with one id the first is meant.
            named: named.into_iter().rev().collect(),
            units: story.units.iter().map(|unit| (unit.id.as_str(), unit)).collect(),
            figures: story.figures().map(|figure| figure.id.as_str()).collect(),
            quantities: BTreeMap::new(),
            reached: BTreeSet::new(),
            guesses: 0,
            given: BTreeMap::new(),
            misplaced: BTreeMap::new(),
            problems: Vec::new(),
        }
    }

    pub(crate) fn report(&mut self, place: &str, kind: ProblemKind) {
        self.problems.push(Problem { place: place.to_owned(), kind });
    }

    fn unknown(&mut self, place: &str, sort: Sort, id: &str) {
        self.guesses += 1;
        let nearest = match sort {
            _ if self.guesses > MAX_GUESSES => None,
            Sort::Fact => problem::nearest(id, self.named.keys().copied()),
            Sort::Unit => problem::nearest(id, self.units.keys().copied()),
            Sort::Figure => problem::nearest(id, self.figures.iter().copied()),
            Sort::Series => problem::nearest(id, self.story.series.iter().map(|series| series.id.as_str())),
        };
        self.report(place, ProblemKind::Unknown { sort, id: id.to_owned(), nearest: Nearest(nearest) });
    }

    /// The entries of a list with the pointer to each; an empty list is a problem.
    pub(crate) fn each<'b, T>(
        &mut self,
        place: &str,
        list: &'b [T],
    ) -> impl Iterator<Item = (String, &'b T)> + use<'b, T> {
        if list.is_empty() {
            self.report(place, ProblemKind::Empty);
        }
        entries(place, list)
    }

    /// The fact or derived fact of that name, for what is shown.
    pub(crate) fn shown(&mut self, place: &str, id: &str) -> Option<Statistic<'a>> {
        match self.named.get(id) {
            Some(Named::Statistic(statistic)) => return Some(*statistic),
            Some(Named::Constant(_)) => self.report(place, ProblemKind::ConstantShown(id.to_owned())),
            None => self.unknown(place, Sort::Fact, id),
        }
        None
    }

    /// The value behind a name. Of a derived fact that does not come out, its formula is what is reported.
    pub(crate) fn number(&mut self, place: &str, id: &str) -> Option<f64> {
        match self.shown(place, id)? {
            Statistic::Fact(fact) if !fact.is_number() => self.report(place, ProblemKind::NoNumber(id.to_owned())),
            _ => {}
        }
        self.value(id)
    }

    fn limits(&mut self) {
        let count = self.story.facts.len() + self.story.derived.len() + self.story.constants.len();
        if count > MAX_FACTS {
            self.report("/facts", ProblemKind::TooManyFacts { count });
        }
        let count = self.story.figures().count();
        if count > MAX_FIGURES {
            self.report("/chapters", ProblemKind::TooManyFigures { count });
        }
    }

    fn unit(&mut self, place: &str, unit: &'a Unit) {
        if Dimension::checked(&unit.dimension).is_none() {
            self.report(&format!("{place}/dimension"), ProblemKind::Dimension(unit.dimension.clone()));
        }
        self.text(&format!("{place}/form"), &unit.form, Braces::Number);
        if let Some(spoken) = &unit.spoken {
            self.text(&format!("{place}/spoken"), spoken, Braces::Number);
        }
        if let Some(scale) = unit.scale.filter(|scale| !(scale.is_finite() && *scale > 0.0)) {
            self.report(&format!("{place}/scale"), ProblemKind::Scale(scale));
        }
    }

    /// Works out every number that can be worked out, and reports why the others cannot.
    fn formulas(&mut self) {
        let working = work_out(self.story);
        self.quantities = working.quantities;
        for Fault { index, kind, .. } in working.faults {
            let place = format!("/derived/{index}/formula");
            match kind {
                FaultKind::Formula(FormulaError::NoValue(name)) if !self.named.contains_key(name.as_str()) => {
                    self.unknown(&place, Sort::Fact, &name);
                }
                kind => self.report(&place, kind.into()),
            }
        }
        for (place, fact) in entries("/facts", &self.story.facts).filter(|(_, fact)| fact.value.is_none()) {
            if let Some(value) = self.value(&fact.id) {
                self.magnitude(&format!("{place}/printed"), value, fact.unit.as_deref().unwrap_or_default());
            }
        }
        for (place, derived) in entries("/derived", &self.story.derived) {
            if let Some(value) = self.value(&derived.id) {
                self.magnitude(&format!("{place}/formula"), value, &derived.unit);
            }
        }
    }

    fn chapter(&mut self, place: &str, chapter: &'a Chapter) {
        self.prose(&format!("{place}/title"), &chapter.title);
        self.prose(&format!("{place}/lead"), &chapter.lead);
        for (place, figure) in self.each(&format!("{place}/figures"), &chapter.figures) {
            self.figure(&place, figure);
        }
    }

    fn figure(&mut self, place: &str, figure: &'a Figure) {
        for (field, text) in [("title", &figure.title), ("subtitle", &figure.subtitle), ("reading", &figure.reading)] {
            let names = self.prose(&format!("{place}/{field}"), text);
            self.reached.extend(names);
        }
        self.drawing(&format!("{place}/drawing"), &figure.drawing);
        for (place, note) in entries(&format!("{place}/notes"), &figure.notes) {
            let names = self.prose(&format!("{place}/text"), &note.text);
            self.reached.extend(names);
            for (place, id) in entries(&format!("{place}/facts"), &note.facts) {
                self.shown(&place, id);
                self.reached.insert(id);
            }
        }
    }
}
