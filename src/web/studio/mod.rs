//! The calls of the studio, each a thin door to the library. Stories come and go as the objects that `JSON.parse` gives; places in an
//! article are counted in UTF-16 units. What an editor can mend throws an `Error` with a `code` that the studio has words for.

mod article;
mod checks;
mod figures;
mod measure;
mod site;
mod types;

use serde::{Deserialize, Serialize};
use wasm_bindgen::prelude::*;

use super::error::{Code, fail};
use crate::story::{Locale, Story};

/// A story from its object.
fn story(given: JsValue) -> Result<Story, JsValue> {
    let deserializer = serde_wasm_bindgen::Deserializer::from(given);
    Deserialize::deserialize(deserializer).map_err(|error| fail(Code::Story, &error.to_string()))
}

/// A value as the object that `JSON.parse` would give.
fn object(value: &impl Serialize) -> Result<JsValue, JsValue> {
    let serializer = serde_wasm_bindgen::Serializer::json_compatible();
    value.serialize(&serializer).map_err(|error| fail(Code::Story, &error.to_string()))
}

/// A language from its code.
fn locale(code: &str) -> Result<Locale, JsValue> {
    Locale::from_code(code).ok_or_else(|| fail(Code::Locale, code))
}
