//! Printed forms and what they say.

#![expect(clippy::string_slice, reason = "in a test, a surprise ends it")]

use super::*;
use Kind::{Amount, Fraction, Multiple, Ordinal, Percentage, Points};
use Qualifier::{About, AtLeast, AtMost, Nearly, Over, Under, Within};

/// What a printed form says, as `kind value digits/significant unit qualifier`.
fn told(printed: &str) -> Option<String> {
    let Numeral { kind, value, to, digits, significant, unit, qualifier, .. } = read(printed)?;
    let to = to.map(|to| format!("..{to}")).unwrap_or_default();
    Some(format!("{kind:?} {value}{to} {digits}/{significant} {unit} {qualifier:?}"))
}

fn expect(
    kind: Kind,
    value: &str,
    (digits, significant): (u8, u8),
    unit: &str,
    qualifier: Option<Qualifier>,
) -> Option<String> {
    Some(format!("{kind:?} {value} {digits}/{significant} {unit} {qualifier:?}"))
}

#[test]
fn chinese_forms_say_what_they_count() {
    for (printed, kind, value, digits, unit, qualifier) in [
        ("5899家", Amount, "5899", (4, 4), "家", None),
        ("145", Amount, "145", (3, 3), "", None),
        ("五大", Amount, "5", (1, 1), "大", None),
        ("超千亿", Amount, "100000000000", (1, 1), "", Some(Over)),
        ("超1000亿元", Amount, "100000000000", (4, 1), "元", Some(Over)),
        ("突破万亿元", Amount, "1000000000000", (1, 1), "元", Some(Over)),
        ("130余个", Amount, "130", (3, 2), "个", Some(Over)),
        ("4000余万支", Amount, "40000000", (4, 1), "支", Some(Over)),
        ("400多万人次", Amount, "4000000", (3, 1), "人次", Some(Over)),
        ("一万七千五百多", Amount, "17500", (3, 3), "", Some(Over)),
        ("2.4万升", Amount, "24000", (2, 2), "升", None),
        ("10万平方米", Amount, "100000", (2, 1), "平方米", None),
        ("约2.69万吨", Amount, "26900", (3, 3), "吨", Some(About)),
        ("2837万吨", Amount, "28370000", (4, 4), "吨", None),
        ("70650万吨", Amount, "706500000", (5, 4), "吨", None),
        ("134.9万亿元", Amount, "134900000000000", (4, 4), "元", None),
        ("十九亿", Amount, "1900000000", (2, 2), "", None),
        ("２０２３．５元", Amount, "2023.5", (5, 5), "元", None),
        ("41,314元", Amount, "41314", (5, 5), "元", None),
        ("1年半", Amount, "1.5", (2, 2), "年", None),
        ("两个半小时", Amount, "2.5", (2, 2), "个小时", None),
        ("半年", Amount, "0.5", (1, 1), "年", None),
        ("3年多", Amount, "3", (1, 1), "年", Some(Over)),
        ("未来3年内", Amount, "3", (1, 1), "年", Some(Within)),
        ("每周1班", Amount, "1", (1, 1), "班", None),
        ("每天20班", Amount, "20", (2, 1), "班", None),
        ("23口岸", Amount, "23", (2, 2), "口岸", None),
        ("双牌照", Amount, "2", (1, 1), "牌照", None),
        ("半小时", Amount, "0.5", (1, 1), "小时", None),
        ("240兆瓦时", Amount, "240", (3, 2), "兆瓦时", None),
        ("38国", Amount, "38", (2, 2), "国", None),
        ("至少有2名", Amount, "2", (1, 1), "名", Some(AtLeast)),
        ("65岁及以上", Amount, "65", (2, 2), "岁", Some(AtLeast)),
        ("3向", Amount, "3", (1, 1), "向", None),
        ("近8000人", Amount, "8000", (4, 1), "人", Some(Nearly)),
        ("近3年", Amount, "3", (1, 1), "年", None),
        ("逾200场", Amount, "200", (3, 1), "场", Some(Over)),
        ("不足10%", Percentage, "0.1", (2, 1), "%", Some(Under)),
        ("至少12家", Amount, "12", (2, 2), "家", Some(AtLeast)),
        ("不低于95%", Percentage, "0.95", (2, 2), "%", Some(AtLeast)),
        ("不超过3小时", Amount, "3", (1, 1), "小时", Some(AtMost)),
        ("100家以上", Amount, "100", (3, 1), "家", Some(AtLeast)),
        ("50公里以下", Amount, "50", (2, 1), "公里", Some(AtMost)),
        ("20人左右", Amount, "20", (2, 1), "人", Some(About)),
        ("十来个", Amount, "10", (1, 1), "个", Some(About)),
        ("27%", Percentage, "0.27", (2, 2), "%", None),
        ("5.0％", Percentage, "0.05", (2, 2), "％", None),
        ("0.50‰", Percentage, "0.0005", (2, 2), "‰", None),
        ("-2.3%", Percentage, "-0.023", (2, 2), "%", None),
        ("下降10.6%", Percentage, "-0.106", (3, 3), "%", None),
        ("同比下降了约10.6%", Percentage, "-0.106", (3, 3), "%", Some(About)),
        ("下降至10.6%", Percentage, "0.106", (3, 3), "%", None),
        ("减少200人", Amount, "-200", (3, 1), "人", None),
        ("同比增长3%", Percentage, "0.03", (1, 1), "%", None),
        ("百分之十六点七", Percentage, "0.167", (3, 3), "%", None),
        ("百分之3.5", Percentage, "0.035", (2, 2), "%", None),
        ("千分之五", Percentage, "0.005", (1, 1), "%", None),
        ("三成", Percentage, "0.3", (1, 1), "成", None),
        ("三成半", Percentage, "0.35", (2, 2), "成", None),
        ("六成五", Percentage, "0.65", (2, 2), "成", None),
        ("近七成", Percentage, "0.7", (1, 1), "成", Some(Nearly)),
        ("0.5个百分点", Points, "0.005", (1, 1), "个百分点", None),
        ("回落0.3个百分点", Points, "-0.003", (1, 1), "个百分点", None),
        ("2.34倍", Multiple, "2.34", (3, 3), "倍", None),
        ("三分之一", Fraction, "0.33333333333333333", (2, 2), "", None),
        ("四分之三", Fraction, "0.75", (2, 2), "", None),
        ("一半", Fraction, "0.5", (1, 1), "", None),
        ("第4场", Ordinal, "4", (1, 1), "场", None),
        ("第十一位", Ordinal, "11", (2, 2), "位", None),
        ("全市第一位", Ordinal, "1", (1, 1), "位", None),
        ("零下5度", Amount, "-5", (1, 1), "度", None),
        ("2亿3000万人", Amount, "230000000", (2, 2), "人", None),
        ("5000千瓦时", Amount, "5000", (4, 1), "千瓦时", None),
        ("0", Amount, "0", (1, 1), "", None),
    ] {
        assert_eq!(told(printed), expect(kind, value, digits, unit, qualifier), "{printed}");
    }
}

