//! Named firsts on a podium: the farther a claim reaches, the higher its step. How many stand on a step is counted here
//! from the facts' scopes. Where there is room the steps stand side by side, else they are stacked, the higher the shorter.
//!
//! ```text
//! ┌──────────                          ┌──────────────
//! │ World  2   ┌──────────             │ World  2
//! │ ▪ first    │ Nation  5  ┌────────  ├─┬────────────
//! │            │ ▪ first    │ City  4  │ Nation  5
//! ```

use kurbo::Rect;

use super::kinds::{Editorial, Kind, Need, Opening, Summary, spec};
use super::{Frame, Pen};
use crate::describe::Summarizer;
use crate::plate::{FactLine, MissingFact};
use crate::scale::clamp;
use crate::scene::{Ink, Mark, Shape};
use crate::story::check::{Checker, ProblemKind};
use crate::story::{Fact, FactId, Scope, Statistic, Width};

spec! {
    /// Named firsts by how far they reach, the farthest on top.
    Ladder {
        /// Facts with a scope, in reading order; the program sorts them onto their rungs.
        firsts: Vec<FactId>,
    }
}

impl Kind for Ladder {
    fn facts(&self) -> Vec<&FactId> {
        self.firsts.iter().collect()
    }

    fn needs(&self, _: &FactId) -> Need {
        Need::Scope
    }

    fn layout(&self, frame: &Frame<'_>) -> Vec<Mark> {
        layout(self, frame)
    }
}

impl Editorial for Ladder {
    fn usual_width(&self) -> Width {
        Width::Wide
    }

    fn check(&self, checker: &mut Checker<'_>, place: &str) {
        for (place, id) in checker.each(&format!("{place}/firsts"), &self.firsts) {
            let shown = checker.shown(&place, id);
            if shown.is_some_and(|shown| !matches!(shown, Statistic::Fact(fact) if fact.scope.is_some())) {
                checker.report(&place, ProblemKind::NoScope(id.clone()));
            }
        }
    }

    fn opening(&self) -> Opening {
        ("{}项，按范围大小分级", "{} claim, by how far it reaches", "{} claims, by how far they reach")
    }

    fn summary(&self, summarizer: &Summarizer<'_>) -> Summary {
        let words = summarizer.words;
        let mut rungs = Scope::ALL.map(|scope| (scope, Vec::new()));
        for id in &self.firsts {
            let Statistic::Fact(Fact { scope: Some(scope), .. }) = summarizer.edition.statistic(id)? else {
                return Err(MissingFact { what: "scope", id: id.clone() });
            };
            for (_, rung) in rungs.iter_mut().filter(|(of, _)| of == scope) {
                rung.push(summarizer.term(id)?);
            }
        }
        let reached = || rungs.iter().filter(|(_, rung)| !rung.is_empty());
        let counts: Vec<_> = reached()
            .map(|(scope, rung)| {
                words.reach(rung.len(), summarizer.edition.scope(*scope), &summarizer.edition.reaching(*scope))
            })
            .collect();
        let widest = reached().next().map(|(_, rung)| words.widest(&summarizer.listed(rung))).unwrap_or_default();
        Ok(vec![words.namely(&summarizer.opening(self.firsts.len()), &words.list(&counts)), widest])
    }
}

/// From a step's edge to its texts, in CSS px.
const INSET: f64 = 14.0;
/// From a marker's left to its text.
const MARKER: f64 = 16.0;
/// Between two steps side by side.
const GAP: f64 = 12.0;
/// How much lower a step beside another is.
const DROP: f64 = 36.0;
/// The least height of a first that is touched, in CSS px: firsts of one line stand closer than rows elsewhere, since most have two.
const ROW: f64 = 36.0;
/// The least width of a step beside others, in CSS px at the usual text size.
const STEP: f64 = 208.0;

fn layout(spec: &Ladder, frame: &Frame<'_>) -> Vec<Mark> {
    let steps = steps(spec, frame);
    let count = steps.len() as f64;
    let column = (frame.width + GAP) / count;
    let abreast = column >= STEP * frame.text_scale;
    let indent = clamp(frame.width * 0.05, 12.0, 40.0);
    let mut marks = Vec::new();
    let mut blocks = Vec::new();
    let mut bottom: f64 = 0.0;
    for (group, (scope, firsts)) in steps.into_iter().enumerate() {
        let place = group as f64;
        let (left, right, top) = if abreast {
            (column * place, column * (place + 1.0) - GAP, DROP * place)
        } else {
            (indent * (count - 1.0 - place), frame.width, bottom)
        };
        let mut pen = frame.pen();
        let mut y = heading(&mut pen, scope, firsts.len(), left + INSET, top + 10.0) + 4.0;
        pen.furniture(&mut marks, "heading", group);
        for fact in firsts {
            y = first(fact, group, frame, Rect::new(left + INSET, y, right - INSET, y), &mut marks);
        }
        bottom = bottom.max(y + 8.0);
        blocks.push(Rect::new(left, top, right, y + 8.0));
    }
    let mut ground = frame.pen();
    for block in blocks {
        let below = if abreast { bottom } else { block.y1 };
        ground.draw(Shape::Bar(Rect { y1: below, ..block }), Ink::Tint);
        ground.bar((block.x0, block.y0), block.width(), 2.0, frame.hue);
    }
    marks.insert(0, Mark::furniture("steps", ground.items));
    marks
}

