//! The phrases of summaries, in each language. A phrase begins with a small letter and has no full stop, until [`Words::paragraph`]
//! makes sentences of phrases.
//!
//! Nothing here belongs to one story, and no number is written here: values come in as text.

use crate::figure::kinds::Opening;
use crate::story::{Locale, Qualifier};
use crate::words::{Words, phrases};

phrases! {
    pub(crate)
    fixed {
        unlike_symbols: "各行一个图形代表的数量不同", "a symbol does not stand for the same number in every row";
        unlike_units: "单位不同的数不能比大小", "numbers in different units cannot be compared";
        unlike_periods: "各数的时段不同", "the numbers are for different periods";
        some_undated: "有的数没有注明时间", "some of the numbers carry no date";
    }
    filled {
        range(first, last): "从{}到{}", "from {} to {}";
        ranked(list): "从大到小依次是{}", "from largest to smallest: {}";
        extremes(largest, smallest): "最大的是{}，最小的是{}", "largest: {}; smallest: {}";
        inside_out(list): "由里到外是{}", "from the inside out: {}";
        fullest(most, fewest): "点最多的一圈是{}，最少的是{}", "most points: {}; fewest: {}";
        beside(list): "旁边还有{}", "beside them: {}";
        alone(item): "{}单独用一条轴", "{} has a scale of its own";
        of_previous(share): "占前一组的{}", "{} of the set before";
        in_all(total): "合计{}", "{} in all";
        /// From one frequency to another, as a multiple.
        multiplied(what, before, now, multiple): "{}从{}到{}，是原来的{}", "{} go from {} to {}, {} as many";
        changed(label, before, after): "{}从{}到{}", "{} goes from {} to {}";
        /// Where a line over time begins and ends.
        course(label, first, last): "{}从{}到{}", "{} from {} to {}";
        highest(most): "最高{}", "highest {}";
        lowest(least): "最低{}", "lowest {}";
        widest(list): "范围最大的是{}", "the widest: {}";
        /// Headings that carry a number.
        with_number(list): "带数的是{}", "with a number: {}";
        /// Headings that are names.
        without_number(list): "只是名称的是{}", "without: {}";
    }
    counted {
        below_zero(): "其中{}项低于零，向左画", "{} is below zero and goes to the left|{} are below zero and go to the left";
        forecasts(): "其中{}个数为预测", "{} number is a forecast|{} numbers are forecasts";
        with_names(source): "其中{}个标题下列有{}点到的名字", "under {} of them stand names that the {} gives";
        years_inferred(): "其中{}个日期的年份为推断", "the year is inferred for {} of them";
        ours(): "其中{}个数由我们推算", "{} of the numbers is worked out by us|{} of the numbers are worked out by us";
        not_yet(status): "{}项还在{}", "{} is still {}|{} are still {}";
        marked(status): "其中{}个是{}", "{} of the numbers is {}|{} of the numbers are {}";
    }
}

impl Words {
    /// A count of up to a dozen (to 99 in Chinese) as a word, beyond that in digits: `两`, `five`.
    pub(crate) fn count(self, count: usize) -> String {
        const DIGITS: [&str; 10] = ["零", "一", "二", "三", "四", "五", "六", "七", "八", "九"];
        const ENGLISH: [&str; 13] =
            ["no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"];
        let digit = |digit: usize| DIGITS.get(digit).copied().unwrap_or_default();
        match (self.locale(), count) {
            (Locale::Zh, 2) => "两".to_owned(),
            (Locale::Zh, 0..10) => digit(count).to_owned(),
            (Locale::Zh, 10..100) => {
                let (tens, ones) = (count / 10, count % 10);
                let (before, after) =
                    (if tens > 1 { digit(tens) } else { "" }, if ones > 0 { digit(ones) } else { "" });
                format!("{before}十{after}")
            }
            (Locale::Zh, _) => count.to_string(),
            (Locale::En, _) => ENGLISH.get(count).map_or_else(|| count.to_string(), |&word| word.to_owned()),
        }
    }

    /// What kind of figure it is, and how many marks it has.
    pub(crate) fn opening(self, (zh, one, more): Opening, count: usize) -> String {
        self.say(zh, if count == 1 { one } else { more }, &[&self.count(count)])
    }

