//! What is wrong with a story.

use serde::Serialize;
use wasm_bindgen::prelude::*;

use super::{json, locale, object};
use crate::story::Story;
use crate::story::given::{self, Told, Unread};

/// Everything that is wrong with a story, each beside its field, in a language; with the article's text, also where they do not fit.
#[wasm_bindgen(js_name = checkStory, unchecked_return_type = "Problem[]")]
pub fn check_story(
    #[wasm_bindgen(js_name = "storyFile", unchecked_param_type = "StoryFile")] value: JsValue,
    article: Option<String>,
    #[wasm_bindgen(unchecked_param_type = "Locale")] language: &str,
) -> Result<JsValue, JsValue> {
    let language = locale(language)?;
    let problems: Vec<Told> = match given::read(&json(&value)?, language) {
        Ok(story) => given::problems(&story, article.as_deref(), language),
        Err(unread) => vec![unread.told],
    };
    object(&problems)
}

/// Reads a story from the text of a file, which can be anything: the story, whatever else is wrong with it, or why it is none.
#[wasm_bindgen(js_name = readStory, unchecked_return_type = "{ story?: StoryFile; problems: UnreadProblem[] }")]
pub fn read_story(
    text: &str,
    #[wasm_bindgen(unchecked_param_type = "Locale")] language: &str,
) -> Result<JsValue, JsValue> {
    object(&match given::read(text, locale(language)?) {
        Ok(story) => Read { story: Some(story), problems: Vec::new() },
        Err(unread) => Read { story: None, problems: vec![unread] },
    })
}

#[derive(Serialize)]
struct Read {
    #[serde(skip_serializing_if = "Option::is_none")]
    story: Option<Story>,
    problems: Vec<Unread>,
}
