//! Tall pictures to send round: the whole story as a long one, and a chapter as a card.
//!
//! In: an [`Edition`] with its [`Plate`], and where the site is published, if that is known. Out: a [`Poster`], which is scenes at
//! their places. Pixels and PDF are made from the same scenes.
//!
//! ```text
//! ┌──────────────────┐
//! │ title            │  night
//! │ what opens       │
//! ├──────────────────┤
//! │ 01 Chapter       │  light
//! │ figure           │
//! │ figure │ figure  │
//! │ …                │
//! ├──────────────────┤
//! │ source      code │  night
//! └──────────────────┘
//! ```

mod block;
mod card;
pub(crate) mod code;
pub mod pictures;
mod rows;
mod svg;

use kurbo::{Size, Vec2};

use crate::edition::Edition;
use crate::figure::LayoutError;
use crate::page::document::page_path;
use crate::page::imprint;
use crate::page::site::Site;
use crate::page::still;
use crate::page::words::PageWords;
use crate::plate::{FigureSpec, Plate};
use crate::scene::{Ink, Shape};
use crate::story::Chapter;
use block::Style;
pub use block::{Block, Face, Measures, Part};
use rows::Choice;
pub use svg::LATIN;

/// How wide the long picture is, in CSS px.
pub const WIDTH: f64 = 540.0;
/// Left and right of everything.
const MARGIN: f64 = 20.0;
/// Above and below the content of one ground, and between figures.
const AIR: f64 = 28.0;
/// Between two figures side by side.
const GUTTER: f64 = 20.0;

const TITLE: Style = Style::heading(36.0, Ink::Text);
const CHAPTER: Style = Style::heading(26.0, Ink::Text);
const FIGURE: Style = Style::heading(18.0, Ink::Text);
const BODY: Style = Style::plain(14.0, Ink::Text);
const SMALL: Style = Style::plain(12.0, Ink::Muted);

/// A tall picture, laid out.
#[derive(Clone, Debug, PartialEq)]
pub struct Poster {
    /// How large it is, in CSS px.
    pub size: Size,
    /// From the top down, each as wide as the picture, as high together.
    pub bands: Vec<Band>,
}

/// The content of one ground.
#[derive(Clone, Debug, PartialEq)]
pub struct Band {
    /// Its ground.
    pub ground: Ground,
    /// Its content.
    pub block: Block,
}

/// The ground of a band, which decides its colours.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Ground {
    /// The page's light ground.
    Light,
    /// The night ground of what opens and closes the story.
    Night,
}

impl Poster {
    /// Lays the long picture out.
    ///
    /// # Errors
    /// A figure names a fact that the story lacks.
    pub fn whole(
        edition: &Edition,
        plate: &Plate,
        site: Option<&Site>,
        measures: Measures<'_>,
    ) -> Result<Self, LayoutError> {
        let (mut opening, mut chapters) = (title(edition, measures), Block::default());
        for (chapter, number) in edition.story.chapters.iter().zip(edition.story.chapter_numbers()) {
            let figures = figures(plate, &specs(plate, chapter), WIDTH, measures)?;
            let Some(number) = number else {
                opening.below(figures);
                continue;
            };
            chapters.below(heading(edition, chapter, number, WIDTH, measures));
            chapters.below(figures);
        }
        opening.skip(AIR);
        chapters.skip(AIR);
        let bands = vec![
            Band { ground: Ground::Night, block: opening },
            Band { ground: Ground::Light, block: chapters },
            Band { ground: Ground::Night, block: source(edition, site, measures) },
        ];
        let height = bands.iter().map(|band| band.block.height).sum();
        Ok(Self { size: Size::new(WIDTH, height), bands })
    }

    /// Every line of text in it, in reading order.
    pub fn texts(&self) -> impl Iterator<Item = &str> {
        let parts = self.bands.iter().flat_map(|band| &band.block.parts);
        let items = parts.flat_map(|part| &part.scene.marks).flat_map(|mark| &mark.items);
        items.filter_map(|item| match &item.shape {
            Shape::Text(label) => Some(label.text.as_str()),
            _ => None,
        })
    }
}

