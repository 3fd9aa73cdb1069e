//! Whether every number is seen.

use std::collections::BTreeSet;

use super::{Checker, ProblemKind};

impl Checker<'_> {
    /// Reports every fact that no figure shows or names. Going into a formula does not count: a reader does not see it.
    pub(super) fn orphans(&mut self) {
        let story = self.story;
        let mut unseen = BTreeSet::new();
        for (index, series) in story.series.iter().enumerate() {
            let reached = |id: &str| self.reached.contains(id);
            if !series.observations.iter().any(|observation| reached(&series.fact_id(observation))) {
                let place = format!("/series/{index}");
                self.report(&place, ProblemKind::OrphanSeries(series.id.clone()));
                unseen.insert(place);
            }
        }
        let is_unseen = |place: &str| unseen.iter().any(|series| place.starts_with(&format!("{series}/")));
        let facts = std::mem::take(&mut self.places).into_iter().zip(story.facts.iter().map(|fact| &fact.id));
        let facts = facts.filter(|(place, _)| !is_unseen(place));
        let derived = self.story.derived.iter().enumerate();
        let derived = derived.map(|(index, derived)| (format!("/derived/{index}"), &derived.id));
        for (place, id) in facts.chain(derived) {
            if !self.reached.contains(id.as_str()) {
                self.report(&place, ProblemKind::Orphan(id.clone()));
            }
        }
    }
}
