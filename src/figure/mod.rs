//! The kinds of figure, a file each: what it is drawn from, how it is laid out, what is checked and said of it. A drawing, the
//! edition's facts, a width and a text measure become a [`Scene`]. `kinds.rs` has the list.

pub mod bars;
mod card;
pub mod dots;
pub mod flow;
pub mod funnel;
pub mod grouped;
pub mod interval;
pub mod kinds;
pub mod ladder;
pub mod outline;
pub mod pairs;
pub mod panorama;
mod parts;
pub mod pictogram;
pub mod rings;
pub mod series;
pub mod share;
#[cfg(test)]
mod testing;
pub mod timeline;
pub mod week;

use kurbo::Size;

pub use card::card;

use crate::plate::{FactLine, MissingFact, Plate};
use crate::scale::clamp;
use crate::scene::{Ink, Scene, bounds};
use crate::story::{Drawing, FactId, MAX_FACTS};
use crate::text::{Font, TextMeasure};
use parts::pen::Pen;

/// The most dots in one figure. The checker refuses a story of more, and [`layout`] a figure of more: they would freeze the page that
/// asked for them.
pub const MAX_DOTS: usize = 200_000;
/// The most glyphs in one row.
pub const MAX_SYMBOLS: f64 = 500.0;
/// The most departures a day that a week is drawn with.
pub const MAX_DEPARTURES: f64 = 200.0;
/// The most lines in a panel of numbers over time: so many have a marker of their own.
pub const MAX_LINES: usize = 5;

/// The narrowest width that a figure is laid out for, in CSS px; anything narrower is laid out at this width.
pub const MIN_WIDTH: f64 = 240.0;
/// The widest, in CSS px.
pub const MAX_WIDTH: f64 = 1440.0;

/// Everything that a layout may depend on.
#[derive(Clone, Copy)]
pub struct Frame<'a> {
    /// The story in one language, in words.
    pub plate: &'a Plate,
    /// How wide the scene must be, in CSS px.
    pub width: f64,
    /// The colour of the figure's chapter.
    pub hue: Ink,
    /// The reader's text size over the usual 16 px.
    pub text_scale: f64,
    /// Whether fingers may touch it: its rows are then a fingertip high on phones. A picture needs no such room.
    pub touched: bool,
    /// Which of the figure's choices is shown: 0 is the first.
    pub choice: usize,
    /// How wide a text comes out.
    pub measure: &'a dyn TextMeasure,
}

/// Why a figure cannot be laid out.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{}", self.message())]
pub enum LayoutError {
    /// It names a fact that the story lacks, or that lacks what the kind needs.
    Missing(#[from] MissingFact),
    /// It names more facts than a story has.
    TooManyFacts,
    /// It draws more dots than a screen can take.
    TooManyDots,
}

impl LayoutError {
    pub(crate) fn message(&self) -> String {
        let room = |most: usize, things: &str| ["a figure has room for ", &most.to_string(), things].concat();
        match self {
            Self::Missing(fact) => fact.message(),
            Self::TooManyFacts => room(MAX_FACTS, " facts"),
            Self::TooManyDots => room(MAX_DOTS, " dots"),
        }
    }
}

/// Lays a figure out.
///
/// # Errors
/// The figure names a fact that the story lacks, or that has no number, date or scope where the kind needs one; or there are
/// too many facts, or more dots than [`MAX_DOTS`]. This is asked once, here at the door: behind it every fact is there, and no
/// layout can fail.
pub fn layout(drawing: &Drawing, frame: &Frame<'_>) -> Result<Scene, LayoutError> {
    complete(drawing, frame.plate)?;
    Ok(layout_complete(drawing, frame))
}

/// Lays a figure out whose facts are all there: the build has laid it out, with [`layout`]. The published module calls this, so
/// that it carries no check of what its own build gives it.
pub(crate) fn layout_complete(drawing: &Drawing, frame: &Frame<'_>) -> Scene {
    let frame = frame.within_limits();
    let marks = drawing.layout(&frame);
    // As high as the marks and their areas reach, and never without height.
    let mut height: f64 = 1.0;
    for mark in &marks {
        height = height.max(bounds(&mark.items).y1).max(mark.area.y1);
    }
    Scene { size: Size::new(frame.width, height.ceil()), marks }
}

/// Whether every fact of a drawing is there and has what the kind needs.
fn complete(drawing: &Drawing, plate: &Plate) -> Result<(), LayoutError> {
    let facts = drawing.facts();
    if facts.len() > MAX_FACTS {
        return Err(LayoutError::TooManyFacts);
    }
    for id in facts {
        let fact = plate.find(id).ok_or_else(|| MissingFact::new("fact", id))?;
        if let Some(what) = drawing.needs(id).lacking(fact) {
            return Err(MissingFact::new(what, id).into());
        }
    }
    let mut dots = 0_usize;
    for id in drawing.counted() {
        dots = dots.saturating_add(plate.fact(id).count());
        if dots > MAX_DOTS {
            return Err(LayoutError::TooManyDots);
        }
    }
    Ok(())
}

impl<'a> Frame<'a> {
    /// The frame with a width and a text size that figures can be laid out for.
    fn within_limits(&self) -> Self {
        // Texts never get smaller than at the usual text size.
        Self { width: clamp(self.width, MIN_WIDTH, MAX_WIDTH), text_scale: clamp(self.text_scale, 1.0, 4.0), ..*self }
    }

    /// A pen for a new mark.
    fn pen(&'a self) -> Pen<'a> {
        Pen { frame: self, items: Vec::new() }
    }

    fn fact(&self, id: &str) -> &'a FactLine {
        self.plate.fact(id)
    }

    fn facts(&self, ids: &[FactId]) -> Vec<&'a FactLine> {
        let mut facts = Vec::new();
        for id in ids {
            facts.push(self.fact(id));
        }
        facts
    }

    fn font(&self, size: f64, bold: bool) -> Font {
        Font { size: size * self.text_scale, bold }
    }

    /// Text that helps: 12 px and never less.
    fn small(&self) -> Font {
        self.font(12.0, false)
    }

    /// Labels: 14 px at the usual text size.
    fn body(&self) -> Font {
        self.font(14.0, false)
    }

    /// Values: 15 px bold at the usual text size.
    fn strong(&self) -> Font {
        self.font(15.0, true)
    }

    /// Headline numbers: 28 px bold at the usual text size.
    fn display(&self) -> Font {
        self.font(28.0, true)
    }

    /// The one number that a figure is about: 48 px bold at the usual text size.
    fn hero(&self) -> Font {
        self.font(48.0, true)
    }

    /// How wide one line of text comes out.
    fn advance(&self, text: &str, font: Font) -> f64 {
        self.measure.width(text, font)
    }

    /// How wide the widest word of a text is, which would be broken in less.
    fn widest_word(&self, text: &str, font: Font) -> f64 {
        text.split_ascii_whitespace().fold(0.0, |widest, word| widest.max(self.advance(word, font)))
    }

    /// The least height of a row: a fingertip where it is touched on a phone, a line and some air elsewhere.
    fn row(&self) -> f64 {
        match self.touched {
            true if self.width < 560.0 => 44.0,
            true => 30.0,
            false => 28.0,
        }
    }
}
