//! The draft of a story file: every suggested number a fact, every paragraph a figure, every heading a chapter. What only an editor can
//! write (titles, readings, the source) is left empty, and the checker lists it.

use super::take::{plain, take, text};
use super::{Draft, Finding};
use crate::figure::bars::Bars;
use crate::story::check::MAX_FIGURES;
use crate::story::sentences::sentences;
use crate::story::{Chapter, Drawing, FORMAT, FactId, Figure, Locale, MAX_FACTS, Prose, Story, Text};

sentences! {
    /// Why numbers of an article cannot become a story.
    #[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
    #[error("{}", self.message(Locale::En))]
    pub enum StoryError {
        Nothing =>
            "no number of the article is taken; a story needs at least one",
            "没有选取任何数字；至少要选一个";
        TooManyFacts(count: usize) =>
            "{count} numbers are taken; a story holds {MAX_FACTS}, so draft a part of the article",
            "选取了 {count} 个数字；一个故事最多 {MAX_FACTS} 个，请只选取一部分";
        TooManyFigures(count: usize) =>
            "{count} paragraphs have numbers; a story holds {MAX_FIGURES} figures, so draft a part of the article",
            "有数字的段落共 {count} 段；一个故事最多 {MAX_FIGURES} 幅图，请只选取一部分";
    }
}

/// A story without a number, in one language, for an editor to begin with.
pub fn empty(locale: Locale) -> Story {
    Story { version: FORMAT, locales: vec![locale], method: vec![Prose::default()], ..Story::default() }
}

/// A story without a number, in the language of its article and with its headline.
pub fn begun(draft: &Draft) -> Story {
    let mut story = empty(draft.locale());
    let heading = draft.article.paragraphs.iter().find(|paragraph| paragraph.heading);
    story.title = prose(&story, heading.map_or("", |heading| plain(&heading.text)));
    story
}

/// The draft as a story in the language of the article.
///
/// # Errors
/// There is nothing to draft, or more than a story holds.
pub fn story(draft: &Draft) -> Result<Story, StoryError> {
    let suggested: Vec<&Finding> = draft.findings.iter().filter(|finding| finding.taken).collect();
    let paragraphs: Vec<&[&Finding]> = suggested.chunk_by(|one, next| one.paragraph == next.paragraph).collect();
    match paragraphs.len() {
        0 => return Err(StoryError::Nothing),
        figures if figures > MAX_FIGURES => return Err(StoryError::TooManyFigures(figures)),
        _ => {}
    }
    let mut story = begun(draft);
    let facts = take(&mut story, draft, &suggested)?;
    story.chapters = chapters(&story, draft, &paragraphs, &facts);
    Ok(story)
}

fn prose(story: &Story, written: &str) -> Prose {
    let Text { zh, en } = text(story.first_language(), written);
    Prose { zh: zh.into(), en: en.into() }
}

/// A chapter for each heading that has numbers under it, and for what stands before the first.
fn chapters(story: &Story, draft: &Draft, paragraphs: &[&[&Finding]], facts: &[FactId]) -> Vec<Chapter> {
    let heading = |findings: &[&Finding]| {
        let place = findings.first().map_or(0, |finding| finding.paragraph);
        let before = draft.article.paragraphs.get(..=place).unwrap_or_default();
        before.iter().rposition(|paragraph| paragraph.heading)
    };
    let mut left = facts;
    let mut number = 0;
    let mut figure = |findings: &&[&Finding]| {
        let (own, others) = left.split_at_checked(findings.len()).unwrap_or_default();
        left = others;
        number += 1;
        self::figure(story, number, own)
    };
    let mut chapters = Vec::new();
    for under in paragraphs.chunk_by(|one, next| heading(one) == heading(next)) {
        let title = under.first().and_then(|first| heading(first));
        let title = title.and_then(|place| draft.article.paragraphs.get(place));
        chapters.push(Chapter {
            id: format!("chapter-{}", chapters.len() + 1),
            title: prose(story, title.map_or("", |heading| plain(&heading.text))),
            figures: under.iter().map(&mut figure).collect(),
            ..Chapter::default()
        });
    }
    chapters
}

/// A paragraph's numbers as bars, a panel for each unit.
fn figure(story: &Story, number: usize, facts: &[FactId]) -> Figure {
    Figure::untold(format!("figure-{number}"), Drawing::Bars(Bars { panels: story.by_unit(facts) }))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::story::check::{ProblemKind, check};

    fn drafted(text: &str) -> Story {
        story(&Draft::new(text).expect("an article")).expect("a draft")
    }

    /// What a draft leaves to the editor, and nothing else, is wrong with it, once it has been written down and read again.
    fn is_sound(text: &str) {
        let Ok(draft) = Draft::new(text) else { return };
        let Ok(drafted) = story(&draft) else { return };
        let written = serde_json::to_string(&drafted).expect("JSON");
        let read: Story = serde_json::from_str(&written).expect("a story");
        assert_eq!(read, drafted);
        let left = |kind: &ProblemKind| matches!(kind, ProblemKind::MissingText { .. } | ProblemKind::Blank);
        let wrong: Vec<_> = check(&read).into_iter().filter(|problem| !left(&problem.kind)).collect();
        assert!(wrong.is_empty(), "{wrong:#?}");
    }

    proptest! {
        #[test]
        fn any_draft_is_sound(text in "([0-9]{1,20}|[0-9一二三十百千万亿半第年月日%‰.,，。a-z$€家吨元约超近 \n#{}\u{202e}\u{1}]|下降|分别增长|、|百分点|倍|million|2024年|3月){1,40}") {
            is_sound(&text);
        }
    }

    #[test]
    fn numbers_become_facts_and_paragraphs_figures() {
        let story = drafted("# 镇上\n全镇有茶厂27家、农户3200户，产量近3万吨，增长9%。\n2023年，另有桥5座。");
        assert_eq!(story.title.zh, "镇上".to_owned().into());
        let facts = story.facts.iter().map(|fact| (fact.printed.as_str(), fact.label.zh.as_str()));
        let expected = [("27家", "茶厂"), ("3200户", "农户"), ("近3万吨", "产量"), ("9%", "产量增长"), ("5座", "桥")];
        assert_eq!(facts.collect::<Vec<_>>(), expected);
        let [first, second] = &story.chapters[0].figures[..] else { panic!("two figures") };
        assert_eq!([first, second].map(|figure| figure.drawing.facts().len()), [4, 1]);
    }

    #[test]
    fn only_texts_are_left_to_the_editor() {
        is_sound("# 镇上\n全镇有茶厂27家、农户3200余户，产量近3万吨，同比下降9%，是去年的1.5倍，提高0.5个百分点。");
        is_sound("# Town {x}\nThe town has 27 mills, $3.4 million and about a third of 18,500 trees; down 9%.");
        for article in ["budget", "harbour", "farms", "energy", "schools", "lakes"] {
            let path = format!("{}/tests/fixtures/articles/{article}.txt", env!("CARGO_MANIFEST_DIR"));
            is_sound(&std::fs::read_to_string(path).expect("an article"));
        }
    }

    #[test]
    fn what_cannot_be_drafted_is_said() {
        let error = |text: &str| story(&Draft::new(text).expect("an article")).expect_err("no draft");
        assert_eq!(error("一句话。"), StoryError::Nothing);
        assert_eq!(error(&"共3家、".repeat(1001)), StoryError::TooManyFacts(1001));
        assert_eq!(error(&"共3家。\n".repeat(101)), StoryError::TooManyFigures(101));
    }
}
