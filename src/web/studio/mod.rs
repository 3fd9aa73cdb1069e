//! The calls of the studio, each a thin door to the library. Stories come and go as the objects that `JSON.parse` gives; places in an
//! article are counted in UTF-16 units. What an editor can mend throws an `Error` with a `code` that the studio has words for.

mod article;
mod checks;
mod figures;
mod measure;
mod site;
mod types;

use serde::Serialize;
use wasm_bindgen::prelude::*;

use super::error::{Code, fail};
use crate::story::{Locale, Story, given};

/// A story from its object.
pub(super) fn story(value: JsValue) -> Result<Story, JsValue> {
    given::read(&json(&value)?, Locale::En).map_err(|unread| fail(Code::Story, &unread.told.message))
}

/// An object as JSON. Stories are read from JSON alone: a second reader of all their types would weigh 36 kB.
fn json(value: &JsValue) -> Result<String, JsValue> {
    let text = js_sys::JSON::stringify(value)?;
    JsValue::from(text).as_string().ok_or_else(|| fail(Code::Story, "no object"))
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
