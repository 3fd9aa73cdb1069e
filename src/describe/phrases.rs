//! The phrases of summaries, in each language. A phrase begins with a small letter and has no full stop, until [`Words::paragraph`]
//! makes sentences of phrases.
//!
//! Nothing here belongs to one story, and no number is written here: values come in as text.

use crate::figure::kinds::Opening;
use crate::story::{Locale, Qualifier};
use crate::words::Words;

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

    /// The first and the last of a long list.
    pub(crate) fn range(self, first: &str, last: &str) -> String {
        self.say("从{}到{}", "from {} to {}", &[first, last])
    }

    /// A list that has been put in order of size.
    pub(crate) fn ranked(self, list: &str) -> String {
        self.say("从大到小依次是{}", "from largest to smallest: {}", &[list])
    }

    /// The ends of a list too long to be read out.
    pub(crate) fn extremes(self, largest: &str, smallest: &str) -> String {
        self.say("最大的是{}，最小的是{}", "largest: {}; smallest: {}", &[largest, smallest])
    }

    /// The order of circles.
    pub(crate) fn inside_out(self, list: &str) -> String {
        self.say("由里到外是{}", "from the inside out: {}", &[list])
    }

    /// The circles that have the most and the fewest points.
    pub(crate) fn fullest(self, most: &str, fewest: &str) -> String {
        self.say("点最多的一圈是{}，最少的是{}", "most points: {}; fewest: {}", &[most, fewest])
    }

    /// The facts listed beside the circles.
    pub(crate) fn beside(self, list: &str) -> String {
        self.say("旁边还有{}", "beside them: {}", &[list])
    }

    /// A bar that has a panel to itself.
    pub(crate) fn alone(self, item: &str) -> String {
        self.say("{}单独用一条轴", "{} has a scale of its own", &[item])
    }

    /// How many bars go to the left.
    pub(crate) fn below_zero(self, count: usize) -> String {
        let en =
            if count == 1 { "{} is below zero and goes to the left" } else { "{} are below zero and go to the left" };
        self.say("其中{}项低于零，向左画", en, &[&self.count(count)])
    }

    /// A step's share of the one before.
    pub(crate) fn of_previous(self, share: &str) -> String {
        self.say("占前一组的{}", "{} of the set before", &[share])
    }

    /// The sum of parts.
    pub(crate) fn in_all(self, total: &str) -> String {
        self.say("合计{}", "{} in all", &[total])
    }

    /// From one frequency to another, as a multiple.
    pub(crate) fn multiplied(self, what: &str, before: &str, now: &str, multiple: &str) -> String {
        self.say("{}从{}到{}，是原来的{}", "{} go from {} to {}, {} as many", &[what, before, now, multiple])
    }

    /// The average that a count gives, beside the frequency that the article says.
    pub(crate) fn counted(self, value: &str, period: Option<&str>) -> String {
        match period {
            Some(period) => self.say("按{}的累计推算，平均{}", "counted over {}, the average is {}", &[period, value]),
            None => self.say("按累计推算，平均{}", "by count, the average is {}", &[value]),
        }
    }

    /// A change from one amount to another.
    pub(crate) fn changed(self, label: &str, before: &str, after: &str) -> String {
        self.say("{}从{}到{}", "{} goes from {} to {}", &[label, before, after])
    }

    /// Where a line over time begins and ends.
    pub(crate) fn course(self, label: &str, first: &str, last: &str) -> String {
        self.say("{}从{}到{}", "{} from {} to {}", &[label, first, last])
    }

    /// The highest number of a line.
    pub(crate) fn highest(self, most: &str) -> String {
        self.say("最高{}", "highest {}", &[most])
    }

    /// The lowest number of a line.
    pub(crate) fn lowest(self, least: &str) -> String {
        self.say("最低{}", "lowest {}", &[least])
    }

    /// How many numbers of a line are expected.
    pub(crate) fn forecasts(self, count: usize) -> String {
        let en = if count == 1 { "{} number is a forecast" } else { "{} numbers are forecasts" };
        self.say("其中{}个数为预测", en, &[&self.count(count)])
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

    /// The firsts on the top rung.
    pub(crate) fn widest(self, list: &str) -> String {
        self.say("范围最大的是{}", "the widest: {}", &[list])
    }

    /// Headings that carry a number.
    pub(crate) fn with_number(self, list: &str) -> String {
        self.say("带数的是{}", "with a number: {}", &[list])
    }

    /// Headings that are names.
    pub(crate) fn without_number(self, list: &str) -> String {
        self.say("只是名称的是{}", "without: {}", &[list])
    }

    /// How many headings have names under them.
    pub(crate) fn with_names(self, count: usize, source: &str) -> String {
        let zh = "其中{}个标题下列有{}点到的名字";
        self.say(zh, "under {} of them stand names that the {} gives", &[&self.count(count), source])
    }

    /// Events that share a day.
    pub(crate) fn on_one_day(self, date: &str, count: usize) -> String {
        let count = self.count(count);
        match self.locale() {
            Locale::Zh => format!("{date}一天就有{count}项"),
            Locale::En => format!("{count} fall on {date}"),
        }
    }

    /// How many dates have a year that the story supplies.
    pub(crate) fn years_inferred(self, count: usize) -> String {
        self.say("其中{}个日期的年份为推断", "the year is inferred for {} of them", &[&self.count(count)])
    }

    /// Symbols that stand for different numbers of things.
    pub(crate) const fn unlike_symbols(self) -> &'static str {
        self.either("各行一个图形代表的数量不同", "a symbol does not stand for the same number in every row")
    }

    /// Numbers that share no unit.
    pub(crate) const fn unlike_units(self) -> &'static str {
        self.either("单位不同的数不能比大小", "numbers in different units cannot be compared")
    }

    /// Numbers of different periods.
    pub(crate) const fn unlike_periods(self) -> &'static str {
        self.either("各数的时段不同", "the numbers are for different periods")
    }

    /// Numbers of which some have a period.
    pub(crate) const fn some_undated(self) -> &'static str {
        self.either("有的数没有注明时间", "some of the numbers carry no date")
    }

    /// How many numbers are ours.
    pub(crate) fn ours(self, count: usize) -> String {
        let en =
            if count == 1 { "{} of the numbers is worked out by us" } else { "{} of the numbers are worked out by us" };
        self.say("其中{}个数由我们推算", en, &[&self.count(count)])
    }

    /// How many things are not there yet.
    pub(crate) fn not_yet(self, count: usize, status: &str) -> String {
        let en = if count == 1 { "{} is still {}" } else { "{} are still {}" };
        self.say("{}项还在{}", en, &[&self.count(count), status])
    }

    /// How many numbers have a status that says how firm they are.
    pub(crate) fn marked(self, count: usize, status: &str) -> String {
        let en = if count == 1 { "{} of the numbers is {}" } else { "{} of the numbers are {}" };
        self.say("其中{}个是{}", en, &[&self.count(count), status])
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
