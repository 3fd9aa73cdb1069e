//! A number with its term: the number large, its unit and qualifier smaller, the term beside or below.

use super::pen::Pen;
use crate::figure::Frame;
use crate::plate::{FactLine, Headline};
use crate::scene::Ink;
use crate::text::{Font, wrap};
use crate::words::words;

impl Pen<'_> {
    /// A headline on one line: its number in `large`, the rest half as large; its width.
    pub(in crate::figure) fn numeral(
        &mut self,
        headline: Headline<'_>,
        (x, y): (f64, f64),
        large: Font,
        ink: Ink,
    ) -> f64 {
        let frame = self.frame;
        let mut end = x;
        for (part, font) in frame.parts(headline, large) {
            let width = frame.advance(part, font);
            let start = end + width - frame.advance(part.trim_start(), font);
            end += width;
            let part = part.trim();
            if !part.is_empty() {
                self.text(part, (start, y), font, ink);
            }
        }
        end - x
    }

    /// A headline as large as a width holds it, up to a font; in several lines where none holds it. Its font, its end and the y
    /// below.
    pub(in crate::figure) fn fitted(
        &mut self,
        headline: Headline<'_>,
        (x, y): (f64, f64),
        width: f64,
        largest: Font,
        ink: Ink,
    ) -> (Font, f64, f64) {
        let frame = self.frame;
        let font = frame.numeral_font(largest, headline, width);
        if frame.numeral_width(headline, font) > width {
            return (font, x + width, self.paragraph(headline.written, (x, y), width, font, ink));
        }
        let end = x + self.numeral(headline, (x, y + font.ascent()), font, ink);
        (font, end, y + font.leading())
    }

    /// A headline with a term on its baseline, or under it where the term had no room; the y below.
    pub(in crate::figure) fn term(
        &mut self,
        headline: Headline<'_>,
        label: &str,
        (x, y): (f64, f64),
        width: f64,
        ink: Ink,
    ) -> f64 {
        let frame = self.frame;
        let body = frame.body();
        let largest = Font { size: frame.strong().size * 1.4, bold: true };
        let (font, end, below) = self.fitted(headline, (x, y), width, largest, ink);
        let rest = x + width - end - body.size * 0.6;
        // On the baseline of a number that was made smaller than itself, a term would reach above `y`.
        let beside = font.size >= body.size && rest >= frame.advance(label, body).min(8.0 * body.size);
        let (at, rest) = match beside {
            true => ((x + width - rest, y + font.ascent() - body.ascent()), rest),
            false => ((x, below), width),
        };
        self.paragraph(label, at, rest, body, Ink::Muted).max(below)
    }

    /// A text that begins at `x`, or as far left of it as it needs to stay in the figure; the y below.
    pub(in crate::figure) fn shifted(&mut self, text: &str, (x, y): (f64, f64), font: Font, ink: Ink) -> f64 {
        let frame = self.frame;
        let mut start = x;
        for line in wrap(text, font, frame.width, frame.measure) {
            start = start.min(frame.width - frame.advance(&line, font));
        }
        self.paragraph(text, (start.max(0.0), y), frame.width, font, ink)
    }

    /// A value, large where it fits on one line, with its term on the same baseline, or below where there is no room; the y
    /// below.
    pub(in crate::figure) fn value(&mut self, value: &str, label: &str, (x, y): (f64, f64)) -> f64 {
        let frame = self.frame;
        let fits = frame.advance(value, frame.display()) <= frame.width;
        let (bold, light) = (if fits { frame.display() } else { frame.strong() }, frame.body());
        let beside = frame.advance(value, bold) + 10.0;
        if x + beside + frame.advance(label, light) <= frame.width {
            let baseline = y + bold.ascent();
            self.text(value, (x, baseline), bold, Ink::Text);
            self.text(label, (x + beside, baseline), light, Ink::Muted);
            return baseline + bold.descent();
        }
        let below = self.shifted(value, (x, y), bold, Ink::Text);
        self.shifted(label, (x, below), light, Ink::Muted)
    }
}

impl Frame<'_> {
    /// The parts of a headline, each in its font: the words before the number, the number, the words after.
    fn parts<'t>(&self, headline: Headline<'t>, large: Font) -> [(&'t str, Font); 3] {
        let small = Font { size: (large.size * 0.54).max(self.small().size).min(large.size), ..large };
        let (before, after) = headline.around();
        [(before, small), (headline.number, large), (after, small)]
    }

    pub(in crate::figure) fn numeral_width(&self, headline: Headline<'_>, large: Font) -> f64 {
        let mut width = 0.0;
        for (part, font) in self.parts(headline, large) {
            width += self.advance(part, font);
        }
        width
    }

    /// The largest font, from one down, in which a headline fits a width.
    pub(in crate::figure) fn numeral_font(&self, largest: Font, headline: Headline<'_>, width: f64) -> Font {
        let mut font = largest;
        while font.size > 14.0 && self.numeral_width(headline, font) > width {
            font.size *= 0.86;
        }
        font
    }

    /// A text about a fact that says of a derived one that it is worked out. While a story is written, there may be no text yet.
    pub(in crate::figure) fn with_origin(&self, fact: &FactLine, text: &str) -> String {
        let words = words(self.plate.locale);
        let comma = if text.is_empty() { "" } else { words.comma };
        if fact.derived { [text, comma, words.worked_out].concat() } else { text.to_owned() }
    }
}
