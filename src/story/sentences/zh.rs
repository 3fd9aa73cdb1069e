//! What is wrong with a story, in Chinese.

use super::short;
use crate::draft::story::StoryError;
use crate::draft::{ArticleError, MAX_BYTES};
use crate::figure::{MAX_DEPARTURES, MAX_DOTS, MAX_LINES, MAX_SYMBOLS};
use crate::story::FORMAT;
use crate::story::article::Mismatch;
use crate::story::check::{
    Clash, MAX_FACTS, MAX_FIGURES, MAX_ID, MAX_TEXT, MAX_VALUE, MAX_WORD, Origin, Part, ProblemKind, Sort,
};
use crate::story::date::DateError;
use crate::story::formula::{Expected, FormulaError, MAX_DEPTH, MAX_LENGTH};
use crate::story::printed::Contradiction;
use crate::story::working::FaultKind;

pub(super) fn problem(kind: &ProblemKind) -> String {
    use ProblemKind as P;
    match kind {
        P::Version(version) => format!("本程序不读第 {version} 版格式；请写第 {FORMAT} 版"),
        P::NoLocales => "没有指定语言；请列出 `zh`、`en` 或两者".into(),
        P::RepeatedLocale(code) => format!("语言 `{code}` 列了两次；请只列一次"),
        P::Empty => "列表是空的；请至少填写一项，或连同所在的条目一起删除".into(),
        P::TooManyFacts { count } => {
            format!("共 {count} 个，太多；事实、推算和常数合计最多 {MAX_FACTS} 个")
        }
        P::TooManyFigures { count } => format!("共 {count} 幅图，太多；最多 {MAX_FIGURES} 幅"),

        P::MalformedId(id) => {
            format!("`{id}` 不能作编号；请用小写字母、数字和连字符，以字母开头，最多 {MAX_ID} 个字符")
        }
        P::MalformedUnitId(id) => {
            format!("`{id}` 不能作单位编号；请用字母、数字和 `-`、`/`、`*`，以字母开头，最多 {MAX_ID} 个字符")
        }
        P::RepeatedId { id, first } => format!("编号 `{id}` 已用于 `{first}`；请换一个"),
        P::Unknown { sort, id, nearest: _ } => {
            format!("找不到{} `{id}`；请改用已有的编号", sort_of(*sort))
        }
        P::ConstantShown(id) => format!("`{id}` 是常数，不能单独展示；请改用由它推算出的事实"),
        P::Orphan(id) => {
            format!("没有图用到 `{id}`；请把它放进图里，或写进图的 `title`、`subtitle`、`reading` 或注释，或将其删除")
        }

        P::UntoldLocale(code) => format!("没有任何 `{code}` 文字；请补写，或在此删去这种语言"),
        P::UnlistedLocale(code) => format!("文字都有 `{code}`，但此处未列出；请列出，或删除这些文字"),
        P::MissingText { code, count } => {
            format!("缺少 `{code}` 文字{}；`locales` 所列的每种语言都要有文字", others(*count))
        }
        P::StrayText { code, count } => {
            format!("有 `{code}` 文字{}，但 `locales` 未列出该语言；请删除文字，或列出该语言", others(*count))
        }
        P::Blank => "此处没有内容；请填写文章中的原文".into(),
        P::Invisible(character) => {
            format!("文字中有看不见的字符 `U+{:04X}`；请删除", u32::from(*character))
        }
        P::LongText(length) => format!("文字有 {length} 个字符；请缩短到 {MAX_TEXT} 个以内"),
        P::LongWord(word) => format!("单词 `{word}` 超过 {MAX_WORD} 个字母；请缩短，或用空格分开"),
        P::Placeholder(text) => {
            format!("`{text}` 不是占位符；写 `{{id}}` 代入完整的事实，写 `{{id:n}}` 只代入数字")
        }
        P::Brace => "此处不会代入数字，大括号会原样显示；请去掉大括号".into(),
        P::UnitForm => {
            "单位的每种写法要有且只有一个 `{}`，表示数字的位置；例如 `{} trip|{} trips`，竖线前为单数".into()
        }

        P::ValueOrDate(clash) => format!(
            "一个事实要么有带 `unit` 的数值，要么有 `date`，要么两者都没有；{}",
            match clash {
                Clash::NoUnit => "这里有数值而无单位",
                Clash::ValueAndDate => "这里既有数值又有日期",
                Clash::UnitAndDate => "这里既有单位又有日期",
                Clash::All => "这里数值、单位和日期都有",
            }
        ),
        P::Printed(error) => contradiction(error),
        P::Article(error) => mismatch(error),
        P::NotFinite(value) => format!("`{value}` 不是有限的数；请更正"),
        P::TooLarge(value) => format!("`{}` 超过 `{MAX_VALUE:e}`，无法写出；请改用更大的单位", short(value)),
        P::Digits(digits) => format!("有效数字不能是 {digits} 位；请写 1 到 15，计数则不写 `digits`"),
        P::Scale(scale) => format!("单位不能以 {} 倍换算；请写大于 0 的数，或不写 `scale`", short(scale)),
        P::Dimension(text) => {
            format!("`{text}` 不是量纲；请用 `*` 和 `/` 连接符号，如 `trip/week`，或写 `1`")
        }
        P::Date(error) => date(error),
        P::Backwards(period) => format!("时段 `{period}` 的结束早于开始；请把较早的日期写在前面"),
        P::NotADay(text) => format!("`{text}` 不是某一天；请写年、月、日：2024-07-03"),
        P::TooEarly(day) => {
            format!("`{day}` 太早；更正不早于发布，按先后排列，最后更新不早于更正")
        }
        P::NotAnAddress(text) => format!("`{text}` 不是网址；请照浏览器地址栏写全：`https://…`"),
        P::Paragraph(text) => format!("`{text}` 不是段落号；请写字母和段落序号，如 `P09`"),

        P::Formula(error) => fault(error),

        P::NoSeries(count) => format!("时间序列至少要有 2 个数，这里有 {count} 个；单个数请用 `bars`"),
        P::NoFrequency(period) => {
            format!("`{period}` 不是年、半年、季度、月或日，不能作时间序列；其他时段的数请用 `bars`")
        }
        P::UnlikePeriods(period, before) => {
            format!("`{period}` 与前面的 `{before}` 长短不同；请按时段长短分为几条 `series`")
        }
        P::NotLater(period, before) => {
            format!("`{period}` 不晚于前面的 `{before}`；请按时间先后排列，各写一次")
        }
        P::AfterForecast(period, before) => {
            format!("`{before}` 是预测，其后的 `{period}` 却不是；请都标为预测，或都不标")
        }
        P::IntervalOfNoForecast => "只有预测才画区间；请标上 `forecast`，或删去区间".into(),
        P::OutsideInterval { value, low, high } => {
            format!("{} 不在 {} 与 {} 之间；请更正数字或区间", short(value), short(low), short(high))
        }
        P::TooManyLines(count) => {
            format!("{count} 条线太多；每格最多 {MAX_LINES} 条，其余请另设一格")
        }
        P::ColumnsTogether(count) => {
            format!("柱形每格只能画一条序列，这里有 {count} 条；请各设一格，或改用 `lines`")
        }
        P::SeriesUnits(one, other) => {
            format!("`{one}` 与 `{other}` 单位不同，不能共用比例尺；请各设一格，并去掉 `common_scale`")
        }
        P::UnlikeSeries(one, other) => {
            format!("`{one}` 与 `{other}` 的时段长短不同，而一幅图只有一条时间轴；请另设一幅图")
        }
        P::OrphanSeries(id) => format!("没有图用到序列 `{id}`；请放进 `series` 类的图，或将其删除"),

        P::ShownTwice(id) => format!("图中 `{id}` 出现两次；请只保留一次"),
        P::NoNumber(id) => format!(
            "`{id}` 没有数值，而此处要用数值；请为它填写 `unit`，`printed` 读不出数值时再填 `value`，或改用 `outline` 展示"
        ),
        P::NoDate(id) => format!("`{id}` 没有日期，不能放在时间线上；请填写 `date`"),
        P::NoScope(id) => {
            format!("`{id}` 没有范围，不能放在层级图上；请填写 `world`、`nation`、`province`、`city` 或 `district`")
        }
        P::NotACount { id, value } => {
            format!("`{id}` 为 {}，而此处一物一标；只能用 0 以上的整数，其他数请用 `bars`", short(value))
        }
        P::Negative { id, value } => {
            format!("`{id}` 为 {}，而长度从零开始；只能用 0 以上的数，其他数请用 `bars`", short(value))
        }
        P::NoThings(id) => format!("`{id}` 是比率，而此处每个图形代表一件实物；请改用 `bars`"),
        P::NotAPart { id, value } => {
            format!("`{id}` 为 {}，而部分占整体应在 0 到 1 之间；增长请用 `pairs`，其他比率请用 `bars`", short(value))
        }
        P::PartsExceed { id, value, sum } => {
            format!("各部分合计 {}，超过 `{id}` 的 {}；请更正数字，或改用 `bars`", short(sum), short(value))
        }
        P::MoreNames { id, value, names } => {
            format!("`{id}` 为 {}，其下却列了 {names} 个名称；请更正数字，或删去一些名称", short(value))
        }
        P::NotARatio { id, dimension } => {
            format!("`{id}` 的量纲是 `{dimension}`，而此处要用比率；请改用量纲为 1 的单位")
        }
        P::UnlikeUnits { id, unit, other, other_unit } => format!(
            "`{id}` 的单位是 `{unit}`，`{other}` 的单位是 `{other_unit}`；同一比例尺只能有一种单位，请为每种单位各设一组 `bars`"
        ),
        P::Disagrees { id, value, from, expected } => {
            let origin = match from {
                Origin::Formula(formula) => formula,
                Origin::Parts => "各部分之和",
            };
            format!("`{id}` 为 {}，而{origin}为 {}；请更正数字，或改用别的事实", short(value), short(expected))
        }
        P::FunnelWidens { id, wider } => {
            format!("`{id}` 大于包含它的 `{wider}`；请把较大的写在前面，或都改用 `bars`")
        }
        P::FunnelShares { steps, shares } => {
            format!("步骤 {steps} 个，占比 {shares} 个；除第一步外，每步要有一个占比")
        }
        P::GroupCount(count) => format!("共 {count} 组；请写 2 到 4 组，或改用不分组的 `bars`"),
        P::FactForEachGroup { groups, facts } => {
            format!("共 {groups} 组，每类各组要有一个事实，这里有 {facts} 个；请逐组填写")
        }
        P::NoPlaceFor { part, field } => format!(
            "{}不能有 `{field}`；请删去",
            match part {
                Part::Disc => "圆盘",
                Part::Band => "图形带",
                Part::BandWithBefore => "带 `before` 的图形带",
            }
        ),
        P::TooManySets(count) => {
            format!("一个数之内有 {count} 层，太多；图形只有满、半、空三种，最多写 2 层")
        }
        P::Each(each) => format!("一个图形不能代表 {} 件；请写大于 0 的数", short(each)),
        P::NoGlyph => "这幅图用图形数出各部分，而这一部分没有图形；请写 `glyph`，或去掉 `each` 改用长条".to_owned(),
        P::TooManySymbols(count) => {
            format!("{} 个图形太多；请让每个代表更多，使每行不超过 {MAX_SYMBOLS} 个", short(count))
        }
        P::TooManyDots(count) => format!("{} 个点太多；一幅图最多 {MAX_DOTS} 个", short(count)),
        P::TooManyDepartures(count) => {
            format!("每天 {} 班太多；一周图每天最多 {MAX_DEPARTURES} 班", short(count))
        }
    }
}

