//! What crosses the border as plain objects, and its TypeScript form.

use serde::Serialize;
use wasm_bindgen::prelude::*;

use super::error::{Code, fail};
use crate::describe;
use crate::edition::Edition;
use crate::scene::Mark;

#[wasm_bindgen(typescript_custom_section)]
const TYPES: &str = r#"
/** A language of the story. */
export type Locale = "zh" | "en";

/** The keys that lead through a figure. */
export type StepKey = "ArrowRight" | "ArrowLeft" | "ArrowDown" | "ArrowUp" | "PageDown" | "PageUp" | "Home" | "End";

/** What went wrong: the property `code` of every error that this module throws on purpose. */
export type Code = "story" | "locale" | "figure" | "fact" | "canvas";

/** A mark that shows a fact. Lengths are CSS px from the figure's top left. */
export interface MarkInfo {
  fact: string;
  /** Marks of one group are neighbours for the arrow keys up and down. */
  group: number;
  x: number;
  y: number;
  width: number;
  height: number;
  /** The mark in words, for a voice. */
  name: string;
}

/** What is known of a fact, in the infographic's language. */
export interface Details {
  label: string;
  value: string;
  qualifier?: string;
  period?: string;
  derivation?: string;
  note?: string;
  printed?: string;
  paragraph?: string;
}
"#;

#[wasm_bindgen(typescript_custom_section)]
const WORDS: &str = crate::page::words::TYPESCRIPT;

/// See `MarkInfo` above.
#[derive(Serialize)]
pub(super) struct MarkInfo {
    fact: String,
    group: u32,
    x: f64,
    y: f64,
    width: f64,
    height: f64,
    name: String,
}

impl MarkInfo {
    /// The mark for the shell; `None` when it shows no fact that the story has.
    pub(super) fn of(edition: &Edition, mark: &Mark, place: (usize, usize)) -> Option<Self> {
        let fact = mark.fact.clone()?;
        let name = describe::name(edition, &fact, Some(place)).ok()?;
        let group = u32::try_from(mark.group).unwrap_or_default();
        let area = mark.area;
        Some(Self { fact, group, x: area.x0, y: area.y0, width: area.width(), height: area.height(), name })
    }
}

/// A plain object for JavaScript; what is `None` is left out.
pub(super) fn to_js<T: Serialize>(value: &T) -> Result<JsValue, JsValue> {
    value.serialize(&serde_wasm_bindgen::Serializer::new()).map_err(|error| fail(Code::Story, &error))
}
