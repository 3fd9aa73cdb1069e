//! The story file: its types as they stand in `data/story.json`, nothing computed.
//!
//! In: JSON, through `serde`. Out: a [`Story`] whose shape is right. Whether its ids, references and formulas hold is
//! asked in [`check`]; what its numbers are worth in [`working`]. Unknown fields are refused everywhere, so a
//! misspelt field is an error and never silence.

pub mod article;
pub mod chapter;
pub mod check;
pub mod date;
pub mod formula;
pub mod frequency;
pub mod imprint;
pub mod printed;
pub mod prose;
pub mod quantity;
pub mod series;
#[cfg(feature = "cli")]
pub mod source;
pub mod statistic;
pub mod terms;
pub mod unit;
pub mod working;

use crate::pack::packed;
use serde::{Deserialize, Serialize};

pub use crate::figure::kinds::Drawing;
pub use article::Omitted;
pub use chapter::{Chapter, Figure, Note, Width};
pub use formula::Formula;
pub use imprint::Correction;
pub use prose::Prose;
pub use series::TimeSeries;
pub use statistic::Statistic;
pub use terms::Terms;

/// The version of the story format that this program reads.
pub const FORMAT: u32 = 1;

/// The most facts of a story, with its derived facts and constants; so no figure has more.
pub const MAX_FACTS: usize = 1000;

/// The longest id, in letters.
pub const MAX_ID: usize = 64;

/// Names a fact, a derived fact or a constant: lower-case letters, digits and hyphens, starting with a letter.
pub type FactId = String;

packed! {
    /// A language that a story can be told in.
    #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
    #[cfg_attr(feature = "cli", derive(schemars::JsonSchema))]
    #[serde(rename_all = "lowercase")]
    pub enum Locale {
        /// Simplified Chinese.
        Zh,
        /// English.
        En,
    }
}

impl Locale {
    /// Every locale.
    pub const ALL: [Self; 2] = [Self::Zh, Self::En];

    /// The short code of addresses and of the story file: `zh`, `en`.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Zh => "zh",
            Self::En => "en",
        }
    }

    /// The BCP 47 tag for `lang` attributes: `zh-Hans`, `en`.
    pub const fn tag(self) -> &'static str {
        match self {
            Self::Zh => "zh-Hans",
            Self::En => "en",
        }
    }

    /// The locale of a short code, if it is one of ours.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|locale| locale.code() == code)
    }
}

packed! {
    /// A text in each of the story's languages, shown as it stands.
    #[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
    #[cfg_attr(feature = "cli", derive(schemars::JsonSchema))]
    #[serde(deny_unknown_fields)]
    pub struct Text {
        /// Simplified Chinese.
        #[serde(default)]
        pub zh: String,
        /// English.
        #[serde(default)]
        pub en: String,
    }
}

impl Text {
    /// The text in one language; empty when the story does not have it.
    pub fn get(&self, locale: Locale) -> &str {
        match locale {
            Locale::Zh => &self.zh,
            Locale::En => &self.en,
        }
    }

    /// The text with an ending in each language that it is given in.
    pub(crate) fn with_ending(&self, zh: &str, en: &str) -> Self {
        let ended = |text: &str, ending: &str| if text.is_empty() { String::new() } else { [text, ending].concat() };
        Self { zh: ended(&self.zh, zh), en: ended(&self.en, en) }
    }
}

