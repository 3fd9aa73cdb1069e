//! A story from the text of its file, every problem with its line and column. Native only: what it needs weighs more
//! than all the rest.
//!
//! In: the file's text. Out: a [`Story`] that holds, or everything that is wrong, as far as it can be told: a file that
//! is not JSON has one problem, a file of the wrong shape all problems of its shape, and only a file of the right shape
//! is asked whether it holds ([`check`](super::check)). Here is also the schema, which editors complete and check with
//! while typing.

mod positions;
mod shape;

use schemars::generate::SchemaSettings;
use schemars::transform::RecursiveTransform;
use serde_json::Value;

use super::Story;
use super::article::{self, Mismatch};
use super::check::{MAX_BYTES, Problem, check};
use super::json::{Lines, reason};
use super::visible::visible;
use positions::Positions;

/// The most problems that are told at once.
pub const MAX_PROBLEMS: usize = 1000;
/// A problem and where to find it.
///
/// Everything in it can be shown: characters that are not seen are written as `\u{202e}`, and long quotes are cut.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Located {
    /// The line, from 1.
    pub line: usize,
    /// The character in the line, from 1.
    pub column: usize,
    /// A JSON pointer, `/facts/3/label/en`; empty for the whole file.
    pub place: String,
    /// A sentence that says what is wrong and what to do about it.
    pub message: String,
    /// A guess at what was meant, or a list of what may be written.
    pub hint: Option<String>,
}

/// A problem as it is found, before its line is counted.
struct Found {
    /// The byte of the text that the problem begins at.
    offset: usize,
    place: String,
    message: String,
    hint: Option<String>,
}

/// Reads a story.
///
/// # Errors
/// Every problem, in the order of the file; at most [`MAX_PROBLEMS`] of them and one that says so.
pub fn read(text: &str) -> Result<Story, Vec<Located>> {
    located_story(text, |_| Vec::new())
}

/// [`read`], and the article that the story names is read too, by `beside`, which says why it cannot be.
///
/// # Errors
/// Every problem of the story, and everything in which it does not fit its article.
pub fn read_with_article(
    text: &str,
    beside: impl FnOnce(&str) -> Result<String, String>,
) -> Result<Story, Vec<Located>> {
    located_story(text, |story| match story.article.as_deref().map(beside) {
        Some(Ok(article)) => article::problems(story, &article),
        Some(Err(error)) => vec![Problem { place: "/article".to_owned(), kind: Mismatch::Unopened(error).into() }],
        None => Vec::new(),
    })
}

/// Reads a story and asks what else is wrong with it.
fn located_story(text: &str, more: impl FnOnce(&Story) -> Vec<Problem>) -> Result<Story, Vec<Located>> {
    let mut found = match story(text, more) {
        Ok((story, found)) if found.is_empty() => return Ok(story),
        Ok((_, found)) | Err(found) => found,
    };
    found.sort_by_key(|found| found.offset);
    if found.len() > MAX_PROBLEMS {
        found.truncate(MAX_PROBLEMS);
        let offset = found.last().map_or(0, |last| last.offset);
        let message = "there are more problems; correct these first".to_owned();
        found.push(Found { offset, place: String::new(), message, hint: None });
    }
    let lines = Lines::new(text);
    Err(found.into_iter().map(|found| located(found, &lines)).collect())
}

/// The JSON Schema of a story file, indented, with a line break at its end.
pub fn schema() -> String {
    format!("{:#}\n", schema_value())
}

fn schema_value() -> Value {
    let settings = SchemaSettings::draft2020_12().with_transform(RecursiveTransform(plain));
    settings.into_generator().into_root_schema_for::<Story>().to_value()
}

/// What is optional is left out and never `null`: one way to write a thing. Nor are there defaults to complete with, which
/// are all empty. Descriptions lose the links of Rust's docs.
fn plain(schema: &mut schemars::Schema) {
    schema.remove("default");
    if let Some(Value::Array(types)) = schema.get_mut("type") {
        types.retain(|kind| kind != "null");
        if let [only] = types.as_slice() {
            let only = only.clone();
            schema.insert("type".to_owned(), only);
        }
    }
    if let Some(Value::Array(choices)) = schema.get_mut("anyOf") {
        choices.retain(|choice| choice.get("type").is_none_or(|kind| kind != "null"));
        if let [Value::Object(only)] = choices.as_slice() {
            let only = only.clone();
            schema.remove("anyOf");
            schema.ensure_object().extend(only);
        }
    }
    if let Some(Value::String(description)) = schema.get_mut("description") {
        *description = description.replace("[`", "`").replace("`]", "`");
    }
}

/// A story of the right shape with the problems that it still has, or those for which there is none.
fn story(text: &str, more: impl FnOnce(&Story) -> Vec<Problem>) -> Result<(Story, Vec<Found>), Vec<Found>> {
    let whole = |offset, message, hint| vec![Found { offset, place: String::new(), message, hint }];
    if text.len() > MAX_BYTES {
        let message = format!("the file has {} bytes; at most {MAX_BYTES} are read", text.len());
        return Err(whole(0, message, None));
    }
    if text.starts_with('\u{feff}') {
        return Err(whole(0, "the file starts with a byte order mark; save it as UTF-8 without".to_owned(), None));
    }
    let broken =
        |error: serde_json::Error| whole(Lines::new(text).offset(&error), reason(&error), Some(syntax_hint(&error)));
    let value: Value = serde_json::from_str(text).map_err(broken)?;
    let positions = Positions::new(text);
    let mut found = positions.repeated();
    found.extend(shape::problems(&schema_value(), &value, &positions));
    if !found.is_empty() {
        return Err(found);
    }
    // Some values pass the schema and not the types, such as 1.0 for a whole number.
    let story: Story =
        serde_json::from_str(text).map_err(|error| whole(Lines::new(text).offset(&error), reason(&error), None))?;
    let problems = check(&story).into_iter().chain(more(&story)).map(|problem| Found {
        offset: positions.value(&problem.place),
        message: problem.kind.to_string(),
        hint: None,
        place: problem.place,
    });
    let found = problems.collect();
    Ok((story, found))
}

fn syntax_hint(error: &serde_json::Error) -> String {
    let hint = match error.classify() {
        serde_json::error::Category::Eof => "the file ends too early; close every bracket and quote",
        _ if error.to_string().starts_with("recursion limit") => "no story nests values so deep",
        _ => "from here on the file is not read; correct this first",
    };
    hint.to_owned()
}

fn located(found: Found, lines: &Lines<'_>) -> Located {
    let (line, column) = lines.position(found.offset);
    Located {
        line,
        column,
        place: visible(&found.place),
        message: visible(&found.message),
        hint: found.hint.as_deref().map(visible),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_in_the_schema_may_be_null() {
        assert!(!schema().contains("null"));
        assert!(schema().ends_with("}\n"));
    }
}
