//! Days along a line. The dots stand where their days are, in proportion; their labels are moved apart as far as they
//! must, and a leader ties each to its dot. Time in which nothing happens is cut out, and the cut is drawn. The line runs
//! across where all labels find room under it, else down.
//!
//! ```text
//!  ●──── June 2023        ●──≷──●──────────●─●
//!  │     a listing        │     ╰─╮     ╭──╯ ╰──╮
//!  ≷                      June    12 April      27 June
//!  ●──── 12 April 2024    2023    2024          2024
//!  │     a lorry          a list  a lorry       a photo
//!  ●─╮
//!   ╰─── 27 June 2024
//! ```

use kurbo::Rect;

use super::Frame;
use super::kinds::{Editorial, Kind, Need, Opening, Summary, spec};
use crate::describe::Summarizer;
use crate::plate::FactLine;
use crate::scale::{clamp, spread};
use crate::scene::{Ink, Mark, Shape};
use crate::story::check::{Checker, ProblemKind};
use crate::story::date::Date;
use crate::story::{FactId, Statistic, Width};
use crate::text::wrap;

spec! {
    /// Days along a line.
    Timeline {
        /// Facts with a date, in any order.
        events: Vec<FactId>,
    }
}

impl Kind for Timeline {
    fn facts(&self) -> Vec<&FactId> {
        self.events.iter().collect()
    }

    fn needs(&self, _: &FactId) -> Need {
        Need::Date
    }

    fn layout(&self, frame: &Frame<'_>) -> Vec<Mark> {
        layout(self, frame)
    }
}

impl Editorial for Timeline {
    fn usual_width(&self) -> Width {
        Width::Wide
    }

    fn check(&self, checker: &mut Checker<'_>, place: &str) {
        for (place, id) in checker.each(&format!("{place}/events"), &self.events) {
            let shown = checker.shown(&place, id);
            if shown.is_some_and(|shown| !matches!(shown, Statistic::Fact(fact) if fact.date.is_some())) {
                checker.report(&place, ProblemKind::NoDate(id.clone()));
            }
        }
    }

    fn opening(&self) -> Opening {
        ("{}个日期", "{} date", "{} dates")
    }

    fn summary(&self, summarizer: &Summarizer<'_>) -> Summary {
        let words = summarizer.words;
        let mut days = Vec::new();
        for id in &self.events {
            days.push((summarizer.edition.date(id)?, id));
        }
        let event = |id: &str| Ok(words.named(&summarizer.value(id)?, &summarizer.term(id)?));
        let first = days.iter().min_by_key(|(day, _)| day.day_number());
        let last = days.iter().max_by_key(|(day, _)| day.day_number());
        let opening = summarizer.opening(days.len());
        let mut said = vec![match (first, last) {
            (Some((_, first)), Some((_, last))) if first != last => {
                [&opening, words.comma, &words.range(&event(first)?, &event(last)?)].concat()
            }
            (Some((_, only)), _) => words.namely(&opening, &event(only)?),
            _ => opening,
        }];
        let together = |day| days.iter().filter(|(other, _)| *other == day).count();
        // Of equally full days `max_by_key` takes the last, so the days are gone through backwards.
        if let Some((day, id)) = days.iter().rev().max_by_key(|(day, _)| together(*day))
            && together(*day) > 1
        {
            said.push(words.on_one_day(&summarizer.value(id)?, together(*day)));
        }
        let inferred = summarizer.count(|statistic| matches!(statistic, Statistic::Fact(fact) if fact.inferred))?;
        if inferred > 0 {
            said.push(words.years_inferred(inferred));
        }
        Ok(said)
    }
}

