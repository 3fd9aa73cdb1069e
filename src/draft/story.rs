//! The draft of a story file: every taken number a fact, every paragraph a figure, every heading a chapter. What only an editor can
//! write (titles, readings, the source) is left empty, and the checker lists it.

use super::{Draft, Finding};
use crate::figure::{Bars, Branch, Outline};
use crate::numeral::Kind;
use crate::story::check::{MAX_FIGURES, is_invisible};
use crate::story::{
    Chapter, Drawing, FORMAT, Fact, Figure, Locale, MAX_FACTS, Prose, Source, Story, Terms, Text, Unit,
};

/// The longest heading that becomes a title, in characters.
const LONGEST_TITLE: usize = 60;

/// What Chinese counts things by; everything else measures.
const COUNTERS: &str = "个 家 项 所 条 名 位 件 座 辆 台 套 种 类 户 支 只 头 株 棵 间 处 期 批 场 次 班 列 趟 起 宗 单 份 张 部 艘 款 人 人次 车次 班次 \
    架次 站 队 村 对 组 字 页 栋 标箱 户次";

/// Why an article has no draft.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum StoryError {
    /// Nothing was taken.
    #[error("no number of the article is taken; a story needs at least one")]
    Nothing,
    /// More numbers than a story holds.
    #[error("{0} numbers are taken; a story holds {MAX_FACTS}, so draft a part of the article")]
    TooManyFacts(usize),
    /// More paragraphs than a story has figures.
    #[error("{0} paragraphs have numbers; a story holds {MAX_FIGURES} figures, so draft a part of the article")]
    TooManyFigures(usize),
}

/// The draft as a story in the language of the article.
///
/// # Errors
/// There is nothing to draft, or more than a story holds.
pub fn story(draft: &Draft) -> Result<Story, StoryError> {
    let taken: Vec<&Finding> = draft.findings.iter().filter(|finding| finding.taken).collect();
    let paragraphs: Vec<&[&Finding]> = taken.chunk_by(|one, next| one.paragraph == next.paragraph).collect();
    match (taken.len(), paragraphs.len()) {
        (0, _) => return Err(StoryError::Nothing),
        (facts, _) if facts > MAX_FACTS => return Err(StoryError::TooManyFacts(facts)),
        (_, figures) if figures > MAX_FIGURES => return Err(StoryError::TooManyFigures(figures)),
        _ => {}
    }
    let writer = Writer { draft, locale: language(draft) };
    let mut units = Units::default();
    let facts = (1..).zip(&taken).map(|(number, finding)| writer.fact(number, finding, &mut units)).collect();
    Ok(Story {
        schema: None,
        version: FORMAT,
        locales: vec![writer.locale],
        title: writer.prose(writer.title()),
        lead: Prose::default(),
        source: Source { publication: Text::default(), date: Text::default(), credit: Text::default(), url: None },
        byline: None,
        published: None,
        updated: None,
        corrections: Vec::new(),
        method: vec![Prose::default()],
        terms: Terms::default(),
        article: None,
        omitted: Vec::new(),
        units: units.written(&writer),
        facts,
        series: Vec::new(),
        constants: Vec::new(),
        derived: Vec::new(),
        chapters: writer.chapters(&paragraphs),
    })
}

/// The language that most of an article is written in.
fn language(draft: &Draft) -> Locale {
    let text = || draft.article.paragraphs.iter().flat_map(|paragraph| paragraph.text.chars());
    let chinese = text().filter(|character| ('\u{4e00}'..='\u{9fff}').contains(character)).count();
    let latin = text().filter(char::is_ascii_alphabetic).count();
    // A Chinese character says about as much as an English syllable.
    if chinese * 3 >= latin { Locale::Zh } else { Locale::En }
}

struct Writer<'a> {
    draft: &'a Draft,
    locale: Locale,
}

impl Writer<'_> {
    fn text(&self, text: &str) -> Text {
        let text = text.to_owned();
        match self.locale {
            Locale::Zh => Text { zh: text, ..Text::default() },
            Locale::En => Text { en: text, ..Text::default() },
        }
    }

    fn prose(&self, text: &str) -> Prose {
        let Text { zh, en } = self.text(text);
        Prose { zh: zh.into(), en: en.into() }
    }

    /// The first heading.
    fn title(&self) -> &str {
        let paragraphs = &self.draft.article.paragraphs;
        paragraphs.iter().find(|paragraph| paragraph.heading).map_or("", |heading| plain(&heading.text))
    }

    fn fact(&self, number: usize, finding: &Finding, units: &mut Units) -> Fact {
        let paragraph = self.draft.article.paragraphs.get(finding.paragraph);
        Fact {
            id: id(number),
            paragraph: paragraph.map_or(String::new(), |paragraph| paragraph.number.clone()),
            also: Vec::new(),
            printed: finding.printed.clone(),
            // Of a range, its beginning; any other number is read from what is printed.
            value: finding.numeral.to.map(|_| finding.numeral.value.to_f64()),
            unit: Some(units.id(finding)),
            date: None,
            qualifier: None,
            digits: None,
            period: finding.period.clone(),
            versus: None,
            inferred: false,
            status: None,
            scope: None,
            label: self.text(plain(&finding.term)),
            short: None,
            note: None,
        }
    }

    /// A chapter for each heading that has numbers under it, and for what stands before the first.
    fn chapters(&self, paragraphs: &[&[&Finding]]) -> Vec<Chapter> {
        let heading = |findings: &[&Finding]| {
            let place = findings.first().map_or(0, |finding| finding.paragraph);
            let before = self.draft.article.paragraphs.get(..=place).unwrap_or_default();
            before.iter().rposition(|paragraph| paragraph.heading)
        };
        let mut number = 0;
        let mut chapters = Vec::new();
        for under in paragraphs.chunk_by(|one, next| heading(one) == heading(next)) {
            let title = under.first().and_then(|first| heading(first));
            let title = title.and_then(|place| self.draft.article.paragraphs.get(place));
            chapters.push(Chapter {
                id: format!("chapter-{}", chapters.len() + 1),
                title: self.prose(title.map_or("", |heading| plain(&heading.text))),
                lead: Prose::default(),
                figures: under.iter().map(|findings| figure(findings, &mut number)).collect(),
            });
        }
        chapters
    }
}

