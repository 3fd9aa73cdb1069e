//! Bars in groups: each category has a bar for every group, and all of them share one scale from zero.
//!
//! ```text
//! Income a head
//! Urban   ████████████████████████████████  54,188 yuan
//! Rural   █████████████▍  23,119 yuan
//! Spending a head
//! Urban   ██████████████████████▏  37,994 yuan
//! ```

use super::Frame;
use super::kinds::{Editorial, Kind, Opening, Summary, spec};
use super::parts::axis::Axis;
use crate::describe::Summarizer;
use crate::scene::{Ink, Mark};
use crate::story::check::{Braces, Checker, ProblemKind};
use crate::story::{FactId, Text, Width};

spec! {
    /// Bars in groups, all on one scale from zero.
    Grouped {
        /// What each category has a bar for, two to four.
        groups: Vec<Text>,
        /// The categories, in reading order.
        categories: Vec<Category>,
    }
}
spec! {
    /// What is compared across the groups.
    Category {
        /// What it is, as a heading.
        label: Text,
        /// A fact for each group, in their order.
        facts: Vec<FactId>,
    }
}

/// Between a group's name and its bar, in CSS px.
const GAP: f64 = 12.0;
/// The most of the width that the names take.
const NAMES: f64 = 0.4;

impl Kind for Grouped {
    fn facts(&self) -> Vec<&FactId> {
        let mut facts = Vec::new();
        for category in &self.categories {
            facts.extend(&category.facts);
        }
        facts
    }

    fn layout(&self, frame: &Frame<'_>) -> Vec<Mark> {
        let mut names: f64 = 0.0;
        for group in &self.groups {
            names = names.max(frame.advance(frame.plate.text(group), frame.body()));
        }
        let left = (names + GAP).min(frame.width * NAMES);
        let mut facts = Vec::new();
        for category in &self.categories {
            facts.append(&mut frame.facts(&category.facts));
        }
        let axis = Axis::fitting(frame, &facts, left);
        let mut marks = Vec::new();
        let mut y = 0.0;
        for (row, category) in self.categories.iter().enumerate() {
            let mut heading = frame.pen();
            let label = frame.plate.text(&category.label);
            y = heading.paragraph(label, (0.0, y), frame.width, frame.strong(), Ink::Text) + 2.0;
            heading.furniture(&mut marks, "category", row);
            for (group, id) in category.facts.iter().enumerate() {
                let fact = frame.fact(id);
                let (mut pen, mut name) = (frame.pen(), frame.pen());
                let text = self.groups.get(group).map_or("", |group| frame.plate.text(group));
                let below = name.paragraph(text, (0.0, y + 6.0), left - GAP, frame.body(), Ink::Text);
                y = axis.bar(&mut pen, fact, ink(group, frame.hue), y).max(below) + 4.0;
                pen.over(name);
                pen.mark(&mut marks, fact, row);
            }
            y += 18.0;
        }
        marks
    }
}

/// A group's colour; its name tells it too.
fn ink(group: usize, hue: Ink) -> Ink {
    match group {
        0 => hue,
        1 => Ink::Pale,
        2 => Ink::Muted,
        _ => Ink::Text,
    }
}

impl Editorial for Grouped {
    fn usual_width(&self) -> Width {
        Width::TwoThirds
    }

    fn audible(&self) -> Vec<&FactId> {
        self.facts()
    }

    fn check(&self, checker: &mut Checker<'_>, place: &str) {
        for (index, group) in self.groups.iter().enumerate() {
            checker.text(&format!("{place}/groups/{index}"), group, Braces::None);
        }
        if !(2..=4).contains(&self.groups.len()) {
            checker.report(&format!("{place}/groups"), ProblemKind::GroupCount(self.groups.len()));
        }
        let first = self.facts().first().copied().cloned().unwrap_or_default();
        for (place, category) in checker.each(&format!("{place}/categories"), &self.categories) {
            checker.text(&format!("{place}/label"), &category.label, Braces::None);
            let (groups, facts) = (self.groups.len(), category.facts.len());
            if groups != facts {
                checker.report(&format!("{place}/facts"), ProblemKind::FactForEachGroup { groups, facts });
            }
            for (index, id) in category.facts.iter().enumerate() {
                let place = format!("{place}/facts/{index}");
                checker.number(&place, id);
                checker.same_unit(&place, id, &first);
            }
        }
    }

    fn opening(&self) -> Opening {
        ("{}组横条，同一比例尺", "{} group of bars, all on one scale", "{} groups of bars, all on one scale")
    }

    fn summary(&self, summarizer: &Summarizer<'_>) -> Summary {
        let words = summarizer.words;
        let mut said = vec![summarizer.opening(self.categories.len())];
        for category in &self.categories {
            let mut items = Vec::new();
            for (group, id) in self.groups.iter().zip(&category.facts) {
                items.push(words.item(&summarizer.text(group), &summarizer.value(id)?));
            }
            said.push(words.namely(&summarizer.text(&category.label), &words.list(&items)));
        }
        said.push(summarizer.cautions(&[summarizer.periods()?]));
        Ok(said)
    }
}

#[cfg(test)]
mod tests {
    use kurbo::Rect;
    use serde_json::json;

    use super::super::testing::{Sample, fact, texts};
    use crate::scene::{Ink, Scene, Shape};
    use crate::story::Locale;

    fn sample(values: [f64; 4], group: &str) -> Sample {
        let [a, b, c, d] = values;
        let facts = [fact("a", a, "CNY"), fact("b", b, "CNY"), fact("c", c, "CNY"), fact("d", d, "CNY")];
        let name = |text: &str| json!({"zh": text, "en": text});
        let categories =
            json!([{"label": name("收入"), "facts": ["a", "b"]}, {"label": name("支出"), "facts": ["c", "d"]}]);
        let drawing = json!({"grouped": {"groups": [name(group), name("乡村")], "categories": categories}});
        Sample::new(&facts, &[], drawing)
    }

    fn bar(scene: &Scene, fact: &str) -> (Rect, Ink) {
        let mark = scene.marks.iter().find(|mark| mark.key == fact).expect("the mark");
        let bar = mark
            .items
            .iter()
            .find_map(|item| if let Shape::Bar(rect) = item.shape { Some((rect, item.ink)) } else { None });
        bar.expect("a bar")
    }

    #[test]
    fn all_categories_share_a_zero_and_a_scale_and_a_group_keeps_its_colour() {
        let scene = sample([40.0, 10.0, 30.0, 20.0], "城镇").scene(Locale::Zh, 600.0, 1.0, 0);
        let bars = ["a", "b", "c", "d"].map(|fact| bar(&scene, fact));
        let [(a, first), (b, second), (c, third), (d, fourth)] = bars;
        assert!(bars.iter().all(|(rect, _)| rect.x0 == a.x0));
        for (rect, part) in [(b, 0.25), (c, 0.75), (d, 0.5)] {
            assert!((rect.width() / a.width() - part).abs() < 1e-9);
        }
        assert_eq!((first, second), (third, fourth));
        assert_ne!(first, second);
        let names = texts(&scene).into_iter().filter(|label| label.text == "城镇").count();
        assert_eq!(names, 2, "each bar is named, so that colours need not be told apart");
    }

    #[test]
    fn groups_hold_at_every_width() {
        sample([54_188.0, 23_119.0, 37_994.0, 20_000.0], "城镇").check();
        sample([-1.0, 1e300, 0.0, -1e300], "城镇常住居民家庭人均可支配收入中位数").check();
        Sample::new(&[], &[], json!({"grouped": {"groups": [], "categories": []}})).check();
    }
}
