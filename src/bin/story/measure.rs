//! How wide texts come out in the machine's own fonts, with which pictures are drawn.

use std::cell::RefCell;
use std::collections::HashMap;

use infographic::poster::Face;
use infographic::story::Locale;
use infographic::text::{Font, TableMeasure, TextMeasure};
use resvg::usvg::fontdb::{Database, Family, ID, Query, Weight};

/// Widths of the texts of one face, by the advances of their characters, in the font that the renderer takes.
pub(crate) struct FontMeasure<'a> {
    fonts: &'a Database,
    regular: Option<ID>,
    bold: Option<ID>,
    /// The advances found so far, in ems; `None` where the font lacks the character.
    known: RefCell<HashMap<(char, bool), Option<f64>>>,
}

impl<'a> FontMeasure<'a> {
    pub(crate) fn new(fonts: &'a Database, face: Face, locale: Locale) -> Self {
        let list = face.fonts(locale);
        let families: Vec<Family<'_>> = list.split(',').map(family).collect();
        let find = |weight| fonts.query(&Query { families: &families, weight, ..Query::default() });
        Self { fonts, regular: find(Weight::NORMAL), bold: find(Weight::BOLD), known: RefCell::default() }
    }

    /// A character's advance in ems.
    fn advance(&self, character: char, bold: bool) -> Option<f64> {
        let look_up = || {
            let id = if bold { self.bold } else { self.regular };
            self.fonts.with_face_data(id?, |data, index| {
                let face = ttf_parser::Face::parse(data, index).ok()?;
                let advance = face.glyph_hor_advance(face.glyph_index(character)?)?;
                Some(f64::from(advance) / f64::from(face.units_per_em()))
            })?
        };
        *self.known.borrow_mut().entry((character, bold)).or_insert_with(look_up)
    }
}

impl TextMeasure for FontMeasure<'_> {
    fn width(&self, text: &str, font: Font) -> f64 {
        let mut bytes = [0; 4];
        // The renderer draws a missing character in another font; the table estimates its width.
        let advance = |character: char| match self.advance(character, font.bold) {
            Some(ems) => ems * font.size,
            None => TableMeasure.width(character.encode_utf8(&mut bytes), font),
        };
        text.chars().map(advance).sum()
    }
}

/// A family of a list as it stands in a style.
fn family(name: &str) -> Family<'_> {
    match name.trim_matches('\'') {
        "serif" => Family::Serif,
        "sans-serif" => Family::SansSerif,
        name => Family::Name(name),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::render::Renderer;

    /// The box of a text as the renderer draws it, which ends where its last letter's ink does.
    #[test]
    fn a_text_is_as_wide_as_the_renderer_draws_it() {
        let renderer = Renderer::new().expect("fonts");
        for (locale, text) in [(Locale::Zh, "2837万吨货物"), (Locale::En, "28.37 million tonnes")] {
            for (face, bold) in [(Face::Plain, false), (Face::Plain, true), (Face::Heading, true)] {
                let width = FontMeasure::new(renderer.fonts(), face, locale).width(text, Font { size: 100.0, bold });
                let fonts = face.fonts(locale);
                let weight = if bold { 700 } else { 400 };
                let svg = format!(
                    "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"3000\" height=\"200\"><text y=\"100\" font-size=\"100\" \
                     font-family=\"{fonts}\" font-weight=\"{weight}\">{text}</text></svg>"
                );
                let tree = renderer.tree(&svg).expect("a picture");
                let drawn = f64::from(tree.root().bounding_box().right());
                assert!((width - drawn).abs() < 12.0, "{locale:?} {face:?} {bold}: {width} for {drawn}");
            }
        }
    }
}