    /// A statement and what it is about: `四步：…`. An empty second part leaves the statement alone.
    pub(crate) fn namely(self, statement: &str, what: &str) -> String {
        if what.is_empty() { statement.to_owned() } else { self.say("{}：{}", "{}: {}", &[statement, what]) }
    }

    /// A term and its value in a list; Chinese writes them together unless digits or letters would run into each other.
    pub(crate) fn item(self, label: &str, value: &str) -> String {
        let runs_on = |edge: Option<char>| edge.is_none_or(|edge| edge.is_ascii() || edge == '”' || edge == '）');
        if self.locale() == Locale::En || runs_on(label.chars().next_back()) {
            return self.named(label, value);
        }
        [label, value].concat()
    }

    /// The average that a count gives, beside the frequency that the article says.
    pub(crate) fn counted(self, value: &str, period: Option<&str>) -> String {
        match period {
            Some(period) => self.say("按{}的累计推算，平均{}", "counted over {}, the average is {}", &[period, value]),
            None => self.say("按累计推算，平均{}", "by count, the average is {}", &[value]),
        }
    }

    /// How much something grew; `falls` when it shrank.
    pub(crate) fn growth(self, growth: &str, falls: bool) -> String {
        match falls {
            true => self.say("减少{}", "down {}", &[growth]),
            false => self.say("增长{}", "up {}", &[growth]),
        }
    }

    /// Spans of different length, in months, newer first.
    pub(crate) fn months_against(self, months: usize, before: usize) -> String {
        let en = if months == 1 { "{} month against {}" } else { "{} months against {}" };
        self.say("{}个月对{}个月", en, &[&self.count(months), &self.count(before)])
    }

    /// How many firsts reach how far.
    pub(crate) fn reach(self, count: usize, scope: &str, reaching: &str) -> String {
        match self.locale() {
            Locale::Zh => format!("{scope}{}项", self.count(count)),
            Locale::En => format!("{} {reaching}", self.count(count)),
        }
    }

    /// Events that share a day.
    pub(crate) fn on_one_day(self, date: &str, count: usize) -> String {
        let count = self.count(count);
        match self.locale() {
            Locale::Zh => format!("{date}一天就有{count}项"),
            Locale::En => format!("{count} fall on {date}"),
        }
    }

    /// What a qualifier means for the drawing; nothing for an exact number.
    pub(crate) const fn reservation(self, qualifier: Qualifier) -> Option<&'static str> {
        match qualifier {
            Qualifier::Exact => None,
            Qualifier::About => Some(self.either("“约”的数是近似值", "numbers given as ‘about’ are approximate")),
            Qualifier::Over => Some(self.either(
                "“超过”的数只是下限，画图和比较都按下限",
                "numbers given as ‘over’ are lower bounds, and are drawn and compared as such",
            )),
            Qualifier::Within => Some(self.either("“以内”的数是上限", "numbers given as ‘within’ are upper bounds")),
            Qualifier::Nearly => Some(self.either("“近”的数略低于所写", "numbers given as ‘nearly’ are a little less")),
            Qualifier::Under => Some(self.either("“不足”的数低于所写", "numbers given as ‘under’ are less")),
            Qualifier::AtLeast => Some(self.either("“至少”的数是下限", "numbers given as ‘at least’ are lower bounds")),
            Qualifier::AtMost => Some(self.either("“至多”的数是上限", "numbers given as ‘at most’ are upper bounds")),
        }
    }

    /// Clauses as one text, with semicolons between.
    pub(crate) fn clauses<T: AsRef<str>>(self, clauses: &[T]) -> String {
        let mut joined = String::new();
        for clause in clauses {
            if !joined.is_empty() {
                joined.push_str(self.either("；", "; "));
            }
            joined.push_str(clause.as_ref());
        }
        joined
    }

    /// Sentences of what has been said: a capital in front, a stop behind; what is empty is left out.
    pub(crate) fn paragraph(self, said: &[String]) -> String {
        let mut paragraph = String::new();
        for sentence in said.iter().filter(|sentence| !sentence.is_empty()) {
            if self.locale() == Locale::En && !paragraph.is_empty() {
                paragraph.push(' ');
            }
            let mut letters = sentence.chars();
            match letters.next() {
                Some(first) if self.locale() == Locale::En => paragraph.extend(first.to_uppercase()),
                first => paragraph.extend(first),
            }
            paragraph.push_str(letters.as_str());
            paragraph.push_str(self.either("。", "."));
        }
        paragraph
    }
}
