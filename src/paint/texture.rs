//! Grooves that tell the bars of different categories apart without colour: `/`, `|` and `\\`; the first category has none.

use kurbo::{Point, Rect};

use crate::scale::clamp;
use crate::scene::Ink;

/// The width of a groove, in CSS px.
pub(super) const GROOVE: f64 = 1.5;
/// From one groove to the next across, in CSS px.
const PITCH: f64 = 6.0;
/// The most grooves of a bar: as many as the widest figure needs, and no more for a bar that is broken.
const MOST: usize = 1000;

/// The grooves of a bar from end to end, in the ink's direction. They lie on one raster, so that they run on from bar to bar.
pub(super) fn grooves(bar: Rect, ink: Ink) -> Vec<[Point; 2]> {
    // A groove is where x + slant × y is a multiple of the pitch.
    let slant = match ink {
        Ink::Two => 1.0,
        Ink::Three => 0.0,
        Ink::Four => -1.0,
        _ => return Vec::new(),
    };
    let ends = [bar.y0, bar.y1].map(|y| slant * y);
    let (least, most) = (bar.x0 + ends[0].min(ends[1]), bar.x1 + ends[0].max(ends[1]));
    let first = (least / PITCH).floor() + 1.0;
    let at = (0..MOST).map(|index| (first + index as f64) * PITCH).take_while(|at| *at < most);
    at.map(|at| {
        // From top to bottom, or from where it enters the bar at a side to where it leaves.
        [bar.y0, bar.y1].map(|y| {
            let x = clamp(at - slant * y, bar.x0, bar.x1);
            Point::new(x, if slant == 0.0 { y } else { (at - x) / slant })
        })
    })
    .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    const BAR: Rect = Rect::new(10.0, 20.0, 100.0, 44.0);

    #[test]
    fn grooves_stay_in_their_bar_and_cover_all_of_it() {
        for ink in [Ink::Two, Ink::Three, Ink::Four] {
            let grooves = grooves(BAR, ink);
            assert!(grooves.iter().flatten().all(|end| BAR.inflate(1e-9, 1e-9).contains(*end)), "{ink:?}: {grooves:?}");
            assert!(grooves.len() >= 15, "{ink:?}: {}", grooves.len());
        }
    }

    #[test]
    fn each_category_has_a_direction_of_its_own() {
        let direction = |ink| grooves(BAR, ink).get(7).map(|[from, to]| (to.x - from.x).partial_cmp(&0.0));
        let directions = [Ink::One, Ink::Two, Ink::Three, Ink::Four].map(direction);
        assert_eq!(directions.iter().collect::<std::collections::HashSet<_>>().len(), 4, "{directions:?}");
    }

    #[test]
    fn a_broken_bar_has_few_grooves() {
        for bad in [f64::NAN, f64::INFINITY, 1e300] {
            assert!(grooves(Rect::new(0.0, 0.0, bad, 10.0), Ink::Three).len() <= MOST);
        }
    }
}
