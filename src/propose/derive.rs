//! Facts that follow from others, by picking: a share, a difference, a ratio, a sum, a growth.

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};

use crate::story::quantity::Quantity;
use crate::story::sentences::sentences;
use crate::story::unit::Dimension;
use crate::story::working::{FaultKind, work_out};
use crate::story::{Derived, FactId, InFile, Locale, MAX_ID, Statistic, Story, Text, Unit};

/// The longest term that is put together from others, in characters.
const LONGEST: usize = 60;

/// What is worked out.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Operation {
    /// What part the first is of the second.
    Share,
    /// What the first is more than the second.
    Difference,
    /// How many times the second the first is.
    Ratio,
    /// All of them together.
    Sum,
    /// By what part the first is more than the second.
    Growth,
    /// What the first was before it grew by the second.
    Before,
}

/// A derived fact for a story, and its unit where the story has none for it.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Derivation {
    /// The fact.
    pub derived: Derived,
    /// Its unit, if that is new.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub unit: Option<Unit>,
}

sentences! {
    /// Why nothing follows.
    #[derive(Clone, Debug, PartialEq, thiserror::Error)]
    #[error("{}", self.message(Locale::En))]
    pub enum DeriveError {
        Two => "this needs two numbers", "请选两个数。";
        TwoOrMore => "this needs two or more numbers", "请选两个或更多的数。";
        TooLarge => "a part is no larger than its whole", "部分不会大于整体。";
        NoNumber(id: FactId) => "`{id}` has no number", "“{id}”不是数。";
        Fault(fault: FaultKind) => "{fault}", "{fault}";
    }
}

/// Drafts a derived fact of a story.
///
/// # Errors
/// There are too few facts or too many for the operation, one has no number, or the formula does not come out.
pub fn derive(story: &Story, operation: Operation, facts: &[FactId]) -> Result<Derivation, DeriveError> {
    let quantities = work_out(story).quantities;
    let quantity = |id: &FactId| quantities.get(id).ok_or_else(|| DeriveError::NoNumber(id.clone()));
    let picked: Vec<&Quantity> = facts.iter().map(quantity).collect::<Result<_, _>>()?;
    let (formula, unit) = match (operation, facts, picked.as_slice()) {
        (Operation::Sum, [first, _, ..], _) => (facts.join(" + "), unit_of(story, first)),
        (Operation::Difference, [first, second], _) => (format!("{first} - {second}"), unit_of(story, first)),
        (Operation::Before, [first, second], _) => (format!("{first} / (1 + {second})"), unit_of(story, first)),
        (Operation::Share, [_, _], [part, whole])
            if part.dimension == whole.dimension && part.value.abs() > whole.value.abs() =>
        {
            return Err(DeriveError::TooLarge);
        }
        (Operation::Share, [first, second], _) => (format!("{first} / {second}"), percentage(story)),
        (Operation::Growth, [first, second], _) => (format!("{first} / {second} - 1"), percentage(story)),
        (Operation::Ratio, [first, second], [one, other]) => {
            let dimension = one.dimension.combine(&other.dimension, -1);
            (format!("{first} / {second}"), ratio(story, &dimension, [first, second]))
        }
        (Operation::Sum, ..) => return Err(DeriveError::TwoOrMore),
        _ => return Err(DeriveError::Two),
    };
    let (unit, new) = unit;
    let derived = Derived {
        id: id(story, operation, facts),
        formula: formula.into(),
        unit,
        decimals: match operation {
            Operation::Share | Operation::Growth => Some(1),
            Operation::Ratio => Some(2),
            _ => None,
        },
        period: period(story, facts),
        label: label(story, operation, facts),
        short: None,
        note: None,
    };
    comes_out(story, &derived, new.as_ref())?;
    Ok(Derivation { derived, unit: new })
}

/// Whether a story with the derived fact can be worked out.
fn comes_out(story: &Story, derived: &Derived, unit: Option<&Unit>) -> Result<(), DeriveError> {
    let mut story = story.clone();
    story.units.extend(unit.cloned());
    story.derived.push(derived.clone());
    let index = story.derived.len() - 1;
    let fault = work_out(&story).faults.into_iter().find(|fault| fault.index == index);
    fault.map_or(Ok(()), |fault| Err(DeriveError::Fault(fault.kind)))
}

/// The id of a unit, and the unit where the story does not have it.
type Found = (String, Option<Unit>);

