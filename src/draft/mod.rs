//! From an article to a story: its numbers with the sentences they came from, and a first draft of the story file.
//!
//! In: the article's text. Out: a [`Draft`], whose findings an editor takes, drops and names; `story` makes a story file of those
//! that are taken. Nothing is invented: a term is words of the article, and where none is found it is empty.
//!
//! `article` parts the text into paragraphs, `term` says what a number counts and `period` when, `take` makes facts of findings, `story`
//! writes the whole draft down, and `marks` says what of an article a story has already.

mod article;
pub mod marks;
mod period;
pub mod story;
pub mod take;
mod term;

use std::ops::Range;

use crate::numeral::{self, Kind, Numeral};
use crate::story::Locale;
use crate::story::check::MAX_VALUE;

pub use article::{Article, ArticleError, MAX_BYTES, Paragraph};

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
    /// Whether it looks like a statistic: dates, ordinals and names do not, nor does a heading's number, which the text says again.
    pub taken: bool,
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
    /// The text is no article: empty, too long, or not text at all.
    pub fn new(text: &str) -> Result<Self, ArticleError> {
        let article = Article::new(text)?;
        let mut findings = Vec::new();
        for (paragraph, Paragraph { text, heading, .. }) in article.paragraphs.iter().enumerate() {
            let found = numeral::find(text);
            let terms = term::terms(text, &found);
            let periods = period::periods(text, &found);
            for ((found, term), period) in found.into_iter().zip(terms).zip(periods) {
                let printed = text.get(found.span.clone()).unwrap_or_default().to_owned();
                let counts = !matches!(found.numeral.kind, Kind::Date { .. } | Kind::Ordinal | Kind::Name);
                let taken = counts && !heading && is_written(&found.numeral) && !is_of_a_pair(text, &found.span);
                let numeral::Found { span, numeral } = found;
                findings.push(Finding { paragraph, span, printed, numeral, term, period, taken });
            }
        }
        Ok(Self { article, findings })
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

/// Whether a number is small enough to be written.
fn is_written(numeral: &Numeral) -> bool {
    let scale = if matches!(numeral.kind, Kind::Percentage | Kind::Fraction | Kind::Points) { 100.0 } else { 1.0 };
    numeral.value.to_f64().abs() * scale <= MAX_VALUE
}

/// Whether a number is one of two that only say something together, as a score or a scale: 1∶19.
fn is_of_a_pair(text: &str, span: &Range<usize>) -> bool {
    let signs = ['∶', ':', '：'];
    let digit = |c: char| c.is_ascii_digit();
    let (before, after) = (text.get(..span.start).unwrap_or_default(), text.get(span.end..).unwrap_or_default());
    let follows = after.strip_prefix(signs).is_some_and(|rest| rest.starts_with(digit));
    follows || before.strip_suffix(signs).is_some_and(|rest| rest.ends_with(digit))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn what_is_no_statistic_is_not_taken() {
        let draft =
            Draft::new("# 共3家\n2023年，第5届会上，师生比由1∶19提升，GR2002获批，共有7家。").expect("an article");
        let taken = draft.findings.iter().filter(|finding| finding.taken).map(|finding| finding.printed.as_str());
        assert_eq!(taken.collect::<Vec<_>>(), ["7家"]);
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
            let draft = Draft::new(&piece.repeat(100_000 / piece.len())).expect("a text");
            for Finding { paragraph, span, printed, .. } in &draft.findings {
                assert_eq!(draft.article.paragraphs[*paragraph].text.get(span.clone()), Some(printed.as_str()));
            }
        }
    }

    proptest! {
        #[test]
        fn what_is_printed_is_the_text_at_its_span(text in "([0-9一二三十百千万亿半第年月%.,，。a-z$家吨约超 \n]|下降|分别|、){0,60}") {
            let Ok(draft) = Draft::new(&text) else { return Ok(()) };
            let mut last = (0, 0);
            for Finding { paragraph, span, printed, .. } in &draft.findings {
                prop_assert_eq!(draft.article.paragraphs[*paragraph].text.get(span.clone()), Some(printed.as_str()));
                prop_assert!((*paragraph, span.start) >= last, "spans overlap");
                last = (*paragraph, span.end);
            }
        }
    }
}
