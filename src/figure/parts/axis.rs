//! Bars from one zero on one scale.

use super::pen::Pen;
use crate::figure::Frame;
use crate::plate::FactLine;
use crate::scale::Linear;
use crate::scene::Ink;
use crate::text::Font;

/// The slices that continue a bar of "over": each is thinner than the one before.
const SLICES: [f64; 3] = [6.0, 4.0, 2.0];
/// Between two slices.
const SLIT: f64 = 2.0;
/// What the slices and slits take together.
const TAIL: f64 = 18.0;
/// Between a bar's end and its value.
const GAP: f64 = 8.0;
/// The shortest scale, in widths of the figure, that leaves values after the bars; below it they stand above.
const LEAST: f64 = 0.45;

/// What the bars of one scale share.
#[derive(Clone, Copy)]
pub(in crate::figure) struct Axis {
    scale: Linear,
    /// How long the longest bar is.
    length: f64,
    values: Values,
}

/// Where the facts are written out.
#[derive(Clone, Copy)]
enum Values {
    /// After the bars.
    After,
    /// Above the bars, in this font.
    Above(Font),
}

impl Axis {
    /// A scale over the whole width, less what an open end would take from the longest bar.
    pub(in crate::figure) fn across(frame: &Frame<'_>, facts: &[&FactLine], font: Font) -> Self {
        let tail = if facts.iter().any(|fact| fact.is_over()) { TAIL } else { 0.0 };
        let scale = Linear::from_zero(facts.iter().map(|fact| fact.amount()));
        Self { scale, length: frame.width - tail, values: Values::Above(font) }
    }

    /// The longest scale that leaves every fact's value in the frame.
    pub(in crate::figure) fn fitting(frame: &Frame<'_>, facts: &[&FactLine]) -> Self {
        let longest = Self::across(frame, facts, frame.strong());
        let mut length = longest.length;
        for fact in facts {
            let room = longest.length - GAP - frame.advance(&fact.written, frame.strong());
            let fraction = longest.scale.fraction(fact.amount());
            length = if room < 0.0 { 0.0 } else { length.min(room / fraction.max(f64::MIN_POSITIVE)) };
        }
        if length < LEAST * frame.width {
            return longest;
        }
        Self { length, values: Values::After, ..longest }
    }

    /// A bar under its caption, with the fact written out; the y below it.
    pub(in crate::figure) fn bar(&self, pen: &mut Pen<'_>, fact: &FactLine, caption: &str, ink: Ink, y: f64) -> f64 {
        let frame = pen.frame;
        let font = frame.strong();
        let mut texts = frame.pen();
        let mut y = texts.paragraph(caption, (0.0, y), frame.width, frame.body(), Ink::Text);
        if let Values::Above(font) = self.values {
            y = texts.paragraph(&fact.written, (0.0, y), frame.width, font, Ink::Text);
        }
        let (top, height) = (y + 3.0, font.size * 1.5);
        // A bar without length is still a hairline at zero.
        let mut end = (self.length * self.scale.fraction(fact.amount())).max(1.0);
        pen.bar((0.0, top), end, height, ink);
        if fact.is_over() {
            for width in SLICES {
                pen.bar((end + SLIT, top), width, height, ink);
                end += SLIT + width;
            }
        }
        if let Values::After = self.values {
            let baseline = top + (height + font.ascent() - font.descent()) / 2.0;
            texts.text(&fact.written, (end + GAP, baseline), font, Ink::Text);
        }
        pen.over(texts);
        top + height
    }
}
