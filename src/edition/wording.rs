//! Facts in words: their numbers with unit and qualifier, when they held, what they were worked out from, and texts with
//! them filled in.

use super::{Edition, Entry, MissingFact};
use crate::format;
use crate::story::date::Period;
use crate::story::{Fact, Locale, Status, Text, Unit};
use crate::words::words;

impl Edition {
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
    pub(super) fn tally(&self, id: &str) -> Result<Option<String>, MissingFact> {
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
