//! Text widths from the browser, each asked once.

use std::cell::RefCell;
use std::collections::BTreeMap;

use web_sys::CanvasRenderingContext2d;

use super::canvas::font;
use crate::paint::UNITS;
use crate::text::{Font, TextMeasure};

/// The cache outlives layouts: it is the font's, not the figure's. Beyond this many texts it starts again.
const MOST_TEXTS: usize = 4000;

/// A cache of widths in ems by weight and text: sizes only scale.
#[derive(Default)]
pub(super) struct CanvasMeasure {
    ems: RefCell<[BTreeMap<String, f64>; 2]>,
}

impl CanvasMeasure {
    /// The measure that asks this context for what it does not know yet.
    pub(super) fn on<'a>(&'a self, context: &'a CanvasRenderingContext2d) -> OnContext<'a> {
        OnContext { cache: self, context }
    }
}

/// See [`CanvasMeasure::on`].
pub(super) struct OnContext<'a> {
    cache: &'a CanvasMeasure,
    context: &'a CanvasRenderingContext2d,
}

impl TextMeasure for OnContext<'_> {
    fn width(&self, text: &str, asked: Font) -> f64 {
        const SAMPLE: f64 = 16.0;
        let mut ems = self.cache.ems.borrow_mut();
        let [regular, bold] = &mut *ems;
        let known = if asked.bold { bold } else { regular };
        if let Some(width) = known.get(text) {
            return width * asked.size;
        }
        self.context.set_font(&font(SAMPLE, asked.bold));
        // A context that cannot measure has lost its canvas; painting reports that, layout goes on by the em.
        let em = SAMPLE * UNITS;
        let width = self.context.measure_text(text).map_or(em, |metrics| metrics.width()) / em;
        if known.len() >= MOST_TEXTS {
            known.clear();
        }
        known.insert(text.to_owned(), width);
        width * asked.size
    }
}