/// A whole story: every number of one article, and the figures that show them.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "cli", derive(schemars::JsonSchema))]
#[serde(remote = "Self", deny_unknown_fields)]
pub struct Story {
    /// Where an editor finds the schema; ignored by the program.
    #[serde(rename = "$schema", default, skip_serializing_if = "Option::is_none")]
    pub schema: Option<String>,
    /// The format's version: [`FORMAT`].
    pub version: u32,
    /// The languages in which every text of this story is given: `zh`, `en` or both. The first is that of the article, and the one
    /// that a reader gets whose browser speaks neither.
    pub locales: Vec<Locale>,
    /// The page's headline.
    pub title: Prose,
    /// The paragraph under the headline.
    pub lead: Prose,
    /// Where and when the numbers were printed.
    pub source: Source,
    /// Who made the page: names, without a word such as "by".
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub byline: Option<Text>,
    /// The day on which the page appeared: `2024-07-04`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub published: Option<String>,
    /// The day on which it was last changed, written like `published`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub updated: Option<String>,
    /// What has been corrected since, the earliest first.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub corrections: Vec<Correction>,
    /// How the numbers were read and worked out: paragraphs for the page's foot.
    pub method: Vec<Prose>,
    /// The story's own words for its source, for scopes and for statuses.
    #[serde(default, skip_serializing_if = "Terms::is_empty")]
    pub terms: Terms,
    /// A text file beside this one, the article: each line a paragraph, with its number (`[P01]`) or counted. Only the checker reads it;
    /// it is never published.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub article: Option<String>,
    /// Numbers of the article that are no facts of the story, each with a reason.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub omitted: Vec<Omitted>,
    /// What numbers are counted in.
    pub units: Vec<Unit>,
    /// What the article says. Numbers over time stand behind the others here once the story is read.
    pub facts: Vec<Fact>,
    /// Numbers over time, each period's a fact.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub series: Vec<TimeSeries>,
    /// Numbers that formulas need and no article has to print: days in a week.
    pub constants: Vec<Constant>,
    /// What we worked out from the facts.
    pub derived: Vec<Derived>,
    /// The chapters, in reading order.
    pub chapters: Vec<Chapter>,
}

impl Story {
    /// The language of the article, in which its printed forms are, and of the page at the top of the site.
    pub fn first_language(&self) -> Locale {
        self.locales.first().copied().unwrap_or(Locale::Zh)
    }

    /// Each chapter's number, from 1 on, which also gives it its colour. What opens the page has none: it shows all chapters.
    pub fn chapter_numbers(&self) -> Vec<Option<usize>> {
        let mut numbered = 0;
        let number = |chapter: &Chapter| {
            let opens = chapter.figures.iter().all(|figure| figure.drawing.opens_page());
            numbered += usize::from(!opens);
            (!opens).then_some(numbered)
        };
        self.chapters.iter().map(number).collect()
    }

    /// Every fact, then every derived fact.
    pub fn statistics(&self) -> impl Iterator<Item = Statistic<'_>> {
        self.facts.iter().map(Statistic::Fact).chain(self.derived.iter().map(Statistic::Derived))
    }

    /// Every figure, in reading order.
    pub fn figures(&self) -> impl Iterator<Item = &Figure> {
        self.chapters.iter().flat_map(|chapter| &chapter.figures)
    }
}

/// Where the numbers come from.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "cli", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Source {
    /// The newspaper.
    pub publication: Text,
    /// What the page says of the date: a text, so that it can say what is inferred.
    pub date: Text,
    /// The short line under each figure.
    pub credit: Text,
    /// The article's address, which every mention of a paragraph leads to: `https://…`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub url: Option<String>,
}

/// Something to count in.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "cli", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Unit {
    /// The unit's name in this file.
    pub id: String,
    /// What the unit is made of, for the check of formulas: `trip/week`; `1` for a bare ratio.
    pub dimension: String,
    /// The number as written: `{}吨`, `{} company|{} companies` (one | more).
    pub form: Text,
    /// The number as spoken, where signs would be read badly: `{} tonnes`. The written form if absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub spoken: Option<Text>,
    /// Set when it counts things one by one: companies, trucks. Such a number is exact, can be drawn one mark a thing, and stands
    /// without its noun beside a term that names the things. Any other unit measures, but for rates of such things: trips a week.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub counts: bool,
    /// What the stored value is multiplied by before it is written: 100 for a percentage. 1 if absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub scale: Option<f64>,
}

packed! {
    /// How a printed number stands to the true one.
    #[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
    #[cfg_attr(feature = "cli", derive(schemars::JsonSchema))]
    #[serde(rename_all = "kebab-case")]
    pub enum Qualifier {
        /// The number as it is.
        #[default]
        Exact,
        /// The article says about.
        About,
        /// The article says over.
        Over,
        /// The article says within.
        Within,
        /// The article says nearly.
        Nearly,
        /// The article says under.
        Under,
        /// The article says at least.
        AtLeast,
        /// The article says at most.
        AtMost,
    }
}

impl Qualifier {
    /// Every way in which a number is not exact, in the order in which a summary tells of them.
    pub const INEXACT: [Self; 7] =
        [Self::Over, Self::AtLeast, Self::About, Self::Nearly, Self::Under, Self::Within, Self::AtMost];
}

