//! Numbers of an article as facts of a story: each with its printed form, its unit, its period and its term.

use std::collections::BTreeSet;

use super::story::StoryError;
use super::{Draft, Finding};
use crate::numeral::{Kind, Moment, Part};
use crate::story::check::is_invisible;
use crate::story::{Fact, FactId, Locale, MAX_FACTS, Story, Text, Unit};

/// The longest text of the article that becomes a text of the story, in characters.
const LONGEST: usize = 60;

/// What Chinese counts things by; everything else measures.
const COUNTERS: &str = "个 家 项 所 条 名 位 件 座 辆 台 套 种 类 户 支 只 头 株 棵 间 处 期 批 场 次 班 列 趟 起 宗 单 份 张 部 艘 款 人 人次 车次 班次 \
    架次 站 队 村 对 组 字 页 栋 标箱 户次";

/// Adds findings to a story as facts behind those that it has, with the units that are new to it. Out: their ids, in the same order.
///
/// # Errors
/// The story would hold more facts than it can.
pub fn take(story: &mut Story, draft: &Draft, findings: &[&Finding]) -> Result<Vec<FactId>, StoryError> {
    let count = story.facts.len() + story.derived.len() + story.constants.len() + findings.len();
    if count > MAX_FACTS {
        return Err(StoryError::TooManyFacts(count));
    }
    let known = story.statistics().map(|fact| fact.id().to_owned());
    let known = known.chain(story.constants.iter().map(|constant| constant.id.clone()));
    let mut ids = Ids { known: known.collect(), stem: "number", last: 0 };
    let units = story.units.iter().map(|unit| unit.id.clone());
    let mut unit_ids = Ids { known: units.collect(), stem: "unit", last: 0 };
    let mut facts = Vec::with_capacity(findings.len());
    for finding in findings {
        let unit = counted(finding).then(|| unit_of(story, finding, &mut unit_ids));
        facts.push(fact(story.first_language(), draft, finding, ids.next(), unit));
    }
    let taken = facts.iter().map(|fact| fact.id.clone()).collect();
    // Those of series come last.
    let place = story.fact_places().iter().take_while(|place| place.starts_with("/facts/")).count();
    story.facts.splice(place..place, facts);
    Ok(taken)
}

/// Names that nothing has yet: `number-1`, `number-2`.
struct Ids {
    known: BTreeSet<String>,
    stem: &'static str,
    last: usize,
}

impl Ids {
    fn next(&mut self) -> String {
        loop {
            self.last += 1;
            let id = format!("{}-{}", self.stem, self.last);
            if !self.known.contains(&id) {
                return id;
            }
        }
    }
}

/// Whether a number has a value; a date, a place in an order and a name have none.
fn counted(finding: &Finding) -> bool {
    !matches!(finding.numeral.kind, Kind::Date { .. } | Kind::Ordinal | Kind::Name)
}

fn fact(locale: Locale, draft: &Draft, finding: &Finding, id: FactId, unit: Option<String>) -> Fact {
    let paragraph = draft.article.paragraphs.get(finding.paragraph);
    Fact {
        id,
        paragraph: paragraph.map_or(String::new(), |paragraph| paragraph.number.clone()),
        also: draft.again(finding).map(|paragraph| paragraph.number.clone()).collect(),
        printed: finding.printed.clone(),
        // Of a range, its beginning; any other number is read from what is printed.
        value: finding.numeral.to.filter(|_| unit.is_some()).map(|_| finding.numeral.value.to_f64()),
        unit,
        date: date(finding),
        period: finding.period.clone(),
        label: text(locale, plain(&finding.term)),
        ..Fact::default()
    }
}

/// The day or the month that is printed, where its year is too.
fn date(finding: &Finding) -> Option<String> {
    let Kind::Date { from: Moment { year: Some(year), part }, to: None } = finding.numeral.kind else { return None };
    match part {
        Part::Month(month) => Some(format!("{year:04}-{month:02}")),
        Part::Day(Some(month), day) => Some(format!("{year:04}-{month:02}-{day:02}")),
        _ => None,
    }
}

/// The id of a finding's unit, which the story has or gets.
fn unit_of(story: &mut Story, finding: &Finding, ids: &mut Ids) -> String {
    let locale = story.first_language();
    let unit = unit(locale, finding);
    let alike = |known: &&Unit| {
        let mut forms = known.form.get(locale).split('|');
        known.scale == unit.scale && forms.any(|form| form == unit.form.get(locale))
    };
    if let Some(known) = story.units.iter().find(alike) {
        return known.id.clone();
    }
    let id = ids.next();
    let dimension = if unit.dimension.is_empty() { id.clone() } else { unit.dimension };
    story.units.push(Unit { id: id.clone(), dimension, ..unit });
    id
}

