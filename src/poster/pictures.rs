//! The pictures of a site, by their names there: each as SVG with how much larger it is drawn in pixels. None can be made of a figure
//! that names what the story lacks.

use kurbo::Size;
use plotters_backend::DrawingErrorKind;

use super::{Measures, Poster};
use crate::edition::Edition;
use crate::figure::LayoutError;
use crate::page::share::{CARD, card_path, chapter_card_path, poster_path};
use crate::page::site::Site;
use crate::paint::NoPixels;
use crate::plate::Plate;
use crate::wechat;

/// The tallest picture, in px: what messengers still show whole. A taller story is drawn smaller.
const TALLEST: f64 = 12_000.0;
/// How many px of the long picture a CSS px becomes.
const RATIO: f64 = 2.0;
/// How wide a chapter's card is, in px.
const CHAPTER_WIDTH: f64 = 1080.0;
/// How wide a figure is drawn for articles inside a messenger, in px.
const WECHAT_WIDTH: f64 = 1080.0;

/// Why a picture cannot be written.
#[derive(Debug, thiserror::Error)]
pub enum PictureError {
    /// A figure cannot be laid out.
    #[error(transparent)]
    Layout(#[from] LayoutError),
    /// A text cannot be written.
    #[error(transparent)]
    Drawing(#[from] DrawingErrorKind<NoPixels>),
}

/// A picture, to be drawn in pixels.
#[derive(Clone, Debug, PartialEq)]
pub struct Picture {
    /// Its name as PNG, seen from the site's folder.
    pub name: String,
    /// As SVG.
    pub svg: String,
    /// Its size in the SVG, in CSS px.
    pub size: Size,
    /// How many px of the PNG are one CSS px.
    pub ratio: f64,
}

/// The whole story as one tall picture.
pub fn whole(
    edition: &Edition,
    plate: &Plate,
    site: Option<&Site>,
    measures: Measures<'_>,
) -> Result<Picture, PictureError> {
    let poster = Poster::whole(edition, plate, site, measures)?;
    let ratio = RATIO.min(TALLEST / poster.size.height);
    let name = poster_path(edition.locale, "png");
    picture(name, &poster, edition, &edition.fill(&edition.story.title), ratio)
}

/// A card for each chapter that has a number.
pub fn chapters(edition: &Edition, plate: &Plate, measures: Measures<'_>) -> Result<Vec<Picture>, PictureError> {
    let mut pictures = Vec::new();
    for (chapter, number) in edition.story.numbered_chapters() {
        let Some(number) = number else { continue };
        let card = Poster::of_chapter(edition, plate, (chapter, number), measures)?;
        let name = chapter_card_path(&chapter.id, edition.locale);
        let ratio = CHAPTER_WIDTH / card.size.width;
        pictures.push(picture(name, &card, edition, &edition.fill(&chapter.title), ratio)?);
    }
    Ok(pictures)
}

/// A share card for each figure.
pub fn cards(edition: &Edition, plate: &Plate, measures: Measures<'_>) -> Result<Vec<Picture>, PictureError> {
    let room = Size::new(f64::from(CARD.0), f64::from(CARD.1));
    let mut pictures = Vec::new();
    for figure in &plate.figures {
        let card = Poster::of_figure(plate, figure, room, measures)?;
        let ratio = room.width / card.size.width;
        pictures.push(picture(card_path(&figure.id, edition.locale), &card, edition, &figure.caption.title, ratio)?);
    }
    Ok(pictures)
}

/// Each figure's drawing for articles inside a messenger.
pub fn drawings(edition: &Edition, plate: &Plate) -> Result<Vec<Picture>, PictureError> {
    let mut pictures = Vec::new();
    for figure in &plate.figures {
        let drawing = wechat::picture(plate, figure)?;
        let name = wechat::path(&figure.id, edition.locale, "png");
        let ratio = WECHAT_WIDTH / drawing.size.width;
        pictures.push(picture(name, &drawing, edition, &figure.caption.title, ratio)?);
    }
    Ok(pictures)
}

fn picture(name: String, poster: &Poster, edition: &Edition, title: &str, ratio: f64) -> Result<Picture, PictureError> {
    Ok(Picture { name, svg: poster.svg(edition.locale, title)?, size: poster.size, ratio })
}
