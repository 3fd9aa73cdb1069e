//! The story file: its types as they stand in `data/story.json`, nothing computed.
//!
//! In: JSON, through `serde`. Out: a [`Story`] whose shape is right. Whether its ids, references and formulas hold is
//! asked in [`check`]; what its numbers are worth in [`working`]. Unknown fields are refused everywhere, so a
//! misspelt field is an error and never silence.

pub mod article;
pub mod chapter;
pub mod check;
pub mod date;
mod fact;
pub mod formula;
pub mod frequency;
#[cfg(feature = "standalone")]
pub mod given;
pub mod imprint;
#[cfg(feature = "standalone")]
mod json;
pub mod printed;
pub mod prose;
pub mod quantity;
pub(crate) mod sentences;
pub mod series;
#[cfg(feature = "cli")]
pub mod source;
pub mod statistic;
pub mod terms;
pub mod unit;
#[cfg(feature = "standalone")]
mod visible;
pub mod working;

use crate::pack::packed;
use serde::{Deserialize, Serialize};

pub use crate::figure::kinds::Drawing;
pub use article::Omitted;
pub use chapter::{Chapter, Figure, Note, Width};
pub use fact::{Constant, Derived, Fact, Qualifier, Scope, Status};
pub use formula::Formula;
pub use imprint::Correction;
pub use prose::Prose;
pub use series::TimeSeries;
pub use statistic::Statistic;
pub use terms::Terms;
pub use unit::Unit;

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

/// A value by the name that the story file has for it.
pub(crate) struct InFile<T>(pub(crate) T);

impl<T: Serialize> std::fmt::Display for InFile<T> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        self.0.serialize(f)
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
        #[serde(default, skip_serializing_if = "String::is_empty")]
        pub zh: String,
        /// English.
        #[serde(default, skip_serializing_if = "String::is_empty")]
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
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
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

    /// Each chapter with its number, from 1 on, which also gives it its colour. What opens the page has none: it shows all chapters.
    pub fn numbered_chapters(&self) -> impl Iterator<Item = (&Chapter, Option<usize>)> {
        self.chapters.iter().scan(0, |numbered, chapter| {
            let opens = chapter.figures.iter().all(|figure| figure.drawing.opens_page());
            *numbered += usize::from(!opens);
            Some((chapter, (!opens).then_some(*numbered)))
        })
    }

    /// Every fact, then every derived fact.
    pub fn statistics(&self) -> impl Iterator<Item = Statistic<'_>> {
        self.facts.iter().map(Statistic::Fact).chain(self.derived.iter().map(Statistic::Derived))
    }

    /// The fact or derived fact of that name.
    pub fn statistic(&self, id: &str) -> Option<Statistic<'_>> {
        self.statistics().find(|statistic| statistic.id() == id)
    }

    /// Some facts, those of a unit together, in the order in which the units come up.
    pub(crate) fn by_unit(&self, facts: &[FactId]) -> Vec<Vec<FactId>> {
        let mut units: Vec<(Option<&str>, Vec<FactId>)> = Vec::new();
        for id in facts {
            let unit = self.statistic(id).and_then(Statistic::unit);
            match units.iter_mut().find(|(known, _)| *known == unit) {
                Some((_, facts)) => facts.push(id.clone()),
                None => units.push((unit, vec![id.clone()])),
            }
        }
        units.into_iter().map(|(_, facts)| facts).collect()
    }

    /// Every figure, in reading order.
    pub fn figures(&self) -> impl Iterator<Item = &Figure> {
        self.chapters.iter().flat_map(|chapter| &chapter.figures)
    }
}

/// Where the numbers come from.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
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
