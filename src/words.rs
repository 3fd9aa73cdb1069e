//! The product's own few words, in each language, which stand around a story's texts on page and canvas.
//!
//! Nothing here belongs to one story. In: a [`Locale`]. Out: its [`Words`].

use crate::story::{Locale, Qualifier, Scope, Status};

macro_rules! rows_of_words {
    ($($(#[$doc:meta])* $word:ident: $zh:literal, $en:literal;)*) => {
        /// One language's words.
        #[derive(Clone, Copy, Debug)]
        pub struct Words {
            locale: Locale,
            $(#[doc = $en] $(#[$doc])* pub $word: &'static str,)*
        }

        const ZH: Words = Words { locale: Locale::Zh, $($word: $zh,)* };
        const EN: Words = Words { locale: Locale::En, $($word: $en,)* };
    };
}

/// Defines phrases, a row each: what fills the braces, and the phrase in Chinese and in English. One that begins with a count has two
/// English forms: one | more.
macro_rules! phrases {
    ($visibility:vis
        fixed { $($(#[$fixed_doc:meta])* $fixed:ident: $fixed_zh:literal, $fixed_en:literal;)* }
        filled { $($(#[$doc:meta])* $name:ident($($part:ident),+): $zh:literal, $en:literal;)* }
        counted { $($(#[$count_doc:meta])* $counted:ident($($more:ident),*): $count_zh:literal, $count_en:literal;)* }
    ) => {
        impl $crate::words::Words {
            $(#[doc = $fixed_en] $(#[$fixed_doc])* $visibility const fn $fixed(self) -> &'static str { self.either($fixed_zh, $fixed_en) })*
            $(#[doc = $en] $(#[$doc])* $visibility fn $name(self, $($part: &str),+) -> String { self.say($zh, $en, &[$($part),+]) })*
            $(#[doc = $count_en] $(#[$count_doc])* $visibility fn $counted(self, count: usize, $($more: &str),*) -> String {
                let (one, more) = $count_en.split_once('|').unwrap_or(($count_en, $count_en));
                self.say($count_zh, if count == 1 { one } else { more }, &[&self.count(count), $($more),*])
            })*
        }
    };
}
pub(crate) use phrases;

rows_of_words! {
    /// Between the parts of a list within a sentence.
    comma: "，", ", ";
    compared_with: "相比", "against ";
    year_inferred: "年份为推断", "year inferred";
    /// The base unit of a percentage.
    ratio: "比率", "ratio";
    before: "此前", "before";
    now: "现在", "now";
    /// The control's choice of the state before.
    before_choice: "此前", "Before";
    /// The control's choice of the state now.
    now_choice: "现在", "Now";
    /// The control's choice that favours no group.
    all: "全部", "All";
    own_scales: "各自比例尺", "Own scales";
    one_scale: "同一比例尺", "One scale";
    another_unit: "单位不同，长短不与上方比较", "Another unit: lengths do not compare with those above";
    another_scale: "比例尺不同，长短不与上方比较", "Another scale: lengths do not compare with those above";
    not_from_zero: "刻度不从零开始", "The scale does not start at zero";
    worked_out: "推算", "worked out";
}

/// The words of a language.
pub const fn words(locale: Locale) -> &'static Words {
    match locale {
        Locale::Zh => &ZH,
        Locale::En => &EN,
    }
}

impl Words {
    /// Whether a count keeps its unit beside a term that says what is counted: a classifier stays (`30家` 企业), a noun
    /// would be said twice (30 companies, Companies matched).
    pub const fn counts_keep_unit(self) -> bool {
        matches!(self.locale, Locale::Zh)
    }

    /// A term with its value behind it.
    pub fn named(self, label: &str, value: &str) -> String {
        match self.locale {
            Locale::Zh => [label, "（", value, "）"].concat(),
            Locale::En => [label, " (", value, ")"].concat(),
        }
    }

    /// A day of a week that need not start on a Monday: `第1天`.
    pub fn nth_day(self, day: usize) -> String {
        match self.locale {
            Locale::Zh => ["第", &day.to_string(), "天"].concat(),
            Locale::En => ["Day ", &day.to_string()].concat(),
        }
    }

    /// How many things one symbol stands for: `每个代表1万名学生`.
    pub fn each_is(self, value: &str) -> String {
        match self.locale {
            Locale::Zh => ["每个代表", value].concat(),
            Locale::En => ["each is ", value].concat(),
        }
    }
}

/// The words for numbers over time.
impl Words {
    /// How forecasts are drawn: dashed or hollow, with the ends that they lie between.
    pub const fn forecast_is(self, dashed: bool, interval: bool) -> &'static str {
        match (dashed, interval) {
            (true, true) => {
                self.either("虚线为预测，浅色带为预测区间", "dashes are a forecast, the band is its interval")
            }
            (true, false) => self.either("虚线为预测", "dashes are a forecast"),
            (false, true) => {
                self.either("浅色柱为预测，竖线为预测区间", "pale columns are a forecast, the stroke is its interval")
            }
            (false, false) => self.either("浅色柱为预测", "pale columns are a forecast"),
        }
    }

    /// For which periods a line, named where there are several, has no number.
    pub fn no_number_for(self, term: Option<&str>, periods: &str) -> String {
        match term {
            Some(term) => self.say("{}缺{}的数", "{}: no number for {}", &[term, periods]),
            None => self.say("缺{}的数", "no number for {}", &[periods]),
        }
    }
}

phrases! {
    pub
    fixed {
        /// The word for the source that printed the numbers, within a sentence.
        source: "文章", "article";
        /// The word for a cell of a week: one | more.
        departure: "班次", "departure|departures";
        no_number: "无数值", "no number";
        no_period: "时间未注明", "time not stated";
        /// Names side by side, no last one set apart: `P09、P49`.
        between: "、", ", ";
    }
    filled {
        in_unit(unit): "单位：{}", "In {}";
        fallen(amount): "下降{}", "down {}";
        /// Within a sentence, that something reaches over a place which the story names.
        over(place): "{}范围", "across {}";
        table_of(title): "图中的数：{}", "The numbers in this figure: {}";
        /// The formula of a derived fact, in a table.
        derived_as(derivation): "推算：{}", "worked out: {}";
        /// The formula of a derived fact, in a mark's name.
        derived_from(inputs): "由{}推算", "worked out from {}";
    }
    counted {}
}

/// The words of names, tables and files.
impl Words {
    /// The heads of a figure's table: what, value, period, source.
    pub const fn columns(self) -> [&'static str; 4] {
        match self.locale {
            Locale::Zh => ["内容", "数值", "时间", "出处"],
            Locale::En => ["What", "Value", "Period", "Source"],
        }
    }

    /// The heads of a file of numbers, as `describe::csv` orders them.
    pub const fn csv_columns(self) -> [&'static str; 10] {
        match self.locale {
            Locale::Zh => ["编号", "内容", "原文写法", "数值", "修饰", "单位", "时间", "段落", "算式", "说明"],
            Locale::En => {
                ["id", "label", "printed as", "value", "qualifier", "unit", "period", "paragraph", "formula", "note"]
            }
        }
    }

    /// How a number stands to the true one, in a word; nothing for an exact one.
    pub const fn qualifier(self, qualifier: Qualifier) -> Option<&'static str> {
        Some(match qualifier {
            Qualifier::Exact => return None,
            Qualifier::About => self.either("约", "about"),
            Qualifier::Over => self.either("超过", "over"),
            Qualifier::Within => self.either("以内", "within"),
            Qualifier::Nearly => self.either("近", "nearly"),
            Qualifier::Under => self.either("不足", "under"),
            Qualifier::AtLeast => self.either("至少", "at least"),
            Qualifier::AtMost => self.either("至多", "at most"),
        })
    }

    /// How far a first reaches, and the same within a sentence.
    pub const fn scope(self, scope: Scope) -> (&'static str, &'static str) {
        match (self.locale, scope) {
            (Locale::Zh, Scope::World) => ("全球", "全球范围"),
            (Locale::Zh, Scope::Nation) => ("全国", "全国范围"),
            (Locale::Zh, Scope::Province) => ("全省", "全省范围"),
            (Locale::Zh, Scope::City) => ("全市", "全市范围"),
            (Locale::Zh, Scope::District) => ("全区", "全区范围"),
            (Locale::En, Scope::World) => ("World", "worldwide"),
            (Locale::En, Scope::Nation) => ("Nation", "nationwide"),
            (Locale::En, Scope::Province) => ("Province", "provincewide"),
            (Locale::En, Scope::City) => ("City", "citywide"),
            (Locale::En, Scope::District) => ("District", "districtwide"),
        }
    }

    /// The words for a status.
    pub const fn status(self, status: Status) -> &'static str {
        match status {
            Status::Before => self.before,
            Status::Now => self.now,
            Status::Planned => self.either("规划中", "planned"),
            Status::UnderConstruction => self.either("建设中", "under construction"),
            Status::Preliminary => self.either("初步数据", "preliminary"),
            Status::Revised => self.either("修订数据", "revised"),
            Status::Forecast => self.either("预测", "forecast"),
        }
    }

    /// Paragraphs by their names in the story, as a reader is told them: `P09` and `P49` are `第9、49段`.
    pub fn paragraphs(self, names: &[&str]) -> String {
        let numbers: Vec<&str> = names.iter().map(|name| name.trim_start_matches(['P', '0'])).collect();
        let form = if names.len() == 1 { "Paragraph {}" } else { "Paragraphs {}" };
        self.say("第{}段", form, &[&numbers.join(self.between())])
    }

    /// Several things as one phrase: `甲、乙和丙`, `a, b and c`.
    pub fn list<T: AsRef<str>>(self, items: &[T]) -> String {
        let mut list = String::new();
        for (index, item) in items.iter().enumerate() {
            list.push_str(match items.len() - index {
                _ if index == 0 => "",
                1 => self.either("和", " and "),
                _ => self.between(),
            });
            list.push_str(item.as_ref());
        }
        list
    }

    /// A text with its signs in words, as a voice should read it: `1—5月` becomes `1至5月`, `Jan–May` `Jan to May`.
    pub fn in_words(self, text: &str) -> String {
        let english = self.locale == Locale::En;
        let mut spoken = String::new();
        // An English word is set apart by a space, but not from a bracket around it or a stop behind it.
        let mut after_word = false;
        for character in text.replace("——", "，").chars() {
            let after_space = after_word || spoken.ends_with(' ');
            let word = match character {
                '–' | '—' if after_space => self.either("，", ","),
                '—' => self.either("至", ","),
                '–' | '～' => self.either("至", "to"),
                '×' => self.either("乘以", "times"),
                '÷' => self.either("除以", "divided by"),
                '→' => self.either("到", "to"),
                '·' => self.either(" ", ","),
                '−' => self.either("负", "minus"),
                '+' if after_space => self.either("加", "plus"),
                ' ' if after_space => continue,
                other => {
                    if after_word && !")”’.,;:!?".contains(other) {
                        spoken.push(' ');
                    }
                    after_word = false;
                    spoken.push(other);
                    continue;
                }
            };
            spoken.truncate(spoken.trim_end().len());
            if english && word != "," && !spoken.is_empty() && !spoken.ends_with(['(', '“', '‘']) {
                spoken.push(' ');
            }
            spoken.push_str(word);
            after_word = english;
        }
        spoken
    }

    /// The language.
    pub(crate) const fn locale(self) -> Locale {
        self.locale
    }

    /// The one or the other language's words.
    pub(crate) const fn either(self, zh: &'static str, en: &'static str) -> &'static str {
        match self.locale {
            Locale::Zh => zh,
            Locale::En => en,
        }
    }

    /// A template with each `{}` filled in its turn.
    pub(crate) fn say(self, zh: &'static str, en: &'static str, parts: &[&str]) -> String {
        let mut parts = parts.iter();
        let mut said = String::new();
        for (index, piece) in self.either(zh, en).split("{}").enumerate() {
            if index > 0 {
                said.push_str(parts.next().copied().unwrap_or_default());
            }
            said.push_str(piece);
        }
        said
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn signs_become_words_with_the_spaces_that_words_have() {
        for (signs, said) in [
            ("DOWN (−10.6 percent)", "DOWN (minus 10.6 percent)"),
            ("Ratio (2.34×) has a scale", "Ratio (2.34 times) has a scale"),
            ("2.34×", "2.34 times"),
            ("2.34×, 3×; 4×.", "2.34 times, 3 times; 4 times."),
            ("‘−5’ or −5", "‘minus 5’ or minus 5"),
            ("Jan–May 2024", "Jan to May 2024"),
            ("a – b", "a, b"),
            ("a—b", "a, b"),
            ("a × (b + c) ÷ d", "a times (b plus c) divided by d"),
            ("A → B · C", "A to B, C"),
            ("−5", "minus 5"),
        ] {
            assert_eq!(words(Locale::En).in_words(signs), said);
        }
        for (signs, said) in [("货量（−10.6%）", "货量（负10.6%）"), ("1—5月", "1至5月"), ("甲——乙", "甲，乙")]
        {
            assert_eq!(words(Locale::Zh).in_words(signs), said);
        }
    }
}
