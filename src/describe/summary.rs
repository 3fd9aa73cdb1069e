//! A figure in two to four short sentences, said from its facts: what kind it is, how many marks it has, which are the
//! largest and the smallest, what changes, and what must be kept in mind.
//!
//! The sentences are in `phrases.rs`; here is decided what is said of which kind. Numbers that share no unit are not
//! ranked, unless they are counts and drawn one mark a thing.

use super::name::has_number;
use super::summarizer::{Summarizer, sorted};
use crate::edition::{Edition, MissingFact};
use crate::story::drawing::{Bars, Funnel, Ladder, Outline, Pair, Pictogram, Rings, Share, Timeline, Week};
use crate::story::{Drawing, Fact, FactId, Figure, Scope, Statistic};

/// What a figure shows, in words, every number from its facts.
///
/// # Errors
/// A fact is unknown, or lacks the number, date or scope that the kind needs.
pub fn summary(edition: &Edition, figure: &Figure) -> Result<String, MissingFact> {
    let summarizer = Summarizer::new(edition, figure);
    let mut said = match &figure.drawing {
        Drawing::Panorama(_) | Drawing::Flow(_) => {
            vec![summarizer.listing()?, summarizer.cautions(&[summarizer.units()?, summarizer.periods()?])]
        }
        Drawing::Dots(spec) => vec![summarizer.opening(spec.groups.len()), summarizer.ranked(&spec.groups)?],
        Drawing::Outline(spec) => summarizer.outline(spec)?,
        Drawing::Funnel(spec) => summarizer.funnel(spec)?,
        Drawing::Bars(spec) => summarizer.bars(spec)?,
        Drawing::Rings(spec) => summarizer.rings(spec)?,
        Drawing::Week(spec) => summarizer.week(spec)?,
        Drawing::Share(spec) => summarizer.share(spec)?,
        Drawing::Pairs(spec) => summarizer.pairs(&spec.pairs)?,
        Drawing::Pictogram(spec) => summarizer.pictogram(spec)?,
        Drawing::Ladder(spec) => summarizer.ladder(spec)?,
        Drawing::Timeline(spec) => summarizer.timeline(spec)?,
    };
    said.push(summarizer.reservations()?);
    Ok(summarizer.words.in_words(&summarizer.words.paragraph(&said)))
}

