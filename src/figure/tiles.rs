//! Headline numbers in tiles, each leading to the figure that shows it.
//!
//! ```text
//! ──────────────   ──────────────   ──────────────
//! over ¥100 bn     5 clusters       5,899 companies
//! Industrial       Clusters         Technology-based
//! output                            SMEs
//! ```

use super::Frame;
use crate::plate::{FactLine, Headline};
use crate::scale::floor_count;
use crate::scene::{Ink, Mark, bounds};
use crate::story::drawing::Tiles as Spec;

/// Below this width, in CSS px, no more than two tiles stand beside each other; above it, three.
const WIDE: f64 = 520.0;
/// The narrowest tile at the usual text size, in CSS px.
const TILE: f64 = 108.0;
/// Between tiles, across and down, in CSS px.
const GAP: f64 = 20.0;

pub(super) fn layout(spec: &Spec, frame: &Frame<'_>) -> Vec<Mark> {
    let most = if frame.width < WIDE { 2 } else { 3 };
    let mut columns = floor_count((frame.width + GAP) / (TILE * frame.text_scale + GAP)).min(most).max(1);
    let mut width = (frame.width + GAP) / columns as f64 - GAP;
    let facts: Vec<&FactLine> = spec.tiles.iter().map(|tile| frame.fact(&tile.fact)).collect();
    let headlines: Vec<Headline<'_>> = facts.iter().map(|fact| fact.headline()).collect();
    let mut font = frame.numeral_font(&headlines, width);
    // One below the other where a number has no room beside its neighbour.
    if headlines.iter().any(|headline| frame.numeral_width(*headline, font) > width) {
        columns = 1;
        width = frame.width;
        font = frame.numeral_font(&headlines, width);
    }
    let mut marks = Vec::new();
    let mut y = 0.0;
    for (row, facts) in facts.chunks(columns).enumerate() {
        let mut bottom: f64 = y;
        for (column, fact) in facts.iter().enumerate() {
            let x = column as f64 * (width + GAP);
            let top = y + 10.0;
            let mut pen = frame.pen();
            pen.bar((x, y), width, 2.0, Ink::Text);
            pen.numeral(fact.headline(), (x, top + font.ascent()), font, Ink::Text);
            let label = frame.with_origin(fact, &fact.label);
            pen.paragraph(&label, (x, top + font.leading()), width, frame.body(), Ink::Muted);
            bottom = bottom.max(bounds(&pen.items).y1);
            pen.mark(&mut marks, fact, row);
        }
        // The whole tile is touched, not only its texts.
        for mark in marks.iter_mut().rev().take(facts.len()) {
            mark.area.y1 = bottom;
        }
        y = bottom + GAP;
    }
    marks
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::super::testing::{Sample, fact, texts};
    use crate::story::Locale;

    fn sample() -> Sample {
        let mut facts: Vec<_> = (0..7).map(|index| fact(&format!("fact-{index}"), 5899.0, "thing")).collect();
        facts[0] = json!({"id": "fact-0", "value": 100e9, "digits": 1, "unit": "CNY", "qualifier": "over"});
        facts[6] = json!({"id": "fact-6", "date": "2024-07-03"});
        let tiles: Vec<_> = facts.iter().map(|fact| json!({"fact": fact["id"], "figure": "figure"})).collect();
        Sample::new(&facts, &[], json!({"tiles": {"tiles": tiles}}))
    }

    #[test]
    fn tiles_hold_their_numbers_at_every_width() {
        sample().check();
        Sample::new(&[], &[], json!({"tiles": {"tiles": []}})).check();
    }

    #[test]
    fn a_phone_has_two_columns_and_a_page_three() {
        for (width, text_scale, columns) in [(328.0, 1.0, 2), (680.0, 1.0, 3), (328.0, 3.0, 1)] {
            let scene = sample().scene(Locale::Zh, width, text_scale, 0);
            assert_eq!(scene.marks.iter().filter(|mark| mark.group == 0).count(), columns);
        }
    }

    #[test]
    fn the_qualifier_stands_beside_the_number() {
        let scene = sample().scene(Locale::En, 680.0, 1.0, 0);
        let texts: Vec<_> = texts(&scene).iter().take(2).map(|label| label.text.clone()).collect();
        assert_eq!(texts, ["over ¥", "100 billion"]);
    }
}
