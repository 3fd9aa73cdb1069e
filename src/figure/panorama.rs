//! A story's counts at a glance, one mark a thing: discs of dots, bands of glyphs, and a few numbers that are only written.
//! Each leads to the figure that tells more.
//!
//! ```text
//!    ∙∙∙∙∙∙      5,899  Technology-based SMEs     140  Trips a week
//!  ∙∙∙∙∙∙∙∙∙∙    each dot is 1 company            ⛟⛟⛟⛟⛟⛟⛟⛟⛟⛟⛟⛟⛟⛟     the first in the colour of before
//!  ∙∙∙∙∙∙∙∙∙∙    ⸪ 279  Research results          57  Drugs in research
//!  ∙∙∙∙∙∙∙∙∙∙    ⸪ 148  Platforms                 ▬▬▬▬▬▬▬▬▬▬  10 in phase III
//!    ∙∙∙∙∙∙      ⸪ 145  R&D institutions          ▭▭▭▭▭▭▭▭▭▭▭▭▭▭     sets within each other
//! ```

mod discs;
mod sets;
mod spec;

use kurbo::Vec2;

use super::parts::glyph_rows::{GlyphRows, glyphs};
use super::{Frame, Pen};
use crate::glyph::{Form, Glyph};
use crate::plate::{FactLine, Headline};
use crate::scale::floor_count;
use crate::scene::{Ink, Mark, bounds};
use crate::words::words;

pub use spec::{Band, Numeral, Panorama};

/// The width at the usual text size from which bands stand beside the discs, in CSS px.
const WIDE: f64 = 840.0;
/// The part of the width that discs then take.
const DISCS: f64 = 0.55;
/// Between the two, in CSS px.
const GUTTER: f64 = 48.0;
/// Between a disc and what is said of it, in CSS px.
const GAP: f64 = 12.0;
/// From band to band, in CSS px; and on a phone, where a screen has to hold them all.
const BETWEEN: (f64, f64) = (22.0, 10.0);
/// About how high the glyphs of a band come out at the most, in CSS px; and on a phone.
const BAND: (f64, f64) = (122.0, 90.0);

fn layout(spec: &Panorama, frame: &Frame<'_>) -> Vec<Mark> {
    let wide = frame.width >= WIDE * frame.text_scale && spec.bands.iter().any(|band| band.glyph.is_none());
    let left = if wide { (frame.width * DISCS).round() } else { frame.width };
    let between = if wide { BETWEEN.0 } else { BETWEEN.1 };
    let mut writer = Writer { frame, wide, between, marks: Vec::new(), group: 0 };
    let mut y = 0.0;
    for band in &spec.bands {
        if band.glyph.is_none() {
            y = writer.disc(band, y, left) + between;
        }
    }
    let (x, width) = if wide { (left + GUTTER, frame.width - left - GUTTER) } else { (0.0, frame.width) };
    let (beside, below) = (writer.marks.len(), y);
    let mut y = if wide { 0.0 } else { y };
    for band in &spec.bands {
        if let Some(glyph) = band.glyph {
            y = writer.band(band, glyph, (x, y), width) + between;
        }
    }
    y = writer.numerals(&spec.numerals, (x, y), width);
    if wide {
        // The lower of the two columns stands in the middle of the higher.
        let (down, discs) = (((below - between - y) / 2.0).round(), y > below);
        for (index, mark) in writer.marks.iter_mut().enumerate() {
            if (index < beside) == discs {
                mark.shift(Vec2::new(0.0, down.abs()));
            }
        }
    }
    writer.marks
}

/// The marks so far.
struct Writer<'a> {
    frame: &'a Frame<'a>,
    wide: bool,
    /// From band to band, in CSS px.
    between: f64,
    marks: Vec<Mark>,
    group: usize,
}

impl<'a> Writer<'a> {
    /// About how high the glyphs of a band come out at the most, in CSS px.
    fn height(&self) -> f64 {
        if self.wide { BAND.0 } else { BAND.1 }
    }

    /// The colour of the chapter that a band leads to.
    fn ink(&self, band: &Band) -> Ink {
        self.frame.plate.figure(&band.figure).map_or(Ink::Text, |figure| figure.hue)
    }

    /// The texts beside a band's number: the term, the period, and how many things a mark stands for.
    fn label(&self, fact: &FactLine, each: &str) -> String {
        let comma = words(self.frame.plate.locale).comma;
        let mut said = self.frame.with_origin(fact, fact.term());
        for more in [fact.period.as_str(), each] {
            if !more.is_empty() {
                said = [said.as_str(), comma, more].concat();
            }
        }
        said
    }

