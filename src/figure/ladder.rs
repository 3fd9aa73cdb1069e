//! Named firsts on rungs: the farther a claim reaches, the higher and shorter its rung. How many stand on a rung is
//! counted here from the facts' scopes.
//!
//! ```text
//!         ┌──────────────────
//!         │ World  2
//!         │ ▪ first TSLP bispecific antibody
//!     ┌───┘──────────────────
//!     │ Nation  5
//!     │ ▪ first hard-tech base
//! ┌───┘──────────────────────
//! │ City  4
//! ```

use kurbo::{Point, Rect};

use super::{Frame, Pen};
use crate::plate::FactLine;
use crate::scale::clamp;
use crate::scene::{Ink, Mark, Shape, bounds};
use crate::story::Scope;
use crate::story::drawing::Ladder as Spec;
use crate::words::words;

/// From a rung's edge to what stands on it.
const INSET: f64 = 14.0;
/// From a marker's left to its text.
const MARKER: f64 = 16.0;
/// The least height of a first, in CSS px: firsts of one line stand closer than rows elsewhere, since most have two.
const ROW: f64 = 36.0;
/// The width from which a rung's firsts stand beside its heading.
const WIDE: f64 = 640.0;

pub(super) fn layout(spec: &Spec, frame: &Frame<'_>) -> Vec<Mark> {
    let rungs = rungs(spec, frame);
    let step = clamp(frame.width * 0.05, 12.0, 40.0);
    let mut marks = Vec::new();
    let mut profile = vec![Point::new(frame.width - 1.0, 1.0)];
    let mut y = 1.0;
    let mut left = step * rungs.len() as f64;
    let mut beside: f64 = 0.0;
    for (scope, firsts) in &rungs {
        let mut pen = frame.pen();
        heading(&mut pen, *scope, firsts.len(), 0.0, 0.0);
        beside = beside.max(bounds(&pen.items).x1);
    }
    beside += left + INSET + 32.0;
    for (group, (scope, firsts)) in rungs.into_iter().enumerate() {
        left -= step;
        profile.push(Point::new(left + 1.0, y));
        let mut pen = frame.pen();
        if group > 0 {
            pen.bar((left + 1.0, y), frame.width - (left + 1.0), 1.0, Ink::Rule);
        }
        let below = heading(&mut pen, scope, firsts.len(), left + INSET, y + 8.0);
        pen.furniture(&mut marks, "rung", group);
        let wide = frame.width >= WIDE && beside < frame.width / 2.0;
        let (x, mut top) = if wide { (beside, y + 18.0) } else { (left + INSET, below + 4.0) };
        for fact in firsts {
            top = first(fact, group, frame, (x, top), &mut marks);
        }
        y = top.max(below) + 6.0;
        profile.push(Point::new(left + 1.0, y));
    }
    profile.push(Point::new(frame.width - 1.0, y));
    let mut stairs = frame.pen();
    stairs.draw(Shape::Line { points: profile, width: 2.0 }, frame.hue);
    marks.insert(0, Mark::furniture("stairs", stairs.items));
    marks
}

/// The scopes that have firsts, the farthest first.
fn rungs<'a>(spec: &Spec, frame: &Frame<'a>) -> Vec<(Scope, Vec<&'a FactLine>)> {
    let mut rungs = Vec::new();
    for scope in [Scope::World, Scope::Nation, Scope::City] {
        let firsts = spec.firsts.iter().map(|id| frame.fact(id));
        let firsts: Vec<&FactLine> = firsts.filter(|fact| fact.scope == Some(scope)).collect();
        if !firsts.is_empty() {
            rungs.push((scope, firsts));
        }
    }
    rungs
}

/// The scope in words and the number of its firsts, on one baseline; the y below.
fn heading(pen: &mut Pen<'_>, scope: Scope, count: usize, x: f64, y: f64) -> f64 {
    let frame = pen.frame;
    let (count, big) = (count.to_string(), frame.display());
    let baseline = y + big.ascent();
    pen.text(&count, (x, baseline), big, Ink::Text);
    let beside = x + frame.advance(&count, big) + 8.0;
    pen.text(words(frame.plate.locale).scope(scope), (beside, baseline), frame.strong(), Ink::Text);
    baseline + big.descent()
}

/// One first with its marker in the middle of its row, which can be touched over its width; the y below.
fn first(fact: &FactLine, group: usize, frame: &Frame<'_>, (x, y): (f64, f64), marks: &mut Vec<Mark>) -> f64 {
    let width = frame.width - x - MARKER;
    let texts = |pen: &mut Pen<'_>, top: f64| {
        let below = pen.paragraph(&fact.label, (x + MARKER, top), width, frame.body(), Ink::Text);
        pen.note(&fact.period, (x + MARKER, below), width)
    };
    let height = texts(&mut frame.pen(), 0.0);
    let row = ROW.max(height + 8.0);
    let top = y + (row - height) / 2.0;
    let middle = top + frame.body().ascent() / 2.0 + 1.0;
    let mut pen = frame.pen();
    pen.bar((x, middle - 3.5), 7.0, 7.0, frame.hue);
    texts(&mut pen, top);
    pen.mark_within(Rect::new(x - 4.0, y, frame.width, y + row), marks, fact, group);
    y + row
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::super::testing::{Sample, texts};
    use crate::story::Locale;

    fn sample(scopes: &[&str]) -> Sample {
        let ids: Vec<String> = (0..scopes.len()).map(|index| format!("first-{index}")).collect();
        let fact = |(id, scope)| json!({"id": id, "scope": scope, "status": "under-construction"});
        let facts: Vec<_> = ids.iter().zip(scopes).map(fact).collect();
        Sample::new(&facts, &[], json!({"ladder": {"firsts": ids}}))
    }

    #[test]
    fn the_farthest_is_on_top_and_each_rung_is_counted() {
        let scene = sample(&["city", "world", "city"]).scene(Locale::Zh, 360.0, 1.0, 0);
        let keys: Vec<&str> = scene.marks.iter().filter_map(|mark| mark.fact.as_deref()).collect();
        assert_eq!(keys, ["first-1", "first-0", "first-2"]);
        let bold = texts(&scene).into_iter().filter(|label| label.font.bold).map(|label| label.text.as_str());
        assert_eq!(bold.collect::<Vec<_>>(), ["1", "全球", "2", "全市"]);
    }

    #[test]
    fn a_rung_is_no_longer_than_the_one_below() {
        let scene = sample(&["world", "nation", "city"]).scene(Locale::En, 360.0, 1.0, 0);
        let lefts: Vec<f64> = scene.marks.iter().filter(|mark| mark.fact.is_some()).map(|mark| mark.area.x0).collect();
        assert!(lefts.windows(2).all(|pair| pair[0] > pair[1]), "{lefts:?}");
    }

    #[test]
    fn a_ladder_holds_at_every_width() {
        sample(&["world", "nation", "nation", "city"]).check();
        sample(&["nation"]).check();
        sample(&[]).check();
    }
}
