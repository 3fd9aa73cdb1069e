//! A figure on plotters' own backends, under a heading that plotters writes:
//!
//! ```text
//! cargo run --features pictures --example plotters [figure]
//! ```
//!
//! It writes `target/plotters/<figure>.svg` by `SVGBackend` and `….png` by `BitMapBackend`, whose text is set in a font of
//! this machine.

use std::error::Error;
use std::fs;
use std::path::Path;

use ab_glyph::{Font as _, FontRef};
use infographic::edition::Edition;
use infographic::figure::{Frame, layout};
use infographic::paint::theme::LIGHT;
use infographic::paint::{SceneElement, Units};
use infographic::plate::Plate;
use infographic::scene::{Ink, Scene};
use infographic::story::{Locale, Story};
use infographic::text::TableMeasure;
use plotters::coord::Shift;
use plotters::drawing::DrawingArea;
use plotters::prelude::{BitMapBackend, DrawingBackend, IntoDrawingArea, SVGBackend, Text};
use plotters::style::{FontStyle, register_font};
use resvg::tiny_skia::{IntSize, Pixmap};
use resvg::usvg::fontdb::{Database, Family, Query, Weight};

/// Device px in a CSS px of the bitmap.
const RATIO: u32 = 2;
/// The height of the heading, in CSS px.
const HEADING: u32 = 40;

/// Draws the figure that the command line names, or the first.
///
/// # Errors
/// No such figure, no font, or a folder that cannot be written.
pub fn main() -> Result<(), Box<dyn Error>> {
    let plate = plate()?;
    let id = std::env::args().nth(1).or_else(|| Some(plate.figures.first()?.id.clone())).unwrap_or_default();
    let scene = scene(&plate, &id)?;
    let font = SystemFont::find().ok_or("no font that can be drawn with is installed")?;
    font.register()?;
    let folder = Path::new("target/plotters");
    fs::create_dir_all(folder)?;

    let (width, height) = size(&scene, 1);
    let mut svg = String::new();
    let area = SVGBackend::with_string(&mut svg, (width, height + HEADING)).into_drawing_area();
    draw(&area, &id, &scene, Units::pixels(1.0))?;
    drop(area);
    fs::write(folder.join(&id).with_extension("svg"), svg)?;

    let (width, height) = (width * RATIO, (height + HEADING) * RATIO);
    let mut pixels = vec![0; width as usize * height as usize * 3];
    let area = BitMapBackend::with_buffer(&mut pixels, (width, height)).into_drawing_area();
    draw(&area, &id, &scene, font.units(RATIO))?;
    drop(area);
    let opaque = pixels.chunks(3).flat_map(|pixel| pixel.iter().copied().chain([u8::MAX])).collect();
    let size = IntSize::from_wh(width, height).ok_or("the figure has no size")?;
    let picture = Pixmap::from_vec(opaque, size).ok_or("the figure has another size")?;
    fs::write(folder.join(&id).with_extension("png"), picture.encode_png()?)?;
    Ok(())
}

#[expect(clippy::cast_possible_truncation, reason = "a heading has a small margin")]
/// A heading by plotters, and the figure under it.
fn draw<DB: DrawingBackend>(
    area: &DrawingArea<DB, Shift>,
    heading: &str,
    scene: &Scene,
    units: Units,
) -> Result<(), Box<dyn Error>>
where
    DB::ErrorType: 'static,
{
    area.fill(&LIGHT.get(Ink::Ground))?;
    let (top, below) = area.split_vertically(f64::from(HEADING) * units.per_px);
    top.draw(&Text::new(heading, (0, (10.0 * units.per_px) as i32), ("sans-serif", 20.0 * units.text_size)))?;
    below.draw(&SceneElement { scene, palette: &LIGHT, at: (0, 0), units })?;
    area.present()?;
    Ok(())
}

/// The example story in English.
///
/// # Errors
/// The story cannot be read.
pub fn plate() -> Result<Plate, Box<dyn Error>> {
    let text = fs::read_to_string(concat!(env!("CARGO_MANIFEST_DIR"), "/data/example.json"))?;
    let story: Story = serde_json::from_str(&text)?;
    Ok(Edition::new(story, Locale::En)?.plate())
}

/// A figure, 600 CSS px wide.
///
/// # Errors
/// There is no such figure.
pub fn scene(plate: &Plate, id: &str) -> Result<Scene, Box<dyn Error>> {
    let figure = plate.figure(id).ok_or("there is no such figure")?;
    let choice = figure.opening_choice.into();
    let frame =
        Frame { plate, width: 600.0, hue: figure.hue, text_scale: 1.0, touched: false, choice, measure: &TableMeasure };
    Ok(layout(&figure.drawing, &frame)?)
}

/// A scene's size in whole pixels, `ratio` of them in a CSS px.
#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "figures have small sizes")]
pub fn size(scene: &Scene, ratio: u32) -> (u32, u32) {
    (scene.size.width.ceil() as u32 * ratio, scene.size.height.ceil() as u32 * ratio)
}

/// A sans-serif font of this machine.
pub struct SystemFont {
    /// The file of the regular font.
    pub regular: &'static [u8],
    /// That of the bold one.
    pub bold: &'static [u8],
    /// The family's name.
    pub family: String,
    /// From the lowest descender to the highest ascender, in ems.
    height: f32,
}

impl SystemFont {
    /// The first of the common families, or whatever the machine takes for sans-serif; `None` where it has none.
    pub fn find() -> Option<Self> {
        let mut fonts = Database::new();
        fonts.load_system_fonts();
        let names = ["DejaVu Sans", "Liberation Sans", "Arial", "Helvetica", "Segoe UI"];
        let families: Vec<Family<'_>> = names.map(Family::Name).into_iter().chain([Family::SansSerif]).collect();
        let face = |weight| fonts.query(&Query { families: &families, weight, ..Query::default() });
        // plotters wants fonts that stay until the end of the program.
        let file = |weight| fonts.with_face_data(face(weight)?, |bytes, _| -> &'static [u8] { bytes.to_vec().leak() });
        let (regular, bold) = (file(Weight::NORMAL)?, file(Weight::BOLD)?);
        let family = fonts.face(face(Weight::NORMAL)?)?.families.first()?.0.clone();
        let font = FontRef::try_from_slice(regular).ok()?;
        Some(Self { regular, bold, family, height: font.height_unscaled() / font.units_per_em()? })
    }

    /// Tells plotters to write `sans-serif` in this font.
    ///
    /// # Errors
    /// plotters cannot read it.
    pub fn register(&self) -> Result<(), Box<dyn Error>> {
        for (style, file) in [(FontStyle::Normal, self.regular), (FontStyle::Bold, self.bold)] {
            register_font("sans-serif", style, file).map_err(|_| "plotters cannot read the font")?;
        }
        Ok(())
    }

    /// How `BitMapBackend` counts that writes in this font by plotters' feature `ab_glyph`, `ratio` device px to a CSS px.
    pub fn units(&self, ratio: u32) -> Units {
        let ratio = f64::from(ratio);
        Units { text_size: ratio * f64::from(self.height), ..Units::pixels(ratio) }
    }
}
