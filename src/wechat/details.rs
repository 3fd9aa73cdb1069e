//! The callout that a tap on a mark shows: the row of the page's table, beside the mark, for five seconds.
//!
//! Everything that answers a tap carries its own animation: to set off another element's would take a name, and names are lost. So a
//! group lies over each mark, unseen, and shows itself when it is tapped.

use kurbo::{Point, Rect, Size, Vec2};

use crate::describe::Row;
use crate::paint::NoPixels;
use crate::paint::svg::{plain_shapes, short};
use crate::paint::theme::{Palette, hex};
use crate::scene::{Ink, Item, Label, Mark, Scene, Shape};
use crate::text::{Font, TableMeasure, wrap};
use plotters_backend::DrawingErrorKind;

/// Shows for five seconds, then fades. The times are even, since not every path keeps `keyTimes`.
pub(super) const SHOWN: &str =
    "<animate attributeName=\"opacity\" begin=\"click\" dur=\"5.5s\" values=\"1;1;1;1;1;1;1;1;1;1;1;0\"/>";

/// A line of a callout, and how much it stands out.
const TERM: (Font, Ink) = (Font { size: 14.0, bold: false }, Ink::Muted);
const VALUE: (Font, Ink) = (Font { size: 18.0, bold: true }, Ink::Text);
const REST: (Font, Ink) = (Font { size: 14.0, bold: false }, Ink::Text);

/// The widest line of a callout, in CSS px.
const MEASURE: f64 = 270.0;
/// Around the lines of a callout, in CSS px.
const PADDING: f64 = 12.0;
/// Between a mark and its callout, and from the callout to the drawing's edges, in CSS px.
const GAP: f64 = 8.0;
/// The least side of an area that is tapped, in CSS px.
const FINGERTIP: f64 = 40.0;

/// A mark's details.
pub(super) struct Details {
    /// The area that is tapped.
    area: Rect,
    /// The lines, the first at the top left.
    lines: Vec<Item>,
    /// Of the box around them.
    size: Size,
}

impl Details {
    /// Lays out what a row of the table says of a mark of a scene.
    pub(super) fn new(mark: &Mark, row: &Row, scene: &Scene) -> Self {
        let mut lines = Vec::new();
        let mut at = Point::new(PADDING, PADDING);
        let mut width: f64 = 0.0;
        for (text, (font, ink)) in told(row) {
            for line in wrap(&text, font, MEASURE, &TableMeasure) {
                let label = Label::new(&line, at + Vec2::new(0.0, font.ascent()), font, &TableMeasure);
                width = width.max(label.width);
                lines.push(Item::new(Shape::Text(label), ink));
                at.y += font.leading();
            }
            at.y += 2.0;
        }
        let size_of_box = Size::new(width + 2.0 * PADDING, at.y + PADDING - 4.0);
        Self { area: fingertip(mark.area, scene), lines, size: size_of_box }
    }

    /// How high the drawing must be, in CSS px, to hold them.
    pub(super) fn needs(&self) -> f64 {
        self.size.height + 2.0 * GAP
    }

    /// How large a part of the drawing answers to a tap, in square CSS px: the smaller lies over the larger.
    pub(super) fn tapped(&self) -> f64 {
        self.area.area()
    }

    /// The group that lies over the mark.
    pub(super) fn svg(self, palette: &Palette, room: Size) -> Result<String, DrawingErrorKind<NoPixels>> {
        let corner = place(self.size, self.area, room);
        let text = hex(palette.get(Ink::Text));
        let scene = Scene { size: room, marks: vec![Mark::furniture("details", self.lines)] };
        let lines = plain_shapes(&scene.moved(corner.to_vec2()), palette)?;
        let ring = format!("fill=\"transparent\" stroke=\"{text}\" stroke-width=\"1.5\"");
        let ground = hex(palette.get(Ink::Ground));
        let around = format!("rx=\"4\" fill=\"{ground}\" stroke=\"{text}\"");
        // The callout takes no tap, seen or unseen: other marks lie under it.
        Ok([
            "<g opacity=\"0\">",
            SHOWN,
            &rect(self.area, &ring),
            "<g pointer-events=\"none\">",
            &rect(Rect::from_origin_size(corner, self.size), &around),
            &lines,
            "</g></g>",
        ]
        .concat())
    }
}

