//! A figure in the page: its title, its drawing, and one quiet line below, from which its notes and its table open.

use maud::{Markup, PreEscaped, html};

use super::still::Still;
use super::words::PageWords;
use super::{Stills, imprint};
use crate::describe::{self, Table};
use crate::edition::{Edition, MissingFact};
use crate::story::article::number;
use crate::story::{Drawing, Figure, Statistic, Width};

/// Where a figure stands.
#[derive(Clone, Copy)]
pub(super) enum Place<'a> {
    /// Among others, so wide.
    Among(Width),
    /// Under the page's title.
    Opening,
    /// By itself, in a frame of another page; the address of the whole page.
    Alone(&'a str),
}

pub(super) fn markup(edition: &Edition, figure: &Figure, place: Place<'_>, stills: Stills<'_>) -> Markup {
    let words = PageWords::of(edition.locale);
    let id = |part: &str| format!("{}-{part}", figure.id);
    let audible: Vec<&str> = figure.drawing.audible().into_iter().map(String::as_str).collect();
    let audible = (audible.len() > 1).then(|| audible.join(" "));
    let table = describe::table(edition, figure);
    let (width, home) = match place {
        Place::Among(width) => (width, None),
        Place::Opening => (Width::Wide, None),
        Place::Alone(home) => (Width::TwoThirds, Some(home)),
    };
    let still = stills(&figure.id, width);
    let subtitle = html! { p.subtitle { (edition.fill(&figure.subtitle)) } };
    html! {
        figure.figure.(class(width)) id=(figure.id) data-audible=[audible] aria-labelledby=(id("title")) aria-describedby={ (id("reading")) " " (id("summary")) } {
            @match place {
                Place::Among(_) => h3 id=(id("title")) { (edition.fill(&figure.title)) },
                Place::Opening => h2.unseen id=(id("title")) { (edition.fill(&figure.title)) },
                Place::Alone(_) => h1 id=(id("title")) { (edition.fill(&figure.title)) },
            }
            @if !matches!(place, Place::Opening) { (subtitle) }
            @if let Some(still) = &still { (choices(still)) }
            div.stage { @if let Some(still) = still { (PreEscaped(still.drawings)) } }
            // The drawing comes first here, also in the text: what is painted while the rest arrives must not move.
            @if matches!(place, Place::Opening) { (subtitle) }
            figcaption {
                @if home.is_some() { span.credit { (imprint::to_article(edition, edition.text(&edition.story.source.credit))) } }
                @if let Ok(table) = &table { span.paragraphs { (imprint::to_article(edition, &paragraphs(edition, table))) } }
                details.notes {
                    summary { (words.count_notes(figure.notes.len() + 1)) }
                    ul {
                        li id=(id("reading")) { (edition.fill(&figure.reading)) }
                        @for note in &figure.notes { li { (edition.fill(&note.text)) } }
                    }
                }
                details.data {
                    summary { (words.table) }
                    p.summary id=(id("summary")) { (or_missing(describe::summary(edition, figure))) }
                    @match &table {
                        Ok(table) => (table_markup(edition, figure, &id("table"), table)),
                        Err(missing) => p.fault { (missing.to_string()) },
                    }
                }
                @if let Some(home) = home {
                    (imprint::disclosure(edition, false))
                    a.whole href={ (home) "#" (figure.id) } target="_blank" rel="noopener" { (words.whole) }
                }
            }
        }
    }
}

/// Keeps the place of a figure's choices, so that nothing moves when they come.
fn choices(still: &Still) -> Markup {
    html! {
        @if !still.choices.is_empty() {
            div.choices.room aria-hidden="true" { @for name in &still.choices { label { span { (name) } } } }
        }
    }
}

/// The class by which the stylesheet gives a figure its columns, and its drawing the width that it is laid out for.
pub(super) const fn class(width: Width) -> &'static str {
    match width {
        Width::Wide => "wide",
        Width::TwoThirds => "two-thirds",
        Width::Half => "half",
        Width::Third => "third",
    }
}

/// Which paragraphs the numbers of a table stand in: `第9、49段`.
pub(super) fn paragraphs(edition: &Edition, table: &Table) -> String {
    let mut all: Vec<&str> = Vec::new();
    for row in &table.rows {
        if let Ok(Statistic::Fact(fact)) = edition.statistic(&row.fact_id) {
            all.push(&fact.paragraph);
        }
    }
    all.sort_by_key(|name| number(name).unwrap_or(u16::MAX));
    all.dedup();
    crate::words::words(edition.locale).paragraphs(&all)
}

/// A text, or the error that stands in its place: a figure that lacks a fact must not take its neighbours with it.
fn or_missing(text: Result<String, MissingFact>) -> String {
    text.unwrap_or_else(|missing| missing.to_string())
}

/// The figure that a fact of the page's opening leads to.
fn leads<'a>(figure: &'a Figure, fact: &str) -> Option<&'a str> {
    let Drawing::Panorama(spec) = &figure.drawing else { return None };
    let mut leads = None;
    spec.leads(|figure, id| {
        if id == fact {
            leads = Some(figure);
        }
    });
    leads
}

fn table_markup(edition: &Edition, figure: &Figure, id: &str, table: &Table) -> Markup {
    // The spoken text is written only for rows with a mark, and the raw value only where the figure can be heard.
    let audible = !figure.drawing.audible().is_empty();
    let words = PageWords::of(edition.locale);
    let article = edition.story.first_language();
    html! {
        div.scroll role="region" aria-labelledby=(id) tabindex="0" {
            table {
                caption id=(id) { (table.caption) }
                thead { tr { @for column in &table.columns { th scope="col" { (column) } } } }
                tbody {
                    @for row in &table.rows {
                        tr data-fact=(row.fact_id) data-spoken=[row.said_otherwise(words.comma).filter(|_| row.in_drawing)] data-raw=[row.raw.as_ref().filter(|_| audible)] data-leads=[leads(figure, &row.fact_id)] {
                            @for (place, cell) in row.cells.iter().enumerate() {
                                @if place == 0 {
                                    th scope="row" { (cell) @if let Some(note) = &row.note { " " small { (note) } } }
                                } @else {
                                    td {
                                        @if place + 1 == row.cells.len() && row.printed.is_some() { (imprint::to_article(edition, cell)) } @else { (cell) }
                                        @if let Some(printed) = row.printed.as_ref().filter(|_| place + 1 == row.cells.len()) {
                                            " " q lang=(article.tag()) { (printed) }
                                        }
                                    }
                                }
                            }
                        }
                    }
                }
            }
        }
    }
}
