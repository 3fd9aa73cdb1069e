//! Rows of a first pictogram: which glyph, and how many things each stands for.

use super::build::Sketch;
use crate::figure::pictogram::PictogramRow;
use crate::glyph::Glyph;
use crate::story::{FactId, Statistic};

/// The most glyphs in a row of a first pictogram, which is easily counted.
const MOST_SYMBOLS: f64 = 40.0;
/// Words of a unit or a term, and the glyph that shows it.
const GLYPHS: [(&str, Glyph); 11] = [
    ("人次|旅客|游客|学生|居民|{}人|{}名|{}位|people|person|passenger|visitor|student|pupil", Glyph::Person),
    ("船|艘|码头|港|barge|ship|ferry|ferries|boat|vessel|dock|port", Glyph::Barge),
    ("班列|列车|铁路|列次|{}列|train|rail", Glyph::Train),
    ("{}辆|货车|卡车|车次|班车|truck|lorry|lorries|buses", Glyph::Truck),
    ("学校|{}所|school|college|university|universities", Glyph::School),
    ("医院|诊所|卫生|clinic|hospital", Glyph::Clinic),
    ("疫苗|{}支|vaccine|dose", Glyph::Vial),
    ("{}户|村|民宿|household|home|house|village", Glyph::House),
    ("{}家|{}栋|企业|机构|公司|company|companies|firm|plant|building", Glyph::Building),
    ("药|drug|medicine", Glyph::Capsule),
    ("{}份|{}张|{}篇|协议|报告|项目|{}项|document|agreement|report|project", Glyph::Document),
];

/// Whether a text has a word: an English one by itself or with an ending, a Chinese one anywhere.
fn says(text: &str, word: &str) -> bool {
    if !word.is_ascii() {
        return text.contains(word);
    }
    text.split(|c: char| !c.is_ascii_alphabetic())
        .any(|part| part.strip_prefix(word).is_some_and(|rest| matches!(rest, "" | "s")))
}

impl Sketch<'_> {
    /// A row of few glyphs, each for a round number, which is the same in all rows of a unit, so that they can be compared.
    pub(super) fn row(&self, fact: FactId) -> PictogramRow {
        let rounds = (0..15).flat_map(|decade| [1.0, 2.0, 5.0].map(|step| step * 10_f64.powi(decade)));
        let alike = self.story.by_unit(self.facts).into_iter().find(|facts| facts.contains(&fact)).unwrap_or_default();
        let most = alike.iter().map(|id| self.value(id)).fold(0.0, f64::max);
        let each = rounds.into_iter().find(|each| most / each <= MOST_SYMBOLS).unwrap_or(1.0);
        let glyph = self.glyph(&fact);
        PictogramRow { fact, each, glyph, said: String::new() }
    }

    /// A glyph that looks like what a fact counts, by its unit and its term; a flag where none does.
    fn glyph(&self, fact: &str) -> Glyph {
        let id = self.story.statistic(fact).and_then(Statistic::unit);
        let unit = self.story.units.iter().find(|unit| Some(unit.id.as_str()) == id);
        let told = unit.map(|unit| unit.form.clone()).into_iter().chain([self.label(fact)]);
        let told: Vec<String> = told.flat_map(|text| [text.zh, text.en.to_lowercase()]).collect();
        let alike =
            GLYPHS.iter().find(|(words, _)| words.split('|').any(|word| told.iter().any(|text| says(text, word))));
        alike.map_or(Glyph::Flag, |(_, glyph)| *glyph)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_word_is_a_word_and_no_part_of_another() {
        assert!(says("36 ferries", "ferries") && says("two docks", "dock") && says("货船", "船"));
        assert!(!says("reports", "port") && !says("business", "bus"));
    }
}
