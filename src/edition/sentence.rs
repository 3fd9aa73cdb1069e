//! Labels in the middle of an English sentence: they begin with a capital, which goes when the story writes the same word
//! small somewhere, so that names keep theirs. Chinese labels stay as they are.

use std::collections::BTreeSet;

use super::Edition;
use crate::story::{Figure, Locale, Prose, Statistic, Story, Text};

impl Edition {
    /// A label as it stands in the middle of a sentence.
    pub fn in_sentence(&self, label: &str) -> String {
        let word: String = label.chars().take_while(|letter| letter.is_alphanumeric()).collect();
        let mut letters = label.chars();
        match letters.next() {
            Some(capital) if self.locale == Locale::En && self.small_words.contains(&word.to_lowercase()) => {
                let rest_is_small = word.chars().skip(1).all(char::is_lowercase);
                let first: String = if rest_is_small { capital.to_lowercase().collect() } else { capital.into() };
                first + letters.as_str()
            }
            _ => label.to_owned(),
        }
    }
}

/// The words of two letters or more that a story writes small in English. (A single letter is a name more often than a word.)
pub(super) fn small_words(story: &Story) -> BTreeSet<String> {
    let mut words = BTreeSet::new();
    let mut read = |text: &str| {
        let small = |word: &&str| word.chars().nth(1).is_some() && word.starts_with(char::is_lowercase);
        words.extend(text.split(|letter: char| !letter.is_alphanumeric()).filter(small).map(str::to_owned));
    };
    for Text { en, .. } in labels(story) {
        read(en);
    }
    for Prose { en, .. } in prose(story) {
        en.words().for_each(&mut read);
    }
    words
}

fn labels(story: &Story) -> impl Iterator<Item = &Text> {
    let units = story.units.iter().flat_map(|unit| std::iter::once(&unit.form).chain(&unit.spoken));
    let statistics = story.statistics().flat_map(|statistic| [statistic.label(), statistic.short()]);
    units.chain(statistics).chain(story.constants.iter().map(|constant| &constant.label))
}

fn prose(story: &Story) -> impl Iterator<Item = &Prose> {
    let chapters = story.chapters.iter().flat_map(|chapter| {
        [&chapter.title, &chapter.lead].into_iter().chain(chapter.figures.iter().flat_map(figure_prose))
    });
    let corrections = story.corrections.iter().map(|correction| &correction.text);
    let head = [&story.title, &story.lead].into_iter().chain(&story.method).chain(corrections);
    head.chain(story.statistics().filter_map(Statistic::note)).chain(chapters)
}

fn figure_prose(figure: &Figure) -> impl Iterator<Item = &Prose> {
    let notes = figure.notes.iter().map(|note| &note.text);
    [&figure.title, &figure.subtitle, &figure.reading].into_iter().chain(notes)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::{edition, story_with};

    #[test]
    fn a_label_loses_its_capital_where_the_story_writes_its_word_small() {
        let story = r#"{
            "lead": { "en": "On r and trucks, not {vans}" },
            "units": [{ "id": "ship", "dimension": "ship", "form": { "en": "{} ship|{} ships" } }]
        }"#;
        let edition = edition(story_with(story), Locale::En);
        for (label, term) in [
            ("Trucks a day", "trucks a day"),
            ("Ships 1–5", "ships 1–5"),
            ("Vans", "Vans"),
            ("R", "R"),
            ("TRUCKS", "TRUCKS"),
            ("Avon", "Avon"),
            ("", ""),
        ] {
            assert_eq!(edition.in_sentence(label), term);
        }
    }
}
