//! What the painter sends to a backend, and what the page's colours promise.

#![expect(clippy::expect_used, reason = "in a test, a surprise ends it")]

pub mod fixtures;

use infographic::figure::{Frame, layout};
use infographic::paint::theme::{DARK, LIGHT, NIGHT};
use infographic::paint::{NoPixels, Palette, PixelGrid, SceneElement, UNITS, Units, paint};
use infographic::scene::{Ink, Item, Label, Mark, Scene, Shape};
use infographic::story::Locale;
use infographic::text::{Font, TableMeasure};
use kurbo::{Point, Rect, Size};
use plotters::prelude::{IntoDrawingArea, SVGBackend};
use plotters::style::RGBColor;
use plotters_backend::{BackendColor, BackendCoord, BackendStyle, BackendTextStyle, DrawingBackend, DrawingErrorKind};

/// A backend that only remembers what it was asked to draw.
#[derive(Default)]
struct Recorder(Vec<Call>);

/// A call of a backend.
#[derive(Clone, Debug, PartialEq)]
enum Call {
    Bar,
    Stroke,
    Dot,
    Ring,
    Polygon,
    Text(String),
}

type Drawn = Result<(), DrawingErrorKind<NoPixels>>;

impl DrawingBackend for Recorder {
    type ErrorType = NoPixels;

    fn get_size(&self) -> (u32, u32) {
        (0, 0)
    }

    fn ensure_prepared(&mut self) -> Drawn {
        Ok(())
    }

    fn present(&mut self) -> Drawn {
        Ok(())
    }

    fn draw_pixel(&mut self, _: BackendCoord, _: BackendColor) -> Drawn {
        Err(DrawingErrorKind::DrawingError(NoPixels))
    }

    fn draw_rect<S: BackendStyle>(&mut self, _: BackendCoord, _: BackendCoord, _: &S, _: bool) -> Drawn {
        self.0.push(Call::Bar);
        Ok(())
    }

    fn draw_path<S: BackendStyle, I: IntoIterator<Item = BackendCoord>>(&mut self, _: I, _: &S) -> Drawn {
        self.0.push(Call::Stroke);
        Ok(())
    }

    fn draw_circle<S: BackendStyle>(&mut self, _: BackendCoord, _: u32, _: &S, fill: bool) -> Drawn {
        self.0.push(if fill { Call::Dot } else { Call::Ring });
        Ok(())
    }

    fn fill_polygon<S: BackendStyle, I: IntoIterator<Item = BackendCoord>>(&mut self, _: I, _: &S) -> Drawn {
        self.0.push(Call::Polygon);
        Ok(())
    }

    fn draw_text<S: BackendTextStyle>(&mut self, text: &str, _: &S, at: BackendCoord) -> Drawn {
        assert!(f64::from(at.0) >= 0.0 && f64::from(at.0) < 1000.0 * UNITS, "{text} is at {at:?}");
        self.0.push(Call::Text(text.to_owned()));
        Ok(())
    }
}

fn recorded(scene: &Scene) -> Vec<Call> {
    let mut recorder = Recorder::default();
    paint(scene.items(), &LIGHT, PixelGrid { ratio: 1.0 }, &mut recorder).expect("a recorder never fails");
    recorder.0
}

