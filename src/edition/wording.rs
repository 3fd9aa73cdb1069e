//! Facts in words: their numbers with unit and qualifier, when they held, what they were worked out from, and texts with
//! them filled in.

use super::{Edition, MissingFact};
use crate::format;
use crate::numeral::Numeral;
use crate::story::date::Period;
use crate::story::prose::Piece;
use crate::story::{Fact, Formula, Prose, Qualifier, Scope, Statistic, Status, Text, Unit};
use crate::words::words;

impl Edition {
    /// A fact's number alone: in the article's language as it is printed, in another scaled and grouped: `2837万`, `28.37 million`.
    pub fn number(&self, id: &str) -> Result<String, MissingFact> {
        let statistic = self.statistic(id)?;
        let (quantity, unit) = (self.quantity(id)?, self.unit(statistic)?);
        let decimals = match statistic {
            Statistic::Fact(_) => {
                let own = |numeral: &&Numeral| numeral.locale.is_none_or(|locale| locale == self.locale);
                if let Some(numeral) = self.printed.get(id).filter(own) {
                    return Ok(format::printed(numeral, unit, self.locale));
                }
                Some(format::MAX_DECIMALS)
            }
            Statistic::Derived(derived) => derived.decimals,
        };
        Ok(format::number(quantity, unit, decimals, self.locale))
    }

    /// A fact written out with its qualifier: `超过4000万支`, `over 40 million doses`; a date in words; a name as printed.
    pub fn written(&self, id: &str) -> Result<String, MissingFact> {
        Ok(self.qualified(id, &self.in_unit(id, |unit| &unit.form)?))
    }

    /// A count to stand beside its term, which names what is counted: `over 800`; `None` where the unit stays, as that of a
    /// measured amount does.
    pub(super) fn tally(&self, id: &str) -> Result<Option<String>, MissingFact> {
        if words(self.locale).counts_keep_unit() || !self.unit(self.statistic(id)?)?.counts {
            return Ok(None);
        }
        Ok(Some(self.qualified(id, &self.number(id)?)))
    }

    /// A fact as a voice should say it: signs in words.
    pub fn spoken(&self, id: &str) -> Result<String, MissingFact> {
        let plain = self.in_unit(id, |unit| unit.spoken.as_ref().unwrap_or(&unit.form))?;
        Ok(self.qualified(id, &plain))
    }

    /// A fact's text with its qualifier. A bound of a fall is said of the fall, `下降超过80人`: over −80 would be less of one.
    fn qualified(&self, id: &str, text: &str) -> String {
        let qualifier = self.qualifier(id);
        let bounds = !matches!(qualifier, Qualifier::Exact | Qualifier::About);
        match self.statistic(id) {
            Ok(Statistic::Fact(fact))
                if bounds && self.value(id).is_ok_and(|value| value < 0.0) && !is_signed(fact) =>
            {
                let amount = format::qualified(&text.replacen('−', "", 1), qualifier, self.locale);
                words(self.locale).fallen(&amount)
            }
            _ => format::qualified(text, qualifier, self.locale),
        }
    }

    fn in_unit(&self, id: &str, form: impl Fn(&Unit) -> &Text) -> Result<String, MissingFact> {
        match self.statistic(id)? {
            Statistic::Fact(Fact { date: Some(_), .. }) => Ok(format::date(self.date(id)?, self.locale)),
            Statistic::Fact(Fact { unit: None, scope, printed, label, .. }) => Ok(match scope {
                Some(scope) => self.scope(*scope).to_owned(),
                None if self.locale == self.story.first_language() => printed.clone(),
                None => self.text(label).to_owned(),
            }),
            statistic => Ok(format::with_unit(&self.number(id)?, self.text(form(self.unit(statistic)?)))),
        }
    }

