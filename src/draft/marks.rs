//! An article's paragraphs with their numbers marked, for an editor who takes and drops numbers in them. A mark says whether the
//! story has its number already.

use serde::Serialize;

use super::{Draft, Finding, Paragraph};
use crate::numeral::Kind;
use crate::story::article::{meet, number, places};
use crate::story::{FactId, Story};

/// An article with its numbers marked.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Marked {
    /// Its paragraphs, in reading order.
    pub paragraphs: Vec<MarkedParagraph>,
}

/// A paragraph with its numbers marked.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct MarkedParagraph {
    /// What it is called in a story's facts: `P09`.
    pub number: String,
    /// Whether it is a heading.
    pub heading: bool,
    /// Its text.
    pub text: String,
    /// Its numbers, in reading order.
    pub findings: Vec<Mark>,
}

/// A number of a paragraph.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Mark {
    /// Where it begins, in UTF-16 units, in which browsers count.
    pub start: usize,
    /// Where it ends, in the same units.
    pub end: usize,
    /// The text in between.
    pub printed: String,
    /// The term that it counts; empty where the rules find no word for it.
    pub term: String,
    /// The kind of number.
    pub what: What,
    /// Whether it looks like a statistic.
    pub suggested: bool,
    /// The fact of the story that has it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub fact: Option<FactId>,
    /// Whether the story leaves it out with a reason.
    pub omitted: bool,
}

/// The kind of a marked number.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum What {
    /// A number of something, a share, a growth.
    Number,
    /// A date or a span of time.
    Date,
    /// A place in an order.
    Ordinal,
    /// Digits of a name.
    Name,
}

/// Marks the numbers of an article; of a story that is written from it, also what it has of them.
pub fn marked(draft: &Draft, story: Option<&Story>) -> Marked {
    let paragraphs = draft.article.paragraphs.iter().enumerate();
    let paragraphs = paragraphs.map(|(index, paragraph)| marked_paragraph(draft, story, index, paragraph)).collect();
    Marked { paragraphs }
}

fn marked_paragraph(draft: &Draft, story: Option<&Story>, index: usize, paragraph: &Paragraph) -> MarkedParagraph {
    let Paragraph { heading, text, .. } = paragraph;
    let own = number(&paragraph.number);
    let start = draft.findings.partition_point(|finding| finding.paragraph < index);
    let end = draft.findings.partition_point(|finding| finding.paragraph <= index);
    let found = draft.findings.get(start..end).unwrap_or_default();
    let facts = story.into_iter().flat_map(|story| &story.facts);
    let facts = facts.filter(|fact| number(&fact.paragraph) == own || fact.also.iter().any(|also| number(also) == own));
    let facts = assigned(text, found, facts.map(|fact| (&fact.id, fact.printed.as_str())));
    let omitted =
        story.into_iter().flat_map(|story| &story.omitted).filter(|omitted| number(&omitted.paragraph) == own);
    let omitted = assigned(text, found, omitted.map(|omitted| (&(), omitted.printed.as_str())));
    let mut place = Utf16 { text, bytes: 0, units: 0 };
    let marks = found.iter().zip(facts).zip(omitted).map(|((finding, fact), omitted)| Mark {
        start: place.at(finding.span.start),
        end: place.at(finding.span.end),
        printed: finding.printed.clone(),
        term: finding.term.clone(),
        what: match finding.numeral.kind {
            Kind::Date { .. } => What::Date,
            Kind::Ordinal => What::Ordinal,
            Kind::Name => What::Name,
            _ => What::Number,
        },
        suggested: finding.taken,
        fact: fact.cloned(),
        omitted: omitted.is_some(),
    });
    MarkedParagraph {
        number: paragraph.number.clone(),
        heading: *heading,
        text: text.clone(),
        findings: marks.collect(),
    }
}

/// Which of some printed forms each finding is: the same characters, each form once; else a form that reaches over it.
fn assigned<'a, T>(
    text: &str,
    found: &[Finding],
    printed: impl Iterator<Item = (&'a T, &'a str)>,
) -> Vec<Option<&'a T>> {
    let mut forms: Vec<(&T, &str, bool)> = printed.map(|(what, printed)| (what, printed, false)).collect();
    let mut assigned: Vec<Option<&T>> = found
        .iter()
        .map(|finding| {
            let (what, _, used) = forms.iter_mut().find(|(_, printed, used)| !used && *printed == finding.printed)?;
            *used = true;
            Some(*what)
        })
        .collect();
    for (what, printed, _) in forms.iter().filter(|(_, printed, used)| !used && !printed.is_empty()) {
        let places = places(text, printed);
        for (finding, place) in found.iter().zip(&mut assigned) {
            if place.is_none() && meet(&places, &finding.span) {
                *place = Some(what);
            }
        }
    }
    assigned
}

/// A place in a text that only goes forward, counted in bytes and in UTF-16 units.
struct Utf16<'a> {
    text: &'a str,
    bytes: usize,
    units: usize,
}

impl Utf16<'_> {
    /// Where a byte stands, in UTF-16 units.
    fn at(&mut self, byte: usize) -> usize {
        let passed = self.text.get(self.bytes..byte).unwrap_or_default();
        self.units += passed.chars().map(char::len_utf16).sum::<usize>();
        self.bytes = byte;
        self.units
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::draft::story;

    fn first(text: &str, story: Option<&Story>) -> MarkedParagraph {
        marked(&Draft::new(text).expect("an article"), story).paragraphs.remove(0)
    }

    #[test]
    fn places_are_counted_as_browsers_do() {
        let paragraph = first("😀有茶厂27家，𠮷店3家", None);
        let units: Vec<u16> = paragraph.text.encode_utf16().collect();
        let printed = paragraph.findings.iter().map(|mark| String::from_utf16_lossy(&units[mark.start..mark.end]));
        assert_eq!(printed.collect::<Vec<_>>(), ["27家", "3家"]);
    }

    #[test]
    fn what_the_story_has_is_told_once_for_each_of_its_facts() {
        let text = "[P07] 产量增长9%，出口增长9%，进口增长5.0—5.3%，另有3家。";
        let draft = Draft::new(text).expect("an article");
        let mut drafted = story::story(&draft).expect("a draft");
        let ids = |story: &Story| -> Vec<Option<FactId>> {
            first(text, Some(story)).findings.into_iter().map(|mark| mark.fact).collect()
        };
        let id = |number: usize| Some(format!("number-{number}"));
        assert_eq!(ids(&drafted), [id(1), id(2), id(3), id(4)]);
        drafted.facts.remove(1);
        drafted.facts[1].printed = "增长5.0—5.3%".to_owned();
        assert_eq!(ids(&drafted), [id(1), None, id(3), id(4)]);
        drafted.facts[2].paragraph = "P08".to_owned();
        assert_eq!(ids(&drafted)[3], None);
    }

    #[test]
    fn what_is_marked_says_what_it_is() {
        let what = first("2023年第5届会上，GR2002获批，共有7家。", None).findings;
        let what: Vec<_> = what.iter().map(|mark| (mark.what, mark.suggested)).collect();
        assert_eq!(what, [(What::Date, false), (What::Ordinal, false), (What::Name, false), (What::Number, true)]);
    }
}
