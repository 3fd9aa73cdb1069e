//! Sets within each other in a panorama: glyphs full, half and outlined, the narrower sets in tinted frames.

use kurbo::Rect;

use super::{Band, Writer};
use crate::figure::Pen;
use crate::figure::parts::glyph_rows::{GlyphRows, glyphs};
use crate::glyph::{Form, Glyph};
use crate::plate::FactLine;
use crate::scene::{Ink, bounds};
use crate::text::Font;

/// Between a set's frame and its glyphs, in CSS px.
const PAD: f64 = 5.0;
/// How far the frame of a set lies within the frame around it.
const INSET: f64 = 3.0;
/// How strongly the frame of a set is tinted.
const TINT: f64 = 0.16;

impl Writer<'_> {
    /// The sets of a band from the narrowest to the widest, each on rows of its own, in a tinted frame that holds all narrower
    /// ones; the y below.
    pub(super) fn nested(
        &mut self,
        band: &Band,
        glyph: Glyph,
        heading: Pen<'_>,
        (x, top): (f64, f64),
        width: f64,
    ) -> f64 {
        let frame = self.frame;
        let mut sets = vec![frame.fact(&band.fact)];
        sets.append(&mut frame.facts(&band.within));
        let (own, ink) = (own_glyphs(&sets, band.each), self.ink(band));
        // What is said of a set stands at the end of its rows, or above them where there is no room.
        let (bold, small) = (Font { bold: true, ..frame.body() }, frame.small());
        let mut said: f64 = 0.0;
        for set in sets.iter().skip(1) {
            let number = frame.advance(set.tallied().written, bold);
            said = said.max(number + 6.0 + frame.advance(set.term(), small) + 2.0 * PAD);
        }
        let beside = said <= 0.42 * width;
        let room = if beside { width - said - 2.0 * PAD } else { width - 2.0 * PAD };
        let rows = GlyphRows::low(self.height(), &own, room, glyph, false);
        let mut y = top + PAD;
        let mut drawn = Vec::new();
        for (depth, (set, count)) in sets.iter().zip(&own).enumerate().rev() {
            let (form, alpha) = form(glyph, depth, sets.len());
            let mut pen = frame.pen();
            let mut words = frame.pen();
            if depth > 0 && !beside {
                let text = [set.tallied().written, " ", set.term()].concat();
                y = words.paragraph(&text, (x + PAD, y), width - 2.0 * PAD, small, Ink::Text) + 3.0;
            }
            let (from, height) = (y, rows.height(*count).max(if depth > 0 && beside { bold.leading() } else { 0.0 }));
            let glyphs_top = from + ((height - rows.height(*count)) / 2.0).floor();
            rows.draw(&mut pen, 0..*count, form, (x + PAD, glyphs_top), ink);
            for item in &mut pen.items {
                item.alpha = alpha;
            }
            if depth > 0 && beside {
                let baseline = from + (height + bold.ascent()) / 2.0 - 1.0;
                let at = x + width - said + PAD;
                words.text(set.tallied().written, (at, baseline), bold, Ink::Text);
                let indent = frame.advance(set.tallied().written, bold) + 6.0;
                words.text(set.term(), (at + indent, baseline), small, Ink::Muted);
            }
            y = from + height + PAD;
            pen.over(words);
            drawn.push((depth, *set, pen, y));
            y += PAD;
        }
        let bottom = y - 2.0 * PAD;
        self.sets(band, heading, drawn, (x, top), width);
        self.group += 1;
        bottom
    }

    /// The marks of nested sets from the widest to the narrowest, so that the narrower lie on the wider.
    fn sets(
        &mut self,
        band: &Band,
        heading: Pen<'_>,
        mut drawn: Vec<(usize, &FactLine, Pen<'_>, f64)>,
        (x, top): (f64, f64),
        width: f64,
    ) {
        // From the widest set, which was drawn last and lies lowest, to the narrowest.
        let mut heading = heading.items;
        while let Some((depth, set, glyphs, bottom)) = drawn.pop() {
            let from = drawn.last().map_or(top, |(.., above)| *above);
            let mut pen = self.frame.pen();
            let area = if depth == 0 {
                let area = bounds(&heading);
                pen.over(glyphs);
                pen.items.append(&mut heading);
                area
            } else {
                let inset = INSET * (depth - 1) as f64;
                let (left, right, top) = (x + inset, x + width - inset, top + inset);
                pen.bar((left, top), right - left, bottom - top, self.ink(band));
                pen.fade(TINT);
                let (left, right, top, bottom) = (left + 0.5, right - 0.5, top + 0.5, bottom - 0.5);
                pen.line(
                    &[(left, top), (right, top), (right, bottom), (left, bottom), (left, top)],
                    1.0,
                    self.ink(band),
                );
                pen.over(glyphs);
                Rect::new(x, from, x + width, bottom)
            };
            pen.mark_within(area, &mut self.marks, set, self.group);
        }
    }
}

/// How many glyphs each set has that no narrower one has. A set within another is not larger, whatever the story says.
fn own_glyphs(sets: &[&FactLine], each: f64) -> Vec<usize> {
    let mut outer = usize::MAX;
    let mut counts: Vec<usize> = Vec::new();
    for set in sets {
        outer = outer.min(glyphs(set.amount(), each).0);
        if let Some(around) = counts.last_mut() {
            *around -= outer;
        }
        counts.push(outer);
    }
    counts
}

/// The form of the glyphs at a depth of so many sets, and how strong their colour is where a glyph has one form only.
fn form(glyph: Glyph, depth: usize, sets: usize) -> (Form, f64) {
    let (form, tint) = match depth {
        _ if depth + 1 == sets => (Form::Full, 1.0),
        0 => (Form::Outlined, 0.5),
        _ => (Form::Half, 0.75),
    };
    (form, if glyph.has_forms() { 1.0 } else { tint })
}
