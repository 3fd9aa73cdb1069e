//! Symbols that stand for a round number of things, a row a fact; each row says what one symbol stands for.
//!
//! ```text
//! 80,000  Students reached          over 4 million  Medical visits
//! each is 10,000 students           each is 100,000 visits
//! ☻ ☻ ☻ ☻ ☻ ☻ ☻ ☻                   ☻ ☻ ☻ ☻ ☻ ☻ ☻ ☻ ☻ ☻
//!                                   ☻ ☻ ☻ ☻ ❯      the number is over what is drawn
//! ```

use kurbo::Point;

use super::{Frame, Pen};
use crate::scale::{clamp, floor_count};
use crate::scene::{Ink, Mark, Shape, bounds};
use crate::story::drawing::{MAX_SYMBOLS, Pictogram as Spec, PictogramRow, Symbol};

/// The least width at the usual text size at which two rows stand beside each other, in CSS px.
const WIDE: f64 = 520.0;
/// Between columns, in CSS px.
const GAP: f64 = 32.0;
/// Between symbols, in ems of a symbol.
const SPACE: f64 = 0.3;
/// The room for an open end after a row, in ems of a symbol.
const OPEN: f64 = 0.5;

pub(super) fn layout(spec: &Spec, frame: &Frame<'_>) -> Vec<Mark> {
    let columns = if frame.width >= WIDE * frame.text_scale { 2 } else { 1 };
    let width = (frame.width + GAP) / columns as f64 - GAP;
    let mut marks = Vec::new();
    let mut y = 0.0;
    for (line, rows) in spec.rows.chunks(columns).enumerate() {
        let mut bottom: f64 = y;
        for (column, row) in rows.iter().enumerate() {
            let mut pen = frame.pen();
            let ink = Ink::category(line * columns + column);
            draw(&mut pen, row, (column as f64 * (width + GAP), y), width, ink);
            bottom = bottom.max(bounds(&pen.items).y1);
            pen.mark(&mut marks, frame.fact(&row.fact), line);
        }
        y = bottom + 32.0;
    }
    marks
}

/// A row: the number with its term, what a symbol stands for, the symbols.
fn draw(pen: &mut Pen<'_>, row: &PictogramRow, (x, y): (f64, f64), width: f64, ink: Ink) {
    let frame = pen.frame;
    let fact = frame.fact(&row.fact);
    let mut heading = frame.pen();
    let below = heading.term(fact.tallied(), &frame.with_origin(fact, &fact.label), (x, y), width, Ink::Text);
    let top = heading.note(&row.said, (x, below), width) + 8.0;

    // Rows of ten, or all in one row where a few more have room; and an open end after the last.
    let (full, part) = symbols(fact.amount(), row.each);
    let count = full + usize::from(part);
    let in_a_row = if count <= 12 { count.max(10) } else { 10 };
    let size = clamp(width / (in_a_row as f64 * (1.0 + SPACE) + OPEN), 18.0, 26.0);
    // In whole px, so that every symbol falls alike on them.
    let pitch = (size * (1.0 + SPACE)).floor();
    let room = floor_count((width / size - OPEN) / (1.0 + SPACE) + 1e-6);
    let columns = (if count <= room { room } else { room.min(10) }).max(1);
    let place = |index: usize| {
        let (column, row) = (index % columns, index / columns);
        (x + column as f64 * pitch, top + row as f64 * pitch)
    };
    stand(pen, row.symbol, (0..full).map(place).collect(), size, ink);
    stand(pen, row.symbol, (full..count).map(place).collect(), size, Ink::Pale);
    if fact.is_over() {
        let (left, top) = count.checked_sub(1).map_or((x - pitch, top), place);
        pen.open_end((left + pitch, top + size * 0.25), size * 0.6);
    }
    pen.over(heading);
}

/// How many symbols are whole, and whether a part of one is left; none where a symbol stands for nothing.
fn symbols(value: f64, each: f64) -> (usize, bool) {
    let count = clamp(value / each, 0.0, MAX_SYMBOLS);
    let nearest = count.round();
    if (count - nearest).abs() < 1e-6 { (floor_count(nearest), false) } else { (floor_count(count), count > 0.0) }
}

