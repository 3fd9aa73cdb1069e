//! One series as columns from zero.

use super::spec::Line;
use super::{FAINT, Plot};
use crate::figure::parts::pen::Pen;
use crate::scene::{Ink, Shape};
use kurbo::Rect;

/// How much of its period a column fills.
const WIDTH: f64 = 0.7;

/// Draws the columns of a line, which shares each period with the panel's other lines; `style` is its place among them.
pub(super) fn draw(plot: &Plot<'_>, line: &Line, (style, ink): (usize, Ink), pen: &mut Pen<'_>) {
    let share = WIDTH / plot.panel.lines.len() as f64;
    let width = share * plot.time.period;
    let zero = plot.y(0.0);
    let small = plot.frame.small();
    let written = |id: &str| plot.frame.advance(&plot.fact(id).number, small);
    let fits = line.points.iter().all(|point| written(&point.fact) + 2.0 <= plot.time.period);
    for point in &line.points {
        let left = plot.time.x(f64::from(point.step) - WIDTH / 2.0 + style as f64 * share);
        let (_, y) = plot.place(point.step, &point.fact);
        let (top, bottom) = (y.min(zero), y.max(zero));
        // A column without height is still a hairline at zero.
        let column = Rect::new(left, top, left + width, bottom.max(top + 1.0));
        pen.draw(Shape::Bar(column), ink);
        if point.forecast {
            pen.fade(FAINT);
            let Rect { x0, y0, x1, y1 } = column;
            pen.line(&[(x0, y0), (x1, y0), (x1, y1), (x0, y1), (x0, y0)], 1.5, ink);
        }
        let middle = left + width / 2.0;
        if let [low, high] = point.interval.as_slice() {
            let y = |end: &str| plot.place(point.step, end).1;
            pen.line(&[(middle, y(low)), (middle, y(high))], 1.5, Ink::Text);
        }
        if fits && plot.panel.lines.len() == 1 {
            let x = middle - written(&point.fact) / 2.0;
            pen.text(&plot.fact(&point.fact).number, (x, top - small.descent() - 1.0), small, Ink::Text);
        }
    }
}