#[test]
fn everything_is_painted_in_the_order_of_the_scene() {
    let at = Point::new(10.0, 20.0);
    let font = Font { size: 14.0, bold: false };
    let shapes = [
        Shape::Text(Label::new("below", at, font, &TableMeasure)),
        Shape::Bar(Rect::new(0.0, 0.0, 90.0, 90.0)),
        Shape::Dots { centers: vec![at; 200], radius: 2.0 },
        Shape::Line { points: vec![at, Point::ORIGIN], width: 1.0 },
        Shape::Dots { centers: vec![at; 3], radius: 2.0 },
        Shape::Polygon(vec![at, Point::ORIGIN, Point::new(5.0, 0.0)]),
        Shape::Ring { center: at, radius: 5.0, width: 1.0 },
        Shape::Text(Label::new("above", at, font, &TableMeasure)),
    ];
    // Each in a mark of its own, then all in one.
    let items: Vec<Item> = shapes.into_iter().map(|shape| Item::new(shape, Ink::Hue1)).collect();
    let mut marks: Vec<Mark> = items.iter().map(|item| Mark::furniture("alone", vec![item.clone()])).collect();
    marks.push(Mark::furniture("together", items));
    let mut expected = vec![Call::Text("below".to_owned()), Call::Bar];
    expected.extend(vec![Call::Dot; 200]);
    expected.push(Call::Stroke);
    expected.extend(vec![Call::Dot; 3]);
    expected.extend([Call::Polygon, Call::Ring, Call::Text("above".to_owned())]);
    assert_eq!(recorded(&Scene { size: Size::new(100.0, 100.0), marks }), [expected.clone(), expected].concat());
}

#[test]
fn four_thousand_one_hundred_and_twenty_is_as_many_dots() {
    let plate = fixtures::plate(fixtures::EVERY_KIND, Locale::Zh);
    let figure = plate.figure("streets").expect("the figure");
    let choice = figure.opening_choice.into();
    let frame = Frame {
        plate: &plate,
        width: 680.0,
        hue: figure.hue,
        text_scale: 1.0,
        touched: true,
        choice,
        measure: &TableMeasure,
    };
    let scene = layout(&figure.drawing, &frame).expect("a scene");
    let calls = recorded(&scene);
    assert_eq!(calls.iter().filter(|call| **call == Call::Dot).count(), 4120 + 310 + 96 + 12);
    let says = |call: &Call| matches!(call, Call::Text(text) if text.contains("4120"));
    assert!(calls.iter().any(says), "{calls:?}");
}

#[test]
fn an_element_of_plotters_is_drawn_where_its_area_begins() {
    let mark = Mark::furniture(
        "dots",
        vec![Item::new(Shape::Dots { centers: vec![Point::new(3.0, 4.0)], radius: 2.0 }, Ink::Hue1)],
    );
    let scene = Scene { size: Size::new(100.0, 100.0), marks: vec![mark] };
    let mut svg = String::new();
    let area = SVGBackend::with_string(&mut svg, (200, 200)).into_drawing_area();
    let (_, below) = area.split_vertically(50);
    below
        .draw(&SceneElement { scene: &scene, palette: &LIGHT, at: (10, 20), units: Units::pixels(2.0) })
        .expect("a drawing");
    drop((area, below));
    assert!(svg.contains("cx=\"16\" cy=\"78\" r=\"4\""), "{svg}");
}

/// Relative luminance and contrast as WCAG 2.2 defines them.
fn luminance(RGBColor(red, green, blue): RGBColor) -> f64 {
    let linear = |channel: u8| {
        let value = f64::from(channel) / 255.0;
        if value <= 0.04045 { value / 12.92 } else { ((value + 0.055) / 1.055).powf(2.4) }
    };
    0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue)
}

fn contrast(one: RGBColor, other: RGBColor) -> f64 {
    let (one, other) = (luminance(one), luminance(other));
    (one.max(other) + 0.05) / (one.min(other) + 0.05)
}

const PALETTES: [(&str, Palette); 3] = [("light", LIGHT), ("dark", DARK), ("night", NIGHT)];

/// The chapters' colours, and that of what was before.
fn hues() -> impl Iterator<Item = Ink> {
    Ink::ALL.into_iter().filter(|ink| ink.is_hue() || *ink == Ink::Before)
}

#[test]
fn text_and_marks_stand_out_on_every_ground() {
    for (name, palette) in PALETTES {
        let against_ground = |ink: Ink| contrast(palette.get(ink), palette.get(Ink::Ground));
        // Chapters' colours are those of their headings too.
        for ink in hues().chain([Ink::Text, Ink::Muted]) {
            assert!(against_ground(ink) >= 4.5, "{ink:?} has {:.2} on {name}", against_ground(ink));
        }
        assert!(against_ground(Ink::Pale) >= 3.0, "pale has {:.2} on {name}", against_ground(Ink::Pale));
        for ink in hues() {
            let on_mark = contrast(palette.get(Ink::OnMark), palette.get(ink));
            assert!(on_mark >= 4.5, "text on {ink:?} has {on_mark:.2} on {name}");
        }
    }
}