/// The scopes that have firsts, the farthest first.
fn steps<'a>(spec: &Ladder, frame: &Frame<'a>) -> Vec<(Scope, Vec<&'a FactLine>)> {
    let mut steps = Vec::new();
    for scope in Scope::ALL {
        let mut firsts = Vec::new();
        for fact in frame.facts(&spec.firsts) {
            if fact.scope == Some(scope) {
                firsts.push(fact);
            }
        }
        if !firsts.is_empty() {
            steps.push((scope, firsts));
        }
    }
    steps
}

/// The scope in words and the number of its firsts, on one baseline; the y below.
fn heading(pen: &mut Pen<'_>, scope: Scope, count: usize, x: f64, y: f64) -> f64 {
    let frame = pen.frame;
    let (count, big) = (count.to_string(), frame.display());
    let baseline = y + big.ascent();
    pen.text(&count, (x, baseline), big, Ink::Text);
    let beside = x + frame.advance(&count, big) + 8.0;
    pen.text(frame.plate.scope(scope), (beside, baseline), frame.strong(), Ink::Text);
    baseline + big.descent()
}

/// One first with its marker in the middle of its row, which begins at the top of `place` and can be touched over its width;
/// the y below.
fn first(fact: &FactLine, group: usize, frame: &Frame<'_>, place: Rect, marks: &mut Vec<Mark>) -> f64 {
    let left = place.x0 + MARKER;
    let width = place.x1 - left;
    let texts = |pen: &mut Pen<'_>, top: f64| {
        let below = pen.paragraph(&fact.label, (left, top), width, frame.body(), Ink::Text);
        pen.note(&fact.period, (left, below), width)
    };
    let height = texts(&mut frame.pen(), 0.0);
    let row = (height + 8.0).max(if frame.touched { ROW } else { 0.0 });
    let top = place.y0 + (row - height) / 2.0;
    let middle = top + frame.body().ascent() / 2.0 + 1.0;
    let mut pen = frame.pen();
    pen.bar((place.x0, middle - 3.5), 7.0, 7.0, frame.hue);
    texts(&mut pen, top);
    let below = place.y0 + row;
    pen.mark_within(Rect { y1: below, ..place.inflate(4.0, 0.0) }, marks, fact, group);
    below
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::super::testing::{Sample, texts};
    use crate::scene::Ink;
    use crate::story::Locale;

    fn sample(scopes: &[&str]) -> Sample {
        let ids: Vec<String> = (0..scopes.len()).map(|index| format!("first-{index}")).collect();
        let fact = |(id, scope)| json!({"id": id, "scope": scope, "status": "under-construction"});
        let facts: Vec<_> = ids.iter().zip(scopes).map(fact).collect();
        Sample::new(&facts, &[], json!({"ladder": {"firsts": ids}}))
    }

    #[test]
    fn the_farthest_is_on_top_and_each_step_is_counted() {
        let scene = sample(&["city", "world", "city"]).scene(Locale::Zh, 360.0, 1.0, 0);
        let keys: Vec<&str> = scene.marks.iter().filter_map(|mark| mark.fact.as_deref()).collect();
        assert_eq!(keys, ["first-1", "first-0", "first-2"]);
        let bold = texts(&scene).into_iter().filter(|label| label.font.bold).map(|label| label.text.as_str());
        assert_eq!(bold.collect::<Vec<_>>(), ["1", "全球", "2", "全市"]);
    }

    #[test]
    fn a_higher_step_is_shorter_than_the_one_below() {
        let scene = sample(&["world", "nation", "city"]).scene(Locale::En, 360.0, 1.0, 0);
        let lefts: Vec<f64> = scene.marks.iter().filter(|mark| mark.fact.is_some()).map(|mark| mark.area.x0).collect();
        assert!(lefts.windows(2).all(|pair| pair[0] > pair[1]), "{lefts:?}");
    }

    #[test]
    fn steps_stand_side_by_side_where_there_is_room_and_end_on_one_line() {
        let scene = sample(&["world", "nation", "nation", "city"]).scene(Locale::En, 900.0, 1.0, 0);
        let tops: Vec<f64> = scene.marks.iter().filter(|mark| mark.fact.is_some()).map(|mark| mark.area.y0).collect();
        assert!(tops[0] < tops[1] && tops[1] < tops[3], "{tops:?}");
        let blocks =
            scene.marks[0].items.iter().filter(|item| item.ink == Ink::Tint).map(|item| item.shape.bounds().y1.ceil());
        assert_eq!(blocks.collect::<Vec<_>>(), [scene.size.height; 3]);
    }

    #[test]
    fn a_ladder_holds_at_every_width() {
        sample(&["world", "nation", "nation", "city"]).check();
        sample(&["nation"]).check();
        sample(&[]).check();
    }
}
