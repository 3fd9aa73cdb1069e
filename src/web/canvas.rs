//! A browser's canvas as a plotters backend, sharp at every pixel ratio.
//!
//! It wraps plotters-canvas for lines and rings, and does itself what that crate does slowly or not at all: the context counts
//! in 64ths of a CSS px, colours and fonts are set only when they change, text stands on its baseline, polygons of one colour
//! that follow each other are filled at once, and many dots that follow each other become one image, where nothing is painted
//! under them.

use std::f64::consts::TAU;

use kurbo::{Rect, Vec2};
use plotters::style::RGBColor;
use plotters_backend::text_anchor::HPos;
use plotters_backend::{
    BackendColor, BackendCoord, BackendStyle, BackendTextStyle, DrawingBackend, DrawingErrorKind, FontStyle,
};
use plotters_canvas::CanvasBackend;
use wasm_bindgen::{Clamped, JsValue};
use web_sys::{CanvasRenderingContext2d, ImageData};

use crate::paint::discs::{self, Disc, Image, Waiting};
use crate::paint::{UNITS, svg::FONTS, theme::hex};

/// Above this radius, in device px, a dot is drawn by the canvas itself.
const LARGEST_STAMP: f64 = 16.0;

/// The most polygons that are filled at once. Filled one by one, a week of glyphs takes twice as long; all at once, three times,
/// since adding to a path is slower the longer it is.
pub(super) const MOST_IN_PATH: usize = 8;

type Inner = <CanvasBackend as DrawingBackend>::ErrorType;

/// Why a canvas cannot be drawn on.
#[derive(Debug, thiserror::Error)]
#[error("{}", self.message())]
pub(super) enum CanvasError {
    /// The context has no canvas behind it any more.
    NoContext,
    /// The browser refused a call, and says why.
    Refused(String),
    /// plotters-canvas could not draw.
    Inner,
    /// Something was asked for that figures do not need.
    Unsupported,
}

impl CanvasError {
    pub(super) fn message(&self) -> &str {
        match self {
            Self::NoContext => "the canvas gives no 2d context",
            Self::Refused(reason) => reason,
            Self::Inner => "plotters-canvas could not draw",
            Self::Unsupported => "a canvas draws no single pixels and no bitmaps, and estimates no text",
        }
    }
}

/// The message of an error of painting.
pub(super) fn message(error: &DrawingErrorKind<CanvasError>) -> &str {
    match error {
        DrawingErrorKind::DrawingError(error) => error.message(),
        DrawingErrorKind::FontError(_) => "a text has no measure",
    }
}

/// The canvas during one painting.
pub(super) struct Canvas<'a> {
    inner: CanvasBackend,
    context: &'a CanvasRenderingContext2d,
    size: (u32, u32),
    ratio: f64,
    ground: Option<BackendColor>,
    fill: Option<(u8, u8, u8)>,
    alpha: f64,
    font: Option<(u64, bool)>,
    align: HPos,
    /// Dots that are drawn before anything else is.
    waiting: Waiting,
    /// How many polygons the context's path holds that are filled before anything else is drawn.
    in_path: usize,
}

type Drawn = Result<(), DrawingErrorKind<CanvasError>>;

impl<'a> Canvas<'a> {
    /// Gets the canvas ready, clear or on a ground, unless a painting that has begun goes on; `ratio` is device px in a CSS px.
    pub(super) fn new(
        context: &'a CanvasRenderingContext2d,
        ratio: f64,
        ground: Option<RGBColor>,
        begun: Option<Waiting>,
    ) -> Result<Self, CanvasError> {
        let canvas = context.canvas().ok_or(CanvasError::NoContext)?;
        let size = (canvas.width(), canvas.height());
        let inner = CanvasBackend::with_canvas_object(canvas).ok_or(CanvasError::NoContext)?;
        let scale = ratio / UNITS;
        let goes_on = begun.is_some();
        context.set_transform(1.0, 0.0, 0.0, 1.0, 0.0, 0.0).map_err(refused)?;
        context.set_global_alpha(1.0);
        context.set_text_align("left");
        let mut canvas = Self {
            inner,
            context,
            size,
            ratio,
            ground: ground.map(|RGBColor(red, green, blue)| BackendColor { alpha: 1.0, rgb: (red, green, blue) }),
            fill: None,
            alpha: 1.0,
            font: None,
            align: HPos::Left,
            waiting: begun.unwrap_or_default(),
            in_path: 0,
        };
        let (width, height) = (f64::from(size.0), f64::from(size.1));
        match canvas.ground {
            _ if goes_on => {}
            Some(ground) => {
                canvas.fill_with(ground);
                context.fill_rect(0.0, 0.0, width, height);
            }
            None => context.clear_rect(0.0, 0.0, width, height),
        }
        context.set_transform(scale, 0.0, 0.0, scale, 0.0, 0.0).map_err(refused)?;
        Ok(canvas)
    }

