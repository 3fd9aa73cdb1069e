//! The page as HTML: one text for the published page, for the page that grows in a browser, and for a single figure.
//!
//! In: an [`Edition`] and the drawings of its figures. Out: markup in which every title, note, number and table stands as
//! text. The shell adds what answers; without it the page is whole. Nothing here knows the network or a document.

#[cfg(feature = "cli")]
pub mod document;
#[cfg(feature = "cli")]
#[cfg(feature = "cli")]
pub mod oembed;
#[cfg(feature = "cli")]
pub mod share;
#[cfg(feature = "cli")]
pub mod site;
#[cfg(feature = "cli")]
pub mod snippet;
pub mod still;
pub mod words;

use maud::{Markup, PreEscaped, html};

use crate::describe::{self, IndexRow, Table};
use crate::edition::{Edition, MissingFact};
use crate::paint::svg;
use crate::story::{Chapter, Drawing, Figure, Locale};
use words::PageWords;

/// Gives the still drawing of a figure by its id, if there is one.
pub type Drawings<'a> = &'a dyn Fn(&str) -> Option<String>;

/// Everything inside `<body>`. `other_language` is the address of the page in the other language.
pub fn body(edition: &Edition, other_language: &str, drawings: Drawings<'_>) -> Markup {
    let words = PageWords::of(edition.locale);
    let story = &edition.story;
    let other = Locale::ALL.into_iter().find(|locale| *locale != edition.locale).unwrap_or(edition.locale);
    html! {
        a.skip href="#story" { (words.skip) }
        header.masthead {
            div.tools #tools {
                a.language hreflang=(other.tag()) lang=(other.tag()) href=(other_language) data-lang=(other.code()) { (words.other_language) }
            }
            p.kicker { (edition.text(&story.source.publication)) }
            h1 { (edition.fill(&story.title)) }
            p.lead { (edition.fill(&story.lead)) }
            p.date { (edition.fill(&story.source.date)) }
        }
        nav.chapters aria-label=(words.chapters) {
            ol {
                @for chapter in &story.chapters {
                    li { a href={ "#" (chapter.id) } { (edition.text(&chapter.title)) } }
                }
                li { a href="#numbers" { (words.numbers) } }
            }
        }
        main #story {
            @for chapter in &story.chapters { (section(edition, chapter, drawings)) }
            (index(edition))
        }
        footer #method {
            h2 { (words.method) }
            @for paragraph in &story.method { p { (edition.fill(paragraph)) } }
            p.credit { (edition.text(&story.source.credit)) }
        }
        (shell_words(&words))
    }
}

/// The words that the shell speaks, as data attributes: `data-theme-auto` is its `dataset.themeAuto`.
fn shell_words(words: &PageWords) -> Markup {
    let attribute =
        |(name, word): (&str, &str)| [" data-", &name.replace('_', "-"), "=\"", &svg::escape(word), "\""].concat();
    PreEscaped(["<template id=\"words\"", &words.pairs().map(attribute).collect::<String>(), "></template>"].concat())
}

/// One figure as a page of its own: everything inside `<body>`, for a frame in another page. `home` is the address of the
/// whole page.
pub fn single(edition: &Edition, figure: &Figure, home: &str, drawings: Drawings<'_>) -> Markup {
    let words = PageWords::of(edition.locale);
    html! {
        main.single #story { (figure_markup(edition, figure, drawings, Some(home))) }
        (shell_words(&words))
    }
}

fn section(edition: &Edition, chapter: &Chapter, drawings: Drawings<'_>) -> Markup {
    html! {
        section.chapter id=(chapter.id) aria-labelledby={ (chapter.id) "-title" } {
            header {
                h2 id={ (chapter.id) "-title" } { (edition.text(&chapter.title)) }
                p.lead { (edition.fill(&chapter.lead)) }
            }
            @for figure in &chapter.figures { (figure_markup(edition, figure, drawings, None)) }
        }
    }
}

