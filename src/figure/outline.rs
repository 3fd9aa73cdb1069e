//! Names under headings. A heading with a count larger than its names shows one glyph or square a thing, those without a name pale
//! beside those with one, so that what the article leaves unnamed can be seen. A share or a rank counts no things. What is planned stands on
//! a ground of its own.
//!
//! ```text
//! ══════════════════════     ──────────────────────
//! ▒12  Squares to come  ▒     20  Bridges
//! ▒⚑ ⚐ ⚐ ⚐ ⚐ ⚐ ⚐ ⚐ ⚐ ⚐ ⚐▒     □ □ □ □ □ □ □ □ □ □
//! ▒⚑ East Square        ▒     □ □ □ □ □ □ □ □ □ □
//! ```

use kurbo::{Point, Rect, Size};

use super::kinds::{Editorial, Kind, Need, Opening, Summary, spec};
use super::parts::glyph_rows::GlyphRows;
use super::{Frame, Pen};
use crate::describe::Summarizer;
use crate::glyph::{Form, Glyph};
use crate::plate::FactLine;
use crate::scale::floor_count;
use crate::scene::{Ink, Mark, Shape};
use crate::story::check::{Braces, Checker};
use crate::story::{FactId, Text, Width};
use crate::text::pieces;

spec! {
    /// Names under headings.
    Outline {
        /// The headings.
        branches: Vec<Branch>,
    }
}
spec! {
    /// A heading, the number behind it if there is one, and the names under it.
    Branch {
        /// The fact that the heading shows.
        fact: FactId,
        /// What one thing looks like; a square where nothing is said.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        glyph: Option<Glyph>,
        /// The names that the article gives; none where it gives a number only.
        #[serde(default)]
        items: Vec<Text>,
    }
}

impl Kind for Outline {
    fn facts(&self) -> Vec<&FactId> {
        self.branches.iter().map(|branch| &branch.fact).collect()
    }

    fn needs(&self, _: &FactId) -> Need {
        Need::Nothing
    }

    fn layout(&self, frame: &Frame<'_>) -> Vec<Mark> {
        layout(self, frame)
    }
}

impl Editorial for Outline {
    fn usual_width(&self) -> Width {
        Width::Wide
    }

    fn check(&self, checker: &mut Checker<'_>, place: &str) {
        for (place, branch) in checker.each(&format!("{place}/branches"), &self.branches) {
            checker.named_things(&format!("{place}/fact"), &branch.fact, branch.items.len());
            for (index, item) in branch.items.iter().enumerate() {
                checker.text(&format!("{place}/items/{index}"), item, Braces::None);
            }
        }
    }

    fn opening(&self) -> Opening {
        ("{}个标题", "{} heading", "{} headings")
    }

    fn summary(&self, summarizer: &Summarizer<'_>) -> Summary {
        let (numbers, names) = summarizer.with_and_without_number();
        let words = summarizer.words;
        let mut clauses = Vec::new();
        if !numbers.is_empty() {
            clauses.push(words.with_number(&summarizer.listed(&summarizer.items(&numbers)?)));
        }
        if !names.is_empty() {
            clauses.push(words.without_number(&summarizer.listed(&summarizer.items(&names)?)));
        }
        let named = self.branches.iter().filter(|branch| !branch.items.is_empty()).count();
        let with_names = if named > 0 { words.with_names(named, summarizer.edition.source()) } else { String::new() };
        Ok(vec![summarizer.opening(self.branches.len()), words.clauses(&clauses), with_names])
    }
}

/// The width at the usual text size from which branches stand in two columns, in CSS px.
const NARROW: f64 = 280.0;
/// The width from which the columns have more than a little air between them, in CSS px.
const WIDE: f64 = 560.0;
/// Within the ground of what is planned, from its edges, in CSS px.
const INSET: f64 = 10.0;
/// The longer side of the glyph before a name; and on a phone.
const NAMED: (f64, f64) = (24.0, 16.0);
/// About how high the glyphs of a count come out at the most.
const COUNTED: f64 = 60.0;
/// A square, and from one to the next.
const SQUARE: f64 = 12.0;
const PITCH: f64 = 16.0;
/// Squares in a row, so that they can be counted; half as many where they have no room.
const TENS: usize = 10;
/// The largest number that is drawn as squares.
const MOST: usize = 100;

