//! Which mark lies under a point.

use kurbo::{Point, Rect, Size};

use super::{Mark, Scene, Shape};

/// More than the area of any scene, in square CSS px.
const LARGEST: f64 = 1e12;

impl Scene {
    /// The index of the mark under a point, for marks that show a fact. What is painted counts first, the uppermost
    /// winning; then the smallest area around the point, or else within `reach` of it, which widens thin shapes for a
    /// fingertip, in CSS px.
    pub fn hit(&self, point: Point, reach: f64) -> Option<usize> {
        let facts = || self.marks.iter().enumerate().filter(|(_, mark)| mark.fact.is_some());
        let painted = facts().rev().find(|(_, mark)| mark.covers(point, reach));
        // An area that only lies near the point comes after every area around it.
        let size = |mark: &Mark| mark.area.area() + if mark.area.contains(point) { 0.0 } else { LARGEST };
        let nearby = || {
            facts()
                .filter(|(_, mark)| mark.area.inflate(reach, reach).contains(point))
                .min_by(|(_, one), (_, other)| size(one).total_cmp(&size(other)))
        };
        painted.or_else(nearby).map(|(index, _)| index)
    }
}

impl Mark {
    /// Whether something that the mark paints lies under the point.
    fn covers(&self, point: Point, reach: f64) -> bool {
        self.items.iter().any(|item| match &item.shape {
            Shape::Bar(rect) => rect.contains(point),
            Shape::Dots { centers, radius } => {
                let reach = radius + reach.min(2.0);
                let boxes = Size::new(2.0 * reach, 2.0 * reach);
                centers.iter().any(|center| Rect::from_center_size(*center, boxes).contains(point))
            }
            Shape::Ring { center, radius, .. } => (point.distance(*center) - radius).abs() <= reach.max(2.0),
            Shape::Line { .. } => false,
            Shape::Polygon(_) | Shape::Text(_) => item.shape.bounds().contains(point),
        })
    }
}
