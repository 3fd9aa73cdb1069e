//! What a kind of figure needs and does not get.

use crate::story::sentences::sentences;

sentences! {
    /// What a kind needs of the facts and does not get.
    #[derive(Clone, Copy, Debug, PartialEq, Eq)]
    pub enum Lack {
        Two =>
            "At least two numbers are needed to see them together.",
            "至少要两个数，才能放在一起看。";
        Pairs =>
            "This needs numbers two by two: from and to, from and to.",
            "要成对的数：起、止，起、止。";
        Growth =>
            "This needs an amount and its growth, or one before and one after, which the article tells as from and to, or their periods or states do.",
            "要成对的数：数量和它的增长，或前、后两个数量（文中说“由…到…”，或两个数的时间、状态分前后）。";
        OnePart =>
            "The article says that one of these is a part of another: pick the whole and one part of it.",
            "文中说其中有的数是另一个数的一部分：请只选整体和它的一个部分。";
        OneTime =>
            "Two of these are one number before and after, and no parts.",
            "这里有同一个数的前后两个值，不是部分与整体。";
        Amounts =>
            "Ratios have no sum: pick amounts.",
            "比率不能相加：请选数量。";
        Groups =>
            "This needs two groups of two numbers or more, picked in turn.",
            "要两组数，每组两个或更多，依次选出。";
        Series =>
            "This needs one number in several periods, listed as numbers over time first.",
            "要同一个数在多个时期的值，先在“时间序列”里列出。";
        Week =>
            "This needs departures a week before and a day now with their multiple; write it in the source.",
            "要从前每周、现在每天的班次和算出的倍数，请在源文件里写。";
        Figures =>
            "What opens the page leads to the figures: let another figure draw these numbers first.",
            "开篇的数通向讲它的图：先让别的图画出这些数。";
    }
}