/// Whether a fact is so, is being made so, or is meant to be so.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "cli", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum Status {
    /// How it was.
    Before,
    /// How it is now.
    Now,
    /// Planned.
    Planned,
    /// Under construction.
    UnderConstruction,
    /// To be corrected when more is known.
    Preliminary,
    /// Corrected since it was first printed.
    Revised,
    /// Expected.
    Forecast,
}

impl Status {
    /// The name in the story file.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Before => "before",
            Self::Now => "now",
            Self::Planned => "planned",
            Self::UnderConstruction => "under-construction",
            Self::Preliminary => "preliminary",
            Self::Revised => "revised",
            Self::Forecast => "forecast",
        }
    }
}

packed! {
    /// How far a "first" or a "largest" reaches.
    #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
    #[cfg_attr(feature = "cli", derive(schemars::JsonSchema))]
    #[serde(rename_all = "lowercase")]
    pub enum Scope {
        /// In the world.
        World,
        /// In the nation.
        Nation,
        /// In the province.
        Province,
        /// In the city.
        City,
        /// In the district or county.
        District,
    }
}

impl Scope {
    /// Every scope, the farthest first.
    pub const ALL: [Self; 5] = [Self::World, Self::Nation, Self::Province, Self::City, Self::District];

    /// The name in the story file.
    pub const fn name(self) -> &'static str {
        match self {
            Self::World => "world",
            Self::Nation => "nation",
            Self::Province => "province",
            Self::City => "city",
            Self::District => "district",
        }
    }
}

/// One statistic of the article. It has a number with a `unit`, or a `date`, or neither (a name, a rank).
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "cli", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Fact {
    /// The fact's name in this file and in addresses.
    pub id: FactId,
    /// The paragraph it stands in: `P09`.
    pub paragraph: String,
    /// Other paragraphs that say the same.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub also: Vec<String>,
    /// The very characters of the article.
    pub printed: String,
    /// The number, in whole units: 28370000, not 2837 ten thousands. Only where `printed` does not say it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub value: Option<f64>,
    /// The id of the value's unit.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub unit: Option<String>,
    /// A day or month: `2024-07-03`, `2023-06`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub date: Option<String>,
    /// Over, about, within and the like, where `printed` does not say it: the word may stand outside of what is printed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub qualifier: Option<Qualifier>,
    /// How many significant digits the value is measured to. If absent, a count is exact, and a measured number has the digits that are
    /// printed without the zeros that end a whole number; write it for more of them, or for fewer.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub digits: Option<u8>,
    /// When it held: `2023`, `2024-01/2024-05`, `2024-07-03`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub period: Option<String>,
    /// What a growth is measured against, written like `period`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub versus: Option<String>,
    /// Set when the article leaves out the year and the story supplies it.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub inferred: bool,
    /// Before, now, planned, under construction, preliminary, revised.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub status: Option<Status>,
    /// How far a "first" or "largest" reaches.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub scope: Option<Scope>,
    /// What the number counts, as a term.
    pub label: Text,
    /// A shorter term for a mark's own label. The label if absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub short: Option<Text>,
    /// What the reader must know beside the number.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<Prose>,
}

impl Fact {
    /// Whether it is a number, which its printed form may say alone.
    pub fn is_number(&self) -> bool {
        self.unit.is_some() || self.value.is_some()
    }
}

/// A number that is so by definition.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "cli", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Constant {
    /// The constant's name in formulas.
    pub id: FactId,
    /// The number.
    pub value: f64,
    /// The id of its unit.
    pub unit: String,
    /// What it is, as a term.
    pub label: Text,
}

/// A number that the program works out from others.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "cli", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Derived {
    /// The derived fact's name in this file and in addresses.
    pub id: FactId,
    /// Ids, plain numbers, `+ - * /` between spaces, and parentheses: `road-weight / trips`.
    pub formula: Formula,
    /// The id of the unit of the result; the formula must come out in it.
    pub unit: String,
    /// At most so many decimals as written; fewer when the inputs warrant fewer.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub decimals: Option<u8>,
    /// When it held, written like a fact's period.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub period: Option<String>,
    /// What the number is, as a term.
    pub label: Text,
    /// A shorter term for a mark's own label. The label if absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub short: Option<Text>,
    /// What the reader must know beside the number.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<Prose>,
}
