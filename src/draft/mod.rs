//! From an article to a story: its numbers with the sentences they came from, and a first draft of the story file.
//!
//! In: the article's text. Out: a [`Draft`], whose findings an editor takes, drops and names; `story` makes a story file of those
//! that are taken. Nothing is invented: a term is words of the article, and where none is found it is empty.
//!
//! `article` parts the text into paragraphs, `term` says what a number counts and `period` when, `statistic` which are suggested, `take` makes facts of findings, `story`
//! writes the whole draft down, and `marks` says what of an article a story has already.

mod article;
pub mod marks;
mod period;
mod statistic;
pub mod story;
pub mod take;
mod term;

use std::collections::BTreeSet;
use std::ops::Range;

use crate::numeral::{self, Found, Numeral};
use crate::story::Locale;

pub use article::{Article, ArticleError, MAX_BYTES, MAX_NUMBERS, Paragraph};

/// A number of an article, with what can be said of it from its sentence.
#[derive(Clone, Debug, PartialEq)]
pub struct Finding {
    /// Which of the article's paragraphs it stands in, from 0.
    pub paragraph: usize,
    /// Where it stands in that paragraph, in bytes.
    pub span: Range<usize>,
    /// The text at its span.
    pub printed: String,
    /// Its value.
    pub numeral: Numeral,
    /// The term that it counts, in words of the article; empty where the rules find none.
    pub term: String,
    /// When it held, as a story's `period`; `None` where its sentence does not say.
    pub period: Option<String>,
    /// Whether it looks like a statistic: dates, ordinals and names do not, nor does a heading's number, which the text says again, nor
    /// one that an earlier paragraph said.
    pub taken: bool,
}

impl Finding {
    /// What is said of what, by which it is known again: two things can both be five, but seldom 5899家 of one term and time.
    fn thing(&self) -> Option<(&str, &str, Option<&str>)> {
        let telling = self.numeral.significant > 1 && !self.term.is_empty();
        telling.then_some((self.printed.as_str(), self.term.as_str(), self.period.as_deref()))
    }
}

/// An article and its numbers.
#[derive(Clone, Debug, PartialEq)]
pub struct Draft {
    /// The article.
    pub article: Article,
    /// Its numbers, in reading order. Their spans never overlap.
    pub findings: Vec<Finding>,
}

impl Draft {
    /// Reads an article and finds its numbers.
    ///
    /// # Errors
    /// The text is no article: empty, too long, with too many numbers, or not text at all.
    pub fn new(text: &str) -> Result<Self, ArticleError> {
        let article = Article::new(text)?;
        let mut findings: Vec<Finding> = Vec::new();
        for (paragraph, Paragraph { text, heading, .. }) in article.paragraphs.iter().enumerate() {
            let room = MAX_NUMBERS - findings.len();
            let found: Vec<Found> = numeral::find(text).take(room + 1).collect();
            if found.len() > room {
                return Err(ArticleError::TooManyNumbers);
            }
            let terms = term::terms(text, &found);
            let periods = period::periods(text, &found);
            for ((found, term), period) in found.into_iter().zip(terms).zip(periods) {
                let printed = text.get(found.span.clone()).unwrap_or_default().to_owned();
                let taken = !heading && statistic::looks_like_one(text, &found);
                let Found { span, numeral } = found;
                findings.push(Finding { paragraph, span, printed, numeral, term, period, taken });
            }
        }
        let mut said = BTreeSet::new();
        let repeats =
            findings.iter().map(|finding| finding.taken && finding.thing().is_some_and(|thing| !said.insert(thing)));
        let again: Vec<bool> = repeats.collect();
        for (finding, again) in findings.iter_mut().zip(again) {
            finding.taken &= !again;
        }
        Ok(Self { article, findings })
    }

    /// The other paragraphs that say the same of the same thing, in reading order.
    pub(crate) fn again(&self, finding: &Finding) -> impl Iterator<Item = &Paragraph> {
        let thing = finding.thing();
        let same =
            move |other: &&Finding| thing.is_some() && other.paragraph != finding.paragraph && other.thing() == thing;
        let mut places: Vec<usize> = self.findings.iter().filter(same).map(|other| other.paragraph).collect();
        places.dedup();
        places.into_iter().filter_map(|place| self.article.paragraphs.get(place))
    }

    /// The language that most of the article is written in.
    pub fn locale(&self) -> Locale {
        let text = || self.article.paragraphs.iter().flat_map(|paragraph| paragraph.text.chars());
        let chinese = text().filter(|character| ('\u{4e00}'..='\u{9fff}').contains(character)).count();
        let latin = text().filter(char::is_ascii_alphabetic).count();
        // A Chinese character says about as much as an English syllable.
        if chinese * 3 >= latin { Locale::Zh } else { Locale::En }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_a_later_paragraph_says_again_is_not_taken_twice() {
        let draft = Draft::new("有茶厂27家、花店5家。\n再建5家花店，现有茶厂27家。\n有茶农27家。").expect("an article");
        let taken = draft.findings.iter().map(|finding| (finding.printed.as_str(), finding.taken));
        assert_eq!(
            taken.collect::<Vec<_>>(),
            [("27家", true), ("5家", true), ("5家", true), ("27家", false), ("27家", true)]
        );
    }

    #[test]
    fn the_numbers_of_a_heading_are_not_taken() {
        let draft = Draft::new("# 共3家\n共有7家。").expect("an article");
        assert_eq!(draft.findings.iter().map(|finding| finding.taken).collect::<Vec<_>>(), [false, true]);
    }

    /// A paste can be anything, and no paste takes time with the square of its length.
    #[test]
    fn a_long_or_strange_text_is_read_to_its_end() {
        for piece in [
            "9%、",
            "3家，增长",
            "分别增长9%，",
            "出口额、进口额分别增长9%、8%，",
            "<p onclick=\"x\">3 &amp; 5%</p>",
            "\u{202e}٣٤٥ 12 家\u{202c}",
            "😀１２３",
            "零一二三四五六七八九十百千万亿",
            "1,000,",
            "2023年1月",
            "a1b2",
            "\u{1}\u{7f}\u{fffe}%",
        ] {
            let text = piece.repeat(100_000 / piece.len());
            assert_eq!(
                Draft::new(&text).err(),
                (numeral::find(&text).count() > MAX_NUMBERS).then_some(ArticleError::TooManyNumbers)
            );
            let few = piece.repeat(200);
            let draft = Draft::new(&few).expect("a text");
            for Finding { paragraph, span, printed, .. } in &draft.findings {
                assert_eq!(draft.article.paragraphs[*paragraph].text.get(span.clone()), Some(printed.as_str()));
            }
        }
    }
}
