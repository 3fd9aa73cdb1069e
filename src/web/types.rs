//! The TypeScript side of what crosses the border.

use wasm_bindgen::prelude::*;

#[wasm_bindgen(typescript_custom_section)]
const TYPES: &str = r#"
/** A language of the story. */
export type Locale = "zh" | "en";

/** The keys that lead through a figure. */
export type StepKey = "ArrowRight" | "ArrowLeft" | "ArrowDown" | "ArrowUp" | "PageDown" | "PageUp" | "Home" | "End";

/** What went wrong: the property `code` of every error that this module throws on purpose. */
export type Code = "story" | "locale" | "figure" | "fact" | "canvas";
"#;
