//! The discs of a panorama: one dot a thing, a large disc with its number, smaller ones of the same dots beside.

use kurbo::Point;

use super::{Band, GAP, Writer};
use crate::figure::Pen;
use crate::figure::parts::disc::Disc;
use crate::plate::FactLine;
use crate::scene::{Ink, bounds};
use crate::text::{Font, wrap};

/// The widest disc beside the bands and above them, in CSS px.
const WIDEST_DISC: (f64, f64) = (480.0, 300.0);
/// From one dot to the next at most, in CSS px.
const PITCH: f64 = 12.0;
/// How much higher than the disc the column beside it may be.
const TALLER: f64 = 1.5;

impl<'a> Writer<'a> {
    /// A disc with its number, and smaller discs in the column of that or below; the y below.
    pub(super) fn disc(&mut self, band: &Band, y: f64, width: f64) -> f64 {
        let frame = self.frame;
        let (fact, ink) = (frame.fact(&band.fact), self.ink(band));
        let moons = frame.facts(&band.beside);
        let number = frame.advance(fact.tallied().written, frame.strong());
        // On a phone a fixed part, so that the disc does not change its size with the reader's fonts.
        let column = number.max(92.0 * frame.text_scale).max(width * if self.wide { 0.25 } else { 0.38 });
        let beside = width - column - GAP >= 0.5 * width;
        let room = if beside { width - column - GAP } else { width };
        let mut largest = fact.count();
        for moon in &moons {
            largest = largest.max(moon.count());
        }
        let most = Disc::fit(largest, room.min(if self.wide { WIDEST_DISC.0 } else { WIDEST_DISC.1 }), PITCH);
        // A little smaller where the smaller discs have room in the column then.
        let (mut disc, mut stacked) = (most, None);
        for less in [0.0, 0.5, 1.0] {
            let smaller = Disc { pitch: most.pitch - less };
            if stacked.is_none() && beside && smaller.pitch >= 0.75 * most.pitch {
                stacked = self.stack_height(band, fact, &moons, smaller, width);
                disc = if stacked.is_some() { smaller } else { most };
            }
        }
        let across = disc.diameter(fact.count()).min(width);
        let (x, column) = if beside { (across + GAP, width - across - GAP) } else { (0.0, width) };
        let said = self.said(band, fact, (x, 0.0), column).1;
        let height = stacked.unwrap_or(said);
        // The disc and the column stand in the middle of each other.
        let block = if beside { across.max(height).round() } else { across };
        let top = if beside { y + ((block - height) / 2.0).round() } else { y + across + GAP };
        let mut pen = frame.pen();
        disc.draw(&mut pen, fact.count(), Point::new(across / 2.0, y + block / 2.0), ink);
        let area = bounds(&pen.items);
        let (words, below) = self.said(band, fact, (x, top), column);
        pen.over(words);
        // Where smaller discs follow in its column, what is said is no part of the area.
        let area = if stacked.is_some() { area } else { bounds(&pen.items) };
        pen.mark_within(area, &mut self.marks, fact, self.group);
        self.group += 1;
        if stacked.is_none() {
            return self.moons(&moons, disc, ink, below.max(y + block) + GAP, width) - GAP;
        }
        let largest = widest(&moons, disc);
        let mut at = below;
        for moon in moons {
            at += self.gap();
            at = self.moon(moon, disc, ink, (x, at), (largest, column - largest - self.gap()));
        }
        y + block
    }

    /// The number of a disc, its term and what a dot stands for; the y below.
    fn said(&self, band: &Band, fact: &FactLine, at: (f64, f64), width: f64) -> (Pen<'a>, f64) {
        let mut pen = self.frame.pen();
        let size = if self.wide { 44.0 } else { 28.0 };
        let below = self.heading(&mut pen, fact.tallied(), &self.label(fact, ""), at, (width, size));
        let below = pen.note(&band.said, (at.0, below), width);
        (pen, below)
    }

    /// How high the number of a disc and the smaller discs are together, where they have room beside it.
    fn stack_height(&self, band: &Band, fact: &FactLine, moons: &[&FactLine], disc: Disc, width: f64) -> Option<f64> {
        let across = disc.diameter(fact.count());
        let column = width - across - GAP;
        let text = column - widest(moons, disc) - self.gap();
        let mut height = self.said(band, fact, (0.0, 0.0), column).1;
        for moon in moons {
            height += self.moon_height(moon, disc, text) + self.gap();
        }
        (text >= self.narrowest(moons) && height <= TALLER * across).then_some(height)
    }

