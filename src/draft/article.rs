//! An article as paragraphs.

use crate::story::Locale;
use crate::story::article::number;
use crate::story::sentences::sentences;

/// The largest article that is read, in bytes: a hundred thousand Chinese characters, four times a yearbook's communiqué. Browsers
/// take most of a minute to lay two megabytes without a break out in a field.
pub const MAX_BYTES: usize = 300_000;

/// The most numbers that are read of an article: three times what a story holds.
pub const MAX_NUMBERS: usize = 3000;

/// The longest headline that is known without a mark, in letters; a Chinese character counts as two.
const LONGEST_HEADLINE: usize = 80;

sentences! {
    /// Why a text is no article.
    #[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
    #[error("{}", self.message(Locale::En))]
    pub enum ArticleError {
        Empty =>
            "the article is empty; paste its text",
            "文章是空的；请粘贴正文";
        TooLong(bytes: usize) =>
            "the article has {bytes} bytes; at most {MAX_BYTES} are read, so paste a part of it",
            "文章有 {bytes} 字节；最多读 {MAX_BYTES} 字节，请只粘贴一部分";
        TooManyNumbers =>
            "the article has more than 3,000 numbers, which is more than is read; paste a part of it",
            "文章里的数字太多，最多读 3000 个；请只粘贴一部分";
        Binary =>
            "this is no plain text; open the document and paste its text",
            "这不是纯文本；请打开文档，复制其中的文字再粘贴";
    }
}

/// The parts of an article, in reading order.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Article {
    /// Its headings and paragraphs; none is empty.
    pub paragraphs: Vec<Paragraph>,
}

/// A heading or a paragraph.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Paragraph {
    /// What it is called in a story's facts: `P09`. As the text numbers it (`[P09]`), else counted from 1.
    pub number: String,
    /// Whether it is a heading: its line begins with `#`, or it is the first and looks like a headline.
    pub heading: bool,
    /// Its text, in one line.
    pub text: String,
}

impl Article {
    /// Parts a text into paragraphs, at line breaks.
    ///
    /// # Errors
    /// See [`ArticleError`].
    pub fn new(text: &str) -> Result<Self, ArticleError> {
        if text.len() > MAX_BYTES {
            return Err(ArticleError::TooLong(text.len()));
        }
        if text.contains('\0') {
            return Err(ArticleError::Binary);
        }
        let lines = text.trim_start_matches('\u{feff}').lines().map(str::trim).filter(|line| !line.is_empty());
        let mut paragraphs: Vec<Paragraph> = lines.enumerate().map(|(index, line)| paragraph(index, line)).collect();
        if let [first, _, ..] = paragraphs.as_mut_slice() {
            first.heading |= is_headline(&first.text);
        }
        if paragraphs.is_empty() { Err(ArticleError::Empty) } else { Ok(Self { paragraphs }) }
    }
}

/// Whether the first line of a text is its headline: short, and no sentence.
fn is_headline(line: &str) -> bool {
    let letters = line.chars().count();
    let latin = line.chars().filter(char::is_ascii).count();
    letters + (letters - latin) <= LONGEST_HEADLINE
        && !line.ends_with(['。', '！', '？', '；', '，', '.', '!', '?', ';', ','])
}

fn paragraph(index: usize, line: &str) -> Paragraph {
    let numbered = line.strip_prefix('[').and_then(|rest| rest.split_once(']'));
    let numbered = numbered.filter(|(name, _)| number(name).is_some());
    let (number, rest) = match numbered {
        Some((number, rest)) => (number.to_owned(), rest.trim_start()),
        None => (format!("P{:02}", index + 1), line),
    };
    let text = rest.trim_start_matches('#');
    Paragraph { number, heading: text.len() < rest.len(), text: text.trim().to_owned() }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn paragraphs(text: &str) -> Vec<(String, bool, String)> {
        let article = Article::new(text).expect("an article");
        article.paragraphs.into_iter().map(|part| (part.number, part.heading, part.text)).collect()
    }

    #[test]
    fn lines_are_paragraphs_and_keep_the_numbers_that_the_text_gives_them() {
        let part = |number: &str, heading, text: &str| (number.to_owned(), heading, text.to_owned());
        assert_eq!(
            paragraphs("\u{feff}# 标题\r\n\r\n　共有3家。\n[P09] 有5家。"),
            [part("P01", true, "标题"), part("P02", false, "共有3家。"), part("P09", false, "有5家。")]
        );
        assert_eq!(paragraphs("[note] one"), [part("P01", false, "[note] one")]);
    }

    #[test]
    fn a_short_first_line_that_is_no_sentence_is_the_headline() {
        let heading = |text: &str| paragraphs(text).into_iter().map(|(_, heading, _)| heading).collect::<Vec<_>>();
        assert_eq!(heading("轮渡一年账本\n共有3家。\n另有5家"), [true, false, false]);
        assert_eq!(heading("共有3家。\n另有5家。"), [false, false]);
        assert_eq!(heading("共有3家"), [false]);
        assert_eq!(heading(&format!("{}\n共有3家。", "长".repeat(41))), [false, false]);
    }

    #[test]
    fn what_is_no_article_is_refused_in_words() {
        assert_eq!(Article::new(" \n\n"), Err(ArticleError::Empty));
        assert_eq!(Article::new("PK\u{3}\u{4}\0\0"), Err(ArticleError::Binary));
        assert_eq!(Article::new(&"字".repeat(700_000)), Err(ArticleError::TooLong(2_100_000)));
    }
}