const fn sort_of(sort: Sort) -> &'static str {
    match sort {
        Sort::Fact => "事实",
        Sort::Unit => "单位",
        Sort::Figure => "图",
        Sort::Series => "时间序列",
    }
}

/// That a text is one of so many.
fn others(count: usize) -> String {
    if count < 2 { String::new() } else { format!("，同类还有 {} 处", count - 1) }
}

pub(super) fn contradiction(error: &Contradiction) -> String {
    use Contradiction as C;
    match error {
        C::Unread => "`printed` 中读不出数字，或有几个数字；请填写 `value`".into(),
        C::Value { printed, value } => {
            format!("`printed` 写的是 {printed}，`value` 却是 {value}；请更正其一")
        }
        C::Digits { printed, digits } => {
            format!("有效数字 {digits} 位多于原文；最多写 {printed} 位")
        }
        C::Qualifier => "`printed` 中的限定词与 `qualifier` 不同；请更正，或不写".into(),
        C::Date => "`printed` 中的日期与 `date` 不同；请更正其一".into(),
    }
}

pub(super) fn mismatch(error: &Mismatch) -> String {
    use Mismatch as M;
    match error {
        M::Unopened(reason) => format!("文章打不开：`{reason}`；请写故事文件旁边的文本文件名"),
        M::Unreadable(error) => format!("文章读不了：{}", article(error)),
        M::NotPrinted => "文章中没有这些字；请更正".into(),
        M::PrintedElsewhere { paragraph, elsewhere } => {
            format!("{paragraph} 中没有这些字，{elsewhere} 中有；请更正段落号，或更正原文")
        }
        M::LeftOut { paragraph, printed } => {
            format!("{paragraph} 中的 `{printed}` 不是事实；请添加，或列入 `omitted` 并说明理由")
        }
        M::NoArticle => "略去的数字要对照文章，而文章未指明；请在 `article` 中写其文本文件名，或删除此列表".into(),
        M::NotLeftOut => "这里没有略去的数字：它已是事实，或不在该段中；请删除此项".into(),
    }
}

