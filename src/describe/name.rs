//! One fact in words: the name that a voice gives a mark.

use crate::edition::{Edition, MissingFact};
use crate::story::{Fact, Statistic};
use crate::words::words;

/// The name of a mark: label, value, period, and what it was worked out from.
/// Signs are in words, and what the label already says is not said again.
///
/// # Errors
/// The fact is unknown, or its unit is.
pub fn name(edition: &Edition, fact_id: &str) -> Result<String, MissingFact> {
    let words = words(edition.locale);
    let statistic = edition.statistic(fact_id)?;
    let label = edition.text(statistic.label());
    let mut parts = vec![label.to_owned()];
    parts.extend(match statistic {
        Statistic::Fact(Fact { value: None, date: None, scope: Some(scope), .. }) => Some(edition.reaching(*scope)),
        _ => Some(edition.spoken(fact_id)?).filter(|spoken| has_number(edition, fact_id) || !label.contains(spoken)),
    });
    parts.extend(edition.period(fact_id)?.filter(|period| !label.ends_with(period)));
    parts.extend(inputs(edition, statistic).map(|inputs| words.derived_from(&inputs)));
    // While a story is written, there may be no label yet.
    parts.retain(|part| !part.is_empty());
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

/// The paragraphs that a fact stands in, the main one first; none for what we worked out.
pub(super) fn paragraphs(statistic: Statistic<'_>) -> Vec<&str> {
    let Statistic::Fact(fact) = statistic else { return Vec::new() };
    std::iter::once(&fact.paragraph).chain(&fact.also).map(String::as_str).collect()
}

/// What stands in a derived fact's formula, by its terms, each once; `None` for a fact.
fn inputs(edition: &Edition, statistic: Statistic<'_>) -> Option<String> {
    let expr = statistic.formula()?.expr().ok()?;
    let mut terms: Vec<String> = Vec::new();
    for id in expr.names() {
        let constant = edition.story.constants.iter().find(|constant| constant.id == id);
        let term = constant.map_or_else(|| edition.label(id).unwrap_or(id), |constant| edition.text(&constant.label));
        let term = edition.in_sentence(term);
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

    fn check(edition: fn(Locale) -> Edition, id: &str, zh: &str, en: &str) {
        assert_eq!(name(&edition(Locale::Zh), id).as_deref(), Ok(zh));
        assert_eq!(name(&edition(Locale::En), id).as_deref(), Ok(en));
    }

    #[test]
    fn a_name_says_what_how_much_when_and_where() {
        let every_kind = fixture::every_kind;
        check(every_kind, "bread", "面包房一年烤的面包，超过82000个", "Loaves baked in a year, over 82,000 loaves");
        check(
            every_kind,
            "cart-goods",
            "车运的货，8200吨，2021年1月至5月",
            "Goods by road, 8,200 tonnes, January to May 2021",
        );
        check(fixture::small, "cargo", "货量，约30万吨，2023年", "Cargo, about 300,000 tonnes, 2023");
        check(fixture::small, "day", "开航，2024年3月5日，年份为推断", "First voyage, 5 March 2024, year inferred");
    }

    #[test]
    fn signs_are_words() {
        check(fixture::small, "ships", "轮船1至5号，7艘", "Ships 1 to 5, 7 ships");
        check(fixture::small, "fall", "货量变化，百分之负5，2023年", "Change of cargo, minus 5 percent, 2023");
    }

    #[test]
    fn a_derived_fact_names_each_of_its_inputs_once() {
        check(
            fixture::small,
            "load",
            "每艘货量，约每艘1万吨，由货量、轮船1至5号和两程推算",
            "Cargo a ship, about 10,000 tonnes a ship, worked out from cargo, ships 1 to 5 and Two ways",
        );
    }

    #[test]
    fn a_name_without_a_label_begins_with_the_number() {
        let mut edition = fixture::small(Locale::En);
        for fact in &mut edition.story.facts {
            fact.label.en.clear();
        }
        assert_eq!(name(&edition, "ships").as_deref(), Ok("7 ships"));
    }

    #[test]
    fn what_the_label_says_is_not_said_again() {
        check(fixture::small, "name", "船名“甲乙”", "The name");
        check(
            fixture::every_kind,
            "first-lamp",
            "第一盏太阳能路灯，全市范围",
            "First street lamp lit by the sun, citywide",
        );
    }
}
