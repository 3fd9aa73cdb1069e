//! Whether every id is one, and stands for one thing.

use std::collections::BTreeMap;

use super::{Checker, ProblemKind, entries};
use crate::story::MAX_ID;
use crate::story::unit::is_unit_id;

impl<'a> Checker<'a> {
    pub(super) fn ids(&mut self) {
        let story = self.story;
        let (facts, numbers) = story.facts.split_at_checked(self.written).unwrap_or_default();
        let facts = ids("/facts", facts, |fact| &fact.id);
        let series = ids("/series", &story.series, |series| &series.id);
        let mut numbers: Vec<_> =
            self.places.iter().skip(self.written).cloned().zip(numbers.iter().map(|fact| fact.id.as_str())).collect();
        // Of a name that is wrong in itself, and of a period that comes twice, the series is told.
        numbers.retain(|(_, id)| is_id(id));
        numbers.dedup_by_key(|(_, id)| *id);
        let derived = ids("/derived", &story.derived, |derived| &derived.id);
        let constants = ids("/constants", &story.constants, |constant| &constant.id);
        let units = ids("/units", &story.units, |unit| &unit.id);
        let chapters = ids("/chapters", &story.chapters, |chapter| &chapter.id);
        let figures = entries("/chapters", &story.chapters)
            .flat_map(|(place, chapter)| ids(&format!("{place}/figures"), &chapter.figures, |figure| &figure.id));
        self.unique(facts.chain(constants).chain(derived).chain(numbers), is_id, ProblemKind::MalformedId);
        self.unique(series, is_series_id, ProblemKind::MalformedId);
        self.unique(units, is_unit_id, ProblemKind::MalformedUnitId);
        // Both are places of one page, and the page has a few of its own.
        let page = ["story", "numbers", "method", "tools", "words"].map(|id| ("the page itself".to_owned(), id));
        self.unique(page.into_iter().chain(chapters).chain(figures), is_id, ProblemKind::MalformedId);
    }

    fn unique(
        &mut self,
        ids: impl Iterator<Item = (String, &'a str)>,
        holds: fn(&str) -> bool,
        malformed: fn(String) -> ProblemKind,
    ) {
        let mut first: BTreeMap<&str, String> = BTreeMap::new();
        for (place, id) in ids {
            if !holds(id) {
                self.report(&place, malformed(id.to_owned()));
            }
            if let Some(first) = first.get(id) {
                self.report(&place, ProblemKind::RepeatedId { id: id.to_owned(), first: first.clone() });
            } else {
                first.insert(id, place);
            }
        }
    }
}

/// The ids of a list's entries with the pointer to each.
fn ids<'a, T>(
    place: &str,
    list: &'a [T],
    id: fn(&T) -> &String,
) -> impl Iterator<Item = (String, &'a str)> + use<'a, T> {
    entries(place, list).map(move |(place, entry)| (format!("{place}/id"), id(entry).as_str()))
}

/// The id of a series, which stays an id with a period behind it: `-2024-01-31-high`.
fn is_series_id(id: &str) -> bool {
    is_id(&[id, "-2024-01-31-high"].concat())
}

/// `[a-z][a-z0-9-]*`, at most [`MAX_ID`].
fn is_id(id: &str) -> bool {
    let follows = |byte: u8| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-';
    id.len() <= MAX_ID && id.starts_with(|c: char| c.is_ascii_lowercase()) && id.bytes().all(follows)
}