    /// The narrowest column that holds what is said of smaller discs.
    fn narrowest(&self, moons: &[&FactLine]) -> f64 {
        let small = self.frame.small();
        let mut narrowest = 48.0 * self.frame.text_scale;
        for fact in moons {
            narrowest = narrowest.max(self.frame.numeral_width(fact.tallied(), self.moon_font()));
            // Words are not broken where they are not very long.
            narrowest = narrowest.max(self.frame.widest_word(fact.term(), small)).min(8.0 * small.size);
        }
        narrowest
    }

    /// Between a smaller disc and what is near it, in CSS px.
    fn gap(&self) -> f64 {
        if self.wide { GAP } else { GAP / 2.0 }
    }

    fn moon_font(&self) -> Font {
        self.frame.font(if self.wide { 22.0 } else { 18.0 }, true)
    }

    fn moon_height(&self, fact: &FactLine, disc: Disc, width: f64) -> f64 {
        self.moon_said_height(fact, width).max(disc.diameter(fact.count()))
    }

    fn moon_said_height(&self, fact: &FactLine, width: f64) -> f64 {
        let small = self.frame.small();
        let lines = wrap(fact.term(), small, width, self.frame.measure).len();
        self.moon_font().leading() + lines as f64 * small.leading()
    }

    /// Smaller discs in a row, or one below the other where their numbers have no room beside each other; the y below.
    fn moons(&mut self, moons: &[&FactLine], disc: Disc, ink: Ink, y: f64, width: f64) -> f64 {
        let narrowest = self.narrowest(moons);
        let cell = (width + GAP) / moons.len().max(1) as f64 - GAP;
        let largest = widest(moons, disc);
        let taken = largest + self.gap();
        let room = |cell: f64| cell - taken;
        let (row, list) = (room(cell) >= narrowest, room(width) >= narrowest);
        let mut bottom = y;
        for (index, fact) in moons.iter().enumerate() {
            let below = match (row, list) {
                (true, _) => {
                    let x = index as f64 * (cell + GAP);
                    self.moon(fact, disc, ink, (x, y), (largest, room(cell)))
                }
                (false, true) => self.moon(fact, disc, ink, (0.0, bottom), (largest, room(width))),
                (false, false) => self.moon_above(fact, disc, ink, bottom, width),
            };
            bottom = if row { bottom.max(below + GAP) } else { below + GAP };
        }
        bottom
    }

    /// A smaller disc in the middle of a cell as wide as the largest of them, with its number and term beside; the y below.
    fn moon(&mut self, fact: &FactLine, disc: Disc, ink: Ink, (x, y): (f64, f64), (largest, width): (f64, f64)) -> f64 {
        let height = self.moon_height(fact, disc, width);
        let mut pen = self.frame.pen();
        disc.draw(&mut pen, fact.count(), Point::new(x + largest / 2.0, y + height / 2.0), ink);
        let lower = ((height - self.moon_said_height(fact, width)) / 2.0).round();
        self.moon_said(&mut pen, fact, (x + largest + self.gap(), y + lower), width);
        self.mark(pen, fact);
        y + height
    }

    /// A smaller disc with its number and term below, where they have no room beside; the y below.
    fn moon_above(&mut self, fact: &FactLine, disc: Disc, ink: Ink, y: f64, width: f64) -> f64 {
        let across = disc.diameter(fact.count()).min(width);
        let mut pen = self.frame.pen();
        disc.draw(&mut pen, fact.count(), Point::new(across / 2.0, y + across / 2.0), ink);
        let below = self.moon_said(&mut pen, fact, (0.0, y + across), width);
        self.mark(pen, fact);
        below
    }

    fn moon_said(&self, pen: &mut Pen<'_>, fact: &FactLine, (x, y): (f64, f64), width: f64) -> f64 {
        let (_, _, below) = pen.fitted(fact.tallied(), (x, y), width, self.moon_font(), Ink::Text);
        pen.note(fact.term(), (x, below.max(y + self.moon_font().leading())), width)
    }
}

/// The diameter of the largest of some discs, in CSS px.
fn widest(moons: &[&FactLine], disc: Disc) -> f64 {
    let mut widest: f64 = 0.0;
    for moon in moons {
        widest = widest.max(disc.diameter(moon.count()));
    }
    widest
}
