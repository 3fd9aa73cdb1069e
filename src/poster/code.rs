//! An address as a QR code, drawn with bars.

use kurbo::{Rect, Size};
use qrcode::{Color, EcLevel, QrCode};

use crate::scene::{Ink, Item, Mark, Scene, Shape};

/// A module's side, in CSS px: whole pixels at every scale.
const MODULE: f64 = 3.0;
/// The light margin that readers of codes need, in modules.
const QUIET: f64 = 4.0;

/// The code of an address, dark on light whatever it stands on: its light is the ink of texts on a night ground. `None` for an address
/// that is longer than a code can hold.
pub(crate) fn scene(address: &str) -> Option<Scene> {
    let code = QrCode::with_error_correction_level(address, EcLevel::M).ok()?;
    let colors = code.to_colors();
    let rows = colors.chunks(code.width());
    let side = (code.width() as f64 + 2.0 * QUIET) * MODULE;
    let mut items = vec![Item::new(Shape::Bar(Rect::new(0.0, 0.0, side, side)), Ink::Text)];
    for (y, row) in rows.enumerate() {
        let mut x = 0;
        // Neighbours of one colour are one bar, so that no seam shows between them.
        for run in row.chunk_by(|left, right| left == right) {
            if run.first() == Some(&Color::Dark) {
                items.push(Item::new(Shape::Bar(modules(x, y, run.len())), Ink::Ground));
            }
            x += run.len();
        }
    }
    Some(Scene { size: Size::new(side, side), marks: vec![Mark::furniture("code", items)] })
}

/// The rectangle of some modules in a row.
fn modules(x: usize, y: usize, count: usize) -> Rect {
    let at = |modules: usize| (modules as f64 + QUIET) * MODULE;
    Rect::new(at(x), at(y), at(x + count), at(y + 1))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_code_has_its_three_finders_and_its_margin() {
        let scene = scene("https://example.org/story/").expect("a code");
        let bars: Vec<Rect> = scene.marks[0].items.iter().skip(1).map(|item| item.shape.bounds()).collect();
        let (first, last) = (QUIET * MODULE, scene.size.width - QUIET * MODULE);
        let finder = 7.0 * MODULE;
        for corner in [(first, first), (last - finder, first), (first, last - finder)] {
            let top = Rect::new(corner.0, corner.1, corner.0 + finder, corner.1 + MODULE);
            assert!(bars.contains(&top), "{top:?}");
        }
        assert!(bars.iter().all(|bar| bar.x0 >= first && bar.x1 <= last && bar.y0 >= first && bar.y1 <= last));
    }

    #[test]
    fn an_address_too_long_has_no_code() {
        assert_eq!(scene(&"x".repeat(5000)), None);
    }
}
