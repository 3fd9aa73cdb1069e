//! What a number counts, in words of the article, by where they stand: `43家|外贸企业|集聚…`, `|货物吞吐量|2837万吨`,
//! `|货物吞吐量|…，|同比增长|9%`. Where no rule fits the term is empty, since a wrong one is worse than none.

use std::ops::Range;

use crate::numeral::{Found, Kind};

/// Characters that end a clause.
const BOUNDARIES: [char; 22] = [
    '，', '。', '；', '：', '！', '？', '、', '（', '）', '“', '”', '《', '》', '…', ',', '.', ';', ':', '!', '?', '(',
    ')',
];
/// Characters that end a sentence.
const ENDS: [char; 7] = ['。', '；', '！', '？', ';', '!', '?'];
/// The longest term, in characters; a longer text is half a sentence and no term.
const LONGEST: usize = 24;
/// How far from its number what it is of can stand, in bytes: some sentences of a hundred characters.
const REACH: usize = 600;
/// The longest list of numbers that share their words.
const MOST_LISTED: usize = 12;

/// Words between a term and its number.
const LINKS: &str = "分别|的|of which|of them|of these|including|达到了|达到|达|为|是|有|共有|共|共计|累计|总计|合计|突破|超过|超|逾|约|近|实现|完成|增至|增加到|提升至|提升到|提高到|\
    升至|降至|下降到|已|到|至|了|仅|仅有|近|从|由|在|每| reached| was| were| is| are| of| to| at| by| about| over| nearly| more than| some";
/// Words that begin a clause and are no part of the term.
const OPENINGS: &str = "已|现有|还|并|也|另有|另|其中|全年|全县|全区|全市|全省|全国|全镇|目前|累计|共|新|再|又|先后|今年以来|同时|此外|培育了|培育|引育|引进|拥有|建成|建设|完成|实现|\
    吸引|集聚|聚集|签订|签约|实施|开展|举办|接待|销售|生产|新增|发放|投入|组织|开通|带动|覆盖|服务|有|the |a |an |and |but |its |their |with ";
/// Words of change, which belong to the term of a growth.
const CHANGES: &str = "同比分别增长|同比分别下降|同比增长|同比下降|环比增长|环比下降|分别增长|分别下降|年均增长|增长|下降|提高|降低|增加|减少|上升|\
    回落|占比|占| rose| fell| grew| increased| decreased| up| down";
/// Words with which one number turns into another: 由18分钟缩短到11分钟.
const TURNS: &str = "增长|下降|提高|降低|增加|减少|上升|回落|缩短|延长|扩大|提升";
/// Words that end a term behind its number.
const STOPS: &str = "共|累计|走出|走向|集聚|聚集|开展|签订|签约|实施|参与|入驻|落户|投产|建成|开工|完成|达到|实现|进入|获得|获批|通过|享受|覆盖|\
    以及|和|与|及|在|为|是|被|将|已|正|均|都|到|中|内|，| than | carried | earned | in | of | at | and | were | was | are | is | had | have | that | which | who | from | for | on | to | by | with ";

/// The term of each finding of a paragraph.
pub(super) fn terms(text: &str, found: &[Found]) -> Vec<String> {
    let mut terms: Vec<String> = Vec::with_capacity(found.len());
    let mut floor = 0;
    for (index, Found { span, numeral }) in found.iter().enumerate() {
        let ceiling = found.get(index + 1).map_or(text.len(), |next| next.span.start);
        let before = text.get(floor..span.start).unwrap_or_default();
        // 4条航线共运送旅客1260万人次: the words that say what the number before counts.
        let before = terms.last().and_then(|last| before.strip_prefix(last.as_str())).unwrap_or(before);
        let after = text.get(span.end..ceiling).unwrap_or_default();
        let term = match numeral.kind {
            Kind::Date { .. } | Kind::Ordinal | Kind::Name => String::new(),
            Kind::Amount => changed_from(last_clause(before), &terms)
                .or_else(|| respective(text, found, index))
                .or_else(|| added(before, &terms))
                .unwrap_or_else(|| amount(before, after)),
            _ => change(text, before, &terms, found, index),
        };
        terms.push(if term.chars().count() > LONGEST { String::new() } else { term });
        // 第一产业 and GR2002 are words of a term.
        if !matches!(numeral.kind, Kind::Ordinal | Kind::Name) {
            floor = span.end;
        }
    }
    terms
}

/// The term of an amount: the words behind it, else those before it in its clause.
fn amount(before: &str, after: &str) -> String {
    let after = after.strip_prefix('的').or_else(|| after.strip_prefix(" more")).unwrap_or(after);
    let after = clause_after(after);
    if after.is_empty() { clause_before(before) } else { after.to_owned() }
}

/// The term of how many more of the same there are: 渡船36艘，比上年增加6艘.
fn added(before: &str, terms: &[String]) -> Option<String> {
    let compared = last_clause(before).strip_prefix(['比', '较'])?;
    let change = CHANGES.split('|').find(|word| compared.ends_with(word))?;
    terms.last().filter(|term| !term.is_empty()).map(|term| [term, change].concat())
}

