//! Still drawings: each figure as SVG for a phone and for a desk, in boxes as tall as the live figure can come to.

use crate::figure::{self, Frame};
use crate::paint::svg;
use crate::paint::theme::LIGHT;
use crate::plate::{FigureSpec, MissingFact, Plate};
use crate::scene::Scene;
use crate::text::TableMeasure;

/// A drawing's class, the width that it is laid out for, and the widths that it is shown at, all in CSS px.
const SIZES: [(&str, f64, [f64; 4]); 2] =
    [("narrow", 328.0, [288.0, 328.0, 358.0, 398.0]), ("wide", 680.0, [608.0, 632.0, 656.0, 680.0])];

/// A figure laid out without a screen, at the usual text size and the choice that it opens with.
///
/// # Errors
/// The figure names a fact that the story lacks.
pub fn scene(plate: &Plate, figure: &FigureSpec, width: f64) -> Result<Scene, MissingFact> {
    let choice = figure::opening_choice(&figure.drawing);
    figure::layout(
        &figure.drawing,
        &Frame { plate, width, hue: figure.hue, text_scale: 1.0, choice, measure: &TableMeasure },
    )
}

/// The figure's drawings for a page, one of which the page's stylesheet shows. Each box is as tall as the live figure is at
/// any of the widths that the drawing is shown at, so that nothing moves when the canvas takes over.
///
/// # Errors
/// The figure names a fact that the story lacks.
pub fn drawings(plate: &Plate, figure: &FigureSpec) -> Result<String, MissingFact> {
    let id = &figure.id;
    let mut markup = String::new();
    for (class, width, shown) in SIZES {
        let drawn = scene(plate, figure, width)?;
        let mut height = drawn.size.height;
        for width in shown {
            height = height.max(scene(plate, figure, width)?.size.height);
        }
        let height = height.ceil();
        markup.push_str(&format!(
            "<svg class=\"{class}\" role=\"img\" aria-labelledby=\"{id}-title\" viewBox=\"0 0 {width} {height}\" height=\"{height}\" \
             preserveAspectRatio=\"xMidYMin\">{}</svg>",
            svg::shapes(&drawn).unwrap_or_default(),
        ));
    }
    Ok(markup)
}

/// The width of a picture that travels alone, in CSS px.
const PICTURE: f64 = 720.0;

/// The figure with its title above and its source below, as an SVG picture in light colours.
///
/// # Errors
/// There is no such figure, or it names a fact that the story lacks.
pub fn picture(plate: &Plate, id: &str) -> Result<String, MissingFact> {
    let figure = plate.figure(id).ok_or_else(|| MissingFact { what: "figure", id: id.to_owned() })?;
    let choice = figure::opening_choice(&figure.drawing);
    let frame = Frame { plate, width: PICTURE, hue: figure.hue, text_scale: 1.0, choice, measure: &TableMeasure };
    Ok(svg::picture(&figure::card(figure, &frame)?, &LIGHT, &figure.caption.title).unwrap_or_default())
}
