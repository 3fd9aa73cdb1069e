//! One dot a thing, in groups that can be brought forward: as discs that compare by area where dots are many, in rows that
//! can be counted where they are few.
//!
//! ```text
//! ▬▬
//! 43  Companies
//! ∙∙∙∙∙∙∙∙∙∙∙∙∙∙∙∙∙∙∙∙∙∙∙∙∙∙∙∙   rows of whole tens; a dot has the same size in every group
//! ∙∙∙∙∙∙∙∙∙∙∙∙∙∙∙ ❯              where the count is over what is drawn
//! ```

mod discs;

use kurbo::Size;

use super::Frame;
use super::kinds::{Editorial, Kind, Opening, Summary, spec, terms};
use super::parts::dot_grid::DotGrid;
use crate::describe::Summarizer;
use crate::plate::{FactLine, Plate};
use crate::scene::{Ink, Mark};
use crate::story::check::Checker;
use crate::story::{FactId, Width};
use crate::words::words;

spec! {
    /// One dot a thing, in groups that can be brought forward.
    Dots {
        /// Counts, in reading order.
        groups: Vec<FactId>,
    }
}

impl Kind for Dots {
    fn facts(&self) -> Vec<&FactId> {
        self.groups.iter().collect()
    }

    fn counted(&self) -> Vec<&FactId> {
        self.groups.iter().collect()
    }

    fn choices(&self, plate: &Plate) -> Vec<String> {
        if self.groups.len() < 2 {
            return Vec::new();
        }
        let mut choices = vec![words(plate.locale).all.to_owned()];
        choices.append(&mut terms(&self.groups, plate));
        choices
    }

    fn layout(&self, frame: &Frame<'_>) -> Vec<Mark> {
        layout(self, frame)
    }
}

impl Editorial for Dots {
    fn usual_width(&self) -> Width {
        Width::TwoThirds
    }

    fn check(&self, checker: &mut Checker<'_>, place: &str) {
        checker.dots(&format!("{place}/groups"), &self.groups);
    }

    fn opening(&self) -> Opening {
        (
            "{}组点，每个点代表一个",
            "{} group of dots, one dot for each thing",
            "{} groups of dots, one dot for each thing",
        )
    }

    fn summary(&self, summarizer: &Summarizer<'_>) -> Summary {
        Ok(vec![summarizer.opening(self.groups.len()), summarizer.ranked(&self.groups)?])
    }
}

/// From so many dots on, a group is a disc.
const MANY: usize = 100;
/// About how high all dots together come out, in CSS px.
const FIELD: f64 = 460.0;
/// About how high they come out on the narrowest phones, where the text around them takes much room, in CSS px.
const SMALL_FIELD: f64 = 330.0;
/// The narrowest width that is no longer such a phone's, in CSS px.
const WIDE: f64 = 310.0;
/// From one dot to the next at most, in CSS px.
const PITCH: f64 = 12.0;
/// From one dot to the next at most, where there are no more than a hundred, in CSS px.
const LOOSE_PITCH: f64 = 16.0;
/// The least height of the ellipsis behind a count that is over the number drawn, in CSS px.
const OPEN_END: f64 = 12.0;

fn layout(spec: &Dots, frame: &Frame<'_>) -> Vec<Mark> {
    let groups = frame.facts(&spec.groups);
    let chosen = frame.choice.checked_sub(1).filter(|group| *group < groups.len());
    let many = groups.iter().any(|fact| fact.count() >= MANY);
    if many && let Some(marks) = discs::layout(&groups, frame, chosen) {
        return marks;
    }
    rows(groups, frame, chosen)
}