/// A paragraph's numbers: as bars where all have a length, a panel for each unit, else as a list. `number` is of the fact before.
fn figure(findings: &[&Finding], number: &mut usize) -> Figure {
    let mut panels: Vec<(String, Vec<String>)> = Vec::new();
    let mut branches = Vec::new();
    for finding in findings {
        *number += 1;
        branches.push(Branch { fact: id(*number), items: Vec::new() });
        let unit = key(finding);
        match panels.iter_mut().find(|(known, _)| *known == unit) {
            Some((_, facts)) => facts.push(id(*number)),
            None => panels.push((unit, vec![id(*number)])),
        }
    }
    let lengths = findings.iter().all(|finding| finding.numeral.value.to_f64() > 0.0);
    let drawing = if lengths {
        Drawing::Bars(Bars { panels: panels.into_iter().map(|(_, facts)| facts).collect() })
    } else {
        Drawing::Outline(Outline { branches })
    };
    let [title, subtitle, reading] = [(); 3].map(|()| Prose::default());
    Figure { id: format!("figure-{number}"), title, subtitle, reading, width: None, drawing, notes: Vec::new() }
}

fn id(number: usize) -> String {
    format!("number-{number}")
}

/// A text that a story can show as it stands; nothing of one that it cannot.
fn plain(text: &str) -> &str {
    let stands = text.chars().count() <= LONGEST_TITLE && !text.contains(['{', '}']) && !text.chars().any(is_invisible);
    if stands { text } else { "" }
}

/// What a number is counted in: its unit as printed, or what kind of ratio it is.
fn key(finding: &Finding) -> String {
    match finding.numeral.kind {
        Kind::Percentage | Kind::Fraction => "%".to_owned(),
        _ => finding.numeral.unit.clone(),
    }
}

/// The units of a draft, in the order in which they come up.
#[derive(Default)]
struct Units(Vec<(String, Kind)>);

impl Units {
    fn id(&mut self, finding: &Finding) -> String {
        let key = key(finding);
        let place = self.0.iter().position(|(known, _)| *known == key).unwrap_or_else(|| {
            self.0.push((key, finding.numeral.kind));
            self.0.len() - 1
        });
        format!("unit-{}", place + 1)
    }

    fn written(&self, writer: &Writer<'_>) -> Vec<Unit> {
        let unit = |(number, (unit, kind)): (usize, &(String, Kind))| {
            let id = format!("unit-{number}");
            let ratio = matches!(kind, Kind::Percentage | Kind::Fraction | Kind::Points | Kind::Multiple);
            let before = unit.starts_with(['$', '£', '€', '¥', '￥']);
            let space = if writer.locale == Locale::En && unit.starts_with(char::is_alphabetic) { " " } else { "" };
            let form = if before { format!("{unit}{{}}") } else { format!("{{}}{space}{}", plain(unit)) };
            Unit {
                dimension: if ratio { "1".to_owned() } else { id.clone() },
                id,
                form: writer.text(&form),
                spoken: None,
                counts: COUNTERS.split_whitespace().any(|counter| counter == unit),
                scale: matches!(kind, Kind::Percentage | Kind::Fraction | Kind::Points).then_some(100.0),
            }
        };
        (1..).zip(&self.0).map(unit).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::story::check::{ProblemKind, check};

    fn drafted(text: &str) -> Story {
        story(&Draft::new(text).expect("an article")).expect("a draft")
    }

    /// What a draft leaves to the editor, and nothing else, is wrong with it.
    fn is_sound(text: &str) {
        let story = drafted(text);
        let left = |kind: &ProblemKind| matches!(kind, ProblemKind::MissingText { .. } | ProblemKind::Blank);
        let wrong: Vec<_> = check(&story).into_iter().filter(|problem| !left(&problem.kind)).collect();
        assert!(wrong.is_empty(), "{wrong:#?}");
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
