//! What an editor is told, in each language: what is wrong, and what to do about it.
//!
//! Every error that an editor can meet is written with [`sentences`], a row each: what it carries, and the sentence in English and in
//! Chinese, in which that stands in braces. Its `Display` is the English sentence. What stands between backquotes is written in the story
//! file, or can be.

use super::Locale;
use super::check::MAX_VALUE;
use crate::numeral::Decimal;

/// Defines an enum whose variants are told to editors.
macro_rules! sentences {
    ($(#[$outer:meta])* pub enum $name:ident {
        $(
            $variant:ident
            $(($($(#[$from:meta])? $item:ident: $item_type:ty),*))?
            $({ $($field:ident: $field_type:ty),* })?
            => $en:literal, $zh:literal;
        )*
    }) => {
        $(#[$outer])*
        pub enum $name {
            $(
                #[doc = $en]
                $variant
                $(($($(#[$from])? $item_type),*))?
                $({ $(#[doc = concat!("The sentence's `", stringify!($field), "`.")] $field: $field_type),* })?,
            )*
        }

        impl $name {
            /// The sentences of all variants, each in English and Chinese, with what they carry in braces.
            #[cfg(test)]
            pub(crate) const SENTENCES: &[[&str; 2]] = &[$([$en, $zh]),*];

            /// The sentence for an editor, in a language.
            pub fn message(&self, locale: $crate::story::Locale) -> String {
                match self {
                    $(Self::$variant $(($($item),*))? $({ $($field),* })? => {
                        $($(let $item = $crate::story::sentences::InWords::in_words($item, locale);)*)?
                        $($(let $field = $crate::story::sentences::InWords::in_words($field, locale);)*)?
                        match locale {
                            $crate::story::Locale::En => format!($en),
                            $crate::story::Locale::Zh => format!($zh),
                        }
                    })*
                }
            }
        }

        impl $crate::story::sentences::InWords for $name {
            fn in_words(&self, locale: $crate::story::Locale) -> String {
                self.message(locale)
            }
        }
    };
}
pub(crate) use sentences;

/// What a sentence can carry.
pub(crate) trait InWords {
    /// Its words or digits in a language.
    fn in_words(&self, locale: Locale) -> String;
}

macro_rules! told_as_it_is {
    ($($type:ty),*) => {
        $(impl InWords for $type {
            fn in_words(&self, _: Locale) -> String {
                self.to_string()
            }
        })*
    };
}
told_as_it_is!(String, &str, u8, u32, usize, Decimal);

/// To be recognised: six significant digits, and no row of zeros.
impl InWords for f64 {
    fn in_words(&self, _: Locale) -> String {
        if *self == 0.0 || (1e-6..MAX_VALUE).contains(&self.abs()) {
            return format!("{self:.5e}").parse().unwrap_or(*self).to_string();
        }
        format!("{self:.2e}")
    }
}

/// By its number, since it may be one that nobody sees.
impl InWords for char {
    fn in_words(&self, _: Locale) -> String {
        format!("U+{:04X}", u32::from(*self))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::draft::ArticleError;
    use crate::draft::story::StoryError;
    use crate::propose::DeriveError;
    use crate::propose::Lack;
    use crate::story::article::Mismatch;
    use crate::story::check::{Alike, Clash, Origin, Part, ProblemKind, Sort};
    use crate::story::formula::{Expected, FormulaError, Rest};
    use crate::story::printed::Contradiction;
    use crate::story::working::FaultKind;

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
            assert_eq!(value.in_words(Locale::En), told);
        }
    }

    #[test]
    fn a_problem_is_told_in_the_language_of_its_editor() {
        let (id, unit) = ("births".to_owned(), "person".to_owned());
        let unread = FormulaError::Unexpected { expected: Expected::ClosingParenthesis, at: Rest("a +".to_owned()) };
        for (problem, en, zh) in [
            (
                ProblemKind::NoNumber(id.clone()),
                "`births` has no number, and one stands here; give it a `unit`, and a `value` where `printed` says none, or show it in an `outline`",
                "`births` 没有数值，而此处要用数值；请为它填写 `unit`，`printed` 读不出数值时再填 `value`，或改用 `outline` 展示",
            ),
            (
                ProblemKind::MissingText { code: "en", alike: Alike(3) },
                "the text is missing in `en`, and so are 2 more of its kind; every text is given in each of the story's `locales`",
                "缺少 `en` 文字，同类还有 2 处；`locales` 所列的每种语言都要有文字",
            ),
            (
                ProblemKind::Formula(unread.into()),
                "in the formula: expected `)` at `a +`",
                "公式有误：`a +` 处应为 `)`",
            ),
            (
                ProblemKind::Disagrees { id: id.clone(), value: 7.0, from: Origin::Parts, expected: 8.5 },
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
        let tables = [
            ProblemKind::SENTENCES,
            Contradiction::SENTENCES,
            Mismatch::SENTENCES,
            FaultKind::SENTENCES,
            FormulaError::SENTENCES,
            ArticleError::SENTENCES,
            StoryError::SENTENCES,
            Clash::SENTENCES,
            Expected::SENTENCES,
            Lack::SENTENCES,
            DeriveError::SENTENCES,
            Origin::SENTENCES,
            Part::SENTENCES,
            Sort::SENTENCES,
        ];
        for [_, chinese] in tables.concat() {
            let written: String = chinese.split('`').step_by(2).collect();
            let bare: String = written.split(['{', '}']).step_by(2).collect();
            assert!(!bare.contains(|c: char| c.is_ascii_alphabetic()), "{chinese}");
        }
    }
}
