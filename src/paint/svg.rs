//! A scene as SVG: for pages before and without script, for print, for download.
//!
//! plotters' own SVG backend writes whole numbers and colours as literals, and no classes; a page needs fractions, and one
//! picture for both themes. So this backend writes classes (`f-one` fills, `s-one` strokes), which the page's stylesheet
//! or the picture's own [`style`] colours, and joins dots of one size into paths: 5,899 dots are 59 elements.

use plotters_backend::{
    BackendColor, BackendCoord, BackendStyle, BackendTextStyle, DrawingBackend, DrawingErrorKind, FontStyle,
};

use super::{Grid, NoPixels, Palette, UNITS, paint, theme};
use crate::format::decimal;
use crate::scene::{Ink, Scene};

/// The most dots in a path. A path is stroked whole for every tile of the screen that it touches, so one that goes over
/// the whole figure costs a browser many times its dots.
const MOST_JOINED: usize = 100;

/// Fonts of every figure: the reader's own, Chinese first.
pub const FONTS: &str = "system-ui,-apple-system,'PingFang SC','Noto Sans CJK SC','Microsoft YaHei',sans-serif";

/// The shapes of a scene, without the `<svg>` around them. Colours are classes.
///
/// # Errors
/// A text that cannot be written: the painter asked for its pixels.
pub fn shapes(scene: &Scene) -> Result<String, DrawingErrorKind<NoPixels>> {
    let mut backend = Svg { text: String::new(), dots: None };
    paint(scene, &Palette::of_inks(), Grid { ratio: 2.0 }, &mut backend)?;
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
        "</title><style>",
        &style(palette),
        "</style><rect class=\"f-ground\" width=\"100%\" height=\"100%\"/>",
        &shapes(scene)?,
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

/// Rules with the colours of one palette written out: for a picture that stands alone.
fn style(palette: &Palette) -> String {
    let rule = |ink: Ink| {
        let (name, color) = (ink.name(), theme::hex(palette.get(ink)));
        format!(".f-{name}{{fill:{color}}}.s-{name}{{fill:none;stroke:{color}}}")
    };
    Ink::ALL.into_iter().map(rule).collect::<String>() + ".d{stroke-linecap:round}.b{font-weight:700}"
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

/// Writes elements as calls come in, joining dots of one style and size.
struct Svg {
    text: String,
    dots: Option<Dots>,
}

struct Dots {
    class: &'static str,
    radius: u32,
    alpha: f64,
    at: (i64, i64),
    count: usize,
    path: String,
}

impl Svg {
    fn element(&mut self, parts: &[&str]) {
        self.flush();
        for part in parts {
            self.text.push_str(part);
        }
    }

    /// Writes the dots that have been joined so far.
    fn flush(&mut self) {
        if let Some(dots) = self.dots.take() {
            let width = units(f64::from(dots.radius) * 2.0);
            let parts = [
                "<path class=\"d s-",
                dots.class,
                "\" stroke-width=\"",
                &width,
                "\"",
                &opacity(dots.alpha),
                " d=\"",
                &dots.path,
                "\"/>",
            ];
            self.text.push_str(&parts.concat());
        }
    }
}

/// The ink behind a colour of [`Palette::of_inks`].
fn ink(color: BackendColor) -> &'static str {
    Ink::ALL.get(usize::from(color.rgb.2)).unwrap_or(&Ink::Text).name()
}

fn opacity(alpha: f64) -> String {
    if alpha < 1.0 { [" opacity=\"", &short(alpha), "\""].concat() } else { String::new() }
}

/// Backend units as CSS px.
fn units(value: f64) -> String {
    short(value / UNITS)
}

/// A number with at most two decimals, no zeros at its end, and an ASCII minus.
fn short(value: f64) -> String {
    let text = decimal(value, 2, false);
    text.trim_end_matches('0').trim_end_matches('.').replace('−', "-")
}

fn hundredths(value: i32) -> i64 {
    (i64::from(value) * 100 + 32).div_euclid(64)
}

/// A number of hundredths as short as a path allows: `.5`, `-12`.
fn from_hundredths(value: i64) -> String {
    let text = format!("{}.{:02}", value.abs() / 100, value.abs() % 100);
    let text = text.trim_end_matches('0').trim_end_matches('.');
    let text = text.strip_prefix('0').filter(|rest| !rest.is_empty()).unwrap_or(text);
    if value < 0 { ["-", text].concat() } else { text.to_owned() }
}

fn path_data(path: impl IntoIterator<Item = BackendCoord>) -> String {
    let mut data = String::new();
    for (x, y) in path {
        data.push(if data.is_empty() { 'M' } else { 'L' });
        data.push_str(&[&units(f64::from(x)), " ", &units(f64::from(y))].concat());
    }
    data
}

type Drawn = Result<(), DrawingErrorKind<NoPixels>>;

impl DrawingBackend for Svg {
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
        let [x, y] = [from.0, from.1].map(|at| units(f64::from(at)));
        let [width, height] = [to.0.saturating_sub(from.0), to.1.saturating_sub(from.1)].map(|at| units(f64::from(at)));
        let (class, opacity) = (ink(style.color()), opacity(style.color().alpha));
        self.element(&[
            "<rect class=\"f-",
            class,
            "\"",
            &opacity,
            " x=\"",
            &x,
            "\" y=\"",
            &y,
            "\" width=\"",
            &width,
            "\" height=\"",
            &height,
            "\"/>",
        ]);
        Ok(())
    }

    fn draw_path<S: BackendStyle, I: IntoIterator<Item = BackendCoord>>(&mut self, path: I, style: &S) -> Drawn {
        let (class, opacity) = (ink(style.color()), opacity(style.color().alpha));
        let width = units(f64::from(style.stroke_width()));
        let data = path_data(path);
        self.element(&[
            "<path class=\"s-",
            class,
            "\" stroke-width=\"",
            &width,
            "\"",
            &opacity,
            " d=\"",
            &data,
            "\"/>",
        ]);
        Ok(())
    }

    fn draw_circle<S: BackendStyle>(&mut self, center: BackendCoord, radius: u32, style: &S, fill: bool) -> Drawn {
        let (class, alpha) = (ink(style.color()), style.color().alpha);
        if !fill {
            let [x, y, radius] = [f64::from(center.0), f64::from(center.1), f64::from(radius)].map(units);
            let width = units(f64::from(style.stroke_width()));
            self.element(&[
                "<circle class=\"s-",
                class,
                "\"",
                &opacity(alpha),
                " stroke-width=\"",
                &width,
                "\" cx=\"",
                &x,
                "\" cy=\"",
                &y,
                "\" r=\"",
                &radius,
                "\"/>",
            ]);
            return Ok(());
        }
        let at = (hundredths(center.0), hundredths(center.1));
        let joins = self.dots.as_ref().is_some_and(|dots| {
            (dots.class, dots.radius) == (class, radius) && dots.alpha == alpha && dots.count < MOST_JOINED
        });
        if !joins {
            self.flush();
        }
        // A line of no length with round ends is a disc.
        let fresh = || Dots { class, radius, alpha, at: (0, 0), count: 0, path: String::new() };
        let dots = self.dots.get_or_insert_with(fresh);
        let (dx, dy) = (from_hundredths(at.0 - dots.at.0), from_hundredths(at.1 - dots.at.1));
        let space = if dy.starts_with('-') { "" } else { " " };
        dots.path.push_str(&["m", &dx, space, &dy, "h0"].concat());
        dots.at = at;
        dots.count += 1;
        Ok(())
    }

    fn fill_polygon<S: BackendStyle, I: IntoIterator<Item = BackendCoord>>(&mut self, path: I, style: &S) -> Drawn {
        let (class, opacity) = (ink(style.color()), opacity(style.color().alpha));
        let data = path_data(path);
        self.element(&["<path class=\"f-", class, "\"", &opacity, " d=\"", &data, "Z\"/>"]);
        Ok(())
    }

    fn draw_text<S: BackendTextStyle>(&mut self, text: &str, style: &S, at: BackendCoord) -> Drawn {
        let weight = if matches!(style.style(), FontStyle::Bold) { "b " } else { "" };
        let color = style.color();
        let [x, y] = [at.0, at.1].map(|at| units(f64::from(at)));
        self.element(&[
            "<text class=\"",
            weight,
            "f-",
            ink(color),
            "\"",
            &opacity(color.alpha),
            " x=\"",
            &x,
            "\" y=\"",
            &y,
            "\" font-size=\"",
            &short(style.size()),
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
    use crate::scene::{Item, Mark, Shape};
    use kurbo::{Point, Size};

    fn check(shape: Shape, expected: &str) {
        let mark = Mark::furniture("mark", vec![Item::new(shape, Ink::One)]);
        let scene = Scene { size: Size::new(100.0, 100.0), marks: vec![mark] };
        assert_eq!(shapes(&scene).expect("a drawing"), expected);
    }

    #[test]
    fn dots_of_one_size_are_one_element() {
        let centers = vec![Point::new(3.5, 3.0), Point::new(6.0, 3.0), Point::new(6.0, 2.5)];
        check(
            Shape::Dots { centers, radius: 1.25 },
            "<path class=\"d s-one\" stroke-width=\"2.5\" d=\"m3.5 3h0m2.5 0h0m0-.5h0\"/>",
        );
    }

    #[test]
    fn a_bar_keeps_its_fractions() {
        check(
            Shape::Bar(kurbo::Rect::new(0.5, 1.0, 10.0, 3.0)),
            "<rect class=\"f-one\" x=\"0.5\" y=\"1\" width=\"9.5\" height=\"2\"/>",
        );
    }

    #[test]
    fn markup_in_a_text_is_only_text() {
        assert_eq!(escape("<b a=\"1\">&\u{1}"), "&lt;b a=&quot;1&quot;&gt;&amp;");
    }
}
