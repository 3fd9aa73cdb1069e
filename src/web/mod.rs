//! The web edge: the only code that knows JavaScript.
//!
//! Few and coarse calls: one makes an infographic of a story, one lays a figure out, one paints it. It touches no document;
//! the shell hands it a canvas context. What fails throws an `Error` with a `code` that the shell has words for.

#![expect(unreachable_pub, reason = "what wasm-bindgen exports is reached from JavaScript")]

mod canvas;
mod error;
mod measure;
mod types;

use std::rc::Rc;

use kurbo::Point;
use plotters::style::RGBColor;
use serde::Deserialize;
use wasm_bindgen::prelude::*;
use web_sys::CanvasRenderingContext2d;

use crate::describe;
use crate::edition::{Edition, MissingFact};
use crate::figure::{self, Frame};
use crate::page::{self, words::PageWords};
use crate::paint::{Grid, Palette, paint, svg};
use crate::scene::order::Step;
use crate::scene::{Ink, Scene, tween};
use crate::story::{Figure as FigureSpec, Locale, Story};
use canvas::Canvas;
use error::{Code, fail};
use measure::CanvasMeasure;
use types::{MarkInfo, to_js};

/// In a debug build a panic is thrown with its message and place; the published module only traps, which the shell takes
/// for what it is.
#[cfg(debug_assertions)]
#[wasm_bindgen(start)]
fn throw_panics() {
    std::panic::set_hook(Box::new(|info| wasm_bindgen::throw_str(&info.to_string())));
}

/// The story that was built into the module, as JSON text; undefined when it was built without.
#[wasm_bindgen(js_name = bundledStory)]
pub fn bundled_story() -> Option<String> {
    #[cfg(feature = "bundled-story")]
    return Some(include_str!("../../data/story.json").to_owned());
    #[cfg(not(feature = "bundled-story"))]
    None
}

/// A story in one language, ready to be drawn.
#[wasm_bindgen]
pub struct Infographic {
    edition: Rc<Edition>,
    measure: Rc<CanvasMeasure>,
}

#[wasm_bindgen]
impl Infographic {
    /// Reads a story (the object that `JSON.parse` gives) and works it out in a language: `"zh"` or `"en"`.
    #[wasm_bindgen(constructor)]
    pub fn new(
        #[wasm_bindgen(unchecked_param_type = "object")] story: JsValue,
        #[wasm_bindgen(unchecked_param_type = "Locale")] locale: &str,
    ) -> Result<Infographic, JsValue> {
        let deserializer = serde_wasm_bindgen::Deserializer::from(story);
        let story = Story::deserialize(deserializer).map_err(|error| fail(Code::Story, &error))?;
        let locale = Locale::from_code(locale).ok_or_else(|| fail(Code::Locale, &locale))?;
        let edition = Edition::new(story, locale).map_err(|error| fail(Code::Story, &error))?;
        Ok(Self { edition: Rc::new(edition), measure: Rc::default() })
    }

    /// The page's body as HTML: chapters, figures without drawings, notes, tables, the index of all numbers.
    #[wasm_bindgen(js_name = pageHtml)]
    pub fn page_html(&self) -> String {
        page::body(&self.edition, "", &|_| None).into_string()
    }

    /// One figure as a page of its own, for a frame in another page.
    #[wasm_bindgen(js_name = singleHtml)]
    pub fn single_html(&self, id: &str) -> Result<String, JsValue> {
        let figure = self.edition.figure(id).ok_or_else(|| fail(Code::Figure, &id))?;
        Ok(page::single(&self.edition, figure, &|_| None).into_string())
    }

    /// The page's own words in the infographic's language.
    #[wasm_bindgen(unchecked_return_type = "Words")]
    pub fn words(&self) -> Result<JsValue, JsValue> {
        to_js(&PageWords::of(self.edition.locale))
    }

    /// The page's title, for the tab and the window.
    pub fn title(&self) -> String {
        self.edition.text(&self.edition.story.title).to_owned()
    }

