//! Facts and figures of a story that is still being written.

use wasm_bindgen::prelude::*;

use super::{locale, object, story};
use crate::describe::listed;
use crate::edition::Edition;
use crate::glyph::Glyph;
use crate::page::still;
use crate::web::error::{Code, fail};

fn edition(given: JsValue, language: &str) -> Result<Edition, JsValue> {
    Ok(Edition::unfinished(story(given)?, locale(language)?))
}

/// Every fact and derived fact of a story, with its value as the page writes it.
#[wasm_bindgen(js_name = factRows, unchecked_return_type = "ListedFact[]")]
pub fn fact_rows(
    #[wasm_bindgen(js_name = "storyFile", unchecked_param_type = "StoryFile")] given: JsValue,
    #[wasm_bindgen(unchecked_param_type = "Locale")] language: &str,
) -> Result<JsValue, JsValue> {
    object(&listed(&edition(given, language)?))
}

/// One figure with its title above and its source below, as an SVG picture, whatever is missing elsewhere.
#[wasm_bindgen]
pub fn drawing(
    #[wasm_bindgen(js_name = "storyFile", unchecked_param_type = "StoryFile")] given: JsValue,
    figure: &str,
    #[wasm_bindgen(unchecked_param_type = "Locale")] language: &str,
) -> Result<String, JsValue> {
    let plate = edition(given, language)?.plate();
    still::picture(&plate, figure, None).map_err(|error| fail(Code::Figure, &error.to_string()))
}

/// The names of glyphs, as a story writes them.
#[wasm_bindgen(unchecked_return_type = "string[]")]
pub fn glyphs() -> Result<JsValue, JsValue> {
    object(&Glyph::ALL)
}