fn layout(spec: &Outline, frame: &Frame<'_>) -> Vec<Mark> {
    let gutter = if frame.width >= WIDE { 40.0 } else { 20.0 };
    let half = (frame.width - gutter) / 2.0;
    // A heading that is bold, and one beside its number, has a little less than the column.
    let whole = |one: &Branch| {
        let room = (half - 2.0 * INSET) / 1.2;
        pieces(&frame.fact(&one.fact).label).into_iter().all(|piece| frame.advance(piece, frame.body()) <= room)
    };
    let abreast = frame.width >= NARROW * frame.text_scale && spec.branches.iter().all(whole);
    let (columns, width) = if abreast { (2.0, half) } else { (1.0, frame.width) };
    let mut heights = Vec::new();
    for one in &spec.branches {
        heights.push(branch(&mut frame.pen(), one, Point::ORIGIN, width));
    }
    let split = if columns > 1.0 { balance(&heights) } else { heights.len() };
    let mut marks = Vec::new();
    let mut at = Point::ORIGIN;
    for (group, one) in spec.branches.iter().enumerate() {
        if group == split {
            at = Point::new(width + gutter, 0.0);
        }
        let (mut pen, mut words) = (frame.pen(), frame.pen());
        let below = branch(&mut words, one, at, width);
        let fact = frame.fact(&one.fact);
        if fact.planned {
            pen.draw(Shape::Bar(Rect::new(at.x, at.y, at.x + width, below)), Ink::Tint);
        }
        let (thick, ink) = if fact.planned { (2.0, frame.hue) } else { (1.0, Ink::Rule) };
        pen.bar((at.x, at.y), width, thick, ink);
        pen.over(words);
        pen.mark(&mut marks, fact, group);
        at.y = below + 12.0;
    }
    marks
}

/// How many branches stand in the first column, so that the longer column is as short as can be.
fn balance(heights: &[f64]) -> usize {
    let (mut left, mut right) = (0.0, 0.0);
    for height in heights {
        right += height;
    }
    let (mut best, mut least) = (0, right);
    for (index, height) in heights.iter().enumerate() {
        left += height;
        right -= height;
        if left.max(right) <= least {
            (best, least) = (index + 1, left.max(right));
        }
    }
    best
}

/// A heading and what stands under it; the y below.
fn branch(pen: &mut Pen<'_>, branch: &Branch, at: Point, width: f64) -> f64 {
    let frame = pen.frame;
    let fact = frame.fact(&branch.fact);
    let inset = if fact.planned { INSET } else { 0.0 };
    let (at, width) = (Point::new(at.x + inset, at.y), width - 2.0 * inset);
    let mut y = if fact.value.is_some() {
        numbered(pen, fact, (at.x, at.y + 8.0), width)
    } else {
        pen.paragraph(&fact.label, (at.x, at.y + 10.0), width, frame.strong(), Ink::Text)
    };
    y = pen.note(&fact.period, (at.x, y), width);
    let count = fact.count();
    if fact.counts && count > branch.items.len() && count <= MOST {
        y = things(pen, branch, count, (at.x, y + 8.0), width);
    }
    if !branch.items.is_empty() {
        y = names(pen, branch, Point::new(at.x, y + 6.0), width);
    }
    y + inset
}

/// One glyph or square a thing, in the chapter's colour; where some are named, those first, and the others pale. The y below.
fn things(pen: &mut Pen<'_>, branch: &Branch, count: usize, (x, y): (f64, f64), width: f64) -> f64 {
    let hue = pen.frame.hue;
    let named = if branch.items.is_empty() { count } else { branch.items.len() };
    if let Some(glyph) = branch.glyph {
        let rows = GlyphRows::low(COUNTED, &[count], width, glyph, false);
        rows.draw(pen, 0..named, Form::Full, (x, y), hue);
        rows.draw(pen, named..count, Form::Full, (x, y), Ink::Pale);
        return y + rows.height(count) + 4.0;
    }
    let in_a_row = if TENS as f64 * PITCH <= width { TENS } else { TENS / 2 };
    for index in 0..count {
        let (column, row) = ((index % in_a_row) as f64, (index / in_a_row) as f64);
        let ink = if index < named { hue } else { Ink::Pale };
        pen.bar((x + column * PITCH, y + row * PITCH), SQUARE, SQUARE, ink);
    }
    y + count.div_ceil(in_a_row) as f64 * PITCH
}

