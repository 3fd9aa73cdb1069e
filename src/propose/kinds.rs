//! The kinds of figure: the names that editors read, and how facts are put into each.

use super::Refusal;
use super::build::Sketch;
use super::lack::Lack;
use crate::figure::bars::Bars;
use crate::figure::dots::Dots;
use crate::figure::flow::Flow;
use crate::figure::ladder::Ladder;
use crate::figure::rings::Rings;
use crate::figure::timeline::Timeline;
use crate::story::Drawing;

/// A kind as a story names it, its name in Chinese and in English, and the drawing of facts.
pub(super) type Kind = (&'static str, &'static str, &'static str, fn(&mut Sketch<'_>) -> Result<Drawing, Refusal>);

/// Every kind of figure, the most usual first.
pub(super) const KINDS: [Kind; 16] = [
    ("bars", "条形图", "Bars", |sketch| Ok(Drawing::Bars(Bars { panels: sketch.story.by_unit(sketch.facts) }))),
    ("dots", "一点一个", "A dot for each", |sketch| Ok(Drawing::Dots(Dots { groups: sketch.facts.to_vec() }))),
    ("share", "整体与部分", "Parts of a whole", |sketch| sketch.share()),
    ("pairs", "前后对比", "Before and after", |sketch| sketch.pairs()),
    ("funnel", "层层包含", "Sets within sets", |sketch| sketch.funnel()),
    ("pictogram", "图形计数", "Pictogram", |sketch| sketch.pictogram()),
    ("series", "时间走势", "Numbers over time", |sketch| sketch.series()),
    ("grouped", "分组条形图", "Grouped bars", |sketch| sketch.grouped()),
    ("interval", "从…到…", "From one to another", |sketch| sketch.interval()),
    ("flow", "一步一步", "Steps", |sketch| {
        Ok(Drawing::Flow(Flow { steps: sketch.several()?, glyphs: Vec::new() }))
    }),
    ("rings", "同心圆环", "Rings", |sketch| {
        Ok(Drawing::Rings(Rings { rings: sketch.several()?, beside: Vec::new() }))
    }),
    ("week", "一周班次", "A week of departures", |_| Err(Refusal::Lack(Lack::Week))),
    ("timeline", "时间线", "Timeline", |sketch| Ok(Drawing::Timeline(Timeline { events: sketch.facts.to_vec() }))),
    ("ladder", "第一的阶梯", "A ladder of firsts", |sketch| {
        Ok(Drawing::Ladder(Ladder { firsts: sketch.facts.to_vec() }))
    }),
    ("outline", "要点列表", "List", |sketch| sketch.outline()),
    ("panorama", "开篇全景", "What opens the page", |sketch| sketch.panorama()),
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_kind_has_a_row() {
        let mut named = KINDS.map(|(kind, ..)| kind);
        let mut all = Drawing::KINDS.to_vec();
        named.sort_unstable();
        all.sort_unstable();
        assert_eq!(named.as_slice(), all.as_slice());
    }
}
