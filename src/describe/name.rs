//! One fact in words: the name that a voice gives a mark, and what a tooltip shows.

use serde::Serialize;

use crate::edition::{Edition, Entry, MissingFact};
use crate::story::Fact;
use crate::story::formula::Expr;
use crate::words::words;

/// What is known of a fact, in the edition's language.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Details {
    /// What is counted.
    pub label: String,
    /// The value as written, qualifier and unit included; for a name or a rank what the article prints, or that there is
    /// no number.
    pub value: String,
    /// Over, about, within; `None` for an exact number.
    pub qualifier: Option<String>,
    /// When it held, and what is to be said of that; `None` when the story gives nothing.
    pub period: Option<String>,
    /// The formula with its inputs in words; `None` for what the article says itself.
    pub derivation: Option<String>,
    /// What the reader must know, numbers filled in.
    pub note: Option<String>,
    /// The very characters of the article; `None` for what we worked out.
    pub printed: Option<String>,
    /// Where it stands, `P09、P49`; `None` for what we worked out.
    pub paragraph: Option<String>,
}

/// What a tooltip shows of a fact.
///
/// # Errors
/// The fact is unknown, or its unit is.
pub fn details(edition: &Edition, fact_id: &str) -> Result<Details, MissingFact> {
    let entry = edition.entry(fact_id)?;
    Ok(Details {
        label: edition.text(entry.label()).to_owned(),
        value: value(edition, fact_id)?,
        qualifier: words(edition.locale).qualifier(edition.qualifier(fact_id)).map(str::to_owned),
        period: edition.period(fact_id)?,
        derivation: edition.derivation(fact_id)?,
        note: entry.note().map(|note| edition.fill(note)).filter(|note| !note.is_empty()),
        printed: match entry {
            Entry::Fact(fact) => Some(fact.printed.clone()),
            Entry::Derived(_) => None,
        },
        paragraph: paragraphs(edition, entry),
    })
}

/// The name of a mark: label, value, period, what it was worked out from, and its place as (first is 1, of how many).
/// Signs are in words, and what the label already says is not said again.
///
/// # Errors
/// The fact is unknown, or its unit is.
pub fn name(edition: &Edition, fact_id: &str, place: Option<(usize, usize)>) -> Result<String, MissingFact> {
    let words = words(edition.locale);
    let entry = edition.entry(fact_id)?;
    let label = edition.text(entry.label());
    let mut parts = vec![label.to_owned()];
    parts.extend(match entry {
        Entry::Fact(Fact { value: None, date: None, scope: Some(scope), .. }) => {
            Some(words.reaching(*scope).to_owned())
        }
        _ => Some(edition.spoken(fact_id)?).filter(|spoken| has_number(edition, fact_id) || !label.contains(spoken)),
    });
    parts.extend(edition.period(fact_id)?.filter(|period| !label.ends_with(period)));
    parts.extend(inputs(edition, entry).map(|inputs| words.derived_from(&inputs)));
    parts.extend(place.map(|(place, all)| words.place(place, all)));
    Ok(words.in_words(&parts.join(words.comma)))
}

/// A fact written out; for a name or a rank what the article prints, or that there is no number when that would only
/// say the label again.
pub(super) fn value(edition: &Edition, fact_id: &str) -> Result<String, MissingFact> {
    let written = edition.written(fact_id)?;
    let repeats = !has_number(edition, fact_id) && written == edition.label(fact_id)?;
    Ok(if repeats { words(edition.locale).no_number().to_owned() } else { written })
}

/// Whether there is a number or a date, and not only a name.
pub(super) fn has_number(edition: &Edition, fact_id: &str) -> bool {
    edition.quantity(fact_id).is_ok() || edition.date(fact_id).is_ok()
}

/// The paragraphs that a fact stands in, the main one first; `None` for what we worked out.
pub(super) fn paragraphs(edition: &Edition, entry: Entry<'_>) -> Option<String> {
    let Entry::Fact(fact) = entry else { return None };
    let mut all = vec![fact.paragraph.as_str()];
    all.extend(fact.also.iter().map(String::as_str));
    Some(all.join(words(edition.locale).between()))
}

