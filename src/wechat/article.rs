//! The fragments: texts as text, which the editor may change after pasting, around the drawings.
//!
//! A text has no colour of its own, so that it is read on whatever ground the messenger's theme gives it.

use kurbo::{Size, Vec2};
use maud::{Markup, PreEscaped, html};

use super::WechatError;
use super::drawing::{self, WIDTH, framed};
use crate::describe;
use crate::edition::Edition;
use crate::page::document::page_path;
use crate::page::imprint;
use crate::page::masthead::opening;
use crate::page::site::Site;
use crate::page::words::PageWords;
use crate::paint::svg::{escape, plain_shapes};
use crate::paint::theme::{LIGHT, NIGHT, hex};
use crate::plate::{MissingFact, Plate};
use crate::poster::code;
use crate::scene::Ink;
use crate::story::{Chapter, Figure};

/// Sizes in px: the messenger's own text size is the reader's to choose, and larger texts have room to grow.
const TITLE: &str = "margin:0 0 12px;font-size:24px;line-height:1.4;font-weight:700";
const CHAPTER: &str =
    "margin:40px 0 8px;padding:12px 0 0;font-size:21px;line-height:1.4;font-weight:700;border-top:3px solid ";
const FIGURE: &str = "margin:28px 0 4px;font-size:18px;line-height:1.4;font-weight:700";
const BODY: &str = "margin:0 0 12px;font-size:16px;line-height:1.75";
const SMALL: &str = "margin:8px 0;font-size:14px;line-height:1.6";

/// The whole story.
pub(super) fn whole(edition: &Edition, plate: &Plate, site: Option<&Site>) -> Result<String, WechatError> {
    let (story, words) = (&edition.story, PageWords::of(edition.locale));
    let opening = opening(story);
    let mut chapters = String::new();
    for (chapter, number) in story.numbered_chapters().skip(opening.iter().len()) {
        chapters.push_str(&heading(edition, chapter, number).into_string());
        for figure in &chapter.figures {
            chapters.push_str(&among(edition, plate, figure)?);
        }
    }
    let mut first = String::new();
    for figure in opening.iter().flat_map(|chapter| &chapter.figures) {
        first.push_str(&drawing(edition, plate, figure)?);
        first.push_str(&paragraph(&edition.fill(&figure.subtitle), SMALL).into_string());
        first.push_str(&remarks(edition, figure).into_string());
    }
    let code = match site {
        Some(site) => code_of(&site.at(&page_path(&edition.story.locales, edition.locale)), words.scan)?,
        None => String::new(),
    };
    let markup = html! {
        section {
            (paragraph(edition.text(&story.source.publication), SMALL))
            h2 style=(TITLE) { (text(&edition.fill(&story.title))) }
            (paragraph(&edition.fill(&story.lead), BODY))
            (paragraph(edition.text(&story.source.date), SMALL))
            @for line in imprint::lines(edition).iter().chain(&imprint::corrections(edition)) { (paragraph(line, SMALL)) }
            (paragraph(words.wechat_hint, SMALL))
            (PreEscaped(first))
            @if let Some(chapter) = opening {
                p style=(BODY) { strong { (text(&edition.fill(&chapter.title))) } " " (text(&edition.fill(&chapter.lead))) }
            }
            (PreEscaped(chapters))
            h2 style={ (CHAPTER) (hex(LIGHT.get(Ink::Muted))) } { (words.method) }
            @for said in &story.method { (paragraph(&edition.fill(said), SMALL)) }
            (paragraph(edition.text(&story.source.credit), SMALL))
            (PreEscaped(code))
            @if let Some(site) = site {
                (paragraph(words.scan, SMALL))
                (paragraph(site.root(), SMALL))
            }
        }
    };
    Ok(markup.into_string())
}

/// A figure by itself.
pub(super) fn alone(edition: &Edition, plate: &Plate, figure: &Figure) -> Result<String, WechatError> {
    let markup = html! {
        section {
            (PreEscaped(among(edition, plate, figure)?))
            (paragraph(PageWords::of(edition.locale).wechat_hint, SMALL))
            (paragraph(edition.text(&edition.story.source.credit), SMALL))
        }
    };
    Ok(markup.into_string())
}

fn heading(edition: &Edition, chapter: &Chapter, number: Option<usize>) -> Markup {
    let ink = number.map_or(Ink::Muted, |number| Ink::hue(number - 1));
    html! {
        h2 style={ (CHAPTER) (hex(LIGHT.get(ink))) } {
            @if let Some(number) = number { (format!("{number:02} ")) }
            (text(&edition.fill(&chapter.title)))
        }
        (paragraph(&edition.fill(&chapter.lead), BODY))
    }
}

/// A figure with its title, what it counts, how it is read, and its notes.
fn among(edition: &Edition, plate: &Plate, figure: &Figure) -> Result<String, WechatError> {
    let markup = html! {
        h3 style=(FIGURE) { (text(&edition.fill(&figure.title))) }
        (paragraph(&edition.fill(&figure.subtitle), SMALL))
        (PreEscaped(drawing(edition, plate, figure)?))
        (remarks(edition, figure))
    };
    Ok(markup.into_string())
}

fn remarks(edition: &Edition, figure: &Figure) -> Markup {
    html! {
        (paragraph(&edition.fill(&figure.reading), SMALL))
        @for note in &figure.notes { (paragraph(&edition.fill(&note.text), SMALL)) }
    }
}

fn drawing(edition: &Edition, plate: &Plate, figure: &Figure) -> Result<String, WechatError> {
    let spec = plate.figure(&figure.id).ok_or_else(|| MissingFact { what: "figure", id: figure.id.clone() })?;
    drawing::svg(plate, spec, &describe::table(edition, figure)?)
}

/// An address as a code to scan; nothing for one that is too long.
fn code_of(address: &str, title: &str) -> Result<String, WechatError> {
    let Some(code) = code::scene(address) else { return Ok(String::new()) };
    let (side, air) = (code.size.width, 20.0);
    let code = code.moved(Vec2::new((WIDTH - side) / 2.0, air));
    Ok(framed(title, Size::new(WIDTH, side + 2.0 * air), &NIGHT, &plain_shapes(&code, &NIGHT)?))
}

fn paragraph(said: &str, style: &str) -> Markup {
    html! { p style=(style) { (text(said)) } }
}

/// A text of the story; maud would let characters pass that no XML allows.
fn text(said: &str) -> Markup {
    PreEscaped(escape(&in_one_line(said)))
}

/// A text without line breaks: editors make paragraphs of them.
fn in_one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}
