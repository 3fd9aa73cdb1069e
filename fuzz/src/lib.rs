//! What is fuzzed: three doors that strange bytes come in by. Each function panics where something is wrong, and gives
//! nothing back.
//!
//! The fuzzers in `fuzz_targets/` call these, and so does `tests/corpus.rs`, which includes this file.

#![expect(clippy::expect_used, reason = "a fuzzer finds what panics")]

use infographic::describe;
use infographic::edition::Edition;
use infographic::figure::{Frame, layout};
use infographic::page::document;
use infographic::paint::svg;
use infographic::paint::theme::LIGHT;
use infographic::plate::Plate;
use infographic::scene::Scene;
use infographic::story::Qualifier;
use infographic::story::formula::Expr;
use infographic::story::quantity::Quantity;
use infographic::story::source::read;
use infographic::story::unit::Dimension;
use infographic::text::TableMeasure;
use kurbo::Point;

/// A story file: read and checked. A sound one must come out in every language that it is told in, as a page and as tables.
pub fn story(bytes: &[u8]) {
    let Ok(text) = str::from_utf8(bytes) else { return };
    let Ok(story) = read(text) else { return };
    for locale in story.locales.clone() {
        let edition = Edition::new(story.clone(), locale).expect("a sound story is worked out");
        document::whole(&edition, &edition.plate(), None, None);
        describe::file(&edition, None).expect("a sound story has all its facts");
        for figure in edition.figures() {
            describe::file(&edition, Some(figure)).expect("a sound figure has all its facts");
        }
    }
}

/// A formula: read and worked out, with names that have numbers of every sort, by their letters and their length.
pub fn formula(text: &str) {
    let Ok(expr) = Expr::parse(text) else { return };
    let quantity = |name: &str| {
        let (length, units) = (name.len(), ["1", "t", "trip/day", "t/trip"]);
        let unit = units.get(length % units.len())?;
        let value = if name.contains('x') { 0.0 } else { 10f64.powi(i32::try_from(length * 8).ok()?) / 7.0 };
        let qualifier = if name.contains('o') { Qualifier::Over } else { Qualifier::Exact };
        let digits = if name.contains('e') { Some(u8::try_from(length).ok()?) } else { None };
        Some(Quantity::new(value, digits, Dimension::parse(unit), qualifier)).filter(|_| !name.contains('z'))
    };
    if let Ok(result) = expr.evaluate(&quantity) {
        result.decimals(1.0);
    }
}

/// A packed plate: every figure of it is laid out on a phone and on a desk, touched, and drawn. One that lacks a fact is
/// refused in words.
pub fn plate(bytes: &[u8]) {
    let Ok(plate) = Plate::unpack(bytes) else { return };
    for figure in &plate.figures {
        // All facts, one of them, another one: a longer list has nothing else to show.
        for choice in 0..figure.choices.len().clamp(1, 3) {
            for width in [240.0, 680.0] {
                let frame = Frame {
                    plate: &plate,
                    width,
                    hue: figure.hue,
                    text_scale: 1.0,
                    touched: true,
                    choice,
                    measure: &TableMeasure,
                };
                if let Ok(scene) = layout(&figure.drawing, &frame) {
                    look_at(&scene);
                }
            }
        }
    }
}

fn look_at(scene: &Scene) {
    let size = scene.size;
    for (x, y) in [(0.0, 0.0), (0.5, 0.5), (0.3, 0.1), (1.0, 1.0), (-1.0, 2.0), (f64::NAN, f64::INFINITY)] {
        let hit = scene.hit(Point::new(x * size.width, y * size.height), 8.0);
        assert!(hit.is_none_or(|mark| mark < scene.marks.len()), "a mark that is not there was hit");
    }
    svg::shapes(scene, &LIGHT).expect("SVG needs no pixels");
}