/// 甲、乙分别达到3吨、5吨: what a number of a list is of, where as many things are listed before.
fn respective(text: &str, found: &[Found], index: usize) -> Option<String> {
    let listed = run(text, found, index);
    let subjects = list(text, found.get(listed.start)?.span.start);
    (listed.len() > 1 && subjects.len() == listed.len()).then(|| subjects.get(index - listed.start).cloned())?
}

/// The term of a growth or a share, with the word of its change: the words before it in its clause, else the term of the amount
/// before it.
fn change(text: &str, before: &str, terms: &[String], found: &[Found], index: usize) -> String {
    let clause = last_clause(before);
    if let Some(from) = changed_from(clause, terms) {
        return from;
    }
    let Some(at) = CHANGES.split('|').filter_map(|word| clause.rfind(word)).min() else {
        return spread(text, terms, found, index).unwrap_or_else(|| clause_before(before));
    };
    let (subject, word) = clause.split_at(at);
    let word = stripped(word, LINKS).replace("分别", "");
    let subject = match clause_before(subject) {
        // 甲、乙分别增长9%、21.9%: the first is 甲's.
        subject if clause.contains("分别") => {
            let start = found.get(index).map_or(0, |found| found.span.start);
            list(text, start).into_iter().next().unwrap_or(subject)
        }
        subject => subject,
    };
    let subject = if subject.is_empty() { amount_of(text, terms, found, index) } else { Some(subject) };
    subject.filter(|subject| !subject.is_empty()).map_or(String::new(), |subject| subject + word.trim_end())
}

/// The term of the number that this one was before: 失业率由5.4%下降到5.1%.
fn changed_from(clause: &str, terms: &[String]) -> Option<String> {
    let word = clause.strip_suffix(['到', '至', '为'])?;
    TURNS.split('|').any(|change| change == word).then(|| terms.last().cloned())?
}

/// The term of the amount that a growth behind it is of; of several growths in a list, each belongs to one of the last as many amounts.
fn amount_of(text: &str, terms: &[String], found: &[Found], index: usize) -> Option<String> {
    let growths = run(text, found, index);
    let start = found.get(growths.start)?.span.start;
    let near = |(_, found): &(usize, &Found)| start - found.span.end <= REACH;
    let amounts = found.get(..growths.start)?.iter().enumerate().rev().take_while(near);
    let mut amounts = amounts.filter(|(_, found)| found.numeral.kind == Kind::Amount);
    let (place, amount) = amounts.nth(growths.end - 1 - index)?;
    let between = text.get(amount.span.end..start)?;
    if between.contains(ENDS) { None } else { terms.get(place).cloned() }
}

/// The subject of a growth behind the first in a list that names its subjects before: 甲、乙分别增长9%、21.9%.
fn spread(text: &str, terms: &[String], found: &[Found], index: usize) -> Option<String> {
    let listed = run(text, found, index);
    let place = index - listed.start;
    if place == 0 {
        return None;
    }
    let first = terms.get(listed.start)?;
    let subjects = list(text, found.get(listed.start)?.span.start);
    if let Some(word) = subjects.first().and_then(|subject| first.strip_prefix(subject.as_str())) {
        return Some(subjects.get(place)?.clone() + word);
    }
    let word = first.strip_prefix(&amount_of(text, terms, found, listed.start)?)?;
    Some(amount_of(text, terms, found, index)? + word)
}

/// The numbers that stand in a list with a number, it included: 9%、21.9%和3%.
fn run(text: &str, found: &[Found], index: usize) -> Range<usize> {
    let joined = |first: usize| {
        let amount = |found: &Found| found.numeral.kind == Kind::Amount;
        let pair = found.get(first).zip(found.get(first + 1));
        let pair = pair.filter(|(one, next)| amount(one) == amount(next));
        let between = pair.and_then(|(one, next)| text.get(one.span.end..next.span.start));
        between.is_some_and(|between| matches!(between, "、" | "和" | ", " | " and "))
    };
    let mut listed = index..index + 1;
    while listed.start > 0 && listed.len() < MOST_LISTED && joined(listed.start - 1) {
        listed.start -= 1;
    }
    while listed.len() < MOST_LISTED && joined(listed.end - 1) {
        listed.end += 1;
    }
    listed
}

/// The subjects that a clause lists before the word for "respectively", ahead of a place in the text: 甲、乙分别.
fn list(text: &str, end: usize) -> Vec<String> {
    let start = text.floor_char_boundary(end.saturating_sub(REACH));
    let before = text.get(start..end).unwrap_or_default();
    let Some((before, after)) = before.rsplit_once("分别") else { return Vec::new() };
    if after.contains(BOUNDARIES) {
        return Vec::new();
    }
    let start = before.rfind(|c| c != '、' && BOUNDARIES.contains(&c)).map_or(0, |at| at + boundary(before, at));
    let clause = before.get(start..).unwrap_or_default();
    let clause =
        CHANGES.split('|').chain(["同比", "环比"]).find_map(|word| clause.strip_suffix(word)).unwrap_or(clause);
    let parts = clause.split(['、', '和', '与']).map(without_openings);
    parts.filter(|part| !part.is_empty()).map(str::to_owned).collect()
}

