//! What must hold of every scene, whatever its width, language, text size, choice and numbers.
//!
//! The stories in `fixtures/` are laid out as they are, and two of them with their numbers and words replaced by nasty ones. A failure
//! names the figure, the language, the width, the text size and the choice; proptest prints the smallest case it found.

#![expect(
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    reason = "a test fails by panicking; clippy exempts test functions, and not what they call"
)]

pub mod fixtures;

use std::sync::OnceLock;

use infographic::edition::Edition;
use infographic::figure::{Frame, MAX_DOTS, MAX_WIDTH, MIN_WIDTH, layout};
use infographic::glyph::Form;
use infographic::plate::{FigureSpec, Plate};
use infographic::scene::order::Step;
use infographic::scene::{Item, Label, Mark, Scene, Shape, tween};
use infographic::story::{Derived, Drawing, Fact, Locale, Story, Text};
use infographic::text::TableMeasure;
use kurbo::{Point, Rect};
use proptest::prelude::*;

/// What two things may share without overlapping to the eye, in CSS px.
const HAIR: f64 = 0.5;

/// The stories, each in each of its languages.
fn plates() -> &'static [Plate] {
    static PLATES: OnceLock<Vec<Plate>> = OnceLock::new();
    PLATES.get_or_init(|| fixtures::editions().map(|edition| edition.plate()).collect())
}

/// A figure laid out, with what a failure needs to say.
struct Sheet<'a> {
    figure: &'a FigureSpec,
    width: f64,
    scene: Scene,
    at: String,
}

impl<'a> Sheet<'a> {
    fn new(plate: &'a Plate, figure: &'a FigureSpec, width: f64, text_scale: f64, choice: usize) -> Self {
        let at = format!("{} in {}, {width} px, text × {text_scale}, choice {choice}", figure.id, plate.locale.code());
        let frame = Frame { plate, width, hue: figure.hue, text_scale, touched: true, choice, measure: &TableMeasure };
        let scene = layout(&figure.drawing, &frame).unwrap_or_else(|error| panic!("{at}: {error}"));
        assert_eq!(layout(&figure.drawing, &frame).as_ref(), Ok(&scene), "{at}: the same input gives another scene");
        Self { figure, width, scene, at }
    }

    /// Everything that holds of every scene.
    fn check(&self) {
        self.fits();
        self.texts_are_apart();
        self.marks_are_apart();
        self.facts_are_marks();
        self.marks_are_hit();
        self.steps_visit_all();
    }

    fn items(&self) -> impl Iterator<Item = (&Mark, &Item)> {
        self.scene.marks.iter().flat_map(|mark| mark.items.iter().map(move |item| (mark, item)))
    }

    fn fits(&self) {
        let (at, size) = (&self.at, self.scene.size);
        assert!(size.width == self.width && size.height > 0.0 && size.height.is_finite(), "{at}: the size is {size:?}");
        let page = size.to_rect().inflate(1e-6, 1e-6);
        let inside = |rect: Rect| rect.is_finite() && page.contains_rect(rect);
        for (mark, item) in self.items() {
            assert!(inside(item.shape.bounds()), "{at}: {} draws outside of {size:?}: {item:?}", mark.key);
        }
        for mark in self.scene.marks.iter().filter(|mark| mark.fact.is_some()) {
            assert!(inside(mark.area), "{at}: the area of {} is outside of {size:?}: {:?}", mark.key, mark.area);
        }
    }

    fn texts_are_apart(&self) {
        let label = |item| if let &Item { shape: Shape::Text(ref label), .. } = item { Some(label) } else { None };
        let labels: Vec<&Label> = self.items().filter_map(|(_, item)| label(item)).collect();
        for (index, label) in labels.iter().enumerate() {
            assert!(label.font.size >= 12.0, "{}: too small: {label:?}", self.at);
            for other in &labels[..index] {
                assert!(!overlap(label.bounds(), other.bounds()), "{}: texts overlap: {label:?}, {other:?}", self.at);
            }
        }
    }

