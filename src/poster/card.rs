//! Small pictures: a chapter as a card of 3:4, with its heading, as many of its figures as fit, and its source at the foot; a figure
//! as a share card.

use kurbo::{Size, Vec2};

use super::{AIR, BODY, Band, Block, Ground, Measures, Poster, SMALL, column, figures, heading, specs};
use crate::edition::Edition;
use crate::figure::{self, Frame, LayoutError};
use crate::plate::{FigureSpec, Plate};
use crate::scene::Scene;
use crate::story::Chapter;

/// The widths that a chapter's card may be laid out for, in CSS px: the first at which a figure fits, since all gets smaller with each.
const WIDTHS: [f64; 7] = [540.0, 600.0, 660.0, 720.0, 800.0, 900.0, 1080.0];
/// Its height over its width.
const TALL: f64 = 4.0 / 3.0;

impl Poster {
    /// Lays a chapter's card out; `number` is the chapter's. A figure that fits no card runs into its foot.
    ///
    /// # Errors
    /// A figure names a fact that the story lacks.
    pub fn of_chapter(
        edition: &Edition,
        plate: &Plate,
        (chapter, number): (&Chapter, usize),
        measures: Measures<'_>,
    ) -> Result<Self, LayoutError> {
        let specs = specs(plate, chapter);
        let mut card = Self { size: Size::ZERO, bands: Vec::new() };
        for width in WIDTHS {
            let size = Size::new(width, width * TALL);
            let (mut block, foot) = (heading(edition, chapter, number, width, measures), foot(&specs, width, measures));
            let room = size.height - block.height - foot.height;
            let shown = fitting(plate, &specs, (width, room), measures)?;
            let mut left = room - shown.height;
            let mut lead = Block::default();
            lead.text(&edition.fill(&chapter.lead), BODY, column(width), measures);
            // What the chapter is about, where there is room for it.
            if lead.height + AIR <= left {
                left -= lead.height;
                block.below(lead);
            }
            block.skip(left.max(0.0) / 2.0);
            block.below(shown);
            block.height = size.height - foot.height;
            block.below(foot);
            card = Self { size, bands: vec![Band { ground: Ground::Light, block }] };
            if left >= 0.0 {
                break;
            }
        }
        Ok(card)
    }

    /// Lays a figure's share card out: as large as it can be in a picture as wide and as high as `room` is, in proportion.
    ///
    /// # Errors
    /// The figure names a fact that the story lacks.
    pub fn of_figure(
        plate: &Plate,
        figure: &FigureSpec,
        room: Size,
        measures: Measures<'_>,
    ) -> Result<Self, LayoutError> {
        let scene = largest(plate, figure, room, measures)?;
        let size = room / scale(&scene, room);
        Ok(Self::around(scene, size, figure))
    }

    /// A scene of a figure by itself, as large as it is.
    pub(crate) fn of_scene(scene: Scene, figure: &FigureSpec) -> Self {
        let size = scene.size;
        Self::around(scene, size, figure)
    }

    /// A scene of a figure in the middle of a picture.
    fn around(scene: Scene, size: Size, figure: &FigureSpec) -> Self {
        let mut block = Block { height: size.height, parts: Vec::new() };
        let mut drawing = Block::default();
        let margins = size - scene.size;
        drawing.drawing(scene, margins.width / 2.0);
        block.overlay(drawing, Vec2::new(0.0, margins.height / 2.0));
        let ground = if figure.drawing.opens_page() { Ground::Night } else { Ground::Light };
        Self { size, bands: vec![Band { ground, block }] }
    }
}

/// As many of the first figures as are no higher than `room`; the first in any case.
fn fitting(
    plate: &Plate,
    specs: &[&FigureSpec],
    (width, room): (f64, f64),
    measures: Measures<'_>,
) -> Result<Block, LayoutError> {
    for count in (2..=specs.len()).rev() {
        let shown = figures(plate, specs.get(..count).unwrap_or_default(), width, measures)?;
        if shown.height <= room {
            return Ok(shown);
        }
    }
    figures(plate, specs.get(..1).unwrap_or_default(), width, measures)
}

fn foot(specs: &[&FigureSpec], width: f64, measures: Measures<'_>) -> Block {
    let mut block = Block::default();
    block.skip(AIR / 2.0);
    block.text(specs.first().map_or("", |figure| &figure.caption.credit), SMALL, column(width), measures);
    block.skip(AIR);
    block
}

/// A figure laid out for the width at which it comes out largest: a wide one is shorter, but has to be made smaller.
fn largest(plate: &Plate, figure: &FigureSpec, room: Size, measures: Measures<'_>) -> Result<Scene, LayoutError> {
    let choice = figure.opening_choice.into();
    let laid_out = |width| {
        figure::card(
            figure,
            &Frame { plate, width, hue: figure.hue, text_scale: 1.0, touched: false, choice, measure: measures.plain },
        )
    };
    let mut best = laid_out(600.0)?;
    for width in (640..=1400).step_by(40) {
        let next = laid_out(f64::from(width))?;
        if scale(&next, room) > scale(&best, room) {
            best = next;
        }
    }
    Ok(best)
}

/// How large a scene can be in a room, over its own size.
fn scale(scene: &Scene, room: Size) -> f64 {
    (room.width / scene.size.width).min(room.height / scene.size.height)
}
