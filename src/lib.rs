//! A story of checked numbers, laid out and drawn as interactive figures.
//!
//! One path for data, pure until the last step:
//!
//! ```text
//! story.json ─▶ Story ─▶ Edition (one language, numbers worked out) ─▶ layout ─▶ Scene ─▶ paint on a plotters backend
//!                                                                               ├─▶ hit, step, tween
//!                                                                               └─▶ describe: names, summary, table, CSV
//! ```

pub mod describe;
pub mod edition;
pub mod figure;
pub mod format;
pub mod page;
pub mod paint;
pub mod scale;
pub mod scene;
pub mod story;
pub mod text;
#[cfg(target_arch = "wasm32")]
mod web;
pub mod words;
