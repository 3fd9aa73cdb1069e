//! The story for an article inside a messenger (公众号图文), where no frame, no script, no stylesheet and no id survives.
//!
//! In: an [`Edition`] with its [`Plate`]. Out: fragments of HTML that an editor pastes, the whole story or one figure: texts that
//! can be edited after pasting, and the figures' own scenes as SVG, which tells each mark's row on a tap by its own animation.
//!
//! ```text
//! Scene ──▶ drawing ──▶ article ──▶ rules: does all of it survive?
//!             └─ details: what a tap tells
//! ```

mod article;
mod details;
mod drawing;
#[cfg(feature = "cli")]
pub mod rules;

use plotters_backend::DrawingErrorKind;

use crate::edition::Edition;
use crate::figure::LayoutError;
use crate::page::site::Site;
use crate::page::snippet::fill;
use crate::paint::NoPixels;
use crate::plate::{FigureSpec, MissingFact, Plate};
use crate::poster::Poster;
use crate::story::{Figure, Locale};

/// Where a fragment lies, seen from the site's folder: of [`WHOLE`], or of a figure by its id; `kind` is the file's ending.
pub const FRAGMENT: &str = "wechat/{name}.{lang}.{kind}";
/// The name of the fragment that holds the whole story, where others have their figure's.
pub const WHOLE: &str = "index";
/// The size of a figure's fragment above which an editor is warned, in bytes.
pub const MOST_OF_FIGURE: usize = 60_000;
/// The same for the whole story.
pub const MOST_OF_WHOLE: usize = 1_000_000;

/// Why a fragment cannot be written.
#[derive(Debug, thiserror::Error)]
pub enum WechatError {
    /// A figure cannot be laid out.
    #[error(transparent)]
    Layout(#[from] LayoutError),
    /// A table names what the story lacks.
    #[error(transparent)]
    Missing(#[from] MissingFact),
    /// A text cannot be written.
    #[error(transparent)]
    Drawing(#[from] DrawingErrorKind<NoPixels>),
    /// It would not survive in the article, which is a fault of this program.
    #[cfg(feature = "cli")]
    #[error("what was written would not survive: {0}")]
    Broken(#[from] rules::Breach),
}

/// A path of the form [`FRAGMENT`].
pub fn path(name: &str, locale: Locale, kind: &str) -> String {
    fill(FRAGMENT, &[("name", name), ("lang", locale.code()), ("kind", kind)])
}

/// The whole story. `site` is where it is published, if that is known.
///
/// # Errors
/// A figure or its table names what the story lacks.
pub fn whole(edition: &Edition, plate: &Plate, site: Option<&Site>) -> Result<String, WechatError> {
    checked(article::whole(edition, plate, site)?)
}

/// One figure with its texts.
///
/// # Errors
/// As [`whole`].
pub fn of_figure(edition: &Edition, plate: &Plate, figure: &Figure) -> Result<String, WechatError> {
    checked(article::alone(edition, plate, figure)?)
}

/// A figure's drawing alone, for houses that keep no SVG.
///
/// # Errors
/// The figure names a fact that the story lacks.
pub fn picture(plate: &Plate, figure: &FigureSpec) -> Result<Poster, LayoutError> {
    Ok(Poster::of_scene(drawing::opening_scene(plate, figure)?, figure))
}

/// The tool holds what it writes to the rules. The studio writes the same by the same code, and does without the reader of markup,
/// which weighs 14 kB there.
fn checked(fragment: String) -> Result<String, WechatError> {
    #[cfg(feature = "cli")]
    rules::check(&fragment)?;
    Ok(fragment)
}