/// A rectangle with attributes.
pub(super) fn rect(rect: Rect, attributes: &str) -> String {
    let [x, y, width, height] = [rect.x0, rect.y0, rect.width(), rect.height()].map(short);
    format!("<rect x=\"{x}\" y=\"{y}\" width=\"{width}\" height=\"{height}\" {attributes}/>")
}

/// The lines of the page's callout: term and note, value, period, source.
fn told(row: &Row) -> Vec<(String, (Font, Ink))> {
    let mut told = Vec::new();
    let mut cells = row.cells.iter().map(String::as_str);
    told.extend(cells.next().map(|term| (term.to_owned(), TERM)));
    told.extend(row.note.iter().map(|note| (note.clone(), TERM)));
    told.extend(cells.next().map(|value| (value.to_owned(), VALUE)));
    told.extend(cells.map(|cell| (cell.to_owned(), REST)));
    if let (Some((source, _)), Some(printed)) = (told.last_mut(), &row.printed) {
        source.push_str(&format!(" “{printed}”"));
    }
    told
}

/// A mark's area, as large as a fingertip where it is smaller: within the drawing, and no further than halfway to a mark beside it.
fn fingertip(area: Rect, scene: &Scene) -> Rect {
    let more = |side: f64| ((FINGERTIP - side) / 2.0).clamp(2.0, 12.0);
    let mut tapped = area.inflate(more(area.width()), more(area.height())).intersect(scene.size.to_rect().inset(-1.0));
    for other in scene.marks.iter().filter(|mark| mark.fact.is_some()).map(|mark| mark.area) {
        if tapped.intersect(other).is_zero_area() {
            continue;
        }
        // Edges that meet differ by a rounding.
        let is_before = |end: f64, start: f64| end <= start + 0.1;
        let half = |one: f64, other: f64| (one + other) / 2.0;
        if is_before(area.x1, other.x0) {
            tapped.x1 = tapped.x1.min(half(area.x1, other.x0));
        } else if is_before(other.x1, area.x0) {
            tapped.x0 = tapped.x0.max(half(area.x0, other.x1));
        } else if is_before(area.y1, other.y0) {
            tapped.y1 = tapped.y1.min(half(area.y1, other.y0));
        } else if is_before(other.y1, area.y0) {
            tapped.y0 = tapped.y0.max(half(area.y0, other.y1));
        }
    }
    tapped
}

/// The place of a mark's callout: above it, else below, else beside it; where no side has room for it, at the drawing's top or
/// foot, whichever covers less of the mark.
fn place(size: Size, mark: Rect, room: Size) -> Point {
    let within = |at: f64, size: f64, room: f64| at.min(room - GAP - size).max(GAP);
    let x = within(mark.center().x - size.width / 2.0, size.width, room.width);
    let y = within(mark.center().y - size.height / 2.0, size.height, room.height);
    let (foot, right) = (room.height - GAP - size.height, room.width - GAP - size.width);
    let sides = [
        Point::new(x, mark.y0 - GAP - size.height),
        Point::new(x, mark.y1 + GAP),
        Point::new(mark.x0 - GAP - size.width, y),
        Point::new(mark.x1 + GAP, y),
    ];
    let fits = |at: &Point| at.x >= GAP - 0.1 && at.x <= right + 0.1 && at.y >= GAP - 0.1 && at.y <= foot + 0.1;
    let covered = |at: &Point| Rect::from_origin_size(*at, size).intersect(mark).area();
    let ends =
        || [Point::new(x, foot), Point::new(x, GAP)].into_iter().min_by(|a, b| covered(a).total_cmp(&covered(b)));
    sides.into_iter().find(fits).or_else(ends).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    const ROOM: Size = Size::new(375.0, 300.0);

    fn check(mark: Rect, expected: (f64, f64)) {
        assert_eq!(place(Size::new(200.0, 80.0), mark, ROOM), Point::from(expected));
    }

    #[test]
    fn details_stand_above_a_mark_else_below_else_beside_it() {
        check(Rect::new(100.0, 150.0, 200.0, 200.0), (50.0, 62.0));
        check(Rect::new(0.0, 20.0, 40.0, 60.0), (8.0, 68.0));
        check(Rect::new(240.0, 10.0, 375.0, 290.0), (32.0, 110.0));
    }

    #[test]
    fn a_mark_that_fills_the_drawing_is_covered_at_the_end_where_less_of_it_is() {
        check(Rect::new(10.0, 40.0, 370.0, 300.0), (90.0, 8.0));
        check(Rect::new(10.0, 0.0, 370.0, 270.0), (90.0, 212.0));
    }
}
