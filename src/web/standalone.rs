//! The calls that only the module that stands alone has: it reads a story, works it out, and writes the page.

use wasm_bindgen::prelude::*;

use super::Infographic;
use super::error::{Code, fail};
use super::studio;
use crate::describe;
use crate::edition::Edition;
use crate::page::{self, still::Screen};
use crate::story::Locale;

/// The story that was built into the module, as an object.
#[wasm_bindgen(js_name = bundledStory)]
pub fn bundled_story() -> Result<JsValue, JsValue> {
    js_sys::JSON::parse(include_str!(env!("STORY_FILE")))
}

#[wasm_bindgen]
impl Infographic {
    /// Reads a story (the object that `JSON.parse` gives) and works it out in a language: `"zh"` or `"en"`.
    #[wasm_bindgen(constructor)]
    pub fn new(
        #[wasm_bindgen(unchecked_param_type = "object")] story: JsValue,
        #[wasm_bindgen(unchecked_param_type = "Locale")] locale: &str,
    ) -> Result<Infographic, JsValue> {
        let story = studio::story(story)?;
        let locale = Locale::from_code(locale).ok_or_else(|| fail(Code::Locale, locale))?;
        let edition = Edition::new(story, locale).map_err(|error| fail(Code::Story, &error.to_string()))?;
        Ok(Self { edition: Some(edition.clone()), ..Self::of(edition.plate()) })
    }

    /// The figures' ids, in reading order.
    pub fn figures(&self) -> Vec<String> {
        self.plate.figures.iter().map(|figure| figure.id.clone()).collect()
    }

    /// The page's body as HTML: chapters, figures without drawings, notes, tables, the index of all numbers. An infographic
    /// that was unpacked has none: its page is written already.
    #[wasm_bindgen(js_name = pageHtml)]
    pub fn page_html(&self) -> Result<String, JsValue> {
        Ok(page::body(self.told()?, "", &|_, _| None, None).into_string())
    }

    /// A figure with its title above and its source below, as an SVG picture that stands alone. (A published page has its
    /// pictures in files.) It shows the choice that it opens with, unless another is given.
    pub fn svg(&self, figure: &str, choice: Option<u32>) -> Result<String, JsValue> {
        page::still::picture(&self.plate, figure, choice.map(|choice| choice as usize), Screen::Desk)
            .map_err(|error| fail(Code::Figure, &error.to_string()))
    }

    /// Numbers as CSV: those of one figure, or all. An infographic that was unpacked has none.
    pub fn csv(&self, figure: Option<String>) -> Result<String, JsValue> {
        let edition = self.told()?;
        let spec = |id: String| edition.figure(&id).ok_or_else(|| fail(Code::Figure, &id));
        let figure = figure.map(spec).transpose()?;
        describe::file(edition, figure).map_err(|error| fail(Code::Fact, &error.to_string()))
    }

    /// The edition that page and tables are written from.
    fn told(&self) -> Result<&Edition, JsValue> {
        let unpacked = || fail(Code::Story, "an unpacked infographic has no story to write a page or a table from");
        self.edition.as_ref().ok_or_else(unpacked)
    }
}