    fn marks_are_apart(&self) {
        // The sets of a funnel contain each other, and so do its marks.
        let nested = matches!(self.figure.drawing, Drawing::Funnel(_));
        for (index, mark) in self.scene.marks.iter().enumerate() {
            for other in &self.scene.marks[..index] {
                assert_ne!(mark.key, other.key, "{}: two marks have one key", self.at);
                let apart = nested || mark.fact.is_none() || other.fact.is_none() || !overlap(mark.area, other.area);
                assert!(
                    apart,
                    "{}: {} and {} overlap: {:?}, {:?}",
                    self.at, mark.key, other.key, mark.area, other.area
                );
            }
        }
    }

    fn facts_are_marks(&self) {
        // Funnels are told step by step, weeks before and after.
        let partial = matches!(self.figure.drawing, Drawing::Funnel(_) | Drawing::Week(_));
        for fact in self.figure.drawing.facts() {
            let marks = self.scene.marks.iter().filter(|mark| mark.fact.as_ref() == Some(fact)).count();
            assert!(marks == 1 || (partial && marks == 0), "{}: {fact} is shown by {marks} marks", self.at);
        }
    }

    fn marks_are_hit(&self) {
        for (index, mark) in self.scene.marks.iter().enumerate().filter(|(_, mark)| mark.fact.is_some()) {
            // Where marks lie within each other, an area may be smaller than its mark, which is touched there only.
            let sample = mark.items.iter().step_by(mark.items.len() / 16 + 1);
            for point in sample.filter_map(middle).filter(|point| mark.area.contains(*point)) {
                let hit = self.scene.hit(point, 0.0);
                assert!(hit >= Some(index), "{}: {} is not hit at {point:?}, but {hit:?}", self.at, mark.key);
            }
        }
    }

    fn steps_visit_all(&self) {
        let mut visited = Vec::new();
        let mut at = self.scene.step(usize::MAX, Step::First);
        while let Some(index) = at {
            visited.push(index);
            assert!(visited.len() <= self.scene.marks.len(), "{}: the steps go round in circles", self.at);
            at = self.scene.step(index, Step::Next);
        }
        assert_eq!(visited, self.scene.order(), "{}: a mark is left out or visited twice", self.at);
    }
}

fn overlap(one: Rect, other: Rect) -> bool {
    let shared = one.intersect(other);
    shared.width() > HAIR && shared.height() > HAIR
}

/// A point that an item certainly paints; none for strokes and for empty texts.
fn middle(item: &Item) -> Option<Point> {
    match &item.shape {
        Shape::Ring { .. } | Shape::Line { .. } => None,
        Shape::Dots { centers, .. } => centers.first().copied(),
        shape => Some(shape.bounds()).filter(|bounds| bounds.area() > 0.0).map(|bounds| bounds.center()),
    }
}

/// What a scene paints, in any order.
fn painted(scene: &Scene) -> Vec<String> {
    let items = scene.items();
    let mut painted: Vec<String> = items.map(|item| format!("{item:?}")).collect();
    painted.sort();
    painted
}

/// How many scenes a figure has.
fn scenes(figure: &FigureSpec) -> usize {
    figure.choices.len().max(1)
}

#[test]
fn every_figure_holds_at_common_widths() {
    for plate in plates() {
        for figure in &plate.figures {
            for (width, text_scale) in
                [(MIN_WIDTH, 1.0), (MIN_WIDTH, 2.0), (328.0, 1.0), (680.0, 1.0), (MAX_WIDTH, 1.0)]
            {
                for choice in 0..scenes(figure) {
                    Sheet::new(plate, figure, width, text_scale, choice).check();
                }
            }
        }
    }
}

#[test]
fn a_figure_is_no_higher_than_two_screens_of_a_small_phone() {
    for plate in plates() {
        for figure in &plate.figures {
            for choice in 0..scenes(figure) {
                let sheet = Sheet::new(plate, figure, 280.0, 1.0, choice);
                assert!(sheet.scene.size.height < 1000.0, "{}: {:?}", sheet.at, sheet.scene.size);
            }
        }
    }
}

