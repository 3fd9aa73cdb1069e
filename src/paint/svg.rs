//! A scene as SVG: for pages before and without script, for print, for download.
//!
//! plotters' own SVG backend writes whole numbers and colours as literals, and no classes; a page needs fractions, and one
//! picture for both themes. So this backend writes the colours of one palette, and classes (`f-hue-1` fills, `s-hue-1` strokes) by
//! which a page's stylesheet puts those in force in their place. It joins dots of one size, bars, and polygons into paths. What is
//! drawn alike is written alike, in steps from point to point, so that it weighs nothing once compressed.

mod filled;
mod path;
mod rows;

use plotters_backend::{
    BackendColor, BackendCoord, BackendStyle, BackendTextStyle, DrawingBackend, DrawingErrorKind, FontStyle,
};

use filled::Filled;
use path::Path;
use rows::Dots;

use super::{NoPixels, Palette, PixelGrid, UNITS, paint, theme};
use crate::format::decimal;
use crate::scene::{Ink, Scene};

/// The most shapes in a path. A path is stroked whole for every tile of the screen that it touches, so one that goes over
/// the whole figure costs a browser many times its dots.
const MOST_JOINED: usize = 100;

/// Fonts of every figure: the reader's own, Chinese first.
pub const FONTS: &str = "system-ui,-apple-system,'PingFang SC','Noto Sans CJK SC','Microsoft YaHei',sans-serif";

/// The ground of a palette, for a whole picture or for what is `width` by `height` of it.
pub fn ground(palette: &Palette, width: &str, height: &str) -> String {
    let color = theme::hex(palette.get(Ink::Ground));
    format!("<rect class=\"f-ground\" fill=\"{color}\" width=\"{width}\" height=\"{height}\"/>")
}

/// The shapes of a scene in the colours of a palette, without the `<svg>` around them.
///
/// # Errors
/// A text that cannot be written: the painter asked for its pixels.
pub fn shapes(scene: &Scene, palette: &Palette) -> Result<String, DrawingErrorKind<NoPixels>> {
    write(scene, palette, true)
}

/// The same without classes, for places that take them away.
///
/// # Errors
/// As [`shapes`].
#[cfg(feature = "standalone")]
pub fn plain_shapes(scene: &Scene, palette: &Palette) -> Result<String, DrawingErrorKind<NoPixels>> {
    write(scene, palette, false)
}

fn write(scene: &Scene, palette: &Palette, classed: bool) -> Result<String, DrawingErrorKind<NoPixels>> {
    let mut backend = Svg { palette, classed, text: String::new(), joined: None };
    paint(scene.items(), &Palette::of_inks(), PixelGrid { ratio: 2.0 }, &mut backend)?;
    Ok(backend.text)
}

/// A scene as a picture that stands alone, colours and ground included.
///
/// # Errors
/// As [`shapes`].
pub fn picture(scene: &Scene, palette: &Palette, title: &str) -> Result<String, DrawingErrorKind<NoPixels>> {
    let [width, height] = [short(scene.size.width), short(scene.size.height)];
    let parts = [
        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"",
        &width,
        "\" height=\"",
        &height,
        "\" viewBox=\"0 0 ",
        &width,
        " ",
        &height,
        "\" font-family=\"",
        FONTS,
        "\" role=\"img\"><title>",
        &escape(title),
        "</title>",
        &ground(palette, "100%", "100%"),
        &shapes(scene, palette)?,
        "</svg>\n",
    ];
    Ok(parts.concat())
}

/// Rules that colour the classes of [`shapes`] by custom properties of the inks' names, which must be set around them.
pub fn class_rules() -> String {
    let rule = |ink: Ink| {
        let name = ink.name();
        format!(".f-{name} {{\n  fill: var(--{name});\n}}\n.s-{name} {{\n  fill: none;\n  stroke: var(--{name});\n}}\n")
    };
    Ink::ALL.into_iter().map(rule).collect()
}

/// Text that may stand in SVG or HTML, in content and in quoted attributes. Characters that no XML allows are left out.
pub fn escape(text: &str) -> String {
    let mut safe = String::with_capacity(text.len());
    for character in text.chars() {
        match character {
            '&' => safe.push_str("&amp;"),
            '<' => safe.push_str("&lt;"),
            '>' => safe.push_str("&gt;"),
            '"' => safe.push_str("&quot;"),
            '\u{0}'..='\u{8}' | '\u{b}' | '\u{c}' | '\u{e}'..='\u{1f}' | '\u{fffe}' | '\u{ffff}' => {}
            other => safe.push(other),
        }
    }
    safe
}

/// Writes elements as calls come in, joining shapes of one look.
struct Svg<'a> {
    palette: &'a Palette,
    /// Whether a stylesheet can put other colours in place of the palette's.
    classed: bool,
    text: String,
    joined: Option<Joined>,
}

/// Shapes that are drawn alike, before they are written.
enum Joined {
    /// Filled shapes of one colour.
    Filled(Filled),
    /// Dots, which are looked at together.
    Dots(Dots),
}

