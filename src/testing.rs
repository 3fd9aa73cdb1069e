//! Stories for the tests beside the code.

use serde_json::{Value, json};

use crate::edition::Edition;
use crate::story::{Locale, Story};

pub(crate) const EVERY_KIND: &str = include_str!("../tests/fixtures/every-kind.json");
pub(crate) const OVER_TIME: &str = include_str!("../tests/fixtures/over-time.json");
pub(crate) const ONE_LANGUAGE: &str = include_str!("../tests/fixtures/one-language.json");

pub(crate) fn story(text: &str) -> Story {
    serde_json::from_str(text).expect("a story")
}

/// A story of these fields, in two languages where they name none; all others are empty.
pub(crate) fn story_with(fields: &str) -> Story {
    let mut story = json!({
        "version": 1, "locales": ["zh", "en"], "title": {}, "lead": {}, "method": [], "units": [], "facts": [], "constants": [],
        "source": {"publication": {}, "date": {}, "credit": {}}, "derived": [], "chapters": [],
    });
    let fields: Value = serde_json::from_str(fields).expect("fields");
    for (name, field) in fields.as_object().expect("an object") {
        story[name] = field.clone();
    }
    serde_json::from_value(story).expect("a story")
}

pub(crate) fn edition(story: Story, locale: Locale) -> Edition {
    Edition::new(story, locale).expect("an edition")
}
