//! The index of all numbers: one line a number, a table for each chapter, the first of them open.

use maud::{Markup, html};

use super::words::PageWords;
use super::{hue, imprint, title};
use crate::describe::{self, IndexRow};
use crate::edition::Edition;
use crate::story::Chapter;
use crate::words::words;

pub(super) fn index(edition: &Edition) -> Markup {
    let words = PageWords::of(edition.locale);
    let rows = describe::all_facts(edition);
    let chapters = edition.story.numbered_chapters();
    let groups = chapters.map(|(chapter, number)| (chapter, number, rows_of(chapter, &rows)));
    let mut groups: Vec<_> = groups.filter(|(.., rows)| !rows.is_empty()).collect();
    // What only the opening shows is few and mixed, so it comes after the chapters.
    groups.sort_by_key(|(_, number, _)| number.is_none());
    html! {
        section.chapter #numbers aria-labelledby="numbers-title" {
            header {
                h2 #numbers-title { (words.numbers) }
                p.lead { (words.numbers_lead.replace("{source}", edition.source())) }
            }
            p.index-tools {}
            @for (place, (chapter, number, rows)) in groups.iter().enumerate() {
                details.group.(hue(*number)) open[place == 0] {
                    summary { (title(edition, chapter, *number)) " " small { (rows.len()) } }
                    (table(edition, &edition.fill(&chapter.title), rows))
                }
            }
        }
    }
}

/// The numbers that a chapter's figures show, then the names without one. The checker sees to it that each is shown by a figure.
fn rows_of<'a>(chapter: &Chapter, rows: &'a [IndexRow]) -> Vec<&'a IndexRow> {
    let shown = |row: &&IndexRow| chapter.figures.iter().any(|figure| figure.id == row.figure);
    let (numbers, names): (Vec<_>, Vec<_>) = rows.iter().filter(shown).partition(|row| row.sort.is_some());
    [numbers, names].concat()
}

fn table(edition: &Edition, name: &str, rows: &[&IndexRow]) -> Markup {
    let words = PageWords::of(edition.locale);
    html! {
        table.index aria-label=(name) {
            thead {
                tr {
                    @for column in [words.what, words.value, words.period, words.paragraph, words.figure] {
                        th scope="col" { (column) }
                    }
                }
            }
            tbody { @for row in rows { (line(edition, row)) } }
        }
    }
}

/// A number. How one that we worked out came about stands in the table of its figure, which the line leads to.
fn line(edition: &Edition, row: &IndexRow) -> Markup {
    let derived = edition.statistic(&row.id).is_ok_and(|statistic| statistic.formula().is_some());
    html! {
        tr {
            th scope="row" { (row.label) }
            td.value data-sort=(row.sort.as_deref().unwrap_or_default()) { (row.value) }
            td { (row.period) }
            td { @if derived { (words(edition.locale).worked_out) } @else { (imprint::to_article(edition, &row.source)) } }
            td { a href={ "#" (row.figure) } aria-label={ (PageWords::of(edition.locale).to_figure) (row.label) } { "↗" } }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::story::Locale;
    use crate::testing::{ONE_LANGUAGE, edition, story};

    #[test]
    fn a_paragraph_leads_to_the_article_and_what_is_worked_out_to_its_figure_alone() {
        let edition = edition(story(ONE_LANGUAGE), Locale::En);
        let url = edition.story.source.url.as_deref().expect("the article's address");
        let markup = index(&edition).into_string();
        let printed = edition.story.facts.len();
        assert_eq!(markup.matches(&format!("<td><a href=\"{url}\"")).count(), printed);
        assert_eq!(markup.matches("<tr><th scope=\"row\">").count(), printed + edition.story.derived.len());
    }
}
