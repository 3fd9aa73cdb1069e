//! A story against its article: that each fact is printed where it says, and that no statistic of the article is left out unseen.
//!
//! In: a story and the article's text, each line a paragraph, which may begin with its number, `[P01]`. Out: the [`Problem`]s. Only the
//! checker reads the article; nothing of it is published.

use std::ops::Range;

use serde::{Deserialize, Serialize};

use super::check::Problem;
use super::sentences::sentences;
use super::{Locale, Story};
use crate::draft::{ArticleError, Draft, Paragraph};

/// A number of the article that the story leaves out.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "cli", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Omitted {
    /// The paragraph it stands in: `P09`.
    pub paragraph: String,
    /// The very characters of the article.
    pub printed: String,
    /// Why it is no fact of the story: for editors, shown nowhere.
    pub reason: String,
}

sentences! {
    /// What does not fit between a story and its article.
    #[derive(Clone, Debug, PartialEq, thiserror::Error)]
    #[error("{}", self.message(Locale::En))]
    pub enum Mismatch {
        Unopened(reason: String) =>
            "the article cannot be read: {reason}; name a text file beside the story",
            "文章打不开：`{reason}`；请写故事文件旁边的文本文件名";
        Unreadable(error: ArticleError) =>
            "the article cannot be read: {error}; name a text file beside the story",
            "文章读不了：{error}";
        NotPrinted =>
            "the article does not print this; correct it",
            "文章中没有这些字；请更正";
        PrintedElsewhere { paragraph: String, elsewhere: String } =>
            "{paragraph} does not print this, but {elsewhere} does; correct the paragraph, or what is printed",
            "{paragraph} 中没有这些字，{elsewhere} 中有；请更正段落号，或更正原文";
        LeftOut { paragraph: String, printed: String } =>
            "no fact has `{printed}` of {paragraph}; add one, or list it in `omitted` with a reason",
            "{paragraph} 中的 `{printed}` 不是事实；请添加，或列入 `omitted` 并说明理由";
        NoArticle =>
            "what is omitted is read against the article, which is not named; name its text file in `article`, or remove the list",
            "略去的数字要对照文章，而文章未指明；请在 `article` 中写其文本文件名，或删除此列表";
        NotLeftOut =>
            "no number is left out here: a fact has it, or the paragraph does not; remove the entry",
            "这里没有略去的数字：它已是事实，或不在该段中；请删除此项";
    }
}

/// Everything in which a story does not fit its article.
pub fn problems(story: &Story, article: &str) -> Vec<Problem> {
    let Draft { article, findings } = match Draft::new(article) {
        Ok(draft) => draft,
        Err(error) => return vec![problem("/article".to_owned(), Mismatch::Unreadable(error))],
    };
    let paragraphs = article.paragraphs;
    let mut problems = Vec::new();
    for (index, fact) in story.facts.iter().enumerate() {
        let prints = |paragraph: &&Paragraph| paragraph.text.contains(&fact.printed);
        let own = number(&fact.paragraph);
        if !paragraphs.iter().any(|paragraph| number(&paragraph.number) == own && prints(&paragraph)) {
            let elsewhere = paragraphs.iter().find(prints);
            let kind = match elsewhere {
                None => Mismatch::NotPrinted,
                Some(other) => {
                    Mismatch::PrintedElsewhere { paragraph: fact.paragraph.clone(), elsewhere: other.number.clone() }
                }
            };
            problems.push(problem(format!("/facts/{index}/printed"), kind));
        }
    }
    let mut silenced = vec![false; story.omitted.len()];
    for (index, paragraph) in paragraphs.iter().enumerate() {
        let omitted = story
            .omitted
            .iter()
            .zip(&mut silenced)
            .filter(|(omitted, _)| number(&omitted.paragraph) == number(&paragraph.number));
        let mut omitted: Vec<_> =
            omitted.map(|(omitted, used)| (places(&paragraph.text, &omitted.printed), used)).collect();
        let facts: Vec<_> =
            told_in(story, &paragraph.number).flat_map(|printed| places(&paragraph.text, printed)).collect();
        for found in findings.iter().filter(|found| found.paragraph == index && !meet(&facts, &found.span)) {
            match omitted.iter_mut().find(|(places, _)| meet(places, &found.span)) {
                Some((_, used)) => **used = true,
                // What no editor would take need not be left out with a reason: 第一产业, 71岁的村民.
                None if found.taken => {
                    let kind =
                        Mismatch::LeftOut { paragraph: paragraph.number.clone(), printed: found.printed.clone() };
                    problems.push(problem("/article".to_owned(), kind));
                }
                None => {}
            }
        }
    }
    for (index, _) in silenced.iter().enumerate().filter(|(_, used)| !**used) {
        problems.push(problem(format!("/omitted/{index}"), Mismatch::NotLeftOut));
    }
    problems
}