#[test]
fn every_fact_of_a_figure_is_shown_by_one_of_its_choices() {
    for plate in plates() {
        for figure in &plate.figures {
            let sheet = |choice| Sheet::new(plate, figure, 360.0, 1.0, choice);
            let marks = (0..scenes(figure)).flat_map(|choice| sheet(choice).scene.marks);
            let shown: Vec<String> = marks.filter_map(|mark| mark.fact).collect();
            for fact in figure.drawing.facts() {
                assert!(shown.contains(fact), "{} in {}: {fact} is nowhere", figure.id, plate.locale.code());
            }
        }
    }
}

#[test]
fn as_many_things_are_drawn_as_are_counted() {
    for plate in plates() {
        for figure in &plate.figures {
            for choice in 0..scenes(figure) {
                let Sheet { scene, at, .. } = Sheet::new(plate, figure, 360.0, 1.0, choice);
                match &figure.drawing {
                    Drawing::Dots(_) | Drawing::Flow(_) | Drawing::Rings(_) | Drawing::Panorama(_) => {
                        for mark in scene.marks.iter().filter(|mark| dots(mark) > 0) {
                            let fact = mark.fact.as_deref().unwrap_or_default();
                            assert_eq!(dots(mark), plate.fact(fact).count(), "{at}: {fact}");
                        }
                    }
                    // What a set shares with the sets in it is drawn once.
                    Drawing::Funnel(spec) => {
                        let counts: Vec<usize> = spec.steps.iter().map(|id| plate.fact(id).count()).collect();
                        let last = counts.len() - 1;
                        let own = |step: usize| counts[step] - counts.get(step + 1).unwrap_or(&0);
                        let (drawn, expected): (usize, usize) = match spec.glyph {
                            None => (scene.marks.iter().map(dots).sum(), counts[0]),
                            Some(glyph) => {
                                let form = |step: usize| {
                                    if step == last { Form::Full } else { [Form::Outlined, Form::Half][step.min(1)] }
                                };
                                let polygons =
                                    |step: usize| own(step) * glyph.shapes(form(step), Point::ORIGIN, 1.0).count();
                                (scene.marks.iter().map(polygons_of).sum(), (0..=last).map(polygons).sum())
                            }
                        };
                        assert_eq!(drawn, expected, "{at}");
                    }
                    _ => {}
                }
            }
        }
    }
}

fn polygons_of(mark: &Mark) -> usize {
    mark.items.iter().filter(|item| matches!(item.shape, Shape::Polygon(_))).count()
}

fn dots(mark: &Mark) -> usize {
    let count = |item: &Item| if let Shape::Dots { centers, .. } = &item.shape { centers.len() } else { 0 };
    mark.items.iter().map(count).sum()
}

#[test]
fn a_transition_begins_and_ends_with_its_scenes() {
    for plate in plates() {
        for figure in &plate.figures {
            let count = scenes(figure);
            for (from, to) in (0..count).flat_map(|from| (0..count).map(move |to| (from, to))) {
                let (from, to) = [from, to].map(|choice| Sheet::new(plate, figure, 360.0, 1.0, choice)).into();
                assert_eq!(
                    painted(&tween::between(&from.scene, &to.scene, 0.0)),
                    painted(&from.scene),
                    "from {}",
                    from.at
                );
                assert_eq!(tween::between(&from.scene, &to.scene, 1.0), to.scene, "from {} to {}", from.at, to.at);
            }
        }
    }
}

/// Numbers that trip layouts up.
fn nasty_number() -> impl Strategy<Value = f64> {
    // Counts as large as layouts cut off at cost seconds, so they are rare.
    prop_oneof![
        8 => prop::sample::select(vec![0.0, 1.0, 2.0, -3.0, 0.004, 1e-308, f64::NAN]),
        8 => 0.0..3000.0,
        1 => prop::sample::select(vec![1e9, 1e308, f64::INFINITY]),
    ]
}

