//! What is wrong with a story, in a sentence for its editor: what it is, and what to do about it. A language a file.
//!
//! Every error that an editor can meet has `message(locale)`; its `Display` is the English sentence. What stands between backquotes is
//! written in the story file, or can be.

mod en;
mod zh;

use super::Locale;
use super::article::Mismatch;
use super::check::{MAX_VALUE, ProblemKind};
use super::date::DateError;
use super::formula::FormulaError;
use super::printed::Contradiction;
use super::working::FaultKind;
use crate::draft::ArticleError;
use crate::draft::story::StoryError;

/// Gives each error the function of each language that has its sentences.
macro_rules! sentences {
    ($($error:ty => $function:ident),* $(,)?) => {
        $(impl $error {
            /// What is wrong and what to do about it, in a language.
            pub fn message(&self, locale: Locale) -> String {
                match locale {
                    Locale::En => en::$function(self),
                    Locale::Zh => zh::$function(self),
                }
            }
        })*
    };
}

sentences! {
    ProblemKind => problem,
    Contradiction => contradiction,
    Mismatch => mismatch,
    DateError => date,
    FaultKind => fault,
    FormulaError => formula,
    ArticleError => article,
    StoryError => draft,
}

impl ProblemKind {
    /// What may have been meant, if that can be guessed.
    pub fn hint(&self, locale: Locale) -> Option<String> {
        let Self::Unknown { nearest: Some(nearest), .. } = self else { return None };
        Some(match locale {
            Locale::En => format!("did you mean `{nearest}`?"),
            Locale::Zh => format!("是否指 `{nearest}`？"),
        })
    }
}

/// A number to recognise in a message: six significant digits, and no row of zeros.
fn short(value: &f64) -> String {
    if *value == 0.0 || (1e-6..MAX_VALUE).contains(&value.abs()) {
        return format!("{value:.5e}").parse().unwrap_or(*value).to_string();
    }
    format!("{value:.2e}")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::story::formula::Expected;

    #[test]
    fn numbers_are_told_in_a_few_digits() {
        for (value, told) in [
            (0.403_508_771_929, "0.403509"),
            (300_023.0, "300023"),
            (-57.5, "-57.5"),
            (0.0, "0"),
            (1e16, "1.00e16"),
            (4.035e21, "4.04e21"),
            (1e-320, "1.00e-320"),
            (f64::NAN, "NaN"),
            (f64::INFINITY, "inf"),
        ] {
            assert_eq!(short(&value), told);
        }
    }

    #[test]
    fn a_problem_is_told_in_the_language_of_its_editor() {
        let (id, unit) = ("births".to_owned(), "person".to_owned());
        let unread = FormulaError::Unexpected { expected: Expected::ClosingParenthesis, at: "a +".to_owned() };
        for (problem, en, zh) in [
            (
                ProblemKind::NoNumber(id.clone()),
                "`births` has no number, and one stands here; give it a `unit`, and a `value` where `printed` says none, or show it in an `outline`",
                "`births` 没有数值，而此处要用数值；请为它填写 `unit`，`printed` 读不出数值时再填 `value`，或改用 `outline` 展示",
            ),
            (
                ProblemKind::MissingText { code: "en", count: 3 },
                "the text is missing in `en`, and so are 2 more of its kind; every text is given in each of the story's `locales`",
                "缺少 `en` 文字，同类还有 2 处；`locales` 所列的每种语言都要有文字",
            ),
            (
                ProblemKind::Formula(unread.into()),
                "in the formula: expected `)` at `a +`",
                "公式有误：`a +` 处应为 `)`",
            ),
            (
                ProblemKind::Disagrees {
                    id: id.clone(),
                    value: 7.0,
                    from: crate::story::check::Origin::Parts,
                    expected: 8.5,
                },
                "`births` is 7, but the sum of the parts gives 8.5; correct the numbers, or name another fact",
                "`births` 为 7，而各部分之和为 8.5；请更正数字，或改用别的事实",
            ),
            (
                ProblemKind::UnlikeUnits { id: id.clone(), unit: unit.clone(), other: id, other_unit: unit },
                "`births` is in `person` and `births` in `person`; one scale has one unit; give each a panel of `bars`",
                "`births` 的单位是 `person`，`births` 的单位是 `person`；同一比例尺只能有一种单位，请为每种单位各设一组 `bars`",
            ),
        ] {
            assert_eq!(problem.to_string(), en);
            assert_eq!(problem.message(Locale::Zh), zh);
        }
    }

    /// Letters outside backquotes and braces would be English that was left in a Chinese sentence, and a reader would see them.
    #[test]
    fn chinese_sentences_have_no_english_words() {
        let mut sentences = 0;
        for line in include_str!("zh.rs").lines().filter(|line| !line.trim_start().starts_with("//")) {
            let literals = line.split('"').skip(1).step_by(2).filter(|literal| !literal.is_empty());
            for literal in literals {
                let written: String = literal.split('`').step_by(2).collect();
                let bare: String = written.split(['{', '}']).step_by(2).collect();
                assert!(!bare.contains(|c: char| c.is_ascii_alphabetic()), "{literal}");
                sentences += usize::from(literal.contains('；'));
            }
        }
        assert!(sentences > 80, "only {sentences} sentences were found");
    }
}
