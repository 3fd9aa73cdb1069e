//! Scenes on plotters' own backends, compared with our SVG: all are drawn in pixels, in one font of this machine.

#![expect(clippy::expect_used, clippy::indexing_slicing, reason = "in a test, a surprise ends it")]

#[path = "../examples/plotters.rs"]
pub mod example;
pub mod fixtures;

use std::sync::{Arc, LazyLock};

use example::{SystemFont, scene, size};
use infographic::paint::svg::picture;
use infographic::paint::theme::LIGHT;
use infographic::paint::{SceneElement, Units};
use infographic::scene::{Ink, Item, Label, Mark, Scene, Shape};
use infographic::story::Locale;
use infographic::text::{Font, TableMeasure};
use kurbo::{Point, Size};
use plotters::prelude::{BitMapBackend, DrawingBackend, IntoDrawingArea, SVGBackend};
use plotters::style::RGBColor;
use resvg::tiny_skia::{Pixmap, Transform};
use resvg::usvg::fontdb::Database;
use resvg::usvg::{Options, Tree};

/// Device px in a CSS px.
const RATIO: u32 = 2;
/// The side of a square that is compared as one, in device px.
const BLOCK: usize = 16;
/// The share of what is drawn that may differ on `SVGBackend`, which counts in whole pixels, and on `BitMapBackend`,
/// which also sets each letter on a whole pixel.
const ALLOWED: [f64; 2] = [0.08, 0.28];
/// The same for fields of dots with a radius below 3 CSS px: half a pixel is much of such a dot.
const ALLOWED_SMALL_DOTS: [f64; 2] = [0.32, 0.58];

static FONT: LazyLock<Option<SystemFont>> = LazyLock::new(|| {
    let font = SystemFont::find()?;
    font.register().expect("plotters reads the font");
    Some(font)
});

/// The font of this machine. Without one there is nothing to compare, and the test says so.
fn font() -> Option<&'static SystemFont> {
    let font = FONT.as_ref();
    if font.is_none() {
        eprintln!("skipped: no font is installed here; on Debian: apt-get install fonts-dejavu-core");
    }
    font
}

/// A picture, row by row: how bright each pixel is, from 0 to 255.
struct Picture {
    width: usize,
    pixels: Vec<u8>,
}

impl Picture {
    fn new(width: u32, bytes: &[u8], in_a_pixel: usize) -> Self {
        let brightness = |pixel: &[u8]| pixel.iter().take(3).map(|part| u16::from(*part)).sum::<u16>() / 3;
        let pixels = bytes.chunks(in_a_pixel).map(|pixel| u8::try_from(brightness(pixel)).expect("a mean of bytes"));
        Self { width: width as usize, pixels: pixels.collect() }
    }

    /// The picture of an SVG document.
    fn of_svg(svg: &str, (width, height): (u32, u32), ratio: u32, font: &SystemFont) -> Self {
        let mut fonts = Database::new();
        fonts.load_font_data(font.regular.to_vec());
        fonts.load_font_data(font.bold.to_vec());
        fonts.set_sans_serif_family(&font.family);
        let options = Options { fontdb: Arc::new(fonts), ..Options::default() };
        let tree = Tree::from_str(svg, &options).expect("SVG");
        let mut pixels = Pixmap::new(width, height).expect("a picture with a size");
        let ratio = f32::from(u8::try_from(ratio).expect("a small ratio"));
        resvg::render(&tree, Transform::from_scale(ratio, ratio), &mut pixels.as_mut());
        Self::new(width, pixels.data(), 4)
    }

    /// How bright each square of `BLOCK` pixels is in all: edges and letters may lie a pixel off, but not elsewhere.
    fn blocks(&self) -> Vec<i64> {
        let columns = self.width.div_ceil(BLOCK);
        let mut blocks = vec![0; columns * (self.pixels.len() / self.width).div_ceil(BLOCK)];
        for (at, brightness) in self.pixels.iter().enumerate() {
            blocks[at / self.width / BLOCK * columns + at % self.width / BLOCK] += i64::from(*brightness);
        }
        blocks
    }

    /// How much their blocks differ in all.
    #[expect(clippy::cast_precision_loss, reason = "a picture has far fewer than 2^52 pixels")]
    fn difference(&self, other: &Self) -> f64 {
        assert_eq!((self.width, self.pixels.len()), (other.width, other.pixels.len()));
        self.blocks().iter().zip(other.blocks()).map(|(one, other)| one.abs_diff(other)).sum::<u64>() as f64
    }

