//! What the article says of how two numbers belong together, by the words between them. Where it says nothing, nothing is assumed.

use crate::draft::{Article, Paragraph};
use crate::story::article::number;
use crate::story::{Fact, FactId, Status, Story};

/// Words before a number that is a part of the one before it.
const PARTS: [&str; 6] = ["其中", "of which", "of them", "of these", "among them", "including"];
/// Words before a number that something changed from.
const FROM: [&str; 3] = ["由", "从", "from "];
/// Words between it and what it changed to.
const TO: [&str; 4] = ["到", "至", "为", " to "];
/// Where a clause ends. A comma or a full stop between digits belongs to a number.
const CLAUSES: [char; 6] = ['，', '。', '；', '、', ';', '\n'];
/// Words of the term of a growth.
const GROWTHS: [&str; 16] = [
    "增长", "下降", "提高", "降低", "增加", "减少", "上升", "回落", "变化", "涨", "rise", "rose", "fell", "fall",
    "grew", "growth",
];

/// A story beside the article that it is written from, where that is known.
#[derive(Clone, Copy)]
pub(super) struct Said<'a> {
    pub(super) story: &'a Story,
    pub(super) article: Option<&'a Article>,
}

impl<'a> Said<'a> {
    /// Whether the article says of a number that it is a part of one before it: 渡船36艘，其中电动渡船14艘.
    pub(super) fn is_part(self, whole: &str, part: &str) -> bool {
        let Some((_, between)) = self.around(whole, part) else { return false };
        let same = !between.contains(['。', '；']);
        let between = between.to_lowercase();
        same && PARTS.iter().any(|word| between.contains(word))
    }

    /// Whether one number is what the other was before: 由18分钟缩短到11分钟, or by the periods or states that the story gives them.
    pub(super) fn is_change(self, before: &str, after: &str) -> bool {
        let told = |id: &str| self.fact(id).map(|fact| (fact.period.as_deref(), fact.status));
        match (told(before), told(after)) {
            (Some((Some(one), _)), Some((Some(other), _))) if one < other => return true,
            (Some((_, Some(Status::Before))), Some((_, Some(Status::Now)))) => return true,
            _ => {}
        }
        self.around(before, after).is_some_and(|(start, between)| {
            let clause = start.rsplit(CLAUSES).next().unwrap_or_default();
            FROM.iter().any(|word| clause.contains(word))
                && !between.contains(CLAUSES)
                && TO.iter().any(|word| between.contains(word))
        })
    }

    /// Whether the term of a ratio says that it is a growth, and no share.
    pub(super) fn is_growth(self, id: &str) -> bool {
        let term = |fact: &Fact| [fact.label.zh.as_str(), &fact.label.en.to_lowercase(), &fact.printed].concat();
        self.fact(id).map(term).is_some_and(|term| GROWTHS.iter().any(|word| term.contains(word)))
    }

    fn fact(self, id: &str) -> Option<&'a Fact> {
        self.story.facts.iter().find(|fact| fact.id == id)
    }

    /// The text of the paragraph before a number, and from its end to another number that follows it there.
    fn around(self, one: &str, other: &str) -> Option<(&'a str, &'a str)> {
        let (one, other) = (self.fact(one)?, self.fact(other)?);
        let own = |paragraph: &&Paragraph| number(&paragraph.number) == number(&one.paragraph);
        let text = &self.article?.paragraphs.iter().find(own)?.text;
        let (before, rest) = text.split_once(one.printed.as_str())?;
        let (between, _) = rest.split_once(other.printed.as_str())?;
        (number(&one.paragraph) == number(&other.paragraph)).then_some((before, between))
    }
}

/// The one of some facts that all others are parts of, as the article says.
pub(super) fn whole_of<'a>(said: Said<'_>, facts: &'a [FactId]) -> Option<&'a FactId> {
    let holds = |whole: &&FactId| facts.iter().all(|part| part == *whole || said.is_part(whole, part));
    facts.iter().find(holds).filter(|_| facts.len() > 1)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::draft::Draft;
    use crate::draft::story;

    /// Asks about the numbers of a text, the first being `number-1`.
    fn asks(text: &str, ask: impl Fn(Said<'_>) -> bool) -> bool {
        let draft = Draft::new(text).expect("an article");
        let story = story::story(&draft).expect("a story");
        ask(Said { story: &story, article: Some(&draft.article) })
    }

    #[test]
    fn a_part_is_one_that_the_article_calls_so() {
        let part = |said: Said<'_>| said.is_part("number-1", "number-2");
        assert!(asks("现有渡船36艘，其中电动渡船14艘。", part));
        assert!(asks("The firm has 36 ferries, of which 14 are electric.", part));
        assert!(!asks("现有渡船36艘，码头14座。", part));
        assert!(!asks("现有渡船36艘。其中一天，来了14艘。", part));
        assert!(!asks("现有渡船36艘，其中电动渡船14艘。", |said| said.is_part("number-2", "number-1")));
    }

    #[test]
    fn a_change_leads_from_one_number_to_another() {
        let change = |said: Said<'_>| said.is_change("number-1", "number-2");
        assert!(asks("平均候船时间由18分钟缩短到11分钟。", change));
        assert!(asks("The wait fell from 18 minutes to 11 minutes.", change));
        assert!(!asks("从江心岛出发的有18班，到对岸的有11班。", change));
        assert!(!asks("运送旅客1260万人次，其中江心岛航线540万人次。", change));
    }
}
