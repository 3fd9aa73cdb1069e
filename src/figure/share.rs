//! Parts of a whole: a row a part, its share as the numeral, its bar on a track that is the whole.
//!
//! ```text
//! 303,700 t  all three
//! ▟█▙   9%  ████░░░░░░░░░░░░░░░░░░░░░░░░░░░
//!           Road  26,900 t
//! ▟█▙   4%  █░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░
//!           Rail  11,200 t
//! ▟█▙  87%  ███████████████████████████░░░░
//!           Wharf  265,600 t
//! ```
//!
//! Where the figure says how much a glyph stands for, each row counts its part out in glyphs instead:
//!
//! ```text
//! 303,700 t  all three, each is 10,000 t
//!  9%  ▟█▙ ▟█▙ ▟█
//!      Road  26,900 t
//!  4%  ▟█▙ ▟
//!      Rail  11,200 t
//! 87%  ▟█▙ ▟█▙ ▟█▙ ▟█▙ ▟█▙ ▟█▙ ▟█▙ ▟█▙ ▟█▙ ▟█▙ ▟█▙ ▟█▙ ▟█▙
//!      ▟█▙ ▟█▙ ▟█▙ ▟█▙ ▟█▙ ▟█▙ ▟█▙ ▟█▙ ▟█▙ ▟█▙ ▟█▙ ▟█▙ ▟█▙ ▟
//!      Wharf  265,600 t
//! ```
//!
//! On a phone what a part draws stands under its share.

use kurbo::Point;

use super::kinds::{Editorial, Kind, Opening, Summary, spec};
use super::parts::glyph_rows::{GlyphRows, glyphs};
use super::{Frame, Pen};
use crate::describe::Summarizer;
use crate::glyph::{Form, Glyph};
use crate::plate::FactLine;
use crate::scale::Linear;
use crate::scene::{Ink, Mark, bounds};
use crate::story::check::{Checker, ProblemKind};
use crate::story::{FactId, Width};

spec! {
    /// Parts of a whole, in one bar or in glyphs.
    Share {
        /// The parts, in reading order.
        parts: Vec<Part>,
        /// The derived sum of the parts.
        total: FactId,
        /// How much one glyph stands for, where parts are counted out in glyphs; without it they are bars.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        each: Option<f64>,
        /// What one glyph stands for, in words; an edition fills it in.
        #[serde(skip)]
        said: String,
    }
}
spec! {
    /// One part of a whole.
    Part {
        /// The amount.
        fact: FactId,
        /// The derived share of the whole: a fact of its own, which texts can name and whose formula a reader sees.
        share: FactId,
        /// What it looks like. It stands before the part's bar, or counts the part out.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        glyph: Option<Glyph>,
    }
}

impl Kind for Share {
    fn facts(&self) -> Vec<&FactId> {
        let mut facts = Vec::new();
        for part in &self.parts {
            facts.extend([&part.fact, &part.share]);
        }
        facts.push(&self.total);
        facts
    }

    fn layout(&self, frame: &Frame<'_>) -> Vec<Mark> {
        layout(self, frame)
    }
}

impl Editorial for Share {
    fn usual_width(&self) -> Width {
        Width::TwoThirds
    }

    fn audible(&self) -> Vec<&FactId> {
        self.parts.iter().map(|part| &part.fact).collect()
    }

    fn check(&self, checker: &mut Checker<'_>, place: &str) {
        let (total, each_place) = (format!("{place}/total"), format!("{place}/each"));
        checker.amount(&total, &self.total);
        for (place, part) in checker.each(&format!("{place}/parts"), &self.parts) {
            checker.amount(&format!("{place}/fact"), &part.fact);
            checker.part(&format!("{place}/share"), &part.share, &part.fact, &self.total);
            checker.same_unit(&format!("{place}/fact"), &part.fact, &self.total);
            if let Some(each) = self.each {
                checker.symbols(&each_place, checker.value(&part.fact), each);
                if part.glyph.is_none() {
                    checker.report(&place, ProblemKind::NoGlyph);
                }
            }
        }
        let parts: Vec<&FactId> = self.parts.iter().map(|part| &part.fact).collect();
        checker.whole(&total, &self.total, &parts);
    }

