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

use super::{Frame, LayoutError, layout};
use crate::plate::FigureSpec;
use crate::scene::{Ink, Mark, Scene};
use crate::text::Font;

/// Around and between the parts, in CSS px.
const MARGIN: f64 = 24.0;

/// Lays a figure out as a picture `frame.width` CSS px wide.
///
/// # Errors
/// As [`layout`].
pub fn card(figure: &FigureSpec, frame: &Frame<'_>) -> Result<Scene, LayoutError> {
    let frame = frame.within_limits();
    let width = frame.width - 2.0 * MARGIN;
    let mut head = frame.pen();
    let title = Font { size: 22.0, bold: true };
    let y = head.paragraph(&figure.caption.title, (MARGIN, MARGIN), width, title, Ink::Text) + 4.0;
    let mut y = head.paragraph(&figure.caption.subtitle, (MARGIN, y), width, frame.body(), Ink::Muted);
    // Of a figure with choices it says which one this is.
    if let Some(name) = figure.choices.get(frame.choice) {
        y = head.paragraph(name, (MARGIN, y + 4.0), width, frame.strong(), Ink::Text);
    }
    y += MARGIN;
    let mut drawing = layout(&figure.drawing, &Frame { width, ..frame })?.moved(Vec2::new(MARGIN, y));
    let mut foot = frame.pen();
    let y = y + drawing.size.height + MARGIN;
    let y = foot.paragraph(&figure.caption.credit, (MARGIN, y), width, frame.small(), Ink::Muted) + MARGIN;
    drawing.marks.insert(0, Mark::furniture("card-head", head.items));
    drawing.marks.push(Mark::furniture("card-foot", foot.items));
    Ok(Scene { size: Size::new(frame.width, y.ceil()), marks: drawing.marks })
}
