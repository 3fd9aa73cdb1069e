//! Tiny stories for the tests of layouts, and what must hold of every scene.

use kurbo::Rect;
use serde_json::{Value, json};

use super::{Frame, LayoutError, layout};
use crate::edition::Edition;
use crate::plate::Plate;
use crate::scene::{Ink, Item, Label, Scene, Shape};
use crate::story::{Drawing, Locale};
use crate::text::TableMeasure;

/// A story of one figure. Facts are given as in the story file; what they leave out is filled in, long labels and all.
pub(super) struct Sample {
    story: Value,
}

impl Sample {
    /// A story with these facts and derived facts, and one figure with this drawing.
    pub(super) fn new(facts: &[Value], derived: &[Value], drawing: Value) -> Self {
        let complete = |given: &Value, defaults: Value| {
            let mut whole = defaults;
            for (key, value) in given.as_object().expect("an object") {
                whole[key] = value.clone();
            }
            whole
        };
        let label = json!({"zh": "市级以上各类研发机构", "en": "R&D institutions (municipal level or above)"});
        let fact = |given| complete(given, json!({"paragraph": "P01", "printed": "数字", "label": label}));
        let derive = |given| complete(given, json!({"unit": "ratio", "label": label}));
        let unit = |id: &str, zh: &str, en: &str| json!({"id": id, "dimension": "1", "form": {"zh": zh, "en": en}});
        let counting = |id: &str, zh: &str, en: &str| complete(&json!({"counts": true}), unit(id, zh, en));
        let figure = json!({"id": "figure", "title": {}, "subtitle": {}, "reading": {}, "drawing": drawing});
        let story = json!({
            "version": 1, "locales": ["zh", "en"], "title": {}, "lead": {}, "method": [], "constants": [],
            "source": {"publication": {}, "date": {}, "credit": {}},
            "units": [
                counting("thing", "{}家", "{} company|{} companies"),
                unit("t", "{}吨", "{} t"),
                unit("CNY", "{}元", "¥{}"),
                unit("ratio", "{}倍", "{}×"),
            ],
            "facts": facts.iter().map(fact).collect::<Vec<_>>(),
            "derived": derived.iter().map(derive).collect::<Vec<_>>(),
            "chapters": [{"id": "chapter", "title": {}, "lead": {}, "figures": [figure]}],
        });
        Self { story }
    }

    /// The same story with these entries of numbers over time; what they leave out is filled in.
    pub(super) fn with_series(mut self, series: &[Value]) -> Self {
        let label = json!({"zh": "货物吞吐量", "en": "Cargo throughput"});
        let mut entries = Vec::new();
        for given in series {
            let mut entry = json!({"paragraph": "P01", "unit": "t", "label": label});
            for (key, value) in given.as_object().expect("an object") {
                entry[key] = value.clone();
            }
            entries.push(entry);
        }
        self.story["series"] = entries.into();
        self
    }

    /// The scene at a width, a text scale and a choice.
    pub(super) fn scene(&self, locale: Locale, width: f64, text_scale: f64, choice: usize) -> Scene {
        scene(&self.plate(locale), width, text_scale, choice)
    }

    /// Lays the figure out at many widths, in every language, at two text sizes, for every choice and one beyond, and
    /// checks what must hold of every scene.
    pub(super) fn check(&self) {
        for plate in Locale::ALL.map(|locale| self.plate(locale)) {
            let choices = plate.figures.first().expect("a figure").choices.len();
            for (width, text_scale) in (240..=1440).step_by(40).flat_map(|width| [(width, 1.0), (width, 2.0)]) {
                for choice in 0..=choices {
                    let scene = scene(&plate, f64::from(width), text_scale, choice);
                    let at = format!("{:?}, {width} px × {text_scale}, choice {choice}", plate.locale);
                    check(&scene, f64::from(width), &at);
                }
            }
        }
    }

    pub(super) fn plate(&self, locale: Locale) -> Plate {
        let story = serde_json::from_value(self.story.clone()).expect("a story");
        Edition::new(story, locale).expect("an edition").plate()
    }
}

/// A fact with a value in a unit.
pub(super) fn fact(id: &str, value: f64, unit: &str) -> Value {
    json!({"id": id, "value": value, "unit": unit})
}

/// How many dots a scene draws.
pub(super) fn dots(scene: &Scene) -> usize {
    let count = |item: &Item| if let Shape::Dots { centers, .. } = &item.shape { centers.len() } else { 0 };
    scene.marks.iter().flat_map(|mark| &mark.items).map(count).sum()
}

/// The texts of a scene, in reading order.
pub(super) fn texts(scene: &Scene) -> Vec<&Label> {
    let items = scene.marks.iter().flat_map(|mark| &mark.items);
    items.filter_map(|item| if let Shape::Text(label) = &item.shape { Some(label) } else { None }).collect()
}

fn drawing(plate: &Plate) -> &Drawing {
    &plate.figures.first().expect("a figure").drawing
}

/// The first figure of a plate as it opens, or why it is refused.
pub(super) fn layout_of(plate: &Plate, width: f64) -> Result<Scene, LayoutError> {
    layout(
        drawing(plate),
        &Frame { plate, width, hue: Ink::Hue1, text_scale: 1.0, touched: true, choice: 0, measure: &TableMeasure },
    )
}

fn scene(plate: &Plate, width: f64, text_scale: f64, choice: usize) -> Scene {
    let frame = Frame { plate, width, hue: Ink::Hue1, text_scale, touched: true, choice, measure: &TableMeasure };
    layout(drawing(plate), &frame).expect("a scene")
}

fn check(scene: &Scene, width: f64, at: &str) {
    const HAIR: f64 = 0.5;
    let size = scene.size;
    assert!(size.width == width && size.height > 0.0, "{at}: {size:?}");
    let page = size.to_rect().inflate(1e-6, 1e-6);
    let inside = |rect: Rect| page.contains_rect(rect);
    for (index, mark) in scene.marks.iter().enumerate() {
        assert!(inside(mark.area), "{at}: the area of {} lies outside: {:?} in {size:?}", mark.key, mark.area);
        for item in &mark.items {
            assert!(inside(item.shape.bounds()), "{at}: {} draws outside: {:?} in {size:?}", mark.key, item.shape);
        }
        for other in &scene.marks[..index] {
            assert_ne!(mark.key, other.key, "{at}");
            let shared = mark.area.intersect(other.area);
            let apart = mark.fact.is_none() || other.fact.is_none() || shared.width() < HAIR || shared.height() < HAIR;
            assert!(apart, "{at}: {} and {} share {shared:?}", mark.key, other.key);
        }
    }
    for index in scene.order() {
        let mark = &scene.marks[index];
        assert_eq!(scene.hit(mark.area.center(), 0.0), Some(index), "{at}: {} is not hit at its centre", mark.key);
    }
    let texts = texts(scene);
    for (index, text) in texts.iter().enumerate() {
        assert!(text.font.size >= 12.0, "{at}: {text:?}");
        for other in &texts[..index] {
            let shared = text.bounds().intersect(other.bounds());
            assert!(shared.width() < HAIR || shared.height() < HAIR, "{at}: {text:?} and {other:?} overlap");
        }
    }
}
