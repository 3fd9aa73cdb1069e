//! The web edge: the only code that knows JavaScript.
//!
//! Few and coarse calls: one makes an infographic of a story, one lays a figure out, one paints it. It touches no document;
//! the shell hands it a canvas context. What fails throws an `Error` with a `code` that the shell has words for.

#![expect(unreachable_pub, reason = "what wasm-bindgen exports is reached from JavaScript")]

mod canvas;
mod error;
mod measure;
#[cfg(feature = "standalone")]
mod standalone;
#[cfg(feature = "standalone")]
mod studio;
mod types;

use std::rc::Rc;
use std::sync::Arc;

use kurbo::Point;
use plotters::style::RGBColor;
use wasm_bindgen::prelude::*;
use web_sys::CanvasRenderingContext2d;

#[cfg(feature = "standalone")]
use crate::edition::Edition;
use crate::figure::{self, Frame};
use crate::paint::discs::Waiting;
use crate::paint::{Palette, PixelGrid, paint};
use crate::plate::{FigureSpec, MissingFact, Plate};
use crate::scene::order::Step;
use crate::scene::{Ink, Item, Mark, Scene, Shape, tween};
use crate::text::{Font, TextMeasure};
use canvas::{Canvas, MOST_IN_PATH};
use error::{Code, fail};
use measure::CanvasMeasure;

/// With the standard library's own allocator the module would have 2.3 kB more after brotli.
#[global_allocator]
static ALLOCATOR: rlsf::SmallGlobalTlsf = rlsf::SmallGlobalTlsf::new();

/// In a debug build a panic is thrown with its message and place; the published module only traps, which the shell takes
/// for what it is.
#[cfg(debug_assertions)]
#[wasm_bindgen(start)]
fn throw_panics() {
    std::panic::set_hook(Box::new(|info| wasm_bindgen::throw_str(&info.to_string())));
}

/// A story in one language, ready to be drawn.
#[wasm_bindgen]
pub struct Infographic {
    plate: Rc<Plate>,
    measure: Rc<CanvasMeasure>,
    #[cfg(feature = "standalone")]
    edition: Option<Edition>,
}

#[wasm_bindgen]
impl Infographic {
    /// The infographic from the bytes that the build packed for one language.
    pub fn unpack(bytes: &[u8]) -> Result<Infographic, JsValue> {
        let plate = Plate::unpack(bytes).map_err(|error| fail(Code::Story, error.message()))?;
        Ok(Self::of(plate))
    }

    fn of(plate: Plate) -> Self {
        Self {
            plate: Rc::new(plate),
            measure: Rc::default(),
            #[cfg(feature = "standalone")]
            edition: None,
        }
    }

    /// One figure, to be laid out and painted.
    pub fn figure(&self, id: &str) -> Result<Figure, JsValue> {
        let spec = Arc::clone(self.plate.figure(id).ok_or_else(|| fail(Code::Figure, id))?);
        let (plate, measure) = (Rc::clone(&self.plate), Rc::clone(&self.measure));
        Ok(Figure {
            plate,
            measure,
            spec,
            from: None,
            scene: Scene::default(),
            seen: (0.0, 0.0, 0),
            painted: Waiting::default(),
        })
    }

    /// Asks for the first widths, which takes long, since the context looks for its fonts then.
    #[wasm_bindgen(js_name = findFonts)]
    pub fn find_fonts(&self, context: &CanvasRenderingContext2d) {
        for bold in [false, true] {
            self.measure.on(context).width("字0", Font { size: 1.0, bold });
        }
    }

    /// A fact in a few words: its term and its value.
    pub fn caption(&self, fact: &str) -> Result<String, JsValue> {
        let missing = || fail(Code::Fact, &MissingFact::new("fact", fact).message());
        let fact = self.plate.find(fact).ok_or_else(missing)?;
        Ok([fact.term(), " ", &fact.written].concat())
    }
}

