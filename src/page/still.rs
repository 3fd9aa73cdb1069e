//! Still drawings: each figure as SVG for every place that the page gives it, in boxes as tall as the live figure can come to.

use crate::figure::{self, Frame};
use crate::paint::svg;
use crate::paint::theme::LIGHT;
use crate::plate::{FigureSpec, MissingFact, Plate};
use crate::scene::Scene;
use crate::story::Width;
use crate::text::TableMeasure;

/// A size that a figure is drawn in.
struct Size {
    /// The class by which the page's stylesheet shows it.
    class: &'static str,
    /// What it is laid out for, in CSS px.
    width: f64,
    /// Widths that it is shown at, from the narrowest to the widest, in CSS px.
    shown: &'static [f64],
}

/// A phone; a third of a page, or half of one on a tablet.
const NARROW: Size = Size { class: "narrow", width: 328.0, shown: &[280.0, 328.0, 358.0, 398.0, 440.0] };
/// Half of a page.
const HALF: Size = Size { class: "medium", width: 574.0, shown: &[440.0, 500.0, 574.0] };
/// Two thirds of a page, or all of one on a tablet.
const MEDIUM: Size = Size { class: "medium", width: 720.0, shown: &[592.0, 632.0, 680.0, 728.0, 776.0, 840.0, 912.0] };
/// All of a page.
const WIDE: Size = Size { class: "broad", width: 1180.0, shown: &[912.0, 980.0, 1040.0, 1110.0, 1180.0] };

/// The sizes of a figure that is `width` wide among others: www/styles/figure.css shows one of them in each window.
const fn sizes(width: Width) -> &'static [Size] {
    match width {
        Width::Half => &[NARROW, HALF],
        Width::Wide => &[NARROW, MEDIUM, WIDE],
        Width::TwoThirds | Width::Third => &[NARROW, MEDIUM],
    }
}

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

/// What stands in a figure until it is live.
pub struct Still {
    /// The names of its choices: the page keeps their place.
    pub choices: Vec<String>,
    /// Its drawings as SVG.
    pub drawings: String,
}

/// What stands in a figure for a page, which shows one of the drawings. Each box is as tall as the live figure is at any of the
/// widths that the drawing is shown at, so that nothing moves when the canvas takes over.
///
/// # Errors
/// The figure names a fact that the story lacks.
pub fn still(plate: &Plate, figure: &FigureSpec, width: Width) -> Result<Still, MissingFact> {
    let id = &figure.id;
    let mut markup = String::new();
    for Size { class, width, shown } in sizes(width) {
        let drawn = scene(plate, figure, *width)?;
        let mut height = drawn.size.height;
        for width in *shown {
            height = height.max(scene(plate, figure, *width)?.size.height);
        }
        let height = height.ceil();
        markup.push_str(&format!(
            "<svg class=\"{class}\" role=\"img\" aria-labelledby=\"{id}-title\" viewBox=\"0 0 {width} {height}\" height=\"{height}\" \
             preserveAspectRatio=\"xMinYMin\">{}</svg>",
            svg::shapes(&drawn).unwrap_or_default(),
        ));
    }
    Ok(Still { choices: figure::choices(&figure.drawing, plate), drawings: markup })
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
