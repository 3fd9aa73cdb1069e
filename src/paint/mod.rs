//! A scene onto any plotters backend.
//!
//! In: a [`Scene`], a [`Palette`] and a [`PixelGrid`]. Out: calls of [`DrawingBackend`], the same for every backend: the
//! browser's canvas in `web/canvas.rs`, SVG in [`svg`], a list of calls in the tests.
//!
//! The trait's coordinates are integers, so a backend of ours counts in 64ths of a CSS px ([`UNITS`]) and scales back
//! when it draws: positions, radii and strokes keep their fractions.

pub mod discs;
pub mod svg;
pub mod theme;

use kurbo::{Point, Rect};
use plotters::style::{Color, ShapeStyle};
use plotters_backend::text_anchor::{HPos, Pos, VPos};
use plotters_backend::{
    BackendColor, BackendCoord, BackendTextStyle, DrawingBackend, DrawingErrorKind, FontFamily, FontStyle,
};

use crate::scene::{Item, Label, Scene, Shape};
pub use theme::Palette;

/// Backend units in a CSS px. A power of two, so that a halved or quartered pixel is exact.
pub const UNITS: f64 = 64.0;

/// The raster that fills and hairlines are aligned to, so that their edges are sharp.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct PixelGrid {
    /// Device px in a CSS px; 0 aligns nothing, which moving things need.
    pub ratio: f64,
}

impl PixelGrid {
    /// Aligns nothing.
    pub const FREE: Self = Self { ratio: 0.0 };

    /// The nearest edge of a device pixel, in CSS px.
    fn edge(self, at: f64) -> f64 {
        if self.ratio > 0.0 { (at * self.ratio).round() / self.ratio } else { at }
    }

    fn rect(self, rect: Rect) -> Rect {
        let rect = rect.abs();
        let snapped = Rect::new(self.edge(rect.x0), self.edge(rect.y0), self.edge(rect.x1), self.edge(rect.y1));
        let least = if self.ratio > 0.0 { 1.0 / self.ratio } else { 0.0 };
        // What has a width keeps one: a thin bar must not vanish between two pixels.
        let grown = |low: f64, high: f64, thick: f64| if thick > 0.0 { high.max(low + least) } else { high };
        Rect {
            x1: grown(snapped.x0, snapped.x1, rect.width()),
            y1: grown(snapped.y0, snapped.y1, rect.height()),
            ..snapped
        }
    }

    /// A straight horizontal or vertical stroke is moved so that its edges lie on device pixels.
    fn stroke(self, points: &[Point], width: f64) -> Vec<Point> {
        let level = |pick: fn(&Point) -> f64| {
            let mut values = points.iter().map(pick);
            let first = values.next();
            first.is_some() && values.all(|value| Some(value) == first)
        };
        let (upright, flat) = (level(|point| point.x), level(|point| point.y));
        let align = |at: f64, aligned: bool| if aligned { self.edge(at - width / 2.0) + width / 2.0 } else { at };
        points.iter().map(|point| Point::new(align(point.x, upright), align(point.y, flat))).collect()
    }
}

/// Paints a scene, in its order. The backend must be clear.
///
/// # Errors
/// Whatever the backend reports.
pub fn paint<DB: DrawingBackend>(
    scene: &Scene,
    palette: &Palette,
    grid: PixelGrid,
    backend: &mut DB,
) -> Result<(), DrawingErrorKind<DB::ErrorType>> {
    for item in scene.marks.iter().flat_map(|mark| &mark.items).filter(|item| item.alpha > 0.0) {
        paint_item(item, palette, grid, backend)?;
    }
    backend.present()
}

