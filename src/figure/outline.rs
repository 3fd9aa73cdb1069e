//! Names under headings. A heading with a number larger than its names shows one square a thing, the named ones filled, so
//! that what the article leaves unnamed can be seen.
//!
//! ```text
//! ──────────────────────
//! 12  Priority fields
//! ■ □ □ □ □ □ □ □ □ □
//! □ □
//! ■ Biomedicine
//! ──────────────────────
//! ```

use kurbo::{Point, Rect};

use super::Frame;
use crate::plate::MissingFact;
use crate::scene::{Ink, Item, Mark, Scene, Shape};
use crate::story::drawing::{Branch, Outline as Spec};

/// The width from which branches stand in two columns.
const WIDE: f64 = 560.0;
/// Between the two columns.
const GUTTER: f64 = 40.0;
/// A square, and from one to the next.
const SQUARE: f64 = 12.0;
const PITCH: f64 = 16.0;
/// Squares in a row, so that they can be counted.
const TENS: usize = 10;
/// The largest number that is drawn as squares.
const MOST: usize = 100;

pub(super) fn layout(spec: &Spec, frame: &Frame<'_>) -> Result<Scene, MissingFact> {
    let columns = if frame.width >= WIDE { 2.0 } else { 1.0 };
    let width = (frame.width - GUTTER * (columns - 1.0)) / columns;
    let mut heights = Vec::new();
    for branch in &spec.branches {
        heights.push(self::branch(branch, frame, Point::ORIGIN, width)?.1);
    }
    let split = if columns > 1.0 { balance(&heights) } else { spec.branches.len() };
    let mut marks = Vec::new();
    let mut at = Point::ORIGIN;
    for (group, branch) in spec.branches.iter().enumerate() {
        if group == split {
            at = Point::new(width + GUTTER, 0.0);
        }
        let (items, below) = self::branch(branch, frame, at, width)?;
        marks.push(Mark::of(&branch.fact, group, items));
        at.y = below + 18.0;
    }
    Ok(frame.scene(marks))
}

/// How many branches stand in the first column, so that the longer column is as short as can be.
fn balance(heights: &[f64]) -> usize {
    let longer = |split: usize| {
        let sum = |part: &[f64]| part.iter().sum::<f64>();
        heights.split_at_checked(split).map_or(f64::INFINITY, |(left, right)| sum(left).max(sum(right)))
    };
    (0..=heights.len()).rev().min_by(|one, other| longer(*one).total_cmp(&longer(*other))).unwrap_or(0)
}

/// A heading and what stands under it, and the y below.
fn branch(branch: &Branch, frame: &Frame<'_>, at: Point, width: f64) -> Result<(Vec<Item>, f64), MissingFact> {
    let plate = frame.plate;
    let mut items = vec![Item::new(Shape::Bar(Rect::new(at.x, at.y, at.x + width, at.y + 1.0)), Ink::Rule)];
    let counted = plate.fact(&branch.fact)?.value.is_some();
    let (heading, mut y) = if counted {
        numbered(branch, frame, Point::new(at.x, at.y + 10.0), width)?
    } else {
        frame.paragraph(plate.label(&branch.fact)?, (at.x, at.y + 14.0), width, frame.strong(), Ink::Text)
    };
    items.extend(heading);
    if let Some(when) = plate.period(&branch.fact)? {
        let (texts, below) = frame.paragraph(when, (at.x, y), width, frame.small(), Ink::Muted);
        items.extend(texts);
        y = below;
    }
    let count = if counted { plate.count(&branch.fact)? } else { 0 };
    if count > branch.items.len() && count <= MOST {
        for index in 0..count {
            let ink = if index < branch.items.len() { Ink::One } else { Ink::Pale };
            let (column, row) = ((index % TENS) as f64, (index / TENS) as f64);
            items.push(square(at.x + column * PITCH, y + 8.0 + row * PITCH, ink));
        }
        y += 8.0 + count.div_ceil(TENS) as f64 * PITCH;
    }
    if !branch.items.is_empty() {
        let (names, below) = names(branch, frame, Point::new(at.x, y + 6.0), width);
        items.extend(names);
        y = below;
    }
    Ok((items, y))
}