    /// The figures' ids, in reading order.
    pub fn figures(&self) -> Vec<String> {
        self.edition.figures().map(|figure| figure.id.clone()).collect()
    }

    /// One figure, to be laid out and painted.
    pub fn figure(&self, id: &str) -> Result<Figure, JsValue> {
        self.laid_out_by(id, figure::layout)
    }

    /// One figure with its title above and its source below, as a picture to take away.
    pub fn poster(&self, id: &str) -> Result<Figure, JsValue> {
        self.laid_out_by(id, figure::poster)
    }

    /// Numbers as CSV: those of one figure, or all.
    pub fn csv(&self, figure: Option<String>) -> Result<String, JsValue> {
        let missing = |error: MissingFact| fail(Code::Fact, &error);
        let facts: Vec<String> = match figure {
            Some(id) => {
                let spec = self.edition.figure(&id).ok_or_else(|| fail(Code::Figure, &id))?;
                let table = describe::table(&self.edition, spec).map_err(missing)?;
                table.rows.into_iter().map(|row| row.fact_id).collect()
            }
            None => self.edition.entries().map(|entry| entry.id().to_owned()).collect(),
        };
        let facts: Vec<&str> = facts.iter().map(String::as_str).collect();
        describe::csv(&self.edition, &facts).map_err(missing)
    }

    /// What is known of a fact: label, value, period, derivation, paragraph.
    #[wasm_bindgen(unchecked_return_type = "Details")]
    pub fn details(&self, fact: &str) -> Result<JsValue, JsValue> {
        to_js(&describe::details(&self.edition, fact).map_err(|error| fail(Code::Fact, &error))?)
    }
}

impl Infographic {
    fn laid_out_by(&self, id: &str, layout: Layout) -> Result<Figure, JsValue> {
        let spec = self.edition.figure(id).ok_or_else(|| fail(Code::Figure, &id))?.clone();
        let (edition, measure) = (Rc::clone(&self.edition), Rc::clone(&self.measure));
        Ok(Figure { edition, measure, spec, layout, from: None, scene: Scene::default(), seen: (0.0, 0.0, 0) })
    }
}