/// What a finding is counted in, without an id; without a dimension too where it is one of its own.
fn unit(locale: Locale, finding: &Finding) -> Unit {
    let kind = finding.numeral.kind;
    let share = matches!(kind, Kind::Percentage | Kind::Fraction);
    let unit = if share { "%" } else { finding.numeral.unit.as_str() };
    let before = unit.starts_with(['$', '£', '€', '¥', '￥']);
    let space = if locale == Locale::En && unit.starts_with(char::is_alphabetic) { " " } else { "" };
    let form = if before { format!("{unit}{{}}") } else { format!("{{}}{space}{}", plain(unit)) };
    let ratio = share || matches!(kind, Kind::Points | Kind::Multiple);
    Unit {
        dimension: if ratio { "1".to_owned() } else { String::new() },
        form: text(locale, &form),
        counts: COUNTERS.split_whitespace().any(|counter| counter == unit),
        scale: (share || kind == Kind::Points).then_some(100.0),
        ..Unit::default()
    }
}

/// A text in one language.
pub(super) fn text(locale: Locale, written: &str) -> Text {
    let written = written.to_owned();
    match locale {
        Locale::Zh => Text { zh: written, ..Text::default() },
        Locale::En => Text { en: written, ..Text::default() },
    }
}

/// A text that a story can show as it stands; nothing of one that it cannot.
pub(super) fn plain(text: &str) -> &str {
    let stands = text.chars().count() <= LONGEST && !text.contains(['{', '}']) && !text.chars().any(is_invisible);
    if stands { text } else { "" }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::draft::story::empty;

    fn taken(story: &mut Story, draft: &Draft, places: &[usize]) -> Vec<FactId> {
        let findings: Vec<&Finding> = places.iter().map(|place| &draft.findings[*place]).collect();
        take(story, draft, &findings).expect("room")
    }

    #[test]
    fn a_number_becomes_a_fact_and_brings_its_unit_once() {
        let draft = Draft::new("有茶厂27家，茶农3户，另有花店5家。").expect("an article");
        let mut story = empty(Locale::Zh);
        assert_eq!(taken(&mut story, &draft, &[0]), ["number-1"]);
        assert_eq!(taken(&mut story, &draft, &[2, 1]), ["number-2", "number-3"]);
        let units = story.facts.iter().map(|fact| fact.unit.as_deref().expect("a unit"));
        assert_eq!(units.collect::<Vec<_>>(), ["unit-1", "unit-1", "unit-2"]);
        assert_eq!(story.units.iter().map(|unit| unit.form.zh.as_str()).collect::<Vec<_>>(), ["{}家", "{}户"]);
    }

    #[test]
    fn a_fact_names_the_paragraphs_that_say_it_again() {
        let draft = Draft::new("有茶厂27家。\n现有茶厂27家。").expect("an article");
        let mut story = empty(Locale::Zh);
        taken(&mut story, &draft, &[0]);
        assert_eq!(story.facts[0].also, ["P02"]);
    }

    #[test]
    fn names_that_the_story_has_are_not_given_again() {
        let draft = Draft::new("有茶厂27家，茶农3户。").expect("an article");
        let mut story = empty(Locale::Zh);
        taken(&mut story, &draft, &[0]);
        story.facts[0].id = "number-2".to_owned();
        story.units[0].id = "unit-2".to_owned();
        story.facts[0].unit = Some("unit-2".to_owned());
        assert_eq!(taken(&mut story, &draft, &[1, 0]), ["number-1", "number-3"]);
        assert_eq!(
            story.facts.iter().map(|fact| fact.unit.as_deref()).collect::<Vec<_>>(),
            [Some("unit-2"), Some("unit-1"), Some("unit-2")]
        );
    }

    #[test]
    fn a_date_has_no_unit_and_is_read_where_it_has_a_year() {
        let draft = Draft::new("2023年6月3日开工，7月1日建成，第4场。").expect("an article");
        let mut story = empty(Locale::Zh);
        taken(&mut story, &draft, &[0, 1, 2]);
        let facts = story.facts.iter().map(|fact| (fact.printed.as_str(), fact.date.as_deref(), fact.unit.as_deref()));
        assert_eq!(
            facts.collect::<Vec<_>>(),
            [("2023年6月3日", Some("2023-06-03"), None), ("7月1日", None, None), ("第4场", None, None)]
        );
    }

    #[test]
    fn a_story_holds_no_more_than_it_can() {
        let draft = Draft::new("有茶厂27家。").expect("an article");
        let many: Vec<&Finding> = std::iter::repeat_n(&draft.findings[0], MAX_FACTS + 1).collect();
        assert_eq!(take(&mut empty(Locale::Zh), &draft, &many), Err(StoryError::TooManyFacts(MAX_FACTS + 1)));
    }
}