    fn opening(&self) -> Opening {
        ("一根长条，分成{}段", "one bar in {} part", "one bar in {} parts")
    }

    fn summary(&self, summarizer: &Summarizer<'_>) -> Summary {
        let words = summarizer.words;
        let total = words.in_all(&summarizer.value(&self.total)?);
        let mut sized = Vec::new();
        for part in &self.parts {
            let value = [&summarizer.value(&part.fact)?, words.comma, &summarizer.value(&part.share)?].concat();
            sized.push((summarizer.edition.value(&part.fact)?, words.named(&summarizer.term(&part.fact)?, &value)));
        }
        Ok(vec![[&summarizer.opening(self.parts.len()), words.comma, &total].concat(), summarizer.in_order(sized)])
    }
}

/// The least width, at the usual text size, at which bars stand beside the shares, in CSS px.
const WIDE: f64 = 440.0;
/// The longer side of a glyph, in CSS px.
const GLYPH: f64 = 40.0;
/// The longer side of glyphs that an amount is counted in, beside the shares and under them, in CSS px.
const COUNTED: (f64, f64) = (40.0, 28.0);
/// Between a row's columns, in CSS px.
const GAP: f64 = 14.0;
/// The height of a bar, in CSS px.
const BAR: f64 = 20.0;
/// Between rows, in CSS px.
const ROW: f64 = 22.0;

fn layout(spec: &Share, frame: &Frame<'_>) -> Vec<Mark> {
    let total = frame.fact(&spec.total);
    let mut marks = Vec::new();
    let mut pen = frame.pen();
    let label = frame.with_origin(total, total.term());
    let mut y = pen.term(total.headline(), &label, (0.0, 0.0), frame.width, Ink::Text);
    y = pen.note(&spec.said, (0.0, y), frame.width) + ROW * 0.6;
    pen.mark(&mut marks, total, 0);
    let columns = Columns::new(spec, frame);
    for (index, part) in spec.parts.iter().enumerate() {
        y = columns.row(part, index + 1, y, &mut marks) + if columns.beside { ROW } else { ROW * 0.7 };
    }
    marks
}

/// The columns that all rows of a figure share. Lengths are CSS px.
struct Columns<'a> {
    frame: &'a Frame<'a>,
    scale: Linear,
    /// How much one glyph stands for, where parts are counted out.
    each: Option<f64>,
    /// Where the shares begin.
    shares: f64,
    /// Where the bars begin, and whether that is beside the shares.
    bars: f64,
    beside: bool,
}

impl<'a> Columns<'a> {
    fn new(spec: &Share, frame: &'a Frame<'a>) -> Self {
        let (mut amount, mut shares, mut widest) = (0.0, 0.0, 0.0_f64);
        for part in &spec.parts {
            amount += frame.fact(&part.fact).amount().max(0.0);
            widest = widest.max(frame.numeral_width(frame.fact(&part.share).headline(), frame.display()));
            if part.glyph.is_some() && spec.each.is_none() {
                shares = GLYPH + GAP;
            }
        }
        // The track is the sum of what is drawn, so that the parts fill it.
        let scale = Linear::with_zero(&[amount]);
        let beside = shares + widest + GAP;
        let fits = frame.width >= WIDE * frame.text_scale && beside < frame.width / 2.0;
        Self { frame, scale, each: spec.each, shares, bars: if fits { beside } else { 0.0 }, beside: fits }
    }

