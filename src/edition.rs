//! A story in one language with every number worked out: what layout, description and pages read.
//!
//! In: a [`Story`] and a [`Locale`]. Out: an [`Edition`], whose formulas have been evaluated once, and which gives each
//! fact as written, spoken, labelled and derived. A figure that names a fact which the story lacks gets a
//! [`MissingFact`], and its neighbours go on.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use crate::format;
pub use crate::plate::MissingFact;
use crate::plate::{Caption, FactLine, FigureSpec, Plate};
use crate::story::date::{Date, DateError, Period};
use crate::story::formula::{Expr, FormulaError, Quantity};
use crate::story::unit::Dimension;
use crate::story::{Derived, Drawing, Fact, Figure, Locale, Qualifier, Status, Story, Text, Unit};
use crate::words::words;

/// A story in one language, worked out.
#[derive(Clone, Debug)]
pub struct Edition {
    /// The story as it was given.
    pub story: Story,
    /// The language that every text comes out in.
    pub locale: Locale,
    quantities: BTreeMap<String, Quantity>,
}

/// Why a story cannot be told.
#[derive(Clone, Debug, PartialEq, thiserror::Error)]
pub enum EditionError {
    /// The story does not speak the language.
    #[error("the story is not told in `{0}`; its `locales` say which languages it has")]
    NotTold(&'static str),
    /// A formula cannot be read or worked out.
    #[error("derived fact `{id}`: {error}")]
    Formula {
        /// The derived fact.
        id: String,
        /// What is wrong with its formula.
        error: FormulaError,
    },
    /// Formulas lead back to themselves.
    #[error("derived facts lead back to themselves: {0}")]
    Cycle(String),
}

/// A fact or a derived fact.
#[derive(Clone, Copy, Debug)]
pub enum Entry<'a> {
    /// Said by the article.
    Fact(&'a Fact),
    /// Worked out by us.
    Derived(&'a Derived),
}

impl<'a> Entry<'a> {
    /// The entry's name.
    pub fn id(self) -> &'a str {
        match self {
            Self::Fact(fact) => &fact.id,
            Self::Derived(derived) => &derived.id,
        }
    }

    /// What the number is, as a term.
    pub fn label(self) -> &'a Text {
        match self {
            Self::Fact(fact) => &fact.label,
            Self::Derived(derived) => &derived.label,
        }
    }

    /// The shorter term, or the label.
    pub fn short(self) -> &'a Text {
        match self {
            Self::Fact(fact) => fact.short.as_ref().unwrap_or(&fact.label),
            Self::Derived(derived) => derived.short.as_ref().unwrap_or(&derived.label),
        }
    }

    /// What the reader must know beside it.
    pub fn note(self) -> Option<&'a Text> {
        match self {
            Self::Fact(fact) => fact.note.as_ref(),
            Self::Derived(derived) => derived.note.as_ref(),
        }
    }

    /// The period as the story file writes it.
    pub fn period(self) -> Option<&'a str> {
        match self {
            Self::Fact(fact) => fact.period.as_deref(),
            Self::Derived(derived) => derived.period.as_deref(),
        }
    }

    /// The id of the unit that it is counted in; a name, a rank or a date has none.
    pub fn unit(self) -> Option<&'a str> {
        match self {
            Self::Fact(fact) => fact.unit.as_deref(),
            Self::Derived(derived) => Some(&derived.unit),
        }
    }

    /// The formula, if it was worked out.
    pub fn formula(self) -> Option<&'a str> {
        match self {
            Self::Fact(_) => None,
            Self::Derived(derived) => Some(&derived.formula),
        }
    }
}

