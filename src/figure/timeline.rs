//! Days along a line. The dots stand where their days are, in proportion; the labels beside them are moved apart as far as
//! they must, and a leader ties each to its dot. Time in which nothing happens is cut out, and the cut is drawn.
//!
//! ```text
//!  ●──── June 2023
//!  │     a listing
//!  ≷
//!  ●──── 12 April 2024
//!  │     a lorry
//!  ●─╮
//!  ●╮╰── 12 June 2024
//!   │    a photo
//!   ╰─── 27 June 2024
//! ```

use kurbo::{Point, Rect};

use super::Frame;
use crate::plate::FactLine;
use crate::scale::spread;
use crate::scene::{Ink, Mark, Shape};
use crate::story::date::Date;
use crate::story::drawing::Timeline as Spec;
use crate::text::wrap;

/// The line, from the left.
const AXIS: f64 = 7.0;
/// How far a dot reaches.
const DOT: f64 = 5.0;
/// Where leaders leave the dots' height, where they reach the labels', and where labels begin.
const LEADER: [f64; 3] = [18.0, 34.0, 46.0];
/// Between the labels of two days.
const APART: f64 = 6.0;
/// The least distance between two dots, and what is left of a time that is cut.
const CLOSE: f64 = 13.0;
const CUT: f64 = 44.0;
/// How much longer than all the others together a time without events is, that is cut.
const EMPTY: f64 = 2.0;
/// How long the line is, in heights of the labels: shorter than they are, since they hang below their dots.
const SHARE: f64 = 0.75;
/// The width from which labels stand beside their dates.
const WIDE: f64 = 560.0;

/// The events of one day, or of one month where the story knows no day.
struct Day<'a> {
    /// The day's number, and the date as it is known.
    at: (i32, Date),
    events: Vec<&'a FactLine>,
}

pub(super) fn layout(spec: &Spec, frame: &Frame<'_>) -> Vec<Mark> {
    let days = days(spec, frame);
    let column = column(&days, frame);
    let heights: Vec<f64> =
        days.iter().map(|day| labels(day, 0, frame, 0.0, column, &mut Vec::new()) + APART).collect();
    let packed: f64 = heights.iter().take(days.len().saturating_sub(1)).sum();
    let (dots, cut) = along(&days, packed * SHARE);
    let middle = frame.strong().ascent() / 2.0;
    let wanted: Vec<f64> = dots.iter().map(|dot| dot - middle).collect();
    let tops = spread(&wanted, &heights);
    let shift = tops.first().zip(dots.first()).map_or(0.0, |(top, dot)| (-top).max(DOT - dot));
    let mut marks = vec![axis(&dots, cut, shift, frame)];
    for (group, ((day, dot), top)) in days.iter().zip(&dots).zip(&tops).enumerate() {
        let (dot, top) = (dot + shift, top + shift);
        let [from, to, end] = LEADER;
        let mut pen = frame.pen();
        let leader = [(AXIS, dot), (from, dot), (to, top + middle), (end - 6.0, top + middle)];
        pen.line(&leader, 1.0, Ink::Pale);
        pen.draw(Shape::Dots { centers: vec![Point::new(AXIS, dot)], radius: DOT }, frame.hue);
        pen.furniture(&mut marks, "day", group);
        labels(day, group, frame, top, column, &mut marks);
    }
    marks
}

/// The days that have events, the earliest first; events of one day as they come.
fn days<'a>(spec: &Spec, frame: &Frame<'a>) -> Vec<Day<'a>> {
    // By insertion: there are few days, and the library's sort is long.
    let mut days: Vec<Day<'_>> = Vec::new();
    for id in &spec.events {
        let event = frame.fact(id);
        let Some(date) = event.date else { continue };
        let at = (date.day_number(), date);
        let place = days.iter().position(|day| day.at >= at).unwrap_or(days.len());
        match days.get_mut(place) {
            Some(day) if day.at == at => day.events.push(event),
            _ => days.insert(place, Day { at, events: vec![event] }),
        }
    }
    days
}

