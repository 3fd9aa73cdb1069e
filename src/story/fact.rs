//! The numbers of a story, as its file writes them: facts, constants and derived facts, and what is said of a fact.

use serde::{Deserialize, Serialize};

use super::{FactId, Formula, Prose, Text};
use crate::pack::packed;

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
}

/// One statistic of the article. It has a number with a `unit`, or a `date`, or neither (a name, a rank).
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
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
