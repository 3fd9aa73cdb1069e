//! Facts in rows: a figure's table, and the index of all numbers.

use serde::Serialize;

use super::name::{name, paragraphs, value};
use crate::edition::{Edition, MissingFact};
use crate::format;
use crate::story::{Figure, Statistic};
use crate::words::words;

/// A figure's numbers as a table.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Table {
    /// The caption.
    pub caption: String,
    /// The heads: what, value, period, source.
    pub columns: Vec<String>,
    /// The facts that the figure draws, in its order, then those that only its notes are about.
    pub rows: Vec<Row>,
}

/// One fact in a figure's table.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Row {
    /// The fact.
    pub fact_id: String,
    /// Whether the drawing shows it; otherwise a note is about it.
    pub in_drawing: bool,
    /// As many texts as the table has columns, none of them empty.
    pub cells: Vec<String>,
    /// The very characters of the article, in its language; none for what we worked out.
    pub printed: Option<String>,
    /// The value in whole units as plain digits.
    pub raw: Option<String>,
    /// A remark that a reader should know.
    pub note: Option<String>,
    /// The fact as a voice says it.
    pub spoken: String,
}

impl Row {
    /// The spoken text, where it is not just the term and the value with a comma between.
    pub fn said_otherwise(&self, comma: &str) -> Option<&str> {
        let [term, value, ..] = self.cells.as_slice() else { return Some(&self.spoken) };
        Some(self.spoken.as_str()).filter(|spoken| *spoken != format!("{term}{comma}{value}"))
    }
}

/// One fact in the index of all numbers.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct IndexRow {
    /// The fact.
    pub id: String,
    /// The term.
    pub label: String,
    /// The value as written.
    pub value: String,
    /// The sort key, as plain digits: the value in whole units, a date as its day; none for a name or a rank.
    pub sort: Option<String>,
    /// When it held, or that the article does not say.
    pub period: String,
    /// The paragraphs, or the formula in words.
    pub source: String,
    /// The figure that shows it best: one that draws it, else one whose tile it is, else one whose notes are about it.
    /// Empty when no figure reaches it.
    pub figure: String,
}

/// A figure's numbers: exactly the facts of its drawing, and of its notes.
///
/// # Errors
/// A fact is unknown, or its unit is.
pub fn table(edition: &Edition, figure: &Figure) -> Result<Table, MissingFact> {
    let words = words(edition.locale);
    let mut rows = Vec::new();
    for (id, in_drawing) in reached(figure) {
        let cells =
            vec![edition.label(id)?.to_owned(), value(edition, id)?, period(edition, id)?, source(edition, id)?];
        let statistic = edition.statistic(id)?;
        let printed = match statistic {
            Statistic::Fact(fact) => Some(fact.printed.clone()),
            Statistic::Derived(_) => None,
        };
        let raw = edition.value(id).map(format::plain).ok();
        let note = statistic.note().map(|note| edition.fill(note));
        rows.push(Row { fact_id: id.to_owned(), in_drawing, cells, printed, raw, note, spoken: name(edition, id)? });
    }
    Ok(Table {
        caption: words.table_of(&edition.fill(&figure.title)),
        columns: words.columns().map(str::to_owned).to_vec(),
        rows,
    })
}

/// Every fact and derived fact, in the story's order. Where something is missing, the row says what.
pub fn all_facts(edition: &Edition) -> Vec<IndexRow> {
    let figures: Vec<_> = edition.figures().map(|figure| (figure, reached(figure))).collect();
    let or_missing = |text: Result<String, MissingFact>| text.unwrap_or_else(|missing| missing.to_string());
    let row = |statistic: Statistic<'_>| {
        let id = statistic.id();
        let best = figures.iter().filter_map(|(figure, reached)| {
            let (_, drawn) = reached.iter().find(|(fact, _)| *fact == id)?;
            Some((!drawn, figure.drawing.opens_page(), figure))
        });
        let best = best.min_by_key(|(noted, opening, _)| (*noted, *opening));
        IndexRow {
            id: id.to_owned(),
            label: edition.text(statistic.label()).to_owned(),
            value: or_missing(value(edition, id)),
            sort: edition
                .date(id)
                .map(|date| f64::from(date.day_number()))
                .or(edition.value(id))
                .map(format::plain)
                .ok(),
            period: or_missing(period(edition, id)),
            source: or_missing(source(edition, id)),
            figure: best.map(|(.., figure)| figure.id.clone()).unwrap_or_default(),
        }
    };
    edition.story.statistics().map(row).collect()
}

