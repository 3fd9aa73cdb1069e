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

use super::Frame;
use crate::plate::{MissingFact, Plate};
use crate::scene::{Align, Ink, Item, Mark, Scene, Shape};
use crate::story::drawing::Ladder as Spec;
use crate::story::{FactId, Scope};
use crate::words::words;

/// From a rung's edge to what stands on it.
const INSET: f64 = 14.0;
/// From a marker's left to its text.
const MARKER: f64 = 16.0;
/// The width from which a rung's firsts stand beside its heading.
const WIDE: f64 = 640.0;

pub(super) fn layout(spec: &Spec, frame: &Frame<'_>) -> Result<Scene, MissingFact> {
    let rungs = rungs(spec, frame.plate)?;
    let step = (frame.width * 0.05).clamp(12.0, 40.0);
    let mut marks = Vec::new();
    let mut profile = vec![Point::new(frame.width - 1.0, 1.0)];
    let mut y = 1.0;
    let mut left = step * rungs.len() as f64;
    let beside = left + INSET + heading_width(&rungs, frame);
    for (group, (scope, firsts)) in rungs.iter().enumerate() {
        left -= step;
        profile.push(Point::new(left + 1.0, y));
        let mut items = Vec::new();
        if group > 0 {
            items.push(Item::new(Shape::Bar(Rect::new(left + 1.0, y, frame.width, y + 1.0)), Ink::Rule));
        }
        let (heading, below) = heading(*scope, firsts.len(), frame, left + INSET, y + 12.0);
        items.extend(heading);
        marks.push(Mark::furniture(&format!("rung-{group}"), items));
        let wide = frame.width >= WIDE && beside < frame.width / 2.0;
        let (x, mut top) = if wide { (beside, y + 18.0) } else { (left + INSET, below + 4.0) };
        for fact in firsts {
            let (mark, below) = first(fact, group, frame, x, top)?;
            marks.push(mark);
            top = below;
        }
        y = top.max(below) + 8.0;
        profile.push(Point::new(left + 1.0, y));
    }
    profile.push(Point::new(frame.width - 1.0, y));
    marks.insert(0, Mark::furniture("stairs", vec![Item::new(Shape::Line { points: profile, width: 2.0 }, Ink::One)]));
    Ok(frame.scene(marks))
}

/// The scopes that have firsts, the farthest first.
fn rungs<'a>(spec: &'a Spec, plate: &Plate) -> Result<Vec<(Scope, Vec<&'a FactId>)>, MissingFact> {
    let mut scoped = Vec::new();
    for id in &spec.firsts {
        let scope = plate.fact(id)?.scope.ok_or_else(|| MissingFact::new("scope", id))?;
        scoped.push((scope, id));
    }
    let on = |rung: Scope| scoped.iter().filter(|(scope, _)| *scope == rung).map(|(_, id)| *id).collect::<Vec<_>>();
    let all = [Scope::World, Scope::Nation, Scope::City].map(|scope| (scope, on(scope)));
    Ok(all.into_iter().filter(|(_, firsts)| !firsts.is_empty()).collect())
}

/// The scope in words and the number of its firsts, on one baseline.
fn heading(scope: Scope, count: usize, frame: &Frame<'_>, x: f64, y: f64) -> (Vec<Item>, f64) {
    let (word, strong, big) = (words(frame.plate.locale).scope(scope), frame.strong(), frame.display());
    let baseline = y + big.ascent();
    let number = frame.text(count.to_string(), x, baseline, Align::Start, big, Ink::Text);
    let beside = x + frame.measure.width(&count.to_string(), big) + 8.0;
    (vec![number, frame.text(word, beside, baseline, Align::Start, strong, Ink::Text)], baseline + big.descent())
}

/// How wide the widest heading is, with the space after it.
fn heading_width(rungs: &[(Scope, Vec<&FactId>)], frame: &Frame<'_>) -> f64 {
    let width = |(scope, firsts): &(Scope, Vec<&FactId>)| {
        let (items, _) = heading(*scope, firsts.len(), frame, 0.0, 0.0);
        crate::scene::bounds(&items).x1
    };
    rungs.iter().map(width).fold(0.0, f64::max) + 32.0
}

/// One first with its marker in the middle of its row, and the y below the row, which can be touched over its width.
fn first(fact: &FactId, group: usize, frame: &Frame<'_>, x: f64, y: f64) -> Result<(Mark, f64), MissingFact> {
    let width = frame.width - x - MARKER;
    let texts = |top: f64| -> Result<(Vec<Item>, f64), MissingFact> {
        let (mut texts, mut below) =
            frame.paragraph(frame.plate.label(fact)?, (x + MARKER, top), width, frame.body(), Ink::Text);
        if let Some(when) = frame.plate.period(fact)? {
            let (lines, end) = frame.paragraph(when, (x + MARKER, below), width, frame.small(), Ink::Muted);
            texts.extend(lines);
            below = end;
        }
        Ok((texts, below))
    };
    let (_, height) = texts(0.0)?;
    let row = frame.row().max(height + 12.0);
    let top = y + (row - height) / 2.0;
    let middle = top + frame.body().ascent() / 2.0 + 1.0;
    let mut items = vec![Item::new(Shape::Bar(Rect::new(x, middle - 3.5, x + 7.0, middle + 3.5)), Ink::One)];
    items.extend(texts(top)?.0);
    let area = Rect::new(x - 4.0, y, frame.width, y + row);
    Ok((Mark { area, ..Mark::of(fact, group, items) }, y + row))
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
