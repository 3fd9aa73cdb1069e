//! A story of checked numbers, laid out and drawn as interactive figures.
//!
//! One path for data, pure until the last step:
//!
//! ```text
//! story.json ─▶ Story ─▶ Edition ─┬─▶ describe, page: names, summaries, tables, CSV, the page as HTML
//!                (one language,   │
//!                 worked out)     └─▶ Plate ─▶ layout ─▶ Scene ─┬─▶ paint, on any plotters backend
//!                                 (all in words)                └─▶ hit, step, tween
//! ```

pub mod describe;
pub mod edition;
pub mod figure;
pub mod format;
pub mod glyph;
mod pack;
pub mod page;
pub mod paint;
pub mod plate;
pub mod scale;
pub mod scene;
pub mod story;
pub mod text;
#[cfg(target_arch = "wasm32")]
mod web;
pub mod words;