fn unit_of(story: &Story, id: &str) -> Found {
    let constant = || story.constants.iter().find(|constant| constant.id == id).map(|constant| constant.unit.as_str());
    let unit = story.statistic(id).map_or_else(constant, Statistic::unit);
    (unit.unwrap_or_default().to_owned(), None)
}

/// A unit in which a ratio is written in hundredths.
fn percentage(story: &Story) -> Found {
    let fits = |unit: &&Unit| unit.scale == Some(100.0) && Dimension::parse(&unit.dimension) == Dimension::default();
    let percent = |unit: &&Unit| fits(unit) && unit.form.get(story.first_language()).contains('%');
    found(story, percent, "percent", Dimension::default(), ["{}%", "{}%"], Some(100.0))
}

/// A unit of a quotient: times for like units, else the one unit for each of the other.
fn ratio(story: &Story, dimension: &Dimension, [first, second]: [&FactId; 2]) -> Found {
    let fits = |unit: &&Unit| unit.scale.is_none() && Dimension::parse(&unit.dimension) == *dimension;
    if *dimension == Dimension::default() {
        return found(story, fits, "times", Dimension::default(), ["{}倍", "{} times"], None);
    }
    let form = |id: &FactId, locale| {
        let unit = story.statistic(id).and_then(Statistic::unit);
        let unit = unit.and_then(|id| story.units.iter().find(|unit| unit.id == id));
        let form = unit.map_or("", |unit| unit.form.get(locale));
        form.split('|').next().unwrap_or_default().to_owned()
    };
    let forms = Locale::ALL.map(|locale| {
        let divisor = form(second, locale).replace("{}", "");
        [form(first, locale).as_str(), "/", divisor.trim()].concat()
    });
    found(story, fits, "rate", dimension.clone(), [&forms[0], &forms[1]], None)
}

fn found(
    story: &Story,
    fits: impl Fn(&&Unit) -> bool,
    stem: &str,
    dimension: Dimension,
    [zh, en]: [&str; 2],
    scale: Option<f64>,
) -> Found {
    if let Some(unit) = story.units.iter().find(fits) {
        return (unit.id.clone(), None);
    }
    let known = story.units.iter().map(|unit| unit.id.as_str()).collect();
    let told = |locale, form: &str| if story.locales.contains(&locale) { form.to_owned() } else { String::new() };
    let (id, form) = (free(stem, &known), Text { zh: told(Locale::Zh, zh), en: told(Locale::En, en) });
    (id.clone(), Some(Unit { id, dimension: dimension.to_string(), form, scale, ..Unit::default() }))
}

/// A name that nothing has yet: the stem, or the stem with a number behind it.
fn free(stem: &str, known: &BTreeSet<&str>) -> String {
    let numbered = (2..).map(|number| format!("{stem}-{number}"));
    std::iter::once(stem.to_owned()).chain(numbered).find(|id| !known.contains(id.as_str())).unwrap_or_default()
}

fn id(story: &Story, operation: Operation, facts: &[FactId]) -> FactId {
    let ending = InFile(operation).to_string();
    let known =
        story.statistics().map(Statistic::id).chain(story.constants.iter().map(|constant| constant.id.as_str()));
    let stem = facts.first().map_or(String::new(), |first| format!("{first}-{ending}"));
    // Room for a number behind it.
    let stem = if stem.len() + 5 <= MAX_ID { &stem } else { &ending };
    free(stem, &known.collect())
}

/// The period that all of them have.
fn period(story: &Story, facts: &[FactId]) -> Option<String> {
    let mut periods = facts.iter().map(|id| story.statistic(id).and_then(Statistic::period));
    let first = periods.next()??;
    periods.all(|period| period == Some(first)).then(|| first.to_owned())
}

/// A term made of the others; nothing where one of them has none, or where it would be half a sentence.
fn label(story: &Story, operation: Operation, facts: &[FactId]) -> Text {
    let told = |locale: Locale| {
        let term = |id: &FactId| story.statistic(id).map_or("", |statistic| statistic.label().get(locale));
        let terms: Vec<&str> = facts.iter().map(term).collect();
        let given = story.locales.contains(&locale) && terms.iter().all(|term| !term.is_empty());
        let label = if given { labelled(locale, operation, &terms) } else { String::new() };
        if label.chars().count() > LONGEST { String::new() } else { label }
    };
    Text { zh: told(Locale::Zh), en: told(Locale::En) }
}

