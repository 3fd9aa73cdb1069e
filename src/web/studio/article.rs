//! From an article to facts.

use serde::{Deserialize, Serialize};
use wasm_bindgen::prelude::*;

use super::{locale, object, story};
use crate::draft::story::{begun, empty};
use crate::draft::take::take;
use crate::draft::{ArticleError, Draft, Finding, marks};
use crate::story::{FactId, Story};
use crate::web::error::coded;

/// Finds the numbers of an article; with the story that is being written from it, also what it has of them.
#[wasm_bindgen(js_name = findNumbers, unchecked_return_type = "MarkedArticle")]
pub fn find_numbers(
    article: &str,
    #[wasm_bindgen(js_name = "storyFile", unchecked_param_type = "StoryFile | undefined")] given: JsValue,
) -> Result<JsValue, JsValue> {
    let story = if given.is_undefined() { None } else { Some(story(given)?) };
    object(&marks::marked(&read(article)?, story.as_ref()))
}

/// A story without a number to begin with: of an article in its language and with its headline, else in a language that is wished.
#[wasm_bindgen(js_name = emptyStory, unchecked_return_type = "StoryFile")]
pub fn empty_story(
    article: &str,
    #[wasm_bindgen(unchecked_param_type = "Locale")] language: &str,
) -> Result<JsValue, JsValue> {
    object(&match Draft::new(article) {
        Ok(draft) => begun(&draft),
        Err(_) => empty(locale(language)?),
    })
}

/// Adds numbers of an article to a story, as facts with their units; says their ids.
#[wasm_bindgen(js_name = takeNumbers, unchecked_return_type = "{ story: StoryFile; facts: string[] }")]
pub fn take_numbers(
    #[wasm_bindgen(js_name = "storyFile", unchecked_param_type = "StoryFile")] given: JsValue,
    article: &str,
    #[wasm_bindgen(unchecked_param_type = "FindingPlace[]")] places: JsValue,
) -> Result<JsValue, JsValue> {
    let (mut story, draft) = (story(given)?, read(article)?);
    let missing = || coded("finding", "the article has no such number");
    let places: Vec<Place> = serde_wasm_bindgen::from_value(places).map_err(|_| missing())?;
    let found: Option<Vec<&Finding>> = places.iter().map(|place| place.finding(&draft)).collect();
    let taken = take(&mut story, &draft, &found.ok_or_else(missing)?);
    let facts = taken.map_err(|error| coded("too-many-facts", &error.to_string()))?;
    object(&Taken { story, facts })
}

#[derive(Serialize)]
struct Taken {
    story: Story,
    facts: Vec<FactId>,
}

/// A number by its paragraph and its place there.
#[derive(Deserialize)]
struct Place {
    paragraph: usize,
    finding: usize,
}

impl Place {
    fn finding<'a>(&self, draft: &'a Draft) -> Option<&'a Finding> {
        draft.findings.iter().filter(|finding| finding.paragraph == self.paragraph).nth(self.finding)
    }
}

fn read(article: &str) -> Result<Draft, JsValue> {
    Draft::new(article).map_err(|error| {
        let code = match error {
            ArticleError::Empty => "article-empty",
            ArticleError::TooLong(_) => "article-too-long",
            ArticleError::TooManyNumbers => "too-many-numbers",
            ArticleError::Binary => "article-binary",
        };
        coded(code, &error.to_string())
    })
}
