//! A story as the studio gives it: as JSON, of the object that an editor works on or of a file from a disk, which can be anything.
//!
//! In: a text. Out: the [`Story`], or what is wrong with it, in the editor's language and with the place of the field that it
//! concerns.

use serde::Serialize;

use super::article::{self, Mismatch};
use super::check::{MAX_BYTES, ProblemKind, check_each_text};
use super::json::{Lines, nodes, pointer_at, reason};
use super::visible::visible;
use super::{Locale, Story};

/// The most problems that are told at once.
const MAX_PROBLEMS: usize = 1000;

/// A problem beside the field that it concerns.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Told {
    /// A JSON pointer, `/facts/3/label/en`; empty for the whole story.
    pub place: String,
    /// What is wrong and what to do about it.
    pub message: String,
}

/// Why a text is no story.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Unread {
    /// The line, from 1.
    pub line: usize,
    /// The character in the line, from 1.
    pub column: usize,
    /// What is wrong there.
    #[serde(flatten)]
    pub told: Told,
}

/// Everything that is wrong with a story, each missing text for itself; with the article's text, also where they do not fit.
pub fn problems(story: &Story, article: Option<&str>, locale: Locale) -> Vec<Told> {
    let mut found = check_each_text(story);
    if let Some(article) = article {
        // The article is at hand, whatever file it will stand in.
        found.retain(|problem| problem.kind != ProblemKind::Article(Mismatch::NoArticle));
        found.extend(article::problems(story, article));
    }
    found.truncate(MAX_PROBLEMS);
    let told = |problem: super::check::Problem| Told {
        place: visible(&problem.place),
        message: visible(&problem.kind.message(locale)),
    };
    found.into_iter().map(told).collect()
}

/// Reads a story from its JSON.
///
/// # Errors
/// The text is too long, is not JSON, or has not the shape of a story; the first place where it is not.
pub fn read(text: &str, locale: Locale) -> Result<Story, Unread> {
    // Editors of other systems put a mark there, which says nothing.
    let text = text.trim_start_matches('\u{feff}');
    if text.len() > MAX_BYTES {
        return Err(Unread { line: 1, column: 1, told: whole(too_long(text.len(), locale)) });
    }
    let error = match serde_json::from_str(text) {
        Ok(story) => return Ok(story),
        Err(error) => error,
    };
    let lines = Lines::new(text);
    let offset = lines.offset(&error);
    let told = match error.classify() {
        serde_json::error::Category::Data => misshapen(&pointer_at(&nodes(text), offset), &reason(&error), locale),
        _ => whole(no_json(&reason(&error), locale)),
    };
    let (line, column) = lines.position(offset);
    Err(Unread { line, column, told })
}

fn whole(message: String) -> Told {
    Told { place: String::new(), message: visible(&message) }
}

fn misshapen(place: &str, reason: &str, locale: Locale) -> Told {
    if let Some(message) = of_another_type(reason, locale) {
        return Told { place: visible(place), ..whole(message) };
    }
    let message = match locale {
        Locale::Zh => format!("这里不合故事文件的格式：{reason}"),
        Locale::En => format!("this is not what a story file has here: {reason}"),
    };
    Told { place: visible(place), ..whole(message) }
}

/// What a field wants and what is written there, where serde tells the types of a programmer.
fn of_another_type(reason: &str, locale: Locale) -> Option<String> {
    let (found, wanted) = reason.strip_prefix("invalid type: ")?.split_once(", expected ")?;
    let (zh, en) = match wanted.split(' ').next()? {
        "f64" => ("数字", "a number"),
        "u8" | "u16" | "u32" | "usize" | "i32" => ("整数", "a whole number"),
        "a" if wanted.starts_with("a string") => ("文字", "a text"),
        "a" if wanted.starts_with("a boolean") => ("true 或 false", "true or false"),
        "a" if wanted.starts_with("a sequence") => ("列表", "a list"),
        "struct" => ("一组字段", "fields in braces"),
        _ => return None,
    };
    // `string "2.3x6"` is what is written with its type before it.
    let found = found.split_once(' ').map_or(found, |(_, written)| written);
    Some(match locale {
        Locale::Zh => format!("这里要填{zh}，写的却是 {found}"),
        Locale::En => format!("this must be {en}, but {found} is written here"),
    })
}

fn too_long(bytes: usize, locale: Locale) -> String {
    match locale {
        Locale::Zh => format!("文件有 {bytes} 字节；最多读取 {MAX_BYTES} 字节"),
        Locale::En => format!("the file has {bytes} bytes; at most {MAX_BYTES} are read"),
    }
}