/// The number, large, with its term beside it, or below where there is no room.
fn numbered(pen: &mut Pen<'_>, fact: &FactLine, (x, y): (f64, f64), width: f64) -> f64 {
    let frame = pen.frame;
    let small = frame.body();
    let (big, end, bottom) = pen.fitted(fact.tallied(), (x, y), width, frame.display(), Ink::Text);
    let beside = end - x + 10.0;
    let (indent, top) = if beside < width / 2.0 { (beside, y + big.ascent() - small.ascent()) } else { (0.0, bottom) };
    pen.paragraph(&fact.label, (x + indent, top), width - indent, small, Ink::Text).max(bottom)
}

/// The names, each behind its glyph or a square, in as many columns as fit.
fn names(pen: &mut Pen<'_>, branch: &Branch, at: Point, width: f64) -> f64 {
    let frame = pen.frame;
    let size = if frame.width >= WIDE { NAMED.0 } else { NAMED.1 };
    let thing = branch.glyph.map_or(Size::new(SQUARE, SQUARE), |glyph| glyph.size(size));
    let (font, marker, gap) = (frame.body(), thing.width + 6.0, 16.0);
    let mut widest: f64 = 1.0;
    for name in &branch.items {
        widest = widest.max(frame.advance(frame.plate.text(name), font));
    }
    let columns = floor_count((width + gap) / (marker + widest + gap)).max(1);
    let pitch = (width + gap) / columns as f64;
    // A line of text and the thing before it stand in the middle of each other.
    let (lower, higher) =
        ((thing.height - font.leading()).max(0.0) / 2.0, (font.leading() - thing.height).max(0.0) / 2.0);
    let mut below = at.y;
    for row in branch.items.chunks(columns) {
        let y = below;
        for (column, name) in row.iter().enumerate() {
            let x = at.x + (marker + widest + gap).min(pitch) * column as f64;
            match branch.glyph {
                Some(glyph) => glyph
                    .shapes(Form::Full, Point::new(x, y + higher), size)
                    .for_each(|shape| pen.draw(shape, frame.hue)),
                None => pen.bar((x, y + higher), SQUARE, SQUARE, frame.hue),
            }
            let end =
                pen.paragraph(frame.plate.text(name), (x + marker, y + lower), pitch - gap - marker, font, Ink::Text);
            below = below.max(end).max(y + thing.height) + 2.0;
        }
    }
    below
}

#[cfg(test)]
mod tests {
    use serde_json::{Value, json};

    use super::super::testing::{Sample, fact, texts};
    use super::balance;
    use crate::scene::{Ink, Item, Mark, Shape};
    use crate::story::Locale;

    fn sample(count: f64, names: &[Value]) -> Sample {
        let facts = [fact("fields", count, "thing"), json!({"id": "plan", "status": "planned"})];
        let branches = json!([{"fact": "fields", "items": names}, {"fact": "plan"}]);
        Sample::new(&facts, &[], json!({"outline": {"branches": branches}}))
    }

    fn squares(mark: &Mark, ink: Ink) -> usize {
        mark.items.iter().filter(|item| item.ink == ink).count()
    }

    #[test]
    fn what_is_not_named_is_counted() {
        let scene = sample(12.0, &[json!({"zh": "生物医药", "en": "Biomedicine"})]).scene(Locale::En, 360.0, 1.0, 0);
        assert_eq!(squares(&scene.marks[0], Ink::Pale), 11);
        assert_eq!(squares(&scene.marks[0], Ink::Hue1), 2, "in the count and before the name");
        let scene = sample(1.0, &[json!({"zh": "生物医药", "en": "Biomedicine"})]).scene(Locale::En, 360.0, 1.0, 0);
        assert_eq!((squares(&scene.marks[0], Ink::Pale), squares(&scene.marks[0], Ink::Hue1)), (0, 1));
    }