/// The line, from the left or from the top.
const AXIS: f64 = 7.0;
/// How far a dot reaches.
const DOT: f64 = 5.0;
/// Where leaders bend away from their dots and where they run on to their labels, and where labels begin: from the left or
/// from the top, as the line.
const LEADER: [f64; 3] = [18.0, 34.0, 46.0];
/// The least width at which events stand beside their date, in CSS px at the usual text size; and from the date to them.
const BESIDE: f64 = 460.0;
const GAP: f64 = 16.0;
/// Between the labels of two days.
const APART: f64 = 6.0;
/// The least distance between two dots, and the length to which a time without events is cut.
const CLOSE: f64 = 13.0;
const CUT: f64 = 44.0;
/// How much longer than all the others together a time without events is, that is cut.
const EMPTY: f64 = 2.0;
/// How long a line that runs down is, in heights of the labels: shorter than they are, since they hang below their dots.
const SHARE: f64 = 0.75;
/// The width of a label under a line that runs across, in CSS px at the usual text size.
const LABEL: f64 = 168.0;

/// The events of one day, or of one month where the story knows no day.
struct Day<'a> {
    /// The day's number, and the date as it is known.
    at: (i32, Date),
    events: Vec<&'a FactLine>,
}

fn layout(spec: &Timeline, frame: &Frame<'_>) -> Vec<Mark> {
    let days = days(spec, frame);
    let label = LABEL * frame.text_scale;
    let free = frame.width - label * days.len() as f64;
    if free >= 0.0 { across(&days, label, free, frame) } else { down(&days, frame) }
}