#[test]
fn english_forms_say_what_they_count() {
    for (printed, kind, value, digits, unit, qualifier) in [
        ("134.9 trillion yuan", Amount, "134900000000000", (4, 4), "yuan", None),
        ("$18.8 bn", Amount, "18800000000", (3, 3), "$", None),
        ("US$5m", Amount, "5000000", (1, 1), "US$", None),
        ("over 40 million doses", Amount, "40000000", (2, 1), "doses", Some(Over)),
        ("nearly 8,000 people", Amount, "8000", (4, 1), "people", Some(Nearly)),
        ("about 2.5 km", Amount, "2.5", (2, 2), "km", Some(About)),
        ("at least 12", Amount, "12", (2, 2), "", Some(AtLeast)),
        ("fewer than 30", Amount, "30", (2, 1), "", Some(Under)),
        ("up to 90 days", Amount, "90", (2, 1), "days", Some(AtMost)),
        ("100 or more", Amount, "100", (3, 1), "", Some(AtLeast)),
        ("16.7 percent", Percentage, "0.167", (3, 3), "percent", None),
        ("down 10.6%", Percentage, "-0.106", (3, 3), "%", None),
        ("fell by about 4%", Percentage, "-0.04", (1, 1), "%", Some(About)),
        ("minus 5.0%", Percentage, "-0.05", (2, 2), "%", None),
        ("−5.0%", Percentage, "-0.05", (2, 2), "%", None),
        ("0.5 percentage points", Points, "0.005", (1, 1), "percentage points", None),
        ("twenty-one", Amount, "21", (2, 2), "", None),
        ("two million", Amount, "2000000", (1, 1), "", None),
        ("five clusters", Amount, "5", (1, 1), "clusters", None),
        ("two-thirds", Fraction, "0.66666666666666666", (2, 2), "", None),
        ("a quarter", Fraction, "0.25", (2, 2), "", None),
        ("21st", Ordinal, "21", (2, 2), "", None),
        ("2.3 times", Multiple, "2.3", (2, 2), "times", None),
    ] {
        assert_eq!(told(printed), expect(kind, value, digits, unit, qualifier), "{printed}");
    }
}

