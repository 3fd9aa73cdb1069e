//! A story in one language with every number worked out: what layout, description and pages read.
//!
//! In: a [`Story`] and a [`Locale`]. Out: an [`Edition`], whose formulas have been evaluated once, and which gives each
//! fact as written, spoken, labelled and derived. A figure that names a fact which the story lacks gets a
//! [`MissingFact`], and its neighbours go on.

mod sentence;
mod series;
mod wording;

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use crate::format;
use crate::numeral::Numeral;
pub use crate::plate::MissingFact;
use crate::plate::{Caption, FactLine, FigureSpec, Plate};
use crate::scene::Ink;
use crate::story::date::{Date, DateError};
use crate::story::quantity::Quantity;
use crate::story::working::{Fault, Working, work_out};
use crate::story::{Drawing, Fact, Figure, Locale, Qualifier, Scope, Statistic, Status, Story, Text, Unit};
use crate::words::words;

/// A story in one language, worked out.
#[derive(Clone, Debug)]
pub struct Edition {
    /// The story as it was given.
    pub story: Story,
    /// The language that every text comes out in.
    pub locale: Locale,
    quantities: BTreeMap<String, Quantity>,
    /// The printed forms of facts whose value they say.
    printed: BTreeMap<String, Numeral>,
    /// The English words that the story writes small.
    small_words: BTreeSet<String>,
}

/// Why a story cannot be told.
#[derive(Clone, Debug, PartialEq, thiserror::Error)]
pub enum EditionError {
    /// The story does not speak the language.
    #[error("the story is not told in `{0}`; its `locales` say which languages it has")]
    NotTold(&'static str),
    /// A formula does not come out.
    #[error(transparent)]
    Formula(#[from] Fault),
}

impl Edition {
    /// Works a story out in one language.
    ///
    /// # Errors
    /// The story is not told in the language, or a formula does not come out.
    pub fn new(story: Story, locale: Locale) -> Result<Self, EditionError> {
        if !story.locales.contains(&locale) {
            return Err(EditionError::NotTold(locale.code()));
        }
        let working = work_out(&story);
        match working.faults.first() {
            Some(fault) => Err(fault.clone().into()),
            None => Ok(Self::of(story, locale, working)),
        }
    }

    /// Works out what comes out of a story that is still being written, in any language: what is missing stays empty, and a fact whose
    /// formula does not come out has no number.
    #[cfg(feature = "standalone")]
    pub fn unfinished(story: Story, locale: Locale) -> Self {
        let working = work_out(&story);
        Self::of(story, locale, working)
    }

    fn of(story: Story, locale: Locale, working: Working) -> Self {
        let small_words = sentence::small_words(&story);
        let Working { quantities, printed, .. } = working;
        Self { story, locale, quantities, printed, small_words }
    }

    /// The edition made up for drawing.
    pub fn plate(&self) -> Plate {
        let source = &self.story.source;
        let credit = [self.text(&source.credit), self.text(&source.date)].map(str::trim);
        let credit = credit.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" · ");
        let caption = |figure: &Figure| Caption {
            title: self.fill(&figure.title),
            subtitle: self.fill(&figure.subtitle),
            credit: credit.clone(),
        };
        let mut plate = Plate {
            locale: self.locale,
            scopes: Scope::ALL.map(|scope| self.scope(scope).to_owned()).into(),
            facts: self.story.statistics().map(|statistic| self.line(statistic)).collect(),
            figures: Vec::new(),
        };
        let spec = |figure: &Figure, hue: Ink| FigureSpec {
            id: figure.id.clone(),
            caption: caption(figure),
            hue,
            drawing: self.in_words(&figure.drawing),
            choices: figure.drawing.choices(&plate),
            opening_choice: figure.drawing.opening_choice(),
        };
        let figures = self.story.numbered_chapters().flat_map(|(chapter, number)| {
            // The figure that opens the page belongs to no chapter; it is drawn in the chapters' own colours.
            let hue = number.map_or(Ink::Text, |number| Ink::hue(number - 1));
            chapter.figures.iter().map(move |figure| (figure, hue))
        });
        plate.figures = figures.map(|(figure, hue)| Arc::new(spec(figure, hue))).collect();
        plate
    }

    /// A drawing with the texts that no fact has: how many things one mark stands for, scales and dates.
    fn in_words(&self, drawing: &Drawing) -> Drawing {
        let mut drawing = drawing.clone();
        match &mut drawing {
            Drawing::Pictogram(spec) => spec.rows.iter_mut().for_each(|row| row.said = self.each(row.each, &row.fact)),
            Drawing::Panorama(spec) => {
                spec.bands.iter_mut().for_each(|band| band.said = self.each(band.each, &band.fact));
            }
            Drawing::Share(spec) => spec.said = spec.each.map(|each| self.each(each, &spec.total)).unwrap_or_default(),
            Drawing::Series(spec) => self.fill_series(spec),
            _ => {}
        }
        drawing
    }

    /// Says how many of the things that a fact counts each mark stands for.
    fn each(&self, each: f64, fact: &str) -> String {
        let number = format::exact(each, Some(format::MAX_DECIMALS), self.locale);
        let unit = self.statistic(fact).and_then(|statistic| self.unit(statistic));
        // Without a unit the layout reports the fact.
        let written = unit.map(|unit| format::with_unit(&number, self.text(&unit.form)));
        words(self.locale).each_is(&written.unwrap_or(number))
    }

    /// A fact as drawings show it. A text or number that the story lacks stays empty, and the figure that asks for it reports it.
    fn line(&self, statistic: Statistic<'_>) -> FactLine {
        let id = statistic.id();
        let (label, short) = (self.text(statistic.label()), self.text(statistic.short()));
        let fact = match statistic {
            Statistic::Fact(fact) => Some(fact),
            Statistic::Derived(_) => None,
        };
        FactLine {
            id: id.to_owned(),
            label: label.to_owned(),
            short: if short == label { String::new() } else { short.to_owned() },
            number: self.number(id).unwrap_or_default(),
            written: self.written(id).unwrap_or_default(),
            tally: self.tally(id).ok().flatten().unwrap_or_default(),
            unit: statistic.unit().unwrap_or_default().to_owned(),
            counts: self.unit(statistic).is_ok_and(|unit| unit.counts),
            period: self.period(id).ok().flatten().unwrap_or_default(),
            value: self.value(id).ok(),
            date: self.date(id).ok(),
            qualifier: self.qualifier(id),
            scope: fact.and_then(|fact| fact.scope),
            derived: fact.is_none(),
            planned: fact.is_some_and(|fact| fact.status == Some(Status::Planned)),
        }
    }

    /// Every figure, in reading order.
    pub fn figures(&self) -> impl Iterator<Item = &Figure> {
        self.story.figures()
    }

    /// The figure of that name.
    pub fn figure(&self, id: &str) -> Option<&Figure> {
        self.figures().find(|figure| figure.id == id)
    }
}

/// Facts by their names. What the story lacks, the fact or what is asked of it, is named in a [`MissingFact`].
impl Edition {
    /// The fact or derived fact of that name.
    pub fn statistic(&self, id: &str) -> Result<Statistic<'_>, MissingFact> {
        self.story.statistic(id).ok_or_else(|| missing("fact", id))
    }

