//! `story cards`: each figure as a picture for share cards, in pixels.
//!
//! ```text
//! card ─▶ Scene, as large as fits ─▶ SVG ─▶ resvg, with the machine's own fonts ─▶ PNG
//! ```

use std::path::Path;

use infographic::edition::Edition;
use infographic::figure::{self, Frame};
use infographic::page::share::{CARD, card_path};
use infographic::paint::svg::{FONTS, picture};
use infographic::paint::theme::LIGHT;
use infographic::plate::{FigureSpec, MissingFact, Plate};
use infographic::scene::{Ink, Scene};
use infographic::story::{Locale, Story};
use infographic::text::TableMeasure;
use resvg::tiny_skia::{Color, Pixmap, Transform};
use resvg::usvg::fontdb::{Database, Family, Query};
use resvg::usvg::{Options, Tree};

use super::pages::{PagesError, save};

/// Fonts for English, tried first: Chinese ones set its quotation marks a whole em wide, and the renderer knows no system-ui.
const LATIN: &str = "'Helvetica Neue','Segoe UI',Roboto,'Noto Sans',Arial,'Liberation Sans','DejaVu Sans',";

/// Why cards cannot be drawn.
#[derive(Debug, thiserror::Error)]
pub(crate) enum CardsError {
    /// As for pages.
    #[error("{0}")]
    Pages(#[from] PagesError),
    /// Chinese would come out as empty boxes.
    #[error("no Chinese font that the figures ask for is installed; on Debian: apt-get install fonts-noto-cjk")]
    Font,
    /// The renderer gives up.
    #[error("cannot draw the card of `{figure}`: {reason}")]
    Draw {
        /// The figure.
        figure: String,
        /// What the renderer says.
        reason: String,
    },
}

/// Draws the cards of every figure in every language below a folder; returns how many.
pub(crate) fn write(story: &Story, out: &Path) -> Result<usize, CardsError> {
    let mut options = Options::default();
    options.fontdb_mut().load_system_fonts();
    if !has_chinese(&options.fontdb) {
        return Err(CardsError::Font);
    }
    let mut files = Vec::new();
    for locale in story.locales.iter().copied() {
        let plate = Edition::new(story.clone(), locale).map_err(PagesError::from)?.plate();
        for figure in &plate.figures {
            files.push((card_path(&figure.id, locale), card(&plate, figure, &options)?));
        }
    }
    save(&files, out)?;
    Ok(files.len())
}

/// Whether the machine has one of the Chinese fonts that the figures name.
fn has_chinese(fonts: &Database) -> bool {
    let named = FONTS.split(',').filter_map(|name| name.strip_prefix('\'')?.strip_suffix('\''));
    let families: Vec<Family<'_>> = named.map(Family::Name).collect();
    fonts.query(&Query { families: &families, ..Query::default() }).is_some()
}

/// A figure's card as a PNG file.
fn card(plate: &Plate, figure: &FigureSpec, options: &Options<'_>) -> Result<Vec<u8>, CardsError> {
    let failed = |reason: String| CardsError::Draw { figure: figure.id.clone(), reason };
    let scene = largest(plate, figure).map_err(PagesError::from)?;
    let mut svg = picture(&scene, &LIGHT, &figure.caption.title).map_err(|error| failed(error.to_string()))?;
    if plate.locale == Locale::En {
        svg = svg.replace(FONTS, &[LATIN, FONTS].concat());
    }
    let tree = Tree::from_str(&svg, options).map_err(|error| failed(error.to_string()))?;
    let mut pixels = Pixmap::new(CARD.0, CARD.1).ok_or_else(|| failed("no memory".to_owned()))?;
    let ground = LIGHT.get(Ink::Ground);
    pixels.fill(Color::from_rgba8(ground.0, ground.1, ground.2, u8::MAX));
    let scale = scale(&scene);
    let [x, y] = [(CARD.0, scene.size.width), (CARD.1, scene.size.height)]
        .map(|(room, size)| (f64::from(room) - size * scale) / 2.0);
    #[expect(clippy::cast_possible_truncation, reason = "the renderer counts in f32")]
    let placed = Transform::from_row(scale as f32, 0.0, 0.0, scale as f32, x as f32, y as f32);
    resvg::render(&tree, placed, &mut pixels.as_mut());
    pixels.encode_png().map_err(|error| failed(error.to_string()))
}

/// The scene laid out for the width at which it comes out largest on a card: a wide one is shorter, but has to be made
/// smaller.
fn largest(plate: &Plate, figure: &FigureSpec) -> Result<Scene, MissingFact> {
    let choice = figure::opening_choice(&figure.drawing);
    let laid_out = |width| {
        figure::card(figure, &Frame { plate, width, hue: figure.hue, text_scale: 1.0, choice, measure: &TableMeasure })
    };
    let mut best = laid_out(600.0)?;
    for width in (640..=1400).step_by(40) {
        let next = laid_out(f64::from(width))?;
        if scale(&next) > scale(&best) {
            best = next;
        }
    }
    Ok(best)
}

/// How many pixels of the card a CSS px of the scene becomes.
fn scale(scene: &Scene) -> f64 {
    (f64::from(CARD.0) / scene.size.width).min(f64::from(CARD.1) / scene.size.height)
}