fn paint_item<DB: DrawingBackend>(
    item: &Item,
    palette: &Palette,
    grid: PixelGrid,
    backend: &mut DB,
) -> Result<(), DrawingErrorKind<DB::ErrorType>> {
    let style = |width: f64| ShapeStyle {
        color: palette.get(item.ink).mix(item.alpha),
        filled: true,
        stroke_width: length(width),
    };
    match &item.shape {
        Shape::Bar(rect) => {
            let rect = grid.rect(*rect);
            backend.draw_rect(unit(rect.origin()), unit(Point::new(rect.x1, rect.y1)), &style(0.0), true)
        }
        Shape::Dots { centers, radius } => {
            let (style, radius) = (style(0.0), length(*radius));
            centers.iter().try_for_each(|center| backend.draw_circle(unit(*center), radius, &style, true))
        }
        Shape::Ring { center, radius, width } => {
            backend.draw_circle(unit(*center), length(*radius), &style(*width), false)
        }
        Shape::Line { points, width } => {
            backend.draw_path(grid.stroke(points, *width).into_iter().map(unit), &style(*width))
        }
        Shape::Polygon(points) => backend.fill_polygon(points.iter().copied().map(unit), &style(0.0)),
        Shape::Text(label) => {
            let color = palette.get(item.ink).mix(item.alpha).to_backend_color();
            backend.draw_text(&label.text, &Lettering { label, color }, unit(label.at))
        }
    }
}

/// A point in backend units; anything beyond their range stays at its end.
#[expect(clippy::cast_possible_truncation, reason = "a float cast to an integer saturates, which is what we want")]
fn unit(point: Point) -> BackendCoord {
    ((point.x * UNITS).round() as i32, (point.y * UNITS).round() as i32)
}

/// A length in backend units.
#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "saturates at 0 and at the largest")]
fn length(px: f64) -> u32 {
    (px * UNITS).round() as u32
}

/// A label as plotters' text style. Sizes are in CSS px, the family is the backend's own, and positions are the alphabetic
/// baseline: no plotters anchor means that, so ours says so here and every backend of ours takes it so.
struct Lettering<'a> {
    label: &'a Label,
    color: BackendColor,
}

/// Raised when a backend asks a label for pixels instead of writing it itself.
#[derive(Debug, thiserror::Error)]
#[error("text is written by the backend itself; it has no pixels of its own")]
pub struct NoPixels;

impl BackendTextStyle for Lettering<'_> {
    type FontError = NoPixels;

    fn color(&self) -> BackendColor {
        self.color
    }

    fn size(&self) -> f64 {
        self.label.font.size
    }

    fn style(&self) -> FontStyle {
        if self.label.font.bold { FontStyle::Bold } else { FontStyle::Normal }
    }

    fn anchor(&self) -> Pos {
        Pos::new(HPos::Left, VPos::Bottom)
    }

    fn family(&self) -> FontFamily<'_> {
        FontFamily::SansSerif
    }

    fn layout_box(&self, _: &str) -> Result<(BackendCoord, BackendCoord), NoPixels> {
        let bounds = self.label.bounds() - self.label.at.to_vec2();
        Ok((unit(bounds.origin()), unit(Point::new(bounds.x1, bounds.y1))))
    }

    fn draw<E, F: FnMut(i32, i32, BackendColor) -> Result<(), E>>(
        &self,
        _: &str,
        _: BackendCoord,
        _: F,
    ) -> Result<Result<(), E>, NoPixels> {
        Err(NoPixels)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn edges_fall_on_device_pixels_and_thin_bars_stay() {
        let grid = PixelGrid { ratio: 2.0 };
        assert_eq!(grid.rect(Rect::new(0.2, 0.3, 10.2, 0.31)), Rect::new(0.0, 0.5, 10.0, 1.0));
        assert_eq!(PixelGrid::FREE.rect(Rect::new(0.2, 0.3, 10.2, 0.31)), Rect::new(0.2, 0.3, 10.2, 0.31));
    }

    #[test]
    fn a_hairline_covers_whole_pixels() {
        let points = PixelGrid { ratio: 1.0 }.stroke(&[Point::new(3.2, 0.0), Point::new(3.2, 9.0)], 1.0);
        assert_eq!(points.first(), Some(&Point::new(3.5, 0.0)));
    }
}