    /// The number behind a name, with its uncertainty and qualifier.
    pub fn quantity(&self, id: &str) -> Result<&Quantity, MissingFact> {
        self.quantities.get(id).ok_or_else(|| missing("number", id))
    }

    /// The value behind a name, in whole units.
    pub fn value(&self, id: &str) -> Result<f64, MissingFact> {
        Ok(self.quantity(id)?.value)
    }

    /// The value behind a name as a count of things; negative and broken numbers count nothing.
    pub fn count(&self, id: &str) -> Result<usize, MissingFact> {
        #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "clamped to what fits")]
        Ok(self.value(id)?.round().clamp(0.0, f64::from(u32::MAX)) as usize)
    }

    /// The date of a fact.
    pub fn date(&self, id: &str) -> Result<Date, MissingFact> {
        match self.statistic(id)? {
            Statistic::Fact(Fact { date: Some(date), .. }) => date.parse().map_err(|_: DateError| missing("date", id)),
            _ => Err(missing("date", id)),
        }
    }

    /// A text in the edition's language, numbers still in braces.
    pub fn text<'a>(&self, text: &'a Text) -> &'a str {
        text.get(self.locale)
    }

    /// A fact's term.
    pub fn label(&self, id: &str) -> Result<&str, MissingFact> {
        Ok(self.text(self.statistic(id)?.label()))
    }

    /// A fact's short term.
    pub fn short(&self, id: &str) -> Result<&str, MissingFact> {
        Ok(self.text(self.statistic(id)?.short()))
    }

    pub(crate) fn unit(&self, statistic: Statistic<'_>) -> Result<&Unit, MissingFact> {
        let id = statistic.unit().unwrap_or_default();
        self.story.units.iter().find(|unit| unit.id == id).ok_or_else(|| missing("unit", id))
    }

    /// How a fact's number stands to the true one; exact for what has no number.
    pub fn qualifier(&self, id: &str) -> Qualifier {
        self.quantities.get(id).map(|quantity| quantity.qualifier).unwrap_or_default()
    }
}

fn missing(what: &'static str, id: &str) -> MissingFact {
    MissingFact::new(what, id)
}