fn square(x: f64, y: f64, ink: Ink) -> Item {
    Item::new(Shape::Bar(Rect::new(x, y, x + SQUARE, y + SQUARE)), ink)
}

/// The number, large, with its term beside it, or below where there is no room.
fn numbered(branch: &Branch, frame: &Frame<'_>, at: Point, width: f64) -> Result<(Vec<Item>, f64), MissingFact> {
    let (number, label) = (frame.plate.number(&branch.fact)?, frame.plate.label(&branch.fact)?);
    let (big, small) = (frame.display(), frame.body());
    let beside = frame.measure.width(number, big) + 10.0;
    let (mut items, bottom) = frame.paragraph(number, (at.x, at.y), width, big, Ink::Text);
    let (x, top) =
        if beside < width / 2.0 { (at.x + beside, at.y + big.ascent() - small.ascent()) } else { (at.x, bottom) };
    let (lines, below) = frame.paragraph(label, (x, top), width - (x - at.x), small, Ink::Text);
    items.extend(lines);
    Ok((items, below.max(bottom)))
}

/// The names, each behind a filled square, in as many columns as fit.
fn names(branch: &Branch, frame: &Frame<'_>, at: Point, width: f64) -> (Vec<Item>, f64) {
    let (font, marker, gap) = (frame.body(), SQUARE + 6.0, 16.0);
    let names: Vec<&str> = branch.items.iter().map(|name| frame.plate.text(name)).collect();
    let widest = names.iter().map(|name| frame.measure.width(name, font)).fold(1.0, f64::max);
    let columns = (((width + gap) / (marker + widest + gap)) as usize).max(1);
    let pitch = (width + gap) / columns as f64;
    let (mut items, mut below) = (Vec::new(), at.y);
    for row in names.chunks(columns) {
        let y = below;
        for (column, name) in row.iter().enumerate() {
            let x = at.x + (marker + widest + gap).min(pitch) * column as f64;
            items.push(square(x, y + (font.ascent() - SQUARE) / 2.0 + 1.0, Ink::One));
            let (lines, end) = frame.paragraph(name, (x + marker, y), pitch - gap - marker, font, Ink::Text);
            items.extend(lines);
            below = below.max(end + 4.0);
        }
    }
    (items, below)
}

#[cfg(test)]
mod tests {
    use serde_json::{Value, json};

    use super::super::testing::{Sample, fact, texts};
    use super::balance;
    use crate::scene::{Ink, Mark};
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
        assert_eq!(squares(&scene.marks[0], Ink::One), 2, "in the count and before the name");
        let scene = sample(1.0, &[json!({"zh": "生物医药", "en": "Biomedicine"})]).scene(Locale::En, 360.0, 1.0, 0);
        assert_eq!((squares(&scene.marks[0], Ink::Pale), squares(&scene.marks[0], Ink::One)), (0, 1));
    }

    #[test]
    fn what_has_no_number_is_a_name_with_its_status() {
        let scene = sample(0.0, &[]).scene(Locale::Zh, 360.0, 1.0, 0);
        let texts: Vec<&str> = texts(&scene).into_iter().map(|label| label.text.as_str()).collect();
        assert_eq!(texts, ["0", "市级以上各类研发机构", "市级以上各类研发机构", "规划中"]);
    }

    #[test]
    fn columns_are_as_even_as_they_can_be() {
        assert_eq!(balance(&[50.0, 50.0, 100.0]), 2);
        assert_eq!(balance(&[10.0]), 1);
        assert_eq!(balance(&[]), 0);
    }

    #[test]
    fn an_outline_holds_at_every_width() {
        let long = json!({"zh": "国际生物城".repeat(9), "en": "Donaudampfschifffahrtsgesellschaft".repeat(3)});
        sample(29.0, &[long, json!({"zh": "", "en": ""}), json!({"zh": "字", "en": "x"})]).check();
        sample(-1.0, &[]).check();
        sample(1e300, &[]).check();
        Sample::new(&[], &[], json!({"outline": {"branches": []}})).check();
    }
}
