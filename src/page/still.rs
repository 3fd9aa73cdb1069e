//! Still drawings: each figure as SVG for every place that the page gives it, in a room as tall as the live figure can come to.

use crate::figure::{self, Frame, LayoutError};
use crate::paint::svg;
use crate::paint::theme::{LIGHT, NIGHT, Palette};
use crate::plate::{FigureSpec, MissingFact, Plate};
use crate::scene::Scene;
use crate::story::{Drawing, Width};
use crate::text::{TableMeasure, TextMeasure};

/// A drawing's class, by which www/styles/figure.css shows it, and the width that it is laid out for, in CSS px.
type Size = (&'static str, f64);

/// A phone; a third of a page, or half of one on a tablet.
const NARROW: Size = ("narrow", 358.0);
/// Half of a page.
const HALF: Size = ("medium", 574.0);
/// Two thirds of a page, or all of one on a tablet.
const MEDIUM: Size = ("medium", 720.0);
/// All of a page.
const WIDE: Size = ("broad", 1180.0);

/// The sizes of a figure that is `width` wide among others.
fn sizes(drawing: &Drawing, width: Width) -> &'static [Size] {
    match width {
        _ if drawing.opens_page() => &[NARROW, MEDIUM, WIDE],
        Width::Half => &[NARROW, HALF],
        Width::Wide => &[NARROW, MEDIUM, WIDE],
        Width::TwoThirds | Width::Third => &[NARROW, MEDIUM],
    }
}

/// The widths that a stage can have in each of six ranges of windows, in CSS px: three of phones, tablets, desks, and desks on
/// which the page is as wide as it gets. The stylesheet names the same ranges.
const fn rooms(width: Width) -> [&'static [f64]; 6] {
    let tablet: &[f64] = match width {
        Width::Half => &[280.0, 320.0, 360.0, 400.0, 440.0],
        _ => &[592.0, 632.0, 680.0, 728.0, 776.0, 840.0, 912.0],
    };
    let (desk, full): (&[f64], &[f64]) = match width {
        Width::Wide => (&[912.0, 980.0, 1040.0, 1110.0, 1180.0], &[1180.0]),
        Width::TwoThirds => (&[597.0, 640.0, 680.0, 730.0, 776.0], &[776.0]),
        Width::Half => (&[440.0, 480.0, 530.0, 574.0], &[574.0]),
        Width::Third => (&[282.0, 305.0, 328.0, 350.0, 372.0], &[372.0]),
    };
    [&[288.0, 308.0, 327.0], &[328.0, 343.0, 357.0], &[358.0, 371.0, 380.0, 398.0], tablet, desk, full]
}

/// A figure laid out without a screen, at the usual text size and the choice that it opens with.
///
/// # Errors
/// The figure names a fact that the story lacks.
pub fn scene(plate: &Plate, figure: &FigureSpec, width: f64, measure: &dyn TextMeasure) -> Result<Scene, LayoutError> {
    let choice = figure.opening_choice.into();
    figure::layout(
        &figure.drawing,
        &Frame { plate, width, hue: figure.hue, text_scale: 1.0, touched: true, choice, measure },
    )
}

/// The content of a figure's stage until it is live.
pub struct Still {
    /// The names of its choices: the page keeps their place.
    pub choices: Vec<String>,
    /// Its drawings as SVG.
    pub drawings: String,
}

/// The still of a figure for a page, which shows one of the drawings (without a stylesheet, the first), in a room as tall as the
/// live figure is at any of the widths that the drawing is shown at, so that nothing moves when the canvas takes over.
///
/// # Errors
/// The figure names a fact that the story lacks.
pub fn still(plate: &Plate, figure: &FigureSpec, width: Width) -> Result<Still, LayoutError> {
    let id = &figure.id;
    // The room comes first: what stands below must not move while the drawings are still on their way.
    let mut drawings = String::from("<span class=\"rooms\" hidden>");
    for widths in rooms(width) {
        let mut height: f64 = 0.0;
        for width in widths {
            height = height.max(scene(plate, figure, *width, &TableMeasure)?.size.height);
        }
        drawings.push_str(&format!("<svg width=\"1\" height=\"{height}\"></svg>"));
    }
    drawings.push_str("</span>");
    for (place, (class, width)) in sizes(&figure.drawing, width).iter().enumerate() {
        let hidden = if place == 0 { "" } else { " display=\"none\"" };
        let drawn = scene(plate, figure, *width, &TableMeasure)?;
        drawings.push_str(&format!(
            "<svg class=\"{class}\" role=\"img\" aria-labelledby=\"{id}-title\" viewBox=\"0 0 {width} {}\" width=\"{width}\"{hidden} \
             preserveAspectRatio=\"xMinYMin\">{}{}</svg>",
            drawn.size.height,
            svg::ground(&LIGHT, "100%", "100%"),
            svg::shapes(&drawn, &LIGHT).unwrap_or_default(),
        ));
    }
    Ok(Still { choices: figure.choices.clone(), drawings })
}

/// The colours of a picture that travels alone: on paper, or on night blue for what opens the page.
pub fn palette(figure: &FigureSpec) -> &'static Palette {
    if figure.drawing.opens_page() { &NIGHT } else { &LIGHT }
}

/// For which screen a picture that travels alone is laid out.
#[derive(Clone, Copy)]
pub enum Screen {
    /// A phone's, on which the wide drawing could not be read.
    Phone,
    /// Any wider one, and paper.
    Desk,
}

impl Screen {
    /// The width of the picture, in CSS px.
    const fn picture(self) -> f64 {
        match self {
            Self::Phone => 390.0,
            Self::Desk => 720.0,
        }
    }
}

/// The figure with its title above and its source below, as an SVG picture. It shows the choice that it opens with, unless another
/// is given.
///
/// # Errors
/// There is no such figure, or it names a fact that the story lacks.
pub fn picture(plate: &Plate, id: &str, choice: Option<usize>, screen: Screen) -> Result<String, LayoutError> {
    let figure = plate.figure(id).ok_or_else(|| MissingFact { what: "figure", id: id.to_owned() })?;
    let choice = choice.unwrap_or(figure.opening_choice.into());
    let width = screen.picture();
    let frame =
        Frame { plate, width, hue: figure.hue, text_scale: 1.0, touched: false, choice, measure: &TableMeasure };
    Ok(svg::picture(&figure::card(figure, &frame)?, palette(figure), &figure.caption.title).unwrap_or_default())
}
