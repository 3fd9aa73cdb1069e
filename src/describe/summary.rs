//! A figure in two to four short sentences, said from its facts: what kind it is, how many marks it has, which are the
//! largest and the smallest, what changes, and what must be kept in mind.
//!
//! The sentences are in `phrases.rs`; what is said of a kind, its file in [`crate::figure`] decides. Numbers that share no unit are not
//! ranked, unless they are counts and drawn one mark a thing.

use super::summarizer::Summarizer;
use crate::edition::{Edition, MissingFact};
use crate::story::Figure;

/// What a figure shows, in words, every number from its facts.
///
/// # Errors
/// A fact is unknown, or lacks the number, date or scope that the kind needs.
pub fn summary(edition: &Edition, figure: &Figure) -> Result<String, MissingFact> {
    let summarizer = Summarizer::new(edition, figure);
    let mut said = figure.drawing.editorial().summary(&summarizer)?;
    said.push(summarizer.reservations()?);
    Ok(summarizer.words.in_words(&summarizer.words.paragraph(&said)))
}

#[cfg(test)]
mod tests {
    use super::super::fixture;
    use super::*;
    use crate::story::{Drawing, Locale, Scope, Status, Text};
    use crate::words::words;

    fn check(edition: fn(Locale) -> Edition, figure: &Figure, zh: &str, en: &str) {
        assert_eq!(summary(&edition(Locale::Zh), figure).as_deref(), Ok(zh));
        assert_eq!(summary(&edition(Locale::En), figure).as_deref(), Ok(en));
    }

    fn check_told(id: &str, zh: &str, en: &str) {
        let edition = fixture::every_kind(Locale::Zh);
        check(fixture::every_kind, edition.figure(id).expect("a figure"), zh, en);
    }

    fn check_small(drawing: &str, zh: &str, en: &str) {
        check(fixture::small, &fixture::figure(drawing), zh, en);
    }

    #[test]
    fn bars_are_ranked_within_their_unit() {
        check_told(
            "bakery",
            "三条横条，从零开始。从大到小依次是面包超过82000个和小面包14600个。苹果酒30500升单独用一条轴。“超过”的数只是下限，画图和比较都按下限。",
            "Three bars that start at zero. From largest to smallest: loaves (over 82,000) and Rolls (14,600 loaves). Cider (30,500 litres) has a scale of its own. Numbers given as ‘over’ are lower bounds, and are drawn and compared as such.",
        );
    }

    #[test]
    fn a_week_says_the_multiple_and_what_was_counted_if_anything_was() {
        check_told(
            "ferries",
            "一周的方格图，一格是一个班次。班次从每周2班到每天8班，是原来的28倍。按2021年1月至5月的累计推算，平均每天7.4班。其中两个数由我们推算。",
            "A grid of one week, one cell for each departure. Departures go from 2 ferries a week to 8 ferries a day, 28 times as many. Counted over January to May 2021, the average is 7.4 ferries a day. Two of the numbers are worked out by us.",
        );
        check(
            fixture::every_kind,
            &fixture::figure(
                r#"{ "week": { "before": "ferries-before", "now": "ferries-now", "multiple": "ferries-multiple" } }"#,
            ),
            "一周的方格图，一格是一个班次。班次从每周2班到每天8班，是原来的28倍。其中一个数由我们推算。",
            "A grid of one week, one cell for each departure. Departures go from 2 ferries a week to 8 ferries a day, 28 times as many. One of the numbers is worked out by us.",
        );
    }