pub(super) fn date(DateError(text): &DateError) -> String {
    format!("`{text}` 不是日期；请写 `2023`、`2023-H1`、`2023-Q2`、`2023-06`、`2023-06-30`，或用斜线连接两个日期")
}

pub(super) fn fault(kind: &FaultKind) -> String {
    match kind {
        FaultKind::Formula(error) => format!("公式有误：{}", formula(error)),
        FaultKind::Cycle(names) => format!("公式要用到自己的结果：{names}；请让其中之一只由事实推算"),
        FaultKind::WrongDimension { found, unit, expected } => {
            format!("公式结果的量纲是 `{found}`，单位 `{unit}` 却是 `{expected}`；请更正公式或单位")
        }
    }
}

pub(super) fn formula(error: &FormulaError) -> String {
    use FormulaError as F;
    match error {
        F::TooLong => format!("公式超过 {MAX_LENGTH} 字节；请拆成几个推算"),
        F::TooDeep => format!("括号超过 {MAX_DEPTH} 层；请拆成几个推算"),
        F::Unexpected { expected, at } => {
            let expected = match expected {
                Expected::Operator => "前后有空格的运算符，或公式结尾",
                Expected::ClosingParenthesis => "`)`",
                Expected::Operand => "数、编号或 `(`",
            };
            // At the end of the formula there is nothing left to quote.
            if at.is_empty() { format!("结尾处应为{expected}") } else { format!("`{at}` 处应为 {expected}") }
        }
        F::NoValue(name) => format!("`{name}` 没有数值；公式中只能用有数值的事实、推算和常数"),
        F::UnlikeUnits(one, other) => format!("`{one}` 与 `{other}` 不能相加减；两边单位要相同"),
        F::DivisionByZero => "除数为零；请更正".into(),
        F::NotFinite => "结果不是有限的数；请更正".into(),
    }
}

pub(super) fn article(error: &ArticleError) -> String {
    match error {
        ArticleError::Empty => "文章是空的；请粘贴正文".into(),
        ArticleError::TooLong(bytes) => {
            format!("文章有 {bytes} 字节；最多读 {MAX_BYTES} 字节，请只粘贴一部分")
        }
        ArticleError::TooManyNumbers => "文章里的数字太多，最多读 3000 个；请只粘贴一部分".into(),
        ArticleError::Binary => "这不是纯文本；请打开文档，复制其中的文字再粘贴".into(),
    }
}

pub(super) fn draft(error: &StoryError) -> String {
    match error {
        StoryError::Nothing => "没有选取任何数字；至少要选一个".into(),
        StoryError::TooManyFacts(count) => {
            format!("选取了 {count} 个数字；一个故事最多 {MAX_FACTS} 个，请只选取一部分")
        }
        StoryError::TooManyFigures(count) => {
            format!("有数字的段落共 {count} 段；一个故事最多 {MAX_FIGURES} 幅图，请只选取一部分")
        }
    }
}
