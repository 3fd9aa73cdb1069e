//! Between two scenes of one figure: marks of the same key move, the rest fades.

use std::mem::discriminant;

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
    let mut mark = mark.clone();
    mark.items.iter_mut().for_each(|item| item.alpha *= alpha);
    mark
}

fn with_alpha(item: &Item, alpha: f64) -> Item {
    Item { alpha: item.alpha * alpha, ..item.clone() }
}

/// Items are matched by their place in the mark. Where both have the same kind of shape it moves, one ink over the other; where
/// not, one fades into the other.
fn moved(before: &Mark, after: &Mark, t: f64) -> Mark {
    let mut items = Vec::new();
    for index in 0..before.items.len().max(after.items.len()) {
        let (one, other) = (before.items.get(index), after.items.get(index));
        if let (Some(one), Some(other)) = (one, other)
            && let Some(shape) = mix(&one.shape, &other.shape, t)
        {
            if one.ink == other.ink {
                items.push(Item { shape, ink: other.ink, alpha: one.alpha + (other.alpha - one.alpha) * t });
            } else {
                items.push(Item { shape: shape.clone(), ink: one.ink, alpha: one.alpha });
                items.push(Item { shape, ink: other.ink, alpha: other.alpha * t });
            }
            continue;
        }
        items.extend(one.map(|item| with_alpha(item, 1.0 - t)));
        items.extend(other.map(|item| with_alpha(item, t)));
    }
    Mark { items, ..after.clone() }
}

/// A shape on the way to another of its kind, with as many points; `None` when they have nothing in common.
fn mix(from: &Shape, to: &Shape, t: f64) -> Option<Shape> {
    let alike = match (from, to) {
        (Shape::Text(one), Shape::Text(other)) => one.text == other.text,
        _ => discriminant(from) == discriminant(to),
    };
    let mut numbers = Vec::new();
    each_number(&mut from.clone(), &mut |number| numbers.push(*number));
    let mut mixed = to.clone();
    let mut place = 0;
    each_number(&mut mixed, &mut |number| {
        let before = numbers.get(place).copied().unwrap_or_default();
        *number = before + (*number - before) * t;
        place += 1;
    });
    (alike && place == numbers.len()).then_some(mixed)
}

/// Gives every number that moves with a shape: its points' x and y, its radius and its stroke.
fn each_number(shape: &mut Shape, give: &mut dyn FnMut(&mut f64)) {
    match shape {
        Shape::Bar(Rect { x0, y0, x1, y1 }) => {
            give(x0);
            give(y0);
            give(x1);
            give(y1);
        }
        Shape::Ring { center, radius, width } => {
            give(&mut center.x);
            give(&mut center.y);
            give(radius);
            give(width);
        }
        Shape::Dots { centers: points, radius: length } | Shape::Line { points, width: length } => {
            each_coordinate(points, give);
            give(length);
        }
        Shape::Polygon(points) => each_coordinate(points, give),
        Shape::Text(label) => {
            give(&mut label.at.x);
            give(&mut label.at.y);
        }
    }
}

fn each_coordinate(points: &mut [Point], give: &mut dyn FnMut(&mut f64)) {
    for point in points {
        give(&mut point.x);
        give(&mut point.y);
    }
}
