//! Parts that several kinds of figure draw. Kinds import from here and not from each other.

pub(super) mod axis;
pub(super) mod disc;
pub(super) mod dot_grid;
pub(super) mod glyph_rows;
mod number;
pub(super) mod pen;
