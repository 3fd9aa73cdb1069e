//! A poster as one SVG picture, from which its pixels and its PDF are made.

use plotters_backend::DrawingErrorKind;

use super::{Band, Block, Face, Ground, Poster};
use crate::paint::NoPixels;
use crate::paint::svg::{self, FONTS, escape, shapes};
use crate::paint::theme::{LIGHT, NIGHT, Palette};
use crate::story::Locale;

/// Fonts for English, tried first: Chinese ones set its quotation marks a whole em wide, and not everything that draws a picture knows
/// system-ui.
pub const LATIN: &str = "'Helvetica Neue','Segoe UI',Roboto,'Noto Sans',Arial,'Liberation Sans','DejaVu Sans',";

/// Fonts of headings, Chinese first.
const SERIF: &str = "'Songti SC','Noto Serif CJK SC','Source Han Serif SC',SimSun,serif";
/// The same for English.
const LATIN_SERIF: &str = "Georgia,'Noto Serif','Liberation Serif','DejaVu Serif',";

impl Poster {
    /// The poster as SVG, with a title for whoever cannot see it.
    ///
    /// # Errors
    /// As [`shapes`].
    pub fn svg(&self, locale: Locale, title: &str) -> Result<String, DrawingErrorKind<NoPixels>> {
        let (width, height) = (self.size.width, self.size.height);
        let mut content = String::new();
        let mut y = 0.0;
        for Band { ground, block } in &self.bands {
            let (palette, deep) = (ground.palette(), block.height);
            content.push_str(&format!("<g transform=\"translate(0 {y})\">"));
            content.push_str(&svg::ground(palette, &width.to_string(), &deep.to_string()));
            write_block(&mut content, block, palette, locale)?;
            content.push_str("</g>");
            y += deep;
        }
        Ok(format!(
            "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{width}\" height=\"{height}\" viewBox=\"0 0 {width} {height}\" \
             role=\"img\"><title>{}</title>{content}</svg>\n",
            escape(title),
        ))
    }
}

fn write_block(
    content: &mut String,
    block: &Block,
    palette: &Palette,
    locale: Locale,
) -> Result<(), DrawingErrorKind<NoPixels>> {
    for part in &block.parts {
        let fonts = part.face.fonts(locale);
        let (x, y) = (part.at.x, part.at.y);
        content.push_str(&format!("<g transform=\"translate({x} {y})\" font-family=\"{fonts}\">"));
        content.push_str(&shapes(&part.scene, palette)?);
        content.push_str("</g>");
    }
    Ok(())
}

impl Face {
    /// The families of its fonts, the first that is there.
    pub fn fonts(self, locale: Locale) -> String {
        let (latin, fonts) = match self {
            Self::Plain => (LATIN, FONTS),
            Self::Heading => (LATIN_SERIF, SERIF),
        };
        if locale == Locale::En { [latin, fonts].concat() } else { fonts.to_owned() }
    }
}

impl Ground {
    const fn palette(self) -> &'static Palette {
        match self {
            Self::Light => &LIGHT,
            Self::Night => &NIGHT,
        }
    }
}
