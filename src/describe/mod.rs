//! Figures and facts in words: the name of a mark, what is known of a fact, a figure's summary and table, the index of all
//! numbers, and files of numbers.
//!
//! In: an [`Edition`](crate::edition::Edition) and a figure of it. Out: text in the edition's language. Every number is
//! the edition's, written or spoken; none is formatted here, and none is read off the drawing.

mod csv;
#[cfg(feature = "standalone")]
mod listed;
mod name;
mod phrases;
mod summarizer;
mod summary;
mod table;

pub use csv::file;
#[cfg(feature = "standalone")]
pub use listed::{ListedFact, listed};
pub use name::name;
pub(crate) use summarizer::{Summarizer, sorted};
pub use summary::summary;
pub use table::{IndexRow, Row, Table, all_facts, table};

#[cfg(test)]
pub(crate) mod fixture {
    use crate::edition::Edition;
    use crate::story::{Drawing, Figure, Locale};
    use crate::testing::{EVERY_KIND, OVER_TIME, edition, story, story_with};

    /// A story with every kind of figure.
    pub(super) fn every_kind(locale: Locale) -> Edition {
        edition(story(EVERY_KIND), locale)
    }

    /// A story of numbers over time.
    pub(crate) fn over_time(locale: Locale) -> Edition {
        edition(story(OVER_TIME), locale)
    }