impl Svg<'_> {
    /// The attributes that fill a shape with a colour of [`Palette::of_inks`].
    fn fill(&self, color: BackendColor) -> String {
        let (class, paint) = self.paint("f-", ink(color));
        [&class, "fill=\"", &paint, "\"", &opacity(color)].concat()
    }

    /// The attributes that draw a line `width` CSS px wide in a colour of [`Palette::of_inks`].
    fn stroke(&self, color: BackendColor, width: &str) -> String {
        let (class, paint) = self.paint("s-", ink(color));
        let line = [&class, "fill=\"none\" stroke=\"", &paint, "\""].concat();
        [&line, " stroke-width=\"", width, "\"", &opacity(color)].concat()
    }

    /// An ink's class, if it has one, and its colour.
    fn paint(&self, prefix: &str, ink: Ink) -> (String, String) {
        let class = if self.classed { ["class=\"", prefix, ink.name(), "\" "].concat() } else { String::new() };
        (class, theme::hex(self.palette.get(ink)))
    }

    fn element(&mut self, parts: &[&str]) {
        self.flush();
        self.text.push_str(&parts.concat());
    }

    /// Adds a filled shape to the path of its colour.
    fn join(&mut self, color: BackendColor, polygon: Vec<BackendCoord>) {
        let mut filled = match self.joined.take() {
            Some(Joined::Filled(filled)) if is_same(filled.color, color) && filled.polygons.len() < MOST_JOINED => {
                filled
            }
            other => {
                self.write(other);
                Filled { color, polygons: Vec::new() }
            }
        };
        filled.polygons.push(polygon);
        self.joined = Some(Joined::Filled(filled));
    }

    /// Adds a dot to those of its colour and size.
    fn join_dot(&mut self, center: BackendCoord, color: BackendColor, radius: u32) {
        let mut dots = match self.joined.take() {
            Some(Joined::Dots(dots)) if is_same(dots.color, color) && dots.radius == radius => dots,
            other => {
                self.write(other);
                Dots { color, radius, centers: Vec::new() }
            }
        };
        dots.centers.push(center);
        self.joined = Some(Joined::Dots(dots));
    }

    /// Writes the shapes joined so far.
    fn flush(&mut self) {
        let joined = self.joined.take();
        self.write(joined);
    }

    fn write(&mut self, joined: Option<Joined>) {
        match joined {
            None => {}
            Some(Joined::Filled(filled)) => self.filled(&filled),
            Some(Joined::Dots(dots)) => self.dots(&dots),
        }
    }

    fn path(&mut self, look: &str, path: &Path) {
        self.element(&["<path ", look, " d=\"", &path.data, "\"/>"]);
    }
}

/// The ink behind a colour of [`Palette::of_inks`].
fn ink(color: BackendColor) -> Ink {
    Ink::ALL.get(usize::from(color.rgb.2)).copied().unwrap_or(Ink::Text)
}

fn is_same(one: BackendColor, other: BackendColor) -> bool {
    (one.rgb, one.alpha) == (other.rgb, other.alpha)
}

fn opacity(color: BackendColor) -> String {
    if color.alpha < 1.0 { [" opacity=\"", &decimal(color.alpha, 2, false), "\""].concat() } else { String::new() }
}

/// Backend units as CSS px.
fn units(value: f64) -> String {
    short(value / UNITS)
}

/// A number with at most one decimal, no zeros at its end, and an ASCII minus.
pub(crate) fn short(value: f64) -> String {
    let text = decimal(value, 1, false);
    text.trim_end_matches('0').trim_end_matches('.').replace('−', "-")
}

type Drawn = Result<(), DrawingErrorKind<NoPixels>>;