#[test]
fn a_range_has_two_ends() {
    for (printed, expected) in [
        ("5.0—5.3%", "Percentage 0.05..0.053 2/2 % None"),
        ("3%至5%", "Percentage 0.03..0.05 1/1 % None"),
        ("30至40万人", "Amount 300000..400000 2/1 人 None"),
        ("3万—5万元", "Amount 30000..50000 1/1 元 None"),
        ("20-30家", "Amount 20..30 2/1 家 None"),
        ("10 to 15 km", "Amount 10..15 2/1 km None"),
    ] {
        assert_eq!(told(printed).as_deref(), Some(expected), "{printed}");
    }
}

#[test]
fn what_says_no_number_or_two_is_not_read() {
    for printed in ["面积最大", "全国首个", "双向", "2K、4K", "1院5中心10平台", "", "多", "million", "三四百"]
    {
        assert!(read(printed).is_none_or(|numeral| numeral.kind == Kind::Name), "{printed}: {:?}", told(printed));
    }
}

#[test]
fn a_numeral_keeps_its_scale_word_and_its_decimals() {
    for (printed, percent, decade, decimals) in [
        ("134.9万亿元", 0, 12, 1),
        ("70650万吨", 0, 4, 0),
        ("1.20万吨", 0, 4, 2),
        ("超千亿", 0, 8, 0),
        ("3百万", 0, 4, 0),
        ("2亿3000万", 0, 8, 1),
        ("5.0%", -2, 0, 1),
        ("三成", -2, 0, 0),
        ("95749元", 0, 0, 0),
        ("18.8 bn", 0, 9, 1),
    ] {
        let numeral = read(printed).expect("a number");
        assert_eq!((numeral.decade, numeral.decimals(decade + percent)), (decade, decimals), "{printed}");
    }
}

/// The printed forms that are found in a text, names in brackets and dates in parentheses.
fn printed(text: &str) -> Vec<String> {
    let form = |Found { span, numeral }: Found| match numeral.kind {
        Kind::Name => format!("[{}]", &text[span]),
        Kind::Date { .. } => format!("({})", &text[span]),
        _ => text[span].to_owned(),
    };
    find(text).map(form).collect()
}

