//! Text widths in a worker, for pictures that are laid out there.

use wasm_bindgen::JsCast;
use web_sys::{OffscreenCanvas, OffscreenCanvasRenderingContext2d};

use crate::poster::Face;
use crate::story::Locale;
use crate::text::{Font, TableMeasure, TextMeasure};

/// The widths of texts of one face.
pub(super) struct FaceMeasure {
    fonts: String,
    /// None in a browser that has no canvas in workers (Firefox before 105, Safari before 16.4).
    context: Option<OffscreenCanvasRenderingContext2d>,
}

impl FaceMeasure {
    pub(super) fn new(face: Face, locale: Locale) -> Self {
        Self { fonts: face.fonts(locale), context: context() }
    }
}

/// A context to measure with. Where a browser has none, asking for it throws.
fn context() -> Option<OffscreenCanvasRenderingContext2d> {
    let canvas = OffscreenCanvas::new(1, 1).ok()?;
    canvas.get_context("2d").ok()??.dyn_into().ok()
}

impl TextMeasure for FaceMeasure {
    fn width(&self, text: &str, font: Font) -> f64 {
        let Some(context) = &self.context else { return TableMeasure.width(text, font) };
        let weight = if font.bold { "bold " } else { "" };
        context.set_font(&format!("{weight}{}px {}", font.size, self.fonts));
        context.measure_text(text).map_or_else(|_| TableMeasure.width(text, font), |metrics| metrics.width())
    }
}
