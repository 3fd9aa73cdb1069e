//! Sets that contain each other, one thing a mark: each set is a frame within the one before.
//!
//! ```text
//! wide                                        narrow
//! ┌──────────────────────────────────────┐    ┌───────────────────┐
//! │ 57 in research  ┌──────────────────┐ │    │ 57 in research    │
//! │ ▭ ▭ ▭ ▭ ▭ ▭     │ 40% of them      │ │    │ ▭ ▭ ▭ ▭ ▭ ▭ ▭ ▭   │
//! │ ▭ ▭ ▭ ▭ ▭ ▭     │ 23 in trials …   │ │    │ ┌───────────────┐ │
//! │ ▭ ▭ ▭ ▭         └──────────────────┘ │    │ │ 40% of them … │ │
//! └──────────────────────────────────────┘    │ └───────────────┘ │
//!                                             └───────────────────┘
//! ```
//!
//! Every thing is drawn once, in the innermost set that has it, so all things together are the first count. A set that is
//! brought forward keeps its colour, with the sets in it; nothing moves.

use kurbo::{Rect, Size};

use super::kinds::{Editorial, Kind, Opening, Summary, spec, terms};
use super::parts::dot_grid::DotGrid;
use super::parts::glyph_rows::GlyphRows;
use super::{Frame, MAX_SYMBOLS, Pen};
use crate::describe::Summarizer;
use crate::glyph::{Form, Glyph};
use crate::plate::Plate;
use crate::scale::floor_count;
use crate::scene::{Ink, Mark, Shape, bounds};
use crate::story::check::{Checker, ProblemKind};
use crate::story::{FactId, Width};

spec! {
    /// Sets that contain each other: the first contains the second, the second the third.
    Funnel {
        /// Counts from the widest set to the narrowest.
        steps: Vec<FactId>,
        /// For each step but the first, the derived share of the step before.
        shares: Vec<FactId>,
        /// What one thing looks like; a dot where nothing is said, and where there are more than a row of symbols may have.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        glyph: Option<Glyph>,
    }
}

impl Kind for Funnel {
    fn facts(&self) -> Vec<&FactId> {
        let mut facts: Vec<&FactId> = self.steps.iter().collect();
        facts.extend(&self.shares);
        facts
    }

    fn counted(&self) -> Vec<&FactId> {
        self.steps.iter().collect()
    }

    fn choices(&self, plate: &Plate) -> Vec<String> {
        if self.steps.len() < 2 { Vec::new() } else { terms(&self.steps, plate) }
    }

    fn layout(&self, frame: &Frame<'_>) -> Vec<Mark> {
        layout(self, frame)
    }
}

impl Editorial for Funnel {
    fn usual_width(&self) -> Width {
        Width::TwoThirds
    }

    fn audible(&self) -> Vec<&FactId> {
        self.steps.iter().collect()
    }

    fn check(&self, checker: &mut Checker<'_>, place: &str) {
        let steps = format!("{place}/steps");
        checker.dots(&steps, &self.steps);
        checker.share_unit(&steps, &self.steps);
        if self.shares.len() + 1 != self.steps.len() {
            let (steps, shares) = (self.steps.len(), self.shares.len());
            checker.report(&format!("{place}/shares"), ProblemKind::FunnelShares { steps, shares });
        }
        for (index, (wider, id)) in self.steps.iter().zip(self.steps.iter().skip(1)).enumerate() {
            checker.within(&format!("{steps}/{}", index + 1), id, wider);
            if let Some(share) = self.shares.get(index) {
                checker.part(&format!("{place}/shares/{index}"), share, id, wider);
            }
        }
    }

    fn opening(&self) -> Opening {
        ("{}组点，后一组都在前一组之中", "{} set of dots", "{} sets of dots, each inside the one before")
    }

    fn summary(&self, summarizer: &Summarizer<'_>) -> Summary {
        let words = summarizer.words;
        let mut items = Vec::new();
        for (index, id) in self.steps.iter().enumerate() {
            let share = index.checked_sub(1).and_then(|index| self.shares.get(index));
            items.push(match share {
                None => summarizer.item(id)?,
                Some(share) => {
                    let share = words.of_previous(&summarizer.value(share)?);
                    words.named(&summarizer.term(id)?, &[&summarizer.value(id)?, words.comma, &share].concat())
                }
            });
        }
        Ok(vec![words.namely(&summarizer.opening(items.len()), &summarizer.listed(&items))])
    }
}