/// What is said of each kind, a sentence an statistic.
impl Summarizer<'_> {
    fn outline(&self, spec: &Outline) -> Result<Vec<String>, MissingFact> {
        let (numbers, names): (Vec<&FactId>, Vec<_>) = self.facts.iter().partition(|id| has_number(self.edition, id));
        let mut clauses = Vec::new();
        if !numbers.is_empty() {
            clauses.push(self.words.with_number(&self.listed(&self.items(&numbers)?)));
        }
        if !names.is_empty() {
            clauses.push(self.words.without_number(&self.listed(&self.items(&names)?)));
        }
        let named = spec.branches.iter().filter(|branch| !branch.items.is_empty()).count();
        let with_names = if named > 0 { self.words.with_names(named) } else { String::new() };
        Ok(vec![self.opening(self.facts.len()), self.words.clauses(&clauses), with_names])
    }

    fn funnel(&self, spec: &Funnel) -> Result<Vec<String>, MissingFact> {
        let mut items = Vec::new();
        for (index, id) in spec.steps.iter().enumerate() {
            let share = index.checked_sub(1).and_then(|index| spec.shares.get(index));
            items.push(match share {
                None => self.item(id)?,
                Some(share) => {
                    let share = self.words.of_previous(&self.value(share)?);
                    self.words.named(&self.term(id)?, &[&self.value(id)?, self.words.comma, &share].concat())
                }
            });
        }
        Ok(vec![self.words.namely(&self.opening(items.len()), &self.listed(&items))])
    }

    fn bars(&self, spec: &Bars) -> Result<Vec<String>, MissingFact> {
        let mut said = vec![self.opening(spec.panels.iter().map(Vec::len).sum())];
        for panel in &spec.panels {
            said.push(match panel.as_slice() {
                [only] if spec.panels.len() > 1 => self.words.alone(&self.item(only)?),
                panel => self.ranked(panel)?,
            });
        }
        said.push(self.cautions(&[self.periods()?]));
        Ok(said)
    }

    fn rings(&self, spec: &Rings) -> Result<Vec<String>, MissingFact> {
        let mut said = vec![self.opening(spec.rings.len())];
        said.push(match self.items(&spec.rings)?.as_slice() {
            [] => String::new(),
            [only] => only.clone(),
            items => self.words.inside_out(&self.listed(items)),
        });
        let mut sized = Vec::new();
        for id in &spec.rings {
            sized.push((self.edition.value(id)?, self.term(id)?));
        }
        if let [most, _, .., fewest] = sorted(sized).as_slice() {
            said.push(self.words.fullest(most, fewest));
        }
        if !spec.beside.is_empty() {
            said.push(self.words.beside(&self.listed(&self.items(&spec.beside)?)));
        }
        Ok(said)
    }

    fn week(&self, spec: &Week) -> Result<Vec<String>, MissingFact> {
        let (before, now, multiple) = (self.value(&spec.before)?, self.value(&spec.now)?, self.value(&spec.multiple)?);
        let counted = self.words.counted(&self.value(&spec.counted)?, self.span(&spec.counted)?.as_deref());
        Ok(vec![self.opening(1), self.words.multiplied(&before, &now, &multiple), counted])
    }

    fn share(&self, spec: &Share) -> Result<Vec<String>, MissingFact> {
        let total = self.words.in_all(&self.value(&spec.total)?);
        let mut sized = Vec::new();
        for part in &spec.parts {
            let value = [&self.value(&part.fact)?, self.words.comma, &self.value(&part.share)?].concat();
            sized.push((self.edition.value(&part.fact)?, self.words.named(&self.term(&part.fact)?, &value)));
        }
        Ok(vec![[&self.opening(spec.parts.len()), self.words.comma, &total].concat(), self.in_order(sized)])
    }

    fn pairs(&self, pairs: &[Pair]) -> Result<Vec<String>, MissingFact> {
        let dated = |id: &str| -> Result<String, MissingFact> {
            let value = self.value(id)?;
            Ok(match self.span(id)? {
                Some(span) => self.words.named(&value, &span),
                None => value,
            })
        };
        let mut said = vec![self.opening(pairs.len())];
        for pair in pairs {
            let falls = self.edition.value(&pair.growth)? < 0.0;
            let growth = self.words.growth(&self.value(&pair.growth)?.replacen('−', "", 1), falls);
            let change = self.words.changed(&self.term(&pair.after)?, &dated(&pair.before)?, &dated(&pair.after)?);
            let mut clauses = vec![change, growth];
            if let (Some(after), Some(before)) = (self.months(&pair.after)?, self.months(&pair.before)?)
                && after != before
            {
                clauses.push(self.words.months_against(after, before));
            }
            said.push(clauses.join(self.words.comma));
        }
        Ok(said)
    }

    fn pictogram(&self, spec: &Pictogram) -> Result<Vec<String>, MissingFact> {
        let unlike = spec.rows.windows(2).any(|rows| matches!(rows, [one, other] if one.each != other.each));
        Ok(vec![self.listing()?, self.cautions(&[unlike.then(|| self.words.unlike_symbols()), self.units()?])])
    }

    fn ladder(&self, spec: &Ladder) -> Result<Vec<String>, MissingFact> {
        let mut rungs = [Scope::World, Scope::Nation, Scope::City].map(|scope| (scope, Vec::new()));
        for id in &spec.firsts {
            let Statistic::Fact(Fact { scope: Some(scope), .. }) = self.edition.statistic(id)? else {
                return Err(MissingFact { what: "scope", id: id.clone() });
            };
            for (_, rung) in rungs.iter_mut().filter(|(of, _)| of == scope) {
                rung.push(self.term(id)?);
            }
        }
        let reached = || rungs.iter().filter(|(_, rung)| !rung.is_empty());
        let counts: Vec<_> = reached().map(|(scope, rung)| self.words.reach(rung.len(), *scope)).collect();
        let widest = reached().next().map(|(_, rung)| self.words.widest(&self.listed(rung))).unwrap_or_default();
        Ok(vec![self.words.namely(&self.opening(spec.firsts.len()), &self.words.list(&counts)), widest])
    }

    fn timeline(&self, spec: &Timeline) -> Result<Vec<String>, MissingFact> {
        let mut days = Vec::new();
        for id in &spec.events {
            days.push((self.edition.date(id)?, id));
        }
        let event = |id: &str| Ok(self.words.named(&self.value(id)?, &self.term(id)?));
        let first = days.iter().min_by_key(|(day, _)| day.day_number());
        let last = days.iter().max_by_key(|(day, _)| day.day_number());
        let opening = self.opening(days.len());
        let mut said = vec![match (first, last) {
            (Some((_, first)), Some((_, last))) if first != last => {
                [&opening, self.words.comma, &self.words.range(&event(first)?, &event(last)?)].concat()
            }
            (Some((_, only)), _) => self.words.namely(&opening, &event(only)?),
            _ => opening,
        }];
        let together = |day| days.iter().filter(|(other, _)| *other == day).count();
        // Of equally full days `max_by_key` takes the last, so the days are gone through backwards.
        if let Some((day, id)) = days.iter().rev().max_by_key(|(day, _)| together(*day))
            && together(*day) > 1
        {
            said.push(self.words.on_one_day(&self.value(id)?, together(*day)));
        }
        let inferred = self.count(|statistic| matches!(statistic, Statistic::Fact(fact) if fact.inferred))?;
        if inferred > 0 {
            said.push(self.words.years_inferred(inferred));
        }
        Ok(said)
    }
}