    /// A number of some size with its term on the same line, or below where it has no room; the y below.
    fn heading(
        &self,
        pen: &mut Pen<'_>,
        number: Headline<'_>,
        label: &str,
        (x, y): (f64, f64),
        (width, size): (f64, f64),
    ) -> f64 {
        let body = self.frame.body();
        let (font, end, below) = pen.fitted(number, (x, y), width, self.frame.font(size, true), Ink::Text);
        let at = end + body.size * 0.7;
        if at + self.frame.advance(label, body) <= x + width {
            pen.text(label, (at, y + font.ascent()), body, Ink::Muted);
            return below;
        }
        pen.paragraph(label, (x, below), width, body, Ink::Muted)
    }

    /// A number with its glyphs, the sets within it and what was before; the y below.
    fn band(&mut self, band: &Band, glyph: Glyph, (x, y): (f64, f64), width: f64) -> f64 {
        let frame = self.frame;
        let (fact, ink) = (frame.fact(&band.fact), self.ink(band));
        let mut heading = frame.pen();
        let each = if band.each == 1.0 { "" } else { &band.said };
        let size = if self.wide { 34.0 } else { 28.0 };
        let mut top = self.heading(&mut heading, fact.headline(), &self.label(fact, each), (x, y), (width, size)) + 4.0;
        if !band.within.is_empty() {
            return self.nested(band, glyph, heading, (x, top), width);
        }
        let before = band.before.as_ref().map(|id| frame.fact(id));
        // What was before is said right above its glyphs, which are the first.
        let mut said = frame.pen();
        if let Some(before) = before {
            let text = words(frame.plate.locale).named(before.term(), &before.written);
            top = said.paragraph(&text, (x, top), width, frame.small(), Ink::Before) + 3.0;
        }
        let (full, part) = glyphs(fact.amount(), band.each);
        let count = full + usize::from(part > 0.0);
        let rows = GlyphRows::low(self.height(), &[count], width, glyph, fact.is_over());
        let first = before.map_or(0, |before| glyphs(before.amount(), band.each).0.min(full));
        let mut pen = frame.pen();
        rows.draw(&mut pen, first..full, Form::Full, (x, top), ink);
        rows.draw_part(&mut pen, (full, part), (x, top), ink);
        if fact.is_over() {
            rows.open_end(&mut pen, count, (x, top));
        }
        // The words of before lie between the number and its glyphs, which are then what is touched.
        let glyphs = bounds(&pen.items);
        let alone = before.is_some() && !pen.items.is_empty();
        pen.over(heading);
        let area = if alone { glyphs } else { bounds(&pen.items) };
        pen.mark_within(area, &mut self.marks, fact, self.group);
        let below = area.y1.max(top + rows.height(count));
        if let Some(before) = before {
            let area = bounds(&said.items);
            rows.draw(&mut said, 0..first, Form::Full, (x, top), Ink::Before);
            said.mark_within(area, &mut self.marks, before, self.group);
        }
        self.group += 1;
        below
    }

    /// Numbers that are only written, beside each other where they have room; the y below.
    fn numerals(&mut self, numerals: &[Numeral], (x, y): (f64, f64), width: f64) -> f64 {
        let frame = self.frame;
        let room = floor_count((width + GAP) / (150.0 * frame.text_scale + GAP)).min(numerals.len()).max(1);
        let mut widest: f64 = 0.0;
        for numeral in numerals {
            widest = widest.max(frame.advance(frame.fact(&numeral.fact).tallied().written, frame.strong()));
        }
        let columns = if (width + GAP) / room as f64 - GAP >= widest { room } else { 1 };
        let cell = (width + GAP) / columns as f64 - GAP;
        let mut y = y;
        for row in numerals.chunks(columns) {
            let mut bottom = y;
            for (column, numeral) in row.iter().enumerate() {
                let fact = frame.fact(&numeral.fact);
                let at = (x + column as f64 * (cell + GAP), y);
                let mut pen = frame.pen();
                let label = frame.with_origin(fact, &fact.label);
                let below = pen.term(fact.tallied(), &label, at, cell, Ink::Text);
                bottom = bottom.max(below);
                pen.mark(&mut self.marks, fact, self.group);
            }
            self.group += 1;
            y = bottom + GAP;
        }
        y - if numerals.is_empty() { self.between } else { GAP }
    }

    fn mark(&mut self, pen: Pen<'_>, fact: &FactLine) {
        pen.mark(&mut self.marks, fact, self.group);
        self.group += 1;
    }
}

#[cfg(test)]
mod tests {
    use serde_json::{Value, json};

    use super::super::testing::{Sample, dots, fact, texts};
    use super::*;
    use crate::scene::{Scene, Shape};
    use crate::story::Locale;
    use kurbo::Rect;

    fn over(mut fact: Value) -> Value {
        fact["qualifier"] = json!("over");
        fact
    }