/// What lays a figure out: alone, or with its title and source around it.
type Layout = fn(&FigureSpec, &Frame<'_>) -> Result<Scene, MissingFact>;

/// One figure: laid out for a width, painted on any canvas.
#[wasm_bindgen]
pub struct Figure {
    edition: Rc<Edition>,
    measure: Rc<CanvasMeasure>,
    spec: FigureSpec,
    layout: Layout,
    from: Option<Scene>,
    scene: Scene,
    seen: (f64, f64, usize),
}

#[wasm_bindgen]
impl Figure {
    /// Lays the figure out `width` CSS px wide and returns its height in CSS px. `textScale` is the reader's text size
    /// over 16 px, `choice` which of the figure's choices is shown. When only the choice has changed since the last
    /// call, painting can go from the old scene to the new.
    pub fn layout(
        &mut self,
        context: &CanvasRenderingContext2d,
        width: f64,
        #[wasm_bindgen(js_name = textScale)] text_scale: f64,
        choice: u32,
    ) -> Result<f64, JsValue> {
        let choice = choice as usize;
        let measure = self.measure.on(context);
        let frame = Frame { edition: &self.edition, width, text_scale, choice, measure: &measure };
        let scene = (self.layout)(&self.spec, &frame).map_err(|error| fail(Code::Fact, &error))?;
        let turned = (self.seen.0, self.seen.1) == (width, text_scale) && self.seen.2 != choice;
        let before = std::mem::replace(&mut self.scene, scene);
        self.from = turned.then_some(before);
        self.seen = (width, text_scale, choice);
        Ok(self.scene.size.height)
    }

    /// Paints the figure on a canvas whose pixels are `ratio` to a CSS px. `progress` from 0 to 1 is how far it has come
    /// from the scene before; 1 paints the scene as laid out.
    pub fn paint(
        &self,
        context: &CanvasRenderingContext2d,
        ratio: f64,
        theme: &Theme,
        progress: f64,
    ) -> Result<(), JsValue> {
        let moving = self.from.as_ref().filter(|_| progress < 1.0).map(|from| tween::between(from, &self.scene, progress));
        let grid = if moving.is_some() { Grid::FREE } else { Grid { ratio } };
        let mut canvas = Canvas::new(context, ratio).map_err(|error| fail(Code::Canvas, &error))?;
        paint(moving.as_ref().unwrap_or(&self.scene), &theme.0, grid, &mut canvas).map_err(|error| fail(Code::Canvas, &error))
    }

    /// The figure as laid out, as an SVG picture that stands alone.
    pub fn svg(&self, theme: &Theme) -> Result<String, JsValue> {
        let title = self.edition.fill(&self.spec.title);
        svg::picture(&self.scene, &theme.0, &title).map_err(|error| fail(Code::Canvas, &error))
    }

    /// The names of the figure's choices; empty for a figure that has one scene.
    pub fn choices(&self) -> Vec<String> {
        figure::choices(&self.spec, &self.edition).unwrap_or_default()
    }

    /// The choice that the figure opens with.
    #[wasm_bindgen(js_name = openingChoice)]
    pub fn opening_choice(&self) -> u32 {
        u32::try_from(figure::opening_choice(&self.spec)).unwrap_or_default()
    }

    /// The marks that show facts, in reading order, with their places in CSS px and their spoken names.
    #[wasm_bindgen(unchecked_return_type = "MarkInfo[]")]
    pub fn marks(&self) -> Result<JsValue, JsValue> {
        let order = self.scene.order();
        let marks = order.iter().enumerate().filter_map(|(place, index)| {
            MarkInfo::of(&self.edition, self.scene.marks.get(*index)?, (place + 1, order.len()))
        });
        to_js(&marks.collect::<Vec<_>>())
    }

    /// The place in [`Figure::marks`] of the mark under a point in CSS px, or −1. `reach` widens thin marks for a finger.
    pub fn hit(&self, x: f64, y: f64, reach: f64) -> i32 {
        let index = self.scene.hit(Point::new(x, y), reach);
        index.map_or(-1, |index| self.place(index))
    }

    /// Where a key leads from a place in [`Figure::marks`], or −1 when it is the page's.
    pub fn step(&self, from: u32, #[wasm_bindgen(unchecked_param_type = "StepKey")] key: &str) -> i32 {
        let step = match key {
            "ArrowRight" => Step::Next,
            "ArrowLeft" => Step::Previous,
            "ArrowDown" | "PageDown" => Step::NextGroup,
            "ArrowUp" | "PageUp" => Step::PreviousGroup,
            "Home" => Step::First,
            "End" => Step::Last,
            _ => return -1,
        };
        let from = self.scene.order().get(from as usize).copied().unwrap_or(usize::MAX);
        self.scene.step(from, step).map_or(-1, |index| self.place(index))
    }

    fn place(&self, index: usize) -> i32 {
        let place = self.scene.order().iter().position(|&other| other == index);
        place.and_then(|place| i32::try_from(place).ok()).unwrap_or(-1)
    }
}

/// The colours that a figure is painted in.
#[wasm_bindgen]
pub struct Theme(Palette);

#[wasm_bindgen]
impl Theme {
    /// A theme from red, green and blue for each ink, in the order of [`ink_names`].
    #[wasm_bindgen(js_name = fromColors)]
    pub fn from_colors(colors: &[u8]) -> Theme {
        let mut palette = [RGBColor(0, 0, 0); 10];
        for (color, bytes) in palette.iter_mut().zip(colors.chunks_exact(3)) {
            if let [red, green, blue] = bytes {
                *color = RGBColor(*red, *green, *blue);
            }
        }
        Theme(Palette::new(palette))
    }
}

/// The inks' names, which are also the stylesheet's custom properties: `--text`, `--muted`, …
#[wasm_bindgen(js_name = inkNames)]
pub fn ink_names() -> Vec<String> {
    Ink::ALL.into_iter().map(|ink| ink.name().to_owned()).collect()
}