/// The groups under each other, in rows.
fn rows(groups: Vec<&FactLine>, frame: &Frame<'_>, chosen: Option<usize>) -> Vec<Mark> {
    let mut total = 0;
    for fact in &groups {
        total += fact.count();
    }
    let field = Size::new(frame.width, if frame.width < WIDE { SMALL_FIELD } else { FIELD });
    let grid = DotGrid::fit(total, field, if total <= 100 { LOOSE_PITCH } else { PITCH });
    let mut marks = Vec::new();
    let mut y = 0.0;
    for (group, fact) in groups.into_iter().enumerate() {
        let forward = chosen.is_none_or(|chosen| chosen == group);
        let (ink, text) = if forward { (frame.hue, Ink::Text) } else { (Ink::Pale, Ink::Muted) };
        let mut heading = frame.pen();
        heading.bar((0.0, y), 28.0, 3.0, ink);
        let top = heading.term(fact.tallied(), &fact.label, (0.0, y + 7.0), frame.width, text) + 5.0;
        let count = fact.count();
        let mut pen = frame.pen();
        grid.dots(&mut pen, 0, count, (0.0, top), ink);
        pen.over(heading);
        y = top + grid.height(count) + 26.0;
        if fact.is_over() {
            let height = (2.0 * grid.radius()).max(OPEN_END);
            // After the last dot, or under it where the row has no room.
            let last = grid.center(count.saturating_sub(1), (0.0, top));
            let after = last.x + grid.pitch - grid.radius();
            let at = if after + height <= frame.width {
                (after, last.y - grid.radius())
            } else {
                (0.0, last.y + grid.pitch)
            };
            pen.open_end(at, height);
            y = y.max(at.1 + height + 26.0);
        }
        pen.mark(&mut marks, fact, group);
    }
    marks
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::super::testing::{Sample, dots, fact, layout_of};
    use super::super::{LayoutError, MAX_DOTS};
    use super::*;
    use crate::scene::Shape;
    use crate::story::Locale;

    fn sample(counts: &[f64]) -> Sample {
        let ids: Vec<String> = (0..counts.len()).map(|index| format!("group-{index}")).collect();
        let mut facts: Vec<_> = ids.iter().zip(counts).map(|(id, count)| fact(id, *count, "thing")).collect();
        if let Some(first) = facts.first_mut() {
            first["qualifier"] = json!("over");
        }
        Sample::new(&facts, &[], json!({"dots": {"groups": ids}}))
    }

    #[test]
    fn every_thing_has_its_dot_at_every_width() {
        for counts in [&[900.0, 79.0, 48.0, 45.0][..], &[400.0, 108.0, 214.0], &[6.0, 43.0], &[0.0, 1.0], &[]] {
            let sample = sample(counts);
            sample.check();
            for choice in 0..=counts.len() {
                let scene = sample.scene(Locale::Zh, 328.0, 1.0, choice);
                assert_eq!(dots(&scene) as f64, counts.iter().sum::<f64>());
            }
        }
    }

    #[test]
    fn groups_compare_by_area_where_one_is_far_larger() {
        let scene = sample(&[5899.0, 279.0, 148.0, 145.0]).scene(Locale::Zh, 680.0, 1.0, 0);
        let radius = |mark: &Mark| {
            mark.items.iter().find_map(|item| match item.shape {
                Shape::Dots { radius, .. } => Some(radius),
                _ => None,
            })
        };
        assert!(scene.marks.iter().all(|mark| radius(mark) == radius(&scene.marks[0])), "all dots are of one size");
        assert!(scene.size.height < 420.0, "they stand beside each other: {}", scene.size.height);
    }

    #[test]
    fn no_disc_is_left_alone_in_a_second_row() {
        for counts in [&[5899.0, 279.0, 148.0, 145.0][..], &[198.0, 800.0, 514.0]] {
            for width in [240.0, 288.0, 500.0] {
                let scene = sample(counts).scene(Locale::Zh, width, 1.0, 0);
                let small = &scene.marks[counts.len() - 3..];
                let below = small.windows(2).filter(|pair| pair[1].area.y0 >= pair[0].area.y1).count();
                assert!(below == 0 || below == 2, "{counts:?} at {width}: all in one row, or each in its own");
            }
        }
    }

    #[test]
    fn one_group_leaves_nothing_to_choose() {
        let choices = |counts: &[f64]| sample(counts).plate(Locale::En).figures[0].choices.len();
        assert_eq!([choices(&[6.0]), choices(&[6.0, 43.0])], [0, 3]);
    }

    #[test]
    fn a_choice_changes_inks_and_moves_nothing() {
        let sample = sample(&[6.0, 43.0, 9.0]);
        let (all, one) = (sample.scene(Locale::En, 600.0, 1.0, 0), sample.scene(Locale::En, 600.0, 1.0, 2));
        for (group, (before, after)) in all.marks.iter().zip(&one.marks).enumerate() {
            assert_eq!(before.area, after.area);
            let ink = if group == 1 { Ink::Hue1 } else { Ink::Pale };
            assert_eq!(after.items.first().map(|item| item.ink), Some(ink));
        }
    }

    #[test]
    fn more_dots_than_a_figure_has_room_for_are_refused() {
        let most = MAX_DOTS as f64;
        for (counts, refused) in [
            (&[most - 2.0, 2.0][..], None),
            (&[most - 2.0, 3.0], Some(LayoutError::TooManyDots)),
            (&[f64::from(u32::MAX); 3], Some(LayoutError::TooManyDots)),
        ] {
            let plate = sample(counts).plate(Locale::Zh);
            assert_eq!(layout_of(&plate, 240.0).err(), refused, "{counts:?}");
        }
    }
}