/// One figure: laid out for a width, painted on any canvas.
#[wasm_bindgen]
pub struct Figure {
    plate: Rc<Plate>,
    measure: Rc<CanvasMeasure>,
    spec: Arc<FigureSpec>,
    from: Option<Scene>,
    scene: Scene,
    seen: (f64, f64, usize),
    /// What is painted of a painting that goes on.
    painted: Waiting,
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
        let frame = Frame {
            plate: &self.plate,
            width,
            hue: self.spec.hue,
            text_scale,
            touched: true,
            choice,
            measure: &measure,
        };
        // A story that was read here may lack facts; the one that the build packed does not.
        #[cfg(feature = "standalone")]
        let scene = figure::layout(&self.spec.drawing, &frame).map_err(|error| fail(Code::Fact, &error.message()))?;
        #[cfg(not(feature = "standalone"))]
        let scene = figure::layout_complete(&self.spec.drawing, &frame);
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
        let moving =
            self.from.as_ref().filter(|_| progress < 1.0).map(|from| tween::between(from, &self.scene, progress));
        let grid = if moving.is_some() { PixelGrid::FREE } else { PixelGrid { ratio } };
        let scene = moving.as_ref().unwrap_or(&self.scene);
        let items = Vec::from_iter(scene.items());
        let mut canvas = theme.canvas(context, ratio, None)?;
        let mut painted = 0;
        while painted < items.len() {
            painted += theme.paint_from(&items, painted, grid, &mut canvas)?;
        }
        Ok(())
    }

    /// Takes one step of painting the scene as laid out, so that a first painting can be spread over several tasks, on the same canvas:
    /// step 0 lays the ground, each other one is the place of the first item that it paints, counted from 1. The step to come, or 0.
    #[wasm_bindgen(js_name = paintStep)]
    pub fn paint_step(
        &mut self,
        context: &CanvasRenderingContext2d,
        ratio: f64,
        theme: &Theme,
        step: usize,
    ) -> Result<usize, JsValue> {
        let items = Vec::from_iter(self.scene.items());
        let begun = (step > 0).then(|| std::mem::take(&mut self.painted));
        let mut canvas = theme.canvas(context, ratio, begun)?;
        let painted = match step.checked_sub(1) {
            Some(item) => item + theme.paint_from(&items, item, PixelGrid { ratio }, &mut canvas)?,
            None => 0,
        };
        self.painted = canvas.done();
        Ok(if painted < items.len() { painted + 1 } else { 0 })
    }

    /// The names of the figure's choices; empty for a figure that has one scene.
    pub fn choices(&self) -> Vec<String> {
        self.spec.choices.clone()
    }

    /// The choice that the figure opens with.
    #[wasm_bindgen(js_name = openingChoice)]
    pub fn opening_choice(&self) -> u32 {
        self.spec.opening_choice.into()
    }

    /// The facts of the figure's marks, in reading order: the first fact is that of the first box of `boxes`.
    pub fn marks(&self) -> Vec<String> {
        self.facts().filter_map(|mark| mark.fact.clone()).collect()
    }

    /// The places of the marks in CSS px: x, y, width, height of each in turn.
    pub fn boxes(&self) -> Vec<f64> {
        let mut boxes = Vec::new();
        for mark in self.facts() {
            boxes.extend_from_slice(&[mark.area.x0, mark.area.y0, mark.area.width(), mark.area.height()]);
        }
        boxes
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

    fn facts(&self) -> impl Iterator<Item = &Mark> {
        self.scene.marks.iter().filter(|mark| mark.fact.is_some())
    }

    fn place(&self, index: usize) -> i32 {
        let place = self.scene.order().iter().position(|&other| other == index);
        place.and_then(|place| i32::try_from(place).ok()).unwrap_or(-1)
    }
}

/// The colours that a figure is painted in.
#[wasm_bindgen]
pub struct Theme {
    palette: Palette,
    opaque: bool,
}

#[wasm_bindgen]
impl Theme {
    /// A theme from red, green and blue for each ink, in the order of [`ink_names`]. An opaque drawing stands on its own ground,
    /// so that it can be read whatever a browser or an extension does to the page's.
    #[wasm_bindgen(js_name = fromColors)]
    pub fn from_colors(colors: &[u8], opaque: bool) -> Theme {
        let mut palette = [RGBColor(0, 0, 0); Ink::ALL.len()];
        for (color, bytes) in palette.iter_mut().zip(colors.chunks_exact(3)) {
            if let [red, green, blue] = bytes {
                *color = RGBColor(*red, *green, *blue);
            }
        }
        Theme { palette: Palette::new(palette), opaque }
    }
}

impl Theme {
    /// The canvas of a painting, new or begun.
    fn canvas<'a>(
        &self,
        context: &'a CanvasRenderingContext2d,
        ratio: f64,
        begun: Option<Waiting>,
    ) -> Result<Canvas<'a>, JsValue> {
        let ground = self.opaque.then(|| self.palette.get(Ink::Ground));
        Canvas::new(context, ratio, ground, begun).map_err(|error| fail(Code::Canvas, error.message()))
    }

    /// Paints from an item on as many as belong together: glyphs that the canvas fills at once, or one item. How many they are.
    fn paint_from(&self, items: &[&Item], from: usize, grid: PixelGrid, canvas: &mut Canvas) -> Result<usize, JsValue> {
        let glyphs = items.iter().skip(from).take_while(|item| matches!(item.shape, Shape::Polygon(_)));
        let count = glyphs.take(MOST_IN_PATH).count().max(1);
        paint(items.iter().copied().skip(from).take(count), &self.palette, grid, canvas)
            .map_err(|error| fail(Code::Canvas, canvas::message(&error)))?;
        Ok(count)
    }
}

/// The inks' names, which are also the stylesheet's custom properties: `--text`, `--muted`, …
#[wasm_bindgen(js_name = inkNames)]
pub fn ink_names() -> Vec<String> {
    Ink::ALL.into_iter().map(|ink| ink.name().to_owned()).collect()
}
