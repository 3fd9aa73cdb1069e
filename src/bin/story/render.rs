//! Renders SVG to pixels and to PDF with the machine's own fonts. Every picture is drawn here.

use infographic::paint::svg::FONTS;
use krilla::metadata::Metadata;
use krilla::page::PageSettings;
use krilla::{Document, geom};
use krilla_svg::{SurfaceExt, SvgSettings};
use oxipng::{BitDepth, ColorType, RGBA8, RawImage};
use quantette::deps::palette::Srgb;
use quantette::{ImageRef, Pipeline};
use resvg::tiny_skia::{Pixmap, Transform};
use resvg::usvg::fontdb::{Database, Family, Query};
use resvg::usvg::{Options, Tree};

/// The machine has no Chinese font, so Chinese would come out as empty boxes.
#[derive(Debug, thiserror::Error)]
#[error("no Chinese font that the figures ask for is installed; on Debian: apt-get install fonts-noto-cjk")]
pub(crate) struct NoChineseFont;

pub(crate) struct Renderer {
    options: Options<'static>,
}

impl Renderer {
    pub(crate) fn new() -> Result<Self, NoChineseFont> {
        let mut options = Options::default();
        options.fontdb_mut().load_system_fonts();
        if has_chinese(&options.fontdb) { Ok(Self { options }) } else { Err(NoChineseFont) }
    }

    pub(crate) fn fonts(&self) -> &Database {
        &self.options.fontdb
    }

    pub(crate) fn tree(&self, svg: &str) -> Result<Tree, String> {
        Tree::from_str(svg, &self.options).map_err(|error| error.to_string())
    }
}

/// Whether the machine has one of the Chinese fonts that the figures name.
fn has_chinese(fonts: &Database) -> bool {
    let named = FONTS.split(',').filter_map(|name| name.strip_prefix('\'')?.strip_suffix('\''));
    let families: Vec<Family<'_>> = named.map(Family::Name).collect();
    fonts.query(&Query { families: &families, ..Query::default() }).is_some()
}

/// A picture as a PNG file, `scale` times as large.
pub(crate) fn png(tree: &Tree, scale: f64) -> Result<Vec<u8>, String> {
    #[expect(clippy::cast_possible_truncation, reason = "the renderer counts in f32")]
    let scale = scale as f32;
    // The size is rounded after scaling, so that a card is exactly as large as its name promises.
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a float cast to an integer saturates")]
    let [width, height] = [tree.size().width(), tree.size().height()].map(|side| (side * scale).round() as u32);
    let mut pixels = Pixmap::new(width, height).ok_or("the picture has no size, or too large a one")?;
    resvg::render(tree, Transform::from_scale(scale, scale), &mut pixels.as_mut());
    indexed(&pixels).map_err(|error| error.to_string())
}

/// Opaque pixels with a palette of 256 colours: drawings have few, and their files are half as large.
fn indexed(pixels: &Pixmap) -> Result<Vec<u8>, Box<dyn std::error::Error>> {
    let (width, height) = (pixels.width(), pixels.height());
    let colors: Vec<Srgb<u8>> =
        pixels.pixels().iter().map(|pixel| Srgb::new(pixel.red(), pixel.green(), pixel.blue())).collect();
    let image = ImageRef::new(width, height, colors.as_slice()).map_err(|error| error.to_string())?;
    let image = Pipeline::new().ditherer(None).input_image(image).output_srgb8_indexed_image();
    let (palette, indices) = (image.palette(), image.indices());
    let palette = palette.iter().map(|color| RGBA8::new(color.red, color.green, color.blue, u8::MAX)).collect();
    let image = RawImage::new(width, height, ColorType::Indexed { palette }, BitDepth::Eight, indices.to_vec())?;
    Ok(image.create_optimized_png(&oxipng::Options::from_preset(2))?)
}

/// A picture as a PDF of one page, its texts as text.
pub(crate) fn pdf(tree: &Tree, title: &str, language: &str) -> Result<Vec<u8>, String> {
    let (width, height) = (tree.size().width(), tree.size().height());
    let mut document = Document::new();
    document.set_metadata(Metadata::new().title(title.to_owned()).language(language.to_owned()));
    let settings = PageSettings::from_wh(width, height).ok_or("the picture has no size")?;
    let mut page = document.start_page_with(settings);
    let mut surface = page.surface();
    let size = geom::Size::from_wh(width, height).ok_or("the picture has no size")?;
    surface.draw_svg(tree, size, SvgSettings::default()).ok_or("the picture cannot be written as PDF")?;
    surface.finish();
    page.finish();
    document.finish().map_err(|error| format!("{error:?}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_picture_is_as_large_as_its_whole_scaled_size() {
        let svg = "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"697.4\" height=\"366.135\"/>";
        let tree = Tree::from_str(svg, &Options::default()).expect("a picture");
        let file = png(&tree, 1200.0 / 697.4).expect("pixels");
        assert_eq!(file[16..24], [[0, 0, 4, 176], [0, 0, 2, 118]].concat(), "1200 × 630");
    }
}