/// The number of a paragraph by its name, which is P and up to four digits: 9 for P09.
pub(crate) fn number(name: &str) -> Option<u16> {
    let digits = name.strip_prefix('P').filter(|digits| digits.len() <= 4)?;
    digits.bytes().all(|byte| byte.is_ascii_digit()).then(|| digits.parse().ok())?
}

/// The printed forms of the facts that a paragraph says, first or again.
fn told_in<'a>(story: &'a Story, paragraph: &str) -> impl Iterator<Item = &'a str> {
    let paragraph = number(paragraph);
    let says = move |name: &String| number(name) == paragraph;
    story
        .facts
        .iter()
        .filter(move |fact| says(&fact.paragraph) || fact.also.iter().any(says))
        .map(|fact| fact.printed.as_str())
}

/// Where a printed form stands in a text.
pub(crate) fn places(text: &str, printed: &str) -> Vec<Range<usize>> {
    text.match_indices(printed).map(|(at, printed)| at..at + printed.len()).collect()
}

/// Whether one of some places shares a character with a span.
pub(crate) fn meet(places: &[Range<usize>], span: &Range<usize>) -> bool {
    places.iter().any(|place| place.start < span.end && span.start < place.end)
}

fn problem(place: String, mismatch: Mismatch) -> Problem {
    Problem { place, kind: mismatch.into() }
}

#[cfg(test)]
mod tests {
    use super::*;

    const ARTICLE: &str = "A head\n[P01] 一座虚构的图书馆在2023年借出180册小说。\n\n[P02] 读者150人，同比增长3%，其中第1位来自三个村。[附]见图。";

    fn told(omitted: &str) -> Vec<(String, String)> {
        let fact = |printed: &str, paragraph: &str| {
            format!(r#"{{ "id": "a", "paragraph": "{paragraph}", "printed": "{printed}", "label": {{}} }}"#)
        };
        let facts = [fact("180册", "P1"), fact("150人", "P01"), fact("4%", "P2")].join(",");
        let story = crate::testing::story_with(&format!(r#"{{ "facts": [{facts}], "omitted": [{omitted}] }}"#));
        problems(&story, ARTICLE).into_iter().map(|problem| (problem.place, problem.kind.to_string())).collect()
    }

    #[test]
    fn every_fact_stands_in_its_paragraph_and_every_number_is_a_fact() {
        let told = told("");
        let said = |at: usize| told.get(at).map_or(("", ""), |(place, message)| (place.as_str(), message.as_str()));
        assert_eq!(
            said(0),
            ("/facts/1/printed", "P01 does not print this, but P02 does; correct the paragraph, or what is printed")
        );
        assert_eq!(said(1).0, "/facts/2/printed");
        let left: Vec<&str> = told.iter().skip(2).filter_map(|(_, message)| message.split('`').nth(1)).collect();
        assert_eq!(left, ["150人", "3%", "三个"]);
    }

    #[test]
    fn a_number_is_silenced_with_a_reason_and_a_reason_silences_a_number() {
        let omitted = |paragraph: &str, printed: &str| {
            format!(r#"{{ "paragraph": "{paragraph}", "printed": "{printed}", "reason": "no statistic" }}"#)
        };
        let list = [omitted("P02", "第1位"), omitted("P2", "三个村"), omitted("P01", "三个村")].join(",");
        let told = told(&list);
        let left: Vec<&str> = told
            .iter()
            .filter(|(place, _)| place == "/article")
            .filter_map(|(_, message)| message.split('`').nth(1))
            .collect();
        assert_eq!(left, ["150人", "3%"]);
        assert_eq!(told.last().map(|(place, _)| place.as_str()), Some("/omitted/2"));
    }
}