#[cfg(test)]
mod tests {
    use super::super::fixture;
    use super::*;
    use crate::story::Locale;
    use crate::words::words;

    fn check(edition: fn(Locale) -> Edition, figure: &Figure, zh: &str, en: &str) {
        assert_eq!(summary(&edition(Locale::Zh), figure).as_deref(), Ok(zh));
        assert_eq!(summary(&edition(Locale::En), figure).as_deref(), Ok(en));
    }

    fn check_published(id: &str, zh: &str, en: &str) {
        let edition = fixture::published(Locale::Zh);
        check(fixture::published, edition.figure(id).expect("a figure"), zh, en);
    }

    fn check_small(drawing: &str, zh: &str, en: &str) {
        check(fixture::small, &fixture::figure(drawing), zh, en);
    }

    #[test]
    fn bars_are_ranked_within_their_unit() {
        check_published(
            "capacity",
            "三条横条，从零开始。从大到小依次是HPV疫苗超过4000万支和胰岛素超过3000万支。抗体原液2.4万升单独用一条轴。“超过”的数只是下限，画图和比较都按下限。",
            "Three bars that start at zero. From largest to smallest: HPV vaccine (over 40 million doses) and insulin (over 30 million doses). Antibody substance (24,000 litres) has a scale of its own. Numbers given as ‘over’ are lower bounds, and are drawn and compared as such.",
        );
    }

    #[test]
    fn a_week_says_the_multiple_and_what_was_counted() {
        check_published(
            "frequency",
            "一周的方格图，一格是一班。班次从每周1班到每天20班，是原来的140倍。按2024年1月至5月的累计推算，平均每天9.8车次。其中两个数由我们推算。",
            "A grid of one week, one cell for each departure. Departures go from 1 trip a week to 20 trips a day, 140 times as many. Counted over January to May 2024, the average is 9.8 trips a day. Two of the numbers are worked out by us.",
        );
    }

    #[test]
    fn pairs_say_what_grew_and_that_their_spans_differ() {
        check_published(
            "growth",
            "两组前后对比。南彭站铁路从0.88万吨（2023年）到1.12万吨（2024年1月至5月），增长27%，五个月对十二个月。佛耳岩码头从25.8万吨（2023年1月至5月）到26.56万吨（2024年1月至5月），增长3%。其中两个数由我们推算。",
            "Two pairs of bars, before and after. Nanpeng rail goes from 8,800 tonnes (2023) to 11,200 tonnes (January to May 2024), up 27 percent, five months against twelve. Fo’eryan wharf goes from 258,000 tonnes (January to May 2023) to 265,600 tonnes (January to May 2024), up 3 percent. Two of the numbers are worked out by us.",
        );
        check_small(
            r#"{ "pairs": { "pairs": [{ "before": "before", "after": "cargo", "growth": "fall" }] } }"#,
            "一组前后对比。货量从约30万吨（2022年）到约30万吨（2023年），减少5%。其中一个数由我们推算；“约”的数是近似值。",
            "One pair of bars, before and after. Cargo goes from about 300,000 tonnes (2022) to about 300,000 tonnes (2023), down 5 percent. One of the numbers is worked out by us; numbers given as ‘about’ are approximate.",
        );
    }