/// Works out every number of a story: facts, constants, and derived facts in whatever order their formulas need.
///
/// # Errors
/// The first formula that cannot be read or worked out, or the names of a cycle.
pub fn quantities(story: &Story) -> Result<BTreeMap<String, Quantity>, EditionError> {
    let dimension = |unit: &str| {
        story
            .units
            .iter()
            .find(|known| known.id == unit)
            .map(|unit| Dimension::parse(&unit.dimension))
            .unwrap_or_default()
    };
    let mut known = BTreeMap::new();
    for fact in &story.facts {
        if let (Some(value), Some(unit)) = (fact.value, &fact.unit) {
            known.insert(fact.id.clone(), Quantity::new(value, fact.digits, dimension(unit), fact.qualifier));
        }
    }
    for constant in &story.constants {
        let quantity = Quantity::new(constant.value, None, dimension(&constant.unit), Qualifier::Exact);
        known.insert(constant.id.clone(), quantity);
    }
    let mut waiting = Vec::new();
    for derived in &story.derived {
        let at = |error| EditionError::Formula { id: derived.id.clone(), error };
        waiting.push((derived.id.as_str(), Expr::parse(&derived.formula).map_err(at)?));
    }
    while !waiting.is_empty() {
        let before = waiting.len();
        let ids: BTreeSet<&str> = waiting.iter().map(|(id, _)| *id).collect();
        let (ready, later): (Vec<_>, Vec<_>) =
            waiting.into_iter().partition(|(_, expr)| !expr.names().iter().any(|name| ids.contains(name)));
        for (id, expr) in ready {
            let quantity = expr
                .evaluate(&|name| known.get(name).cloned())
                .map_err(|error| EditionError::Formula { id: id.to_owned(), error })?;
            known.insert(id.to_owned(), quantity);
        }
        if later.len() == before {
            return Err(EditionError::Cycle(ids.into_iter().collect::<Vec<_>>().join(", ")));
        }
        waiting = later;
    }
    Ok(known)
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
        let quantities = quantities(&story)?;
        Ok(Self { story, locale, quantities })
    }

    /// The edition made up for drawing.
    pub fn plate(&self) -> Plate {
        let source = &self.story.source;
        let credit = [self.text(&source.credit), " · ", self.text(&source.date)].concat();
        let caption = |figure: &Figure| Caption {
            title: self.fill(&figure.title),
            subtitle: self.fill(&figure.subtitle),
            credit: credit.clone(),
        };
        let figure = |figure: &Figure| FigureSpec {
            id: figure.id.clone(),
            caption: caption(figure),
            drawing: self.in_words(&figure.drawing),
        };
        Plate {
            locale: self.locale,
            facts: self.entries().map(|entry| self.line(entry)).collect(),
            figures: self.figures().map(figure).map(Arc::new).collect(),
        }
    }

    /// A drawing with what it says that no fact says: what one symbol of a pictogram stands for.
    fn in_words(&self, drawing: &Drawing) -> Drawing {
        let mut drawing = drawing.clone();
        if let Drawing::Pictogram(pictogram) = &mut drawing {
            for row in &mut pictogram.rows {
                let number = format::exact(row.each, 0, self.locale);
                let unit = self.entry(&row.fact).and_then(|entry| self.unit(entry));
                let each = unit.map(|unit| format::with_unit(&number, self.text(&unit.form)));
                // Without a unit the layout reports the fact.
                row.said = words(self.locale).each_is(&each.unwrap_or(number));
            }
        }
        drawing
    }

    /// A fact as drawings show it. What the story lacks stays empty, and the figure that asks for it says so.
    fn line(&self, entry: Entry<'_>) -> FactLine {
        let id = entry.id();
        let (label, short) = (self.text(entry.label()), self.text(entry.short()));
        FactLine {
            id: id.to_owned(),
            label: label.to_owned(),
            short: if short == label { String::new() } else { short.to_owned() },
            number: self.number(id).unwrap_or_default(),
            written: self.written(id).unwrap_or_default(),
            tally: self.tally(id).ok().flatten().unwrap_or_default(),
            period: self.period(id).ok().flatten().unwrap_or_default(),
            value: self.value(id).ok(),
            date: self.date(id).ok(),
            qualifier: self.qualifier(id),
            scope: match entry {
                Entry::Fact(fact) => fact.scope,
                Entry::Derived(_) => None,
            },
            derived: entry.formula().is_some(),
        }
    }

    /// Every figure, in reading order.
    pub fn figures(&self) -> impl Iterator<Item = &Figure> {
        self.story.chapters.iter().flat_map(|chapter| &chapter.figures)
    }

    /// The figure of that name.
    pub fn figure(&self, id: &str) -> Option<&Figure> {
        self.figures().find(|figure| figure.id == id)
    }

    /// The fact or derived fact of that name.
    ///
    /// # Errors
    /// There is none.
    pub fn entry(&self, id: &str) -> Result<Entry<'_>, MissingFact> {
        let fact = self.story.facts.iter().find(|fact| fact.id == id).map(Entry::Fact);
        fact.or_else(|| self.story.derived.iter().find(|derived| derived.id == id).map(Entry::Derived))
            .ok_or_else(|| missing("fact", id))
    }

    /// Every fact and derived fact, in the story's order.
    pub fn entries(&self) -> impl Iterator<Item = Entry<'_>> {
        self.story.facts.iter().map(Entry::Fact).chain(self.story.derived.iter().map(Entry::Derived))
    }

    /// The number behind a name, with its uncertainty and qualifier.
    ///
    /// # Errors
    /// The fact is unknown or has no number.
    pub fn quantity(&self, id: &str) -> Result<&Quantity, MissingFact> {
        self.quantities.get(id).ok_or_else(|| missing("number", id))
    }

    /// The value behind a name, in whole units.
    ///
    /// # Errors
    /// The fact is unknown or has no number.
    pub fn value(&self, id: &str) -> Result<f64, MissingFact> {
        Ok(self.quantity(id)?.value)
    }

    /// The value behind a name as a count of things; negative and broken numbers count nothing.
    ///
    /// # Errors
    /// The fact is unknown or has no number.
    pub fn count(&self, id: &str) -> Result<usize, MissingFact> {
        #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "clamped to what fits")]
        Ok(self.value(id)?.round().clamp(0.0, f64::from(u32::MAX)) as usize)
    }

    /// The date of a fact.
    ///
    /// # Errors
    /// The fact is unknown or has no date that can be read.
    pub fn date(&self, id: &str) -> Result<Date, MissingFact> {
        match self.entry(id)? {
            Entry::Fact(Fact { date: Some(date), .. }) => date.parse().map_err(|_: DateError| missing("date", id)),
            _ => Err(missing("date", id)),
        }
    }

    /// A text in the edition's language, numbers still in braces.
    pub fn text<'a>(&self, text: &'a Text) -> &'a str {
        text.get(self.locale)
    }

    /// A fact's term.
    ///
    /// # Errors
    /// The fact is unknown.
    pub fn label(&self, id: &str) -> Result<&str, MissingFact> {
        Ok(self.text(self.entry(id)?.label()))
    }

    /// A fact's short term.
    ///
    /// # Errors
    /// The fact is unknown.
    pub fn short(&self, id: &str) -> Result<&str, MissingFact> {
        Ok(self.text(self.entry(id)?.short()))
    }

    pub(crate) fn unit(&self, entry: Entry<'_>) -> Result<&Unit, MissingFact> {
        let id = entry.unit().unwrap_or_default();
        self.story.units.iter().find(|unit| unit.id == id).ok_or_else(|| missing("unit", id))
    }

    /// A fact's number alone, scaled and grouped: `2837万`, `28.37 million`.
    ///
    /// # Errors
    /// The fact is unknown or has no number.
    pub fn number(&self, id: &str) -> Result<String, MissingFact> {
        let entry = self.entry(id)?;
        let most = match entry {
            Entry::Fact(_) => None,
            Entry::Derived(derived) => derived.decimals,
        };
        Ok(format::number(self.quantity(id)?, self.unit(entry)?, most, self.locale))
    }

    /// A fact written out, without what qualifies it: `4000万支`, `40 million doses`; a date in words; a name as printed.
    ///
    /// # Errors
    /// The fact is unknown.
    pub fn plain(&self, id: &str) -> Result<String, MissingFact> {
        self.in_unit(id, |unit| &unit.form)
    }

    /// A fact written out with its qualifier: `超过4000万支`, `over 40 million doses`.
    ///
    /// # Errors
    /// The fact is unknown.
    pub fn written(&self, id: &str) -> Result<String, MissingFact> {
        Ok(format::qualified(&self.plain(id)?, self.qualifier(id), self.locale))
    }

    /// A count to stand beside its term, which names what is counted: `over 800`; `None` where the unit stays.
    fn tally(&self, id: &str) -> Result<Option<String>, MissingFact> {
        if words(self.locale).counts_keep_unit {
            return Ok(None);
        }
        Ok(Some(format::qualified(&self.number(id)?, self.qualifier(id), self.locale)))
    }

    /// A fact as a voice should say it: signs in words.
    ///
    /// # Errors
    /// The fact is unknown.
    pub fn spoken(&self, id: &str) -> Result<String, MissingFact> {
        let plain = self.in_unit(id, |unit| unit.spoken.as_ref().unwrap_or(&unit.form))?;
        Ok(format::qualified(&plain, self.qualifier(id), self.locale))
    }

    fn in_unit(&self, id: &str, form: impl Fn(&Unit) -> &Text) -> Result<String, MissingFact> {
        match self.entry(id)? {
            Entry::Fact(Fact { date: Some(_), .. }) => Ok(format::date(self.date(id)?, self.locale)),
            Entry::Fact(Fact { value: None, scope, printed, label, .. }) => Ok(match scope {
                Some(scope) => words(self.locale).scope(*scope).to_owned(),
                None if self.locale == Locale::Zh => printed.clone(),
                None => self.text(label).to_owned(),
            }),
            entry => Ok(format::with_unit(&self.number(id)?, self.text(form(self.unit(entry)?)))),
        }
    }

    /// How a fact's number stands to the true one; exact for what has no number.
    pub fn qualifier(&self, id: &str) -> Qualifier {
        self.quantities.get(id).map(|quantity| quantity.qualifier).unwrap_or_default()
    }

    /// When a fact held, in words; with what it is measured against, its status, and whether the year is inferred.
    ///
    /// # Errors
    /// The fact is unknown.
    pub fn period(&self, id: &str) -> Result<Option<String>, MissingFact> {
        let words = words(self.locale);
        let entry = self.entry(id)?;
        let span = |text: &str| text.parse::<Period>().map(|period| format::period(period, self.locale)).ok();
        let mut parts: Vec<String> = Vec::new();
        if let Some(period) = entry.period().and_then(span) {
            parts.push(period);
        }
        if let Entry::Fact(fact) = entry {
            if let Some(versus) = fact.versus.as_deref().and_then(span) {
                parts.push([words.compared_with, &versus].concat());
            }
            if fact.inferred {
                parts.push(words.year_inferred.to_owned());
            }
            if let Some(status) = fact.status {
                let word = match status {
                    Status::Before => words.before,
                    Status::Now => words.now,
                    Status::Planned => words.planned,
                    Status::UnderConstruction => words.under_construction,
                };
                parts.push(word.to_owned());
            }
        }
        Ok((!parts.is_empty()).then(|| parts.join(words.comma)))
    }

    /// What a derived fact was worked out from, its inputs in words: `跨境公路班车总重 约2.69万吨 ÷ …`. `None` for a fact.
    ///
    /// # Errors
    /// The fact is unknown.
    pub fn derivation(&self, id: &str) -> Result<Option<String>, MissingFact> {
        let Some(formula) = self.entry(id)?.formula() else { return Ok(None) };
        let parts = formula.split(' ').map(|part| {
            let name = part.trim_matches(['(', ')']);
            let opening = if part.starts_with('(') { "(" } else { "" };
            let closing = if part.ends_with(')') { ")" } else { "" };
            let middle = match name {
                "*" => "×".to_owned(),
                "/" => "÷".to_owned(),
                "-" => "−".to_owned(),
                name => self.named(name),
            };
            [opening, &middle, closing].concat()
        });
        Ok(Some(parts.collect::<Vec<_>>().join(" ")))
    }

    /// A fact with its term, `term (written)`; a constant by its own; anything else as it stands.
    fn named(&self, name: &str) -> String {
        if let Some(constant) = self.story.constants.iter().find(|constant| constant.id == name) {
            let number = format::decimal(constant.value, 0, self.locale == Locale::En);
            return words(self.locale).named(self.text(&constant.label), &number);
        }
        match (self.short(name), self.written(name)) {
            (Ok(label), Ok(written)) => words(self.locale).named(label, &written),
            _ => name.to_owned(),
        }
    }

    /// A text with every `{id}` written out and every `{id:n}` as a number; what names nothing stays in its braces.
    pub fn fill(&self, text: &Text) -> String {
        let mut filled = String::new();
        let mut rest = self.text(text);
        while let Some((before, (name, after))) =
            rest.split_once('{').and_then(|(before, after)| Some((before, after.split_once('}')?)))
        {
            filled.push_str(before);
            let fact = match name.strip_suffix(":n") {
                Some(id) => self.number(id),
                None => self.written(name),
            };
            filled.push_str(&fact.unwrap_or_else(|_| ["{", name, "}"].concat()));
            rest = after;
        }
        filled.push_str(rest);
        filled
    }
}

/// The names in a text's braces, `:n` taken off.
pub fn placeholders(text: &str) -> Vec<&str> {
    text.split('{')
        .skip(1)
        .filter_map(|part| part.split_once('}'))
        .map(|(name, _)| name.trim_end_matches(":n"))
        .collect()
}

fn missing(what: &'static str, id: &str) -> MissingFact {
    MissingFact::new(what, id)
}