/// From the left edge, and how wide.
type Column = (f64, f64);

/// The part of a picture's width between its margins.
fn column(width: f64) -> Column {
    (MARGIN, width - 2.0 * MARGIN)
}

/// The story's title.
fn title(edition: &Edition, measures: Measures<'_>) -> Block {
    let story = &edition.story;
    let mut block = Block::default();
    block.skip(AIR);
    block.text(edition.text(&story.source.publication), BODY, column(WIDTH), measures);
    block.skip(8.0);
    block.text(&edition.fill(&story.title), TITLE, column(WIDTH), measures);
    block.skip(20.0);
    block
}

/// A chapter's number and title under a line of its colour.
fn heading(edition: &Edition, chapter: &Chapter, number: usize, width: f64, measures: Measures<'_>) -> Block {
    let (hue, (left, inner)) = (Ink::hue(number - 1), column(width));
    let mut block = Block::default();
    block.skip(AIR);
    block.rule(hue, 2.0, (left, inner));
    block.skip(12.0);
    let line = block.height;
    block.text(&format!("{number:02}"), Style { ink: hue, ..CHAPTER }, (left, inner), measures);
    block.height = line;
    let indent = CHAPTER.font.size * 1.7;
    block.text(&edition.fill(&chapter.title), CHAPTER, (left + indent, inner - indent), measures);
    block.skip(16.0);
    block
}

fn specs<'a>(plate: &'a Plate, chapter: &Chapter) -> Vec<&'a FigureSpec> {
    chapter.figures.iter().filter_map(|figure| plate.figure(&figure.id)).map(AsRef::as_ref).collect()
}

/// Some figures in the rows that are lowest, in a picture of that width.
fn figures(plate: &Plate, figures: &[&FigureSpec], width: f64, measures: Measures<'_>) -> Result<Block, LayoutError> {
    let (_, inner) = column(width);
    let half = (inner - GUTTER) / 2.0;
    let mut choices = Vec::new();
    for figure in figures {
        let [whole, half] = [inner, half].map(|width| self::figure(plate, figure, width, measures));
        choices.push(Choice { whole: whole?, half: half? });
    }
    Ok(rows::lowest(choices, AIR, half + GUTTER))
}

/// A figure with its title and what it counts.
fn figure(plate: &Plate, figure: &FigureSpec, width: f64, measures: Measures<'_>) -> Result<Block, LayoutError> {
    let mut block = Block::default();
    block.text(&figure.caption.title, FIGURE, (MARGIN, width), measures);
    block.skip(4.0);
    block.text(&figure.caption.subtitle, SMALL, (MARGIN, width), measures);
    block.skip(14.0);
    block.drawing(still::scene(plate, figure, width, measures.plain)?, MARGIN);
    Ok(block)
}

/// Where all of it comes from, and the way to the page.
fn source(edition: &Edition, site: Option<&Site>, measures: Measures<'_>) -> Block {
    let (source, words) = (&edition.story.source, PageWords::of(edition.locale));
    let code = site.and_then(|site| code::scene(&site.at(&page_path(&edition.story.locales, edition.locale))));
    let (left, inner) = column(WIDTH);
    let taken = code.as_ref().map_or(0.0, |code| code.size.width + GUTTER);
    let beside = (left, inner - taken);
    let mut block = Block::default();
    block.skip(AIR);
    let top = block.height;
    block.text(edition.text(&source.credit), BODY, beside, measures);
    block.skip(4.0);
    block.text(edition.text(&source.date), SMALL, beside, measures);
    for line in imprint::lines(edition).into_iter().chain(imprint::corrections(edition)) {
        block.text(&line, SMALL, beside, measures);
    }
    if let (Some(site), Some(code)) = (site, code) {
        block.skip(16.0);
        block.text(words.scan, BODY, beside, measures);
        block.skip(4.0);
        block.text(site.root(), SMALL, beside, measures);
        let mut right = Block::default();
        right.drawing(code, left + inner - taken + GUTTER);
        block.overlay(right, Vec2::new(0.0, top));
    }
    block.skip(AIR);
    block
}
