//! What can be wrong with a story: one variant for each thing that a person can do about it, with its sentences.

use super::{MAX_FACTS, MAX_FIGURES, MAX_ID, MAX_TEXT, MAX_VALUE, MAX_WORD};
use crate::figure::{MAX_DEPARTURES, MAX_DOTS, MAX_LINES, MAX_SYMBOLS};
use crate::story::article::Mismatch;
use crate::story::date::DateError;
use crate::story::printed::Contradiction;
use crate::story::sentences::{InWords, sentences};
use crate::story::working::FaultKind;
use crate::story::{FORMAT, Locale};

/// Something in a story that does not hold.
#[derive(Clone, Debug, PartialEq, thiserror::Error)]
#[error("{place}: {kind}")]
pub struct Problem {
    /// Where, as a JSON pointer into the story file: `/derived/3/formula`. Of a value that is missing it names the place
    /// where it should stand.
    pub place: String,
    /// What does not hold.
    pub kind: ProblemKind,
}

sentences! {
    /// A thing that does not hold.
    #[derive(Clone, Debug, PartialEq, thiserror::Error)]
    #[error("{}", self.message(Locale::En))]
    pub enum ProblemKind {
        Version(version: u32) =>
            "this program does not read version {version} of the format; write version {FORMAT}",
            "本程序不读第 {version} 版格式；请写第 {FORMAT} 版";
        NoLocales =>
            "the story has no language; list `zh`, `en` or both",
            "没有指定语言；请列出 `zh`、`en` 或两者";
        RepeatedLocale(code: &'static str) =>
            "language `{code}` is listed twice; list it once",
            "语言 `{code}` 列了两次；请只列一次";
        Empty =>
            "the list is empty; give it at least one entry, or remove what holds it",
            "列表是空的；请至少填写一项，或连同所在的条目一起删除";
        TooManyFacts { count: usize } =>
            "{count} are too many; at most {MAX_FACTS} facts, derived facts and constants fit in a story",
            "共 {count} 个，太多；事实、推算和常数合计最多 {MAX_FACTS} 个";
        TooManyFigures { count: usize } =>
            "{count} are too many; at most {MAX_FIGURES} figures fit in a story",
            "共 {count} 幅图，太多；最多 {MAX_FIGURES} 幅";
        MalformedId(id: String) =>
            "`{id}` cannot be an id; write lower-case letters, digits and hyphens, a letter first, at most {MAX_ID}",
            "`{id}` 不能作编号；请用小写字母、数字和连字符，以字母开头，最多 {MAX_ID} 个字符";
        MalformedUnitId(id: String) =>
            "`{id}` cannot be a unit's id; write letters, digits and `-`, `/` or `*`, a letter first, at most {MAX_ID}",
            "`{id}` 不能作单位编号；请用字母、数字和 `-`、`/`、`*`，以字母开头，最多 {MAX_ID} 个字符";
        RepeatedId { id: String, first: String } =>
            "id `{id}` is taken by {first}; choose another",
            "编号 `{id}` 已用于 `{first}`；请换一个";
        Unknown { sort: Sort, id: String, nearest: Nearest } =>
            "there is no {sort} `{id}`; {nearest}",
            "找不到{sort} `{id}`；{nearest}";
        ConstantShown(id: String) =>
            "`{id}` is a constant and has no place of its own on the page; show a fact that is derived from it",
            "`{id}` 是常数，不能单独展示；请改用由它推算出的事实";
        Orphan(id: String) =>
            "no figure shows `{id}`; add it to a drawing, name it in a figure's `title`, `subtitle`, `reading` or notes, or remove it",
            "没有图用到 `{id}`；请把它放进图里，或写进图的 `title`、`subtitle`、`reading` 或注释，或将其删除";
        UntoldLocale(code: &'static str) =>
            "no text is given in `{code}`; write the texts, or leave the language out here",
            "没有任何 `{code}` 文字；请补写，或在此删去这种语言";
        UnlistedLocale(code: &'static str) =>
            "every text is given in `{code}` too, which is not listed here; list it, or remove the texts",
            "文字都有 `{code}`，但此处未列出；请列出，或删除这些文字";
        MissingText { code: &'static str, alike: Alike } =>
            "the text is missing in `{code}`{alike}; every text is given in each of the story's `locales`",
            "缺少 `{code}` 文字{alike}；`locales` 所列的每种语言都要有文字";
        StrayText { code: &'static str, alike: Alike } =>
            "the text is given in `{code}`{alike}, which the story's `locales` do not list; remove it, or list the language",
            "有 `{code}` 文字{alike}，但 `locales` 未列出该语言；请删除文字，或列出该语言";
        Blank =>
            "nothing is written here; give the characters of the article",
            "此处没有内容；请填写文章中的原文";
        Invisible(character: char) =>
            "the text contains the invisible character {character}; delete it",
            "文字中有看不见的字符 `{character}`；请删除";
        LongText(length: usize) =>
            "the text has {length} characters; shorten it to {MAX_TEXT}",
            "文字有 {length} 个字符；请缩短到 {MAX_TEXT} 个以内";
        LongWord(word: String) =>
            "the word `{word}` is longer than {MAX_WORD} letters; shorten it or part it with a space",
            "单词 `{word}` 超过 {MAX_WORD} 个字母；请缩短，或用空格分开";
        Placeholder(text: String) =>
            "`{text}` is no placeholder; write `{{id}}` for a fact written out, `{{id:n}}` for its number alone",
            "`{text}` 不是占位符；写 `{{id}}` 代入完整的事实，写 `{{id:n}}` 只代入数字";
        Brace =>
            "braces are not filled in here, so a reader would see them; write the text without",
            "此处不会代入数字，大括号会原样显示；请去掉大括号";
        UnitForm =>
            "each form of a unit has `{{}}` once, where the number goes; write `{{}} trip|{{}} trips` for one | more",
            "单位的每种写法要有且只有一个 `{{}}`，表示数字的位置；例如 `{{}} trip|{{}} trips`，竖线前为单数";
        ValueOrDate(clash: Clash) =>
            "a fact has a number with a `unit`, or a `date`, or neither; this one has {clash}",
            "一个事实要么有带 `unit` 的数值，要么有 `date`，要么两者都没有；{clash}";
        Printed(#[from] error: Contradiction) =>
            "{error}",
            "{error}";
        Article(#[from] error: Mismatch) =>
            "{error}",
            "{error}";
        NotFinite(value: f64) =>
            "{value} is not a finite number; correct it",
            "`{value}` 不是有限的数；请更正";
        TooLarge(value: f64) =>
            "{value} is larger than {MAX_VALUE:e}, beyond which numbers are not written; use a larger unit",
            "`{value}` 超过 `{MAX_VALUE:e}`，无法写出；请改用更大的单位";
        Digits(digits: u8) =>
            "{digits} significant digits are not possible; write 1 to 15, or leave `digits` out for a count",
            "有效数字不能是 {digits} 位；请写 1 到 15，计数则不写 `digits`";
        Scale(scale: f64) =>
            "a unit cannot be scaled by {scale}; write a number above 0, or leave `scale` out",
            "单位不能以 {scale} 倍换算；请写大于 0 的数，或不写 `scale`";
        Dimension(text: String) =>
            "`{text}` is no dimension; write symbols with `*` and `/` between, such as `trip/week`, or `1`",
            "`{text}` 不是量纲；请用 `*` 和 `/` 连接符号，如 `trip/week`，或写 `1`";
        Date(#[from] text: DateError) =>
            "`{text}` is not a date; write 2023, 2023-H1, 2023-Q2, 2023-06, 2023-06-30, or two dates with a slash between",
            "`{text}` 不是日期；请写 `2023`、`2023-H1`、`2023-Q2`、`2023-06`、`2023-06-30`，或用斜线连接两个日期";
        Backwards(period: String) =>
            "the period `{period}` ends before it begins; write the earlier date first",
            "时段 `{period}` 的结束早于开始；请把较早的日期写在前面";
        NotADay(text: String) =>
            "`{text}` is not a day; write year, month and day: 2024-07-03",
            "`{text}` 不是某一天；请写年、月、日：2024-07-03";
        TooEarly(day: String) =>
            "`{day}` is too early; a page is published, then corrected, the earliest first, and last updated no earlier",
            "`{day}` 太早；更正不早于发布，按先后排列，最后更新不早于更正";
        NotAnAddress(text: String) =>
            "`{text}` is no address in the web; write all of it, as a browser shows it: https://…",
            "`{text}` 不是网址；请照浏览器地址栏写全：`https://…`";
        Paragraph(text: String) =>
            "`{text}` is not a paragraph; write P and its number: P09",
            "`{text}` 不是段落号；请写字母和段落序号，如 `P09`";
        Formula(#[from] error: FaultKind) =>
            "{error}",
            "{error}";
        NoSeries(count: usize) =>
            "a series needs at least 2 observations, and {count} stand here; show a single number in `bars`",
            "时间序列至少要有 2 个数，这里有 {count} 个；单个数请用 `bars`";
        NoFrequency(period: String) =>
            "`{period}` is no year, half, quarter, month or day, which a series goes by; show numbers of other periods in `bars`",
            "`{period}` 不是年、半年、季度、月或日，不能作时间序列；其他时段的数请用 `bars`";
        UnlikePeriods(period: String, before: String) =>
            "`{period}` is not as long as `{before}` before it; write an entry of `series` for each length",
            "`{period}` 与前面的 `{before}` 长短不同；请按时段长短分为几条 `series`";
        NotLater(period: String, before: String) =>
            "`{period}` is not after `{before}`, which stands before it; write the periods in order of time, each once",
            "`{period}` 不晚于前面的 `{before}`；请按时间先后排列，各写一次";
        AfterForecast(period: String, before: String) =>
            "`{period}` is no forecast, but `{before}` before it is one; mark both, or neither",
            "`{before}` 是预测，其后的 `{period}` 却不是；请都标为预测，或都不标";
        IntervalOfNoForecast =>
            "an interval is drawn around a forecast only; mark the number with `forecast`, or leave the interval out",
            "只有预测才画区间；请标上 `forecast`，或删去区间";
        OutsideInterval { value: f64, low: f64, high: f64 } =>
            "{value} is not between {low} and {high}; correct the number or the interval",
            "{value} 不在 {low} 与 {high} 之间；请更正数字或区间";
        TooManyLines(count: usize) =>
            "{count} lines are too many; draw at most {MAX_LINES} in a panel, and give the others a panel of their own",
            "{count} 条线太多；每格最多 {MAX_LINES} 条，其余请另设一格";
        ColumnsTogether(count: usize) =>
            "columns show one series a panel, and {count} stand here; give each a panel, or draw `lines`",
            "柱形每格只能画一条序列，这里有 {count} 条；请各设一格，或改用 `lines`";
        SeriesUnits(one: String, other: String) =>
            "`{one}` and `{other}` are in different units, and one scale has one; give each a panel, without `common_scale`",
            "`{one}` 与 `{other}` 单位不同，不能共用比例尺；请各设一格，并去掉 `common_scale`";
        UnlikeSeries(one: String, other: String) =>
            "the periods of `{one}` are not as long as those of `{other}`, and a figure has one axis of time; show it in a figure of its own",
            "`{one}` 与 `{other}` 的时段长短不同，而一幅图只有一条时间轴；请另设一幅图";
        OrphanSeries(id: String) =>
            "no figure shows the series `{id}`; name it in a drawing of kind `series`, or remove it",
            "没有图用到序列 `{id}`；请放进 `series` 类的图，或将其删除";
        ShownTwice(id: String) =>
            "the drawing shows `{id}` twice; show it once",
            "图中 `{id}` 出现两次；请只保留一次";
        NoNumber(id: String) =>
            "`{id}` has no number, and one stands here; give it a `unit`, and a `value` where `printed` says none, or show it in an `outline`",
            "`{id}` 没有数值，而此处要用数值；请为它填写 `unit`，`printed` 读不出数值时再填 `value`，或改用 `outline` 展示";
        NoDate(id: String) =>
            "`{id}` has no date, and only a fact with one can stand on a timeline; give it a `date`",
            "`{id}` 没有日期，不能放在时间线上；请填写 `date`";
        NoScope(id: String) =>
            "`{id}` has no scope, and only a fact with one can stand on a ladder; give it `world`, `nation`, `province`, `city` or `district`",
            "`{id}` 没有范围，不能放在层级图上；请填写 `world`、`nation`、`province`、`city` 或 `district`";
        NotACount { id: String, value: f64 } =>
            "`{id}` is {value}, and one mark is drawn a thing; draw whole numbers from 0 so, and others as `bars`",
            "`{id}` 为 {value}，而此处一物一标；只能用 0 以上的整数，其他数请用 `bars`";
        Negative { id: String, value: f64 } =>
            "`{id}` is {value}, and lengths start at zero; draw numbers from 0 so, and others as `bars`",
            "`{id}` 为 {value}，而长度从零开始；只能用 0 以上的数，其他数请用 `bars`";
        NoThings(id: String) =>
            "`{id}` is a bare ratio, and here marks stand for things; draw it as `bars`",
            "`{id}` 是比率，而此处每个图形代表一件实物；请改用 `bars`";
        NotAPart { id: String, value: f64 } =>
            "`{id}` is {value}, and a part is from 0 to 1 of its whole; draw growth as `pairs`, and other ratios as `bars`",
            "`{id}` 为 {value}，而部分占整体应在 0 到 1 之间；增长请用 `pairs`，其他比率请用 `bars`";
        PartsExceed { id: String, value: f64, sum: f64 } =>
            "the parts come to {sum}, and `{id}` is {value}; correct the numbers, or draw them as `bars`",
            "各部分合计 {sum}，超过 `{id}` 的 {value}；请更正数字，或改用 `bars`";
        MoreNames { id: String, value: f64, names: usize } =>
            "`{id}` counts {value}, and {names} names stand under it; correct the number, or leave names out",
            "`{id}` 为 {value}，其下却列了 {names} 个名称；请更正数字，或删去一些名称";
        NotARatio { id: String, dimension: String } =>
            "`{id}` is in {dimension}, and a bare ratio stands here; give it a unit of dimension 1",
            "`{id}` 的量纲是 `{dimension}`，而此处要用比率；请改用量纲为 1 的单位";
        UnlikeUnits { id: String, unit: String, other: String, other_unit: String } =>
            "`{id}` is in `{unit}` and `{other}` in `{other_unit}`; one scale has one unit; give each a panel of `bars`",
            "`{id}` 的单位是 `{unit}`，`{other}` 的单位是 `{other_unit}`；同一比例尺只能有一种单位，请为每种单位各设一组 `bars`";
        Disagrees { id: String, value: f64, from: Origin, expected: f64 } =>
            "`{id}` is {value}, but {from} gives {expected}; correct the numbers, or name another fact",
            "`{id}` 为 {value}，而{from}为 {expected}；请更正数字，或改用别的事实";
        FunnelWidens { id: String, wider: String } =>
            "`{id}` is larger than `{wider}`, which contains it; name the wider first, or draw both as `bars`",
            "`{id}` 大于包含它的 `{wider}`；请把较大的写在前面，或都改用 `bars`";
        FunnelShares { steps: usize, shares: usize } =>
            "steps: {steps}, shares: {shares}; name a share for each step but the first",
            "步骤 {steps} 个，占比 {shares} 个；除第一步外，每步要有一个占比";
        GroupCount(count: usize) =>
            "groups: {count}; name 2 to 4, or draw `bars`, which have none",
            "共 {count} 组；请写 2 到 4 组，或改用不分组的 `bars`";
        FactForEachGroup { groups: usize, facts: usize } =>
            "{groups} groups have a fact each in every category, but {facts} are given here; name one for each group",
            "共 {groups} 组，每类各组要有一个事实，这里有 {facts} 个；请逐组填写";
        NoPlaceFor { part: Part, field: &'static str } =>
            "{part} has no `{field}`; leave it out",
            "{part}不能有 `{field}`；请删去";
        TooManySets(count: usize) =>
            "{count} sets within a number are too many; a glyph is full, half or outlined, so name at most 2",
            "一个数之内有 {count} 层，太多；图形只有满、半、空三种，最多写 2 层";
        Each(each: f64) =>
            "a symbol cannot stand for {each} things; write a number above 0",
            "一个图形不能代表 {each} 件；请写大于 0 的数";
        NoGlyph =>
            "parts are counted out in glyphs here, and this one has none; name its `glyph`, or leave `each` out for bars",
            "这幅图用图形数出各部分，而这一部分没有图形；请写 `glyph`，或去掉 `each` 改用长条";
        TooManySymbols(count: f64) =>
            "{count} symbols are too many; let each stand for more, so that a row has at most {MAX_SYMBOLS}",
            "{count} 个图形太多；请让每个代表更多，使每行不超过 {MAX_SYMBOLS} 个";
        TooManyDots(count: f64) =>
            "{count} dots are too many; at most {MAX_DOTS} can be drawn in a figure",
            "{count} 个点太多；一幅图最多 {MAX_DOTS} 个";
        TooManyDepartures(count: f64) =>
            "{count} departures a day are too many; at most {MAX_DEPARTURES} a day can be drawn in a week",
            "每天 {count} 班太多；一周图每天最多 {MAX_DEPARTURES} 班";
    }
}

sentences! {
    /// The sorts of things that have names.
    #[derive(Clone, Copy, Debug, PartialEq, Eq)]
    pub enum Sort {
        Fact => "fact", "事实";
        Unit => "unit", "单位";
        Figure => "figure", "图";
        Series => "series", "时间序列";
    }
}

sentences! {
    /// The fields of a fact that has neither a number with a unit nor just a date.
    #[derive(Clone, Copy, Debug, PartialEq, Eq)]
    pub enum Clash {
        NoUnit => "a value without a unit", "这里有数值而无单位";
        ValueAndDate => "a value and a date", "这里既有数值又有日期";
        UnitAndDate => "a unit and a date", "这里既有单位又有日期";
        All => "a value, a unit and a date", "这里数值、单位和日期都有";
    }
}

sentences! {
    /// The calculation that a number must agree with.
    #[derive(Clone, Debug, PartialEq, Eq)]
    pub enum Origin {
        Formula(formula: String) => "{formula}", "{formula}";
        Parts => "the sum of the parts", "各部分之和";
    }
}

sentences! {
    /// A part of a panorama.
    #[derive(Clone, Copy, Debug, PartialEq, Eq)]
    pub enum Part {
        Disc => "a disc", "圆盘";
        Band => "a band of glyphs", "图形带";
        BandWithBefore => "a band with `before`", "带 `before` 的图形带";
    }
}

/// That a text is one of so many of its kind with the same problem.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Alike(pub usize);

impl InWords for Alike {
    fn in_words(&self, locale: Locale) -> String {
        match (locale, self.0) {
            (_, 0 | 1) => String::new(),
            (Locale::En, 2) => ", and so is one more of its kind".to_owned(),
            (Locale::En, count) => format!(", and so are {} more of its kind", count - 1),
            (Locale::Zh, count) => format!("，同类还有 {} 处", count - 1),
        }
    }
}

/// The name that was meant, if that can be guessed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Nearest(pub Option<String>);

impl InWords for Nearest {
    fn in_words(&self, locale: Locale) -> String {
        match (locale, &self.0) {
            (Locale::En, Some(name)) => format!("did you mean `{name}`?"),
            (Locale::En, None) => "name one that the story defines".to_owned(),
            (Locale::Zh, Some(name)) => format!("是否指 `{name}`？"),
            (Locale::Zh, None) => "请改用已有的编号".to_owned(),
        }
    }
}

/// The candidate most like a name, if it could be the same name misspelt: at most a third of its letters differ.
///
/// Without the feature `standalone` there is none: the browser has nobody to tell.
pub(crate) fn nearest<'a>(name: &str, candidates: impl Iterator<Item = &'a str>) -> Option<String> {
    #[cfg(feature = "standalone")]
    {
        // Longer names are no slips of the hand, and distances take time with the square of the length.
        let comparable = |candidate: &&str| candidate.len() <= MAX_ID && name.len() <= MAX_ID;
        let distances = candidates.filter(comparable).map(|known| (strsim::osa_distance(name, known), known));
        let (distance, known) = distances.min()?;
        (distance * 3 <= known.chars().count()).then(|| known.to_owned())
    }
    #[cfg(not(feature = "standalone"))]
    {
        let _ = (name, candidates);
        None
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[cfg(feature = "standalone")]
    #[test]
    fn the_nearest_name_is_one_that_could_be_meant() {
        let known = ["drugs-in-research", "drugs-in-clinic", "t", "permits"];
        let nearest = |name| nearest(name, known.into_iter());
        assert_eq!(nearest("drugs-in-reserach").as_deref(), Some("drugs-in-research"));
        assert_eq!(nearest("permit").as_deref(), Some("permits"));
        assert_eq!(nearest("x"), None);
        assert_eq!(nearest(""), None);
        assert_eq!(nearest(&"permits".repeat(20)), None);
    }
}
