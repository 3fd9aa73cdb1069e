//! Facts and figures of a story that is still being written.

use serde::Serialize;
use wasm_bindgen::prelude::*;

use super::{locale, object, story};
use crate::describe::{self, listed};
use crate::draft::Article;
use crate::edition::Edition;
use crate::page::still;
use crate::propose::{self, Derivation, Operation, propose};
use crate::story::FactId;
use crate::web::error::{Code, coded, fail};

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
    still::picture(&plate, figure, None, still::Screen::Desk).map_err(|error| fail(Code::Figure, &error.to_string()))
}

/// The numbers of one figure as CSV, whatever is missing elsewhere.
#[wasm_bindgen(js_name = figureCsv)]
pub fn figure_csv(
    #[wasm_bindgen(js_name = "storyFile", unchecked_param_type = "StoryFile")] given: JsValue,
    figure: &str,
    #[wasm_bindgen(unchecked_param_type = "Locale")] language: &str,
) -> Result<String, JsValue> {
    let edition = edition(given, language)?;
    let spec = edition.figure(figure).ok_or_else(|| fail(Code::Figure, figure))?;
    describe::file(&edition, Some(spec)).map_err(|error| fail(Code::Fact, &error.to_string()))
}

/// The kinds of figure that fit some facts, best first, each drawn with them, and why the others do not; the article says what belongs
/// together. Drawings are in `language`, names and reasons in `words`.
#[wasm_bindgen(js_name = proposeKinds, unchecked_return_type = "Proposals")]
pub fn propose_kinds(
    #[wasm_bindgen(js_name = "storyFile", unchecked_param_type = "StoryFile")] given: JsValue,
    article: &str,
    facts: Vec<String>,
    #[wasm_bindgen(unchecked_param_type = "Locale")] language: &str,
    #[wasm_bindgen(unchecked_param_type = "Locale")] words: &str,
) -> Result<JsValue, JsValue> {
    // What is no article says nothing.
    let article = Article::new(article).ok();
    object(&propose(&story(given)?, article.as_ref(), &facts, locale(language)?, locale(words)?))
}

/// A fact that follows from others, with its formula in words and its value as the page writes it. Why it does not follow is told in
/// `words`.
#[wasm_bindgen(js_name = deriveFact, unchecked_return_type = "DerivedFact")]
pub fn derive_fact(
    #[wasm_bindgen(js_name = "storyFile", unchecked_param_type = "StoryFile")] given: JsValue,
    #[wasm_bindgen(unchecked_param_type = "Operation")] operation: JsValue,
    facts: Vec<FactId>,
    #[wasm_bindgen(unchecked_param_type = "Locale")] words: &str,
) -> Result<JsValue, JsValue> {
    let (mut story, words) = (story(given)?, locale(words)?);
    let operation: Operation =
        serde_wasm_bindgen::from_value(operation).map_err(|_| coded("derive", "there is no such operation"))?;
    let derivation = propose::derive(&story, operation, &facts);
    let derivation = derivation.map_err(|error| coded("derive", &error.message(words)))?;
    story.units.extend(derivation.unit.clone());
    story.derived.push(derivation.derived.clone());
    let (id, language) = (derivation.derived.id.clone(), story.first_language());
    let edition = Edition::unfinished(story, language);
    let formula = edition.derivation(&id).ok().flatten().unwrap_or_default();
    object(&DerivedFact { derivation, formula, value: edition.written(&id).unwrap_or_default() })
}

#[derive(Serialize)]
struct DerivedFact {
    #[serde(flatten)]
    derivation: Derivation,
    formula: String,
    value: String,
}
