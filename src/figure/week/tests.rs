//! What holds of the cells, the line and the headings of a week.

use serde_json::json;

use super::super::testing::{Sample, fact, texts};
use crate::scene::{Ink, Scene, Shape};
use crate::story::Locale;

fn sample(before: f64, now: f64, glyph: Option<&str>) -> Sample {
    let derived = [
        json!({"id": "multiple", "formula": "now * 7"}),
        json!({"id": "counted", "formula": "now * 0.49", "unit": "thing", "decimals": 1}),
    ];
    let facts = [fact("before", before, "thing"), fact("now", now, "thing")];
    let week = json!({"before": "before", "now": "now", "multiple": "multiple", "counted": "counted", "glyph": glyph});
    Sample::new(&facts, &derived, json!({"week": week}))
}

fn cells(scene: &Scene, ink: Ink) -> usize {
    let grid = scene.marks.iter().flat_map(|mark| &mark.items).filter(|item| item.ink == ink);
    grid.filter(|item| matches!(item.shape, Shape::Bar(_))).count()
}

#[test]
fn a_week_has_a_cell_for_every_departure() {
    for (before, now) in [(1.0, 20.0), (0.0, 0.0), (9.0, 2.0), (900.0, 3.0), (1.0, 123.0)] {
        sample(before, now, Some("truck")).check();
        let sample = sample(before, now, None);
        sample.check();
        let scene = sample.scene(Locale::Zh, 328.0, 1.0, 1);
        // Two more bars are the headings' swatches.
        assert_eq!(cells(&scene, Ink::Hue1) + cells(&scene, Ink::Before), now as usize * 7 + 2);
    }
}

#[test]
fn headings_are_apart_where_numbers_are_long_and_every_departure_is_of_before() {
    let label = json!({"zh": "", "en": ""});
    let multiple = [json!({"id": "multiple", "formula": "now * 7 / before"})];
    // The last with its unit is wider than the room beside the week, however small.
    for before in (3..12).map(|digits| 10_f64.powi(digits)).chain([2_110.096_100_156]) {
        let fact = |id, value: f64| json!({"id": id, "value": value, "unit": "thing", "label": label});
        let facts = [fact("before", before), fact("now", 3.0)];
        let week = json!({"before": "before", "now": "now", "multiple": "multiple"});
        Sample::new(&facts, &multiple, json!({"week": week})).check();
    }
}

#[test]
fn a_week_that_nobody_counted_has_no_line() {
    let facts = [fact("before", 1.0, "thing"), fact("now", 20.0, "thing")];
    let multiple = [json!({"id": "multiple", "formula": "now * 7"})];
    let week = json!({"before": "before", "now": "now", "multiple": "multiple"});
    let uncounted = Sample::new(&facts, &multiple, json!({"week": week}));
    uncounted.check();
    let is_lined = |sample: Sample| {
        let scene = sample.scene(Locale::En, 680.0, 1.0, 1);
        scene.marks.iter().flat_map(|mark| &mark.items).any(|item| matches!(item.shape, Shape::Line { .. }))
    };
    assert_eq!([is_lined(sample(1.0, 20.0, None)), is_lined(uncounted)], [true, false]);
}

#[test]
fn what_was_counted_is_said_at_its_line() {
    for width in [240.0, 358.0, 680.0] {
        let scene = sample(1.0, 20.0, None).scene(Locale::En, width, 1.0, 1);
        let mark = scene.marks.iter().find(|mark| mark.key == "counted").expect("the mark");
        let line = mark.items.iter().find(|item| matches!(item.shape, Shape::Line { .. })).expect("the line");
        let at = line.shape.bounds().center().x;
        let number = texts(&scene).into_iter().find(|label| label.text == "9.8").expect("the number");
        assert!(number.at.x <= at + 1.0 && at < number.at.x + 60.0, "{width}: {at} is not at {:?}", number.at);
    }
}

#[test]
fn the_one_number_is_the_multiple_now_and_what_was_before() {
    for (choice, number) in [(0, "1"), (1, "140")] {
        let scene = sample(1.0, 20.0, None).scene(Locale::En, 358.0, 1.0, choice);
        let largest = texts(&scene).into_iter().max_by(|one, other| one.font.size.total_cmp(&other.font.size));
        assert!(largest.is_some_and(|label| label.text.starts_with(number)), "{largest:?}");
    }
}

#[test]
fn before_and_now_differ_in_ink_only() {
    let [before, now] = [0, 1].map(|choice| sample(1.0, 20.0, None).scene(Locale::En, 680.0, 1.0, choice));
    assert_eq!((cells(&before, Ink::Before), cells(&before, Ink::Rule)), (2, 139));
    assert_eq!((cells(&now, Ink::Before), cells(&now, Ink::Hue1)), (2, 140));
    for mark in &before.marks {
        let after = now.marks.iter().find(|after| after.key == mark.key).expect("the same mark");
        assert_eq!(mark.area, after.area);
    }
}
