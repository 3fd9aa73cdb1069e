//! The story's own words for what the product has words for too.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::{Scope, Status, Text};

/// Words that a story says otherwise than the product does.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "cli", derive(schemars::JsonSchema))]
#[serde(default, deny_unknown_fields)]
pub struct Terms {
    /// What the numbers were printed in, within a sentence: `communiqué`. An article if absent.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub source: Option<Text>,
    /// How far a first reaches, by scope: `Guangdong` for `province`.
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    pub scopes: BTreeMap<Scope, Text>,
    /// What is said of a fact with that status: `flash estimate` for `preliminary`.
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    pub statuses: BTreeMap<Status, Text>,
}

impl Terms {
    /// Whether the story has no words of its own.
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }
}
