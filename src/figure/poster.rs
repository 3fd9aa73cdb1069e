//! A figure as a picture that travels alone: its title above, its source below, in one scene.
//!
//! ```text
//! ┌────────────────────┐
//! │ Title in bold      │
//! │ subtitle           │
//! │   ( the figure )   │
//! │ source · date      │
//! └────────────────────┘
//! ```

use kurbo::{Size, Vec2};

use super::{Frame, layout};
use crate::plate::{FigureSpec, MissingFact};
use crate::scene::{Ink, Mark, Scene};
use crate::text::Font;

/// Around and between the parts, in CSS px.
const MARGIN: f64 = 24.0;

/// Lays a figure out as a picture `frame.width` CSS px wide.
///
/// # Errors
/// As [`layout`].
pub fn poster(figure: &FigureSpec, frame: &Frame<'_>) -> Result<Scene, MissingFact> {
    let width = frame.width - 2.0 * MARGIN;
    let title = Font { size: 22.0, bold: true };
    let (mut head, y) = frame.paragraph(&figure.title, (MARGIN, MARGIN), width, title, Ink::Text);
    let (subtitle, y) = frame.paragraph(&figure.subtitle, (MARGIN, y + 4.0), width, frame.body(), Ink::Muted);
    head.extend(subtitle);
    let drawing = layout(&figure.drawing, &Frame { width, ..*frame })?.moved(Vec2::new(MARGIN, y + MARGIN));
    let bottom = y + MARGIN + drawing.size.height + MARGIN;
    let (foot, y) = frame.paragraph(&frame.plate.credit, (MARGIN, bottom), width, frame.small(), Ink::Muted);
    let mut marks = vec![Mark::furniture("poster-head", head)];
    marks.extend(drawing.marks);
    marks.push(Mark::furniture("poster-foot", foot));
    Ok(Scene { size: Size::new(frame.width, (y + MARGIN).ceil()), marks })
}
