//! Checks of facts, constants and derived facts: that they are whole, and that a fact says what is printed.

use super::text::Braces;
use super::{Checker, Clash, MAX_VALUE, ProblemKind, Sort, entries};
use crate::story::article::number;
use crate::story::date::{Date, Period};
use crate::story::printed::{MAX_DIGITS, contradictions};
use crate::story::{Constant, Derived, Fact, Prose, Text};

impl<'a> Checker<'a> {
    pub(super) fn fact(&mut self, place: &str, fact: &'a Fact) {
        let wrong = match (fact.value, &fact.unit, &fact.date) {
            (_, Some(_), None) | (None, None, _) => None,
            (Some(_), None, None) => Some(Clash::NoUnit),
            (Some(_), None, Some(_)) => Some(Clash::ValueAndDate),
            (None, Some(_), Some(_)) => Some(Clash::UnitAndDate),
            (Some(_), Some(_), Some(_)) => Some(Clash::All),
        };
        if let Some(wrong) = wrong {
            self.report(place, ProblemKind::ValueOrDate(wrong));
        }
        if let Some(unit) = &fact.unit {
            self.unit_of(place, unit);
        }
        self.digits(place, fact.digits);
        if let Some(Err(error)) = fact.date.as_deref().map(str::parse::<Date>) {
            self.report(&format!("{place}/date"), error.into());
        }
        self.period(&format!("{place}/period"), fact.period.as_deref());
        self.period(&format!("{place}/versus"), fact.versus.as_deref());
        self.paragraph(&format!("{place}/paragraph"), &fact.paragraph);
        for (place, paragraph) in entries(&format!("{place}/also"), &fact.also) {
            self.paragraph(&place, paragraph);
        }
        self.said(place, fact);
        if wrong.is_none() {
            self.agreed(place, fact);
        }
        self.terms(place, &fact.label, fact.short.as_ref(), fact.note.as_ref());
    }

    /// Checks a fact's number and its printed form.
    pub(super) fn said(&mut self, place: &str, fact: &'a Fact) {
        if let Some(value) = fact.value {
            self.magnitude(&format!("{place}/value"), value, fact.unit.as_deref().unwrap_or_default());
        }
        self.printed(&format!("{place}/printed"), &fact.printed);
    }

    pub(super) fn printed(&mut self, place: &str, printed: &str) {
        if printed.trim().is_empty() {
            self.report(place, ProblemKind::Blank);
        }
        self.written(place, printed, [printed]);
    }

    /// Reports everything in which a fact contradicts its printed form.
    pub(super) fn agreed(&mut self, place: &str, fact: &Fact) {
        let unit = fact.unit.as_deref().and_then(|unit| self.units.get(unit).copied());
        for (field, contradiction) in contradictions(fact, unit) {
            self.report(&format!("{place}/{field}"), contradiction.into());
        }
    }

    pub(super) fn digits(&mut self, place: &str, digits: Option<u8>) {
        if let Some(digits) = digits.filter(|digits| !(1..=MAX_DIGITS).contains(digits)) {
            self.report(&format!("{place}/digits"), ProblemKind::Digits(digits));
        }
    }

    pub(super) fn constant(&mut self, place: &str, constant: &'a Constant) {
        self.unit_of(place, &constant.unit);
        self.magnitude(&format!("{place}/value"), constant.value, &constant.unit);
        self.text(&format!("{place}/label"), &constant.label, Braces::None);
    }

    /// Everything of a derived fact but its formula.
    pub(super) fn derived(&mut self, place: &str, derived: &'a Derived) {
        self.unit_of(place, &derived.unit);
        self.period(&format!("{place}/period"), derived.period.as_deref());
        self.terms(place, &derived.label, derived.short.as_ref(), derived.note.as_ref());
    }

    pub(super) fn terms(&mut self, place: &str, label: &'a Text, short: Option<&'a Text>, note: Option<&'a Prose>) {
        self.text(&format!("{place}/label"), label, Braces::None);
        if let Some(short) = short {
            self.text(&format!("{place}/short"), short, Braces::None);
        }
        if let Some(note) = note {
            self.prose(&format!("{place}/note"), note);
        }
    }

    pub(super) fn unit_of(&mut self, place: &str, unit: &str) {
        if !self.units.contains_key(unit) {
            self.unknown(&format!("{place}/unit"), Sort::Unit, unit);
        }
    }

    /// Checks that a value can be written.
    pub(super) fn magnitude(&mut self, place: &str, value: f64, unit: &str) {
        let scale = self.units.get(unit).and_then(|unit| unit.scale).filter(|scale| scale.is_finite()).unwrap_or(1.0);
        if !value.is_finite() {
            self.report(place, ProblemKind::NotFinite(value));
        } else if (value * scale).abs() > MAX_VALUE {
            self.report(place, ProblemKind::TooLarge(value * scale));
        }
    }

    fn period(&mut self, place: &str, period: Option<&str>) {
        let Some(text) = period else { return };
        match text.parse::<Period>() {
            Err(error) => self.report(place, error.into()),
            Ok(Period { from, to }) if to.is_some_and(|to| to.day_number() < from.day_number()) => {
                self.report(place, ProblemKind::Backwards(text.to_owned()));
            }
            Ok(_) => {}
        }
    }

    pub(super) fn paragraph(&mut self, place: &str, paragraph: &str) {
        if number(paragraph).is_none() {
            self.report(place, ProblemKind::Paragraph(paragraph.to_owned()));
        }
    }
}
