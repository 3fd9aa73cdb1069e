//! Phrases that summaries of every kind need: a fact as it stands in a sentence, lists and orders of facts, and the cautions that a
//! reader must keep in mind.

use super::name::has_number;
use crate::edition::{Edition, MissingFact};
use crate::figure::kinds::Opening;
use crate::format;
use crate::story::date::Period;
use crate::story::{FactId, Figure, Locale, Qualifier, Statistic, Status, Text};
use crate::words::{Words, words};

/// The longest list that is read out; of a longer one only the ends are.
const LONGEST_LIST: usize = 6;

/// The facts of one figure, as a summary of it says them.
pub(crate) struct Summarizer<'a> {
    pub(crate) edition: &'a Edition,
    pub(crate) words: &'static Words,
    opening: Opening,
    /// The facts of the drawing, each once.
    pub(crate) facts: Vec<&'a FactId>,
}

impl<'a> Summarizer<'a> {
    pub(crate) fn new(edition: &'a Edition, figure: &'a Figure) -> Self {
        let mut facts = Vec::new();
        for id in figure.drawing.facts() {
            if !facts.contains(&id) {
                facts.push(id);
            }
        }
        Self { edition, words: words(edition.locale), opening: figure.drawing.editorial().opening(), facts }
    }
}

/// Lists and orders.
impl Summarizer<'_> {
    pub(crate) fn opening(&self, count: usize) -> String {
        self.words.opening(self.opening, count)
    }

    /// The kind, by what one of its marks is.
    pub(crate) fn opening_with(&self, what: &str) -> String {
        self.words.say(self.opening.0, self.opening.1, &[what])
    }

    /// The kind, and every fact in the order of the drawing.
    pub(crate) fn listing(&self) -> Result<String, MissingFact> {
        Ok(self.words.namely(&self.opening(self.facts.len()), &self.listed(&self.items(&self.facts)?)))
    }

    /// The facts that have a number, and those that are names.
    pub(crate) fn with_and_without_number(&self) -> (Vec<&FactId>, Vec<&FactId>) {
        self.facts.iter().copied().partition(|id| has_number(self.edition, id))
    }

    pub(crate) fn items<T: AsRef<str>>(&self, ids: &[T]) -> Result<Vec<String>, MissingFact> {
        ids.iter().map(|id| self.item(id.as_ref())).collect()
    }

    pub(crate) fn listed(&self, items: &[String]) -> String {
        match items {
            [first, .., last] if items.len() > LONGEST_LIST => self.words.range(first, last),
            items => self.words.list(items),
        }
    }

    /// Facts from the largest to the smallest; equal ones in the order of the drawing.
    pub(crate) fn ranked(&self, ids: &[FactId]) -> Result<String, MissingFact> {
        let sized = ids.iter().map(|id| Ok((self.edition.value(id)?, self.item(id)?))).collect::<Result<_, _>>()?;
        Ok(self.in_order(sized))
    }

    pub(crate) fn in_order(&self, sized: Vec<(f64, String)>) -> String {
        match sorted(sized).as_slice() {
            [] => String::new(),
            [only] => only.clone(),
            [largest, between @ .., smallest] if between.len() + 2 > LONGEST_LIST => {
                self.words.extremes(largest, smallest)
            }
            items => self.words.ranked(&self.words.list(items)),
        }
    }
}