/// How a dichromat sees a colour: the matrices of Machado, Oliveira and Fernandes (2009) at full severity, in linear light.
const DEFICIENCIES: [(&str, [[f64; 3]; 3]); 4] = [
    ("protanopia", [[0.152286, 1.052583, -0.204868], [0.114503, 0.786281, 0.099216], [-0.003882, -0.048116, 1.051998]]),
    (
        "deuteranopia",
        [[0.367322, 0.860646, -0.227968], [0.280085, 0.672501, 0.047413], [-0.011820, 0.042940, 0.968881]],
    ),
    ("tritanopia", [[1.255528, -0.076749, -0.178779], [-0.078411, 0.930809, 0.147602], [0.004733, 0.691367, 0.303900]]),
    ("no deficiency", [[1.0, 0.0, 0.0], [0.0, 1.0, 0.0], [0.0, 0.0, 1.0]]),
];

/// CIE L*a*b* under D65 of a colour as seen.
fn lab(RGBColor(red, green, blue): RGBColor, matrix: &[[f64; 3]; 3]) -> [f64; 3] {
    let linear = [red, green, blue].map(|channel| {
        let value = f64::from(channel) / 255.0;
        if value <= 0.04045 { value / 12.92 } else { ((value + 0.055) / 1.055).powf(2.4) }
    });
    let times = |row: &[f64; 3]| row.iter().zip(linear).map(|(a, b)| a * b).sum::<f64>().clamp(0.0, 1.0);
    let [r, g, b] = [times(&matrix[0]), times(&matrix[1]), times(&matrix[2])];
    let f = |t: f64| if t > 0.008856 { t.cbrt() } else { 7.787 * t + 16.0 / 116.0 };
    let x = f((0.4124 * r + 0.3576 * g + 0.1805 * b) / 0.9505);
    let y = f(0.2126 * r + 0.7152 * g + 0.0722 * b);
    let z = f((0.0193 * r + 0.1192 * g + 0.9505 * b) / 1.089);
    [116.0 * y - 16.0, 500.0 * (x - y), 200.0 * (y - z)]
}

/// How far two inks are apart for the reader who tells them apart least, as ΔE 1976.
fn difference(palette: &Palette, one: Ink, other: Ink) -> f64 {
    let seen = |(_, matrix): &(&str, [[f64; 3]; 3])| {
        let (a, b) = (lab(palette.get(one), matrix), lab(palette.get(other), matrix));
        a.iter().zip(b).map(|(a, b)| (a - b).powi(2)).sum::<f64>().sqrt()
    };
    DEFICIENCIES.iter().map(seen).fold(f64::INFINITY, f64::min)
}

#[test]
fn chapters_stay_apart_without_full_colour_vision() {
    for (name, palette) in PALETTES {
        let chapters: Vec<Ink> = Ink::ALL.into_iter().filter(|ink| ink.is_hue()).collect();
        let neighbours = chapters.iter().zip(chapters.iter().cycle().skip(1));
        // The first five may stand together where the page is opened; what was before stands in every chapter.
        let opening = chapters[..5].iter().flat_map(|one| chapters[..5].iter().map(move |other| (one, other)));
        let before = chapters.iter().map(|chapter| (chapter, &Ink::Before));
        for (one, other) in neighbours.chain(opening).chain(before).filter(|(one, other)| one != other) {
            let apart = difference(&palette, *one, *other);
            assert!(apart >= 15.0, "{one:?} and {other:?} differ by {apart:.1} on {name}");
        }
    }
}

#[test]
fn the_palette_tells_inks_apart_again() {
    let palette = Palette::of_inks();
    for (index, ink) in Ink::ALL.into_iter().enumerate() {
        assert_eq!(usize::from(palette.get(ink).2), index);
    }
}
