//! A scene onto any plotters backend.
//!
//! In: the items of a [`Scene`](crate::scene::Scene), a [`Palette`], and how the backend counts ([`Units`]). Out: calls of
//! [`DrawingBackend`], the same for every backend: the browser's canvas in `web/canvas.rs`, SVG in [`svg`], a list of calls in
//! the tests. On plotters' own backends a scene is drawn as a [`SceneElement`].
//!
//! The trait's coordinates are integers, so a backend of ours counts in 64ths of a CSS px ([`UNITS`]) and scales back
//! when it draws: positions, radii and strokes keep their fractions.

pub mod discs;
mod element;
mod lettering;
pub mod svg;
pub mod theme;

use kurbo::{Point, Rect};
use plotters::style::{Color, ShapeStyle};
use plotters_backend::{BackendCoord, DrawingBackend, DrawingErrorKind};

use crate::scene::{Item, Shape};
pub use element::SceneElement;
use lettering::Lettering;
pub use lettering::NoPixels;
pub use theme::Palette;

/// How many units of our backends are a CSS px. A power of two, so that a halved or quartered pixel is exact.
pub const UNITS: f64 = 64.0;

/// The raster of device pixels that fills and hairlines are aligned to, so that their edges are sharp.
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
        // A width above zero stays above zero: a thin bar must not vanish between two pixels.
        let grown = |low: f64, high: f64, thick: f64| if thick > 0.0 { high.max(low + least) } else { high };
        Rect {
            x1: grown(snapped.x0, snapped.x1, rect.width()),
            y1: grown(snapped.y0, snapped.y1, rect.height()),
            ..snapped
        }
    }

    /// A straight horizontal or vertical stroke is moved so that its edges lie on device pixels.
    fn stroke(self, points: &[Point], width: f64) -> Vec<Point> {
        let first = points.first().copied().unwrap_or_default();
        let (mut upright, mut flat) = (true, true);
        for point in points {
            upright &= point.x == first.x;
            flat &= point.y == first.y;
        }
        let align = |at: f64, aligned: bool| if aligned { self.edge(at - width / 2.0) + width / 2.0 } else { at };
        let mut stroke = Vec::new();
        for point in points {
            stroke.push(Point::new(align(point.x, upright), align(point.y, flat)));
        }
        stroke
    }
}

/// How a backend counts, and how it places text.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Units {
    /// Backend units in a CSS px.
    pub per_px: f64,
    /// The size that the backend writes a text of 1 CSS px in.
    pub text_size: f64,
    /// From the top of a text, where the backend wants it placed, down to its baseline, in ems; `None` where it takes
    /// the baseline itself.
    pub ascent: Option<f64>,
}

impl Units {
    /// The backends of this crate: they count in 64ths of a CSS px and place a text by its baseline.
    pub const FINE: Self = Self { per_px: UNITS, text_size: 1.0, ascent: None };

    /// plotters' own backends, which count in whole pixels, `ratio` of them in a CSS px. Sizes are those of `SVGBackend`
    /// and of plotters' feature `ttf`, 1.24 to an em; with `ab_glyph`, `text_size` must become `ratio` times the font's
    /// own height in ems, and in plotters-canvas `ratio`.
    pub const fn pixels(ratio: f64) -> Self {
        Self { per_px: ratio, text_size: 1.24 * ratio, ascent: Some(0.76) }
    }

    /// A point in backend units; anything beyond their range stays at its end.
    #[expect(clippy::cast_possible_truncation, reason = "a float cast to an integer saturates, which is what we want")]
    fn point(self, point: Point) -> BackendCoord {
        ((point.x * self.per_px).round() as i32, (point.y * self.per_px).round() as i32)
    }

    /// A length in backend units; a length above zero stays above zero.
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "saturates at 0 and at the largest")]
    fn length(self, px: f64) -> u32 {
        ((px * self.per_px).round() as u32).max(u32::from(px > 0.0))
    }
}

/// Paints a scene's items, in their order, on a backend that counts as [`Units::FINE`]. The backend must be clear, or hold the items
/// before these.
///
/// # Errors
/// Whatever the backend reports.
pub fn paint<'a, DB: DrawingBackend>(
    items: impl Iterator<Item = &'a Item>,
    palette: &Palette,
    grid: PixelGrid,
    backend: &mut DB,
) -> Result<(), DrawingErrorKind<DB::ErrorType>> {
    Painter { palette, grid, units: Units::FINE, origin: (0, 0) }.items(items, backend)?;
    backend.present()
}

/// The settings of one painting.
#[derive(Clone, Copy)]
struct Painter<'a> {
    palette: &'a Palette,
    grid: PixelGrid,
    units: Units,
    /// Where the scene's top left corner lies, in backend units.
    origin: BackendCoord,
}

impl Painter<'_> {
    fn items<'a, DB: DrawingBackend>(
        self,
        mut items: impl Iterator<Item = &'a Item>,
        backend: &mut DB,
    ) -> Result<(), DrawingErrorKind<DB::ErrorType>> {
        items.try_for_each(|item| self.item(item, backend))
    }

    fn item<DB: DrawingBackend>(self, item: &Item, backend: &mut DB) -> Result<(), DrawingErrorKind<DB::ErrorType>> {
        let Self { palette, grid, units, .. } = self;
        let color = palette.get(item.ink).mix(item.alpha);
        let style = |width: f64| ShapeStyle { color, filled: true, stroke_width: units.length(width) };
        match &item.shape {
            Shape::Bar(rect) => {
                let rect = grid.rect(*rect);
                let (from, to) = (self.place(rect.origin()), self.place(Point::new(rect.x1, rect.y1)));
                backend.draw_rect(from, to, &style(0.0), true)
            }
            Shape::Dots { centers, radius } => {
                let (style, radius) = (style(0.0), units.length(*radius));
                for center in centers {
                    backend.draw_circle(self.place(*center), radius, &style, true)?;
                }
                Ok(())
            }
            Shape::Ring { center, radius, width } => {
                backend.draw_circle(self.place(*center), units.length(*radius), &style(*width), false)
            }
            Shape::Line { points, width } => {
                let points = grid.stroke(points, *width);
                backend.draw_path(points.into_iter().map(|point| self.place(point)), &style(*width))
            }
            Shape::Polygon(points) => backend.fill_polygon(points.iter().map(|point| self.place(*point)), &style(0.0)),
            Shape::Text(label) => {
                let lettering = Lettering { label, color: color.to_backend_color(), units };
                backend.draw_text(&label.text, &lettering, self.place(lettering.place()))
            }
        }
    }

    /// A point of the scene on the backend.
    fn place(self, point: Point) -> BackendCoord {
        let (x, y) = self.units.point(point);
        (self.origin.0.saturating_add(x), self.origin.1.saturating_add(y))
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
