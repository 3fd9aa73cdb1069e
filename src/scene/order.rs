//! The way through a scene by keys: marks in reading order, and from group to group.

use super::Scene;

/// A move from one mark to another.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Step {
    /// To the next mark in reading order.
    Next,
    /// To the one before.
    Previous,
    /// To the first mark of the next group.
    NextGroup,
    /// To the first mark of the group before.
    PreviousGroup,
    /// To the first mark of all.
    First,
    /// To the last mark of all.
    Last,
}

impl Scene {
    /// The indices of the marks that show a fact, in reading order.
    pub fn order(&self) -> Vec<usize> {
        let mut order = Vec::new();
        for (index, mark) in self.marks.iter().enumerate() {
            if mark.fact.is_some() {
                order.push(index);
            }
        }
        order
    }

    /// Where a step leads from a mark; `None` at an end, so that the key is left to the page. An index that is no mark's
    /// counts as standing before the first.
    pub fn step(&self, from: usize, step: Step) -> Option<usize> {
        let order = self.order();
        let group = |index: usize| self.marks.get(index).map(|mark| mark.group);
        let Some(at) = order.iter().position(|&index| index == from) else { return order.first().copied() };
        let to = match step {
            Step::Next => order.get(at + 1),
            Step::Previous => at.checked_sub(1).and_then(|before| order.get(before)),
            Step::NextGroup => order.iter().skip(at).find(|&&index| group(index) > group(from)),
            Step::PreviousGroup => {
                let mut target = None;
                for &index in order.iter().take(at) {
                    if group(index) < group(from) {
                        target = target.max(group(index));
                    }
                }
                target.and_then(|target| order.iter().find(|&&index| group(index) == Some(target)))
            }
            Step::First => order.first(),
            Step::Last => order.last(),
        };
        to.copied().filter(|&to| to != from)
    }
}
