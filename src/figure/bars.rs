//! Bars from zero, one panel a unit: facts of one panel share a scale, facts of two panels never do. What is below zero goes
//! to the left of a line at zero.
//!
//! ```text
//! HPV vaccine
//! over 40 million doses
//! ████████████████████████████████▊▌▎      "over": the bar goes on after the number that is printed
//! Insulin
//! over 30 million doses
//! ████████████████████████▊▌▎
//! ───────────────────────────────────
//! Antibody substance
//! 24,000 litres                            alone in its unit: there is nothing that a length could be compared with
//! ```

use super::Frame;
use super::kinds::{Editorial, Kind, Opening, Summary, spec};
use super::parts::axis::Axis;
use crate::describe::Summarizer;
use crate::scene::{Ink, Mark};
use crate::story::check::Checker;
use crate::story::{FactId, Width};
use crate::words::words;

spec! {
    /// Bars from zero, one panel a unit.
    Bars {
        /// The panels: facts in one panel share an axis, so they must share a unit.
        panels: Vec<Vec<FactId>>,
    }
}

impl Kind for Bars {
    fn facts(&self) -> Vec<&FactId> {
        let mut facts = Vec::new();
        for panel in &self.panels {
            facts.extend(panel);
        }
        facts
    }

    fn layout(&self, frame: &Frame<'_>) -> Vec<Mark> {
        layout(self, frame)
    }
}

impl Editorial for Bars {
    fn usual_width(&self) -> Width {
        Width::Half
    }

    fn audible(&self) -> Vec<&FactId> {
        self.panels.first().into_iter().flatten().collect()
    }

    fn check(&self, checker: &mut Checker<'_>, place: &str) {
        for (place, panel) in checker.each(&format!("{place}/panels"), &self.panels) {
            for (place, id) in checker.each(&place, panel) {
                checker.number(&place, id);
            }
            checker.share_unit(&place, panel);
        }
    }

    fn opening(&self) -> Opening {
        ("{}条横条，从零开始", "{} bar that starts at zero", "{} bars that start at zero")
    }

    fn summary(&self, summarizer: &Summarizer<'_>) -> Summary {
        let mut said = vec![summarizer.opening(self.panels.iter().map(Vec::len).sum())];
        for panel in &self.panels {
            said.push(match panel.as_slice() {
                [only] if self.panels.len() > 1 => summarizer.words.alone(&summarizer.item(only)?),
                panel => summarizer.ranked(panel)?,
            });
        }
        let falls = summarizer.below_zero()?;
        let falls = if falls > 0 { summarizer.words.below_zero(falls) } else { String::new() };
        said.extend([falls, summarizer.cautions(&[summarizer.periods()?])]);
        Ok(said)
    }
}

fn layout(spec: &Bars, frame: &Frame<'_>) -> Vec<Mark> {
    let fits = |fact: &FactId| frame.advance(&frame.fact(fact).written, frame.display()) <= frame.width;
    let large = spec.panels.iter().all(|panel| panel.iter().all(fits));
    let font = if large { frame.display() } else { frame.strong() };
    let mut marks = Vec::new();
    let mut y = 0.0;
    for (group, panel) in spec.panels.iter().enumerate() {
        if group > 0 {
            let mut pen = frame.pen();
            pen.rule(y + 8.0);
            y += 20.0;
            if panel.len() > 1 {
                let words = words(frame.plate.locale);
                let above = spec.panels.get(group - 1).and_then(|panel| panel.first());
                let unit = |id: Option<&FactId>| id.map(|id| &frame.fact(id).unit);
                let apart = if unit(above) == unit(panel.first()) { words.another_scale } else { words.another_unit };
                y = pen.paragraph(apart, (0.0, y), frame.width, frame.small(), Ink::Muted) + 14.0;
            }
            pen.furniture(&mut marks, "panel", group);
        }
        let facts = frame.facts(panel);
        let axis = Axis::across(frame, &facts, font);
        for fact in &facts {
            let mut pen = frame.pen();
            y = if facts.len() > 1 {
                axis.captioned(&mut pen, fact, fact.term(), frame.hue, y)
            } else {
                let below = pen.paragraph(fact.term(), (0.0, y), frame.width, frame.body(), Ink::Text);
                pen.paragraph(&fact.written, (0.0, below), frame.width, font, Ink::Text)
            } + 22.0;
            pen.mark(&mut marks, fact, group);
        }
    }
    marks
}

#[cfg(test)]
mod tests {
    use kurbo::Rect;
    use serde_json::json;

    use super::super::testing::{Sample, fact, texts};
    use crate::scene::{Mark, Scene, Shape};
    use crate::story::Locale;
    use crate::words::words;

