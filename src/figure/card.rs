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
    let frame = Frame { touched: false, ..frame.within_limits() };
    let width = frame.width - 2.0 * MARGIN;
    let mut head = frame.pen();
    let title = Font { size: 22.0, bold: true };
    // Of a figure with choices it says which one this is.
    let choice = figure.choices.get(frame.choice).filter(|_| figure.choices.len() > 1);
    let mut y = MARGIN;
    // While a story is being written, any of them may be missing.
    let mut write = |text: &str, font: Font, ink: Ink, below: f64| {
        if !text.is_empty() {
            y = head.paragraph(text, (MARGIN, y), width, font, ink) + below;
        }
    };
    write(&figure.caption.title, title, Ink::Text, 4.0);
    write(&figure.caption.subtitle, frame.body(), Ink::Muted, 4.0);
    write(choice.map_or("", String::as_str), frame.strong(), Ink::Text, 4.0);
    if y > MARGIN {
        y += MARGIN - 4.0;
    }
    let mut drawing = layout(&figure.drawing, &Frame { width, ..frame })?.moved(Vec2::new(MARGIN, y));
    let mut foot = frame.pen();
    let y = y + drawing.size.height + MARGIN;
    let credit = &figure.caption.credit;
    let y = if credit.is_empty() {
        y
    } else {
        foot.paragraph(credit, (MARGIN, y), width, frame.small(), Ink::Muted) + MARGIN
    };
    drawing.marks.insert(0, Mark::furniture("card-head", head.items));
    drawing.marks.push(Mark::furniture("card-foot", foot.items));
    Ok(Scene { size: Size::new(frame.width, y.ceil()), marks: drawing.marks })
}

#[cfg(all(test, feature = "standalone"))]
mod tests {
    use super::*;
    use crate::edition::Edition;
    use crate::story::{Locale, Prose, Story, Text};
    use crate::text::TableMeasure;

    #[test]
    fn what_is_not_written_yet_takes_no_room() {
        let mut story: Story = serde_json::from_str(include_str!("../../data/example.json")).expect("a story");
        for figure in story.chapters.iter_mut().flat_map(|chapter| &mut chapter.figures) {
            (figure.title, figure.subtitle) = (Prose::default(), Prose::default());
        }
        (story.source.credit, story.source.date) = (Text::default(), Text::default());
        let plate = Edition::unfinished(story, Locale::En).plate();
        let figure = plate.figures.first().expect("a figure");
        let frame = Frame {
            plate: &plate,
            width: 720.0,
            hue: Ink::Text,
            text_scale: 1.0,
            touched: false,
            choice: 0,
            measure: &TableMeasure,
        };
        let alone = layout(&figure.drawing, &Frame { width: 720.0 - 2.0 * MARGIN, ..frame }).expect("a drawing");
        let card = card(figure, &frame).expect("a picture");
        assert_eq!(card.size.height, (alone.size.height + 2.0 * MARGIN).ceil());
        assert!(card.marks.iter().all(|mark| !mark.key.starts_with("card-") || mark.items.is_empty()));
    }
}