    #[test]
    fn a_timeline_says_its_ends_and_its_fullest_day() {
        check_published(
            "dates",
            "七个日期，从2023年6月（智翔金泰上市）到2024年7月3日（新闻发布会）。2024年6月27日一天就有三项。其中六个日期的年份为推断。",
            "Seven dates, from June 2023 (Genrix Bio lists) to 3 July 2024 (press conference). Three fall on 27 June 2024. The year is inferred for six of them.",
        );
        check_small(
            r#"{ "timeline": { "events": ["day"] } }"#,
            "一个日期：2024年3月5日（开航）。其中一个日期的年份为推断。",
            "One date: 5 March 2024 (First voyage). The year is inferred for one of them.",
        );
    }

    #[test]
    fn a_ladder_counts_its_rungs_in_words() {
        check_published(
            "firsts",
            "十一项，按范围大小分级：全球两项、全国五项和全市四项。范围最大的是TSLP双抗和最大镁合金压铸件。一项还在建设中。",
            "Eleven claims, by how far they reach: two worldwide, five nationwide and four citywide. The widest: TSLP bispecific and largest alloy part. One is still under construction.",
        );
    }

    #[test]
    fn an_empty_figure_and_a_long_list_are_still_sentences() {
        check_small(
            r#"{ "dots": { "groups": [] } }"#,
            "零组点，每个点代表一个。",
            "No groups of dots, one dot for each thing.",
        );
        check_small(r#"{ "timeline": { "events": [] } }"#, "零个日期。", "No dates.");
        check_small(
            r#"{ "rings": { "rings": ["ships"] } }"#,
            "一个同心圆，每个点代表一个。轮船1至5号7艘。",
            "One circle, one point for each thing. Ships 1 to 5 (7).",
        );
        check_small(
            r#"{ "bars": { "panels": [["ships", "ships", "ships", "ships", "ships", "ships", "ships"]] } }"#,
            "七条横条，从零开始。最大的是轮船1至5号7艘，最小的是轮船1至5号7艘。",
            "Seven bars that start at zero. Largest: ships 1 to 5 (7); smallest: ships 1 to 5 (7).",
        );
    }

    #[test]
    fn a_chinese_term_and_its_value_never_run_into_each_other() {
        let item = |label, value| words(Locale::Zh).item(label, value);
        assert_eq!(item("研发机构", "145家"), "研发机构145家");
        assert_eq!(item("抗体GR2002", "5个"), "抗体GR2002（5个）");
        assert_eq!(item("天数（闰年）", "152天"), "天数（闰年）（152天）");
        assert_eq!(item("“1246”", "4位"), "“1246”（4位）");
    }

    #[test]
    fn counts_are_words_up_to_a_dozen() {
        let count =
            |locale, counts: &[usize]| counts.iter().map(|&n| words(locale).count(n)).collect::<Vec<_>>().join(" ");
        assert_eq!(count(Locale::Zh, &[0, 1, 2, 10, 12, 20, 22, 99, 100]), "零 一 两 十 十二 二十 二十二 九十九 100");
        assert_eq!(count(Locale::En, &[0, 1, 2, 12, 13, 100]), "no one two twelve 13 100");
    }

    #[test]
    fn labels_lose_their_capital_only_where_the_story_writes_the_word_small() {
        let edition = fixture::published(Locale::En);
        let summarizer = Summarizer::new(&edition, edition.figure("hub").expect("a figure"));
        for (id, term) in [
            ("throughput-2023", "cargo throughput"),
            ("trade-companies", "trading companies"),
            ("rail-freight-2024", "Nanpeng rail"),
            ("hpv-vaccine-capacity", "HPV vaccine"),
            ("research-institutions", "R&D institutions"),
        ] {
            assert_eq!(summarizer.term(id).as_deref(), Ok(term));
        }
    }
}