/// The words before a number in its clause, without those that link it and those that open the clause.
fn clause_before(before: &str) -> String {
    let clause = last_clause(before);
    // 公司现有渡船36艘: who has them is no part of the term.
    let clause =
        ["现有", "共有", "拥有"].into_iter().find_map(|word| clause.split_once(word)).map_or(clause, |(_, had)| had);
    // 失业率由去年同期的5.4%: when it was so is no part of it either.
    let subject = ["由", "从"].into_iter().find_map(|word| clause.rsplit_once(word)).map(|(subject, _)| subject);
    without_openings(stripped(subject.filter(|subject| !subject.is_empty()).unwrap_or(clause), LINKS)).to_owned()
}

fn last_clause(before: &str) -> &str {
    let start = before.rfind(BOUNDARIES).map_or(0, |at| at + boundary(before, at));
    before.get(start..).unwrap_or_default()
}

/// How long the boundary at a place is, in bytes.
fn boundary(text: &str, at: usize) -> usize {
    text.get(at..).and_then(|rest| rest.chars().next()).map_or(0, char::len_utf8)
}

/// The words behind a number up to the end of its clause, or to a word with which something else begins.
fn clause_after(after: &str) -> &str {
    let end = after.find(BOUNDARIES).unwrap_or(after.len());
    let clause = after.get(..end).unwrap_or_default();
    let stop =
        STOPS.split('|').chain(TURNS.split('|')).filter_map(|word| clause.find(word)).min().unwrap_or(clause.len());
    clause.get(..stop).unwrap_or_default().trim()
}

/// A text without the words of a list at its end.
fn stripped<'a>(mut text: &'a str, words: &str) -> &'a str {
    loop {
        text = text.trim_end();
        match words.split('|').filter_map(|word| text.strip_suffix(word)).min_by_key(|rest| rest.len()) {
            Some(rest) => text = rest,
            None => return text,
        }
    }
}

fn without_openings(mut text: &str) -> &str {
    loop {
        text = text.trim_start();
        match OPENINGS.split('|').filter_map(|word| text.strip_prefix(word)).min_by_key(|rest| rest.len()) {
            // An opening with nothing behind it is the term itself.
            Some(rest) if !rest.is_empty() => text = rest,
            _ => return text,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::numeral::find;

    fn check(text: &str, expected: &[&str]) {
        assert_eq!(terms(text, &find(text).collect::<Vec<_>>()), expected, "{text}");
    }

    #[test]
    fn what_is_counted_stands_behind_its_number_or_before_it() {
        check("全县已培育食用菌企业58家，建成大棚320个。", &["食用菌企业", "大棚"]);
        check("27家茶厂入驻园区", &["茶厂"]);
        check("公司现有渡船36艘，全市共有机构12个", &["渡船", "机构"]);
        check("全年4条航线共运送旅客1260万人次", &["航线", "运送旅客"]);
        check("36 ferries, of which 14 are electric, six more than before", &["ferries", "", ""]);
        check("It plans 10 more ferries.", &["ferries"]);
        check("全年货物吞吐量达到120万吨", &["货物吞吐量"]);
        check("投入2000万元的资金", &["资金"]);
        check("共有3个方向、11条线路、23个口岸", &["方向", "线路", "口岸"]);
        check("The port handled 28 ships in May", &["ships"]);
    }

    #[test]
    fn a_growth_belongs_to_what_it_stands_beside() {
        check("货物吞吐量120万吨，同比增长9%", &["货物吞吐量", "货物吞吐量同比增长"]);
        check("出口额、进口额同比分别增长9%、21.9%", &["出口额同比增长", "进口额同比增长"]);
        check("出口额、进口额分别达到3亿元和5亿元", &["出口额", "进口额"]);
        check(
            "出口额3亿元、进口额5亿元，同比分别增长9%、21.9%",
            &["出口额", "进口额", "出口额同比增长", "进口额同比增长"],
        );
        check("出口额、进口额分别达到3亿元、5亿元，增长9%、21.9%", &["出口额", "进口额", "出口额增长", "进口额增长"]);
        check("茶园面积占比达31%", &["茶园面积占比"]);
        check("第一产业增加值3亿元，同比增长5%", &["", "第一产业增加值", "第一产业增加值同比增长"]);
        check("城镇调查失业率由去年同期的5.4%下降到5.1%", &["城镇调查失业率", "城镇调查失业率"]);
        check("候船时间由18分钟缩短到11分钟", &["候船时间", "候船时间"]);
        check("电气化铁路货运量占铁路货运量的62%", &["电气化铁路货运量占铁路货运量"]);
        check("电动渡船14艘，比上年增加6艘", &["电动渡船", "电动渡船增加"]);
    }

    #[test]
    fn dates_and_names_count_nothing_and_no_term_is_made_up() {
        check("2023年，GR2002获批。", &["", ""]);
        check("8万", &[""]);
    }
}