    fn sample(values: [f64; 3]) -> Sample {
        let [one, two, other] = values;
        let open = json!({"id": "one", "value": one, "unit": "thing", "qualifier": "over"});
        let panels = json!({"bars": {"panels": [["one", "two"], ["other"]]}});
        Sample::new(&[open, fact("two", two, "thing"), fact("other", other, "t")], &[], panels)
    }

    fn bars(scene: &Scene, fact: &str) -> Vec<Rect> {
        let mark: &Mark = scene.marks.iter().find(|mark| mark.key == fact).expect("the mark");
        let bar = |shape: &Shape| if let Shape::Bar(rect) = shape { Some(*rect) } else { None };
        mark.items.iter().filter_map(|item| bar(&item.shape)).collect()
    }

    #[test]
    fn bars_of_one_panel_share_a_zero_and_a_scale() {
        let scene = sample([40.0, 30.0, 2e9]).scene(Locale::Zh, 400.0, 1.0, 0);
        let (one, two) = (bars(&scene, "one")[0], bars(&scene, "two")[0]);
        assert_eq!((one.x0, two.x0), (0.0, 0.0));
        assert!((two.width() / one.width() - 0.75).abs() < 1e-9);
    }

    #[test]
    fn a_number_alone_in_its_unit_has_no_length_to_compare() {
        let scene = sample([40.0, 30.0, 2e9]).scene(Locale::Zh, 400.0, 1.0, 0);
        assert_eq!(bars(&scene, "other"), []);
        assert!(texts(&scene).iter().all(|label| label.text != words(Locale::Zh).another_unit));
    }

    #[test]
    fn panels_in_one_unit_are_not_said_to_be_in_another() {
        for (unit, another) in [("t", false), ("thing", true)] {
            let facts = [fact("one", 40.0, "t"), fact("other", 2.0, unit), fact("third", 3.0, unit)];
            let scene = Sample::new(&facts, &[], json!({"bars": {"panels": [["one"], ["other", "third"]]}}));
            let scene = scene.scene(Locale::Zh, 400.0, 1.0, 0);
            let said = |text: &str| texts(&scene).iter().any(|label| label.text == text);
            assert_eq!(said(words(Locale::Zh).another_unit), another);
            assert_eq!(said(words(Locale::Zh).another_scale), !another);
        }
    }

    #[test]
    fn over_is_drawn_with_an_open_end() {
        let scene = sample([40.0, 30.0, 1.0]).scene(Locale::En, 400.0, 1.0, 0);
        let slices = bars(&scene, "one");
        assert!(slices.windows(2).all(|pair| pair[0].x1 < pair[1].x0 && pair[0].width() > pair[1].width()));
        assert_eq!((slices.len(), bars(&scene, "two").len()), (4, 1));
    }

    #[test]
    fn what_has_no_length_is_a_hairline_at_zero() {
        let scene = sample([0.0, 0.0, 0.0]).scene(Locale::Zh, 400.0, 1.0, 0);
        for fact in ["one", "two"] {
            assert_eq!((bars(&scene, fact)[0].x0, bars(&scene, fact)[0].x1), (0.0, 1.0));
        }
    }

    #[test]
    fn what_is_below_zero_goes_left_of_a_line_on_the_same_scale() {
        let scene = sample([30.0, -10.0, 1.0]).scene(Locale::En, 418.0, 1.0, 0);
        let [(rise, zero), (fall, same)] =
            ["one", "two"].map(|fact| (bars(&scene, fact)[0], *bars(&scene, fact).last().expect("the line")));
        assert_eq!((rise.x0, fall.x1, fall.x0), (100.0, 100.0, 0.0));
        assert!((rise.width() / fall.width() - 3.0).abs() < 1e-9);
        assert_eq!((zero.center().x, same.center().x, zero.width()), (100.0, 100.0, 1.0));
        let all_falls = sample([-3.0, -1.0, 1.0]).scene(Locale::En, 418.0, 1.0, 0);
        let slices = bars(&all_falls, "one");
        assert!(
            slices.windows(2).take(3).all(|pair| pair[0].x0 > pair[1].x1),
            "over, below zero, goes on to the left: {slices:?}"
        );
        assert_eq!((slices[0].x1, bars(&all_falls, "two")[0].x1), (418.0, 418.0));
    }

    #[test]
    fn bars_hold_at_every_width() {
        for values in [
            [40e6, 30e6, 24e3],
            [0.0, -1.0, 0.0],
            [1e3, -1.0, 1.0],
            [-4.0, -3.0, -1e300],
            [1e300, 1e-300, 123_456_789.0],
        ] {
            sample(values).check();
        }
        Sample::new(&[], &[], json!({"bars": {"panels": [[], []]}})).check();
    }
}