    /// Left, top, right and bottom of what is dark, in device px.
    fn dark(&self) -> [usize; 4] {
        let dark = self.pixels.iter().enumerate().filter(|(_, brightness)| **brightness < 128);
        dark.map(|(at, _)| (at % self.width, at / self.width)).fold([usize::MAX, usize::MAX, 0, 0], |all, (x, y)| {
            [all[0].min(x), all[1].min(y), all[2].max(x), all[3].max(y)]
        })
    }
}

/// A scene as our SVG, by plotters' `SVGBackend`, and by its `BitMapBackend`.
fn pictures(scene: &Scene, font: &SystemFont) -> [Picture; 3] {
    let size = size(scene, RATIO);
    let ours = picture(scene, &LIGHT, "ours").expect("a picture");
    let mut svg = String::new();
    draw(SVGBackend::with_string(&mut svg, size), scene, Units::pixels(f64::from(RATIO)));
    let mut pixels = vec![0; size.0 as usize * size.1 as usize * 3];
    draw(BitMapBackend::with_buffer(&mut pixels, size), scene, font.units(RATIO));
    [Picture::of_svg(&ours, size, RATIO, font), Picture::of_svg(&svg, size, 1, font), Picture::new(size.0, &pixels, 3)]
}

fn draw<DB: DrawingBackend>(backend: DB, scene: &Scene, units: Units) {
    let area = backend.into_drawing_area();
    area.fill(&LIGHT.get(Ink::Ground)).expect("a ground");
    area.draw(&SceneElement { scene, palette: &LIGHT, at: (0, 0), units }).expect("a drawing");
    area.present().expect("a picture");
}

#[test]
fn figures_look_the_same_on_every_backend() {
    let Some(font) = font() else { return };
    let plate = fixtures::plate(fixtures::EVERY_KIND, Locale::En);
    let RGBColor(red, green, blue) = LIGHT.get(Ink::Ground);
    let ground = Picture::new(1, &[red, green, blue], 3).pixels[0];
    for figure in &plate.figures {
        let scene = scene(&plate, &figure.id).expect("a scene");
        let [ours, svg, bitmap] = pictures(&scene, font);
        // What a picture differs from an empty one by is all that is drawn.
        let ground = Picture { width: ours.width, pixels: vec![ground; ours.pixels.len()] };
        let drawn = ours.difference(&ground);
        let has_small_dots = scene.marks.iter().flat_map(|mark| &mark.items).any(is_small_dots);
        let [in_svg, in_bitmap] = if has_small_dots { ALLOWED_SMALL_DOTS } else { ALLOWED };
        for (backend, theirs, allowed) in [("SVGBackend", svg, in_svg), ("BitMapBackend", bitmap, in_bitmap)] {
            let share = ours.difference(&theirs) / drawn;
            assert!(share <= allowed, "{}: {share:.2} of what is drawn differs on {backend}", figure.id);
        }
    }
}

fn is_small_dots(item: &Item) -> bool {
    matches!(item.shape, Shape::Dots { radius, .. } if radius < 3.0)
}

#[test]
fn a_text_has_its_size_and_its_baseline_on_every_backend() {
    let Some(font) = font() else { return };
    for bold in [false, true] {
        for size in [14.0, 40.0] {
            let label = Label::new("Hamburg", Point::new(20.0, 60.0), Font { size, bold }, &TableMeasure);
            let mark = Mark::furniture("text", vec![Item::new(Shape::Text(label), Ink::Text)]);
            let scene = Scene { size: Size::new(300.0, 100.0), marks: vec![mark] };
            let [ours, svg, bitmap] = pictures(&scene, font).map(|picture| picture.dark());
            for edge in 0..4 {
                let off = |theirs: &[usize; 4]| ours[edge].abs_diff(theirs[edge]);
                assert!(off(&svg) <= 1, "SVGBackend, {size} px: {svg:?}, not {ours:?}");
                // plotters' feature ab_glyph begins each letter at its ink, without the room that it has on its left.
                let allowed = if edge % 2 == 0 { 8 } else { 1 };
                assert!(off(&bitmap) <= allowed, "BitMapBackend, {size} px: {bitmap:?}, not {ours:?}");
            }
        }
    }
}
