//! The names of the lines of one panel, each beside the end of its line.

use super::spec::Panel;
use super::time::Time;
use super::{GAP, Plot};
use crate::figure::Frame;
use crate::figure::parts::pen::Pen;
use crate::scale::spread;
use crate::scene::Ink;
use crate::text::wrap;

/// From the end of the axis to the names.
const LEADER: f64 = 2.0 * GAP;

/// How high each name of a panel is; none for a panel with one line, which its heading names.
pub(super) fn heights(panel: &Panel, time: &Time, frame: &Frame<'_>) -> Vec<f64> {
    let font = frame.small();
    let mut heights = Vec::new();
    for line in panel.lines.iter().filter(|_| panel.lines.len() > 1) {
        let lines = wrap(&line.name, font, frame.width - time.right - LEADER, frame.measure).len();
        heights.push(lines as f64 * font.leading() + 4.0);
    }
    heights
}

/// Writes the names, moved apart, each tied to the end of its line.
pub(super) fn write_names(plot: &Plot<'_>, pen: &mut Pen<'_>) {
    let Plot { frame, panel, time, names, .. } = plot;
    let font = frame.small();
    let mut blocks = Vec::new();
    let mut ends = Vec::new();
    for (line, height) in panel.lines.iter().zip(names) {
        let end = line.points.last().map(|point| plot.place(point.step, &point.fact)).unwrap_or_default();
        blocks.push((end.1, *height));
        ends.push((end, *height, &line.name));
    }
    for (index, top) in stack(&blocks, plot.top, plot.bottom()) {
        let Some(((x, y), height, name)) = ends.get(index) else { continue };
        let left = time.right + LEADER;
        pen.line(&[(x + 6.0, *y), (time.right, *y), (left - 4.0, top + *height / 2.0)], 1.0, Ink::Pale);
        pen.paragraph(name, (left, top + 2.0), frame.width - left, font, Ink::Text);
    }
}

/// Blocks, given by their middles and heights, moved apart between two bounds: the index and the top of each, from the top
/// down.
pub(super) fn stack(blocks: &[(f64, f64)], top: f64, bottom: f64) -> Vec<(usize, f64)> {
    let mut order: Vec<(usize, f64, f64)> = Vec::new();
    for (index, (middle, height)) in blocks.iter().enumerate() {
        // By insertion: there are few blocks, and the library's sort is long.
        let place = order.iter().position(|(_, other, _)| other > middle).unwrap_or(order.len());
        order.insert(place, (index, *middle, *height));
    }
    let (mut wanted, mut heights, mut room) = (Vec::new(), Vec::new(), 0.0);
    for (_, middle, height) in &order {
        wanted.push(middle - height / 2.0);
        heights.push(*height);
        room += height;
    }
    let mut least = top;
    let mut stacked = Vec::new();
    for ((index, _, height), at) in order.iter().zip(spread(&wanted, &heights)) {
        stacked.push((*index, at.min(bottom - room).max(least)));
        room -= height;
        least += height;
    }
    stacked
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn blocks_stand_where_they_belong_apart_and_within_bounds() {
        assert_eq!(stack(&[(50.0, 10.0), (20.0, 10.0)], 0.0, 100.0), [(1, 15.0), (0, 45.0)]);
        assert_eq!(stack(&[(50.0, 10.0), (50.0, 10.0)], 0.0, 100.0), [(0, 40.0), (1, 50.0)]);
        assert_eq!(stack(&[(100.0, 10.0), (99.0, 10.0)], 0.0, 100.0), [(1, 80.0), (0, 90.0)]);
        assert_eq!(stack(&[(0.0, 10.0), (0.0, 20.0), (90.0, 10.0)], 0.0, 100.0), [(0, 0.0), (1, 10.0), (2, 85.0)]);
        assert!(stack(&[], 0.0, 100.0).is_empty());
    }
}