/// About how high all things together come out, in CSS px.
const FIELD: f64 = 220.0;
/// From one dot to the next at most, in CSS px.
const PITCH: f64 = 20.0;
/// The longer side of a glyph at most, and at least, in CSS px.
const GLYPH: (f64, f64) = (34.0, 12.0);
/// Between glyphs, in CSS px.
const GAP: f64 = 6.0;
/// The stroke of a frame, in CSS px.
const STROKE: f64 = 1.5;
/// The least width of a set's own column, at the usual text size, at which sets stand beside each other, in CSS px.
const COLUMN: f64 = 124.0;

fn layout(spec: &Funnel, frame: &Frame<'_>) -> Vec<Mark> {
    let steps = spec.steps.len();
    let pad = if frame.width < 520.0 { 10.0 } else { 16.0 };
    let column = (frame.width - (2 * steps).saturating_sub(1) as f64 * pad) / steps.max(1) as f64;
    let beside = steps > 1 && column >= COLUMN * frame.text_scale;
    let room = if beside { column - pad } else { frame.width - 2.0 * pad * steps as f64 };
    let counts = own_counts(spec, frame);
    let mut together = 0;
    for count in &counts {
        together = if beside { together.max(*count) } else { together + count };
    }
    let sets = Sets { spec, frame, things: Things::fit(spec.glyph, together, room), room };

    let (mut marks, mut corners) = (Vec::new(), Vec::new());
    let (mut y, mut bottom) = (0.0, 0.0_f64);
    for (step, own) in counts.into_iter().enumerate() {
        let nth = step as f64;
        let (left, top) = if beside { (nth * (column + pad), nth * pad) } else { (nth * pad, y) };
        corners.push((left, top));
        y = sets.set(step, own, (left + pad, top + pad), &mut marks) + pad;
        bottom = bottom.max(y + if beside { nth * pad } else { 0.0 });
    }
    if !beside {
        bottom += steps.saturating_sub(1) as f64 * pad;
    }
    // Frames are painted first, the outermost before all.
    for (step, (left, top)) in corners.into_iter().enumerate().rev() {
        let inset = step as f64 * pad;
        let mut pen = frame.pen();
        outline(&mut pen, Rect::new(left, top, frame.width - inset, bottom - inset), step);
        marks.insert(0, Mark::furniture(&["frame-", &step.to_string()].concat(), pen.items));
    }
    marks
}

/// The sets of a figure with their common layout.
struct Sets<'a> {
    spec: &'a Funnel,
    frame: &'a Frame<'a>,
    things: Things,
    /// The width of a set's own column, in CSS px.
    room: f64,
}

impl Sets<'_> {
    /// The share of a set in the one around it, the set's number and term, and its own things; the y below them.
    fn set(&self, step: usize, own: usize, (x, mut y): (f64, f64), marks: &mut Vec<Mark>) -> f64 {
        let Self { spec, frame, things, room } = self;
        let Some(id) = spec.steps.get(step) else { return y };
        let fact = frame.fact(id);
        if let Some(share) = step.checked_sub(1).and_then(|before| spec.shares.get(before)) {
            let share = frame.fact(share);
            let mut pen = frame.pen();
            y = pen.term(share.headline(), &frame.with_origin(share, share.term()), (x, y), *room, frame.hue) + 6.0;
            pen.mark(marks, share, step);
        }
        let mut heading = frame.pen();
        let below = heading.term(fact.tallied(), fact.term(), (x, y), *room, Ink::Text) + 6.0;
        let mut pen = frame.pen();
        let form = match step {
            _ if step + 1 == spec.steps.len() => Form::Full,
            0 => Form::Outlined,
            _ => Form::Half,
        };
        let ink = if step >= frame.choice { frame.hue } else { Ink::Pale };
        things.draw(&mut pen, own, form, (x, below), ink);
        pen.over(heading);
        let bottom = bounds(&pen.items).y1;
        pen.mark(marks, fact, step);
        bottom
    }
}

/// How a set's own things are drawn.
enum Things {
    Dots(DotGrid),
    Glyphs(GlyphRows),
}

impl Things {
    /// The largest things of which so many fill about the field, within a width.
    fn fit(glyph: Option<Glyph>, count: usize, width: f64) -> Self {
        let Some(glyph) = glyph.filter(|_| count <= floor_count(MAX_SYMBOLS)) else {
            return Self::Dots(DotGrid::fit(count, Size::new(width, FIELD), PITCH));
        };
        let (mut size, least) = GLYPH;
        loop {
            let mut rows = GlyphRows::within(width, glyph, (size, GAP), false);
            // No open end follows a set.
            rows.columns = floor_count((width + GAP) / rows.pitch.width).max(1);
            let height = count.div_ceil(rows.columns) as f64 * rows.pitch.height;
            if size <= least || height <= FIELD {
                return Self::Glyphs(rows);
            }
            size -= 2.0;
        }
    }