    /// A part: its glyph and share, then the amount with what it draws; the y below.
    fn row(&self, part: &Part, group: usize, y: f64, marks: &mut Vec<Mark>) -> f64 {
        let frame = self.frame;
        let (fact, share) = (frame.fact(&part.fact), frame.fact(&part.share));
        let mut amount = frame.pen();
        let mut below = y;
        if let Some(glyph) = part.glyph.filter(|_| self.each.is_none()) {
            let size = glyph.size(GLYPH);
            let corner = Point::new(0.0, y + ((frame.display().leading() - size.height) / 2.0).max(0.0));
            glyph.shapes(Form::Full, corner, GLYPH).for_each(|shape| amount.draw(shape, frame.hue));
            below = corner.y + size.height;
        }
        let mut numeral = frame.pen();
        below = below.max(self.share(&mut numeral, share, y));
        let mut drawn = frame.pen();
        let top = if self.beside { y + 4.0 } else { below + 4.0 };
        let end = match (self.each, part.glyph) {
            (Some(each), Some(glyph)) => self.counted(&mut drawn, fact, (glyph, each), top),
            _ => self.bar(&mut drawn, fact, top),
        };
        let bottom = self.named(&mut drawn, fact, end + 6.0);
        // The glyph before a bar belongs to the amount, which is touched at its bar.
        let area = bounds(&drawn.items);
        amount.over(drawn);
        numeral.mark(marks, share, group);
        amount.mark_within(area, marks, fact, group);
        bottom.max(below)
    }

    /// A share as a numeral, with what it is a share of where bars stand under it; the y below.
    fn share(&self, pen: &mut Pen<'_>, share: &FactLine, y: f64) -> f64 {
        let frame = self.frame;
        let room = frame.width - self.shares;
        let font = frame.numeral_font(frame.display(), share.headline(), room);
        let end = self.shares + pen.numeral(share.headline(), (self.shares, y + font.ascent()), font, frame.hue);
        if self.beside {
            return y + font.leading();
        }
        let label = frame.with_origin(share, share.term());
        let (x, small) = (end + GAP * 0.6, frame.small());
        if frame.width - x < frame.advance(&label, small) {
            return pen.paragraph(&label, (self.shares, y + font.leading()), room, small, Ink::Muted);
        }
        pen.text(&label, (x, y + font.ascent()), small, Ink::Muted);
        y + font.leading()
    }

    /// An amount in glyphs, each for so much; the y below.
    fn counted(&self, pen: &mut Pen<'_>, fact: &FactLine, (glyph, each): (Glyph, f64), y: f64) -> f64 {
        let (full, part) = glyphs(fact.amount(), each);
        let count = full + usize::from(part > 0.0);
        let side = if self.beside { COUNTED.0 } else { COUNTED.1 };
        let rows = GlyphRows::within(self.frame.width - self.bars, glyph, (side, side * 0.2), false).even(count);
        rows.draw(pen, 0..full, Form::Full, (self.bars, y), self.frame.hue);
        rows.draw_part(pen, (full, part), (self.bars, y), self.frame.hue);
        y + rows.height(count)
    }

    /// An amount's bar on its track; the y below.
    fn bar(&self, pen: &mut Pen<'_>, fact: &FactLine, y: f64) -> f64 {
        let frame = self.frame;
        let room = frame.width - self.bars;
        // A part without length is still a hairline at zero.
        let length = (room * self.scale.fraction(fact.amount())).max(1.0);
        pen.bar((self.bars, y), room, BAR, Ink::Tint);
        pen.bar((self.bars, y), length, BAR, frame.hue);
        y + BAR
    }

    /// An amount's term and number; the y below.
    fn named(&self, pen: &mut Pen<'_>, fact: &FactLine, y: f64) -> f64 {
        let frame = self.frame;
        let (term, strong) = (frame.with_origin(fact, fact.term()), frame.strong());
        let at = self.bars + frame.advance(&term, frame.body()) + GAP * 0.6;
        let baseline = y + strong.ascent();
        if at + frame.advance(&fact.written, strong) <= frame.width {
            pen.text(&term, (self.bars, baseline), frame.body(), Ink::Text);
            pen.text(&fact.written, (at, baseline), strong, Ink::Text);
            return baseline + strong.descent();
        }
        let room = frame.width - self.bars;
        let below = pen.paragraph(&term, (self.bars, y), room, frame.body(), Ink::Text);
        pen.paragraph(&fact.written, (self.bars, below), room, strong, Ink::Text)
    }
}