/// What stands in a derived fact's formula, by its terms, each once; `None` for a fact.
fn inputs(edition: &Edition, entry: Entry<'_>) -> Option<String> {
    let expr = Expr::parse(entry.formula()?).ok()?;
    let mut terms: Vec<&str> = Vec::new();
    for id in expr.names() {
        let constant = edition.story.constants.iter().find(|constant| constant.id == id);
        let term = constant.map_or_else(|| edition.label(id).unwrap_or(id), |constant| edition.text(&constant.label));
        if !terms.contains(&term) {
            terms.push(term);
        }
    }
    (!terms.is_empty()).then(|| words(edition.locale).list(&terms))
}

#[cfg(test)]
mod tests {
    use super::super::fixture;
    use super::*;
    use crate::story::Locale;

    fn check(edition: fn(Locale) -> Edition, id: &str, place: Option<(usize, usize)>, zh: &str, en: &str) {
        assert_eq!(name(&edition(Locale::Zh), id, place).as_deref(), Ok(zh));
        assert_eq!(name(&edition(Locale::En), id, place).as_deref(), Ok(en));
    }

    #[test]
    fn a_name_says_what_how_much_when_and_where() {
        let published = fixture::published;
        check(
            published,
            "hpv-vaccine-capacity",
            Some((1, 3)),
            "HPV疫苗年产能，超过4000万支，第1个，共3个",
            "HPV vaccine capacity per year, over 40 million doses, 1 of 3",
        );
        check(
            published,
            "throughput-2023",
            None,
            "货物吞吐量，2837万吨，2023年",
            "Cargo throughput, 28.37 million tonnes, 2023",
        );
        check(fixture::small, "cargo", None, "货量，约30万吨，2023年", "Cargo, about 300,000 tonnes, 2023");
        check(
            fixture::small,
            "day",
            None,
            "开航，2024年3月5日，年份为推断",
            "First voyage, 5 March 2024, year inferred",
        );
    }

    #[test]
    fn signs_are_words() {
        check(fixture::small, "ships", None, "轮船1至5号，7艘", "Ships 1 to 5, 7 ships");
        check(fixture::small, "fall", None, "货量变化，百分之负5，2023年", "Change of cargo, minus 5 percent, 2023");
    }

    #[test]
    fn a_derived_fact_names_each_of_its_inputs_once() {
        check(
            fixture::small,
            "load",
            Some((2, 2)),
            "每艘货量，约每艘1万吨，由货量、轮船1至5号和两程推算，第2个，共2个",
            "Cargo a ship, about 10,000 tonnes a ship, worked out from Cargo, Ships 1 to 5 and Two ways, 2 of 2",
        );
    }

    #[test]
    fn what_the_label_says_is_not_said_again() {
        check(fixture::small, "name", None, "船名“甲乙”", "The name");
        check(
            fixture::published,
            "largest-used-car-base",
            None,
            "最大的二手车出口基地，全市范围",
            "Largest used-car export base, citywide",
        );
    }

    #[test]
    fn details_keep_the_articles_characters_apart_from_ours() {
        let cargo = Details {
            label: "货量".into(),
            value: "约30万吨".into(),
            qualifier: Some("约".into()),
            period: Some("2023年".into()),
            derivation: None,
            note: Some("装在7艘上。".into()),
            printed: Some("约30万吨".into()),
            paragraph: Some("P1".into()),
        };
        assert_eq!(details(&fixture::small(Locale::Zh), "cargo"), Ok(cargo));
        let before = details(&fixture::small(Locale::En), "before").expect("details");
        assert_eq!((before.printed, before.paragraph), (None, None));
        assert_eq!(before.derivation.as_deref(), Some("Cargo (about 300,000 t) ÷ (1 + Change of cargo (−5%))"));
        let ships = details(&fixture::small(Locale::Zh), "ships").expect("details");
        assert_eq!((ships.paragraph.as_deref(), ships.qualifier), (Some("P1、P2、P3"), None));
        let name = |locale| details(&fixture::small(locale), "name").expect("details").value;
        assert_eq!((name(Locale::Zh).as_str(), name(Locale::En).as_str()), ("甲乙", "no number"));
    }
}
