//! What each step from the story to a picture costs, figure by figure: `cargo bench`.
//!
//! Natively, and without a browser's part: texts are measured by a table, and painting goes to a backend that only counts.
//! How the whole fares in a browser, beside other libraries, is measured by `bench/`.

#![expect(clippy::expect_used, reason = "a benchmark of a broken story has nothing to measure")]

use divan::{Bencher, black_box};
use infographic::edition::Edition;
use infographic::figure::{Frame, layout, opening_choice};
use infographic::paint::theme::LIGHT;
use infographic::paint::{NoPixels, PixelGrid, paint, svg};
use infographic::plate::{FigureSpec, Plate};
use infographic::scene::Scene;
use infographic::story::{Locale, Story};
use infographic::text::TableMeasure;
use kurbo::Point;
use plotters_backend::{BackendColor, BackendCoord, BackendStyle, BackendTextStyle, DrawingBackend, DrawingErrorKind};

const STORY: &str = include_str!("../data/story.json");
const WIDTH: f64 = 720.0;

/// One figure of each kind of drawing.
const FIGURES: [&str; 13] = [
    "headline",
    "innovators",
    "matching",
    "plan",
    "pipeline",
    "capacity",
    "reach",
    "frequency",
    "months",
    "growth",
    "services",
    "firsts",
    "dates",
];

fn main() {
    divan::main();
}

#[divan::bench]
fn parse() -> Story {
    serde_json::from_str(black_box(STORY)).expect("a story")
}

#[divan::bench]
fn edition_and_plate(bencher: Bencher) {
    bencher.with_inputs(parse).bench_values(|story| Edition::new(story, Locale::Zh).expect("an edition").plate());
}

#[divan::bench]
fn unpack(bencher: Bencher) {
    let packed = plate().pack();
    bencher.bench(|| Plate::unpack(black_box(&packed)));
}

#[divan::bench(args = FIGURES)]
fn lay_out(bencher: Bencher, id: &str) {
    let plate = plate();
    let figure = plate.figure(id).expect("a figure");
    bencher.bench(|| scene(&plate, black_box(figure)));
}

/// A sweep of a hundred points across the figure.
#[divan::bench(args = FIGURES)]
fn hit_a_hundred(bencher: Bencher, id: &str) {
    let scene = of(id);
    let size = scene.size;
    bencher.bench(|| {
        let points = (0..100).map(|step| f64::from(step) / 100.0);
        points.filter_map(|at| scene.hit(Point::new(at * size.width, at * size.height), 3.0)).sum::<usize>()
    });
}

#[divan::bench(args = FIGURES)]
fn paint_on_nothing(bencher: Bencher, id: &str) {
    let scene = of(id);
    bencher.bench(|| {
        let mut backend = Counter(0);
        paint(black_box(&scene), &LIGHT, PixelGrid { ratio: 1.0 }, &mut backend).expect("a painting");
        backend.0
    });
}

#[divan::bench(args = FIGURES)]
fn paint_as_svg(bencher: Bencher, id: &str) {
    let scene = of(id);
    bencher.bench(|| svg::shapes(black_box(&scene)));
}

fn plate() -> Plate {
    Edition::new(parse(), Locale::Zh).expect("an edition").plate()
}

fn of(id: &str) -> Scene {
    let plate = plate();
    scene(&plate, plate.figure(id).expect("a figure"))
}

fn scene(plate: &Plate, figure: &FigureSpec) -> Scene {
    let choice = opening_choice(&figure.drawing);
    let frame = Frame { plate, width: WIDTH, hue: figure.hue, text_scale: 1.0, choice, measure: &TableMeasure };
    layout(&figure.drawing, &frame).expect("a scene")
}

/// A backend that counts its calls.
struct Counter(usize);

type Drawn = Result<(), DrawingErrorKind<NoPixels>>;

impl Counter {
    fn count<T>(&mut self, call: T) -> Drawn {
        black_box(call);
        self.0 += 1;
        Ok(())
    }
}

impl DrawingBackend for Counter {
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

    fn draw_pixel(&mut self, at: BackendCoord, _: BackendColor) -> Drawn {
        self.count(at)
    }

    fn draw_rect<S: BackendStyle>(&mut self, from: BackendCoord, to: BackendCoord, _: &S, _: bool) -> Drawn {
        self.count((from, to))
    }

    fn draw_path<S: BackendStyle, I: IntoIterator<Item = BackendCoord>>(&mut self, path: I, _: &S) -> Drawn {
        self.count(path.into_iter().count())
    }

    fn draw_circle<S: BackendStyle>(&mut self, at: BackendCoord, radius: u32, _: &S, _: bool) -> Drawn {
        self.count((at, radius))
    }

    fn fill_polygon<S: BackendStyle, I: IntoIterator<Item = BackendCoord>>(&mut self, path: I, _: &S) -> Drawn {
        self.count(path.into_iter().count())
    }

    fn draw_text<S: BackendTextStyle>(&mut self, text: &str, _: &S, at: BackendCoord) -> Drawn {
        self.count((text.len(), at))
    }
}