fn labelled(locale: Locale, operation: Operation, terms: &[&str]) -> String {
    let (first, second) = (terms.first().copied().unwrap_or_default(), terms.get(1).copied().unwrap_or_default());
    match (locale, operation) {
        (Locale::Zh, Operation::Share) => format!("{first}占{second}的比重"),
        (Locale::Zh, Operation::Difference) => format!("{first}与{second}之差"),
        (Locale::Zh, Operation::Ratio) => format!("{first}与{second}之比"),
        (Locale::Zh, Operation::Sum) => format!("{}合计", terms.join("、")),
        (Locale::Zh, Operation::Growth) => format!("{first}增长"),
        (Locale::Zh, Operation::Before) => format!("增长前的{first}"),
        (Locale::En, Operation::Share) => format!("{first} as a share of {}", small(second)),
        (Locale::En, Operation::Difference) => format!("{first} less {}", small(second)),
        (Locale::En, Operation::Ratio) => format!("{first} over {}", small(second)),
        (Locale::En, Operation::Sum) => {
            let others: Vec<String> = terms.iter().skip(1).map(|term| small(term)).collect();
            format!("{first} and {}", others.join(" and "))
        }
        (Locale::En, Operation::Growth) => format!("Growth of {}", small(first)),
        (Locale::En, Operation::Before) => format!("{first} before"),
    }
}

/// A term within a sentence: with a small letter first, unless more of its first word is large.
pub(super) fn small(term: &str) -> String {
    let mut letters = term.chars();
    match letters.next() {
        Some(first) if !letters.as_str().starts_with(char::is_uppercase) => {
            first.to_lowercase().chain(letters).collect()
        }
        _ => term.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::edition::Edition;
    use crate::propose::testing::story;

    /// What follows, its formula, and its value as the page writes it.
    fn told(operation: Operation, facts: &[&str]) -> Result<(String, String, String), DeriveError> {
        let mut story = story();
        let facts: Vec<FactId> = facts.iter().map(|fact| (*fact).to_owned()).collect();
        let Derivation { derived, unit } = derive(&story, operation, &facts)?;
        story.units.extend(unit);
        story.derived.push(derived.clone());
        let edition = Edition::new(story, Locale::Zh).expect("an edition");
        let written = edition.written(&derived.id).expect("a value");
        Ok((derived.label.zh, derived.formula.text().to_owned(), written))
    }

    #[test]
    fn each_operation_gives_its_formula_term_and_value() {
        let of = |operation, facts: &[&str]| told(operation, facts).expect("a fact");
        let expected =
            |label: &str, formula: &str, value: &str| (label.to_owned(), formula.to_owned(), value.to_owned());
        assert_eq!(of(Operation::Share, &["tea", "mills"]), expected("茶厂占企业的比重", "tea / mills", "40%"));
        assert_eq!(of(Operation::Difference, &["mills", "tea"]), expected("企业与茶厂之差", "mills - tea", "18家"));
        assert_eq!(of(Operation::Sum, &["mills", "tea"]), expected("企业、茶厂合计", "mills + tea", "42家"));
        assert_eq!(of(Operation::Ratio, &["mills", "tea"]), expected("企业与茶厂之比", "mills / tea", "2.5倍"));
        assert_eq!(of(Operation::Ratio, &["harvest", "mills"]).2, "4000吨/家");
        assert_eq!(of(Operation::Growth, &["mills", "tea"]), expected("企业增长", "mills / tea - 1", "150%"));
        assert_eq!(of(Operation::Before, &["harvest", "rise"]).1, "harvest / (1 + rise)");
    }

    #[test]
    fn what_does_not_come_out_is_refused() {
        assert_eq!(told(Operation::Sum, &["mills"]), Err(DeriveError::TwoOrMore));
        assert_eq!(told(Operation::Share, &["mills", "tea", "rise"]), Err(DeriveError::Two));
        assert_eq!(told(Operation::Sum, &["mills", "day"]), Err(DeriveError::NoNumber("day".to_owned())));
        assert!(matches!(told(Operation::Sum, &["mills", "harvest"]), Err(DeriveError::Fault(_))));
        assert!(matches!(told(Operation::Share, &["harvest", "mills"]), Err(DeriveError::Fault(_))));
        assert_eq!(told(Operation::Share, &["mills", "tea"]), Err(DeriveError::TooLarge));
    }

    #[test]
    fn an_id_is_taken_once() {
        let mut story = story();
        let facts = ["tea", "mills"].map(str::to_owned);
        for id in ["tea-share", "tea-share-2"] {
            let Derivation { derived, unit } = derive(&story, Operation::Share, &facts).expect("a fact");
            assert_eq!((derived.id.as_str(), unit), (id, None));
            story.derived.push(derived);
        }
    }
}