#[test]
fn numbers_are_found_in_a_running_text() {
    for (text, found) in [
        ("全年生产纸张2837万吨、纸箱836万个，产值1157亿元。", &["2837万吨", "836万个", "1157亿元"][..]),
        ("今年1—5月，累计发车1491车次，总重约2.69万吨，同比增长3%。", &["(1—5月)", "1491车次", "约2.69万吨", "3%"]),
        ("同比分别增长9%、21.9%，下降10.6%。", &["9%", "21.9%", "下降10.6%"]),
        ("建成“1院5中心10平台”，生产GR2002和4K屏。", &["1院", "5中心", "10平台", "[GR2002]", "[4K]"]),
        ("围绕“1246”体系，聚焦12个领域，打造三大基地。", &["[1246]", "12个", "三大"]),
        ("7月3日举行第4场发布会，2023年6月上市。", &["(7月3日)", "第4场", "(2023年6月)"]),
        ("一方面统一部署，十分重视三农工作，四处走访；一键生成一份报告。", &[]),
        (
            "“三港”联动，取得双牌照，三处停车场，三馆开放，镇上半小时可达。",
            &["三港", "双牌照", "三处", "三馆", "半小时"],
        ),
        ("双向贸易，双方签约，四处走访，二中心大楼，百港千园，10国家级平台。", &["10"]),
        ("工业总产值超千亿，达到千亿级的百村振兴。", &["超千亿"]),
        ("800余家单位与198个村共建，3000万元资金下乡，全区8万学生受益。", &["800余家", "198个", "3000万元", "8万"]),
        ("从每周1班提升至每天20班，未来3年内再增加三分之一。", &["1班", "20班", "3年内", "三分之一"]),
        ("90年代以来，三年级学生增加到两千多人，近3年翻番。", &["两千多人", "3年"]),
        ("上半年增速为5.0—5.3%，前三季度回落0.3个百分点。", &["(上半年)", "5.0—5.3%", "(前三季度)", "回落0.3个百分点"]),
        ("电话13800138000，网址P45。", &["[13800138000]", "[P45]"]),
        (
            "Output rose 5.2% to $18.8 bn in 2024, one of the best since June 2023.",
            &["5.2%", "$18.8 bn", "(2024)", "(June 2023)"],
        ),
        (
            "Over 1,200 people used COVID-19 tests on July 3, 2024.",
            &["Over 1,200 people", "[COVID-19]", "(July 3, 2024)"],
        ),
        (
            "In the first half of 2024 twenty-one plants closed and a third of output was lost.",
            &["(first half of 2024)", "twenty-one", "a third"],
        ),
    ] {
        assert_eq!(printed(text), found, "{text}");
    }
}

mod properties {
    use super::*;
    use proptest::prelude::*;

    /// A text of what numbers are made of, and of what may stand between them.
    fn text() -> impl Strategy<Value = String> {
        const PIECES: &str = "0|5|12|2023|３|一|三|十|百|千|万|亿|零|点|两|半|.|,|，|%|‰|成|分之|百分之|倍|余|多|来|超|近|不超过|下降|第|年|月|日|季度|上半年|\
            前|至|—|-|−| |个|家|吨|百分点|元|$|million|bn|one|twenty|July|first|half|K|“|”|以上|é|😀|\n|st|over |\
            ";
        let pieces = prop::sample::select(PIECES.split('|').collect::<Vec<_>>());
        prop::collection::vec(pieces, 0..24).prop_map(|pieces| pieces.concat())
    }

    proptest! {
        #[test]
        fn spans_lie_in_the_text_and_never_overlap(text in text()) {
            let mut end = 0;
            for Found { span, numeral } in find(&text) {
                prop_assert!(end <= span.start && span.start < span.end, "{span:?} of {text:?}");
                prop_assert!(text.get(span.clone()).is_some(), "{span:?} of {text:?}");
                prop_assert!(numeral.significant <= numeral.digits);
                end = span.end;
            }
        }

        #[test]
        fn no_text_is_too_strange(text in any::<String>()) {
            let _ = (find(&text).count(), read(&text));
        }

        #[test]
        fn what_is_written_is_read_again(
            mantissa in 1_i64..1_000_000_000, decimals in 0..4_i32, scale in 0..4_usize, grouped in any::<bool>(),
        ) {
            let (word, decade) = [("", 0), ("万", 4), ("亿", 8), ("万亿", 12)][scale];
            let value = Decimal::new(i128::from(mantissa), -decimals);
            let mut digits = crate::format::decimal(value.to_f64(), decimals, grouped);
            digits.push_str(word);
            let numeral = read(&digits).expect("a number");
            prop_assert_eq!(numeral.value, value.shifted(decade));
            prop_assert_eq!((numeral.decade, numeral.decimals(decade)), (decade, decimals));
        }
    }
}