/// Words that trip layouts up.
fn nasty_word() -> impl Strategy<Value = String> {
    let words = vec![
        "",
        " ",
        "字",
        "Donaudampfschifffahrtsgesellschaftskapitän",
        "，，，，，，，，，，",
        "a b c d e f g h i j k l m n o p",
    ];
    prop_oneof![prop::sample::select(words).prop_map(str::to_owned), (1..40_usize).prop_map(|count| "体".repeat(count))]
}

/// A story with each number and each term replaced by one of these, in turn. Derived facts become plain ones, so that
/// no formula is there to refuse them.
fn nasty(story: &str, numbers: &[f64], words: &[String]) -> Story {
    let mut story = fixtures::story(story);
    let plain = |derived: Derived| -> Fact {
        let fact = serde_json::json!({"id": derived.id, "paragraph": "P01", "printed": "", "value": 1, "unit": derived.unit, "label": {}});
        serde_json::from_value(fact).expect("a fact")
    };
    let derived = std::mem::take(&mut story.derived);
    story.facts.extend(derived.into_iter().map(plain));
    for ((fact, number), word) in story.facts.iter_mut().zip(numbers.iter().cycle()).zip(words.iter().cycle()) {
        fact.value = fact.unit.as_ref().map(|_| *number);
        fact.label = Text { zh: word.clone(), en: word.clone() };
        fact.short = None;
    }
    story
}

/// A story with nasty numbers and words in a language, the width it is laid out at, and the size of its text.
fn nasty_plate(story: &'static str) -> impl Strategy<Value = (Plate, f64, f64)> {
    let numbers = prop::collection::vec(nasty_number(), 1..7);
    let words = prop::collection::vec(nasty_word(), 1..5);
    let text_scale = prop::sample::select(&[1.0, 2.0][..]);
    let locale = prop::sample::select(&Locale::ALL[..]);
    (numbers, words, locale, MIN_WIDTH..=MAX_WIDTH, text_scale).prop_map(
        move |(numbers, words, locale, width, text_scale)| {
            let plate = Edition::new(nasty(story, &numbers, &words), locale).expect("an edition").plate();
            (plate, width, text_scale)
        },
    )
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 192, max_shrink_iters: 100, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn every_figure_holds_at_any_width(
        width in MIN_WIDTH..=MAX_WIDTH,
        text_scale in 1.0..=2.0,
        plate in prop::sample::select(plates()),
        at in any::<prop::sample::Index>(),
        choice in 0..6_usize,
    ) {
        let figure = &plate.figures[at.index(plate.figures.len())];
        Sheet::new(&plate, figure, width, text_scale, choice).check();
    }

    #[test]
    fn nothing_trips_over_nasty_numbers_and_words(
        (plate, width, text_scale) in nasty_plate(fixtures::EVERY_KIND),
        at in any::<prop::sample::Index>(),
        choice in 0..6_usize,
    ) {
        let figure = &plate.figures[at.index(plate.figures.len())];
        let dots: usize = figure.drawing.counted().iter().map(|id| plate.fact(id).count()).sum();
        if dots <= MAX_DOTS {
            Sheet::new(&plate, figure, width, text_scale, choice).check();
        } else {
            let frame = Frame { plate: &plate, width, hue: figure.hue, text_scale, touched: true, choice, measure: &TableMeasure };
            prop_assert!(layout(&figure.drawing, &frame).is_err(), "{}: {dots} dots are drawn", figure.id);
        }
    }

    #[test]
    fn numbers_over_time_trip_over_no_nasty_numbers_and_words(
        (plate, width, text_scale) in nasty_plate(fixtures::OVER_TIME),
        at in any::<prop::sample::Index>(),
    ) {
        Sheet::new(&plate, &plate.figures[at.index(plate.figures.len())], width, text_scale, 0).check();
    }
}