fn no_json(reason: &str, locale: Locale) -> String {
    match locale {
        Locale::Zh => format!("这不是故事文件：从这里起不是 JSON（{reason}）"),
        Locale::En => format!("this is no story file: from here on it is not JSON ({reason})"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const EMPTY: &str = r#"{ "version": 1, "locales": ["zh"], "title": {}, "lead": {}, "method": [{}], "units": [], "facts": [],
        "constants": [], "derived": [], "chapters": [], "source": { "publication": {}, "date": {}, "credit": {} } }"#;

    #[test]
    fn each_missing_text_is_told_beside_its_field() {
        let story = read(EMPTY, Locale::Zh).expect("a story");
        let told = problems(&story, None, Locale::Zh);
        let places: Vec<&str> = told.iter().map(|told| told.place.as_str()).collect();
        for place in ["/title/zh", "/lead/zh", "/method/0/zh", "/source/credit/zh", "/chapters"] {
            assert!(places.contains(&place), "{place} of {places:?}");
        }
        assert!(told.iter().all(|told| told.message.contains(|c: char| c >= '\u{4e00}')), "{told:?}");
    }

    #[test]
    fn an_article_is_compared_where_it_is_at_hand() {
        let mut story = read(EMPTY, Locale::Zh).expect("a story");
        let omitted = |printed: &str| super::super::Omitted {
            paragraph: "P01".to_owned(),
            printed: printed.to_owned(),
            reason: "不是统计数".to_owned(),
        };
        story.omitted = vec![omitted("3家"), omitted("4家")];
        let at = |article, place: &str| {
            problems(&story, article, Locale::En).iter().filter(|told| told.place == place).count()
        };
        assert_eq!(at(None, "/omitted"), 1);
        let article = Some("有3家，另有5家。");
        assert_eq!([at(article, "/omitted"), at(article, "/omitted/1"), at(article, "/article")], [0, 1, 1]);
    }

    #[test]
    fn what_is_no_story_is_told_with_its_place() {
        let unread = |text: &str| {
            let Unread { line, column, told } = read(text, Locale::En).expect_err("no story");
            (line, column, told.place, told.message)
        };
        for text in ["", "PK\u{3}\u{4}\0\0", "<html>", "[", "\u{202e}{}", "{} {}", "null"] {
            let (line, column, _, message) = unread(text);
            assert!(line == 1 && column >= 1 && !message.contains(['\0', '\u{202e}']), "{text:?}: {message}");
        }
        let (.., place, message) = unread(&EMPTY.replace(r#""title": {}"#, r#""title": { "zh": 3 }"#));
        assert_eq!((place.as_str(), message.as_str()), ("/title/zh", "this must be a text, but `3` is written here"));
        let fact = r#""facts": [{ "id": "a", "paragraph": "P1", "printed": "3", "label": {}, "value": "2.3x6" }]"#;
        let (.., place, message) = unread(&EMPTY.replace(r#""facts": []"#, fact));
        assert_eq!(place, "/facts/0/value");
        assert!(message.starts_with("this must be a number"), "{message}");
        let (.., place, message) = unread(&EMPTY.replace(r#""facts": []"#, r#""facts": [{ "a/b": 1 }]"#));
        assert_eq!(place, "/facts/0/a~1b");
        assert!(message.contains("unknown field"), "{message}");
        let (line, column, ..) = unread("{\n\"title\": {\"zh\": \"一二\"}, x");
        assert_eq!((line, column), (2, 24));
        assert!(unread(&" ".repeat(MAX_BYTES + 1)).3.contains("bytes"));
        assert!(read(&["\u{feff}", EMPTY].concat(), Locale::En).is_ok());
    }

    #[test]
    fn a_story_is_read_as_the_tool_reads_it() {
        let series = crate::testing::OVER_TIME;
        assert_eq!(read(series, Locale::Zh), Ok(crate::testing::story(series)), "its numbers over time are facts too");
        let mut value: serde_json::Value = serde_json::from_str(EMPTY).expect("JSON");
        value["chapters"] = serde_json::json!([{ "id": "c", "title": {}, "lead": {}, "figures": [
            { "id": "f", "title": {}, "subtitle": {}, "reading": {}, "drawing": { "bars": { "panels": [[3]] } } }
        ] }]);
        let unread = read(&value.to_string(), Locale::Zh).expect_err("no story");
        assert_eq!(unread.told.place, "/chapters/0/figures/0/drawing/bars/panels/0/0");
    }
}
