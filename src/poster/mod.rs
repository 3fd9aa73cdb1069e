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
use crate::figure::{self, Frame, LayoutError};
use crate::page::document::page_path;
use crate::page::imprint;
use crate::page::site::Site;
use crate::page::words::PageWords;
use crate::plate::{FigureSpec, Plate};
use crate::scene::{Ink, Shape};
use crate::story::{Chapter, Drawing};
use block::Style;
pub use block::{Block, Face, Measures, Part};
use rows::{Choice, Spacing};
pub use svg::LATIN;

/// How wide the long picture is, in CSS px.
pub const WIDTH: f64 = 540.0;
/// Left and right of everything.
const MARGIN: f64 = 12.0;
/// Above and below the content of one ground, and between figures.
const AIR: f64 = 14.0;
/// Between two figures side by side.
const GUTTER: f64 = 16.0;
/// How wide one of two columns is, with the margins that it shares with the other one.
const HALF: f64 = (WIDTH - GUTTER) / 2.0 + MARGIN;

const TITLE: Style = Style::heading(36.0, Ink::Text);
const CHAPTER: Style = Style::heading(23.0, Ink::Text);
const FIGURE: Style = Style::heading(17.0, Ink::Text);
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
        let (mut opening, mut numbered) = (title(edition, measures), Vec::new());
        for (chapter, number) in edition.story.numbered_chapters() {
            let specs = specs(plate, chapter);
            let Some(number) = number else {
                opening.below(figures(plate, &specs, WIDTH, measures)?);
                continue;
            };
            let laid_out = |width| {
                let mut block = heading(edition, chapter, number, width, measures);
                block.below(figures(plate, &specs, width, measures)?);
                Ok::<_, LayoutError>(block)
            };
            let half = if specs.iter().all(|figure| halves(figure)) { Some(laid_out(HALF)?) } else { None };
            numbered.push(Choice { whole: laid_out(WIDTH)?, half });
        }
        opening.skip(AIR);
        let mut chapters = rows::lowest(&numbered, Spacing { gap: 0.0, second: HALF - 2.0 * MARGIN + GUTTER });
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

/// The story's title and what it is about.
fn title(edition: &Edition, measures: Measures<'_>) -> Block {
    let story = &edition.story;
    let mut block = Block::default();
    block.skip(AIR);
    block.text(edition.text(&story.source.publication), BODY, column(WIDTH), measures);
    block.skip(4.0);
    block.text(&edition.fill(&story.title), TITLE, column(WIDTH), measures);
    block.skip(4.0);
    block.text(&edition.fill(&story.lead), BODY, column(WIDTH), measures);
    block.skip(AIR);
    block
}

/// A chapter's number and title under a line of its colour.
fn heading(edition: &Edition, chapter: &Chapter, number: usize, width: f64, measures: Measures<'_>) -> Block {
    let (hue, (left, inner)) = (Ink::hue(number - 1), column(width));
    let mut block = Block::default();
    block.skip(AIR);
    block.rule(hue, 2.0, (left, inner));
    block.skip(5.0);
    let (line, indent) = (block.height, CHAPTER.font.size * 1.5);
    block.text(&format!("{number:02}"), Style { ink: hue, ..CHAPTER }, (left, indent), measures);
    block.height = line;
    block.text(&edition.fill(&chapter.title), CHAPTER, (left + indent, inner - indent), measures);
    block.skip(6.0);
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
        let laid_out = |width| self::figure(plate, figure, width, measures);
        let half = if half >= figure::MIN_WIDTH && halves(figure) { Some(laid_out(half)?) } else { None };
        choices.push(Choice { whole: laid_out(inner)?, half });
    }
    Ok(rows::lowest(&choices, Spacing { gap: AIR, second: half + GUTTER }))
}

/// Whether a figure can be read over half of the width: a week's departures come out too small to be told apart there.
const fn halves(figure: &FigureSpec) -> bool {
    !matches!(figure.drawing, Drawing::Week(_))
}

/// A figure with its title and what it counts.
fn figure(plate: &Plate, figure: &FigureSpec, width: f64, measures: Measures<'_>) -> Result<Block, LayoutError> {
    let mut block = Block::default();
    block.text(&figure.caption.title, FIGURE, (MARGIN, width), measures);
    block.skip(2.0);
    block.text(&figure.caption.subtitle, SMALL, (MARGIN, width), measures);
    block.skip(6.0);
    let choice = figure.opening_choice.into();
    let frame =
        Frame { plate, width, hue: figure.hue, text_scale: 1.0, touched: false, choice, measure: measures.plain };
    block.drawing(figure::layout(&figure.drawing, &frame)?, MARGIN);
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
