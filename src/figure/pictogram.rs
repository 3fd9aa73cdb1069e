//! Glyphs that stand for a round number of things, a row a fact; each row says what one glyph stands for.
//!
//! ```text
//! 80,000  Students reached          over 4 million  Medical visits
//! each is 10,000 students           each is 100,000 visits
//! ☻ ☻ ☻ ☻ ☻ ☻ ☻ ☻                   ☻ ☻ ☻ ☻ ☻ ☻ ☻ ☻ ☻ ☻
//!                                   ☻ ☻ ☻ ☻ ❯      the number is over what is drawn
//! ```

use super::kinds::{Editorial, Kind, Opening, Summary, spec};
use super::parts::glyph_rows::{GlyphRows, glyphs};
use super::{Frame, Pen};
use crate::describe::Summarizer;
use crate::glyph::{Form, Glyph};
use crate::scale::clamp;
use crate::scene::{Ink, Mark, bounds};
use crate::story::check::Checker;
use crate::story::{FactId, Width};

spec! {
    /// Glyphs that stand for a round number of things.
    Pictogram {
        /// The rows, in reading order.
        rows: Vec<PictogramRow>,
    }
}
spec! {
    /// One row of glyphs.
    PictogramRow {
        /// The number.
        fact: FactId,
        /// How many things one glyph stands for.
        each: f64,
        /// What the glyphs show.
        glyph: Glyph,
        /// What one glyph stands for, in words; an edition fills it in.
        #[serde(skip)]
        said: String,
    }
}

impl Kind for Pictogram {
    fn facts(&self) -> Vec<&FactId> {
        self.rows.iter().map(|row| &row.fact).collect()
    }

    fn layout(&self, frame: &Frame<'_>) -> Vec<Mark> {
        layout(self, frame)
    }
}

impl Editorial for Pictogram {
    fn usual_width(&self) -> Width {
        Width::Wide
    }

    fn check(&self, checker: &mut Checker<'_>, place: &str) {
        for (place, row) in checker.each(&format!("{place}/rows"), &self.rows) {
            checker.glyphs(&place, &row.fact, row.each);
        }
    }

    fn opening(&self) -> Opening {
        ("{}行图形", "{} row of symbols", "{} rows of symbols")
    }

    fn summary(&self, summarizer: &Summarizer<'_>) -> Summary {
        let unlike = self.rows.windows(2).any(|rows| matches!(rows, [one, other] if one.each != other.each));
        let unlike = unlike.then(|| summarizer.words.unlike_symbols());
        Ok(vec![summarizer.listing()?, summarizer.cautions(&[unlike, summarizer.units()?])])
    }
}

/// The least width at the usual text size at which two rows stand beside each other, in CSS px.
const WIDE: f64 = 520.0;
/// Between columns, in CSS px.
const GAP: f64 = 32.0;
/// Between glyphs, in longer sides of one.
const SPACE: f64 = 0.3;
/// The room for an open end after a row, in longer sides of a glyph.
const OPEN: f64 = 0.5;

fn layout(spec: &Pictogram, frame: &Frame<'_>) -> Vec<Mark> {
    let columns = if frame.width >= WIDE * frame.text_scale { 2 } else { 1 };
    let width = (frame.width + GAP) / columns as f64 - GAP;
    let mut marks = Vec::new();
    let mut y = 0.0;
    for (line, rows) in spec.rows.chunks(columns).enumerate() {
        let mut bottom: f64 = y;
        for (column, row) in rows.iter().enumerate() {
            let mut pen = frame.pen();
            let ink = frame.hue;
            draw(&mut pen, row, (column as f64 * (width + GAP), y), width, ink);
            bottom = bottom.max(bounds(&pen.items).y1);
            pen.mark(&mut marks, frame.fact(&row.fact), line);
        }
        y = bottom + 32.0;
    }
    marks
}

/// A row: the number with its term, what a glyph stands for, the glyphs.
fn draw(pen: &mut Pen<'_>, row: &PictogramRow, (x, y): (f64, f64), width: f64, ink: Ink) {
    let frame = pen.frame;
    let fact = frame.fact(&row.fact);
    let mut heading = frame.pen();
    let below = heading.term(fact.tallied(), &frame.with_origin(fact, &fact.label), (x, y), width, Ink::Text);
    let top = heading.note(&row.said, (x, below), width) + 8.0;

    // Rows of ten, or all in one row where a few more have room; and an open end after the last.
    let (full, part) = glyphs(fact.amount(), row.each);
    let count = full + usize::from(part > 0.0);
    let in_a_row = if count <= 12 { count.max(10) } else { 10 };
    let size = clamp(width / (in_a_row as f64 * (1.0 + SPACE) + OPEN), 18.0, 26.0);
    let mut rows = GlyphRows::within(width, row.glyph, (size, size * SPACE), fact.is_over());
    if count > rows.columns {
        rows.columns = rows.columns.min(10);
    }
    rows.draw(pen, 0..full, Form::Full, (x, top), ink);
    rows.draw_part(pen, (full, part), (x, top), ink);
    if fact.is_over() {
        rows.open_end(pen, count, (x, top));
    }
    pen.over(heading);
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::super::testing::{Sample, fact, texts};
    use super::*;
    use crate::story::Locale;

    fn sample(value: f64, each: f64, glyph: &str) -> Sample {
        let mut over = fact("over", value, "thing");
        over["qualifier"] = json!("over");
        let row = |id: &str| json!({"fact": id, "each": each, "glyph": glyph});
        Sample::new(
            &[fact("exact", value, "thing"), over],
            &[],
            json!({"pictogram": {"rows": [row("exact"), row("over")]}}),
        )
    }

    #[test]
    fn glyphs_stay_inside_whatever_they_stand_for() {
        for glyph in ["person", "truck", "clinic"] {
            sample(11.0, 1.0, glyph).check();
        }
        for (value, each) in [(80_000.0, 10_000.0), (12.0, 1.0), (0.0, 1.0), (25.0, 10.0), (123.0, 1.0), (0.0, 0.0)] {
            sample(value, each, "capsule").check();
        }
    }

    #[test]
    fn a_row_says_what_a_glyph_stands_for() {
        let scene = sample(80_000.0, 10_000.0, "person").scene(Locale::En, 680.0, 1.0, 0);
        assert!(texts(&scene).iter().any(|label| label.text == "each is 10,000 companies"));
    }

    #[test]
    fn over_is_drawn_with_an_open_end() {
        let scene = sample(8.0, 1.0, "clinic").scene(Locale::En, 680.0, 1.0, 0);
        let open = |index: usize| scene.marks[index].items.iter().filter(|item| item.ink == Ink::Pale).count();
        assert_eq!((open(0), open(1)), (0, 1));
    }
}