    /// When a fact held, in words; with what it is measured against, its status, and whether the year is inferred.
    pub fn period(&self, id: &str) -> Result<Option<String>, MissingFact> {
        let words = words(self.locale);
        let statistic = self.statistic(id)?;
        let span = |text: &str| text.parse::<Period>().map(|period| format::period(period, self.locale)).ok();
        let mut parts: Vec<String> = Vec::new();
        if let Some(period) = statistic.period().and_then(span) {
            parts.push(period);
        }
        if let Statistic::Fact(fact) = statistic {
            if let Some(versus) = fact.versus.as_deref().and_then(span) {
                parts.push([words.compared_with, &versus].concat());
            }
            if fact.inferred {
                parts.push(words.year_inferred.to_owned());
            }
            if let Some(status) = fact.status {
                parts.push(self.status(status).to_owned());
            }
        }
        Ok((!parts.is_empty()).then(|| parts.join(words.comma)))
    }

    /// How far a first reaches.
    pub fn scope(&self, scope: Scope) -> &str {
        self.story.terms.scopes.get(&scope).map_or(words(self.locale).scope(scope).0, |own| self.text(own))
    }

    /// The same within a sentence.
    pub fn reaching(&self, scope: Scope) -> String {
        let words = words(self.locale);
        let own = self.story.terms.scopes.get(&scope);
        own.map_or_else(|| words.scope(scope).1.to_owned(), |own| words.over(&self.in_sentence(self.text(own))))
    }

    /// The words for a fact's status.
    pub fn status(&self, status: Status) -> &str {
        self.story.terms.statuses.get(&status).map_or(words(self.locale).status(status), |own| self.text(own))
    }

    /// The name of the source that printed the numbers, within a sentence.
    pub fn source(&self) -> &str {
        self.story.terms.source.as_ref().map_or(words(self.locale).source(), |own| self.text(own))
    }

    /// The formula of a derived fact, its inputs in words: `跨境公路班车总重 约2.69万吨 ÷ …`. `None` for a fact.
    pub fn derivation(&self, id: &str) -> Result<Option<String>, MissingFact> {
        let Some(Ok(formula)) = self.statistic(id)?.formula().map(Formula::expr) else { return Ok(None) };
        Ok(Some(formula.written(&|number| self.in_full(number), &|name| self.named(name))))
    }

    /// An exact number with all its digits.
    fn in_full(&self, number: f64) -> String {
        format::exact(number, Some(format::MAX_DECIMALS), self.locale)
    }

    /// A fact with its term, `term (written)`; a constant by its own; anything else as it stands.
    fn named(&self, name: &str) -> String {
        if let Some(constant) = self.story.constants.iter().find(|constant| constant.id == name) {
            return words(self.locale).named(self.text(&constant.label), &self.in_full(constant.value));
        }
        match (self.short(name), self.written(name)) {
            (Ok(label), Ok(written)) => words(self.locale).named(label, &written),
            _ => name.to_owned(),
        }
    }

    /// A text with every fact in it written out; what names nothing stays in its braces. A word such as `over` has a capital where it
    /// begins the text.
    pub fn fill(&self, prose: &Prose) -> String {
        let filled = |piece: &Piece| match piece {
            Piece::Words(text) | Piece::Broken(text) => text.clone(),
            Piece::Fact(id) => self.written(id).unwrap_or_else(|_| format!("{{{id}}}")),
            Piece::Number(id) => self.number(id).unwrap_or_else(|_| format!("{{{id}:n}}")),
        };
        let pieces = prose.get(self.locale).pieces();
        let text: String = pieces.iter().map(filled).collect();
        match pieces.first() {
            Some(Piece::Fact(id)) if self.qualifier(id) != Qualifier::Exact => capitalised(&text),
            _ => text,
        }
    }
}

fn capitalised(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map(|first| first.to_uppercase().chain(letters).collect()).unwrap_or_default()
}

/// Whether a number below zero is printed as a place below it, not as a fall: 零下5度.
fn is_signed(fact: &Fact) -> bool {
    ["-", "−", "－", "零下", "minus"].into_iter().any(|sign| fact.printed.contains(sign))
}

#[cfg(test)]
mod tests {
    use super::super::Edition;
    use crate::story::{Locale, Prose};
    use crate::testing::story_with;

