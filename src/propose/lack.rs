//! What a kind of figure needs and does not get.

use crate::story::Locale;

/// What a kind needs of the facts and does not get.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Lack {
    /// Something to compare with.
    Two,
    /// Two by two.
    Pairs,
    /// An amount and how it grew, or what it was before.
    Growth,
    /// One whole and one part of it.
    OnePart,
    /// Numbers of one time.
    OneTime,
    /// Amounts, since ratios have no sum.
    Amounts,
    /// Two amounts in each of two categories.
    Groups,
    /// One number over time.
    Series,
    /// Departures a week before and a day now, with constants that only the source can name.
    Week,
    /// Figures that tell more.
    Figures,
}

impl Lack {
    /// What is lacking, in an editor's language.
    pub const fn message(self, locale: Locale) -> &'static str {
        match (locale, self) {
            (Locale::Zh, Self::Two) => "至少要两个数，才能放在一起看。",
            (Locale::Zh, Self::Pairs) => "要成对的数：起、止，起、止。",
            (Locale::Zh, Self::Growth) => {
                "要成对的数：数量和它的增长，或前、后两个数量（文中说“由…到…”，或两个数的时间、状态分前后）。"
            }
            (Locale::Zh, Self::OnePart) => "文中说其中有的数是另一个数的一部分：请只选整体和它的一个部分。",
            (Locale::Zh, Self::Groups) => "要两组数，每组两个或更多，依次选出。",
            (Locale::Zh, Self::Series) => "要同一个数在多个时期的值，先在“时间序列”里列出。",
            (Locale::Zh, Self::Week) => "要从前每周、现在每天的班次和算出的倍数，请在源文件里写。",
            (Locale::Zh, Self::Figures) => "开篇的数通向讲它的图：先让别的图画出这些数。",
            (Locale::Zh, Self::OneTime) => "这里有同一个数的前后两个值，不是部分与整体。",
            (Locale::Zh, Self::Amounts) => "比率不能相加：请选数量。",
            (Locale::En, Self::Two) => "At least two numbers are needed to see them together.",
            (Locale::En, Self::Pairs) => "This needs numbers two by two: from and to, from and to.",
            (Locale::En, Self::Growth) => {
                "This needs an amount and its growth, or one before and one after, which the article tells as from and to, or their \
                 periods or states do."
            }
            (Locale::En, Self::OneTime) => "Two of these are one number before and after, and no parts.",
            (Locale::En, Self::Amounts) => "Ratios have no sum: pick amounts.",
            (Locale::En, Self::OnePart) => {
                "The article says that one of these is a part of another: pick the whole and one part of it."
            }
            (Locale::En, Self::Groups) => "This needs two groups of two numbers or more, picked in turn.",
            (Locale::En, Self::Series) => {
                "This needs one number in several periods, listed as numbers over time first."
            }
            (Locale::En, Self::Week) => {
                "This needs departures a week before and a day now with their multiple; write it in the source."
            }
            (Locale::En, Self::Figures) => {
                "What opens the page leads to the figures: let another figure draw these numbers first."
            }
        }
    }
}