    /// What a painting that goes on must know of what is painted.
    pub(super) fn done(self) -> Waiting {
        self.waiting
    }

    /// Puts an image in the place of the pixels under it, and the ground under the image.
    fn put(&mut self, image: &Image) -> Result<(), CanvasError> {
        let (x, y) = (f64::from(image.x), f64::from(image.y));
        let data = ImageData::new_with_u8_clamped_array(Clamped(&image.pixels), image.width).map_err(refused)?;
        self.context.put_image_data(&data, x, y).map_err(refused)?;
        let Some(ground) = self.ground else { return Ok(()) };
        self.fill_with(ground);
        let scale = UNITS / self.ratio;
        let (width, height) = (f64::from(image.width) * scale, f64::from(image.height) * scale);
        self.context.set_global_composite_operation("destination-over").map_err(refused)?;
        self.context.fill_rect(x * scale, y * scale, width, height);
        self.context.set_global_composite_operation("source-over").map_err(refused)
    }

    /// Sets what is filled with next, if it is not set already.
    fn fill_with(&mut self, color: BackendColor) {
        if self.fill != Some(color.rgb) {
            let (red, green, blue) = color.rgb;
            self.context.set_fill_style_str(&hex(RGBColor(red, green, blue)));
            self.fill = Some(color.rgb);
        }
        if self.alpha.to_bits() != color.alpha.to_bits() {
            self.context.set_global_alpha(color.alpha);
            self.alpha = color.alpha;
        }
    }

    /// Gets the inner backend's canvas ready for a path. That backend sets its own colours, alpha included.
    fn forward(&mut self, path: &[BackendCoord], reach: f64) -> Result<&mut CanvasBackend, CanvasError> {
        let first = path.first().copied().unwrap_or_default();
        let around = path.iter().fold(area(first, first), |around, at| around.union(area(*at, *at)));
        self.before(around.inflate(reach, reach))?;
        if self.alpha.to_bits() != 1.0_f64.to_bits() {
            self.context.set_global_alpha(1.0);
            self.alpha = 1.0;
        }
        Ok(&mut self.inner)
    }

    /// Draws what waits, before something is painted within a box of backend units.
    fn before(&mut self, area: Rect) -> Result<(), CanvasError> {
        self.flush()?;
        self.painted(area);
        Ok(())
    }

    /// Notes that a box in backend units is painted.
    fn painted(&mut self, area: Rect) {
        self.waiting.painted(area.scale_from_origin(self.ratio / UNITS));
    }

    /// Fills the polygons that wait.
    fn fill_path(&mut self) {
        if std::mem::take(&mut self.in_path) > 0 {
            self.context.fill();
        }
    }

    /// Draws the polygons or the dots that wait.
    fn flush(&mut self) -> Result<(), CanvasError> {
        self.fill_path();
        match self.waiting.take(self.size) {
            discs::Drawn::AsImage(image) => self.put(&image),
            discs::Drawn::OneByOne(discs) => {
                let scale = UNITS / self.ratio;
                for Disc { x, y, radius, color } in discs {
                    self.fill_with(color);
                    self.disc(f64::from(x) * scale, f64::from(y) * scale, f64::from(radius) * scale)?;
                }
                Ok(())
            }
        }
    }

    /// Fills a disc, in backend units.
    fn disc(&self, x: f64, y: f64, radius: f64) -> Result<(), CanvasError> {
        self.context.begin_path();
        self.context.arc(x, y, radius, 0.0, TAU).map_err(refused)?;
        self.context.fill();
        Ok(())
    }
}

/// The context's font for a size in CSS px: the very string that is measured and drawn.
pub(super) fn font(size: f64, bold: bool) -> String {
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "saturates; sizes are small")]
    let units = ((size * UNITS).round() as u32).to_string();
    [if bold { "bold " } else { "" }, &units, "px ", FONTS].concat()
}

/// The box between two corners, in backend units.
fn area(one: BackendCoord, other: BackendCoord) -> Rect {
    Rect::new(f64::from(one.0), f64::from(one.1), f64::from(other.0), f64::from(other.1)).abs()
}

/// A JavaScript exception in words: `name: message` for what has them.
fn refused(error: JsValue) -> CanvasError {
    let text = js_sys::Object::from(error).to_string();
    CanvasError::Refused(text.into())
}

fn lift(error: DrawingErrorKind<Inner>) -> DrawingErrorKind<CanvasError> {
    match error {
        DrawingErrorKind::DrawingError(_) => DrawingErrorKind::DrawingError(CanvasError::Inner),
        DrawingErrorKind::FontError(error) => DrawingErrorKind::FontError(error),
    }
}

fn drawn<T>(result: Result<T, CanvasError>) -> Result<T, DrawingErrorKind<CanvasError>> {
    result.map_err(DrawingErrorKind::DrawingError)
}