/// The facts that a figure draws, then those that its notes are about in any language, each once; and whether it is drawn.
pub(super) fn reached(figure: &Figure) -> Vec<(&str, bool)> {
    let drawn = figure.drawing.facts().into_iter().map(|id| (id.as_str(), true));
    let noted = figure.notes.iter().flat_map(|note| {
        let named = note.text.zh.facts().chain(note.text.en.facts());
        named.chain(&note.facts).map(|id| (id.as_str(), false))
    });
    let mut reached: Vec<(&str, bool)> = Vec::new();
    for (id, in_drawing) in drawn.chain(noted) {
        if !reached.iter().any(|(known, _)| *known == id) {
            reached.push((id, in_drawing));
        }
    }
    reached
}

fn period(edition: &Edition, fact_id: &str) -> Result<String, MissingFact> {
    let period = edition.period(fact_id)?;
    // A date is its own period.
    if period.is_none() && edition.date(fact_id).is_ok() {
        return edition.written(fact_id);
    }
    Ok(period.unwrap_or_else(|| words(edition.locale).no_period().to_owned()))
}

fn source(edition: &Edition, fact_id: &str) -> Result<String, MissingFact> {
    let words = words(edition.locale);
    let derived = edition.derivation(fact_id)?.map(|derivation| words.derived_as(&derivation));
    let statistic = edition.statistic(fact_id)?;
    Ok(derived.unwrap_or_else(|| words.paragraphs(&paragraphs(statistic))))
}

#[cfg(test)]
mod tests {
    use super::super::fixture;
    use super::*;
    use crate::story::{Locale, Note, Prose};

    #[test]
    fn drawn_facts_come_first_and_each_stands_once() {
        let mut figure = fixture::figure(r#"{ "flow": { "steps": ["ships", "cargo", "ships"] } }"#);
        let text = Prose { zh: "{load}，{cargo:n}".into(), en: "{day}".into() };
        figure.notes.push(Note { text, facts: vec!["name".into(), "load".into()] });
        let table = table(&fixture::small(Locale::Zh), &figure).expect("a table");
        let rows: Vec<_> = table.rows.iter().map(|row| (row.fact_id.as_str(), row.in_drawing)).collect();
        assert_eq!(rows, [("ships", true), ("cargo", true), ("load", false), ("day", false), ("name", false)]);
        let cells: Vec<_> = table.rows.iter().map(|row| row.cells.join(" | ")).collect();
        assert_eq!(
            cells,
            [
                "轮船1—5号 | 7艘 | 时间未注明 | 第1、2、3段",
                "货量 | 约30万吨 | 2023年 | 第1段",
                "每艘货量 | 约1万吨/艘 | 时间未注明 | 推算：货量（约30万吨） ÷ (轮船1—5号（7艘） × 两程（2）) ÷ 两程（2）",
                "开航 | 2024年3月5日 | 年份为推断 | 第4段",
                "船名“甲乙” | 甲乙 | 时间未注明 | 第4段",
            ]
        );
        assert_eq!(table.columns, ["内容", "数值", "时间", "出处"]);
    }

    #[test]
    fn the_index_leads_to_the_figure_that_draws_a_fact() {
        let rows = all_facts(&fixture::every_kind(Locale::En));
        let row = |id| rows.iter().find(|row| row.id == id).expect("a row");
        assert_eq!(row("shops").figure, "streets", "not to what opens the page");
        assert_eq!(row("ferries-a-week").figure, "at-a-glance", "to what opens the page, which alone draws it");
        assert_eq!(row("ferries-counted").figure, "ferries", "to the note that has it");
        assert_eq!((row("cart-goods").sort.as_deref(), row("green-ring").sort.as_deref()), (Some("8200"), None));
        assert_eq!(
            (row("town-charter").value.as_str(), row("town-charter").period.as_str()),
            ("September 1998", "September 1998")
        );
        let small = all_facts(&fixture::small(Locale::En));
        assert!(small.iter().all(|row| row.figure.is_empty()), "no figure, no link");
    }
}
