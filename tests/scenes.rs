//! The scene of every kind of figure, written out a line a mark, in both languages at a phone's, a tablet's and a desk's width.
//!
//! A changed line is a changed picture: look at it, then renew the snapshots with
//! `INSTA_UPDATE=always cargo test --test scenes`. CI never writes them.

#![expect(
    clippy::expect_used,
    reason = "a test fails by panicking; clippy exempts test functions, and not what they call"
)]

pub mod fixtures;

use std::fmt::Write;

use infographic::figure::{Frame, layout};
use infographic::glyph::{Form, Glyph};
use infographic::paint::svg;
use infographic::paint::theme::{DARK, LIGHT};
use infographic::plate::{FigureSpec, Plate};
use infographic::scene::{Ink, Item, Mark, Scene, Shape};
use infographic::story::Locale;
use infographic::text::TableMeasure;
use kurbo::{Point, Rect, Size};

const WIDTHS: [f64; 3] = [288.0, 480.0, 680.0];

#[test]
fn scenes_are_as_they_were() {
    for story in [fixtures::EVERY_KIND, fixtures::OVER_TIME] {
        scenes_of(story);
    }
}

fn scenes_of(story: &str) {
    let plates = Locale::ALL.map(|locale| fixtures::plate(story, locale));
    let [first, ..] = &plates;
    for figure in &first.figures {
        let mut sheet = String::new();
        for plate in &plates {
            for width in WIDTHS {
                let figure = plate.figure(&figure.id).expect("the figure in every language");
                write(&mut sheet, plate, figure, width).expect("a string takes everything");
            }
        }
        insta::with_settings!({ omit_expression => true, prepend_module_to_snapshot => false }, {
            insta::assert_snapshot!(figure.id.as_str(), sheet);
        });
    }
}

/// Every glyph in every form at 14, 24 and 48 px, as a picture to look at, in both themes.
#[test]
fn glyphs_are_as_they_were() {
    let mut items = Vec::new();
    let forms = Glyph::ALL.iter().flat_map(|&glyph| {
        let forms = [Form::Full, Form::Half, Form::Outlined];
        forms.into_iter().take(if glyph.has_forms() { 3 } else { 1 }).map(move |form| (glyph, form))
    });
    let mut width = 12.0;
    for (glyph, form) in forms {
        for (y, size) in [(12.0, 14.0), (38.0, 24.0), (74.0, 48.0)] {
            items.extend(glyph.shapes(form, Point::new(width, y), size).map(|shape| Item::new(shape, Ink::Text)));
        }
        width += 60.0;
    }
    let scene = Scene { size: Size::new(width, 134.0), marks: vec![Mark::furniture("glyphs", items)] };
    for (name, palette) in [("glyphs-light.svg", &LIGHT), ("glyphs-dark.svg", &DARK)] {
        let picture = svg::picture(&scene, palette, "Every glyph at 14, 24 and 48 px").expect("a picture");
        insta::with_settings!({ omit_expression => true, prepend_module_to_snapshot => false }, {
            insta::assert_binary_snapshot!(name, picture.into_bytes());
        });
    }
}

fn write(sheet: &mut String, plate: &Plate, figure: &FigureSpec, width: f64) -> std::fmt::Result {
    let choice = figure.opening_choice.into();
    let frame = Frame { plate, width, hue: figure.hue, text_scale: 1.0, touched: true, choice, measure: &TableMeasure };
    let Scene { size, marks } = layout(&figure.drawing, &frame).expect("a scene");
    writeln!(sheet, "{} {:.0} × {:.1}", plate.locale.code(), size.width, size.height)?;
    for mark in marks {
        let fact = if mark.fact.is_some() { "" } else { " (no fact)" };
        writeln!(sheet, "  {}{fact} in {}", mark.key, area(mark.area))?;
        for Item { shape, ink, alpha } in mark.items {
            let faint = if alpha < 1.0 { format!(" at {alpha:.2}") } else { String::new() };
            writeln!(sheet, "    {}{faint}: {}", ink.name(), described(&shape))?;
        }
    }
    Ok(())
}

fn described(shape: &Shape) -> String {
    match shape {
        Shape::Bar(rect) => format!("bar {}", area(*rect)),
        Shape::Dots { centers, radius } => {
            let ends = [centers.first(), centers.last()].map(|end| end.map(|end| at(*end)).unwrap_or_default());
            format!("{} dots of {radius:.2} from {} to {}", centers.len(), ends[0], ends[1])
        }
        Shape::Ring { center, radius, width } => format!("ring {width:.1} at {} of {radius:.1}", at(*center)),
        Shape::Line { points, width } => format!("line {width:.1} {}", path(points)),
        // The pictures of the glyphs show their corners; here their place is enough.
        Shape::Polygon(points) if points.len() > 8 => {
            format!("polygon of {} corners in {}", points.len(), area(shape.bounds()))
        }
        Shape::Polygon(points) => format!("polygon {}", path(points)),
        Shape::Text(label) => {
            let weight = if label.font.bold { " bold" } else { "" };
            format!("text {:.1}{weight} at {} “{}”", label.font.size, at(label.at), label.text)
        }
    }
}

fn path(points: &[Point]) -> String {
    points.iter().map(|point| at(*point)).collect::<Vec<_>>().join(" ")
}

fn at(point: Point) -> String {
    format!("{:.1},{:.1}", point.x, point.y)
}

fn area(rect: Rect) -> String {
    format!("{:.1},{:.1} to {:.1},{:.1}", rect.x0, rect.y0, rect.x1, rect.y1)
}