    /// A small story whose labels do what labels should not.
    pub(super) fn small(locale: Locale) -> Edition {
        let story = story_with(
            r#"{
            "units": [
                { "id": "t", "dimension": "t", "form": { "zh": "{}吨", "en": "{} t" }, "spoken": { "zh": "{}吨", "en": "{} tonnes" } },
                { "id": "ship", "dimension": "ship", "form": { "zh": "{}艘", "en": "{} ship|{} ships" } },
                { "id": "t/ship", "dimension": "t/ship", "form": { "zh": "{}吨/艘", "en": "{} t/ship" }, "spoken": { "zh": "每艘{}吨", "en": "{} tonnes a ship" } },
                { "id": "ratio", "dimension": "1", "form": { "zh": "{}%", "en": "{}%" }, "spoken": { "zh": "百分之{}", "en": "{} percent" }, "scale": 100 }
            ],
            "facts": [
                { "id": "ships", "paragraph": "P1", "also": ["P2", "P3"], "printed": "7艘", "value": 7, "unit": "ship",
                  "label": { "zh": "轮船1—5号", "en": "Ships 1–5" } },
                { "id": "cargo", "paragraph": "P1", "printed": "约30万吨", "value": 300000, "unit": "t", "qualifier": "about",
                  "digits": 1, "period": "2023", "label": { "zh": "货量", "en": "Cargo" },
                  "note": { "zh": "装在{ships}上。", "en": "On {ships}." } },
                { "id": "fall", "paragraph": "P1", "printed": "-5%", "value": -0.05, "unit": "ratio", "period": "2023",
                  "label": { "zh": "货量变化", "en": "Change of cargo" } },
                { "id": "hostile", "paragraph": "=P1", "printed": "-2+3", "label": { "zh": "=1+1,\"甲\"", "en": "@SUM(1), \"a\"" } },
                { "id": "name", "paragraph": "P4", "printed": "甲乙", "label": { "zh": "船名“甲乙”", "en": "The name" } },
                { "id": "day", "paragraph": "P4", "printed": "3月5日", "date": "2024-03-05", "inferred": true,
                  "label": { "zh": "开航", "en": "First voyage" } }
            ],
            "constants": [{ "id": "two", "value": 2, "unit": "ratio", "label": { "zh": "两程", "en": "Two ways" } }],
            "derived": [
                { "id": "load", "formula": "cargo / (ships * two) / two", "unit": "t/ship", "decimals": 0, "label": { "zh": "每艘货量", "en": "Cargo a ship" } },
                { "id": "before", "formula": "cargo / (1 + fall)", "unit": "t", "period": "2022", "label": { "zh": "上年货量", "en": "Cargo, year before" } }
            ]
        }"#,
        );
        edition(story, locale)
    }

    /// A figure that draws this, with nothing around it.
    pub(super) fn figure(drawing: &str) -> Figure {
        let drawing: Drawing = serde_json::from_str(drawing).expect("a drawing");
        Figure::untold("figure".to_owned(), drawing)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::edition::Edition;
    use crate::story::{Drawing, Figure, Locale};

    /// The runs of digits in a text, with points and commas inside them.
    fn numbers(text: &str) -> Vec<&str> {
        let parts = text.split(|letter: char| !letter.is_ascii_digit() && letter != '.' && letter != ',');
        parts.map(|part| part.trim_matches(['.', ','])).filter(|part| !part.is_empty()).collect()
    }

    fn may_be_said(edition: &Edition, figure: &Figure) -> String {
        let facts = figure.drawing.facts();
        let texts = facts.iter().flat_map(|id| {
            [edition.written(id), edition.spoken(id), edition.short(id).map(str::to_owned)]
                .into_iter()
                .map(|text| text.expect("a text"))
                .chain(edition.period(id).expect("a period"))
        });
        // The periods without a number are none of the facts'.
        let noted = match &edition.plate().figure(&figure.id).expect("the figure").drawing {
            Drawing::Series(spec) => spec.note.clone(),
            _ => String::new(),
        };
        texts.chain([noted]).collect::<Vec<_>>().join(" ")
    }

    #[test]
    fn every_figure_is_described_in_every_language_with_its_own_numbers() {
        let editions =
            Locale::ALL.into_iter().flat_map(|locale| [fixture::every_kind(locale), fixture::over_time(locale)]);
        for edition in editions {
            for figure in edition.figures() {
                let id = &figure.id;
                let said = summary(&edition, figure).expect("a summary");
                let allowed = may_be_said(&edition, figure);
                let allowed = numbers(&allowed);
                for number in numbers(&said) {
                    assert!(allowed.contains(&number), "{id}: {number} is not of the figure: {said}");
                }
                let stop = if edition.locale == Locale::Zh { "。" } else { ". " };
                let sentences = [said.trim_end_matches('.'), " "].concat().matches(stop).count();
                let sentences = sentences + usize::from(edition.locale == Locale::En);
                assert!((2..=4).contains(&sentences), "{id}: {sentences} sentences: {said}");
                assert!(!said.contains(['×', '→', '·', '–', '¥', '{', '/']), "{id}: a sign: {said}");

                let table = table(&edition, figure).expect("a table");
                assert!(!table.caption.contains('{'), "{id}: {}", table.caption);
                let drawn: Vec<_> = table.rows.iter().filter(|row| row.in_drawing).map(|row| &row.fact_id).collect();
                let mut facts = figure.drawing.facts();
                facts.dedup();
                assert_eq!(drawn, facts, "{id}");
                let ids: Vec<&str> = table.rows.iter().map(|row| row.fact_id.as_str()).collect();
                for (index, row) in table.rows.iter().enumerate() {
                    let name = &row.spoken;
                    assert!(!ids[..index].contains(&ids[index]), "{id}: {} twice", row.fact_id);
                    assert_eq!(row.cells.len(), table.columns.len());
                    assert!(row.cells.iter().all(|cell| !cell.is_empty() && !cell.contains('{')), "{id}: {row:?}");
                    assert!(!name.contains(['×', '→', '·', '–', '¥', '%', '/', '÷']), "{id}: a sign: {name}");
                }
                assert_eq!(file(&edition, Some(figure)).expect("a file").matches("\r\n").count(), ids.len() + 1);
            }
        }
    }

    #[test]
    fn languages_reach_the_same_facts() {
        let [zh, en] = Locale::ALL.map(fixture::every_kind);
        let ids = |edition: &Edition| -> Vec<Vec<String>> {
            let rows =
                |figure| table(edition, figure).expect("a table").rows.into_iter().map(|row| row.fact_id).collect();
            edition.figures().map(rows).collect()
        };
        assert_eq!(ids(&zh), ids(&en));
        let figures =
            |edition| all_facts(edition).into_iter().map(|row| (row.id, row.figure, row.sort)).collect::<Vec<_>>();
        assert_eq!(figures(&zh), figures(&en));
    }

    #[test]
    fn what_is_unknown_is_named() {
        let edition = fixture::small(Locale::En);
        let missing = |error: crate::edition::MissingFact| (error.what, error.id);
        let unheard = Err(("fact", "unheard-of".to_owned()));
        assert_eq!(name(&edition, "unheard-of").map_err(missing), unheard);
        let figure = fixture::figure(r#"{ "flow": { "steps": ["ships", "unheard-of"] } }"#);
        assert_eq!(summary(&edition, &figure).map_err(missing), unheard);
        assert_eq!(file(&edition, Some(&figure)).map_err(missing), unheard);
        assert_eq!(table(&edition, &figure).map(|_| String::new()).map_err(missing), unheard);
        let ladder = fixture::figure(r#"{ "ladder": { "firsts": ["name"] } }"#);
        assert_eq!(summary(&edition, &ladder).map_err(missing), Err(("scope", "name".to_owned())));
        let bars = fixture::figure(r#"{ "bars": { "panels": [["name"]] } }"#);
        assert_eq!(summary(&edition, &bars).map_err(missing), Err(("number", "name".to_owned())));
    }
}
