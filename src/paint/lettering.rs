//! A label as plotters' text style, for backends that write text themselves and for those that ask for its pixels.

use std::convert::Infallible;

use kurbo::{Point, Vec2};
use plotters::style::{FontDesc, FontError};
use plotters_backend::text_anchor::{HPos, Pos, VPos};
use plotters_backend::{BackendColor, BackendCoord, BackendTextStyle, FontFamily, FontStyle};

use super::Units;
use crate::scene::Label;

/// A label in a colour. The family is the backend's own.
pub(super) struct Lettering<'a> {
    pub(super) label: &'a Label,
    pub(super) color: BackendColor,
    pub(super) units: Units,
}

/// Raised when a backend that only writes shapes and texts is asked for pixels.
#[derive(Debug, thiserror::Error)]
#[error("this backend writes shapes and texts; it has no pixels")]
pub struct NoPixels;

impl Lettering<'_> {
    /// Where the backend wants the text placed, in the scene's CSS px.
    pub(super) fn place(&self) -> Point {
        self.label.at - Vec2::new(0.0, self.units.ascent.unwrap_or(0.0) * self.label.font.size)
    }
}

/// Boxes and pixels are counted from where the text begins on its baseline.
impl BackendTextStyle for Lettering<'_> {
    type FontError = FontError;

    fn color(&self) -> BackendColor {
        self.color
    }

    fn size(&self) -> f64 {
        self.label.font.size * self.units.text_size
    }

    fn style(&self) -> FontStyle {
        if self.label.font.bold { FontStyle::Bold } else { FontStyle::Normal }
    }

    /// No anchor of plotters means the baseline, so backends of ours, which take it, look at the first part only.
    fn anchor(&self) -> Pos {
        Pos::new(HPos::Left, VPos::Top)
    }

    fn family(&self) -> FontFamily<'_> {
        FontFamily::SansSerif
    }

    fn layout_box(&self, _: &str) -> Result<(BackendCoord, BackendCoord), FontError> {
        let font = self.label.font;
        let top = self.units.ascent.map_or(font.ascent(), |ems| ems * font.size);
        let units = self.units;
        Ok((units.point(Point::new(0.0, -top)), units.point(Point::new(self.label.width, font.descent()))))
    }

    fn draw<E, F: FnMut(i32, i32, BackendColor) -> Result<(), E>>(
        &self,
        text: &str,
        (x, y): BackendCoord,
        mut draw: F,
    ) -> Result<Result<(), E>, FontError> {
        let font = FontDesc::new(self.family(), self.size(), self.style());
        // Where the baseline comes out depends on plotters' features, so it is looked up: under a letter that stands on it.
        let mut baseline = 0;
        let Ok(()) = font.draw("H", (0, 0), |_, y, cover| {
            baseline = if cover > 0.5 { baseline.max(y + 1) } else { baseline };
            Ok::<(), Infallible>(())
        })?;
        let BackendColor { alpha, rgb } = self.color;
        font.draw(text, (x, y - baseline), |x, y, cover| {
            draw(x, y, BackendColor { alpha: alpha * f64::from(cover), rgb })
        })
    }
}