/// Where the days' dots stand on a line about `length` long that begins at 0, and after which day a time is cut.
fn along(days: &[Day<'_>], length: f64) -> (Vec<f64>, Option<usize>) {
    let gap = |(day, next): (&Day<'_>, &Day<'_>)| f64::from(next.at.0 - day.at.0);
    let gaps: Vec<f64> = days.iter().zip(days.iter().skip(1)).map(gap).collect();
    let all: f64 = gaps.iter().sum();
    let cut = gaps.iter().position(|&gap| gap < all && gap > EMPTY * (all - gap));
    let (time, line) = match cut.and_then(|cut| gaps.get(cut)) {
        Some(gap) => (all - gap, length - CUT),
        None => (all, length),
    };
    let mut at = 0.0;
    let mut dots: Vec<f64> = days.first().map(|_| at).into_iter().collect();
    for (index, gap) in gaps.iter().enumerate() {
        at += if cut == Some(index) { CUT } else { (line * gap / time.max(1.0)).max(CLOSE) };
        dots.push(at);
    }
    (dots, cut)
}

/// The line from the first dot to the last, with a zigzag where time is cut.
fn axis(dots: &[f64], cut: Option<usize>, shift: f64, frame: &Frame<'_>) -> Mark {
    let mut points = Vec::new();
    for (index, dot) in dots.iter().enumerate() {
        points.push((AXIS, dot + shift));
        if cut == Some(index) {
            let middle = dot + shift + CUT / 2.0;
            for (x, y) in [(0.0, -7.0), (5.0, -3.5), (-5.0, 3.5), (0.0, 7.0)] {
                points.push((AXIS + x, middle + y));
            }
        }
    }
    let mut pen = frame.pen();
    if dots.len() > 1 {
        pen.line(&points, 2.0, Ink::Pale);
    }
    Mark::furniture("axis", pen.items)
}

/// Where events stand beside their dates: the left of the events; `None` where there is no room.
fn column(days: &[Day<'_>], frame: &Frame<'_>) -> Option<f64> {
    let [.., left] = LEADER;
    let mut column = left;
    for event in days.iter().flat_map(|day| &day.events) {
        column = column.max(left + frame.advance(&event.written, frame.strong()) + 24.0);
    }
    (frame.width >= WIDE && column < frame.width / 2.0).then_some(column)
}

/// A day's date and events with their top at `y`; the y below them.
fn labels(day: &Day<'_>, group: usize, frame: &Frame<'_>, y: f64, column: Option<f64>, marks: &mut Vec<Mark>) -> f64 {
    let [.., left] = LEADER;
    let (strong, body) = (frame.strong(), frame.body());
    let x = column.unwrap_or(left);
    let mut top = y;
    for (index, event) in day.events.iter().enumerate() {
        let lines = wrap(&event.label, body, frame.width - x, frame.measure).len();
        let air = ((frame.row() - body.leading() * lines as f64) / 2.0).max(5.0);
        let mut pen = frame.pen();
        let mut at = top + air;
        if index == 0 {
            let below = pen.paragraph(&event.written, (left, top), frame.width - left, strong, Ink::Text);
            at = if column.is_some() { top + strong.ascent() - body.ascent() } else { below };
        }
        let below = pen.paragraph(&event.label, (x, at), frame.width - x, body, Ink::Text) + air;
        pen.mark_within(Rect::new(left - 4.0, top, frame.width, below), marks, event, group);
        top = below;
    }
    top
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::super::testing::{Sample, dots, texts};
    use crate::scene::{Scene, Shape};
    use crate::story::Locale;

    fn sample(dates: &[&str]) -> Sample {
        let ids: Vec<String> = (0..dates.len()).map(|index| format!("event-{index}")).collect();
        let facts: Vec<_> = ids.iter().zip(dates).map(|(id, date)| json!({"id": id, "date": date})).collect();
        Sample::new(&facts, &[], json!({"timeline": {"events": ids}}))
    }

    fn heights(scene: &Scene) -> Vec<f64> {
        let items = scene.marks.iter().flat_map(|mark| &mark.items);
        items
            .filter(|item| matches!(item.shape, Shape::Dots { .. }))
            .map(|item| item.shape.bounds().center().y)
            .collect()
    }

    #[test]
    fn events_of_one_day_share_a_dot_and_a_date() {
        let scene = sample(&["2024-07-03", "2024-06-27", "2024-06-27"]).scene(Locale::Zh, 360.0, 1.0, 0);
        let keys: Vec<&str> = scene.marks.iter().filter_map(|mark| mark.fact.as_deref()).collect();
        assert_eq!((keys, dots(&scene)), (vec!["event-1", "event-2", "event-0"], 2));
        let dates = texts(&scene).into_iter().filter(|label| label.font.bold).map(|label| label.text.as_str());
        assert_eq!(dates.collect::<Vec<_>>(), ["2024年6月27日", "2024年7月3日"]);
    }

    #[test]
    fn dots_stand_in_proportion_to_their_days() {
        let scene = sample(&["2024-01-01", "2024-01-11", "2024-01-26"]).scene(Locale::En, 360.0, 1.0, 0);
        let [one, two, three] = heights(&scene)[..] else { panic!("three dots") };
        assert!(((three - two) / (two - one) - 1.5).abs() < 1e-9);
        assert_eq!(axis_points(&scene), 3);
    }

    #[test]
    fn a_long_time_without_events_is_cut_and_the_cut_is_drawn() {
        let scene = sample(&["2023-06", "2024-06-12", "2024-07-03"]).scene(Locale::En, 360.0, 1.0, 0);
        assert_eq!(axis_points(&scene), 7);
    }

    fn axis_points(scene: &Scene) -> usize {
        let Shape::Line { points, .. } = &scene.marks[0].items[0].shape else { panic!("no axis") };
        points.len()
    }

    #[test]
    fn a_timeline_holds_at_every_width() {
        sample(&["2023-06", "2024-04-12", "2024-06-27", "2024-06-27", "2024-07-03"]).check();
        sample(&["0001", "9999-12-31"]).check();
        sample(&["2024", "2024-01", "2024-01-01"]).check();
        sample(&["2024"]).check();
        sample(&[]).check();
    }
}
