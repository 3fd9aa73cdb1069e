//! Groups as discs of the same dots, so that they compare by area.
//!
//! ```text
//! one far larger than the rest             alike
//!   .∙∙∙∙∙.    5,899 SMEs                    .∙∙∙.     .∙∙.
//!  ∙∙∙∙∙∙∙∙∙                                ∙∙∙∙∙∙∙   ∙∙∙∙∙∙
//!  ∙∙∙∙∙∙∙∙∙    ∙∙      ∙     ∙              ∙∙∙∙∙     ∙∙∙∙
//!   '∙∙∙∙∙'    279     148   145            800       514
//! ```

use kurbo::{Point, Rect};

use crate::figure::Frame;
use crate::figure::parts::disc::Disc;
use crate::plate::FactLine;
use crate::scene::{Ink, Mark, bounds};

/// The largest disc, and the largest where its number stands above the others or beside it on a phone, in CSS px.
const LARGEST: f64 = 380.0;
const LARGEST_ON_PHONE: f64 = 236.0;
/// The least width at which the discs of small groups may stand beside a large one, in CSS px.
const WIDE: f64 = 560.0;
/// The least width of a number and its term at the usual text size, in CSS px.
const LABEL: f64 = 92.0;
/// Between discs, and from a disc to its number, in CSS px.
const GAP: f64 = 18.0;
const UNDER: f64 = 8.0;
/// Between groups under each other, in CSS px.
const BELOW: f64 = 8.0;
/// The ellipsis behind a count that is over the number drawn, in CSS px.
const OPEN_END: f64 = 12.0;
/// From one dot to the next at most, in CSS px.
const PITCH: f64 = 8.0;
/// The pitch at which dots are still told apart, in CSS px.
const TOLD_APART: f64 = 3.0;
/// How many times the second largest group the largest is, where it stands apart.
const APART: usize = 4;

/// Where discs may stand, in CSS px.
#[derive(Clone, Copy)]
struct Region {
    x: f64,
    y: f64,
    width: f64,
}

/// The lattice and the place that the discs of a figure share.
struct Discs<'a> {
    frame: &'a Frame<'a>,
    disc: Disc,
    chosen: Option<usize>,
}

/// The groups as discs, unless there is no room for them.
pub(super) fn layout(groups: &[&FactLine], frame: &Frame<'_>, chosen: Option<usize>) -> Option<Vec<Mark>> {
    // The last of the largest, and the others.
    let (mut largest, mut first) = (0, *groups.first()?);
    for (group, fact) in groups.iter().enumerate() {
        if fact.count() >= first.count() {
            (largest, first) = (group, *fact);
        }
    }
    let (mut all, mut rest, mut second) = (Vec::new(), Vec::new(), None);
    for (group, fact) in groups.iter().enumerate() {
        all.push((group, *fact));
        if group != largest {
            rest.push((group, *fact));
            second = second.max(Some(fact.count()));
        }
    }
    let whole = Region { x: 0.0, y: 0.0, width: frame.width };
    let mut marks = Vec::new();
    if second.is_some_and(|second| first.count() > APART * second) {
        let (most, part) = if frame.width < WIDE { (LARGEST_ON_PHONE, 0.7) } else { (LARGEST, 0.54) };
        let disc = Disc::fit(first.count(), most.min(frame.width * part), PITCH);
        let discs = Discs { frame, disc, chosen };
        let mut large = Vec::new();
        let region = discs.apart((largest, first), &rest, &mut large)?;
        discs.place(&rest, region, &mut marks)?;
        // The other groups have one mark each, in their order, so the large group's mark is inserted at its index. The library's sort is
        // longer code.
        let place = largest.min(marks.len());
        for mark in large {
            marks.insert(place, mark);
        }
    } else {
        let disc = Disc { pitch: even_pitch(groups, frame) };
        Discs { frame, disc, chosen }.place(&all, whole, &mut marks)?;
    }
    Some(marks)
}

/// The largest pitch at which all discs stand in one row and their dots are told apart; where there is none, that at which
/// the widest takes two fifths of the width.
fn even_pitch(groups: &[&FactLine], frame: &Frame<'_>) -> f64 {
    let mut most = 0;
    for fact in groups {
        most = most.max(fact.count());
    }
    let mut pitch = PITCH;
    while pitch >= TOLD_APART {
        let discs = Discs { frame, disc: Disc { pitch }, chosen: None };
        let mut row = 0.0;
        for fact in groups {
            row += discs.cell(fact) + GAP;
        }
        if discs.disc.diameter(most) <= LARGEST && row - GAP <= frame.width {
            return pitch;
        }
        pitch -= 0.5;
    }
    Disc::fit(most, (frame.width * 0.4).min(LARGEST), PITCH).pitch
}

