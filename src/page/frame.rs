//! How tall a figure's own page is in a frame, worked out before there is a browser: for snippets that cannot ask.

use super::still;
use super::words::PageWords;
use crate::edition::Edition;
use crate::figure;
use crate::plate::{MissingFact, Plate};
use crate::story::Figure;
use crate::text::{Font, TableMeasure, TextMeasure, wrap};

// What www/styles/ gives a page of one figure, in CSS px at the usual text size.
/// Around the whole.
const PADDING: f64 = 8.0;
/// Above and below the drawing.
const AROUND_STAGE: f64 = 20.0;
/// A row that is touched: choices, the disclosure, the actions.
const ROW: f64 = 44.0;
/// A line of the caption.
const LINE: f64 = 14.0 * 1.6;
/// Between two choices' rows, and the padding and border of one choice.
const CHOICE: (f64, f64) = (8.0, 29.0);
/// Between the items of the caption.
const CAPTION_GAP: f64 = 20.0;

/// The height, in whole CSS px, of a figure's own page in a frame `width` CSS px wide, 512 or more: nothing unfolded, at the
/// usual text size, as it is with script.
///
/// The drawing is laid out as the page does it; the texts around are broken by the table of widths, so with a reader's own
/// fonts a line may come or go. Frames that hear what the page says correct it.
///
/// # Errors
/// There is no such figure, or it names a fact that the story lacks.
pub fn height(edition: &Edition, plate: &Plate, figure: &Figure, width: f64) -> Result<u32, MissingFact> {
    let spec = plate.figure(&figure.id).ok_or_else(|| MissingFact { what: "figure", id: figure.id.clone() })?;
    let column = width - 2.0 * PADDING;
    let title = (17.6 + 0.006 * width).clamp(20.0, 24.0);
    let texts = paragraph(&edition.fill(&figure.title), title, true, 1.25, column)
        + 6.0
        + paragraph(&edition.fill(&figure.subtitle), 15.0, false, 1.6, column)
        + paragraph(&edition.fill(&figure.reading), 14.0, false, 1.6, column);
    let choices = choice_rows(&figure::choices(&spec.drawing, plate), column);
    let drawing = still::scene(plate, spec, column)?.size.height + 2.0 * AROUND_STAGE;
    let disclosure = 12.0 + ROW;
    let height = (2.0 * PADDING + texts + choices + drawing + disclosure + caption(edition, figure, column)).ceil();
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a page is no taller than that")]
    Ok(height as u32)
}

/// The height of a text in lines of `leading` times its size.
fn paragraph(text: &str, size: f64, bold: bool, leading: f64, width: f64) -> f64 {
    wrap(text, Font { size, bold }, width, &TableMeasure).len() as f64 * size * leading
}

/// The height of the control that picks a scene, where there is one.
fn choice_rows(names: &[String], width: f64) -> f64 {
    if names.is_empty() {
        return 0.0;
    }
    let (gap, padding) = CHOICE;
    let font = Font { size: 15.0, bold: false };
    let rows = rows(names.iter().map(|name| (TableMeasure.width(name, font) + padding, ROW + gap)), 0.0, width);
    16.0 - gap + rows.iter().sum::<f64>()
}

/// The height of the caption: the source, the way to the whole page, and the buttons, in as many rows as they need.
fn caption(edition: &Edition, figure: &Figure, width: f64) -> f64 {
    let words = PageWords::of(edition.locale);
    let measure = |text: &str| TableMeasure.width(text, Font { size: 14.0, bold: false });
    let actions = [words.share, words.download, words.embed, words.help].map(measure);
    let actions = actions.iter().sum::<f64>() + CAPTION_GAP * (actions.len() - 1) as f64;
    let listen = (figure.drawing.audible().len() > 1).then(|| measure(words.listen));
    let texts = [measure(edition.text(&edition.story.source.credit)), measure(words.whole)].map(|text| (text, LINE));
    let buttons = listen.into_iter().chain([actions]).map(|button| (button, ROW));
    5.0 + rows(texts.into_iter().chain(buttons), CAPTION_GAP, width).iter().sum::<f64>()
}

/// The heights of the rows that items of these widths and heights take, `gap` apart.
fn rows(items: impl Iterator<Item = (f64, f64)>, gap: f64, room: f64) -> Vec<f64> {
    let (mut rows, mut end): (Vec<f64>, f64) = (Vec::new(), 0.0);
    for (width, height) in items {
        match rows.last_mut() {
            Some(row) if end + gap + width <= room => {
                *row = row.max(height);
                end += gap + width;
            }
            _ => {
                rows.push(height);
                end = width;
            }
        }
    }
    rows
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::story::{Locale, source};

    #[test]
    fn a_height_is_the_drawing_and_a_few_rows_of_text() {
        let story = source::read(include_str!("../../data/story.json")).expect("the published story is sound");
        for locale in Locale::ALL {
            let edition = Edition::new(story.clone(), locale).expect("it comes out");
            let plate = edition.plate();
            for figure in edition.figures() {
                let height = f64::from(height(&edition, &plate, figure, 640.0).expect("a height"));
                let spec = plate.figure(&figure.id).expect("a figure");
                let drawing = still::scene(&plate, spec, 640.0 - 2.0 * PADDING).expect("a drawing").size.height;
                let rest = height - drawing;
                assert!((180.0..=460.0).contains(&rest), "{}: {rest} px around the drawing", figure.id);
            }
        }
    }

    #[test]
    fn texts_take_as_many_lines_as_they_need() {
        assert_eq!(paragraph("字字字字", 10.0, false, 1.6, 20.0), 32.0);
        assert_eq!(rows([(50.0, 1.0), (50.0, 2.0), (50.0, 1.0)].into_iter(), 0.0, 100.0), [2.0, 1.0]);
        assert_eq!(rows([(200.0, 1.0), (10.0, 1.0)].into_iter(), 10.0, 100.0), [1.0, 1.0]);
        assert_eq!(choice_rows(&[], 100.0), 0.0);
        assert_eq!(choice_rows(&["字字".to_owned()], 100.0), 60.0);
    }
}
