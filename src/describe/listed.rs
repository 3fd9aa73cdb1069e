//! The facts of a story that is still being written, as an editor's list shows them.

use serde::Serialize;

use crate::edition::Edition;
use crate::story::{FactId, Statistic};

/// A fact in an editor's list.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct ListedFact {
    /// Its name.
    pub id: FactId,
    /// Its value as the page writes it; empty where it does not come out.
    pub value: String,
    /// The formula in words, if we worked it out.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub formula: Option<String>,
    /// The figures whose drawings show it, in reading order.
    pub figures: Vec<String>,
}

/// Every fact, then every derived fact.
pub fn listed(edition: &Edition) -> Vec<ListedFact> {
    let fact = |statistic: Statistic<'_>| {
        let id = statistic.id();
        let shows = |figure: &&crate::story::Figure| figure.drawing.facts().into_iter().any(|fact| fact == id);
        ListedFact {
            id: id.to_owned(),
            value: edition.written(id).unwrap_or_default(),
            formula: edition.derivation(id).ok().flatten(),
            figures: edition.figures().filter(shows).map(|figure| figure.id.clone()).collect(),
        }
    };
    edition.story.statistics().map(fact).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::story::Locale;
    use crate::testing::story_with;

    #[test]
    fn a_story_without_texts_lists_what_comes_out_of_it() {
        let story = story_with(
            r#"{
                "units": [{ "id": "t", "dimension": "t", "form": { "zh": "{}吨" } }],
                "facts": [{ "id": "a", "paragraph": "P1", "printed": "约3万吨", "unit": "t", "label": {} }],
                "derived": [
                    { "id": "twice", "formula": "a * 2", "unit": "t", "label": { "zh": "两倍" } },
                    { "id": "broken", "formula": "a / 0", "unit": "t", "label": {} }
                ],
                "chapters": [{ "id": "c", "title": {}, "lead": {}, "figures": [
                    { "id": "f", "title": {}, "subtitle": {}, "reading": {}, "drawing": { "bars": { "panels": [["a", "broken"]] } } }
                ] }]
            }"#,
        );
        let list = listed(&Edition::unfinished(story, Locale::Zh));
        let rows: Vec<_> =
            list.iter().map(|fact| (fact.id.as_str(), fact.value.as_str(), fact.figures.len())).collect();
        assert_eq!(rows, [("a", "约3万吨", 1), ("twice", "约6万吨", 0), ("broken", "", 1)]);
        assert!(list[1].formula.as_deref().is_some_and(|formula| formula.contains("× 2")));
    }
}
