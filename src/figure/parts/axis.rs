//! Bars from one zero on one scale: to the right, and to the left for what is below zero.

use super::pen::Pen;
use crate::figure::Frame;
use crate::plate::FactLine;
use crate::scale::{Linear, clamp};
use crate::scene::Ink;
use crate::text::Font;

/// The slices that continue a bar of "over": each is thinner than the one before.
const SLICES: [f64; 3] = [6.0, 4.0, 2.0];
/// Between two slices.
const SLIT: f64 = 2.0;
/// The length of the slices and slits together, in CSS px.
const TAIL: f64 = 18.0;
/// Between a bar's end and its value.
const GAP: f64 = 8.0;
/// The shortest scale, in widths of the figure, that leaves values after the bars; below it they stand above.
const LEAST: f64 = 0.45;

/// The scale that several bars share.
#[derive(Clone, Copy)]
pub(in crate::figure) struct Axis {
    scale: Linear,
    /// The left edge of the bars' texts, and the left end of the scale, in CSS px.
    start: f64,
    left: f64,
    /// How long the scale is, in CSS px.
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
    /// A scale over the whole width, less what open ends would take from it.
    pub(in crate::figure) fn across(frame: &Frame<'_>, facts: &[&FactLine], font: Font) -> Self {
        let (mut left, mut right) = (0.0, 0.0);
        let mut amounts = Vec::new();
        for fact in facts {
            amounts.push(fact.amount());
            if fact.is_over() {
                *if fact.amount() < 0.0 { &mut left } else { &mut right } = TAIL;
            }
        }
        let scale = Linear::with_zero(&amounts);
        Self { scale, start: 0.0, left, length: frame.width - left - right, values: Values::Above(font) }
    }

    /// The longest scale from `left` on that leaves every fact's value in the frame.
    pub(in crate::figure) fn fitting(frame: &Frame<'_>, facts: &[&FactLine], left: f64) -> Self {
        let mut longest = Self::across(frame, facts, frame.strong());
        longest.start = left;
        longest.left += left;
        longest.length -= left;
        let mut length = longest.length;
        for fact in facts {
            let room = longest.length - GAP - frame.advance(&fact.written, frame.strong());
            // The value of a number below zero stands to the right of the zero.
            let fraction = longest.scale.fraction(fact.amount().max(0.0));
            length = if room < 0.0 { 0.0 } else { length.min(room / fraction.max(f64::MIN_POSITIVE)) };
        }
        if length < LEAST * longest.length {
            return longest;
        }
        Self { length, values: Values::After, ..longest }
    }

    /// A bar under its caption, with the fact written out; the y below it.
    pub(in crate::figure) fn captioned(
        &self,
        pen: &mut Pen<'_>,
        fact: &FactLine,
        caption: &str,
        ink: Ink,
        y: f64,
    ) -> f64 {
        let frame = pen.frame;
        let mut texts = frame.pen();
        let y = texts.paragraph(caption, (0.0, y), frame.width, frame.body(), Ink::Text);
        self.under(texts, pen, fact, ink, y)
    }

    /// A bar with the fact written out; the y below it.
    pub(in crate::figure) fn bar(&self, pen: &mut Pen<'_>, fact: &FactLine, ink: Ink, y: f64) -> f64 {
        self.under(pen.frame.pen(), pen, fact, ink, y)
    }

    /// A bar under texts, to which the fact is added; the y below it.
    fn under(&self, mut texts: Pen<'_>, pen: &mut Pen<'_>, fact: &FactLine, ink: Ink, mut y: f64) -> f64 {
        let frame = pen.frame;
        let font = frame.strong();
        if let Values::Above(font) = self.values {
            y = texts.paragraph(&fact.written, (self.start, y), frame.width - self.start, font, Ink::Text);
        }
        // A bar is as high as its value needs beside it; under its value it is thin, since its length alone says something.
        let height = font.size * if let Values::After = self.values { 1.5 } else { 0.8 };
        let top = y + 3.0;
        let place = |value: f64| self.left + self.length * self.scale.fraction(value);
        let (zero, end) = (place(0.0), place(fact.amount()));
        let right = self.left + self.length;
        // To the left of zero, where that is not the scale's beginning; to the right, where it is not its end.
        let falls = zero > self.left + 1.0 && (fact.amount() < 0.0 || zero > right - 1.0);
        // A bar without length is still a hairline at zero.
        let mut end = if falls { end.min(zero - 1.0) } else { end.max(zero + 1.0) };
        let mut slice = |from: f64, to: f64| pen.bar((from.min(to), top), (to - from).abs(), height, ink);
        slice(zero, end);
        if fact.is_over() {
            let way = if falls { -1.0 } else { 1.0 };
            for width in SLICES {
                slice(end + way * SLIT, end + way * (SLIT + width));
                end += way * (SLIT + width);
            }
        }
        if self.scale.fraction(0.0) > 0.0 {
            pen.bar((clamp(zero - 0.5, self.left, right - 1.0), top - 3.0), 1.0, height + 6.0, Ink::Text);
        }
        if let Values::After = self.values {
            let baseline = top + (height + font.ascent() - font.descent()) / 2.0;
            texts.text(&fact.written, (end.max(zero) + GAP, baseline), font, Ink::Text);
        }
        pen.over(texts);
        top + height
    }
}