    #[test]
    fn pairs_say_what_grew_and_that_their_spans_differ() {
        check_told(
            "goods-grown",
            "两组前后对比。火车从1500吨（2020年1月至5月）到1900吨（2021年1月至5月），增长25%。码头从3.00万吨（2020年1月至5月）到31400吨（2021年1月至5月），增长4.8%。其中两个数由我们推算。",
            "Two pairs of bars, before and after. By rail goes from 1,500 tonnes (January to May 2020) to 1,900 tonnes (January to May 2021), up 25 percent. Over the quay goes from 30,000 tonnes (January to May 2020) to 31,400 tonnes (January to May 2021), up 4.8 percent. Two of the numbers are worked out by us.",
        );
        check_small(
            r#"{ "pairs": { "pairs": [{ "before": "before", "after": "cargo", "growth": "fall" }] } }"#,
            "一组前后对比。货量从约30万吨（2022年）到约30万吨（2023年），减少5%。其中一个数由我们推算；“约”的数是近似值。",
            "One pair of bars, before and after. Cargo goes from about 300,000 tonnes (2022) to about 300,000 tonnes (2023), down 5 percent. One of the numbers is worked out by us; numbers given as ‘about’ are approximate.",
        );
    }

    #[test]
    fn a_timeline_says_its_ends_and_its_fullest_day() {
        check_small(
            r#"{ "timeline": { "events": ["day"] } }"#,
            "一个日期：2024年3月5日（开航）。其中一个日期的年份为推断。",
            "One date: 5 March 2024 (First voyage). The year is inferred for one of them.",
        );
        check_told(
            "days",
            "四个日期，从1998年9月（建镇）到2021年6月2日（比赛）。其中一个日期的年份为推断。",
            "Four dates, from September 1998 (charter) to 2 June 2021 (race). The year is inferred for one of them.",
        );
        let said = |locale| {
            summary(&fixture::small(locale), &fixture::figure(r#"{ "timeline": { "events": ["day", "day", "day"] } }"#))
        };
        for (locale, fullest) in
            [(Locale::Zh, "2024年3月5日一天就有三项。"), (Locale::En, "Three fall on 5 March 2024.")]
        {
            assert!(said(locale).expect("a summary").contains(fullest));
        }
    }

    #[test]
    fn the_storys_own_words_are_said_instead_of_the_products() {
        let text = |zh: &str, en: &str| Text { zh: zh.into(), en: en.into() };
        let said = |locale, id: &str| {
            let mut edition = fixture::every_kind(locale);
            let terms = &mut edition.story.terms;
            terms.source = Some(text("公报", "communiqué"));
            terms.scopes.insert(Scope::City, text("山城", "Hilltown"));
            terms.statuses.insert(Status::UnderConstruction, text("未完工", "unfinished"));
            let mut figure = edition.figure(id).expect("a figure").clone();
            if let Drawing::Week(week) = &mut figure.drawing {
                week.departure = Some(text("车次", "lorry|lorries"));
            }
            let scopes = edition.plate().scope(Scope::City).to_owned();
            (summary(&edition, &figure).expect("a summary"), scopes)
        };
        for (locale, id, expected) in [
            (Locale::Zh, "ferries", "一周的方格图，一格是一个车次。车次从每周2班"),
            (Locale::En, "ferries", "A grid of one week, one cell for each lorry. Lorries go from 2 ferries a week"),
            (Locale::Zh, "town-firsts", "山城一项"),
            (Locale::En, "town-firsts", "one across Hilltown"),
            (Locale::Zh, "town-firsts", "一项还在未完工"),
            (Locale::En, "town-firsts", "One is still unfinished"),
            (Locale::Zh, "works-to-come", "有公报点到的名字"),
            (Locale::En, "works-to-come", "names that the communiqué gives"),
        ] {
            let (said, _) = said(locale, id);
            assert!(said.contains(expected), "{said}");
        }
        assert_eq!(said(Locale::En, "town-firsts").1, "Hilltown", "on the drawing too");
    }

    #[test]
    fn a_ladder_counts_its_rungs_in_words() {
        check_told(
            "town-firsts",
            "四项，按范围大小分级：全球一项、全国两项和全市一项。范围最大的是水力塔钟。一项还在建设中。",
            "Four claims, by how far they reach: one worldwide, two nationwide and one citywide. The widest: water clock. One is still under construction.",
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
}