impl DrawingBackend for Svg<'_> {
    type ErrorType = NoPixels;

    fn get_size(&self) -> (u32, u32) {
        (u32::MAX, u32::MAX)
    }

    fn ensure_prepared(&mut self) -> Drawn {
        Ok(())
    }

    fn present(&mut self) -> Drawn {
        self.flush();
        Ok(())
    }

    fn draw_pixel(&mut self, _: BackendCoord, _: BackendColor) -> Drawn {
        Err(DrawingErrorKind::DrawingError(NoPixels))
    }

    fn draw_line<S: BackendStyle>(&mut self, from: BackendCoord, to: BackendCoord, style: &S) -> Drawn {
        self.draw_path([from, to], style)
    }

    fn draw_rect<S: BackendStyle>(&mut self, from: BackendCoord, to: BackendCoord, style: &S, fill: bool) -> Drawn {
        if !fill {
            return self.draw_path([from, (to.0, from.1), to, (from.0, to.1), from], style);
        }
        self.join(style.color(), vec![from, (to.0, from.1), to, (from.0, to.1)]);
        Ok(())
    }

    fn draw_path<S: BackendStyle, I: IntoIterator<Item = BackendCoord>>(&mut self, points: I, style: &S) -> Drawn {
        let mut path = Path::default();
        path.through(points);
        let width = units(f64::from(style.stroke_width()));
        let look = self.stroke(style.color(), &width);
        self.path(&look, &path);
        Ok(())
    }

    fn draw_circle<S: BackendStyle>(&mut self, center: BackendCoord, radius: u32, style: &S, fill: bool) -> Drawn {
        if !fill {
            let [x, y, radius] = [f64::from(center.0), f64::from(center.1), f64::from(radius)].map(units);
            let width = units(f64::from(style.stroke_width()));
            let look = self.stroke(style.color(), &width);
            let place = [" cx=\"", &x, "\" cy=\"", &y, "\" r=\"", &radius, "\"/>"].concat();
            self.element(&["<circle ", &look, &place]);
            return Ok(());
        }
        self.join_dot(center, style.color(), radius);
        Ok(())
    }

    fn fill_polygon<S: BackendStyle, I: IntoIterator<Item = BackendCoord>>(&mut self, points: I, style: &S) -> Drawn {
        self.join(style.color(), points.into_iter().collect());
        Ok(())
    }

    fn draw_text<S: BackendTextStyle>(&mut self, text: &str, style: &S, at: BackendCoord) -> Drawn {
        let weight = if matches!(style.style(), FontStyle::Bold) { " font-weight=\"700\"" } else { "" };
        // In whole CSS px: nobody sees the difference, and a page has hundreds of texts.
        let [x, y] = [at.0, at.1].map(|at| (f64::from(at) / UNITS).round().to_string());
        self.element(&[
            "<text ",
            &self.fill(style.color()),
            weight,
            " font-size=\"",
            &short(style.size()),
            "\" x=\"",
            &x,
            "\" y=\"",
            &y,
            "\">",
            &escape(text),
            "</text>",
        ]);
        Ok(())
    }

    fn estimate_text_size<S: BackendTextStyle>(
        &self,
        _: &str,
        _: &S,
    ) -> Result<(u32, u32), DrawingErrorKind<NoPixels>> {
        Err(DrawingErrorKind::FontError(Box::new(NoPixels)))
    }

    fn blit_bitmap(&mut self, _: BackendCoord, _: (u32, u32), _: &[u8]) -> Drawn {
        Err(DrawingErrorKind::DrawingError(NoPixels))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::paint::theme::LIGHT;
    use crate::scene::{Item, Mark, Shape};
    use kurbo::{Point, Size};

    /// Compares what is drawn on the ground in one ink; `{ink}` in the expected text stands for the ink's colour.
    fn check(items: Vec<Item>, expected: &str) {
        let scene = Scene { size: Size::new(100.0, 100.0), marks: vec![Mark::furniture("mark", items)] };
        let drawn = shapes(&scene, &LIGHT).expect("a drawing");
        assert_eq!(drawn, expected.replace("{ink}", &theme::hex(LIGHT.get(Ink::Hue1))));
    }

    #[test]
    fn dots_of_one_size_are_one_element() {
        let centers = vec![Point::new(3.5, 3.0), Point::new(6.0, 3.0), Point::new(6.0, 2.5)];
        check(
            vec![Item::new(Shape::Dots { centers, radius: 1.25 }, Ink::Hue1)],
            "<path class=\"s-hue-1\" fill=\"none\" stroke=\"{ink}\" stroke-width=\"2.5\" stroke-linecap=\"round\" d=\"m3.5 3h0m2.5 0h0m0-.5h0\"/>",
        );
    }

    #[test]
    fn dots_in_rows_are_dashes() {
        let centers =
            (0..10).map(|dot| Point::new(3.0 + 2.5 * f64::from(dot % 5), 4.0 + 3.0 * f64::from(dot / 5))).collect();
        check(
            vec![Item::new(Shape::Dots { centers, radius: 1.25 }, Ink::Hue1)],
            "<path class=\"s-hue-1\" fill=\"none\" stroke=\"{ink}\" stroke-width=\"2\" stroke-linecap=\"round\" stroke-dasharray=\"0 2\" transform=\"translate(3 4)scale(1.25)\" d=\"m0 0h9m-9 2.4h9\"/>",
        );
    }

    #[test]
    fn equal_polygons_are_equal_steps_in_one_element() {
        let triangle =
            |x: f64| Item::new(Shape::Polygon([(x, 0.0), (x + 4.0, 0.0), (x, 2.5)].map(Point::from).into()), Ink::Hue1);
        check(
            vec![triangle(1.0), triangle(11.0), triangle(21.0)],
            "<path class=\"f-hue-1\" fill=\"{ink}\" d=\"m1 0h4l-4 2.5zm10 0h4l-4 2.5zm10 0h4l-4 2.5z\"/>",
        );
    }

    #[test]
    fn a_bar_keeps_its_fractions() {
        check(
            vec![Item::new(Shape::Bar(kurbo::Rect::new(0.5, 1.0, 10.0, 3.0)), Ink::Hue1)],
            "<path class=\"f-hue-1\" fill=\"{ink}\" d=\"m.5 1h9.5v2h-9.5z\"/>",
        );
    }

    #[test]
    fn markup_in_a_text_is_only_text() {
        assert_eq!(escape("<b a=\"1\">&\u{1}"), "&lt;b a=&quot;1&quot;&gt;&amp;");
    }
}