    fn draw(&self, pen: &mut Pen<'_>, count: usize, form: Form, at: (f64, f64), ink: Ink) {
        match self {
            Self::Dots(grid) => grid.dots(pen, 0, count, at, ink),
            Self::Glyphs(rows) => rows.draw(pen, 0..count, form, at, ink),
        }
    }
}

/// How many things each set has that no set within it has. A set within another is not larger, whatever the story says.
fn own_counts(spec: &Funnel, frame: &Frame<'_>) -> Vec<usize> {
    let mut outer = usize::MAX;
    let mut counts: Vec<usize> = Vec::new();
    for id in &spec.steps {
        outer = outer.min(frame.fact(id).count());
        if let Some(around) = counts.last_mut() {
            *around -= outer;
        }
        counts.push(outer);
    }
    counts
}

/// A frame whose stroke lies within the rectangle, on a field that is a shade darker the deeper it lies.
fn outline(pen: &mut Pen<'_>, around: Rect, step: usize) {
    if step > 0 {
        pen.draw(Shape::Bar(around), Ink::Tint);
        pen.fade(if step > 1 { 1.0 } else { 0.5 });
    }
    let hue = pen.frame.hue;
    let Rect { x0, y0, x1, y1 } = around.inset(-STROKE / 2.0);
    pen.line(&[(x0, y0), (x1, y0), (x1, y1), (x0, y1), (x0, y0)], STROKE, Ink::Rule);
    pen.bar((around.x0, around.y0), around.width(), 2.0, hue);
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::super::testing::{Sample, dots, fact};
    use crate::scene::{Ink, Scene, Shape};
    use crate::story::Locale;

    fn sample(counts: &[f64], glyph: Option<&str>) -> Sample {
        let ids: Vec<String> = (0..counts.len()).map(|index| format!("step-{index}")).collect();
        let facts: Vec<_> = ids.iter().zip(counts).map(|(id, count)| fact(id, *count, "thing")).collect();
        let shares: Vec<_> = (1..counts.len()).map(|index| format!("share-{index}")).collect();
        let formula =
            |(index, id): (usize, &String)| json!({"id": id, "formula": format!("step-{} / step-{index}", index + 1)});
        let derived: Vec<_> = shares.iter().enumerate().map(formula).collect();
        Sample::new(&facts, &derived, json!({"funnel": {"steps": ids, "shares": shares, "glyph": glyph}}))
    }

    const COUNTS: [&[f64]; 5] = [&[57.0, 23.0, 10.0], &[5.0, 9.0, 2.0], &[3000.0, 0.0], &[1.0], &[]];

    #[test]
    fn all_things_together_are_the_first_count() {
        for counts in COUNTS {
            sample(counts, None).check();
            for (width, choice) in [(328.0, 0), (680.0, 1), (680.0, 9)] {
                let scene = sample(counts, None).scene(Locale::Zh, width, 1.0, choice);
                assert_eq!(dots(&scene) as f64, counts.first().copied().unwrap_or_default());
            }
        }
    }

    #[test]
    fn glyphs_stay_inside_their_sets() {
        for counts in COUNTS {
            sample(counts, Some("capsule")).check();
        }
    }

    /// How many shapes of an ink are polygons: a capsule in any form is one or two.
    fn polygons(scene: &Scene, ink: Ink) -> usize {
        let items = scene.marks.iter().flat_map(|mark| &mark.items);
        items.filter(|item| item.ink == ink && matches!(item.shape, Shape::Polygon(_))).count()
    }

    #[test]
    fn a_set_that_is_brought_forward_keeps_its_colour_and_nothing_moves() {
        let sample = sample(&[57.0, 23.0, 10.0], Some("capsule"));
        let [all, inner] = [0, 2].map(|choice| sample.scene(Locale::En, 680.0, 1.0, choice));
        // 34 outlined, 13 halves of two polygons each, 10 full.
        assert_eq!((polygons(&all, Ink::Hue1), polygons(&all, Ink::Pale)), (34 + 26 + 10, 0));
        assert_eq!((polygons(&inner, Ink::Hue1), polygons(&inner, Ink::Pale)), (10, 34 + 26));
        for (before, after) in all.marks.iter().zip(&inner.marks) {
            assert_eq!((&before.key, before.area), (&after.key, after.area));
        }
    }

    #[test]
    fn sets_and_shares_are_read_from_the_outside_in() {
        let scene = sample(&[57.0, 23.0, 10.0], None).scene(Locale::En, 680.0, 1.0, 0);
        let facts: Vec<_> = scene.marks.iter().filter_map(|mark| mark.fact.clone()).collect();
        assert_eq!(facts, ["step-0", "share-1", "step-1", "share-2", "step-2"]);
    }
}