/// One fact in a sentence.
impl Summarizer<'_> {
    /// A term with its value; a name is only a term. In English the unit goes when the term says it: villages paired (198).
    pub(crate) fn item(&self, id: &str) -> Result<String, MissingFact> {
        let term = self.term(id)?;
        if !has_number(self.edition, id) {
            return Ok(term);
        }
        let mut value = self.value(id)?;
        if self.edition.locale == Locale::En
            && let Ok(number) = self.edition.number(id)
            && let Some((before, unit)) = value.rsplit_once(&number)
            && !unit.is_empty()
            && format!(" {} ", term.to_lowercase()).contains(&format!("{unit} "))
        {
            value = format!("{before}{number}");
        }
        Ok(self.words.item(&term, &value))
    }

    /// A value as it is spoken; but a Chinese percentage as it is written, which every voice knows and every eye expects.
    pub(crate) fn value(&self, id: &str) -> Result<String, MissingFact> {
        let written = self.edition.written(id)?;
        if self.edition.locale == Locale::Zh && written.ends_with('%') {
            return Ok(written);
        }
        self.edition.spoken(id)
    }

    /// A text of the drawing for the middle of a sentence.
    pub(crate) fn text(&self, text: &Text) -> String {
        self.edition.in_sentence(self.edition.text(text))
    }

    /// A short term for the middle of a sentence.
    pub(crate) fn term(&self, id: &str) -> Result<String, MissingFact> {
        Ok(self.edition.in_sentence(self.edition.short(id)?))
    }

    /// A value with the period that it held for.
    pub(crate) fn dated(&self, id: &str) -> Result<String, MissingFact> {
        let value = self.value(id)?;
        Ok(match self.span(id)? {
            Some(span) => self.words.named(&value, &span),
            None => value,
        })
    }

    pub(crate) fn period(&self, id: &str) -> Result<Option<Period>, MissingFact> {
        Ok(self.edition.statistic(id)?.period().and_then(|text| text.parse().ok()))
    }

    /// A fact's period in words, and nothing else of it.
    pub(crate) fn span(&self, id: &str) -> Result<Option<String>, MissingFact> {
        Ok(self.period(id)?.map(|period| format::period(period, self.edition.locale)))
    }

    /// How many whole months a fact's period is long.
    pub(crate) fn months(&self, id: &str) -> Result<Option<usize>, MissingFact> {
        Ok(self.period(id)?.and_then(|Period { from, to }| {
            let to = to.unwrap_or(from);
            let months =
                12 * (to.year - from.year) + i32::from(to.month.unwrap_or(12)) - i32::from(from.month.unwrap_or(1));
            usize::try_from(months + 1).ok().filter(|_| from.day.is_none() && to.day.is_none())
        }))
    }
}

/// The cautions that a reader must keep in mind.
impl<'a> Summarizer<'a> {
    pub(crate) fn cautions(&self, cautions: &[Option<&'static str>]) -> String {
        self.words.clauses(&cautions.iter().copied().flatten().collect::<Vec<_>>())
    }

    fn statistics(&self) -> Result<Vec<Statistic<'a>>, MissingFact> {
        self.facts.iter().map(|id| self.edition.statistic(id)).collect()
    }

    /// That the numbers are in different units, if they are.
    pub(crate) fn units(&self) -> Result<Option<&'static str>, MissingFact> {
        let units: Vec<_> = self.statistics()?.into_iter().filter_map(Statistic::unit).collect();
        Ok(unlike(&units).then(|| self.words.unlike_units()))
    }

    /// That the numbers are of different periods, or only some of any, if so.
    pub(crate) fn periods(&self) -> Result<Option<&'static str>, MissingFact> {
        let periods: Vec<_> = self.statistics()?.into_iter().map(Statistic::period).collect();
        Ok(match (unlike(&periods), periods.contains(&None)) {
            (false, _) => None,
            (true, true) => Some(self.words.some_undated()),
            (true, false) => Some(self.words.unlike_periods()),
        })
    }

    pub(crate) fn count(&self, is: impl Fn(&Statistic<'_>) -> bool) -> Result<usize, MissingFact> {
        Ok(self.statistics()?.into_iter().filter(is).count())
    }

    pub(crate) fn below_zero(&self) -> Result<usize, MissingFact> {
        let values: Vec<f64> = self.facts.iter().map(|id| self.edition.value(id)).collect::<Result<_, _>>()?;
        Ok(values.into_iter().filter(|value| *value < 0.0).count())
    }

    /// Says which numbers are worked out, which things are not there yet, and which numbers are not exact.
    pub(crate) fn reservations(&self) -> Result<String, MissingFact> {
        let mut clauses = Vec::new();
        let derived = self.count(|statistic| statistic.formula().is_some())?;
        if derived > 0 {
            clauses.push(self.words.ours(derived));
        }
        for status in [Status::Planned, Status::UnderConstruction, Status::Preliminary, Status::Revised] {
            let count =
                self.count(|statistic| matches!(statistic, Statistic::Fact(fact) if fact.status == Some(status)))?;
            let word = self.edition.status(status);
            match status {
                _ if count == 0 => {}
                Status::Planned | Status::UnderConstruction => clauses.push(self.words.not_yet(count, word)),
                _ => clauses.push(self.words.marked(count, word)),
            }
        }
        for qualifier in Qualifier::INEXACT {
            if self.facts.iter().any(|id| self.edition.qualifier(id) == qualifier) {
                clauses.extend(self.words.reservation(qualifier).map(str::to_owned));
            }
        }
        Ok(self.words.clauses(&clauses))
    }
}

fn unlike<T: PartialEq>(values: &[T]) -> bool {
    values.windows(2).any(|pair| matches!(pair, [one, other] if one != other))
}

/// The largest first; equal ones as they came.
pub(crate) fn sorted(mut sized: Vec<(f64, String)>) -> Vec<String> {
    sized.sort_by(|(one, _), (other, _)| other.total_cmp(one));
    sized.into_iter().map(|(_, item)| item).collect()
}