    /// A story of these facts, constants and derived facts.
    fn edition(facts: &str, constants: &str, derived: &str) -> Edition {
        let story = format!(
            r#"{{
                "units": [
                    {{ "id": "t", "dimension": "t", "form": {{ "zh": "{{}}吨", "en": "{{}} t" }} }},
                    {{ "id": "x", "dimension": "1", "form": {{ "zh": "{{}}倍", "en": "{{}}×" }} }}
                ],
                "facts": [{facts}], "constants": [{constants}], "derived": [{derived}]
            }}"#
        );
        crate::testing::edition(story_with(&story), Locale::Zh)
    }

    /// A fact in tonnes, as it is printed.
    fn printed(printed: &str) -> String {
        format!(r#"{{ "id": "a", "paragraph": "P1", "printed": "{printed}", "unit": "t", "label": {{ "zh": "甲" }} }}"#)
    }

    #[test]
    fn what_qualifies_a_number_has_a_capital_where_it_begins_a_text() {
        let story = edition(&printed("超过80吨"), "", "").story;
        let edition = Edition::new(story, Locale::En).expect("an edition");
        for (text, filled) in
            [("{a} of coal", "Over 80 t of coal"), ("In all, {a}", "In all, over 80 t"), ("{a:n} t", "80 t"), ("", "")]
        {
            assert_eq!(edition.fill(&Prose { zh: "".into(), en: text.into() }), filled);
        }
    }

    #[test]
    fn a_bound_of_a_fall_is_said_of_the_fall_and_a_place_below_zero_keeps_its_sign() {
        for (text, zh, en) in [
            ("下降超过80吨", "下降超过80吨", "down over 80 t"),
            ("减少近80吨", "下降近80吨", "down nearly 80 t"),
            ("下降约80吨", "约−80吨", "about −80 t"),
            ("下降80吨", "−80吨", "−80 t"),
            ("超过80吨", "超过80吨", "over 80 t"),
            ("-80吨以上", "至少−80吨", "at least −80 t"),
            ("零下80吨以下", "至多−80吨", "at most −80 t"),
        ] {
            let story = edition(&printed(text), "", "").story;
            let said = [Locale::Zh, Locale::En].map(|locale| Edition::new(story.clone(), locale).expect("an edition"));
            let said = said.map(|edition| edition.written("a").expect("a fact"));
            assert_eq!(said, [zh, en], "{text}");
        }
    }

    fn fact(id: &str, value: f64, digits: &str) -> String {
        let label = id.to_uppercase();
        format!(
            r#"{{ "id": "{id}", "paragraph": "P1", "printed": "{value}", "value": {value}, "unit": "t"{digits}, "label": {{ "zh": "{label}" }} }}"#
        )
    }

    #[test]
    fn a_derivation_keeps_its_grouping_and_every_digit_of_a_constant() {
        let facts = [("a", 9.1, 2), ("b", 49.2, 3), ("c", 76.6, 3), ("d", 1.5, 2)]
            .map(|(id, value, digits)| fact(id, value, &format!(r#", "digits": {digits}"#)));
        let edition = edition(
            &facts.join(","),
            r#"{ "id": "half", "value": 0.5, "unit": "x", "label": { "zh": "半" } }"#,
            r#"{ "id": "g", "formula": "((a + b) * c) / d * half - 0.125 * c", "unit": "t", "label": { "zh": "组" } }"#,
        );
        assert_eq!(edition.derivation("a"), Ok(None));
        let derivation = edition.derivation("g");
        let expected = "((A（9.1吨） + B（49.2吨）) × C（76.6吨）) ÷ D（1.5吨） × 半（0.5） − 0.125 × C（76.6吨）";
        assert_eq!(derivation, Ok(Some(expected.to_owned())));
    }

    #[test]
    fn a_printed_number_keeps_all_its_decimals_and_a_derived_one_those_that_are_asked_for() {
        let edition = edition(
            &[fact("rate", 2.736_548_1, ""), fact("u", 54_188.0, ""), fact("r", 23_119.0, "")].join(","),
            "",
            r#"{ "id": "q", "formula": "u / r", "unit": "x", "decimals": 2, "label": { "zh": "比" } }"#,
        );
        let written = ["rate", "u", "q"].map(|id| edition.written(id).expect("a number"));
        assert_eq!(written, ["2.7365481吨", "54188吨", "2.34倍"]);
    }
}
