//! The kinds of figure by the names that editors read.

use crate::story::Locale;

/// A kind of figure.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct KindName {
    /// As a story names it.
    pub(super) kind: &'static str,
    /// As an editor reads it.
    pub(super) name: &'static str,
}

/// Each kind as a story names it, in Chinese and in English.
const NAMES: [(&str, &str, &str); 16] = [
    ("bars", "条形图", "Bars"),
    ("dots", "一点一个", "A dot for each"),
    ("share", "整体与部分", "Parts of a whole"),
    ("pairs", "前后对比", "Before and after"),
    ("funnel", "层层包含", "Sets within sets"),
    ("pictogram", "图形计数", "Pictogram"),
    ("series", "时间走势", "Numbers over time"),
    ("grouped", "分组条形图", "Grouped bars"),
    ("interval", "从…到…", "From one to another"),
    ("flow", "一步一步", "Steps"),
    ("rings", "同心圆环", "Rings"),
    ("week", "一周班次", "A week of departures"),
    ("timeline", "时间线", "Timeline"),
    ("ladder", "第一的阶梯", "A ladder of firsts"),
    ("outline", "要点列表", "List"),
    ("panorama", "开篇全景", "What opens the page"),
];

/// Every kind of figure, with its name in an editor's language.
pub(super) fn kinds(locale: Locale) -> Vec<KindName> {
    let name = |(kind, zh, en)| KindName { kind, name: if locale == Locale::Zh { zh } else { en } };
    NAMES.into_iter().map(name).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::story::Drawing;

    #[test]
    fn every_kind_has_a_name() {
        let mut named = NAMES.map(|(kind, ..)| kind);
        let mut all = Drawing::KINDS.to_vec();
        named.sort_unstable();
        all.sort_unstable();
        assert_eq!(named.as_slice(), all.as_slice());
    }
}
