//! A scene as an element of plotters, to stand beside its charts: `area.draw(&element)`.

use std::iter::{Once, once};

use plotters::element::{Drawable, PointCollection};
use plotters_backend::{BackendCoord, DrawingBackend, DrawingErrorKind};

use super::{Painter, Palette, PixelGrid, Units};
use crate::scene::Scene;

/// A scene in a palette's colours, at a place of a drawing area.
#[derive(Clone, Copy, Debug)]
pub struct SceneElement<'a, Coord = BackendCoord> {
    /// The scene. It covers as much of the area as its size, and paints no ground.
    pub scene: &'a Scene,
    /// Its colours.
    pub palette: &'a Palette,
    /// Where its top left corner goes, in the area's coordinates.
    pub at: Coord,
    /// How the area's backend counts.
    pub units: Units,
}

impl<'a, Coord: 'a> PointCollection<'a, Coord> for &'a SceneElement<'_, Coord> {
    type Point = &'a Coord;
    type IntoIter = Once<&'a Coord>;

    fn point_iter(self) -> Once<&'a Coord> {
        once(&self.at)
    }
}

impl<DB: DrawingBackend, Coord> Drawable<DB> for SceneElement<'_, Coord> {
    fn draw<I: Iterator<Item = BackendCoord>>(
        &self,
        at: I,
        backend: &mut DB,
        _: (u32, u32),
    ) -> Result<(), DrawingErrorKind<DB::ErrorType>> {
        let grid = PixelGrid { ratio: self.units.per_px };
        let painter = |origin| Painter { palette: self.palette, grid, units: self.units, origin };
        at.map(painter).try_for_each(|painter| painter.items(self.scene.items(), backend))
    }
}
