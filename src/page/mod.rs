//! The page as HTML: one text for the published page, for the page that grows in a browser, and for a single figure.
//!
//! In: an [`Edition`] and the stills of its figures. Out: markup in which every title, note, number and table stands as
//! text. The shell adds what reacts to the reader; without it the page is whole. Nothing here knows the network or a document.

#[cfg(feature = "standalone")]
pub mod data;
#[cfg(feature = "standalone")]
pub mod document;
mod figure;
#[cfg(feature = "standalone")]
pub mod files;
mod grid;
pub(crate) mod imprint;
mod index;
#[cfg(feature = "standalone")]
mod linked_data;
pub(crate) mod masthead;
#[cfg(feature = "standalone")]
pub mod oembed;
#[cfg(feature = "standalone")]
pub mod share;
#[cfg(feature = "standalone")]
pub mod site;
#[cfg(feature = "standalone")]
pub mod snippet;
pub mod still;
pub mod words;

use maud::{Markup, PreEscaped, html};

use crate::edition::Edition;
use crate::paint::svg;
use crate::scene::Ink;
use crate::story::{Chapter, Figure, Width};
use figure::Place;
use still::Still;
use words::PageWords;

/// Gives what stands in a figure, by its id, until it is live, for the width that it has among others; nothing where the page
/// comes alive at once.
pub type Stills<'a> = &'a dyn Fn(&str, Width) -> Option<Still>;

/// Everything inside `<body>`. `other_language` is the address of the page in the other language, if there is one; `foot` is what the
/// page's foot offers besides.
pub fn body(edition: &Edition, other_language: &str, stills: Stills<'_>, foot: Option<&Markup>) -> Markup {
    let words = PageWords::of(edition.locale);
    let story = &edition.story;
    let opening = masthead::opening(story).map_or(0, |_| 1);
    html! {
        a.skip href="#story" { (words.skip) }
        (masthead::masthead(edition, other_language, stills))
        nav.chapters.night[opening > 0] aria-label=(words.chapters) {
            ol {
                @for chapter in story.chapters.iter().skip(opening) {
                    li { a href={ "#" (chapter.id) } { (edition.fill(&chapter.title)) } }
                }
                li { a href="#numbers" { (words.numbers) } }
            }
        }
        main #story {
            @for (chapter, number) in story.numbered_chapters().skip(opening) { (section(edition, chapter, number, stills)) }
            (index::index(edition))
        }
        footer #method {
            h2 { (words.method) }
            @for paragraph in &story.method { p { (edition.fill(paragraph)) } }
            p.credit { (imprint::to_article(edition, edition.text(&story.source.credit))) }
            (imprint::disclosure(edition, true))
            @if let Some(foot) = foot { (foot) }
        }
        (shell_words(&words))
    }
}

/// The words that the shell speaks, as data attributes: `data-theme-auto` is its `dataset.themeAuto`.
fn shell_words(words: &PageWords) -> Markup {
    let attribute = |(name, word): (&str, &str)| format!(" data-{}=\"{}\"", name.replace('_', "-"), svg::escape(word));
    PreEscaped(format!("<template id=\"words\"{}></template>", words.pairs().map(attribute).collect::<String>()))
}

/// One figure as a page of its own: everything inside `<body>`, for a frame in another page. `home` is the address of the
/// whole page.
pub fn single(edition: &Edition, figure: &Figure, home: &str, stills: Stills<'_>) -> Markup {
    let words = PageWords::of(edition.locale);
    html! {
        main.single.night[figure.drawing.opens_page()] #story { (figure::markup(edition, figure, Place::Alone(home), stills)) }
        (shell_words(&words))
    }
}

fn section(edition: &Edition, chapter: &Chapter, number: Option<usize>, stills: Stills<'_>) -> Markup {
    html! {
        section.chapter.(hue(number)) id=(chapter.id) aria-labelledby={ (chapter.id) "-title" } {
            header {
                h2 id={ (chapter.id) "-title" } { (title(edition, chapter, number)) }
                p.lead { (edition.fill(&chapter.lead)) }
            }
            @for row in grid::rows(&chapter.figures) {
                div.row {
                    @for (figure, width) in row { (figure::markup(edition, figure, Place::Among(width), stills)) }
                }
            }
        }
    }
}

/// A chapter's number and title; the chapter that opens the page has no number.
fn title(edition: &Edition, chapter: &Chapter, number: Option<usize>) -> Markup {
    html! {
        @if let Some(number) = number { span.number { (format!("{number:02}")) } " " }
        (edition.fill(&chapter.title))
    }
}

/// The class that gives a chapter its colour: the name of its ink.
fn hue(number: Option<usize>) -> &'static str {
    number.map_or("", |number| Ink::hue(number - 1).name())
}
