//! Whole documents for the published page: head, body with still drawings, and the story for the shell.
//!
//! Names of built files stand as `{{main.js}}`; the build puts the hashed names there.

use maud::{DOCTYPE, Markup, PreEscaped, html};
use serde_json::Value;

use super::{body, still};
use crate::edition::Edition;
use crate::story::Locale;

/// The page of one language as a document. `locales` are all languages that the page is published in, `story` is the
/// story as JSON, for the shell.
pub fn document(edition: &Edition, locales: &[Locale], story: &Value) -> Markup {
    // A closing tag inside the data would end it.
    let data = story.to_string().replace("</", "<\\/");
    let drawings = |figure: &_| still::drawings(edition, figure).ok();
    let other_language = if edition.locale == Locale::ALL[0] { "en/" } else { "../" };
    html! {
        (DOCTYPE)
        html lang=(edition.locale.tag()) {
            head {
                meta charset="utf-8";
                meta name="viewport" content="width=device-width, initial-scale=1";
                meta name="color-scheme" content="light dark";
                title { (edition.fill(&edition.story.title)) }
                meta name="description" content=(edition.fill(&edition.story.lead));
                link rel="icon" href="data:,";
                link rel="stylesheet" href="{{style.css}}";
                script type="module" src="{{main.js}}" {}
                link #wasm rel="preload" as="fetch" type="application/wasm" crossorigin href="{{infographic.wasm}}";
                @for locale in locales {
                    link rel="alternate" type="application/json" hreflang=(locale.tag()) href={ "{{story." (locale.code()) ".json}}" };
                }
            }
            body {
                (body(edition, other_language, &drawings))
                script #story-data type="application/json" { (PreEscaped(data)) }
            }
        }
    }
}

/// A story file with the texts of one language only: a valid story again, and all that the page of that language needs.
pub fn in_one_language(story: &Value, locale: Locale) -> Value {
    let is_text = |key: &str| Locale::from_code(key).is_some();
    match story {
        Value::Object(fields) => {
            let kept = fields.iter().filter(|(key, _)| *key != "$schema" && (!is_text(key) || *key == locale.code()));
            let fields = kept.map(|(key, value)| match key.as_str() {
                "locales" => (key.clone(), vec![locale.code()].into()),
                _ => (key.clone(), in_one_language(value, locale)),
            });
            Value::Object(fields.collect())
        }
        Value::Array(items) => items.iter().map(|item| in_one_language(item, locale)).collect(),
        other => other.clone(),
    }
}
