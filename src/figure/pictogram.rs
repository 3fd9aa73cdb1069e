//! Glyphs that stand for a round number of things, a row a fact; each row says what one glyph stands for, unless that is one thing
//! in every row.
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
use crate::scale::floor_count;
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

/// The least width of a column at the usual text size, in CSS px.
const COLUMN: f64 = 216.0;
/// Between columns, and between rows, in CSS px.
const GAP: f64 = 32.0;
const BETWEEN: f64 = 18.0;
/// The least and the greatest longer side of a glyph, in CSS px; and the least in figures narrower than a phone's.
const SIZES: (f64, f64) = (18.0, 26.0);
const LEAST: f64 = 14.0;
/// The narrowest phone's figure, in CSS px.
const PHONE: f64 = 280.0;
/// Between glyphs, in longer sides of one.
const SPACE: f64 = 0.3;
/// The room for an open end after a row, in longer sides of a glyph.
const OPEN: f64 = 0.5;
/// More glyphs than so many take the whole width: in a column they would be a tower.
const LONG: usize = 40;

fn layout(spec: &Pictogram, frame: &Frame<'_>) -> Vec<Mark> {
    let columns = floor_count((frame.width + GAP) / (COLUMN * frame.text_scale + GAP)).max(1);
    let count = |row: &PictogramRow| glyphs(frame.fact(&row.fact).amount(), row.each).0;
    let mut lines = Vec::new();
    // Glyphs are equally large in all rows, so that rows can be compared.
    let mut size = SIZES.1;
    for rows in spec.rows.chunk_by(|one, other| count(one).max(count(other)) <= LONG) {
        // As many beside each other as make lines of about equal length.
        let columns = rows.len().div_ceil(rows.len().div_ceil(columns));
        let width = (frame.width + GAP) / columns as f64 - GAP;
        for row in rows {
            // All of a few in one row, more in rows of ten, many in about six rows.
            let in_a_row = match count(row) {
                few @ ..12 => few + 1,
                12..=LONG => 10,
                many => (many / 6).clamp(10, 24),
            };
            size = size.min(width / (in_a_row as f64 * (1.0 + SPACE) + OPEN));
        }
        lines.extend(rows.chunks(columns).map(|rows| (rows, width)));
    }
    let size = size.max(if frame.width < PHONE { LEAST } else { SIZES.0 });
    let plain = spec.rows.iter().all(|row| row.each == 1.0);
    let (mut marks, mut y) = (Vec::new(), 0.0);
    for (line, (rows, width)) in lines.into_iter().enumerate() {
        let mut bottom: f64 = y;
        for (column, row) in rows.iter().enumerate() {
            let mut pen = frame.pen();
            let said = if plain { "" } else { &row.said };
            draw(&mut pen, row, said, (column as f64 * (width + GAP), y), (width, size));
            bottom = bottom.max(bounds(&pen.items).y1);
            pen.mark(&mut marks, frame.fact(&row.fact), line);
        }
        y = bottom + BETWEEN;
    }
    marks
}

/// A row of some width: the number with its term, what a glyph stands for, the glyphs, their longer side of some size.
fn draw(pen: &mut Pen<'_>, row: &PictogramRow, said: &str, (x, y): (f64, f64), (width, size): (f64, f64)) {
    let frame = pen.frame;
    let (fact, ink) = (frame.fact(&row.fact), frame.hue);
    let mut heading = frame.pen();
    let below = heading.term(fact.tallied(), &frame.with_origin(fact, fact.term()), (x, y), width, Ink::Text);
    let top = heading.note(said, (x, below), width) + 8.0;
    let (full, part) = glyphs(fact.amount(), row.each);
    let count = full + usize::from(part > 0.0);
    let mut rows = GlyphRows::within(width, row.glyph, (size, size * SPACE), fact.is_over());
    if count > rows.columns {
        rows.columns = if full > LONG { rows.columns - rows.columns % 5 } else { rows.columns.min(10) };
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
    use crate::scene::Shape;
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
    fn a_row_says_what_a_glyph_stands_for_unless_each_is_one_thing() {
        let said = |value, each| {
            let scene = sample(value, each, "person").scene(Locale::En, 680.0, 1.0, 0);
            texts(&scene)
                .iter()
                .filter(|label| label.text.starts_with("each is"))
                .map(|label| label.text.clone())
                .next_back()
        };
        assert_eq!(said(80_000.0, 10_000.0).as_deref(), Some("each is 10,000 companies"));
        assert_eq!(said(8.0, 1.0), None);
    }

    #[test]
    fn many_glyphs_take_the_whole_width_and_are_as_large_as_the_few() {
        let facts = [fact("many", 5900.0, "thing"), fact("few", 280.0, "thing"), fact("fewer", 148.0, "thing")];
        let rows = ["many", "few", "fewer"].map(|id| json!({"fact": id, "each": 50.0, "glyph": "flask"}));
        let sample = Sample::new(&facts, &[], json!({"pictogram": {"rows": rows}}));
        sample.check();
        let scene = sample.scene(Locale::En, 720.0, 1.0, 0);
        let [many, few, fewer] = &scene.marks[..] else { panic!("three marks") };
        assert!(many.area.width() > 480.0 && few.area.y0 > many.area.y1 && few.area.y0 == fewer.area.y0);
        let glyph = |mark: &Mark| {
            let flask = mark.items.iter().find(|item| matches!(item.shape, Shape::Polygon(_))).expect("a glyph");
            bounds(std::slice::from_ref(flask)).size()
        };
        assert!((glyph(many).height - glyph(few).height).abs() < 1e-9);
    }

    #[test]
    fn over_is_drawn_with_an_open_end() {
        let scene = sample(8.0, 1.0, "clinic").scene(Locale::En, 680.0, 1.0, 0);
        let open = |index: usize| scene.marks[index].items.iter().filter(|item| item.ink == Ink::Pale).count();
        assert_eq!((open(0), open(1)), (0, 3));
    }
}