/// The line from left to right with labels under it, each `label` wide, which leaves `free` px between them.
fn across(days: &[Day<'_>], label: f64, free: f64, frame: &Frame<'_>) -> Vec<Mark> {
    let (dots, cut) = along(days, frame.width - label);
    let lefts = spread(&dots, &vec![label; days.len()]);
    let [from, to, top] = LEADER;
    let mut marks = vec![axis(&dots, cut, frame, |along, aside| (along + DOT, AXIS + aside))];
    let mut before = 0.0;
    for (group, ((day, dot), left)) in days.iter().zip(dots).zip(lefts).enumerate() {
        // Close days push their labels away to both sides, and none may leave the figure.
        let left = clamp(left, before, before + free);
        before += label;
        let (dot, end) = (dot + DOT, left + DOT);
        tie(&[(dot, AXIS), (dot, from), (end, to), (end, top - 4.0)], group, frame, &mut marks);
        labels(day, (group, 0.0), frame, Rect::new(left, top, left + label - APART * 2.0, top), &mut marks);
    }
    marks
}

/// The line from the top down with labels beside it.
fn down(days: &[Day<'_>], frame: &Frame<'_>) -> Vec<Mark> {
    let [from, to, left] = LEADER;
    let place = |y: f64| Rect::new(left, y, frame.width, y);
    let aside = if frame.width < BESIDE * frame.text_scale { 0.0 } else { widest(days, frame) + GAP };
    let (mut heights, mut packed, mut last) = (Vec::new(), 0.0, 0.0);
    for day in days {
        packed += last;
        last = labels(day, (0, aside), frame, place(0.0), &mut Vec::new()) + APART;
        heights.push(last);
    }
    let (dots, cut) = along(days, packed * SHARE);
    let middle = frame.strong().ascent() / 2.0;
    let mut wanted = Vec::new();
    for dot in &dots {
        wanted.push(dot - middle);
    }
    let tops = spread(&wanted, &heights);
    let shift = tops.first().zip(dots.first()).map_or(0.0, |(top, dot)| (-top).max(DOT - dot));
    let mut marks = vec![axis(&dots, cut, frame, |along, aside| (AXIS + aside, along + shift))];
    for (group, ((day, dot), top)) in days.iter().zip(dots).zip(tops).enumerate() {
        let (dot, top) = (dot + shift, top + shift);
        let end = top + middle;
        tie(&[(AXIS, dot), (from, dot), (to, end), (left - 6.0, end)], group, frame, &mut marks);
        labels(day, (group, aside), frame, place(top), &mut marks);
    }
    marks
}

/// The width of the widest date.
fn widest(days: &[Day<'_>], frame: &Frame<'_>) -> f64 {
    let mut widest: f64 = 0.0;
    for event in days.iter().filter_map(|day| day.events.first()) {
        widest = widest.max(frame.advance(&event.written, frame.strong()));
    }
    widest
}

/// A day's dot, where its leader begins, and the leader.
fn tie(leader: &[(f64, f64); 4], group: usize, frame: &Frame<'_>, marks: &mut Vec<Mark>) {
    let [dot, ..] = *leader;
    let mut pen = frame.pen();
    pen.line(leader, 1.0, Ink::Pale);
    pen.draw(Shape::Dots { centers: vec![dot.into()], radius: DOT }, frame.hue);
    pen.furniture(marks, "day", group);
}

/// The days that have events, the earliest first; events of one day as they come.
fn days<'a>(spec: &Timeline, frame: &Frame<'a>) -> Vec<Day<'a>> {
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
    let (mut gaps, mut all) = (Vec::new(), 0.0);
    for (day, next) in days.iter().zip(days.iter().skip(1)) {
        let gap = f64::from(next.at.0 - day.at.0);
        gaps.push(gap);
        all += gap;
    }
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

/// The line from the first dot to the last, with a zigzag where time is cut; `place` says where a point is that lies so far
/// along the line and so far aside.
fn axis(dots: &[f64], cut: Option<usize>, frame: &Frame<'_>, place: impl Fn(f64, f64) -> (f64, f64)) -> Mark {
    let mut points = Vec::new();
    for (index, dot) in dots.iter().enumerate() {
        points.push(place(*dot, 0.0));
        if cut == Some(index) {
            let middle = dot + CUT / 2.0;
            for (along, aside) in [(-7.0, 0.0), (-3.5, 5.0), (3.5, -5.0), (7.0, 0.0)] {
                points.push(place(middle + along, aside));
            }
        }
    }
    let mut pen = frame.pen();
    if dots.len() > 1 {
        pen.line(&points, 2.0, Ink::Pale);
    }
    Mark::furniture("axis", pen.items)
}

/// A day's date and events from the top of `place` down, as wide as it; the y below them. The events stand `aside` px from the date's
/// beginning, or under it where that is 0.
fn labels(day: &Day<'_>, (group, aside): (usize, f64), frame: &Frame<'_>, place: Rect, marks: &mut Vec<Mark>) -> f64 {
    let (strong, body) = (frame.strong(), frame.body());
    let (x, width) = (place.x0 + aside, place.width() - aside);
    let mut top = place.y0;
    for (index, event) in day.events.iter().enumerate() {
        let lines = wrap(&event.label, body, width, frame.measure).len();
        let air = ((frame.row() - body.leading() * lines as f64) / 2.0).max(5.0);
        let mut pen = frame.pen();
        let mut at = top + air;
        if index == 0 {
            let room = if aside > 0.0 { aside } else { width };
            let below = pen.paragraph(&event.written, (place.x0, top), room, strong, Ink::Text);
            at = if aside > 0.0 { top } else { below };
        }
        let below = pen.paragraph(&event.label, (x, at), width, body, Ink::Text) + air;
        pen.mark_within(Rect::new((place.x0 - 4.0).max(0.0), top, place.x1, below), marks, event, group);
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

    #[test]
    fn the_line_runs_across_where_all_labels_find_room_under_it() {
        let days = sample(&["2024-01-01", "2024-01-11", "2024-01-12", "2024-01-13"]);
        let places = |width| {
            let scene = days.scene(Locale::En, width, 1.0, 0);
            let items: Vec<_> = scene.marks.iter().flat_map(|mark| &mark.items).collect();
            let dots = items.iter().filter(|item| matches!(item.shape, Shape::Dots { .. }));
            dots.map(|item| item.shape.bounds().center()).collect::<Vec<_>>()
        };
        let (wide, narrow) = (places(700.0), places(600.0));
        assert!(wide.windows(2).all(|pair| pair[0].x < pair[1].x && pair[0].y == pair[1].y), "{wide:?}");
        assert!(narrow.windows(2).all(|pair| pair[0].x == pair[1].x && pair[0].y < pair[1].y), "{narrow:?}");
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