/// A figure among others, or by itself: then `home` is the address of the whole page, and the notes are folded away with the
/// table, since a frame in another page has to be short.
fn figure_markup(edition: &Edition, figure: &Figure, drawings: Drawings<'_>, home: Option<&str>) -> Markup {
    let words = PageWords::of(edition.locale);
    let id = |part: &str| [&figure.id, "-", part].concat();
    let audible: Vec<&str> = figure.drawing.audible().into_iter().map(String::as_str).collect();
    let audible = (audible.len() > 1).then(|| audible.join(" "));
    html! {
        figure.figure id=(figure.id) data-audible=[audible] aria-labelledby=(id("title")) aria-describedby={ (id("reading")) " " (id("summary")) } {
            @if home.is_none() {
                h3 id=(id("title")) { (edition.fill(&figure.title)) }
            } @else {
                h1 id=(id("title")) { (edition.fill(&figure.title)) }
            }
            p.subtitle { (edition.fill(&figure.subtitle)) }
            div.stage { (PreEscaped(drawings(&figure.id).unwrap_or_default())) }
            p.reading id=(id("reading")) { (edition.fill(&figure.reading)) }
            @if home.is_none() { (notes(edition, figure)) }
            details.data {
                summary { @if home.is_none() { (words.table) } @else { (words.notes_and_table) } }
                @if home.is_some() { (notes(edition, figure)) }
                p.summary id=(id("summary")) { (or_missing(describe::summary(edition, figure))) }
                @match describe::table(edition, figure) {
                    Ok(table) => (table_markup(figure, &id("table"), &table, edition.locale)),
                    Err(missing) => p.fault { (missing.to_string()) },
                }
            }
            figcaption {
                (edition.text(&edition.story.source.credit))
                @if let Some(home) = home {
                    a.whole href={ (home) "#" (figure.id) } target="_blank" rel="noopener" { (words.whole) }
                }
            }
        }
    }
}

fn notes(edition: &Edition, figure: &Figure) -> Markup {
    html! {
        @if !figure.notes.is_empty() {
            ul.notes aria-label=(PageWords::of(edition.locale).notes) {
                @for note in &figure.notes { li { (edition.fill(&note.text)) } }
            }
        }
    }
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

fn table_markup(figure: &Figure, id: &str, table: &Table, locale: Locale) -> Markup {
    // What a mark says, and how it sounds, is needed only where there are marks, and sounds.
    let audible = !figure.drawing.audible().is_empty();
    let words = PageWords::of(locale);
    html! {
        div.scroll role="region" aria-labelledby=(id) tabindex="0" {
            table {
                caption id=(id) { (table.caption) }
                thead { tr { @for column in &table.columns { th scope="col" { (column) } } } }
                tbody {
                    @for row in &table.rows {
                        tr data-fact=(row.fact_id) data-spoken=[row.said_otherwise(words.comma).filter(|_| row.in_drawing)] data-raw=[audible.then_some(&row.raw)] data-leads=[leads(figure, &row.fact_id)] {
                            @for (place, cell) in row.cells.iter().enumerate() {
                                @if place == 0 {
                                    th scope="row" { (cell) @if !row.note.is_empty() { " " small { (row.note) } } }
                                } @else if place + 1 == row.cells.len() && !row.printed.is_empty() {
                                    td { (cell) " " q lang=(Locale::Zh.tag()) { (row.printed) } }
                                } @else {
                                    td { (cell) }
                                }
                            }
                        }
                    }
                }
            }
        }
    }
}

/// The index of all numbers.
fn index(edition: &Edition) -> Markup {
    let words = PageWords::of(edition.locale);
    html! {
        section.chapter #numbers aria-labelledby="numbers-title" {
            header {
                h2 #numbers-title { (words.numbers) }
                p.lead { (words.numbers_lead) }
            }
            p.index-tools {}
            table.index aria-labelledby="numbers-title" {
                thead {
                    tr {
                        @for column in [words.what, words.value, words.period, words.paragraph, words.figure] {
                            th scope="col" { (column) }
                        }
                    }
                }
                // In portions, which a browser can lay out one by one.
                @for rows in describe::all_facts(edition).chunks(12) {
                    tbody { @for row in rows { (index_row(edition, row)) } }
                }
            }
        }
    }
}

fn index_row(edition: &Edition, row: &IndexRow) -> Markup {
    let title = edition.figure(&row.figure).map(|figure| edition.fill(&figure.title));
    html! {
        tr {
            th scope="row" { (row.label) }
            td.value data-sort=(row.sort) { (row.value) }
            td { (row.period) }
            td { (row.source) }
            td { @if let Some(title) = title { a href={ "#" (row.figure) } { (title) } } }
        }
    }
}
