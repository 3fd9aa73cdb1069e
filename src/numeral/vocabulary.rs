//! The words around a number: qualifiers, words of a fall, units. Each list parts its words by `|`.

use crate::story::Qualifier;
use Qualifier::{About, AtLeast, AtMost, Nearly, Over, Under, Within};

/// Words before a number that qualify it.
const BEFORE: [(Qualifier, &str); 7] = [
    (Over, "超过|突破|高于|多于|大于|逾|超|more than|upwards of|exceeding|over|above"),
    (Nearly, "将近|接近|近|nearly|almost|close to"),
    (About, "大约有|约有|大约|大概|约|approximately|roughly|around|about|some|circa"),
    (AtLeast, "至少要有|至少有|至少|不少于|不低于|不小于|at least|no fewer than|no less than|not less than"),
    (Under, "不足|不到|未满|低于|少于|小于|fewer than|less than|under|below"),
    (AtMost, "不超过|不高于|不多于|不大于|至多|at most|no more than|not more than|up to"),
    (Within, "within"),
];

/// Words between a number and its unit that qualify it: 800余家.
const BETWEEN: [(Qualifier, &str); 1] = [(Over, "有余|余|多")];

/// The same behind a numeral in characters: 十来个 is about ten, 5来 is nothing.
const BETWEEN_CHARACTERS: [(Qualifier, &str); 2] = [(Over, "有余|余|多"), (About, "来")];

/// Words behind a number and its unit that qualify it: 3年多, 100家以上.
const AFTER: [(Qualifier, &str); 5] = [
    (Over, "有余|余|多"),
    (About, "左右|上下| or so"),
    (AtLeast, "及以上|以上| or more|+"),
    (AtMost, "及以下|以下| or less| or fewer"),
    (Within, "以内|之内|内"),
];

/// Words that begin like one that qualifies: 内陆 is a place, 多元 is manifold.
const OTHER_WORDS: &str = "多样|多元|多种|多式|多方|多项|内陆|内地|内外|内部|内容|来自|来源|来访|上下游";

/// Words before a number that make it a fall. What something fell to is no fall: 下降至.
const FALLS: &str = "下降|减少|降低|下滑|下跌|回落|缩减|下调|负增长|零下|down|fell|fell by|down by|declined|declined by|dropped|dropped by|\
    decreased by|fall of|drop of|decline of|minus";

/// Signs and words between the ends of a range.
pub(super) const UNTIL: &str = "—|–|~|～|-|－|至|到| to ";

/// Signs and codes before an amount of money.
const CURRENCIES: &str = "US$|HK$|RMB|CNY|USD|EUR|$|£|€|¥|￥";

/// What Chinese counts and measures in, behind Arabic digits: things and times, money, weight, length, area, volume, energy, data,
/// time.
const CHINESE_UNITS: &str = "个|家|项|所|条|名|位|件|座|辆|台|套|种|类|户|支|只|头|株|棵|间|处|届|期|批|场|次|班|列|趟|起|宗|单|笔|份|张|本|册|篇|部|\
    集|首|枚|架|艘|颗|粒|瓶|盒|箱|袋|包|片|块|幅|栋|幢|层|款|字|页|人|人次|车次|班次|架次|列次|批次|场次|标箱|标准箱|个标箱|对|组|队|村|大|强|分|票|岁|\
    门|国|院|户次|代|例|床|床位|张床位|匹|线|站|道|届次|\
    元|美元|欧元|日元|英镑|港元|港币|韩元|卢布|元人民币|块钱|\
    吨|公斤|千克|克|毫克|斤|担|吨公里|公里|千米|米|厘米|毫米|微米|纳米|海里|英里|平方公里|平方千米|平方米|平方厘米|公顷|亩|立方米|立方厘米|升|毫升|\
    吨标准煤|千瓦时|千瓦|兆瓦时|兆瓦|吉瓦时|吉瓦|瓦|度|摄氏度|℃|桶|赫兹|比特|字节|千卡|标准立方米|吨级|公里/小时|箱公里|\
    年|个月|天|周|个星期|星期|小时|个小时|分钟|秒|秒钟|周年|日";

/// What is counted in Chinese characters: 十个 and 五大 are numbers, 一方面, 四处 and 三角 are words.
const COUNTED_IN_CHARACTERS: &str = "个|家|项|所|条|名|位|件|座|辆|台|套|种|类|户|支|只|间|场|次|班|列|趟|笔|份|张|部|艘|款|人|人次|车次|大|岁|\
    元|美元|吨|公斤|公里|米|平方公里|平方米|公顷|亩|年|个月|天|周|小时|个小时|分钟|周年";

/// Things that officials count without a word between: 三港, 5中心, 双牌照.
const COUNTED_BARELY: &str = "港|馆|处|中心|平台|基地|口岸|牌照|机场|车站|园区|街道";

/// Words that begin like a unit and are none: 三年级 is a class.
const NO_UNITS: &str = "年级|大家|大学|人民|个人|条件|类型|名单|名称|家庭|人口|单位|国家|国际|国内|国道|院士|院长|院校|港口|馆长|处理|处置|处罚|\
    处长|处分|中心小学|中心城";