    #[test]
    fn a_glyph_takes_the_place_of_each_square() {
        let names = json!([{"zh": "生物医药", "en": "Biomedicine"}]);
        let drawing = json!({"outline": {"branches": [{"fact": "fields", "glyph": "person", "items": names}]}});
        let sample = Sample::new(&[fact("fields", 12.0, "thing")], &[], drawing);
        let scene = sample.scene(Locale::En, 360.0, 1.0, 0);
        let polygons = |ink: Ink| {
            let polygon = |item: &&Item| item.ink == ink && matches!(item.shape, Shape::Polygon(_));
            scene.marks[0].items.iter().filter(polygon).count()
        };
        // A person is two polygons.
        assert_eq!((polygons(Ink::Pale), polygons(Ink::Hue1)), (2 * 11, 2 * 2));
        sample.check();
    }

    #[test]
    fn what_is_planned_stands_on_a_ground_of_its_own() {
        let scene = sample(12.0, &[]).scene(Locale::En, 360.0, 1.0, 0);
        let grounds = |key: &str| {
            let mark = scene.marks.iter().find(|mark| mark.key == key).expect("the mark");
            mark.items.iter().filter(|item| item.ink == Ink::Tint).map(|item| item.shape.bounds()).collect::<Vec<_>>()
        };
        assert!(grounds("fields").is_empty());
        assert_eq!(grounds("plan"), [scene.marks[1].area], "it is as large as the mark");
    }

    #[test]
    fn what_counts_no_things_keeps_its_unit_and_has_no_squares() {
        let scene = |value: f64, unit: &str| {
            let drawing = json!({"outline": {"branches": [{"fact": "one"}]}});
            Sample::new(&[fact("one", value, unit)], &[], drawing).scene(Locale::En, 360.0, 1.0, 0)
        };
        let numeral = |scene| texts(&scene).iter().take(2).map(|label| label.text.clone()).collect::<String>();
        assert_eq!(numeral(scene(-10.6, "ratio")), "−10.6×");
        assert_eq!(squares(&scene(11.0, "t").marks[0], Ink::Hue1), 0);
        assert_eq!(squares(&scene(11.0, "thing").marks[0], Ink::Hue1), 11, "pale beside nothing that is named");
    }

    #[test]
    fn what_has_no_number_is_a_name_with_its_status() {
        let scene = sample(0.0, &[]).scene(Locale::Zh, 720.0, 1.0, 0);
        let texts: Vec<&str> = texts(&scene).into_iter().map(|label| label.text.as_str()).collect();
        assert_eq!(texts, ["0", "家", "市级以上各类研发机构", "市级以上各类研发机构", "规划中"]);
    }

    #[test]
    fn a_heading_with_a_long_word_has_the_whole_width() {
        let columns = |label: &str| {
            let fact = json!({"id": "fields", "value": 3, "unit": "thing", "label": {"zh": "", "en": label}});
            let drawing = json!({"outline": {"branches": [{"fact": "fields"}, {"fact": "fields-too"}]}});
            let mut too = fact.clone();
            too["id"] = json!("fields-too");
            let scene = Sample::new(&[fact, too], &[], drawing).scene(Locale::En, 304.0, 1.0, 0);
            if scene.marks[0].area.y0 == scene.marks[1].area.y0 { 2 } else { 1 }
        };
        assert_eq!([columns("Systems of industries"), columns("Manufacturing-system innovations")], [2, 1]);
    }

    #[test]
    fn columns_are_as_even_as_they_can_be() {
        assert_eq!(balance(&[50.0, 50.0, 100.0]), 2);
        assert_eq!(balance(&[10.0]), 1);
        assert_eq!(balance(&[]), 0);
    }

    #[test]
    fn an_outline_holds_at_every_width() {
        let long = json!({"zh": "河边的广场".repeat(9), "en": "Donaudampfschifffahrtsgesellschaft".repeat(3)});
        sample(29.0, &[long, json!({"zh": "", "en": ""}), json!({"zh": "字", "en": "x"})]).check();
        sample(-1.0, &[]).check();
        sample(1e300, &[]).check();
        Sample::new(&[], &[], json!({"outline": {"branches": []}})).check();
    }
}