    fn sample(glyph: &str, numbers: [f64; 8]) -> Sample {
        let [disc, moon, other, set, inner, inmost, cargo, now] = numbers;
        let facts = [
            fact("disc", disc, "thing"),
            fact("moon", moon, "thing"),
            fact("other", other, "thing"),
            fact("set", set, "thing"),
            fact("inner", inner, "thing"),
            fact("inmost", inmost, "thing"),
            over(fact("cargo", cargo, "t")),
            fact("now", now, "thing"),
            fact("before", 1.0, "thing"),
            over(fact("output", 100e9, "CNY")),
        ];
        let band = |fact: &str, more: Value| {
            let mut band = json!({"fact": fact, "figure": "figure"});
            for (key, value) in more.as_object().expect("an object") {
                band[key] = value.clone();
            }
            band
        };
        let bands = [
            band("disc", json!({"beside": ["moon", "other"]})),
            band("set", json!({"glyph": glyph, "within": ["inner", "inmost"]})),
            band("cargo", json!({"glyph": glyph, "each": 1e6})),
            band("now", json!({"glyph": glyph, "before": "before"})),
        ];
        let numerals = json!([{"fact": "output", "figure": "figure"}]);
        Sample::new(&facts, &[], json!({"panorama": {"bands": bands, "numerals": numerals}}))
    }

    const NUMBERS: [f64; 8] = [5899.0, 279.0, 148.0, 57.0, 23.0, 10.0, 28.37e6, 140.0];

    fn polygons(scene: &Scene, key: &str) -> Vec<Rect> {
        let mark = scene.marks.iter().find(|mark| mark.key == key).expect("the mark");
        let polygon = |shape: &Shape| matches!(shape, Shape::Polygon(_)).then(|| shape.bounds());
        mark.items.iter().filter_map(|item| polygon(&item.shape)).collect()
    }

    #[test]
    fn a_panorama_holds_at_every_width() {
        for glyph in ["capsule", "truck", "person"] {
            sample(glyph, [589.0, 279.0, 148.0, 57.0, 23.0, 10.0, 28.37e6, 140.0]).check();
        }
        sample("barge", [0.0, 0.0, 1.0, 0.0, 0.0, 0.0, 0.0, 0.0]).check();
        sample("house", [1.0, 3000.0, 2.0, 9.0, 90.0, 900.0, 1e300, -1.0]).check();
        Sample::new(&[], &[], json!({"panorama": {"bands": []}})).check();
    }

    #[test]
    fn there_is_a_mark_for_every_thing() {
        for width in [328.0, 1200.0] {
            let scene = sample("capsule", NUMBERS).scene(Locale::Zh, width, 1.0, 0);
            assert_eq!(dots(&scene), 5899 + 279 + 148);
            // The sets within are drawn once: 10 full, 13 half of two polygons each, 34 outlined.
            let drawn = ["inmost", "inner", "set"].map(|key| polygons(&scene, key).len());
            assert_eq!(drawn, [10, 2 * 13, 34]);
            assert_eq!((polygons(&scene, "now").len(), polygons(&scene, "before").len()), (139, 1));
        }
    }

    #[test]
    fn a_number_that_ends_within_a_glyph_cuts_it_and_over_goes_on() {
        let scene = sample("capsule", NUMBERS).scene(Locale::En, 1200.0, 1.0, 0);
        let cargo = polygons(&scene, "cargo");
        let [whole, .., part] = cargo.as_slice() else { panic!("too few glyphs: {cargo:?}") };
        assert_eq!(cargo.len(), 28 + 1);
        let mark = scene.marks.iter().find(|mark| mark.key == "cargo").expect("the mark");
        assert_eq!(mark.items.iter().filter(|item| item.ink == Ink::Pale).count(), 3, "the open end");
        assert!((part.width() / whole.width() - 0.37).abs() < 1e-6, "{part:?} of {whole:?}");
    }

    #[test]
    fn what_was_before_has_its_own_colour_among_the_glyphs_of_now() {
        let scene = sample("truck", NUMBERS).scene(Locale::Zh, 328.0, 1.0, 0);
        let mark = scene.marks.iter().find(|mark| mark.key == "before").expect("the mark");
        assert!(mark.items.iter().all(|item| item.ink == Ink::Before));
        let (first, second) = (polygons(&scene, "before")[0], polygons(&scene, "now")[0]);
        assert!(first.y0 == second.y0 && first.x0 < second.x0, "{first:?} {second:?}");
        assert!(mark.area.y1 <= first.y0 && first.y0 < mark.area.y1 + 8.0, "its words stand right above it");
    }

    #[test]
    fn a_mark_says_what_it_stands_for_where_that_is_not_one() {
        let scene = sample("truck", NUMBERS).scene(Locale::En, 1200.0, 1.0, 0);
        let said: Vec<&str> = texts(&scene).into_iter().map(|label| label.text.as_str()).collect();
        assert!(said.join(" ").contains("each is 1 million t"), "{said:?}");
        assert!(said.contains(&"each is 1 company"), "{said:?}");
    }
}