impl Discs<'_> {
    /// How wide a group's disc and number are together.
    fn cell(&self, fact: &FactLine) -> f64 {
        self.disc_width(fact).max((LABEL * self.frame.text_scale).min(self.frame.width))
    }

    /// How wide a group's disc is, with the open end of a count that is over it.
    fn disc_width(&self, fact: &FactLine) -> f64 {
        self.disc.diameter(fact.count()) + if fact.is_over() { OPEN_END + 4.0 } else { 0.0 }
    }

    /// The largest group, its number beside it, and where the others go; `None` where it has no room.
    fn apart(
        &self,
        (group, fact): (usize, &FactLine),
        rest: &[(usize, &FactLine)],
        marks: &mut Vec<Mark>,
    ) -> Option<Region> {
        let frame = self.frame;
        let width = self.disc.diameter(fact.count());
        if width > frame.width {
            return None;
        }
        let x = self.disc_width(fact) + GAP;
        let beside = frame.width - x >= LABEL * frame.text_scale;
        let label = if beside { (x, width * 0.12, frame.width - x) } else { (0.0, width + UNDER, frame.width) };
        let below = self.group((group, fact), Point::new(width / 2.0, width / 2.0), label, marks);
        Some(if beside && frame.width >= WIDE {
            // Beside the large disc's lower half, or from its number on where they need more than one row.
            let mut row = 0.0;
            for (_, fact) in rest {
                row += self.cell(fact) + GAP;
            }
            let one_row = row - GAP <= frame.width - x;
            let top = if one_row { width * 0.45 } else { 0.0 };
            Region { x, y: (below + GAP).max(top), width: frame.width - x }
        } else {
            Region { x: 0.0, y: below.max(width) + GAP, width: frame.width }
        })
    }

    /// Groups in rows, their discs on one line and their numbers under it, or under each other where not even three stand in a row;
    /// `None` where one is wider than the region.
    fn place(&self, groups: &[(usize, &FactLine)], region: Region, marks: &mut Vec<Mark>) -> Option<()> {
        let (mut all, mut widest, mut disc) = (0.0, 0.0_f64, 0.0_f64);
        for (_, fact) in groups {
            let cell = self.cell(fact) + GAP;
            all += cell;
            widest = widest.max(cell);
            disc = disc.max(self.disc_width(fact));
        }
        let room = region.width + GAP;
        if all > room && 3.0 * widest > room && disc + GAP + LABEL * self.frame.text_scale <= region.width {
            self.column(groups, disc, region, marks);
            return Some(());
        }
        let mut row: Vec<(usize, &FactLine)> = Vec::new();
        let (mut x, mut y) = (0.0, region.y);
        for &(group, fact) in groups {
            let width = self.cell(fact);
            if width > region.width {
                return None;
            }
            if !row.is_empty() && x + width > region.width {
                y = self.row(&row, Region { y, ..region }, marks) + GAP;
                row.clear();
                x = 0.0;
            }
            row.push((group, fact));
            x += width + GAP;
        }
        self.row(&row, Region { y, ..region }, marks);
        Some(())
    }

    /// One group under the other, their discs in a column so wide and their numbers beside it.
    fn column(&self, groups: &[(usize, &FactLine)], disc: f64, region: Region, marks: &mut Vec<Mark>) {
        let label = Region { x: region.x + disc + GAP, y: 0.0, width: region.width - disc - GAP };
        let mut y = region.y;
        for &(group, fact) in groups {
            let text = self.frame.pen().term(fact.tallied(), fact.term(), (0.0, 0.0), label.width, Ink::Text);
            let height = self.disc.diameter(fact.count()).max(text);
            let middle = y + height / 2.0;
            let center = Point::new(region.x + disc / 2.0, middle);
            self.group((group, fact), center, (label.x, middle - text / 2.0, label.width), marks);
            // Nothing stands between a disc and its number, so the group is touched over its row.
            if let Some(mark) = marks.last_mut() {
                mark.area = Rect::new(region.x, y, region.x + region.width, y + height);
            }
            y += height + BELOW;
        }
    }

    /// One row; the y below it.
    fn row(&self, groups: &[(usize, &FactLine)], region: Region, marks: &mut Vec<Mark>) -> f64 {
        let mut height: f64 = 0.0;
        for (_, fact) in groups {
            height = height.max(self.disc.diameter(fact.count()));
        }
        let foot = region.y + height;
        let (mut x, mut below) = (region.x, foot);
        for &(group, fact) in groups {
            let width = self.disc.diameter(fact.count());
            let center = Point::new(x + width / 2.0, foot - width / 2.0);
            let cell = self.cell(fact);
            below = below.max(self.group((group, fact), center, (x, foot + UNDER, cell), marks));
            x += cell + GAP;
        }
        below
    }

    /// A disc around its centre, and its number with its term at (x, y, width); the y below the number.
    fn group(
        &self,
        (group, fact): (usize, &FactLine),
        center: Point,
        (x, y, width): (f64, f64, f64),
        marks: &mut Vec<Mark>,
    ) -> f64 {
        let frame = self.frame;
        let forward = self.chosen.is_none_or(|chosen| chosen == group);
        let (ink, text) = if forward { (frame.hue, Ink::Text) } else { (Ink::Pale, Ink::Muted) };
        let mut pen = frame.pen();
        self.disc.draw(&mut pen, fact.count(), center, ink);
        let radius = self.disc.diameter(fact.count()) / 2.0;
        if fact.is_over() {
            pen.open_end((center.x + radius + 4.0, center.y - OPEN_END / 2.0), OPEN_END);
        }
        let drawn = bounds(&pen.items);
        let mut label = frame.pen();
        let below = label.term(fact.tallied(), fact.term(), (x, y), width, text);
        let written = bounds(&label.items);
        pen.over(label);
        // A number beside its disc leaves room for others between them, so that such a group is touched at its disc.
        let beside = written.y0 < center.y + radius && !drawn.is_zero_area();
        let area = if beside { drawn } else { drawn.union(Rect::new(x, y, written.x1, below)) };
        pen.mark_within(if drawn.is_zero_area() { written } else { area }, marks, fact, group);
        below
    }
}