/// Symbols with their top left corners at these places: all heads as one item, then outlines.
fn stand(pen: &mut Pen<'_>, symbol: Symbol, places: Vec<(f64, f64)>, size: f64, ink: Ink) {
    let (head, outlines) = outlines(symbol);
    let scale = size / SQUARE;
    let at = |(left, top): (f64, f64), x: f64, y: f64| Point::new(left + x * scale, top + y * scale);
    if let Some([x, y, radius]) = head
        && !places.is_empty()
    {
        let centers = places.iter().map(|place| at(*place, x, y)).collect();
        pen.draw(Shape::Dots { centers, radius: radius * scale }, ink);
    }
    for place in places {
        for outline in outlines {
            let corners = outline.as_chunks().0.iter().map(|[x, y]| at(place, *x, *y)).collect();
            pen.draw(Shape::Polygon(corners), ink);
        }
    }
}

/// The side of the square that symbols are given in.
const SQUARE: f64 = 24.0;

/// A symbol in its [`SQUARE`]: a round head (x, y, radius) if it has one, and outlines (x, y, x, y, …).
fn outlines(symbol: Symbol) -> (Option<[f64; 3]>, &'static [&'static [f64]]) {
    const BODY: &[f64] = &[5., 24., 5., 15., 8., 11., 16., 11., 19., 15., 19., 24.];
    const GUEST: &[f64] = &[1., 24., 1., 15., 4., 12., 12., 12., 15., 15., 15., 24.];
    const WINGS: &[f64] = &[0., 24., 0., 13.5, 24., 13.5, 24., 24., 14., 24., 14., 18., 10., 18., 10., 24.];
    const GABLE: &[f64] = &[6., 13.6, 6., 10.5, 12., 6., 18., 10.5, 18., 13.6];
    const FLAG: &[f64] = &[11.4, 7., 11.4, 0., 18., 2.2, 12.6, 4.4, 12.6, 7.];
    const CROSS: &[f64] =
        &[8., 0., 16., 0., 16., 8., 24., 8., 24., 16., 16., 16., 16., 24., 8., 24., 8., 16., 0., 16., 0., 8., 8., 8.];
    const SMALL_CROSS: &[f64] =
        &[18., 1., 21., 1., 21., 4., 24., 4., 24., 7., 21., 7., 21., 10., 18., 10., 18., 7., 15., 7., 15., 4., 18., 4.];
    match symbol {
        Symbol::Person => (Some([12.0, 5.0, 4.5]), &[BODY]),
        Symbol::School => (None, &[WINGS, GABLE, FLAG]),
        Symbol::Cross => (None, &[CROSS]),
        Symbol::Visit => (Some([8.0, 6.5, 4.2]), &[GUEST, SMALL_CROSS]),
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::super::testing::{Sample, dots, fact, texts};
    use super::*;
    use crate::story::Locale;

    fn sample(value: f64, each: f64, symbol: &str) -> Sample {
        let mut over = fact("over", value, "thing");
        over["qualifier"] = json!("over");
        let row = |id: &str| json!({"fact": id, "each": each, "symbol": symbol});
        Sample::new(
            &[fact("exact", value, "thing"), over],
            &[],
            json!({"pictogram": {"rows": [row("exact"), row("over")]}}),
        )
    }

    #[test]
    fn symbols_stay_inside_whatever_they_stand_for() {
        for symbol in ["person", "school", "cross"] {
            sample(11.0, 1.0, symbol).check();
        }
        for (value, each) in [(80_000.0, 10_000.0), (12.0, 1.0), (0.0, 1.0), (25.0, 10.0), (123.0, 1.0), (0.0, 0.0)] {
            sample(value, each, "visit").check();
        }
    }

    #[test]
    fn there_is_a_symbol_for_each_so_many() {
        assert_eq!(symbols(80_000.0, 10_000.0), (8, false));
        assert_eq!(symbols(25.0, 10.0), (2, true));
        assert_eq!(symbols(0.3, 0.1), (3, false));
        assert_eq!(symbols(5.0, 0.0), (floor_count(MAX_SYMBOLS), false));
        assert_eq!(symbols(0.0, 0.0), (0, false));
        let scene = sample(4_000_000.0, 100_000.0, "visit").scene(Locale::Zh, 328.0, 1.0, 0);
        assert_eq!(dots(&scene), 80);
    }

    #[test]
    fn a_row_says_what_a_symbol_stands_for() {
        let scene = sample(80_000.0, 10_000.0, "person").scene(Locale::En, 680.0, 1.0, 0);
        assert!(texts(&scene).iter().any(|label| label.text == "each is 10,000 companies"));
    }

    #[test]
    fn over_is_drawn_with_an_open_end() {
        let scene = sample(8.0, 1.0, "cross").scene(Locale::En, 680.0, 1.0, 0);
        let open = |index: usize| scene.marks[index].items.iter().filter(|item| item.ink == Ink::Pale).count();
        assert_eq!((open(0), open(1)), (0, 1));
    }
}