#[cfg(test)]
mod tests {
    use kurbo::Rect;
    use serde_json::json;

    use super::super::testing::{Sample, fact, texts};
    use crate::scene::{Scene, Shape};
    use crate::story::Locale;

    fn sample(values: [f64; 3]) -> Sample {
        drawn(values, None)
    }

    fn drawn(values: [f64; 3], each: Option<f64>) -> Sample {
        let ids = ["road", "rail", "wharf"];
        let mut facts: Vec<_> = ids.iter().zip(values).map(|(id, value)| fact(id, value, "t")).collect();
        facts.extend(ids.map(|id| fact(&format!("{id}-share"), 0.037, "ratio")));
        let derived = [json!({"id": "total", "formula": "road + rail + wharf", "unit": "t"})];
        let glyph = |id: &str| (id == "rail" || each.is_some()).then_some("train");
        let parts = ids.map(|id| json!({"fact": id, "share": format!("{id}-share"), "glyph": glyph(id)}));
        Sample::new(&facts, &derived, json!({"share": {"parts": parts, "total": "total", "each": each}}))
    }

    fn bars(scene: &Scene, fact: &str) -> Vec<Rect> {
        let mark = scene.marks.iter().find(|mark| mark.key == fact).expect("the mark");
        let bar = |shape: &Shape| if let Shape::Bar(rect) = shape { Some(*rect) } else { None };
        mark.items.iter().filter_map(|item| bar(&item.shape)).collect()
    }

    #[test]
    fn parts_fill_the_track_that_is_the_whole() {
        for width in [300.0, 700.0] {
            let scene = sample([26_900.0, 11_200.0, 265_600.0]).scene(Locale::Zh, width, 1.0, 0);
            let of_whole = ["road", "rail", "wharf"].map(|part| {
                let [track, bar] = bars(&scene, part)[..] else { panic!("{part} has a track and a bar") };
                assert_eq!((track.x0, track.x1), (bar.x0, width), "{part}");
                bar.width() / track.width()
            });
            assert!((of_whole.iter().sum::<f64>() - 1.0).abs() < 1e-9, "{of_whole:?}");
            assert!((of_whole[1] - 11.2 / 303.7).abs() < 1e-9, "{of_whole:?}");
        }
    }

    #[test]
    fn parts_of_nothing_are_hairlines() {
        let scene = sample([0.0, -2.0, 0.0]).scene(Locale::Zh, 300.0, 1.0, 0);
        assert!(["road", "rail", "wharf"].iter().all(|part| bars(&scene, part)[1].width() == 1.0));
    }

    #[test]
    fn glyphs_count_a_part_out_and_the_last_is_cut() {
        let scene = drawn([26_900.0, 11_200.0, 265_600.0], Some(10_000.0)).scene(Locale::En, 700.0, 1.0, 0);
        let right = |fact: &str| {
            let mark = scene.marks.iter().find(|mark| mark.key == fact).expect("the mark");
            let corners = mark.items.iter().filter_map(|item| match &item.shape {
                Shape::Polygon(corners) => Some(corners),
                _ => None,
            });
            corners.flatten().map(|corner| corner.x).fold(0.0, f64::max)
        };
        // The second train of 1.12 ends at 0.12 of its 40 px, 48 px after the first.
        let one = right("road") - 2.69 * 40.0 - 2.0 * 8.0;
        assert!((right("rail") - one - 48.0 - 0.12 * 40.0).abs() < 1.0, "{one} {}", right("rail"));
        assert!(["road", "rail", "wharf"].iter().all(|part| bars(&scene, part).is_empty()));
        assert!(texts(&scene).iter().any(|label| label.text == "each is 10,000 t"));
    }

    #[test]
    fn shares_hold_at_every_width() {
        for values in [[26_900.0, 11_200.0, 265_600.0], [0.0; 3], [1e299, 1.0, -1e299], [1.0, 0.0, 0.0]] {
            sample(values).check();
            drawn(values, Some(10_000.0)).check();
        }
    }
}