impl DrawingBackend for Canvas<'_> {
    type ErrorType = CanvasError;

    fn get_size(&self) -> (u32, u32) {
        self.size
    }

    fn ensure_prepared(&mut self) -> Drawn {
        Ok(())
    }

    fn present(&mut self) -> Drawn {
        drawn(self.flush())
    }

    fn draw_pixel(&mut self, _: BackendCoord, _: BackendColor) -> Drawn {
        drawn(Err(CanvasError::Unsupported))
    }

    fn draw_line<S: BackendStyle>(&mut self, from: BackendCoord, to: BackendCoord, style: &S) -> Drawn {
        self.draw_path([from, to], style)
    }

    fn draw_rect<S: BackendStyle>(&mut self, from: BackendCoord, to: BackendCoord, style: &S, fill: bool) -> Drawn {
        if !fill {
            return self.draw_path([from, (to.0, from.1), to, (from.0, to.1), from], style);
        }
        let area = area(from, to);
        drawn(self.before(area))?;
        self.fill_with(style.color());
        self.context.fill_rect(area.x0, area.y0, area.width(), area.height());
        Ok(())
    }

    fn draw_path<S: BackendStyle, I: IntoIterator<Item = BackendCoord>>(&mut self, path: I, style: &S) -> Drawn {
        let path = Vec::from_iter(path);
        drawn(self.forward(&path, f64::from(style.stroke_width())))?.draw_path(path, style).map_err(lift)
    }

    fn draw_circle<S: BackendStyle>(&mut self, center: BackendCoord, radius: u32, style: &S, fill: bool) -> Drawn {
        let reach = f64::from(radius);
        if !fill {
            let inner = drawn(self.forward(&[center], reach + f64::from(style.stroke_width())))?;
            return inner.draw_circle(center, radius, style, false).map_err(lift);
        }
        let (x, y) = (f64::from(center.0), f64::from(center.1));
        let scale = self.ratio / UNITS;
        if reach * scale <= LARGEST_STAMP {
            #[expect(clippy::cast_possible_truncation, reason = "a canvas is far smaller than an f32 is exact")]
            let disc = Disc {
                x: (x * scale) as f32,
                y: (y * scale) as f32,
                radius: (reach * scale) as f32,
                color: style.color(),
            };
            self.fill_path();
            self.waiting.push(disc);
            return Ok(());
        }
        drawn(self.before(Rect::from_center_size((x, y), (2.0 * reach, 2.0 * reach))))?;
        self.fill_with(style.color());
        drawn(self.disc(x, y, reach))
    }

    fn fill_polygon<S: BackendStyle, I: IntoIterator<Item = BackendCoord>>(&mut self, path: I, style: &S) -> Drawn {
        let color = style.color();
        // Polygons are wound one way, so that what two of them cover is filled too. Where they let something show through, it
        // would be covered once instead of twice.
        let is_alike = self.fill == Some(color.rgb) && self.alpha.min(color.alpha) >= 1.0;
        if !(is_alike && (1..MOST_IN_PATH).contains(&self.in_path)) {
            drawn(self.flush())?;
            self.fill_with(color);
            self.context.begin_path();
        }
        self.in_path += 1;
        let mut corners = path.into_iter();
        let first = corners.next().unwrap_or_default();
        self.context.move_to(first.0.into(), first.1.into());
        let mut around = area(first, first);
        for corner in corners {
            self.context.line_to(corner.0.into(), corner.1.into());
            around = around.union(area(corner, corner));
        }
        self.context.close_path();
        self.painted(around);
        Ok(())
    }

    fn draw_text<S: BackendTextStyle>(&mut self, text: &str, style: &S, at: BackendCoord) -> Drawn {
        let bounds = style.layout_box(text).map_err(|error| DrawingErrorKind::FontError(Box::new(error)))?;
        drawn(self.before(area(bounds.0, bounds.1) + Vec2::new(f64::from(at.0), f64::from(at.1))))?;
        self.fill_with(style.color());
        let bold = matches!(style.style(), FontStyle::Bold);
        let face = (style.size().to_bits(), bold);
        if self.font != Some(face) {
            self.context.set_font(&font(style.size(), bold));
            self.font = Some(face);
        }
        let align = style.anchor().h_pos;
        let word = match align {
            HPos::Left => "left",
            HPos::Center => "center",
            HPos::Right => "right",
        };
        if std::mem::discriminant(&self.align) != std::mem::discriminant(&align) {
            self.context.set_text_align(word);
            self.align = align;
        }
        drawn(self.context.fill_text(text, f64::from(at.0), f64::from(at.1)).map_err(refused))
    }

    fn estimate_text_size<S: BackendTextStyle>(
        &self,
        _: &str,
        _: &S,
    ) -> Result<(u32, u32), DrawingErrorKind<CanvasError>> {
        drawn(Err(CanvasError::Unsupported))
    }

    fn blit_bitmap(&mut self, _: BackendCoord, _: (u32, u32), _: &[u8]) -> Drawn {
        drawn(Err(CanvasError::Unsupported))
    }
}
