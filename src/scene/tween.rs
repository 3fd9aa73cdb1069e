//! Between two scenes of one figure: marks of the same key move, the rest fades.

use kurbo::{Point, Rect, Size};

use crate::scale::clamp;

use super::{Item, Mark, Scene, Shape};

/// The scene on the way from one to another, `t` from 0 to 1. At 0 and 1 it draws what `from` and `to` draw.
pub fn between(from: &Scene, to: &Scene, t: f64) -> Scene {
    let t = clamp(t, 0.0, 1.0);
    if t >= 1.0 {
        return to.clone();
    }
    let mut marks = Vec::new();
    for mark in &from.marks {
        if find(to, &mark.key).is_none() {
            marks.push(faded(mark, 1.0 - t));
        }
    }
    for mark in &to.marks {
        marks.push(match find(from, &mark.key) {
            Some(before) => moved(before, mark, t),
            None => faded(mark, t),
        });
    }
    Scene { size: Size::new(to.size.width, from.size.height + (to.size.height - from.size.height) * t), marks }
}

fn find<'a>(scene: &'a Scene, key: &str) -> Option<&'a Mark> {
    scene.marks.iter().find(|mark| mark.key == key)
}

fn faded(mark: &Mark, alpha: f64) -> Mark {
    let items = mark.items.iter().map(|item| with_alpha(item, alpha)).collect();
    Mark { items, ..mark.clone() }
}

fn with_alpha(item: &Item, alpha: f64) -> Item {
    Item { alpha: item.alpha * alpha, ..item.clone() }
}

/// Items are matched by their place in the mark. Where both have the same kind of shape and ink it moves; where not, one
/// fades into the other.
fn moved(before: &Mark, after: &Mark, t: f64) -> Mark {
    let mut items = Vec::new();
    for index in 0..before.items.len().max(after.items.len()) {
        match (before.items.get(index), after.items.get(index)) {
            (Some(one), Some(other)) => match mix(&one.shape, &other.shape, t) {
                Some(shape) if one.ink == other.ink => {
                    items.push(Item { shape, ink: other.ink, alpha: one.alpha + (other.alpha - one.alpha) * t });
                }
                Some(shape) => {
                    items.push(Item { shape: shape.clone(), ink: one.ink, alpha: one.alpha });
                    items.push(Item { shape, ink: other.ink, alpha: other.alpha * t });
                }
                None => items.extend([with_alpha(one, 1.0 - t), with_alpha(other, t)]),
            },
            (Some(one), None) => items.push(with_alpha(one, 1.0 - t)),
            (None, Some(other)) => items.push(with_alpha(other, t)),
            (None, None) => {}
        }
    }
    Mark { items, ..after.clone() }
}

/// A shape on the way to another of its kind; `None` when they have nothing in common.
fn mix(from: &Shape, to: &Shape, t: f64) -> Option<Shape> {
    let number = |one: f64, other: f64| one + (other - one) * t;
    let points = |one: &[Point], other: &[Point]| -> Option<Vec<Point>> {
        (one.len() == other.len()).then(|| one.iter().zip(other).map(|(a, b)| a.lerp(*b, t)).collect())
    };
    Some(match (from, to) {
        (Shape::Bar(one), Shape::Bar(other)) => Shape::Bar(Rect::new(
            number(one.x0, other.x0),
            number(one.y0, other.y0),
            number(one.x1, other.x1),
            number(one.y1, other.y1),
        )),
        (Shape::Dots { centers: a, radius: r }, Shape::Dots { centers: b, radius: q }) => {
            Shape::Dots { centers: points(a, b)?, radius: number(*r, *q) }
        }
        (Shape::Ring { center: a, radius: r, width: v }, Shape::Ring { center: b, radius: q, width: w }) => {
            Shape::Ring { center: a.lerp(*b, t), radius: number(*r, *q), width: number(*v, *w) }
        }
        (Shape::Line { points: a, width: v }, Shape::Line { points: b, width: w }) => {
            Shape::Line { points: points(a, b)?, width: number(*v, *w) }
        }
        (Shape::Polygon(a), Shape::Polygon(b)) => Shape::Polygon(points(a, b)?),
        (Shape::Text(a), Shape::Text(b)) if a.text == b.text => {
            let mut label = b.clone();
            label.at = a.at.lerp(b.at, t);
            Shape::Text(label)
        }
        _ => return None,
    })
}
