//! Whether every number is seen.

use std::collections::BTreeSet;

use super::{Checker, ProblemKind, entries};

impl Checker<'_> {
    /// Reports every fact that no figure shows or names. Going into a formula does not count: a reader does not see it.
    pub(super) fn orphans(&mut self) {
        let story = self.story;
        let mut unseen = BTreeSet::new();
        for (place, series) in entries("/series", &story.series) {
            let reached = |id: &str| self.reached.contains(id);
            if !series.observations.iter().any(|observation| reached(&series.fact_id(observation))) {
                self.report(&place, ProblemKind::OrphanSeries(series.id.clone()));
                unseen.insert(place);
            }
        }
        let is_unseen = |place: &str| unseen.iter().any(|series| place.starts_with(&format!("{series}/")));
        let facts = std::mem::take(&mut self.places).into_iter().zip(story.facts.iter().map(|fact| &fact.id));
        let facts = facts.filter(|(place, _)| !is_unseen(place));
        let derived = entries("/derived", &story.derived).map(|(place, derived)| (place, &derived.id));
        for (place, id) in facts.chain(derived) {
            if !self.reached.contains(id.as_str()) {
                self.report(&place, ProblemKind::Orphan(id.clone()));
            }
        }
    }
}