/// What English measures in.
const ENGLISH_UNITS: &str = "t|kg|g|mg|km|m|cm|mm|nm|km²|m²|m³|km2|m2|m3|l|ml|ha|mu|GW|MW|kW|kWh|MWh|GWh|TWh|TEU|TEUs|mph|°C|tonne|tonnes|ton|tons|\
    kilogram|kilograms|kilometre|kilometres|kilometer|kilometers|metre|metres|meter|meters|square metres|square meters|square kilometres|\
    square kilometers|cubic metres|cubic meters|hectare|hectares|acre|acres|mile|miles|litre|litres|liter|liters|barrel|barrels|yuan|dollar|\
    dollars|US dollars|euro|euros|pound|pounds|yen|year|years|month|months|week|weeks|day|days|hour|hours|minute|minutes|second|seconds|people";

/// Words that begin with 成 and are no tenths: 三成 is a share, 5成功 is none.
const NO_TENTHS: &str = "成功|成员|成为|成都|成立|成果|成长|成本|成就|成分|成交|成绩|成品|成熟|成效|成年";

/// The unit that a text begins with. `narrow` keeps to what is counted in Chinese characters.
pub(super) fn unit(text: &str, narrow: bool) -> Option<&str> {
    if longest(NO_UNITS, text).is_some() {
        return None;
    }
    let words = if narrow { COUNTED_IN_CHARACTERS } else { CHINESE_UNITS };
    longest(words, text).or_else(|| counted_barely(text)).or_else(|| longest(ENGLISH_UNITS, text))
}

/// Whether a unit is one that is counted in Chinese characters.
pub(super) fn is_counted_in_characters(unit: &str) -> bool {
    [COUNTED_IN_CHARACTERS, COUNTED_BARELY].iter().any(|words| words.split('|').any(|counted| counted == unit))
}

/// The thing that a text begins with and that is counted without a word between.
pub(super) fn counted_barely(text: &str) -> Option<&str> {
    longest(COUNTED_BARELY, text)
}

/// The unit of English that a text begins with.
pub(super) fn english_unit(text: &str) -> Option<&str> {
    longest(ENGLISH_UNITS, text)
}

/// Whether a text begins with 成 as the beginning of a word that is no share.
pub(super) fn is_no_tenth(text: &str) -> bool {
    longest(NO_TENTHS, text).is_some()
}

/// The word that qualifies the number before it and stands between it and its unit.
pub(super) fn between(text: &str, in_characters: bool) -> Option<(&str, Qualifier)> {
    qualifying(if in_characters { &BETWEEN_CHARACTERS } else { &BETWEEN }, text)
}

/// The word that qualifies the number and the unit before it.
pub(super) fn after(text: &str) -> Option<(&str, Qualifier)> {
    qualifying(&AFTER, text)
}

fn qualifying<'a>(words: &[(Qualifier, &str)], text: &'a str) -> Option<(&'a str, Qualifier)> {
    if longest(OTHER_WORDS, text).is_some() {
        return None;
    }
    let words = words.iter().filter_map(|(qualifier, words)| Some((longest(words, text)?, *qualifier)));
    words.max_by_key(|(word, _)| word.len())
}

/// The word that qualifies a number and that the text before it ends with. The longest holds: 不超过 is not 超过.
pub(super) fn before(text: &str) -> Option<(&str, Qualifier)> {
    let words = BEFORE.iter().filter_map(|(qualifier, words)| Some((last(words, text)?, *qualifier)));
    words.max_by_key(|(word, _)| word.len())
}

/// The word of a fall that the text before a number ends with.
pub(super) fn fall(text: &str) -> Option<&str> {
    last(FALLS, text)
}

/// The currency that the text before a number ends with.
pub(super) fn currency(text: &str) -> Option<&str> {
    last(CURRENCIES, text)
}

/// The longest word of a list that a text begins with, where it ends as a word does.
pub(super) fn longest<'a>(words: &str, text: &'a str) -> Option<&'a str> {
    let letter = |c: char| c.is_ascii_alphanumeric();
    let fits = |word: &&str| {
        text.strip_prefix(*word).is_some_and(|rest| !(word.ends_with(letter) && rest.starts_with(letter)))
    };
    let length = words.split('|').filter(fits).map(str::len).max()?;
    text.get(..length)
}

/// The longest word of a list that a text ends with, in capitals or not, where it begins as a word does.
fn last<'a>(words: &str, text: &'a str) -> Option<&'a str> {
    let fits = |word: &str| {
        let (before, end) = text.split_at_checked(text.len().checked_sub(word.len())?)?;
        let inside = word.starts_with(|c: char| c.is_ascii_alphabetic())
            && before.ends_with(|c: char| c.is_ascii_alphanumeric());
        (end.eq_ignore_ascii_case(word) && !inside).then_some(end)
    };
    words.split('|').filter_map(fits).max_by_key(|word| word.len())
}
