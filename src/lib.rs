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
//!
//! A figure of a story as an SVG picture:
//!
//! ```
//! use infographic::{Edition, Locale, Story, page::still};
//!
//! # fn main() -> Result<(), Box<dyn std::error::Error>> {
//! let story: Story = serde_json::from_str(include_str!("../data/example.json"))?;
//! let plate = Edition::new(story, Locale::En)?.plate();
//! let picture = still::picture(&plate, "who-came", None, still::Screen::Desk)?;
//! assert!(picture.starts_with("<svg") && picture.contains("150 readers"));
//! # Ok(())
//! # }
//! ```
//!
//! The same figure as marks at fixed places, to be painted, touched and stepped through:
//!
//! ```
//! use infographic::{Edition, Locale, Story, page::still, text::TableMeasure};
//!
//! # fn main() -> Result<(), Box<dyn std::error::Error>> {
//! # let story: Story = serde_json::from_str(include_str!("../data/example.json"))?;
//! # let plate = Edition::new(story, Locale::En)?.plate();
//! let figure = plate.figure("who-came").ok_or("no such figure")?;
//! let scene = still::scene(&plate, figure, 640.0, &TableMeasure)?;
//! assert_eq!(scene.size.width, 640.0);
//! # Ok(())
//! # }
//! ```

pub mod describe;
pub mod draft;
pub mod edition;
pub mod figure;
pub mod format;
pub mod glyph;
pub mod numeral;
mod pack;
pub mod page;
pub mod paint;
pub mod plate;
#[cfg(feature = "standalone")]
pub mod poster;
#[cfg(feature = "standalone")]
pub mod propose;
pub mod scale;
pub mod scene;
pub mod story;
#[cfg(test)]
mod testing;
pub mod text;
#[cfg(target_arch = "wasm32")]
mod web;
#[cfg(feature = "standalone")]
pub mod wechat;
pub mod words;

pub use edition::Edition;
pub use plate::Plate;
pub use scene::Scene;
pub use story::{Locale, Story};
